"""Shapes B and D: what DuckDB gets to read, and where each row's line is."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers import csv_relation, explain_csv_fejl, tekstfil
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.tekstfil import BLOK
from tests.leverancer import write_b, write_d
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, cells, numbered_cells

HOVED = "Medarbejdernr.;Startdato;Stopdato;Fraværsart;Fraværsarttekst;Timer\n"
RAEKKE = "1001;06.01.2025;06.01.2025;SY;Sygdom;7,4\n"
CELLER = ("1001", "06.01.2025", "06.01.2025", "SY", "Sygdom", "7,4")


def _read(tekst: str | bytes, mappe: Path, laes: Laes) -> Kildetabel:
    (mappe / "f.csv").write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    (tabel,) = laes()
    return tabel


def _sti(tabel: Kildetabel) -> Path:
    assert isinstance(tabel.indhold, Csvindhold)
    return tabel.indhold.sti


def _duckdb_refuses(tabel: Kildetabel) -> str:
    assert isinstance(tabel.indhold, Csvindhold)
    sql, parametre = csv_relation(tabel.indhold)
    with duckdb.connect() as forbindelse, pytest.raises(duckdb.InvalidInputException):
        forbindelse.execute(f"create table raa as {sql}", parametre)
    return str(explain_csv_fejl(tabel))


@pytest.mark.parametrize("linjeskift", ["\n", "\r\n"])
@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig"])
def test_clean_utf8_is_read_where_it_lies(linjeskift: str, kodning: str, mappe: Path, laes: Laes) -> None:
    tekst = (HOVED + RAEKKE * 3).replace("\n", linjeskift).encode(kodning)
    tabel = _read(tekst, mappe, laes)
    assert _sti(tabel) == mappe / "f.csv"
    assert numbered_cells(tabel) == [(2, CELLER), (3, CELLER), (4, CELLER)]


def test_windows_1252_far_down_in_the_file_is_seen(mappe: Path, laes: Laes) -> None:
    ascii_ = HOVED.replace("æ", "ae").replace("Fravaersarttekst", "Tekst").replace("Fravaersart", "Art")
    langt_nede = (ascii_ + RAEKKE * (BLOK // len(RAEKKE) + 10)).encode() + RAEKKE.replace("Sygdom", "Grå").encode(
        "cp1252"
    )
    tabel = _read(langt_nede, mappe, laes)
    assert cells(tabel)[-1][4] == "Grå"


def test_windows_1252_in_the_header_only_is_seen(mappe: Path, laes: Laes) -> None:
    assert cells(_read(HOVED.encode("cp1252") + RAEKKE.encode() + b"\n" + RAEKKE.encode(), mappe, laes)) == [CELLER] * 2


def test_windows_1252_signs_outside_latin1_are_read(mappe: Path, laes: Laes) -> None:
    tabel = _read((HOVED + RAEKKE.replace("Sygdom", "“5 €” – i alt")).encode("cp1252"), mappe, laes)
    assert cells(tabel)[0][4] == "“5 €” – i alt"


def test_a_last_danish_letter_in_windows_1252_is_not_taken_for_a_cut_utf8_character(mappe: Path, laes: Laes) -> None:
    tekst = "Enhedsnr;Overordnet;Enhedsnavn\n81200;;Skole\n81201;81200;Broby Å"
    tabel = _read(tekst.encode("cp1252"), mappe, laes)
    assert cells(tabel, ("enhedsnavn",)) == [("Skole",), ("Broby Å",)]


def test_utf8_cut_inside_a_character_is_cut_off(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er afbrudt: "):
        _read("Enhedsnr;Overordnet;Enhedsnavn\n1;;Grå\n2;1;Blå".encode()[:-1], mappe, laes)


def test_a_header_in_utf8_over_rows_in_windows_1252_stops(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"ligner tabellen fravær, men mangler Fraværsart\. Fundne .*FravÃ¦rsart,"):
        _read((HOVED + RAEKKE * 30_000).encode() + RAEKKE.replace("Sygdom", "Grå").encode("cp1252"), mappe, laes)


def test_bytes_in_no_encoding_stop(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er hverken i UTF-8 eller Windows-1252\."):
        _read((HOVED + RAEKKE).encode("cp1252") + b"\x81;\n", mappe, laes)


def test_nul_bytes_stop_as_damage(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv indeholder tegn, der ikke er tekst, og er beskadiget\."):
        _read((HOVED + RAEKKE * 1000).encode() + b"\0" * 512, mappe, laes)


@pytest.mark.parametrize("skilletegn", [";", "\t"])
def test_empty_lines_anywhere_are_no_rows_and_the_line_numbers_stay_right(
    skilletegn: str, mappe: Path, laes: Laes
) -> None:
    tekst = f"\n\nTitel\n\n{HOVED}\n\n{RAEKKE}\n\n\n{RAEKKE}{RAEKKE}\n\n".replace(";", skilletegn)
    assert numbered_cells(_read(tekst, mappe, laes)) == [(8, CELLER), (12, CELLER), (13, CELLER)]


def test_lines_of_blanks_or_separators_are_no_rows(mappe: Path, laes: Laes) -> None:
    tekst = f"{HOVED}{RAEKKE};;;;;\n   \n ; ; \n{RAEKKE}"
    assert numbered_cells(_read(tekst, mappe, laes)) == [(2, CELLER), (6, CELLER)]


@pytest.mark.parametrize("linjeskift", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("hale", ["", "\n", "\n\n\n"])
def test_where_a_block_of_the_file_ends_does_not_matter(
    linjeskift: str, hale: str, mappe: Path, laes: Laes, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = HOVED + RAEKKE + "\n" + RAEKKE.replace("Sygdom", '"Syg\n\ndom ""æ"""') + RAEKKE.rstrip() + hale
    syg = (*CELLER[:4], 'Syg  dom "æ"', CELLER[5])
    tabel = _read(tekst.replace("\n", linjeskift), mappe, laes)
    assert numbered_cells(tabel) == [(2, CELLER), (4, syg), (7, CELLER)]
    skrevet = _sti(tabel).read_bytes()
    for blok in range(1, len(tekst) + 2):
        monkeypatch.setattr(tekstfil, "BLOK", blok)
        assert _sti(laes()[0]).read_bytes() == skrevet


