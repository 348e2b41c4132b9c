"""The judge in a process of its own: a chef on every node of the demo, pairs of roles, invented organisations.

Prints one line of JSON: how many users were judged, how many groups they could tell, and how long it took beside the
build. Arguments: an empty folder, and how many organisations.
"""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from pipeline.byg.warehouse import build_warehouse
from pipeline.database.noegler import ensure_noegler, read_noegle
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.lager import open_lager
from pipeline.port.dom_over_adgang import end_telling
from pipeline.port.dommer import Dommer
from pipeline.port.rettigheder import Bruger, rights_of
from pipeline.port.scope import Miljoe, open_dommer, preview_scope
from tests.lille_leverance import write_leverance
from tests.organisationer import invent_organisation

LEVERANCE = Path(__file__).parents[1] / "sample_data" / "leverance"
HR = Bruger("hr", er_kommandolinje=True)
PAR, NODER_I_ALT = 60, 8
NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
Roller = list[tuple[str, int]]


def build(kilde: Path, mappe: Path) -> tuple[Miljoe, list[dict[str, object]], float]:
    """The database with a store of its own, the delivery's adgang, and the build's seconds."""
    database = mappe / "tal.duckdb"
    ensure_noegler(database)
    begyndt = time.perf_counter()
    rapport = build_warehouse(kilde, database, indstillinger=load_indstillinger())
    sekunder = time.perf_counter() - begyndt
    lager = open_lager("sqlite:///:memory:", read_noegle("personnoegle", database))
    return Miljoe(database, lager, lambda: NU), rapport.adgang.to_dicts(), sekunder


def count(miljoe: Miljoe, brugere: list[Roller]) -> dict[str, int]:
    """Users, and groups told: exactly, and within limits."""
    dommer = Dommer(open_dommer(miljoe))
    talt = {"brugere": 0, "bestemt": 0, "indkredset": 0}
    for roller in brugere:
        talt["brugere"] += 1
        for fund in dommer.judge(preview_scope(HR, rights_of(roller), miljoe=miljoe)):
            talt[fund.slags] += 1
    return talt


def pairs(noder: list[int], tilfaeldig: Random) -> list[Roller]:
    return [
        [("chef", en), (rolle, anden)]
        for rolle in ("leder", "chef", "aggregat")
        for en, anden in (tilfaeldig.sample(noder, 2) for _ in range(PAR // 3))
    ]


def main(mappe: Path, organisationer: int) -> None:
    tilfaeldig = Random(18)
    miljoe, adgang, byg_s = build(LEVERANCE, mappe)
    seed_adgang(miljoe.lager, [NyRaekke(**raekke) for raekke in adgang], [])  # type: ignore[arg-type]
    begyndt = time.perf_counter()
    end_telling(miljoe, hr=HR)
    svar: dict[str, object] = {"byg_s": byg_s, "dom_s": time.perf_counter() - begyndt}
    noder = sorted(node for node in Dommer(open_dommer(miljoe)).dele if node > 0)
    svar["demo"] = count(miljoe, [[("chef", node), ("aggregat", node)] for node in noder])
    svar["par"] = count(miljoe, pairs(noder, tilfaeldig))
    opdigtede = {"brugere": 0, "bestemt": 0, "indkredset": 0}
    for froe in range(organisationer):
        egen = mappe / str(froe)
        leverance = invent_organisation(froe)
        miljoe, _, _ = build(write_leverance(leverance, egen / "leverance"), egen)
        noder = [int(enhed.enhedsnr) for enhed in leverance.enheder]
        valgte = tilfaeldig.sample(noder, min(NODER_I_ALT, len(noder)))
        for navn, antal in count(miljoe, [[("chef", node)] for node in valgte]).items():
            opdigtede[navn] += antal
    print(json.dumps(svar | {"opdigtede": opdigtede}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
