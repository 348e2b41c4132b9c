import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers import laeste_filer
from tests.leverancer import write_d, write_e
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER

RAEKKER = [("1001", date(2025, 1, 6), date(2025, 1, 10), "SY", "Sygdom", Decimal("7.4"))]
MAALTAL = ("Enhedsnr", "År", "Måltal")


def test_windows_leftovers_hidden_files_and_subfolders_are_no_part_of_a_delivery(mappe: Path) -> None:
    for navn in (
        "b.csv",
        "a.csv",
        "Thumbs.db",
        "DESKTOP.INI",
        "~$a.xlsx",
        ".skjult",
        "~WRL0001.tmp",
        "Icon\r",
        "._a.csv",
    ):
        (mappe / navn).write_text("x")
    (mappe / "gamle").mkdir()
    assert [fil.navn for fil in laeste_filer(mappe)] == ["a.csv", "b.csv"]


def test_a_missing_folder_stops(tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl, match=r"^Mappen juli findes ikke eller kan ikke åbnes\. Angiv mappen"):
        laeste_filer(tmp_path / "juli")


def test_a_folder_with_only_ignored_files_stops_as_empty(mappe: Path) -> None:
    (mappe / "Thumbs.db").write_text("x")
    with pytest.raises(Brugerfejl, match=r"^Mappen leverance er tom\. Læg filerne"):
        laeste_filer(mappe)


@pytest.mark.parametrize(
    "indhold",
    [
        b"Kaere HR\nhermed listen\n",
        b"Enhedsnr;Navn\n81200;Skole\n",
        b"%PDF-1.7\n\0\0\0",
        b"<?xml version='1.0'?><Workbook/>",
        b"<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>",
    ],
)
def test_a_file_that_is_no_known_table_stops(indhold: bytes, mappe: Path, laes: Laes) -> None:
    (mappe / "ukendt.csv").write_bytes(indhold)
    with pytest.raises(Brugerfejl, match=r"^Filen ukendt\.csv indeholder ingen kendt tabel\."):
        laes()


def test_a_zip_that_is_no_workbook_is_no_known_table(mappe: Path, laes: Laes) -> None:
    with zipfile.ZipFile(mappe / "brev.xlsx", "w") as pakke:
        pakke.writestr("[Content_Types].xml", "<a/>")
        pakke.writestr("word/document.xml", "<a/>")
    with pytest.raises(Brugerfejl, match=r"^Filen brev\.xlsx indeholder ingen kendt tabel\."):
        laes()


def test_an_empty_file_is_cut_off(mappe: Path, laes: Laes) -> None:
    (mappe / "tom.csv").write_bytes(b"\r\n")
    with pytest.raises(Brugerfejl, match=r"^Filen tom\.csv er afbrudt: "):
        laes()


def test_a_link_that_leads_nowhere_stops_with_its_name_only(mappe: Path, laes: Laes) -> None:
    (mappe / "vaek.csv").symlink_to(mappe / "findes-ikke")
    with pytest.raises(Brugerfejl, match=r"^Filen vaek\.csv kan ikke læses\. ") as fejl:
        laes()
    assert str(mappe) not in str(fejl.value)


def test_what_looks_like_an_old_excel_file_and_is_none_is_unreadable(mappe: Path, laes: Laes) -> None:
    (mappe / "gammel.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(Brugerfejl, match=r"^Filen gammel\.xls kan ikke læses\. "):
        laes()


def test_an_encrypted_workbook_stops_as_locked(mappe: Path, laes: Laes) -> None:
    (mappe / "laast.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    with pytest.raises(Brugerfejl, match=r"^Filen laast\.xlsx er beskyttet med en adgangskode\."):
        laes()


@pytest.mark.parametrize("skilletegn", [";", "\t", ",", "|"])
@pytest.mark.parametrize("kodning", ["utf-8", "cp1252", "utf-16"])
def test_a_text_without_a_header_says_what_it_is_nearest_to(
    skilletegn: str, kodning: str, mappe: Path, laes: Laes
) -> None:
    linjer = ["Åben liste", skilletegn.join(["Navn", "Startdato", "Stopdato"]), skilletegn.join(["Åse", "x", "y"])]
    (mappe / "f.csv").write_bytes("\n".join(linjer).encode(kodning))
    with pytest.raises(Brugerfejl) as fejl:
        laes()
    assert str(fejl.value) == (
        "Filen f.csv indeholder ingen kendt tabel. Fjern den fra mappen, eller hent listen igen med overskrifter. Det "
        "ligner mest fravær i linje 2, men mangler Medarbejdernr., Fraværsart, Timer eller Dage."
    )


def test_an_opus_list_without_any_date_stops(mappe: Path, laes: Laes) -> None:
    write_d(mappe / "fravaer.csv", FRAVAER, RAEKKER)
    with pytest.raises(Brugerfejl, match=r"^Filen fravaer\.csv har ingen udtræksdato\. .*--udtraek\.$"):
        laes(None)


def test_one_hand_kept_list_needs_no_date(mappe: Path, laes: Laes) -> None:
    write_d(mappe / "maaltal.csv", MAALTAL, [["81200", 2025, Decimal("9.5")]])
    assert [tabel.udtraeksdato for tabel in laes(None)] == [None]


def test_two_hand_kept_lists_of_one_table_need_dates(mappe: Path, laes: Laes) -> None:
    write_d(mappe / "m1.csv", MAALTAL, [["81200", 2025, Decimal("9.5")]])
    write_e(mappe / "m2_20250715.xlsx", MAALTAL, [["81200", 2025, 9.5]])
    with pytest.raises(Brugerfejl) as fejl:
        laes(None)
    assert str(fejl.value) == (
        "Filerne m1.csv, m2_20250715.xlsx rummer den samme slags liste (måltal), og programmet kan ikke se, hvilken "
        "der er den nyeste. Behold kun den nyeste i mappen, eller skriv i filernes navne, hvilken dag de er fra "
        "(_20250715)."
    )


def test_two_hand_kept_lists_with_dates_are_both_read(mappe: Path, laes: Laes) -> None:
    write_d(mappe / "m_20250715.csv", MAALTAL, [["81200", 2025, Decimal("9.5")]])
    write_d(mappe / "m_20240715.csv", MAALTAL, [["81200", 2024, Decimal("9.5")]])
    assert [tabel.udtraeksdato for tabel in laes(None)] == [date(2024, 7, 15), date(2025, 7, 15)]
