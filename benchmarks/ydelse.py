"""docs/ydelse.md: the figures of the last run between two markers, everything else kept as people wrote it."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from benchmarks.maalinger import Linje
from benchmarks.proces import ROD

FIL = ROD / "docs" / "ydelse.md"
START, SLUT = "<!-- figures: written by make bench -->", "<!-- end of figures -->"
HOVED = "| What is measured | Figure | Target | Met |\n|---|---|---|---|\n"
SVAR = {True: "yes", False: "no", None: "–"}


def write_ydelse(linjer: list[Linje], fil: Path = FIL) -> None:
    """Replace the measured lines; a line that was not measured this time keeps its last figure."""
    foer, midte, efter = _split(fil.read_text(encoding="utf-8"))
    nye = {linje.navn: f"| {linje.navn} | {linje.figur} | {linje.maal} | {SVAR[linje.er_naaet]} |" for linje in linjer}
    gamle = {row.split(" | ")[0].removeprefix("| "): row for row in midte.splitlines() if row.startswith("| ")}
    gamle.pop("What is measured", None)
    rows = "\n".join((gamle | nye).values())
    fil.write_text(f"{foer}{START}\n{describe_machine()}\n\n{HOVED}{rows}\n{SLUT}{efter}", encoding="utf-8")


def describe_machine() -> str:
    gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    kerner = len(os.sched_getaffinity(0))
    pakker = ", ".join(f"{navn} {version(navn)}" for navn in ("duckdb", "polars"))
    return f"Machine: {kerner} cores ({platform.machine()}), {gb:.0f} GB, Python {platform.python_version()}, {pakker}."


def _split(tekst: str) -> tuple[str, str, str]:
    foer, _, rest = tekst.partition(START)
    midte, _, efter = rest.partition(SLUT)
    return foer, midte, efter
