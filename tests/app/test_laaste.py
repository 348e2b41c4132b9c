"""Udgivne kvartaler: what hr is shown and can do there, and that nobody else meets any of it."""

from datetime import UTC, date, datetime

import pytest

from app.hent import make_fil
from app.miljoe import find_miljoe
from app.side import SOM
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.laase import read_berigtigelser, read_laase
from pipeline.lager.log import Haendelse, read_log, write_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from pipeline.status.berigtigelser import publish_kvartal
from pipeline.tekster import laaste as tekster
from tests.app.test_dashboard import (
    AGGREGAT,
    CHEF,
    HR,
    LEDER,
    demo,
    go,
    labels,
    links,
    open_page,
    tables,
    titles,
    words,
)

__all__ = ["demo", "open_page"]
pytestmark = [pytest.mark.langsom, pytest.mark.usefixtures("demo")]
LAENGE_SIDEN = date(2020, 1, 1)
SIDE = "Udgivne kvartaler"


@pytest.fixture
def publish(database):
    """2025K2 as published on 20 August 2025."""

    def lock():
        miljoe = find_miljoe()
        hr = open_scope(Bruger("hr0", er_kommandolinje=True), miljoe=miljoe, personer_til="prøve")
        dage = {"udgivet": date(2025, 8, 20), "moede": date(2025, 8, 27)}
        return publish_kvartal(hr, "2025K2", **dage, bruger="hr0", miljoe=miljoe)

    return lock


def choose(side, label):
    return next(felt for felt in side.text_input if felt.label == label)


def press(side, label):
    return next(knap for knap in side.button if knap.label == label).click().run()


def test_hr_sees_what_is_locked_by_whom_and_when_and_whether_the_quarter_is_endelig(open_page, publish):
    publish()
    side = open_page(HR, "laaste")
    assert titles(side) == [SIDE]
    assert "Nyeste kvartal, 2. kvartal 2025, er endeligt siden 14.07.2025. Det er udgivet 20.08.2025." in words(side)
    linje = "| 2. kvartal 2025 | 20.08.2025 | 27.08.2025 | 15.07.2025 | hr0 | Lageret | 13,6 |"
    assert linje in tables(side)[0]


def test_before_anything_is_locked_there_is_nothing_to_correct_or_lift(open_page):
    side = open_page(HR, "laaste")
    assert "Det er ikke udgivet endnu." in words(side)
    assert tekster.LAASE_INTET in words(side)
    assert not {tekster.RET_KNAP, tekster.OPHAEV_KNAP, tekster.LAV_FIL} & set(labels(side))


def test_hr_writes_a_correction_and_it_stands_on_the_page(open_page, publish):
    publish()
    side = open_page(HR, "laaste")
    assert "Ændret siden udgivelsen: Ingen af kommunens og afdelingernes tal er ændret." in words(side)
    press(side, tekster.RET_KNAP)
    assert [fejl.value for fejl in side.error] == [tekster.HVORFOR_MANGLER]
    choose(side, tekster.RET_HVORFOR).input("Figurteksten var forkert")
    choose(side, tekster.RET_ORIENTERET).input("Økonomiudvalget")
    press(side, tekster.RET_KNAP)
    assert tekster.BERIGTIGET.format(kvartal="2. kvartal 2025") in words(side)
    assert "| Figurteksten var forkert | Økonomiudvalget | u1 |" in tables(side)[1]
    assert [en.af for en in read_berigtigelser(find_miljoe().lager)] == ["u1"]


def test_hr_lifts_a_lock_with_a_reason_and_never_without(open_page, publish):
    publish()
    side = open_page(HR, "laaste")
    press(side, tekster.OPHAEV_KNAP)
    assert [fejl.value for fejl in side.error] == [tekster.GRUND_MANGLER]
    choose(side, tekster.OPHAEV_GRUND).input("Sagen blev trukket")
    press(side, tekster.OPHAEV_KNAP)
    assert tekster.LAASE_INTET in words(side)
    assert read_laase(find_miljoe().lager) == []


