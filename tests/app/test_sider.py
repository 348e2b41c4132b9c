"""What each role meets: the start page in plain words, and on Adgang what is shown and what is not."""

import re
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from app.miljoe import find_miljoe
from pipeline.lager.adgang import NyRaekke, add_raekke, is_gaeldende, read_adgang, seed_adgang
from pipeline.lager.indsatser import NyIndsats, add_indsats, read_indsatser
from pipeline.lager.log import DANSK_TID, Haendelse, read_log
from pipeline.lager.sessioner import touch_session
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import indsats as tekster_indsats
from tests.app.conftest import SESSION
from tests.app.test_dashboard import go, tables, words


@pytest.fixture
def demo(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    return database


def metrics(side):
    return {tal.label: tal.value for tal in side.metric}


@pytest.mark.parametrize(
    ("rolle", "enhed", "saetning", "titel"),
    [
        (
            "hr",
            81000,
            "Du ser **Eksempel Kommune**: 137 enheder, 3.215 ansat 30. juni 2025.",
            "Sygefravær i Eksempel Kommune",
        ),
        (
            "leder",
            81583,
            "Du ser **Plejehjemmet Åvang**: 1 enhed, 63 ansat 30. juni 2025.",
            "Sygefravær i Plejehjemmet Åvang",
        ),
        (
            "chef",
            81210,
            "Du ser **Dagtilbud & Skole**: 39 enheder, 1.202 ansat 30. juni 2025.",
            "Sygefravær i Dagtilbud & Skole",
        ),
        (
            "aggregat",
            81210,
            "Du ser **Dagtilbud & Skole**: 39 enheder, omkring 1.230 medarbejdere i gennemsnit.",
            "Sygefravær i Dagtilbud & Skole",
        ),
    ],
)
@pytest.mark.usefixtures("demo")
def test_overblik_says_in_plain_words_what_one_sees(open_as, rolle, enhed, saetning, titel):
    side = go(open_as((rolle, enhed)), "overblik")
    assert not side.exception
    assert saetning in words(side)
    assert [t.value for t in side.title] == [titel]
    assert tekster_adgang.DEMO in words(side)
    assert metrics(side)["Sygedage pr. medarbejder"] != ""


@pytest.mark.usefixtures("demo")
def test_the_dpo_sees_no_figure(open_as):
    side = open_as(("dpo", 81000))
    assert tekster_adgang.DU_SER_ADGANG_OG_LOG in words(side)
    assert metrics(side) == {}


@pytest.mark.usefixtures("demo")
def test_a_chef_of_a_unit_too_small_sees_a_sentence_and_no_figure(open_as):
    side = open_as(("chef", 81451))
    assert "Lokalarkivet er for lille til at blive vist for sig selv" in words(side)
    assert "Enheden indgår i **Øvrige enheder (" in words(side)
    assert metrics(side) == {}


@pytest.mark.usefixtures("demo")
def test_aggregat_sees_rounded_figures_only(open_as):
    side = open_as(("aggregat", 81000))
    assert metrics(side) == {
        "Sygedage pr. medarbejder": "13,6",
        "Langtidsfravær af alle sygedage": "42 pct.",
        "Langtidsfriske medarbejdere": "32 pct.",
    }
    tabel = next(tabel for tabel in tables(side) if tabel.startswith("| Enhed"))
    assert tabel.splitlines()[1] == (
        "| By, Kultur, Miljø & Beskæftigelse | 11,0 | 6,4 | 4,6 | 42 pct. | 33 pct. | 640 | 12,3 |"
    )
    assert re.search(r"[−+±]\d+,\d\S* siden sidste", words(side)) is None


@pytest.mark.usefixtures("demo")
def test_two_roles_add_up_and_one_chooses_between_them(open_as):
    side = go(open_as(("leder", 81583), ("aggregat", 81210)), "overblik")
    assert "Plejehjemmet Åvang" in words(side)
    assert "Dagtilbud & Skole" in words(side)
    side.selectbox(key="valg_enhed").set_value("00081583").run()
    assert [t.value for t in side.title] == ["Sygefravær i Plejehjemmet Åvang"]


@pytest.mark.usefixtures("demo")
def test_somebody_without_a_row_is_told_whom_to_ask(open_as):
    side = open_as()
    assert tekster_adgang.INGEN_ADGANG in words(side)
    assert metrics(side) == {}


def page_adgang():
    """The page Adgang alone, for the user u1: AppTest opens pages that are files, and ours are functions."""
    import streamlit as st

    from app.miljoe import find_miljoe
    from app.side import BESKED, Side
    from app.sider.adgang import show_adgang
    from pipeline.port.rettigheder import Bruger
    from pipeline.port.scope import open_scope

    if BESKED in st.session_state:
        st.success(st.session_state.pop(BESKED))
    miljoe, bruger = find_miljoe(), Bruger("u1")
    show_adgang(Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, "a" * 64))


