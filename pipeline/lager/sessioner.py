"""Our own session rows: Streamlit checks neither a token's expiry nor that somebody signed out."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from pipeline.lager.lager import Lager, as_text
from pipeline.lager.skema import sessioner

LEDIG = timedelta(minutes=60)
I_ALT = timedelta(hours=8)
GLEMT = ""
SKRIV_HVERT = timedelta(seconds=30)  # how old "last seen" may be before it is written again


def begin_session(lager: Lager, noegle: str, *, bruger: str, nu: datetime) -> bool:
    """`noegle` is the hash of what proves the sign-in. False when it has begun before, be it ended or not.

    Whose the sessions were that are over by age is forgotten here; the hashes stay, so that none begins again.
    """
    with lager.write() as con:
        for_gamle = (sessioner.c.begyndt < as_text(nu - I_ALT)) & (sessioner.c.bruger != GLEMT)
        con.execute(update(sessioner).where(for_gamle).values(bruger=GLEMT))
        if con.execute(select(sessioner.c.noegle).where(sessioner.c.noegle == noegle)).first() is not None:
            return False
        con.execute(insert(sessioner).values(noegle=noegle, bruger=bruger, begyndt=as_text(nu), sidst_set=as_text(nu)))
    return True


def touch_session(lager: Lager, noegle: str, *, nu: datetime) -> str | None:
    """The session's user, who is seen now; None for one that never began, has ended, or is too old in either way."""
    with lager.read() as con:
        raekke = con.execute(select(sessioner).where(sessioner.c.noegle == noegle)).first()
    if raekke is None or raekke.afsluttet is not None:
        return None
    begyndt, set_ = (datetime.fromisoformat(tid) for tid in (raekke.begyndt, raekke.sidst_set))
    if nu - begyndt > I_ALT or nu - set_ > LEDIG:
        end_session(lager, noegle, nu=nu)
        return None
    if nu - set_ > SKRIV_HVERT:
        with lager.write() as con:
            con.execute(update(sessioner).where(sessioner.c.noegle == noegle).values(sidst_set=as_text(nu)))
    return str(raekke.bruger)


def is_known(lager: Lager, noegle: str) -> bool:
    """Whether a session with this proof has begun at some time."""
    with lager.read() as con:
        return con.execute(select(sessioner.c.noegle).where(sessioner.c.noegle == noegle)).first() is not None


def end_session(lager: Lager, noegle: str, *, nu: datetime | None = None) -> None:
    with lager.write() as con:
        aaben = (sessioner.c.noegle == noegle) & sessioner.c.afsluttet.is_(None)
        con.execute(update(sessioner).where(aaben).values(afsluttet=as_text(nu or datetime.now(UTC))))


def end_sessions_of(con: Connection, bruger: str) -> None:
    """Within the transaction that took the rights away."""
    aabne = (sessioner.c.bruger == bruger) & sessioner.c.afsluttet.is_(None)
    con.execute(update(sessioner).where(aabne).values(afsluttet=as_text(datetime.now(UTC))))
