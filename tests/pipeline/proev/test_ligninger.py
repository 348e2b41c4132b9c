"""What can be concluded: worked out on paper."""

import pytest

from pipeline.proev.ligninger import Kendt, Modstrid, Udsagn, find_moenster, find_range, has_twin, is_possible

UENDELIG = float("inf")


def rate(dele: set[int], tal: float, halv: float = 0.05) -> Udsagn:
    return Udsagn(frozenset(dele), "dagsvaerk", tal - halv, tal + halv)


def antal(dele: set[int], lav: float, hoej: float) -> Udsagn:
    return Udsagn(frozenset(dele), "medarbejdere", lav, hoej)


def test_a_printed_rate_gives_its_interval() -> None:
    assert find_range(frozenset({1}), [rate({1}, 10.0)]) == pytest.approx((9.95, 10.05))


def test_one_of_two_pooled_may_have_nothing_or_everything() -> None:
    lav, hoej = find_range(frozenset({1}), [rate({1, 2}, 10.0)])
    assert lav == pytest.approx(0)
    assert hoej == UENDELIG


def test_a_hidden_child_is_the_parent_less_its_siblings() -> None:
    """Exactly known 100 with 10.0 and 80 with 9.0: what is left has (1000 - 720) / 20 = 14."""
    udsagn = [rate({1, 2}, 10.0, 0), rate({2}, 9.0, 0), antal({1, 2}, 100, 100), antal({2}, 80, 80)]
    assert find_range(frozenset({1}), udsagn) == pytest.approx((14.0, 14.0))


def test_rounded_figures_leave_room() -> None:
    """D of the whole 10*(99.5 to 100.5), of the sibling 9*(79.5 to 80.5), N of the rest 19 to 21."""
    udsagn = [rate({1, 2}, 10.0, 0), rate({2}, 9.0, 0), antal({1, 2}, 99.5, 100.5), antal({2}, 79.5, 80.5)]
    lav, hoej = find_range(frozenset({1}), udsagn)
    assert lav == pytest.approx((1005 - 9 * 79.5) / 21)
    assert hoej == pytest.approx((995 - 9 * 80.5) / 19)


def test_who_knows_one_of_two_knows_the_other() -> None:
    udsagn = [rate({1, 2}, 10.0, 0), antal({1, 2}, 30, 30)]
    assert find_range(frozenset({1}), udsagn, {2: Kendt(20, 160, 0)}) == pytest.approx((14.0, 14.0))


def test_short_and_long_together_are_the_whole() -> None:
    udsagn = [
        Udsagn(frozenset({1}), "korttid", 5.95, 6.05),
        Udsagn(frozenset({1}), "langtid", 3.95, 4.05),
    ]
    assert find_range(frozenset({1}), udsagn) == pytest.approx((9.9, 10.1))


def test_a_share_of_a_known_long_absence_gives_the_whole() -> None:
    udsagn = [Udsagn(frozenset({1}), "langtid", 4.0, 4.0), Udsagn(frozenset({1}), "langtidsandel", 0.4, 0.5)]
    assert find_range(frozenset({1}), udsagn) == pytest.approx((8.0, 10.0))


def test_a_table_with_two_hidden_cells_in_every_line_may_give_one_away() -> None:
    """Four by four, ten employees a cell, hidden (*) so that no line has one alone:

    6*  10*   8   8        Rows 1 and 2 less columns 1 and 2 leave the cell (2, 3) alone, all else known: exact.
    9*   7* 20*   8        In the squares beside it one may give to another: x11 + x12 = 16, x11 + x21 = 15,
    8    8   5*  6*        so x11 is anything from 0 to 15.
    8    8   7*  9*
    """
    tal = [[6, 10, 8, 8], [9, 7, 20, 8], [8, 8, 5, 6], [8, 8, 7, 9]]
    skjulte = {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)}
    celler = {(r, s): 4 * r + s for r in range(4) for s in range(4)}
    linjer = [[(r, s) for s in range(4)] for r in range(4)] + [[(r, s) for r in range(4)] for s in range(4)]
    assert all(len(skjulte.intersection(linje)) >= 2 for linje in linjer)
    udsagn = [antal({nr}, 10, 10) for nr in celler.values()]
    udsagn += [rate({nr}, tal[r][s], 0) for (r, s), nr in celler.items() if (r, s) not in skjulte]
    udsagn += [rate({celler[c] for c in linje}, sum(tal[r][s] for r, s in linje) / 4, 0) for linje in linjer]
    assert find_range(frozenset({celler[1, 2]}), udsagn) == pytest.approx((20.0, 20.0))
    assert find_range(frozenset({celler[0, 0]}), udsagn) == pytest.approx((0.0, 15.0))


def test_a_twin_makes_a_range_start_at_nothing() -> None:
    udsagn = [rate({1, 2, 3}, 10.0), rate({3}, 9.0)]
    moenster = find_moenster(u.dele for u in udsagn)
    assert has_twin(frozenset({1}), moenster, {})
    assert not has_twin(frozenset({3}), moenster, {})
    assert not has_twin(frozenset({1}), moenster, {2: Kendt(1, 1, 0)})
    assert find_range(frozenset({1}), udsagn)[0] == pytest.approx(0)


def test_statements_that_cannot_all_be_true() -> None:
    udsagn = [rate({1}, 10.0), rate({1}, 11.0)]
    assert not is_possible(udsagn)
    with pytest.raises(Modstrid):
        find_range(frozenset({1}), udsagn)
