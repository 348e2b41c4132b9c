"""On the front page a change has a colour only where the build says it is larger than chance."""

import re
from pathlib import Path

import polars as pl
import pytest

from app.tabel import draw_tabel
from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.report.aendringer import SKRIDT, judge_aendring, with_grund, word_aendring
from pipeline.report.visninger import VISNINGER
from tests.conftest import query

SIGNALER = (
    "select enhedsnr, periode, skridt from signaler inner join enheder using (enhed_id) "
    "inner join perioder using (vindue_nr) where er_signal and slags = 'alt'"
)


@pytest.fixture
def demo(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    return database


@pytest.fixture(scope="module")
def signaler(demo_database: Path) -> set[tuple[str, str, str]]:
    return set(query(demo_database, SIGNALER))


def test_every_node_and_quarter_is_judged_as_the_build_says(demo_database: Path, signaler: set) -> None:
    with scope_of_command_line(demo_database, "noegletal") as scope:
        raekker = scope.rows("noegletal_liste", periodetype="kvartal", periode=None, enhedsnr=None, niveau=None)
        domme = {
            (raekke["enhedsnr"], raekke["periode"], skridt): judge_aendring(raekke, skridt)
            for raekke in raekker.iter_rows(named=True)
            for skridt in SKRIDT
        }
    assert {noegle for noegle, dom in domme.items() if dom} <= signaler
    assert domme["00081000", "2025K2", "kvartal"] == "godt"
    assert domme["00081000", "2025K2", "aar"] == ""


def test_the_list_of_units_has_no_colour_but_that_of_a_signal(demo_database: Path, signaler: set) -> None:
    """Every list of children there is, in the newest quarter and a month that ends with it and one that does not."""
    fundet, skridt = 0, {"Signal, kvartal": "kvartal", "Signal, år": "aar"}
    with scope_of_command_line(demo_database, "noegletal") as scope:
        for enhed_id in scope.rows("noder").filter(pl.col("enhed_id") > 0)["enhed_id"]:
            for periode, kvartal in (("2025K2", "2025K2"), ("2025-06", "2025K2"), ("2025-05", None)):
                tabel = VISNINGER["boern"](scope, {"enhed": str(enhed_id), "periode": periode}).tabel
                raekker = draw_tabel(tabel).split("<tr ")[2:]
                for enhedsnr, raekke in zip(tabel.enheder, raekker, strict=True):
                    farvede = re.findall(r'class="[^"]*(?:godt|skidt)[^"]*" data-navn="([^"]*)"', raekke)
                    assert {(enhedsnr, kvartal, skridt[navn]) for navn in farvede} <= signaler
                    fundet += 1
    assert fundet > 300


@pytest.mark.usefixtures("demo")
def test_the_kommunes_page_has_the_colour_of_its_one_signal(open_as) -> None:
    side = open_as(("hr", 81000))
    tekst = "\n".join(afsnit.value for afsnit in side.markdown)
    assert re.findall(r":(?:green|red)\[[^\]]*\]", tekst) == [":green[**−0,7**]"]
    assert "**−1,1** siden sidste år (kan være tilfældigt)" in tekst


@pytest.mark.parametrize(
    ("aendring", "er_signal", "grund", "dom", "ord_om"),
    [
        (-0.05, True, None, "godt", ""),
        (0.05, True, None, "skidt", ""),
        (0.04, True, None, "", ""),
        (-9.0, False, "tilfaeldigt", "", "kan være tilfældigt"),
        (-9.0, False, "udskiftning", "", "mange er kommet eller gået"),
        (0.04, False, "tilfaeldigt", "", ""),
        (-9.0, False, "foreloebig", "", ""),
        (-9.0, False, None, "", ""),
        (None, False, None, "", ""),
    ],
)
def test_only_a_signal_that_reads_as_a_change_is_good_or_bad(aendring, er_signal, grund, dom, ord_om) -> None:
    raekke = {"aendring_aar": aendring, "aar_er_signal": er_signal, "aar_grund": grund}
    assert judge_aendring(raekke, "aar") == dom
    assert with_grund("Tallet", raekke, "aar") == (f"Tallet ({ord_om})" if ord_om else "Tallet")
    assert word_aendring(raekke, "aar") == {"godt": "faldet", "skidt": "steget", "": ord_om or None}[dom]
