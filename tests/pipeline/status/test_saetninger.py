"""The case's sentences: every direction, one and many, and what is said when there is nothing to compare with."""

from dataclasses import replace
from decimal import Decimal

import polars as pl
import pytest

from pipeline.fejl import Brugerfejl
from pipeline.status.kontrol import check_kilder, check_sammenhaeng
from pipeline.status.saetninger import (
    Afsnit,
    write_andel,
    write_grupper,
    write_hvorfor,
    write_kort_og_lang,
    write_maaltal,
    write_niveau,
    write_top,
)
from tests.pipeline.status.grundlag import grundlag, gruppe

FRA_TIL = "Fra 1. kvartal 2025 til 2. kvartal 2025"
KVARTALER = f"{FRA_TIL} er sygefraværet i gennemsnit"


def tekster(afsnit: list[Afsnit]) -> list[str]:
    return [enkelt.tekst for enkelt in afsnit]


def test_groups_that_fall_and_rise_are_told_apart_in_the_order_of_the_organisation() -> None:
    g = grundlag()
    grupper = [
        gruppe("A", aendring="-0.9"),
        gruppe("B", aendring="0.2"),
        gruppe("C", aendring="-2.0"),
        gruppe("D", aendring="0.1"),
        gruppe("E", aendring="0.0"),
    ]
    assert tekster(write_grupper(g, grupper, "afdelinger")) == [
        f"{KVARTALER} faldet med 0,9 dag pr. medarbejder i A og med 2,0 dage pr. medarbejder i C.",
        "Sygefraværet er i gennemsnit steget med 0,2 dag pr. medarbejder i B og med 0,1 dag pr. medarbejder i D.",
        "Sygefraværet er uændret i E.",
    ]


def test_all_rises_says_nothing_of_falls() -> None:
    grupper = [gruppe("A", aendring="0.9"), gruppe("B", aendring="1.9"), gruppe("C", aendring="2.1")]
    assert tekster(write_grupper(grundlag(), grupper, "afdelinger")) == [
        f"{KVARTALER} steget med 0,9 dag pr. medarbejder i A, med 1,9 dag pr. medarbejder i B og med 2,1 dage "
        "pr. medarbejder i C.",
    ]


def test_all_falls_says_nothing_of_rises() -> None:
    grupper = [gruppe("A", aendring="-0.9"), gruppe("B", aendring="-0.1")]
    assert tekster(write_grupper(grundlag(), grupper, "omraader")) == [
        f"{KVARTALER} faldet med 0,9 dag pr. medarbejder i A og med 0,1 dag pr. medarbejder i B."
    ]


def test_one_afdeling_alone_is_no_list() -> None:
    assert tekster(write_grupper(grundlag(), [gruppe("A", aendring="0.3")], "afdelinger")) == [
        f"{KVARTALER} steget med 0,3 dag pr. medarbejder i A.",
    ]


def test_what_may_be_chance_neither_falls_nor_rises() -> None:
    grupper = [
        gruppe("A", aendring="-0.9"),
        gruppe("B", aendring="-9.0", kvartal_grund="tilfaeldigt"),
        gruppe("C", aendring="2.0", kvartal_grund="udskiftning"),
        gruppe("D", aendring="3.0", kvartal_grund="tilfaeldigt"),
        gruppe("E", aendring="0.0", kvartal_grund="tilfaeldigt"),
    ]
    assert tekster(write_grupper(grundlag(), grupper, "afdelinger")) == [
        f"{KVARTALER} faldet med 0,9 dag pr. medarbejder i A.",
        "Ændringen kan være tilfældig i B (−9,0) og D (+3,0).",
        "Mange medarbejdere er kommet eller gået i C (+2,0), og ændringen dér kan skyldes det.",
        "Sygefraværet er uændret i E.",
    ]


@pytest.mark.parametrize(("navne", "slut"), [("A", "i A (−0,4)."), ("AB", "i nogen af afdelingerne: A (−0,4) og B.")])
def test_no_signal_at_all_is_one_sentence(navne: str, slut: str) -> None:
    grupper = [gruppe(navn, aendring="-0.4", kvartal_grund="tilfaeldigt") for navn in navne]
    grupper[1:] = [enkelt | {"aendring_kvartal": Decimal("0.0")} for enkelt in grupper[1:]]
    [afsnit] = tekster(write_grupper(grundlag(), grupper, "afdelinger"))
    assert afsnit == f"{FRA_TIL} har sygefraværet ikke ændret sig mere, end tilfældet kan forklare, {slut}"


