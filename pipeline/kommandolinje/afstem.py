"""The command that bridges our figure to another's."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_kvartal
from pipeline.tekster import afstemning as tekster
from pipeline.tekster import laaste as tekster_laaste


def add_afstem(kommandoer: Any) -> None:
    kommando = add_kommando(kommandoer, "afstem", tekster.CLI_AFSTEM, "udfoer_afstem:run_afstem")
    kommando.add_argument("--enhed", required=True, metavar="NR", help=tekster.CLI_ENHED)
    kommando.add_argument("--kvartal", type=read_kvartal, required=True, metavar="KVARTAL", help=tekster.CLI_KVARTAL)
    kommando.add_argument("--med", required=True, choices=tuple(tekster.KILDER), help=tekster.CLI_MED)
    kommando.add_argument("--tal", metavar="TAL", help=tekster.CLI_TAL)
    kommando.add_argument("--gruppe", default=tekster.KOMMUNER, metavar="GRUPPE", help=tekster.CLI_GRUPPE)
    kommando.add_argument("--benchmarks", type=Path, metavar="FIL", help=tekster.CLI_BENCHMARKS)
    kommando.add_argument("--laaste", type=Path, metavar="MAPPE", help=tekster_laaste.CLI_LAASTE)
    kommando.add_argument("--csv", type=Path, metavar="FIL", help=tekster.CLI_CSV)
