"""What is proposed and decided of måltal. Every step is a row of its own, and none is changed.

A decision is in force until the next one of its unit and year, or until it is taken back; then the delivery's counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import BYGNING, LEVERANCE
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, Hvad, append
from pipeline.lager.skema import maaltal_beslutninger
from pipeline.tekster import lager as tekster_lager

Tilstand = Literal["foreslaaet", "godkendt", "afvist", "tilbagetaget"]
FORESLAAET: Tilstand = "foreslaaet"
GODKENDT: Tilstand = "godkendt"
AFVIST: Tilstand = "afvist"
TILBAGETAGET: Tilstand = "tilbagetaget"
Maal = tuple[int, int]
"""A unit and a calendar year."""


@dataclass(frozen=True)
class NytMaaltal:
    """`tiendedele` of a sygedag pr. medarbejder."""

    enhed_id: int
    aar: int
    tiendedele: int
    begrundelse: str

    @property
    def maal(self) -> Maal:
        return self.enhed_id, self.aar


@dataclass(frozen=True)
class Beslutning:
    """A step. `svarer_paa`: the one it answers; none of a proposal, and of what hr decides by itself."""

    id: int
    svarer_paa: int | None
    enhed_id: int
    aar: int
    foer: int | None
    maaltal: int | None
    tilstand: Tilstand
    begrundelse: str
    af: str
    tid: str

    @property
    def maal(self) -> Maal:
        return self.enhed_id, self.aar


def find_gaeldende(beslutninger: Iterable[Beslutning]) -> dict[Maal, Beslutning]:
    """The decision in force of each unit and year. `beslutninger`: all of them, in order."""
    gaeldende: dict[Maal, Beslutning] = {}
    for beslutning in beslutninger:
        i_kraft = gaeldende.get(beslutning.maal)
        if beslutning.tilstand == GODKENDT:
            gaeldende[beslutning.maal] = beslutning
        elif beslutning.tilstand == TILBAGETAGET and i_kraft is not None and beslutning.svarer_paa == i_kraft.id:
            del gaeldende[beslutning.maal]
    return gaeldende


def find_aabne(beslutninger: Sequence[Beslutning]) -> list[Beslutning]:
    """The proposals nobody has answered, in order."""
    besvarede = {beslutning.svarer_paa for beslutning in beslutninger}
    return [b for b in beslutninger if b.tilstand == FORESLAAET and b.id not in besvarede]


def read_beslutninger(lager: Lager) -> list[Beslutning]:
    with lager.read() as con:
        return _read(con)


def read_besluttede(lager: Lager) -> list[tuple[int, int, int]]:
    """Unit, year and måltal in hundred millionths (e8) of every decision in force, for a build to go by."""
    gaeldende = find_gaeldende(read_beslutninger(lager)).values()
    return sorted((b.enhed_id, b.aar, b.maaltal * 10**7) for b in gaeldende if b.maaltal is not None)


def propose_maaltal(lager: Lager, ny: NytMaaltal, haendelse: Haendelse, *, nu: datetime) -> int:
    """Its number. Errors: `Brugerfejl` where a proposal of somebody's is open already, or it is decided so."""
    with lager.write() as con:
        alle = _read(con)
        aabent = next((b for b in find_aabne(alle) if b.maal == ny.maal and b.af != LEVERANCE), None)
        if aabent is not None:
            raise Brugerfejl(tekster_lager.MAALTAL_FORESLAAET.format(nr=aabent.id))
        return _decide(con, alle, ny, FORESLAAET, haendelse, nu)


def set_maaltal(lager: Lager, ny: NytMaaltal, haendelse: Haendelse, *, nu: datetime) -> int:
    """Its number. Errors: `Brugerfejl` when it is decided so already."""
    with lager.write() as con:
        return _decide(con, _read(con), ny, GODKENDT, haendelse, nu)


def answer_maaltal(
    lager: Lager, nr: int, tilstand: Tilstand, begrundelse: str, haendelse: Haendelse, *, nu: datetime
) -> int:
    """The number of the answer to an open proposal; a decision in force can be taken back.

    Errors: `Brugerfejl` for any other, and for one that was answered meanwhile.
    """
    with lager.write() as con:
        alle = _read(con)
        gaeldende = find_gaeldende(alle)
        muligheder = find_aabne(alle) + (list(gaeldende.values()) if tilstand == TILBAGETAGET else [])
        spurgt = next((b for b in muligheder if b.id == nr), None)
        if spurgt is None:
            raise Brugerfejl(tekster_lager.MAALTAL_FINDES_IKKE.format(nr=nr))
        foer = _in_force(gaeldende, spurgt.maal)
        if tilstand == GODKENDT and spurgt.maaltal == foer:
            raise Brugerfejl(tekster_lager.MAALTAL_UAENDRET)
        maaltal = None if spurgt.tilstand == GODKENDT else spurgt.maaltal
        svar = _Skridt(spurgt.maal, foer, maaltal, tilstand, begrundelse, haendelse.hvem, svarer_paa=nr)
        append(con, haendelse, nu=nu)
        return _insert(con, svar, nu)


