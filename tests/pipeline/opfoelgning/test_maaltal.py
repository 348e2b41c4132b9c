"""Måltal are proposed by chefs for their own units and decided by hr, for reasons about nobody; they alone read it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipeline.fejl import Brugerfejl
from pipeline.lager.log import Haendelse, read_log
from pipeline.lager.maaltal import (
    AFVIST,
    GODKENDT,
    TILBAGETAGET,
    NytMaaltal,
    Tilstand,
    follow_leverance,
    read_beslutninger,
    read_besluttede,
    set_maaltal,
)
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.opfoelgning.maaltal import (
    decide_maaltal,
    list_aar,
    read_tal,
    settle_maaltal,
    suggest_maaltal,
    word_beslutning,
)
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, list_navne, open_scope
from pipeline.tekster import beslutninger as tekster
from tests.conftest import run_sygefravaer
from tests.pipeline.opfoelgning.conftest import open_demo

AELDRE, SKOLE, AAVANG = 81230, 81210, 81583
NU = datetime(2025, 7, 16, 12, tzinfo=UTC)
NY = NytMaaltal(AAVANG, 2026, 125, "Som de andre plejehjem")
ALLE = ("hr1", "c1", "c2", "l1", "a1", "d1", "cl")


@pytest.fixture
def miljoe(demo_database: Path, tmp_path: Path) -> Iterator[Miljoe]:
    roller = (
        ("hr1", "hr", 81000),
        ("c1", "chef", AELDRE),
        ("c2", "chef", SKOLE),
        ("l1", "leder", AAVANG),
        ("a1", "aggregat", 81000),
        ("d1", "dpo", 81000),
        ("cl", "chef", SKOLE),
        ("cl", "leder", AAVANG),
    )
    with open_demo(demo_database, tmp_path, roller, nu=NU) as aabnet:
        yield aabnet


def scope_of(miljoe: Miljoe, bruger: str) -> Scope:
    return open_scope(Bruger(bruger), miljoe=miljoe)


def suggest(miljoe: Miljoe, bruger: str, ny: NytMaaltal = NY) -> int:
    return suggest_maaltal(scope_of(miljoe, bruger), ny, bruger=bruger, miljoe=miljoe)


def decide(miljoe: Miljoe, bruger: str, ny: NytMaaltal = NY) -> int:
    return decide_maaltal(scope_of(miljoe, bruger), ny, bruger=bruger, miljoe=miljoe)


def settle(miljoe: Miljoe, bruger: str, nr: int, tilstand: Tilstand, grund: str = "Fordi") -> int:
    return settle_maaltal(scope_of(miljoe, bruger), nr, tilstand, grund, bruger=bruger, miljoe=miljoe)


def read(miljoe: Miljoe, bruger: str) -> list[dict[str, Any]]:
    return scope_of(miljoe, bruger).rows("maaltal_historik_liste").to_dicts()


def test_what_a_chef_proposes_is_read_by_her_and_hr_and_by_nobody_else(miljoe: Miljoe) -> None:
    suggest(miljoe, "c1")
    assert {bruger for bruger in ALLE if read(miljoe, bruger)} == {"hr1", "c1"}
    log = read_log(miljoe.lager, fra=NU.date(), til=NU.date()).filter(pl.col("hvad") == "måltal foreslået")
    assert log.select("hvem", "hvor", "noder").rows() == [("c1", "Måltal", [AAVANG])]


@pytest.mark.parametrize("bruger", ["c2", "l1", "a1", "d1", "cl"])
def test_nobody_proposes_for_a_unit_she_is_not_chef_of(miljoe: Miljoe, bruger: str) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        suggest(miljoe, bruger)
    assert str(fejl.value) == tekster.ENHED_UKENDT
    assert read_beslutninger(miljoe.lager) == []


def test_a_unit_that_is_not_hers_and_one_there_is_not_are_alike(miljoe: Miljoe) -> None:
    saetninger = set()
    for enhed_id in (AAVANG, 99_999_999, -1, -1_000_000_010):
        with pytest.raises(Brugerfejl) as fejl:
            suggest(miljoe, "c2", replace(NY, enhed_id=enhed_id))
        saetninger.add(str(fejl.value))
    assert saetninger == {tekster.ENHED_UKENDT}


def test_hr_alone_decides(miljoe: Miljoe) -> None:
    for bruger in ALLE[1:]:
        with pytest.raises(Brugerfejl) as fejl:
            decide(miljoe, bruger)
        assert str(fejl.value) == tekster.KUN_HR
    decide(miljoe, "hr1")
    assert read_besluttede(miljoe.lager) == [(AAVANG, 2026, 1_250_000_000)]


def test_hr_alone_approves_and_rejects(miljoe: Miljoe) -> None:
    nr = suggest(miljoe, "c1")
    for bruger in ALLE[1:]:
        for tilstand in (GODKENDT, AFVIST):
            with pytest.raises(Brugerfejl, match="findes ikke blandt det"):
                settle(miljoe, bruger, nr, tilstand)
    settle(miljoe, "hr1", nr, GODKENDT, "")
    assert read_besluttede(miljoe.lager) == [(AAVANG, 2026, 1_250_000_000)]
    assert [word_beslutning(b)[3:6] for b in read(miljoe, "c1")] == [
        ("–", "12,5", f"Besluttet, svar på nr. {nr}"),
        ("–", "12,5", "Foreslået"),
    ]


def test_a_chef_takes_back_a_proposal_for_her_units_and_nothing_that_is_decided(miljoe: Miljoe) -> None:
    nr = suggest(miljoe, "c1")
    for bruger in ("c2", "l1", "cl", "a1", "d1"):
        with pytest.raises(Brugerfejl):
            settle(miljoe, bruger, nr, TILBAGETAGET)
    settle(miljoe, "c1", nr, TILBAGETAGET)
    besluttet = decide(miljoe, "hr1")
    with pytest.raises(Brugerfejl):
        settle(miljoe, "c1", besluttet, TILBAGETAGET)
    settle(miljoe, "hr1", besluttet, TILBAGETAGET)
    assert read_besluttede(miljoe.lager) == []


def test_what_the_delivery_proposes_is_hrs_to_answer(miljoe: Miljoe) -> None:
    decide(miljoe, "hr1")
    follow_leverance(miljoe.lager, [(AAVANG, 2026, 130)], bygning_id="b", nu=NU)
    [aabent] = [b for b in read(miljoe, "c1") if b["er_aaben"]]
    with pytest.raises(Brugerfejl):
        settle(miljoe, "c1", aabent["beslutning_id"], TILBAGETAGET)
    settle(miljoe, "hr1", aabent["beslutning_id"], AFVIST)


def test_hr_sees_and_takes_back_what_was_decided_for_a_unit_there_is_no_more(miljoe: Miljoe) -> None:
    nr = set_maaltal(miljoe.lager, replace(NY, enhed_id=777), Haendelse("hr1", "måltal sat"), nu=NU)
    assert [b["enhedsnavn"] for b in read(miljoe, "hr1")] == ["00000777"]
    assert read(miljoe, "c1") == []
    settle(miljoe, "hr1", nr, TILBAGETAGET)


@pytest.mark.parametrize("gem", [suggest, decide])
@pytest.mark.parametrize(
    ("begrundelse", "stykke"),
    [
        ("", "Skriv med én linje, hvorfor"),
        ("  ", "Skriv med én linje, hvorfor"),
        ("x" * (HOEJST_BEGRUNDELSE + 1), "Den må højst være 200"),
        ("Aftalt mandag\nog tirsdag", "ikke er almindelig tekst"),
        ("Se https://eksempel.invalid", "e-mailadresse eller et link"),
        ("Tal med 00012089", "seks cifre eller flere"),
        ("Mange med depression", "nævner en sygdom"),
    ],
)
def test_a_reason_that_is_none_or_may_be_about_somebody_is_refused(
    miljoe: Miljoe, gem: Callable[..., int], begrundelse: str, stykke: str
) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        gem(miljoe, "hr1", replace(NY, begrundelse=begrundelse))
    assert stykke in str(fejl.value)
    assert read_beslutninger(miljoe.lager) == []


def test_a_reason_that_names_an_employee_is_refused_of_an_answer_too(miljoe: Miljoe) -> None:
    nr = suggest(miljoe, "c1", replace(NY, begrundelse="x" * HOEJST_BEGRUNDELSE))
    navn = next(navn for navn in list_navne(miljoe) if len(navn.split()) == 2)
    for tilstand in (GODKENDT, AFVIST, TILBAGETAGET):
        with pytest.raises(Brugerfejl, match="nævner en medarbejder ved navn"):
            settle(miljoe, "hr1", nr, tilstand, f"Aftalt med {navn}")
    for tilstand in (AFVIST, TILBAGETAGET):
        with pytest.raises(Brugerfejl, match="hvorfor"):
            settle(miljoe, "hr1", nr, tilstand, "")
    settle(miljoe, "hr1", nr, AFVIST)


def test_a_year_can_be_decided_from_the_last_to_two_ahead(miljoe: Miljoe) -> None:
    assert list_aar(scope_of(miljoe, "hr1")) == [2024, 2025, 2026, 2027]
    for aar in (2023, 2028):
        with pytest.raises(Brugerfejl) as fejl:
            suggest(miljoe, "c1", replace(NY, aar=aar))
        assert str(fejl.value) == f"Der kan besluttes måltal for 2024 til 2027, ikke for {aar}."
    for aar in (2024, 2027):
        suggest(miljoe, "c1", replace(NY, aar=aar))


@pytest.mark.parametrize(
    ("tekst", "tiendedele"), [("12,5", 125), (" 12 ", 120), ("12.5", 125), ("0,1", 1), ("60", 600), ("60,0", 600)]
)
def test_a_maaltal_is_read_as_danes_write_it(tekst: str, tiendedele: int) -> None:
    assert read_tal(tekst) == tiendedele


@pytest.mark.parametrize(
    "tekst", ["", "0", "0,0", "60,1", "61", "12,55", "-1", "+1", "1.000", "1e1", "tolv", "١٢", "12,"]
)
def test_what_is_no_maaltal_gets_a_sentence(tekst: str) -> None:
    with pytest.raises(Brugerfejl, match="er ikke et måltal"):
        read_tal(tekst)


def test_hr_does_it_all_from_the_command_line(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'kommando.sqlite'}")

    def kommando(*ord_: str) -> str:
        svar = run_sygefravaer("maaltal", *ord_, "--database", demo_database)
        return svar.ud if svar.kode == 0 else svar.fejl

    def nyt(navn: str, tal: str, aar: str = "2026", enhed: str = "81583") -> str:
        return kommando(navn, "--enhed", enhed, "--aar", aar, "--maaltal", tal, "--begrundelse", NY.begrundelse)

    assert kommando("vis") == f"{tekster.VENTER_INGEN}\n"
    assert nyt("foreslaa", "12,5") == "Forslaget er gemt som nr. 1.\n"
    assert nyt("foreslaa", "12,5", enhed="99999") == "Fejl: Enheden 99999 findes ikke i databasen.\n"
    assert nyt("saet", "tolv").startswith("Fejl: »tolv« er ikke et måltal.")
    assert kommando("godkend", "--nr", "1") == "Forslag nr. 1 er godkendt.\n"
    assert kommando("afvis", "--nr", "1", "--begrundelse", "Nej").startswith("Fejl: Nr. 1 kan ikke besvares")
    assert nyt("saet", "12,4") == "Måltallet er besluttet som nr. 3.\n"
    assert nyt("saet", "12,4") == "Fejl: Det måltal er allerede besluttet.\n"
    assert kommando("traek", "--nr", "3", "--begrundelse", "Fejl") == "Nr. 3 er trukket tilbage.\n"
    ordene = kommando("vis").split()
    for stykke in ("Plejehjemmet Åvang", "12,5", "Besluttet, svar på nr. 1", "Trukket tilbage, svar på nr. 3"):
        assert set(stykke.split()) <= set(ordene)
