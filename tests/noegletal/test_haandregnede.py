"""Dagsværk worked out on paper: every case by the reference and by the build."""

from datetime import date
from decimal import Decimal as D

import pytest

from tests.lille_leverance import Enhed, Fravaer, Leverance, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE

# November 2022, the public example: six absences of 7.4 2.4 2.5 5.0 16.0 14.25 hours, 47.55 in all.
# Divided by 7.4 and rounded to 8 decimals: 1 + 0.32432432 + 0.33783784 + 0.67567568 + 2.16216216 + 1.92567568.
SEKS_FRAVAER = (
    (date(2022, 11, 1), "7.4"),
    (date(2022, 11, 3), "2.4"),
    (date(2022, 11, 7), "2.5"),
    (date(2022, 11, 9), "5.0"),
    (date(2022, 11, 15), "16.0"),
    (date(2022, 11, 21), "14.25"),
)
SEKS_DAGSVAERK = 6.42567568
# Working days from December 2021 to November 2022, month by month (14, 15 and 18 April are Easter,
# 13 May store bededag, 26 May Kristi himmelfart, 6 June pinse): 23+21+20+23+18+20+21+21+23+22+21+22 = 255.
ARBEJDSDAGE = 255

NOVEMBER = Leverance(
    udtraek=date(2022, 12, 15),
    enheder=(Enhed("1"), Enhed("10", "1"), Enhed("11", "1"), Enhed("12", "1")),
    ansaettelser=(
        ansat("1", "10"),
        ansat("2", "11", taeller="31.82"),  # 31.82 / 37 = 0.86
        ansat("31", "12"),
        ansat("32", "12", taeller="31.82"),
        ansat("33", "12"),
        ansat("34", "12"),
        ansat("35", "12", taeller="29.97"),  # 29.97 / 37 = 0.81
        ansat("36", "12"),
    ),
    fravaer=(
        *(syg("1", dag, dag, timer) for dag, timer in SEKS_FRAVAER),
        *(syg("2", dag, dag, timer) for dag, timer in SEKS_FRAVAER),
        *(syg("31", dag, dag, timer) for dag, timer in SEKS_FRAVAER),
        # 47.58 hours more: 47.58 / 7.4 = 6.42972973, so that the six have 12.86 dagsværk in all
        syg("32", date(2022, 11, 14), date(2022, 11, 22), "47.58"),
    ),
    periode_fravaer=(date(2021, 12, 1), date(2022, 12, 15)),
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def november(request, tmp_path_factory):
    return VEJE[request.param](NOVEMBER, Regler(), tmp_path_factory.mktemp("november"))


def test_the_november_example_at_full_time_is_6_4_sygedage_per_aarsvaerk(november):
    assert november.row("10", "2022-11") == pytest.approx(
        {
            "dagsvaerk": SEKS_DAGSVAERK,
            "dagsvaerk_lang": 0,
            "gns_medarbejdere": 1,
            "gns_fuldtid": 1,
            "sygedage_pr_medarbejder": SEKS_DAGSVAERK,
            "sygedage_pr_aarsvaerk": SEKS_DAGSVAERK,
            "fravaersprocent": SEKS_DAGSVAERK / ARBEJDSDAGE,
            "langtidsandel": 0,
            "langtidsfriske": None,
            "langtidsfriske_grundlag": None,
            "langtidsfriske_andel": None,
            "langtidsfriske_af_alle": None,
            "maaltal": None,
            "maaltal_er_afledt": 0,
            "afstand_til_maaltal": None,
            "aendring_kvartal": None,
            "aendring_aar": None,
            "er_foreloebig": 0,
            "er_nedlagt": 0,
        },
        abs=1e-9,
    )
    assert round(november.row("10", "2022-11")["sygedage_pr_aarsvaerk"], 1) == 6.4


def test_the_november_example_at_grad_0_86_is_7_5_sygedage_per_aarsvaerk(november):
    assert november.row("11", "2022-11") == pytest.approx(
        {
            "dagsvaerk": SEKS_DAGSVAERK,
            "dagsvaerk_lang": 0,
            "gns_medarbejdere": 1,
            "gns_fuldtid": 0.86,
            "sygedage_pr_medarbejder": SEKS_DAGSVAERK,
            "sygedage_pr_aarsvaerk": SEKS_DAGSVAERK / 0.86,
            "fravaersprocent": SEKS_DAGSVAERK / (ARBEJDSDAGE * 0.86),
            "langtidsandel": 0,
            "langtidsfriske": None,
            "langtidsfriske_grundlag": None,
            "langtidsfriske_andel": None,
            "langtidsfriske_af_alle": None,
            "maaltal": None,
            "maaltal_er_afledt": 0,
            "afstand_til_maaltal": None,
            "aendring_kvartal": None,
            "aendring_aar": None,
            "er_foreloebig": 0,
            "er_nedlagt": 0,
        },
        abs=1e-9,
    )
    assert round(november.row("11", "2022-11")["sygedage_pr_aarsvaerk"], 1) == 7.5


def test_six_employees_with_12_86_dagsvaerk_are_2_3_sygedage_per_aarsvaerk(november):
    # 6.42567568 + 6.42972973 = 12.85540541 dagsværk; grads 1.00 0.86 1.00 1.00 0.81 1.00 = 5.67
    dagsvaerk, medarbejdere, fuldtid, pr_medarbejder, pr_aarsvaerk = november.values(
        "12",
        "2022-11",
        "dagsvaerk",
        "gns_medarbejdere",
        "gns_fuldtid",
        "sygedage_pr_medarbejder",
        "sygedage_pr_aarsvaerk",
    )
    assert (dagsvaerk, medarbejdere, fuldtid) == pytest.approx((12.85540541, 6, 5.67), rel=1e-9)
    assert (round(dagsvaerk, 2), round(pr_medarbejder, 1), round(pr_aarsvaerk, 1)) == (12.86, 2.1, 2.3)


def test_a_parent_is_the_sum_of_its_subtree_and_never_a_mean_of_rates(november):
    # 6.42567568 + 6.42567568 + 12.85540541 = 25.70675677 dagsværk; 8 employees, 1 + 0.86 + 5.67 = 7.53 årsværk
    assert november.values("1", "2022-11", "dagsvaerk", "sygedage_pr_medarbejder", "sygedage_pr_aarsvaerk") == (
        pytest.approx((25.70675677, 25.70675677 / 8, 25.70675677 / 7.53), rel=1e-9)
    )


# One employee a case, each alone in the unit of the same number. The windows 2022-12 and 2023-01 stand side by
# side, so what a record holds before New Year and after it can be read off. Udtræksdato Tuesday 31 January 2023.
# Columns: employee, records, dagsværk in the window ending 2022-12 and 2023-01.
SAGER: dict[str, tuple[str, list[Fravaer], float, float]] = {
    "dage_at_grad_0_5": ("101", [syg("101", date(2022, 3, 14), date(2022, 3, 17), dage="4")], 2, 2),
    "neither_hours_nor_dage_at_grad_0_8": ("102", [syg("102", date(2022, 3, 14), date(2022, 3, 18))], 4, 4),
    "a_partial_one_without_hours_counts_half": (
        "103",
        [syg("103", date(2022, 3, 14), date(2022, 3, 18), art="DS")],
        2.5,
        2.5,
    ),
    "a_partial_one_with_dage_is_not_halved": (
        "104",
        [syg("104", date(2022, 3, 14), date(2022, 3, 18), dage="5", art="DS")],
        5,
        5,
    ),
    "a_partial_one_with_hours_is_its_hours": (
        "105",
        [syg("105", date(2022, 3, 14), date(2022, 3, 18), "18.5", art="DS")],
        2.5,
        2.5,
    ),
    "a_weekend_shift_is_spread_over_calendar_days": (  # Saturday 31 December and Sunday 1 January
        "106",
        [syg("106", date(2022, 12, 31), date(2023, 1, 1), "14.8")],
        1,
        2,
    ),
    "a_split_over_the_new_year_weekend": (  # Friday 30; Saturday and Sunday; Monday 2: one working day each side
        "107",
        [syg("107", date(2022, 12, 30), date(2023, 1, 2), "14.8")],
        1,
        2,
    ),
    "over_the_edge_of_a_quarter": (  # Thursday 29, Friday 30; Monday 2, Tuesday 3: 4 dagsværk, two each side
        "108",
        [syg("108", date(2022, 12, 29), date(2023, 1, 3), "29.6")],
        2,
        4,
    ),
    "one_dagsvaerk_over_three_days_keeps_its_sum": (  # round(1/3, 8) before, the rest after
        "109",
        [syg("109", date(2022, 12, 30), date(2023, 1, 3), "7.4")],
        0.33333333,
        1,
    ),
    "two_of_three_days_before_the_edge": (
        "110",
        [syg("110", date(2022, 12, 29), date(2023, 1, 2), "7.4")],
        0.66666667,
        1,
    ),
    "a_shift_of_16_hours_is_2_16_dagsvaerk": (
        "111",
        [syg("111", date(2022, 3, 15), date(2022, 3, 15), "16")],
        16 / 7.4,
        16 / 7.4,
    ),
    "closed_with_zero_hours_is_zero": ("112", [syg("112", date(2022, 3, 15), date(2022, 3, 15), "0")], 0, 0),
    "hours_are_read_before_dage": ("113", [syg("113", date(2022, 3, 14), date(2022, 3, 18), "7.4", dage="5")], 1, 1),
    # Open from Monday 23 January: 23 24 25 26 27 30 31 are 7 working days and 9 calendar days to the udtræksdato.
    "an_open_one_ends_at_the_udtraeksdato": ("114", [syg("114", date(2023, 1, 23), None)], 0, 7),
    "an_open_one_with_zero_hours_is_counted_in_days": ("115", [syg("115", date(2023, 1, 23), None, "0")], 0, 7),
    "an_open_one_with_hours_is_its_hours": ("116", [syg("116", date(2023, 1, 23), None, "14.8")], 0, 2),
    "an_open_one_with_24_hours_a_day_is_its_hours": (  # 9 × 24 = 216 hours
        "117",
        [syg("117", date(2023, 1, 23), None, "216")],
        0,
        216 / 7.4,
    ),
    "an_open_one_with_more_than_24_hours_a_day_is_counted_in_days": (
        "118",
        [syg("118", date(2023, 1, 23), None, "216.01")],
        0,
        7,
    ),
    "past_the_udtraeksdato": (  # Monday 30, Tuesday 31 of five days
        "119",
        [syg("119", date(2023, 1, 30), date(2023, 2, 3), "37")],
        0,
        2,
    ),
    "begun_after_the_udtraeksdato": ("120", [syg("120", date(2023, 2, 6), date(2023, 2, 10), "37")], 0, 0),
    "identical_rows_are_one": ("121", [syg("121", date(2022, 3, 14), date(2022, 3, 14), "7.4")] * 2, 1, 1),
    "records_that_overlap_otherwise_all_count": (
        "122",
        [
            syg("122", date(2022, 3, 14), date(2022, 3, 18), "37"),
            syg("122", date(2022, 3, 14), date(2022, 3, 18), "18.5", art="DS"),
        ],
        7.5,
        7.5,
    ),
    "ferie_barns_sygdom_and_barsel_are_not_sick": (
        "123",
        [
            syg("123", date(2022, 3, 14), date(2022, 3, 18), "37", art="FE"),
            syg("123", date(2022, 4, 4), date(2022, 4, 8), "37", art="BS"),
            syg("123", date(2022, 5, 2), date(2022, 5, 6), "37", art="BA"),
        ],
        0,
        0,
    ),
    "every_sick_code_counts": (
        "124",
        [
            syg("124", date(2022, 2, nr), date(2022, 2, nr), "7.4", art=art)
            for nr, art in ((1, "SY"), (2, "DS"), (3, "AS"), (4, "GS"), (7, "P56"))
        ],
        5,
        5,
    ),
    "christmas_is_not_a_working_day": (  # Friday 23 to Tuesday 27 December: 26 is a holiday, so two days
        "125",
        [syg("125", date(2022, 12, 23), date(2022, 12, 27))],
        2,
        2,
    ),
    "neither_hours_nor_dage_in_a_weekend_is_zero": ("126", [syg("126", date(2022, 3, 12), date(2022, 3, 13))], 0, 0),
    # Hired on Wednesday 1 June at grad 0.5; the record begins on Monday 30 May. Its first employed day sets the grad:
    # 5 Dage × 0.5 = 2.5 dagsværk, 0.5 a day, of which two days without employment.
    "sick_before_the_first_day_of_work": ("127", [syg("127", date(2022, 5, 30), date(2022, 6, 3), dage="5")], 1.5, 1.5),
}
UDEN_ANSAETTELSE = syg("128", date(2022, 3, 14), date(2022, 3, 16), dage="3")  # grad 1.0: 3 dagsværk
TIMELOENNET = syg("129", date(2022, 3, 14), date(2022, 3, 14), "7.4")  # ansforhold 02: 1 dagsværk
GRADER = {"101": "18.5", "102": "29.6"}

DAGSVAERK = Leverance(
    udtraek=date(2023, 1, 31),
    enheder=(Enhed("1"), *(Enhed(nummer, "1") for nummer, *_ in SAGER.values()), Enhed("129", "1")),
    ansaettelser=(
        *(ansat(nummer, nummer, taeller=GRADER.get(nummer, "37")) for nummer, *_ in SAGER.values() if nummer != "127"),
        ansat("127", "127", date(2022, 6, 1), taeller="18.5"),
        ansat("129", "129", ansforhold="02"),
    ),
    fravaer=(*(post for _, poster, _, _ in SAGER.values() for post in poster), UDEN_ANSAETTELSE, TIMELOENNET),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 31)),
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def dagsvaerk(request, tmp_path_factory):
    return VEJE[request.param](DAGSVAERK, Regler(), tmp_path_factory.mktemp("dagsvaerk"))