def test_who_fetched_the_case_before_it_was_published_is_counted(open_page, publish):
    publish()
    lager = find_miljoe().lager
    for dag, hvem in ((19, "hr2"), (20, "hr3"), (21, "hr4")):
        tid = datetime(2025, 8, dag, 8, tzinfo=UTC)
        write_log(lager, Haendelse(hvem, "eksport", "sygefravaer_status-2025K2.zip"), nu=tid)
    side = open_page(HR, "laaste")
    assert "Hentet **1 gang**, før 2. kvartal 2025 blev udgivet." in words(side)
    assert [linje.split(" | ")[1:] for linje in tables(side)[-1].splitlines()[1:]] == [
        ["hr2", "sygefravaer_status-2025K2.zip", "før udgivelsen |"],
        ["hr3", "sygefravaer_status-2025K2.zip", "efter |"],
        ["hr4", "sygefravaer_status-2025K2.zip", "efter |"],
    ]


def test_a_locked_file_is_fetched_by_hr_byte_for_byte_and_by_nobody_else(open_page, publish):
    indhold = publish()
    open_page(HR)
    for rolle, bruger in ((LEDER, "l1"), (CHEF, "c1"), (AGGREGAT, "a1"), (("dpo", 81000), "d1")):
        add_raekke(find_miljoe().lager, NyRaekke(bruger, "x@eksempel.invalid", *rolle, LAENGE_SIDEN, "Prøve"), af="hr0")
    bygning = open_scope(Bruger("u1"), miljoe=find_miljoe()).bygning_id

    def fetch(bruger, kvartal="2025K2"):
        billet = Billet("laast", {"kvartal": kvartal, "bygning": bygning})
        return make_fil(billet, Bruger(bruger), find_miljoe())

    assert fetch("u1").indhold == indhold
    assert [fetch(bruger) for bruger in ("l1", "c1", "a1", "d1")] == [None] * 4
    assert fetch("u1", "2025K1") is None


@pytest.mark.parametrize("rolle", [LEDER, CHEF, AGGREGAT, ("dpo", 81000)], ids=lambda rolle: rolle[0])
def test_nobody_but_hr_has_the_page(open_as, publish, rolle):
    publish()
    side = go(open_as(rolle), "laaste")
    assert titles(side) == ["Siden findes ikke"]
    assert not tables(side)
    assert "hr0" not in words(side)


def test_hr_who_looks_as_another_reads_and_changes_nothing(open_page, publish):
    publish()
    side = open_page(HR)
    ny = NyRaekke("hr9", "x@eksempel.invalid", "hr", 81000, LAENGE_SIDEN, "Prøve")
    add_raekke(find_miljoe().lager, ny, af="hr0")
    side.session_state[SOM] = "hr9"
    go(side, "laaste")
    assert tekster.SE_SOM in words(side)
    assert not {tekster.RET_KNAP, tekster.OPHAEV_KNAP} & set(labels(side))


def test_an_archive_that_contradicts_the_store_is_said(open_page, publish, tmp_path, monkeypatch):
    indhold = publish()
    (tmp_path / "arkiv").mkdir()
    (tmp_path / "arkiv" / "laast-2025K2.json").write_bytes(indhold.replace(b'"13.6"', b'"13.7"'))
    monkeypatch.setenv("SYGEFRAVAER_LAASTE", str(tmp_path / "arkiv"))
    fejl = [en.value for en in open_page(HR, "laaste").error]
    assert fejl == [tekster.LAGER_OG_FIL_UENIGE.format(kvartaler="2. kvartal 2025")]


def test_hrs_front_page_says_where_the_quarter_is(open_page, publish):
    saetning = "Nyeste kvartal, 2. kvartal 2025, er endeligt siden 14.07.2025. Det er ikke udgivet endnu."
    side = open_page(HR)
    assert links(side)[saetning] == "/laaste"
    publish()
    assert saetning.replace("ikke udgivet endnu", "udgivet 20.08.2025") in links(side.run())


def test_opening_the_page_without_a_lock_logs_no_persons(open_page):
    open_page(HR, "laaste")
    log = read_log(find_miljoe().lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))
    assert SIDE not in set(log.filter(hvad="personer")["hvor"])
