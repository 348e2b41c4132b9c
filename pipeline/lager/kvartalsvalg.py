"""What hr sets once for every quarter: the dates of the year, and the municipality's own templates.

A row each time; the newest of a kind is in force.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select

from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import kvartalsvalg

Valg = Literal["datoer", "docx", "pptx"]


def set_datoer(lager: Lager, datoer: Sequence[date], haendelse: Haendelse, *, nu: datetime) -> None:
    """The days of the year's cases; none is that there are none."""
    write_valg(lager, "datoer", [dag.isoformat() for dag in sorted(set(datoer))], haendelse, nu=nu)


def read_datoer(lager: Lager) -> tuple[date, ...] | None:
    """In order; None when hr has never set them."""
    datoer = read_valg(lager, "datoer")
    return None if datoer is None else tuple(map(date.fromisoformat, datoer))


def write_valg(lager: Lager, hvad: Valg, vaerdi: Any, haendelse: Haendelse, *, nu: datetime) -> None:
    with lager.write() as con:
        tekst = json.dumps(vaerdi, ensure_ascii=False)
        con.execute(insert(kvartalsvalg).values(hvad=hvad, vaerdi=tekst, af=haendelse.hvem, tid=as_text(nu)))
        append(con, haendelse, nu=nu)


def read_valg(lager: Lager, hvad: Valg) -> Any:
    """None before it is set."""
    udvalg = select(kvartalsvalg.c.vaerdi).where(kvartalsvalg.c.hvad == hvad).order_by(kvartalsvalg.c.id.desc())
    with lager.read() as con:
        vaerdi = con.execute(udvalg.limit(1)).scalar()
    return None if vaerdi is None else json.loads(vaerdi)


def prune_valg(con: Connection, *, foer: date) -> int:
    """Delete what was set before `foer` and is not in force. Returns how many."""
    i_kraft = select(func.max(kvartalsvalg.c.id)).group_by(kvartalsvalg.c.hvad)
    gamle = (kvartalsvalg.c.tid < foer.isoformat()) & kvartalsvalg.c.id.not_in(i_kraft)
    return int(con.execute(delete(kvartalsvalg).where(gamle)).rowcount)