@pytest.mark.parametrize("linjeskift", ["\n", "\r\n"])
@pytest.mark.parametrize("tomme", [1, 2, 3])
def test_empty_lines_are_seen_wherever_a_block_ends(
    tomme: int, linjeskift: str, mappe: Path, laes: Laes, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = HOVED + RAEKKE + "\n" * tomme + RAEKKE * 2
    tabel = _read(tekst.replace("\n", linjeskift), mappe, laes)
    assert numbered_cells(tabel) == [(2, CELLER), (3 + tomme, CELLER), (4 + tomme, CELLER)]
    skrevet = _sti(tabel).read_bytes()
    for blok in range(1, len(tekst) + 8):
        monkeypatch.setattr(tekstfil, "BLOK", blok)
        assert _sti(laes()[0]).read_bytes() == skrevet


def test_a_file_with_empty_lines_only_outside_its_rows_is_read_where_it_lies(
    mappe: Path, laes: Laes, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = f"Titel\n\n{HOVED}\n{RAEKKE}{RAEKKE}\n\n"
    tabel = _read(tekst, mappe, laes)
    assert numbered_cells(tabel) == [(5, CELLER), (6, CELLER)]
    for blok in range(1, len(tekst) + 2):
        monkeypatch.setattr(tekstfil, "BLOK", blok)
        assert _sti(laes()[0]) == mappe / "f.csv"


@pytest.mark.parametrize(
    "tekst",
    [
        HOVED + RAEKKE.replace("\n", "\r\n") + RAEKKE,
        (HOVED + RAEKKE).replace("\n", "\r\n") + RAEKKE,
        (HOVED + RAEKKE + RAEKKE).replace("\n", "\r"),
    ],
)
def test_mixed_and_old_line_ends_are_put_right(tekst: str, mappe: Path, laes: Laes) -> None:
    assert numbered_cells(_read(tekst, mappe, laes)) == [(2, CELLER), (3, CELLER)]


def test_quoted_separators_and_doubled_quotes_are_read_where_they_lie(mappe: Path, laes: Laes) -> None:
    tabel = _read(HOVED + RAEKKE.replace("Sygdom", '"Syg; ""dom"""'), mappe, laes)
    assert (cells(tabel)[0][4], _sti(tabel)) == ('Syg; "dom"', mappe / "f.csv")


def test_every_cell_quoted_is_read_where_it_lies(mappe: Path, laes: Laes) -> None:
    tekst = (HOVED + RAEKKE).replace(";", '";"').replace("\n", '"\n"')
    tabel = _read('"' + tekst[:-1], mappe, laes)
    assert (cells(tabel), _sti(tabel)) == ([CELLER], mappe / "f.csv")


def test_a_quoted_newline_keeps_the_lines_after_it_in_number(mappe: Path, laes: Laes) -> None:
    tabel = _read(HOVED + RAEKKE.replace("Sygdom", '"Syg\ndom"') + RAEKKE, mappe, laes)
    assert numbered_cells(tabel) == [(2, (*CELLER[:4], "Syg dom", "7,4")), (4, CELLER)]


def test_quotes_in_the_title_block_do_not_swallow_the_rows(mappe: Path, laes: Laes) -> None:
    assert numbered_cells(_read(f'"Liste\nfra "SAP\n{HOVED}{RAEKKE}', mappe, laes)) == [(4, CELLER)]


@pytest.mark.parametrize("kodning", ["utf-8", "cp1252"])
@pytest.mark.parametrize(("linjeskift", "i_cellen"), [("\n", "\n"), ("\r\n", "\n"), ("\r\n", "\r\n")], ids=repr)
def test_headings_broken_within_their_cells_are_read(
    linjeskift: str, i_cellen: str, kodning: str, mappe: Path, laes: Laes
) -> None:
    """As a spreadsheet saves them; the rows begin in line 5."""
    hoved = f'Liste{linjeskift}"Medarbejder-{i_cellen}nr.";"Start-{i_cellen}dato"{HOVED[HOVED.index(";Stop") : -1]}'
    tabel = _read((linjeskift.join([hoved, RAEKKE])).encode(kodning), mappe, laes)
    assert numbered_cells(tabel) == [(5, CELLER)]


def test_a_quote_in_the_title_does_not_hide_the_header(mappe: Path, laes: Laes) -> None:
    assert cells(_read('Rør 12" og\n' + HOVED + RAEKKE.replace("Sygdom", '"Sygdom"'), mappe, laes)) == [CELLER]


def test_tab_files_have_no_quoting(mappe: Path, laes: Laes) -> None:
    write_b(mappe / "b.csv", FRAVAER, [("1001", date(2025, 1, 6), date(2025, 1, 6), "SY", '"Syg', None)] * 2)
    assert [raekke[4] for raekke in cells(laes()[0])] == ['"Syg', '"Syg']


def test_a_quote_that_never_ends_is_cut_off(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er afbrudt: "):
        _read(HOVED + RAEKKE + '1001;06.01.2025;06.01.2025;SY;"Syg\n' + RAEKKE, mappe, laes)


def test_a_stray_quote_beside_a_quoted_newline_stops_with_its_line(mappe: Path, laes: Laes) -> None:
    tekst = HOVED + RAEKKE.replace("Sygdom", '"Syg\ndom"') + RAEKKE.replace("Sygdom", '"Syg"dom')
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv har i linje 4 et anførselstegn for meget eller for lidt\."):
        _read(tekst, mappe, laes)


def test_a_stray_quote_that_duckdb_refuses_is_explained_with_its_line(mappe: Path, laes: Laes) -> None:
    tabel = _read(HOVED + RAEKKE + RAEKKE.replace("Sygdom", '"Syg" dom'), mappe, laes)
    assert _duckdb_refuses(tabel).startswith("Filen f.csv har i linje 3 et anførselstegn for meget")


def test_short_rows_are_padded_and_three_surplus_fields_are_kept_apart(mappe: Path, laes: Laes) -> None:
    tabel = _read(f"{HOVED}1001;06.01.2025\n{RAEKKE.strip()};a;b;c\n{RAEKKE.strip()};;;;;;\n", mappe, laes)
    ekstra = tabel.kolonner[-3:]
    assert ekstra == ("loes_7", "loes_8", "loes_9")
    assert cells(tabel, ("medarbejdernr", "timer", *ekstra)) == [
        ("1001", None, None, None, None),
        ("1001", "7,4", "a", "b", "c"),
        ("1001", "7,4", None, None, None),
    ]


@pytest.mark.parametrize("skilletegn", [";", "\t"])
def test_four_surplus_fields_stop_with_the_line_and_no_cell(skilletegn: str, mappe: Path, laes: Laes) -> None:
    tekst = f"Titel\n\n{HOVED}\n{RAEKKE}\n{RAEKKE.strip()};a;b;c;d\n{RAEKKE}"
    fejl = _duckdb_refuses(_read(tekst.replace(";", skilletegn), mappe, laes))
    assert fejl == ("Filen f.csv har i linje 7 flere felter end overskrifter. Ret linjen, eller hent listen igen.")


def test_a_row_with_empty_surplus_fields_is_not_blamed_for_the_one_below(mappe: Path, laes: Laes) -> None:
    tekst = f"{HOVED}{RAEKKE.strip()};;;;;;\n{RAEKKE.strip()};a;b;c;d\n"
    assert _duckdb_refuses(_read(tekst, mappe, laes)).startswith("Filen f.csv har i linje 3 flere felter")


def test_a_line_longer_than_two_million_bytes_is_explained(mappe: Path, laes: Laes) -> None:
    tabel = _read(HOVED + RAEKKE + RAEKKE.replace("Sygdom", "S" * 2_100_000), mappe, laes)
    assert _duckdb_refuses(tabel) == "Filen f.csv har en linje, der er længere end 2 MB. Hent listen igen."


def test_a_line_without_end_stops(mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv har en linje, der er længere end 2 MB\."):
        _read(HOVED + "x" * (2 * BLOK + 2_000_000), mappe, laes)


@pytest.mark.parametrize(
    "sidste", ["1001;06.01.2025;06.01.20", "1001;06.01.2025;06.01.2025;SY;Syg;dom"[:-4], "10", '"1001']
)
def test_a_last_line_that_breaks_off_is_cut_off(sidste: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er afbrudt: den slutter, før den er færdig\. Hent den igen\."):
        _read(HOVED + RAEKKE + sidste, mappe, laes)


@pytest.mark.parametrize("sidste", ['"10;01";06.01.2025;06.01.2025;SY;Syg', "1001;06.01.2025;06.01.2025;SY;"])
def test_the_fields_of_the_last_line_are_counted_outside_quotes(sidste: str, mappe: Path, laes: Laes) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv er afbrudt: "):
        _read(HOVED + RAEKKE + sidste, mappe, laes)


@pytest.mark.parametrize(
    "sidste",
    [
        RAEKKE.strip(),
        "Resultat;7,4",
        "1001;06.01.2025\n",
        "Antal rækker: 504",
        "*** Slut på liste ***",
        "Udskrevet;15.07",
    ],
)
def test_a_last_line_that_is_whole_a_total_or_ended_is_not_cut_off(sidste: str, mappe: Path, laes: Laes) -> None:
    assert len(cells(_read(HOVED + RAEKKE + sidste, mappe, laes))) == 2


@pytest.mark.parametrize("kodning", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    ("sidste", "antal"),
    [
        ("1001;06.01.2025;06.01.2025;SY;Sygdom på;7,4", 1),
        ("1001;06.01.2025;06.01.2025;SY;Sygdom på;7,4 \x1a", 1),
        ("1001;06.01.2025;06.01.2025;SY;Sygdom på;7,4\n", 0),
        ("1001;06.01.2025;06.01.2025;SY;Sygdom på;7,4\n\x1a", 0),
        ("I alt;;;;;7,4", 0),
        ("-----", 0),
    ],
    ids=["uden", "uden, med DOS-slut", "med", "med, og DOS-slut", "total", "streg"],
)
def test_a_last_line_without_newline_is_noted_unless_it_ends_a_list(
    sidste: str, antal: int, kodning: str, mappe: Path, laes: Laes
) -> None:
    linjer = [";".join(FRAVAER), "1001;06.01.2025;06.01.2025;SY;Sygdom på;7,4", sidste]
    (mappe / "f.csv").write_bytes("\n".join(linjer).encode(kodning))
    (tabel,) = laes()
    assert len(tabel.noter) == antal
    assert all(
        note.startswith("Den sidste linje ender uden linjeskift.") and "kan også være klippet af" in note
        for note in tabel.noter
    )


def test_headings_without_text_at_the_end_do_not_make_the_last_line_short(mappe: Path, laes: Laes) -> None:
    assert cells(_read(f"{HOVED.strip()};;\n{RAEKKE.strip()}", mappe, laes)) == [CELLER]


@pytest.mark.parametrize("kodning", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("skriv", [write_b, write_d])
def test_columns_left_out_reach_neither_the_loader_nor_a_rewritten_copy(
    skriv: object, kodning: str, mappe: Path, laes: Laes
) -> None:
    raekke = ("1001", date(2025, 1, 6), date(2025, 1, 6), "SY", "Sygdom", Decimal("7.4"), "0101010000", "Åvej 1")
    assert callable(skriv)
    skriv(mappe / "f.csv", (*FRAVAER, "CPR-nr.", "Adresse"), [raekke], kodning=kodning)
    (tabel,) = laes()
    assert cells(tabel) == [CELLER]
    assert isinstance(tabel.indhold, Csvindhold)
    sql, parametre = csv_relation(tabel.indhold)
    with duckdb.connect() as forbindelse:
        alt = forbindelse.execute(sql, parametre).fetchall()
    kopi = tabel.indhold.kopi
    skrevet = tabel.indhold.sti.read_text("utf-8") if kopi else ""
    assert kopi or kodning == "utf-8"
    assert "0101010000" not in f"{alt}{skrevet}"
    assert "Åvej" not in f"{alt}{skrevet}"


def test_null_is_empty_in_csv_and_a_word_in_an_sap_list(mappe: Path, laes: Laes) -> None:
    (mappe / "b.csv").write_text((HOVED + RAEKKE.replace("Sygdom", "NULL")).replace(";", "\t"), encoding="utf-8")
    write_d(mappe / "d.csv", FRAVAER, [("1001", date(2025, 1, 6), date(2025, 1, 6), "SY", None, None)])
    assert [cells(tabel)[0][4] for tabel in laes()] == ["NULL", None]


def test_a_hard_blank_is_a_blank(mappe: Path, laes: Laes) -> None:
    assert cells(_read(HOVED + RAEKKE.replace("1001", "\u00a01001\u00a0"), mappe, laes)) == [CELLER]


def test_a_file_name_with_wildcards_means_that_file_only(mappe: Path, laes: Laes) -> None:
    (mappe / "f [1].csv").write_text(HOVED + RAEKKE, encoding="utf-8")
    (mappe / "f 1.csv").write_text(HOVED + RAEKKE * 2, encoding="utf-8")
    assert {tabel.fil: len(cells(tabel)) for tabel in laes()} == {"f 1.csv": 2, "f [1].csv": 1}


def test_a_header_without_rows_is_an_empty_table(mappe: Path, laes: Laes) -> None:
    tabel = _read(HOVED, mappe, laes)
    assert (cells(tabel), tabel.foerste_linje) == ([], 2)


def test_thousands_in_csv_stay_as_written(mappe: Path, laes: Laes) -> None:
    write_d(
        mappe / "f.csv", FRAVAER, [("1001", date(2025, 1, 6), date(2025, 1, 6), "SY", "Sygdom", Decimal("1234.56"))]
    )
    (tabel,) = laes()
    assert cells(tabel)[0][5] == "1.234,56"
