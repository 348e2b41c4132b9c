"""hr's own words: what they must not hold, and their place in the case."""

import unicodedata
from collections.abc import Iterable, Mapping
from copy import deepcopy
from io import BytesIO

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.kvartaler import Ord
from pipeline.proev.egneord import check_linje
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import heltal

HOEJST_TEGN = 4000


def check_ord(tekst: str, navne: Iterable[str]) -> None:
    """Errors: `Brugerfejl` for what is not plain text, is too long, or names an employee, a number of one or an
    illness. The proof of the release judges it again, against its tables.
    """
    if len(tekst) > HOEJST_TEGN:
        raise Brugerfejl(tekster_kvartal.ORD_LANG.format(hoejst=heltal(HOEJST_TEGN)))
    if any(unicodedata.category(tegn)[0] == "C" and tegn != "\n" for tegn in tekst):
        raise Brugerfejl(tekster_kvartal.ORD_TEGN)
    for fejl in check_linje(" ".join(tekst.split()), navne, load_indstillinger(None).ord.afvises):
        raise Brugerfejl(tekster_kvartal.ORD_AFVIST.format(fejl=fejl))


def list_afsnit(ordene: Mapping[str, Ord]) -> list[str]:
    """A line is a paragraph, in the order of the fields."""
    return [
        linje.strip()
        for felt in tekster_kvartal.ORD_FELTER
        if felt in ordene
        for linje in ordene[felt].tekst.splitlines()
        if linje.strip()
    ]


def insert_ord(docx: bytes, afsnit: list[str]) -> bytes:
    """The case with these paragraphs where it says that hr writes; as it is when there are none."""
    if not afsnit:
        return docx
    from docx import Document  # half a second that only a case with words needs

    from pipeline.status.zip import pack_again

    dokument = Document(BytesIO(docx))
    for plads in [a for a in dokument.paragraphs if a.text == tekster_status.HR_EGNE_ORD]:
        for tekst in afsnit:
            nyt = deepcopy(plads._p)
            plads._p.addprevious(nyt)
            loeb = type(plads)(nyt, plads._parent).runs
            loeb[0].text = tekst
            for rest in loeb[1:]:
                rest._r.getparent().remove(rest._r)
        plads._p.getparent().remove(plads._p)
    ud = BytesIO()
    dokument.save(ud)
    return pack_again(ud.getvalue())
