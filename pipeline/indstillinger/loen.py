"""Yearly wages by personalegruppe, from a file HR keeps: one line a personalegruppe and year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.indstillinger.hr_fil import Form, Linje
from pipeline.mapper import shipped_folder
from pipeline.tekster import kroner as tekster

LOEN = "loen.csv"
KRONER = re.compile(r"\d{1,3}(\.\d{3})+|\d+", re.ASCII)
MINDST_CIFRE, HOEJST_CIFRE = 6, 7
"""Of a yearly wage: a monthly one, one in thousands or one with øre has others."""


@dataclass(frozen=True)
class Aarsloen:
    """One line. `aarsloen`: kroner of a full-time year."""

    personalegruppe: str
    aarsloen: int
    aar: int
    hvorfra: str


def parse_kroner(tekst: str) -> int | None:
    """`412.000` or `412000`: whole kroner."""
    return int(tekst.strip().replace(".", "")) if KRONER.fullmatch(tekst.strip()) else None


def read_loen(fil: Path | None = None) -> tuple[Aarsloen, ...]:
    """`fil`, or the project's own, which has no line until HR writes one. Grain: personalegruppe, aar.

    Errors: `Brugerfejl` names the file and the line.
    """
    return FORM.read(fil or shipped_folder("config") / LOEN)


def same_navn(personalegruppe: str) -> str:
    """What two spellings of a personalegruppe have in common: capitals and blanks do not count."""
    return " ".join(personalegruppe.split()).casefold()


def pick_aarsloen(linjer: Sequence[Aarsloen], personalegruppe: str, aar: int) -> Aarsloen | None:
    """The newest line up to the year; None where there is none."""
    navn = same_navn(personalegruppe)
    egne = [linje for linje in linjer if same_navn(linje.personalegruppe) == navn and linje.aar <= aar]
    return max(egne, key=lambda linje: linje.aar, default=None)


def _parse(linje: Linje) -> Aarsloen:
    kroner = parse_kroner(linje["aarsloen"])
    if kroner is None or not MINDST_CIFRE <= len(str(kroner)) <= HOEJST_CIFRE:
        raise linje.fail(tekster.AARSLOEN_ER_INGEN, tekst=linje["aarsloen"])
    return Aarsloen(linje["personalegruppe"], kroner, linje.read_aar(), linje["hvorfra"])


FORM = Form(
    indhold=tekster.AARSLOENNINGER,
    kolonner=("personalegruppe", "aarsloen", "aar", "hvorfra"),
    parse=_parse,
    noegle=lambda ny: (same_navn(ny.personalegruppe), ny.aar),
    navn=lambda ny: f"{ny.personalegruppe}, {ny.aar}",
)
