"""The commands of the follow-up: messages to leaders, a rule set tried, and everything held about one person."""

import argparse
import datetime as dt
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster import faelles as tekster


def add_opfoelgning(kommandoer: Any, dato: Callable[[str], dt.date]) -> None:
    gruppe = kommandoer.add_parser(
        "opfoelgning", help=tekster_besked.CLI_OPFOELGNING, description=tekster_besked.CLI_OPFOELGNING
    )
    under = gruppe.add_subparsers(title=tekster.CLI_KOMMANDOER, required=True, dest="underkommando", metavar="KOMMANDO")
    send = _add(under, "send", tekster_besked.CLI_SEND)
    send.add_argument("--dato", type=dato, required=True, metavar="DATO", help=tekster_besked.CLI_SEND_DATO)
    send.add_argument("--toer", action="store_true", help=tekster_besked.CLI_SEND_TOER)
    send.add_argument("--konfiguration", type=Path, metavar="FIL", help=tekster.CLI_KONFIGURATION)
    proev = _add(under, "proev", tekster_besked.CLI_PROEV)
    proev.add_argument("--regler", type=Path, required=True, metavar="FIL", help=tekster_besked.CLI_REGLER)
    indsigt = _add(kommandoer, "indsigt", tekster_besked.CLI_INDSIGT)
    indsigt.add_argument(
        "--medarbejder", type=_nummer, required=True, metavar="NR", help=tekster_besked.CLI_MEDARBEJDER
    )


def _add(kommandoer: Any, navn: str, hjaelp: str) -> argparse.ArgumentParser:
    kommando: argparse.ArgumentParser = kommandoer.add_parser(navn, help=hjaelp, description=hjaelp)
    kommando.add_argument("--database", type=Path, required=True, metavar="FIL", help=tekster.CLI_DATABASE)
    kommando.set_defaults(udfoer=_run, koersel=navn)
    return kommando


def _run(valg: argparse.Namespace) -> None:
    """The other commands need not wait for what mail and documents are made with."""
    getattr(import_module("pipeline.kommandolinje.udfoer_opfoelgning"), f"run_{valg.koersel}")(valg)


def _nummer(tekst: str) -> int:
    if tekst.isascii() and tekst.isdigit() and len(tekst) <= 8:
        return int(tekst)
    raise Brugerfejl(tekster_besked.CLI_IKKE_ET_NUMMER.format(tekst=tekst))
