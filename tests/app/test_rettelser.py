"""What was corrected after publication stands beside the figure on Overblik, for whoever sees the figure."""

import json

import pytest

from app.miljoe import find_miljoe
from pipeline.lager.laase import NyBerigtigelse, add_berigtigelse
from pipeline.lager.log import Haendelse
from tests.app.test_dashboard import AGGREGAT, CHEF, HR, LEDER, demo, open_page, words

__all__ = ["demo", "open_page"]
pytestmark = [pytest.mark.langsom, pytest.mark.usefixtures("demo")]
SKOLE = "00081210"


def correct(nu="14.1", enhed="Dagtilbud & Skole", hvorfor="Sene registreringer.", kvartal="2025K2"):
    aendret = {"enhed": enhed, "kvartal": kvartal, "offentliggjort": "14.0", "nu": nu, "aarsager": ["få rettelser"]}
    ny = NyBerigtigelse(kvartal, json.dumps([aendret]), hvorfor, "Økonomiudvalget", "b" * 16)
    add_berigtigelse(find_miljoe().lager, ny, Haendelse("hr1", "kvartal rettet"), nu=find_miljoe().ur())


def marks(side):
    assert not side.exception
    return [en.value.split(":", 1)[1].strip() for en in side.warning if en.value.startswith("Rettet ")]


@pytest.mark.parametrize("rolle", [HR, CHEF, AGGREGAT], ids=lambda rolle: rolle[0])
def test_a_corrected_figure_says_what_it_was_and_why_for_everybody_who_sees_it(open_page, rolle):
    side = open_page(rolle, enhed=SKOLE, periode="2025K2")
    assert marks(side) == []
    correct()
    correct(nu=None, hvorfor="Fejl i en afdeling")
    assert marks(side.run()) == [
        "offentliggjort 14,0, nu 14,1 (få rettelser). Sene registreringer.",
        "Fejl i en afdeling.",
    ]


def test_the_month_that_ends_the_quarter_has_its_figure_and_no_other_period_has(open_page):
    correct()
    side = open_page(HR, enhed=SKOLE, periode="2025-06")
    assert len(marks(side)) == 1
    for periode in ("2025-05", "2025K1", "2024K2"):
        side.query_params["periode"] = periode
        assert marks(side.run()) == [], periode


def test_why_a_figure_changed_says_that_the_one_before_has_been_corrected(open_page):
    """Both were published; since the quarter before first, and since the year before when that is asked."""
    side = open_page(CHEF, enhed=SKOLE, periode="2025K2")
    assert "som tallet er nu" not in words(side)
    correct(kvartal="2025K1")
    correct(kvartal="2024K2", nu="14.2")
    side.run()
    assert "regnet fra 1. kvartal 2025, som tallet er nu." in words(side)
    assert ("nu 14,1" in words(side), "nu 14,2" in words(side), marks(side)) == (True, False, [])


def test_another_unit_has_no_mark(open_page):
    correct()
    assert marks(open_page(HR, periode="2025K2")) == []


def test_who_does_not_see_the_figure_meets_nothing_of_it(open_page):
    correct(hvorfor="En mærkelig fejl")
    side = open_page(LEDER, enhed=SKOLE, periode="2025K2")
    assert marks(side) == []
    assert "mærkelig" not in words(side)


def test_a_reason_is_words_and_nothing_else(open_page):
    correct(hvorfor="Se [her](https://ond.invalid) <b>nu</b>")
    [maerke] = marks(open_page(HR, enhed=SKOLE, periode="2025K2"))
    assert maerke.endswith("Se \\[her\\](https\\:\u2060//ond.invalid) \\<b\\>nu\\</b\\>.")
