"""What tells the tables apart: needed columns, decisive ones, and those that must never be read."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.indstillinger.model import Indstillinger
from pipeline.readers.tegn import rens_tegn


@dataclass(frozen=True)
class Krav:
    """`kraevede`: of each inner tuple one must be there. One of `afgoerende` is enough to know the table."""

    kraevede: tuple[tuple[str, ...], ...]
    afgoerende: frozenset[str]


def _krav(*kraevede: str | tuple[str, ...], afgoerende: tuple[str, ...]) -> Krav:
    return Krav(tuple((led,) if isinstance(led, str) else led for led in kraevede), frozenset(afgoerende))


KRAV: Mapping[str, Krav] = {
    "fravaer": _krav(
        "medarbejdernr",
        "startdato",
        "stopdato",
        "fravaersart",
        ("timer", "dage"),
        afgoerende=("fravaersart", "timer", "dage"),
    ),
    "ansaettelsesforloeb": _krav(
        "medarbejdernr",
        "startdato",
        "stopdato",
        "enhedsnr",
        "ansforhold",
        "taeller",
        "stilling",
        afgoerende=("ansforhold", "taeller", "naevner", "stilling"),
    ),
    "organisation": _krav("enhedsnr", "enhedsnavn", "overordnet_enhedsnr", afgoerende=("overordnet_enhedsnr",)),
    "adgang": _krav("bruger", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til", afgoerende=("rolle",)),
    "maaltal": _krav("enhedsnr", "aar", "maaltal", afgoerende=("maaltal",)),
    "enhedsskift": _krav("gammelt_enhedsnr", "nyt_enhedsnr", "fra", afgoerende=("gammelt_enhedsnr",)),
    "lpt169": _krav("medarbejdernr", "dagsvaerk", afgoerende=("dagsvaerk",)),
}
VALGFRIE: Mapping[str, tuple[str, ...]] = {
    "fravaer": ("timer",),
    "ansaettelsesforloeb": ("naevner", "loenklasse"),
    "organisation": ("startdato", "stopdato"),
}
"""Columns a list can do without and that change its figures: where one is missing, a heading like it is told."""
HAANDFOERTE = frozenset({"maaltal", "adgang", "enhedsskift"})  # lists HR keeps by hand: no udtræksdato needed

TALKOLONNER = frozenset({"timer", "dage", "taeller", "naevner", "maaltal", "dagsvaerk"})
DATOKOLONNER = frozenset({"startdato", "stopdato", "gyldig_fra", "gyldig_til", "fra"})
PERSONALE = {
    "medarbejdernr": "@id",
    "startdato": "entryDate",
    "stopdato": "leaveDate",
    "enhedsnr": "orgUnit",
    "ansforhold": "workContract",
    "ansforholdtekst": "workContractText",
    "taeller": "numerator",
    "naevner": "denominator",
    "stilling": "position",
    "loenklasse": "payGradeText",
    "fornavn": "firstName",
    "efternavn": "lastName",
    "er_leder": "isManager",
    "bruger": "userId",
    "email": "email",
    "handling": "@action",
}
"""What a personnel dump says of an employee, with the dump's own names; the configuration has the other tables'."""
TOTALORD = frozenset({"resultat", "samlet resultat", "i alt"})

UDELADT = "udeladt_"
OEVRIG = "oevrig_"
LOES = "loes_"

_IKKE_I_NAVNE = str.maketrans("", "", ".-_/ \t\r\n")
_CPR = ("cpr", "personnummer", "personnr", "fødsel")
_KONTAKT = (
    "adresse", "address", "street", "vejnavn", "husnr", "postnr", "postnummer", "zipcode", "bynavn",
    "telefon", "tlf", "mobil", "phone", "email", "epost",
)  # fmt: skip
_KONTAKT_HELE = frozenset({"vej", "gade", "by", "postby", "city", "mail"})


@dataclass(frozen=True)
class Navne:
    """The alias table made ready: table → normalised heading → canonical column, and the heading HR knows."""

    opslag: Mapping[str, Mapping[str, str]]
    visning: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=4096)  # the same cells are asked about for every table and dialect
def normalise_navn(overskrift: str) -> str:
    return unicodedata.normalize("NFC", rens_tegn(overskrift)).lower().translate(_IKKE_I_NAVNE)


def build_navne(indstillinger: Indstillinger) -> Navne:
    kolonner = {tabel: _needed(krav) | indstillinger.kolonner.get(tabel, {}) for tabel, krav in KRAV.items()}
    return Navne(
        opslag={
            tabel: {normalise_navn(alias): navn for navn, aliasser in felter.items() for alias in (navn, *aliasser)}
            for tabel, felter in kolonner.items()
        },
        visning={
            tabel: {navn: (*aliasser, navn)[0] for navn, aliasser in felter.items()}
            for tabel, felter in kolonner.items()
        },
    )


def _needed(krav: Krav) -> dict[str, tuple[str, ...]]:
    return {navn: () for led in krav.kraevede for navn in led}


def name_kolonner(overskrifter: list[str], opslag: Mapping[str, str]) -> tuple[str, ...]:
    """One name per field in order: canonical, `oevrig_n`, `udeladt_n` (must never be read), `loes_n` (no heading)."""
    navne: list[str] = []
    for nummer, overskrift in enumerate(map(normalise_navn, overskrifter), start=1):
        if not overskrift:
            navne.append(f"{LOES}{nummer}")
        elif any(ord_ in overskrift for ord_ in _CPR):
            navne.append(f"{UDELADT}{nummer}")
        elif overskrift in opslag:
            navne.append(opslag[overskrift])
        elif overskrift in _KONTAKT_HELE or any(ord_ in overskrift for ord_ in _KONTAKT):
            navne.append(f"{UDELADT}{nummer}")
        else:
            navne.append(f"{OEVRIG}{nummer}")
    return tuple(navne)


def is_kanonisk(kolonne: str) -> bool:
    return not kolonne.startswith((OEVRIG, UDELADT, LOES))


def is_totalcelle(celle: str | None) -> bool:
    return celle is not None and celle.strip().lower() in TOTALORD
