"""The build's report as HR reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.byg.byggerapport import Byggerapport
from pipeline.byg.sammenligning import describe_forrige, tabulate_sammenligning
from pipeline.kommandolinje.konsol import make_tabel
from pipeline.report.aendringer import with_grund
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import aendring, dato, decimaltal, heltal, periode_med_ord, procent, procentpoint
from pipeline.tekster.former import describe_former

if TYPE_CHECKING:
    import polars as pl
    from rich.console import Console


def print_rapport(rapport: Byggerapport, konsol: Console) -> None:
    """In the order HR reads: files, coverage, population, reconciliation, warnings, headline."""
    _print_kilder(rapport, konsol)
    _print_daekning(rapport, konsol)
    _print_population(rapport, konsol)
    _print_afstemning(rapport, konsol)
    _print_advarsler(rapport, konsol)
    print_sammenligning(rapport.sammenligning, konsol)
    _print_hovedtal(rapport, konsol)


def _heading(konsol: Console, tekst: str) -> None:
    konsol.print(f"\n{tekst}", style="bold")


def _print_kilder(rapport: Byggerapport, konsol: Console) -> None:
    _heading(konsol, tekster.RAPPORT_KILDER)
    tabel = make_tabel(*tekster.RAPPORT_KILDER_KOLONNER, tal=5, fold=(0,))
    for kilde in rapport.kilder.iter_rows(named=True):
        tabel.add_row(
            kilde["fil"],
            tekster.TABELNAVNE[kilde["tabel"]],
            kilde["form"],
            dato(kilde["udtraeksdato"]) if kilde["udtraeksdato"] else "",
            *(heltal(kilde[f"antal_{navn}"]) for navn in ("laest", "accepteret", "dublet", "total", "afvist")),
        )
    konsol.print(tabel)
    for fil, noter in rapport.kilder.select("fil", "noter").drop_nulls().iter_rows():
        for note in noter.splitlines():
            konsol.print(tekster_filer.RAPPORT_NOTE.format(fil=fil, note=note))
    for linje in describe_former(rapport.former.iter_rows()):
        konsol.print(linje)
    for fil, grund, antal, linje in rapport.afviste.iter_rows():
        konsol.print(tekster.RAPPORT_AFVIST.format(fil=fil, antal=heltal(antal), grund=grund, linje=linje))


def _print_daekning(rapport: Byggerapport, konsol: Console) -> None:
    _heading(konsol, tekster.RAPPORT_DAEKNING)
    bygning = rapport.bygning
    konsol.print(
        tekster.RAPPORT_DAEKNING_LINJE.format(
            udtraek=dato(bygning["udtraeksdato"]),
            fra=dato(bygning["daekket_fra"]) if bygning["daekket_fra"] else tekster.INTET,
            til=dato(bygning["daekket_til"]),
            kilde=bygning["daekning_kilde"],
            opbevaring=dato(bygning["opbevaring_fra"]),
        )
    )
    foreloebig = tekster.RAPPORT_FORELOEBIG[bygning["er_foreloebig_maalt"]]
    konsol.print(foreloebig.format(dage=heltal(bygning["foreloebig_dage"])))


def _print_population(rapport: Byggerapport, konsol: Console) -> None:
    _heading(konsol, tekster.RAPPORT_POPULATION)
    tabel = make_tabel(*tekster.RAPPORT_POPULATION_KOLONNER, tal=2, fold=(1,))
    for aarsag, titel, antal, ultimo in rapport.population.iter_rows():
        tabel.add_row(aarsag, titel, heltal(antal), heltal(ultimo))
    konsol.print(tabel)


def _print_afstemning(rapport: Byggerapport, konsol: Console) -> None:
    afstemning = rapport.afstemning
    _heading(konsol, tekster.RAPPORT_AFSTEMNING.format(poster=heltal(afstemning["antal_poster"])))
    tabel = make_tabel("", "", tal=1)
    for navn, tekst in tekster.RAPPORT_AFSTEMNING_LINJER.items():
        if navn != "foer_opbevaring" or afstemning[navn]:
            tabel.add_row(tekst, decimaltal(afstemning[navn], 8))
    konsol.print(tabel)


def _print_advarsler(rapport: Byggerapport, konsol: Console) -> None:
    _heading(konsol, tekster.RAPPORT_ADVARSLER)
    linjer = []
    for advarsel, antal in rapport.advarsler.items():
        linjer.append(tekster_stop.ADVARSLER[advarsel].format(antal=heltal(antal)))
        if advarsel == "totalraekker":
            linjer += [
                tekster.RAPPORT_TOTAL.format(
                    fil=fil, linje=linje, maal=maal, oplyst=decimaltal(oplyst, 2), summeret=decimaltal(summeret, 2)
                )
                for fil, linje, maal, oplyst, summeret in rapport.totaler.iter_rows()
            ]
    if rapport.lpt169_forskelle:
        linjer.append(tekster.RAPPORT_LPT169.format(antal=heltal(rapport.lpt169_forskelle)))
    for linje in linjer or [tekster.RAPPORT_INGEN_ADVARSLER]:
        konsol.print(linje)


def print_sammenligning(sammenligning: pl.DataFrame, konsol: Console) -> None:
    """The build's results beside those of the last one the program trusts."""
    _heading(konsol, tekster_stop.SAMMENLIGNING)
    konsol.print(describe_forrige(sammenligning))
    if sammenligning.is_empty():
        return
    tabel = make_tabel(*tekster_stop.SAMMENLIGNING_KOLONNER, tal=3, fold=(0,))
    for linje in tabulate_sammenligning(sammenligning):
        tabel.add_row(*linje)
    konsol.print(tabel)


