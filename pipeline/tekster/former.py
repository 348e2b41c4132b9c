"""The texts about how a file is written: the form of its columns, and the stops about it."""

from collections.abc import Iterable, Mapping
from itertools import groupby

KOLONNENAVNE = {
    "startdato": "Startdato",
    "stopdato": "Stopdato",
    "gyldig_fra": "Gyldig fra",
    "gyldig_til": "Gyldig til",
    "fra": "Fra",
    "timer": "Timer",
    "dage": "Dage",
    "taeller": "Tæller",
    "naevner": "Nævner",
    "maaltal": "Måltal",
    "dagsvaerk": "Dagsværk",
}
DATO_TVETYDIG = (
    "Filen {fil} har i kolonnen {kolonne} datoer med skråstreg, der kan læses på to måder: ingen af dem siger, hvad "
    "der er dag, og hvad der er måned. Hent listen igen med datoer som 31.12.2025."
)
DATO_BYTTET = (
    "Filen {fil} har i kolonnen {kolonne} datoer med skråstreg, hvor dagen altid er over 12, og andre, hvor den aldrig "
    "er det: et regneark har nok byttet om på dag og måned i de andre. Hent listen igen, og åbn den ikke i Excel først."
)
TAL_TVETYDIGT = (
    "Filen {fil} har i kolonnen {kolonne} kun tal, der kan læses på to måder: 1.234 er enten tusind eller tre "
    "decimaler. Hent listen igen med to decimaler, eller uden tegn mellem tusinder."
)
FORMER = "  {fil}: {former}"
FORM = "{kolonne}: {form}"

_TAL = {",": "komma", ".": "punktum", ":": "timer og minutter (tt:mm)"}
_TUSINDER = {" ": "mellemrum", ".": "punktum", ",": "komma", "'": "apostrof"}
_DATO = {"serie": "dagnumre fra Excel", "d/m": "dd/mm/åååå", "m/d": "mm/dd/åååå"}


def describe_tal(antal: Mapping[str, int], form: str, tusinder: Mapping[str, int]) -> str:
    """`antal` cells by class, `tusinder` by the sign between their thousands."""
    tegn = form[0]
    if not antal:
        return ""
    har_decimaler = any(klasse not in ("hel", "andet") for klasse in antal)
    form_ord = [_TAL[tegn] if har_decimaler else "hele tal"]
    ulaeste = form if len(form) == 1 else ",."  # in a column of both signs neither parts thousands
    skilt = [ordet for navn, ordet in _TUSINDER.items() if tusinder.get(navn) and navn not in ulaeste]
    return ", ".join(form_ord + ([f"tusinder med {' og '.join(skilt)}"] if skilt else []))


def describe_dato(antal: Mapping[str, int], form: str) -> str:
    """`antal` cells by class."""
    kendte = ("dd.mm.åååå", "dd-mm-åååå", "åååå-mm-dd", "ååååmmdd")
    return " og ".join([navn for navn in kendte if antal.get(navn)] + ([_DATO[form]] if form else []))


def describe_former(former: Iterable[tuple[str, str, str]]) -> list[str]:
    """One line a file of (file, canonical column, form)."""
    return [
        FORMER.format(
            fil=fil,
            former="; ".join(
                FORM.format(kolonne=KOLONNENAVNE[kolonne], form=form) for _, kolonne, form in raekker if form
            ),
        )
        for fil, raekker in groupby(former, key=lambda raekke: raekke[0])
    ]
