print("clino-bench")
