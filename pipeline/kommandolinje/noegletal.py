"""The commands that show figures: noegletal, and what one is made of."""

from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_periode
from pipeline.tekster import faelles as tekster

FORMATER = ("tabel", "csv", "json")


def add_noegletal(kommandoer: Any) -> None:
    for navn in ("noegletal", "forklar"):
        kommando = add_kommando(kommandoer, navn, tekster.CLI_KOMMANDO[navn], f"udskrift:run_{navn}")
        kommando.add_argument(
            "--kvartal", type=read_periode, required=navn == "forklar", metavar="PERIODE", help=tekster.CLI_KVARTAL
        )
        kommando.add_argument("--enhed", required=navn == "forklar", metavar="NR", help=tekster.CLI_ENHED)
        kommando.add_argument("--format", choices=FORMATER, default="tabel", help=tekster.CLI_FORMAT)
        if navn == "noegletal":
            kommando.add_argument("--niveau", metavar="NIVEAU", help=tekster.CLI_NIVEAU)
            kommando.add_argument("--maaned", action="store_true", help=tekster.CLI_MAANED)
