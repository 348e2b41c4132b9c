"""Employments from a series of personnel dumps, month by month: the spans such a series can carry."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.tekster import stop as tekster_stop
from tests.conftest import Svar, byg, query
from tests.leverancer import AABEN, write_a, write_d
from tests.lille_leverance import FRAVAER

START = date(2015, 1, 1)
FILER = [date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]
ENHEDER = [
    {"id": nummer, "longName": f"Enhed {nummer}", "parentOrgUnit": over}
    for nummer, over in [("1", None), ("11", "1"), ("12", "1")]
]
SPAEND = """
    select medarbejdernr, fra, til, enhedsnr, grad_e8
    from ansaettelser join placeringer using (placering_id)
    order by medarbejdernr, fra
"""
FULD = 100_000_000


def state(nummer: str, **felter: Any) -> dict[str, Any]:
    """An employee as a dump has them: full-time in unit 11 since 2015 unless told otherwise."""
    fast = {"entryDate": START, "leaveDate": AABEN, "orgUnit": "11", "workContract": "00", "numerator": "37.00   "}
    return {"id": nummer, **fast, "denominator": "37", "position": "Pædagog", "cpr": "0102031234", **felter}


# What each employee is in the five files; None: not in the file.
MEDARBEJDERE: dict[str, list[dict[str, Any] | None]] = {
    "uændret": [state("101")] * 5,
    "ændret grad": [state("102")] * 2 + [state("102", numerator="18.50   ")] * 3,
    "flyttet": [state("103")] * 3 + [state("103", orgUnit="12")] * 2,
    "flyttet og hjem": [state("104"), *[state("104", orgUnit="12")] * 2, state("104"), state("104")],
    "stub": [state("105")] * 3 + [{"id": "105", "action": "leave"}] * 2,
    "forsvundet": [state("106")] * 3 + [None] * 2,
    "forsvundet og tilbage": [state("107"), state("107"), None, state("107"), state("107")],
    "ny": [None, None, *[state("108", entryDate=date(2024, 2, 15))] * 3],
    "fratrædelse oplyst": [state("109", leaveDate=date(2024, 3, 15))] * 3 + [None] * 2,
    "procent": [state("110", numerator="50.00", denominator="100")] * 5,
    "uden ansættelsesdato": [state("111", entryDate=None)] * 5,
    "uden ansættelsesdato, ændret": [state("113", entryDate=None)] * 2
    + [state("113", entryDate=None, orgUnit="12")] * 3,
    "genansat i hullet": [state("114")] * 2 + [None] + [state("114", entryDate=date(2024, 3, 10))] * 2,
    "annulleret": [state("112", position="Annulleret")] * 5,
}
VENTET = [
    (101, START, AABEN, 11, FULD),
    (102, START, date(2024, 2, 28), 11, FULD),
    (102, date(2024, 2, 29), AABEN, 11, FULD // 2),
    (103, START, date(2024, 3, 30), 11, FULD),
    (103, date(2024, 3, 31), AABEN, 12, FULD),
    (104, START, date(2024, 1, 30), 11, FULD),
    (104, date(2024, 1, 31), date(2024, 3, 30), 12, FULD),
    (104, date(2024, 3, 31), AABEN, 11, FULD),
    (105, START, date(2024, 3, 30), 11, FULD),
    (106, START, date(2024, 3, 30), 11, FULD),
    (108, date(2024, 2, 15), AABEN, 11, FULD),
    (109, START, date(2024, 3, 15), 11, FULD),
    (110, START, AABEN, 11, FULD // 2),
    (112, START, AABEN, 11, FULD),
    (114, START, date(2024, 2, 28), 11, FULD),
    (114, date(2024, 3, 10), AABEN, 11, FULD),
]


@pytest.fixture(scope="module")
def serie(tmp_path_factory: pytest.TempPathFactory) -> tuple[Svar, Path]:
    mappe = tmp_path_factory.mktemp("serie")
    kilde = mappe / "leverance"
    kilde.mkdir()
    for nummer, dag in enumerate(FILER):
        ansatte = [tilstande[nummer] for tilstande in MEDARBEJDERE.values() if tilstande[nummer]]
        write_a(kilde / f"ZLPE{dag:%Y%m%d}220000_delta.xml", ENHEDER, ansatte)
    # Another of one of the days, where somebody is still in a unit that was corrected before the day's last one.
    write_a(kilde / f"ZLPE{FILER[2]:%Y%m%d}060000_delta.xml", ENHEDER, [state("101", orgUnit="12")])
    sygdom = [("101", date(2024, 2, 5), date(2024, 2, 5), "SY", "Sygdom", 7.4, None)]
    periode = (date(2023, 1, 1), date(2024, 4, 30))
    write_d(kilde / "fravaer_20240430.csv", FRAVAER, sygdom, udtrukket=FILER[-1], periode=periode)
    return byg(kilde, mappe / "db.duckdb"), mappe / "db.duckdb"


def test_a_series_of_dumps_is_built(serie: tuple[Svar, Path]) -> None:
    assert (serie[0].kode, serie[0].fejl, serie[0].afviste) == (0, "", [])


@pytest.mark.parametrize("nummer", sorted({nummer for nummer, *_ in VENTET}))
def test_the_spans_of_each_employee_are_those_the_series_can_carry(nummer: int, serie: tuple[Svar, Path]) -> None:
    fundet = [spaend for spaend in query(serie[1], SPAEND) if spaend[0] == nummer]
    assert fundet == [spaend for spaend in VENTET if spaend[0] == nummer]


def test_of_two_dumps_of_a_day_the_last_is_that_days_state(serie: tuple[Svar, Path]) -> None:
    """The first of them has the unit that was put right and lacks all the others."""
    assert [spaend[1:4] for spaend in query(serie[1], SPAEND) if spaend[0] == 101] == [(START, AABEN, 11)]


def test_who_was_gone_from_one_file_was_not_employed_between_it_and_the_next(serie: tuple[Svar, Path]) -> None:
    """The entry date is older than the gap, so only the file can say that the employee is back."""
    fundet = [spaend[1:3] for spaend in query(serie[1], SPAEND) if spaend[0] == 107]
    assert fundet == [(START, date(2024, 2, 28)), (date(2024, 3, 31), AABEN)]


def test_an_empty_entry_date_is_accepted_stands_outside_and_is_counted(serie: tuple[Svar, Path]) -> None:
    """Two employees, one of them with a change: three employments."""
    svar, database = serie
    assert [spaend for spaend in query(database, SPAEND) if spaend[0] in (111, 113)] == []
    assert tekster_stop.ADVARSLER["uden_startdato"].format(antal=3) in svar.advarsler


def test_an_annulled_position_is_outside_the_population(serie: tuple[Svar, Path]) -> None:
    sql = "select distinct medarbejdernr from ansaettelser where not er_i_populationen"
    assert query(serie[1], sql) == [(112,)]


def test_the_coverage_begins_at_the_first_file(serie: tuple[Svar, Path]) -> None:
    svar, database = serie
    assert query(database, "select daekket_fra, daekket_til from bygning") == [(date(2024, 1, 1), date(2024, 4, 30))]
    assert "Fra 01.01.2024 til 30.04.2024" in svar.ud


def test_the_account_counts_the_stubs_with_the_other_elements(serie: tuple[Svar, Path]) -> None:
    linjer = [linje.split() for linje in serie[0].linjer]
    fil = "ZLPE20240331220000_delta.xml"
    assert [fil, "personale", "A", "31.03.2024", "12", "12", "0", "0", "0"] in linjer
    assert [fil, "organisation", "A", "31.03.2024", "3", "3", "0", "0", "0"] in linjer


def test_where_an_employment_list_exists_it_alone_is_the_history(serie: tuple[Svar, Path], tmp_path: Path) -> None:
    kilde = serie[1].parent / "leverance"
    ny = tmp_path / "leverance"
    ny.mkdir()
    for fil in kilde.iterdir():
        (ny / fil.name).write_bytes(fil.read_bytes())
    (ny / "ansatte_20240430.csv").write_text(
        "MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Tæller;Stilling\n101;01.03.2020;;12;00;37;Pædagog\n",
        encoding="utf-8",
    )
    assert byg(ny, tmp_path / "db.duckdb").kode == 0
    assert query(tmp_path / "db.duckdb", SPAEND) == [(101, date(2020, 3, 1), AABEN, 12, FULD)]
