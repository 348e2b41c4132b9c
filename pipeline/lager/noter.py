"""What leaders noted about notices. Rows are added, never changed: undoing one is a row too, and the history stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import Connection, delete, func, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import noter, udsendelser, varsler_set
from pipeline.tekster import lager as tekster_lager

Handling = Literal["kontaktet", "samtale holdt", "aftalt undtagelse"]
HANDLINGER: tuple[Handling, ...] = get_args(Handling)
FORTRUDT = "fortrudt"
FORTRYDES_I = timedelta(minutes=10)
HOEJST_AD_GANGEN = 500  # a statement has room for so many parameters in any database


@dataclass(frozen=True)
class Note:
    """`person` is a pseudonym; fra to til the days of absence the note is about; `dato` when it was done."""

    id: int
    person: str
    regel: str
    fra: date
    til: date
    dato: date
    handling: str
    af: str
    tid: str
    fortryder: int | None = None


@dataclass(frozen=True)
class NyNote:
    person: str
    regel: str
    fra: date
    til: date
    dato: date
    handling: Handling


def add_note(lager: Lager, ny: NyNote, haendelse: Haendelse, *, nu: datetime) -> int:
    """The note and its row in the log stand or fall together; `haendelse` says who. Returns the note's id."""
    with lager.write() as con:
        raekke = insert(noter).values(**vars(ny), af=haendelse.hvem, tid=as_text(nu)).returning(noter.c.id)
        id_ = int(con.execute(raekke).scalar_one())
        append(con, haendelse, nu=nu)
    return id_


def seed_noter(con: Connection, nye: Iterable[NyNote], *, af: str, tid: str) -> None:
    """The demo's: only where there are none."""
    raekker = [vars(ny) | {"af": af, "tid": tid} for ny in nye]
    if raekker and con.execute(select(noter.c.id).limit(1)).first() is None:
        con.execute(insert(noter), raekker)


def undo_note(lager: Lager, id_: int, haendelse: Haendelse, *, nu: datetime) -> None:
    """Errors: `Brugerfejl` when the note is not of `haendelse.hvem`, is undone, or too old."""
    with lager.write() as con:
        note = next((note for note in _active(con) if note.id == id_ and note.af == haendelse.hvem), None)
        if note is None or not can_undo(note.tid, nu=nu):
            raise Brugerfejl(tekster_lager.NOTE_KAN_IKKE_FORTRYDES)
        felter = {navn: vaerdi for navn, vaerdi in vars(note).items() if navn != "id"}
        con.execute(insert(noter).values(**felter | {"handling": FORTRUDT, "tid": as_text(nu), "fortryder": id_}))
        append(con, haendelse, nu=nu)


def can_undo(tid: str, *, nu: datetime) -> bool:
    return nu - datetime.fromisoformat(tid) <= FORTRYDES_I


def read_active_noter(lager: Lager) -> list[Note]:
    """Every note that is not undone, oldest first."""
    with lager.read() as con:
        return _active(con)


def _active(con: Connection) -> list[Note]:
    fortrudte = select(noter.c.fortryder).where(noter.c.fortryder.is_not(None))
    udvalg = select(noter).where(noter.c.fortryder.is_(None), noter.c.id.not_in(fortrudte)).order_by(noter.c.id)
    return [Note(**raekke._asdict()) for raekke in con.execute(udvalg)]


def read_stand(lager: Lager) -> tuple[int, int, int]:
    """What changes whenever a note or a notice does."""
    with lager.read() as con:
        hoejeste, antal = con.execute(select(func.max(noter.c.id), func.count()).select_from(noter)).one()
        kendte = con.execute(select(func.count()).select_from(varsler_set)).scalar_one()
    return hoejeste or 0, antal, kendte


def prune_noter(con: Connection, haendelse: Haendelse, *, fratraadte: frozenset[str], foer: date) -> int:
    """Delete the notes of who has left, and what rests on days before `foer`, and the same of what was seen
    and sent.
    """
    personer = sorted(fratraadte)
    foerhen = _count(con)
    for tabel, dag in ((noter, noter.c.dato), (varsler_set, varsler_set.c.forfald), (udsendelser, udsendelser.c.dag)):
        con.execute(delete(tabel).where(dag < foer))
    for tabel in (noter, varsler_set):
        for bid in range(0, len(personer), HOEJST_AD_GANGEN):
            con.execute(delete(tabel).where(tabel.c.person.in_(personer[bid : bid + HOEJST_AD_GANGEN])))
    antal = foerhen - _count(con)  # a deletion does not count what it takes with it
    if antal:
        append(con, haendelse)
    return antal


def _count(con: Connection) -> int:
    return con.execute(select(func.count()).select_from(noter)).scalar_one()
