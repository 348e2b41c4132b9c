"""The three jobs, for each role, in at most three clicks from signing in: what the click led to is read as it stands.

Whom do I talk to first; a talk noted for the right person after another was saved; the ark of a unit printed. Typing a
unit's name is not a click.
"""

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.e2e.test_dashboard import expect_heading

HOEJST = 3
FOERST = "Tal først med Møllevangskolen: 6,8 sygedage over måltal, og niveauet ligger over det forventede: hold øje."


class Klik:
    """Counts what is clicked since signing in, and waits until it is drawn."""

    def __init__(self, side):
        self.side, self.antal = side, 0

    def __call__(self, felt):
        self.antal += 1
        felt.click()
        expect(self.side.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning", timeout=30_000
        )


@pytest.fixture
def begin(log_ind_i_demo):
    def run(bruger, overskrift):
        side, _ = log_ind_i_demo(bruger)
        expect_heading(side, overskrift)
        return side, Klik(side)

    return run


def test_a_chef_reads_whom_to_talk_to_first_without_a_click_and_is_at_her_unit_after_one(begin):
    side, klik = begin("l12089", "Mine enheder")
    expect(side.get_by_text(FOERST)).to_be_visible()
    expect(side.get_by_text("36 enheder uden leder")).to_be_visible()
    assert side.locator(".liste tbody th").first.inner_text() == "Møllevangskolen"
    klik(side.get_by_role("link", name="Møllevangskolen", exact=True))
    expect_heading(side, "Sygefravær i Møllevangskolen")
    expect(side.get_by_test_id("stMetricValue").first).to_have_text("24,3")
    assert klik.antal <= HOEJST
    side.go_back()
    expect_heading(side, "Mine enheder")


def test_a_leder_reads_whom_to_talk_to_first_without_a_click(begin):
    side, klik = begin("l10463", "Det skal du")
    expect(side.get_by_text("6 medarbejdere venter på dig, 5 af dem i dag.")).to_be_visible()
    assert side.get_by_role("heading", level=2).all_inner_texts() == ["I dag (5)", "Forældet (1)"]
    expect(side.get_by_role("button", name="Notér samtale med").first).to_have_text(
        "Notér samtale med Sofie Lassen Lund"
    )
    assert klik.antal == 0


def test_hr_reads_where_a_talk_means_the_most(begin):
    side, klik = begin("hr1", "Sygefravær i Eksempel Kommune")
    klik(side.get_by_role("navigation").get_by_role("link", name="Måltal", exact=True))
    expect_heading(side, "Måltal")
    expect(side.get_by_text("det betyder mest i Børn, Sundhed & Velfærd (+0,9).")).to_be_visible()
    klik(side.get_by_role("radio", name="Enheder", exact=True))
    expect(side.get_by_role("heading", name="Enheder mod deres måltal")).to_be_visible()
    expect(side.get_by_text(re.compile(r"det betyder mest i Møllevangskolen \(\+6,8\)"))).to_be_visible()
    assert klik.antal <= HOEJST


NOTERES = {
    "l10463": ("Det skal du", None, ("Sofie Lassen Lund", "Signe Jeppesen")),
    "hr1": ("Sygefravær i Eksempel Kommune", "Opfølgning", ("Niels Nissen Eriksen", "Henrik Toft")),
}
"""Where she begins, the page with her list where that is another, and whom she notes about."""


@pytest.mark.parametrize("bruger", NOTERES)
def test_a_talk_is_noted_for_the_right_person_after_another_was_saved(bruger, begin):
    """Three clicks to what is saved about the first; then the second is hers and nobody else's. All of the absence hr
    notes the first about lies before the days that are shown.
    """
    begynder, sti, navne = NOTERES[bruger]
    side, klik = begin(bruger, begynder)
    if sti:
        klik(side.get_by_role("link", name=sti, exact=True))
    hjemme = sti or begynder
    for navn in navne:
        klik(side.get_by_role("button", name=f"Notér samtale med {navn}", exact=True))
        expect(side.get_by_role("heading", level=2, name=re.compile(f"^Notér om {navn}: "))).to_be_visible()
        expect(side.get_by_role("heading", level=2)).to_have_count(1)
        expect(side.get_by_role("radio", name="Kontaktet")).to_be_checked()
        klik(side.get_by_role("button", name=f"Gem noten om {navn}"))
        expect(side.get_by_role("status").filter(has_text=f"Noteret om {navn}, ")).to_be_in_viewport()
        expect_heading(side, hjemme)
        expect(side.get_by_role("radio", name="Kontaktet")).to_have_count(0)
        if navn == navne[0]:
            assert klik.antal <= HOEJST
    for navn in reversed(navne):
        side.get_by_role("button", name=f"Fortryd noten om {navn}").click()
        expect(side.get_by_role("button", name=f"Notér samtale med {navn}", exact=True)).to_be_visible()


def test_a_chef_has_nobody_of_her_own_to_note_about_and_reads_how_her_leaders_do(begin):
    side, klik = begin("l12089", "Mine enheder")
    klik(side.get_by_role("link", name="Opfølgning", exact=True))
    expect_heading(side, "Opfølgning")
    expect(side.get_by_role("heading", name="Ledernes opfølgning")).to_be_visible()
    expect(side.get_by_role("button", name="Notér samtale med")).to_have_count(0)


ARK = {
    "l12089": ("Mine enheder", "Møllevangskolen", 81511),
    "l10463": ("Det skal du", "Plejehjemmet Åvang", 81583),
    "hr1": ("Sygefravær i Eksempel Kommune", "Møllevangskolen", 81511),
}


@pytest.mark.parametrize("bruger", ARK)
def test_the_ark_of_a_unit_is_printed(bruger, begin):
    begynder, enhed, enhedsnr = ARK[bruger]
    side, klik = begin(bruger, begynder)
    if bruger == "l12089":
        klik(side.get_by_role("link", name=f"Åbn ark om {enhed}"))
    elif bruger == "l10463":
        klik(side.get_by_role("link", name="Overblik", exact=True))
    else:
        klik(side.get_by_role("combobox", name="Enhed"))
        side.keyboard.type(enhed)
        side.keyboard.press("Enter")
    expect_heading(side, f"Sygefravær i {enhed}")
    if bruger != "l12089":
        klik(side.get_by_role("button", name="Enhedsark (PDF)", exact=True))
    with side.expect_download() as hentning:
        klik(side.get_by_text("Hent filen"))
    assert klik.antal <= HOEJST
    assert hentning.value.suggested_filename == f"demo_enhedsark_000{enhedsnr}_2025K2.pdf"
    dokument = pypdfium2.PdfDocument(io.BytesIO(hentning.value.path().read_bytes()))
    assert len(dokument) == 1
    assert f"Sygefravær i {enhed}" in dokument[0].get_textpage().get_text_range()
    dokument.close()