def _describe_no_hovedtal(rapport: Byggerapport) -> str:
    fra, til = rapport.bygning["daekket_fra"], rapport.bygning["daekket_til"]
    if rapport.har_kvartaler:
        return tekster.RAPPORT_INGEN_I_KVARTALERNE
    if fra is None:
        return tekster.RAPPORT_INGEN_DAEKNING
    return tekster.RAPPORT_INGEN_HOVEDTAL.format(fra=dato(fra), til=dato(til))


def _print_hovedtal(rapport: Byggerapport, konsol: Console) -> None:
    tal = rapport.hovedtal
    if tal is None:
        _heading(konsol, _describe_no_hovedtal(rapport))
        return
    foreloebig = tekster.FORELOEBIG if tal["er_foreloebig"] else ""
    _heading(konsol, tekster.RAPPORT_HOVEDTAL.format(periode=periode_med_ord(tal["periode"]), foreloebig=foreloebig))
    tabel = make_tabel("", "", "", "", tal=3)
    enhed = tekster.ENHED_FOR_NYTAL[rapport.bygning["nytal"]]
    if tal["sygedage"] is not None:
        tabel.add_row(
            enhed,
            decimaltal(tal["sygedage"]),
            with_grund(tekster.SIDEN_KVARTAL.format(aendring=aendring(tal["aendring_kvartal"])), tal, "kvartal"),
            with_grund(tekster.SIDEN_AAR.format(aendring=aendring(tal["aendring_aar"])), tal, "aar"),
        )
    for navn, tekst in (("langtidsandel", tekster.LANGTIDSANDEL), ("langtidsfriske", tekster.LANGTIDSFRISKE)):
        andel = tal["langtidsfriske_andel" if navn == "langtidsfriske" else navn]
        if andel is not None:
            forskel = procentpoint(tal[f"{navn}_aendring_kvartal"])
            tabel.add_row(tekst, procent(andel), tekster.SIDEN_KVARTAL.format(aendring=forskel), "")
    tabel.add_row(tekster.GNS_MEDARBEJDERE, heltal(tal["gns_medarbejdere"]), "", "")
    konsol.print(tabel)
