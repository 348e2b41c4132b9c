"""One level at a time against its måltal: which units, in what order, what is said of them, and how they are drawn."""

from typing import Any

import polars as pl
import pytest

from pipeline.report import tema
from pipeline.report.maaltal import describe_aaret, describe_maaltal, list_niveauer, of_niveau, raekker_i_aaret
from pipeline.report.maaltalsfigurer import aarsbaand, maalsoejler

ENS = {"gns_medarbejdere": 20.0, "maaltal_kilde": "eget", "aar_grund": None, "aendring_aar": 1.0}


def unit(
    navn: str, trin: int, niveau: str | None, sygedage: float, maaltal: float | None, **andet: Any
) -> dict[str, Any]:
    """A row of read_maaltal, whose year is its figure halved and its forecast the figure, two to each side."""
    afstand = None if maaltal is None else sygedage - maaltal
    return {
        "enhed_id": len(navn),
        "enhedsnavn": navn,
        "niveau": niveau,
        "trin": trin,
        "sygedage": sygedage,
        "maaltal": maaltal,
        "afstand_til_maaltal": afstand,
        "aar_er_signal": False,
        "aar_signal": "tilfaeldigt",
        "aar_til_dato": sygedage / 2,
        "sidste_aar_til_dato": 4.0,
        "prognose": sygedage,
        "nedre": sygedage - 2,
        "oevre": sygedage + 2,
        **ENS,
        **andet,
    }


TRAE = [
    unit("B", 2, "enhed", 15.0, 12.0),
    unit("Alle", 0, "kommune", 12.0, 11.5),
    unit("Et", 1, "område", 12.04, 12.0),
    unit("To2", 1, "afdeling", 9.0, 12.0),
    unit("Puljen", 1, None, 30.0, None, enhed_id=-5),
    unit("Uden mål", 1, "område", 30.0, None, aar_til_dato=None),
]


def tree(*raekker: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(raekker), infer_schema_length=None)


def test_the_levels_are_those_under_the_place_from_above_and_a_pool_is_none() -> None:
    assert list_niveauer(tree(*TRAE)) == ["område", "afdeling", "enhed"]
    assert of_niveau(tree(*TRAE), "område")["enhedsnavn"].to_list() == ["Et", "Uden mål"]
    assert of_niveau(tree(*TRAE), "enhed")["enhedsnavn"].to_list() == ["B"]


def test_a_unit_with_nothing_under_it_is_shown_itself() -> None:
    alene = tree(unit("B", 0, "enhed", 15.0, 12.0))
    assert list_niveauer(alene) == ["enhed"]
    assert of_niveau(alene, "enhed")["enhedsnavn"].to_list() == ["B"]
    assert raekker_i_aaret(alene, "enhed").height == 1


def test_above_is_what_reads_as_above() -> None:
    """0,04 over reads ±0,0."""
    to = tree(unit("B", 1, "enhed", 15.0, 12.0), unit("Et", 1, "enhed", 12.04, 12.0))
    assert describe_maaltal(to, aar="2025") == (
        "1 af 2 enheder med måltal ligger over det; det betyder mest i B (+3,0)."
    )
    assert describe_maaltal(to.tail(1).vstack(to.tail(1)), aar="2025") == (
        "Alle 2 enheder med måltal ligger på eller under det."
    )
    assert describe_maaltal(to.head(1), aar="2025") == "B: 15,0 sygedage mod måltallet 12,0; afstand +3,0."
    assert describe_maaltal(to.clear(), aar="2025") == "Ingen af enhederne har et måltal for 2025."


def test_the_year_begins_with_the_place_and_leaves_out_who_has_no_months() -> None:
    assert raekker_i_aaret(tree(*TRAE), "område")["enhedsnavn"].to_list() == ["Alle", "Et"]


@pytest.mark.parametrize(
    ("maaltal", "slut"),
    [
        (9.9, " Måltallet på 9,9 ligger under det: så langt ned ventes året ikke at komme."),
        (9.96, " Måltallet på 10,0 ligger inden for det."),  # as it reads
        (14.0, " Måltallet på 14,0 ligger inden for det."),
        (14.1, " Måltallet på 14,1 ligger over det."),
        (None, ""),
    ],
)
def test_the_maaltal_is_held_against_the_forecasts_interval(maaltal: float | None, slut: str) -> None:
    alle = tree(unit("Alle", 0, "kommune", 12.0, maaltal))
    assert describe_aaret(alle, "juni") == (
        "Alle har 6,0 sygedage til og med juni, mod 4,0 i de samme måneder sidste år; året ventes at ende på 12,0, "
        f"mellem 10,0 og 14,0.{slut}"
    )