def follow_leverance(lager: Lager, afvigende: Iterable[tuple[int, int, int]], *, bygning_id: str, nu: datetime) -> None:
    """What a delivery says against a decision (unit, year, tenths) is a proposal of its own, made once, whatever became
    of it; an open one that it no longer makes is taken back.
    """
    siger = {(enhed_id, aar): tiendedele for enhed_id, aar, tiendedele in afvigende}
    with lager.write() as con:
        alle = _read(con)
        gaeldende = find_gaeldende(alle)
        forladte = [b for b in find_aabne(alle) if b.af == LEVERANCE and siger.get(b.maal) != b.maaltal]
        trukne = {b.svarer_paa for b in alle if b.tilstand == TILBAGETAGET}
        sagt = {
            b.maal: b.maaltal for b in alle if b.tilstand == FORESLAAET and b.af == LEVERANCE and b.id not in trukne
        }
        nye = {maal: tal for maal, tal in sorted(siger.items()) if sagt.get(maal) != tal}
        for b in forladte:
            grund = tekster_lager.MAALTAL_IKKE_MERE
            foer = _in_force(gaeldende, b.maal)
            _insert(con, _Skridt(b.maal, foer, b.maaltal, TILBAGETAGET, grund, LEVERANCE, svarer_paa=b.id), nu)
        for maal, tal in nye.items():
            foer = _in_force(gaeldende, maal)
            _insert(con, _Skridt(maal, foer, tal, FORESLAAET, tekster_lager.MAALTAL_LEVERET, LEVERANCE), nu)
        trin: tuple[tuple[Hvad, Iterable[int]], ...] = (
            ("måltal trukket tilbage", (b.enhed_id for b in forladte)),
            ("måltal foreslået", (enhed_id for enhed_id, _ in nye)),
        )
        for hvad, enheder in trin:
            if noder := tuple(sorted(set(enheder))):
                append(con, Haendelse(BYGNING, hvad, LEVERANCE, noder=noder, bygning_id=bygning_id), nu=nu)


def prune_maaltal(con: Connection, haendelse: Haendelse, *, foer_aar: int) -> int:
    """Delete what was about years before `foer_aar`. Returns how many rows."""
    gamle = [beslutning.id for beslutning in _read(con) if beslutning.aar < foer_aar]
    if gamle:
        con.execute(delete(maaltal_beslutninger).where(maaltal_beslutninger.c.aar < foer_aar))
        append(con, haendelse)
    return len(gamle)


@dataclass(frozen=True)
class _Skridt:
    """A row to be."""

    maal: Maal
    foer: int | None
    maaltal: int | None
    tilstand: Tilstand
    begrundelse: str
    af: str
    svarer_paa: int | None = None


def _decide(
    con: Connection,
    alle: Sequence[Beslutning],
    ny: NytMaaltal,
    tilstand: Tilstand,
    haendelse: Haendelse,
    nu: datetime,
) -> int:
    foer = _in_force(find_gaeldende(alle), ny.maal)
    if foer == ny.tiendedele:
        raise Brugerfejl(tekster_lager.MAALTAL_UAENDRET)
    append(con, haendelse, nu=nu)
    return _insert(con, _Skridt(ny.maal, foer, ny.tiendedele, tilstand, ny.begrundelse, haendelse.hvem), nu)


def _in_force(gaeldende: Mapping[Maal, Beslutning], maal: Maal) -> int | None:
    return gaeldende[maal].maaltal if maal in gaeldende else None


def _insert(con: Connection, skridt: _Skridt, nu: datetime) -> int:
    felter = {**vars(skridt), "tid": as_text(nu)}
    felter["enhed_id"], felter["aar"] = felter.pop("maal")
    return int(
        con.execute(insert(maaltal_beslutninger).values(**felter).returning(maaltal_beslutninger.c.id)).scalar_one()
    )


def _read(con: Connection) -> list[Beslutning]:
    alle = con.execute(select(maaltal_beslutninger).order_by(maaltal_beslutninger.c.id))
    return [Beslutning(**raekke._asdict()) for raekke in alle]