def test_without_a_previous_quarter_nothing_rises_or_falls() -> None:
    g = grundlag()
    assert tekster(write_grupper(g, [gruppe("A")], "afdelinger")) == [
        "Der er ikke et tal fra kvartalet før at sammenligne med for A."
    ]
    assert write_niveau(g).tekst == (
        "Sygefraværet er i denne opgørelse opgjort til 12,0 sygedage pr. medarbejder i gennemsnit. Der er ikke en "
        "opgørelse fra kvartalet før at sammenligne med."
    )
    assert write_kort_og_lang(g).tekst == ""


@pytest.mark.parametrize(
    ("aendring", "slut"),
    [
        ("-0.7", "et gennemsnitligt fald på 0,7 dag pr. medarbejder"),
        ("2.0", "en gennemsnitlig stigning på 2,0 dage pr. medarbejder"),
        ("0.0", "Det er uændret i forhold til opgørelsen fra 1. kvartal 2025"),
    ],
)
def test_the_headline_moves(aendring: str, slut: str) -> None:
    assert slut in write_niveau(grundlag(aendring=aendring)).tekst
    assert "tilfældig" not in write_niveau(grundlag(aendring=aendring)).tekst


@pytest.mark.parametrize(
    ("grund", "slut"),
    [
        ("tilfaeldigt", " Ændringen er ikke større, end at den kan være tilfældig."),
        ("udskiftning", " Mange medarbejdere er kommet eller gået, og ændringen kan skyldes det."),
    ],
)
def test_a_headline_that_may_have_moved_by_chance_says_so(grund: str, slut: str) -> None:
    tekst = write_niveau(grundlag(aendring="-0.7", kvartal_grund=grund)).tekst
    assert tekst.endswith(
        f" Det er −0,7 i forhold til opgørelsen fra 1. kvartal 2025 (12,7 sygedage pr. medarbejder).{slut}"
    )
    assert "fald" not in tekst


def test_a_foreloebig_quarter_is_neither_rise_nor_fall_nor_top() -> None:
    g = grundlag(aendring="-0.7", foreloebig=True, top="-2.2")
    assert "foreløbig opgjort til 12,0" in write_niveau(g).tekst
    assert write_top(g).tekst == ""
    assert "fald" not in write_niveau(g).tekst
    assert tekster(write_grupper(g, [gruppe("A", aendring="-1.0")], "afdelinger")) == [
        "Kvartalet er foreløbigt, og udviklingen beskrives derfor ikke."
    ]
    assert "2. kvartal 2025 er foreløbigt: der kan stadig komme registreringer." in check_sammenhaeng(g, [])


@pytest.mark.parametrize(
    ("top", "tekst"),
    [
        (
            "-2.2",
            "Sammenlignet med 2. kvartal 2023, hvor sygefraværet toppede med 15,8 sygedage pr. medarbejder i "
            "gennemsnit, er sygefraværet i den aktuelle opgørelse 2,2 dage lavere pr. medarbejder.",
        ),
        (
            "-0.04",
            "Sygefraværet er på niveau med 2. kvartal 2023, hvor det toppede med 15,8 sygedage pr. medarbejder i "
            "gennemsnit.",
        ),
        ("0.0", "Det er det højeste sygefravær i de kvartaler, der er opgjort."),
        (None, ""),
    ],
)
def test_the_top(top: str | None, tekst: str) -> None:
    assert write_top(grundlag(top=top)).tekst == tekst


@pytest.mark.parametrize(
    ("kort", "lang", "tekst"),
    [
        (
            None,
            None,
            "Hverken kort- eller langtidssygefraværet har siden 1. kvartal 2025 ændret sig mere, end tilfældet "
            "kan forklare.",
        ),
        (
            "0.6",
            None,
            "Siden 1. kvartal 2025 er det gennemsnitlige korttidssygefravær steget; ændringen i "
            "langtidssygefraværet kan være tilfældig.",
        ),
        (
            None,
            "-0.6",
            "Siden 1. kvartal 2025 er det gennemsnitlige langtidssygefravær faldet; ændringen i "
            "korttidssygefraværet kan være tilfældig.",
        ),
        ("-0.1", "-0.6", "Siden 1. kvartal 2025 er både det gennemsnitlige kort- og langtidssygefravær faldet."),
        ("0.1", "0.6", "Siden 1. kvartal 2025 er både det gennemsnitlige kort- og langtidssygefravær steget."),
        (
            "0.1",
            "-0.6",
            "Siden 1. kvartal 2025 er det gennemsnitlige korttidssygefravær steget, og langtidssygefraværet er faldet.",
        ),
    ],
)
def test_short_and_long(kort: str | None, lang: str | None, tekst: str) -> None:
    """A change not given is one of −1.0 that may be chance."""
    felter = {
        f"{navn}_{hvad}": vaerdi
        for navn, tal in (("korttid", kort), ("langtid", lang))
        for hvad, vaerdi in (("aendring", Decimal(tal or "-1.0")), ("er_signal", tal is not None))
    }
    g = grundlag(**felter)
    assert write_kort_og_lang(g).tekst == tekst


