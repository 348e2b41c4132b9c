"""What has been agreed for units. An indsats is never changed; that it is ended is a row beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import indsatser, indsatsslut
from pipeline.tekster import lager as tekster_lager


@dataclass(frozen=True)
class NyIndsats:
    """`til` None: until further notice. `ejer`: a role, nobody's name. `tekst`: one line of at most HOEJST_TEGN."""

    enhed_id: int
    kategori: str
    fra: date
    til: date | None
    ejer: str
    tekst: str


@dataclass(frozen=True)
class Indsats(NyIndsats):
    """`afsluttet`: the day it was ended, whatever had been agreed."""

    id: int
    af: str
    tid: str
    afsluttet: date | None


def add_indsats(lager: Lager, ny: NyIndsats, haendelse: Haendelse, *, nu: datetime) -> int:
    """Its number. The row of the log stands or falls with it; `haendelse` says who."""
    with lager.write() as con:
        raekke = insert(indsatser).values(**vars(ny), af=haendelse.hvem, tid=as_text(nu)).returning(indsatser.c.id)
        id_ = int(con.execute(raekke).scalar_one())
        append(con, haendelse, nu=nu)
    return id_


def end_indsats(lager: Lager, id_: int, haendelse: Haendelse, *, dato: date, nu: datetime) -> None:
    """For good. Errors: `Brugerfejl` for one there is not, that is ended, or that begins after `dato`."""
    with lager.write() as con:
        indsats = next((indsats for indsats in _read(con) if indsats.id == id_ and indsats.afsluttet is None), None)
        if indsats is None:
            raise Brugerfejl(tekster_lager.INDSATS_FINDES_IKKE)
        if dato < indsats.fra:
            raise Brugerfejl(tekster_lager.INDSATS_DATOER)
        con.execute(insert(indsatsslut).values(indsats=id_, dato=dato, af=haendelse.hvem, tid=as_text(nu)))
        append(con, haendelse, nu=nu)


def read_indsatser(lager: Lager) -> list[Indsats]:
    """Every one, ended ones too, in the order they were agreed."""
    with lager.read() as con:
        return _read(con)


def _read(con: Connection) -> list[Indsats]:
    udvalg = (
        select(indsatser, indsatsslut.c.dato.label("afsluttet"))
        .join(indsatsslut, indsatser.c.id == indsatsslut.c.indsats, isouter=True)
        .order_by(indsatser.c.id)
    )
    return [Indsats(**raekke._asdict()) for raekke in con.execute(udvalg)]


def prune_indsatser(con: Connection, haendelse: Haendelse, *, foer: date) -> int:
    """Delete those that were over before `foer`: ended, or as agreed. Returns how many."""
    gamle = [indsats.id for indsats in _read(con) if min(indsats.til or date.max, indsats.afsluttet or date.max) < foer]
    for id_ in gamle:
        con.execute(delete(indsatser).where(indsatser.c.id == id_))
    if gamle:
        append(con, haendelse)
    return len(gamle)
