"""What a cell, a hidden sheet, a merged cell and a key shown once mean, in every kind of workbook."""

import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from pipeline.fejl import Brugerfejl
from tests.pipeline.readers.arkskriver import (
    EXCEL_XML,
    SKRIVERE,
    Blad,
    Celle,
    write_excel_xml,
    write_ods_indhold,
    write_xlsx,
)
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, cells, numbered_cells

DAG = date(2025, 1, 6)
SYG: tuple[Celle, ...] = (DAG, DAG, "SY", "Sygdom", 7.4)
HVER_SLAGS = pytest.mark.parametrize("fil", SKRIVERE)


@HVER_SLAGS
def test_every_kind_of_cell_means_the_same_in_every_kind_of_workbook(fil: str, mappe: Path, laes: Laes) -> None:
    SKRIVERE[fil](
        mappe / fil,
        Blad(
            [
                ["Udtrukket", date(2025, 7, 1)],
                FRAVAER,
                [20001.0, DAG, date(9999, 12, 31), "SY", "æ & ø", 7.4],
                ["00020001", "06.01.2025", None, 310.0, " 1.234 ", timedelta(hours=37, minutes=30)],
                ["1001", "2025-01-06", DAG, "SY", True, timedelta(hours=7, minutes=24)],
                [-1.0, 20250106.0, DAG, "SY", "=1+1", "7,40"],
            ]
        ),
    )
    (tabel,) = laes()
    assert tabel.udtraeksdato == date(2025, 7, 1)
    assert numbered_cells(tabel) == [
        (3, ("20001", "06.01.2025", "31.12.9999", "SY", "æ & ø", "7,4")),
        (4, ("00020001", "06.01.2025", None, "310", "1.234", "37,5")),
        (5, ("1001", "2025-01-06", "06.01.2025", "SY", "ja", "7,4")),
        (6, ("-1", "20250106", "06.01.2025", "SY", "=1+1", "7,40")),
    ]


@HVER_SLAGS
def test_a_hidden_sheet_without_a_table_is_skipped_and_named(fil: str, mappe: Path, laes: Laes) -> None:
    SKRIVERE[fil](
        mappe / fil,
        Blad([FRAVAER, ["1001", *SYG]]),
        Blad([["DS_0", "x"], ["DS_1", "y"]], navn="_com.sap", er_skjult=True),
    )
    (tabel,) = laes()
    assert cells(tabel) == [("1001", "06.01.2025", "06.01.2025", "SY", "Sygdom", "7,4")]
    assert tabel.noter == ("Arket _com.sap er skjult og rummer ingen kendt tabel. Det er sprunget over.",)


@HVER_SLAGS
def test_a_sheet_in_sight_without_a_table_stops_by_name_and_what_it_is_nearest(
    fil: str, mappe: Path, laes: Laes
) -> None:
    SKRIVERE[fil](mappe / fil, Blad([FRAVAER, ["1001", *SYG]]), Blad([["Noter"], ["Startdato"], ["x"]], navn="Noter"))
    with pytest.raises(
        Brugerfejl, match=r"ingen kendt tabel i arket Noter\. Det ligner mest .* i linje 2, men mangler "
    ):
        laes()


@HVER_SLAGS
def test_a_hidden_sheet_with_a_table_is_read_and_named(fil: str, mappe: Path, laes: Laes) -> None:
    SKRIVERE[fil](
        mappe / fil,
        Blad([FRAVAER, ["1001", *SYG]]),
        Blad([["Enhedsnr", "År", "Måltal"], ["81200", 2025.0, 9.5]], navn="Skjult", er_skjult=True),
    )
    fravaer, maaltal = laes()
    assert (fravaer.noter, maaltal.noter) == ((), ("Arket Skjult er skjult, men rummer tabellen måltal. Det er læst.",))


