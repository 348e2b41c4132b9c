"""Public holidays, calendar days and changes over time worked out on paper: by the reference and by the build."""

from datetime import date

import pytest

from tests.lille_leverance import Enhed, Leverance, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE


@pytest.mark.parametrize("vej", sorted(VEJE))
def test_dage_that_are_calendar_days_count_the_working_days_among_them(vej, tmp_path):
    # Monday 7 to Sunday 13 March 2022: 7 Dage, of which 5 working days, at grad 0.5
    leverance = Leverance(
        udtraek=date(2022, 12, 31),
        enheder=(Enhed("1"), Enhed("10", "1")),
        ansaettelser=(ansat("1", "10", taeller="18.5"),),
        fravaer=(syg("1", date(2022, 3, 7), date(2022, 3, 13), dage="7"),),
        periode_fravaer=(date(2022, 1, 1), date(2022, 12, 31)),
    )
    som_kalenderdage = VEJE[vej](leverance, Regler(dage_er_kalenderdage=True), tmp_path / "kalenderdage")
    som_arbejdsdage = VEJE[vej](leverance, Regler(), tmp_path / "arbejdsdage")
    assert som_kalenderdage.row("10", "2022K4")["dagsvaerk"] == pytest.approx(2.5, rel=1e-9)
    assert som_arbejdsdage.row("10", "2022K4")["dagsvaerk"] == pytest.approx(3.5, rel=1e-9)


# Store bededag was abolished from 2024: Friday 5 May 2023 is a holiday, Friday 26 April 2024 is a working day.
BEDEDAG = Leverance(
    udtraek=date(2024, 5, 31),
    enheder=(Enhed("1"), Enhed("201", "1"), Enhed("202", "1"), Enhed("203", "1")),
    ansaettelser=(ansat("201", "201"), ansat("202", "202"), ansat("203", "203")),
    fravaer=(
        syg("201", date(2023, 4, 28), date(2023, 5, 5), "37"),
        syg("202", date(2024, 4, 25), date(2024, 5, 1)),
        syg("203", date(2023, 3, 31), date(2023, 4, 11), "29.6"),
    ),
    periode_fravaer=(date(2022, 1, 1), date(2024, 5, 31)),
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def bededag(request, tmp_path_factory):
    return VEJE[request.param](BEDEDAG, Regler(), tmp_path_factory.mktemp("bededag"))


def test_store_bededag_2023_is_a_holiday(bededag):
    # 28 April; 1 2 3 4 May: five working days, one of them in April
    assert bededag.row("201", "2023-04")["dagsvaerk"] == pytest.approx(1, rel=1e-9)
    assert bededag.row("201", "2023-05")["dagsvaerk"] == pytest.approx(5, rel=1e-9)


def test_the_friday_of_store_bededag_2024_is_a_working_day_and_so_is_1_may(bededag):
    # 25 26 29 30 April; 1 May: five working days, four of them in April
    assert bededag.row("202", "2024-04")["dagsvaerk"] == pytest.approx(4, rel=1e-9)
    assert bededag.row("202", "2024-05")["dagsvaerk"] == pytest.approx(5, rel=1e-9)


def test_easter_takes_no_share_of_a_record(bededag):
    # Friday 31 March; 3 4 5 April; 6 7 10 April are Easter; 11 April: five working days, 4 dagsværk, 0.8 a day
    assert bededag.row("203", "2023-03")["dagsvaerk"] == pytest.approx(0.8, rel=1e-9)
    assert bededag.row("203", "2023-04")["dagsvaerk"] == pytest.approx(4, rel=1e-9)


def test_changes_are_since_one_quarter_and_one_year_before(bededag):
    # 201's 5 dagsværk: 1 in the windows to April 2023, 5 to January 2024, the 4 of May 2023 to April 2024
    columns = ("sygedage_pr_medarbejder", "aendring_kvartal", "aendring_aar")
    assert bededag.values("201", "2024-04", *columns) == pytest.approx((4, -1, 3), rel=1e-9)
    # the first window ends in December 2022, so March 2023 has a quarter before it and no year
    assert bededag.values("201", "2022K4", *columns) == (0, None, None)
    assert bededag.values("201", "2023K1", *columns) == (0, 0, None)
