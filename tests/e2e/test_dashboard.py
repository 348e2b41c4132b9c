"""The way a person goes: signs in, drills, changes the period, sends the address, fetches the files, signs out."""

import polars as pl
from playwright.sync_api import expect

FORMATER = {"CSV": "\ufeffKvartal;".encode(), "Billede (PNG)": b"\x89PNG", "Tegning (SVG)": b"<svg"}


def wait_for_page(side):
    expect(side.get_by_text("Skift bruger")).to_be_visible(timeout=30_000)


def expect_heading(side, tekst):
    """This and no other, and all of it: for a moment the page before it is there as well, and a click on what is still
    being drawn is lost.
    """
    expect(side.get_by_role("heading", level=1, name=tekst, exact=True)).to_be_visible(timeout=30_000)
    expect(side.get_by_role("heading", level=1)).to_have_count(1)
    expect(side.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)


def fetch(side, knap):
    """The bytes and the name of the first file of its kind on the page."""
    side.get_by_role("button", name=knap).first.click()
    link = side.get_by_text("Hent filen").first
    link.wait_for()
    with side.expect_download() as hentning:
        link.click()
    return hentning.value.path().read_bytes(), hentning.value.suggested_filename


def test_a_leader_of_many_finds_her_way_down_and_sends_the_address(log_ind_i_demo, server):
    side, _ = log_ind_i_demo("hr1")
    expect_heading(side, "Sygefravær i Eksempel Kommune")
    for enhed in ("Børn, Sundhed & Velfærd", "Ældre, Sundhed & Social", "Plejehjemmet Åvang"):
        side.get_by_role("link", name=enhed, exact=True).click()
        expect_heading(side, f"Sygefravær i {enhed}")
    expect(side.get_by_test_id("stMetricValue").first).to_have_text("14,3")
    side.get_by_role("radio", name="Kvartal").click()
    expect(side.get_by_text("Status for 2. kvartal 2025")).to_be_visible()
    assert side.url == f"{server.adresse}/?enhed=00081583&periode=2025K2"
    sendt = side.url
    side.get_by_role("button", name="Eksempel Kommune", exact=True).click()
    expect_heading(side, "Sygefravær i Eksempel Kommune")
    side.go_back()
    expect_heading(side, "Sygefravær i Plejehjemmet Åvang")

    leder, _ = log_ind_i_demo("l10288")
    expect_heading(leder, "Det skal du")
    leder.goto(sendt)
    expect(leder.get_by_text("Enheden findes ikke blandt dem, du kan se")).to_be_visible()
    expect_heading(leder, "Sygefravær i Lindeskolen")
    expect(leder.get_by_text("Åvang")).to_have_count(0)


def test_whoever_is_sent_an_address_lands_there_after_signing_in(ny_kontekst, server):
    side = ny_kontekst().new_page()
    side.goto(f"{server.adresse}/maaltal?enhed=00081230&periode=2025-05")
    side.get_by_text("Vælg bruger i demoen").click()
    side.locator("button[value=hr1]").click()
    expect_heading(side, "Måltal")
    expect(side.get_by_text("Status for maj 2025")).to_be_visible()
    expect(side.get_by_text("Ældre, Sundhed & Social").first).to_be_visible()


def test_every_format_can_be_fetched_and_says_demo(log_ind_i_demo):
    side, _ = log_ind_i_demo("l10463")
    side.get_by_role("link", name="Overblik").click()
    side.get_by_text("Tabel og filer").first.click()
    indhold, navn = fetch(side, "Excel")
    assert navn == "demo_figur_1_81583.xlsx"
    bog = pl.read_excel(indhold, sheet_id=0)
    assert bog["Tal"].row(0)[0] == "2. kvartal 2025"
    assert bog["Tal"]["I alt"].dtype == pl.Float64
    assert "DEMO: opdigtede tal og mennesker" in str(bog["Om tallene"].rows())
    for knap, begynder in (
        ("CSV", "\ufeffKvartal;".encode()),
        ("Billede (PNG)", b"\x89PNG"),
        ("Tegning (SVG)", b"<svg"),
    ):
        side.reload()
        side.get_by_text("Tabel og filer").first.click()
        indhold, navn = fetch(side, knap)
        assert navn.startswith("demo_figur_1_81583.")
        assert indhold.startswith(begynder)


def test_the_keyboard_alone_drills_down(log_ind_i_demo):
    side, _ = log_ind_i_demo("hr1")
    knap = side.get_by_role("link", name="Økonomi & Stab", exact=True)
    expect(knap).to_be_visible()
    for _ in range(60):
        side.keyboard.press("Tab")
        if knap.evaluate("knap => knap === document.activeElement"):
            break
    side.keyboard.press("Enter")
    expect_heading(side, "Sygefravær i Økonomi & Stab")
