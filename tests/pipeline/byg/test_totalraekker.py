"""Total rows are no data; the sum they state is held against the rows above."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.database.modeller import read_models, run_macros
from pipeline.readers.tabeller import TOTALORD
from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, Svar, add_lines, byg, query, write_god
from tests.leverancer import write_c
from tests.lille_leverance import FRAVAER

# The good delivery's 360 rows hold 360 × 7.4 = 2664 hours; the last employee's 30 rows 222.
TOTALER = {
    "samlet resultat": "Samlet resultat;;;;;{timer};",
    "i alt": "I ALT;;;;;{timer};",
    "i alt med blanke": "  i alt  ;;;;;{timer};",
    "resultat for medarbejderen": "Resultat;;;;;222,00;",
    "ordet i en anden celle": ";;;;Samlet resultat;{timer};",
    "ordet i en dato": ";I alt;;;;{timer};",
    "hverken nummer eller datoer": ";;;;;{timer};",
}


AF_ALLE = [linje for navn, linje in TOTALER.items() if navn != "resultat for medarbejderen"]


def build_with_total(mappe: Path, *linjer: str) -> Svar:
    kilde = write_god(mappe / "leverance")
    add_lines(kilde / FRAVAER_FIL, *linjer)
    svar = byg(kilde, mappe / "db.duckdb")
    antal = len(linjer)
    assert [FRAVAER_FIL, "fravær", "D", "15.07.2025", str(360 + antal), "360", "0", str(antal), "0"] in [
        ord_.split() for ord_ in svar.linjer
    ]
    return svar


@pytest.mark.parametrize("linjer", [AF_ALLE, [TOTALER["resultat for medarbejderen"]]], ids=["alle", "medarbejderen"])
def test_totals_with_the_right_sum_are_counted_and_give_no_warning(linjer: list[str], tmp_path: Path) -> None:
    svar = build_with_total(tmp_path, *(linje.format(timer="2.664,00") for linje in linjer))
    assert svar.advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


def test_each_total_with_a_wrong_sum_is_a_warning_with_both_figures(tmp_path: Path) -> None:
    svar = build_with_total(tmp_path, *(linje.format(timer="2.664,01") for linje in AF_ALLE))
    assert svar.advarsler == [
        tekster_stop.ADVARSLER["totalraekker"].format(antal=len(AF_ALLE)),
        *(
            tekster.RAPPORT_TOTAL.strip().format(
                fil=FRAVAER_FIL, linje=363 + nr, maal="timer", oplyst="2.664,01", summeret="2.664,00"
            )
            for nr in range(len(AF_ALLE))
        ),
    ]
    assert f"{FRAVAER_FIL}, linje 363: totalen siger 2.664,01 timer, rækkerne giver 2.664,00." in svar.ud


def test_a_lone_wrong_resultat_is_held_against_all_rows(tmp_path: Path) -> None:
    svar = build_with_total(tmp_path, "Resultat;;;;;221,99;")
    assert svar.advarsler[1:] == [f"{FRAVAER_FIL}, linje 363: totalen siger 221,99 timer, rækkerne giver 2.664,00."]


def test_each_of_several_resultat_is_held_against_the_employee_right_above(tmp_path: Path) -> None:
    kilde = write_god(tmp_path / "leverance")
    linjer = (kilde / FRAVAER_FIL).read_text(encoding="utf-8").splitlines()
    linjer[32:32] = ["Resultat;;;;;222,00;"]  # after the title, the header and the first employee's thirty rows
    (kilde / FRAVAER_FIL).write_text("\n".join([*linjer, "Resultat;;;;;221,99;", ""]), encoding="utf-8")
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler[1:] == [f"{FRAVAER_FIL}, linje 364: totalen siger 221,99 timer, rækkerne giver 222,00."]


def test_i_alt_is_not_the_employee_right_above(tmp_path: Path) -> None:
    svar = build_with_total(tmp_path, "I alt;;;;;222,00;")
    assert svar.advarsler[1:] == [f"{FRAVAER_FIL}, linje 363: totalen siger 222,00 timer, rækkerne giver 2.664,00."]


def test_a_row_with_a_number_and_dates_is_a_total_when_a_cell_says_so(tmp_path: Path) -> None:
    svar = build_with_total(tmp_path, "731012;05.03.2025;06.03.2025;SY;Resultat;;")
    assert svar.advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


def test_a_total_without_a_sum_is_counted_and_not_compared(tmp_path: Path) -> None:
    assert build_with_total(tmp_path, "I alt;;;;;;").advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


def test_a_total_is_in_no_figure(tmp_path: Path, god_bygning: Path) -> None:
    build_with_total(tmp_path, "Samlet resultat;;;;;2.664,00;")
    dagsvaerk = "select dagsvaerk, gns_medarbejdere from noegletal order by enhed_id, vindue_nr"
    assert query(tmp_path / "db.duckdb", dagsvaerk) == query(god_bygning, dagsvaerk)


def test_a_total_row_in_the_employment_list_is_counted(tmp_path: Path) -> None:
    kilde = write_god(tmp_path / "leverance")
    add_lines(kilde / ANSATTE_FIL, "I alt;;;;;444;;;;")
    assert [ANSATTE_FIL, "ansættelsesforløb", "D", "15.07.2025", "13", "12", "0", "1", "0"] in [
        linje.split() for linje in byg(kilde, tmp_path / "db.duckdb").linjer
    ]


@pytest.mark.parametrize(
    ("samlet", "ventet"),
    [
        ("37", [tekster.RAPPORT_INGEN_ADVARSLER]),
        (
            "36",
            [
                tekster_stop.ADVARSLER["totalraekker"].format(antal=1),
                "YKMD_STD.xls, linje 7: totalen siger 36,00 timer, rækkerne giver 37,00.",
            ],
        ),
    ],
)
def test_a_bw_report_with_a_resultat_for_each_employee_and_one_for_all(
    samlet: str, ventet: list[str], tmp_path: Path
) -> None:
    """Employees 731001 (7.4 and 14.8 hours) and 731002 (14.8), the number printed once."""
    kilde = write_god(tmp_path / "leverance")
    (kilde / FRAVAER_FIL).unlink()
    raekker = [
        ("731001", date(2024, 2, 5), date(2024, 2, 5), "SY", "Sygdom", Decimal("7.4"), None),
        ("", date(2024, 2, 6), date(2024, 2, 7), "SY", "Sygdom", Decimal("14.8"), None),
        ("Resultat", None, None, "", "", Decimal("22.2"), None),
        ("731002", date(2024, 2, 5), date(2024, 2, 6), "SY", "Sygdom", Decimal("14.8"), None),
        ("Resultat", None, None, "", "", Decimal("14.8"), None),
        ("", None, None, "", "Samlet resultat", Decimal(samlet), None),
    ]
    periode = (date(2023, 1, 1), date(2025, 7, 15))
    write_c(kilde / "YKMD_STD.xls", FRAVAER, raekker, udtrukket=date(2025, 7, 15), periode=periode)
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert ["YKMD_STD.xls", "fravær", "C", "15.07.2025", "6", "3", "0", "3", "0"] in [
        linje.split() for linje in svar.linjer
    ]
    assert svar.advarsler == ventet


def test_a_total_row_has_the_same_words_in_a_reader_and_in_sql() -> None:
    [sagt] = [model.sql for model in read_models("00_makroer") if model.navn == "celler"]
    ord_i_sql = re.search(r"macro totaltekst.*?lower\(tekst\) in \(([^)]*)\)", sagt, re.DOTALL)
    assert ord_i_sql is not None
    assert set(re.findall(r"'([^']+)'", ord_i_sql[1])) == TOTALORD
    with duckdb.connect(":memory:") as con:
        run_macros(con)
        for ordet in TOTALORD:
            assert con.execute("select totaltekst($ord)", {"ord": ordet.title()}).fetchall() == [(ordet,)]
            assert con.execute("select totalmaerke($ord)", {"ord": ordet.title()}).fetchall() != [(None,)]
