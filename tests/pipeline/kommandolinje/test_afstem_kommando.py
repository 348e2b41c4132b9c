"""`afstem`: the demo's bridges, what it writes and logs, and one sentence for what there is no bridge of."""

import csv
import json
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.kommandolinje.miljoe import lager_of
from pipeline.lager.log import read_log
from tests.conftest import Svar, run_sygefravaer

KOMMUNEN, STABEN = "81000", "81300"


def afstem(database: Path, med: str, *tilvalg: str | Path, enhed: str = KOMMUNEN, kvartal: str = "2024K4") -> Svar:
    valg = ("--enhed", enhed, "--kvartal", kvartal, "--med", med, *tilvalg)
    return run_sygefravaer("afstem", "--database", database, *valg)


def shown(svar: Svar, navn: str) -> str:
    """The figure at the end of the line that begins so."""
    (linje,) = [linje for linje in svar.linjer if linje.startswith(navn)]
    return linje.split()[-1]


def test_the_demo_goes_from_14_48_to_15_40_and_from_6_06_to_6_79_per_cent(demo_database: Path) -> None:
    svar = afstem(demo_database, "krl")
    assert (svar.kode, svar.fejl) == (0, "")
    assert shown(svar, "Vores tal, 4. kvartal 2024, pr. medarbejder") == "14,48"
    assert shown(svar, "Pr. fuldtidsansat i stedet for pr. medarbejder") == "15,40"
    assert shown(svar, "Vores fraværsprocent, 4. kvartal 2024") == "6,06"
    assert shown(svar, "Af 227 nettodage i stedet for 254 arbejdsdage") == "6,79"
    assert [linje.split()[-1] for linje in svar.linjer if linje.startswith("KRL, kommuner 2022")] == ["16,10", "7,09"]


@pytest.mark.parametrize("med", [("krl",), ("dst",), ("dst", "--tal", "16,9"), ("lpt169",), ("eget", "--tal", "12,0")])
@pytest.mark.parametrize("kvartal", ["2022K4", "2024K4", "2025K2"])
def test_every_bridge_of_the_file_adds_up_as_shown(
    med: tuple[str, ...], kvartal: str, demo_database: Path, tmp_path: Path
) -> None:
    fil = tmp_path / "bro.csv"
    assert afstem(demo_database, *med, "--csv", fil, kvartal=kvartal).kode == 0
    raekker = list(csv.DictReader(fil.read_text("utf-8-sig").splitlines(), delimiter=";"))
    broer = {raekke["Tabel"] for raekke in raekker} - {"Vores tal på andre måder"}
    assert broer
    for bro in broer:
        linjer = [raekke for raekke in raekker if raekke["Tabel"] == bro]
        for foer, nu in pairwise(linjer):
            forskel = Decimal(nu["Forskel"].replace(",", ".") or "0")
            assert Decimal(foer["Tal"].replace(",", ".")) + forskel == Decimal(nu["Tal"].replace(",", "."))


def test_a_quarter_that_ends_no_year_is_first_brought_to_the_calendar_year(demo_database: Path) -> None:
    svar = afstem(demo_database, "krl", kvartal="2025K2")
    assert shown(svar, "Vores tal, 2. kvartal 2025, pr. medarbejder") == "13,60"
    assert [linje.split()[-1] for linje in svar.linjer if linje.startswith("Kalenderåret 2024 i stedet")] == [
        "14,48",
        "6,06",
    ]
    assert "Vælg 4. kvartal 2022 for at se samme år." in svar.ud


def test_a_source_without_a_figure_is_told_and_ours_is_computed_its_way(demo_database: Path) -> None:
    svar = afstem(demo_database, "dst")
    assert "Eksempel Kommune har 14,48, og regnet som Danmarks Statistik er det 14,33" in svar.ud
    assert "Der står intet tal fra Danmarks Statistik for kommuner til og med 2024 i benchmarks.csv" in svar.ud


