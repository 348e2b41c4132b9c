import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers.model import Kildetabel
from pipeline.readers.tabeller import PERSONALE as FELTER
from tests.leverancer import AABEN, Celle, write_a
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import cells, numbered_cells

FIL = "ZLPE20250701220000_delta.xml"
ENHED: dict[str, Celle] = {
    "id": "2", "startDate": date(1900, 1, 1), "endDate": AABEN, "parentOrgUnit": "1", "shortName": "Sk",
    "longName": "Skoler", "street": "Paradisæblevej 1", "phoneNumber": "91093840",
}  # fmt: skip
ROD: dict[str, Celle] = {**ENHED, "id": "1", "parentOrgUnit": None, "longName": "Andeby & Omegn"}
FELTER_1: dict[str, Celle] = {
    "id": "1001", "entryDate": date(2020, 1, 1), "leaveDate": None, "cpr": "0101010000", "firstName": "Rip",
    "lastName": "And", "address": "Paradisæblevej 13", "postalCode": "8880", "workPhone": "12345678",
    "workContract": "01", "workContractText": "Månedslønnet", "position": "Lærer", "isManager": "false",
    "orgUnit": "2", "payGradeText": "Lærer, løntrin 31", "numerator": "37 ", "denominator": "37 ",
    "userId": "ripand", "email": "rip@andeby.dk",
}  # fmt: skip
LEDER: dict[str, Celle] = {**FELTER_1, "id": "1002", "isManager": "true", "firstName": "Rap", "entryDate": None}
STUB: dict[str, Celle] = {"id": "999", "action": "leave"}
PERSONALE = tuple(FELTER)


def _read(mappe: Path, laes: Laes) -> dict[str, Kildetabel]:
    return {tabel.tabel: tabel for tabel in laes(None)}


def _raw(xml: str, mappe: Path, laes: Laes) -> dict[str, Kildetabel]:
    (mappe / FIL).write_text(xml, encoding="utf-8")
    return _read(mappe, laes)


def test_the_units_are_an_organisation_with_the_root_without_parent(mappe: Path, laes: Laes) -> None:
    write_a(mappe / FIL, [ROD, {**ENHED, "endDate": date(2024, 12, 31)}], [FELTER_1])
    tabel = _read(mappe, laes)["organisation"]
    assert tabel.kolonner == ("enhedsnr", "enhedsnavn", "overordnet_enhedsnr", "slutdato")
    assert numbered_cells(tabel, tabel.kolonner) == [
        (3, ("1", "Andeby & Omegn", None, "9999-12-31")),
        (12, ("2", "Skoler", "1", "2024-12-31")),
    ]
    assert (tabel.form, tabel.fil, tabel.udtraeksdato, tabel.periode) == ("A", FIL, date(2025, 7, 1), None)


def test_employees_keep_only_what_is_needed_and_only_leaders_their_user_and_email(mappe: Path, laes: Laes) -> None:
    write_a(mappe / FIL, [], [FELTER_1, LEDER, STUB])
    tabeller = _read(mappe, laes)
    assert list(tabeller) == ["personale"]
    assert tabeller["personale"].kolonner == PERSONALE
    faelles = ("2", "01", "Månedslønnet", "37", "37", "Lærer", "Lærer, løntrin 31")
    assert cells(tabeller["personale"], PERSONALE) == [
        ("1001", "2020-01-01", None, *faelles, "Rip", "And", "nej", None, None, ""),
        ("1002", None, None, *faelles, "Rap", "And", "ja", "ripand", "rip@andeby.dk", ""),
        ("999", *[None] * 11, "nej", None, None, "leave"),
    ]


def test_nothing_of_cpr_address_or_phone_is_left(mappe: Path, laes: Laes) -> None:
    write_a(mappe / FIL, [ROD], [FELTER_1, LEDER])
    alt = str([cells(tabel, tabel.kolonner) for tabel in laes()])
    for tekst in ("0101010000", "Paradisæblevej", "12345678", "91093840", "8880"):
        assert tekst not in alt


