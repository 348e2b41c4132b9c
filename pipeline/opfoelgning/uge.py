"""Who is to be talked to, by person and by week: one card a person, with the next step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

Varsel = Mapping[str, Any]
TIDER = ("i_dag", "denne_uge", "senere", "foraeldet")


@dataclass(frozen=True)
class Kort:
    """What there is to do about one person: the newest open notice, the open ones before it, and what was noted, each
    newest first.
    """

    naeste: Varsel
    ogsaa: tuple[Varsel, ...]
    noteret: tuple[Varsel, ...]


def make_kort(varsler: Iterable[Varsel]) -> list[Kort]:
    """A card for each person with an open notice, by the next step's deadline."""
    efter_person = sorted(varsler, key=lambda varsel: str(varsel["medarbejdernr"]))
    alle = []
    for _, egne in groupby(efter_person, key=lambda varsel: varsel["medarbejdernr"]):
        nyeste = sorted(egne, key=lambda varsel: (varsel["forfald"], varsel["gaeldende_frist"]), reverse=True)
        aabne = [varsel for varsel in nyeste if varsel["tilstand"] == "åben"]
        if aabne:
            noteret = sorted(
                (varsel for varsel in nyeste if varsel["tilstand"] != "åben"),
                key=lambda varsel: (varsel["dato"], varsel["note_id"]),
                reverse=True,
            )
            alle.append(Kort(aabne[0], tuple(aabne[1:]), tuple(noteret)))
    return sorted(alle, key=lambda kort: (kort.naeste["gaeldende_frist"], kort.naeste["medarbejdernr"]))


def find_tid(kort: Kort, dag: date) -> str:
    """Which of `TIDER` it belongs to on `dag`. Today is what is due or overdue; the week ends on Sunday."""
    frist = kort.naeste["gaeldende_frist"]
    if frist < outdated_before(dag):
        return "foraeldet"
    if frist <= dag:
        return "i_dag"
    return "denne_uge" if frist <= dag + timedelta(days=6 - dag.weekday()) else "senere"


def outdated_before(dag: date) -> date:
    """The first of the month before: an older deadline is no longer what to begin with."""
    return (dag.replace(day=1) - timedelta(days=1)).replace(day=1)
