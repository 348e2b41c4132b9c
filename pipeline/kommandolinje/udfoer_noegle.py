"""Runs the commands about keys."""

import argparse
from pathlib import Path

from pipeline.database.noegler import ensure_noegler, is_given, read_key_file, read_noegle
from pipeline.database.noegleskift import change_key, is_encrypted
from pipeline.fejl import Brugerfejl
from pipeline.tekster import noegler as tekster_noegler


def run_ny(valg: argparse.Namespace) -> None:
    _check_no_other_key(valg.database)
    nye = ensure_noegler(valg.database)
    print(tekster_noegler.NY_FAERDIG.format(navne=", ".join(nye)) if nye else tekster_noegler.NY_INTET)


def _check_no_other_key(database: Path) -> None:
    """A new key beside a database under another would soon be kept in place of that one."""
    if database.is_file() and not is_given("noegle", database) and is_encrypted(database):
        raise Brugerfejl(tekster_noegler.NY_UNDER_EN_ANDEN.format(database=database.name))


def run_skift(valg: argparse.Namespace) -> None:
    gammel, ny = read_noegle("noegle", valg.database), read_key_file(valg.til, "noegle")
    if gammel == ny:
        print(tekster_noegler.SKIFT_SAMME)
        return
    change_key(valg.database, gammel=gammel, ny=ny)
    print(tekster_noegler.SKIFT_FAERDIG)
