print("clino")
