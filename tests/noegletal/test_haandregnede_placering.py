"""Who is in which unit on which day, and in which tree, worked out on paper: by the reference and by the build."""

from datetime import date
from decimal import Decimal as D

import pytest

from tests.lille_leverance import Enhed, Enhedsskift, Leverance, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE

PERIODE = (date(2022, 1, 1), date(2022, 12, 31))
NYTAARSAFTEN = date(2022, 12, 31)

# Where an employee is, day by day in 2022 (365 days).
PLACERING = Leverance(
    udtraek=NYTAARSAFTEN,
    enheder=(
        Enhed("1"),
        *(Enhed(nr, "1") for nr in ("10", "20", "30", "40", "50", "60", "70")),
        *(Enhed(f"{nr}{led}", f"{nr}") for nr in (10, 20, 30, 40, 50, 60, 70) for led in (1, 2)),
    ),
    ansaettelser=(
        # 1 moves from 101 to 102 on Thursday 16 June, in the middle of an absence
        ansat("1", "101", til=date(2022, 6, 15)),
        ansat("1", "102", date(2022, 6, 16)),
        # 2 leaves on Thursday 30 June, the colleague 3 stays
        ansat("2", "201", til=date(2022, 6, 30)),
        ansat("3", "201"),
        # 4: the later start wins July to September (92 days)
        ansat("4", "301"),
        ansat("4", "302", date(2022, 7, 1), date(2022, 9, 30)),
        # 5: of the same start the later end wins, and open is later than any date
        ansat("5", "402", til=date(2022, 6, 30)),
        ansat("5", "401"),
        # 6: of the same start and end the higher enhedsnr wins
        ansat("6", "502", taeller="18.5"),
        ansat("6", "501"),
        ansat("16", "501"),
        ansat("16", "502", taeller="29.6"),
        # 7: the later span is timelønnet; the day is decided first, so September (30 days) is out
        ansat("7", "601"),
        ansat("7", "602", date(2022, 9, 1), date(2022, 9, 30), ansforhold="02"),
        # 8: a gap from 1 March to 31 March
        ansat("8", "701", til=date(2022, 2, 28)),
        ansat("8", "701", date(2022, 4, 1)),
    ),
    fravaer=(
        syg("1", date(2022, 6, 13), date(2022, 6, 17), "37"),
        syg("2", date(2022, 6, 27), date(2022, 7, 8), "74"),
        syg("7", date(2022, 8, 29), date(2022, 9, 2), "37"),
        syg("8", date(2022, 2, 28), date(2022, 4, 1), "185"),
    ),
    periode_fravaer=PERIODE,
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def placering(request, tmp_path_factory):
    return VEJE[request.param](PLACERING, Regler(), tmp_path_factory.mktemp("placering"))


KOLONNER = ("dagsvaerk", "gns_medarbejdere", "sygedage_pr_medarbejder")


def test_an_absence_is_parted_where_the_employee_moved(placering):
    # 13 14 15 June in 101 for 166 of the days, 16 17 June in 102 for 199; each under 1.0 medarbejder
    assert placering.values("101", "2022K4", *KOLONNER) == (3, pytest.approx(166 / 365), None)
    assert placering.values("102", "2022K4", *KOLONNER) == (2, pytest.approx(199 / 365), None)
    assert placering.values("10", "2022K4", *KOLONNER) == (5, 1, 5)


def test_a_leavers_absence_stays_until_the_last_day_of_employment(placering):
    # 27 28 29 30 June of ten working days; 181 days and 365 days
    row = placering.values("201", "2022K4", *KOLONNER)
    assert row == pytest.approx((4, (181 + 365) / 365, 4 / (546 / 365)), rel=1e-9)


def test_overlapping_spans_give_the_day_to_the_latest_start(placering):
    assert placering.values("301", "2022K4", *KOLONNER) == (0, pytest.approx(273 / 365), None)
    assert placering.values("302", "2022K4", *KOLONNER) == (0, pytest.approx(92 / 365), None)
    assert placering.values("30", "2022K4", *KOLONNER) == (0, 1, 0)


def test_of_the_same_start_the_later_end_wins_and_then_the_higher_enhedsnr(placering):
    assert placering.values("401", "2022K4", *KOLONNER) == (0, 1, 0)
    # 6 with grad 0.5 and 16 with grad 0.8, whichever row comes first in the file
    assert placering.values("502", "2022K4", "gns_medarbejdere", "gns_fuldtid") == pytest.approx((2, 1.3), rel=1e-9)
    assert placering.units("2022K4") & {"402", "501"} == set()


def test_overlap_is_decided_before_the_population_test(placering):
    # Monday 29 to Wednesday 31 August in the population, two days of September outside
    assert placering.values("601", "2022K4", *KOLONNER) == (3, pytest.approx(335 / 365), None)
    assert "602" not in placering.units("2022K4")


def test_days_between_two_spans_are_without_employment(placering):
    # 28 February, 23 days of March, 1 April: 25 working days and 25 dagsværk, two of them employed; 334 days
    assert placering.values("701", "2022K4", *KOLONNER) == (pytest.approx(2), pytest.approx(334 / 365), None)


def test_the_reconciliation_follows_the_placement(placering):
    # in: 5 + 4 + 3 + 2; outside: 2 of September; without: 6 of the leaver, 23 of March
    assert placering.afstemning == {
        "i_alt": D(45),
        "i_populationen": D(14),
        "uden_for_populationen": D(2),
        "uden_ansaettelse": D(29),
        "efter_udtraek": D(0),
    }


# Merged, vanished and unknown units, and a second root. Employees 1 to 9 all year, one dagsværk each.
SAMMENLAGT = Leverance(
    udtraek=NYTAARSAFTEN,
    enheder=(
        Enhed("1"),
        Enhed("10", "1"),
        Enhed("101", "10"),
        Enhed("102", "10"),
        Enhed("1021", "102"),
        Enhed("10211", "1021"),
        Enhed("102111", "10211"),
        Enhed("13", "1"),
        Enhed("131", "13"),
        Enhed("2"),
        Enhed("21", "2"),
        Enhed("31", "30"),
    ),
    aeldre_enheder=(
        (date(2021, 1, 1), (Enhed("1"), Enhed("10", "1"), Enhed("11", "1"), Enhed("105", "11"))),
        (date(2022, 1, 1), (Enhed("1"), Enhed("10", "1"), Enhed("105", "10"), Enhed("101", "1"))),
    ),
    ansaettelser=tuple(
        ansat(str(nr), enhed)
        for nr, enhed in enumerate(("90", "91", "101", "102111", "105", "999", "21", "31", "95", "131"), start=1)
    ),
    fravaer=tuple(syg(str(nr), date(2022, 3, nr), date(2022, 3, nr), "7.4") for nr in range(1, 11)),
    enhedsskift=(
        Enhedsskift("90", "91", date(2022, 4, 1)),
        Enhedsskift("91", "101", date(2022, 12, 31)),
        Enhedsskift("95", "101", date(2023, 1, 1)),
    ),
    periode_fravaer=PERIODE,
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def sammenlagt(request, tmp_path_factory):
    return VEJE[request.param](SAMMENLAGT, Regler(niveau={"13": "afdeling"}), tmp_path_factory.mktemp("sammenlagt"))


def test_all_days_of_a_merged_unit_stand_under_the_last_successor(sammenlagt):
    # 90 → 91 → 101: three employees; 95 is not merged before the udtræksdato has passed
    assert sammenlagt.values("101", "2022K4", *KOLONNER) == (3, 3, 1)
    assert sammenlagt.units("2022K4") & {"90", "91"} == set()


def test_a_vanished_unit_keeps_the_last_parent_it_had(sammenlagt):
    # 10 holds 101 with three, 102111 with one and 105 with one; 11 held 105 before and has nobody
    assert sammenlagt.values("10", "2022K4", *KOLONNER) == (5, 5, 1)
    assert "11" not in sammenlagt.units("2022K4")


def test_units_no_tree_names_hang_under_one_node(sammenlagt):
    assert sammenlagt.values("UKENDTE", "2022K4", *KOLONNER) == (2, 2, 1)
    assert sammenlagt.values("999", "2022K4", *KOLONNER) == (1, 1, 1)
    assert sammenlagt.values("95", "2022K4", *KOLONNER) == (1, 1, 1)


def test_the_root_with_most_employees_rules_and_the_rest_hang_under_it(sammenlagt):
    # 2 and 31, whose parent 30 no tree names, are roots with one employee each
    assert sammenlagt.values("1", "2022K4", *KOLONNER) == (10, 10, 1)
    assert sammenlagt.values("2", "2022K4", *KOLONNER) == (1, 1, 1)
    assert sammenlagt.values("31", "2022K4", *KOLONNER) == (1, 1, 1)


def test_niveau_is_one_below_the_parents_and_an_override_shifts_its_subtree(sammenlagt):
    assert {enhed.lstrip("0"): niveau for enhed, niveau in sammenlagt.niveauer.items()} == {
        "1": "kommune",
        "10": "område",
        "101": "afdeling",
        "102": "afdeling",
        "105": "afdeling",
        "1021": "enhed",
        "10211": "underenhed",
        "102111": "underenhed",
        "13": "afdeling",
        "131": "enhed",
        "2": "område",
        "21": "afdeling",
        "31": "område",
        "UKENDTE": "område",
        "999": "afdeling",
        "95": "afdeling",
    }
