"""The pooling by hand: each rule just under, at and over its limit. In a window of 100 days ten have 1,000."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.diskretion.regler import (
    INDE,
    UDE,
    Barn,
    Graense,
    Gruppe,
    Tal,
    Vindue,
    choose_columns,
    is_shown,
    merge,
    name_gruppe,
    passes,
    pool,
)
from pipeline.diskretion.udenlinje import find_told, publish

NU = Vindue(1, 100)
FOER = Vindue(2, 100)
GRAENSER = pytest.mark.parametrize("graense", [INDE, UDE], ids=["inde", "ude"])


def tal(ansatte: float, kendte: Mapping[int, int] | None = None, *, dagsvaerk: int = 1000, **andet: int) -> Tal:
    """Employees and dagsværk, those of employees known apart among them."""
    return Tal(int(ansatte * 100), dagsvaerk, kendte={nr: (d, False) for nr, d in (kendte or {}).items()}, **andet)


def barn(nr: int, ansatte: float, *, faelles: bool = False, egen: bool = False, foer: float | None = None) -> Barn:
    foer_tal = ansatte if foer is None else foer
    return Barn(nr, f"Enhed {nr}", faelles, egen, {1: tal(ansatte), 2: tal(foer_tal)})


def numbers(grupper: tuple[Gruppe, ...]) -> list[list[int]]:
    return sorted(sorted(barn.barn_id for barn in gruppe.medlemmer) for gruppe in grupper)


def single(boern: list[Barn]) -> list[Gruppe]:
    return [Gruppe((barn,)) for barn in boern]


@GRAENSER
@pytest.mark.parametrize(("over", "ventet"), [(-0.01, False), (0, True), (0.01, True)])
def test_a_group_has_at_least_so_many_medarbejdere(graense: Graense, over: float, ventet: bool) -> None:
    assert passes(tal(graense.medarbejdere + over), NU, graense) is ventet


def test_the_limits_are_those_of_the_method() -> None:
    assert (INDE.medarbejdere, INDE.med_langtid, INDE.grundlag) == (5, 3, 10)
    assert (UDE.medarbejdere, UDE.med_langtid, UDE.grundlag) == (10, 5, 20)


@GRAENSER
@pytest.mark.parametrize(("anden", "ventet"), [(399, True), (400, True), (401, False)])
def test_the_two_highest_hold_at_most_90_per_cent(graense: Graense, anden: int, ventet: bool) -> None:
    assert passes(tal(50, {11: 500, 12: anden, 13: 50}), NU, graense) is ventet


@GRAENSER
def test_without_dagsvaerk_size_alone_decides_and_without_staff_nothing(graense: Graense) -> None:
    assert passes(tal(10, dagsvaerk=0), NU, graense) is True
    assert passes(tal(0, dagsvaerk=0), NU, graense) is True
    assert passes(tal(1, dagsvaerk=0), NU, graense) is False


def test_a_chef_knows_the_leaders_so_a_group_inside_passes_without_them_too() -> None:
    seks = Tal(600, 1000, kendte={11: (100, False)}, ledere=frozenset({11}), leder_dage=100)
    assert passes(seks, NU, INDE) is True
    assert passes(replace(seks, leder_dage=101), NU, INDE) is False
    assert passes(replace(seks, ansat_dage=1000, leder_dage=101), NU, UDE) is True


def test_the_two_highest_hold_at_most_90_per_cent_of_what_the_leaders_leave() -> None:
    kendte = {11: (500, False), 12: (300, False), 13: (150, False)}
    med = Tal(1000, 1000, kendte=kendte, ledere=frozenset({11}), leder_dage=100)
    assert passes(med, NU, INDE) is True
    assert passes(replace(med, kendte={**kendte, 13: (151, False)}), NU, INDE) is False


def test_an_employee_of_two_units_counts_once_with_all_her_dagsvaerk() -> None:
    samlet = merge(
        Tal(500, 600, med_langtid=2, kendte={11: (300, True), 12: (200, False)}),
        Tal(500, 400, med_langtid=1, kendte={11: (300, True), 13: (50, False)}),
    )
    assert samlet.kendte == {11: (600, True), 12: (200, False), 13: (50, False)}
    assert (samlet.ansat_dage, samlet.dagsvaerk_e8, samlet.med_langtid) == (1000, 1000, 2)
    assert passes(samlet, NU, UDE) is True
    assert passes(merge(samlet, Tal(0, 0, kendte={12: (110, False)})), NU, UDE) is False


def test_units_large_enough_stand_by_themselves() -> None:
    assert numbers(pool(single([barn(1, 10), barn(2, 11), barn(3, 400)]), NU, UDE)) == [[1], [2], [3]]


def test_a_small_unit_goes_with_as_few_of_the_smallest_as_it_takes() -> None:
    """Taking unit 2 (12) out of 1 + 2 would leave 4; taking any out of 1 + 2 + 3 leaves at least 16."""
    boern = [barn(1, 4), barn(2, 12), barn(3, 14), barn(4, 30)]
    assert numbers(pool(single(boern), NU, UDE)) == [[1, 2, 3], [4]]


def test_two_small_units_that_pass_together_but_know_each_other_take_a_third() -> None:
    assert numbers(pool(single([barn(1, 9), barn(2, 9), barn(3, 20), barn(4, 30)]), NU, UDE)) == [[1, 2, 3], [4]]
    assert numbers(pool(single([barn(1, 5), barn(2, 5), barn(3, 5), barn(4, 30)]), NU, UDE)) == [[1, 2, 3], [4]]


def test_when_only_the_whole_passes_only_the_parent_is_shown() -> None:
    assert pool(single([barn(1, 4), barn(2, 12), barn(3, 14)]), NU, UDE) == ()
    assert pool(single([barn(1, 4)]), NU, UDE) == ()


def test_outside_the_groups_are_those_inside_put_together() -> None:
    """Inside 1 (4) fails and takes 2 and 3; outside the pool of 18 less unit 3 is 11, and 4 (8) fails too."""
    boern = [barn(1, 4), barn(2, 7), barn(3, 7), barn(4, 8), barn(5, 30), barn(6, 40)]
    inde = pool(single(boern), NU, INDE)
    assert numbers(inde) == [[1, 2, 3], [4], [5], [6]]
    assert numbers(publish(boern, inde, NU, [NU])) == [[1, 2, 3, 4], [5], [6]]


def test_a_closed_unit_helps_nobody_into_a_pool() -> None:
    boern = [barn(1, 4), barn(2, 0, foer=3), barn(3, 12), barn(4, 14), barn(5, 30)]
    assert numbers(pool(single(boern), NU, UDE)) == [[1, 3, 4], [2], [5]]


def test_only_faelles_too_small_beside_two_afdelinger_leaves_the_whole_alone() -> None:
    """With the smaller afdeling alone its chef would know the two of "fælles" from the pool's figure."""
    assert pool(single([barn(1, 2, faelles=True), barn(2, 170, egen=True), barn(3, 200, egen=True)]), NU, UDE) == ()