@pytest.mark.parametrize("fil", [fil for fil in SKRIVERE if not fil.endswith(".ods")])
def test_a_number_merged_downwards_stands_on_each_of_its_rows_and_an_amount_does_not(
    fil: str, mappe: Path, laes: Laes
) -> None:
    SKRIVERE[fil](
        mappe / fil,
        Blad(
            [FRAVAER, ["1001", *SYG], [None, *SYG[:4], None], ["1002", *SYG], ["1002", *SYG], [None, *SYG]],
            flettede=[(1, 2, 0), (1, 2, 5)],
        ),
    )
    (tabel,) = laes()
    assert [(raekke[0], raekke[5]) for raekke in cells(tabel)] == [
        ("1001", "7,4"),
        ("1001", None),
        ("1002", "7,4"),
        ("1002", "7,4"),
        (None, "7,4"),
    ]
    assert tabel.noter == ("1 celler er flettet nedad. Rækkerne er læst med værdien ovenover.",)


@pytest.mark.parametrize(
    ("numre", "laest"),
    [
        (["1001", None, None, "1002", None], ["1001", "1001", "1001", "1002", "1002"]),  # each number once
        (["1001", None, "1002", "1002", None], ["1001", None, "1002", "1002", None]),  # a number is repeated
        ([None, "1001", None], [None, "1001", None]),  # nothing stands above the first
    ],
)
def test_a_number_left_blank_means_the_one_above_only_where_no_number_is_repeated(
    numre: list[str | None], laest: list[str | None], mappe: Path, laes: Laes
) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([FRAVAER, *([nr, *SYG] for nr in numre)]))
    (tabel,) = laes()
    assert [raekke[0] for raekke in cells(tabel)] == laest
    assert bool(tabel.noter) is (None not in laest)


@pytest.mark.parametrize(("tomme", "fyldes"), [(4, False), (5, True), (6, True)])
def test_from_the_limits_share_of_blank_numbers_a_sheet_shows_each_once(
    tomme: int, fyldes: bool, mappe: Path, laes: Laes
) -> None:
    numre = [nr for i in range(100 - tomme) for nr in ([f"{1000 + i}", None] if i < tomme else [f"{1000 + i}"])]
    write_xlsx(mappe / "f.xlsx", Blad([FRAVAER, *([nr, *SYG] for nr in numre)]))
    (tabel,) = laes()
    assert (None not in [raekke[0] for raekke in cells(tabel)]) is fyldes


def test_an_error_in_a_cell_is_not_an_empty_cell(mappe: Path, laes: Laes) -> None:
    with xlsxwriter.Workbook(str(mappe / "f.xlsx")) as bog:
        ark = bog.add_worksheet()
        ark.write_row(3, 2, FRAVAER)
        ark.write_row(4, 2, ["1001", "06.01.2025", "06.01.2025", "SY", "Sygdom"])
        ark.write_formula(4, 7, "=NA()", None, "#N/A")
        ark.write_row(5, 2, ["1001", "07.01.2025", "07.01.2025", "SY", "Sygdom"])
        ark.write_formula(5, 7, "=2*3,7", None, 7.4)
    (tabel,) = laes()
    assert [raekke[5] for raekke in cells(tabel)] == ["#NA", "7,4"]


def test_an_error_in_an_ods_stops(mappe: Path, laes: Laes) -> None:
    write_ods_indhold(
        mappe / "f.ods",
        '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>'
        "</table:table>",
    )
    with pytest.raises(Brugerfejl, match=r"^Filen f\.ods har celler med en fejl som #I/T\. "):
        laes()


def test_a_formula_nobody_worked_out_stops(mappe: Path, laes: Laes) -> None:
    write_xlsx(mappe / "hel.xlsx", Blad([FRAVAER, ["1001", *SYG]]))
    with zipfile.ZipFile(mappe / "hel.xlsx") as hel, zipfile.ZipFile(mappe / "f.xlsx", "w") as pakke:
        for navn in hel.namelist():
            pakke.writestr(navn, hel.read(navn).replace(b"<v>7.4</v>", b"<f>F3*2</f><v></v>"))
    (mappe / "hel.xlsx").unlink()
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx har formler, der aldrig er regnet ud\. "):
        laes()


