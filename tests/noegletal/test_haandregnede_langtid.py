"""Sygeforløb and langtidsfriske worked out on paper: every case by the reference and by the build."""

from dataclasses import replace
from datetime import date

import pytest

from tests.lille_leverance import Enhed, Fravaer, Leverance, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE


def week(nummer: str, mandag: date) -> Fravaer:
    """Monday to Friday, five dagsværk."""
    return syg(nummer, mandag, mandag.replace(day=mandag.day + 4), "37")


# One employee a case, each alone in the unit of the same number; without hours a working day is one dagsværk.
# March 2022: the 1st is a Tuesday; 21 working days to the 29th, 22 to the 30th, 23 to the 31st.
# Columns: employee, records, (dagsværk, of these long) in the windows ending 2022-12 and 2023-01.
SAGER = {
    "29_days": ("301", [syg("301", date(2022, 3, 1), date(2022, 3, 29))], (21, 0), (21, 0)),
    "30_days": ("302", [syg("302", date(2022, 3, 1), date(2022, 3, 30))], (22, 22), (22, 22)),
    "31_days": ("303", [syg("303", date(2022, 3, 1), date(2022, 3, 31))], (23, 23), (23, 23)),
    "split_by_week": (  # 7 March to 1 April is 26 days; with Monday 4 April's week 33
        "304",
        [
            *(week("304", date(2022, 3, dag)) for dag in (7, 14, 21)),
            syg("304", date(2022, 3, 28), date(2022, 4, 1), "37"),
            week("304", date(2022, 4, 4)),
        ],
        (25, 25),
        (25, 25),
    ),
    "one_working_day_well_parts_it": (  # 7 to 25 March, then from Tuesday 29 March: 19 and 18 days
        "305",
        [
            *(week("305", date(2022, 3, dag)) for dag in (7, 14, 21)),
            syg("305", date(2022, 3, 29), date(2022, 4, 1), "29.6"),
            *(week("305", date(2022, 4, dag)) for dag in (4, 11)),
        ],
        (29, 0),
        (29, 0),
    ),
    "easter_does_not_part_it": (  # 28 March to Wednesday 13 April: 13 days' work; Tuesday 19 to 29 April: 9
        "306",
        [syg("306", date(2022, 3, 28), date(2022, 4, 13)), syg("306", date(2022, 4, 19), date(2022, 4, 29))],
        (22, 22),
        (22, 22),
    ),
    "two_records_from_one_day_to_the_next": (  # 1 to 15 March, 16 to 30 March: 30 days
        "307",
        [syg("307", date(2022, 3, 1), date(2022, 3, 15)), syg("307", date(2022, 3, 16), date(2022, 3, 30))],
        (22, 22),
        (22, 22),
    ),
    "a_short_record_inside_a_long_one_does_not_end_it": (  # 5 + 2.5 + 1, the last one adjoins 31 March
        "308",
        [
            syg("308", date(2022, 3, 1), date(2022, 3, 31), "37"),
            syg("308", date(2022, 3, 7), date(2022, 3, 11), "18.5", art="DS"),
            syg("308", date(2022, 4, 1), date(2022, 4, 1), "7.4"),
        ],
        (8.5, 8.5),
        (8.5, 8.5),
    ),
    "barns_sygdom_is_no_part_of_it": (  # 1 to 18 March, the child 21 to 25 March, 28 March to 8 April
        "309",
        [
            syg("309", date(2022, 3, 1), date(2022, 3, 18)),
            syg("309", date(2022, 3, 21), date(2022, 3, 25), art="BS"),
            syg("309", date(2022, 3, 28), date(2022, 4, 8)),
        ],
        (24, 0),
        (24, 0),
    ),
    "counted_from_its_true_start_before_the_window": (  # 2022 holds 3 to 14 January: 10 days; none from February
        "310",
        [syg("310", date(2021, 11, 15), date(2022, 1, 14))],
        (10, 10),
        (0, 0),
    ),
    # From 12 December: 12-16, 19-23, 27-30 are 14 days and the length is 20 at New Year; January has 22 more.
    "long_only_later_is_short_at_the_windows_end": (
        "311",
        [syg("311", date(2022, 12, 12), date(2023, 1, 31))],
        (14, 0),
        (36, 36),
    ),
    "open_and_30_days_old_at_the_end": (  # from Friday 2 December: 1 + 5 + 5 + 5 + 4
        "312",
        [syg("312", date(2022, 12, 2), None)],
        (20, 20),
        (42, 42),
    ),
    "open_and_29_days_old_at_the_end": ("313", [syg("313", date(2022, 12, 3), None)], (19, 0), (41, 41)),
    "long_at_the_end_although_the_dagsvaerk_are_few": (  # 15 hours over two months
        "314",
        [syg("314", date(2022, 3, 1), date(2022, 4, 30), "14.8", art="DS")],
        (2, 2),
        (2, 2),
    ),
    "long_without_employment_at_first": (  # hired on Tuesday 29 March: two of its days, long as a whole
        "315",
        [syg("315", date(2022, 3, 1), date(2022, 3, 30))],
        (2, 2),
        (2, 2),
    ),
    "two_short_ones_are_not_long": (
        "316",
        [week("316", date(2022, 3, 7)), week("316", date(2022, 9, 5))],
        (10, 0),
        (10, 0),
    ),
}

