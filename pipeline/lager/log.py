"""The log: who saw or did what, in a chain of hashes in which no row can be changed or taken out unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, delete, func, insert, select

from pipeline.lager.lager import Lager, as_text
from pipeline.lager.skema import log, loganker

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
    "konto bundet",
    "konto løsnet",
    "log ryddet",
    "opfølgning noteret",
    "opfølgning fortrudt",
    "noter slettet",
    "besked sendt",
]
BEGYNDELSE = "0" * 64
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


@dataclass(frozen=True)
class Logkontrol:
    """`kontroltal` is the newest row's; `brudt_ved` the number of the first row that does not follow the one before."""

    antal: int
    kontroltal: str
    brudt_ved: int | None


def write_log(lager: Lager, haendelse: Haendelse, *, nu: datetime | None = None) -> None:
    """Errors: `Brugerfejl` when the row cannot be written; then nothing may be shown."""
    with lager.write() as con:
        append(con, haendelse, nu=nu)


def append(con: Connection, haendelse: Haendelse, *, nu: datetime | None = None) -> None:
    """Within a transaction from `Lager.write`, so that what is done and its row stand or fall together."""
    nr, forrige = _newest(con)
    raekke = {
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
    con.execute(insert(log).values(**raekke, forrige=forrige, kontrol=_chain(raekke, forrige)))


def _newest(con: Connection) -> tuple[int, str]:
    for tabel in (log, loganker):
        raekke = con.execute(select(tabel.c.nr, tabel.c.kontrol).order_by(tabel.c.nr.desc()).limit(1)).first()
        if raekke is not None:
            return raekke.nr, raekke.kontrol
    return 0, BEGYNDELSE


def _chain(raekke: dict[str, Any], forrige: str) -> str:
    tekst = json.dumps([forrige, *(raekke[navn] for navn in KOLONNER)], ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()


def verify_log(lager: Lager, *, forventet: str | None = None) -> Logkontrol:
    """Walk the chain. With `forventet`, a kontroltal noted before, a log cut short is found too (`brudt_ved` 0)."""
    with lager.read() as con:
        return verify_rows(con, forventet=forventet)


def verify_rows(con: Connection, *, forventet: str | None = None) -> Logkontrol:
    anker = con.execute(select(loganker).order_by(loganker.c.nr.desc()).limit(1)).first()
    nr, forrige = (anker.nr, anker.kontrol) if anker else (0, BEGYNDELSE)
    fundet = forventet in (None, forrige)
    antal = 0
    for raekke in con.execute(select(log).order_by(log.c.nr)):
        if not _follows(raekke, nr, forrige):
            return Logkontrol(antal, forrige, nr + 1)
        nr, forrige, antal = raekke.nr, raekke.kontrol, antal + 1
        fundet = fundet or raekke.kontrol == forventet
    return Logkontrol(antal, forrige, None if fundet else 0)


def _follows(raekke: Row[Any], nr: int, forrige: str) -> bool:
    felter = raekke._asdict()
    return bool(raekke.nr == nr + 1 and raekke.forrige == forrige and raekke.kontrol == _chain(felter, forrige))


def read_log(lager: Lager, *, fra: date, til: date) -> pl.DataFrame:
    """Newest first, both days included as Danish days. Grain: nr; `tid` is a Danish time, `noder` a list."""
    import polars as pl

    start, slut = (as_text(datetime.combine(dag, time(), DANSK_TID)) for dag in (fra, til + timedelta(days=1)))
    udvalg = select(*(log.c[navn] for navn in KOLONNER)).where(log.c.tid >= start, log.c.tid < slut)
    with lager.read() as con:
        raekker = [raekke._asdict() for raekke in con.execute(udvalg.order_by(log.c.nr.desc()))]
    for raekke in raekker:
        raekke["tid"] = datetime.fromisoformat(raekke["tid"]).astimezone(DANSK_TID).replace(tzinfo=None)
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
        con.execute(delete(log).where(log.c.nr <= sidste))
    return int(antal)
