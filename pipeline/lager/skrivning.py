"""What one transaction does to the log's head, kept on its connection until the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from pipeline.lager.hoved import INGEN, TOMT, FalsktHoved, Hoved, Hovedfil, Hovedpar
from pipeline.lager.skema import log, loganker

SKRIVNING = "log_skrivning"


@dataclass
class Skrivning:
    """`hoved` is the one that fitted the log before the first row; `nyeste` the last row written. `anker`: what a
    deletion leaves. `forfra`: the head to begin with, whatever there was.
    """

    fil: Hovedfil | None
    hoved: Hoved | None = None
    nyeste: tuple[int, str, str] | None = None
    anker: tuple[int, str] | None = None
    forfra: Hoved | None = None


def note_row(con: Connection, nr: int, kontrol: str, tid: str) -> None:
    """About to be written, by a transaction from `Lager.write`."""
    skrivning = con.info.get(SKRIVNING)
    if not isinstance(skrivning, Skrivning) or skrivning.fil is None:
        return
    if skrivning.nyeste is None:
        skrivning.hoved = _find_fitting(con, skrivning.fil, foerste=nr)
    skrivning.nyeste = (nr, kontrol, tid)


def note_anker(con: Connection, nr: int, kontrol: str) -> None:
    skrivning = con.info.get(SKRIVNING)
    if isinstance(skrivning, Skrivning):
        skrivning.anker = (nr, kontrol)


def begin_head(con: Connection, *, fra: Hoved | None = None, tid: str) -> None:
    """From the rows as they stand in this transaction; `fra` is a head whose vouching goes on."""
    skrivning = con.info.get(SKRIVNING)
    if not isinstance(skrivning, Skrivning):
        return
    nr, kontrol, tid_ = read_newest(con)
    hoved = Hoved(nr, kontrol, tid_ or tid, read_anker(con), nr, tid)
    skrivning.forfra = hoved if fra is None else replace(hoved, fra_nr=fra.fra_nr, fra_tid=fra.fra_tid)


def _find_fitting(con: Connection, fil: Hovedfil, *, foerste: int) -> Hoved | None:
    """None when the log is not the head's, or has rows and no head: what is taken away must not be forgotten at the
    next row.
    """
    try:
        par = fil.read()
    except FalsktHoved:
        return None
    if par is None:
        return TOMT if foerste == 1 else None
    return next((hoved for hoved in par.kandidater if fits(con, hoved)), None)


def fits(con: Connection, hoved: Hoved) -> bool:
    """Whether the log holds the head's row, and begins where it says."""
    if read_anker(con) != hoved.anker:
        return False
    if hoved.nr == hoved.anker[0]:
        return hoved.kontrol == hoved.anker[1]
    return con.execute(select(log.c.kontrol).where(log.c.nr == hoved.nr)).scalar() == hoved.kontrol


def read_anker(con: Connection) -> tuple[int, str]:
    """What the first row follows."""
    raekke = con.execute(select(loganker.c.nr, loganker.c.kontrol).order_by(loganker.c.nr.desc()).limit(1)).first()
    return INGEN if raekke is None else (raekke.nr, raekke.kontrol)


def read_newest(con: Connection) -> tuple[int, str, str]:
    """Number, kontrol and time; of an empty log the anchor's, without a time."""
    raekke = con.execute(select(log.c.nr, log.c.kontrol, log.c.tid).order_by(log.c.nr.desc()).limit(1)).first()
    return (*read_anker(con), "") if raekke is None else (raekke.nr, raekke.kontrol, raekke.tid)


@contextmanager
def signed(skrivning: Skrivning) -> Iterator[None]:
    """Around the commit."""
    fil, hoved, nyeste = skrivning.fil, skrivning.hoved, skrivning.nyeste
    if fil is None or (skrivning.forfra is None and (hoved is None or nyeste is None)):
        yield
    elif skrivning.forfra is not None:
        with _announced(fil, skrivning.forfra):
            yield
    elif hoved is not None and nyeste is not None:
        nr, kontrol, tid = nyeste
        naeste = replace(hoved, nr=nr, kontrol=kontrol, tid=tid, fra_tid=hoved.fra_tid or tid)
        if skrivning.anker is not None:
            with _announced(fil, replace(naeste, anker=skrivning.anker), nu=hoved):
                yield
            return
        if hoved == TOMT:
            fil.place(Hovedpar(TOMT))
        with fil.placed_after(Hovedpar(naeste)):
            yield


@contextmanager
def _announced(fil: Hovedfil, naeste: Hoved, *, nu: Hoved | None = None) -> Iterator[None]:
    try:
        par = fil.read()
    except FalsktHoved:
        par = None
    foer = nu or (par.hoved if par else TOMT)
    fil.place(Hovedpar(foer, naeste))
    with fil.placed_after(Hovedpar(naeste), forfra=True):
        yield