def test_the_example_spelling_with_nested_unit_number_and_indents_is_read(mappe: Path, laes: Laes) -> None:
    xml = """<?xml version="1.0" encoding="utf-8"?>
<kmd>
 <orgUnit id="1" client="813"><parentOrgUnit/><longName>Andeby</longName><endDate>9999-12-31</endDate></orgUnit>
    <employee id="1000" client="813" lastChanged="2020-10-01">
  <entryDate/>
  <cpr suppId="0">0101010000</cpr>
  <orgUnit>3</orgUnit>
  <numerator>1 </numerator>
  <extra><orgUnit>9</orgUnit></extra>
 </employee>
</kmd>"""
    tabeller = _raw(xml, mappe, laes)
    assert numbered_cells(tabeller["personale"], ("medarbejdernr", "enhedsnr", "taeller")) == [(4, ("1000", "3", "1"))]
    assert cells(tabeller["organisation"], ("enhedsnr",)) == [("1",)]


def test_the_date_comes_from_the_name_else_the_command_line(mappe: Path, laes: Laes) -> None:
    write_a(mappe / "dump.xml", [ROD], [])
    assert laes(date(2025, 7, 15))[0].udtraeksdato == date(2025, 7, 15)
    with pytest.raises(Brugerfejl, match=r"^Filen dump\.xml har ingen udtræksdato\."):
        laes(None)


@pytest.mark.parametrize(
    "foran",
    [
        "<!DOCTYPE kmd>",
        '<!DOCTYPE kmd [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE kmd [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE kmd SYSTEM "http://andeby.invalid/kmd.dtd">',
    ],
)
def test_a_document_type_stops(foran: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=rf"^Filen {FIL} har en dokumenttype eller eksterne henvisninger"):
        _raw(f'<?xml version="1.0"?>{foran}<kmd><orgUnit id="1"/></kmd>', mappe, laes)


@pytest.mark.parametrize("slut", ["", "</orgUnit>", "<longName>And", "</orgUnit><empl"])
def test_xml_that_is_not_closed_is_cut_off(slut: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=rf"^Filen {FIL} er afbrudt: "):
        _raw(f'<kmd><orgUnit id="1">{slut}', mappe, laes)


@pytest.mark.parametrize(
    "xml",
    ["<kmd><a></b></kmd>", "<kmd>&x;</kmd>", '<?xml version="1.0" encoding="klingon"?><kmd/>', "<kmd/><kmd/>"],
)
def test_broken_xml_is_unreadable(xml: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=rf"^Filen {FIL} kan ikke læses\. "):
        _raw(xml, mappe, laes)


@pytest.mark.parametrize("xml", ["<kmd/>", "<kmd><andet id='1'/></kmd>", "<data><orgUnit id='1'/></data>"])
def test_xml_without_units_and_employees_is_no_known_table(xml: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=rf"^Filen {FIL} indeholder ingen kendt tabel\."):
        _raw(xml, mappe, laes)


@pytest.mark.parametrize("kodning", ["utf-16", "windows-1252"])
def test_another_encoding_that_the_file_declares_is_read(kodning: str, mappe: Path, laes: Laes) -> None:
    xml = f'<?xml version="1.0" encoding="{kodning}"?><kmd><orgUnit id="1"><longName>Ådal</longName></orgUnit></kmd>'
    (mappe / FIL).write_bytes(xml.encode(kodning))
    assert cells(laes()[0], ("enhedsnavn",)) == [("Ådal",)]


MAAL_HUKOMMELSE = """
import re, sys
from pathlib import Path
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.readers import read_leverance
def hoejeste():  # the process's own peak in kB; ru_maxrss would start at the parent's
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
foer = hoejeste()
tabeller = read_leverance(Path(sys.argv[1]), indstillinger=load_indstillinger(), udtraek=None)
print(sum(len(tabel.indhold) for tabel in tabeller), (hoejeste() - foer) // 1024)
"""


def test_a_dump_of_100_megabytes_is_read_in_under_200_megabytes(mappe: Path) -> None:
    write_a(mappe / FIL, [], [{**FELTER_1, "id": "@@", "firstName": "Rip@@", "lastName": "And@@"}])
    skabelon = (mappe / FIL).read_text("utf-8")
    fra, til = skabelon.index(" <employee"), skabelon.index("</kmd>")
    foran, element, efter = skabelon[:fra], skabelon[fra:til], skabelon[til:]
    antal = 100_000_000 // len(element.encode())
    with (mappe / FIL).open("w", encoding="utf-8") as ud:
        ud.write(foran)
        ud.writelines(element.replace("@@", f"{nummer:08}") for nummer in range(antal))
        ud.write(efter)
    koersel = subprocess.run(
        [sys.executable, "-c", MAAL_HUKOMMELSE, str(mappe)], capture_output=True, text=True, check=True
    )
    raekker, megabyte = map(int, koersel.stdout.split())
    assert raekker == antal
    assert 0 < megabyte < 200
