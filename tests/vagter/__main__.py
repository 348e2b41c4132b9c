"""Takes each guard away, one at a time, in a copy of the project: the tests named must then fail.

`make vagter`, or `python -m tests.vagter NAME …` for some of them, prints a line for each and ends with exit code 1 when
a guard is not missed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import PROJEKT
from tests.vagter import MUTATIONER
from tests.vagter.vagt import Mutation

KOPIERES = (
    "app",
    "benchmarks",
    "config",
    "pipeline",
    "sample_data",
    "sql",
    "tests",
    ".streamlit",
    "pyproject.toml",
    "docs",
    "drift",
)


def main(navne: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="sygefravaer_mutationer_") as mappe:
        kopi = Path(mappe)
        for navn in KOPIERES:
            kilde = PROJEKT / navn
            shutil.copytree(kilde, kopi / navn) if kilde.is_dir() else shutil.copy(kilde, kopi / navn)
        subprocess.run(["git", "init", "-q"], cwd=kopi, check=True)
        proevede = [m for m in MUTATIONER if not navne or m.navn in navne]
        overlevere = [m.navn for m in proevede if not is_missed(m, kopi)]
    print(f"{len(proevede)} guards; not missed: {', '.join(overlevere) or 'none'}")
    return 1 if overlevere else 0


def is_missed(mutation: Mutation, kopi: Path) -> bool:
    """Whether the tests fail without the guard."""
    fil = kopi / mutation.fil
    hel = fil.read_text(encoding="utf-8")
    if hel.count(mutation.fra) == 0:
        print(f"?  {mutation.navn}: the guard is not where it was")
        return False
    fil.write_text(hel.replace(mutation.fra, mutation.til), encoding="utf-8")
    kommando = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "--hypothesis-profile=mutation",
        *mutation.proeve.split(),
    ]
    svar = subprocess.run(kommando, cwd=kopi, capture_output=True, text=True, env=_environment(kopi), check=False)
    fil.write_text(hel, encoding="utf-8")
    fejlet = svar.returncode == 1 or "\nFAILED " in svar.stdout  # DuckDB may take the process with it at the end
    print(f"{'ok' if fejlet else 'NO'}  {mutation.navn}", flush=True)
    return fejlet


def _environment(kopi: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(kopi)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
