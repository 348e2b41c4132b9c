"""What the front page shows, and what it does not. Two employees, so sygedage are half the dagsværk of conftest.

Rolling dagsværk: 2022K4 2, 2023K1 12, 2023K2 32 (20 long), 2023K3 30, 2023K4 30, 2024K1 23 (20 long), 2024K2 4.
"""

import re
from datetime import date

import pytest

from app.miljoe import find_database
from tests.app.conftest import FRAVAER, MAIN
from tests.app.test_dashboard import go, tables
from tests.conftest import open_test_database


@pytest.fixture
def open_page(open_as):
    return lambda: open_as(("hr", 1))


def metrics(side):
    return {tal.label: tal.value for tal in side.metric}


def words(side):
    dele = (*side.title, *side.header, *side.markdown, *side.info, *side.error)
    return "\n".join((*(afsnit.value for afsnit in dele), *tables(side)))


def find_bygning(side):
    return re.search(r"Bygning (\w+)", words(side))[1]


def test_the_headline_is_the_newest_quarter_with_its_changes_and_the_top(build, open_page):
    build()
    side = open_page()
    assert not side.exception
    assert [titel.value for titel in side.title] == ["Sygefravær i Enhed 1"]
    assert metrics(side) == {
        "Sygedage pr. medarbejder": "2,0",
        "Langtidsfravær af alle sygedage": "0 pct.",
        "Langtidsfriske medarbejdere": "50 pct.",
    }
    assert "Status for juni 2024, rullende tolv måneder" in words(side)
    assert "\n**−9,5** siden sidste kvartal (kan være tilfældigt)" in words(side)
    assert "\n**−14,0** siden sidste år (kan være tilfældigt)" in words(side)
    assert "Højest i 2. kvartal 2023: 16,0" in words(side)
    assert "\n**−87 procentpoint** siden sidste kvartal" in words(side)
    assert "**±0 procentpoint** siden sidste kvartal" in words(side)


def test_the_sentence_says_what_the_figure_shows(build, open_page):
    build()
    assert (
        "Sygefraværet er i 2. kvartal 2024 opgjort til 2,0 sygedage pr. medarbejder, −9,5 siden sidste kvartal "
        "(kan være tilfældigt), "
        "og niveauet er 14,0 lavere end i 2. kvartal 2023, hvor det var højest (16,0)."
    ) in words(open_page())


def test_the_table_twin_holds_every_quarter_newest_first(build, open_page):
    build()
    side = open_page()
    tabel = next(tabel for tabel in tables(side) if tabel.startswith("| Kvartal"))
    assert tabel.splitlines() == [
        "| Kvartal | Korttidsfravær | Langtidsfravær | I alt | Måltal | Måltal, kilde |",
        "| 2. kvartal 2024 | 2,0 | 0,0 | 2,0 | 5,0 | eget |",
        "| 1. kvartal 2024 | 1,5 | 10,0 | 11,5 | 5,0 | eget |",
        "| 4. kvartal 2023 | 5,0 | 10,0 | 15,0 | – | – |",
        "| 3. kvartal 2023 | 5,0 | 10,0 | 15,0 | – | – |",
        "| 2. kvartal 2023 (højest) | 6,0 | 10,0 | 16,0 | – | – |",
        "| 1. kvartal 2023 | 6,0 | 0,0 | 6,0 | – | – |",
        "| 4. kvartal 2022 | 1,0 | 0,0 | 1,0 | – | – |",
    ]


def test_the_page_says_where_its_figures_come_from(build, open_page):
    build()
    assert "Udtræk fra OPUS 15.07.2024. Tallene dækker 01.01.2022 til 15.07.2024. Bygning " in words(open_page())


def test_old_figures_tell_hr_where_to_load_new_ones_and_everybody_else_whom_to_ask(build, open_as):
    build()
    side = open_as(("hr", 1))
    (advarsel,) = side.warning
    assert advarsel.value.endswith("dage gamle: de er trukket ud af OPUS 15.07.2024.")
    assert any('href="/kvartalet"' in html.proto.body for html in side.get("html"))
    side = go(side, "datagrundlag")
    assert "Indlæs en leverance" in [overskrift.value for overskrift in side.header]
    assert any('href="/kvartalet"' in html.proto.body for html in side.get("html"))
    side = open_as(("chef", 1), bruger="u2")
    (advarsel,) = side.warning
    assert advarsel.value.endswith("de er trukket ud af OPUS 15.07.2024. Spørg HR & Løn om et nyt udtræk.")
    assert "Indlæs en leverance" not in [overskrift.value for overskrift in go(side, "datagrundlag").header]


