"""A quarter from delivery to use, in both stores: what each step does, and what it refuses."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.database.ombytning import previous_of
from pipeline.fejl import Brugerfejl
from pipeline.kvartal.koersel import begin_byg, build_kandidat
from pipeline.kvartal.pakke import lock
from pipeline.kvartal.stand import follow, judge_trin, list_advarsler, read_bygning_id
from pipeline.kvartal.steder import is_running, kandidat_of, take_koersel
from pipeline.kvartal.trin import (
    Hr,
    acknowledge,
    begin,
    choose_indbakke,
    choose_nuvaerende,
    clean_up,
    enter,
    give_up,
    put_in_use,
    send_mappe,
    write_field,
)
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kvartaler import read_newest
from pipeline.lager.log import Haendelse, read_log
from pipeline.lager.maaltal import NytMaaltal, set_maaltal
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe
from pipeline.tekster import kvartal as tekster_kvartal
from tests.conftest import query, snapshot, write_god
from tests.pipeline.kvartal.conftest import NU, write_forkert, write_ny


def build(hr: Hr, **valg: object) -> bool:
    """In this process, with the lock a build has."""
    laas = take_koersel(hr.miljoe.database)
    try:
        begin_byg(hr.miljoe, af=hr.navn, **valg)
        return build_kandidat(hr.miljoe) is not None
    finally:
        os.close(laas)


def waiting(hr: Hr) -> list[str]:
    """What lies beside the database, but locks and the database itself."""
    database = hr.miljoe.database
    return sorted(
        fil.name
        for fil in database.parent.iterdir()
        if not fil.name.endswith(".laas") and fil not in (database, previous_of(database))
    )


def hvad(hr: Hr) -> list[str]:
    return [trin.hvad for trin in hr.under_way().gang.trin]


def test_a_delivery_is_built_beside_the_figures_and_replaces_them_when_hr_says_so(hr: Hr, tmp_path: Path) -> None:
    database = hr.miljoe.database
    foer, gammel = read_bygning_id(hr.miljoe), database.read_bytes()
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    stand = hr.under_way()
    assert stand.bygges == "bygget" and stand.bygning_id not in (None, foer)
    assert database.read_bytes() == gammel
    assert waiting(hr) == [".d.duckdb.fremdrift", "d.duckdb.kandidat"]
    put_in_use(hr, str(stand.bygning_id))
    assert read_bygning_id(hr.miljoe) == stand.bygning_id
    assert previous_of(database).read_bytes() == gammel
    assert waiting(hr) == []
    assert hvad(hr) == ["leverance", "bygges", "bygget", "i brug"]
    log = read_log(hr.miljoe.lager, fra=NU.date(), til=NU.date())
    egne = [linje for linje in log["hvad"] if linje.startswith("kvartal ")][::-1]
    assert egne == ["kvartal begyndt", "kvartal leverance", "kvartal bygget", "kvartal bygget", "kvartal i brug"]
    assert verify_log(hr.miljoe.lager).fund == ()


def test_what_hr_has_decided_of_maaltal_goes_for_the_quarters_build_too(hr: Hr, tmp_path: Path) -> None:
    """In tenths of a sygedag in the store, in hundred millionths where it is built."""
    besluttet = NytMaaltal(81000, 2025, 125, "Aftalt i direktionen")
    set_maaltal(hr.miljoe.lager, besluttet, Haendelse(hr.navn, "måltal sat"), nu=NU)
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    put_in_use(hr, str(hr.under_way().bygning_id))
    maaltal = "select distinct maaltal, maaltal_kilde from noegletal inner join perioder using (vindue_nr) "
    ved = "where enhed_id = 81000 and periode = '2025K2'"
    assert (12.5, "besluttet") in query(hr.miljoe.database, maaltal + ved)


def test_what_waits_is_encrypted_and_gone_when_it_is_built(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    kilde = write_ny(tmp_path / "ny")
    send_mappe(hr, kilde)
    [mappe] = [fil for fil in hr.miljoe.database.parent.iterdir() if ".leverance-" in fil.name]
    assert mappe.stat().st_mode & 0o777 == 0o700
    filer = sorted(mappe.iterdir())
    assert [fil.name for fil in filer] == ["0000.lukket", "0001.lukket", "0002.lukket"]
    klartekst = [linje for fil in kilde.iterdir() for linje in fil.read_bytes().splitlines() if len(linje) > 8]
    assert [fil.name for fil in filer if any(linje in fil.read_bytes() for linje in klartekst)] == []
    assert build(hr)
    assert not mappe.exists()


def test_the_same_delivery_is_the_same_build_sent_or_from_its_folder(hr: Hr, tmp_path: Path, monkeypatch) -> None:
    """16 hexadecimal digits of names, contents, configuration and code."""
    kilde = write_ny(tmp_path / "ny")
    begin(hr)
    send_mappe(hr, kilde)
    assert build(hr)
    sendt = hr.under_way().bygning_id
    monkeypatch.setenv("SYGEFRAVAER_INDBAKKE", str(kilde))
    choose_indbakke(hr)
    assert build(hr)
    assert hr.under_way().bygning_id == sendt
    assert len(list(kilde.iterdir())) == 3


def test_a_wrong_delivery_replaces_nothing_and_is_built_all_the_same_for_a_reason(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    gammel = hr.miljoe.database.read_bytes()
    send_mappe(hr, write_forkert(tmp_path / "forkert"))
    assert not build(hr)
    stand = hr.under_way()
    assert (stand.bygges, stand.kan_accepteres) == ("standset", True)
    assert hr.miljoe.database.read_bytes() == gammel
    assert not kandidat_of(hr.miljoe.database).exists()
    with pytest.raises(Brugerfejl, match="^Leverancen er standset"):
        build(hr)
    with pytest.raises(Brugerfejl, match="^Skriv en begrundelse"):
        build(hr, accepter=True, begrundelse=" ")
    assert build(hr, accepter=True, begrundelse="Lageret er ryddet op")
    assert hr.under_way().gang.trin[-2].data["begrundelse"] == "Lageret er ryddet op"


def test_a_delivery_that_cannot_be_read_leaves_a_sentence_and_nothing_on_the_disk(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    kilde = write_ny(tmp_path / "ny")
    next(kilde.glob("organisation*")).unlink()
    send_mappe(hr, kilde)
    assert not build(hr)
    stand = hr.under_way()
    assert (stand.bygges, stand.kan_accepteres) == ("standset", False)
    assert stand.saetning.startswith("Leverancen mangler") or "organisation" in stand.saetning.lower()
    assert waiting(hr) == [".d.duckdb.fremdrift"]


def test_one_round_at_a_time_and_who_began_it_is_named(hr: Hr, anden: Hr) -> None:
    begin(hr)
    with pytest.raises(Brugerfejl, match=r"^Et kvartal er allerede begyndt, af hr1\."):
        begin(anden)
    give_up(anden)
    begin(anden)
    assert anden.under_way().gang.af == "hr2"


def test_two_who_build_at_once_are_one(hr: Hr, anden: Hr, tmp_path: Path) -> None:
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    laas = take_koersel(hr.miljoe.database)
    try:
        assert is_running(hr.miljoe.database)
        for handling in (lambda: build(anden), lambda: give_up(anden)):
            with pytest.raises(Brugerfejl, match=r"^Databasen d\.duckdb bygges allerede af en anden\."):
                handling()
        with pytest.raises(Brugerfejl, match="^En leverance bygges nu"):
            send_mappe(anden, write_ny(tmp_path / "igen"))
    finally:
        os.close(laas)
    assert not is_running(hr.miljoe.database)


def test_a_build_another_hr_replaced_meanwhile_is_not_put_in_use(hr: Hr, anden: Hr, tmp_path: Path) -> None:
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    set_af_den_foerste = str(hr.under_way().bygning_id)
    send_mappe(anden, write_god(tmp_path / "god"))
    with pytest.raises(Brugerfejl, match="^Leverancen er en anden, end da du så den"):
        put_in_use(hr, set_af_den_foerste)
    assert build(anden)
    with pytest.raises(Brugerfejl, match="^Leverancen er en anden, end da du så den"):
        put_in_use(hr, set_af_den_foerste)
    put_in_use(anden, str(anden.under_way().bygning_id))


def test_figures_that_came_into_use_meanwhile_are_not_replaced_unseen(hr: Hr, tmp_path: Path) -> None:
    """The nightly build came between: the candidate was held against another."""
    database = hr.miljoe.database
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    nyt = str(hr.under_way().bygning_id)
    natlig = kandidat_of(database).read_bytes()
    send_mappe(hr, write_god(tmp_path / "god"))
    assert build(hr)
    database.write_bytes(natlig)
    assert read_bygning_id(hr.miljoe) == nyt
    foer = snapshot(database.parent)
    with pytest.raises(Brugerfejl, match="^Tallene i brug er skiftet"):
        put_in_use(hr, str(hr.under_way().bygning_id))
    assert snapshot(database.parent)["d.duckdb"] == foer["d.duckdb"]


def test_words_are_written_on_the_version_one_read_or_not_at_all(hr: Hr, anden: Hr) -> None:
    begin(hr)
    assert write_field(hr, "indsats", "Møder i alle afdelinger", laest=0) == 1
    with pytest.raises(Brugerfejl, match="^hr1 har skrevet i feltet"):
        write_field(anden, "indsats", "Noget andet", laest=0)
    assert write_field(anden, "indsats", "Møder og kurser", laest=1) == 2
    nu = hr.under_way().gang.ord["indsats"]
    assert (nu.tekst, nu.af, nu.version) == ("Møder og kurser", "hr2", 2)


@pytest.mark.parametrize("tekst", ["Xenia Qvistgaard er tilbage", "731001 er tilbage", "x" * 4001, "a\x07b"])
def test_words_name_nobody_and_are_plain_text(hr: Hr, tekst: str) -> None:
    begin(hr)
    with pytest.raises(Brugerfejl):
        write_field(hr, "konklusion", tekst, laest=0)
    assert hr.under_way().gang.ord == {}


def test_each_warning_has_a_reason_or_the_step_is_open(hr: Hr) -> None:
    begin(hr)
    choose_nuvaerende(hr)
    stand = hr.under_way()
    advarsler = [navn for navn, _ in list_advarsler(hr.open(stand))]
    for grunde in ({"findes_ikke": "Kendt"}, {}, *({navn: "  "} for navn in advarsler)):
        with pytest.raises(Brugerfejl):
            acknowledge(hr, grunde)
    assert judge_trin(stand, ["en"])["advarsler"] == "nu"
    assert judge_trin(stand, [])["advarsler"] == "faerdig"


def test_the_figures_in_use_can_be_the_quarters(hr: Hr, miljoe: Miljoe) -> None:
    begin(hr)
    choose_nuvaerende(hr)
    stand = hr.under_way()
    assert (stand.bygges, stand.er_i_brug, stand.bygning_id) == ("bygget", True, read_bygning_id(miljoe))


def test_nothing_is_locked_before_it_is_fetched(hr: Hr) -> None:
    begin(hr)
    with pytest.raises(Brugerfejl, match="^Tag de nye tal i brug først"):
        lock(hr, dato=date(2025, 9, 1), udgivet=NU.date(), moede="Chefforum")
    with pytest.raises(Brugerfejl, match="^Skriv, hvilket møde"):
        lock(hr, dato=date(2025, 9, 1), udgivet=NU.date(), moede=" ")


def test_giving_up_deletes_what_waited_and_replaces_nothing(hr: Hr, tmp_path: Path) -> None:
    gammel = hr.miljoe.database.read_bytes()
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    give_up(hr)
    assert (waiting(hr), hr.miljoe.database.read_bytes()) == ([], gammel)
    with pytest.raises(Brugerfejl, match="^Der er ikke et kvartal i gang"):
        send_mappe(hr, tmp_path / "ny")
    nyeste = read_newest(hr.miljoe.lager)
    assert nyeste is not None and nyeste.er_slut and follow(nyeste).laast is None


@pytest.mark.parametrize("bruger", ["l1", "c1", "oe1", "d1", "ingen", ""])
def test_nobody_but_hr_enters(miljoe: Miljoe, bruger: str) -> None:
    with pytest.raises(IngenAdgang):
        enter(Bruger(bruger), miljoe)


def test_hr_who_looks_as_somebody_else_does_not_enter(miljoe: Miljoe) -> None:
    with pytest.raises(IngenAdgang):
        enter(Bruger("hr1", som="hr2"), miljoe)


def test_the_server_begins_with_nothing_left_of_what_nobody_waits_for(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    [venter] = waiting(hr)
    sted = hr.miljoe.database.parent
    for rest in (".d.duckdb.indlevering", ".d.duckdb.leverance-0123456789abcdef"):
        (sted / rest).mkdir()
        (sted / rest / "0000.lukket").write_bytes(b"halvt")
    clean_up(hr.miljoe)
    assert waiting(hr) == [venter]
    clean_up(replace(hr.miljoe))
    give_up(hr)
    clean_up(hr.miljoe)
    assert waiting(hr) == []


def test_every_step_has_its_words() -> None:
    assert set(tekster_kvartal.TRIN) == set(judge_trin_of_nothing())


def judge_trin_of_nothing() -> dict[str, str]:
    from pipeline.lager.kvartaler import Gang

    return dict(judge_trin(follow(Gang(1, "hr1", "")), []))
