"""The quality declaration: one page of the whole kommune, for hr alone, on the page and as a PDF."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from pipeline.kommandolinje.miljoe import lager_of, scope_of_command_line
from pipeline.lager.aargange import Aargang, keep_aargang
from pipeline.lager.lager import Lager, open_lager
from pipeline.port.scope import Scope
from pipeline.status.kvalitet import read_kvalitet, write_kvalitet
from pipeline.tekster import kvalitet as tekster_kvalitet
from pipeline.tekster.dansk import end_of_quarter
from tests.conftest import PERSONNOEGLE, Svar, query, run_sygefravaer

UDTRAEK = date(2025, 7, 15)
KVARTALER = [f"{aar}K{nr}" for aar in (2023, 2024, 2025) for nr in range(1, 5)][1:10]  # 2023K2 to 2025K2
FLOR = "abcdefghijklmnop"


@pytest.fixture(scope="module")
def scope(demo_database: Path) -> Scope:
    with scope_of_command_line(demo_database, "kvalitet") as scope:
        return scope


@pytest.fixture
def lager() -> Lager:
    return open_lager("sqlite:///:memory:", PERSONNOEGLE)


def maaned_nr(kvartal: str) -> int:
    """Of its last month."""
    return int(kvartal[:4]) * 12 + int(kvartal[-1]) * 3 - 1


def remember(lager: Lager, opgoerelse_id: str, set_: dict[date, dict[str, int]]) -> None:
    """By delivery the dagsværk of quarters, all in their last month."""
    for dag, kvartaler in set_.items():
        tal = {
            ("kommune", 1, maaned_nr(kvartal) - nr): (tal - 2 if nr == 0 else 1) * 10**8
            for kvartal, tal in kvartaler.items()
            for nr in range(3)
        }
        keep_aargang(lager, Aargang(dag, FLOR, opgoerelse_id, tal), fra=date(2020, 1, 1))


def opgoerelse_id(scope: Scope) -> str:
    return str(scope.rows("byggerapport_bygning")["opgoerelse_id"].item())


def read_lines(scope: Scope, lager: Lager) -> dict[str, tuple[str, str]]:
    """Figure and meaning by what."""
    return {
        hvad: (tal, betydning) for _, linjer in read_kvalitet(scope, lager).afsnit for hvad, tal, betydning in linjer
    }


def test_the_demos_declaration_counts_what_its_account_counts(scope: Scope, lager: Lager, demo_database: Path) -> None:
    """The account rejects 11 rows of fravær; 14 dagsværk are theirs by hours, Dage and working days."""
    linjer = read_lines(scope, lager)
    [(laest, afvist)] = query(
        demo_database,
        "select sum(antal_laest), sum(antal_afvist) from raekkeregnskab join kildefiler using (fil_id) "
        "where tabel = 'fravaer'",
    )
    assert (laest, afvist) == (102_649, 11)
    assert linjer["Afviste fraværsrækker"][0] == "11 af 102.649"
    assert linjer["Dækket periode"][0] == "01.01.2021 til 15.07.2025"
    assert linjer["Foreløbigt"][0] == "0,00 pct."  # June ended fifteen days before
    assert linjer["Nye og lukkede enheder"][0] == "0 og 1"  # Intern Rengøring & Kantine
    assert linjer["Enheder, der er gået op i en anden"][0] == "1"


def test_before_there_are_two_deliveries_nothing_is_said_of_corrections(scope: Scope, lager: Lager) -> None:
    remember(lager, opgoerelse_id(scope), {UDTRAEK: {"2025K2": 1000}})
    assert read_lines(scope, lager)["Rettet, siden det var endeligt"][0] == "–"
    assert read_kvalitet(scope, lager).kvartaler == []


def test_mean_and_largest_correction_are_of_the_quarters_seen_again(scope: Scope, lager: Lager) -> None:
    """1. kvartal: 980 after 15 days, 1,000 now: +20/980 = 2.04 per cent. 4. kvartal: 1,000 and now 990: −1 per cent."""
    remember(
        lager,
        opgoerelse_id(scope),
        {
            date(2025, 1, 15): {"2024K4": 1000},
            date(2025, 4, 15): {"2024K4": 990, "2025K1": 980},
            UDTRAEK: {"2024K4": 990, "2025K1": 1000, "2025K2": 900},
        },
    )
    kvalitet = read_kvalitet(scope, lager)
    assert kvalitet.kvartaler == [
        ("1. kvartal 2025", "15", "98,0 pct.", "+2,04 pct."),
        ("4. kvartal 2024", "15", "101,0 pct.", "−1,00 pct."),
    ]
    tal, betydning = read_lines(scope, lager)["Rettet, siden det var endeligt"]
    assert tal == "1,52 pct."
    assert betydning == "I gennemsnit over 2 kvartaler, set igen siden; højst 2,04 pct. (1. kvartal 2025)."


def test_a_delivery_after_the_build_is_none_of_its_declaration(scope: Scope, lager: Lager) -> None:
    efter = UDTRAEK + timedelta(days=1)
    remember(lager, opgoerelse_id(scope), {UDTRAEK: {"2025K2": 900}, efter: {"2025K2": 950}})
    assert read_kvalitet(scope, lager).kvartaler == []


def test_the_declaration_is_one_page_however_long_the_history_and_twice_the_same(scope: Scope, lager: Lager) -> None:
    set_: dict[date, dict[str, int]] = {}
    for nr, kvartal in enumerate(KVARTALER):
        set_[end_of_quarter(kvartal) + timedelta(days=15)] = dict.fromkeys(KVARTALER[: nr + 1], 11000 + nr)
    remember(lager, opgoerelse_id(scope), set_)
    assert len(read_kvalitet(scope, lager).kvartaler) == 8
    pdf = write_kvalitet(scope, lager)
    assert write_kvalitet(scope, lager) == pdf
    dokument = pypdfium2.PdfDocument(pdf)
    assert len(dokument) == 1
    tekst = dokument[0].get_textpage().get_text_range()
    dokument.close()
    for ord_ in (tekster_kvalitet.TITEL, "Eksempel Kommune", "DEMO", "sygefravaer afstem", scope.bygning_id):
        assert ord_ in tekst
    assert b"<pdfuaid:part>1" in pdf


def test_no_unit_and_no_person_stands_in_it(scope: Scope, lager: Lager, demo_database: Path) -> None:
    dokument = pypdfium2.PdfDocument(write_kvalitet(scope, lager))
    tekst = dokument[0].get_textpage().get_text_range()
    dokument.close()
    navne = query(demo_database, "select enhedsnavn from enheder where niveau <> 'kommune'")
    personer = query(demo_database, "select distinct navn from navne where navn is not null")
    assert len(navne) > 100 and len(personer) > 1000
    assert [navn for (navn,) in (*navne, *personer) if navn in tekst] == []


def test_the_command_writes_the_file_and_the_log(demo_database: Path, tmp_path: Path) -> None:
    fil = tmp_path / "ny" / "kvalitet.pdf"
    assert run_sygefravaer("kvalitet", "--database", demo_database, "--ud", fil) == Svar(
        0, "Kvalitetsdeklarationen ligger i kvalitet.pdf.\n", ""
    )
    assert fil.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_one_sentence(demo_database: Path, tmp_path: Path) -> None:
    svar = run_sygefravaer("kvalitet", "--database", demo_database, "--ud", tmp_path)
    assert svar.kode == 1
    assert svar.fejl == f"Fejl: {tekster_kvalitet.KAN_IKKE_SKRIVES.format(fil=tmp_path.name)}\n"


def test_the_command_reads_the_store_of_its_database(demo_database: Path, scope: Scope) -> None:
    with lager_of(demo_database) as lager:
        assert read_kvalitet(scope, lager).afsnit