@pytest.mark.parametrize(
    ("point", "tekst"),
    [
        (-0.02, "Andelen er 42 pct., hvilket er 2 procentpoint lavere end i seneste opgørelse."),
        (0.01, "Andelen er 42 pct., hvilket er 1 procentpoint højere end i seneste opgørelse."),
        (0.0, "Andelen er 42 pct., hvilket er det samme som i seneste opgørelse."),
        (None, "Andelen er 42 pct."),
    ],
)
def test_a_share_and_its_points(point: float | None, tekst: str) -> None:
    g = grundlag(langtidsandel=0.42, langtidsandel_pp=point)
    assert write_andel(g, "langtidsandel", "Andelen er {andel}{forhold}.", "ingen").tekst == tekst


def test_a_share_that_is_not_shown_says_so() -> None:
    assert write_andel(grundlag(), "langtidsandel", "{andel}", "for få").tekst == "for få"


@pytest.mark.parametrize(
    ("maaltal", "afstand", "tekst"),
    [
        ("11.5", "0.5", "Kommunens måltal er 11,5; sygefraværet ligger 0,5 dag over det."),
        ("14.5", "-2.5", "Kommunens måltal er 14,5; sygefraværet ligger 2,5 dage under det."),
        ("12.0", "0.0", "Kommunens måltal er 12,0, og sygefraværet ligger på det."),
    ],
)
def test_against_the_maaltal(maaltal: str, afstand: str, tekst: str) -> None:
    assert write_maaltal(grundlag(maaltal=Decimal(maaltal), afstand=Decimal(afstand))).tekst == tekst


def test_without_maaltal_it_says_so() -> None:
    assert write_maaltal(grundlag()).tekst == "Der er ikke sat et måltal for kommunen."


def test_a_figure_nobody_gave_has_no_source() -> None:
    assert write_niveau(grundlag(aendring="-0.7")).without_source() == []
    assert Afsnit("Sygefraværet er 13,7 og andelen 42 pct.").without_source() == ["13,7", "42 pct."]


def test_a_case_with_such_a_figure_is_stopped() -> None:
    check_kilder([("kommunen.1", write_niveau(grundlag(aendring="-0.7")))])
    with pytest.raises(Brugerfejl, match="Et tal i resume har ingen kilde"):
        check_kilder([("resume", Afsnit("Sygefraværet er 13,7."))])


def parts_of_the_kommune(*raekker: tuple[str | None, float, float, float]) -> pl.DataFrame:
    kolonner = ("navn", "fortsat", "flyttet", "skift")
    return pl.DataFrame([dict(zip(kolonner, raekke, strict=True)) for raekke in raekker]).with_columns(
        (pl.col("fortsat") + pl.col("flyttet") + pl.col("skift")).alias("bidrag"),
        (pl.col("skift") != 0).alias("er_skift"),
        pl.lit(value=True).alias("er_lukket"),
    )


DRIVERS = parts_of_the_kommune(("A", -0.53, -0.06, 0.0), ("B", 0.0, 0.0, 0.0), (None, 0.0, 0.0, -0.1))


def test_what_drove_the_change_is_told_a_sentence_a_kind_each_with_its_source() -> None:
    g = replace(grundlag(aendring="-0.7"), hvorfor=DRIVERS)
    assert tekster(write_hvorfor(g)) == [
        "I de dele, der fortsætter, er fraværet faldet; det trækker −0,5.",
        "Flere ansatte i dele med lavt fravær, eller færre i dele med højt, trækker −0,1.",
        "Lukkede og nye enheder trækker −0,1.",
    ]
    assert [afsnit.without_source() for afsnit in write_hvorfor(g)] == [[], [], []]


def test_nothing_is_said_to_have_driven_a_foreloebig_quarter_or_a_first_one() -> None:
    for g in (grundlag(aendring="-0.7", foreloebig=True), grundlag()):
        assert write_hvorfor(replace(g, hvorfor=DRIVERS)) == []


def test_a_document_that_names_the_wrong_quarter_is_found() -> None:
    g = grundlag(aendring="-0.7")
    dokument = [
        ("Resumé", "Chefforum orienteres for 1. kvartal 2025."),
        ("Sag", "Fra 1. kvartal 2025."),
        ("", "2. kvartal 2025"),
    ]
    assert check_sammenhaeng(g, dokument) == ["Teksten nævner 1. kvartal 2025, men sagen handler om 2. kvartal 2025."]


def test_shares_that_do_not_add_up_are_found() -> None:
    g = grundlag(gruppe("A", sygedage=Decimal("12.0"), korttid=Decimal("7.0"), langtid=Decimal("4.8")))
    assert check_sammenhaeng(g, []) == ["A: kort- og langtidsfravær (7,0 og 4,8) giver ikke det samlede (12,0)."]
