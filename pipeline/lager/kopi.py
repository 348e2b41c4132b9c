"""Backup and restore: every row of the store as one JSON file, the same for SQLite and PostgreSQL."""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, Table, func, insert, select, text

from pipeline.fejl import Brugerfejl
from pipeline.lager.hoved import FalsktHoved, Hoved, Hovedfil, Hovedpar, pack, unpack
from pipeline.lager.kontrol import verify_rows
from pipeline.lager.lager import Lager, as_text, migrate
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import (
    aargange,
    aargangstal,
    adgang,
    berigtigelser,
    identiteter,
    indsatser,
    indsatsslut,
    kvartalsgange,
    kvartalsord,
    kvartalstrin,
    kvartalsvalg,
    laase,
    laasefiler,
    laaseslut,
    log,
    loganker,
    maaltal_beslutninger,
    metadata,
    noter,
    udsendelser,
    varselsbygninger,
    varsler_set,
)
from pipeline.lager.skrivning import begin_head, fits, read_newest
from pipeline.tekster import lager as tekster_lager

HOVED = "hoved"
FRA_OPFOELGNINGEN = (varselsbygninger, varsler_set, noter, udsendelser, indsatser, indsatsslut, maaltal_beslutninger)
FRA_UDGIVELSERNE = (
    *(aargange, aargangstal, kvartalsgange, kvartalstrin, kvartalsord, kvartalsvalg),
    *(laase, laasefiler, laaseslut, berigtigelser),
)
NYERE = (*FRA_OPFOELGNINGEN, *FRA_UDGIVELSERNE)
TABELLER = (adgang, identiteter, log, loganker, *NYERE)
"""Sessions and tickets are not kept: after a restore everybody signs in again. An older version's copy may have none of
NYERE."""
MED_LOEBENUMMER = (
    *("adgang", "noter", "indsatser", "maaltal_beslutninger"),
    *("kvartalsgange", "kvartalstrin", "kvartalsvalg", "laase", "berigtigelser"),
)
FUNKTIONER = tuple(
    f"{navn}_forbudt" for navn in ("log", "adgang", "noter", "indsatser", "kvartaler", "laase", "maaltal")
)
"""PostgreSQL's, which the triggers call."""


