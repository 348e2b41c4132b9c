"""What the build notices and goes on from: the whole list under "Bemærk", sentence and count."""

from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, ORGANISATION_FIL, Svar, add_lines, byg, write_god

MAALTAL = "Enhedsnr;År;Måltal\n81100;2025;11,0\n81777;2025;12,0\n81778;2025;12,0\n"
# Name of the warning, how many, and what gives it: lines added to the files of the good delivery.
TILFAELDE = [
    (
        "fravaer_uden_ansaettelse",
        2,
        {FRAVAER_FIL: ["999;05.02.2024;05.02.2024;SY;;7,4;", "999;06.02.2024;06.02.2024;SY;;7,4;"]},
    ),
    (
        "fravaer_uden_ansaettelse",
        1,
        {FRAVAER_FIL: ["731001;01.01.1950;02.01.1950;SY;;7,4;", "999;05.02.2024;05.02.2024;SY;;7,4;"]},
    ),
    (
        "overlappende_fravaer",
        2,
        {
            FRAVAER_FIL: [
                "731001;06.02.2024;08.02.2024;SY;;22,2;",
                "731001;08.02.2024;09.02.2024;SY;;14,8;",
                "731001;08.02.2024;08.02.2024;AS;;7,4;",
                "731001;12.02.2024;12.02.2024;SY;;7,4;",
                "731001;12.02.2024;12.02.2024;FE;;7,4;",
            ]
        },
    ),
    (
        "overlappende_ansaettelser",
        1,
        {
            ANSATTE_FIL: [
                "731050;01.01.2020;31.12.2021;81100;00;37;37;Pædagog;;",
                "731050;31.12.2021;;81200;00;37;37;Pædagog;;",
                "731051;01.01.2020;31.12.2021;81100;00;37;37;Pædagog;;",
                "731051;01.01.2022;;81200;00;37;37;Pædagog;;",
            ]
        },
    ),
    (
        "ukendte_enheder",
        2,
        {
            ANSATTE_FIL: [
                "731050;01.01.2020;;81901;00;37;37;Pædagog;;",
                "731051;01.01.2020;;81902;00;37;37;Pædagog;;",
                "731052;01.01.2020;;81902;00;37;37;Pædagog;;",
            ]
        },
    ),
    ("ekstra_roedder", 2, {ORGANISATION_FIL: ["82000;Selvejende;", "83000;Fælles;84000"]}),
    (
        "grad_uden_for",
        3,
        {
            ANSATTE_FIL: [
                "731050;01.01.2020;;81100;00;44,4;37;Pædagog;;",
                "731051;01.01.2020;;81100;00;44,41;37;Pædagog;;",
                "731052;01.01.2020;;81100;00;-0,01;37;Pædagog;;",
                "731053;01.01.2020;;81100;00;;37;Pædagog;;",
            ]
        },
    ),
    (
        "start_efter_udtraek",
        1,
        {FRAVAER_FIL: ["731001;15.07.2025;15.07.2025;SY;;7,4;", "731001;16.07.2025;16.07.2025;SY;;7,4;"]},
    ),
    (
        "umulige_timer",
        2,
        {
            FRAVAER_FIL: [
                "731001;14.07.2025;;SY;;48;2",
                "731002;14.07.2025;;SY;;48,01;2",
                "731003;14.07.2025;31.12.9999;SY;;0;2",
                "731004;14.07.2025;;FE;;0;",
            ]
        },
    ),
    (
        "uden_timer_og_dage",
        2,
        {
            FRAVAER_FIL: [
                "731001;06.02.2024;06.02.2024;SY;;;",
                "731002;06.02.2024;06.02.2024;DS;;;",
                "731003;06.02.2024;06.02.2024;FE;;;",
                "731004;06.02.2024;06.02.2024;SY;;;1",
            ]
        },
    ),
    (
        "uden_startdato",
        2,
        {ANSATTE_FIL: ["731050;;;81100;00;37;37;Pædagog;;", "731051;;31.12.2024;81100;00;37;37;Pædagog;;"]},
    ),
    (
        "lpt169_uden_periode",
        2,
        {"lpt169_20250715.csv": ["Medarbejdernr.;Dagsværk", "731001;12,0", "731002;12,0"]},
    ),
    ("maaltal_ukendt_enhed", 2, {"maaltal.csv": MAALTAL.splitlines()}),
]


def build_with(linjer: dict[str, list[str]], mappe: Path) -> Svar:
    kilde = write_god(mappe / "leverance")
    for fil, ekstra in linjer.items():
        add_lines(kilde / fil, *ekstra)
    return byg(kilde, mappe / "db.duckdb")


def test_the_good_delivery_has_no_warnings(tmp_path: Path) -> None:
    assert build_with({}, tmp_path).advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


@pytest.mark.parametrize(("advarsel", "antal", "linjer"), TILFAELDE)
def test_each_warning_is_told_alone_with_its_count(
    advarsel: str, antal: int, linjer: dict[str, list[str]], tmp_path: Path
) -> None:
    svar = build_with(linjer, tmp_path)
    assert (svar.kode, svar.afviste) == (0, [])
    assert svar.advarsler == [tekster.ADVARSLER[advarsel].format(antal=antal)]


def test_rows_that_a_newer_file_replaces_or_shortens_are_told(tmp_path: Path) -> None:
    """An older list: one row the newer states again, one that reaches into it, one that ends before it."""
    kilde = write_god(tmp_path / "leverance")
    (kilde / "fravaer_20230115.csv").write_text(
        "Periode: 01.01.2022 - 15.01.2023\nMedarbejdernr.;Startdato;Stopdato;Fraværsart;Tekst;Timer;Dage\n"
        "731001;05.01.2023;05.01.2023;SY;Sygdom;3,7;\n731002;30.12.2022;06.01.2023;SY;Sygdom;37;\n"
        "731003;05.12.2022;05.12.2022;SY;Sygdom;7,4;\n",
        encoding="utf-8",
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [tekster.ADVARSLER["erstattet"].format(antal=2)]
    assert "Fraværsrækker erstattet eller afkortet af en nyere fil: 2" in svar.ud


def test_a_warnings_count_is_written_the_danish_way(tmp_path: Path) -> None:
    raekker = [f"{nummer};16.07.2025;16.07.2025;FE;;7,4;" for nummer in range(1, 1235)]
    svar = build_with({FRAVAER_FIL: raekker}, tmp_path)
    assert svar.advarsler == ["Fraværsrækker, der begynder efter udtræksdatoen: 1.234"]


def test_every_warning_of_the_list_is_tried_here() -> None:
    """But for the total rows, which test_totalraekker.py tries."""
    proevede = {advarsel for advarsel, *_ in TILFAELDE} | {"erstattet", "totalraekker"}
    assert proevede == set(tekster.ADVARSLER)