def test_a_cell_far_out_to_the_right_stops_with_its_column(mappe: Path, laes: Laes) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([FRAVAER, ["1001", *SYG, *[None] * 994, "x"]]))
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xlsx har i arket Ark1 noget stående helt ude i kolonne ALM\."):
        laes()


def test_skipped_cells_comments_and_merged_titles_of_an_excel_xml_do_not_shift_columns(mappe: Path, laes: Laes) -> None:
    data = '<Data ss:Type="String">{}</Data>'
    hoved = "".join(f"<Cell>{data.format(navn)}</Cell>" for navn in FRAVAER)
    raekke = (
        f"<Cell>{data.format('1001')}<Comment><ss:Data>Ring til Anna</ss:Data></Comment></Cell>"
        f"<Cell>{data.format('06.01.2025')}</Cell>"
        f'<Cell ss:Index="4">{data.format("SY")}</Cell>'
        f'<Cell ss:Index="6"><Data ss:Type="Number">7.4</Data></Cell>'
    )
    titel = (
        f'<Cell ss:MergeAcross="4">{data.format("Fravær")}</Cell><Cell>{data.format("Udtrukket: 01.07.2025")}</Cell>'
    )
    ark = f"<Row>{titel}</Row><Row ss:Index='9'>{hoved}</Row><Row>{raekke}</Row>"
    xml = EXCEL_XML.format(ark=f'<Worksheet ss:Name="A"><Table>{ark}</Table></Worksheet>')
    (mappe / "f.xls").write_text(xml, encoding="utf-8")
    (tabel,) = laes()
    assert numbered_cells(tabel) == [(10, ("1001", "06.01.2025", None, "SY", None, "7,4"))]
    assert tabel.udtraeksdato == date(2025, 7, 1)


def test_an_excel_xml_formula_without_a_result_stops(mappe: Path, laes: Laes) -> None:
    ark = '<Worksheet ss:Name="A"><Table><Row><Cell ss:Formula="=1+1"></Cell></Row></Table></Worksheet>'
    (mappe / "f.xls").write_text(EXCEL_XML.format(ark=ark), encoding="utf-8")
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xls har formler, der aldrig er regnet ud\. "):
        laes()


def test_an_excel_xml_cut_short_is_cut_off(mappe: Path, laes: Laes) -> None:
    write_excel_xml(mappe / "f.xls", Blad([FRAVAER, *[["1001", *SYG]] * 20]))
    hel = (mappe / "f.xls").read_bytes()
    (mappe / "f.xls").write_bytes(hel[: len(hel) // 2])
    with pytest.raises(Brugerfejl, match=r"^Filen f\.xls er afbrudt: "):
        laes()


def test_a_heading_over_key_and_text_names_both_columns(mappe: Path, laes: Laes) -> None:
    """As BW lays them out; the code is what the list of fraværsarter knows."""
    with xlsxwriter.Workbook(str(mappe / "f.xlsx")) as bog:
        ark = bog.add_worksheet()
        ark.write_row(0, 0, FRAVAER[:3])
        ark.merge_range(0, 3, 0, 4, "Fraværsart")
        ark.write(0, 5, "Timer")
        for nummer in range(1, 4):
            ark.write_row(nummer, 0, ["1001", f"0{nummer}.01.2025", f"0{nummer}.01.2025", "SY", "Sygdom", 7.4])
    (tabel,) = laes()
    assert cells(tabel)[0] == ("1001", "01.01.2025", "01.01.2025", "SY", "Sygdom", "7,4")


def test_a_true_number_of_three_decimals_is_not_mistaken_for_thousands(mappe: Path, laes: Laes) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([FRAVAER, ["1001", *SYG[:4], 7.125], ["1002", *SYG[:4], "7.4"]]))
    write_xlsx(mappe / "g.xlsx", Blad([FRAVAER, ["1001", *SYG[:4], 7.125]]))
    assert [[raekke[5] for raekke in cells(tabel)] for tabel in laes()] == [["7.1250", "7.4"], ["7,1250"]]
