"""The commands about måltal."""

import argparse
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando, read_antal
from pipeline.tekster import beslutninger as tekster_beslutninger
from pipeline.tekster import faelles as tekster


def add_maaltal(kommandoer: Any) -> None:
    gruppe = add_gruppe(kommandoer, "maaltal", tekster_beslutninger.CLI)
    add_kommando(gruppe, "vis", tekster_beslutninger.CLI_VIS, "udfoer_maaltal:run_vis")
    for navn, hjaelp in (("foreslaa", tekster_beslutninger.CLI_FORESLAA), ("saet", tekster_beslutninger.CLI_SAET)):
        ny = add_kommando(gruppe, navn, hjaelp, f"udfoer_maaltal:run_{navn}")
        ny.add_argument("--enhed", required=True, metavar="NR", help=tekster.CLI_ENHED)
        ny.add_argument("--aar", type=read_antal, required=True, metavar="ÅR", help=tekster_beslutninger.CLI_AAR)
        ny.add_argument("--maaltal", required=True, metavar="TAL", help=tekster_beslutninger.CLI_TAL)
        _add_begrundelse(ny, skal=True)
    for navn, hjaelp in (
        ("godkend", tekster_beslutninger.CLI_GODKEND),
        ("afvis", tekster_beslutninger.CLI_AFVIS),
        ("traek", tekster_beslutninger.CLI_TRAEK),
    ):
        svar = add_kommando(gruppe, navn, hjaelp, f"udfoer_maaltal:run_{navn}")
        svar.add_argument("--nr", type=read_antal, required=True, metavar="NR", help=tekster_beslutninger.CLI_NR)
        _add_begrundelse(svar, skal=navn != "godkend")


def _add_begrundelse(kommando: argparse.ArgumentParser, *, skal: bool) -> None:
    kommando.add_argument(
        "--begrundelse", required=skal, default="", metavar="TEKST", help=tekster_beslutninger.CLI_BEGRUNDELSE
    )
