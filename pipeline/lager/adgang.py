"""Who may see what: one row gives one user one role in one unit between two dates. Rows are ended, never removed."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager, pseudonym
from pipeline.lager.log import Haendelse, Hvad, append
from pipeline.lager.sessioner import end_sessions_of
from pipeline.lager.skema import adgang
from pipeline.tekster import lager as tekster_lager

BYGNING = "bygning"  # who the log says it was when a build seeds adgang
LEVERANCE = "leverance"
AABEN = date(9999, 12, 31)
Rolle = Literal["hr", "leder", "chef", "aggregat", "dpo"]
Tilstand = Literal["forslag", "godkendt", "afsluttet", "afvist"]


@dataclass(frozen=True)
class Adgangsraekke:
    """`person` is the pseudonym of the user's own medarbejdernr. `gyldig_til` 31.12.9999 is open."""

    id: int
    bruger: str
    email: str
    person: str | None
    rolle: Rolle
    enhedsnr: int
    gyldig_fra: date
    gyldig_til: date
    tildelt_af: str
    begrundelse: str
    stedfortraeder_for: str | None
    kilde: Literal["leverance", "opus", "side"]
    tilstand: Tilstand


@dataclass(frozen=True)
class NyRaekke:
    """A row to be: as hr gives it, or as a delivery states it."""

    bruger: str
    email: str
    rolle: Rolle
    enhedsnr: int
    gyldig_fra: date
    begrundelse: str
    gyldig_til: date = AABEN
    medarbejdernr: int | None = None
    stedfortraeder_for: str | None = None
    tildelt_af: str = ""


def read_adgang(lager: Lager) -> list[Adgangsraekke]:
    """Every row, whatever its tilstand, by user and unit."""
    with lager.read() as con:
        return _read(con)


def _read(con: Connection) -> list[Adgangsraekke]:
    raekker = con.execute(select(adgang).order_by(adgang.c.bruger, adgang.c.enhedsnr, adgang.c.id))
    return [Adgangsraekke(**raekke._asdict()) for raekke in raekker]


def is_same_user(bruger: str, anden: str) -> bool:
    """User names are the directory's, which knows no capitals."""
    return bruger.casefold() == anden.casefold()


def is_gaeldende(raekke: Adgangsraekke, dag: date) -> bool:
    return raekke.tilstand == "godkendt" and raekke.gyldig_fra <= dag <= raekke.gyldig_til


def is_gaeldende_fra(raekke: Adgangsraekke, dag: date) -> bool:
    """In force on that day, or to come."""
    return raekke.tilstand == "godkendt" and raekke.gyldig_til >= dag


def add_raekker(lager: Lager, nye: Sequence[NyRaekke], *, af: str) -> None:
    """All of them or none.

    Errors: `Brugerfejl` for a row to oneself, without a reason, that ends before it begins, or that is there.
    """
    with lager.write() as con:
        kendte = {_key(raekke) for raekke in _read(con) if raekke.tilstand == "godkendt"}
        for ny in nye:
            _check_ny(ny, kendte, af)
            kendte.add(_key(ny))
            felter = _fields(lager, ny) | {"tildelt_af": af, "kilde": "side", "tilstand": "godkendt"}
            con.execute(insert(adgang).values(**felter))
            _note(con, "adgang tildelt", af, ny.bruger, ny.enhedsnr)


def add_raekke(lager: Lager, ny: NyRaekke, *, af: str) -> None:
    """Errors: as add_raekker."""
    add_raekker(lager, [ny], af=af)


def _check_ny(ny: NyRaekke, kendte: set[tuple[str, str, int, date]], af: str) -> None:
    if is_same_user(ny.bruger, af):
        raise Brugerfejl(tekster_lager.EGEN_ADGANG)
    if not ny.begrundelse:
        raise Brugerfejl(tekster_lager.BEGRUNDELSE_MANGLER)
    if ny.gyldig_til < ny.gyldig_fra:
        raise Brugerfejl(tekster_lager.DATOER_OMBYTTET)
    if _key(ny) in kendte:
        raise Brugerfejl(tekster_lager.RAEKKE_FINDES)


def approve_raekker(lager: Lager, ider: Sequence[int], *, af: str, begrundelse: str) -> None:
    """Proposals come into force, all of them or none. Errors: `Brugerfejl`."""
    if not begrundelse:
        raise Brugerfejl(tekster_lager.BEGRUNDELSE_MANGLER)
    _settle(lager, ider, af=af, hvad="adgang godkendt", tilstand="godkendt", tildelt_af=af, begrundelse=begrundelse)


