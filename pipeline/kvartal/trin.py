"""What hr does in a quarter. Each step is a function, for the page and the command line alike."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.byg.warehouse import read_byggerapport
from pipeline.database.noegler import read_noegle
from pipeline.database.ombytning import replace_database, working_folder
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kvartal.ibrug import settle_adgang, settle_bygning
from pipeline.kvartal.modtag import Modtagelse, copy_mappe, look_in, receiving
from pipeline.kvartal.ord import check_ord
from pipeline.kvartal.stand import (
    Leverance,
    Stand,
    find_ukvitterede,
    follow,
    list_advarsler,
    miljoe_of,
    read_bygning_id,
    read_stand,
)
from pipeline.kvartal.steder import (
    find_indbakke,
    fremdrift_of,
    is_running,
    kandidat_of,
    remove_leverancer,
    sweep,
    take_koersel,
)
from pipeline.lager.kvartaler import Trinnavn, add_trin, begin_gang, write_ord
from pipeline.lager.kvartalsvalg import set_datoer
from pipeline.lager.log import Haendelse, Hvad
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe, Scope, list_navne, open_scope
from pipeline.status import grundlag
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import heltal

if TYPE_CHECKING:
    from pipeline.port.dom_over_adgang import Afsluttet


HOEJST_DATOER = 12
"""Cases in a year."""


@dataclass(frozen=True)
class Hr:
    """Somebody who is hr now, as herself: made by `enter` alone."""

    bruger: Bruger
    miljoe: Miljoe

    @property
    def navn(self) -> str:
        return self.bruger.navn

    def stand(self) -> Stand | None:
        return read_stand(self.miljoe)

    def under_way(self) -> Stand:
        """Errors: `Brugerfejl` when there is no round, or it is over."""
        stand = self.stand()
        if stand is None or stand.gang.er_slut:
            raise Brugerfejl(tekster_kvartal.INGEN_GANG)
        return stand

    def open(self, stand: Stand, hvor: str | None = None) -> Scope:
        """The round's build, with persons when `hvor` says where they are shown. Errors: `Brugerfejl`."""
        return open_scope(self.bruger, miljoe=miljoe_of(stand, self.miljoe), personer_til=hvor)

    def note(
        self,
        stand: Stand,
        hvad: Trinnavn,
        log: Hvad,
        data: Mapping[str, Any] | None = None,
        tillad: Callable[[Stand], None] = lambda stand: None,
    ) -> None:
        haendelse = Haendelse(self.navn, log, tekster_kvartal.SIDE, bygning_id=stand.bygning_id)
        add_trin(
            self.miljoe.lager,
            stand.gang.id,
            hvad,
            haendelse,
            nu=self.miljoe.ur(),
            data=data,
            tillad=lambda gang: tillad(follow(gang)),
        )


def enter(bruger: Bruger, miljoe: Miljoe) -> Hr:
    """Errors: `IngenAdgang` for anybody who is not hr, and for hr who looks as somebody else."""
    if bruger.som is not None or not open_scope(bruger, miljoe=miljoe).rettigheder.er_hr:
        raise IngenAdgang(tekster_adgang.INGEN_ADGANG)
    return Hr(bruger, miljoe)


def begin(hr: Hr) -> int:
    """Errors: `Brugerfejl` when one is under way."""
    haendelse = Haendelse(hr.navn, "kvartal begyndt", tekster_kvartal.SIDE)
    return begin_gang(hr.miljoe.lager, haendelse, nu=hr.miljoe.ur())


def give_up(hr: Hr) -> None:
    """Nothing is replaced; what waited is deleted."""
    stand = hr.under_way()
    with _no_build(hr):
        hr.note(stand, "opgivet", "kvartal opgivet")
        _forget_unused(hr, stand)


@contextmanager
def receive(hr: Hr) -> Iterator[Modtagelse]:
    """A delivery sent in; noted when it is whole. In place of the one before. Errors: `Brugerfejl`."""
    stand = hr.under_way()
    _check_may_deliver(hr)
    with receiving(hr.miljoe.database) as modtagelse:
        yield modtagelse
        leverance = modtagelse.finish(hr.miljoe.database)
        _note_leverance(hr, stand, leverance)
        remove_leverancer(hr.miljoe.database, undtagen=leverance.maerke)


