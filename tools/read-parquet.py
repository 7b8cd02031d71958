#!/usr/bin/env python3
"""Print what a reader finds in a Parquet file: read-parquet.py pyarrow|polars|duckdb FILE.

One JSON object: the columns in order, each with its type and its values; instants as microseconds
since 1970 UTC, floating-point numbers as their exact hexadecimal text.
"""
import json
import sys


def pyarrow_columns(path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    for field in (table := pq.read_table(path)).schema:
        column, kind = table.column(field.name), str(field.type)
        if pa.types.is_timestamp(field.type):
            column = column.cast(pa.int64())
        yield field.name, kind, column.to_pylist()


def polars_columns(path):
    import polars as pl

    for name, column in (frame := pl.read_parquet(path)).to_dict().items():
        kind = str(frame.schema[name])
        if kind.startswith("Datetime"):
            column = column.dt.epoch("us")
        yield name, kind, column.to_list()


def duckdb_columns(path):
    import duckdb

    source = f"read_parquet('{path}')"
    for name, kind, *_ in duckdb.sql(f"describe select * from {source}").fetchall():
        value = f'epoch_us("{name}")' if kind.startswith("TIMESTAMP") else f'"{name}"'
        rows = duckdb.sql(f"select {value} from {source}").fetchall()
        yield name, kind, [row[0] for row in rows]


def shown(value):
    return value.hex() if isinstance(value, float) else value


if __name__ == "__main__":
    readers = {"pyarrow": pyarrow_columns, "polars": polars_columns, "duckdb": duckdb_columns}
    columns = readers[sys.argv[1]](sys.argv[2])
    print(json.dumps([[name, kind, [shown(v) for v in values]] for name, kind, values in columns]))
