"""Forty random corruptions of a small delivery; `make bench` has three hundred of the demo."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks.fordaervelser import GODE, Facit, Udfald, build_facit, try_corruption
from tests.lille_leverance import Enhed, Fravaer, Leverance, ansat, syg, write_leverance

pytestmark = pytest.mark.langsom
NUMRE = [str(nummer) for nummer in range(20001, 20041)]


def draw_fravaer(nummer: str) -> Iterator[Fravaer]:
    """Twenty records of whole working days and now and then a long one, their hours and days both stated."""
    for nr in range(20):
        plads = int(nummer) + 7 * nr
        mandag = date(2023, 1, 2) + timedelta(days=42 * nr + 7 * (plads % 5))
        dage = 1 + plads % 4 if plads % 11 else 12
        slut = mandag + timedelta(days=dage - 1 + (2 if dage > 5 else 0))
        art = ("SY", "SY", "SY", "DS", "FE", "BS")[plads % 6]
        yield syg(nummer, mandag, slut, f"{dage * 740 // 100}.{dage * 740 % 100:02}", dage=f"{dage}.00", art=art)


SMAA = Leverance(
    udtraek=date(2025, 7, 15),
    enheder=(Enhed("1"), Enhed("11", "1"), Enhed("12", "1"), Enhed("111", "11")),
    ansaettelser=tuple(ansat(nr, ("111", "12")[int(nr) % 2], taeller=("37", "32.5")[int(nr) % 2]) for nr in NUMRE),
    fravaer=tuple(post for nummer in NUMRE for post in draw_fravaer(nummer)),
    periode_fravaer=(date(2023, 1, 1), date(2025, 7, 15)),
)


@pytest.fixture(scope="module")
def facit(tmp_path_factory: pytest.TempPathFactory) -> Facit:
    mappe = tmp_path_factory.mktemp("facit")
    return build_facit(write_leverance(SMAA, mappe / "leverance"), mappe)


@pytest.mark.parametrize("froe", range(40))
def test_a_corrupted_list_never_gives_other_figures_in_silence(froe: int, facit: Facit, tmp_path: Path) -> None:
    proeve = try_corruption(facit, froe, tmp_path / "proeve")
    assert proeve.udfald in GODE, proeve
    assert proeve.udfald is not Udfald.SAMMENLIGNET or proeve.art == "a file cut short"
    assert str(tmp_path) not in proeve.sagt
    assert (proeve.sagt == "") == (proeve.udfald is Udfald.RIGTIG)
