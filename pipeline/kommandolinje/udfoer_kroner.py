"""Runs løn under sygdom, and prints it."""

import argparse
from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from pipeline.afstemning.kroner import Kroner, Linje, Loen, check_switched_on, compute_kroner
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.loen import LOEN, parse_kroner, read_loen
from pipeline.kommandolinje.csv_fil import save_csv
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.tekster import kroner as tekster
from pipeline.tekster.dansk import decimaltal, heltal


def run_kroner(valg: argparse.Namespace) -> None:
    refusion = _read_refusion(valg.refusion)
    with scope_of_command_line(valg.database, valg.kommando, personer=True) as scope:
        check_switched_on(scope)
        loen = Loen(read_loen(valg.loen), valg.loen.name if valg.loen else LOEN, refusion)
        kroner = compute_kroner(scope, valg.enhed, valg.kvartal, loen)
    print_kroner(kroner)
    if valg.csv:
        save_csv(valg.csv, tabulate(kroner))


def _read_refusion(tekst: str | None) -> int | None:
    if tekst is None:
        return None
    kroner = parse_kroner(tekst)
    if kroner is None:
        raise Brugerfejl(tekster.INTET_BELOEB.format(tekst=tekst))
    return kroner


def print_kroner(kroner: Kroner) -> None:
    konsol = make_konsol()
    konsol.print(kroner.titel, style="bold")
    konsol.print()
    tabel = make_tabel(*tekster.KOLONNER, tal=4, fold=(0,))
    for linje in kroner.linjer:
        tabel.add_row(*_say(linje))
    tabel.add_row(*_say(kroner.i_alt), style="bold")
    tabel.add_row(tekster.REFUSION, "", "", "", _say_kroner(kroner.refusion, tekster.IKKE_OPLYST))
    konsol.print(tabel)
    konsol.print(f"\n{kroner.saetning}", soft_wrap=True)
    for note in kroner.noter:
        konsol.print(f"- {note}", soft_wrap=True)


def _say(linje: Linje) -> tuple[str, ...]:
    tal = decimaltal(linje.dagsvaerk), decimaltal(linje.stillinger)
    return linje.navn, linje.aarsloen, *tal, _say_kroner(linje.kroner, tekster.INTET)


def _say_kroner(kroner: Decimal | None, ellers: str) -> str:
    return ellers if kroner is None else heltal(kroner)


def tabulate(kroner: Kroner) -> pl.DataFrame:
    """The table as shown; what is missing or ikke oplyst is empty. Grain: a line."""

    def rows() -> Iterator[tuple[str, str, float | None, float | None, float | None]]:
        for linje in (*kroner.linjer, kroner.i_alt):
            yield linje.navn, linje.aarsloen, float(linje.dagsvaerk), float(linje.stillinger), _as_float(linje.kroner)
        ikke = tekster.IKKE_OPLYST if kroner.refusion is None else ""
        yield tekster.REFUSION, ikke, None, None, _as_float(kroner.refusion)

    typer = (pl.String, pl.String, pl.Float64, pl.Float64, pl.Float64)
    return pl.DataFrame(list(rows()), schema=dict(zip(tekster.KOLONNER, typer, strict=True)), orient="row")


def _as_float(tal: Decimal | None) -> float | None:
    return None if tal is None else float(tal)