@pytest.fixture
def open_adgang(demo):
    """The page for hr or dpo, with a leader whose reason is markdown and one proposal of OPUS."""

    def run(rolle="hr"):
        lager = find_miljoe().lager
        for bruger, rollen, tekst in (("u1", rolle, "Prøve"), ("l1", "leder", "Leder | *af* [Åvang](x)")):
            ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rollen, 81583, date(2020, 1, 1), tekst)
            add_raekke(lager, ny, af="hr0")
        seed_adgang(lager, [], [NyRaekke("o1", "o1@eksempel.invalid", "leder", 81461, date(2025, 7, 15), "")])
        return AppTest.from_function(page_adgang, default_timeout=30).run()

    return run


def button(side, navn):
    return next(knap for knap in side.button if knap.label == navn)


def field(felter, navn):
    return next(felt for felt in felter if felt.label == navn)


def in_force():
    raekker = read_adgang(find_miljoe().lager)
    return {
        raekke.bruger for raekke in raekker if is_gaeldende(raekke, find_miljoe().ur().astimezone(DANSK_TID).date())
    }


def test_the_page_says_who_sees_what_and_why_and_runs_nobodys_markdown(open_adgang):
    side = open_adgang()
    assert not side.exception
    tabel = next(tabel for tabel in tables(side) if tabel.startswith("| Bruger"))
    assert tabel.splitlines()[1] == (
        "| l1 | Leder | Plejehjemmet Åvang | fra 01.01.2020 | Leder | *af* [Åvang](x) | hr0 |"
    )
    field(side.text_input, tekster_adgang.ADGANG_SOEG).input("findes ikke").run()
    assert tekster_adgang.ADGANG_INGEN in words(side)


def test_hr_gives_access(open_adgang):
    side = open_adgang()
    button(side, tekster_adgang.TILFOEJ_KNAP).click().run()
    assert tekster_adgang.TILFOEJ_MANGLER in words(side)
    for felt, vaerdi in ((tekster_adgang.TILFOEJ_BRUGER, "n1"), (tekster_adgang.TILFOEJ_EMAIL, "n1@eksempel.invalid")):
        field(side.text_input, felt).input(vaerdi)
    field(side.multiselect, tekster_adgang.TILFOEJ_ENHEDER).set_value([81462, 81583])
    field(side.text_input, tekster_adgang.TILFOEJ_MEDARBEJDERNR).input("12a")
    [felt for felt in side.text_input if felt.label == tekster_adgang.TILFOEJ_BEGRUNDELSE][-1].input("Ny leder")
    button(side, tekster_adgang.TILFOEJ_KNAP).click().run()
    assert tekster_adgang.TILFOEJ_NUMMER in words(side)
    field(side.text_input, tekster_adgang.TILFOEJ_MEDARBEJDERNR).input("12089")
    button(side, tekster_adgang.TILFOEJ_KNAP).click().run()
    assert "2 adgange er givet." in words(side)
    givet = [raekke for raekke in read_adgang(find_miljoe().lager) if raekke.bruger == "n1"]
    assert [(raekke.enhedsnr, raekke.begrundelse) for raekke in givet] == [(81462, "Ny leder"), (81583, "Ny leder")]


def test_se_som_is_logged_with_both_names(open_adgang):
    side = open_adgang()
    field(side.selectbox, tekster_adgang.SE_SOM_VALG).select("l1")
    button(side, tekster_adgang.SE_SOM_KNAP).click().run()
    assert side.session_state["som"] == "l1"
    log = read_log(find_miljoe().lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))
    assert log.filter(log["hvad"] == "se som").select("hvem", "som").rows() == [("u1", "l1")]


def test_the_dpo_reads_and_changes_nothing(open_adgang):
    side = open_adgang("dpo")
    assert not side.exception
    assert [knap.label for knap in side.button] == [tekster_adgang.LAV_CSV, tekster_adgang.LAV_CSV]
    assert "Loggen er hel" in words(side)
    assert "| u1 | Databeskyttelsesrådgiver | Plejehjemmet Åvang |" in words(side)


def test_hr_looking_as_a_leader_sees_the_leaders_page_and_can_come_back(open_as, demo):
    lager = find_miljoe().lager
    add_raekke(lager, NyRaekke("l1", "l1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Leder"), af="hr0")
    side = open_as(("hr", 81000))
    side.session_state["som"] = "l1"
    side.run()
    assert [t.value for t in side.title] == ["Sygefravær i Plejehjemmet Åvang"]
    assert "som **l1** ser den" in words(side)
    button(side, tekster_adgang.SE_SOM_SLUT).click().run()
    assert [t.value for t in side.title] == ["Sygefravær i Eksempel Kommune"]


