"""Parts that are shown add up as shown; only what rounds to something is said."""

from decimal import Decimal as D
from itertools import product

import polars as pl
import pytest

from pipeline.report.hvorfor import describe_dele, describe_tal, list_klasser, pick_dele, round_to_sum
from pipeline.tekster.dansk import afrund

INTET = {
    "korttid": None,
    "langtid": None,
    "ind_sygedage": None,
    "ud_sygedage": None,
    "ind_periode": "2025K2",
    "ud_periode": "2024K2",
    "flere_arbejdsdage": 0,
    "af_arbejdsdage": 0.0,
    "aendring": -0.7,
}


@pytest.mark.parametrize(
    ("tal", "ventet"),
    [
        ([-0.528, -0.058, -0.099], ["-0.5", "-0.1", "-0.1"]),
        ([0.04, 0.04, 0.04], ["0.1", "0.0", "0.0"]),
        ([-0.04, -0.04, -0.04], ["-0.1", "0.0", "0.0"]),
        ([0.25, 0.25], ["0.3", "0.2"]),
        ([-1.0, 1.0], ["-1.0", "1.0"]),
    ],
)
def test_parts_are_rounded_to_add_up(tal: list[float], ventet: list[str]) -> None:
    assert sorted(round_to_sum(tal, sum(tal))) == sorted(map(D, ventet))


def test_rounding_never_misses_the_whole_and_never_moves_a_part_a_tenth() -> None:
    for tal in product((-0.36, -0.05, 0.0, 0.149, 0.8), repeat=4):
        dele = round_to_sum(tal, sum(tal))
        assert sum(dele) == D(str(afrund(sum(tal), 1)))
        assert all(abs(float(del_) - enkelt) < 0.1001 for del_, enkelt in zip(dele, tal, strict=True))


def parts(*raekker: tuple[str | None, float, float, float, bool]) -> pl.DataFrame:
    kolonner = ("navn", "fortsat", "flyttet", "skift", "er_lukket")
    return pl.DataFrame([dict(zip(kolonner, raekke, strict=True)) for raekke in raekker]).with_columns(
        (pl.col("fortsat") + pl.col("flyttet") + pl.col("skift")).alias("bidrag"),
        (pl.col("skift") != 0).alias("er_skift"),
    )


def sentences(dele: pl.DataFrame, i_alt: float) -> list[str]:
    return [saetning.tekst for saetning in describe_dele(dele, i_alt)]


def test_each_kind_of_part_is_one_sentence_when_it_rounds_to_something() -> None:
    dele = parts(("A", -0.53, -0.01, 0.0, False), ("B", 0.0, 0.02, 0.0, False), ("C", 0.0, 0.0, -0.1, True))
    assert sentences(dele, -0.62) == [
        "I de dele, der fortsætter, er fraværet faldet; det trækker −0,5.",
        "C er lukket; det trækker −0,1.",
    ]


def test_a_part_that_opens_and_staff_that_move_are_told_by_their_sign() -> None:
    dele = parts(("A", 0.3, 0.2, 0.0, False), ("B", 0.0, 0.0, 0.2, False))
    assert sentences(dele, 0.7) == [
        "I de dele, der fortsætter, er fraværet steget; det trækker +0,3.",
        "Flere ansatte i dele med højt fravær, eller færre i dele med lavt, trækker +0,2.",
        "B er ny; det trækker +0,2.",
    ]


def test_a_node_of_one_part_has_nothing_to_tell_of_parts() -> None:
    assert list(describe_dele(parts(("A", -0.5, 0.0, 0.0, False)), -0.5)) == []


def test_of_many_parts_the_smallest_are_one_and_all_add_up() -> None:
    dele = parts(*((f"{nr}", nr / 10, 0.0, 0.0, False) for nr in range(1, 13)), (None, -0.4, 0.0, 0.0, False))
    egne = pick_dele(dele, 7.4)
    assert [navn for navn, _ in egne] == [*(str(nr) for nr in range(12, 4, -1)), "Øvrige"]
    assert (egne[-1][1], sum(bidrag for _, bidrag in egne)) == (D("0.6"), D("7.4"))


def test_the_views_of_the_change_are_told_where_they_are_known() -> None:
    assert list(describe_tal(INTET)) == []
    alt = INTET | {
        "korttid": -0.084,
        "langtid": -0.602,
        "ind_sygedage": 3.21,
        "ud_sygedage": 3.89,
        "flere_arbejdsdage": -2,
        "af_arbejdsdage": -0.11,
    }
    assert list(describe_tal(alt)) == [
        "Korttidsfraværet trækker −0,1 og langtidsfraværet −0,6.",
        "2. kvartal 2025 gav 3,2 sygedage mod 3,9 i 2. kvartal 2024, som gik ud.",
        "Perioden har 2 færre arbejdsdage; det alene er −0,1.",
    ]


@pytest.mark.parametrize(
    ("dage", "af", "begynder"),
    [(1, 0.1, "Perioden har en arbejdsdag mere"), (-1, -0.1, "Perioden har en arbejdsdag mindre"), (2, 0.04, "")],
)
def test_working_days_are_told_when_they_count(dage: int, af: float, begynder: str) -> None:
    [*saetninger] = describe_tal(INTET | {"flere_arbejdsdage": dage, "af_arbejdsdage": af})
    assert [saetning.startswith(begynder) for saetning in saetninger] == [True] * bool(begynder)


def test_classes_of_employees_add_up_as_shown_and_are_told_in_a_sentence() -> None:
    raekker = pl.DataFrame(
        [("forloeb", "begyndt", 45, 0.43), ("forloeb", "andre", None, -0.51), ("forloeb", "ophoert", 1075, -0.60)],
        schema=["opdeling", "klasse", "antal", "bidrag"],
        orient="row",
    )
    [klasser] = list_klasser(raekker, -0.68)
    assert (klasser.gruppe, [bidrag for _, bidrag in klasser.dele]) == (
        "Lange forløb",
        [D("-0.6"), D("0.4"), D("-0.5")],
    )
    assert klasser.saetning == (
        "Omkring 1.075 medarbejderes lange forløb er gået ud, og omkring 45 er kommet til; det trækker −0,6 og +0,4."
    )
    assert list_klasser(raekker.clear(), -0.68) == []
