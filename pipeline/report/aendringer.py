"""What may be said of a change: the one place that decides whether it is good or bad, for pages and documents alike."""

from collections.abc import Mapping
from typing import Any, Literal

from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring

Dom = Literal["godt", "skidt", ""]
SKRIDT: Mapping[str, str] = {"kvartal": "aendring_kvartal", "aar": "aendring_aar"}
DOMME: Mapping[str, Dom] = {"fald": "godt", "stigning": "skidt"}


def direction(tal: float | None, decimaler: int = 1) -> str:
    """`fald`, `stigning`, `uaendret` as the figure reads when shown, or `ukendt`."""
    return {"−": "fald", "+": "stigning", "±": "uaendret", "–": "ukendt"}[aendring(tal, decimaler)[0]]


def judge_aendring(raekke: Mapping[str, Any], skridt: str) -> Dom:
    """Of a change in sygedage since a quarter or a year before: a fall is good, a rise is bad, and what may be chance
    is neither. `raekke` has the columns of sql/50_visning/noegletal/noegletal_liste.sql.
    """
    if not raekke[f"{skridt}_er_signal"]:
        return ""
    return DOMME.get(direction(raekke[SKRIDT[skridt]]), "")


def signal_of_del(raekke: Mapping[str, Any], del_: str, aendring_i: str) -> str:
    """`fald` or `stigning` of short or long absence since the quarter before where it is a signal, else nothing.

    `del_`: korttid or langtid; `aendring_i`: the column its change stands in.
    """
    retning = direction(raekke[aendring_i])
    return retning if raekke[f"{del_}_er_signal"] and retning in DOMME else ""


def grund_of(raekke: Mapping[str, Any], skridt: str) -> str:
    """Why a change is neither good nor bad, as `tilfaeldigt` or `udskiftning`; nothing of one that is, that reads as
    none, or that was not asked of.
    """
    if judge_aendring(raekke, skridt) or direction(raekke[SKRIDT[skridt]]) not in DOMME:
        return ""
    return raekke[f"{skridt}_grund"] or ""


def name_signal(raekke: Mapping[str, Any], skridt: str) -> str | None:
    """A column of its own beside the change: `fald` or `stigning` of a signal, else why it is none; None where it was
    not asked.
    """
    if judge_aendring(raekke, skridt):
        return direction(raekke[SKRIDT[skridt]])
    return grund_of(raekke, skridt) or None


def word_aendring(raekke: Mapping[str, Any], skridt: str) -> str | None:
    """What a change is called beside its figure."""
    return (tekster.RETNING | tekster.INTET_SIGNAL).get(name_signal(raekke, skridt) or "")


def with_grund(saetning: str, raekke: Mapping[str, Any], skridt: str) -> str:
    """A sentence about the change, and in brackets why it is no signal."""
    grund = tekster.INTET_SIGNAL.get(grund_of(raekke, skridt), "")
    return tekster.SIDEN_MED_GRUND.format(siden=saetning, grund=grund) if grund else saetning
