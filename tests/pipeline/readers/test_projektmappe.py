import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from pipeline.fejl import Brugerfejl
from tests.leverancer import AABEN, write_e
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, cells, numbered_cells

Ark = list[list[str | float | date | None]]
RAEKKE: list[str | float | date | None] = ["1001", date(2025, 1, 6), date(2025, 1, 10), "SY", "Sygdom", 7.4]
CELLER = ("1001", "06.01.2025", "10.01.2025", "SY", "Sygdom", "7,4")
MAALTAL: Ark = [["Enhedsnr", "År", "Måltal"], [81200, 2025, 9.5]]


def _write(sti: Path, *ark: Ark) -> None:
    with xlsxwriter.Workbook(str(sti)) as bog:
        dato = bog.add_format({"num_format": "dd-mm-yyyy"})
        for raekker in ark:
            blad = bog.add_worksheet()
            for nummer, raekke in enumerate(raekker):
                for plads, celle in enumerate(raekke):
                    if isinstance(celle, date):
                        blad.write_datetime(nummer, plads, celle, dato)
                    elif isinstance(celle, str):
                        blad.write_string(nummer, plads, celle)
                    elif celle is not None:
                        blad.write_number(nummer, plads, celle)


def test_true_numbers_and_dates_become_danish_text_and_text_stays_beside_them(mappe: Path, laes: Laes) -> None:
    _write(
        mappe / "f.xlsx",
        [
            list(FRAVAER),
            [99999999.0, date(2025, 1, 6), None, "SY", "Sygdom", 37.0],
            [95000000.0, date(2025, 1, 6), None, "SY", "Sygdom", 37.0],
            [1234.0, date(2025, 1, 6), AABEN, 310.0, "1.234", 1.234],
            ["00001234", "06.01.2025", "2025-01-10", "0310", " æ ", "1.234"],
            [-7.5, 20250106.0, date(1900, 3, 1), "SY", "=1+1", "7,40"],
            ["x", datetime(2025, 1, 6, 22, 30), None, "SY", "true", 37.0],
            ["y", None, None, "SY", "", 0.0000001],
        ],
    )
    (tabel,) = laes()
    assert cells(tabel) == [
        ("99999999", "06.01.2025", None, "SY", "Sygdom", "37"),
        ("95000000", "06.01.2025", None, "SY", "Sygdom", "37"),
        ("1234", "06.01.2025", "31.12.9999", "310", "1.234", "1,2340"),
        ("00001234", "06.01.2025", "2025-01-10", "0310", "æ", "1.234"),
        ("-7,5", "20250106", "01.03.1900", "SY", "=1+1", "7,40"),
        ("x", "06.01.2025", None, "SY", "true", "37"),
        ("y", None, None, "SY", None, "0,0000001"),
    ]


def test_text_with_a_decimal_point_is_told(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", [list(FRAVAER), [*RAEKKE[:5], "7.4"], [*RAEKKE[:5], 37.0]])
    (tabel,) = laes()
    assert [raekke[5] for raekke in cells(tabel)] == ["7.4", "37"]


def test_lines_are_the_sheets_own_and_empty_rows_are_no_rows(mappe: Path, laes: Laes) -> None:
    write_e(mappe / "f.xlsx", FRAVAER, [RAEKKE, [None] * 6, [" "], RAEKKE], foerste_raekke=4, foerste_kolonne=3)
    (tabel,) = laes()
    assert numbered_cells(tabel) == [(6, CELLER), (9, CELLER)]
    assert tabel.foerste_linje == 6


def test_a_true_date_in_the_title_block_is_read(mappe: Path, laes: Laes) -> None:
    _write(
        mappe / "f.xlsx",
        [
            ["Udtrukket", date(2025, 7, 1)],
            ["Periode:", date(2025, 1, 1), "-", date(2025, 6, 30)],
            [],
            list(FRAVAER),
            RAEKKE,
        ],
    )
    (tabel,) = laes()
    assert tabel.udtraeksdato == date(2025, 7, 1)
    assert tabel.periode == (date(2025, 1, 1), date(2025, 6, 30))


def test_each_sheet_with_a_table_is_a_table(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", [list(FRAVAER), RAEKKE], MAALTAL)
    assert [(tabel.tabel, tabel.fil) for tabel in laes()] == [
        ("fravaer", "f.xlsx (arket Sheet1)"),
        ("maaltal", "f.xlsx (arket Sheet2)"),
    ]


@pytest.mark.parametrize("ekstra", [[], [["Lavet af HR"]]])
def test_an_empty_sheet_or_one_line_beside_a_table_is_ignored(ekstra: Ark, mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", ekstra, MAALTAL)
    assert [tabel.tabel for tabel in laes()] == ["maaltal"]


def test_two_lines_of_something_else_beside_a_table_stop(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", MAALTAL, [["Lavet af HR"], [], ["i juli"]])
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx har ingen kendt tabel i arket Sheet2\."):
        laes()


def test_a_workbook_without_any_table_is_no_known_table(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", [["Lavet af HR"]], [])
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx indeholder ingen kendt tabel\."):
        laes()


def test_a_missing_column_stops(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", MAALTAL, [["Bruger", "Rolle", "Enhedsnr", "Gyldig fra"]])
    with pytest.raises(
        Brugerfejl, match=r"^Filen f\.xlsx \(arket Sheet2\) ligner tabellen adgang, men mangler Gyldig til\."
    ):
        laes()


def test_columns_that_must_never_be_read_are_gone(mappe: Path, laes: Laes) -> None:
    _write(mappe / "f.xlsx", [["CPR", *FRAVAER, "Telefon"], ["0101010000", *RAEKKE, 12345678]])
    (tabel,) = laes()
    assert tabel.kolonner == ("medarbejdernr", "startdato", "stopdato", "fravaersart", "fravaersarttekst", "timer")


@pytest.mark.parametrize("andel", [0.1, 0.5, 0.99])
def test_a_workbook_that_breaks_off_is_cut_off(andel: float, mappe: Path, laes: Laes) -> None:
    write_e(mappe / "f.xlsx", FRAVAER, [RAEKKE] * 50)
    hel = (mappe / "f.xlsx").read_bytes()
    (mappe / "f.xlsx").write_bytes(hel[: int(len(hel) * andel)])
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx er afbrudt: "):
        laes()


def test_a_locked_zip_is_locked(mappe: Path, laes: Laes) -> None:
    write_e(mappe / "f.xlsx", FRAVAER, [RAEKKE])
    indhold = bytearray((mappe / "f.xlsx").read_bytes())
    indhold[indhold.index(b"PK\x01\x02") + 8] |= 1  # the first member's flag for encryption
    (mappe / "f.xlsx").write_bytes(indhold)
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx er beskyttet med en adgangskode\."):
        laes()


def test_a_damaged_sheet_is_unreadable(mappe: Path, laes: Laes) -> None:
    with zipfile.ZipFile(mappe / "f.xlsx", "w") as pakke:
        pakke.writestr("xl/workbook.xml", "<workbook><sheets>")
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx kan ikke læses\. "):
        laes()
