"""The judge over invented organisations, and over a sample of the demo's nodes. `make bench` takes more of both."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from pipeline.byg.warehouse import build_warehouse
from pipeline.diskretion.dom import Fund
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.lager import open_lager
from pipeline.port.dommer import Dommer
from pipeline.port.rettigheder import Bruger, rights_of
from pipeline.port.scope import Miljoe, open_dommer, preview_scope
from tests.conftest import NOEGLE, PERSONNOEGLE
from tests.lille_leverance import write_leverance
from tests.organisationer import invent_organisation

pytestmark = pytest.mark.langsom
HR = Bruger("hr", er_kommandolinje=True)
ANTAL, NODER = 5, 4
Roller = tuple[tuple[str, int], ...]


def open_miljoe(database: Path) -> Miljoe:
    return Miljoe(
        database, open_lager("sqlite:///:memory:", PERSONNOEGLE), lambda: datetime(2026, 3, 1, 12, tzinfo=UTC)
    )


def find_told(miljoe: Miljoe, roller: list[Roller]) -> list[tuple[Roller, Fund]]:
    """What users with those roles can tell."""
    dommer = Dommer(open_dommer(miljoe))
    return [(egne, fund) for egne in roller for fund in dommer.judge(preview_scope(HR, rights_of(egne), miljoe=miljoe))]


@pytest.mark.parametrize("froe", range(ANTAL))
def test_no_chef_in_an_invented_organisation_can_work_out_a_small_group(froe: int, tmp_path: Path) -> None:
    """How many can be held within limits, `make bench` counts."""
    leverance = invent_organisation(froe)
    kilde = write_leverance(leverance, tmp_path / "leverance")
    database = tmp_path / "tal.duckdb"
    build_warehouse(kilde, database, indstillinger=load_indstillinger(), traade=1, noegle=NOEGLE)
    miljoe = open_miljoe(database)
    noder = [int(enhed.enhedsnr) for enhed in leverance.enheder]
    valgte = Random(froe).sample(noder, min(NODER, len(noder)))
    fund = find_told(miljoe, [(("chef", node),) for node in valgte])
    assert [(egne, f) for egne, f in fund if f.slags == "bestemt"] == []
    udgivne = preview_scope(HR, rights_of([("aggregat", noder[0])]), miljoe=miljoe)
    assert [f for f in Dommer(open_dommer(miljoe)).judge_udgivne(udgivne) if f.slags == "bestemt"] == []


def test_nobody_in_the_demo_can_tell_of_a_small_group(demo_database: Path) -> None:
    """A chef on a sample of the nodes; aggregat beside it adds what it is shown anyway."""
    miljoe = open_miljoe(demo_database)
    noder = sorted(node for node in Dommer(open_dommer(miljoe)).dele if node > 0)
    valgte = Random(18).sample(noder, min(NODER, len(noder)))
    assert find_told(miljoe, [(("chef", node), ("aggregat", node)) for node in valgte]) == []
