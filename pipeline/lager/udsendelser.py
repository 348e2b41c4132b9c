"""The outbox: one row for each message of a day, written before it is sent."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Update, insert, select, update

from pipeline.lager.lager import Lager, as_text, keyed_hash
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import udsendelser

Tilstand = Literal["skrevet", "sendes", "sendt", "afvist", "bortfaldet"]
UAFSLUTTEDE = ("skrevet", "sendes")
"""Still to be sent; of one being sent when the program stopped nobody knows whether it was."""


@dataclass(frozen=True)
class Udsendelse:
    """`forsoeg` counts the attempts, this one included."""

    dag: date
    bruger: str
    besked_id: str
    tilstand: Tilstand
    forsoeg: int


def write_udsendelse(lager: Lager, dag: date, bruger: str, *, domaene: str, nu: datetime) -> None:
    """Once; the id is the day's and the user's, whenever it is written."""
    besked_id = keyed_hash(lager.personnoegle, f"{dag} {bruger}")[:32]
    with lager.write() as con:
        if _find(con, dag, bruger) is None:
            con.execute(
                insert(udsendelser).values(
                    dag=dag,
                    bruger=bruger,
                    besked_id=f"<{besked_id}@{domaene}>",
                    tilstand="skrevet",
                    forsoeg=0,
                    skrevet=as_text(nu),
                )
            )


def read_udsendelser(lager: Lager, dag: date) -> list[Udsendelse]:
    """By user."""
    with lager.read() as con:
        return _read(con, udsendelser.c.dag == dag)


def begin_udsendelse(lager: Lager, dag: date, bruger: str) -> Udsendelse | None:
    """Take a message that is still to be sent; None when it is not."""
    with lager.write() as con:
        fundet = _find(con, dag, bruger)
        if fundet is None or fundet.tilstand not in UAFSLUTTEDE:
            return None
        con.execute(_row(dag, bruger).values(tilstand="sendes", forsoeg=fundet.forsoeg + 1))
        return _find(con, dag, bruger)


def end_udsendelse(lager: Lager, dag: date, bruger: str, tilstand: Tilstand, *, af: str, nu: datetime) -> None:
    """Its outcome, and with a message that went out its row in the log."""
    with lager.write() as con:
        con.execute(_row(dag, bruger).values(tilstand=tilstand, afsluttet=as_text(nu)))
        if tilstand == "sendt":
            append(con, Haendelse(af, "besked sendt", "opfoelgning send", som=bruger), nu=nu)


def _find(con: Connection, dag: date, bruger: str) -> Udsendelse | None:
    return next(iter(_read(con, udsendelser.c.dag == dag, udsendelser.c.bruger == bruger)), None)


def _read(con: Connection, *hvilke: ColumnElement[bool]) -> list[Udsendelse]:
    kolonner = (udsendelser.c[felt.name] for felt in fields(Udsendelse))
    raekker = con.execute(select(*kolonner).where(*hvilke).order_by(udsendelser.c.bruger))
    return [Udsendelse(**raekke._asdict()) for raekke in raekker]


def _row(dag: date, bruger: str) -> Update:
    return update(udsendelser).where(udsendelser.c.dag == dag, udsendelser.c.bruger == bruger)
