"""The page Sammenlign: every unit beside what is to be expected of it, in words that say no more than is known."""

from typing import Any

import polars as pl
import pytest

from pipeline.report.niveau import describe_enheder, describe_forbehold, view_sammenlign
from pipeline.tekster import niveau as tekster

BYGNING = {
    "nytal": "pr_medarbejder",
    "forventet_stoerre": 0.998,
    "forventet_hold_oeje": 0.95,
    "forventet_kvartaler": 8,
    "har_personalegrupper": True,
}


def enhed(navn: str, tilstand: str | None = "som_forventet", **andet: Any) -> dict[str, Any]:
    graenser = {"forventet": 10.0, "nedre": 8.0, "oevre": 12.04, "nedre_yderst": 6.0, "oevre_yderst": 14.0}
    if tilstand is None:
        graenser = dict.fromkeys(graenser)
    return (
        {"enhed_id": hash(navn), "enhedsnavn": navn, "gns_medarbejdere": 40.0, "sygedage": 12.5, "tilstand": tilstand}
        | graenser
        | {"er_vedvarende": False, "er_egen_maalestok": False}
        | andet
    )


class Kilde:
    def __init__(self, *enheder: dict[str, Any]) -> None:
        noder = [{"enhed_id": node["enhed_id"], "enhedsnr": node["enhedsnavn"]} for node in enheder]
        self.tabeller = {
            "sammenlign": pl.DataFrame(enheder),
            "byggerapport_bygning": pl.DataFrame([BYGNING]),
            "noder": pl.DataFrame(noder, {"enhed_id": pl.Int64, "enhedsnr": pl.String}),
        }

    def rows(self, model: str, **_: Any) -> pl.DataFrame:
        return self.tabeller[model]


def test_the_table_has_what_is_expected_the_difference_and_both_limits() -> None:
    visning = view_sammenlign(
        Kilde(enhed("A", "hold_oeje"), enhed("Lille", None)), {"niveau": "enhed", "periode": "2025K2"}
    )
    assert list(visning.tabel.words()) == [
        ("A", "40", "12,5", "10,0", "+2,5", "8,0 til 12,0", "6,0 til 14,0", "hold øje"),
        ("Lille", "40", "12,5", "–", "–", "–", "–", tekster.FOR_FAA),
    ]


def test_a_unit_too_small_to_be_judged_is_not_counted_and_not_drawn() -> None:
    visning = view_sammenlign(Kilde(enhed("A"), enhed("Lille", None)), {"niveau": "enhed", "periode": "2025K2"})
    assert "af 1 enheder" in visning.saetning
    assert "Lille" not in str(visning.spec)


@pytest.mark.parametrize(
    ("tilstande", "saetning"),
    [
        (("som_forventet",) * 2, "Ingen af 2 enheder er sikkert forskellig fra det forventede antal sygedage pr. x."),
        (
            ("stoerre", "som_forventet"),
            "1 af 2 enheder afviger mere fra det forventede antal sygedage pr. x, end tilfældet forklarer: A.",
        ),
        (
            ("stoerre", "stoerre"),
            "2 af 2 enheder afviger mere fra det forventede antal sygedage pr. x, end tilfældet forklarer: A og B.",
        ),
        (
            ("som_forventet", "hold_oeje"),
            "Ingen af 2 enheder er sikkert forskellig fra det forventede antal sygedage pr. x. Hold øje med B.",
        ),
    ],
)
def test_the_sentence_names_who_is_further_off_than_chance(tilstande: tuple[str, str], saetning: str) -> None:
    doemte = pl.DataFrame([enhed(navn, tilstand) for navn, tilstand in zip("AB", tilstande, strict=True)])
    assert describe_enheder(doemte, "pr. x") == saetning


def test_the_chance_that_anybody_is_named_is_said() -> None:
    """One less 0.998 to the hundredth: 18.1 per cent."""
    doemte = pl.DataFrame([enhed(str(nr)) for nr in range(100)])
    assert describe_forbehold(doemte, BYGNING) == (
        "Ved tilfældighed alene ville mindst én af 100 enheder blive nævnt i op til 18 pct. af kvartalerne."
    )


def test_who_lasts_and_who_is_measured_by_herself_is_said() -> None:
    doemte = pl.DataFrame([enhed("A", er_vedvarende=True), enhed("B", er_egen_maalestok=True)])
    forbehold = describe_forbehold(doemte, BYGNING)
    assert "A har ligget på samme side i hvert af de seneste otte kvartaler for sig." in forbehold
    assert forbehold.endswith(
        "B har selv det meste af sine personalegrupper, så det forventede bygger mest på enhedens egne tal."
    )


def test_each_verdict_has_a_colour_and_a_shape_of_its_own() -> None:
    visning = view_sammenlign(
        Kilde(*(enhed(tilstand, tilstand) for tilstand in tekster.TILSTANDE)), {"niveau": "enhed", "periode": "2025K2"}
    )
    punkter = next(lag for lag in visning.spec["layer"] if "shape" in lag["encoding"])
    for led in ("color", "shape"):
        skala = punkter["encoding"][led]["scale"]
        assert skala["domain"] == list(tekster.TILSTANDE.values())
        assert len(set(skala["range"])) == 3


def test_nobody_is_called_chance() -> None:
    ord_ = " ".join(str(tekst) for navn, tekst in vars(tekster).items() if navn.isupper())
    assert "tilfældige enheder" not in ord_
    assert "tilfældig " not in ord_
