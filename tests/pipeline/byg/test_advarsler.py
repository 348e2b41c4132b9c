"""What the build notices and goes on from: the whole list under "Bemærk", sentence and count."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, GOD, ORGANISATION_FIL, Svar, add_lines, byg, query, write_god

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
    (
        "kun_andre_kolonner",
        2,
        {FRAVAER_FIL: [f"731001;06.02.2024;06.02.2024;SY;{tekst};7,40;1,0" for tekst in ("Sygdom", "Syg", "")]},
    ),
    (
        "nul_timer",
        2,
        {
            FRAVAER_FIL: [
                "731001;06.02.2024;06.02.2024;SY;;0,00;1",
                "731002;06.02.2024;06.02.2024;DS;;0;0,5",
                "731003;06.02.2024;06.02.2024;SY;;0;0",
                "731004;06.02.2024;06.02.2024;SY;;0;",
                "731004;07.02.2024;07.02.2024;FE;;0;1",
            ]
        },
    ),
    (
        "ansforhold_ukendt",
        1,
        {
            ANSATTE_FIL: [
                f"{731050 + nr};01.01.2020;;81100;{kode};37;37;Pædagog;;"
                for nr, kode in enumerate(["11", "02", "08", "1", *["01"] * 10])
            ]
        },
    ),
    (
        "sygdom_under_andet",
        1,
        {
            FRAVAER_FIL: [
                "731001;06.06.2025;;SY;;74;10",
                "731001;01.07.2025;31.12.2025;BA;;;",
                "731002;06.06.2025;;SY;;74;10",
                "731002;06.06.2025;06.06.2025;BS;;7,4;",
                "731003;06.06.2025;30.06.2025;SY;;74;10",
                "731003;23.06.2025;24.06.2025;FE;;14,8;",
            ]
        },
    ),
    (
        "uden_for_periode",
        2,
        {
            FRAVAER_FIL: [
                "731001;31.12.2022;31.12.2022;SY;;7,4;",
                "731002;30.12.2022;01.01.2023;SY;;7,4;",
                "731003;30.12.2022;31.12.2022;FE;;7,4;",
            ]
        },
    ),
    (
        "ansatte_efter_skift",
        2,
        {
            "enhedsskift.csv": ["Gammelt enhedsnr;Nyt enhedsnr;Fra", "81900;81100;01.01.2024"],
            ANSATTE_FIL: [
                "731050;01.01.2020;31.12.2023;81900;00;37;37;Pædagog;;",
                "731051;01.01.2020;01.01.2024;81900;00;37;37;Pædagog;;",
                "731052;01.01.2020;;81900;00;37;37;Pædagog;;",
            ],
        },
    ),
]


def build_with(linjer: dict[str, list[str]], mappe: Path) -> Svar:
    kilde = write_god(mappe / "leverance")
    for fil, ekstra in linjer.items():
        add_lines(kilde / fil, *ekstra)
    return byg(kilde, mappe / "db.duckdb")


def test_the_good_delivery_has_no_warnings(tmp_path: Path) -> None:
    assert build_with({}, tmp_path).advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


HOLD = [TILFAELDE[nr::7] for nr in range(7)]
"""Two or three of them together, each with employees of its own: one too many of any is a wrong count."""


def of_others(linje: str, nr: int) -> str:
    """The same line of other employees: of those in the good delivery the next four, of the added the next twenty."""
    return re.sub(
        r"^7310(\d\d);", lambda fundet: f"7310{int(fundet[1]) + (4, 20)[int(fundet[1]) >= 50] * nr:02};", linje
    )


@pytest.mark.parametrize("hold", HOLD, ids=lambda hold: "-".join(advarsel for advarsel, *_ in hold))
def test_each_warning_is_told_with_its_count_and_no_other(
    hold: list[tuple[str, int, dict[str, list[str]]]], tmp_path: Path
) -> None:
    linjer: dict[str, list[str]] = {}
    for nr, (_, _, egne) in enumerate(hold):
        for fil, ekstra in egne.items():
            linjer.setdefault(fil, []).extend(of_others(linje, nr) for linje in ekstra)
    svar = build_with(linjer, tmp_path)
    assert (svar.kode, svar.afviste) == (0, [])
    ventet = [tekster_stop.ADVARSLER[advarsel].format(antal=antal) for advarsel, antal, _ in hold]
    assert sorted(svar.advarsler) == sorted(ventet)


def test_rows_that_a_newer_file_replaces_or_shortens_are_told(tmp_path: Path) -> None:
    """An older list of a year: one row the newer states again, one that reaches into it, one that ends before it."""
    kilde = write_god(tmp_path / "leverance")
    (kilde / "fravaer_20230115.csv").write_text(
        "Periode: 01.01.2022 - 15.01.2023\nMedarbejdernr.;Startdato;Stopdato;Fraværsart;Tekst;Timer;Dage\n"
        "731001;05.01.2023;05.01.2023;SY;Sygdom;3,7;\n731002;30.12.2022;06.01.2023;SY;Sygdom;37;\n"
        "731003;05.12.2022;05.12.2022;SY;Sygdom;7,4;\n",
        encoding="utf-8",
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [
        tekster_stop.ADVARSLER["erstattet"].format(antal=2),
        tekster_stop.ADVARSLER["sygdom_uden_fortsaettelse"].format(antal=1),
        tekster_stop.ADVARSLER["tynde_maaneder"].format(antal=12),
    ]
    assert "Fraværsrækker erstattet eller afkortet af en anden fil: 2" in svar.ud


def test_a_warnings_count_is_written_the_danish_way(tmp_path: Path) -> None:
    raekker = [f"{nummer};16.07.2025;16.07.2025;FE;;7,4;" for nummer in range(1, 1235)]
    svar = build_with({FRAVAER_FIL: raekker}, tmp_path)
    assert svar.advarsler == ["Fraværsrækker, der begynder efter udtræksdatoen: 1.234"]


def told(svar: Svar) -> list[str]:
    """The names of the warnings, whatever their counts."""
    begyndelser = {navn: saetning.split("{antal}")[0] for navn, saetning in tekster_stop.ADVARSLER.items()}
    return [navn for linje in svar.advarsler for navn, fra in begyndelser.items() if linje.startswith(fra)]


def test_rejected_rows_are_never_under_intet(tmp_path: Path) -> None:
    svar = build_with({FRAVAER_FIL: ["731001;32.01.2024;;SY;;7,4;"]}, tmp_path)
    assert svar.advarsler == [tekster_stop.ADVARSLER["afviste"].format(antal=1)]


def test_a_period_that_ends_before_the_extract_is_told_in_days_and_in_rows_after_it(tmp_path: Path) -> None:
    """1 to 15 July are 15 days; of two rows that begin there one is after the extract."""
    kilde = write_god(tmp_path / "leverance", replace(GOD, periode_fravaer=(date(2023, 1, 1), date(2025, 6, 30))))
    add_lines(kilde / FRAVAER_FIL, "731001;14.07.2025;14.07.2025;SY;;7,4;")
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [
        tekster_stop.ADVARSLER["dage_efter_daekningen"].format(antal=15),
        tekster_stop.ADVARSLER["efter_daekningen"].format(antal=1),
        tekster_stop.ADVARSLER["uden_for_periode"].format(antal=1),
    ]


def test_an_organisation_row_that_does_not_hold_on_the_extract_is_told(tmp_path: Path) -> None:
    """The limits of its validity count with: the day it ends and the day it begins."""
    kilde = write_god(tmp_path / "leverance")
    (kilde / ORGANISATION_FIL).write_text(
        "Enhedsnr;Enhedsnavn;Overordnet enhedsnr;Startdato;Slutdato\n81000;Kommunen;;;\n"
        "81100;Skolen;81000;15.07.2025;31.12.9999\n81100;Skolen før;81000;01.01.2020;14.07.2025\n"
        "81200;Huset;81000;01.01.2020;15.07.2025\n81200;Huset senere;81100;16.07.2025;\n",
        encoding="utf-8",
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [tekster_stop.ADVARSLER["enhed_ikke_gyldig"].format(antal=2)]
    enheder = "select enhed_id, enhedsnavn, overordnet_id from enheder order by enhed_id"
    assert query(tmp_path / "db.duckdb", enheder) == [
        (81000, "Kommunen", None),
        (81100, "Skolen", 81000),
        (81200, "Huset", 81000),
    ]


def test_one_list_told_twice_is_one_list(tmp_path: Path) -> None:
    """Saved again with other decimals, another order of columns, and without the text."""
    kilde = write_god(tmp_path / "leverance")
    _, _, *linjer = (kilde / FRAVAER_FIL).read_text(encoding="utf-8").splitlines()
    felter = [linje.split(";") for linje in linjer]
    kopi = [f"{art};{nummer};{fra};{til};{timer}0" for nummer, fra, til, art, _, timer, _ in felter]
    (kilde / "igen_20250715.csv").write_text(
        "\n".join(["Periode: 01.01.2023 - 15.07.2025", "Art;MAnummer;Startdato;Stopdato;Timer", *kopi, ""]), "utf-8"
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [tekster_stop.ADVARSLER["samme_liste"].format(antal=1)]
    assert query(tmp_path / "db.duckdb", "select sum(antal_accepteret), sum(antal_dublet) from raekkeregnskab") == [
        (375, 360)
    ]


def test_a_list_told_twice_with_other_values_stops(tmp_path: Path) -> None:
    """Two of the 360 rows were changed before it was saved again."""
    kilde = write_god(tmp_path / "leverance")
    tekst = (kilde / FRAVAER_FIL).read_text(encoding="utf-8")
    (kilde / "igen_20250715.csv").write_text(tekst.replace(";7.4", ";3.7").replace(";7,4;", ";3,7;", 2), "utf-8")
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.fejl == (
        "Fejl: Filerne fravaer_20250715.csv og igen_20250715.csv er den samme liste (358 rækker er ens), men 2 rækker "
        "for de samme fravær er forskellige. Behold den rigtige, og fjern den anden fra mappen.\n"
    )


def test_a_newer_list_of_changes_only_leaves_the_others_employed(tmp_path: Path) -> None:
    """Two of twelve are named: one moved on 1 May, one left on 31 May. The ten others stay."""
    kilde = write_god(tmp_path / "leverance")
    (kilde / ANSATTE_FIL).rename(kilde / "ansaettelser_20250331.csv")
    hoved = (kilde / "ansaettelser_20250331.csv").read_text(encoding="utf-8").splitlines()[0]
    (kilde / ANSATTE_FIL).write_text(
        f"Periode: 01.04.2025 - 15.07.2025\n{hoved}\n731001;01.05.2025;;81200;00;37;37;Pædagog;;\n"
        "731012;01.01.2015;31.05.2025;81200;00;37;37;Pædagog;;\n",
        encoding="utf-8",
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [
        tekster_stop.ADVARSLER["ansaettelser_erstattet"].format(antal=2),
        tekster_stop.ADVARSLER["fravaer_uden_ansaettelse"].format(antal=1),
        tekster_stop.ADVARSLER["kun_aendringer"].format(antal=10),
    ]
    spaend = (
        "select medarbejdernr - 731000, fra, til from ansaettelser where medarbejdernr in (731001, 731012) order by 2"
    )
    assert query(tmp_path / "db.duckdb", spaend) == [
        (1, date(2015, 1, 1), date(2025, 4, 30)),
        (12, date(2015, 1, 1), date(2025, 5, 31)),
        (1, date(2025, 5, 1), date(9999, 12, 31)),
    ]
    assert query(
        tmp_path / "db.duckdb", "select count(distinct medarbejdernr) from ansaettelser where til > '2025-07-15'"
    ) == [(11,)]


@pytest.mark.parametrize(("hoejst", "fuldtid"), [("1,19", 1.19), ("1,2", 1.2), ("1,21", 1.21 / 37)])
def test_without_naevner_and_up_to_the_highest_grad_taeller_is_the_grad(
    hoejst: str, fuldtid: float, tmp_path: Path
) -> None:
    """Twelve employees who all state the same tæller; above the limit it is hours of 37."""
    kilde = write_god(tmp_path / "leverance")
    hoved, *linjer = (kilde / ANSATTE_FIL).read_text(encoding="utf-8").splitlines()
    uden_naevner = [";".join(felt for nr, felt in enumerate(linje.split(";")) if nr != 6) for linje in [hoved, *linjer]]
    (kilde / ANSATTE_FIL).write_text(
        "\n".join([uden_naevner[0], *(linje.replace(";37;", f";{hoejst};") for linje in uden_naevner[1:]), ""]), "utf-8"
    )
    svar = byg(kilde, tmp_path / "db.duckdb")
    if fuldtid < 1:
        assert svar.fejl.startswith(
            "Fejl: Tæller delt med Nævner kan ikke være beskæftigelsesgraden i 12 af 12 ansættelser."
        )
    else:
        assert told(svar) == ["taeller_er_graden"]
        assert query(tmp_path / "db.duckdb", "select distinct grad_e8 / 100000000 from ansaettelser") == [(fuldtid,)]


def test_a_column_like_one_the_list_lacks_is_told_with_its_heading(tmp_path: Path) -> None:
    """The hours under another heading: the list is counted without them, and that is not silent."""
    kilde = write_god(tmp_path / "leverance")
    tekst = (kilde / FRAVAER_FIL).read_text(encoding="utf-8")
    (kilde / FRAVAER_FIL).write_text(tekst.replace(";Timer;", ";Timer i alt;"), "utf-8")
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert sorted(told(svar)) == ["kolonne_ligner", "uden_timer_og_dage"]
    assert "Kolonnen Timer i alt læses ikke, men ligner Timer, som listen ikke har." in " ".join(svar.ud.split())
    assert "under [kolonner.fravaer], og byg igen." in " ".join(svar.ud.split())


SET_ANDETSTEDS = {
    "tynde_maaneder",
    "ansatte_efter_listen",
    "afviste",
    "ansaettelser_erstattet",
    "dage_efter_daekningen",
    "efter_daekningen",
    "enhed_ikke_gyldig",
    "maaltal_afviger",
    "kolonne_ligner",
    "erstattet",
    "kun_aendringer",
    "samme_liste",
    "sygdom_uden_fortsaettelse",
    "taeller_er_graden",
    "tilbagefoert",
}


def test_every_warning_of_the_list_is_tried_here() -> None:
    """But for the total rows, which test_totalraekker.py tries."""
    proevede = {advarsel for advarsel, *_ in TILFAELDE} | SET_ANDETSTEDS | {"totalraekker"}
    assert proevede == set(tekster_stop.ADVARSLER)