def send_mappe(hr: Hr, kilde: Path) -> None:
    with receive(hr) as modtagelse:
        copy_mappe(kilde, modtagelse)


def choose_indbakke(hr: Hr) -> None:
    """What lies in the watched folder. Errors: `Brugerfejl` when there is none, or it is empty."""
    indbakke = find_indbakke()
    if indbakke is None:
        raise Brugerfejl(tekster_kvartal.INGEN_INDBAKKE)
    stand = hr.under_way()
    _check_may_deliver(hr)
    _note_leverance(hr, stand, look_in(indbakke))
    remove_leverancer(hr.miljoe.database)


def choose_nuvaerende(hr: Hr) -> None:
    """No new delivery: the figures in use are the quarter's."""
    stand = hr.under_way()
    _check_may_deliver(hr)
    bygning_id = open_scope(hr.bruger, miljoe=hr.miljoe).bygning_id
    _note_leverance(hr, stand, Leverance("i brug"), bygning_id=bygning_id)
    _forget_unused(hr, stand)


def _check_may_deliver(hr: Hr) -> None:
    if is_running(hr.miljoe.database):
        raise Brugerfejl(tekster_kvartal.BYGGES_NU)


def _note_leverance(hr: Hr, stand: Stand, leverance: Leverance, **andet: str) -> None:
    data = {"kilde": leverance.kilde, "filer": list(leverance.filer), "maerke": leverance.maerke, **andet}
    with _no_build(hr):
        hr.note(stand, "leverance", "kvartal leverance", data)


@contextmanager
def _no_build(hr: Hr) -> Iterator[None]:
    """No build begins meanwhile. Errors: `Brugerfejl` when one runs."""
    laas = take_koersel(hr.miljoe.database)
    try:
        yield
    finally:
        os.close(laas)


def put_in_use(hr: Hr, bygning_id: str) -> "list[Afsluttet]":
    """The build becomes the database, and the old one the one to go back to. `bygning_id`: the one hr has seen. Whose
    adgang had to be ended. Done again after a kill, it does the rest.

    Errors: `Brugerfejl` when it is another build now, or another is in use than the one it was held against.
    """
    stand = hr.under_way()
    if stand.bygges != "bygget" or stand.bygning_id != bygning_id or stand.er_i_brug:
        raise Brugerfejl(tekster_kvartal.ANDEN_BYGGET)
    database, lager = hr.miljoe.database, hr.miljoe.lager
    kandidat, noegle = kandidat_of(database), read_noegle("noegle", database)
    afsluttede: list[Afsluttet] = []
    with _no_build(hr), working_folder(database):
        nu_i_brug = read_bygning_id(hr.miljoe)
        if nu_i_brug != bygning_id or kandidat.is_file():
            if nu_i_brug != stand.mod:
                raise Brugerfejl(tekster_kvartal.ANDEN_I_BRUG)
            der = miljoe_of(stand, hr.miljoe)
            rapport = read_byggerapport(kandidat, noegle)
            afsluttede = settle_adgang(der, rapport, hr=hr.bruger)
            replace_database(kandidat, database)
        rapport = read_byggerapport(database, noegle)
        settle_bygning(lager, rapport, load_indstillinger(None), nu=hr.miljoe.ur())
        hr.note(stand, "i brug", "kvartal i brug")
    fremdrift_of(database).unlink(missing_ok=True)
    return afsluttede


