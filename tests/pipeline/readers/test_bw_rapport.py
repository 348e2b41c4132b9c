from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers.model import Kildetabel
from tests.leverancer import wrap_mhtml, write_c
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, FRAVAER_KOLONNER, cells, numbered_cells

HOVED = "<tr>" + "".join(f"<th>{navn}</th>" for navn in FRAVAER) + "</tr>"


def _raekke(*celler: str) -> str:
    return "<tr>" + "".join(f"<td>{celle}</td>" for celle in celler) + "</tr>"


RAEKKE = _raekke("1001", "06.01.2025", "06.01.2025", "SY", "Sygdom", "7,4")
CELLER = ("1001", "06.01.2025", "06.01.2025", "SY", "Sygdom", "7,4")


def _read(html: str | bytes, mappe: Path, laes: Laes) -> list[Kildetabel]:
    (mappe / "YKMD_STD.xls").write_bytes(html if isinstance(html, bytes) else html.encode())
    return laes()


def _table(raekker: str, mappe: Path, laes: Laes) -> Kildetabel:
    (tabel,) = _read(f"<html><body><table>{raekker}</table></body></html>", mappe, laes)
    return tabel


def test_a_key_printed_once_is_repeated_below_until_the_next(mappe: Path, laes: Laes) -> None:
    syg = (date(2025, 1, 6), date(2025, 1, 6), "SY", "Sygdom", Decimal("7.4"))
    write_c(
        mappe / "f.xls", FRAVAER, [("1001", *syg), ("1001", *syg), ("1002", *syg), ("1002", *syg)], gentagne_noegler=1
    )
    assert "&nbsp;" in (mappe / "f.xls").read_text("utf-8")
    assert [raekke[0] for raekke in cells(laes()[0])] == ["1001", "1001", "1002", "1002"]


def test_several_blank_text_cells_at_the_start_take_the_values_above(mappe: Path, laes: Laes) -> None:
    hoved = _raekke("Enhed", "Medarbejdernr.", "Navn", "Art", "Tekst", "Startdato", "Stopdato", "Timer")
    tabel = _table(
        hoved
        + _raekke("Skole", "1001", "And", "SY", "Sygdom", "06.01.2025", "06.01.2025", "7,4")
        + _raekke("", "", "", "BS", "", "07.01.2025", "07.01.2025", "7,4")
        + _raekke("", "1002", "", "SY", "Sygdom", "08.01.2025", "", ""),
        mappe,
        laes,
    )
    assert cells(tabel, ("oevrig_1", "medarbejdernr", "oevrig_3", "fravaersart", "fravaersarttekst")) == [
        ("Skole", "1001", "And", "SY", "Sygdom"),
        ("Skole", "1001", "And", "BS", None),
        ("Skole", "1002", None, "SY", "Sygdom"),
    ]


def test_an_empty_employee_number_after_the_dates_means_the_one_above(mappe: Path, laes: Laes) -> None:
    tabel = _table(
        _raekke("Startdato", "Stopdato", "Medarbejdernr.", "Fraværsart", "Timer")
        + _raekke("06.01.2025", "06.01.2025", "1001", "SY", "7,4")
        + _raekke("07.01.2025", "07.01.2025", "", "SY", "7,4"),
        mappe,
        laes,
    )
    assert cells(tabel, ("startdato", "medarbejdernr")) == [("06.01.2025", "1001"), ("07.01.2025", "1001")]


@pytest.mark.parametrize("total", ["Resultat", "Samlet resultat", "I ALT"])
def test_a_total_row_is_kept_as_it_is_and_is_not_the_row_above(total: str, mappe: Path, laes: Laes) -> None:
    tabel = _table(
        HOVED
        + RAEKKE
        + _raekke("", "", "", total, "", "7,4")
        + _raekke("", total, "06.01.2025", "", "", "7,4")
        + _raekke("", "07.01.2025", "07.01.2025", "SY", "", "3,7"),
        mappe,
        laes,
    )
    assert cells(tabel) == [
        CELLER,
        (None, None, None, total, None, "7,4"),
        (None, total, "06.01.2025", None, None, "7,4"),
        ("1001", "07.01.2025", "07.01.2025", "SY", None, "3,7"),
    ]


def test_a_row_without_dates_takes_no_employee_number(mappe: Path, laes: Laes) -> None:
    tabel = _table(HOVED + RAEKKE + _raekke("", "", "", "", "", "7,4"), mappe, laes)
    assert cells(tabel)[1] == (None, None, None, None, None, "7,4")


def test_lpt169s_sum_without_a_number_is_no_employees(mappe: Path, laes: Laes) -> None:
    tabel = _table(_raekke("Medarbejdernr.", "Dagsværk") + _raekke("1001", "5,0") + _raekke("", "5,0"), mappe, laes)
    assert cells(tabel, ("medarbejdernr", "dagsvaerk")) == [("1001", "5,0"), (None, "5,0")]