def test_an_afdeling_that_is_pooled_has_no_rule_of_its_own() -> None:
    boern = [barn(1, 2, faelles=True), barn(2, 170, egen=True), barn(3, 200, egen=True), barn(4, 300, egen=True)]
    pulje, anden = pool(single(boern), NU, UDE)
    assert numbers((pulje, anden)) == [[1, 2, 3], [4]]
    assert (pulje.har_egen_regel, anden.har_egen_regel) == (False, True)


def test_only_faelles_too_small_among_units_is_pooled_as_any_unit() -> None:
    grupper = pool(single([barn(1, 2, faelles=True), barn(2, 15), barn(3, 16), barn(4, 50)]), NU, UDE)
    assert numbers(grupper) == [[1, 2, 3], [4]]
    assert name_gruppe(grupper[0]) == "Øvrige enheder (3)"


def closed(nr: int, ansatte: float, *, egen: bool = False) -> Barn:
    return replace(barn(nr, ansatte, egen=egen), er_nedlagt=True)


def afdeling(nr: int, ansatte: int, dagsvaerk: int, *, faelles: bool = False) -> Barn:
    """With whole dagsværk, none of them known to be one employee's."""
    return Barn(nr, f"Enhed {nr}", faelles, not faelles, {1: Tal(ansatte * 100, dagsvaerk * 10**8)})