def acknowledge(hr: Hr, begrundelser: Mapping[str, str]) -> None:
    """The build's warnings, each with why it may stand. Errors: `Brugerfejl` for one there is not, or no reason."""
    stand = hr.under_way()
    kendte = dict(list_advarsler(hr.open(stand)))
    rensede = {advarsel: " ".join(grund.split()) for advarsel, grund in begrundelser.items()}
    if not rensede or not rensede.keys() <= kendte.keys():
        raise Brugerfejl(tekster_kvartal.ADVARSEL_UKENDT)
    for grund in rensede.values():
        if not grund:
            raise Brugerfejl(tekster_kvartal.BEGRUNDELSE_MANGLER)
        if len(grund) > HOEJST_BEGRUNDELSE:
            raise Brugerfejl(tekster_kvartal.BEGRUNDELSE_LANG.format(hoejst=heltal(HOEJST_BEGRUNDELSE)))
    check_ord(" \n".join(rensede.values()), list_navne(miljoe_of(stand, hr.miljoe)))

    def tillad(nu: Stand) -> None:
        if nu.bygning_id != stand.bygning_id:
            raise Brugerfejl(tekster_kvartal.ANDEN_BYGGET)

    hr.note(stand, "kvitteret", "kvartal kvitteret", {"begrundelser": rensede}, tillad)


def write_field(hr: Hr, felt: str, tekst: str, *, laest: int) -> int:
    """hr's own words; `laest` is the version they were written on. Errors: `Brugerfejl`."""
    stand = hr.under_way()
    if felt not in tekster_kvartal.ORD_FELTER:
        raise Brugerfejl(tekster_kvartal.FELT_UKENDT.format(felter=", ".join(tekster_kvartal.ORD_FELTER)))
    check_ord(tekst, list_navne(hr.miljoe))
    haendelse = Haendelse(hr.navn, "kvartal ord", tekster_kvartal.SIDE, bygning_id=stand.bygning_id)
    return write_ord(hr.miljoe.lager, stand.gang.id, felt, tekst, haendelse, laest=laest, nu=hr.miljoe.ur())


def choose_ark(hr: Hr, *, ark: bool) -> None:
    """Whether the round's case has the pages of units for MED. Errors: `Brugerfejl`."""
    hr.note(hr.under_way(), "dokumenter", "kvartal valg", {"ark": ark})


def choose_datoer(hr: Hr, datoer: Sequence[date]) -> None:
    """The days of the year's cases, whether a round is under way or not. Errors: `Brugerfejl`."""
    if len(datoer) > HOEJST_DATOER:
        raise Brugerfejl(tekster_kvartal.DATOER_MANGE.format(hoejst=heltal(HOEJST_DATOER)))
    set_datoer(hr.miljoe.lager, datoer, Haendelse(hr.navn, "kvartal valg", tekster_kvartal.SIDE), nu=hr.miljoe.ur())


def check_ready(hr: Hr, stand: Stand) -> Scope:
    """The figures in use, with persons, when the quarter may be fetched and locked. Errors: `Brugerfejl`."""
    if not stand.er_i_brug:
        raise Brugerfejl(tekster_kvartal.IKKE_I_BRUG)
    if find_ukvitterede(stand, hr.open(stand)):
        raise Brugerfejl(tekster_kvartal.ADVARSLER_AABNE)
    return hr.open(stand, tekster_kvartal.SIDE)


def note_hentet(hr: Hr, stand: Stand) -> None:
    hr.note(stand, "hentet", "kvartal hentet")


def find_kvartal(scope: Scope) -> str:
    """The quarter the figures give a status of. Errors: `Brugerfejl` when there is none."""
    kvartal = grundlag.find_kvartal(scope)
    if kvartal is None:
        raise Brugerfejl(tekster_kvartal.INTET_KVARTAL)
    return kvartal


def clean_up(miljoe: Miljoe) -> None:
    """At the server's start: what a kill left that nobody waits for."""
    stand = read_stand(miljoe)
    leverance = None if stand is None or stand.gang.er_slut else stand.leverance
    sweep(miljoe.database, venter=leverance.maerke if leverance is not None else None)


def _forget_unused(hr: Hr, stand: Stand) -> None:
    remove_leverancer(hr.miljoe.database)
    if not stand.er_i_brug:
        kandidat_of(hr.miljoe.database).unlink(missing_ok=True)
    fremdrift_of(hr.miljoe.database).unlink(missing_ok=True)
