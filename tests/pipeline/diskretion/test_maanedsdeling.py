"""The months' partition by hand. Every month has 30 days and every employee is there all of them."""

import polars as pl
import pytest

from pipeline.diskretion.celler import Celler
from pipeline.diskretion.maanedsdeling import DELT, FOR_SIG, SELV, divide_months, find_failing_children

DAGE = 30
FORAELDER, FAELLES = 1, -9
Barn = tuple[int, int]
"""Employees in every month of the first year and of the second."""
SYGE = (10, 10, 10, 10)
"""Dagsværk in a month of the four who are sick."""


def celler(
    ansatte: dict[int, Barn],
    *,
    syge: dict[tuple[int, int], tuple[int, ...]] | None = None,
    ledere: int = 0,
    foraelder: int = FORAELDER,
) -> Celler:
    """Two years. `syge`: by child and month from 0 to 23, where it is not SYGE; `ledere`: of each child, never sick."""
    tal, personer = [], []
    for barn, aar in ansatte.items():
        for vindue in (*range(24), *range(100, 108)):
            kvartal = vindue >= 100
            maaneder = range(3 * (vindue - 100), 3 * (vindue - 100) + 3) if kvartal else range(vindue, vindue + 1)
            antal = aar[maaneder[0] // 12]
            if not antal:
                continue
            dage = DAGE * len(maaneder)
            sum_: dict[int, int] = {}
            for maaned in maaneder:
                for nr, dagsvaerk in enumerate((syge or {}).get((barn, maaned), SYGE)):
                    sum_[nr] = sum_.get(nr, 0) + dagsvaerk
            tal.append(
                (foraelder, barn, barn < 0, False, vindue, maaneder[0] // 12, kvartal, dage, antal * dage,
                 sum(sum_.values()), ledere * dage, 0)
            )  # fmt: skip
            personer += [(barn, vindue, 100 * abs(barn) + nr, False, d) for nr, d in sum_.items()]
    kolonner = ("overordnet_id", "barn_id", "er_faelles", "har_egen_regel", "vindue_nr", "aar", "er_kvartal", "dage")
    return Celler(
        pl.DataFrame(tal, schema=[*kolonner, "ansat_dage", "dagsvaerk_e8", "leder_dage", "leder_e8"], orient="row"),
        pl.DataFrame(
            personer, schema=["barn_id", "vindue_nr", "medarbejdernr", "er_leder", "dagsvaerk_e8"], orient="row"
        ),
    )  # fmt: skip


def alone(egne: Celler) -> dict[int, list[int]]:
    """The years each child stands alone in."""
    fundet: dict[int, list[int]] = {}
    for _, barn, aar in (
        divide_months(egne, DELT, egne.tal, find_failing_children(egne)).sort("barn_id", "aar").iter_rows()
    ):
        fundet.setdefault(barn, []).append(aar)
    return fundet


@pytest.mark.parametrize(("antal", "ventet"), [(20, {2: [0, 1], 3: [0, 1]}), (19, {3: [0, 1]})])
def test_a_child_stands_alone_from_twenty(antal: int, ventet: dict[int, list[int]]) -> None:
    assert alone(celler({2: (antal, antal), 3: (40, 40), FAELLES: (12, 12)})) == ventet


def test_a_rest_that_is_too_small_takes_the_smallest_that_stands_alone() -> None:
    assert alone(celler({2: (30, 30), 3: (40, 40), FAELLES: (10, 10)})) == {2: [0, 1], 3: [0, 1]}
    assert alone(celler({2: (30, 30), 3: (40, 40), FAELLES: (9, 9)})) == {3: [0, 1]}


def test_a_month_two_employees_hold_takes_the_year_and_one_less_does_not() -> None:
    """90 and 91 per cent of it; the quarter has three who are sick enough."""
    lige, over = {(2, 5): (45, 45, 10)}, {(2, 5): (46, 45, 9)}
    boern = {2: (30, 30), 3: (40, 40), FAELLES: (12, 12)}
    assert alone(celler(boern, syge=lige)) == {2: [0, 1], 3: [0, 1]}
    assert alone(celler(boern, syge=over)) == {2: [1], 3: [0, 1]}


def test_who_would_be_told_for_a_quarter_of_the_other_year_never_stands_alone() -> None:
    """All of a quarter is one employee's: with months of one year and rolling figures it could be subtracted."""
    syge = {(2, maaned): (50,) for maaned in (3, 4, 5)}
    assert alone(celler({2: (30, 30), 3: (40, 40), FAELLES: (12, 12)}, syge=syge)) == {3: [0, 1]}


def test_what_is_left_of_the_rest_for_a_quarter_must_pass_too() -> None:
    """In the first year child 2 is in the rest with a "fælles" of four; beside rolling figures of 2 its quarters would
    be those four's.
    """
    syge = {(2, 5): (46, 45, 9)}
    boern = {2: (30, 30), 3: (40, 40), FAELLES: (4, 0)}
    assert alone(celler(boern, syge=syge)) == {3: [0, 1]}


def test_the_leaders_a_chef_knows_do_not_count() -> None:
    """Twelve less a leader are eleven, less three are nine."""
    boern = {2: (30, 30), 3: (40, 40), FAELLES: (12, 12)}
    assert alone(celler(boern, ledere=1)) == {2: [0, 1], 3: [0, 1]}
    assert alone(celler(boern, ledere=3)) == {3: [0, 1]}


def test_a_node_by_itself_needs_ten_in_every_month_and_no_rest() -> None:
    for antal, ventet in ((10, 2), (9, 0)):
        egne = celler({2: (antal, antal)}, foraelder=SELV)
        assert divide_months(egne, FOR_SIG, egne.tal, find_failing_children(egne)).height == ventet
