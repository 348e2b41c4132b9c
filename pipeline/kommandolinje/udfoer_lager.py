"""Runs the commands about the store."""

import argparse
from datetime import UTC, datetime

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import lager_of, name_of_command_line
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.log import prune_log, verify_log
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import heltal


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
