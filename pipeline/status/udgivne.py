"""Published quarters as lists, for the page and the command: the locks, the corrections, who fetched the case."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.lager.kvartalsvalg import read_datoer
from pipeline.lager.laase import Hentning, Laas
from pipeline.lager.lager import Lager
from pipeline.port.scope import Scope
from pipeline.status.arkiv import Arkiv
from pipeline.status.berigtigelser import word_changes
from pipeline.status.laaste import Laast
from pipeline.tekster import faelles as tekster_faelles
from pipeline.tekster import laaste as tekster
from pipeline.tekster.dansk import (
    dato,
    dato_med_ord,
    decimaltal,
    end_of_quarter,
    opremsning,
    periode_med_ord,
    tidspunkt,
)

Linje = tuple[str, ...]


def list_laase(arkiv: Arkiv, laase: Sequence[Laas]) -> list[Linje]:
    """In the order of LAASE_KOLONNER, the newest first; of a quarter that is only a file less is known."""
    i_lageret = {laas.kvartal: laas for laas in laase}
    return [
        _line(laast, i_lageret.get(kvartal), arkiv) for kvartal, laast in sorted(arkiv.laaste.items(), reverse=True)
    ]


def _line(laast: Laast, laas: Laas | None, arkiv: Arkiv) -> Linje:
    mangler = tekster_faelles.MANGLER_TAL
    rettet = [dato(en.dag) for en in arkiv.berigtigelser if en.kvartal == laast.kvartal]
    kommunen = next(gruppe for noegle, gruppe in laast.grupper.items() if noegle.startswith("None/"))
    return (
        periode_med_ord(laast.kvartal),
        mangler if laas is None else dato(laas.udgivet),
        mangler if laas is None else _word_moede(laas) or mangler,
        laast.udtraeksdato,
        mangler if laas is None else laas.af,
        tekster.I_EN_FIL if laas is None else tekster.I_LAGERET,
        ", ".join(rettet) or mangler,
        decimaltal(float(kommunen["sygedage"])),
    )


def _word_moede(laas: Laas) -> str:
    return " ".join(filter(None, (laas.moedenavn, dato(laas.moede) if laas.moede else None)))


def list_berigtigelser(arkiv: Arkiv) -> list[Linje]:
    """In the order of BERIGTIGELSER_KOLONNER."""
    return [
        (periode_med_ord(en.kvartal), dato(en.dag), word_changes(en.hvad), en.hvorfor, en.orienteret, en.af)
        for en in arkiv.berigtigelser
    ]


def list_hentninger(hentede: Sequence[Hentning], kvartal: str, laase: Sequence[Laas]) -> list[Linje]:
    """In the order of HENTET_KOLONNER; the day of publication itself is not before it."""
    udgivet = next((laas.udgivet for laas in laase if laas.kvartal == kvartal), None)
    return [(tidspunkt(en.tid), en.hvem, en.fil, _when(en.tid.date(), udgivet)) for en in hentede]


def count_foer(raekker: Sequence[Linje]) -> int:
    return sum(raekke[-1] == tekster.HENTET_FOER for raekke in raekker)


def _when(dag: date, udgivet: date | None) -> str:
    if udgivet is None:
        return tekster.HENTET_UDEN_LAAS
    return tekster.HENTET_FOER if dag < udgivet else tekster.HENTET_EFTER


def describe_kvartal(scope: Scope, kvartal: str, laase: Sequence[Laas]) -> str:
    """Whether the quarter is endelig, since or from when, and whether it is published."""
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    endeligt = end_of_quarter(kvartal) + timedelta(days=bygning["foreloebig_dage"])
    er_foreloebig = bygning["udtraeksdato"] < endeligt
    udgivet = next((laas.udgivet for laas in laase if laas.kvartal == kvartal), None)
    status = tekster.SIDE_STATUS[er_foreloebig].format(kvartal=periode_med_ord(kvartal), endeligt=dato(endeligt))
    er_udgivet = (
        tekster.SIDE_ER_IKKE_UDGIVET if udgivet is None else tekster.SIDE_ER_UDGIVET.format(udgivet=dato(udgivet))
    )
    return f"{status} {er_udgivet}"


def describe_datoer(scope: Scope, lager: Lager, dag: date) -> str:
    """The year's dates, and the next of them."""
    datoer = list_datoer(scope, lager)
    if not datoer:
        return tekster.SIDE_UDEN_DATOER
    alle = tekster.SIDE_DATOER.format(datoer=opremsning([dato_med_ord(en) for en in datoer]))
    naeste = find_naeste(scope, lager, dag)
    return alle if naeste is None else f"{alle} {tekster.SIDE_NAESTE.format(dag=dato_med_ord(naeste))}"


def list_datoer(scope: Scope, lager: Lager) -> list[date]:
    """As hr has set them; the build's before that."""
    datoer = read_datoer(lager)
    if datoer is not None:
        return list(datoer)
    return sorted(scope.rows("byggerapport_bygning").row(0, named=True)["sagsdatoer"])


def find_naeste(scope: Scope, lager: Lager, dag: date) -> date | None:
    return next((en for en in list_datoer(scope, lager) if en >= dag), None)
