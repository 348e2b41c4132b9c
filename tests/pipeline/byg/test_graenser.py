"""The limits at which a delivery is too poor to build on: below, at and above each of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.byg.parametre import build_parameters
from pipeline.database.modeller import read_model
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.tekster import stop as tekster_stop
from tests.conftest import (
    ANSATTE_FIL,
    FRAVAER_FIL,
    Svar,
    add_lines,
    assert_gives_nothing_away,
    byg,
    write_indstillinger,
)
from tests.lille_leverance import Enhed, Fravaer, Leverance, ansat, syg, write_leverance
from tests.modeller import Raekker, run_model

FOERSTE_DAG = date(2023, 1, 2)
PERIODE = (date(2023, 1, 1), date(2025, 6, 30))


def one_day(nummer: str, dag: date, timer: str | None = "7.4", dage: str | None = None) -> Fravaer:
    return syg(nummer, dag, dag, timer, dage=dage)


def days(antal: int, fra: date = FOERSTE_DAG) -> list[date]:
    return [fra + timedelta(days=nummer) for nummer in range(antal)]


def leverance(fravaer: Iterable[Fravaer], antal_ansatte: int = 1) -> Leverance:
    """Employees 731001 onwards in one unit."""
    return Leverance(
        udtraek=date(2025, 7, 15),
        enheder=(Enhed("81000"),),
        ansaettelser=tuple(ansat(str(731001 + nummer), "81000") for nummer in range(antal_ansatte)),
        fravaer=tuple(fravaer),
        periode_fravaer=PERIODE,
    )


def assert_stopped(svar: Svar, saetning: str, kilde: Path) -> None:
    assert svar == Svar(1, "", f"Fejl: {saetning}\n")
    assert_gives_nothing_away(svar, kilde)


PARAMETRE = build_parameters(load_indstillinger(), date(2025, 7, 15))


def is_broken(mappe: str, regel: str, tabeller: Mapping[str, Raekker]) -> bool:
    """Whether the rule finds anything in these rows, under the project's own settings."""
    egne = {navn: PARAMETRE[navn] for navn in read_model(mappe, regel).parametre}
    return run_model(mappe, regel, tabeller, **egne) != []


@pytest.mark.parametrize(
    ("laest", "afvist", "standser"),
    [
        pytest.param(8, 4, False, id="halvdelen, men kun fire"),
        pytest.param(100, 4, False, id="fire procent, men kun fire"),
        pytest.param(500, 5, False, id="præcis 1 %"),
        pytest.param(501, 5, False, id="under 1 %"),
        pytest.param(700, 7, False, id="præcis 1 % af 700"),
        pytest.param(600, 6, False, id="600"),
        pytest.param(5, 5, True, id="alle"),
        pytest.param(100, 5, True, id="5 %"),
        pytest.param(499, 5, True, id="over 1 %"),
        pytest.param(599, 6, True, id="6 af 599"),
    ],
)
def test_over_one_percent_and_five_rejected_rows_are_too_many(laest: int, afvist: int, standser: bool) -> None:
    tabeller = {
        "karantaene": [{"fil_id": 1, "grund": "en grund", "linje": nr} for nr in range(afvist)],
        "raekkeregnskab": [{"fil_id": 1, "antal_laest": laest, "antal_afvist": afvist}],
        "kildefiler": [{"fil_id": 1, "fil": FRAVAER_FIL}],
    }
    assert is_broken("19_stop", "for_mange_afviste", tabeller) is standser


def test_few_rejected_rows_do_not_stop(tmp_path: Path) -> None:
    kilde = write_leverance(leverance(one_day("731001", dag) for dag in days(495)), tmp_path / "leverance")
    add_lines(kilde / FRAVAER_FIL, *(f"731001;32.01.2024;;SY;;{nr};" for nr in range(5)))
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert (svar.kode, svar.fejl) == (0, "")
    assert f"Afvist i {FRAVAER_FIL}: 5 × ingen gyldig startdato" in svar.ud


def test_too_many_rejected_rows_stop_with_the_commonest_reason(tmp_path: Path) -> None:
    laest, afvist = 499, 5
    kilde = write_leverance(leverance(one_day("731001", dag) for dag in days(laest - afvist)), tmp_path / "leverance")
    add_lines(kilde / FRAVAER_FIL, *(f"731001;32.01.2024;;SY;;{nr};" for nr in range(afvist - 1)))
    add_lines(kilde / FRAVAER_FIL, "731001;05.02.2024;05.02.2024;SY;;syv;")
    saetning = tekster_stop.STOP["for_mange_afviste"].format(
        fil=FRAVAER_FIL,
        antal_afvist=afvist,
        antal_laest=laest,
        antal_grund=afvist - 1,
        linje=laest - afvist + 3,
        grund="ingen gyldig startdato",
        kur=tekster_stop.KURE["ingen gyldig startdato"],
    )
    foerste = f"første gang i linje {laest - afvist + 3}"
    assert f"har {afvist} afviste rækker af {laest}; oftest ({afvist - 1}, {foerste}) fordi: ingen gyldig" in saetning
    assert_stopped(byg(kilde, tmp_path / "db.duckdb"), saetning, kilde)


def test_each_file_has_its_own_limit_of_rejected_rows(tmp_path: Path) -> None:
    """Five bad rows of employment are few beside all rows, and too many of their own file."""
    kilde = write_leverance(leverance(one_day("731001", dag) for dag in days(900)), tmp_path / "leverance")
    add_lines(kilde / ANSATTE_FIL, *(f"VIKAR{nr};01.01.2020;;81000;00;37;37;Pædagog;" for nr in range(5)))
    saetning = tekster_stop.STOP["for_mange_afviste"].format(
        fil=ANSATTE_FIL,
        antal_afvist=5,
        antal_laest=6,
        antal_grund=5,
        linje=3,
        grund="intet gyldigt medarbejdernummer",
        kur=tekster_stop.KURE["intet gyldigt medarbejdernummer"],
    )
    assert_stopped(byg(kilde, tmp_path / "db.duckdb"), saetning, kilde)