LANGTID = Leverance(
    udtraek=date(2023, 1, 31),
    enheder=(Enhed("1"), *(Enhed(nummer, "1") for nummer, *_ in SAGER.values())),
    ansaettelser=(
        *(ansat(nummer, nummer) for nummer, *_ in SAGER.values() if nummer != "315"),
        ansat("315", "315", date(2022, 3, 29)),
    ),
    fravaer=tuple(post for _, poster, _, _ in SAGER.values() for post in poster),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 31)),
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def langtid(request, tmp_path_factory):
    return VEJE[request.param](LANGTID, Regler(), tmp_path_factory.mktemp("langtid"))


@pytest.mark.parametrize("sag", SAGER)
def test_long_dagsvaerk_of_one_employee_at_new_year_and_a_month_later(langtid, sag):
    nummer, _, december, januar = SAGER[sag]
    set_ = [langtid.values(nummer, periode, "dagsvaerk", "dagsvaerk_lang") for periode in ("2022-12", "2023-01")]
    assert set_ == [pytest.approx(december, abs=1e-9), pytest.approx(januar, abs=1e-9)]


def test_langtidsandel_is_long_of_all_dagsvaerk(langtid):
    # long: 22 + 23 + 25 + 22 + 22 + 8.5 + 10 + 20 + 2 + 2 = 156.5
    # short: 21 + 29 + 24 + 14 + 19 + 10 = 117; in all 273.5
    row = langtid.values("1", "2022K4", "dagsvaerk", "dagsvaerk_lang", "langtidsandel")
    assert row == pytest.approx((273.5, 156.5, 156.5 / 273.5), rel=1e-9)


# 320: Friday 2 to Friday 30 December 2022 is 29 days, and New Year's Eve is a Saturday. Who is still ill on Monday
# 2 January was ill over that weekend too: at the end of the year the forløb has lasted 30 days. 321: 20 days by then.
FOERSTE = Leverance(
    udtraek=date(2023, 1, 1),
    enheder=(Enhed("1"), Enhed("320", "1"), Enhed("321", "1")),
    ansaettelser=(ansat("320", "320"), ansat("321", "321")),
    fravaer=(syg("320", date(2022, 12, 2), date(2022, 12, 30)), syg("321", date(2022, 12, 12), None)),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 1)),
)
SENERE = replace(
    FOERSTE,
    udtraek=date(2023, 1, 31),
    fravaer=(
        syg("320", date(2022, 12, 2), date(2022, 12, 30)),
        syg("320", date(2023, 1, 2), date(2023, 1, 13)),
        syg("321", date(2022, 12, 12), date(2023, 1, 20)),
    ),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 31)),
)


@pytest.mark.parametrize("vej", sorted(VEJE))
def test_a_published_quarter_moves_only_by_the_weekend_before_its_end_when_somebody_stays_ill(vej, tmp_path):
    foer = VEJE[vej](FOERSTE, Regler(), tmp_path / "foer")
    efter = VEJE[vej](SENERE, Regler(), tmp_path / "efter")
    # 320: 2, 5-9, 12-16, 19-23, 27-30 December: 20 days; 321: 14 days
    columns = ("dagsvaerk", "dagsvaerk_lang")
    assert [foer.values(enhed, "2022K4", *columns) for enhed in ("320", "321")] == [(20, 0), (14, 0)]
    assert [efter.values(enhed, "2022K4", *columns) for enhed in ("320", "321")] == [(20, 20), (14, 0)]


