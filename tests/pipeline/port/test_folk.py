"""When a set of cells is under the limits, by hand: two parts, twelve months of thirty days."""

import numpy as np
import polars as pl
import pytest

from pipeline.port.folk import E8, Folket, order_celler

MAANEDER = 12
START = 24000


def folk(
    ansatte: int,
    syge: tuple[float, ...] = (5, 5, 5, 5),
    *,
    kendte: tuple[int, ...] = (),
    inde: bool = True,
    dobbelte: int = 0,
) -> Folket:
    """`ansatte` in part 0 every month, the first of them sick as many days as `syge` says; `dobbelte` of them twice."""
    raekker = [
        (0, START + maaned, nr, 60 if nr < dobbelte else 30, int((syge[nr] if nr < len(syge) else 0) * E8))
        for maaned in range(MAANEDER)
        for nr in range(ansatte)
    ]
    celler = pl.DataFrame(raekker, schema=["del", "maaned_nr", "nummer", "dage", "dagsvaerk_e8"], orient="row")
    maaneder = pl.DataFrame({"maaned_nr": range(START, START + MAANEDER), "dage": [30] * MAANEDER})
    er_kendt = np.zeros(ansatte, dtype=bool)
    er_kendt[list(kendte)] = True
    egne = order_celler(celler.with_columns((pl.col("dage") * E8).alias("naevner_e8")), maaneder, 2)
    return Folket(egne, er_kendt, np.array([inde, inde]))


def is_small(egne: Folket, antal_maaneder: int = MAANEDER, fra: int = 0) -> bool:
    return bool(egne.are_small([np.arange(fra, fra + antal_maaneder)])[0])


@pytest.mark.parametrize(
    ("maaneder", "inde", "mindst"), [(12, True, 5), (12, False, 10), (11, True, 6), (3, True, 10), (1, True, 10)]
)
def test_the_limit_is_of_a_year_inside_and_outside_and_of_less(maaneder: int, inde: bool, mindst: int) -> None:
    """Five in a year are five and a half in eleven months."""
    assert [is_small(folk(antal, inde=inde), maaneder) for antal in (mindst - 1, mindst, mindst + 1)] == [
        True,
        False,
        False,
    ]


def test_people_are_counted_too_and_not_only_their_days() -> None:
    """Nine of whom one is employed twice are ten on average."""
    assert is_small(folk(9, dobbelte=1), 1)
    assert not is_small(folk(10, dobbelte=1), 1)


def test_whom_she_knows_does_not_count() -> None:
    assert not is_small(folk(11, kendte=(10,)), 1)
    assert is_small(folk(10, kendte=(9,)), 1)


def test_two_may_have_nine_tenths_and_no_more() -> None:
    assert not is_small(folk(20, (45, 45, 10)), 1)
    assert is_small(folk(20, (45, 45.1, 10)), 1)
    assert not is_small(folk(20, (30, 30, 30)), 1)
    assert is_small(folk(20, (30, 30, 30), kendte=(0,)), 1)  # the two others, when she takes out the one she knows


def test_a_part_without_employees_is_no_small_group() -> None:
    assert not is_small(folk(3), fra=MAANEDER)


def test_many_sets_at_a_time_are_judged_each_by_itself() -> None:
    egne = folk(7)
    saet = [np.arange(12), np.arange(1), np.arange(12, 24)]
    assert egne.are_small(saet).tolist() == [False, True, False]
    dagsvaerk, antal = egne.sums(saet)
    assert (dagsvaerk.tolist(), antal.tolist()) == ([240, 20, 0], [7, 7, 0])
    assert egne.denominators(saet[:2]).tolist() == [7, 7]
