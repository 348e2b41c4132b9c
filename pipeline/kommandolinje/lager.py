"""The commands about the store: hold the log against its chain, keep a copy and fetch it again."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando
from pipeline.tekster import lager as tekster_lager


def add_lager(kommandoer: Any) -> None:
    log = add_gruppe(kommandoer, "log", tekster_lager.CLI_LOG)
    kontrol = add_kommando(log, "kontrol", tekster_lager.CLI_LOG_KONTROL, "udfoer_lager:run_kontrol")
    kontrol.add_argument("--forventet", metavar="KONTROLTAL", help=tekster_lager.CLI_FORVENTET)
    add_kommando(log, "begynd", tekster_lager.CLI_LOG_BEGYND, "udfoer_lager:run_begynd")
    add_kommando(log, "ryd", tekster_lager.CLI_LOG_RYD, "udfoer_lager:run_ryd")
    lager = add_gruppe(kommandoer, "lager", tekster_lager.CLI_LAGER)
    gem = add_kommando(lager, "gem", tekster_lager.CLI_LAGER_GEM, "udfoer_lager:run_gem")
    gem.add_argument("--til", type=Path, required=True, metavar="FIL", help=tekster_lager.CLI_TIL)
    hent = add_kommando(lager, "hent", tekster_lager.CLI_LAGER_HENT, "udfoer_lager:run_hent")
    hent.add_argument("--fra", type=Path, required=True, metavar="FIL", help=tekster_lager.CLI_FRA)
    hent.add_argument("--overskriv", action="store_true", help=tekster_lager.CLI_OVERSKRIV)
    konto = add_gruppe(kommandoer, "konto", tekster_lager.CLI_KONTO)
    bind = add_kommando(konto, "bind", tekster_lager.CLI_KONTO_BIND, "udfoer_lager:run_bind")
    bind.add_argument("--bruger", required=True, metavar="BRUGER", help=tekster_lager.CLI_KONTO_BRUGER)
    bind.add_argument("--konto", required=True, metavar="KONTO", help=tekster_lager.CLI_KONTO_NUMMER)
    bind.add_argument("--udsteder", required=True, metavar="ADRESSE", help=tekster_lager.CLI_KONTO_UDSTEDER)
