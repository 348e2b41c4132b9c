"""The start pages: the way to what waits, and their tables by keyboard and phone."""

import re

from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading, fetch, wait_for_page


def names(side):
    """The first cell of each row of the first table that is seen."""
    return side.locator(".liste:visible").first.locator("tbody th").all_inner_texts()


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
