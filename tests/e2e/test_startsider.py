"""Each role's job from signing in, in at most three clicks, read as it stands; and the tables by keyboard and phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading, fetch, wait_for_page

BEGYNDER = {"l12089": "Mine enheder", "l10463": "Det skal du", "hr1": "Sygefravær i Eksempel Kommune"}
BEGYNDER |= {"okonomi1": "Status", "dpo1": "Hvem ser hvad"}
FOERST = "Tal først med Møllevangskolen: 6,8 sygedage over måltal, og niveauet ligger over det forventede: hold øje."


def names(side):
    """The first cell of each row of the first table that is seen."""
    return side.locator(".liste:visible").first.locator("tbody th").all_inner_texts()


def test_a_chef_reads_whom_to_talk_to_first_and_is_at_her_unit_after_one_click(log_ind_i_demo):
    side, _ = log_ind_i_demo("l12089")
    expect_heading(side, "Mine enheder")
    expect(side.get_by_text(FOERST)).to_be_visible()
    expect(side.get_by_text("36 enheder uden leder")).to_be_visible()
    assert names(side)[0] == "Møllevangskolen"
    side.get_by_role("link", name="Møllevangskolen", exact=True).click()
    expect_heading(side, "Sygefravær i Møllevangskolen")
    expect(side.get_by_test_id("stMetricValue").first).to_have_text("24,3")
    side.go_back()
    expect_heading(side, "Mine enheder")


def test_a_leder_notes_the_right_persons_talk_after_saving_another(log_ind_i_demo):
    """Three clicks from signing in to what is saved about the first; then the second is hers and nobody else's."""
    side, _ = log_ind_i_demo("l10463")
    expect_heading(side, "Det skal du")
    expect(side.get_by_text("6 medarbejdere venter på dig, 5 af dem i dag.")).to_be_visible()
    overskrifter = side.get_by_role("heading", level=2).all_inner_texts()
    assert overskrifter == ["I dag (5)", "Forældet (1)"]
    foerste, anden = "Sofie Lassen Lund", "Signe Jeppesen"
    for navn, regel in ((foerste, "3 sygeperioder på 180 dage"), (anden, "Sygefraværssamtale")):
        side.get_by_role("button", name=f"Notér samtale med {navn}", exact=True).click()
        expect(side.get_by_role("heading", level=2, name=f"Notér om {navn}: {regel}")).to_be_visible()
        expect(side.get_by_role("radio", name="Kontaktet")).to_be_checked()
        side.get_by_role("button", name=f"Gem noten om {navn}").click()
        expect(side.get_by_role("status").filter(has_text=f"Noteret om {navn}, {regel}")).to_be_in_viewport()
        expect_heading(side, "Det skal du")
        expect(side.get_by_role("radio")).to_have_count(0)
    expect(side.get_by_text("4 medarbejdere venter på dig, 3 af dem i dag.")).to_be_visible()
    side.get_by_role("button", name=f"Fortryd noten om {anden}").click()
    expect(side.get_by_role("button", name=f"Notér samtale med {anden}", exact=True)).to_be_visible()
    side.get_by_role("button", name=f"Fortryd noten om {foerste}").click()
    expect(side.get_by_text("6 medarbejdere venter på dig, 5 af dem i dag.")).to_be_visible()


def test_a_leder_reads_on_overblik_how_many_wait_and_is_there_after_one_click(log_ind_i_demo):
    side, _ = log_ind_i_demo("l10463")
    expect_heading(side, "Det skal du")
    side.get_by_role("link", name="Overblik").click()
    expect_heading(side, "Sygefravær i Plejehjemmet Åvang")
    side.get_by_role("link", name=re.compile("medarbejdere venter på dig")).click()
    expect_heading(side, "Det skal du")


