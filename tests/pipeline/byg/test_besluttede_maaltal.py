"""A måltal decided here goes before the delivery's, is what others are derived from, and makes another build."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.byg.byggerapport import Byggerapport
from pipeline.byg.parametre import Besluttet, join_build_id, used_besluttede
from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from tests.conftest import query
from tests.lille_leverance import Enhed, Leverance, Maaltal, ansat, syg, write_leverance
from tests.modeller import run_model

E8 = 10**8
LEVERANCE = Leverance(
    udtraek=date(2024, 7, 15),
    enheder=(Enhed("1"), Enhed("10", "1"), Enhed("20", "1")),
    ansaettelser=(ansat("11", "10"), ansat("12", "10"), ansat("13", "10"), ansat("21", "20")),
    fravaer=(syg("11", date(2024, 3, 4), date(2024, 3, 5), "14.8"),),
    maaltal=(Maaltal("10", 2024, Decimal("5.0")), Maaltal("20", 2024, Decimal("9.0"))),
    periode_fravaer=(date(2022, 1, 1), date(2024, 7, 15)),
)
MAALTAL = """
    select enhed_id, round(maaltal, 4), maaltal_kilde, round(maaltal_afledt, 4) from noegletal
    inner join perioder using (vindue_nr) where vindue = 'rullende' and periode = '2024K2' order by enhed_id
"""


def build(mappe: Path, besluttede: Sequence[Besluttet] = (), navn: str = "tal") -> tuple[Path, Byggerapport]:
    kilde, database = mappe / "leverance", mappe / f"{navn}.duckdb"
    if not kilde.exists():
        write_leverance(LEVERANCE, kilde)
    rapport = build_warehouse(kilde, database, indstillinger=load_indstillinger(), traade=1, besluttede=besluttede)
    return database, rapport


def test_what_is_decided_is_used_and_what_the_delivery_says_against_it_is_told(tmp_path: Path) -> None:
    """Unit 10 is decided to 7, so the whole, of 3 and 1, is (3 · 7 + 9) / 4 = 7,5; without (3 · 5 + 9) / 4 = 6.

    The delivery agrees on unit 20, written with two decimals; unit 77 is in no organisation.
    """
    uden, rapport_uden = build(tmp_path, navn="uden")
    assert query(uden, MAALTAL) == [(1, 6, "afledt", 6), (10, 5, "eget", None), (20, 9, "eget", None)]
    med, rapport = build(tmp_path, [(10, 2024, 7 * E8), (20, 2024, 9 * E8), (77, 2024, E8), (10, 2030, E8)])
    assert query(med, MAALTAL) == [(1, 7.5, "afledt", 7.5), (10, 7, "besluttet", None), (20, 9, "besluttet", None)]
    assert rapport.maaltal_afvigende.rows() == [(10, 2024, 50)]
    assert (rapport.advarsler["maaltal_afviger"], rapport.advarsler["maaltal_ukendt_enhed"]) == (1, 1)
    assert rapport_uden.maaltal_afvigende.is_empty()
    assert "maaltal_afviger" not in rapport_uden.advarsler


def test_a_node_with_a_maaltal_of_its_own_has_the_derived_beside_it(tmp_path: Path) -> None:
    database, _ = build(tmp_path, [(1, 2024, 8 * E8)])
    assert query(database, MAALTAL)[0] == (1, 8, "besluttet", 6)


def test_the_same_decisions_are_the_same_build_and_others_another(tmp_path: Path) -> None:
    def id_of(besluttede: Sequence[Besluttet], navn: str) -> str:
        return str(build(tmp_path, besluttede, navn)[1].bygning["bygning_id"])

    til = [(10, 2024, 7 * E8), (20, 2024, 9 * E8)]
    uden, med = id_of([], "a"), id_of(til, "b")
    assert med == id_of(til[::-1], "c")
    assert len({uden, med, id_of([(10, 2024, 7 * E8)], "d"), id_of([(10, 2024, 7 * E8), (20, 2024, 8 * E8)], "e")}) == 4
    gammelt = (10, 2018, 7 * E8)  # before what is kept: deleted or not, it is the same build
    assert id_of([gammelt], "f") == uden


def test_an_id_without_anything_handed_in_is_the_builds_own() -> None:
    assert join_build_id("a", None, []) == "a"
    assert len({join_build_id("a", 14, []), join_build_id("a", None, [(1, 2024, 14)]), "a"}) == 3
    assert join_build_id("a", 14, [(1, 2, 3)]) != join_build_id("a", 14, [])


def test_a_year_that_is_kept_in_part_is_used() -> None:
    alle = [(2, 2021, 1), (1, 2020, 1), (1, 2019, 1)]
    assert used_besluttede(alle, date(2020, 7, 15)) == [(1, 2020, 1), (2, 2021, 1)]


@pytest.mark.parametrize(
    ("leveret", "besluttet", "fund"),
    [
        (12_34, 12_30, []),  # reads as 12,3
        (12_35, 12_30, [(1, 2024, 124, 123)]),
        (12_40, 12_30, [(1, 2024, 124, 123)]),
        (12_30, 12_30, []),
    ],
)
def test_a_delivery_says_otherwise_in_the_one_decimal_of_a_decision(
    leveret: int, besluttet: int, fund: list[tuple[int, ...]]
) -> None:
    tabeller = {
        "maaltal_leveret": [{"enhed_id": 1, "aar": aar, "maaltal_e8": leveret * 10**6} for aar in (2024, 2025)],
        "maaltal_besluttet": [{"enhed_id": nr, "aar": 2024, "maaltal_e8": besluttet * 10**6} for nr in (1, 2)],
    }
    assert run_model("20_mellem", "maaltal_afvigende", tabeller) == fund
