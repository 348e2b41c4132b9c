"""Runs the command about one file."""

import argparse
from collections.abc import Mapping

import polars as pl
from rich.console import Console

from pipeline.byg.filforklaring import explain_fil
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.tabeller import UDELADT, is_kanonisk
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer
from pipeline.tekster.dansk import dato


def run_forklar_fil(valg: argparse.Namespace) -> None:
    """Errors: `Brugerfejl`, after what could be told, with the sentence a build would stop with."""
    forklaring = explain_fil(valg.fil, indstillinger=load_indstillinger(valg.konfiguration), udtraek=valg.udtraek)
    konsol = make_konsol()
    if forklaring.slags:
        konsol.print(
            tekster_filer.FORKLAR_SLAGS.format(fil=forklaring.fil, slags=tekster_filer.SLAGS[forklaring.slags])
        )
    for nummer, tabel in enumerate(forklaring.tabeller):
        er_vist = nummer < len(forklaring.raekker)
        _print_tabel(konsol, tabel)
        if er_vist:
            _print_kolonner(konsol, tabel, forklaring.raekker[nummer], forklaring.former[nummer])
    if forklaring.fejl:
        raise Brugerfejl(forklaring.fejl)
    if not forklaring.tabeller:
        konsol.print(tekster_filer.FORKLAR_INGEN_TABEL)


def _print_tabel(konsol: Console, tabel: Kildetabel) -> None:
    konsol.print(
        "\n" + tekster_filer.FORKLAR_TABEL.format(fil=tabel.fil, tabel=tekster.TABELNAVNE[tabel.tabel]), style="bold"
    )
    for linje in _facts(tabel):
        konsol.print(linje, soft_wrap=True)


def _facts(tabel: Kildetabel) -> list[str]:
    linjer = []
    if isinstance(tabel.indhold, Csvindhold) and tabel.hoved:
        linjer.append(
            tekster_filer.FORKLAR_TEKST.format(
                tegnsaet=tekster_filer.TEGNSAET[tabel.hoved.tegnsaet or "utf-8-sig"],
                skilletegn=tekster_filer.SKILLETEGN[tabel.indhold.skilletegn],
            )
        )
    if tabel.hoved:
        linjer.append(tekster_filer.FORKLAR_HOVED.format(linje=tabel.hoved.linje, foerste=tabel.foerste_linje))
    if tabel.udtraeksdato:
        linjer.append(tekster_filer.FORKLAR_UDTRUKKET.format(dato=dato(tabel.udtraeksdato)))
    if tabel.periode:
        fra, til = map(dato, tabel.periode)
        linjer.append(tekster_filer.FORKLAR_PERIODE.format(fra=fra, til=til))
    return linjer + list(tabel.noter)


def _print_kolonner(konsol: Console, tabel: Kildetabel, raekker: pl.DataFrame, former: Mapping[str, str]) -> None:
    """One line a column: the file's heading, what it is read as, and its first cells, masked."""
    kolonner = tabel.hoved.kolonner if tabel.hoved else [("", navn) for navn in raekker.columns]
    numre = (tekster_filer.FORKLAR_RAEKKE.format(nummer=nummer) for nummer in range(1, len(raekker) + 1))
    vist = make_tabel(*tekster_filer.FORKLAR_KOLONNER, *numre, tal=0, fold=tuple(range(3 + len(raekker))))
    for overskrift, navn in kolonner:
        if overskrift or is_kanonisk(navn):
            celler = raekker[navn].to_list() if navn in raekker.columns else []
            vist.add_row(overskrift, _read_as(navn), former.get(navn, ""), *(celle or "" for celle in celler))
    konsol.print()
    konsol.print(vist)
    konsol.print(tekster_filer.FORKLAR_MASKERET)


def _read_as(navn: str) -> str:
    if is_kanonisk(navn):
        return navn
    return tekster_filer.LAESES_ALDRIG if navn.startswith(UDELADT) else tekster_filer.LAESES_KUN_SOM_ENS
