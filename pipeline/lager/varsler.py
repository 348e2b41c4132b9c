"""When each notice could first be seen, and how far apart deliveries come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select, update

from pipeline.lager.lager import Lager
from pipeline.lager.skema import varselsbygninger, varsler_set

Varselsnoegle = tuple[str, str, date]
"""The pseudonym of the employee, the rule, the first day of what the notice rests on."""


@dataclass(frozen=True)
class Kendt:
    forfald: date
    foerst_set: date


def find_previous_udtraek(con: Connection, udtraeksdato: date) -> date | None:
    """The newest udtræksdato built before this one."""
    tidligere = select(varselsbygninger.c.udtraeksdato).where(varselsbygninger.c.udtraeksdato < udtraeksdato)
    return con.execute(tidligere.order_by(varselsbygninger.c.udtraeksdato.desc()).limit(1)).scalar()


def add_bygning(con: Connection, bygning_id: str, *, udtraeksdato: date, hverdage_imellem: int | None) -> None:
    """Once: the same build made again has been seen before."""
    if con.execute(select(varselsbygninger).where(varselsbygninger.c.bygning_id == bygning_id)).first() is None:
        con.execute(
            insert(varselsbygninger).values(
                bygning_id=bygning_id, udtraeksdato=udtraeksdato, hverdage_imellem=hverdage_imellem
            )
        )


def register_varsler(
    con: Connection, nye: Mapping[Varselsnoegle, Kendt], alle: Iterable[Varselsnoegle], *, dag: date, fra: date
) -> None:
    """`nye` could be seen from now, if they could not before. What was seen due since `fra` and is not among `alle` any
    more is withdrawn.
    """
    raekker = con.execute(select(varsler_set).where(varsler_set.c.forfald >= fra)).all()
    kendte = {(raekke.person, raekke.regel, raekke.fra): raekke.trukket for raekke in raekker}
    aktuelle = set(alle)
    tilfoejede = [
        {"person": noegle[0], "regel": noegle[1], "fra": noegle[2], **vars(kendt)}
        for noegle, kendt in nye.items()
        if noegle not in kendte
    ]
    if tilfoejede:
        con.execute(insert(varsler_set), tilfoejede)
    for noegle, trukket in kendte.items():
        if (noegle in aktuelle) == (trukket is not None):
            person, regel, begyndt = noegle
            denne = update(varsler_set).where(
                varsler_set.c.person == person, varsler_set.c.regel == regel, varsler_set.c.fra == begyndt
            )
            con.execute(denne.values(trukket=None if noegle in aktuelle else dag))


def read_kendte(lager: Lager, bygning_id: str) -> tuple[list[tuple[str, str, date, date]], int | None]:
    """Every notice not withdrawn with the day it was first seen, and the working days from the delivery before this
    build's to its own; None when there was none.
    """
    with lager.read() as con:
        kolonner = (varsler_set.c[navn] for navn in ("person", "regel", "fra", "foerst_set"))
        kendte = [tuple(raekke) for raekke in con.execute(select(*kolonner).where(varsler_set.c.trukket.is_(None)))]
        imellem = con.execute(
            select(varselsbygninger.c.hverdage_imellem).where(varselsbygninger.c.bygning_id == bygning_id)
        ).scalar()
    return kendte, imellem
