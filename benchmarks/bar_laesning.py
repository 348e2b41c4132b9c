"""The bare scan: every column of the three files read as text and reduced to its maximum. Nothing can build for less.

Run alone: `python -m benchmarks.bar_laesning FOLDER`.
"""

import sys
from pathlib import Path

import duckdb

from benchmarks.filer import TITEL, delivery_files


def scan(mappe: Path) -> None:
    with duckdb.connect(config={"threads": 2}) as con:
        for tabel, fil in delivery_files(mappe).items():
            titellinjer = 1 if tabel in TITEL else 0
            # A bound parameter would import pandas (over a second) and flatter whoever is compared with the scan.
            con.execute(f"""
                select max(columns(*))
                from read_csv('{fil}', delim = ';', header = true, skip = {titellinjer}, all_varchar = true)
            """).fetchall()


if __name__ == "__main__":
    scan(Path(sys.argv[1]))