def published(boern: list[Barn]) -> list[list[int]]:
    """The groups that have a line."""
    grupper = publish(boern, pool(single(boern), NU, INDE), NU, [NU])
    return numbers(tuple(gruppe for gruppe in grupper if not gruppe.er_uden_linje))


def test_faelles_of_a_few_has_no_line_where_the_rounding_beside_it_hides_it() -> None:
    """4 with 40 days, 10 each. The whole is 64 with 680 and the afdelinger 20 and 40, printed to ±1 and ±2 days: the
    four have 40 ± 6.2, 8.5 each or more, and not three times as much at most. Beside 200 and 400 it is 40 ± 60.
    """
    ledelse = afdeling(1, 4, 40, faelles=True)
    assert published([ledelse, afdeling(2, 20, 200), afdeling(3, 40, 440)]) == []
    assert published([ledelse, afdeling(2, 200, 2000), afdeling(3, 400, 4400)]) == [[2], [3]]


def test_faelles_with_few_days_each_is_safe_whatever_stands_beside_it() -> None:
    ledelse = afdeling(1, 4, 20, faelles=True)
    assert published([ledelse, afdeling(2, 20, 200), afdeling(3, 40, 440)]) == [[2], [3]]


def test_faelles_one_window_gives_away_is_pooled_in_all() -> None:
    boern = [afdeling(1, 4, 20, faelles=True), afdeling(2, 20, 200), afdeling(3, 40, 440)]
    foer = {1: 40, 2: 200, 3: 440}
    i_begge = [replace(b, tal={**b.tal, 2: Tal(b.tal[1].ansat_dage, foer[b.barn_id] * 10**8)}) for b in boern]
    inde = pool(single(i_begge), NU, INDE)
    assert numbers(publish(i_begge, inde, NU, [NU])) == [[1], [2], [3]]
    assert publish(i_begge, inde, NU, [NU, FOER]) == ()


def test_a_closed_unit_is_never_a_line_outside() -> None:
    """Under the kommune and the områder it is in the whole; below them it is pooled, large as it is."""
    boern = [barn(1, 200, egen=True), closed(2, 50, egen=True), barn(3, 200, egen=True)]
    assert published(boern) == [[1], [3]]
    enheder = [barn(1, 30), closed(2, 50), barn(3, 40), barn(4, 60)]
    assert published(enheder) == [[1, 2], [3], [4]]


def test_faelles_and_an_afdeling_too_small_are_pooled_as_any_units() -> None:
    boern = [barn(1, 2, faelles=True), barn(2, 8, egen=True), barn(3, 100, egen=True), barn(4, 200, egen=True)]
    assert numbers(pool(single(boern), NU, UDE)) == [[1, 2, 3], [4]]