def test_hr_may_point_to_a_file_and_a_group_of_her_own(demo_database: Path, tmp_path: Path) -> None:
    fil = tmp_path / "vores.csv"
    hoved = "kilde;aar;gruppe;tal;enhed;indsat;hvorfra"
    fil.write_text(f"{hoved}\nDanmarks Statistik;2024;Stabe;4,0;pct.;01-12-2026;Statistikbanken\n", "utf-8")
    svar = afstem(demo_database, "dst", "--benchmarks", fil, "--gruppe", "stabe", enhed=STABEN)
    # 4 per cent of 227 net days
    assert shown(svar, "Danmarks Statistik, Stabe 2024  ") == "9,08"
    assert shown(svar, "Danmarks Statistik, Stabe 2024, af 227 nettodage") == "4,00"
    assert "Tallet fra Danmarks Statistik: Statistikbanken, sat ind i vores.csv 01.12.2026." in svar.ud


def test_lpt169_is_the_demos_to_the_employees_who_differ(demo_database: Path) -> None:
    svar = afstem(demo_database, "lpt169", kvartal="2025K2")
    assert shown(svar, "Vores dagsværk, 2. kvartal 2025") == "43.496,0"
    assert shown(svar, "LPT169 ") == "43.493,6"
    assert "+2,5 af den ligger hos 3 medarbejdere" in svar.ud
    assert "vælg 2. kvartal 2025 for" in afstem(demo_database, "lpt169").ud


def test_a_locked_quarter_is_what_we_have_or_what_has_moved_it(demo_database: Path, tmp_path: Path) -> None:
    """Locked with 13.4, 0.1 less of each kind than now, and with five marks we no longer make."""
    laas = run_sygefravaer("laas", "--database", demo_database, "--kvartal", "2025K2", "--ud", tmp_path)
    assert laas.kode == 0, laas.fejl
    ens = afstem(demo_database, "laast", "--laaste", tmp_path, kvartal="2025K2")
    assert "Eksempel Kommune har 13,6 i 2. kvartal 2025 nu som i den låste fil: intet er flyttet." in ens.ud
    fil = tmp_path / "laast-2025K2.json"
    laast = json.loads(fil.read_text("utf-8"))
    kommunen = laast["grupper"]["None/Eksempel Kommune"]
    for felt, mindre in (("sygedage", "0.2"), ("korttid", "0.1"), ("langtid", "0.1")):
        kommunen[felt] = str(Decimal(kommunen[felt]) - Decimal(mindre))
    (rod,) = [enhed for enhed in laast["maerker"] if enhed == KOMMUNEN]
    laast["maerker"][rod]["fravaer"][:5] = [f"ændret{nr}" for nr in range(5)]
    fil.write_text(json.dumps(laast), "utf-8")
    svar = afstem(demo_database, "laast", "--laaste", tmp_path, kvartal="2025K2")
    assert [linje.split()[-2:] for linje in svar.linjer[4:7]] == [["−0,1", "13,5"], ["−0,1", "13,4"], ["±0,0", "13,4"]]
    assert (
        "Eksempel Kommune blev låst med 13,4 i 2. kvartal 2025 og har 13,6 nu: +0,2 siden, og det kommer af sene eller "
        "rettede fraværsregistreringer." in svar.ud
    )


