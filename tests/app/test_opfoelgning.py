"""The page Opfølgning and its PDF: what each role meets, and what nobody meets."""

import re
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest

from app.hent import make_fil
from app.miljoe import find_miljoe
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.noter import read_active_noter
from pipeline.opfoelgning.registrer import register_bygning
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from tests.alene import build_alone
from tests.app.test_dashboard import go, words
from tests.conftest import query
from tests.lille_leverance import Enhed, Leverance, ansat, syg

SIDE = "opfoelgning"
SYG = tuple(syg(nr, date(2026, 11, 2), None) for nr in ("11", "21", "12"))
FAST_NU = datetime(2026, 11, 27, 10, tzinfo=UTC)


@pytest.fixture
def bygget(database):
    """Two institutions under one afdeling, drawn yesterday: 11 and 12 in the first, 21 in the second."""
    leverance = Leverance(
        udtraek=date(2026, 11, 26),
        enheder=(Enhed("1"), Enhed("10", "1"), Enhed("101", "10"), Enhed("102", "10")),
        ansaettelser=tuple(ansat(nr, "101") for nr in ("11", "12", "13", "14", "15", "16"))
        + tuple(ansat(nr, "102") for nr in ("21", "22", "23", "24", "25", "26")),
        fravaer=SYG,
        periode_fravaer=(date(2022, 1, 1), date(2026, 11, 26)),
    )
    miljoe = find_miljoe()
    object.__setattr__(miljoe, "ur", lambda: FAST_NU)
    indstillinger = load_indstillinger()
    rapport = build_alone(leverance, database, indstillinger)
    register_bygning(miljoe.lager, rapport, opfoelgning=indstillinger.opfoelgning, nu=FAST_NU)
    for bruger, rolle, node in (("la", "leder", 101), ("lb", "leder", 102)):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, node, date(2020, 1, 1), "Prøve")
        add_raekke(miljoe.lager, ny, af="hr0")
    return database


def everything(side):
    return words(side) + "\n".join(str(knap.label) for knap in side.button)


def find(side, begynder):
    """The buttons whose names begin so."""
    return [knap for knap in side.button if knap.label.startswith(begynder)]


def starts(tekst):
    """A text up to whom it is about."""
    return tekst.partition("{")[0]


NOTER, GEM, FORTRYD = (
    starts(tekst) for tekst in (tekster_opfoelgning.NOTER, tekster_opfoelgning.NOTER_GEM, tekster_opfoelgning.FORTRYD)
)


def test_a_leder_sees_her_own_and_marks_one_and_undoes_it(bygget, open_as):
    side = go(open_as(("leder", 101)), SIDE)
    assert not side.exception
    assert tekster_opfoelgning.ANTAL.format(aabne="10", over="0") in words(
        side
    )  # 25 days: contacts, talk and 15 days, of two
    assert "00000011" in words(side)
    assert "00000021" not in words(side)
    assert {knap.label for knap in find(side, NOTER)} == {
        "Notér samtale med 00000011",
        "Notér samtale med 00000012",
    }
    side.button(key="noter_00000012_kontakt_6_2026-11-02").click().run()
    assert not side.exception
    assert [h.value for h in side.header] == ["Notér om 00000012: Kontakt på 6. sygedag"]
    side.radio[0].set_value("samtale holdt").run()
    side.button(key="gem_00000012_kontakt_6_2026-11-02").click().run()
    assert not side.exception
    kvittering = (
        "Noteret om 00000012, Kontakt på 6. sygedag: samtale holdt 27. november 2026, noteret af u1. "
        "Du kan fortryde i ti minutter."
    )
    assert [besked.value for besked in side.success] == [kvittering]
    assert tekster_opfoelgning.ANTAL.format(aabne="9", over="0") in words(side)
    assert [note.af for note in read_active_noter(find_miljoe().lager)] == ["u1"]
    (fortryd,) = find(side, FORTRYD)
    assert fortryd.label == "Fortryd noten om 00000012"
    fortryd.click().run()
    assert tekster_opfoelgning.ANTAL.format(aabne="10", over="0") in words(side)
    assert read_active_noter(find_miljoe().lager) == []


def test_after_one_is_noted_no_form_is_open_and_the_receipt_stands_above_the_heading(bygget, open_as):
    side = go(open_as(("leder", 101)), SIDE)
    assert (list(side.radio), find(side, GEM)) == ([], [])
    find(side, NOTER)[0].click().run()
    assert len(find(side, GEM)) == 1
    assert find(side, NOTER) == []  # nobody else can be noted from here
    find(side, GEM)[0].click().run()
    assert (list(side.radio), list(side.date_input), find(side, GEM)) == ([], [], [])
    slags = [del_.type for del_ in side.main]
    assert slags.index("success") < slags.index("button") < slags.index("title")
    find(side, NOTER)[0].click().run()
    assert side.radio[0].value == "kontaktet"
    find(side, starts(tekster_opfoelgning.NOTER_LUK))[0].click().run()
    assert (list(side.radio), find(side, GEM)) == ([], [])
    assert len(read_active_noter(find_miljoe().lager)) == 1


