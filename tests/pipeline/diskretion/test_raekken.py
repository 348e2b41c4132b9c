"""What rolling quarters tell of the quarters they are made of, mostly of a group of eight."""

import numpy as np
import pytest

from pipeline.diskretion.kvartalssum import DAGSVAERK_E8
from pipeline.diskretion.regler import UDE, Gruppe, Tal
from pipeline.diskretion.udenlinje import E8
from tests.pipeline.diskretion.kvartaler import alone, child, of_two, row, spread, windows


def test_one_window_tells_nothing_of_its_quarters() -> None:
    assert not row(*[spread(40)] * 6).tells(windows(0))


@pytest.mark.parametrize(("mere", "fortalt"), [(40, False), (41, True)])
def test_what_a_window_has_more_than_the_one_before_is_a_quarter_of_few(mere: int, fortalt: bool) -> None:
    """The newest quarter has at least what it has more than the first: 40 is five days for each of eight. At most it
    has that and what both windows hold, 16: under three times as much.
    """
    assert row(spread(0), spread(8), spread(8), spread(0), spread(mere)).tells(windows(0, 3)) is fortalt


def test_with_many_days_in_what_two_windows_share_the_quarter_is_not_confined() -> None:
    """41 at least, and at most 41 and the 104 of the quarters between."""
    assert not row(spread(0), spread(48), spread(48), spread(8), spread(41)).tells(windows(0, 3))


def test_a_quarter_of_ten_is_under_no_limit() -> None:
    assert not row(spread(0, 10), spread(10, 10), spread(10, 10), spread(0, 10), spread(60, 10)).tells(windows(0, 3))


def test_a_unit_that_opened_in_between_is_told_exactly() -> None:
    """Nobody in the first quarter: the two windows differ by the last alone. Rounded windows leave it a range: 16, two
    days each, which is no more than is safe.
    """
    raekke = row(None, spread(40), spread(40), spread(40), spread(16))
    assert raekke.tells(windows(0, 3))
    assert not raekke.tells(windows(0, 3), er_praecise=False)


def test_four_quarters_that_are_no_window_may_be_of_two() -> None:
    """The windows from 0, 3 and 6 tell the last but one quarter less the first, and the last less the second: so with
    them what the first, the last, the third and the fourth have together, one of each season. Two have 64 of each
    but the fourth, of which they have a quarter of 8: 194 of 200. In no window they have more than 146 of 200.
    """
    raekke = row(of_two(64), spread(64), of_two(64), spread(8), spread(64), of_two(64))
    assert raekke.tells(windows(0, 3, 6))
    assert not raekke.tells(windows(0, 3))


def test_outside_a_quarter_is_small_by_the_limits_for_everybody() -> None:
    """Twelve, of whom two have all of the last quarter: 70 more than the first, which is more than five days each."""
    raekke = row(spread(0, 12), spread(24, 12), spread(24, 12), spread(24, 12), of_two(70, 12))
    assert raekke.tells(windows(0, 3), UDE, er_praecise=False)
    assert not raekke.tells(windows(3), UDE, er_praecise=False)


def test_the_least_and_the_most_of_a_run_are_what_every_window_leaves() -> None:
    """Quarters of 1, 2, 3, 4 and 6: windows of 10 and 15, so the last has five more than the first."""
    spaend = row(*(spread(8 * tal) for tal in (1, 2, 3, 4, 6))).spaend(windows(0, 3), range(0, 15, 3))
    enkelte = [(sted.start, mindst // (8 * E8), hoejst // (8 * E8)) for sted, mindst, hoejst in spaend.runs(1)]
    assert enkelte == [(0, 0, 10), (3, 0, 10), (6, 0, 10), (9, 0, 10), (12, 5, 15)]
    assert [(mindst // (8 * E8), hoejst // (8 * E8)) for _, mindst, hoejst in spaend.runs(4)] == [(10, 10), (15, 15)]


def test_a_pool_is_its_members_together_and_a_person_in_both_counts_once() -> None:
    """Nine and nine of the same person are 18 of 18, and of one; with others' 18 they are half."""
    en, anden, tredje = (
        Tal(900, 9 * E8 * gange, kendte={nummer: (9 * E8 * gange, False)}) for nummer, gange in ((7, 1), (7, 1), (8, 2))
    )
    alene = alone((en,), (anden,), (tredje,))
    samlet = alene.of(Gruppe((child(1), child(2))))
    assert np.array_equal(samlet.sum.tal[DAGSVAERK_E8][:2], [18 * E8, 0])
    assert samlet.is_small(range(3))
    assert alene.of(Gruppe((child(1), child(2), child(3)))).is_small(range(3))