def test_a_pages_state_gives_nobody_anothers_rights(open_as, demo):
    """Whatever is forged into the state: a leader is no hr, and hr looks as nobody there is not."""
    add_raekke(
        find_miljoe().lager, NyRaekke("h1", "h1@eksempel.invalid", "hr", 81000, date(2020, 1, 1), "HR"), af="hr0"
    )
    side = open_as(("leder", 81583))
    for forfalsket in ("h1", "u1", "findes-ikke"):
        side.session_state["som"] = forfalsket
        side.session_state["enhed"] = side.session_state["valg_enhed"] = "00081000"
        side.query_params["enhed"] = "00081000"
        side.run()
        assert [t.value for t in side.title] == ["Sygefravær i Plejehjemmet Åvang"]
        assert "som" not in side.session_state


def test_signing_out_ends_the_session_and_is_logged(open_as, demo):
    side = open_as(("hr", 81000))
    button(side, "Skift bruger").click().run()
    miljoe = find_miljoe()
    assert touch_session(miljoe.lager, SESSION, nu=miljoe.ur()) is None
    assert "log ud" in read_log(miljoe.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()


def page_indsatser():
    """The page Indsatser alone, for the user u1."""
    import streamlit as st

    from app.miljoe import find_miljoe
    from app.side import BESKED, Side
    from app.sider.indsatser import show_indsatser
    from pipeline.port.rettigheder import Bruger
    from pipeline.port.scope import open_scope

    if BESKED in st.session_state:
        st.success(st.session_state.pop(BESKED))
    miljoe, bruger = find_miljoe(), Bruger("u1")
    show_indsatser(Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, "a" * 64))


@pytest.fixture
def open_indsatser(demo):
    """The page for a user whose unit has an indsats in words that are markdown, HTML and a formula."""

    def run(rolle, enhed):
        miljoe = find_miljoe()
        ny = NyRaekke("u1", "u1@eksempel.invalid", rolle, enhed, date(2020, 1, 1), "Prøve")
        add_raekke(miljoe.lager, ny, af="hr0")
        indsats = NyIndsats(81583, "Andet", date(2025, 7, 1), None, "Leder", "=1+1 | *a* [b](c) <b>d</b>")
        add_indsats(miljoe.lager, indsats, Haendelse("c1", "indsats aftalt"), nu=datetime(2025, 7, 2, tzinfo=UTC))
        return AppTest.from_function(page_indsatser, default_timeout=30).run()

    return run


INDSATSLINJE = (
    "| 1 | Plejehjemmet Åvang | Andet | Leder | 01.07.2025 | indtil videre "
    "| =1+1 | *a* [b](c) <b>d</b> | c1, 02.07.2025 |"
)


def test_an_indsats_is_shown_as_the_text_it_is_and_a_leader_only_reads_it(open_indsatser):
    side = open_indsatser("leder", 81583)
    assert not side.exception
    assert INDSATSLINJE in tables(side)[0].splitlines()
    assert tekster_indsats.KUN_LAES in words(side)
    assert [knap.label for knap in side.button] == []


def test_a_chef_agrees_for_her_own_units_and_ends_it_again(open_indsatser):
    side = open_indsatser("chef", 81230)
    enhed = field(side.selectbox, tekster_indsats.TILFOEJ_ENHED)
    assert "Plejehjemmet Åvang" in enhed.options
    assert "Møllevangskolen" not in enhed.options
    enhed.select("Plejehjemmet Åvang")
    field(side.text_input, tekster_indsats.TILFOEJ_TEKST).input("Ring til 12345678")
    button(side, tekster_indsats.TILFOEJ_KNAP).click().run()
    assert "seks cifre eller flere" in words(side)
    field(side.text_input, tekster_indsats.TILFOEJ_TEKST).input("Fast møde hver mandag")
    button(side, tekster_indsats.TILFOEJ_KNAP).click().run()
    assert tekster_indsats.GEMT in words(side)
    assert "| Fast møde hver mandag |" in tables(side)[0]
    field(side.selectbox, tekster_indsats.AFSLUT_VALG).select_index(0)
    button(side, tekster_indsats.AFSLUT_KNAP).click().run()
    assert [indsats.afsluttet is None for indsats in read_indsatser(find_miljoe().lager)] == [True, False]


def test_a_chef_of_other_units_is_told_of_none_and_offered_none_of_them(open_indsatser):
    side = open_indsatser("chef", 81210)
    assert tekster_indsats.INGEN in words(side)
    assert "Åvang" not in words(side)
    assert "Plejehjemmet Åvang" not in field(side.selectbox, tekster_indsats.TILFOEJ_ENHED).options
    assert [felt.label for felt in side.selectbox if felt.label == tekster_indsats.AFSLUT_VALG] == []
