"""Printed lists: what stands on every page is no row, and every row keeps its line."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import numbered_cells

HOVED = ["Medarbejdernr.", "Startdato", "Stopdato", "Fraværsart", "Fraværsarttekst", "Timer"]
RAEKKE = ["1001", "06.01.2025", "06.01.2025", "SY", "Sygdom", "7,4"]
CELLER = tuple(RAEKKE)


def write_sider(mappe: Path, skilletegn: str, *, titel: str = "", kodning: str = "utf-8") -> None:
    """Three pages of two rows: two lines of title, the header, the rows and an empty line."""
    side = ["15.07.2025", titel or "Fravær", skilletegn.join(HOVED), *[skilletegn.join(RAEKKE)] * 2, ""]
    (mappe / "f.txt").write_bytes("\r\n".join(side * 3).encode(kodning))


@pytest.mark.parametrize("skilletegn", [";", "\t", "|"])
@pytest.mark.parametrize("kodning", ["utf-8", "cp1252", "cp850", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_head_is_no_row(skilletegn: str, kodning: str, mappe: Path, laes: Laes) -> None:
    write_sider(mappe, skilletegn, kodning=kodning)
    (tabel,) = laes()
    assert [linje for linje, _ in numbered_cells(tabel)] == [4, 5, 10, 11, 16, 17]
    assert {celler for _, celler in numbered_cells(tabel)} == {CELLER}


def test_an_sap_list_with_rulers_is_read(mappe: Path, laes: Laes) -> None:
    """Plain rulers and those with crosses."""
    linjer = ["Fravær", "-" * 40, f"|{'|'.join(HOVED)}|", "|---+---|", f"| {' | '.join(RAEKKE)} |", "-" * 40]
    (mappe / "f.txt").write_text("\n".join(linjer), encoding="utf-8")
    (tabel,) = laes()
    assert (tabel.form, numbered_cells(tabel)) == ("B", [(5, CELLER)])


@pytest.mark.parametrize("foran", ["ABC123;06.01.2025", "1002;", "Resultat;", "*;"])
def test_what_may_be_a_row_above_a_page_head_stays(foran: str, mappe: Path, laes: Laes) -> None:
    linjer = [";".join(HOVED), foran, "Fravær", "", ";".join(HOVED), ";".join(RAEKKE), ""]
    (mappe / "f.csv").write_text("\n".join(linjer), encoding="utf-8")
    assert [linje for linje, _ in numbered_cells(laes()[0])] == [2, 6]


@pytest.mark.parametrize(("linjer", "rester"), [(20, 0), (21, 1)])
def test_a_page_head_has_at_most_twenty_lines(linjer: int, rester: int, mappe: Path, laes: Laes) -> None:
    tekst = [";".join(HOVED), ";".join(RAEKKE), *["titel"] * linjer, ";".join(HOVED), ";".join(RAEKKE), ""]
    (mappe / "f.csv").write_text("\n".join(tekst), encoding="utf-8")
    assert (len(numbered_cells(laes()[0])) > 2) is bool(rester)


def write_sammensat(mappe: Path, *titler: str) -> None:
    dele = [f"\ufeff{titel}\r\n{';'.join(HOVED)}\r\n{';'.join(RAEKKE)}\r\n" for titel in titler]
    (mappe / "f.csv").write_text("".join(dele), encoding="utf-8", newline="")


def test_two_files_in_one_cover_what_both_cover(mappe: Path, laes: Laes) -> None:
    write_sammensat(mappe, "Periode: 01.01.2024 - 31.12.2024", "Periode: 01.01.2025 - 30.06.2025")
    (tabel,) = laes()
    assert tabel.periode == (date(2024, 1, 1), date(2025, 6, 30))
    assert [linje for linje, _ in numbered_cells(tabel)] == [3, 6]


@pytest.mark.parametrize(
    "titler",
    [
        ("Periode: 01.01.2024 - 30.12.2024", "Periode: 01.01.2025 - 30.06.2025"),
        ("Udtrukket: 14.07.2025", "Udtrukket: 15.07.2025"),
    ],
)
def test_two_files_in_one_that_do_not_fit_together_stop(titler: tuple[str, str], mappe: Path, laes: Laes) -> None:
    write_sammensat(mappe, *titler)
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er flere lister sat sammen"):
        laes()


@pytest.mark.parametrize("tegn", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\x0c", "\u00a0", "\u202f"])
def test_signs_nobody_sees_are_in_no_cell_and_no_heading(tegn: str, mappe: Path, laes: Laes) -> None:
    tekst = f"{tegn}{';'.join(HOVED)}\n{tegn}{f'{tegn};{tegn}'.join(RAEKKE)}{tegn}\n"
    (mappe / "f.csv").write_text(tekst, encoding="utf-8")
    assert numbered_cells(laes()[0]) == [(2, CELLER)]


def test_the_end_mark_of_dos_is_no_line(mappe: Path, laes: Laes) -> None:
    (mappe / "f.csv").write_bytes(f"{';'.join(HOVED)}\r\n{';'.join(RAEKKE)}\r\n\x1a".encode("cp850"))
    assert numbered_cells(laes()[0]) == [(2, CELLER)]


@pytest.mark.parametrize("navn", ["Icon\r", "~WRL0001.tmp", "~$f.xlsx", "._f.csv", ".DS_Store", "Thumbs.db"])
def test_what_a_desktop_leaves_is_no_file(navn: str, mappe: Path, laes: Laes) -> None:
    (mappe / navn).write_bytes(b"\0\1")
    (mappe / "f.csv").write_text(f"{';'.join(HOVED)}\n{';'.join(RAEKKE)}\n", encoding="utf-8")
    assert [tabel.fil for tabel in laes()] == ["f.csv"]


@pytest.mark.parametrize(("foerste", "anden"), [("SY", "Sygdom"), ("Sygdom", "SY")])
def test_of_two_columns_of_one_heading_the_codes_are_the_key(foerste: str, anden: str, mappe: Path, laes: Laes) -> None:
    hoved = "Medarbejdernr.;Startdato;Stopdato;Fraværsart;Fraværsart;Timer"
    (mappe / "f.csv").write_text(f"{hoved}\n1001;06.01.2025;06.01.2025;{foerste};{anden};7,4\n", encoding="utf-8")
    assert numbered_cells(laes()[0]) == [(2, CELLER)]


def test_two_columns_of_one_heading_that_differ_and_are_no_codes_stop(mappe: Path, laes: Laes) -> None:
    hoved = "Medarbejdernr.;Startdato;Stopdato;Fraværsart;Timer;Timer"
    (mappe / "f.csv").write_text(f"{hoved}\n1001;06.01.2025;06.01.2025;SY;7,4;8\n", encoding="utf-8")
    with pytest.raises(Brugerfejl, match="har kolonnen Timer mere end én gang"):
        laes()
