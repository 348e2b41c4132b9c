"""What the views tell when HR has set other definitions than the default."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from tests.conftest import PERSONNOEGLE, write_indstillinger
from tests.lille_leverance import Enhed, Fravaer, Leverance, Maaltal, ansat, syg, write_leverance

NU = datetime(2024, 7, 15, 12, tzinfo=UTC)
Aabn = Callable[..., Scope]


def leverance(*fravaer: Fravaer) -> Leverance:
    """20 half-time employees in unit 10, one placed on the kommune itself."""
    return Leverance(
        udtraek=date(2024, 7, 15),
        enheder=(Enhed("1"), Enhed("10", "1")),
        ansaettelser=(*(ansat(f"1{nr:02}", "10", taeller="18.5") for nr in range(20)), ansat("300", "1")),
        fravaer=(*fravaer, syg("101", date(2024, 7, 11), None)),
        maaltal=(Maaltal("10", 2024, Decimal("0.5")),),
        periode_fravaer=(date(2022, 1, 1), date(2024, 7, 15)),
    )


@pytest.fixture
def aabn(tmp_path: Path) -> Aabn:
    def aabn(egne: Leverance, *ombytninger: tuple[str, str]) -> Scope:
        database = tmp_path / "tal.duckdb"
        indstillinger = load_indstillinger(write_indstillinger(tmp_path / "config", *ombytninger))
        build_warehouse(write_leverance(egne, tmp_path / "leverance"), database, indstillinger=indstillinger)
        lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
        add_raekke(lager, NyRaekke("u1", "u1@eksempel.invalid", "hr", 1, date(2020, 1, 1), "Prøve"), af="hr0")
        scope = open_scope(Bruger("u1"), miljoe=Miljoe(database, lager, lambda: NU), personer_til="prøve")
        lager.close()
        return scope

    return aabn


MAJ = syg("100", date(2024, 5, 13), date(2024, 5, 13) + timedelta(4), "37")  # 5 dagsværk


def test_the_year_to_date_has_the_headlines_denominator(aabn: Aabn) -> None:
    """5 dagsværk, 20 employees of half a post: 0.25 a medarbejder, 0.5 an årsværk."""
    pr_medarbejder = aabn(leverance(MAJ)).rows("maaltal_status", enhed_id=10, periode="2024-06").row(0, named=True)
    assert pr_medarbejder["aar_til_dato"] == pytest.approx(5 / 20)
    pr_aarsvaerk = aabn(leverance(MAJ), ('"pr_medarbejder"', '"pr_aarsvaerk"'))
    assert pr_aarsvaerk.rows("maaltal_status", enhed_id=10, periode="2024-06").row(0, named=True)[
        "aar_til_dato"
    ] == pytest.approx(5 / 10)


@pytest.mark.parametrize(("mindst", "har_tal"), [("1.0", True), ("1.5", False)])
def test_those_on_the_node_itself_have_a_figure_from_as_many_as_a_unit_has(
    aabn: Aabn, mindst: str, har_tal: bool
) -> None:
    scope = aabn(leverance(MAJ), ("mindste_medarbejdere = 1.0", f"mindste_medarbejdere = {mindst}"))
    faelles = scope.rows("enhedens_boern", enhed_id=1, periode="2024K2").row(-1, named=True)
    assert (faelles["enhedsnavn"], faelles["sygedage"] is not None) == ("Enhed 1, fælles", har_tal)


def test_there_is_no_top_where_all_quarters_are_alike(aabn: Aabn) -> None:
    """One open illness after the last quarter: every quarter is 0."""
    kvartaler = aabn(leverance()).rows("udgivne_kvartaler", gruppe_id=1)
    assert kvartaler["sygedage"].to_list() == [0.0] * kvartaler.height and kvartaler.height > 1
    assert kvartaler["er_top"].to_list() == [False] * kvartaler.height
