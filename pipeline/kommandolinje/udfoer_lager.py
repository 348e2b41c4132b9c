"""Runs the commands about the store."""

import argparse
from datetime import UTC, datetime

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import lager_of, name_of_command_line
from pipeline.lager.identiteter import bind_konto
from pipeline.lager.kontrol import describe_hoved, verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.log import begin_log, prune_log
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import heltal


def run_kontrol(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        kontrol = verify_log(lager, forventet=valg.forventet)
    if kontrol.fund:
        fund = " ".join(fund.saetning for fund in kontrol.fund)
        raise Brugerfejl(tekster_lager.LOG_IKKE_HEL.format(fund=fund))
    print(tekster_lager.LOG_HEL.format(antal=heltal(kontrol.antal), kontroltal=kontrol.kontroltal))
    print(describe_hoved(kontrol))


def run_begynd(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        foer = verify_log(lager).antal
        begin_log(lager, hvem=name_of_command_line(), nu=datetime.now(UTC))
    print(tekster_lager.LOG_BEGYNDT.format(antal=heltal(foer)))


def run_ryd(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        antal = prune_log(lager, hvem=name_of_command_line(), nu=datetime.now(UTC))
    print(tekster_lager.LOG_RYDDET.format(antal=heltal(antal)))


def run_bind(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        bind_konto(lager, valg.bruger, udsteder=valg.udsteder, vaerdi=valg.konto, af=name_of_command_line())
    print(tekster_lager.KONTO_BUNDET_NU.format(bruger=valg.bruger))


def run_gem(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        _print_copied(tekster_lager.GEMT, backup_lager(lager, valg.til))


def run_hent(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        overskriv_af = name_of_command_line() if valg.overskriv else None
        _print_copied(tekster_lager.HENTET, restore_lager(lager, valg.fra, overskriv_af=overskriv_af))


def _print_copied(saetning: str, antal: dict[str, int]) -> None:
    print(saetning.format(adgange=heltal(antal["adgang"]), log=heltal(antal["log"])))
