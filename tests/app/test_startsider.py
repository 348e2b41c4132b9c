"""Where each role begins: what is said first, what the list holds, and that the old pages are one click away."""

import re
from datetime import date

import polars as pl
import pytest

from app.hent import make_fil
from app.miljoe import find_miljoe
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.log import read_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from pipeline.tekster.dashboard import MINE_ARK_AABN
from tests.app.test_dashboard import demo, follow, go, links, metrics, tables, titles, words

__all__ = ["demo"]
LAENGE_SIDEN = date(2020, 1, 1)
pytestmark = [pytest.mark.langsom, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize(
    ("rolle", "titel"),
    [
        (("hr", 81000), "Sygefravær i Eksempel Kommune"),
        (("chef", 81210), "Mine enheder"),
        (("leder", 81583), "Det skal du"),
        (("aggregat", 81000), "Status"),
        (("dpo", 81000), "Hvem ser hvad"),
    ],
)
def test_each_role_begins_where_its_work_is(open_as, rolle, titel):
    side = open_as(rolle)
    assert not side.exception
    assert titles(side) == [titel]


def test_a_bookmark_of_a_unit_at_the_front_page_still_leads_to_it(open_as):
    side = open_as(("chef", 81210))
    side.query_params["enhed"] = "00081511"
    assert titles(side.run()) == ["Sygefravær i Møllevangskolen"]


def test_a_chef_is_told_whom_to_talk_to_first_and_finds_her_one_click_away(open_as):
    side = open_as(("chef", 81210))
    first = "Tal først med Møllevangskolen: 6,8 sygedage over måltal, og niveauet ligger over det forventede: hold øje."
    assert first in words(side)
    (liste,) = tables(side)
    hoved, foerste, *_ = liste.splitlines()
    assert hoved.startswith("| Enhed | Slags | Medarb. i gns. | Sygedage | Måltal | Afstand | Afstand × medarb.")
    assert foerste.startswith("| Møllevangskolen | Enhed | 79 | 24,3 | 17,5 | +6,8 | +538,9 |")
    assert "| Dagtilbud & Skole, fælles | Flere vist samlet |" in liste
    assert len(liste.splitlines()) == 42  # the 41 below her own
    follow(side, "Møllevangskolen")
    assert titles(side) == ["Sygefravær i Møllevangskolen"]
    assert metrics(side)["Sygedage pr. medarbejder"] == "24,3"


def test_a_chefs_units_without_a_leder_are_counted(open_as):
    """81210 has 39 units in use, herself among them (the start page says so); two of the 38 below are led."""
    side = open_as(("chef", 81210))
    assert "**38 enheder uden leder** med adgang, af 38" in words(side)
    for bruger, enhed in (("l1", 81510), ("l2", 81461), ("l3", 81583)):  # the last is not hers
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", "leder", enhed, LAENGE_SIDEN, "Prøve")
        add_raekke(find_miljoe().lager, ny, af="hr0")
    side.run()
    assert "**36 enheder uden leder** med adgang, af 38" in words(side)


def test_a_leder_above_a_unit_counts_for_the_units_below(open_as):
    side = open_as(("chef", 81210))
    ny = NyRaekke("l1", "l1@eksempel.invalid", "leder", 81500, LAENGE_SIDEN, "Prøve")  # Bøgeskolen and its three parts
    add_raekke(find_miljoe().lager, ny, af="hr0")
    assert "**34 enheder uden leder** med adgang, af 38" in words(side.run())


def test_the_list_is_sorted_by_the_address_and_its_file_is_what_is_shown(open_as):
    side = open_as(("chef", 81210))
    side.query_params["sorter"] = "mine_enheder:3-ned"
    side.run()
    navne = [linje.split(" | ")[0].removeprefix("| ") for linje in tables(side)[0].splitlines()[1:]]
    assert navne[0] == "Møllevangskolen"
    side.text_input(key="soeg_mine_enheder_2025K2").set_value("sfo").run()
    assert "8 af 41 linjer passer på det, du søger." in words(side)
    vist = [linje.split(" | ")[0].removeprefix("| ") for linje in tables(side)[0].splitlines()[1:]]
    parametre = {
        "visning": "mine_enheder", "format": "csv", "periode": "2025K2", "sorter": "3-ned", "soeg": "sfo",
    }  # fmt: skip
    bygning = open_scope(Bruger("u1"), miljoe=find_miljoe()).bygning_id
    fil = make_fil(Billet("visning", {**parametre, "bygning": bygning}), Bruger("u1"), find_miljoe())
    assert pl.read_csv(fil.indhold, separator=";")["Enhed"].to_list() == vist


def test_whoever_sees_no_persons_gets_no_file_of_the_follow_up(open_as):
    open_as(("aggregat", 81210))
    bygning = open_scope(Bruger("u1"), miljoe=find_miljoe()).bygning_id
    for navn in ("mine_enheder", "ledere"):
        parametre = {"visning": navn, "format": "csv", "periode": "2025K2", "bygning": bygning}
        assert make_fil(Billet("visning", parametre), Bruger("u1"), find_miljoe()) is None


def test_a_chef_meets_no_person_and_nobody_elses_unit_on_her_start_page(open_as):
    side = open_as(("chef", 81210))
    assert "Plejehjemmet" not in words(side)
    egne = open_scope(Bruger("u1"), miljoe=find_miljoe()).rows("noder")
    tilladt = {*egne["enhedsnavn"], MINE_ARK_AABN}
    assert {navn for navn, href in links(side).items() if "enhed=" in href and "sorter" not in href} <= tilladt
    numre = {nr for href in links(side).values() for nr in re.findall(r"enhed=(-?\d+)", href)}
    assert numre <= set(egne["enhedsnr"]) | set(egne["enhed_id"].cast(str))
    logget = read_log(find_miljoe().lager, fra=LAENGE_SIDEN, til=date(2100, 1, 1)).filter(hvad="personer")
    assert set(logget["hvor"]) == {"Mine enheder"}


def test_hr_is_told_what_waits_and_where(open_as):
    side = open_as(("hr", 81000))
    assert links(side)["1 forslag til adgang venter på dig."] if "1 forslag" in words(side) else True
    assert any(href == "/datagrundlag" and "advarsler om leverancen" in tekst for tekst, href in links(side).items())
    assert any(
        href == "/datagrundlag" and "trukket ud af OPUS 15.07.2025" in tekst for tekst, href in links(side).items()
    )


@pytest.mark.parametrize(
    ("rolle", "sider"),
    [
        (("chef", 81210), ("mine_enheder", "overblik", "opfoelgning", "maaltal", "sammenlign")),
        (("leder", 81583), ("det_skal_du", "overblik", "opfoelgning", "medarbejdere")),
    ],
)
def test_the_old_pages_are_where_they_were(open_as, rolle, sider):
    side = open_as(rolle)
    for adresse in sider:
        side.query_params.clear()
        go(side, adresse)
        assert not side.exception
        assert titles(side) != ["Siden findes ikke"], adresse


@pytest.mark.parametrize("rolle", [("hr", 81000), ("aggregat", 81000), ("dpo", 81000), ("chef", 81210)])
def test_nobody_but_a_leder_has_the_page_of_persons(open_as, rolle):
    side = go(open_as(rolle), "det_skal_du")
    assert titles(side) == ["Siden findes ikke"]
    assert tables(side) == []
