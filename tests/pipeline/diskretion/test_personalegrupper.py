"""Personalegrupper put together, by hand. In a window of 100 days; a printed figure is known to half a tenth of a day
times the employees: of 100 employees to 5 dagsværk either way.
"""

from collections.abc import Mapping

import pytest

from pipeline.diskretion.personalegrupper import Antal, Celle, Kryds, Personalegrupper
from pipeline.diskretion.regler import PERSONALEGRUPPE, UDE, Barn, Gruppe, Tal, Vindue

NU = Vindue(1, 100)
E8 = 10**8
ALENE = frozenset[str]


def antal(medarbejdere: float, dagsvaerk: float, *hoejeste: int) -> Antal:
    return Antal(int(medarbejdere * 100), int(dagsvaerk * E8), tuple(h * E8 for h in hoejeste))


def gruppe(nr: int, navn: str, egne: Antal) -> Barn:
    kendte = {nr * 10 + plads: (tal, False) for plads, tal in enumerate(egne.hoejeste_e8)}
    return Barn(nr, navn, False, False, {1: Tal(egne.dage, egne.dagsvaerk_e8, kendte=kendte)})


def unit(
    hele: Mapping[int, Antal], inde: Mapping[int, Antal], ude: Mapping[int, Antal] | None = None
) -> dict[int, Celle]:
    """Of each personalegruppe in a unit: those there, and those elsewhere."""
    return {
        nr: Celle(
            egne,
            (ude or {}).get(nr, Antal(hele[nr].dage - egne.dage, hele[nr].dagsvaerk_e8 - egne.dagsvaerk_e8)),
        )
        for nr, egne in inde.items()
    }


def divide(
    tal: Mapping[str, Antal], *enheder: Mapping[str, Antal], udenfor: Mapping[str, Antal] | None = None
) -> list[list[str]]:
    numre = {navn: nr for nr, navn in enumerate(tal, start=1)}
    hele = {numre[navn]: egne for navn, egne in tal.items()}
    kryds: Kryds = {
        100 + nr: {1: unit(hele, {numre[navn]: egne for navn, egne in inde.items()})} for nr, inde in enumerate(enheder)
    }
    boern = [gruppe(numre[navn], navn, egne) for navn, egne in tal.items()]
    andre = {navn: gruppe(1000 + numre[navn], navn, egne) for navn, egne in (udenfor or {}).items()}
    delt = Personalegrupper(boern, andre, kryds, [NU], NU).divide([ALENE({navn}) for navn in tal])
    return sorted(names(egen) for egen in delt)


def names(gruppe: Gruppe) -> list[str]:
    return sorted(barn.navn for barn in gruppe.medlemmer)


STORE = {"a": antal(100, 1000), "b": antal(100, 1000), "c": antal(100, 1000)}


def test_a_personalegruppe_needs_twice_as_many_as_a_unit() -> None:
    assert PERSONALEGRUPPE.medarbejdere == 20
    assert UDE.medarbejdere == 10


@pytest.mark.parametrize(("medarbejdere", "staar_alene"), [(19.99, False), (20.0, True), (20.01, True)])
def test_it_stands_alone_from_twenty(medarbejdere: float, staar_alene: bool) -> None:
    """Else with the smallest others, for of a pool of two each member knows the other."""
    delt = divide(STORE | {"d": antal(medarbejdere, 200)})
    assert (["d"] in delt) is staar_alene


def test_the_two_highest_hold_at_most_90_per_cent() -> None:
    assert ["d"] in divide(STORE | {"d": antal(50, 1000, 500, 400)})
    assert ["d"] not in divide(STORE | {"d": antal(50, 1000, 500, 401)})


def test_those_too_small_are_put_together_until_what_is_left_without_any_one_is_large_enough() -> None:
    """8 and 9: without either less than twenty are left, so the smallest other joins them."""
    delt = divide({"a": antal(100, 1000), "b": antal(80, 800), "d": antal(8, 80), "e": antal(9, 90)})
    assert delt == []  # without b fewer than twenty are left, and with a nothing stands beside the pool
    tre = {"d": antal(15, 150), "e": antal(15, 150), "f": antal(15, 150)}
    assert divide(STORE | tre) == [["a"], ["b"], ["c"], ["d", "e", "f"]]


def test_one_nearly_all_of_which_is_in_a_unit_tells_whoever_leads_it_of_the_few_others() -> None:
    """4 of 100 are elsewhere, with 60 dagsværk: 15.0 each, and 13.8 to 16.3 with the rounding."""
    assert ["a"] not in divide(STORE, {"a": antal(96, 940)})
    assert ["a"] in divide(STORE, {"a": antal(96, 982)})  # 4.5 each: less than five days is nothing
    assert ["a"] in divide(STORE, {"a": antal(80, 700)})  # twenty others are no few
    assert ["a"] in divide(STORE, {"a": antal(99.5, 994)})  # 12.0 each, within 2 and 22


def test_a_unit_nearly_all_of_whose_staff_is_one_tells_of_the_few_others() -> None:
    """All 100 of a are in the unit, with 4 of b, who have 60 dagsværk."""
    assert ["a"] not in divide(STORE, {"a": antal(100, 1000), "b": antal(4, 60)})
    assert ["a"] in divide(STORE, {"a": antal(100, 1000), "b": antal(40, 600)})


def test_two_units_that_share_a_personalegruppe_tell_each_others_few() -> None:
    """Who knows those of a in the second unit has the 4 of b in the first, and none where a is in a third unit too."""
    foerste = {"a": antal(60, 600), "b": antal(4, 60)}
    assert ["a"] not in divide(STORE, foerste, {"a": antal(40, 400)})
    assert ["a"] in divide(STORE, foerste, {"a": antal(30, 300)}, {"a": antal(10, 100)})


def test_what_a_named_group_leaves_of_the_kommunes_is_large_enough_too() -> None:
    """9 elsewhere with 135 dagsværk, 15.0 each: 209 employees' rounding is 10.4 in all, and 1.2 each."""
    assert ["a"] not in divide(STORE, udenfor={"a": antal(9, 135)})
    assert ["a"] in divide(STORE, udenfor={"a": antal(10, 150)})
    assert ["a"] in divide(STORE, udenfor={"a": antal(9, 40)})


def test_a_single_personalegruppe_is_no_breakdown() -> None:
    assert divide({"alle": antal(300, 3000)}) == []
