"""The commands about the quarter's case: write it, export it, prove it, lock it."""

import argparse
import re
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import status as tekster_status

KVARTAL = re.compile(r"\d{4}K[1-4]")


def add_status(kommandoer: Any) -> None:
    for navn, hjaelp in (
        ("status", tekster_status.CLI_STATUS),
        ("eksport", tekster_status.CLI_EKSPORT),
        ("laas", tekster_status.CLI_LAAS),
        ("proev", tekster_status.CLI_PROEV),
    ):
        kommando = kommandoer.add_parser(navn, help=hjaelp, description=hjaelp)
        kommando.add_argument("--database", type=Path, required=True, metavar="FIL", help=tekster.CLI_DATABASE)
        if navn == "proev":
            kommando.add_argument("mappe", type=Path, metavar="MAPPE", help=tekster_status.CLI_PROEV_MAPPE)
        else:
            kommando.add_argument(
                "--kvartal", type=_kvartal, required=True, metavar="KVARTAL", help=tekster_status.CLI_STATUSKVARTAL
            )
            kommando.add_argument("--ud", type=Path, required=True, metavar="MAPPE", help=tekster_status.CLI_UD)
        if navn in ("status", "proev"):
            kommando.add_argument("--skabelon", type=Path, metavar="FIL", help=tekster_status.CLI_SKABELON)
        if navn == "eksport":
            kommando.add_argument("--til", choices=("oekonomiudvalg",), required=True, help=tekster_status.CLI_TIL)
        if navn != "laas":
            kommando.add_argument("--laaste", type=Path, metavar="MAPPE", help=tekster_laaste.CLI_LAASTE)
        if navn != "laas":
            kommando.add_argument(
                "--tidligere",
                type=Path,
                action="append",
                default=[],
                metavar="MAPPE",
                help=tekster_status.CLI_TIDLIGERE,
            )
        kommando.set_defaults(udfoer=_run)


def _run(valg: argparse.Namespace) -> None:
    """Everything a document is made with is loaded when one is: the other commands need not wait for it."""
    getattr(import_module("pipeline.kommandolinje.udfoer_status"), f"run_{valg.kommando}")(valg)


def _kvartal(tekst: str) -> str:
    if KVARTAL.fullmatch(tekst.upper()):
        return tekst.upper()
    raise Brugerfejl(tekster_status.CLI_IKKE_ET_KVARTAL.format(tekst=tekst))
