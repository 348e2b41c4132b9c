"""Following up in a browser, which keeps what was open and typed by its place on the page."""

from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading


def test_after_one_is_noted_no_form_is_open_and_nothing_about_the_next_is_filled_in(log_ind_i_demo):
    side, _ = log_ind_i_demo("l10463")
    side.get_by_role("link", name="Opfølgning", exact=True).click()
    expect_heading(side, "Opfølgning")
    knapper = side.get_by_role("button", name="Notér samtale med")
    expect(knapper).to_have_count(11)
    foerste, anden = (knapper.nth(nr).inner_text() for nr in (0, 1))
    knapper.first.click()
    expect(side.get_by_role("heading", level=2)).to_contain_text(foerste.replace("Notér samtale med", "Notér om"))
    side.get_by_text("Samtale holdt", exact=True).click()
    side.get_by_role("button", name="Gem noten om").click()
    kvittering = side.get_by_role("status").filter(has_text="samtale holdt")
    expect(kvittering).to_be_in_viewport()
    expect_heading(side, "Opfølgning")
    expect(side.get_by_role("button", name="Fortryd noten om")).to_be_in_viewport()
    for rolle in ("radio", "dialog"):
        expect(side.get_by_role(rolle)).to_have_count(0)
    expect(side.get_by_role("button", name="Gem noten om")).to_have_count(0)
    expect(knapper).to_have_count(10)
    expect(knapper.first).to_have_text(anden)
    knapper.first.click()
    expect(side.get_by_role("heading", level=2)).to_contain_text(anden.replace("Notér samtale med", "Notér om"))
    expect(side.get_by_role("radio", name="Kontaktet")).to_be_checked()
    side.get_by_role("button", name="Luk uden at notere").click()
    side.get_by_role("button", name="Fortryd noten om").click()
    expect(knapper).to_have_count(11)
