"""The page Måltal: one level at a time, the year to date, and what hr and chefs decide there."""

import pytest

from app.miljoe import find_miljoe
from pipeline.lager.maaltal import read_beslutninger, read_besluttede
from pipeline.tekster import beslutninger as tekster
from pipeline.tekster import maaltal as tekster_maaltal
from tests.app.test_dashboard import AGGREGAT, CHEF, HR, LEDER, demo, go, labels, open_page, tables, words

__all__ = ["demo", "open_page"]
pytestmark = pytest.mark.langsom


def test_maaltal_shows_one_level_at_a_time_with_what_matters_most_first_and_those_without(open_page):
    side = open_page(HR, "maaltal")
    niveau = side.segmented_control(key="maaltal_niveau_81000")
    assert (niveau.value, niveau.options) == ("område", ["Områder", "Afdelinger", "Enheder", "Underenheder"])
    assert "**Eksempel Kommune**: 13,6 sygedage mod måltallet 13,3; afstand +0,3." in words(side)
    niveau.set_value("afdeling").run()
    maaltal, aaret = tables(side)[:2]
    assert maaltal.splitlines()[1].startswith(
        "| Ældre, Sundhed & Social | 593 | 16,2 | 14,0 | afledt | +2,2 | +1.299,4 | −0,3 | kan være tilfældigt |"
    )
    assert maaltal.count("\n") == 7
    assert aaret.splitlines()[1:3] == [
        "| Eksempel Kommune | 7,3 | 8,2 | 13,3 | 12,7 til 13,9 | 13,3 |",
        "| Ældre, Sundhed & Social | 9,2 | 9,4 | 15,5 | 14,1 til 16,9 | 14,0 |",
    ]
    assert "3 af 7 enheder med måltal ligger over det; det betyder mest i Ældre, Sundhed & Social (+2,2)." in words(
        side
    )
    assert len(side.get("vega_lite_chart")) == 2
    side.query_params["enhed"] = "81230"
    side.run()
    assert [n.value for n in side.segmented_control if n.key == "maaltal_niveau_81230"] == ["enhed"]
    assert side.subheader[0].value == tekster_maaltal.UDEN
    assert "- Plejehjemmet Møllehjemmet" in words(side)


def test_a_unit_with_nothing_under_it_is_held_against_its_own_maaltal(open_page):
    side = open_page(LEDER, "maaltal", enhed="81583")
    assert not [valg for valg in side.segmented_control if str(valg.key).startswith("maaltal_niveau")]
    assert "Plejehjemmet Åvang: 14,3 sygedage mod måltallet 13,0; afstand +1,3." in words(side)


SKOLEN = "81512"


def field(slags, navn):
    """The one whose key begins so; the number at its end is of this time."""
    [fundet] = [felt for felt in slags if str(felt.key).startswith(navn)]
    return fundet


def fill(side, *, tal, aar=2026, grund="Som de andre skoler", enhed=int(SKOLEN)):
    """The form of the unit one looks at, and its button pressed."""
    field(side.selectbox, f"maaltal_aar_{enhed}").set_value(aar)
    field(side.text_input, f"maaltal_tal_{enhed}").set_value(tal)
    field(side.text_input, f"maaltal_grund_{enhed}").set_value(grund)
    [knap] = [k for k in side.button if k.label.startswith(("Sæt måltallet", "Foreslå måltallet"))]
    knap.click().run()
    assert not side.exception
    return side


def steps():
    return [(b.enhed_id, b.aar, b.maaltal, b.tilstand) for b in read_beslutninger(find_miljoe().lager)]


def test_a_chef_proposes_for_the_unit_she_looks_at_and_takes_it_back(open_page):
    side = open_page(CHEF, "maaltal", enhed=SKOLEN)
    assert [labels(side).count(navn) for navn in ("Godkend forslaget", "Afvis forslaget")] == [0, 0]
    navn = side.selectbox(key="valg_enhed").format_func(f"000{SKOLEN}").strip()
    fill(side, tal="14,5")
    assert steps() == [(81512, 2026, 145, "foreslaaet")]
    assert f"Måltallet for {navn} i 2026 er foreslået. HR tager stilling." in words(side)
    venter = next(tabel for tabel in tables(side) if tabel.startswith("| Nr. | Enhed"))
    assert f"| 1 | {navn} | 2026 | 14,5 | Foreslået | Som de andre skoler | u1," in venter
    assert field(side.text_input, f"maaltal_tal_{SKOLEN}").value == ""  # saved, and the next form is empty
    fill(side, tal="14,6")
    assert "Der er allerede et forslag til enhedens måltal for året: nr. 1." in words(side)
    field(side.selectbox, "maaltal_svar_valg").select_index(0)
    field(side.text_input, "maaltal_svar_grund").set_value("Forkert år")
    next(knap for knap in side.button if knap.label == tekster.SVAR_KNAPPER["tilbagetaget"]).click().run()
    assert [trin for *_, trin in steps()] == ["foreslaaet", "tilbagetaget"]
    assert tekster.VENTER_INGEN in words(side)


def test_hr_approves_sets_and_takes_back_and_the_reader_is_told_from_when(open_page):
    side = fill(open_page(HR, "maaltal", enhed=SKOLEN), tal="15")
    assert "Det står i tallene fra næste indlæsning." in words(side)
    assert read_besluttede(find_miljoe().lager) == [(81512, 2026, 1_500_000_000)]
    nu = next(tabel for tabel in tables(side) if tabel.startswith("| År | Besluttet"))
    assert "| 2026 | 15,0 | – | –" in nu
    fill(side, tal="hej")
    assert "»hej« er ikke et måltal." in words(side)
    fill(side, tal="15,5", grund="")
    assert tekster.BEGRUNDELSE_MANGLER in words(side)
    field(side.selectbox, "maaltal_ophaev_valg").select_index(0)
    field(side.text_input, "maaltal_ophaev_grund").set_value("Fejl")
    next(knap for knap in side.button if knap.label == tekster.OPHAEV_KNAP).click().run()
    assert steps()[1:] == [(81512, 2026, None, "tilbagetaget")]


def test_what_is_written_for_one_unit_is_not_in_the_form_of_another(open_page):
    side = open_page(HR, "maaltal", enhed=SKOLEN)
    field(side.text_input, f"maaltal_tal_{SKOLEN}").set_value("14,5")
    side.selectbox(key=f"maaltal_enhed_{SKOLEN}").set_value(81583).run()
    assert field(side.text_input, "maaltal_tal_81583").value == ""
    assert any(del_.value == "Sæt måltal for Plejehjemmet Åvang" for del_ in side.subheader)
    fill(side, tal="12", enhed=81583)
    assert [enhed for enhed, *_ in steps()] == [81583]


@pytest.mark.parametrize("rolle", [LEDER, AGGREGAT], ids=lambda rolle: rolle[0])
def test_nobody_else_meets_the_section(open_page, rolle):
    side = open_page(rolle, "maaltal")
    assert tekster.BESLUT not in words(side)
    assert not [felt for felt in side.text_input if str(felt.key).startswith("maaltal_")]


def test_hr_who_looks_as_a_chef_decides_nothing(open_as):
    side = open_as(HR)
    open_as(CHEF, bruger="c9")
    side = open_as()
    side.session_state["som"] = "c9"
    go(side, "maaltal")
    assert tekster.SE_SOM in words(side)
    assert not [felt for felt in side.text_input if str(felt.key).startswith("maaltal_")]
