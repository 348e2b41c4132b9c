"""Runs the bridge from our figure to another's, and prints it."""

import argparse
from collections.abc import Iterator, Sequence
from decimal import Decimal

import polars as pl

from pipeline.afstemning.bro import Afstemning, Linje, Node, read_node
from pipeline.afstemning.eget import bridge_eget
from pipeline.afstemning.laast import bridge_laast
from pipeline.afstemning.lpt169 import bridge_lpt169
from pipeline.afstemning.statistik import Andres, bridge_statistik, per_fuldtid, pick_benchmark, year_end
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.benchmarks import BENCHMARKS, parse_tal, read_benchmarks
from pipeline.kommandolinje.csv_fil import save_csv
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import lager_of, scope_of_command_line
from pipeline.port.scope import Scope
from pipeline.status.arkiv import open_arkiv
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import aendring, decimaltal

STATISTIKKER = ("krl", "dst")


def run_afstem(valg: argparse.Namespace) -> None:
    tal = _read_tal(valg)
    with scope_of_command_line(valg.database, valg.kommando, personer=True) as scope:
        afstemning = _bridge(scope, valg, tal)
    print_afstemning(afstemning)
    if valg.csv:
        save_csv(valg.csv, tabulate(afstemning))


def _read_tal(valg: argparse.Namespace) -> Decimal | None:
    if valg.tal is None:
        if valg.med == "eget":
            raise Brugerfejl(tekster.TAL_MANGLER)
        return None
    if valg.med not in (*STATISTIKKER, "eget"):
        raise Brugerfejl(tekster.TAL_PASSER_IKKE)
    tal = parse_tal(valg.tal)
    if tal is None:
        raise Brugerfejl(tekster.IKKE_ET_TAL.format(tekst=valg.tal))
    return tal


def _bridge(scope: Scope, valg: argparse.Namespace, tal: Decimal | None) -> Afstemning:
    node = read_node(scope, valg.enhed, valg.kvartal)
    nettodage = scope.rows("byggerapport_bygning")["nettodage"].item()
    if valg.med == "lpt169":
        return bridge_lpt169(node, valg.kvartal)
    if valg.med == "laast":
        return _bridge_laast(scope, node, valg)
    if valg.med == "eget" and tal is not None:
        return bridge_eget(node, valg.kvartal, tal, nettodage)
    return bridge_statistik(node, valg.kvartal, _find_andres(valg, tal, nettodage), nettodage)


def _bridge_laast(scope: Scope, node: Node, valg: argparse.Namespace) -> Afstemning:
    with lager_of(valg.database) as lager:
        arkiv = open_arkiv(valg.laaste, lager)
    return bridge_laast(node, valg.kvartal, arkiv.laaste, scope, arkiv.noegle)


def _find_andres(valg: argparse.Namespace, tal: Decimal | None, nettodage: int) -> Andres:
    fil = valg.benchmarks.name if valg.benchmarks else BENCHMARKS
    if tal is not None:
        return Andres(valg.med, tal, None, valg.gruppe, fil)
    aar = int(year_end(valg.kvartal)[:4])
    linje = pick_benchmark(read_benchmarks(valg.benchmarks), kilde=valg.med, gruppe=valg.gruppe, aar=aar, fil=fil)
    return Andres(valg.med, per_fuldtid(linje, nettodage) if linje else None, linje, valg.gruppe, fil)


def print_afstemning(afstemning: Afstemning) -> None:
    konsol = make_konsol()
    konsol.print(afstemning.titel, style="bold")
    for bro in afstemning.broer:
        tabel = make_tabel(bro.titel, *tekster.KOLONNER[1:], tal=2, fold=(0,))
        linjer = list(bro.words())
        for nr, linje in enumerate(linjer):
            tabel.add_row(*linje, style="bold" if nr in (0, len(linjer) - 1) else "")
        konsol.print()
        konsol.print(tabel)
    if afstemning.andre:
        tabel = make_tabel(tekster.EGET_ANDRE, *tekster.EGET_KOLONNER[1:], tal=2, fold=(0,))
        for navn, forskel, tal in afstemning.andre:
            tabel.add_row(navn, "" if forskel is None else aendring(forskel, 2), decimaltal(tal, 2))
        konsol.print()
        konsol.print(tabel)
    konsol.print(f"\n{afstemning.saetning}", soft_wrap=True)
    for note in afstemning.noter:
        konsol.print(f"- {note}", soft_wrap=True)


def tabulate(afstemning: Afstemning) -> pl.DataFrame:
    """Every table of it, as shown. Grain: a line."""

    def rows() -> Iterator[tuple[str, Sequence[Linje]]]:
        yield from ((bro.titel, list(bro.lines())) for bro in afstemning.broer)
        yield tekster.EGET_ANDRE, list(afstemning.andre)

    raekker = [(titel, *linje) for titel, linjer in rows() for linje in linjer]
    return pl.DataFrame(
        [
            (titel, navn, None if forskel is None else float(forskel), float(tal))
            for titel, navn, forskel, tal in raekker
        ],
        schema=dict(zip(tekster.CSV_KOLONNER, (pl.String, pl.String, pl.Float64, pl.Float64), strict=True)),
        orient="row",
    )
