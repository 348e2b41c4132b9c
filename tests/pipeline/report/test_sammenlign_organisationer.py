"""Sammenlign over invented organisations: no unit stands there twice, exactly and in its published form."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger, rights_of
from pipeline.port.scope import Miljoe, preview_scope
from tests.conftest import NOEGLE, PERSONNOEGLE, open_test_database
from tests.lille_leverance import write_leverance
from tests.organisationer import invent_organisation

pytestmark = pytest.mark.langsom
HR = Bruger("hr", er_kommandolinje=True)
ANTAL = 4
MEDLEMMER = "select distinct gruppe_id, barn_id from puljemedlemmer"


@pytest.mark.parametrize("froe", range(ANTAL))
def test_no_unit_stands_beside_a_published_group_it_is_in_and_every_level_has_two_lines(
    froe: int, tmp_path: Path
) -> None:
    leverance = invent_organisation(froe)
    database = tmp_path / "tal.duckdb"
    kilde = write_leverance(leverance, tmp_path / "leverance")
    build_warehouse(kilde, database, indstillinger=load_indstillinger(), traade=1, noegle=NOEGLE)
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    miljoe = Miljoe(database, lager, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    with open_test_database(database) as con:
        medlemmer = con.execute(MEDLEMMER).pl()
    for node in [int(enhed.enhedsnr) for enhed in leverance.enheder]:
        for rolle in ("leder", "chef"):
            scope = preview_scope(HR, rights_of([(rolle, node)]), miljoe=miljoe)
            for periode, niveau in scope.rows("sammenlign_niveauer").iter_rows():
                linjer = scope.rows("sammenlign", niveau=niveau, periode=periode)
                assert linjer.height >= 2, (rolle, node, periode, niveau)
                enheder = linjer.join(medlemmer, left_on="enhed_id", right_on="gruppe_id", how="left").with_columns(
                    pl.coalesce("barn_id", "enhed_id").alias("enhed")
                )
                flere = enheder.group_by("enhed").agg(pl.col("enhed_id").n_unique()).filter(pl.col("enhed_id") > 1)
                assert flere.is_empty(), (rolle, node, periode, niveau)
    lager.close()
