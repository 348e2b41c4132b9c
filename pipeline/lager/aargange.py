"""What each delivery saw of the months: dagsværk down to afdeling, so that late registration can be measured.

Only what is another than the delivery before saw is a row, so that a delivery a night is no burden.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from pipeline.lager.lager import Lager
from pipeline.lager.skema import aargange, aargangstal

Noegle = tuple[str, int, int]
"""Niveau, node, month (year * 12 + month - 1)."""
KOMMUNE = "kommune"


@dataclass(frozen=True)
class Aargang:
    """`tal`: dagsværk in hundred millionths. `opgoerelse_id`: what they are counted by; only alike are compared."""

    udtraeksdato: date
    bygning_id: str
    opgoerelse_id: str
    tal: Mapping[Noegle, int]


def make_aargang(bygning: Mapping[str, Any], raekker: Iterable[tuple[str, int, int, int]]) -> Aargang:
    """Of byggerapport_bygning.sql and the rows of aargang_liste.sql."""
    tal = {(niveau, enhed_id, maaned): dagsvaerk for niveau, enhed_id, maaned, dagsvaerk in raekker}
    return Aargang(bygning["udtraeksdato"], bygning["bygning_id"], bygning["opgoerelse_id"], tal)


def keep_aargang(lager: Lager, ny: Aargang, *, fra: date) -> None:
    """The build has been put in place: a delivery counts once, by its newest build. Months before `fra` are deleted."""
    with lager.write() as con:
        _replace(con, ny.udtraeksdato, ny.tal)
        con.execute(
            insert(aargange).values(
                udtraeksdato=ny.udtraeksdato, bygning_id=ny.bygning_id, opgoerelse_id=ny.opgoerelse_id
            )
        )
        con.execute(delete(aargange).where(aargange.c.udtraeksdato < fra))
        con.execute(
            delete(aargangstal).where(
                or_(aargangstal.c.maaned_nr < fra.year * 12 + fra.month - 1, aargangstal.c.udtraeksdato < fra)
            )
        )


def take_back_aargang(lager: Lager, udtraeksdato: date, bygning_id: str) -> None:
    """The build is no longer in place: what it saw is forgotten, as if it had never been."""
    with lager.write() as con:
        egen = select(aargange).where(aargange.c.udtraeksdato == udtraeksdato, aargange.c.bygning_id == bygning_id)
        if con.execute(egen).first() is not None:
            _replace(con, udtraeksdato, None)


def read_kommunens(
    lager: Lager, opgoerelse_id: str, *, foer: date | None = None
) -> Iterator[tuple[date, dict[int, int]]]:
    """By delivery, oldest first, the kommune's dagsværk a month as it saw them; deliveries before `foer` alone, and
    those counted in the same way.
    """
    til = foer or date.max
    with lager.read() as con:
        leverancer = con.execute(
            select(aargange.c.udtraeksdato, aargange.c.opgoerelse_id)
            .where(aargange.c.udtraeksdato < til)
            .order_by(aargange.c.udtraeksdato)
        ).all()
        raekker = con.execute(
            select(aargangstal)
            .where(aargangstal.c.niveau == KOMMUNE, aargangstal.c.udtraeksdato < til)
            .order_by(aargangstal.c.udtraeksdato)
        ).all()
    set_: dict[tuple[int, int], int | None] = {}
    nr = 0
    for udtraeksdato, talt_efter in leverancer:
        while nr < len(raekker) and raekker[nr].udtraeksdato <= udtraeksdato:
            set_[raekker[nr].enhed_id, raekker[nr].maaned_nr] = raekker[nr].dagsvaerk_e8
            nr += 1
        if talt_efter == opgoerelse_id:
            yield udtraeksdato, {maaned: tal for (_, maaned), tal in set_.items() if tal is not None}


def _replace(con: Connection, udtraeksdato: date, tal: Mapping[Noegle, int] | None) -> None:
    """The rows of one delivery, none for `tal` None; the next one's are those that still differ from it."""
    naeste = con.execute(
        select(func.min(aargange.c.udtraeksdato)).where(aargange.c.udtraeksdato > udtraeksdato)
    ).scalar()
    naestes = {} if naeste is None else _as_seen(con, naeste)
    _delete(con, udtraeksdato)
    con.execute(delete(aargange).where(aargange.c.udtraeksdato == udtraeksdato))
    foer = _as_seen(con, udtraeksdato - timedelta(days=1))
    nu = foer if tal is None else tal
    _write_changes(con, udtraeksdato, foer, nu)
    if naeste is not None:
        _delete(con, naeste)
        _write_changes(con, naeste, nu, naestes)


def _delete(con: Connection, udtraeksdato: date) -> None:
    con.execute(delete(aargangstal).where(aargangstal.c.udtraeksdato == udtraeksdato))


def _as_seen(con: Connection, dag: date) -> dict[Noegle, int]:
    """What was known on a day: of each month the newest that was seen."""
    raekker = con.execute(
        select(aargangstal).where(aargangstal.c.udtraeksdato <= dag).order_by(aargangstal.c.udtraeksdato)
    )
    sidste = {(raekke.niveau, raekke.enhed_id, raekke.maaned_nr): raekke.dagsvaerk_e8 for raekke in raekker}
    return {noegle: tal for noegle, tal in sidste.items() if tal is not None}


def _write_changes(con: Connection, dag: date, foer: Mapping[Noegle, int], nu: Mapping[Noegle, int]) -> None:
    raekker = [
        {"udtraeksdato": dag, "niveau": niveau, "enhed_id": enhed, "maaned_nr": maaned, "dagsvaerk_e8": nu.get(noegle)}
        for noegle in foer.keys() | nu.keys()
        if foer.get(noegle) != nu.get(noegle)
        for niveau, enhed, maaned in [noegle]
    ]
    if raekker:
        con.execute(insert(aargangstal), raekker)
