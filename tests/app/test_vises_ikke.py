"""What a chef is not shown is said as it is: whose smallness it is, and never of one unit that it is the small one."""

import json

import pytest

from tests.app.test_dashboard import CHEF, HR, demo, go, metrics, open_page, titles, words

__all__ = ["demo", "open_page"]
pytestmark = pytest.mark.langsom

SAMMEN = (
    "mindst én af enhederne under Dagtilbud & Skole er for lille til det, og så vises det for ingen af dem. "
    "Det behøver ikke være Møllevangskolen."
)


def specs(side):
    return [json.loads(figur.proto.spec) for figur in side.get("vega_lite_chart")]


def read_aloud(side):
    """What a screen reader says of each mark of the page's charts."""
    return [
        raekke["beskrivelse"]
        for spec in specs(side)
        for lag in spec["layer"]
        for raekke in lag.get("data", spec.get("data", {})).get("values", [])
        if "beskrivelse" in raekke
    ]


def test_a_school_of_79_has_its_chart_of_totals_and_is_told_that_it_need_not_be_the_small_one(open_page):
    side = open_page(CHEF, enhed="81511")
    assert not side.exception
    assert titles(side) == ["Sygefravær i Møllevangskolen"]
    ord_ = words(side)
    assert f"Kort og langt fravær vises ikke hver for sig: {SAMMEN}" in ord_
    assert f"Vises ikke: {SAMMEN}" in ord_
    assert "or få" not in ord_
    oplaest = read_aloud(side)
    assert sum(linje.startswith("2. kvartal 2025, I alt: ") for linje in oplaest) == 1
    assert [linje for linje in oplaest if "Langtid" in linje or "Korttid" in linje] == []
    (figur,) = [spec for spec in specs(side) if "Søjlediagram" in spec["description"]]
    assert "delt i" not in figur["description"]


def test_where_short_and_long_are_told_apart_they_are_drawn_apart(open_page):
    side = open_page(CHEF)
    oplaest = read_aloud(side)
    assert any(linje.startswith("2. kvartal 2025, Langtidsfravær: ") for linje in oplaest)
    assert [linje for linje in oplaest if "I alt" in linje] == []


def test_a_quarter_a_unit_is_not_shown_in_does_not_say_that_nobody_worked_there(open_page):
    side = open_page(CHEF, enhed="81472", periode="2023K2")
    assert titles(side) == ["Sygefravær i Børnehaven Egernet"]
    assert metrics(side) == {}
    assert "ingen af enhederne under Dagtilbud & Skole var for lille til at stå alene" in words(side)
    assert "har ikke haft ansatte" not in words(side)


def test_who_sees_all_is_told_of_time_and_of_nothing_small(open_page):
    side = open_page(HR, enhed="81511", periode="2021K4")
    assert "Der er ikke to hele år endnu." in words(side)
    assert "for lille" not in words(side)


def test_the_page_of_one_figure_through_time_says_the_same(open_page):
    side = go(open_page(CHEF, enhed="81511"), "udvikling")
    side.selectbox(key="udvikling_tal").set_value("langtidsandel").run()
    assert not side.exception
    assert f"Kort og langt fravær vises ikke hver for sig: {SAMMEN}" in words(side)