def test_without_forecast_and_last_year_the_year_to_date_is_all() -> None:
    intet = {"sidste_aar_til_dato": None, "prognose": None, "nedre": None, "oevre": None}
    assert describe_aaret(tree(unit("A", 0, "enhed", 12.0, 9.0, **intet)), "marts") == (
        "A har 6,0 sygedage til og med marts."
    )


def test_at_the_years_end_the_forecast_is_the_year() -> None:
    slut = {"nedre": None, "oevre": None}
    assert describe_aaret(tree(unit("A", 0, "enhed", 12.0, 9.0, **slut)), "december").endswith("ende på 12,0.")


def rows(spec: dict[str, Any], lag: dict[str, Any]) -> list[dict[str, Any]]:
    return list(spec["datasets"][lag["data"]["name"]])


def by_mark(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [lag for lag in spec["layer"] if lag["mark"]["type"] == mark]


def test_a_bar_is_grey_unless_its_change_is_a_signal_and_the_maaltal_is_a_mark() -> None:
    steget = {"aar_er_signal": True, "aar_signal": "stigning"}
    enheder = tree(unit("B", 1, "enhed", 15.0, 12.0, **steget), unit("Et", 1, "enhed", 9.0, 12.0))
    spec = maalsoejler(enheder, periode="2025K2", akse="Sygedage", beskrivelse="Figur").to_dict()
    graa, farvede = by_mark(spec, "bar")
    assert [(r["nul"], r["sygedage"], r["beskrivelse"]) for r in rows(spec, graa)] == [
        (0, 15.0, "B: 15,0 sygedage, måltal 12,0, afstand +3,0"),
        (0, 9.0, "Et: 9,0 sygedage, måltal 12,0, afstand −3,0"),
    ]
    assert graa["encoding"]["color"]["scale"] == {
        "domain": ["Sygedage", "Måltal"],
        "range": [tema.DOMME[""], tema.MAALTAL],
    }
    assert [(r["nr"], r["farve"], r["beskrivelse"]) for r in rows(spec, farvede)] == [
        (0, tema.DOMME["skidt"], "B, 2. kvartal 2025: steget siden sidste år")
    ]
    assert {r["maaltal"] for lag in by_mark(spec, "tick") for r in rows(spec, lag)} == {12.0}
    _, ordene = by_mark(spec, "text")
    assert [r["ord"] for r in rows(spec, ordene)] == ["15,0 (+3,0) ▲", "9,0 (−3,0)"]


def test_two_units_of_one_name_have_a_line_each() -> None:
    enheder = tree(unit("B", 1, "enhed", 15.0, 12.0), unit("B", 1, "enhed", 9.0, 12.0))
    spec = maalsoejler(enheder, periode="2025K2", akse="Sygedage", beskrivelse="").to_dict()
    assert [r["nr"] for r in rows(spec, by_mark(spec, "bar")[0])] == [0, 1]
    assert len(by_mark(spec, "bar")) == 1


def test_the_year_is_drawn_with_last_years_months_the_forecast_and_its_band() -> None:
    uden = {"prognose": None, "nedre": None, "oevre": None}
    spec = aarsbaand(tree(TRAE[1], unit("Lille", 1, "enhed", 8.0, None, **uden)), akse="", beskrivelse="").to_dict()
    baand, til_dato = by_mark(spec, "bar")
    assert [(r["nedre"], r["oevre"]) for r in rows(spec, baand)] == [(10.0, 14.0)]
    assert [(r["nul"], r["aar_til_dato"]) for r in rows(spec, til_dato)] == [(0, 6.0), (0, 4.0)]
    assert [r["beskrivelse"] for r in rows(spec, til_dato)] == [
        "Alle: 6,0 til dato, prognose 12,0 (10,0–14,0)",
        "Lille: 4,0 til dato",
    ]
    assert [[r["navn"] for r in rows(spec, lag)] for lag in by_mark(spec, "tick")] == [
        ["Alle", "Lille"],  # the same months of last year
        ["Alle"],  # the måltal, edged in white
        ["Alle"],
    ]
    assert [r["prognose"] for lag in by_mark(spec, "point") for r in rows(spec, lag)] == [12.0]
    farver = til_dato["encoding"]["color"]["scale"]["domain"]
    assert farver == ["År til dato", "Samme måneder sidste år", "Prognose", "Prognosens bånd", "Måltal"]


def test_without_any_maaltal_the_year_has_no_mark_and_no_legend_for_it() -> None:
    spec = aarsbaand(tree(unit("A", 0, "enhed", 8.0, None)), akse="", beskrivelse="").to_dict()
    assert len(by_mark(spec, "tick")) == 1
    assert "Måltal" not in by_mark(spec, "bar")[1]["encoding"]["color"]["scale"]["domain"]
