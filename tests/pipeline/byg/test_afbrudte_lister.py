"""An absence list that lacks what it should have: cut off after a whole line, or without a month."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import GOD, MAANEDER, NUMRE, byg
from tests.lille_leverance import Enhed, Leverance, ansat, syg, write_leverance


def list_of(antal: int, til: int) -> Leverance:
    """So many employees with a holiday each in a list in the order of their numbers, which ends with the given one."""
    numre = [str(732000 + nr) for nr in range(antal)]
    dag = date(2024, 5, 6)
    return Leverance(
        udtraek=date(2025, 7, 15),
        enheder=(Enhed("81000"), Enhed("81100", "81000")),
        ansaettelser=tuple(ansat(nummer, "81100") for nummer in numre),
        fravaer=tuple(syg(nummer, dag, dag, "7.4", art="FE") for nummer in numre[:til]),
        periode_fravaer=(date(2023, 1, 1), date(2025, 7, 15)),
    )


@pytest.mark.parametrize(("til", "antal"), [(61, 0), (60, 30), (50, 40), (29, 0)])
def test_a_list_in_order_that_ends_long_before_the_last_employee_may_be_cut_off(
    til: int, antal: int, tmp_path: Path
) -> None:
    """Of 90 employees: 30 without a row are many, 29 are not; a list of 29 rows says nothing."""
    svar = byg(write_leverance(list_of(90, til), tmp_path / "leverance"), tmp_path / "db.duckdb")
    saetning = tekster_stop.ADVARSLER["ansatte_efter_listen"].format(antal=antal)
    assert (saetning in svar.advarsler) == bool(antal)


def test_a_list_not_in_order_or_with_a_row_of_a_later_employee_elsewhere_is_whole(tmp_path: Path) -> None:
    hel = list_of(90, 50)
    senere = syg("732089", date(2024, 5, 6), date(2024, 5, 6), "7.4", art="FE")
    for nr, fravaer in enumerate(([*hel.fravaer, hel.fravaer[0]], [senere, *hel.fravaer])):
        svar = byg(write_leverance(replace(hel, fravaer=tuple(fravaer)), tmp_path / f"{nr}"), tmp_path / f"{nr}.duckdb")
        assert not any(linje.startswith("Ansatte efter det sidste nummer") for linje in svar.advarsler)


@pytest.mark.parametrize(("pr_maaned", "tilbage", "maaneder"), [(12, 2, 1), (12, 3, 0), (9, 0, 0)])
def test_a_month_with_few_records_beside_the_others_is_told(
    pr_maaned: int, tilbage: int, maaneder: int, tmp_path: Path
) -> None:
    """A quarter of twelve is three; under ten a month nothing is said. July is not over, and does not count."""
    fravaer = tuple(
        syg(NUMRE[0], dag, dag, "7.4")
        for aar, maaned in MAANEDER
        for dag in (
            date(aar, maaned, nr) for nr in range(1, 1 + (tilbage if (aar, maaned) == (2024, 6) else pr_maaned))
        )
    )
    write_leverance(replace(GOD, fravaer=fravaer), tmp_path / "leverance")
    ventet = [tekster_stop.ADVARSLER["tynde_maaneder"].format(antal=1)] * maaneder
    assert byg(tmp_path / "leverance", tmp_path / "db.duckdb").advarsler == (
        ventet or [tekster.RAPPORT_INGEN_ADVARSLER]
    )
