"""People's own words: which numbers, names and illnesses are found, and what an honest sentence may say."""

import pytest

from pipeline.proev.egneord import Ordbog, check_ord, make_ordbog, warn_ord
from pipeline.proev.talord import find_tal, plain, word_value

TABELTAL = {"dage": {13.6, 0.7}, "procenter": {42.0, 3.0}, "hoveder": {3200.0, 85.0}}
TEKSTER = (
    "i minimum to år i træk",
    "3 af 7 områder ligger over",
    "30 kalenderdage eller mere",
    "2 procentpoint lavere",
)
NAVNE = ("Inger Marie Opdigtet", "Åge Sø-Lund", "Bo")


@pytest.fixture(scope="module")
def ordbog() -> Ordbog:
    enheder = {"Lille Hus", "Store Skole"}
    return make_ordbog(TABELTAL, TEKSTER, enheder, {"Store Skole"}, NAVNE, (["kræft", "*sklerose*"], ["stress*"]))


def check(tekst: str, ordbog: Ordbog) -> list[str]:
    return [fund.fejl for fund in check_ord([("sted", tekst)], ordbog)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Sygefraværet er 13,6 dage.",
        "Sygefraværet er 13.6 dage.",
        "Sygefraværet er tretten komma seks dage.",
        "Langtidsfraværet udgør 42 pct., altså 42 % eller 42 procent.",
        "Det er toogfyrre procent.",
        "Store Skole har 13,6 dage.",
        "Der er 3.200 medarbejdere.",
        "Vi fulgte dem i to år, og det er 2 procentpoint lavere.",
        "3 af 7 områder ligger over.",
        "Den 3. marts 2025 og 03.03.2025 kl. 13 i uge 12, 2023-2025.",
        "Fra 1.-2. kvartal 2025 til 2. halvår 2026.",
        "Se § 7 a, stk. 2, punkt 3, afsnit 2, side 14, bilag 1 og Figur 2.",
        "2. Næste punkt",
        "Vi har sat tre indsatser i gang og holdt to temadage.",
        "En leder og et område. Den ene og det andet.",
        "Vi bekræfter, at der er kræfter til det.",
        "Der er 13,6 dage i kommunen. Lille Hus har fået ny leder.",
    ],
)
def test_what_an_honest_sentence_may_say(tekst: str, ordbog: Ordbog) -> None:
    fundne = check(tekst, ordbog)
    assert [f for f in fundne if "Lille Hus" not in f] == []


@pytest.mark.parametrize(
    ("tekst", "tal"),
    [
        ("Det er 13,7 dage.", "13,7"),
        ("Det er 13,60 dage.", "13,60"),
        ("Andelen er 43 pct.", "43 pct."),
        ("Andelen er 42,5 %.", "42,5 pct."),
        ("Det er 3 procentpoint.", "3"),
        ("Der er 3.210 medarbejdere.", "3.210"),
        ("3 af 8 områder.", "8"),
        ("Det er 17.", "17"),
        ("Vi har sat elleve indsatser i gang.", "elleve"),
        ("Tre medarbejdere er syge.", "Tre"),
        ("Otte af dem er langtidssyge medarbejdere.", "Otte"),
        ("Det er to hundrede og tolv.", "to hundrede og tolv"),
        ("Det er trehundrede.", "trehundrede"),
        ("I 1987 var det værre.", "1987"),
        ("Det er ¾.", "3"),
    ],
)
def test_a_number_the_release_does_not_state(tekst: str, tal: str, ordbog: Ordbog) -> None:
    assert any(f"udgivelsen ikke viser ({tal})" in fejl for fejl in check(tekst, ordbog))


@pytest.mark.parametrize(("tekst", "cifre"), [("Nr. 12345", False), ("12345 6", True), ("12-34-56", True)])
def test_six_digits_may_be_a_persons(tekst: str, cifre: bool, ordbog: Ordbog) -> None:
    assert any("seks cifre" in fejl for fejl in check(tekst, ordbog)) == cifre


@pytest.mark.parametrize(
    "tekst",
    [
        "Inger Opdigtet",
        "inger marie opdigtet",
        "Opdigtet Inger Marie",
        "Opdigtet, Inger",
        "Aage Soe Lund",
        "ÅGE SØ-LUND",
    ],
)
def test_a_name_in_any_order_and_spelling(tekst: str, ordbog: Ordbog) -> None:
    assert "nævner en medarbejder ved navn" in check(f"Det er {tekst} der", ordbog)


@pytest.mark.parametrize("tekst", ["Inger kommer", "En opdigtet kommune", "Marie og Inger", "Bo bor her"])
def test_a_single_word_of_a_name_is_no_name(tekst: str, ordbog: Ordbog) -> None:
    assert check(tekst, ordbog) == []


def test_a_name_over_two_cells(ordbog: Ordbog) -> None:
    fundne = list(check_ord([("A1", "Inger"), ("B1", "Opdigtet")], ordbog))
    assert [(fund.sted, fund.fejl) for fund in fundne] == [("A1", "nævner en medarbejder ved navn")]


def test_a_unit_that_is_not_shown_stands_beside_no_number(ordbog: Ordbog) -> None:
    assert any("nævner Lille Hus" in fejl for fejl in check("Lille Hus har 13,6 dage.", ordbog))
    assert check("Lille Hus har fået ny leder.", ordbog) == []


def test_a_diagnosis_is_refused_and_a_broad_word_told(ordbog: Ordbog) -> None:
    assert check("Det er kræft.", ordbog) == ["nævner en sygdom (kræft)"]
    assert check("Det er dissemineret sklerose.", ordbog) == ["nævner en sygdom (sklerose)"]
    assert check("Vi forebygger stress.", ordbog) == []
    assert len(list(warn_ord([("sted", "Vi forebygger stressen.")], ordbog))) == 1


@pytest.mark.parametrize(
    ("ordet", "tal"),
    [
        ("syvogfyrre", 47),
        ("halvfjerds", 70),
        ("enoghalvfems", 91),
        ("trehundrede", 300),
        ("tusind", None),
        ("fired", None),
    ],
)
def test_numbers_in_words(ordet: str, tal: int | None) -> None:
    assert word_value(ordet) == tal


@pytest.mark.parametrize(
    ("tekst", "vaerdier"),
    [
        ("13,6 og 13.6", [13.6, 13.6]),
        ("3.200 og 1.234,5", [3200.0, 1234.5]),
        ("fjorten komma tre", [14.3]),
        ("syvogfyrre komma to fem", [47.25]),
        ("to tusind og femten", [2015.0]),
        ("en og et, én", []),
        ("１７ og ١٧", [17.0, 17.0]),
    ],
)
def test_numbers_as_they_are_written(tekst: str, vaerdier: list[float]) -> None:
    assert [tal.vaerdi for tal in find_tal(plain(tekst))] == vaerdier