def test_a_table_without_dates_repeats_its_leading_text(mappe: Path, laes: Laes) -> None:
    tabel = _table(
        _raekke("Overordnet", "Enhedsnr", "Enhedsnavn")
        + _raekke("", "1", "Andeby")
        + _raekke("1", "2", "Skoler")
        + _raekke("", "3", "Ældre"),
        mappe,
        laes,
    )
    kolonner = ("overordnet_enhedsnr", "enhedsnr", "enhedsnavn")
    assert cells(tabel, kolonner) == [(None, "1", "Andeby"), ("1", "2", "Skoler"), ("1", "3", "Ældre")]


def test_nobody_gets_a_right_from_the_line_above(mappe: Path, laes: Laes) -> None:
    tabel = _table(
        _raekke("Bruger", "Rolle", "Enhedsnr", "Gyldig fra", "Gyldig til")
        + _raekke("and", "leder", "2", "01.01.2025", "")
        + _raekke("", "hr", "1", "01.01.2025", ""),
        mappe,
        laes,
    )
    assert cells(tabel, ("bruger", "rolle")) == [("and", "leder"), (None, "hr")]


def test_an_empty_report_with_a_header_is_an_empty_table(mappe: Path, laes: Laes) -> None:
    write_c(mappe / "f.xls", FRAVAER, [], udtrukket=date(2025, 7, 1))
    (tabel,) = laes()
    assert (cells(tabel), tabel.tabel, tabel.foerste_linje, tabel.udtraeksdato) == ([], "fravaer", 2, date(2025, 7, 1))


@pytest.mark.parametrize(
    "indhold",
    [
        "<p>Ingen data fundet til visning</p>",
        "<table><tr><td>Ingen data\n fundet til <b>visning</b></td></tr></table>",
        "<table><tr><td>Enhedsnr</td><td>Enhedsnavn</td></tr><tr><td>INGEN DATA FUNDET TIL VISNING</td></tr></table>",
    ],
)
def test_an_empty_report_without_a_whole_header_gives_no_table(indhold: str, mappe: Path, laes: Laes) -> None:
    assert _read(f"<html><body>{indhold}</body></html>", mappe, laes) == []


def test_the_data_is_in_the_largest_table_and_the_titles_in_the_others(mappe: Path, laes: Laes) -> None:
    lille = f"<table>{HOVED}{RAEKKE.replace('1001', '9999')}</table>"
    top = "<table><tr><td>Udtrukket</td><td><table><tr><td>01.07.2025</td></tr></table></td></tr></table>"
    side = f"<html><body><p>Periode: <b>01.01.2025</b> til 30.06.2025</p>{top}{lille}<table>{HOVED}{RAEKKE * 2}</table>"
    (tabel,) = _read(side + "</body></html>", mappe, laes)
    assert numbered_cells(tabel) == [(2, CELLER), (3, CELLER)]
    assert tabel.periode == (date(2025, 1, 1), date(2025, 6, 30))


def test_spans_over_columns_and_rows_do_not_shift_the_cells(mappe: Path, laes: Laes) -> None:
    tabel = _table(
        '<tr><td colspan="6">Udtrukket: 01.07.2025</td></tr>'
        + HOVED
        + '<tr><td rowspan="2">1001</td><td>06.01.2025</td><td>06.01.2025</td><td colspan="2">SY</td><td>7,4</td></tr>'
        + "<tr><td>07.01.2025</td><td>07.01.2025</td><td>SY</td><td>Sygdom</td><td>3,7</td></tr>"
        + RAEKKE,
        mappe,
        laes,
    )
    assert numbered_cells(tabel) == [
        (3, ("1001", "06.01.2025", "06.01.2025", "SY", None, "7,4")),
        (4, ("1001", "07.01.2025", "07.01.2025", "SY", "Sygdom", "3,7")),
        (5, CELLER),
    ]
    assert tabel.udtraeksdato == date(2025, 7, 1)


@pytest.mark.parametrize("hoejde", [2, 3, 4])
def test_a_cell_over_several_rows_stands_in_each_of_them(hoejde: int, mappe: Path, laes: Laes) -> None:
    resten = "<td>06.01.2025</td><td>06.01.2025</td><td>SY</td><td>Sygdom</td><td>7,4</td></tr>"
    foerste, naeste = f'<tr><td rowspan="{hoejde}">1001</td>{resten}', f"<tr>{resten}"
    tabel = _table(HOVED + foerste + naeste * (hoejde - 1) + RAEKKE.replace("1001", "1002"), mappe, laes)
    assert cells(tabel, ("medarbejdernr",)) == [("1001",)] * hoejde + [("1002",)]


