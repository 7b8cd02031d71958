"""Writes two series for `clino-bench rolling` and rolls the same statistics with polars on one thread.

Usage: POLARS_MAX_THREADS=1 rolling.py OUT ROWS
OUT: the row count as little-endian uint64, then two columns of float64.
Prints one line per statistic: REF name cpu_seconds sum_of_results ...
"""

import math
import os
import struct
import sys
import time

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import numpy as np
import polars as pl

RUNS = 3


def best(statistic):
    seconds, result = math.inf, None
    for _ in range(RUNS):
        start = time.process_time()
        result = statistic()
        seconds = min(seconds, time.process_time() - start)
    return seconds, result


def main():
    path, rows = sys.argv[1], int(sys.argv[2])
    random = np.random.default_rng(1)
    first = 0.02 * random.standard_t(4, rows)
    second = 0.5 * first + 0.01 * random.standard_normal(rows)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", rows))
        file.write(first.astype("<f8").tobytes())
        file.write(second.astype("<f8").tobytes())
    frame = pl.DataFrame({"x": first, "y": second})
    print(f"polars {pl.__version__}, threads {pl.thread_pool_size()}")
    x = pl.col("x")
    cases = {
        "correlation": [pl.rolling_corr(x, pl.col("y"), window_size=60)],
        "volatility": [x.rolling_std(30) * math.sqrt(365)],
        "median": [x.rolling_quantile(0.5, interpolation="linear", window_size=250)],
        "quantiles": [
            x.rolling_quantile(p, interpolation="linear", window_size=250).alias(str(p))
            for p in (0.05, 0.5, 0.95)
        ],
    }
    for name, expressions in cases.items():
        seconds, result = best(lambda: frame.select(expressions))
        sums = [repr(float(column.drop_nulls().sum())) for column in result]
        print("REF", name, f"{seconds:.4f}", *sums, flush=True)


main()
