"""Published quarters, in both stores: locked once, lifted with a reason, corrected beside, and nothing changed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pipeline.fejl import Brugerfejl
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.laase import (
    NyBerigtigelse,
    NyLaas,
    Udgivelsesdag,
    add_berigtigelse,
    find_nyeste,
    lift_laas,
    lock_kvartal,
    read_berigtigelser,
    read_hentninger,
    read_laase,
    read_laasefil,
)
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, read_log, write_log

NU = datetime(2025, 8, 20, 22, 30, tzinfo=UTC)  # the 21st in Denmark
NY = NyLaas("2025K2", date(2025, 8, 20), date(2025, 8, 27), '{"kvartal": "2025K2", "navn": "Åvang"}\n'.encode())
FILER = {"side.json": b"{}", "status-2025K2.docx": bytes(range(256))}
RETTET = NyBerigtigelse("2025K2", "[]", "Sene registreringer", "Økonomiudvalget", "b" * 16)


def hvem(hvad: str = "kvartal låst", navn: str = "hr1") -> Haendelse:
    return Haendelse(navn, hvad, "2025K2")  # type: ignore[arg-type]


def test_a_lock_is_read_again_byte_for_byte_with_who_and_when_and_stands_in_the_log(lager: Lager) -> None:
    id_ = lock_kvartal(lager, NY, hvem(), nu=NU)
    (laas,) = read_laase(lager)
    assert {navn: vars(laas)[navn] for navn in vars(NY)} == vars(NY)
    assert (laas.id, laas.af, laas.tid) == (id_, "hr1", "2025-08-20T22:30:00.000000Z")
    log = read_log(lager, fra=date(2025, 8, 21), til=date(2025, 8, 21))
    assert log.select("hvem", "hvad", "hvor").rows() == [("hr1", "kvartal låst", "2025K2")]


def test_a_quarter_is_locked_once_and_the_second_is_told_by_whom(lager: Lager) -> None:
    lock_kvartal(lager, NY, hvem(), nu=NU)
    with pytest.raises(Brugerfejl, match=r"2\. kvartal 2025 er allerede låst af hr1"):
        lock_kvartal(lager, replace(NY, indhold=b"{}"), hvem(navn="hr2"), nu=NU)
    assert [laas.indhold for laas in read_laase(lager)] == [NY.indhold]
    assert verify_log(lager).antal == 1


@pytest.mark.parametrize(("dag", "kan"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
def test_no_quarter_is_published_before_it_has_ended(dag: date, kan: bool, lager: Lager) -> None:
    ny = replace(NY, udgivet=dag)
    if kan:
        lock_kvartal(lager, ny, hvem(), nu=NU)
        return
    with pytest.raises(Brugerfejl, match="før det er slut"):
        lock_kvartal(lager, ny, hvem(), nu=NU)
    assert read_laase(lager) == []


def test_the_newest_lock_in_force_has_the_files_it_was_given_and_no_others(lager: Lager) -> None:
    assert find_nyeste(lager) is None
    foerste = lock_kvartal(lager, NY, hvem(), nu=NU, filer=FILER)
    aeldre = lock_kvartal(lager, replace(NY, kvartal="2025K1"), hvem(), nu=NU)
    assert find_nyeste(lager) == Udgivelsesdag(foerste, "2025K2", date(2025, 8, 20))
    assert {navn: read_laasefil(lager, foerste, navn) for navn in FILER} == FILER
    assert [read_laasefil(lager, foerste, "x"), read_laasefil(lager, aeldre, "side.json")] == [None, None]
    lift_laas(lager, "2025K2", hvem("lås ophævet"), grund="Mødet blev aflyst", nu=NU)
    assert find_nyeste(lager) == Udgivelsesdag(aeldre, "2025K1", date(2025, 8, 20))


def test_a_file_that_is_not_as_it_was_written_is_refused(lager: Lager) -> None:
    laas = lock_kvartal(lager, NY, hvem(), nu=NU, filer=FILER)
    paa = " on laasefiler" if lager.engine.dialect.name == "postgresql" else ""
    with lager.engine.begin() as con:
        con.execute(text(f"drop trigger laasefiler_uaendret{paa}"))
        con.execute(text("update laasefiler set indhold = 'e30K'"))
    with pytest.raises(Brugerfejl, match=r"Låsen for 2\. kvartal 2025 er ikke, som den blev skrevet"):
        read_laasefil(lager, laas, "side.json")
    assert [fund.detalje for fund in verify_log(lager).fund] == ["laasefiler_uaendret"]


def test_a_lifted_lock_counts_no_more_and_the_quarter_can_be_locked_again(lager: Lager) -> None:
    lock_kvartal(lager, NY, hvem(), nu=NU)
    lift_laas(lager, "2025K2", hvem("lås ophævet"), grund="Mødet blev aflyst", nu=NU)
    assert read_laase(lager) == []
    with pytest.raises(Brugerfejl, match="er ikke låst i lageret"):
        lift_laas(lager, "2025K2", hvem("lås ophævet"), grund="Igen", nu=NU)
    lock_kvartal(lager, replace(NY, indhold=b"{}"), hvem(), nu=NU)
    assert [laas.indhold for laas in read_laase(lager)] == [b"{}"]
    assert verify_log(lager).antal == 3


def test_corrections_are_read_by_quarter_in_the_order_they_were_made(lager: Lager) -> None:
    for kvartal, hvorfor in (("2025K2", "Først"), ("2025K1", "Så"), ("2025K2", "Sidst")):
        add_berigtigelse(lager, replace(RETTET, kvartal=kvartal, hvorfor=hvorfor), hvem("kvartal rettet"), nu=NU)
    alle = read_berigtigelser(lager)
    assert [(en.kvartal, en.hvorfor) for en in alle] == [("2025K1", "Så"), ("2025K2", "Først"), ("2025K2", "Sidst")]
    assert (alle[0].dag, alle[0].af) == (date(2025, 8, 21), "hr1")


@pytest.mark.parametrize("tabel", ["laase", "laaseslut", "laasefiler", "berigtigelser"])
@pytest.mark.parametrize("saetning", ["update {tabel} set {kolonne} = 'x'", "delete from {tabel}"])
def test_no_row_is_changed_or_taken_away(tabel: str, saetning: str, lager: Lager) -> None:
    lock_kvartal(lager, NY, hvem(), nu=NU, filer=FILER)
    lift_laas(lager, "2025K2", hvem("lås ophævet"), grund="x", nu=NU)
    add_berigtigelse(lager, RETTET, hvem("kvartal rettet"), nu=NU)
    with pytest.raises(DBAPIError, match="et udgivet kvartal kan ikke ændres"), lager.engine.begin() as con:
        con.execute(text(saetning.format(tabel=tabel, kolonne="navn" if tabel == "laasefiler" else "af")))
    assert verify_log(lager).fund == ()


@pytest.mark.parametrize("tabel", ["laase", "laasefiler"])
def test_no_row_is_written_over(tabel: str, lager: Lager) -> None:
    """SQLite's own way round the triggers against deletion; PostgreSQL has none, and none may empty the table."""
    lock_kvartal(lager, NY, hvem(), nu=NU, filer=FILER)
    er_sqlite = lager.engine.dialect.name == "sqlite"
    saetning = f"insert or replace into {tabel} select * from {tabel}" if er_sqlite else f"truncate {tabel} cascade"
    with pytest.raises(DBAPIError, match="et udgivet kvartal kan ikke ændres"), lager.engine.begin() as con:
        con.execute(text(saetning))