def test_a_notice_another_has_handled_meanwhile_has_no_form(bygget, open_as):
    side = go(open_as(("leder", 101)), SIDE)
    side.session_state["noteres"] = "00000021_kontakt_6_2026-11-02"
    side.run()
    assert not side.exception
    assert list(side.radio) == []
    assert len(find(side, NOTER)) == 10


def test_with_old_data_the_page_says_which_rules_are_off_and_does_not_say_that_all_is_well(bygget, open_as):
    object.__setattr__(find_miljoe(), "ur", lambda: FAST_NU + timedelta(days=60))
    side = go(open_as(("leder", 101)), SIDE)
    assert not side.exception
    assert tekster_opfoelgning.INTET_MEN_FRA in words(side)
    assert tekster_opfoelgning.INTET not in words(side).replace(tekster_opfoelgning.INTET_MEN_FRA, "")
    assert "**Kontakt på 2. sygedag**: kræver tal, der højst er 2 dage gamle; de nyeste er 61 dage gamle." in words(
        side
    )


def test_there_is_nowhere_to_write_free_text(bygget, open_as):
    side = go(open_as(("leder", 101)), SIDE)
    assert (list(side.text_input), list(side.text_area)) == ([], [])


def test_a_chef_sees_counts_and_no_employee(bygget, open_as):
    side = go(open_as(("chef", 10)), SIDE)
    assert not side.exception
    assert tekster_opfoelgning.LEDERE in [h.value for h in side.header]
    assert not re.search(r"000000(11|12|21)|sygedag", everything(side))
    assert find(side, NOTER) == []
    assert [knap.label for knap in side.button if knap.label == tekster_opfoelgning.LEDERE_HENT] == [
        tekster_opfoelgning.LEDERE_HENT
    ]


def test_hr_sees_the_coverage_by_afdeling_and_rule(bygget, open_as):
    side = go(open_as(("hr", 1)), SIDE)
    assert not side.exception
    overskrifter = [h.value for h in side.header]
    assert tekster_opfoelgning.DAEKNING in overskrifter
    assert tekster_opfoelgning.LEDERE in overskrifter
    assert "Kontakt på 2. sygedag" in words(side)


@pytest.mark.parametrize("rolle", ["aggregat", "dpo"])
def test_who_sees_no_employees_has_no_such_page(bygget, open_as, rolle):
    side = go(open_as((rolle, 1)), SIDE)
    assert not side.exception
    assert "00000011" not in everything(side)
    assert tekster_opfoelgning.FORKLARING[:20] not in words(side)


def test_seen_as_another_the_page_can_be_read_and_not_written(bygget, open_as):
    side = go(open_as(("hr", 1)), SIDE)
    side.session_state["som"] = "la"
    side = go(side, SIDE)
    assert not side.exception
    assert tekster_opfoelgning.SE_SOM in words(side)
    assert "00000011" in words(side)
    assert find(side, NOTER) + find(side, FORTRYD) == []
    side.session_state["noteres"] = "00000011_kontakt_6_2026-11-02"
    assert list(go(side, SIDE).radio) == []


def fetch(bruger, enhed):
    miljoe = find_miljoe()
    bygning = open_scope(Bruger("la"), miljoe=miljoe).bygning_id
    return make_fil(Billet("ledersamtale", {"bygning": bygning, "enhed": enhed}), Bruger(bruger), miljoe)


def test_the_page_for_the_talk_is_one_page_of_counts_for_the_chef_alone(bygget):
    for bruger, rolle, node in (("ch", "chef", 10), ("anden", "chef", 102), ("oe", "aggregat", 1)):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, node, date(2020, 1, 1), "Prøve")
        add_raekke(find_miljoe().lager, ny, af="hr0")
    fil = fetch("ch", "00000101")
    assert (fil.navn, fil.type) == ("sygefravaer_ledersamtale_00000101.pdf", "application/pdf")
    pdf = pypdfium2.PdfDocument(fil.indhold)
    assert len(pdf) == 1
    tekst = pdf[0].get_textpage().get_text_range()
    assert "Enhed 101" in tekst
    for nummer in {nr for (nr,) in query(bygget, "select distinct medarbejdernr from ansaettelser")}:
        assert f"{nummer:08d}" not in tekst
    assert "sygedag" not in tekst
    for bruger in ("anden", "la", "lb", "oe", "ukendt"):
        assert fetch(bruger, "00000101") is None
    assert fetch("ch", "findes ikke") is None
