"""Locked quarters: what was published, kept in the municipality's own archive and held against what is built since.

A locked file holds the published figures; beside them marks by which a later build can tell how many employees have
been corrected: HMACs under the store's key, of a number and what it added, in no order. To others they say nothing.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import keyed_hash
from pipeline.port.scope import Scope
from pipeline.status.grundlag import Grundlag, Raekke
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import dato, periode_med_ord

MINDST_RETTEDE = 5
"""Employees whose records changed, before a correction and its causes are told."""
MED_REVISIONER = ("kommune", "afdeling")
"""The levels whose corrections are told."""
MAERKE_TEGN = 16
FELTER = (
    "sygedage",
    "medarbejdere",
    "korttid",
    "langtid",
    "langtidsandel",
    "langtidsfriske",
    "sygedage_kvartal_foer",
    "sygedage_aar_foer",
    "aendring_kvartal",
    "aendring_aar",
)
SLAGS = ("fravaer", "ansaettelser")
Maerker = Mapping[str, Mapping[str, Sequence[str]]]
"""By node and SLAGS."""


@dataclass(frozen=True)
class Laast:
    """One quarter as it was published. `grupper`: by `key_of`."""

    kvartal: str
    udtraeksdato: str
    bygning: str
    definitioner: str
    grupper: Mapping[str, Mapping[str, Any]]
    maerker: Maerker


@dataclass(frozen=True)
class Revision:
    """A published figure that is another now. `nu` and `aarsager` only where at least MINDST_RETTEDE are corrected."""

    enhed: str
    kvartal: str
    offentliggjort: Decimal
    nu: Decimal | None
    aarsager: tuple[str, ...]


def key_of(gruppe: Mapping[str, Any]) -> str:
    """A group by its parent and its name."""
    return f"{gruppe['overordnet_id']}/{gruppe['navn']}"


def parse_key(noegle: str) -> tuple[int | None, str]:
    """Of `key_of`: the parent and the name. Errors: `ValueError`."""
    overordnet, navn = noegle.split("/", 1)
    return None if overordnet == "None" else int(overordnet), navn


def make_laast(grundlag: Grundlag, scope: Scope, noegle: str) -> bytes:
    """`scope`: hr's with persons."""
    regler = scope.rows("regler_liste")
    delinger, enheder = find_delinger(grundlag, regler), find_enheder(grundlag, regler)
    indhold = {
        "kvartal": grundlag.kvartal,
        "udtraeksdato": dato(grundlag.bygning["udtraeksdato"]),
        "bygning": grundlag.bygning["bygning_id"],
        "definitioner": grundlag.bygning["definitioner_id"],
        "grupper": {
            key_of(gruppe): {
                "navn": gruppe["navn"],
                "deling": delinger[key_of(gruppe)],
                "enheder": enheder[key_of(gruppe)],
                **{felt: None if gruppe[felt] is None else str(gruppe[felt]) for felt in FELTER},
            }
            for gruppe in grundlag.grupper
        },
        "maerker": make_maerker(scope, grundlag.kvartal, noegle),
    }
    return (json.dumps(indhold, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def find_delinger(grundlag: Grundlag, regler: pl.DataFrame) -> dict[str, str]:
    """By `key_of` a short hash of which groups, and which units under them, a group's parent is divided into."""
    boern = _children(regler)
    vist: dict[int | None, list[str]] = defaultdict(list)
    for gruppe in grundlag.grupper:
        vist[gruppe["overordnet_id"]].append(gruppe["navn"])
    return {
        key_of(gruppe): _hash([*sorted(vist[gruppe["overordnet_id"]]), *boern[gruppe["overordnet_id"]]])
        for gruppe in grundlag.grupper
    }


def find_enheder(grundlag: Grundlag, regler: pl.DataFrame) -> dict[str, str]:
    """By `key_of` a short hash of the units under a group."""
    boern = _children(regler)
    return {key_of(gruppe): _hash_enhed(gruppe["enhed_id"], boern) for gruppe in grundlag.grupper}


def _hash_enhed(enhed_id: int | None, boern: Mapping[int | None, Sequence[str]]) -> str:
    def under(barn: int) -> list[str]:
        return [str(barn), *(nr for b in boern.get(barn, ()) for nr in under(int(b)))]

    return _hash([] if enhed_id is None else under(enhed_id))


def _children(regler: pl.DataFrame) -> dict[int | None, list[str]]:
    boern: dict[int | None, list[str]] = defaultdict(list)
    for overordnet, barn in regler.select("overordnet_id", "barn_id").unique().sort("barn_id").iter_rows():
        boern[overordnet].append(str(barn))
    return boern


def _hash(numre: Sequence[str]) -> str:
    return hashlib.sha256("|".join(numre).encode()).hexdigest()[:MAERKE_TEGN]


def make_maerker(scope: Scope, kvartal: str, noegle: str) -> dict[str, dict[str, list[str]]]:
    ud: dict[str, dict[str, list[str]]] = defaultdict(lambda: {slags: [] for slags in SLAGS})
    for raekke in scope.rows("spor_pr_person", periode=kvartal).iter_rows(named=True):
        for slags in SLAGS:
            tekst = f"{kvartal}|{raekke['enhed_id']}|{raekke['medarbejdernr']}|{slags}|{raekke[slags]}"
            maerke = keyed_hash(noegle, tekst)[:MAERKE_TEGN]
            ud[str(raekke["enhed_id"])][slags].append(maerke)
    return {enhed: {slags: sorted(alle) for slags, alle in egne.items()} for enhed, egne in ud.items()}


def write_laast(indhold: bytes, mappe: Path, kvartal: str) -> Path:
    """Errors: `Brugerfejl` when the quarter is locked already with other figures: it is never overwritten."""
    fil = mappe / f"laast-{kvartal}.json"
    if fil.exists() and fil.read_bytes() != indhold:
        raise Brugerfejl(tekster_laaste.ER_LAAST.format(kvartal=periode_med_ord(kvartal), fil=fil.name))
    mappe.mkdir(parents=True, exist_ok=True)
    fil.write_bytes(indhold)
    return fil


def read_laaste(mappe: Path) -> dict[str, Laast]:
    """By quarter. Errors: `Brugerfejl` for a folder that is not there or a file that is not one of ours."""
    if not mappe.is_dir():
        raise Brugerfejl(tekster_laaste.MAPPEN_FINDES_IKKE.format(mappe=mappe.name))
    ud = {}
    for fil in sorted(mappe.glob("laast-*.json")):
        try:
            laast = parse_laast(fil.read_bytes())
        except (ValueError, KeyError, TypeError, ArithmeticError):
            raise Brugerfejl(tekster_laaste.IKKE_EN_LAAST_FIL.format(fil=fil.name)) from None
        ud[laast.kvartal] = laast
    return ud


def parse_laast(indhold: bytes) -> Laast:
    """Errors: `ValueError`, `KeyError`, `TypeError` or `ArithmeticError` for what is not one of ours."""
    raa = json.loads(indhold.decode("utf-8"))
    laast = Laast(**{navn: raa[navn] for navn in Laast.__dataclass_fields__})
    for noegle, gruppe in laast.grupper.items():
        parse_key(noegle)
        Decimal(gruppe["sygedage"]), gruppe["deling"], gruppe["enheder"]
        [Decimal(gruppe[felt]) for felt in FELTER if gruppe.get(felt) is not None]
    return laast


def use_laaste(grundlag: Grundlag, laaste: Mapping[str, Laast], delinger: Mapping[str, str]) -> Grundlag:
    """Older columns as they were published. Where a parent is divided in another way now, they read so instead; where a
    figure has been corrected since, the change is that of the published figures.
    """
    grupper = []
    for gruppe in grundlag.grupper:
        ny = dict(gruppe)
        for kvartal, kolonne, aendring in (
            (grundlag.kvartal_foer, "sygedage_kvartal_foer", "aendring_kvartal"),
            (grundlag.aar_foer, "sygedage_aar_foer", "aendring_aar"),
        ):
            if kvartal in laaste:
                _use(ny, laaste[kvartal].grupper.get(key_of(gruppe)), delinger[key_of(gruppe)], kolonne, aendring)
        grupper.append(ny)
    return replace(grundlag, grupper=tuple(grupper))


def _use(ny: Raekke, gammel: Mapping[str, Any] | None, deling: str, kolonne: str, aendring: str) -> None:
    if ny[kolonne] is None:
        return  # a quarter some group beside it may not be shown in is left out
    if gammel is None or gammel["deling"] != deling:
        ny |= {kolonne: None, aendring: None, f"{kolonne}_tekst": tekster_laaste.AENDRET_ORGANISATION}
        return
    offentliggjort = Decimal(gammel["sygedage"])
    if ny[kolonne] != offentliggjort:
        ny |= {kolonne: offentliggjort, aendring: ny["sygedage"] - offentliggjort}


def find_revisioner(grundlag: Grundlag, laaste: Mapping[str, Laast], scope: Scope, noegle: str) -> list[Revision]:
    """What is another figure now than the one published, of the kommune and its afdelinger, in the columns of a case.
    `grundlag` as built.
    """
    return [
        revision
        for kvartal in _columns(grundlag)
        if kvartal in laaste
        for revision in find_revisioner_of(grundlag, laaste[kvartal], scope, noegle)
    ]


def find_revisioner_of(grundlag: Grundlag, laast: Laast, scope: Scope, noegle: str) -> list[Revision]:
    """Of one locked quarter; of one that is no column of the case only the kommune's, which Figur 1 has."""
    nu = make_maerker(scope, laast.kvartal, noegle)
    enheder = find_enheder(grundlag, scope.rows("regler_liste"))
    er_omdefineret = laast.definitioner != grundlag.bygning["definitioner_id"]
    ud = []
    for gruppe, tal in _figures_of(grundlag, laast.kvartal):
        gammel = laast.grupper.get(key_of(gruppe))
        if gruppe["niveau"] not in MED_REVISIONER or gammel is None or tal is None:
            continue
        offentliggjort = Decimal(gammel["sygedage"])
        if offentliggjort == tal:
            continue
        rettede = count_rettede(laast.maerker, nu, str(gruppe["enhed_id"]))
        kan_siges = _may_tell(rettede)
        er_omlagt = gammel["enheder"] != enheder[key_of(gruppe)]
        aarsager = name_aarsager(rettede, er_omlagt=er_omlagt, er_omdefineret=er_omdefineret) if kan_siges else ()
        ud.append(Revision(gruppe["navn"], laast.kvartal, offentliggjort, tal if kan_siges else None, aarsager))
    return ud


def _columns(grundlag: Grundlag) -> dict[str, str]:
    """The case's own quarter too: it may be made again after it was published."""
    return {
        grundlag.kvartal: "sygedage",
        grundlag.kvartal_foer: "sygedage_kvartal_foer",
        grundlag.aar_foer: "sygedage_aar_foer",
    }


def _figures_of(grundlag: Grundlag, kvartal: str) -> list[tuple[Raekke, Decimal | None]]:
    kolonne = _columns(grundlag).get(kvartal)
    if kolonne is not None:
        return [(gruppe, gruppe[kolonne]) for gruppe in grundlag.grupper]
    figur_1 = dict(grundlag.kvartaler.filter(pl.col("langtid").is_not_null()).select("periode", "sygedage").iter_rows())
    return [(grundlag.kommunen, Decimal(str(figur_1[kvartal])))] if kvartal in figur_1 else []


def is_omlagt(laast: Laast, gruppe: Mapping[str, Any], regler: pl.DataFrame) -> bool:
    """Whether a group has other units under it than when it was locked. Errors: `KeyError` for one it does not have."""
    return bool(laast.grupper[key_of(gruppe)]["enheder"] != _hash_enhed(gruppe["enhed_id"], _children(regler)))


def is_told(laast: Laast, enhed: str, scope: Scope, noegle: str) -> bool:
    """Whether so many are corrected since that the correction may be told."""
    return _may_tell(count_rettede(laast.maerker, make_maerker(scope, laast.kvartal, noegle), enhed))


def _may_tell(rettede: Mapping[str, int]) -> bool:
    return max(rettede.values()) >= MINDST_RETTEDE


def count_rettede(gamle: Maerker, nye: Maerker, enhed: str) -> dict[str, int]:
    """By SLAGS: at least so many employees have other records than then."""
    antal = {}
    for slags in SLAGS:
        foer, nu = (set(maerker.get(enhed, {}).get(slags, ())) for maerker in (gamle, nye))
        antal[slags] = max(len(foer - nu), len(nu - foer))
    return antal


def name_aarsager(rettede: Mapping[str, int], *, er_omlagt: bool, er_omdefineret: bool) -> tuple[str, ...]:
    """What has moved a figure, in words; records only where at least MINDST_RETTEDE are corrected."""
    aarsager = [tekster_laaste.AARSAGER[slags] for slags in SLAGS if rettede[slags] >= MINDST_RETTEDE]
    aarsager += [tekster_laaste.AARSAGER["organisation"]] * er_omlagt + [
        tekster_laaste.AARSAGER["definitioner"]
    ] * er_omdefineret
    return tuple(aarsager) or (tekster_laaste.AARSAGER["faa"],)
