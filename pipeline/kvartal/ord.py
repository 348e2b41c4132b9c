"""hr's own words: what they must not hold, and the paragraphs they are."""

import unicodedata
from collections.abc import Iterable, Mapping

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.kvartaler import Ord
from pipeline.proev.egneord import check_linje
from pipeline.status.givet import HOEJST_AFSNIT
from pipeline.status.givet import HOEJST_TEGN as HOEJST_I_AFSNIT
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import heltal

HOEJST_TEGN = 4000
HOEJST_LINJER = HOEJST_AFSNIT // len(tekster_kvartal.ORD_FELTER)
"""Of a field: what the case takes, shared among them."""


def check_ord(tekst: str, navne: Iterable[str]) -> None:
    """Errors: `Brugerfejl` for what is not plain text, is too long, or names an employee, a number of one or an
    illness. The proof of the release judges it again, against its tables.
    """
    if len(tekst) > HOEJST_TEGN:
        raise Brugerfejl(tekster_kvartal.ORD_LANG.format(hoejst=heltal(HOEJST_TEGN)))
    if any(unicodedata.category(tegn)[0] == "C" and tegn != "\n" for tegn in tekst):
        raise Brugerfejl(tekster_kvartal.ORD_TEGN)
    afsnit = split_afsnit(tekst)
    if len(afsnit) > HOEJST_LINJER or any(len(et) > HOEJST_I_AFSNIT for et in afsnit):
        graenser = {"afsnit": heltal(HOEJST_LINJER), "tegn": heltal(HOEJST_I_AFSNIT)}
        raise Brugerfejl(tekster_kvartal.ORD_AFSNIT.format(**graenser))
    for fejl in check_linje(" ".join(tekst.split()), navne, load_indstillinger(None).ord.afvises):
        raise Brugerfejl(tekster_kvartal.ORD_AFVIST.format(fejl=fejl))


def list_afsnit(ordene: Mapping[str, Ord]) -> list[str]:
    """In the order of the fields."""
    return [
        afsnit for felt in tekster_kvartal.ORD_FELTER if felt in ordene for afsnit in split_afsnit(ordene[felt].tekst)
    ]


def split_afsnit(tekst: str) -> list[str]:
    """A line is a paragraph."""
    return [linje.strip() for linje in tekst.splitlines() if linje.strip()]
