"""The command about one file: what the program takes it for, and why."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_dato
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer


def add_fil(kommandoer: Any) -> None:
    kommando = add_kommando(
        kommandoer, "forklar-fil", tekster_filer.CLI_FORKLAR_FIL, "udfoer_fil:run_forklar_fil", database=False
    )
    kommando.add_argument("fil", type=Path, metavar="FIL", help=tekster_filer.CLI_FIL)
    kommando.add_argument("--udtraek", type=read_dato, metavar="DATO", help=tekster.CLI_UDTRAEK)
    kommando.add_argument("--konfiguration", type=Path, metavar="FIL", help=tekster.CLI_KONFIGURATION)
