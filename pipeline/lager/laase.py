"""Published quarters: locked with the figures as they were published, corrected in rows beside them, never changed."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append, danish_day, danish_time
from pipeline.lager.skema import berigtigelser, laase, laasefiler, laaseslut, log
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import end_of_quarter, periode_med_ord


@dataclass(frozen=True)
class NyLaas:
    """`indhold`: the locked file. `udgivet`: the day it was published; `moede`: the day of the meeting it goes to, and
    `moedenavn` which one, if any.
    """

    kvartal: str
    udgivet: date
    moede: date | None
    indhold: bytes
    moedenavn: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class Laas(NyLaas):
    """`tid`: when it was locked, as the store writes times."""

    id: int
    sha256: str
    af: str
    tid: str


@dataclass(frozen=True)
class NyBerigtigelse:
    """`hvad`: JSON text; `hvorfor` and `orienteret` one line each, about nobody."""

    kvartal: str
    hvad: str
    hvorfor: str
    orienteret: str
    bygning_id: str


@dataclass(frozen=True)
class Berigtigelse(NyBerigtigelse):
    id: int
    af: str
    tid: str

    @property
    def dag(self) -> date:
        return danish_day(self.tid)


@dataclass(frozen=True)
class Hentning:
    """A file of a quarter's case that was fetched; a row of the log."""

    tid: datetime
    hvem: str
    fil: str


@dataclass(frozen=True)
class Udgivelsesdag:
    """A lock in force without what it holds."""

    id: int
    kvartal: str
    udgivet: date


def lock_kvartal(
    lager: Lager, ny: NyLaas, haendelse: Haendelse, *, nu: datetime, filer: Mapping[str, bytes] | None = None
) -> int:
    """Its number. `filer`: the published case, by file name.

    Errors: `Brugerfejl` for a quarter that is locked, also by somebody else a moment ago, and for a day before the
    quarter has ended.
    """
    with lager.write() as con:
        id_ = insert_laas(con, ny, af=haendelse.hvem, nu=nu, filer=filer)
        append(con, haendelse, nu=nu)
    return id_


def find_nyeste(lager: Lager) -> Udgivelsesdag | None:
    """The newest quarter that is locked."""
    udvalg = _in_force(laase.c.id, laase.c.kvartal, laase.c.udgivet).order_by(laase.c.kvartal.desc()).limit(1)
    with lager.read() as con:
        raekke = con.execute(udvalg).first()
    return None if raekke is None else Udgivelsesdag(*raekke)


def read_laasefil(lager: Lager, laas: int, navn: str) -> bytes | None:
    """None when the quarter was locked without it. Errors: `Brugerfejl` when it is not as it was written."""
    udvalg = (
        select(laasefiler.c.indhold, laasefiler.c.sha256, laase.c.kvartal)
        .join(laase, laase.c.id == laasefiler.c.laas)
        .where(laasefiler.c.laas == laas, laasefiler.c.navn == navn)
    )
    with lager.read() as con:
        raekke = con.execute(udvalg).first()
    if raekke is None:
        return None
    indhold = b64decode(raekke.indhold)
    if _hash(indhold) != raekke.sha256:
        raise Brugerfejl(tekster_laaste.LAAS_AENDRET.format(kvartal=periode_med_ord(raekke.kvartal)))
    return indhold


