"""Runs the commands about måltal."""

import argparse
from collections.abc import Callable
from functools import partial

from pipeline.database.laesning import find_enhed
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import miljoe_of_command_line, name_of_command_line, open_as_command_line
from pipeline.lager.maaltal import AFVIST, GODKENDT, TILBAGETAGET, NytMaaltal, Tilstand
from pipeline.opfoelgning.maaltal import decide_maaltal, read_tal, settle_maaltal, suggest_maaltal, word_beslutning
from pipeline.tekster import beslutninger as tekster


def run_vis(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        historik = open_as_command_line(miljoe, "maaltal vis").rows("maaltal_historik_liste").to_dicts()
    konsol = make_konsol()
    if not any(beslutning["er_aaben"] for beslutning in historik):
        konsol.print(tekster.VENTER_INGEN)
    tabel = make_tabel(*tekster.KOLONNER, tal=0, fold=(1, 5, 6))
    for beslutning in historik:
        tabel.add_row(*word_beslutning(beslutning))
    if historik:
        konsol.print(tabel)


def run_foreslaa(valg: argparse.Namespace) -> None:
    _run_new(valg, suggest_maaltal, er_besluttet=False)


def run_saet(valg: argparse.Namespace) -> None:
    _run_new(valg, decide_maaltal, er_besluttet=True)


def _run_new(valg: argparse.Namespace, gem: Callable[..., int], *, er_besluttet: bool) -> None:
    tiendedele = read_tal(valg.maaltal)
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "maaltal saet" if er_besluttet else "maaltal foreslaa")
        enhed_id, _, _ = find_enhed(scope, valg.enhed)
        ny = NytMaaltal(enhed_id, valg.aar, tiendedele, valg.begrundelse.strip())
        nr = gem(scope, ny, bruger=name_of_command_line(), miljoe=miljoe)
    print(tekster.GEMT[er_besluttet].format(nr=nr))


def _run_answer(valg: argparse.Namespace, *, kommando: str, tilstand: Tilstand) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, f"maaltal {kommando}")
        begrundelse = valg.begrundelse.strip()
        settle_maaltal(scope, valg.nr, tilstand, begrundelse, bruger=name_of_command_line(), miljoe=miljoe)
    print(tekster.BESVARET[tilstand].format(nr=valg.nr))


run_godkend = partial(_run_answer, kommando="godkend", tilstand=GODKENDT)
run_afvis = partial(_run_answer, kommando="afvis", tilstand=AFVIST)
run_traek = partial(_run_answer, kommando="traek", tilstand=TILBAGETAGET)
