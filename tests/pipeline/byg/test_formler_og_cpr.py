"""Cells a spreadsheet would run stay text; a CPR number gets nowhere."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import (
    ANSATTE_FIL,
    FRAVAER_FIL,
    GOD,
    NUMRE,
    ORGANISATION_FIL,
    Svar,
    add_lines,
    byg,
    edit,
    every_value,
    noegletal,
    query,
    run_sygefravaer,
    write_god,
)
from tests.leverancer import write_a, write_b, write_c, write_e
from tests.lille_leverance import ANSAETTELSER, FRAVAER, Enhed, ansat

FORMLER = ["=1+1", '=HYPERLINK("http://eksempel.invalid";"Klik")', "+45 Staben", "-Lukket", "@SUM(A1)"]
CPR, CPR_STREG, CPR_BLANK = "0102031234", "010203-1234", "010203 1234"
CPR_TAL = 102031234


@pytest.fixture(scope="module")
def formel_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For each formula a unit and an employee with a title and a name that look like it."""
    mappe = tmp_path_factory.mktemp("formler")
    enheder = tuple(Enhed(str(81100 + nr), "81000") for nr in range(len(FORMLER)))
    ansatte = tuple(ansat(nummer, enheder[nr % len(enheder)].enhedsnr) for nr, nummer in enumerate(NUMRE))
    kilde = write_god(mappe / "leverance", replace(GOD, enheder=(Enhed("81000"), *enheder), ansaettelser=ansatte))
    for nr, tekst in enumerate(FORMLER):
        celle = '"' + tekst.replace('"', '""') + '"'
        edit(kilde / ORGANISATION_FIL, f"{81100 + nr};Enhed {81100 + nr};", f"{81100 + nr};{celle};")
        add_lines(kilde / ANSATTE_FIL, f"{731050 + nr};01.01.2020;;{81100 + nr};03;37;37;{celle};{celle};{celle}")
    svar = byg(kilde, mappe / "db.duckdb")
    assert (svar.kode, svar.afviste) == (0, []), svar.fejl
    return mappe / "db.duckdb"


@pytest.mark.parametrize(("nr", "tekst"), list(enumerate(FORMLER)))
def test_a_formula_is_kept_as_its_own_text_in_the_database(nr: int, tekst: str, formel_database: Path) -> None:
    enhed = f"select enhedsnavn from enheder where enhedsnr = '{81100 + nr:08}'"
    assert query(formel_database, enhed) == [(tekst,)]
    assert query(formel_database, f"select navn from navne where medarbejdernr = {731050 + nr}") == [(tekst,)]


@pytest.mark.parametrize(("nr", "tekst"), list(enumerate(FORMLER)))
def test_a_formula_is_text_to_a_spreadsheet_that_opens_the_csv(nr: int, tekst: str, formel_database: Path) -> None:
    svar = run_sygefravaer("noegletal", "--database", formel_database, "--enhed", str(81100 + nr), "--format", "csv")
    navne = {raekke["enhedsnavn"] for raekke in svar.raekker}
    assert [navn[0] for navn in navne if navn[0] in "=+-@"] == []
    assert [navn.endswith(tekst) for navn in navne] == [True]


@pytest.mark.parametrize(("nr", "tekst"), list(enumerate(FORMLER)))
def test_a_formula_is_its_own_text_in_json(nr: int, tekst: str, formel_database: Path) -> None:
    svar = run_sygefravaer("noegletal", "--database", formel_database, "--enhed", str(81100 + nr), "--format", "json")
    assert {raekke["enhedsnavn"] for raekke in json.loads(svar.ud)} == {tekst}


def test_a_negative_number_in_the_csv_is_still_a_number(god_bygning: Path) -> None:
    """What guards text against being run must not touch a fall of 0,5 days."""
    svar = run_sygefravaer("noegletal", "--database", god_bygning, "--format", "csv")
    assert {type(float(raekke["aendring_kvartal"] or 0)) for raekke in svar.raekker} == {float}


def test_a_formula_in_a_workbook_or_an_sap_list_is_the_text_it_shows(kilde: Path, tmp_path: Path) -> None:
    (kilde / ANSATTE_FIL).unlink()
    raekke = ("731001", date(2015, 1, 1), None, "81100", "00", 37, 37, "=1+1", "+Seniorjob")
    anden = ("731002", date(2015, 1, 1), None, "81100", "00", 37, 37, "=2+2", "Overenskomst")
    write_e(kilde / "ansatte_20250715.xlsx", ANSAETTELSER, [raekke, anden])
    (kilde / FRAVAER_FIL).unlink()
    fravaer = ("731001", date(2024, 2, 5), date(2024, 2, 5), "SY", "=Sygdom", Decimal("7.4"), None)
    write_b(kilde / FRAVAER_FIL, FRAVAER, [fravaer])
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert (svar.kode, svar.afviste) == (0, [])
    assert ["ekstraordinært", "ansat", "+Seniorjob", "1", "1"] in [linje.split() for linje in svar.linjer]