def backup_lager(lager: Lager, fil: Path) -> dict[str, int]:
    """How many rows of each table. Errors: `Brugerfejl` when the file is there or cannot be written."""
    par = _read_head(lager.hovedfil)  # before the rows: it may be older than they are, not newer
    with lager.read() as con:
        indhold: dict[str, Any] = {
            tabel.name: [raekke._asdict() for raekke in con.execute(select(tabel).order_by(*tabel.primary_key))]
            for tabel in TABELLER
        }
        if lager.hovedfil is not None and par is not None:
            indhold[HOVED] = pack(_sign_rows(con, par), lager.hovedfil.noegle)
    try:
        handle = os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Brugerfejl(tekster_lager.KOPI_FINDES.format(fil=fil.name)) from None
    except OSError:
        raise Brugerfejl(tekster_lager.KOPI_KAN_IKKE_SKRIVES.format(fil=fil.name)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as ud:
            json.dump(indhold, ud, ensure_ascii=False, default=date.isoformat)
            ud.flush()
            os.fsync(ud.fileno())
    except OSError:
        fil.unlink(missing_ok=True)  # half a copy is none, and would keep the name from a whole one
        raise Brugerfejl(tekster_lager.KOPI_KAN_IKKE_SKRIVES.format(fil=fil.name)) from None
    return {tabel.name: len(indhold[tabel.name]) for tabel in TABELLER}


def _read_head(hovedfil: Hovedfil | None) -> Hovedpar | None:
    """None too for a false one: a copy is worth having, and says that it is not vouched for."""
    try:
        return None if hovedfil is None else hovedfil.read()
    except FalsktHoved:
        return None


def _sign_rows(con: Connection, par: Hovedpar) -> Hovedpar:
    """The head as of the copy's newest row; where the log does not fit, the head as it is, so that the copy tells."""
    hoved = next((hoved for hoved in par.kandidater if fits(con, hoved)), None)
    if hoved is None:
        return par
    nr, kontrol, tid = read_newest(con)
    return Hovedpar(replace(hoved, nr=nr, kontrol=kontrol, tid=tid or hoved.tid))


def restore_lager(lager: Lager, fil: Path, *, overskriv_af: str | None = None) -> dict[str, int]:
    """Into an empty store, or in place of all that is there when `overskriv_af` takes it upon herself, which the log
    then says; all of it or nothing.

    Errors: `Brugerfejl` when the store holds anything, or the file is no copy, or its log is broken.
    """
    indhold, underskrevet = _read_copy(fil)
    with lager.write() as con:
        er_tomt = not any(
            con.execute(select(func.count()).select_from(tabel)).scalar() for tabel in metadata.sorted_tables
        )
        if not er_tomt and overskriv_af is None:
            raise Brugerfejl(tekster_lager.LAGER_IKKE_TOMT)
        if not er_tomt:
            _empty(con)
        for tabel in TABELLER:
            if indhold[tabel.name]:
                con.execute(insert(tabel), indhold[tabel.name])
        if verify_rows(con).brudt_ved is not None:
            raise Brugerfejl(tekster_lager.KOPI_BRUDT)
        hoved = _check_head(con, underskrevet, lager.hovedfil)
        if con.dialect.name == "postgresql":
            for navn in MED_LOEBENUMMER:
                naeste = f"(select coalesce(max(id), 0) + 1 from {navn})"
                con.execute(text(f"select setval('{navn}_id_seq', {naeste}, false)"))
        if not er_tomt and overskriv_af is not None:
            append(con, Haendelse(overskriv_af, "kommando", "lager hent --overskriv"))
        if read_newest(con)[0]:
            begin_head(con, fra=hoved, tid=as_text(datetime.now(UTC)))
    return {navn: len(raekker) for navn, raekker in indhold.items()}


def _check_head(con: Connection, underskrevet: Any, hovedfil: Hovedfil | None) -> Hoved | None:
    """The copy's head, whose vouching goes on; None when it has none: then the vouching begins now."""
    if hovedfil is None or underskrevet is None:
        return None
    try:
        par = unpack(underskrevet, hovedfil.noegle)
    except FalsktHoved:
        raise Brugerfejl(tekster_lager.KOPI_ANDET_HOVED) from None
    if not fits(con, par.hoved) or par.hoved.nr != read_newest(con)[0]:
        raise Brugerfejl(tekster_lager.KOPI_ANDET_HOVED)
    return par.hoved


def _empty(con: Connection) -> None:
    """Rows cannot be deleted: the tables are made anew, within the transaction."""
    metadata.drop_all(con)
    con.execute(text("drop table alembic_version"))
    if con.dialect.name == "postgresql":
        con.execute(text(f"drop function {', '.join(FUNKTIONER)}"))
    migrate(con)


def _read_copy(fil: Path) -> tuple[dict[str, list[dict[str, Any]]], Any]:
    """The rows of each table, and the signed head as it stands."""
    try:
        indhold = json.loads(fil.read_text(encoding="utf-8"))
        indhold = {tabel.name: [] for tabel in NYERE} | indhold
        raekker = {tabel.name: [_as_row(tabel, raekke) for raekke in indhold[tabel.name]] for tabel in TABELLER}
        return raekker, indhold.get(HOVED)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise Brugerfejl(tekster_lager.KOPI_ULAESELIG.format(fil=fil.name)) from None


def _as_row(tabel: Table, raekke: dict[str, Any]) -> dict[str, Any]:
    return {
        kolonne.name: date.fromisoformat(raekke[kolonne.name])
        if isinstance(kolonne.type, Date) and raekke[kolonne.name] is not None
        else raekke[kolonne.name]
        for kolonne in tabel.columns
    }
