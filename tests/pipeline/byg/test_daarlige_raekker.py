"""Rows that cannot be used: each is rejected with its reason, counted, and kept in quarantine."""

from pathlib import Path

import pytest

from tests.conftest import (
    ANSATTE_FIL,
    FRAVAER_FIL,
    GOD,
    NAVN,
    NUMRE,
    ORGANISATION_FIL,
    Svar,
    add_lines,
    byg,
    edit,
    query,
    write_god,
    write_indstillinger,
)

# Rows of absence and why each is rejected. The file's last good row stands in line 362.
FRAVAER_GRUNDE = [
    ("ABC123;05.02.2024;05.02.2024;SY;Sygdom;7,4;", "intet gyldigt medarbejdernummer"),
    (";05.02.2024;05.02.2024;SY;Sygdom;7,4;", "intet gyldigt medarbejdernummer"),
    ("123456789;05.02.2024;05.02.2024;SY;Sygdom;7,4;", "intet gyldigt medarbejdernummer"),
    ("-731001;05.02.2024;05.02.2024;SY;Sygdom;7,4;", "intet gyldigt medarbejdernummer"),
    ("731001,5;05.02.2024;05.02.2024;SY;Sygdom;7,4;", "intet gyldigt medarbejdernummer"),
    ("731001;;05.02.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;05.02.24;05.02.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;30.02.2024;05.03.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;31.12.1899;05.02.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;240205;05.02.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;05022024;05.02.2024;SY;Sygdom;7,4;", "ingen gyldig startdato"),
    ("731001;05.02.2024;05.02.25;SY;Sygdom;7,4;", "stopdatoen er ikke en dato"),
    ("731001;05.02.2024;04.02.2024;SY;Sygdom;7,4;", "slutter før start"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;syv;", "timer er ikke et tal"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;7,4o;", "timer er ikke et tal"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;1e1;", "timer er ikke et tal"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;-0,01;", "negative timer, der ikke tilbagefører en anden række"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;24,01;", "mere end 24 timer pr. kalenderdag"),
    ("731001;05.02.2024;06.02.2024;SY;Sygdom;48,01;", "mere end 24 timer pr. kalenderdag"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;;en", "dage er ikke et tal"),
    ("731001;05.02.2024;05.02.2024;SY;Sygdom;;-1", "negative dage, der ikke tilbagefører en anden række"),
]
FRAVAER_I_ORDEN = [
    "00731001;06.02.2024;06.02.2024;SY;Sygdom;24,00;",
    " 731001 ; 07.02.2024 ;08.02.2024;SY;Sygdom;48;",
    "731001;2024-02-09;2024-02-09;SY;Sygdom;0;",
    "731001;20240212;20240212;SY;Sygdom;0,01;",
    "731001;13.02.2024;13.02.2024;SY;Sygdom;;0",
    "731001;14.02.2024;;SY;Sygdom;240000;",
    "731001;15.02.2024;31.12.9999;SY;Sygdom;1.240.000,00;",
    "1;01.01.1900;01.01.1900;SY;Sygdom;7,4;",
]
ANSATTE_GRUNDE = [
    ("VIKAR-7;01.01.2020;;81100;00;37;37;Pædagog;;", "intet gyldigt medarbejdernummer"),
    ("731050;01.01.20;;81100;00;37;37;Pædagog;;", "ingen gyldig startdato"),
    ("731050;01.01.2020;snart;81100;00;37;37;Pædagog;;", "stopdatoen er ikke en dato"),
    ("731050;01.01.2020;31.12.2019;81100;00;37;37;Pædagog;;", "slutter før start"),
    ("731050;01.01.2020;;Børnehuset;00;37;37;Pædagog;;", "intet gyldigt enhedsnummer"),
    ("731050;01.01.2020;;81100;00;fuld;37;Pædagog;;", "tælleren er ikke et tal"),
    ("731050;01.01.2020;;81100;00;37;fuld;Pædagog;;", "nævneren er ikke et tal"),
]
ORGANISATION_GRUNDE = [
    ("Stab;Staben;81000", "intet gyldigt enhedsnummer"),
    ("81300;Staben;Rådhuset", "den overordnede enhed har intet gyldigt nummer"),
]
ALLE = {FRAVAER_FIL: FRAVAER_GRUNDE, ANSATTE_FIL: ANSATTE_GRUNDE, ORGANISATION_FIL: ORGANISATION_GRUNDE}


@pytest.fixture(scope="module")
def afvist_byg(tmp_path_factory: pytest.TempPathFactory) -> tuple[Svar, Path]:
    """One build of every bad row, the limits on rejected rows out of the way; answer and database."""
    mappe = tmp_path_factory.mktemp("afviste")
    kilde = write_god(mappe / "leverance")
    for fil, grunde in ALLE.items():
        add_lines(kilde / fil, *(linje for linje, _ in grunde))
    add_lines(kilde / FRAVAER_FIL, *FRAVAER_I_ORDEN)
    toml = write_indstillinger(mappe, ("afviste_andel = 0.01", "afviste_andel = 1.0"))
    return byg(kilde, mappe / "db.duckdb", "--konfiguration", toml), mappe / "db.duckdb"


def test_a_build_with_few_bad_rows_goes_on(afvist_byg: tuple[Svar, Path]) -> None:
    svar, _ = afvist_byg
    assert (svar.kode, svar.fejl) == (0, "")


@pytest.mark.parametrize(("fil", "foerste"), [(FRAVAER_FIL, 363), (ANSATTE_FIL, 14), (ORGANISATION_FIL, 5)])
def test_every_reason_stands_in_the_account_with_its_count(
    fil: str, foerste: int, afvist_byg: tuple[Svar, Path]
) -> None:
    grunde = [grund for _, grund in ALLE[fil]]
    ventet = {
        f"Afvist i {fil}: {grunde.count(grund)} × {grund} (første gang i linje {foerste + grunde.index(grund)})"
        for grund in grunde
    }
    assert {linje for linje in afvist_byg[0].afviste if fil in linje} == ventet


@pytest.mark.parametrize(("fil", "foerste"), [(FRAVAER_FIL, 363), (ANSATTE_FIL, 14), (ORGANISATION_FIL, 5)])
def test_each_bad_row_is_quarantined_with_its_line_and_reason(
    fil: str, foerste: int, afvist_byg: tuple[Svar, Path]
) -> None:
    fundet = query(
        afvist_byg[1],
        f"select linje, grund from karantaene join kildefiler using (fil_id) where fil = '{fil}' order by 1",
    )
    assert fundet == [(linje, grund) for linje, (_, grund) in enumerate(ALLE[fil], start=foerste)]


def test_the_account_of_each_file_adds_up_to_the_rows_written(afvist_byg: tuple[Svar, Path]) -> None:
    """Read, accepted, duplicate, total, rejected."""
    god = len(GOD.fravaer)
    regnskab = query(
        afvist_byg[1],
        "select fil, antal_laest, antal_accepteret, antal_dublet, antal_total, antal_afvist "
        "from raekkeregnskab join kildefiler using (fil_id) order by fil",
    )
    assert regnskab == [
        (ANSATTE_FIL, 12 + 7, 12, 0, 0, 7),
        (FRAVAER_FIL, god + 8 + 21, god + 8, 0, 0, 21),
        (ORGANISATION_FIL, 3 + 2, 3, 0, 0, 2),
    ]


def test_the_account_is_printed(afvist_byg: tuple[Svar, Path]) -> None:
    linjer = [linje.split() for linje in afvist_byg[0].linjer]
    assert [FRAVAER_FIL, "fravær", "D", "15.07.2025", "389", "368", "0", "0", "21"] in linjer
    assert [ANSATTE_FIL, "ansættelsesforløb", "D", "15.07.2025", "19", "12", "0", "0", "7"] in linjer
    assert [ORGANISATION_FIL, "organisation", "D", "15.07.2025", "5", "3", "0", "0", "2"] in linjer


def test_a_quarantined_row_keeps_its_recognised_columns_but_no_name_and_no_art(afvist_byg: tuple[Svar, Path]) -> None:
    tekster = [tekst for (tekst,) in query(afvist_byg[1], "select afvist_tekst from karantaene")]
    assert "Medarbejdernr.: 731001; Startdato: 05.02.2024; Stopdato: 05.02.2024; Timer: syv" in tekster
    assert [tekst for tekst in tekster for ord_ in ("SY", "Sygdom", *NAVN.split()) if ord_ in tekst] == []


def test_the_report_names_no_employee_and_quotes_no_row(afvist_byg: tuple[Svar, Path]) -> None:
    svar, _ = afvist_byg
    hemmeligt = [*NUMRE, "ABC123", "VIKAR", "syv", "snart", *NAVN.split()]
    assert [ord_ for ord_ in hemmeligt if ord_ in svar.ud] == []


def test_a_repeated_row_is_one_row_and_counted_as_a_duplicate(kilde: Path, tmp_path: Path) -> None:
    linje = "731001;05.02.2024;05.02.2024;SY;Sygdom;7,40;"
    add_lines(kilde / FRAVAER_FIL, linje.replace("7,40", "8,4"), linje.replace("7,40", "8,4"))
    add_lines(kilde / ANSATTE_FIL, f"731012;01.01.2015;31.12.9999;81200;00;37;37;Pædagog;Overenskomstansat;{NAVN}")
    svar = byg(kilde, tmp_path / "db.duckdb")
    linjer = [linje.split() for linje in svar.linjer]
    assert [FRAVAER_FIL, "fravær", "D", "15.07.2025", "362", "361", "1", "0", "0"] in linjer
    assert [ANSATTE_FIL, "ansættelsesforløb", "D", "15.07.2025", "13", "12", "1", "0", "0"] in linjer


def test_the_limit_of_hours_a_day_is_the_settings(kilde: Path, tmp_path: Path) -> None:
    add_lines(kilde / FRAVAER_FIL, "731001;06.02.2024;06.02.2024;SY;Sygdom;16;")
    add_lines(kilde / FRAVAER_FIL, "731001;07.02.2024;07.02.2024;SY;Sygdom;16,01;")
    toml = write_indstillinger(tmp_path / "ops", ("timer_pr_kalenderdag = 24 ", "timer_pr_kalenderdag = 16 "))
    svar = byg(kilde, tmp_path / "db.duckdb", "--konfiguration", toml)
    assert svar.afviste == [f"Afvist i {FRAVAER_FIL}: 1 × mere end 16 timer pr. kalenderdag (første gang i linje 364)"]


def test_a_rejected_row_gives_no_figure(kilde: Path, tmp_path: Path, god_bygning: Path) -> None:
    """The delivery with four bad rows has the same dagsværk as the one without them."""
    add_lines(kilde / FRAVAER_FIL, *(linje for linje, _ in FRAVAER_GRUNDE[-5:-1]))
    assert byg(kilde, tmp_path / "db.duckdb").kode == 0
    dagsvaerk = "select dagsvaerk, gns_medarbejdere from noegletal order by enhed_id, vindue_nr"
    assert query(tmp_path / "db.duckdb", dagsvaerk) == query(god_bygning, dagsvaerk)


def test_an_empty_employee_number_means_the_one_above_only_in_a_bw_report(kilde: Path, tmp_path: Path) -> None:
    """The same two rows below a number: rejected in csv."""
    edit(kilde / FRAVAER_FIL, "731012;05.06.2025;05.06.2025;SY", ";05.06.2025;05.06.2025;SY")
    assert byg(kilde, tmp_path / "db.duckdb").afviste == [
        f"Afvist i {FRAVAER_FIL}: 1 × intet gyldigt medarbejdernummer (første gang i linje 362)"
    ]
