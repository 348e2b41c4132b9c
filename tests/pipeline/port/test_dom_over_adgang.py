"""The judge over adgang when a build is about to be shown: whose rows are ended, and whose are left."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.lager.adgang import NyRaekke, add_raekke, read_adgang
from pipeline.lager.lager import Lager, open_lager, open_lager_of
from pipeline.port.dom_over_adgang import Afsluttet, end_telling
from pipeline.port.dommer import Dommer
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, open_dommer
from pipeline.tekster import adgang as tekster_adgang
from tests.alene import build_alone
from tests.conftest import PERSONNOEGLE, byg
from tests.lille_leverance import Enhed, Leverance, ansat, syg, write_leverance

HR = Bruger("hr", er_kommandolinje=True)
NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANTAL = {"11": 30, "12": 6, "13": 6, "14": 6}
"""Of a large unit and three that are pooled, each employee sick a day every month of two years."""
KOMMUNE = Leverance(
    udtraek=date(2025, 7, 15),
    enheder=(Enhed("1"), Enhed("10", "1"), *(Enhed(enhed, "10") for enhed in ANTAL)),
    ansaettelser=tuple(ansat(f"{enhed}{nr:02}", enhed) for enhed, antal in ANTAL.items() for nr in range(antal)),
    fravaer=tuple(
        syg(f"{enhed}{nr:02}", dag, dag, "7.4")
        for enhed, antal in ANTAL.items()
        for nr in range(antal)
        for dag in (date(2023 + maaned // 12, maaned % 12 + 1, 5) for maaned in range(30))
    ),
    periode_fravaer=(date(2023, 1, 1), date(2025, 7, 15)),
)


@pytest.fixture
def miljoe(tmp_path: Path) -> Miljoe:
    build_alone(KOMMUNE, tmp_path / "tal.duckdb")
    return Miljoe(tmp_path / "tal.duckdb", open_lager("sqlite:///:memory:", PERSONNOEGLE), lambda: NU)


def give(lager: Lager, bruger: str, rolle: str, enhedsnr: int) -> None:
    ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, enhedsnr, NU.date(), "prøve")  # type: ignore[arg-type]
    add_raekke(lager, ny, af="hr")


def pooled_units(miljoe: Miljoe) -> list[int]:
    """Of the pool with most units of one part."""
    dele = Dommer(open_dommer(miljoe)).dele
    enheder = {enhed: egne for enhed, egne in dele.items() if enhed > 0 and len(egne) == 1}
    puljer = [egne for gruppe, egne in dele.items() if gruppe < -1_000_000_000]
    return max(([enhed for enhed, egne in enheder.items() if egne < pulje] for pulje in puljer), key=len)


def test_the_newest_row_of_those_that_tell_is_ended_and_the_others_are_left(miljoe: Miljoe) -> None:
    """Chef of the afdeling, and leder of all but one of some pooled units: without the last of them two are left."""
    medlemmer = pooled_units(miljoe)[1:]
    give(miljoe.lager, "begge", "chef", 10)
    give(miljoe.lager, "hr1", "hr", 1)
    give(miljoe.lager, "kun_leder", "leder", medlemmer[0])
    for medlem in medlemmer:
        give(miljoe.lager, "Begge", "leder", medlem)
    afsluttede = end_telling(miljoe, hr=HR)
    assert afsluttede[0] == Afsluttet("Begge", "leder", medlemmer[-1], afsluttede[0].antal)
    assert {raekke.bruger for raekke in afsluttede} == {"Begge"}
    tilbage = [raekke for raekke in read_adgang(miljoe.lager) if raekke.tilstand == "godkendt"]
    assert ("begge", "chef") in {(raekke.bruger, raekke.rolle) for raekke in tilbage}
    assert end_telling(miljoe, hr=HR) == []


def test_without_rows_to_judge_nothing_is_opened(miljoe: Miljoe) -> None:
    give(miljoe.lager, "hr1", "hr", 1)
    assert end_telling(Miljoe(Path("findes ikke"), miljoe.lager, miljoe.ur), hr=HR) == []


def test_a_build_names_the_row_it_ends_before_anybody_is_shown_its_figures(
    miljoe: Miljoe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store already has the rows; they are ended and named, and the delivery's own stay."""
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'lager.sqlite'}")
    monkeypatch.setenv("SYGEFRAVAER_LOGHOVED", str(tmp_path / "hoveder"))
    kilde, database = write_leverance(KOMMUNE, tmp_path / "leverance"), tmp_path / "nyt" / "tal.duckdb"
    assert byg(kilde, database).kode == 0
    egen = open_lager_of(database)
    medlemmer = pooled_units(miljoe)[1:]
    give(egen, "begge", "chef", 10)
    for medlem in medlemmer:
        give(egen, "begge", "leder", medlem)
    egen.close()
    svar = byg(kilde, database)
    saetning = tekster_adgang.BYG_AFSLUTTET.split("{antal}")[0].format(
        bruger="begge", rolle=tekster_adgang.ROLLER["leder"], enhedsnr=f"{medlemmer[-1]:08d}"
    )
    assert (svar.kode, svar.ud.count(saetning)) == (0, 1)