def test_the_last_report_is_what_has_happened_since_and_what_was_corrected_in_it(
    demo_database: Path, tmp_path: Path
) -> None:
    """13.6 now; the quarter before is 14.3 today and was reported as 14.2, without its short and long absence."""
    assert run_sygefravaer("laas", "--database", demo_database, "--kvartal", "2025K2", "--ud", tmp_path).kode == 0
    (tmp_path / "laast-2025K2.json").rename(tmp_path / "laast-2025K1.json")
    laast = json.loads((tmp_path / "laast-2025K1.json").read_text("utf-8"))
    laast["kvartal"] = "2025K1"
    laast["grupper"]["None/Eksempel Kommune"] |= {"sygedage": "14.2", "korttid": None, "langtid": None}
    (tmp_path / "laast-2025K1.json").write_text(json.dumps(laast), "utf-8")
    svar = afstem(demo_database, "rapport", "--laaste", tmp_path, "--csv", tmp_path / "bro.csv", kvartal="2025K2")
    assert svar.kode == 0, svar.fejl
    raekker = list(csv.DictReader((tmp_path / "bro.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [(raekke["Forskel"], raekke["Tal"]) for raekke in raekker] == [
        ("", "13,6"),
        ("0,7", "14,3"),
        ("-0,1", "14,2"),
        ("", "14,2"),
    ]
    assert (
        "Eksempel Kommune har 13,6 i 2. kvartal 2025, og sidste rapport, 1. kvartal 2025, sagde 14,2: −0,7 er sket "
        "imellem de to kvartaler, og +0,1 er rettet siden rapporten." in svar.ud
    )
    foerste = afstem(demo_database, "rapport", "--laaste", tmp_path, kvartal="2025K1")
    assert foerste.fejl == (
        "Fejl: Intet kvartal før 1. kvartal 2025 er låst, så der er ingen sidste rapport at afstemme med.\n"
    )


def test_what_was_done_is_logged_like_every_command_with_persons_in_reach(demo_database: Path) -> None:
    assert afstem(demo_database, "krl").kode == 0
    with lager_of(demo_database) as lager:
        raekker = read_log(lager, fra=date(2020, 1, 1), til=date(9999, 1, 1))
    assert ("personer", "afstem") in set(raekker.select("hvad", "hvor").iter_rows())


@pytest.mark.parametrize(
    ("med", "tilvalg", "valg", "saetning"),
    [
        ("eget", [], {}, "Skriv det tal, der skal afstemmes."),
        ("eget", ["--tal", "tolv"], {}, "»tolv« er ikke et tal for sygefravær. Skriv det som 12,0."),
        ("lpt169", ["--tal", "12"], {}, "Et tal hører kun til KRL, Danmarks Statistik og jeres eget tal."),
        ("laast", [], {}, "4. kvartal 2024 er ikke låst. Der er låst intet."),
        ("krl", [], {"enhed": "4711"}, "Enheden 4711 findes ikke i databasen."),
        ("krl", [], {"kvartal": "2021K3"}, "Der er ingen tal for 2021K3. Der er tal fra 2021K4 til 2025K2."),
        ("bsn", [], {}, "--med kan ikke være bsn. Vælg 'krl', 'dst', 'lpt169', 'laast', 'rapport', 'eget'."),
        ("lpt169", [], {"enhed": STABEN}, "LPT169 siger ikke, hvilken enhed medarbejderne hører til: afstem for hele "
         "kommunen (00081000)."),
        ("krl", ["--gruppe", "lære"], {}, "Der er ingen tal fra KRL for »lære« i benchmarks.csv. Der er tal for "
         "kommuner, administration, akademikere, lærere, pædagoger, sosu, socialpædagoger."),
        ("krl", ["--csv", "findes/ikke/bro.csv"], {}, "Filen bro.csv kan ikke skrives dér."),
    ],
)  # fmt: skip
def test_what_there_is_no_bridge_of_is_one_sentence(
    med: str, tilvalg: list[str], valg: dict[str, str], saetning: str, demo_database: Path
) -> None:
    svar = afstem(demo_database, med, *tilvalg, **valg)
    assert (svar.kode, svar.fejl) == (1, f"Fejl: {saetning}\n")


def test_a_quarter_or_a_unit_that_is_not_locked_is_one_sentence(demo_database: Path, tmp_path: Path) -> None:
    assert run_sygefravaer("laas", "--database", demo_database, "--kvartal", "2025K2", "--ud", tmp_path).kode == 0
    kvartal = afstem(demo_database, "laast", "--laaste", tmp_path)
    assert kvartal.fejl == "Fejl: 4. kvartal 2024 er ikke låst. Der er låst 2. kvartal 2025.\n"
    enhed = afstem(demo_database, "laast", "--laaste", tmp_path, enhed="81451", kvartal="2025K2")
    assert enhed.fejl == "Fejl: Lokalarkivet står ikke med sit eget tal i det låste 2. kvartal 2025.\n"