def test_a_lock_that_is_not_as_it_was_written_is_refused(lager: Lager) -> None:
    """By whoever owns the database and takes its guards away first."""
    lock_kvartal(lager, NY, hvem(), nu=NU)
    paa = " on laase" if lager.engine.dialect.name == "postgresql" else ""
    with lager.engine.begin() as con:
        con.execute(text(f"drop trigger laase_uaendret{paa}"))
        con.execute(text("update laase set indhold = '{}'"))
    with pytest.raises(Brugerfejl, match=r"Låsen for 2\. kvartal 2025 er ikke, som den blev skrevet"):
        read_laase(lager)
    assert [(fund.art, fund.detalje) for fund in verify_log(lager).fund] == [("trigger", "laase_uaendret")]


def test_who_fetched_the_case_is_found_by_its_quarter_and_nothing_else_is(lager: Lager) -> None:
    filer = ("demo_status-2025K2.zip", "eksport-2025K2", "demo_figur_1_2025K2.svg", "demo_status-2025K1.zip")
    for fil in filer:
        write_log(lager, Haendelse("hr1", "eksport", fil), nu=NU)
    write_log(lager, Haendelse("hr1", "kommando", "status-2025K2"), nu=NU)
    hentede = read_hentninger(lager, "2025K2")
    assert [(en.fil, en.hvem) for en in hentede] == [(fil, "hr1") for fil in filer[:2]]
    assert hentede[0].tid == datetime(2025, 8, 21, 0, 30)


def test_a_copy_holds_them_and_numbers_go_on_and_an_older_copy_has_none(lager: Lager, tmp_path: Path) -> None:
    foerste = lock_kvartal(lager, NY, hvem(), nu=NU)
    lift_laas(lager, "2025K2", hvem("lås ophævet"), grund="x", nu=NU)
    nr = add_berigtigelse(lager, RETTET, hvem("kvartal rettet"), nu=NU)
    anden = lock_kvartal(lager, NY, hvem(), nu=NU, filer=FILER)
    fil, aeldre = tmp_path / "kopi.json", tmp_path / "aeldre.json"
    backup_lager(lager, fil)
    foer = read_laase(lager), read_berigtigelser(lager)
    restore_lager(lager, fil, overskriv_af="hr")
    assert (read_laase(lager), read_berigtigelser(lager)) == foer
    assert {navn: read_laasefil(lager, anden, navn) for navn in FILER} == FILER
    assert add_berigtigelse(lager, RETTET, hvem("kvartal rettet"), nu=NU) > nr
    assert lock_kvartal(lager, replace(NY, kvartal="2025K1"), hvem(), nu=NU) > anden > foerste
    indhold = json.loads(fil.read_text())
    mangler = {"laase", "laaseslut", "laasefiler", "berigtigelser"}
    aeldre.write_text(json.dumps({navn: r for navn, r in indhold.items() if navn not in mangler}))
    restore_lager(lager, aeldre, overskriv_af="hr")
    assert (read_laase(lager), read_berigtigelser(lager)) == ([], [])
