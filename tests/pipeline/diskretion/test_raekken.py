"""What exact rolling quarters tell of the quarters they are made of. A group of eight with six quarters, numbered by
their first month; every month has 30 days.
"""

import pytest

from pipeline.diskretion.raekken import Alene, Raekke
from pipeline.diskretion.regler import Barn, Gruppe, Tal, Vindue
from pipeline.diskretion.udenlinje import E8, Kvartal

KVARTALER = range(0, 18, 3)


def spread(dagsvaerk: int, antal: int = 8) -> Tal:
    """Alike for each of the group."""
    return Tal(antal * 90, dagsvaerk * E8, kendte=dict.fromkeys(range(antal), (dagsvaerk * E8 // antal, False)))


def of_two(dagsvaerk: int) -> Tal:
    return Tal(720, dagsvaerk * E8, kendte={1: (dagsvaerk * E8 // 2, False), 2: (dagsvaerk * E8 // 2, False)})


def row(*tal: Tal | None) -> Raekke:
    egne = {kvartal: t for kvartal, t in zip(KVARTALER, tal, strict=True) if t is not None}
    return Raekke(egne, {maaned: 30 for kvartal in egne for maaned in range(kvartal, kvartal + 3)})


def windows(*foerste: int) -> list[Kvartal]:
    return [Kvartal(Vindue(fra, 360), fra, fra + 11) for fra in foerste]


def test_one_window_tells_nothing_of_its_quarters() -> None:
    assert not row(*[spread(40)] * 6).tells(windows(0))


@pytest.mark.parametrize(("mere", "fortalt"), [(40, False), (41, True)])
def test_what_a_window_has_more_than_the_one_before_is_a_quarter_of_few(mere: int, fortalt: bool) -> None:
    """The newest quarter has at least what it has more than the first: 40 is five days for each of eight. At most it
    has that and what both windows hold, 16: under three times as much.
    """
    tal = [spread(0), spread(8), spread(8), spread(0), spread(mere)]
    assert row(*tal, None).tells(windows(0, 3)) is fortalt


def test_with_many_days_in_what_two_windows_share_the_quarter_is_not_confined() -> None:
    """41 at least, and at most 41 and the 100 of the quarters between."""
    assert not row(spread(0), spread(48), spread(48), spread(8), spread(41), None).tells(windows(0, 3))


def test_a_quarter_of_ten_is_under_no_limit() -> None:
    tal = [spread(0, 10), spread(10, 10), spread(10, 10), spread(0, 10), spread(60, 10)]
    assert not row(*tal, None).tells(windows(0, 3))


def test_a_unit_that_opened_in_between_is_told_exactly() -> None:
    """Nobody in the first quarter: the two windows differ by the last alone."""
    assert row(None, spread(40), spread(40), spread(40), spread(40), None).tells(windows(0, 3))


def test_four_quarters_that_are_no_window_may_be_of_two() -> None:
    """The windows from 0 and 3 tell the last less the first; so with the window from 6, whose first quarter is the
    third, what the first, the fourth, the third and the last but one have together: nearly all of it two's.
    """
    roligt = spread(8)
    raekke = row(of_two(64), roligt, of_two(64), of_two(64), roligt, of_two(64))
    viste = windows(0, 3, 6)
    assert raekke.tells(viste) is raekke._is_small((0, 6, 9, 15)) is True


def test_a_pool_is_its_members_together_and_a_person_in_both_counts_once() -> None:
    boern = tuple(Barn(nr, f"Enhed {nr}", False, False, {}) for nr in (1, 2))
    en, anden = (Tal(360, 9 * E8, kendte={7: (9 * E8, False)}) for _ in range(2))
    alene = Alene({(1, 0): (120, E8), (2, 1): (120, E8)}, {0: 31, 1: 28, 2: 31}, {1: {0: en}, 2: {0: anden}})
    samlet = alene.of(Gruppe(boern))
    assert samlet.tal[0] == Tal(720, 18 * E8, kendte={7: (18 * E8, False)})
    assert samlet.maaneder == {0: 31, 1: 28}
