from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect


def test_the_headline_of_the_demo_is_13_6(open_side):
    side, _ = open_side()
    expect(side.get_by_role("heading", level=1)).to_have_text("Sygefravær i Eksempel Kommune")
    expect(side.get_by_test_id("stMetricValue")).to_have_text(["13,6", "42 pct.", "32 pct."])
    expect(side.get_by_text("−0,7 siden sidste kvartal")).to_be_visible()
    expect(side.get_by_text("Højest i 2. kvartal 2023: 15,8")).to_be_visible()


def test_the_chart_can_be_heard(open_side):
    side, _ = open_side()
    figur = side.get_by_test_id("stVegaLiteChart").first
    soejler = figur.locator("[aria-roledescription=søjle]")
    expect(soejler).to_have_count(30)  # 15 quarters, short and long
    expect(figur.get_by_label("2. kvartal 2025, Langtidsfravær: 5,7")).to_have_count(1)
    expect(figur.get_by_label("2. kvartal 2025, Måltal: 13,3")).to_have_count(1)
    expect(side.locator("[aria-label^='Søjlediagram. Kvartalsvis udvikling']")).to_have_count(1)


@pytest.mark.parametrize("bredde", [1366, 820])
def test_every_quarter_has_its_label_within_the_page(open_side, bredde):
    side, _ = open_side(bredde)
    tekster = side.locator("[data-testid=stVegaLiteChart] svg text")
    indhold = tekster.all_text_contents()
    assert sum("kv." in tekst for tekst in indhold) == 15
    assert {"Højest", "15,8", "13,6", "Korttidsfravær", "Langtidsfravær", "Måltal"} <= set(indhold)
    bokse = [boks for boks in (felt.bounding_box() for felt in tekster.all()) if boks]
    assert min(boks["x"] for boks in bokse) >= 0
    assert max(boks["x"] + boks["width"] for boks in bokse) <= bredde
    assert side.evaluate("document.documentElement.scrollWidth") <= bredde


def test_the_table_twin_opens(open_side):
    side, _ = open_side()
    side.get_by_text("Tabel og filer").first.click()
    raekker = side.get_by_role("table").first.get_by_role("row")
    expect(raekker).to_have_count(16)
    expect(raekker.nth(1)).to_have_text("2. kvartal 20257,95,713,613,3afledt")


def test_no_english_word_of_streamlit_can_be_seen(open_side):
    side, _ = open_side()
    side.get_by_test_id("stVegaLiteChart").first.hover()
    for ord_ in ("Show data", "Fullscreen", "Deploy", "Rerun", "Stop", "Made with Streamlit"):
        expect(side.get_by_text(ord_, exact=True).locator("visible=true")).to_have_count(0)
    expect(side.locator("[data-testid=stElementToolbar]:visible, [data-testid=stMainMenu]:visible")).to_have_count(0)


def test_no_request_leaves_this_machine(open_side):
    side, kald = open_side()
    side.wait_for_load_state("networkidle")
    adresser = [url for url in kald if not url.startswith("konsol: ")]
    fremmede = {
        url
        for url in adresser
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "127.0.0.1"
    }
    assert any(url.startswith("ws://") for url in kald)
    assert fremmede == set()


def test_the_strict_policy_stops_nothing_the_page_needs(open_side):
    side, kald = open_side()
    side.wait_for_load_state("networkidle")
    assert [linje for linje in kald if "Content Security Policy" in linje] == []
    assert side.evaluate("document.documentElement.lang") == "da"
    assert side.title() == "Overblik – Sygefravær"
