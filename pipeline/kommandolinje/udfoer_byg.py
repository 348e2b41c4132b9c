"""Runs the commands that build."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.byg.byggerapport import Byggerapport
from pipeline.byg.demo import is_demo
from pipeline.byg.sammenligning import Afvigelse
from pipeline.byg.warehouse import Foer, build_warehouse, count_steps
from pipeline.database.noegler import ensure_noegler, read_noegle
from pipeline.database.ombytning import restore_previous
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from pipeline.kommandolinje.aargang import follow_forrige
from pipeline.kommandolinje.byggerapport import print_rapport, print_sammenligning
from pipeline.kommandolinje.konsol import make_konsol
from pipeline.kommandolinje.miljoe import command_line_as_hr, lager_of, name_of_command_line
from pipeline.kvartal.aargang import Husket, recall
from pipeline.kvartal.ibrug import settle_adgang, settle_bygning
from pipeline.lager.kontrol import verify_log
from pipeline.lager.log import begin_log
from pipeline.port.scope import Miljoe
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import faelles as tekster

if TYPE_CHECKING:
    from pipeline.port.dom_over_adgang import Afsluttet


def run_byg(valg: argparse.Namespace) -> None:
    """The demo makes its own keys; a real delivery is never written under a key nobody chose."""
    nye = ensure_noegler(valg.database) if is_demo(valg.kilde) else []
    read_noegle("noegle", valg.database)
    with lager_of(valg.database) as lager:
        if "lognoegle" in nye and verify_log(lager).antal:
            begin_log(lager, hvem=name_of_command_line(), nu=dt.datetime.now(dt.UTC))
        indstillinger = load_indstillinger(valg.konfiguration)
        afsluttede: list[Afsluttet] = []

        def settle(ny: Path, rapport: Byggerapport) -> None:
            ny_bygning = Miljoe(ny, lager, lambda: dt.datetime.now(dt.UTC), valg.database)
            afsluttede.extend(settle_adgang(ny_bygning, rapport, hr=command_line_as_hr()))

        rapport = _build(
            valg,
            valg.database,
            indstillinger,
            husket=recall(lager, indstillinger),
            foer_ombytning=settle,
        )
        print_afsluttede(afsluttede)
        settle_bygning(lager, rapport, indstillinger, nu=dt.datetime.now(dt.UTC))


def print_afsluttede(raekker: "list[Afsluttet]") -> None:
    """Whose rows of adgang were ended, for hr to give anew, narrower."""
    for raekke in raekker:
        print(
            tekster_adgang.BYG_AFSLUTTET.format(
                bruger=raekke.bruger,
                rolle=tekster_adgang.ROLLER[raekke.rolle],
                enhedsnr=f"{raekke.enhedsnr:08d}",
                antal=raekke.antal,
            )
        )


def run_tjek(valg: argparse.Namespace) -> None:
    """The same as `byg`, into a folder that is thrown away, under a key that is forgotten."""
    with TemporaryDirectory(prefix="sygefravaer-") as mappe:
        database = Path(mappe) / "tjek.duckdb"
        indstillinger = load_indstillinger(valg.konfiguration)
        try:
            _build(valg, database, indstillinger, noegle=token_urlsafe(), forrige=valg.database)
        except Afvigelse as afvigelse:
            print_sammenligning(afvigelse.sammenligning, make_konsol())
            raise
    print(tekster.TJEK_FAERDIG)


def _build(
    valg: argparse.Namespace,
    database: Path,
    indstillinger: Indstillinger,
    *,
    noegle: str | None = None,
    forrige: Path | None = None,
    husket: Husket | None = None,
    foer_ombytning: Foer = lambda ny, rapport: None,
) -> Byggerapport:
    with progress(count_steps()) as fremdrift:
        rapport = build_warehouse(
            valg.kilde,
            database,
            indstillinger=indstillinger,
            udtraek=valg.udtraek,
            accepter_afvigelse=valg.accepter_afvigelse,
            traade=valg.traade,
            noegle=noegle,
            forrige=forrige,
            fremdrift=fremdrift,
            foer_ombytning=foer_ombytning,
            **(husket or Husket()),
        )
    print_rapport(rapport, make_konsol())
    return rapport


def run_forrige(valg: argparse.Namespace) -> None:
    """The file first: it goes back whatever the store is like."""
    restore_previous(valg.database)
    print(tekster.FORRIGE_FAERDIG.format(database=valg.database.name))
    try:
        follow_forrige(valg.database)
    except Brugerfejl as fejl:
        print(tekster.FORRIGE_UDEN_LAGER.format(fejl=fejl))


@contextmanager
def progress(trin_i_alt: int) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing in a log."""
    if not sys.stderr.isatty():
        yield lambda trin: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    kolonner = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolonner, console=make_konsol(stderr=True), transient=True) as bjaelke:
        opgave = bjaelke.add_task(tekster.BYGGER, total=trin_i_alt)

        def fremdrift(trin: str) -> None:
            bjaelke.update(opgave, advance=1, description=tekster.FREMDRIFT.get(trin, tekster.BYGGER))

        yield fremdrift
