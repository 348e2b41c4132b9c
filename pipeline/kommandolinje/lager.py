"""The commands about the store: hold the log against its chain, keep a copy and fetch it again."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from pipeline.database.noegler import read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.lager import Lager, lager_url, open_lager
from pipeline.lager.log import prune_log, verify_log
from pipeline.tekster import faelles as tekster
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import heltal


def name_of_command_line() -> str:
    """Who the log says it was."""
    return f"kommandolinje ({getuser()})"


def add_lager(kommandoer: Any) -> None:
    for gruppe, hjaelp, underkommandoer in (
        (
            "log",
            tekster_lager.CLI_LOG,
            (("kontrol", tekster_lager.CLI_LOG_KONTROL, run_kontrol), ("ryd", tekster_lager.CLI_LOG_RYD, run_ryd)),
        ),
        (
            "lager",
            tekster_lager.CLI_LAGER,
            (("gem", tekster_lager.CLI_LAGER_GEM, run_gem), ("hent", tekster_lager.CLI_LAGER_HENT, run_hent)),
        ),
    ):
        under = kommandoer.add_parser(gruppe, help=hjaelp, description=hjaelp).add_subparsers(
            title=tekster.CLI_KOMMANDOER, required=True, dest="underkommando", metavar="KOMMANDO"
        )
        for navn, hjaelp_til, udfoer in underkommandoer:
            kommando = under.add_parser(navn, help=hjaelp_til, description=hjaelp_til)
            kommando.add_argument("--database", type=Path, required=True, metavar="FIL", help=tekster.CLI_DATABASE)
            if navn == "kontrol":
                kommando.add_argument("--forventet", metavar="KONTROLTAL", help=tekster_lager.CLI_FORVENTET)
            if navn == "gem":
                kommando.add_argument("--til", type=Path, required=True, metavar="FIL", help=tekster_lager.CLI_TIL)
            if navn == "hent":
                kommando.add_argument("--fra", type=Path, required=True, metavar="FIL", help=tekster_lager.CLI_FRA)
                kommando.add_argument("--overskriv", action="store_true", help=tekster_lager.CLI_OVERSKRIV)
            kommando.set_defaults(udfoer=udfoer)


@contextmanager
def lager_of(database: Path) -> Iterator[Lager]:
    lager = open_lager(lager_url(database), read_noegle("personnoegle", database))
    try:
        yield lager
    finally:
        lager.close()


def run_kontrol(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        kontrol = verify_log(lager, forventet=valg.forventet)
    if kontrol.brudt_ved is not None:
        saetning = tekster_lager.LOG_BRUDT if kontrol.brudt_ved else tekster_lager.LOG_AFKORTET
        raise Brugerfejl(saetning.format(raekke=heltal(kontrol.brudt_ved)))
    print(tekster_lager.LOG_HEL.format(antal=heltal(kontrol.antal), kontroltal=kontrol.kontroltal))


def run_ryd(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        antal = prune_log(lager, hvem=name_of_command_line(), nu=datetime.now(UTC))
    print(tekster_lager.LOG_RYDDET.format(antal=heltal(antal)))


def run_gem(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        _print_copied(tekster_lager.GEMT, backup_lager(lager, valg.til))


def run_hent(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        overskriv_af = name_of_command_line() if valg.overskriv else None
        _print_copied(tekster_lager.HENTET, restore_lager(lager, valg.fra, overskriv_af=overskriv_af))


def _print_copied(saetning: str, antal: dict[str, int]) -> None:
    print(saetning.format(adgange=heltal(antal["adgang"]), log=heltal(antal["log"])))
