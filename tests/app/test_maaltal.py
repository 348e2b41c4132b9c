"""The page Måltal: one level at a time, the year to date, and what hr and chefs decide there."""

import pytest

from pipeline.tekster import maaltal as tekster_maaltal
from tests.app.test_dashboard import HR, LEDER, demo, open_page, tables, words

__all__ = ["demo", "open_page"]
pytestmark = pytest.mark.langsom


def test_maaltal_shows_one_level_at_a_time_with_what_matters_most_first_and_those_without(open_page):
    side = open_page(HR, "maaltal")
    niveau = side.segmented_control(key="maaltal_niveau_81000")
    assert (niveau.value, niveau.options) == ("område", ["Områder", "Afdelinger", "Enheder", "Underenheder"])
    assert "**Eksempel Kommune**: 13,6 sygedage mod måltallet 13,3; afstand +0,3." in words(side)
    niveau.set_value("afdeling").run()
    maaltal, aaret = tables(side)
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
    assert [del_.value for del_ in side.subheader] == [tekster_maaltal.UDEN]
    assert "- Plejehjemmet Møllehjemmet" in words(side)


def test_a_unit_with_nothing_under_it_is_held_against_its_own_maaltal(open_page):
    side = open_page(LEDER, "maaltal", enhed="81583")
    assert not [valg for valg in side.segmented_control if str(valg.key).startswith("maaltal_niveau")]
    assert "Plejehjemmet Åvang: 14,3 sygedage mod måltallet 13,0; afstand +1,3." in words(side)
