"""argparse in Danish, and what an argument may be. A command names who runs it; that is loaded when it is run."""

import argparse
import datetime as dt
import re
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster

KVARTAL = re.compile(r"\d{4}K[1-4]")
MAANED = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Parser(argparse.ArgumentParser):
    """argparse in Danish."""

    def __init__(self, **valg: object) -> None:
        super().__init__(**valg, add_help=False, allow_abbrev=False, formatter_class=Hjaelp)  # type: ignore[arg-type]
        self._optionals.title = tekster.CLI_TILVALG
        self._positionals.title = tekster.CLI_KOMMANDOER
        self.add_argument("-h", "--hjaelp", "--help", action="help", help=tekster.CLI_HJAELP)

    def error(self, message: str) -> None:  # type: ignore[override]
        for moenster, saetning in tekster.CLI_FEJL.items():
            fund = re.match(moenster, message)
            if fund:
                raise Brugerfejl(saetning.format(*fund.groups()))
        raise Brugerfejl(tekster.CLI_FORSTAAS_IKKE)


class Hjaelp(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix=tekster.CLI_BRUG if prefix is None else prefix)


def add_kommando(kommandoer: Any, navn: str, hjaelp: str, udfoer: str, *, database: bool = True) -> Any:
    """A command run by `udfoer`, "module:function" of this room: what it is made with need not be waited for before."""
    kommando = kommandoer.add_parser(navn, help=hjaelp, description=hjaelp)
    if database:
        add_database(kommando)
    kommando.set_defaults(udfoer=udfoer)
    return kommando


def add_database(kommando: Any, *, skal: bool = True) -> None:
    kommando.add_argument("--database", type=Path, required=skal, metavar="FIL", help=tekster.CLI_DATABASE)


def add_gruppe(kommandoer: Any, navn: str, hjaelp: str) -> Any:
    """A command that has commands of its own."""
    gruppe = kommandoer.add_parser(navn, help=hjaelp, description=hjaelp)
    return gruppe.add_subparsers(title=tekster.CLI_KOMMANDOER, required=True, dest="underkommando", metavar="KOMMANDO")


def run_kommando(valg: argparse.Namespace) -> None:
    modul, funktion = valg.udfoer.split(":")
    getattr(import_module(f"pipeline.kommandolinje.{modul}"), funktion)(valg)


def read_dato(tekst: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%Y%m%d"):
        try:
            return dt.datetime.strptime(tekst, form).date()
        except ValueError:
            continue
    raise Brugerfejl(tekster.CLI_IKKE_EN_DATO.format(tekst=tekst))


def read_periode(tekst: str) -> str:
    if KVARTAL.fullmatch(tekst.upper()) or MAANED.fullmatch(tekst):
        return tekst.upper()
    raise Brugerfejl(tekster.CLI_IKKE_EN_PERIODE.format(tekst=tekst))


def read_antal(tekst: str) -> int:
    if tekst.isdigit() and int(tekst) > 0:
        return int(tekst)
    raise Brugerfejl(tekster.CLI_IKKE_ET_ANTAL.format(tekst=tekst))


def read_kvartal(tekst: str) -> str:
    if KVARTAL.fullmatch(tekst.upper()):
        return tekst.upper()
    raise Brugerfejl(tekster.CLI_IKKE_ET_KVARTAL.format(tekst=tekst))


def read_nummer(tekst: str) -> int:
    if tekst.isascii() and tekst.isdigit() and len(tekst) <= 8:
        return int(tekst)
    raise Brugerfejl(tekster.CLI_IKKE_ET_NUMMER.format(tekst=tekst))
