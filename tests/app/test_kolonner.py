"""A column without a single value is not drawn, on a page, in a file or in a bilag."""

import polars as pl
import pytest

from app.tabel import find_viste
from pipeline.report.visning import tabulate
from pipeline.status.bilag import make_bilag
from tests.app.test_dashboard import CHEF, demo, open_page, tables
from tests.pipeline.status.grundlag import grundlag, gruppe

__all__ = ["demo", "open_page"]


def test_a_column_of_dashes_alone_is_none_and_one_figure_keeps_it():
    assert find_viste([("A", "–", "–", ""), ("B", "1,0", "–", "")]) == [0, 1, 3]
    assert find_viste([("A", "–")]) == [0]


def test_a_table_twin_and_its_file_leave_the_column_out():
    raekker = pl.DataFrame({"navn": ["A", "B"], "tal": [1.0, None], "intet": [None, None]})
    kolonner = (("navn", "Navn", "tekst"), ("tal", "Tal", "dage"), ("intet", "Intet", "dage"))
    assert [kolonne.navn for kolonne in tabulate(raekker, kolonner).kolonner] == ["Navn", "Tal"]
    assert [kolonne.navn for kolonne in tabulate(raekker.head(0), kolonner).kolonner] == ["Navn", "Tal", "Intet"]


def test_a_bilag_leaves_out_what_none_of_its_groups_has():
    grupper = (gruppe("A", 2), gruppe("B", 3, aendring="0.5"))
    kolonner = [navn for navn, _, _ in make_bilag(grundlag(*grupper))[1].kolonner]
    assert kolonner == [
        "navn",
        "medarbejdere",
        "sygedage",
        "sygedage_kvartal_foer",
        "aendring_kvartal",
        "signal_kvartal",
    ]
    af_ingen_aendring = make_bilag(grundlag(gruppe("A", 2, aendring="0.0")))[1]
    assert "signal_kvartal" not in [navn for navn, _, _ in af_ingen_aendring.kolonner]


@pytest.mark.langsom
def test_a_chef_without_months_is_shown_no_empty_column_of_the_year(open_page):
    side = open_page(CHEF, "maaltal", enhed="81472", periode="2025K2")
    assert not side.exception
    hoveder = [tabel.splitlines()[0] for tabel in tables(side)]
    assert hoveder
    assert [hoved for hoved in hoveder if "Prognose" in hoved or "År til dato" in hoved or "Sidste år" in hoved] == []
