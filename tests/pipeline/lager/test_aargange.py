"""What each delivery saw, in both databases: once a delivery, only what changed, no older than data is kept."""

from datetime import date
from itertools import permutations

import pytest
from sqlalchemy import select

from pipeline.lager.aargange import Aargang, keep_aargang, read_kommunens, take_back_aargang
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.lager import Lager, open_lager
from pipeline.lager.skema import aargange, aargangstal
from tests.conftest import PERSONNOEGLE

FRA = date(2020, 1, 1)
JAN = 2024 * 12
APRIL, MAJ, JUNI = (date(2024, maaned, 15) for maaned in (4, 5, 6))
SET = {
    APRIL: {JAN: 100, JAN + 1: 100, JAN + 2: 80},
    MAJ: {JAN: 100, JAN + 1: 104, JAN + 2: 95, JAN + 3: 70},
    JUNI: {JAN: 100, JAN + 1: 104, JAN + 2: 99, JAN + 3: 91, JAN + 4: 60},
}


def aargang(dag: date, tal: dict[int, int] | None = None, *, bygning: str = "a", opgoerelse: str = "o") -> Aargang:
    egne = SET[dag] if tal is None else tal
    noder = {("kommune", 1): 1, ("afdeling", 12): 2}
    return Aargang(
        dag,
        bygning,
        opgoerelse,
        {(niveau, nr, maaned): n // del_ for (niveau, nr), del_ in noder.items() for maaned, n in egne.items()},
    )


def seen(lager: Lager, **valg: date) -> dict[date, dict[int, int]]:
    return dict(read_kommunens(lager, "o", **valg))


def count_rows(lager: Lager) -> int:
    with lager.read() as con:
        return len(con.execute(select(aargangstal)).all())


@pytest.mark.parametrize("raekkefoelge", list(permutations((APRIL, MAJ, JUNI))))
def test_deliveries_are_remembered_as_they_saw_it_in_whatever_order_they_are_built(
    lager: Lager, raekkefoelge: tuple[date, ...]
) -> None:
    for dag in raekkefoelge:
        keep_aargang(lager, aargang(dag), fra=FRA)
    assert seen(lager) == SET
    assert count_rows(lager) == 2 * (3 + 3 + 3)  # new months and changed ones, at two levels


def test_a_delivery_built_twice_counts_once_and_its_newest_build_stands(lager: Lager) -> None:
    for dag in (APRIL, MAJ, JUNI, MAJ):
        keep_aargang(lager, aargang(dag), fra=FRA)
    assert seen(lager) == SET
    rettet = {**SET[MAJ], JAN + 1: 90}
    keep_aargang(lager, aargang(MAJ, rettet, bygning="b"), fra=FRA)
    assert seen(lager) == SET | {MAJ: rettet}
    with lager.read() as con:
        assert [r.bygning_id for r in con.execute(select(aargange).order_by(aargange.c.udtraeksdato))] == [
            "a", "b", "a"
        ]  # fmt: skip


def test_a_build_taken_back_is_forgotten_and_another_of_its_delivery_is_not(lager: Lager) -> None:
    for dag in (APRIL, MAJ, JUNI):
        keep_aargang(lager, aargang(dag), fra=FRA)
    take_back_aargang(lager, MAJ, "another")
    assert seen(lager) == SET
    take_back_aargang(lager, MAJ, "a")
    assert seen(lager) == {APRIL: SET[APRIL], JUNI: SET[JUNI]}
    take_back_aargang(lager, JUNI, "a")
    assert seen(lager) == {APRIL: SET[APRIL]}


def test_a_month_that_is_no_longer_covered_is_not_seen_any_more(lager: Lager) -> None:
    keep_aargang(lager, aargang(APRIL), fra=FRA)
    uden_januar = {maaned: tal for maaned, tal in SET[MAJ].items() if maaned != JAN}
    keep_aargang(lager, aargang(MAJ, uden_januar), fra=FRA)
    assert seen(lager) == {APRIL: SET[APRIL], MAJ: uden_januar}


def test_a_delivery_is_measured_by_those_before_it_alone(lager: Lager) -> None:
    for dag in (APRIL, MAJ, JUNI):
        keep_aargang(lager, aargang(dag), fra=FRA)
    assert seen(lager, foer=MAJ) == {APRIL: SET[APRIL]}


def test_only_deliveries_counted_alike_are_compared(lager: Lager) -> None:
    keep_aargang(lager, aargang(APRIL, opgoerelse="before"), fra=FRA)
    keep_aargang(lager, aargang(MAJ), fra=FRA)
    assert seen(lager) == {MAJ: SET[MAJ]}


def test_what_is_older_than_data_is_kept_is_deleted(lager: Lager) -> None:
    for dag in (APRIL, MAJ):
        keep_aargang(lager, aargang(dag), fra=FRA)
    keep_aargang(lager, aargang(JUNI), fra=date(2024, 5, 1))
    assert seen(lager) == {MAJ: {}, JUNI: {JAN + 4: 60}}
    assert count_rows(lager) == 2


def test_a_kommune_with_another_number_is_still_the_kommune(lager: Lager) -> None:
    keep_aargang(lager, Aargang(APRIL, "a", "o", {("kommune", 1, JAN): 100}), fra=FRA)
    keep_aargang(lager, Aargang(MAJ, "a", "o", {("kommune", 2, JAN): 103}), fra=FRA)
    assert seen(lager) == {APRIL: {JAN: 100}, MAJ: {JAN: 103}}


def test_a_copy_has_them_and_an_older_copy_has_none(lager: Lager, tmp_path) -> None:
    for dag in (APRIL, MAJ):
        keep_aargang(lager, aargang(dag), fra=FRA)
    backup_lager(lager, tmp_path / "kopi.json")
    hentet = open_lager(f"sqlite:///{tmp_path / 'ny.sqlite'}", PERSONNOEGLE)
    restore_lager(hentet, tmp_path / "kopi.json")
    assert seen(hentet) == seen(lager)
    hentet.close()