def test_the_keyboard_sorts_the_list_and_the_focus_stays(log_ind_i_demo):
    side, _ = log_ind_i_demo("l12089")
    expect_heading(side, "Mine enheder")
    overskrift = side.get_by_role("columnheader", name="Sygedage")
    for retning, foerst in (("descending", "Møllevangskolen"), ("ascending", "Dagtilbud & Skole, fælles")):
        overskrift.get_by_role("link").focus()
        side.keyboard.press("Enter")
        expect(overskrift).to_have_attribute("aria-sort", retning)
        expect(overskrift.get_by_role("link")).to_be_focused()
        assert names(side)[0] == foerst
    assert "sorter=mine_enheder%3A3-op" in side.url
    side.reload()
    expect(side.get_by_role("columnheader", name="Sygedage")).to_have_attribute("aria-sort", "ascending")


def test_the_keyboard_searches_the_list_and_the_file_is_what_is_shown(log_ind_i_demo):
    side, _ = log_ind_i_demo("l12089")
    expect_heading(side, "Mine enheder")
    side.get_by_label("Søg i Mine enheder").focus()
    side.keyboard.type("sfo")
    side.keyboard.press("Enter")
    expect(side.get_by_text("8 af 41 linjer passer på det, du søger.")).to_be_visible()
    vist = names(side)
    indhold, _ = fetch(side, "CSV")
    linjer = indhold.decode("utf-8-sig").splitlines()[1:]
    assert [linje.split(";")[0] for linje in linjer] == vist
    assert len(vist) == 8


@pytest.mark.parametrize("bruger", BEGYNDER)
def test_a_start_page_has_nothing_for_axe_to_find_and_fits_a_phone(bruger, log_ind_i_demo):
    side, kald = log_ind_i_demo(bruger, bypass_csp=True)
    expect_heading(side, BEGYNDER[bruger])
    for bredde in (1366, 683, 390):
        side.set_viewport_size({"width": bredde, "height": 844})
        side.wait_for_function(f"document.documentElement.scrollWidth <= {bredde}", timeout=5_000)
        brudt = Axe().run(side).response["violations"]
        assert [(bredde, b["id"], b["impact"], b["nodes"][0]["html"][:150]) for b in brudt] == []
    assert [linje for linje in kald if "Content Security Policy" in linje] == []


def test_on_a_phone_a_row_is_a_card_that_is_still_a_row_of_the_table(log_ind_i_demo):
    side, _ = log_ind_i_demo("l12089", 390)
    expect_heading(side, "Mine enheder")
    raekke = side.get_by_role("row").filter(has=side.get_by_role("rowheader", name="Møllevangskolen", exact=True))
    expect(raekke).to_have_count(1)
    expect(raekke.get_by_role("cell")).to_have_count(10)
    boks, celle = raekke.bounding_box(), raekke.get_by_role("cell").last.bounding_box()
    assert boks["height"] > 200
    assert celle["width"] > 300
    assert (
        raekke.get_by_role("cell").nth(1).evaluate("c => getComputedStyle(c, '::before').content") == '"Medarb. i gns."'
    )


def test_looking_as_somebody_else_is_kept_when_a_link_of_ours_is_followed(log_ind_i_demo):
    side, _ = log_ind_i_demo("hr1")
    wait_for_page(side)
    side.get_by_role("link", name="Adgang", exact=True).click()
    expect_heading(side, "Hvem ser hvad")
    side.get_by_role("tab", name="Se som").click()
    side.get_by_role("combobox").locator("visible=true").last.click()
    side.get_by_role("option", name="l12089").click()
    side.get_by_role("button", name="Se som").locator("visible=true").last.click()
    side.get_by_role("link", name="Mine enheder").click()
    expect_heading(side, "Mine enheder")
    side.get_by_role("link", name="Møllevangskolen", exact=True).click()
    expect_heading(side, "Sygefravær i Møllevangskolen")
    expect(side.get_by_text("Du ser siden, som l12089 ser den")).to_be_visible()