# Langtidsfriske at the end of 2022: the windows are 2021 and 2022. All in unit 40 at the end, but 430 and 431.
# Three records of one dagsværk over Friday 30 December, 2 and 3 January hold 3 × 0.33333333 = 0.99999999 in 2022;
# with 4 Dage that is 4.99999999, to 6 decimals 5.000000, and 5.0 is not fewer than 5.0.
EN_TREDJEDEL = [syg("411", date(2022, 12, 30), date(2023, 1, 3), "7.4", art=art) for art in ("SY", "AS", "GS")]
FRISKE = Leverance(
    udtraek=date(2023, 1, 31),
    enheder=(Enhed("1"), Enhed("40", "1"), Enhed("43", "1"), Enhed("44", "1")),
    ansaettelser=(
        *(ansat(str(nummer), "40") for nummer in range(401, 412)),
        ansat("420", "40", date(2021, 1, 2)),  # hired a day late
        ansat("421", "40", til=date(2022, 12, 30)),  # left a day early
        ansat("422", "40", til=date(2022, 5, 31)),  # timelønnet in June
        ansat("422", "40", date(2022, 6, 1), date(2022, 6, 30), ansforhold="02"),
        ansat("422", "40", date(2022, 7, 1)),
        ansat("430", "43", til=date(2022, 12, 30)),  # moved to 40 on the last day
        ansat("430", "40", date(2022, 12, 31)),
        ansat("431", "40", til=date(2022, 12, 30)),  # moved away from 40 on the last day
        ansat("431", "43", date(2022, 12, 31)),
        ansat("440", "44", date(2021, 6, 1)),
    ),
    fravaer=(
        # 401 was never ill
        syg("402", date(2021, 3, 1), date(2021, 3, 5), dage="4.99"),
        syg("403", date(2021, 3, 1), date(2021, 3, 5), dage="5.0"),
        syg("404", date(2021, 3, 1), date(2021, 3, 8), dage="5.01"),
        syg("405", date(2022, 3, 7), date(2022, 3, 11), dage="4.99"),
        syg("406", date(2022, 3, 7), date(2022, 3, 11), dage="5.0"),
        syg("407", date(2022, 3, 7), date(2022, 3, 14), dage="5.01"),
        syg("408", date(2021, 3, 1), date(2021, 3, 5), dage="4.99"),  # 4.99 in each year
        syg("408", date(2022, 3, 7), date(2022, 3, 11), dage="4.99"),
        syg("409", date(2021, 12, 27), date(2022, 1, 3), "44.4"),  # 5 days of 2021 and 1 of 2022
        syg("410", date(2020, 11, 2), date(2020, 12, 18)),  # long ago
        *EN_TREDJEDEL,
        syg("411", date(2022, 3, 7), date(2022, 3, 10), dage="4"),
        syg("431", date(2022, 3, 7), date(2022, 3, 11), dage="5.0"),
    ),
    periode_fravaer=(date(2021, 1, 1), date(2023, 1, 31)),
)
FRISKE_KOLONNER = ("langtidsfriske", "langtidsfriske_grundlag", "langtidsfriske_andel")


@pytest.fixture(scope="module", params=sorted(VEJE))
def friske(request, tmp_path_factory):
    return VEJE[request.param](FRISKE, Regler(), tmp_path_factory.mktemp("friske"))


def test_langtidsfrisk_is_fewer_than_5_dagsvaerk_in_each_of_two_years(friske):
    # basis: 401 to 411 and 430, twelve; frisk: 401 402 405 408 410 430, six; 403 404 406 407 409 411 are not
    assert friske.values("40", "2022K4", *FRISKE_KOLONNER) == (6, 12, 0.5)


def test_langtidsfriske_are_also_held_against_everybody_employed_on_the_last_day(friske):
    # 401 to 411, 420, 422 and 430 are in 40 on New Year's Eve: fourteen
    assert friske.values("40", "2022K4", "langtidsfriske_af_alle") == pytest.approx((6 / 14,))


def test_langtidsfriske_belong_to_the_unit_held_on_the_last_day(friske):
    # 431 is the basis of 43 alone, with 5.0 dagsværk; 420, 421 and 422 are in no basis
    assert friske.values("43", "2022K4", *FRISKE_KOLONNER) == (0, 1, 0)
    assert friske.values("1", "2022K4", *FRISKE_KOLONNER) == (6, 13, pytest.approx(6 / 13))


def test_langtidsfriske_need_two_covered_years(friske):
    # two whole years are covered from 2022-12, one from 2021-12
    assert friske.periods()[0] == "2021-12"
    assert friske.values("40", "2022-11", *FRISKE_KOLONNER) == (None, None, None)
    assert friske.values("40", "2021K4", *FRISKE_KOLONNER) == (None, None, None)


def test_a_basis_of_nobody_is_zero_and_its_andel_no_data(friske):
    assert friske.values("44", "2022K4", *FRISKE_KOLONNER) == (0, 0, None)
