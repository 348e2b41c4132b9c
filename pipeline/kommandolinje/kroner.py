"""The command that shows løn under sygdom."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_kvartal
from pipeline.tekster import kroner as tekster


def add_kroner(kommandoer: Any) -> None:
    kommando = add_kommando(kommandoer, "kroner", tekster.CLI_KRONER, "udfoer_kroner:run_kroner")
    kommando.add_argument("--kvartal", type=read_kvartal, required=True, metavar="KVARTAL", help=tekster.CLI_KVARTAL)
    kommando.add_argument("--enhed", metavar="NR", help=tekster.CLI_ENHED)
    kommando.add_argument("--loen", type=Path, metavar="FIL", help=tekster.CLI_LOEN)
    kommando.add_argument("--refusion", metavar="KRONER", help=tekster.CLI_REFUSION)
    kommando.add_argument("--csv", type=Path, metavar="FIL", help=tekster.CLI_CSV)
