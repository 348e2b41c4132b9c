from datetime import date

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers.titelblok import find_udtraeksdato, read_titelblok


@pytest.mark.parametrize(
    "linje",
    [["Udtrukket: 15.07.2025"], ["UDTRUKKET:", "15.07.2025"], ["", "udtrukket den", "", "15.07.2025 22:00"],
     ["Udtræksdato 2025-07-15"], ["Udtrukket af KMD den 15.7.2025"], ["Udtrukket: 20250715"]],
)  # fmt: skip
def test_the_udtraeksdato_is_read_in_one_cell_or_two(linje: list[str]) -> None:
    assert read_titelblok([["Fravær"], linje], fil="f").udtrukket == date(2025, 7, 15)


@pytest.mark.parametrize("linje", ["Udtrukket: 31.02.2025", "Udtrukket: 15.07.25", "Dato: 15.07.2025"])
def test_what_is_no_udtraeksdato_is_none(linje: str) -> None:
    assert read_titelblok([[linje]], fil="f").udtrukket is None


def test_a_date_on_the_next_line_belongs_to_that_line() -> None:
    titel = read_titelblok([["Udtrukket af: KMD"], ["Periode: 01.01.2025 - 30.06.2025"]], fil="f")
    assert titel.udtrukket is None


@pytest.mark.parametrize(
    "linje",
    [["Periode: 01.01.2025 - 30.06.2025"], ["PERIODE", "01.01.2025", "–", "30.06.2025"],
     ["Periode:", "01.01.2025 til 30.06.2025"], ["Periode: 1.1.2025-30.6.2025"], ["Periode: 01-01-2025 - 30-06-2025"],
     ["Periode: 001.2025 - 006.2025"], ["Periode/År", "01.2025 - 06.2025"], ["Periode: januar 2025 - juni 2025"]],
)  # fmt: skip
def test_the_period_is_read_with_dash_or_til(linje: list[str]) -> None:
    assert read_titelblok([linje], fil="f").periode == (date(2025, 1, 1), date(2025, 6, 30))


def test_a_period_of_one_day_is_a_period() -> None:
    assert read_titelblok([["Periode: 01.01.2025 - 01.01.2025"]], fil="f").periode == (date(2025, 1, 1),) * 2


def test_a_period_that_ends_before_it_begins_stops() -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv har en periode, der slutter, før den begynder\."):
        read_titelblok([["Periode: 02.01.2025 - 01.01.2025"]], fil="f.csv")


@pytest.mark.parametrize(
    ("fil", "dato"),
    [
        ("fravaer_20250715.csv", date(2025, 7, 15)),
        ("ZLPE20250715220000_delta.xml", date(2025, 7, 15)),
        ("fravaer_20240101-20250630_20250715.csv", date(2025, 7, 15)),
        ("81200000_20250715.csv", date(2025, 7, 15)),
        ("fravaer_20251315.csv", None),
        ("fravaer_2025071.csv", None),
        ("fravaer_202507151.csv", None),
        ("fravaer.csv", None),
    ],
)
def test_eight_or_fourteen_digits_in_the_name_are_the_date(fil: str, dato: date | None) -> None:
    assert find_udtraeksdato(None, fil=fil, tabel="maaltal", udtraek=None) == dato


def test_the_title_goes_before_the_name_and_the_name_before_the_command_line() -> None:
    titel, linje = date(2025, 7, 1), date(2025, 7, 31)
    assert find_udtraeksdato(titel, fil="f_20250715.csv", tabel="fravaer", udtraek=linje) == titel
    assert find_udtraeksdato(None, fil="f_20250715.csv", tabel="fravaer", udtraek=linje) == date(2025, 7, 15)
    assert find_udtraeksdato(None, fil="f.csv", tabel="fravaer", udtraek=linje) == linje


@pytest.mark.parametrize("tabel", ["organisation", "personale", "ansaettelsesforloeb", "fravaer", "lpt169"])
def test_opus_tables_must_have_a_date(tabel: str) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv har ingen udtræksdato\."):
        find_udtraeksdato(None, fil="f.csv", tabel=tabel, udtraek=None)