@pytest.mark.parametrize("sag", SAGER)
def test_dagsvaerk_of_one_employee_before_and_after_new_year(dagsvaerk, sag):
    nummer, _, december, januar = SAGER[sag]
    assert (dagsvaerk.row(nummer, "2022-12")["dagsvaerk"], dagsvaerk.row(nummer, "2023-01")["dagsvaerk"]) == (
        pytest.approx((december, januar), abs=6e-9)
    )


def test_a_quarter_is_its_last_month(dagsvaerk):
    assert dagsvaerk.row("108", "2022K4") == dagsvaerk.row("108", "2022-12")


def test_a_unit_without_absence_has_zero_and_no_langtidsandel(dagsvaerk):
    assert dagsvaerk.values("120", "2022-12", "dagsvaerk", "sygedage_pr_medarbejder", "langtidsandel") == (0, 0, None)


def test_a_unit_without_anybody_in_the_population_is_not_shown(dagsvaerk):
    assert "129" not in dagsvaerk.units("2022-12")


def test_the_reconciliation_accounts_for_every_dagsvaerk(dagsvaerk):
    # In the population: the last column of SAGER, where 16 / 7.4 is 2.16216216 and 216 / 7.4 is 29.18918919:
    # 2+4+2.5+5+2.5 = 16; 2+2+4+1+1 = 10; 2.16216216+0+1+7+7 = 17.16216216; 2+29.18918919+7+2+0 = 40.18918919;
    # 1+7.5+0+5+2+0+1.5 = 17. Outside: the timelønnede's 1. Without employment: 1 of 127 and 3 of 128.
    # After the udtræksdato: 3 of 119 and 5 of 120.
    assert dagsvaerk.afstemning == {
        "i_alt": D("113.35135135"),
        "i_populationen": D("100.35135135"),
        "uden_for_populationen": D(1),
        "uden_ansaettelse": D(4),
        "efter_udtraek": D(8),
    }
