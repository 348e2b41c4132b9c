"""How late a quarter is seen, from deliveries written by hand."""

from datetime import date
from fractions import Fraction

import pytest

from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.forsinkelse import (
    Kvartalsforloeb,
    follow_kvartaler,
    list_historik,
    measure_foreloebig_dage,
)

PERIODE = load_indstillinger().periode.model_copy(
    update={"foreloebig_dage": 14, "endelig_andel": 0.95, "historik_kvartaler": 4, "historik_dage": 180}
)
JAN = 2024 * 12


def forloeb(*set_: tuple[int, int], kvartal: str = "2024K1") -> Kvartalsforloeb:
    return Kvartalsforloeb(kvartal, set_)


@pytest.mark.parametrize(
    ("set_efter_20", "dage"),
    [
        (949, 21),  # 94.9 per cent of 1,000: not yet
        (950, 20),
        (951, 20),
    ],
)
def test_a_quarter_is_endelig_from_the_day_95_per_cent_had_been_seen(set_efter_20: int, dage: int) -> None:
    assert forloeb((19, 900), (20, set_efter_20), (21, 980), (200, 1000)).endelig_efter(PERIODE) == dage


def test_what_is_seen_under_95_per_cent_again_was_not_endelig_before() -> None:
    assert forloeb((20, 960), (30, 940), (40, 990), (200, 1000)).endelig_efter(PERIODE) == 40


@pytest.mark.parametrize(
    ("set_", "dage"),
    [
        (((15, 990), (200, 1000)), 14),  # enough at the first look, a day after the setting
        (((14, 990), (200, 1000)), 14),
        (((5, 990), (200, 1000)), 5),  # enough before the setting: measured
        (((5, 900), (40, 990), (200, 1000)), 14),  # somewhere after the 5th and up to the 40th
        (((13, 900), (40, 990), (200, 1000)), 14),
        (((14, 900), (40, 990), (200, 1000)), 40),  # the setting was too early
    ],
)
def test_between_two_deliveries_the_setting_stands(set_: tuple[tuple[int, int], ...], dage: int) -> None:
    assert forloeb(*set_).endelig_efter(PERIODE) == dage


def test_more_than_in_the_end_is_enough() -> None:
    assert forloeb((5, 1100), (200, 1000)).endelig_efter(PERIODE) == 5


@pytest.mark.parametrize(
    ("dage", "revision"),
    [(20, Fraction(2, 98)), (21, Fraction(-1, 101)), (22, None), (200, None)],
)
def test_a_revision_is_what_has_come_or_gone_since_the_quarter_was_endelig(
    dage: int, revision: Fraction | None
) -> None:
    assert forloeb((10, 800), (20, 980), (21, 1010), (200, 1000)).revision(dage) == revision


def kvartal(nr: int, *, slutter_efter: int, dage: int = 200) -> Kvartalsforloeb:
    """Too little the day before `slutter_efter`, enough on it."""
    return forloeb((slutter_efter - 1, 900), (slutter_efter, 950), (dage, 1000), kvartal=f"2024K{nr}")


def test_the_slowest_of_the_newest_four_quarters_is_measured() -> None:
    fem = [
        kvartal(0, slutter_efter=90),
        *(kvartal(nr, slutter_efter=d) for nr, d in enumerate((20, 31, 18, 22), start=1)),
    ]
    assert measure_foreloebig_dage(fem, PERIODE) == 31


@pytest.mark.parametrize(("antal", "maalt"), [(3, None), (4, 20), (5, 20)])
def test_fewer_than_four_quarters_are_no_history(antal: int, maalt: int | None) -> None:
    assert measure_foreloebig_dage([kvartal(nr, slutter_efter=20) for nr in range(antal)], PERIODE) == maalt


@pytest.mark.parametrize(("dage", "antal"), [(179, 0), (180, 4), (181, 4)])
def test_a_quarter_counts_when_it_has_been_followed_for_180_days(dage: int, antal: int) -> None:
    fire = [kvartal(nr, slutter_efter=20) for nr in range(3)] + [kvartal(3, slutter_efter=20, dage=dage)]
    assert len(list_historik(fire, PERIODE)) == antal


def test_the_months_of_each_delivery_become_a_quarter_as_it_was_seen() -> None:
    """1. kvartal 2024 ends on 31 March: 15 April is 15 days later, 1 October 184."""
    set_ = [
        (date(2024, 4, 15), {JAN: 100, JAN + 1: 110, JAN + 2: 90}),
        (date(2024, 10, 1), {JAN: 101, JAN + 1: 110, JAN + 2: 120, JAN + 3: 7, JAN + 4: 7}),
    ]
    assert follow_kvartaler(set_) == [Kvartalsforloeb("2024K1", ((15, 300), (184, 331)))]


@pytest.mark.parametrize(("foerst_set", "antal"), [(date(2024, 6, 30), 1), (date(2024, 7, 1), 0)])
def test_a_quarter_first_seen_after_the_next_one_ended_tells_nothing_of_lateness(foerst_set: date, antal: int) -> None:
    set_ = [(foerst_set, {JAN: 1, JAN + 1: 1, JAN + 2: 1}), (date(2025, 1, 1), {JAN: 1, JAN + 1: 1, JAN + 2: 1})]
    assert len(follow_kvartaler(set_)) == antal


def test_a_quarter_without_a_month_or_without_absence_is_none() -> None:
    assert follow_kvartaler([(date(2024, 4, 15), {JAN: 1, JAN + 2: 1})]) == []
    assert follow_kvartaler([(date(2024, 4, 15), {JAN: 0, JAN + 1: 0, JAN + 2: 0})]) == []
