"""Afstem et tal: hr asks, the lines add up as the command's do, and nobody else has the page or its file."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from app.hent import make_fil
from app.miljoe import find_miljoe
from app.side import SOM
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.log import read_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from pipeline.tekster import afstemning as tekster
from tests.app.test_dashboard import AGGREGAT, CHEF, HR, LEDER, demo, go, open_page, tables, titles, words

__all__ = ["demo", "open_page"]
pytestmark = [pytest.mark.langsom, pytest.mark.usefixtures("demo")]
LAENGE_SIDEN = date(2020, 1, 1)
KRL = {"enhed": "00081000", "kvartal": "2024K4", "med": "krl", "gruppe": "kommuner"}


def numbers(tabel):
    """The figure of each line of a bridge, and the difference where there is one."""
    linjer = [linje.strip("| ").split(" | ") for linje in tabel.splitlines()[1:]]
    return [tuple(read_tal(celle) for celle in linje[1:]) for linje in linjer]


def read_tal(celle):
    return celle.replace(".", "").replace("−", "-").replace(",", ".").strip("±")


def fetch(bruger, **valg):
    open_as = Bruger(bruger)
    bygning = open_scope(Bruger("u1"), miljoe=find_miljoe()).bygning_id
    return make_fil(Billet("afstem", {**KRL, "format": "csv", **valg, "bygning": bygning}), open_as, find_miljoe())


def test_nothing_is_asked_before_a_source_is_chosen_and_nobody_is_logged(open_page):
    side = open_page(HR, "afstem")
    assert titles(side) == ["Afstem et tal"]
    assert not tables(side)
    assert not side.error
    log = read_log(find_miljoe().lager, fra=LAENGE_SIDEN, til=date(2100, 1, 1))
    assert "Afstem et tal" not in set(log["hvor"])


def test_krl_is_the_commands_bridge_line_by_line_and_adds_up(open_page):
    side = open_page(HR, "afstem")
    side.selectbox(key="afstem_kvartal").set_value("2024K4")
    side.selectbox(key="afstem_med").set_value("krl").run()
    assert not side.exception
    dage, procent = (numbers(tabel) for tabel in tables(side))
    assert (dage[0][-1], dage[1][-1], dage[-1][-1]) == ("14.48", "15.40", "16.10")
    assert (procent[0][-1], procent[1][-1]) == ("6.06", "6.79")
    for linjer in (dage, procent):
        for foer, nu in pairwise(linjer):
            assert Decimal(foer[-1]) + Decimal(nu[0] or "0") == Decimal(nu[-1])
    assert "Eksempel Kommune har 14,48 og KRL 16,10" in words(side)
    log = read_log(find_miljoe().lager, fra=LAENGE_SIDEN, til=date(2100, 1, 1))
    assert ("personer", "Afstem et tal") in set(log.select("hvad", "hvor").iter_rows())


def test_a_number_of_her_own_is_held_against_our_other_ways(open_page):
    side = open_page(HR, "afstem")
    side.selectbox(key="afstem_med").set_value("eget").run()
    assert not tables(side)
    side.text_input(key="afstem_tal_eget").input("14,3").run()
    assert len(tables(side)) == 2
    assert "for de er ens" in words(side)
    side.text_input(key="afstem_tal_eget").input("tolv").run()
    assert [fejl.value for fejl in side.error] == [tekster.IKKE_ET_TAL.format(tekst="tolv")]


@pytest.mark.parametrize(
    ("med", "saetning"),
    [
        ("laast", "2. kvartal 2025 er ikke låst. Der er låst intet."),
        ("rapport", "Intet kvartal før 2. kvartal 2025 er låst, så der er ingen sidste rapport at afstemme med."),
    ],
)
def test_what_there_is_no_bridge_of_is_one_sentence(open_page, med, saetning):
    side = open_page(HR, "afstem")
    side.selectbox(key="afstem_med").set_value(med).run()
    assert [fejl.value for fejl in side.error] == [saetning]
    assert not tables(side)


def test_lpt169_is_for_the_whole_kommune_and_said_so_for_a_unit(open_page):
    side = open_page(HR, "afstem", enhed="00081583")
    side.selectbox(key="afstem_med").set_value("lpt169").run()
    assert [fejl.value for fejl in side.error] == [tekster.KUN_KOMMUNEN.format(enhedsnr="00081000")]


def test_the_files_hold_what_the_page_shows_as_numbers(open_page):
    open_page(HR)
    raekker = list(csv.DictReader(fetch("u1").indhold.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert (raekker[0]["Tal"], raekker[1]["Forskel"]) == ("14,48", "0,92")
    fil = fetch("u1", format="xlsx")
    assert fil.navn == "demo_afstemning_00081000_2024K4_krl.xlsx"
    ark = openpyxl.load_workbook(BytesIO(fil.indhold))
    assert ark["Tal"]["D2"].value == pytest.approx(14.48)
    assert ark["Tal"]["D2"].number_format == "#,##0.00"
    assert "DEMO: opdigtede tal og mennesker" in [celle.value for celle in ark["Om tallene"]["A"]]


def test_a_file_of_no_bridge_or_of_a_picture_is_none(open_page):
    open_page(HR)
    for valg in ({"med": "laast"}, {"format": "png"}, {"enhed": "4711"}, {"med": "x"}, {"kvartal": "2019K1"}):
        assert fetch("u1", **valg) is None, valg


@pytest.mark.parametrize("rolle", [LEDER, CHEF, AGGREGAT, ("dpo", 81000)], ids=lambda rolle: rolle[0])
def test_nobody_but_hr_has_the_page_or_its_file(open_as, open_page, rolle):
    open_page(HR)
    add_raekke(find_miljoe().lager, NyRaekke("b1", "b1@eksempel.invalid", *rolle, LAENGE_SIDEN, "Prøve"), af="hr0")
    assert fetch("b1") is None
    assert fetch("b1", enhed=f"{rolle[1]:08d}", kvartal="2025K2", med="eget", tal="12,0") is None  # nor of her own unit
    side = go(open_as(bruger="b1"), "afstem")
    assert titles(side) == ["Siden findes ikke"]
    assert not tables(side)


def test_hr_who_looks_as_another_asks_nothing(open_page):
    side = open_page(HR)
    add_raekke(find_miljoe().lager, NyRaekke("hr9", "x@eksempel.invalid", *HR, LAENGE_SIDEN, "Prøve"), af="hr0")
    side.session_state[SOM] = "hr9"
    go(side, "afstem")
    assert tekster.SIDE_IKKE_SOM in words(side)
    assert not side.selectbox
