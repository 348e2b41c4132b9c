"""Nøgletal and what lies behind them as text: tables for people, csv and json for programs."""

import argparse
from collections.abc import Callable, Iterable
from typing import Any

import polars as pl
from rich.console import Console

from pipeline.database.laesning import NOEGLETAL_KOLONNER, find_enhed, select_noegletal
from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.port.scope import Scope
from pipeline.report.formler import keep_as_text
from pipeline.report.kvartalsstatus import format_maaltal
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, dato, decimaltal, heltal, periode_med_ord, procent


def run_noegletal(valg: argparse.Namespace) -> None:
    with scope_of_command_line(valg.database, "noegletal") as scope:
        print_noegletal(
            scope, kvartal=valg.kvartal, enhed=valg.enhed, niveau=valg.niveau, maaned=valg.maaned, form=valg.format
        )


def run_forklar(valg: argparse.Namespace) -> None:
    with scope_of_command_line(valg.database, "forklar", personer=True) as scope:
        print_forklaring(scope, enhed=valg.enhed, periode=valg.kvartal, form=valg.format)


def print_noegletal(
    scope: Scope, *, kvartal: str | None, enhed: str | None, niveau: str | None, maaned: bool, form: str
) -> None:
    maaned = maaned or (kvartal is not None and "-" in kvartal)
    raekker = select_noegletal(scope, periode=kvartal, enhed=enhed, niveau=niveau, maaned=maaned)
    med_navn = raekker.select(NOEGLETAL_KOLONNER).rename({"periode": "maaned" if maaned else "kvartal"})
    if form == "csv":
        print(write_csv(med_navn), end="")
    elif form == "json":
        print(med_navn.with_columns(pl.col(pl.Decimal).cast(pl.Float64)).write_json())
    else:
        _print_tabel(raekker, scope.rows("byggerapport_bygning")["nytal"].item())


def write_csv(raekker: pl.DataFrame) -> str:
    """Comma-separated, numbers with a point; a text a spreadsheet would run as a formula stays text behind a quote."""
    return keep_as_text(raekker).write_csv()


def _print_tabel(raekker: pl.DataFrame, nytal: str) -> None:
    konsol = make_konsol()
    if raekker.is_empty():
        konsol.print(tekster.INGEN_RAEKKER)
        return
    tabel = make_tabel(*tekster.NOEGLETAL_OVERSKRIFTER.values(), tal=8, fold=(0,))
    for raekke in raekker.filter(~pl.col("er_nedlagt")).iter_rows(named=True):
        tabel.add_row(*_celler(raekke))
    nedlagte = raekker.filter("er_nedlagt")
    if len(nedlagte):
        tabel.add_row(f"\n{tekster.NEDLAGTE_ENHEDER}", style="bold")
    for raekke in nedlagte.iter_rows(named=True):
        tabel.add_row(*_celler(raekke))
    konsol.print(tabel)
    konsol.print("\n" + tekster.NOEGLETAL_FORKLARING.format(pr=tekster.PR[nytal], laengde=tekster.TOLV_MAANEDER))


def _celler(raekke: dict[str, Any]) -> Iterable[str]:
    yield raekke["enhedsnavn"]
    yield raekke["niveau"]
    yield raekke["periode"] + (tekster.FORELOEBIG_MAERKE if raekke["er_foreloebig"] else "")
    yield decimaltal(raekke["gns_medarbejdere"])
    yield _eller_intet(raekke["sygedage"], decimaltal)
    yield aendring(raekke["aendring_kvartal"])
    yield aendring(raekke["aendring_aar"])
    yield _eller_intet(raekke["fravaersprocent"], lambda andel: f"{decimaltal(andel * 100)} pct.")
    yield _eller_intet(raekke["langtidsandel"], procent)
    yield _eller_intet(raekke["langtidsfriske_andel"], procent)
    yield format_maaltal(raekke)


