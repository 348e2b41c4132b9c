"""The log: who saw or did what, in a chain of hashes in which no row can be changed or taken out unseen.

The chain is held against its head (hoved.py), which whoever owns the database cannot sign.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, func, insert, select

from pipeline.lager.lager import Lager, as_text
from pipeline.lager.skema import log, loganker
from pipeline.lager.skrivning import begin_head, note_anker, note_row, read_newest

if TYPE_CHECKING:
    import polars as pl

Hvad = Literal[
    "log ind",
    "log ud",
    "afvist",
    "personer",
    "eksport",
    "se som",
    "kommando",
    "adgang tildelt",
    "adgang foreslået",
    "adgang godkendt",
    "adgang afvist",
    "adgang afsluttet",
    "adgang afkortet",
    "adgang forlænget",
    "konto bundet",
    "konto løsnet",
    "log ryddet",
    "opfølgning noteret",
    "opfølgning fortrudt",
    "noter slettet",
    "besked sendt",
    "indsats aftalt",
    "indsats afsluttet",
    "indsatser slettet",
    "måltal foreslået",
    "måltal godkendt",
    "måltal afvist",
    "måltal sat",
    "måltal trukket tilbage",
    "måltal slettet",
    "kvartal begyndt",
    "kvartal leverance",
    "kvartal bygget",
    "kvartal i brug",
    "kvartal kvitteret",
    "kvartal ord",
    "kvartal hentet",
    "kvartal valg",
    "kvartal låst",
    "kvartal opgivet",
    "kvartaler slettet",
    "lås ophævet",
    "kvartal rettet",
]
OPBEVARING = timedelta(days=730)
DANSK_TID = ZoneInfo("Europe/Copenhagen")
KOLONNER = ("nr", "tid", "hvem", "som", "hvad", "hvor", "noder", "bygning_id", "antal_personer")


@dataclass(frozen=True)
class Haendelse:
    """`hvor` is the name of a page or a command, never data; `antal_personer` how many stood on it by name."""

    hvem: str
    hvad: Hvad
    hvor: str = ""
    som: str | None = None
    noder: tuple[int, ...] = ()
    bygning_id: str | None = None
    antal_personer: int | None = None


def danish_time(tid: str) -> datetime:
    """Of a time as the store has it."""
    return datetime.fromisoformat(tid).astimezone(DANSK_TID).replace(tzinfo=None)


def danish_day(tid: str) -> date:
    return danish_time(tid).date()


def write_log(lager: Lager, haendelse: Haendelse, *, nu: datetime | None = None) -> None:
    """Errors: `Brugerfejl` when the row cannot be written; then nothing may be shown."""
    with lager.write() as con:
        append(con, haendelse, nu=nu)


def append(con: Connection, haendelse: Haendelse, *, nu: datetime | None = None) -> None:
    """Within a transaction from `Lager.write`, so that what is done and its row stand or fall together."""
    nr, forrige, _ = read_newest(con)
    raekke: dict[str, Any] = {
        "nr": nr + 1,
        "tid": as_text(nu or datetime.now(UTC)),
        "hvem": haendelse.hvem,
        "som": haendelse.som,
        "hvad": haendelse.hvad,
        "hvor": haendelse.hvor,
        "noder": json.dumps(haendelse.noder),
        "bygning_id": haendelse.bygning_id,
        "antal_personer": haendelse.antal_personer,
    }
    kontrol = chain(raekke, forrige)
    note_row(con, nr + 1, kontrol, raekke["tid"])
    con.execute(insert(log).values(**raekke, forrige=forrige, kontrol=kontrol))


def chain(raekke: Mapping[str, Any], forrige: str) -> str:
    """A row's kontrol: SHA-256 of its columns and of the kontrol before it."""
    tekst = json.dumps([forrige, *(raekke[navn] for navn in KOLONNER)], ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()


def read_log(lager: Lager, *, fra: date, til: date) -> pl.DataFrame:
    """Newest first, both days included as Danish days. Grain: nr; `tid` is a Danish time, `noder` a list."""
    import polars as pl

    start, slut = (as_text(datetime.combine(dag, time(), DANSK_TID)) for dag in (fra, til + timedelta(days=1)))
    udvalg = select(*(log.c[navn] for navn in KOLONNER)).where(log.c.tid >= start, log.c.tid < slut)
    with lager.read() as con:
        raekker = [raekke._asdict() for raekke in con.execute(udvalg.order_by(log.c.nr.desc()))]
    for raekke in raekker:
        raekke["tid"] = danish_time(raekke["tid"])
        raekke["noder"] = json.loads(raekke["noder"])
    typer: dict[str, Any] = dict.fromkeys(KOLONNER, pl.String) | {
        "nr": pl.Int64,
        "tid": pl.Datetime,
        "noder": pl.List(pl.Int64),
        "antal_personer": pl.Int64,
    }
    return pl.DataFrame(raekker, schema=typer, orient="row")


def prune_log(lager: Lager, *, hvem: str, nu: datetime) -> int:
    """Take away what is older than the retention, and note it; the chain then begins after the last of it.

    The triggers let nothing newer go. Returns how many rows.
    """
    with lager.write() as con:
        graense = as_text(nu - OPBEVARING)
        sidste = con.execute(select(func.max(log.c.nr)).where(log.c.tid < graense)).scalar()
        if sidste is None:
            return 0
        antal = con.execute(select(func.count()).where(log.c.nr <= sidste).select_from(log)).scalar_one()
        kontrol = con.execute(select(log.c.kontrol).where(log.c.nr == sidste)).scalar_one()
        append(con, Haendelse(hvem=hvem, hvad="log ryddet"), nu=nu)
        con.execute(insert(loganker).values(nr=sidste, kontrol=kontrol))
        note_anker(con, sidste, kontrol)
        con.execute(delete(log).where(log.c.nr <= sidste))
    return int(antal)


def begin_log(lager: Lager, *, hvem: str, nu: datetime) -> None:
    """From here on the log's head vouches for it, whatever became of the one before; the log says so."""
    with lager.write() as con:
        append(con, Haendelse(hvem=hvem, hvad="kommando", hvor="log begynd"), nu=nu)
        begin_head(con, tid=as_text(nu))
