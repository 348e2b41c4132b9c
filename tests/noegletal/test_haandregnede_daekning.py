"""Coverage, limits under which no rate is shown, and måltal, on paper: by the reference and by the build."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from tests.lille_leverance import LAENGE_SIDEN, Ansaettelse, Enhed, Fravaer, Leverance, Maaltal, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE


def records_in(aar: int, maaned: int, antal: int) -> list[Fravaer]:
    return [syg("1", date(aar, maaned, nr), date(aar, maaned, nr), "7.4") for nr in range(1, antal + 1)]


FULDE_AAR = [post for aar in (2021, 2022) for maaned in range(1, 13) for post in records_in(aar, maaned, 4)]
LANG_TIDLIG = syg("1", date(2019, 3, 4), date(2019, 8, 30))
UDEN_PERIODE = Leverance(
    udtraek=date(2022, 12, 31),
    enheder=(Enhed("1"), Enhed("10", "1")),
    ansaettelser=(ansat("1", "10"),),
    fravaer=(LANG_TIDLIG, *FULDE_AAR),
)


def within_periode(fra: date, til: date) -> Leverance:
    """A list with a Periode line holds what lies in it."""
    fravaer = tuple(post for post in UDEN_PERIODE.fravaer if fra <= post.start <= til)
    return replace(UDEN_PERIODE, fravaer=fravaer, periode_fravaer=(fra, til))


# A window is twelve covered months, so the first shown month is eleven after the first covered one.
# Without a Periode line the median month of UDEN_PERIODE has 4 records that start, and half of that is 2.
SAGER = {
    "an_early_lone_long_case_opens_no_window": (UDEN_PERIODE, Regler(), "2021-12", "2022-12"),
    "a_month_with_one_record_is_not_half_a_median_month": (
        replace(UDEN_PERIODE, fravaer=(*records_in(2020, 12, 1), *FULDE_AAR)),
        Regler(),
        "2021-12",
        "2022-12",
    ),
    "a_month_with_two_records_is_half_a_median_month": (
        replace(UDEN_PERIODE, fravaer=(*records_in(2020, 12, 2), *FULDE_AAR)),
        Regler(),
        "2021-11",
        "2022-12",
    ),
    "a_periode_line_is_believed": (
        replace(UDEN_PERIODE, periode_fravaer=(date(2020, 6, 1), date(2022, 12, 31))),
        Regler(),
        "2021-05",
        "2022-12",
    ),
    "a_periode_line_from_within_a_month_covers_the_next": (
        replace(UDEN_PERIODE, periode_fravaer=(date(2020, 6, 2), date(2022, 12, 31))),
        Regler(),
        "2021-06",
        "2022-12",
    ),
    "the_setting_stands_in_for_a_periode_line": (
        UDEN_PERIODE,
        Regler(daekket_fra=date(2020, 9, 1)),
        "2021-08",
        "2022-12",
    ),
    "a_periode_line_is_stronger_than_the_setting": (
        replace(UDEN_PERIODE, periode_fravaer=(date(2020, 6, 1), date(2022, 12, 31))),
        Regler(daekket_fra=date(2020, 9, 1)),
        "2021-05",
        "2022-12",
    ),
    "employments_must_cover_the_window_too": (
        replace(
            UDEN_PERIODE,
            periode_fravaer=(date(2020, 1, 1), date(2022, 12, 31)),
            periode_ansaettelser=(date(2021, 4, 1), date(2022, 12, 31)),
        ),
        Regler(),
        "2022-03",
        "2022-12",
    ),
    "without_a_periode_line_employments_cover_from_the_earliest_start": (
        replace(
            UDEN_PERIODE,
            ansaettelser=(
                ansat("1", "10", date(2021, 3, 15)),
                ansat("2", "10", date(2021, 5, 1)),
            ),
        ),
        Regler(),
        "2022-03",
        "2022-12",
    ),
    "nothing_is_known_after_a_periode_line_that_ends_before_the_udtraeksdato": (
        within_periode(date(2020, 6, 1), date(2022, 10, 31)),
        Regler(),
        "2021-05",
        "2022-10",
    ),
    # Two and three records in January and February, median 2.5; nine in each of three months to come are not counted.
    "records_begun_after_the_udtraeksdato_are_in_no_median_month": (
        replace(
            UDEN_PERIODE,
            fravaer=tuple(
                post
                for aar, maaned, antal in ((2022, 1, 2), (2022, 2, 3), (2023, 1, 9), (2023, 2, 9), (2023, 3, 9))
                for post in records_in(aar, maaned, antal)
            ),
        ),
        Regler(),
        "2022-12",
        "2022-12",
    ),
    "a_month_that_ends_the_day_after_the_udtraeksdato_is_not_shown": (
        replace(UDEN_PERIODE, udtraek=date(2022, 12, 30)),
        Regler(),
        "2021-12",
        "2022-11",
    ),
    "a_month_that_ends_the_day_before_the_udtraeksdato_is_shown": (
        replace(UDEN_PERIODE, udtraek=date(2023, 1, 1)),
        Regler(),
        "2021-12",
        "2022-12",
    ),
}


@pytest.mark.parametrize("vej", sorted(VEJE))
@pytest.mark.parametrize("sag", SAGER)
def test_the_first_and_the_last_month_shown(vej, sag, tmp_path):
    leverance, regler, foerste, sidste = SAGER[sag]
    perioder = VEJE[vej](leverance, regler, tmp_path).periods()
    assert (perioder[0], perioder[-1]) == (foerste, sidste)


@pytest.mark.parametrize("vej", sorted(VEJE))
def test_eleven_covered_months_are_no_window(vej, tmp_path):
    leverance = within_periode(date(2022, 1, 2), date(2022, 12, 31))
    assert VEJE[vej](leverance, Regler(), tmp_path).periods() == []


@pytest.mark.parametrize("vej", sorted(VEJE))
@pytest.mark.parametrize(("udtraek", "er_foreloebig"), [(date(2023, 1, 13), 1), (date(2023, 1, 14), 0)])
def test_a_period_that_ended_fewer_than_14_days_before_the_udtraeksdato_is_foreloebig(
    vej, udtraek, er_foreloebig, tmp_path
):
    tal = VEJE[vej](replace(UDEN_PERIODE, udtraek=udtraek), Regler(), tmp_path)
    assert tal.values("10", "2022K4", "er_foreloebig") == (er_foreloebig,)
    assert tal.values("10", "2022K3", "er_foreloebig") == (0,)


# Limits and måltal at the end of 2022 (365 days). Every unit has 4 dagsværk a year but the empty ones.
def staff(enhed: str, antal: int, fra: date = LAENGE_SIDEN, til: date | None = None) -> list[Ansaettelse]:
    return [ansat(f"{enhed}{nr:02}", enhed, fra, til) for nr in range(antal)]


def ill(medarbejdernr: str, dag: date) -> Fravaer:
    return syg(medarbejdernr, dag, dag, "7.4")


GRAENSER = Leverance(
    udtraek=date(2022, 12, 31),
    enheder=(
        Enhed("1"),
        *(Enhed(nr, "1") for nr in ("10", "11", "12", "13", "14", "20", "30", "40", "50")),
        *(Enhed(f"20{nr}", "20") for nr in (1, 2)),
        *(Enhed(f"30{nr}", "30") for nr in (1, 2)),
        *(Enhed(f"40{nr}", "40") for nr in (1, 2)),
        *(Enhed(f"50{nr}", "50") for nr in (1, 2)),
        Enhed("5011", "501"),
    ),
    ansaettelser=(
        *staff("10", 1),  # all year: exactly 1.0
        *staff("11", 1, til=date(2022, 12, 30)),  # one day short
        *staff("12", 2, fra=date(2022, 7, 1)),  # 6 months, 2 × 184 days
        *staff("13", 3, fra=date(2022, 8, 1)),  # 5 months, 3 × 153 days
        *staff("14", 3, til=date(2022, 6, 1)),  # 6 months, the sixth for one day: 3 × 152 days
        *staff("201", 2),
        *staff("202", 1),
        *staff("301", 4),
        *staff("302", 1),
        *staff("401", 3),
        *staff("402", 1),
        *staff("5011", 1),
        *staff("502", 1),
    ),
    fravaer=tuple(
        ill(nr, date(2022, maaned, 1))
        for nr, maaned in (("1000", 3), ("1100", 3), ("1200", 9), ("1300", 9), ("1400", 3))
    ),
    maaltal=(
        Maaltal("10", 2022, D("12.5")),
        Maaltal("11", 2021, D("12.5")),
        Maaltal("201", 2022, D(10)),
        Maaltal("202", 2022, D(13)),
        Maaltal("301", 2022, D(9)),
        Maaltal("401", 2022, D(9)),
        Maaltal("501", 2022, D(8)),
        Maaltal("5011", 2022, D(99)),
        Maaltal("502", 2022, D(10)),
    ),
    periode_fravaer=(date(2021, 12, 1), date(2022, 12, 31)),
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def graenser(request, tmp_path_factory):
    return VEJE[request.param](GRAENSER, Regler(), tmp_path_factory.mktemp("graenser"))


KOLONNER = ("dagsvaerk", "gns_medarbejdere", "sygedage_pr_medarbejder", "sygedage_pr_aarsvaerk")


def test_a_unit_with_exactly_one_medarbejder_shows_its_rates(graenser):
    assert graenser.values("10", "2022K4", *KOLONNER) == (1, 1, 1, 1)


def test_a_unit_with_less_than_one_medarbejder_shows_counts_and_no_rates(graenser):
    assert graenser.values("11", "2022K4", *KOLONNER) == (1, pytest.approx(364 / 365), None, None)
    assert graenser.values("11", "2022K4", "fravaersprocent", "langtidsandel") == (None, 0)


def test_six_staffed_months_show_rates(graenser):
    assert graenser.values("12", "2022K4", *KOLONNER) == pytest.approx((1, 368 / 365, 365 / 368, 365 / 368))


def test_five_staffed_months_show_counts_and_no_rates(graenser):
    assert graenser.values("13", "2022K4", *KOLONNER) == (1, pytest.approx(459 / 365), None, None)


def test_one_day_makes_a_month_staffed(graenser):
    # 1 January to 1 June are six months and 152 days
    assert graenser.values("14", "2022K4", *KOLONNER) == pytest.approx((1, 456 / 365, 365 / 456, 365 / 456))


def test_a_unit_has_the_maaltal_of_the_year_of_the_windows_end(graenser):
    assert graenser.values("10", "2022K4", "maaltal") == (12.5,)
    assert graenser.values("11", "2022K4", "maaltal") == (None,)
    assert graenser.values("10", "2022-11", "maaltal") == (12.5,)


def test_a_unit_without_staff_on_the_last_day_is_nedlagt(graenser):
    assert [graenser.values(enhed, "2022K4", "er_nedlagt") for enhed in ("10", "11", "14")] == [(0,), (1,), (1,)]


def test_a_maaltal_is_compared_with_the_rolling_value(graenser):
    columns = ("sygedage_pr_medarbejder", "maaltal", "afstand_til_maaltal", "maaltal_er_afledt")
    assert graenser.values("10", "2022K4", *columns) == (1, 12.5, -11.5, 0)
    assert graenser.values("20", "2022K4", *columns) == pytest.approx((0, 11, -11, 1))


def test_a_unit_without_a_maaltal_has_the_weighted_mean_of_those_below_it(graenser):
    # two medarbejdere with 10 and one with 13: 33 / 3
    assert graenser.values("20", "2022K4", "maaltal") == pytest.approx((11,))


def test_maaltal_for_80_percent_of_the_medarbejdere_are_enough_and_75_are_not(graenser):
    assert graenser.values("30", "2022K4", "maaltal") == pytest.approx((9,))
    assert graenser.values("40", "2022K4", "maaltal") == (None,)


def test_the_nearest_maaltal_hides_those_below_it(graenser):
    # 501's own 8 and 502's 10, one medarbejder each; 5011's 99 stays its own
    assert graenser.values("50", "2022K4", "maaltal") == pytest.approx((9,))
    assert graenser.values("5011", "2022K4", "maaltal") == (99,)
