"""Cells and columns as spreadsheets and people leave them: read as they are meant, or stopped with what they are."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.database.modeller import run_macros
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from tests.modeller import run_model
from tests.pipeline.byg.laeste_raekker import read_former, read_fravaer

KONTROL = load_indstillinger().kontrol
HOVED = "Medarbejdernr.;Startdato;Stopdato;Fraværsart;Fraværsarttekst;Timer;Dage"
E8 = 10**8
MANDAG = date(2025, 1, 6)


def write_raekker(mappe: Path, *raekker: str) -> Path:
    (mappe / "fravaer.csv").write_text("\n".join([HOVED, *raekker, ""]), encoding="utf-8")
    return mappe


def with_datoer(mappe: Path, *datoer: str) -> Path:
    return write_raekker(mappe, *(f"{nr};{dag};;SY;Sygdom;7,4;" for nr, dag in enumerate(datoer, start=1)))


DANSKE = [f"{dag}/01/2025" for dag in range(13, 20)]
AMERIKANSKE = [f"01/{dag}/2025" for dag in range(13, 20)]
LAVE = [f"{dag:02}-03-2025" for dag in range(1, 13)]


@pytest.mark.parametrize("med_streg", [DANSKE, AMERIKANSKE], ids=["danske", "amerikanske"])
@pytest.mark.parametrize(("antal", "lave", "standser"), [(5, 5, True), (4, 5, False), (5, 4, False), (7, 12, True)])
def test_day_and_month_that_a_spreadsheet_has_swapped_stop(
    antal: int, lave: int, standser: bool, med_streg: list[str], tmp_path: Path
) -> None:
    with_datoer(tmp_path, *med_streg[:antal], *LAVE[:lave])
    if standser:
        with pytest.raises(Brugerfejl, match="et regneark har nok byttet om på dag og måned i de andre"):
            read_former(tmp_path)
    else:
        assert "dd-mm-åååå" in read_former(tmp_path)["startdato"]


@pytest.mark.parametrize("ekstra", ["13-03-2025", "2025-03-31", "02/01/2025"], ids=["over 12", "iso over 12", "streg"])
def test_a_day_above_12_without_slashes_or_one_below_with_them_shows_that_nothing_is_swapped(
    ekstra: str, tmp_path: Path
) -> None:
    with_datoer(tmp_path, *DANSKE, *LAVE, ekstra)
    assert "dd/mm/åååå" in read_former(tmp_path)["startdato"]


@pytest.mark.parametrize(
    "celle",
    ["1/6/2025 12:00:00 AM", "1/6/2025 7:30 PM", "01/06/2025 00:00:00", "2025-01-06T00:00:00Z", "06.01.2025 7:30PM"],
)
def test_the_time_of_a_day_is_no_part_of_it(celle: str, tmp_path: Path) -> None:
    with_datoer(tmp_path, celle, *AMERIKANSKE[:3])
    assert read_fravaer(tmp_path)[0][1] == MANDAG


@pytest.mark.parametrize(
    ("timer", "dage", "laest"),
    [
        ("-", "2,00", (None, 2 * E8, None)),
        ("–", "2,00", (None, 2 * E8, None)),
        (" - ", "-", (None, None, None)),
        ("--", "2,00", (None, 2 * E8, None)),
        ("(14,80)", "(2,00)", (-1480000000, -2 * E8, "negative timer, der ikke tilbagefører en anden række")),
        ("( 14,80 )", "", (-1480000000, None, "negative timer, der ikke tilbagefører en anden række")),
        ("(14,80", "", (None, None, "timer er ikke et tal")),
        ("(ca. 14)", "", (None, None, "timer er ikke et tal")),
        ("50 %", "", (None, None, "timer er skrevet anderledes end resten af kolonnen")),
    ],
)
def test_a_dash_is_nothing_brackets_are_a_minus_and_hours_are_no_percent(
    timer: str, dage: str, laest: tuple[Any, ...], tmp_path: Path
) -> None:
    write_raekker(tmp_path, f"1;06.01.2025;07.01.2025;SY;Sygdom;{timer};{dage}", "2;06.01.2025;;SY;Sygdom;7,40;1,00")
    assert read_fravaer(tmp_path)[0][4:7] == laest


@pytest.mark.parametrize(
    ("celle", "form", "andel"),
    [
        ("50 %", ",", 0.5),
        ("100%", ",", 1.0),
        ("87,5 %", ",", 0.875),
        ("87.5 %", ".", 0.875),
        ("37,00", ",", 37.0),
        ("%", ",", None),
        ("50 procent", ",", None),
    ],
)
def test_taeller_and_naevner_may_be_percent(celle: str, form: str, andel: float | None) -> None:
    with duckdb.connect() as con:
        run_macros(con)
        (fundet,) = con.execute("select laes_andel_e8($celle, $form)", {"celle": celle, "form": form}).fetchall()[0]
    assert fundet == (None if andel is None else round(andel * E8))


@pytest.mark.parametrize(
    ("taellere", "naevner", "hel"),
    [
        ([100, 100, 50], None, 100),
        ([100, 50], None, 100),
        ([100, 50, 50], None, None),
        ([61, 61, 0, 0, 0], None, 100),
        ([60, 60, 61], None, None),
        ([37, 37, 74], None, None),
        ([1, 0.5, 1.2], None, 1),
        ([1, 0.5, 1.21], None, None),
        ([0, 0], None, None),
        ([100, 100], 100, None),
        ([1, 1], 37, None),
    ],
)
def test_without_naevner_the_commonest_taeller_says_whether_it_is_percent(
    taellere: list[float], naevner: int | None, hel: int | None
) -> None:
    rad = {"fil_id": 1, "grund": None, "totaltekst": None, "naevner_e8": None}
    ansaettelser = [rad | {"taeller_e8": round(taeller * E8)} for taeller in taellere]
    ansaettelser.append(rad | {"fil_id": 2, "taeller_e8": 37 * E8, "naevner_e8": 37 * E8})
    ansaettelser[0] |= {"naevner_e8": naevner and naevner * E8}
    fund = run_model(
        "10_staging",
        "taeller_er_graden",
        {
            "ansaettelse_laest": ansaettelser,
            "personale_laest": [{"grund": "x", "er_fratraadt": False, "taeller_e8": 0, "naevner_e8": 0}],
            "kildefiler": [{"fil_id": nr, "tabel": "ansaettelsesforloeb"} for nr in (1, 2)],
        },
        grad_hoejst_e8=120_000_000,
    )
    assert fund == ([(1, hel)] if hel else [])


KALENDER = [
    {
        "dag": MANDAG + timedelta(days=nr),
        "loebenr": nr + 1,
        "er_arbejdsdag": nr % 7 < 5,
        "arbejdsdage": 5 * (nr // 7) + min(nr % 7 + 1, 5),
    }
    for nr in range(21)
]


def record(fra: int, til: int, timer: float | None, dage: float | None = None, **andet: bool) -> dict[str, Any]:
    """`fra` and `til` are days after Monday 6 January."""
    return {
        "startdato": MANDAG + timedelta(days=fra),
        "slutdato": MANDAG + timedelta(days=til),
        "timer_e8": None if timer is None else round(timer * E8),
        "dage_e8": None if dage is None else round(dage * E8),
        "er_sygefravaer": True,
        "delvis": False,
        "er_aaben": False,
    } | andet


def ask_dage(*poster: dict[str, Any]) -> list[tuple[Any, ...]]:
    return run_model(
        "19_stop",
        "timer_er_dage",
        {"fravaer_gaeldende": poster, "kalender": KALENDER},
        timer_pr_dag_mindst=KONTROL.timer_pr_dag_mindst,
        umulig_mindst=KONTROL.umulig_mindst,
        umulig_andel=KONTROL.umulig_andel,
    )


@pytest.mark.parametrize(
    ("post", "er_dage"),
    [
        (record(0, 1, 3.99), True),
        (record(0, 1, 4.0), False),
        (record(0, 1, 3.99, 0), True),
        (record(0, 1, 3.99, 2), False),  # another rule holds the two columns against each other
        (record(0, 11, 19.99), True),  # ten working days
        (record(0, 11, 20.0), False),
        (record(5, 6, 0.5), False),  # a weekend
        (record(0, 1, 0), False),
        (record(0, 1, None), False),
        (record(0, 1, 3.99, delvis=True), False),
        (record(0, 1, 3.99, er_aaben=True), False),
        (record(0, 1, 3.99, er_sygefravaer=False), False),
    ],
)
def test_hours_under_two_a_working_day_where_there_are_no_days_are_days(post: dict[str, Any], er_dage: bool) -> None:
    assert ask_dage(*[post] * 5) == ([(5, 5)] if er_dage else [])


@pytest.mark.parametrize(("faa", "alle", "standser"), [(4, 4, False), (5, 9, True), (5, 10, False)])
def test_most_rows_must_have_too_few_hours(faa: int, alle: int, standser: bool) -> None:
    poster = [record(0, 1, 2)] * faa + [record(0, 1, 14.8)] * (alle - faa)
    assert ask_dage(*poster) == ([(faa, alle)] if standser else [])


@pytest.mark.parametrize(
    ("post", "over_arbejdsdage", "over_kalenderdage"),
    [
        (record(0, 6, None, 5), 0, 0),
        (record(0, 6, None, 5.01), 1, 0),
        (record(0, 6, 0, 7), 1, 0),
        (record(0, 6, None, 7.01), 1, 1),
        (record(0, 6, 37, 9), 0, 0),
        (record(5, 6, None, 2), 1, 0),
        (record(0, 6, None, None), 0, 0),
    ],
)
def test_days_are_held_against_working_days_and_calendar_days(
    post: dict[str, Any], over_arbejdsdage: int, over_kalenderdage: int
) -> None:
    andet = record(0, 0, None, 9, er_aaben=True)
    fund = run_model(
        "10_staging", "dage_ud_over_arbejdsdage", {"fravaer_gaeldende": [post, andet], "kalender": KALENDER}
    )
    assert fund == [(1, over_arbejdsdage, over_kalenderdage)]


@pytest.mark.parametrize(("antal", "standser"), [(5, False), (6, True)])
def test_over_five_percent_with_more_days_than_there_are_stop_whatever_dage_counts(antal: int, standser: bool) -> None:
    optalt = {"antal": 100, "antal_flere_dage": antal, "antal_over_kalenderdage": antal}
    fund = run_model(
        "19_stop",
        "dage_er_flere_end_kalenderdage",
        {"dage_ud_over_arbejdsdage": [optalt]},
        dage_over_arbejdsdage=KONTROL.dage_over_arbejdsdage,
    )
    assert fund == ([(antal, 100)] if standser else [])


@pytest.mark.parametrize(
    ("art", "tekst", "total"),
    [("", "Sum", "resultat"), ("", "Hovedtotal", "i alt"), ("", "Sygdom", None), ("SY", "Sum", None)],
)
def test_a_row_with_number_and_dates_but_no_art_is_a_total_when_its_text_says_so(
    art: str, tekst: str, total: str | None, tmp_path: Path
) -> None:
    write_raekker(
        tmp_path, "1;06.01.2025;07.01.2025;SY;Sygdom;14,80;2", f"1;06.01.2025;07.01.2025;{art};{tekst};14,80;2"
    )
    assert read_fravaer(tmp_path)[1][7] == total
