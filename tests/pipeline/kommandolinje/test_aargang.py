"""`byg` and `forrige` with the memory of earlier deliveries: a build is told how late absence is registered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.database.ombytning import previous_of
from pipeline.kvartal import aargang as husker
from pipeline.lager.aargange import keep_aargang, read_kommunens
from pipeline.lager.lager import Lager, open_lager_of
from pipeline.tekster import faelles as tekster
from tests.conftest import GOD, Svar, byg, query, run_sygefravaer, write_indstillinger
from tests.lille_leverance import Leverance, write_leverance

OKTOBER = 2024 * 12 + 9
VINTER, FORAAR, SOMMER = date(2025, 1, 20), date(2025, 4, 5), date(2025, 7, 15)
FORELOEBIGE = """
select periode from perioder where periodetype = 'kvartal' and vindue = 'rullende' and er_foreloebig order by periode
"""


def leverance(udtraek: date, *, mangler: int = 0) -> Leverance:
    """Twelve employees with a day of 1 dagsværk each in every month: 36 a quarter, but the last `mangler` of them."""
    poster = sorted((post for post in GOD.fravaer if post.start <= udtraek), key=lambda post: post.start)
    i_kvartalet = [post for post in poster if post.start < date(2025, 1, 1)]
    senere = [post for post in poster if post.start >= date(2025, 1, 1)]
    return Leverance(
        udtraek,
        GOD.enheder,
        GOD.ansaettelser,
        (*i_kvartalet[: len(i_kvartalet) - mangler], *senere),
        periode_fravaer=(date(2023, 1, 1), udtraek),
    )


@pytest.fixture
def lager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lager]:
    """A store that remembers, of one test."""
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'husker.sqlite'}")
    monkeypatch.setattr(husker, "keep_aargang", keep_aargang)
    lager = open_lager_of(tmp_path / "x.duckdb")
    yield lager
    lager.close()


@pytest.fixture
def konfiguration(tmp_path: Path) -> Path:
    """One quarter followed for 90 days is a history."""
    return write_indstillinger(
        tmp_path / "config",
        ("historik_kvartaler = 4 ", "historik_kvartaler = 1 "),
        ("historik_dage = 180 ", "historik_dage = 90 "),
    )


@pytest.fixture
def build(tmp_path: Path, konfiguration: Path, lager: Lager):  # noqa: ANN201
    def run(ny: Leverance) -> Svar:
        kilde = write_leverance(ny, tmp_path / f"{ny.udtraek}-{len(ny.fravaer)}")
        svar = byg(kilde, tmp_path / "b" / "x.duckdb", "--konfiguration", konfiguration, "--accepter-afvigelse")
        assert svar.kode == 0, svar.fejl
        return svar

    return run


def october_to_december(lager: Lager, opgoerelse_id: str) -> dict[date, list[int]]:
    """Dagsværk of the months as each delivery saw them."""
    return {
        dag: [maaneder[OKTOBER + nr] // 10**8 for nr in range(3)]
        for dag, maaneder in read_kommunens(lager, opgoerelse_id)
    }


def read_opgoerelse_id(tmp_path: Path) -> str:
    return str(query(tmp_path / "b" / "x.duckdb", "select opgoerelse_id from bygning")[0][0])


def told(svar: Svar, dage: int, *, maalt: bool) -> bool:
    return tekster.RAPPORT_FORELOEBIG[maalt].format(dage=dage) in svar.linjer


def test_a_quarter_is_foreloebig_as_long_as_the_one_before_it_was(build, lager: Lager, tmp_path: Path) -> None:
    """Of 36 dagsværk in 4. kvartal 34 had been seen after 20 days, 94.4 per cent, and all after 95 days."""
    database = tmp_path / "b" / "x.duckdb"
    assert told(build(leverance(VINTER, mangler=2)), 14, maalt=False)
    assert told(build(leverance(FORAAR)), 14, maalt=False)  # 4. kvartal has been seen once before it: no history
    assert october_to_december(lager, read_opgoerelse_id(tmp_path)) == {VINTER: [12, 12, 10], FORAAR: [12, 12, 12]}
    assert told(build(leverance(SOMMER)), 95, maalt=True)
    assert query(database, FORELOEBIGE) == [("2025K2",)]  # 15 days after its end; 1. kvartal is 106
    assert query(database, "select foreloebig_dage, er_foreloebig_maalt from bygning") == [(95, True)]


def test_the_same_delivery_built_again_is_the_same_build(build, tmp_path: Path) -> None:
    bygning = "select bygning_id, foreloebig_dage from bygning"
    for ny in (leverance(VINTER, mangler=2), leverance(FORAAR), leverance(SOMMER)):
        build(ny)
    foer = query(tmp_path / "b" / "x.duckdb", bygning)
    build(leverance(SOMMER))
    assert query(tmp_path / "b" / "x.duckdb", bygning) == foer


def test_34_of_35_seen_after_20_days_leaves_the_setting(build) -> None:
    """97.1 per cent at the first look, six days after the setting."""
    build(leverance(VINTER, mangler=1))
    build(leverance(FORAAR))
    assert told(build(leverance(SOMMER)), 14, maalt=True)


def test_a_build_taken_back_is_no_history_and_put_back_it_is(build, lager: Lager, tmp_path: Path) -> None:
    database = tmp_path / "b" / "x.duckdb"
    build(leverance(VINTER))
    build(leverance(FORAAR, mangler=2))
    opgoerelse_id = read_opgoerelse_id(tmp_path)
    begge = {VINTER: [12, 12, 12], FORAAR: [12, 12, 10]}
    assert october_to_december(lager, opgoerelse_id) == begge
    assert run_sygefravaer("forrige", "--database", database).kode == 0
    assert october_to_december(lager, opgoerelse_id) == {VINTER: [12, 12, 12]}
    assert run_sygefravaer("forrige", "--database", database).kode == 0
    assert october_to_december(lager, opgoerelse_id) == begge


def test_a_delivery_corrected_under_the_same_date_takes_its_own_place(build, lager: Lager, tmp_path: Path) -> None:
    build(leverance(VINTER, mangler=2))
    build(leverance(VINTER))
    assert october_to_december(lager, read_opgoerelse_id(tmp_path)) == {VINTER: [12, 12, 12]}
    assert run_sygefravaer("forrige", "--database", tmp_path / "b" / "x.duckdb").kode == 0
    assert october_to_december(lager, read_opgoerelse_id(tmp_path)) == {VINTER: [12, 12, 10]}


def test_the_file_goes_back_though_the_store_cannot_be_reached(
    build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "b" / "x.duckdb"
    build(leverance(VINTER))
    build(leverance(FORAAR))
    foer = previous_of(database).read_bytes()
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{database}/no-folder/x.sqlite")
    svar = run_sygefravaer("forrige", "--database", database)
    assert (svar.kode, svar.fejl) == (0, "")
    assert "Lageret husker stadig den bygning, der er taget tilbage" in svar.ud
    assert database.read_bytes() == foer


@pytest.mark.parametrize("kolonne", ["niveau", "enhed_id"])
def test_nothing_under_an_afdeling_is_kept(build, tmp_path: Path, kolonne: str) -> None:
    build(leverance(SOMMER))
    gemt = query(tmp_path / "b" / "x.duckdb", f"select distinct {kolonne} from aargang order by all")
    assert gemt == {"niveau": [("kommune",), ("område",)], "enhed_id": [(81000,), (81100,), (81200,)]}[kolonne]