def test_the_limit_of_rejected_rows_is_the_settings(tmp_path: Path) -> None:
    kilde = write_leverance(leverance(one_day("731001", dag) for dag in days(8)), tmp_path / "leverance")
    add_lines(kilde / FRAVAER_FIL, "731001;32.01.2024;;SY;;1;", "731001;32.01.2024;;SY;;2;")
    toml = write_indstillinger(tmp_path / "ops", ("afviste_mindst = 5 ", "afviste_mindst = 2 "))
    svar = byg(kilde, tmp_path / "db.duckdb", "--konfiguration", toml)
    assert "har 2 afviste rækker af 10" in svar.fejl


@pytest.mark.parametrize(
    ("uden_ansaettelse", "standser"), [(9, False), (10, False), (11, True)], ids=["91 %", "90 %", "89 %"]
)
def test_under_ninety_percent_of_the_sick_rows_with_an_employment_are_too_few(
    uden_ansaettelse: int, standser: bool
) -> None:
    tabeller = {
        "sygeposter": [{"raekke_id": nr} for nr in range(100)],
        "sygeposter_uden_ansaettelse": [{"raekke_id": nr} for nr in range(uden_ansaettelse)],
    }
    assert is_broken("29_stop", "for_faa_finder_ansaettelse", tabeller) is standser


def test_too_few_of_the_sick_rows_with_an_employment_stop(tmp_path: Path) -> None:
    raekker = [one_day("731001" if nr >= 11 else "731999", dag) for nr, dag in enumerate(days(100))]
    svar = byg(write_leverance(leverance(raekker), tmp_path / "leverance"), tmp_path / "db.duckdb")
    saetning = tekster_stop.STOP["for_faa_finder_ansaettelse"].format(antal_fundet=89, antal_poster=100)
    assert "Kun 89 af 100 sygefraværsrækker finder en ansættelse." in saetning
    assert (svar.kode, svar.fejl) == (1, f"Fejl: {saetning}\n")


def test_presence_that_finds_no_employment_does_not_count(tmp_path: Path) -> None:
    raekker = [one_day("731001", dag) for dag in days(10)]
    ferie = [replace(one_day("731999", dag), art="FE") for dag in days(100)]
    assert byg(write_leverance(leverance(raekker + ferie), tmp_path / "leverance"), tmp_path / "db.duckdb").fejl == ""


@pytest.mark.parametrize(("for_mange", "standser"), [(4, False), (5, False), (6, True)], ids=["4 %", "5 %", "6 %"])
def test_over_five_percent_with_more_dage_than_working_days_are_too_many(for_mange: int, standser: bool) -> None:
    tabeller = {"dage_ud_over_arbejdsdage": [{"antal_flere_dage": for_mange, "antal": 100}]}
    assert is_broken("19_stop", "dage_er_kalenderdage", tabeller) is standser


def test_too_many_with_more_dage_than_working_days_stop_and_name_the_setting(tmp_path: Path) -> None:
    """Ten employees ill from ten Fridays of autumn to the Sundays: one working day, some rows state three."""
    fredage = [date(2023, 9, 1) + timedelta(days=7 * nr) for nr in range(10)]
    raekker = [
        syg(str(731001 + nr % 10), fredage[nr // 10], fredage[nr // 10] + timedelta(days=2), dage="1")
        for nr in range(100)
    ]
    raekker[:6] = [replace(post, dage=Decimal(3)) for post in raekker[:6]]
    svar = byg(write_leverance(leverance(raekker, 10), tmp_path / "leverance"), tmp_path / "db.duckdb")
    saetning = tekster_stop.STOP["dage_er_kalenderdage"].format(antal_flere_dage=6, antal=100)
    assert "6 af 100 fraværsrækker har ingen timer og flere dage" in saetning
    assert 'sæt dage_er = "kalenderdage" i indstillingerne.' in saetning
    assert (svar.kode, svar.fejl) == (1, f"Fejl: {saetning}\n")


def test_with_the_setting_kalenderdage_the_same_rows_go_on(tmp_path: Path) -> None:
    """Three calendar days over one working day."""
    fredage = [date(2023, 9, 1) + timedelta(days=7 * nr) for nr in range(10)]
    raekker = [syg("731001", fredag, fredag + timedelta(days=2), dage="3") for fredag in fredage]
    kilde = write_leverance(leverance(raekker), tmp_path / "leverance")
    toml = write_indstillinger(tmp_path / "ops", ('dage_er = "arbejdsdage" ', 'dage_er = "kalenderdage" '))
    assert "10 af 10" in byg(kilde, tmp_path / "db.duckdb").fejl
    assert byg(kilde, tmp_path / "db.duckdb", "--konfiguration", toml).fejl == ""


def test_accepter_afvigelse_does_not_open_the_other_limits(tmp_path: Path) -> None:
    raekker = [one_day("731999", dag) for dag in days(100)]
    kilde = write_leverance(leverance(raekker), tmp_path / "leverance")
    svar = byg(kilde, tmp_path / "db.duckdb", "--accepter-afvigelse")
    assert_stopped(
        svar, tekster_stop.STOP["for_faa_finder_ansaettelse"].format(antal_fundet=0, antal_poster=100), kilde
    )
