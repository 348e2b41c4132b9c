"""Whether the log is whole: its chain, its head, and the triggers that guard the store."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from pipeline.lager.hoved import FalsktHoved, Hoved, Hovedfil
from pipeline.lager.lager import Lager
from pipeline.lager.log import chain, danish_time
from pipeline.lager.skema import log
from pipeline.lager.skrivning import fits, read_anker, read_newest
from pipeline.lager.triggere import find_missing
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import heltal, tidspunkt

Art = Literal["brudt", "kontroltal", "hoved_mangler", "hoved_falsk", "afkortet", "anker", "omskrevet", "trigger"]


@dataclass(frozen=True)
class Fund:
    """One thing wrong; `detalje` is a row's number or a trigger's name."""

    art: Art
    detalje: str = ""

    @property
    def saetning(self) -> str:
        return tekster_lager.LOGFUND[self.art].format(detalje=self.detalje)


@dataclass(frozen=True)
class Logkontrol:
    """`kontroltal` is the newest row's; `brudt_ved` the number of the first row that does not follow the one before.
    `hoved` is the head the log fits: from its `fra_nr` to its `nr` the log is vouched for.
    """

    antal: int
    kontroltal: str
    brudt_ved: int | None
    fund: tuple[Fund, ...] = ()
    hoved: Hoved | None = field(default=None, compare=False)

    @property
    def nyeste(self) -> int:
        return self.antal + (self.hoved.anker[0] if self.hoved else 0)


def verify_log(lager: Lager, *, forventet: str | None = None) -> Logkontrol:
    """Walk the chain, and hold it against its head and `forventet`, a kontroltal noted before."""
    with lager.read() as con:
        return verify_rows(con, lager.hovedfil, forventet=forventet)


def verify_rows(con: Connection, hovedfil: Hovedfil | None = None, *, forventet: str | None = None) -> Logkontrol:
    hoved, fund = judge_start(con, hovedfil)
    nr, forrige = read_anker(con)
    fundet, antal, brudt_ved = forventet in (None, forrige), 0, None
    for raekke in con.execute(select(log).order_by(log.c.nr)):
        if not _follows(raekke, nr, forrige):
            brudt_ved = nr + 1
            break
        nr, forrige, antal = raekke.nr, raekke.kontrol, antal + 1
        fundet = fundet or raekke.kontrol == forventet
    brud = [Fund("brudt", heltal(brudt_ved))] if brudt_ved is not None else []
    ukendt = [Fund("kontroltal")] if brudt_ved is None and not fundet else []
    return Logkontrol(antal, forrige, brudt_ved, (*brud, *ukendt, *fund), hoved)


def _follows(raekke: Row[Any], nr: int, forrige: str) -> bool:
    felter = raekke._asdict()
    return bool(raekke.nr == nr + 1 and raekke.forrige == forrige and raekke.kontrol == chain(felter, forrige))


def check_start(lager: Lager) -> tuple[Fund, ...]:
    """What can be seen without walking the chain: the head and the triggers."""
    with lager.read() as con:
        return judge_start(con, lager.hovedfil)[1]


def judge_start(con: Connection, hovedfil: Hovedfil | None) -> tuple[Hoved | None, tuple[Fund, ...]]:
    triggere = tuple(Fund("trigger", navn) for navn in find_missing(con))
    hoved, fund = (None, None) if hovedfil is None else _judge_head(con, hovedfil)
    return hoved, triggere if fund is None else (fund, *triggere)


def _judge_head(con: Connection, hovedfil: Hovedfil) -> tuple[Hoved | None, Fund | None]:
    """The head the log fits, or what is wrong. A log without rows needs none yet."""
    nyeste, _, _ = read_newest(con)
    try:
        par = hovedfil.read()
    except FalsktHoved:
        return None, Fund("hoved_falsk")
    if par is None:
        return None, Fund("hoved_mangler") if nyeste else None
    passer = next((hoved for hoved in par.kandidater if fits(con, hoved)), None)
    if passer is not None:
        return passer, None
    if nyeste < par.hoved.nr:
        return None, Fund("afkortet", heltal(nyeste + 1))
    if read_anker(con) != par.hoved.anker:
        return None, Fund("anker", heltal(par.hoved.anker[0] + 1))
    return None, Fund("omskrevet", heltal(par.hoved.nr))


def describe_hoved(kontrol: Logkontrol) -> str:
    """How far back, and how far on, the head vouches."""
    hoved = kontrol.hoved
    if hoved is None:
        return tekster_lager.LOG_IKKE_UNDERSKREVET
    fra, til = max(hoved.fra_nr, hoved.anker[0] + 1), hoved.nr
    saetning = tekster_lager.LOG_UNDERSKREVET.format(
        fra=heltal(fra), til=heltal(til), fra_tid=_in_words(hoved.fra_tid), til_tid=_in_words(hoved.tid)
    )
    efter = kontrol.nyeste - til
    return f"{saetning} {tekster_lager.LOG_EFTER.format(antal=heltal(efter))}" if efter else saetning


def _in_words(tid: str) -> str:
    return tidspunkt(danish_time(tid))
