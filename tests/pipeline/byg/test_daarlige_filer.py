"""Files that are cut off, damaged, locked or not to be trusted: each stops the build with its own sentence."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, ORGANISATION_FIL, Standser, add_lines, byg, edit
from tests.leverancer import write_a, write_b, write_c, write_d, write_e
from tests.lille_leverance import FRAVAER

RAEKKER = [
    ("731001", date(2024, 2, dag), date(2024, 2, dag), "SY", "Sygdom", Decimal("7.4"), Decimal(1))
    for dag in range(1, 29)
]
ENHEDER = [{"id": "81000", "longName": "Kommunen", "parentOrgUnit": None}]
MEDARBEJDERE = [
    {"id": str(nummer), "entryDate": date(2015, 1, 1), "orgUnit": "81000", "workContract": "00", "firstName": "Xenia"}
    for nummer in range(731001, 731020)
]
# A file of each kind, by the name it comes with.
FORMER: dict[str, Callable[[Path], Path]] = {
    "ZLPE20250715220000_delta.xml": lambda sti: write_a(sti, ENHEDER, MEDARBEJDERE),
    "liste_20250715.csv": lambda sti: write_b(sti, FRAVAER, RAEKKER),
    "pakke_20250715.xls": lambda sti: write_c(sti, FRAVAER, RAEKKER),
    "base64_20250715.xls": lambda sti: write_c(sti, FRAVAER, RAEKKER, pakke="base64"),
    "side_20250715.xls": lambda sti: write_c(sti, FRAVAER, RAEKKER, pakke="html"),
    "semikolon_20250715.csv": lambda sti: write_d(sti, FRAVAER, RAEKKER),
    "utf16_20250715.csv": lambda sti: write_d(sti, FRAVAER, RAEKKER, kodning="utf-16"),
    "projektmappe_20250715.xlsx": lambda sti: write_e(sti, FRAVAER, RAEKKER),
}
DOKUMENTTYPER = {
    "dokumenttype": '<!DOCTYPE kmd SYSTEM "kmd.dtd">',
    "entitet": '<!DOCTYPE kmd [<!ENTITY navn "Xenia">]>',
    "ekstern entitet": '<!DOCTYPE kmd [<!ENTITY fil SYSTEM "file:///etc/passwd">]>',
    "entiteter i hinanden": '<!DOCTYPE kmd [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    "parameterentitet": '<!DOCTYPE kmd [<!ENTITY % ude SYSTEM "http://eksempel.invalid/ude"> %ude;]>',
}


@pytest.mark.parametrize("navn", FORMER)
def test_a_whole_file_of_each_kind_does_not_stop_as_cut_off(navn: str, kilde: Path, database: Path) -> None:
    """The counterpart of those below: what is cut there is fine when whole."""
    (kilde / FRAVAER_FIL).rename(kilde / "fravaer_20240101.csv")
    (kilde / ANSATTE_FIL).rename(kilde / "ansaettelsesforloeb_20250716.csv")
    FORMER[navn](kilde / navn)
    assert byg(kilde, database, "--accepter-fald").fejl == ""


@pytest.mark.parametrize("navn", FORMER)
@pytest.mark.parametrize("andel", [0.5, 0.95])
def test_a_file_that_breaks_off_stops(navn: str, andel: float, kilde: Path, assert_standser: Standser) -> None:
    hel = FORMER[navn](kilde / navn).read_bytes()
    (kilde / navn).write_bytes(hel[: int(len(hel) * andel)])
    assert_standser(
        kilde,
        tekster.FIL_AFBRUDT.format(fil=navn),
        f"Filen {navn} er afbrudt: den slutter, før den er færdig. Hent den igen.",
    )


@pytest.mark.parametrize("navn", FORMER)
def test_a_file_of_nothing_stops_as_cut_off(navn: str, kilde: Path, assert_standser: Standser) -> None:
    (kilde / navn).touch()
    assert_standser(kilde, tekster.FIL_AFBRUDT.format(fil=navn), f"Filen {navn} er afbrudt")


def test_a_link_to_nowhere_stops_as_unreadable(kilde: Path, assert_standser: Standser) -> None:
    (kilde / FRAVAER_FIL).unlink()
    (kilde / FRAVAER_FIL).symlink_to(kilde / "findes_ikke")
    assert_standser(
        kilde,
        tekster.FIL_ULAESELIG.format(fil=FRAVAER_FIL),
        f"Filen {FRAVAER_FIL} kan ikke læses. Kontrollér, at den kan åbnes",
    )


@pytest.mark.parametrize(
    "indhold",
    [
        "<kmd><employee id='731001'><firstName>Xenia</orgUnit></employee></kmd>",
        "<kmd><employee id='731001' id='731001'/></kmd>",
        "<kmd><employee>&navn;</employee></kmd>",
        '<?xml version="1.0" encoding="findes-ikke"?><kmd/>',
    ],
    ids=["forkert lukket", "dobbelt attribut", "ukendt entitet", "ukendt tegnsæt"],
)
def test_broken_xml_stops_as_unreadable(indhold: str, kilde: Path, assert_standser: Standser) -> None:
    (kilde / "ZLPE20250715220000_delta.xml").write_text(indhold, encoding="utf-8")
    assert_standser(kilde, tekster.FIL_ULAESELIG.format(fil="ZLPE20250715220000_delta.xml"), "kan ikke læses")


@pytest.mark.parametrize("slags", DOKUMENTTYPER)
def test_xml_with_a_document_type_or_entities_stops(slags: str, kilde: Path, assert_standser: Standser) -> None:
    fil = write_a(kilde / "ZLPE20250715220000_delta.xml", ENHEDER, MEDARBEJDERE)
    hoved, krop = fil.read_text(encoding="utf-8").split("\n", 1)
    fil.write_text(f"{hoved}\n{DOKUMENTTYPER[slags]}\n{krop}", encoding="utf-8")
    assert_standser(
        kilde,
        tekster.XML_DOKUMENTTYPE.format(fil=fil.name),
        f"Filen {fil.name} har en dokumenttype eller eksterne henvisninger og læses ikke.",
    )


def test_a_line_with_too_many_fields_stops_with_its_number(kilde: Path, assert_standser: Standser) -> None:
    add_lines(kilde / FRAVAER_FIL, "731001;05.02.2024;05.02.2024;SY;Sygdom;7,4;1;a;b;c;d")
    assert_standser(
        kilde,
        tekster.LINJE_FOR_MANGE_FELTER.format(fil=FRAVAER_FIL, linje=363),
        f"Filen {FRAVAER_FIL} har i linje 363 flere felter end overskrifter.",
    )


def test_a_stray_quote_stops_with_its_line(kilde: Path, assert_standser: Standser) -> None:
    add_lines(kilde / FRAVAER_FIL, '731001;05.02.2024;05.02.2024;SY;"Syg"dom;7,4;1')
    assert_standser(
        kilde, tekster.LINJE_CITATIONSTEGN.format(fil=FRAVAER_FIL, linje=363), "har i linje 363 et anførselstegn for"
    )


def test_a_file_with_nul_bytes_stops_as_damaged(kilde: Path, assert_standser: Standser) -> None:
    tekst = (kilde / ORGANISATION_FIL).read_bytes()
    (kilde / ORGANISATION_FIL).write_bytes(tekst + b" " * 20_000 + b"\0\0\0\n")
    assert_standser(kilde, tekster.FIL_IKKE_TEKST.format(fil=ORGANISATION_FIL), "indeholder tegn, der ikke er tekst")


def test_what_looks_like_an_old_excel_file_and_is_none_stops(kilde: Path, assert_standser: Standser) -> None:
    (kilde / "gammel_20250715.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    assert_standser(kilde, tekster.FIL_ULAESELIG.format(fil="gammel_20250715.xls"), "kan ikke læses")


def test_a_locked_workbook_stops_with_how_to_save_it(kilde: Path, assert_standser: Standser) -> None:
    laast = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    (kilde / "laast_20250715.xlsx").write_bytes(laast)
    assert_standser(kilde, tekster.FIL_KRYPTERET.format(fil="laast_20250715.xlsx"), "er beskyttet med en adgangskode")


def test_a_period_that_ends_before_it_begins_stops(kilde: Path, assert_standser: Standser) -> None:
    edit(kilde / FRAVAER_FIL, "01.01.2023 - 15.07.2025", "15.07.2025 - 01.01.2023")
    assert_standser(kilde, tekster.PERIODE_BAGVENDT.format(fil=FRAVAER_FIL), "slutter, før den begynder")
