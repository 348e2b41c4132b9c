"""Every page as every role meets it, in the demo: what is shown, and what is not."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from lxml.html import fromstring
from streamlit.util import calc_hash

from app.miljoe import find_miljoe
from app.sider.overblik import describe_tilsammen
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.log import read_log
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import kvalitet as tekster_kvalitet
from tests.conftest import query

pytestmark = pytest.mark.langsom

HR, LEDER, CHEF, AGGREGAT = ("hr", 81000), ("leder", 81583), ("chef", 81210), ("aggregat", 81000)
NEDLAGT = """
    select enhedsnr
    from noegletal
    join enheder using (enhed_id)
    join perioder using (vindue_nr)
    where er_nedlagt and periode = '2025-06' and vindue = 'rullende' and enhed_id > 0
"""
FINDES_IKKE = "Siden findes ikke"
TITLER = {
    "udvikling": {HR: "Udvikling", LEDER: "Udvikling", CHEF: "Udvikling", AGGREGAT: "Udvikling"},
    "maaltal": {HR: "Måltal", LEDER: "Måltal", CHEF: "Måltal", AGGREGAT: FINDES_IKKE},
    "sammenlign": {HR: "Sammenlign", LEDER: "Sammenlign", CHEF: "Sammenlign", AGGREGAT: "Sammenlign"},
    "medarbejdere": {
        HR: "Medarbejdere i Eksempel Kommune",
        LEDER: "Medarbejdere i Plejehjemmet Åvang",
        CHEF: "Medarbejdere i Dagtilbud & Skole",
        AGGREGAT: FINDES_IKKE,
    },
    "datagrundlag": dict.fromkeys((HR, LEDER, CHEF, AGGREGAT), "Hvad tallene bygger på"),
    "kvartalet": {HR: "Kvartalet", LEDER: FINDES_IKKE, CHEF: FINDES_IKKE, AGGREGAT: FINDES_IKKE},
    "laaste": {HR: "Udgivne kvartaler", LEDER: FINDES_IKKE, CHEF: FINDES_IKKE, AGGREGAT: FINDES_IKKE},
    "afstem": {HR: "Afstem et tal", LEDER: FINDES_IKKE, CHEF: FINDES_IKKE, AGGREGAT: FINDES_IKKE},
    "adgang": {HR: "Hvem ser hvad", LEDER: FINDES_IKKE, CHEF: FINDES_IKKE, AGGREGAT: FINDES_IKKE},
}


@pytest.fixture(autouse=True)
def demo(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    return database


@pytest.fixture
def open_page(open_as):
    """A page at an address, as somebody with one role sees it."""

    def run(rolle, side="overblik", **adresse):
        test = open_as(rolle)
        for navn, vaerdi in adresse.items():
            test.query_params[navn] = vaerdi
        return go(test, side)

    return run


def go(test, side):
    """As the menu goes. AppTest knows pages by their file, and ours are functions with an address."""
    if side is not None:
        test._page_hash = calc_hash(side)
    return test.run()


def words(side):
    dele = (*side.title, *side.header, *side.markdown, *side.info, *side.warning, *side.error, *side.success)
    return "\n".join((*(del_.value for del_ in dele), *tables(side)))


def tables(side):
    """Each table as lines of what is read in its cells: `| Enhed | Sygedage |`."""
    return [read_table(html.proto.body) for html in side.get("html") if "<table" in html.proto.body]


def read_table(html):
    linjer = fromstring(html).iter("tr")
    return "\n".join("| " + " | ".join("".join(celle.itertext()) for celle in linje) + " |" for linje in linjer)


def links(side):
    """The addresses the tables lead to, by what the links are called."""
    alle = [link for html in side.get("html") for link in fromstring(f"<div>{html.proto.body}</div>").iter("a")]
    return {"".join(link.xpath("text()")): link.get("href") for link in alle}


def follow(side, tekst):
    """As a click on the link goes."""
    sti, _, valg = links(side)[tekst].partition("?")
    side.query_params.clear()
    for navn, vaerdi in parse_qsl(valg):
        side.query_params[navn] = vaerdi
    return go(side, sti.strip("/") or None)


def titles(side):
    return [titel.value for titel in side.title]


def metrics(side):
    return {tal.label: tal.value for tal in side.metric}


def labels(side):
    return [knap.label for knap in side.button]


@pytest.mark.parametrize("rolle", [HR, LEDER, CHEF, AGGREGAT], ids=lambda rolle: rolle[0])
def test_every_page_is_there_for_whom_it_is_and_for_nobody_else(open_page, rolle):
    side = open_page(rolle)
    for adresse, titler in TITLER.items():
        side.query_params.clear()  # as the menu does
        go(side, adresse)
        assert not side.exception, adresse
        assert titles(side) == [titler[rolle]], adresse
        if titler[rolle] == FINDES_IKKE:
            assert tables(side) == [], adresse
            assert not side.metric, adresse


def test_one_clicks_down_through_the_tree_and_back(open_page):
    side = open_page(HR)
    assert metrics(side)["Sygedage pr. medarbejder"] == "13,6"
    follow(side, "Børn, Sundhed & Velfærd")
    assert titles(side) == ["Sygefravær i Børn, Sundhed & Velfærd"]
    assert metrics(side)["Sygedage pr. medarbejder"] == "14,8"
    follow(side, "Ældre, Sundhed & Social")
    follow(side, "Plejehjemmet Åvang")
    assert titles(side) == ["Sygefravær i Plejehjemmet Åvang"]
    assert side.query_params["enhed"] == "00081583"
    side.button(key="sti_00081200").click().run()
    assert titles(side) == ["Sygefravær i Børn, Sundhed & Velfærd"]
    side.selectbox(key="valg_enhed").set_value("00081000").run()
    assert titles(side) == ["Sygefravær i Eksempel Kommune"]


def test_the_quarter_is_one_switch_and_the_place_follows_to_the_next_page(open_page):
    side = open_page(HR, enhed="81583")
    assert "Status for juni 2025, rullende tolv måneder" in words(side)
    side.segmented_control(key="valg_periodetype").set_value("kvartal").run()
    assert "Status for 2. kvartal 2025, rullende tolv måneder" in words(side)
    side.selectbox(key="valg_periode").set_value("2024K4").run()
    assert "Status for 4. kvartal 2024" in words(side)
    side.query_params.clear()  # as the menu does
    go(side, "maaltal")
    assert side.selectbox(key="valg_enhed").value == "00081583"
    assert "Status for 4. kvartal 2024" in words(side)


def test_a_unit_one_may_not_see_and_one_there_is_not_are_the_same(open_page):
    side = open_page(LEDER)
    assert tekster_dashboard.ENHED_FINDES_IKKE not in words(side)
    for enhed in ("81461", "00081000", "99999999", "81498", "GRUPPE:-1", "'; drop table", "hr"):
        side.query_params["enhed"] = enhed
        side.run()
        assert titles(side) == ["Sygefravær i Plejehjemmet Åvang"], enhed
        assert tekster_dashboard.ENHED_FINDES_IKKE in words(side), enhed
        assert enhed not in words(side), enhed


def test_a_period_there_is_not_is_the_newest(open_page):
    assert "Status for juni 2025" in words(open_page(LEDER, periode="1999K1"))


def test_a_chef_starts_at_the_quarter_and_is_told_why_a_month_is_missing(open_page):
    side = open_page(CHEF)
    assert "Status for 2. kvartal 2025" in words(side)
    assert "Plejehjemmet Åvang" not in links(side)
    side.query_params["enhed"], side.query_params["periode"] = "81472", "2025-06"
    side.run()
    assert titles(side) == ["Sygefravær i Børnehaven Egernet"]
    assert "enkelte måneder vises kun for grupper på mindst ti" in words(side)
    assert metrics(side) == {}


@pytest.mark.parametrize("rolle", [HR, AGGREGAT], ids=lambda rolle: rolle[0])
def test_in_the_demo_today_is_the_day_after_its_extract_and_its_figures_are_never_old(open_page, rolle):
    assert list(open_page(rolle).warning) == []


def test_the_head_counts_of_the_units_come_to_the_whole_and_the_page_says_what_the_rest_is(open_page):
    side = open_page(HR)
    (liste,) = (tabel for tabel in tables(side) if tabel.startswith("| Enhed | Tre år"))
    antal = [int(linje.split(" | ")[2].replace(".", "")) for linje in liste.splitlines()[1:]]
    assert antal == [644, 2250, 258, 4, 42]
    assert sum(antal) == 3198
    assert "| Intern Rengøring & Kantine (nedlagt) |" in liste
    assert "Tilsammen 3.198 medarbejdere i gennemsnit over de tolv måneder, heraf 42 i de nedlagte enheder." in words(
        side
    )
    assert "af omkring 3.198 i gennemsnit står for halvdelen" in words(side)


def test_units_rounded_one_by_one_are_said_to_be():
    assert describe_tilsammen([1.4, 1.4], []) == (
        "Tilsammen 3 medarbejdere i gennemsnit over de tolv måneder; enhederne er afrundet hver for sig."
    )
    assert describe_tilsammen([1.5, 1.5], []) == (
        "Tilsammen 3 medarbejdere i gennemsnit over de tolv måneder; enhederne er afrundet hver for sig."
    )  # 2 and 2
    assert describe_tilsammen([1.0, 2.0], []) == "Tilsammen 3 medarbejdere i gennemsnit over de tolv måneder."


def test_aggregat_sees_published_figures_and_can_click_among_them(open_page):
    side = open_page(AGGREGAT)
    assert metrics(side)["Sygedage pr. medarbejder"] == "13,6"
    follow(side, "Børn, Sundhed & Velfærd")
    assert titles(side) == ["Sygefravær i Børn, Sundhed & Velfærd"]
    assert "siden sidste" not in words(side)
    assert "halvdelen" not in words(side)
    assert "Børn & Familie" in links(side)


def test_medarbejdere_adds_up_says_no_cause_and_not_oneself(open_as, demo):
    lager = find_miljoe().lager
    nummer = query(demo, "select medarbejdernr from ledere where enhed_id = 81583")[0][0]
    ny = NyRaekke("u1", "u1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Prøve", medarbejdernr=nummer)
    add_raekke(lager, ny, af="hr0")
    side = open_as()
    go(side, "medarbejdere")
    liste, regnskab, *_ = tables(side)
    assert f"{nummer:08d}" not in words(side)
    assert liste.splitlines()[1].startswith("| ")
    assert len(liste.splitlines()) > 40
    her, flyttede, i_alt = (
        float(linje.split("|")[2].strip().replace(".", "").replace(",", ".")) for linje in regnskab.splitlines()[1:]
    )
    assert her + flyttede == pytest.approx(i_alt, abs=0.11)
    assert "| Plejehjemmet Åvang i alt | 941,2 |" in regnskab
    antal, alle = liste.count("Syg siden"), len(liste.splitlines()) - 1
    assert f"Fraværende 15.07.2025: {antal} af de {alle} medarbejdere, der er ansat den dag" in words(side)
    for kode in ("SY", "DS", "P56", "§ 56", "Arbejdsskade", "Graviditet", "Delvis"):
        assert kode not in words(side)
    logget = read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1)).filter(hvad="personer")
    assert set(logget["hvor"]) == {"Det skal du", "Medarbejdere"}
    assert set(logget["hvem"]) == {"u1"}


def test_hr_searches_a_list_too_long_to_read(open_page):
    side = open_page(HR, "medarbejdere")
    assert "Vælg en enhed med højst 300" in words(side)
    assert tables(side) == []  # nobody is listed before a choice, those outside the figures neither
    side.text_input(key="medarbejdere_soeg").set_value("åvang-findes-ikke").run()
    assert tekster_dashboard.MEDARBEJDERE_INGEN_FUND in words(side)
    side.text_input(key="medarbejdere_soeg").set_value("00010463").run()
    assert sum("00010463" in tabel for tabel in tables(side)) == 1


def test_datagrundlag_shows_hr_the_rows_behind(open_page):
    side = open_page(HR, "datagrundlag", enhed="81583")
    assert tekster_dashboard.DATAGRUNDLAG_KARANTAENE in words(side)
    assert "| 00010440 | 10,00 | 8,99 | −1,01 |" in words(side)
    assert tekster_kvalitet.TITEL in words(side)
    assert "| Afviste fraværsrækker | 11 af 102.649 | Skønnet 14 dagsværk, 0,01 pct. af sygefraværet." in words(side)
    assert "kvalitet" in [knap.key for knap in side.button]
    side.button(key="forklar").click().run()
    assert "rækker giver 941,21 dagsværk" in words(side)


@pytest.mark.parametrize("rolle", [LEDER, CHEF, AGGREGAT], ids=lambda rolle: rolle[0])
def test_datagrundlag_shows_others_the_account_and_nothing_behind_it(open_page, rolle):
    side = open_page(rolle, "datagrundlag")
    assert "98,2 pct." in words(side)
    assert "fravær | 15.07.2025 |" in words(side)
    for skjult in (
        tekster_dashboard.DATAGRUNDLAG_KARANTAENE,
        tekster_dashboard.DATAGRUNDLAG_LPT169,
        tekster_kvalitet.TITEL,
        "00010440",
        "Gartnerlærling",
        ".csv",
    ):
        assert skjult not in words(side)
    assert not {"alle_csv", "kvalitet"} & {knap.key for knap in side.button}


def test_a_chef_of_a_unit_too_small_is_told_so_on_every_page(open_page):
    side = open_page(("chef", 81451))
    for adresse in (None, "udvikling", "maaltal", "medarbejdere"):
        side.query_params.clear()
        go(side, adresse)
        assert not side.exception, adresse
        assert "Lokalarkivet er for lille til at blive vist for sig selv" in words(side), adresse
        assert "dækker ikke fire hele kvartaler" not in words(side), adresse


def test_sammenlign_says_chance_or_not_and_ranks_nobody(open_page):
    side = open_page(HR, "sammenlign")
    assert "Ingen af 104 enheder er sikkert forskellig fra det forventede antal sygedage pr. medarbejder." in words(
        side
    )
    assert (
        "Ved tilfældighed alene ville mindst én af 104 enheder blive nævnt i op til 19 pct. af kvartalerne."
        in words(side)
    )
    tabel = next(tabel for tabel in tables(side) if tabel.startswith("| Enhed | Medarbejdere"))
    assert "| Møllevangskolen | 79 | 24,3 | 14,6 | +9,7 | 9,5 til 20,8 | 7,3 til 25,2 | hold øje |" in tabel
    side.selectbox(key="sammenlign_niveau").set_value("afdeling").run()
    assert titles(side) == ["Sammenlign"]
    assert "Afdelinger, 2. kvartal 2025" in words(side)


def test_udvikling_compares_nodes_and_turns_to_seasons(open_page):
    side = open_page(HR, "udvikling")
    side.multiselect(key="udvikling_andre").set_value(["00081100", "GRUPPE:Pædagogisk område"]).run()
    tabel = tables(side)[0].splitlines()
    navne = "By, Kultur, Miljø & Beskæftigelse | Eksempel Kommune | Pædagogisk område"
    assert tabel[0].startswith(f"| Periode | {navne} | Bånd fra (Eksempel Kommune) |")
    assert tabel[1].startswith("| juni 2025 | 11,0 | 13,6 | 14,5 | ")
    side.selectbox(key="udvikling_form").set_value("saeson").run()
    assert tables(side)[0].splitlines()[0] == "| Måned | 2021 | 2022 | 2023 | 2024 | 2025 |"
    assert [boks.key for boks in side.selectbox] == ["valg_enhed", "udvikling_tal", "udvikling_form"]
    assert list(side.segmented_control) == []  # months by themselves: no window and no kind of period to choose
    side.selectbox(key="udvikling_form").set_value("linje").run()
    side.selectbox(key="udvikling_vindue").set_value("alene").run()
    side.selectbox(key="udvikling_tal").set_value("langtidsfriske_andel").run()
    assert "Der er ingen tal for langtidsfriske, andel for det valgte" in words(side)


def test_a_merged_unit_leads_to_the_one_that_carries_it_on(open_page):
    side = open_page(HR, enhed="81498")
    assert titles(side) == ["Sygefravær i Børnehuset Solsikken"]
    assert "Enheden er lagt ind i Børnehuset Solsikken" in words(side)
    assert "rummer også tallene for enheder, der er lagt ind i den: 00081498" in words(side)


def test_a_closed_unit_has_its_sentence(open_page, demo):
    nedlagt = query(demo, NEDLAGT)[0][0]
    assert "regnes som nedlagt" in words(open_page(HR, enhed=nedlagt))


@pytest.mark.parametrize("adresse", [None, *(side for side in TITLER if side != "adgang")])
def test_without_a_full_window_every_page_says_so(build, open_as, adresse):
    build(fra=date(2023, 8, 1))
    side = open_as(("hr", 1))
    side = go(side, adresse)
    assert not side.exception
    assert not side.get("vega_lite_chart")
    assert not side.metric
