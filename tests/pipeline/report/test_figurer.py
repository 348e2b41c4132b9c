import polars as pl
import pytest

from pipeline.report.figurer import LYS, figur_1
from pipeline.tekster.dansk import every_period

KVARTALER = pl.DataFrame(
    {
        "periode": ["2024K3", "2024K4", "2025K1"],
        "er_foreloebig": [False, False, True],
        "sygedage": [15.75, 14.25, 17.5],
        "korttid": [9.0, 8.5, 10.0],
        "langtid": [6.75, 5.75, 7.5],
        "maaltal": [None, None, 13.3],
        "maaltal_kilde": [None, None, "eget"],
        "er_top": [True, False, False],
    }
)


@pytest.fixture
def spec():
    return figur_1(KVARTALER, enhed="Sygedage pr. medarbejder", beskrivelse="Hvad figuren viser").to_dict()


def rows(spec, lag):
    return spec["datasets"][lag["data"]["name"]]


def by_mark(spec, mark):
    return [lag for lag in spec["layer"] if lag["mark"]["type"] == mark]


def test_short_and_long_absence_stack_to_the_total(spec):
    (soejler,) = by_mark(spec, "bar")
    assert soejler["encoding"]["y"]["stack"] == "zero"
    i_alt = {}
    for raekke in rows(spec, soejler):
        i_alt[raekke["periode"]] = i_alt.get(raekke["periode"], 0) + raekke["dage"]
    assert i_alt == {"2024K3": 15.75, "2024K4": 14.25, "2025K1": 17.5}


def test_the_total_stands_above_in_danish_with_halves_rounded_up(spec):
    i_alt, _ = by_mark(spec, "text")
    assert i_alt["encoding"]["text"]["condition"]["field"] == "i_alt_tekst"
    assert [raekke["i_alt_tekst"] for raekke in rows(spec, i_alt)] == ["15,8", "14,3", "17,5"]


def test_on_a_phone_the_first_the_highest_and_the_last_total_are_left(spec):
    i_alt, _ = by_mark(spec, "text")
    assert i_alt["encoding"]["text"]["condition"]["test"] == "datum.vises_altid || !(width < 480)"
    assert i_alt["encoding"]["text"]["value"] == ""
    assert [raekke["vises_altid"] for raekke in rows(spec, i_alt)] == [True, False, True]


def test_the_top_is_named_and_a_foreloebig_quarter_is_named_instead(spec):
    _, maerke = by_mark(spec, "text")
    assert [raekke["maerke"] for raekke in rows(spec, maerke)] == ["Højest", "", "foreløbig"]


def test_a_foreloebig_quarter_is_lighter(spec):
    (soejler,) = by_mark(spec, "bar")
    assert soejler["encoding"]["opacity"] == {
        "condition": {"test": "datum.er_foreloebig", "value": LYS},
        "value": 1,
    }


def test_quarters_keep_their_order_in_every_layer(spec):
    orden = ["3. kv.\n2024", "4. kv.\n2024", "1. kv.\n2025"]
    assert [lag["encoding"]["x"]["sort"] for lag in spec["layer"]] == [orden] * len(spec["layer"])


def test_maaltal_is_drawn_only_where_there_is_one(spec):
    for streg in by_mark(spec, "rule"):
        assert [(raekke["periode"], raekke["maaltal"]) for raekke in rows(spec, streg)] == [("2025K1", 13.3)]


def test_without_any_maaltal_there_is_no_line_and_no_legend_for_it():
    uden = KVARTALER.with_columns(pl.lit(None, dtype=pl.Float64).alias("maaltal"))
    spec = figur_1(uden, enhed="Sygedage pr. medarbejder", beskrivelse="").to_dict()
    (soejler,) = by_mark(spec, "bar")
    assert by_mark(spec, "rule") == []
    assert soejler["encoding"]["color"]["scale"]["domain"] == ["Korttidsfravær", "Langtidsfravær"]


def test_the_screen_reader_hears_every_column_in_danish(spec):
    (soejler,) = by_mark(spec, "bar")
    assert [raekke["beskrivelse"] for raekke in rows(spec, soejler)] == [
        "3. kvartal 2024, Langtidsfravær: 6,8",
        "4. kvartal 2024, Langtidsfravær: 5,8",
        "1. kvartal 2025 (foreløbig), Langtidsfravær: 7,5",
        "3. kvartal 2024, Korttidsfravær: 9,0",
        "4. kvartal 2024, Korttidsfravær: 8,5",
        "1. kvartal 2025 (foreløbig), Korttidsfravær: 10,0",
    ]
    assert spec["description"] == "Hvad figuren viser"


def test_the_chart_carries_its_danish_locale(spec):
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert spec["config"]["locale"]["time"]["months"][4] == "maj"
    assert spec["config"]["locale"]["time"]["days"][0] == "søndag"


def test_a_quarter_without_figures_keeps_its_place_on_the_axis() -> None:
    uden = KVARTALER.filter(pl.int_range(pl.len()) != 1)
    spec = figur_1(uden, enhed="Sygedage pr. medarbejder", beskrivelse="").to_dict()
    alle = figur_1(KVARTALER, enhed="Sygedage pr. medarbejder", beskrivelse="").to_dict()
    domaener = [s["layer"][0]["encoding"]["x"]["scale"]["domain"] for s in (spec, alle)]
    assert domaener[0] == domaener[1]


def test_the_periods_between_two_are_all_of_their_kind() -> None:
    assert every_period(["2025K2", "2024K3"]) == ["2024K3", "2024K4", "2025K1", "2025K2"]
    assert every_period(["2024-11", "2025-02"]) == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert every_period([]) == []
