"""Whom a chef is told to talk to first."""

import polars as pl
import pytest

from pipeline.report.lister import describe_first, word_niveau


def row(navn, vaegt, *, afstand, er_gruppe=False, sygedage=16.0, tilstand="som_forventet"):
    """What is to be expected is 15 days."""
    return {
        "enhedsnavn": navn,
        "vaegt": vaegt,
        "afstand_til_maaltal": afstand,
        "er_gruppe": er_gruppe,
        "sygedage": sygedage,
        "forventet": 15.0,
        "tilstand": tilstand,
    }


@pytest.mark.parametrize(
    ("raekker", "saetning"),
    [
        (
            [
                row("Pulje", 900.0, afstand=9.0, er_gruppe=True),
                row("A", 50.0, afstand=1.0),
                row("B", 60.0, afstand=0.5),
            ],
            "Tal først med B: 0,5 sygedage over måltal, men niveauet er ikke sikkert forskelligt fra det forventede.",
        ),
        ([row("A", 0.4, afstand=0.04)], "Ingen af dine enheder ligger over deres måltal."),  # reads ±0,0
        ([row("A", -5.0, afstand=-1.0)], "Ingen af dine enheder ligger over deres måltal."),
        ([row("A", None, afstand=None)], "Ingen af dine enheder har et måltal at holde dem op imod."),
        (
            [row("A", 5.0, afstand=1.0, sygedage=12.0, tilstand="stoerre")],
            "Tal først med A: 1,0 sygedage over måltal.",
        ),
        ([row("A", 5.0, afstand=1.0, tilstand=None)], "Tal først med A: 1,0 sygedage over måltal."),
        (
            [row("A", 5.0, afstand=1.0, tilstand="hold_oeje")],
            "Tal først med A: 1,0 sygedage over måltal, og niveauet ligger over det forventede: hold øje.",
        ),
    ],
)
def test_the_first_sentence_names_whoever_weighs_most_and_never_several_shown_as_one(raekker, saetning):
    assert describe_first(pl.DataFrame(raekker, infer_schema_length=None)) == saetning


@pytest.mark.parametrize(
    ("sygedage", "tilstand", "ord_"),
    [
        (16.0, "som_forventet", "som forventet"),
        (16.0, "hold_oeje", "over, hold øje"),
        (14.0, "stoerre", "under, større end tilfældigt"),
        (14.0, None, None),
    ],
)
def test_a_level_is_said_beside_the_expected(sygedage, tilstand, ord_):
    assert word_niveau({"sygedage": sygedage, "forventet": 15.0, "tilstand": tilstand}) == ord_
