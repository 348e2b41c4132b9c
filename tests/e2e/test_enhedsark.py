"""The page for the talk with a leder, fetched by whoever has little time: three clicks from signing in."""

import io

import pypdfium2

from tests.e2e.test_dashboard import expect_heading


def test_a_chef_prints_the_page_of_a_unit_in_three_clicks(log_ind_i_demo):
    side, _ = log_ind_i_demo("l12089")
    expect_heading(side, "Mine enheder")
    side.get_by_role("link", name="Møllevangskolen", exact=True).click()
    expect_heading(side, "Sygefravær i Møllevangskolen")
    side.get_by_role("button", name="Enhedsark (PDF)", exact=True).click()
    with side.expect_download() as hentning:
        side.get_by_text("Hent filen").click()
    assert hentning.value.suggested_filename == "demo_enhedsark_00081511_2025K2.pdf"
    dokument = pypdfium2.PdfDocument(io.BytesIO(hentning.value.path().read_bytes()))
    assert len(dokument) == 1
    assert "Sygefravær i Møllevangskolen" in dokument[0].get_textpage().get_text_range()
    dokument.close()
