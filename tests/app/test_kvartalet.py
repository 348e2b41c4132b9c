"""The page Kvartalet as hr sees it: how far each step is, what is shown before it is fetched, two hr at once."""

import pytest

from app.miljoe import find_miljoe
from pipeline.kvartal.trin import enter, write_field
from pipeline.port.rettigheder import Bruger
from tests.app.test_dashboard import HR, demo, go, open_page, words
from tests.conftest import run_sygefravaer

__all__ = ["demo", "open_page"]
pytestmark = pytest.mark.langsom


@pytest.fixture
def i_gang(open_page):
    """hr's page with the figures in use as the quarter's, and every warning acknowledged."""

    def run():
        test = press(open_page(HR, "kvartalet"), "Begynd et kvartal")
        test = press(test, "Brug de tal, der er i brug nu")
        for felt in test.text_input:
            if felt.key and felt.key.startswith("grund_"):
                felt.set_value("Kendt")
        return press(test, "Gem begrundelserne")

    return run


def press(test, knap):
    [fundet] = [knappen for knappen in test.button if knappen.label == knap]
    return fundet.click().run(timeout=60)


def test_the_case_is_shown_proven_and_checked_at_one_click(i_gang):
    test = i_gang()
    assert [linje.value for linje in test.success] == ["Begrundelserne er gemt.", "Tallene er i brug."]
    test = press(test, "Vis sagen")
    assert not test.exception
    assert "Prøven er bestået: 20 filer" in " ".join(linje.value for linje in test.success)
    tekst = " ".join(led.value for led in test.markdown)
    assert "ændringen siden sidste kvartal (−0,9) er større end i nogen af de seneste tre år" in tekst
    assert {"Lav zip-filen"} <= {knap.label for knap in test.button}


def test_the_steps_say_how_far_they_are(open_page):
    tekst = words(press(open_page(HR, "kvartalet"), "Begynd et kvartal"))
    assert "| 1. Leverance | kan gøres nu |" in tekst
    assert "| 2. Ændret siden sidst | venter |" in tekst
    assert "| 7. Udgivet og låst | venter |" in tekst


def test_figures_corrected_since_they_were_published_stand_on_the_page(i_gang, demo_database, tmp_path, monkeypatch):
    arkiv = tmp_path / "arkiv"
    svar = run_sygefravaer("laas", "--kvartal", "2025K2", "--database", demo_database, "--ud", arkiv)
    assert svar.kode == 0, svar.fejl
    foer = (arkiv / "laast-2025K2.json").read_text()
    (arkiv / "laast-2025K1.json").write_text(foer.replace('"kvartal": "2025K2"', '"kvartal": "2025K1"'))
    monkeypatch.setenv("SYGEFRAVAER_LAASTE", str(arkiv))
    tekst = words(i_gang())
    assert "| Eksempel Kommune | 1. kvartal 2025 | 13,6 | 14,3 |" in tekst


def test_an_archive_that_is_not_there_is_said_without_its_place(i_gang, tmp_path, monkeypatch):
    monkeypatch.setenv("SYGEFRAVAER_LAASTE", str(tmp_path / "arkivet"))
    [fejl] = i_gang().error
    assert fejl.value == "Mappen arkivet med låste kvartaler findes ikke."


def test_words_another_hr_wrote_meanwhile_are_shown_and_not_written_over(open_page):
    test = press(open_page(HR, "kvartalet"), "Begynd et kvartal")
    hr = enter(Bruger("u1"), find_miljoe())
    write_field(hr, "indsats", "Den andens ord", laest=0)
    test.text_area[0].set_value("Mine egne ord")
    test = press(test, "Gem teksten: indsatsen i kvartalet")
    assert [fejl.value for fejl in test.error][0].startswith("u1 har skrevet i feltet, siden du begyndte (version 1)")
    assert "> Den andens ord" in words(test)
    assert test.text_area[0].value == "Mine egne ord"
    assert hr.under_way().gang.ord["indsats"].tekst == "Den andens ord"
    test = press(test, "Gem teksten: indsatsen i kvartalet")
    assert (hr.under_way().gang.ord["indsats"].tekst, hr.under_way().gang.ord["indsats"].version) == (
        "Mine egne ord",
        2,
    )


def test_hr_who_looks_as_somebody_else_sees_no_step(open_page):
    test = open_page(HR, "kvartalet")
    test.session_state["som"] = "u1"
    tekst = words(go(test, "kvartalet"))
    assert "Vælg »Vis som mig selv«" in tekst
    assert "1. Leverance" not in tekst
