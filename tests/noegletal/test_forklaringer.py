"""Why a node's figure has changed, by hand: parts that go on, staff moved between them, parts that close."""

from datetime import date
from pathlib import Path

import pytest

from tests.alene import build_alone
from tests.conftest import query
from tests.lille_leverance import Ansaettelse, Enhed, Leverance, ansat, syg

DELE = """
    select del_id, fortsat, flyttet, skift, er_lukket, bidrag
    from forklaringsdele
    inner join perioder on forklaringsdele.vindue_nr = perioder.vindue_nr
    where deling = 'alle' and enhed_id = 1 and periode = '2024K4' and skridt = 'aar'
    order by del_id
"""


def year(enhed: str, antal: int, dage: int, aar: int, *, foerste: int = 0) -> tuple[list[Ansaettelse], list[object]]:
    """Employees of one unit in one calendar year, each sick so many single days in it."""
    numre = [f"{enhed}{nr + foerste:02}" for nr in range(antal)]
    ansatte = [ansat(nr, enhed, date(aar, 1, 1), date(aar, 12, 31)) for nr in numre]
    fravaer = [
        syg(nr, date(aar, 1 + dag % 12, 10 + dag // 12), date(aar, 1 + dag % 12, 10 + dag // 12), "7.4")
        for nr in numre
        for dag in range(dage)
    ]
    return ansatte, fravaer


def parts(tmp_path: Path, *aar: tuple[str, int, int, int]) -> dict[int, tuple[float, ...]]:
    """By part, of a kommune of units; each given a year's staff and one's days.

    Those of 2023 were there before.
    """
    foerste: dict[str, int] = {}
    ansatte, fravaer = [], []
    for enhed, antal, dage, aaret in (*((enhed, 1, 0, 2022) for enhed, *_, aaret in aar if aaret == 2023), *aar):
        egne, syge = year(enhed, antal, dage, aaret, foerste=foerste.get(enhed, 0))
        foerste[enhed] = foerste.get(enhed, 0) + antal
        ansatte += egne
        fravaer += syge
    enheder = sorted({enhed for enhed, *_ in aar})
    leverance = Leverance(
        udtraek=date(2025, 2, 15),
        enheder=(Enhed("1"), *(Enhed(enhed, "1") for enhed in enheder if enhed != "1")),
        ansaettelser=tuple(ansatte),
        fravaer=tuple(fravaer),
        periode_fravaer=(date(2021, 1, 1), date(2025, 2, 15)),
    )
    build_alone(leverance, tmp_path / "d.duckdb")
    return {del_id: tal for del_id, *tal in query(tmp_path / "d.duckdb", DELE)}


def test_a_part_that_goes_on_counts_by_its_share_and_staff_moved_by_how_far_it_is_from_the_whole(
    tmp_path: Path,
) -> None:
    """10 at 4 days and 10 at 8 become 15 at 4 and 5 at 6: from 6.0 to 4.5, mean 5.25.

    Of 11: (12.5 / 20) * 0 = 0, and (4 - 5.25) * 5 / 20 = -0.3125; of 12: (7.5 / 20) * -2 = -0.75, and
    (7 - 5.25) * -5 / 20 = -0.4375. Together -1.5.
    """
    dele = parts(tmp_path, ("11", 10, 4, 2023), ("12", 10, 8, 2023), ("11", 15, 4, 2024), ("12", 5, 6, 2024))
    assert dele[11][:3] == pytest.approx((0.0, -0.3125, 0.0), abs=0.01)
    assert dele[12][:3] == pytest.approx((-0.75, -0.4375, 0.0), abs=0.01)
    assert sum(tal[-1] for tal in dele.values()) == pytest.approx(-1.5, abs=0.01)


def test_a_part_that_closes_has_both_as_one(tmp_path: Path) -> None:
    """10 at 2 and 10 at 6 become 10 at 2: from 4.0 to 2.0, mean 3.0 and 15 employees.

    Of 12: (-60 - 3 * -10) / 15 = -2.0; of 11 nothing of its own, and no staff moved: (0 - 3 * 0) / 15.
    """
    dele = parts(tmp_path, ("11", 10, 2, 2023), ("12", 10, 6, 2023), ("11", 10, 2, 2024))
    assert dele[11][:3] == pytest.approx((0.0, 0.0, 0.0), abs=0.01)
    assert dele[12][:4] == pytest.approx((0.0, 0.0, -2.0, True), abs=0.01)


def test_a_part_that_opens_is_new_and_not_closed(tmp_path: Path) -> None:
    """The mirror: (60 - 3 * 10) / 15 = 2.0."""
    dele = parts(tmp_path, ("11", 10, 2, 2023), ("11", 10, 2, 2024), ("12", 10, 6, 2024))
    assert dele[12][:4] == pytest.approx((0.0, 0.0, 2.0, False), abs=0.01)


def test_those_placed_on_the_node_itself_are_the_rest(tmp_path: Path) -> None:
    """10 on the node at 4 become 10 at 2, beside 10 at 4: half of −2."""
    dele = parts(tmp_path, ("1", 10, 4, 2023), ("11", 10, 4, 2023), ("1", 10, 2, 2024), ("11", 10, 4, 2024))
    assert dele[0][:3] == pytest.approx((-1.0, 0.0, 0.0), abs=0.01)
    assert dele[11][-1] == pytest.approx(0.0, abs=0.01)