def test_a_nonsense_span_counts_as_one(mappe: Path, laes: Laes) -> None:
    raekke = RAEKKE.replace("<td>SY", '<td colspan="0" rowspan="x">SY')
    assert cells(_table(HOVED + raekke + RAEKKE, mappe, laes)) == [CELLER, CELLER]


def test_unclosed_cells_and_capital_tags_are_read(mappe: Path, laes: Laes) -> None:
    hoved = "<TR>" + "".join(f"<TD>{navn}" for navn in FRAVAER)
    raekke = "<TR>" + "".join(f"<TD>{celle}" for celle in CELLER)
    assert cells(_table(hoved + raekke, mappe, laes)) == [CELLER]


def test_markup_and_blanks_in_a_cell_are_one_text(mappe: Path, laes: Laes) -> None:
    raekke = RAEKKE.replace("Sygdom", "<span> Delvis&nbsp;<br>\n syg</span><script>x()</script> &amp; rask ")
    assert cells(_table(HOVED + raekke, mappe, laes))[0][4] == "Delvis syg & rask"


def test_empty_rows_are_no_rows(mappe: Path, laes: Laes) -> None:
    tomme = _raekke("", "&nbsp;", "") + "<tr></tr>"
    assert numbered_cells(_table(HOVED + tomme + RAEKKE, mappe, laes)) == [(4, CELLER)]


def test_columns_that_must_never_be_read_are_gone(mappe: Path, laes: Laes) -> None:
    tabel = _table(
        HOVED.replace("</tr>", "<td>CPR</td></tr>") + RAEKKE.replace("</tr>", "<td>0101010000</td></tr>"), mappe, laes
    )
    assert tabel.kolonner == ("medarbejdernr", "startdato", "stopdato", "fravaersart", "fravaersarttekst", "timer")


def test_a_row_wider_than_the_header_keeps_its_cells_apart(mappe: Path, laes: Laes) -> None:
    tabel = _table(HOVED + RAEKKE.replace("</tr>", "<td>mere</td></tr>"), mappe, laes)
    assert cells(tabel, ("timer", "loes_7")) == [("7,4", "mere")]


def test_windows_1252_in_the_page_is_read(mappe: Path, laes: Laes) -> None:
    side = f"<html><body><table>{HOVED}{RAEKKE}</table></body></html>".encode("cp1252")
    assert cells(_read(side, mappe, laes)[0]) == [CELLER]


def test_a_package_without_its_closing_boundary_is_cut_off(mappe: Path, laes: Laes) -> None:
    side = f"<html><body><table>{HOVED}{RAEKKE}</table></body></html>".encode()
    with pytest.raises(Brugerfejl, match=r"^Filen YKMD_STD\.xls er afbrudt: "):
        _read(wrap_mhtml(side, slut=False), mappe, laes)


@pytest.mark.parametrize("slut", ["", "</table>", "</body></html>"])
def test_a_page_without_its_closing_tags_is_cut_off(slut: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen YKMD_STD\.xls er afbrudt: "):
        _read(f"<html><body><table>{HOVED}{RAEKKE}{slut}", mappe, laes)


def test_a_missing_column_stops(mappe: Path, laes: Laes) -> None:
    with pytest.raises(
        Brugerfejl, match=r"^Filen YKMD_STD\.xls ligner tabellen fravær, men mangler Timer eller Dage\."
    ):
        _table(HOVED.replace("Timer", "Tid") + RAEKKE, mappe, laes)


def test_a_package_without_a_page_is_no_known_table(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen YKMD_STD\.xls indeholder ingen kendt tabel\."):
        _read(wrap_mhtml(b"x").replace(b"text/html; charset", b"text/plain; charset"), mappe, laes)


def test_a_page_of_nothing_is_no_known_table(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen YKMD_STD\.xls indeholder ingen kendt tabel\."):
        _read(wrap_mhtml(b"<!-- -->"), mappe, laes)


def test_a_heading_over_key_and_text_names_both_columns(mappe: Path, laes: Laes) -> None:
    bred = HOVED.replace("<th>Fraværsart</th><th>Fraværsarttekst</th>", "<th colspan='2'>Fraværsart</th>")
    tabel = _table(bred + RAEKKE + RAEKKE, mappe, laes)
    assert cells(tabel) == [CELLER, CELLER]


def test_a_wide_title_adds_no_columns(mappe: Path, laes: Laes) -> None:
    tabel = _table("<tr><td colspan='1000'>Fravær</td></tr>" + HOVED + RAEKKE, mappe, laes)
    assert (tabel.kolonner, cells(tabel)) == (FRAVAER_KOLONNER, [CELLER])
