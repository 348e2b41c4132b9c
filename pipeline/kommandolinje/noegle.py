"""The commands about keys: make those that are missing, put the database under a new one."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando
from pipeline.tekster import noegler as tekster_noegler


def add_noegle(kommandoer: Any) -> None:
    noegle = add_gruppe(kommandoer, "noegle", tekster_noegler.CLI_NOEGLE)
    add_kommando(noegle, "ny", tekster_noegler.CLI_NOEGLE_NY, "udfoer_noegle:run_ny")
    skift = add_kommando(noegle, "skift", tekster_noegler.CLI_NOEGLE_SKIFT, "udfoer_noegle:run_skift")
    skift.add_argument("--til", type=Path, required=True, metavar="FIL", help=tekster_noegler.CLI_NY_NOEGLE)
