"""One line of hr's or a chef's own words that is kept: plain, about nobody, and with no figure nobody vouches for."""

import re
import unicodedata
from collections.abc import Iterable

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.proev.egneord import DATO, PUNKT, check_linje
from pipeline.proev.talord import find_tal, plain
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster.dansk import heltal

ADRESSE = re.compile(r"@|://|\bwww\.", re.IGNORECASE)


def check_form(tekst: str, *, hoejst: int, mangler: str) -> None:
    """Errors: `Brugerfejl` for what is not one line of plain text; `mangler` when there is none."""
    if not tekst.strip():
        raise Brugerfejl(mangler)
    if len(tekst) > hoejst:
        raise Brugerfejl(tekster_proev.LINJE_LANG.format(antal=heltal(len(tekst)), hoejst=heltal(hoejst)))
    if any(unicodedata.category(tegn)[0] == "C" or tegn in "\u2028\u2029" for tegn in tekst):
        raise Brugerfejl(tekster_proev.LINJE_TEGN)
    if ADRESSE.search(tekst):
        raise Brugerfejl(tekster_proev.LINJE_ADRESSE)


def check_personer(tekst: str, navne: Iterable[str]) -> None:
    """Errors: `Brugerfejl` for a line that names an employee, a number of one, or an illness."""
    for fejl in check_linje(tekst, navne, load_indstillinger(None).ord.afvises):
        raise Brugerfejl(tekster_proev.LINJE_PERSON.format(fejl=fejl))


def check_uden_tal(tekst: str) -> None:
    """Errors: `Brugerfejl` for a number that is no date and no name of a paragraph."""
    for tal in find_tal(PUNKT.sub(" ", DATO.sub(" ", plain(tekst)))):
        raise Brugerfejl(tekster_proev.LINJE_TAL.format(tal=tal.skrevet))
