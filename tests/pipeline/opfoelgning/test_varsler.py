"""Each preset just before, on and after its limit, by hand; and every rule against a day-by-day reading."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.indstillinger.opbevaring import shown_from
from tests.conftest import query
from tests.pipeline.opfoelgning.vurdering import DAG, REGLER, find_varsler, read_day_by_day


def notice(perioder, regel, **valg):
    """The one notice of a rule, or None."""
    fundne = [varsel for varsel in find_varsler(perioder, **valg) if varsel["regel"] == regel]
    assert len(fundne) <= 1
    return fundne[0] if fundne else None


@pytest.mark.parametrize(
    ("regel", "start", "foer", "forfald", "frist"),
    [
        # Monday 2 June 2025: the second day is Tuesday
        ("kontakt_2", date(2025, 6, 2), date(2025, 6, 2), date(2025, 6, 3), date(2025, 6, 3)),
        # Friday 6 June 2025, before Whit Monday: the second day is a Saturday, the deadline the Tuesday after
        ("kontakt_2", date(2025, 6, 6), date(2025, 6, 6), date(2025, 6, 7), date(2025, 6, 10)),
        # store bededag, Friday 5 May 2023, was still a holiday: day 2 moves to Monday
        ("kontakt_2", date(2023, 5, 4), date(2023, 5, 4), date(2023, 5, 5), date(2023, 5, 8)),
        # ... and in 2024 that Friday, 26 April, was not
        ("kontakt_2", date(2024, 4, 25), date(2024, 4, 25), date(2024, 4, 26), date(2024, 4, 26)),
        ("kontakt_6", date(2025, 6, 16), date(2025, 6, 20), date(2025, 6, 21), date(2025, 6, 23)),
        ("kontakt_14", date(2025, 6, 16), date(2025, 6, 28), date(2025, 6, 29), date(2025, 6, 30)),
        # talk: on day 15, no later than 28 days after the first; Monday 2 June + 28 is Monday 30 June
        ("samtale", date(2025, 6, 2), date(2025, 6, 15), date(2025, 6, 16), date(2025, 6, 30)),
        # from Thursday 8 May, + 28 is grundlovsdag, Thursday 5 June, a working day in this calendar
        ("samtale", date(2025, 5, 8), date(2025, 5, 21), date(2025, 5, 22), date(2025, 6, 5)),
        # from Saturday 3 May: + 28 is Saturday 31 May; the last working day before is Friday 30 May
        ("samtale", date(2025, 5, 3), date(2025, 5, 16), date(2025, 5, 17), date(2025, 5, 30)),
        # from Monday 12 May: + 28 is Whit Monday 9 June; the last working day before is Friday 6 June
        ("samtale", date(2025, 5, 12), date(2025, 5, 25), date(2025, 5, 26), date(2025, 6, 6)),
        ("uafbrudt_28", date(2025, 6, 2), date(2025, 6, 28), date(2025, 6, 29), date(2025, 7, 7)),
        # longer than 30 days on the 31st; five weeks after Monday 2 June is Monday 7 July
        ("anmeldelse", date(2025, 6, 2), date(2025, 7, 1), date(2025, 7, 2), date(2025, 7, 7)),
    ],
)
def test_a_day_of_an_absence_is_due_on_that_day_and_not_before(regel, start, foer, forfald, frist):
    assert notice([(start, foer)], regel, udtraek=foer + 3 * DAG) is None
    for sidste in (forfald, forfald + DAG):
        varsel = notice([(start, sidste)], regel, udtraek=sidste)
        assert (varsel["forfald"], varsel["frist"], varsel["er_aktiv"]) == (forfald, frist, True)


def test_grundlovsdag_is_a_working_day_as_everywhere_else_in_the_figures():
    assert notice([(date(2025, 5, 8), date(2025, 6, 1))], "samtale", udtraek=date(2025, 6, 1))["frist"].day == 5


@pytest.mark.parametrize(("ansat_til", "er_varslet"), [(55, False), (56, False), (57, True)])
def test_no_talk_is_due_with_who_leaves_within_eight_weeks_of_the_first_sick_day(ansat_til, er_varslet):
    start = date(2025, 6, 2)
    varsel = notice([(start, start + 20 * DAG)], "samtale", udtraek=start + 20 * DAG, ansat_til=start + ansat_til * DAG)
    assert (varsel is not None) == er_varslet


@pytest.mark.parametrize(("tredje", "er_varslet"), [(178, True), (179, True), (180, False)])
def test_three_periods_are_due_when_the_first_and_third_lie_within_180_days(tredje, er_varslet):
    start = date(2025, 1, 6)
    perioder = [(dag, dag) for dag in (start, start + 28 * DAG, start + tredje * DAG)]
    varsel = notice(perioder, "perioder_3", udtraek=start + 185 * DAG)
    assert (varsel is not None) == er_varslet
    if varsel is not None:
        assert varsel["forfald"] == start + tredje * DAG
        assert (varsel["antal"], varsel["siden"]) == (3, start) or tredje == 178


def test_records_that_only_a_weekend_parts_are_one_period():
    fredag = date(2025, 6, 13)
    perioder = [(fredag, fredag), (fredag + 3 * DAG, fredag + 3 * DAG), (date(2025, 6, 25), date(2025, 6, 25))]
    assert notice(perioder, "perioder_3", udtraek=date(2025, 6, 25)) is None


def test_a_fourth_period_does_not_make_a_second_notice_and_the_notice_ends_when_two_are_left():
    start = date(2024, 9, 2)
    perioder = [(start + nr * 30 * DAG, start + nr * 30 * DAG) for nr in range(4)]
    varsel = notice(perioder, "perioder_3", udtraek=date(2025, 7, 1))
    assert varsel["forfald"] == start + 60 * DAG
    assert varsel["til"] == start + 30 * DAG + 179 * DAG
    assert not varsel["er_aktiv"]


@pytest.mark.parametrize(("dage", "er_varslet"), [(14, False), (15, True), (16, True)])
def test_fifteen_working_days_in_365_are_due_on_the_fifteenth(dage, er_varslet):
    """From Monday 3 February 2025: the 15th working day is Friday 21 February; weekends do not count."""
    slut = {14: date(2025, 2, 20), 15: date(2025, 2, 21), 16: date(2025, 2, 24)}[dage]
    varsel = notice([(date(2025, 2, 3), slut)], "sygedage_15", udtraek=date(2025, 2, 28))
    assert (varsel is not None) == er_varslet
    if varsel is not None:
        assert (varsel["forfald"], varsel["frist"]) == (date(2025, 2, 21), date(2025, 3, 7))
        assert varsel["antal"] == dage


def test_a_day_with_two_records_counts_once_and_a_weekend_shift_counts_as_a_day():
    mandag = date(2025, 2, 3)
    dobbelt = [(mandag, mandag + 17 * DAG), (mandag, mandag + 17 * DAG)]  # 14 working days, twice
    assert notice(dobbelt, "sygedage_15", udtraek=date(2025, 2, 28)) is None
    med_lørdag = [*dobbelt, (date(2025, 2, 22), date(2025, 2, 22))]
    assert notice(med_lørdag, "sygedage_15", udtraek=date(2025, 2, 28))["forfald"] == date(2025, 2, 22)


@pytest.mark.parametrize(("dage", "er_varslet"), [(29, False), (30, True), (31, True)])
def test_a_return_is_due_after_thirty_days_of_absence(dage, er_varslet):
    start = date(2025, 3, 3)
    varsel = notice([(start, start + (dage - 1) * DAG)], "tilbage", udtraek=date(2025, 5, 1))
    assert (varsel is not None) == er_varslet


@pytest.mark.parametrize(("efter", "er_varslet"), [(6, False), (7, False), (8, True)])
def test_who_was_absent_within_seven_days_may_not_have_returned(efter, er_varslet):
    slut = date(2025, 5, 2)
    perioder = [(date(2025, 3, 3), slut)]
    udtraek = slut + efter * DAG
    varsel = notice(perioder, "tilbage", udtraek=udtraek)
    assert (varsel is not None) == er_varslet
    if varsel is not None:
        assert varsel["forfald"] == date(2025, 5, 5)  # the first working day after Friday 2 May
    loebende = notice(perioder, "uafbrudt_28", udtraek=udtraek)
    assert (loebende["er_aktiv"], loebende["er_maaske_afsluttet"]) == (not er_varslet, not er_varslet)


def test_a_planned_end_after_the_delivery_is_an_absence_that_goes_on():
    varsel = notice([(date(2025, 6, 2), date(2025, 8, 1))], "samtale", udtraek=date(2025, 6, 20))
    assert (varsel["er_aktiv"], varsel["er_maaske_afsluttet"], varsel["antal"]) == (True, False, 19)


def test_what_began_before_the_window_is_not_dated():
    lang = [(date(2024, 1, 1), date(2025, 3, 31))]
    varsel = notice(lang, "tilbage", udtraek=date(2025, 5, 1))
    assert (varsel["siden"], varsel["antal"]) == (None, 456)


@pytest.mark.parametrize("regel", [regel.id for regel in REGLER.regel])
def test_a_rule_switched_off_gives_no_notice(regel):
    uden = REGLER.model_copy(
        update={"regel": tuple(r.model_copy(update={"slaaet_til": r.id != regel}) for r in REGLER.regel)}
    )
    perioder = [
        (date(2025, 1, 6), date(2025, 2, 20)), (date(2025, 3, 10), date(2025, 3, 12)),
        (date(2025, 4, 1), date(2025, 5, 25)),
    ]  # fmt: skip
    med = {varsel["regel"] for varsel in find_varsler(perioder, udtraek=date(2025, 5, 25))}
    assert med == {r.id for r in REGLER.regel}
    slukket = find_varsler(perioder, udtraek=date(2025, 5, 25), opfoelgning=uden)
    assert {varsel["regel"] for varsel in slukket} == med - {regel}


@st.composite
def absences(draw):
    udtraek = date(2025, 7, 15) + draw(st.integers(0, 400)) * DAG
    antal = draw(st.integers(0, 9))
    return udtraek, [
        (start, start + draw(st.one_of(st.integers(0, 6), st.integers(0, 70))) * DAG)
        for start in (udtraek - draw(st.integers(-3, 800)) * DAG for _ in range(antal))
    ]


@settings(max_examples=40, deadline=timedelta(seconds=5))
@given(absences())
def test_a_notice_is_due_exactly_when_a_day_by_day_reading_of_the_rule_says_so(tilfaelde):
    udtraek, perioder = tilfaelde
    fundne = {(varsel["regel"], varsel["forfald"]) for varsel in find_varsler(perioder, udtraek=udtraek)}
    assert fundne == read_day_by_day(perioder, udtraek=udtraek, fra=shown_from(udtraek))


def test_the_demo_has_an_open_case_of_every_preset(demo_database):
    fundne = query(demo_database, "select regel, count(*) from varsler where er_aktiv group by regel")
    assert {regel for regel, _ in fundne} == {regel.id for regel in REGLER.regel}