def _eller_intet(tal: float | None, vis: Callable[[float], str]) -> str:
    return tekster.MANGLER_TAL if tal is None else vis(tal)


def print_forklaring(scope: Scope, *, enhed: str, periode: str, form: str) -> None:
    """The records and employed days behind a node's rolling figure, and the division they end in.

    Errors: `Brugerfejl` when the node has no figure in the period.
    """
    tal = select_noegletal(scope, periode=periode, enhed=enhed, maaned="-" in periode)
    enhed_id, _, navn = find_enhed(scope, enhed)
    poster = scope.rows("forklar_poster", enhed_id=enhed_id, periode=periode)
    ansatte = scope.rows("forklar_ansatte", enhed_id=enhed_id, periode=periode)
    if tal.is_empty():
        raise Brugerfejl(tekster.FORKLAR_INGEN_ANSATTE.format(enhed=navn, periode=periode_med_ord(periode)))
    if form == "csv":
        print(write_csv(poster), end="")
        return
    if form == "json":
        print(poster.with_columns(pl.col(pl.Decimal).cast(pl.Float64)).write_json())
        return
    konsol = make_konsol()
    konsol.print(tekster.FORKLAR_OVERSKRIFT.format(enhed=navn, periode=periode_med_ord(periode)), style="bold")
    _print_poster(konsol, poster)
    _print_ansatte(konsol, ansatte)
    _print_sum(konsol, tal.row(0, named=True), ansatte)


def _print_poster(konsol: Console, poster: pl.DataFrame) -> None:
    konsol.print(f"\n{tekster.FORKLAR_POSTER}")
    tabel = make_tabel(*tekster.FORKLAR_POSTER_KOLONNER, tal=3)
    for post in poster.iter_rows(named=True):
        tabel.add_row(
            post["medarbejdernr"],
            dato(post["foerste_dag"]),
            dato(post["sidste_dag"]),
            post["fil"],
            str(post["linje"]),
            decimaltal(post["dagsvaerk"], 8),
            decimaltal(post["dagsvaerk_lang"], 8),
        )
    tabel.add_row(
        tekster.FORKLAR_I_ALT,
        *[""] * 4,
        decimaltal(poster["dagsvaerk"].sum() or 0, 8),
        decimaltal(poster["dagsvaerk_lang"].sum() or 0, 8),
        style="bold",
    )
    konsol.print(tabel)


def _print_ansatte(konsol: Console, ansatte: pl.DataFrame) -> None:
    konsol.print(f"\n{tekster.FORKLAR_ANSATTE}")
    tabel = make_tabel(*tekster.FORKLAR_ANSATTE_KOLONNER, tal=2)
    for ansat in ansatte.iter_rows(named=True):
        tabel.add_row(ansat["medarbejdernr"], heltal(ansat["ansat_dage"]), decimaltal(ansat["fuldtid_dage"], 2))
    tabel.add_row(
        tekster.FORKLAR_I_ALT,
        heltal(ansatte["ansat_dage"].sum()),
        decimaltal(ansatte["fuldtid_dage"].sum(), 2),
        style="bold",
    )
    konsol.print(tabel)


def _print_sum(konsol: Console, tal: dict[str, Any], ansatte: pl.DataFrame) -> None:
    if tal["sygedage_pr_medarbejder"] is None:
        konsol.print(f"\n{tekster.FORKLAR_UDEN_RATE}")
        return
    konsol.print(
        "\n"
        + tekster.FORKLAR_SUM.format(
            dagsvaerk=decimaltal(tal["dagsvaerk"], 2),
            medarbejdere=decimaltal(tal["gns_medarbejdere"], 2),
            dage=heltal(ansatte["ansat_dage"].sum()),
            vindue=ansatte["vindue_dage"][0],
            sygedage=decimaltal(tal["sygedage_pr_medarbejder"], 2),
        ),
        soft_wrap=True,
    )