def insert_laas(con: Connection, ny: NyLaas, *, af: str, nu: datetime, filer: Mapping[str, bytes] | None = None) -> int:
    """As `lock_kvartal`, in a transaction that writes more and the log's row."""
    if ny.udgivet <= end_of_quarter(ny.kvartal):
        raise Brugerfejl(tekster_laaste.UDGIVET_FOER_SLUT.format(kvartal=periode_med_ord(ny.kvartal)))
    laast = find_laas(con, ny.kvartal)
    if laast is not None:
        raise Brugerfejl(tekster_laaste.ER_LAAST_AF.format(kvartal=periode_med_ord(ny.kvartal), af=laast.af))
    vaerdier = vars(ny) | {"indhold": ny.indhold.decode("utf-8"), "sha256": _hash(ny.indhold)}
    raekke = insert(laase).values(**vaerdier, af=af, tid=as_text(nu))
    id_ = int(con.execute(raekke.returning(laase.c.id)).scalar_one())
    for navn, fil in (filer or {}).items():
        egne = {"indhold": b64encode(fil).decode("ascii"), "sha256": _hash(fil)}
        con.execute(insert(laasefiler).values(laas=id_, navn=navn, **egne))
    return id_


def find_laas(con: Connection, kvartal: str) -> Laas | None:
    """The one in force."""
    return next((laas for laas in _read(con) if laas.kvartal == kvartal), None)


def lift_laas(lager: Lager, kvartal: str, haendelse: Haendelse, *, grund: str, nu: datetime) -> None:
    """For a quarter that was never published. Errors: `Brugerfejl` for one that is not locked here."""
    with lager.write() as con:
        laast = find_laas(con, kvartal)
        if laast is None:
            raise Brugerfejl(tekster_laaste.IKKE_LAAST_HER.format(kvartal=periode_med_ord(kvartal)))
        con.execute(insert(laaseslut).values(laas=laast.id, grund=grund, af=haendelse.hvem, tid=as_text(nu)))
        append(con, haendelse, nu=nu)


def read_laase(lager: Lager) -> list[Laas]:
    """Those in force, by quarter. Errors: `Brugerfejl` when one is not as it was written."""
    with lager.read() as con:
        return _read(con)


def _read(con: Connection) -> list[Laas]:
    raekker = [raekke._asdict() for raekke in con.execute(_in_force(laase).order_by(laase.c.kvartal))]
    laasene = [Laas(**(raekke | {"indhold": raekke["indhold"].encode()})) for raekke in raekker]
    for laas in laasene:
        if _hash(laas.indhold) != laas.sha256:
            raise Brugerfejl(tekster_laaste.LAAS_AENDRET.format(kvartal=periode_med_ord(laas.kvartal)))
    return laasene


def _in_force(*kolonner: Any) -> Select[Any]:
    """Of the locks that are not lifted."""
    slut = laase.c.id == laaseslut.c.laas
    return select(*kolonner).join(laaseslut, slut, isouter=True).where(laaseslut.c.laas.is_(None))


def add_berigtigelse(lager: Lager, ny: NyBerigtigelse, haendelse: Haendelse, *, nu: datetime) -> int:
    """Its number."""
    with lager.write() as con:
        raekke = insert(berigtigelser).values(**vars(ny), af=haendelse.hvem, tid=as_text(nu))
        id_ = int(con.execute(raekke.returning(berigtigelser.c.id)).scalar_one())
        append(con, haendelse, nu=nu)
    return id_


def read_berigtigelser(lager: Lager) -> list[Berigtigelse]:
    """By quarter, in the order they were made."""
    with lager.read() as con:
        raekker = con.execute(select(berigtigelser).order_by(berigtigelser.c.kvartal, berigtigelser.c.id))
        return [Berigtigelse(**raekke._asdict()) for raekke in raekker]


def read_hentninger(lager: Lager, kvartal: str) -> list[Hentning]:
    """Every time a file of the quarter's case left the program, in order: by page or by command."""
    udvalg = (
        select(log.c.tid, log.c.hvem, log.c.hvor)
        .where(log.c.hvad == "eksport", log.c.hvor.like(f"%-{kvartal}%"))
        .order_by(log.c.nr)
    )
    with lager.read() as con:
        return [Hentning(danish_time(tid), hvem, hvor) for tid, hvem, hvor in con.execute(udvalg)]


def _hash(indhold: bytes) -> str:
    return hashlib.sha256(indhold).hexdigest()
