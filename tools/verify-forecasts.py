#!/usr/bin/env python3
"""Check a record of forecasts without Clinometer: python3 tools/verify-forecasts.py RECORD.

Every line is a JSON object; `previous` is the SHA-256 of the bytes of the line before it,
64 zeros for the first. Prints the head, the hash of the last line. Exit 1 if the chain breaks.
"""
import hashlib
import json
import sys


def main(path):
    data = open(path, "rb").read()
    if data and not data.endswith(b"\n"):
        return f"{path}: the last line is not complete"
    head, names = "0" * 64, set()
    for number, line in enumerate(data.split(b"\n")[:-1]):
        try:
            entry = json.loads(line)
            name = entry["forecast"]["id"]
        except (ValueError, KeyError, TypeError):
            return f"{path}:{number + 1}: got no entry of a record"
        if entry["index"] != number:
            return f"{path}:{number + 1}: index: got {entry['index']}, expected {number}"
        if entry["previous"] != head:
            return f"{path}:{number + 1}: previous: got {entry['previous']}, expected {head}"
        if name in names:
            return f"{path}:{number + 1}: id: got {name} twice"
        names.add(name)
        head = hashlib.sha256(line).hexdigest()
    print(f"valid: {len(names)} entries, head {head}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 2 else __doc__)