def reject_raekker(lager: Lager, ider: Sequence[int], *, af: str) -> None:
    """Proposals are refused, for good, all of them or none. Errors: `Brugerfejl`."""
    _settle(lager, ider, af=af, hvad="adgang afvist", tilstand="afvist", tildelt_af=af)


def _settle(lager: Lager, ider: Sequence[int], *, af: str, hvad: Hvad, **vaerdier: str) -> None:
    with lager.write() as con:
        forslag = {raekke.id: raekke for raekke in _read(con) if raekke.tilstand == "forslag"}
        for id_ in ider:
            if id_ not in forslag:
                raise Brugerfejl(tekster_lager.FORSLAG_FINDES_IKKE)
            if is_same_user(forslag[id_].bruger, af):
                raise Brugerfejl(tekster_lager.EGEN_ADGANG)
            con.execute(update(adgang).where(adgang.c.id == id_).values(**vaerdier))
            _note(con, hvad, af, forslag[id_].bruger, forslag[id_].enhedsnr)


def end_raekker(lager: Lager, ider: Sequence[int], *, af: str, dag: date, grund: str = "") -> None:
    """The rows are closed from now on, and for good, all of them or none; their users are signed out.

    Errors: `Brugerfejl` when one is closed already, or none would be left in force for hr.
    """
    with lager.write() as con:
        godkendte = _read_godkendte(con)
        for id_ in ider:
            raekke = _take(godkendte, id_)
            _check_sidste_hr(godkendte.values(), raekke, dag)
            til = min(raekke.gyldig_til, dag)
            vaerdier = {"tilstand": "afsluttet", "gyldig_til": til, "begrundelse": _add_grund(raekke, "afslut", grund)}
            con.execute(update(adgang).where(adgang.c.id == id_).values(**vaerdier))
            end_sessions_of(con, raekke.bruger)
            _note(con, "adgang afsluttet", af, raekke.bruger, raekke.enhedsnr)


def end_raekke(lager: Lager, id_: int, *, af: str, dag: date) -> None:
    """As `end_raekker`."""
    end_raekker(lager, [id_], af=af, dag=dag)


def extend_raekker(lager: Lager, ider: Sequence[int], *, til: date, af: str, dag: date, grund: str) -> None:
    """The rows are in force until `til`, all of them or none; from then on they are hr's and no delivery's.

    Errors: `Brugerfejl` for a row that is over, is one's own, or ends no earlier than that.
    """
    if not grund:
        raise Brugerfejl(tekster_lager.BEGRUNDELSE_MANGLER)
    with lager.write() as con:
        godkendte = _read_godkendte(con)
        for id_ in ider:
            raekke = _take(godkendte, id_)
            if is_same_user(raekke.bruger, af):
                raise Brugerfejl(tekster_lager.EGEN_ADGANG)
            if raekke.gyldig_til < dag:
                raise Brugerfejl(tekster_lager.RAEKKE_FINDES_IKKE)
            if til <= raekke.gyldig_til:
                raise Brugerfejl(tekster_lager.IKKE_FORLAENGET.format(bruger=raekke.bruger))
            vaerdier = {"gyldig_til": til, "kilde": "side", "begrundelse": _add_grund(raekke, "forlaeng", grund)}
            con.execute(update(adgang).where(adgang.c.id == id_).values(**vaerdier, tildelt_af=af))
            _note(con, "adgang forlænget", af, raekke.bruger, raekke.enhedsnr)


def _read_godkendte(con: Connection) -> dict[int, Adgangsraekke]:
    return {raekke.id: raekke for raekke in _read(con) if raekke.tilstand == "godkendt"}


def _take(godkendte: dict[int, Adgangsraekke], id_: int) -> Adgangsraekke:
    raekke = godkendte.pop(id_, None)
    if raekke is None:
        raise Brugerfejl(tekster_lager.RAEKKE_FINDES_IKKE)
    return raekke


def _check_sidste_hr(andre: Iterable[Adgangsraekke], raekke: Adgangsraekke, dag: date) -> None:
    andre_hr = [andet for andet in andre if andet.rolle == "hr" and is_gaeldende(andet, dag)]
    if raekke.rolle == "hr" and is_gaeldende(raekke, dag) and not andre_hr:
        raise Brugerfejl(tekster_lager.SIDSTE_HR)


