"""The outbox: one row for each message of a day, written before it is sent."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, Update, insert, select, update

from pipeline.lager.lager import Lager, as_text
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
    besked_id = hmac.digest(lager.personnoegle.encode(), f"{dag} {bruger}".encode(), hashlib.sha256).hex()[:32]
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
    kolonner = (udsendelser.c[navn] for navn in Udsendelse.__dataclass_fields__)
    with lager.read() as con:
        raekker = con.execute(select(*kolonner).where(udsendelser.c.dag == dag).order_by(udsendelser.c.bruger)).all()
    return [Udsendelse(**raekke._asdict()) for raekke in raekker]


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
    kolonner = (udsendelser.c[navn] for navn in Udsendelse.__dataclass_fields__)
    raekke = con.execute(select(*kolonner).where(udsendelser.c.dag == dag, udsendelser.c.bruger == bruger)).first()
    return None if raekke is None else Udsendelse(**raekke._asdict())


def _row(dag: date, bruger: str) -> Update:
    return update(udsendelser).where(udsendelser.c.dag == dag, udsendelser.c.bruger == bruger)
