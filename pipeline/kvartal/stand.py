"""Where a quarter stands, read from what was done in it, so that it is found again after anything.

The words of a step's `data`: see `_follow`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from pipeline.fejl import Brugerfejl
from pipeline.kvartal.steder import is_running, kandidat_of
from pipeline.lager.kvartaler import Gang, Trin, read_newest
from pipeline.lager.log import danish_time
from pipeline.port.scope import Miljoe, Scope, describe_database
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import dato, periode_med_ord, tidspunkt

Bygges = Literal["ikke", "koerer", "afbrudt", "standset", "bygget"]
Tilstand = Literal["venter", "nu", "koerer", "standset", "faerdig"]
TRIN = ("leverance", "aendret", "advarsler", "ord", "forhaandsvisning", "hent", "laas")
"""The seven steps, in order."""


@dataclass(frozen=True)
class Leverance:
    """What a round is built from. `kilde`: sent here, lying in the watched folder, or nothing new. `maerke` names the
    folder of what was sent; `filer` are names and bytes.
    """

    kilde: Literal["sendt", "indbakke", "i brug"]
    filer: Sequence[tuple[str, int]] = ()
    maerke: str = ""


@dataclass(frozen=True)
class Hentet:
    af: str
    tid: str


@dataclass(frozen=True)
class Stand:
    """`bygning_id`: of the build of this round; `mod`: of the one in use when it was begun; `saetning` why it stopped,
    and `kan_accepteres` whether hr may build it all the same; `kvitteringer`: reasons by warning, of this build; `ark`:
    the case has the pages of units for MED.
    """

    gang: Gang
    leverance: Leverance | None = None
    bygges: Bygges = "ikke"
    bygning_id: str | None = None
    mod: str | None = None
    saetning: str = ""
    kan_accepteres: bool = False
    er_i_brug: bool = False
    kvitteringer: Mapping[str, str] = field(default_factory=dict)
    hentet: Sequence[Hentet] = ()
    laast: Mapping[str, str] | None = None
    ark: bool = False


def read_stand(miljoe: Miljoe) -> Stand | None:
    """The round under way, or the last; None before the first."""
    koerer = is_running(miljoe.database)  # before the steps are read: a build that ends in between has written how
    gang = read_newest(miljoe.lager)
    if gang is None:
        return None
    stand = follow(gang)
    if stand.bygges == "koerer" and not koerer:
        return replace(stand, bygges="afbrudt")
    return stand


def follow(gang: Gang) -> Stand:
    stand = Stand(gang)
    for trin in gang.trin:
        stand = _follow(stand, trin)
    return stand


def _follow(stand: Stand, trin: Trin) -> Stand:
    data = trin.data
    match trin.hvad:
        case "leverance":
            filer = tuple((navn, int(antal)) for navn, antal in data.get("filer", ()))
            ny = Stand(stand.gang, Leverance(data["kilde"], filer, data.get("maerke", "")), ark=stand.ark)
            if data["kilde"] == "i brug":
                return replace(ny, bygges="bygget", bygning_id=data["bygning_id"], er_i_brug=True)
            return ny
        case "bygges":
            return Stand(stand.gang, stand.leverance, bygges="koerer", mod=data["mod"], ark=stand.ark)
        case "bygget":
            return replace(stand, bygges="bygget", bygning_id=data["bygning_id"])
        case "standset":
            return replace(stand, bygges="standset", saetning=data["saetning"], kan_accepteres=data["kan_accepteres"])
        case "i brug":
            return replace(stand, er_i_brug=True)
        case "kvitteret":
            return replace(stand, kvitteringer={**stand.kvitteringer, **data["begrundelser"]})
        case "dokumenter":
            return replace(stand, ark=data["ark"])
        case "hentet":
            return replace(stand, hentet=(*stand.hentet, Hentet(trin.af, trin.tid)))
        case "låst":
            return replace(stand, laast=data)
        case "opgivet":
            return stand


def miljoe_of(stand: Stand, miljoe: Miljoe) -> Miljoe:
    """Where the round's build lies: the candidate's place until it is in use. Errors: `Brugerfejl` when it is not the
    one that lies there.
    """
    der = (
        miljoe
        if stand.er_i_brug
        else replace(miljoe, database=kandidat_of(miljoe.database), noegle_ved=miljoe.database)
    )
    if stand.bygges != "bygget":
        raise Brugerfejl(tekster_kvartal.INTET_BYGGET)
    if read_bygning_id(der) != stand.bygning_id:
        raise Brugerfejl(tekster_kvartal.ANDEN_I_BRUG if stand.er_i_brug else tekster_kvartal.KANDIDAT_VAEK)
    return der


def word_tid(tid: str) -> str:
    """A time of the store's as people read it."""
    return tidspunkt(danish_time(tid))


def describe_slut(stand: Stand | None) -> str:
    """What there is when no round is under way."""
    if stand is None or stand.laast is None:
        return tekster_kvartal.SLUT[False]
    laast = stand.laast
    return tekster_kvartal.SLUT[True].format(
        kvartal=periode_med_ord(laast["kvartal"]), moede=laast["moede"], dato=dato(date.fromisoformat(laast["dato"]))
    )


def read_bygning_id(miljoe: Miljoe) -> str | None:
    """None when there is no database there."""
    return describe_database(miljoe).bygning_id if miljoe.database.is_file() else None


def list_advarsler(scope: Scope) -> list[tuple[str, int]]:
    """The build's warnings, each with how many it is about."""
    return [(str(advarsel), int(antal)) for advarsel, antal in scope.rows("byggerapport_advarsler").iter_rows()]


def find_ukvitterede(stand: Stand, scope: Scope) -> list[str]:
    return [advarsel for advarsel, _ in list_advarsler(scope) if advarsel not in stand.kvitteringer]


def judge_trin(stand: Stand, ukvitterede: Sequence[str]) -> dict[str, Tilstand]:
    """How far each step is. `ukvitterede` counts for nothing before something is built."""
    er_bygget = stand.bygges == "bygget"
    klar = stand.er_i_brug and not ukvitterede
    leverance: dict[Bygges, Tilstand] = {
        "ikke": "nu",
        "koerer": "koerer",
        "afbrudt": "standset",
        "standset": "standset",
        "bygget": "faerdig",
    }
    return {
        "leverance": leverance[stand.bygges],
        "aendret": "faerdig" if stand.er_i_brug else "nu" if er_bygget else "venter",
        "advarsler": "venter" if not er_bygget else "nu" if ukvitterede else "faerdig",
        "ord": "faerdig" if any(ordet.tekst for ordet in stand.gang.ord.values()) else "nu",
        "forhaandsvisning": "faerdig" if stand.hentet else "nu" if klar else "venter",
        "hent": "faerdig" if stand.hentet else "nu" if klar else "venter",
        "laas": "faerdig" if stand.laast else "nu" if klar and stand.hentet else "venter",
    }