def _add_grund(raekke: Adgangsraekke, hvad: str, grund: str) -> str:
    """What it was given for stays readable."""
    return f"{raekke.begrundelse} ({tekster_lager.GRUND[hvad].format(grund=grund)})" if grund else raekke.begrundelse


def seed_adgang(lager: Lager, leverance: Iterable[NyRaekke], ledere: Iterable[NyRaekke]) -> int:
    """What a delivery says of adgang. Its rows are added, or shortened where it now ends them earlier; a row is never
    lengthened, and a role in a unit that hr has given, ended or refused a user is hr's from then on, whatever the
    dates. Of two rows that begin alike the shorter counts. Leaders of OPUS become proposals, once.

    Returns how many rows were added.
    """
    with lager.write() as con:
        kendte = _read(con)
        raekker = {_key(raekke): raekke for raekke in kendte if raekke.kilde == "leverance"}
        hr_har_afgjort = {_key(raekke)[:3] for raekke in kendte if _is_settled(raekke)}
        nye: dict[tuple[str, str, int, date], NyRaekke] = {}
        for ny in leverance:
            noegle = _key(ny)
            kendt = raekker.get(noegle)
            if kendt is not None:
                raekker[noegle] = _shorten(con, kendt, ny.gyldig_til)
            elif noegle[:3] not in hr_har_afgjort:
                nye[noegle] = min(nye.get(noegle, ny), ny, key=lambda raekke: raekke.gyldig_til)
        forslag = _new_proposals([*kendte, *nye.values()], ledere)
        for ny in nye.values():
            con.execute(insert(adgang).values(_fields(lager, ny) | {"kilde": "leverance", "tilstand": "godkendt"}))
            _note(con, "adgang tildelt", BYGNING, ny.bruger, ny.enhedsnr)
        for ny in forslag:
            con.execute(insert(adgang).values(_fields(lager, ny) | {"kilde": "opus", "tilstand": "forslag"}))
        if forslag:
            noder = tuple(sorted({ny.enhedsnr for ny in forslag}))
            append(con, Haendelse(BYGNING, "adgang foreslået", LEVERANCE, noder=noder, antal_personer=len(forslag)))
    return len(nye) + len(forslag)


def _is_settled(raekke: Adgangsraekke) -> bool:
    """Whether hr has decided about it."""
    return raekke.tilstand in ("afsluttet", "afvist") or (raekke.tilstand == "godkendt" and raekke.kilde != "leverance")


def _shorten(con: Connection, kendt: Adgangsraekke, til: date) -> Adgangsraekke:
    if kendt.tilstand != "godkendt" or til >= kendt.gyldig_til:
        return kendt
    con.execute(update(adgang).where(adgang.c.id == kendt.id).values(gyldig_til=til))
    _note(con, "adgang afkortet", BYGNING, kendt.bruger, kendt.enhedsnr)
    return replace(kendt, gyldig_til=til)


def _new_proposals(raekker: Iterable[NyRaekke | Adgangsraekke], ledere: Iterable[NyRaekke]) -> list[NyRaekke]:
    """Those of nobody who has, or has had, anything to do with the unit; one for each user and unit."""
    kendte = {(raekke.bruger.casefold(), raekke.enhedsnr) for raekke in raekker}
    forslag = {(leder.bruger.casefold(), leder.enhedsnr): leder for leder in ledere}
    return [leder for noegle, leder in forslag.items() if noegle not in kendte]


def _key(raekke: NyRaekke | Adgangsraekke) -> tuple[str, str, int, date]:
    return raekke.bruger.casefold(), raekke.rolle, raekke.enhedsnr, raekke.gyldig_fra


def _fields(lager: Lager, ny: NyRaekke) -> dict[str, Any]:
    felter = asdict(ny)
    nummer = felter.pop("medarbejdernr")
    return felter | {"person": None if nummer is None else pseudonym(lager, nummer)}


def _note(con: Connection, hvad: Hvad, af: str, bruger: str, enhedsnr: int) -> None:
    hvor = LEVERANCE if af == BYGNING else "Adgang"
    append(con, Haendelse(hvem=af, som=bruger, hvad=hvad, hvor=hvor, noder=(enhedsnr,)))
