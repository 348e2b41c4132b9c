"""Which windows the groups of a node are shown in. A unit of twelve, of whom two have all of the newest quarter: 70
more dagsværk than the first one had, which the newest window and the one before tell together.
"""

from dataclasses import replace

from pipeline.diskretion.organisation import ENHEDER, Maaneder, Organisation
from pipeline.diskretion.regler import Gruppe, Tal, Vindue, merge
from pipeline.diskretion.udenlinje import E8
from pipeline.diskretion.vinduesvalg import choose_inside, choose_outside
from tests.pipeline.diskretion.kvartaler import DAGE, alone, child, of_two, spread, windows

FOER, NU = (kvartal.vindue for kvartal in windows(0, 3))
TOLV = (spread(0, 12), spread(24, 12), spread(24, 12), spread(24, 12), of_two(70, 12))


def year(antal: int, dagsvaerk: int) -> Tal:
    return Tal(antal * 4 * DAGE, dagsvaerk * E8, kendte=dict.fromkeys(range(antal), (E8 * dagsvaerk // antal, False)))


ENHED = child(1, {FOER.nr: year(12, 72), NU.nr: year(12, 142)})
FEMTEN = tuple(spread(15, 15, fra=100) for _ in TOLV)


def organisation_of(*boern: tuple[Tal, ...]) -> Organisation:
    egne = [child(nr) for nr in range(1, len(boern) + 1)]
    return Organisation(
        rod=child(99),
        boern={(ENHEDER, 99): egne},
        vinduer=[FOER, NU],
        tre=frozenset({FOER.nr, NU.nr}),
        nu=NU,
        navngivne={},
        maaneder=Maaneder(windows(0, 3), alone(*boern)),
    )


def chosen_inside(gruppe: Gruppe, anden: Gruppe, ude: tuple[Gruppe, ...] = ()) -> list[Vindue]:
    return choose_inside([gruppe, anden], [FOER, NU], organisation=organisation_of(TOLV, FEMTEN), ude=ude)


def test_the_older_of_two_windows_that_tell_is_left_out_of_every_group() -> None:
    anden = Gruppe((child(2, {FOER.nr: year(15, 60), NU.nr: year(15, 60)}),))
    assert chosen_inside(Gruppe((ENHED,)), anden) == [NU]


def test_where_the_newest_tells_by_itself_no_older_one_stands_in_its_place() -> None:
    """A group of twenty beside it stands alone in the first year, so its last quarter, 20, is its newest window less
    three quarters shown: the node's 90 of that quarter less those are the twelve's.
    """
    tyve = tuple(spread(20, 20, fra=100) for _ in TOLV)
    anden = Gruppe((child(2, {FOER.nr: year(20, 80), NU.nr: year(20, 80)}),))
    organisation = organisation_of(TOLV, tyve)
    assert choose_inside([Gruppe((ENHED,)), anden], [FOER], organisation=organisation) == [FOER]
    assert choose_inside([Gruppe((ENHED,)), anden], [FOER, NU], organisation=organisation) == []


def test_outside_too() -> None:
    assert choose_outside([Gruppe((ENHED,))], [FOER, NU], organisation=organisation_of(TOLV)) == [NU]


def test_what_is_read_outside_of_a_unit_is_read_beside_what_is_shown_inside() -> None:
    """The other group is of four in the newest window, so none is shown inside then; but the unit is, outside."""
    enhed, anden = Gruppe((ENHED,)), Gruppe((child(2, {FOER.nr: year(15, 60), NU.nr: year(4, 16)}),))
    assert chosen_inside(enhed, anden) == [FOER]
    assert chosen_inside(enhed, anden, ude=(enhed,)) == []


def test_what_is_left_of_a_unit_beside_one_of_its_own_is_judged_outside() -> None:
    """Its own unit of fifteen is known to its leder; the other twelve are left of the rounded figures."""
    hele = child(3, {FOER.nr: year(27, 132), NU.nr: year(27, 202)})
    samlet = tuple(merge(a, b) for a, b in zip(TOLV, FEMTEN, strict=True))
    organisation = organisation_of(TOLV, FEMTEN, samlet)
    under = replace(organisation, boern={(ENHEDER, 3): organisation.boern[ENHEDER, 99][:2]})
    assert choose_outside([Gruppe((hele,))], [FOER, NU], organisation=organisation) == [FOER, NU]
    assert choose_outside([Gruppe((hele,))], [FOER, NU], organisation=under) == [NU]