def test_a_foreloebig_newest_quarter_is_not_the_headline(build, open_page):
    build(udtraek=date(2024, 7, 13))  # 13 days after 30.06.2024
    side = open_page()
    # June 2023 to May 2024: 7 of the 27 working days of the 20 dagsværk, and 3 and 1; by two
    assert metrics(side)["Sygedage pr. medarbejder"] == "4,6"
    assert "Status for maj 2024" in words(side)
    assert "| 2. kvartal 2024 (foreløbig) | 2,0 | 0,0 | 2,0 | 5,0 | eget |" in words(side)
    assert "faldet med 9,5" not in words(side)


def test_a_foreloebig_period_shows_its_units_without_changes(build, open_page):
    build(udtraek=date(2024, 7, 13))
    side = open_page()
    assert "−" in next(tabel for tabel in tables(side) if tabel.startswith("| Enhed | Tre år"))
    side.selectbox(key="valg_periode").set_value("2024-06").run()
    assert "Status for juni 2024 (foreløbig)" in words(side)
    tabel = next(tabel for tabel in tables(side) if tabel.startswith("| Enhed | Tre år"))
    assert "| Enhed 10 |  | 2 | 2,0 | 0 pct. | 50 pct. |" in tabel
    assert "Ændring" not in tabel


def test_fourteen_days_after_its_end_a_quarter_is_the_headline(build, open_page):
    build(udtraek=date(2024, 7, 14))
    assert metrics(open_page())["Sygedage pr. medarbejder"] == "2,0"


def test_a_foreloebig_quarter_is_never_the_top(build, open_page):
    build(udtraek=date(2023, 7, 5))  # 2023K2 would be the top with 16,0
    side = open_page()
    assert "Højest i 1. kvartal 2023: 6,0" in words(side)
    assert "| 2. kvartal 2023 (foreløbig) | 6,0 | 10,0 | 16,0 |" in words(side)


def test_a_first_quarter_still_foreloebig_shows_its_number_and_no_change(build, open_page):
    build(fra=date(2023, 7, 1), udtraek=date(2024, 7, 5))
    side = open_page()
    assert metrics(side)["Sygedage pr. medarbejder"] == "2,0"
    assert "Sygefraværet er foreløbig opgjort til 2,0 sygedage pr. medarbejder i 2. kvartal 2024." in words(side)
    assert "Tallene er foreløbige" in words(side)
    assert not [ord_ for ord_ in ("siden sidste", "faldet", "steget", "Højest", "højest") if ord_ in words(side)]


def test_a_single_quarter_has_no_change_and_no_top(build, open_page):
    build(fra=date(2023, 7, 1))
    side = open_page()
    assert "Sygefraværet er i 2. kvartal 2024 opgjort til 2,0 sygedage pr. medarbejder." in words(side)
    assert not [ord_ for ord_ in ("siden sidste", "faldet", "steget", "højest") if ord_ in words(side).lower()]


def test_without_a_full_window_the_page_says_so_and_shows_no_number(build, open_page):
    build(fra=date(2023, 8, 1))
    side = open_page()
    assert not side.exception
    assert [boks.value for boks in side.info] == ["Der er ingen tal endnu: leverancen dækker ikke fire hele kvartaler."]
    assert not side.metric
    assert not side.get("vega_lite_chart")


def test_a_missing_database_is_one_sentence_without_a_path(database, open_page):
    side = open_page()
    assert not side.exception
    assert [boks.value for boks in side.error] == [
        "Databasen tal.duckdb findes ikke. Byg den først med sygefravaer byg."
    ]
    assert str(database.parent) not in words(side)
    assert not side.metric


def test_a_file_that_is_no_database_is_one_sentence(database, open_page):
    database.write_bytes(b"not a database")
    side = open_page()
    assert not side.exception
    assert [boks.value for boks in side.error] == [
        "Databasen tal.duckdb kan ikke læses. Byg den igen med sygefravaer byg."
    ]


def test_a_new_build_is_shown_at_the_next_request(build, open_page):
    build()
    side = open_page()
    foer = find_bygning(side)
    assert metrics(side)["Sygedage pr. medarbejder"] == "2,0"
    build(fravaer=FRAVAER[:-1])
    side.run()
    assert metrics(side)["Sygedage pr. medarbejder"] == "1,5"
    assert find_bygning(side) != foer


def test_a_database_of_another_version_is_one_sentence(build, open_page):
    with open_test_database(build(), skriv=True) as con:
        con.execute("drop table noegletal")
    side = open_page()
    assert not side.exception
    assert [boks.value for boks in side.error] == [
        "Databasen tal.duckdb kan ikke læses. Byg den igen med sygefravaer byg."
    ]


def test_without_the_variable_the_demo_of_make_run_is_read(monkeypatch):
    monkeypatch.delenv("SYGEFRAVAER_DATABASE", raising=False)
    assert find_database() == MAIN.parents[1] / "build" / "demo.duckdb"
