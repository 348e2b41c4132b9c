"""`sygefravaer forklar-fil`: what the program takes a file for, without showing who is in it."""

from pathlib import Path

import pytest

from pipeline.kommandolinje.__main__ import main
from tests.pipeline.readers.arkskriver import Blad, write_xlsx

HOVED = "Medarbejdernr.;Navn;CPR;Startdato;Stopdato;Art;Bemærkning;Timer\n"
RAEKKER = "".join(f"0000{nr};Anna Å. Holm;010190-1234;0{nr}.01.2025;;SY;ring 010190-1234;7,40\n" for nr in range(1, 6))


def _explain(fil: Path, capsys: pytest.CaptureFixture[str], *valg: str) -> tuple[int, str, str]:
    kode = main(["forklar-fil", str(fil), *valg])
    ud, fejl = capsys.readouterr()
    return kode, ud, fejl


def _lines(ud: str) -> list[list[str]]:
    return [linje.split() for linje in ud.splitlines()]


def test_a_list_is_told_with_its_header_columns_and_first_rows_masked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / "fravaer_20250715.csv"
    fil.write_bytes(f"Periode: 01.01.2025 - 15.07.2025\n\n{HOVED}{RAEKKER}".encode("cp1252"))
    kode, ud, fejl = _explain(fil, capsys)
    assert (kode, fejl) == (0, "")
    assert "Filen fravaer_20250715.csv er en tekstfil (SAP-liste eller CSV)." in ud
    assert "fravaer_20250715.csv: tabellen fravær" in ud
    assert "Tegnsæt Windows-1252, felter adskilt af semikolon." in ud
    assert "Overskrifterne står i linje 3, og den første række er i linje 4." in ud
    assert "Udtrukket 15.07.2025." in ud
    assert "Dækker perioden 01.01.2025 - 15.07.2025." in ud
    linjer = _lines(ud)
    assert ["Medarbejdernr.", "medarbejdernr", *["*****"] * 3] in linjer
    assert ["Startdato", "startdato", "dd.mm.åååå", "01.01.2025", "02.01.2025", "03.01.2025"] in linjer
    assert ["CPR", "(læses", "aldrig)"] in linjer
    assert ["Timer", "timer", "komma", "7,40", "7,40", "7,40"] in linjer


def test_no_number_name_or_cpr_is_shown_and_no_row_after_the_third(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / "fravaer_20250715.csv"
    fil.write_text(HOVED + RAEKKER.replace(";7,40", ";0101901234"), encoding="utf-8")
    _, ud, _ = _explain(fil, capsys)
    for hemmeligt in ("Anna", "Holm", "010190", "00001", "0101901234", "04.01.2025", str(tmp_path)):
        assert hemmeligt not in ud
    assert "03.01.2025" in ud


def test_each_sheet_of_a_workbook_is_told_with_what_was_read_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / "f.xlsx"
    write_xlsx(
        fil,
        Blad([["Enhedsnr", "År", "Måltal"], ["81200", 2025.0, 9.5]], navn="Måltal"),
        Blad([["x"]], navn="Teknik", er_skjult=True),
    )
    kode, ud, _ = _explain(fil, capsys)
    assert kode == 0
    assert "Filen f.xlsx er et regneark (.xlsx, .xlsb eller .ods)." in ud
    assert "Arket Teknik er skjult og rummer ingen kendt tabel. Det er sprunget over." in ud
    assert ["Måltal", "maaltal", "komma", "9,5"] in _lines(ud)


@pytest.mark.parametrize(
    ("indhold", "saetning"),
    [
        (
            HOVED + RAEKKER,
            "Filen f.csv har ingen udtræksdato. Skriv den i filens navn (_20250715), eller angiv --udtraek.",
        ),
        (
            "Navn;Startdato\nAnna;x\n",
            "Filen f.csv indeholder ingen kendt tabel. Fjern den fra mappen, eller hent listen igen med overskrifter. "
            "Det ligner mest fravær i linje 1, men mangler Medarbejdernr., Stopdato, Fraværsart, Timer eller Dage.",
        ),
        (
            "Kære HR\n",
            "Filen f.csv indeholder ingen kendt tabel. Fjern den fra mappen, eller hent listen igen med overskrifter.",
        ),
    ],
)
def test_a_file_that_stops_a_build_is_told_with_the_builds_own_sentence(
    indhold: str, saetning: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "f.csv").write_text(indhold, encoding="utf-8")
    kode, ud, fejl = _explain(tmp_path / "f.csv", capsys)
    assert (kode, fejl) == (1, f"Fejl: {saetning}\n")
    assert "Anna" not in ud + fejl


def test_the_date_of_the_command_line_counts_as_in_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "f.csv").write_text(HOVED + RAEKKER, encoding="utf-8")
    kode, ud, _ = _explain(tmp_path / "f.csv", capsys, "--udtraek", "2025-07-15")
    assert (kode, "Udtrukket 15.07.2025." in ud) == (0, True)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, ud, fejl = _explain(tmp_path / "væk.csv", capsys)
    assert (kode, ud) == (1, "")
    assert fejl.startswith("Fejl: Filen væk.csv kan ikke læses. ")


def test_an_empty_bw_report_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    side = "<html><body>Ingen data fundet til visning</body></html>"
    (tmp_path / "YKMD_STD.xls").write_text(side, encoding="utf-8")
    kode, ud, _ = _explain(tmp_path / "YKMD_STD.xls", capsys)
    assert kode == 0
    assert "Den er i orden, men tom: den giver ingen rækker." in ud