@pytest.fixture(scope="module")
def cpr_bygning(tmp_path_factory: pytest.TempPathFactory) -> tuple[Svar, Path]:
    """CPR numbers in every shape: as a column, as an employee number, in dates and hours of rows that are rejected."""
    mappe = tmp_path_factory.mktemp("cpr")
    kilde = write_god(mappe / "leverance")
    hoved, *linjer = (kilde / ANSATTE_FIL).read_text(encoding="utf-8").splitlines()
    (kilde / ANSATTE_FIL).write_text(
        "\n".join([f"{hoved};CPR-nr", *(f"{linje};{CPR}" for linje in linjer), ""]), encoding="utf-8"
    )
    add_lines(
        kilde / FRAVAER_FIL,
        f"{CPR};05.02.2024;05.02.2024;SY;Sygdom;7,4;",
        f"{CPR_STREG};05.02.2024;05.02.2024;SY;Sygdom;7,4;",
        f"731001;05.02.2024;05.02.2024;SY;Sygdom;{CPR_STREG};",
        f"731001;{CPR_BLANK};05.02.2024;SY;{CPR};7,4;",
    )
    raekke = (CPR_STREG, "731002", date(2022, 2, 7), date(2022, 2, 7), "SY", "Sygdom", Decimal("7.4"))
    kolonner = ("Cpr.nr.", *FRAVAER[:6])
    periode = (date(2022, 1, 1), date(2022, 12, 31))
    write_b(kilde / "b_20230101.csv", kolonner, [raekke], periode=periode)
    write_c(kilde / "c_20230102.xls", kolonner, [(CPR, *raekke[1:])], periode=periode)
    write_e(kilde / "e_20230103.xlsx", kolonner, [(CPR, *raekke[1:]), (CPR_TAL, *raekke[1:])], periode=periode)
    enhed = {"id": "81000", "longName": "Enhed 81000", "parentOrgUnit": None}
    leder = {"id": "731001", "cpr": CPR, "firstName": "Xenia", "lastName": "Q", "isManager": "true", "orgUnit": "81000"}
    write_a(kilde / "ZLPE20240101220000_delta.xml", [enhed], [{**leder, "entryDate": date(2015, 1, 1)}])
    svar = byg(kilde, mappe / "ud" / "db.duckdb")
    return svar, mappe / "ud" / "db.duckdb"


def test_a_number_like_a_cpr_number_is_masked_in_quarantine(cpr_bygning: tuple[Svar, Path]) -> None:
    svar, database = cpr_bygning
    assert (svar.kode, svar.fejl) == (0, "")
    sql = "select afvist_tekst from karantaene join kildefiler using (fil_id) where fil like 'fravaer%' order by linje"
    assert [tekst for (tekst,) in query(database, sql)] == [
        "Medarbejdernr.: **********; Startdato: 05.02.2024; Stopdato: 05.02.2024; Timer: 7,4",
        "Medarbejdernr.: **********; Startdato: 05.02.2024; Stopdato: 05.02.2024; Timer: 7,4",
        "Medarbejdernr.: 731001; Startdato: 05.02.2024; Stopdato: 05.02.2024; Timer: **********",
        "Medarbejdernr.: 731001; Startdato: **********; Stopdato: 05.02.2024; Timer: 7,4",
    ]


def test_no_cpr_number_stands_in_any_table(cpr_bygning: tuple[Svar, Path]) -> None:
    fundet = {
        (tabel, vaerdi)
        for tabel, vaerdi in every_value(cpr_bygning[1])
        for cpr in (CPR, CPR_STREG, CPR_BLANK, str(CPR_TAL))
        if cpr in vaerdi
    }
    assert fundet == set()


def test_no_cpr_number_stands_in_the_bytes_beside_or_in_the_database_or_in_the_report(
    cpr_bygning: tuple[Svar, Path],
) -> None:
    svar, database = cpr_bygning
    bytes_ = svar.ud.encode() + b"".join(fil.read_bytes() for fil in database.parent.iterdir())
    assert len(bytes_) > 100_000
    assert [cpr for cpr in (CPR, CPR_STREG, CPR_BLANK, str(CPR_TAL)) if cpr.encode() in bytes_] == []


def test_no_cpr_number_stands_in_what_the_commands_show(cpr_bygning: tuple[Svar, Path]) -> None:
    database = cpr_bygning[1]
    forklar = run_sygefravaer("forklar", "--database", database, "--enhed", "81000", "--kvartal", "2024K4")
    assert forklar.kode == 0
    assert [cpr for cpr in (CPR, CPR_STREG, CPR_BLANK) if cpr in forklar.ud + noegletal(database)] == []
