"""Every kind of file, asked for by every role: who gets it is written here, and a new kind has to be."""

from datetime import date

import pytest

from app.hent import FILER, make_fil
from app.miljoe import find_miljoe
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.laase import NyLaas, lock_kvartal
from pipeline.lager.log import Haendelse
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from tests.pipeline.status.conftest import sagen

__all__ = ["sagen"]
pytestmark = pytest.mark.langsom
ROLLER = ("hr", "leder", "chef", "aggregat", "dpo")
SPOERG = {"enhed": "00081000", "kvartal": "2025K2", "med": "eget", "tal": "12,0", "format": "csv"}
HVEM = {
    "adgang": ({}, {"hr", "dpo"}),
    "log": ({"fra": "2020-01-01", "til": "2100-01-01"}, {"hr", "dpo"}),
    "visning": (
        {"visning": "boern", "enhed": "81210", "periode": "2025K2", "format": "csv"},
        {"hr", "leder", "chef", "aggregat"},
    ),
    "status": ({"navn": "status-2025K2.docx"}, set()),
    "kvartal": ({}, set()),
    "laast": ({"kvartal": "2025K2"}, {"hr"}),
    "afstem": (SPOERG, {"hr"}),
    "ledersamtale": ({"enhed": "00081210"}, {"hr"}),
    "enhedsark": ({"enhed": "00081210", "udgave": "med"}, {"hr", "aggregat"}),
    "kvalitet": ({}, {"hr"}),
}
"""What is asked for by somebody with a role at Dagtilbud & Skole (hr and dpo: at the kommune), and who of them has it.
Of a view of exact figures aggregat has a table without a row. The case is for aggregat of the whole kommune, the
quarter's zip for hr in a round, the page of a talk for who leads the leder: those are tried where they are at home.
"""


@pytest.fixture
def miljoe(database, demo_database, sagen):
    database.write_bytes(demo_database.read_bytes())
    miljoe = find_miljoe()
    for rolle in ROLLER:
        enhed = 81000 if rolle in ("hr", "dpo") else 81210
        add_raekke(miljoe.lager, NyRaekke(rolle, "x@eksempel.invalid", rolle, enhed, date(2020, 1, 1), "x"), af="hr0")
    ny = NyLaas("2025K2", date(2025, 8, 20), None, b"{}")
    lock_kvartal(miljoe.lager, ny, Haendelse("hr1", "kvartal låst"), nu=miljoe.ur(), filer=sagen)
    return miljoe


def test_every_kind_of_file_is_asked_for_here():
    assert HVEM.keys() == FILER.keys()


def test_each_is_had_by_those_it_is_for_and_by_nobody_else(miljoe):
    bygning = open_scope(Bruger("hr"), miljoe=miljoe).bygning_id

    def gets(fil, parametre, bruger):
        try:
            return make_fil(Billet(fil, {"bygning": bygning, **parametre}), Bruger(bruger), miljoe) is not None
        except Brugerfejl:
            return False

    fik = {
        fil: {bruger for bruger in (*ROLLER, "ukendt") if gets(fil, parametre, bruger)}
        for fil, (parametre, _) in HVEM.items()
    }
    visning = Billet("visning", {"bygning": bygning, **HVEM["visning"][0]})
    raekker = {
        bruger: len(make_fil(visning, Bruger(bruger), miljoe).indhold.splitlines()) for bruger in HVEM["visning"][1]
    }
    assert raekker["aggregat"] == 1 < min(raekker["hr"], raekker["chef"], raekker["leder"])
    assert fik == {fil: set(hvem) for fil, (_, hvem) in HVEM.items()}
