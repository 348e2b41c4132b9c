"""`make bench`: how fast, how large, and whether a second reading gives the same figures."""

import argparse
import os
import secrets
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.bane import Bane
from benchmarks.maalinger import HURTIGE, MAALINGER, Linje
from benchmarks.ydelse import SVAR, describe_machine, write_ydelse
from pipeline.database.noegler import NOEGLENAVNE


def main() -> int:
    for navn in NOEGLENAVNE:
        os.environ.setdefault(f"SYGEFRAVAER_{navn.upper()}", secrets.token_urlsafe())  # all of it is thrown away
    valg = parse_arguments()
    console = Console()
    console.print(describe_machine())
    try:
        linjer = measure(valg.kun or (HURTIGE if valg.hurtig else MAALINGER), console)
    except RuntimeError as fejl:
        console.print(str(fejl), markup=False, highlight=False)
        return 1
    console.print(draw_table(linjer))
    write_ydelse(linjer)
    return 0 if all(linje.er_naaet is not False for linje in linjer) else 1


def measure(navne: Iterable[str], console: Console) -> list[Linje]:
    """Everything is written to a temporary folder that is gone afterwards."""
    linjer: list[Linje] = []
    with tempfile.TemporaryDirectory(prefix="sygefravaer_bench_") as mappe:
        bane = Bane(Path(mappe), meld=lambda tekst: console.print(f"  {tekst}", markup=False, highlight=False))
        bane.write_konfiguration()
        for navn in navne:
            console.rule(navn, align="left")
            linjer += MAALINGER[navn](bane)
    return linjer


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--hurtig", action="store_true", help="5,000 and 50,000 employees only")
    parser.add_argument("--kun", action="append", choices=MAALINGER, help="one measurement; may be repeated")
    return parser.parse_args()


def draw_table(linjer: list[Linje]) -> Table:
    table = Table("What is measured", "Figure", "Target", "Met")
    for linje in linjer:
        table.add_row(linje.navn, linje.figur, linje.maal, SVAR[linje.er_naaet])
    return table


if __name__ == "__main__":
    sys.exit(main())