def known(nr: int, ansatte: int, dagsvaerk: int, *, faelles: bool = False, to: int | None = None) -> Barn:
    """With `to`: all its dagsværk but ten are two employees'."""
    kendte = {} if to is None else {10 * nr: (to * 10**8 // 2, False), 10 * nr + 1: (to * 10**8 // 2, False)}
    return Barn(nr, f"Enhed {nr}", faelles, False, {1: Tal(ansatte * 100, dagsvaerk * 10**8, kendte=kendte)})


@pytest.mark.parametrize(("dagsvaerk", "fortalt"), [(10, False), (11, True)])
def test_who_knows_the_only_unit_of_a_node_knows_the_few_beside_it(dagsvaerk: int, fortalt: bool) -> None:
    """Two on the node itself beside a unit of 18 with 190 days. The node's 20 have 10.0 each, printed, with 200 days:
    199 to 201. Less the unit's 190 it is 9 to 11 dagsværk, so at least 4.5 each, which is safe. With 201 it is 10.1,
    201 to 203: 5.5 each or more, and not three times as much at most.
    """
    assert find_told([known(1, 2, dagsvaerk, faelles=True), known(2, 18, 190)], [NU]) == ({1} if fortalt else set())


def test_what_is_left_of_a_node_may_be_two_employees() -> None:
    """Fifteen with 200 days, 190 of them two's: whoever knows the other unit of 20 with 100 would know them."""
    anden = known(2, 20, 100)
    assert find_told([known(1, 15, 200, to=190), anden], [NU]) == {1}
    assert find_told([known(1, 15, 200, to=180), anden], [NU]) == set()


def test_a_node_that_tells_of_its_own_children_is_pooled_outside_and_not_inside() -> None:
    boern = [replace(barn(1, 20), roebes=frozenset({1})), barn(2, 20), barn(3, 20), barn(4, 50)]
    assert numbers(pool(single(boern), NU, UDE)) == [[1, 2], [3], [4]]
    assert numbers(pool(single(boern), NU, INDE)) == [[1], [2], [3], [4]]
    assert [vindue.nr for vindue in (NU, FOER) if is_shown(Gruppe((boern[0],)), vindue, UDE)] == [2]


def columns(
    boern: list[Barn], graense: Graense = UDE, vinduer: tuple[Vindue, ...] = (NU, FOER)
) -> dict[int, list[int]]:
    fundet: dict[int, list[int]] = {}
    for gruppe, vindue, _, _ in choose_columns(single(boern), vinduer, graense):
        fundet.setdefault(vindue.nr, []).append(gruppe.medlemmer[0].barn_id)
    return fundet


def test_an_older_column_one_unit_fails_in_is_left_out_for_all() -> None:
    assert columns([barn(1, 30), barn(2, 30, foer=9)]) == {1: [1, 2]}
    assert columns([barn(1, 30), barn(2, 30, foer=10)]) == {1: [1, 2], 2: [1, 2]}


def test_a_unit_without_staff_then_is_no_data_and_the_column_stays() -> None:
    assert columns([barn(1, 30), barn(2, 30, foer=0)]) == {1: [1, 2], 2: [1]}


def shown(boern: list[Barn], graense: Graense) -> list[tuple[int, bool, bool]]:
    return [(g.medlemmer[0].barn_id, lang, frisk) for g, _, lang, frisk in choose_columns(single(boern), [NU], graense)]


def with_counts(nr: int, langtid: int, grundlag: int, friske: int, *, egen: bool = False) -> Barn:
    return Barn(nr, f"Enhed {nr}", False, egen, {1: tal(50, med_langtid=langtid, grundlag=grundlag, friske=friske)})


@GRAENSER
def test_short_and_long_are_told_apart_when_every_unit_has_so_many_with_long_absence(graense: Graense) -> None:
    rigelig, faa = graense.med_langtid, graense.med_langtid - 1
    assert shown([with_counts(1, 9, 0, 0), with_counts(2, rigelig, 0, 0)], graense) == [
        (1, True, False),
        (2, True, False),
    ]
    assert shown([with_counts(1, 9, 0, 0), with_counts(2, faa, 0, 0)], graense) == [
        (1, False, False),
        (2, False, False),
    ]


@GRAENSER
@pytest.mark.parametrize(("friske", "ventet"), [(2, False), (3, True)])
def test_langtidsfriske_are_shown_when_every_unit_has_a_basis_and_three_on_either_side(
    graense: Graense, friske: int, ventet: bool
) -> None:
    n = graense.grundlag
    anden = with_counts(1, 0, 40, 20)
    assert shown([anden, with_counts(2, 0, n, friske)], graense) == [(1, False, ventet), (2, False, ventet)]
    assert shown([anden, with_counts(2, 0, n, n - friske)], graense) == [(1, False, ventet), (2, False, ventet)]
    assert shown([anden, with_counts(2, 0, n - 1, 5)], graense) == [(1, False, False), (2, False, False)]


def test_afdelinger_are_judged_one_by_one() -> None:
    boern = [with_counts(1, 9, 40, 20, egen=True), with_counts(2, 1, 5, 1, egen=True)]
    assert shown(boern, UDE) == [(1, True, True), (2, False, False)]


def test_a_pool_without_its_largest_member_is_large_enough() -> None:
    assert is_shown(Gruppe((barn(1, 10), barn(2, 30))), NU, UDE)
    assert not is_shown(Gruppe((barn(1, 9.99), barn(2, 30))), NU, UDE)
