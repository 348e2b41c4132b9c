"""Reversals: a row below zero takes back the row it is like, and neither counts."""

from pathlib import Path

import pytest

from tests.conftest import FRAVAER_FIL, add_lines, byg, query

NY = "731001;10.02.2025;11.02.2025;SY;Sygdom;{timer};{dage}"
TAELLER = """
    select sum(antal_accepteret), sum(antal_afvist)
    from raekkeregnskab join kildefiler using (fil_id) where tabel = 'fravaer'
"""
DAGSVAERK = "select dagsvaerk from noegletal order by enhed_id, vindue_nr"


def line(timer: str, dage: str = "") -> str:
    return NY.format(timer=timer, dage=dage)


@pytest.mark.parametrize(("minus", "plus"), [("14,80-", "14,80"), ("-14,80", "14,8")])
def test_a_reversal_and_what_it_reverses_count_nothing(
    minus: str, plus: str, kilde: Path, tmp_path: Path, god_bygning: Path
) -> None:
    add_lines(kilde / FRAVAER_FIL, line(plus), line(minus))
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == ["Fraværsrækker tilbageført af en række med minus, ingen af de to tæller: 1"]
    assert query(tmp_path / "db.duckdb", TAELLER) == [(362, 0)]
    assert query(tmp_path / "db.duckdb", DAGSVAERK) == query(god_bygning, DAGSVAERK)


def test_days_are_reversed_where_there_are_no_hours(kilde: Path, tmp_path: Path, god_bygning: Path) -> None:
    add_lines(kilde / FRAVAER_FIL, line("", "2,00"), line("", "2,00-"))
    assert byg(kilde, tmp_path / "db.duckdb").afviste == []
    assert query(tmp_path / "db.duckdb", DAGSVAERK) == query(god_bygning, DAGSVAERK)


@pytest.mark.parametrize(
    "linje", [line("14,70-"), line("14,80-").replace("SY", "DS"), line("14,80-").replace("11.02", "12.02")]
)
def test_a_reversal_that_finds_no_row_of_its_own_is_rejected(linje: str, kilde: Path, tmp_path: Path) -> None:
    add_lines(kilde / FRAVAER_FIL, line("14,80"), linje)
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.afviste == [
        f"Afvist i {FRAVAER_FIL}: 1 × negative timer, der ikke tilbagefører en anden række (første gang i linje 364)"
    ]


def test_what_is_registered_anew_after_a_reversal_counts_once(kilde: Path, tmp_path: Path) -> None:
    add_lines(kilde / FRAVAER_FIL, line("14,80"), line("14,80-"), line("14,80"))
    assert byg(kilde, tmp_path / "db.duckdb").kode == 0
    assert query(tmp_path / "db.duckdb", TAELLER) == [(363, 0)]
    ramte = "select count(*) from sygeposter where medarbejdernr = 731001 and foerste_dag = date '2025-02-10'"
    assert query(tmp_path / "db.duckdb", ramte) == [(1,)]


def test_the_account_says_how_each_column_is_written(kilde: Path, tmp_path: Path) -> None:
    svar = byg(kilde, tmp_path / "db.duckdb")
    former = " ".join(svar.ud.split())
    assert f"{FRAVAER_FIL}: Startdato: dd.mm.åååå; Stopdato: dd.mm.åååå; Timer: komma" in former


def test_a_list_with_other_columns_below_stops_with_its_line(kilde: Path, tmp_path: Path) -> None:
    hoved = "MAnummer;Startdato;Stopdato;Fraværsart;Fraværsarttekst;Dage;Timer"
    add_lines(kilde / FRAVAER_FIL, hoved, line("1", "7,40"))
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.fejl.startswith(f"Fejl: Filen {FRAVAER_FIL} har i linje 363 nye overskrifter, og kolonnerne under dem")
