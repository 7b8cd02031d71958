"""Writes the book of the cascade benchmarks as columns of little-endian float64.

    python cascade_book.py fixed-point OUT [N=1000000]   liquidation price, bankruptcy price, notional
    python cascade_book.py engine OUT [N=100000]         leverage, notional, 1 for a short and 0 for a long

The draws are those of the benchmark kit (numpy default_rng(7): leverage, notional, then shortness), so that
engines in other languages work on the same book. The file begins with N as an unsigned 64-bit number.
"""
import sys

import numpy as np

MAINTENANCE_RATE = 0.005


def main(kind, path, count):
    rng = np.random.default_rng(7)
    leverage = np.clip(np.exp(rng.normal(np.log(8.0), 0.8, count)), 1.0, 100.0)
    notional = np.exp(rng.normal(np.log(5_000.0), 1.6, count))
    if kind == "engine":
        short = (rng.random(count) < 0.30).astype(np.float64)
        columns = (leverage, notional, short)
    elif kind == "fixed-point":
        bankruptcy = 1.0 - 1.0 / leverage
        columns = (bankruptcy / (1.0 - MAINTENANCE_RATE), bankruptcy, notional)
    else:
        sys.exit(f"kind: got {kind}, expected fixed-point or engine")
    with open(path, "wb") as file:
        np.array([count], dtype="<u8").tofile(file)
        for column in columns:
            column.astype("<f8").tofile(file)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    default = 100_000 if sys.argv[1] == "engine" else 1_000_000
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else default)
