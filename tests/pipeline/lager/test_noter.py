"""Notes in both databases: none is lost, none is changed, half of one does not exist."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select, text
from sqlalchemy.exc import DatabaseError

from pipeline.fejl import Brugerfejl
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.log import Haendelse
from pipeline.lager.noter import NyNote, add_note, prune_noter, read_active_noter, undo_note
from pipeline.lager.skema import log, noter, udsendelser
from pipeline.lager.udsendelser import begin_udsendelse, end_udsendelse, read_udsendelser, write_udsendelse
from pipeline.lager.varsler import Kendt, add_bygning, find_previous_udtraek, read_kendte, register_varsler
from tests.conftest import PERSONNOEGLE

DAG = date(2025, 6, 16)
NU = datetime(2025, 6, 16, 12, tzinfo=UTC)


def note(person="p", regel="kontakt_2"):
    return NyNote(person, regel, DAG, DAG, DAG, "kontaktet")


def hvem(bruger="la"):
    return Haendelse(bruger, "opfølgning noteret", "Opfølgning", antal_personer=1)


def test_two_leaders_writing_at_once_lose_nothing(lager):
    with ThreadPoolExecutor(8) as traade:
        list(traade.map(lambda nr: add_note(lager, note(f"p{nr % 3}"), hvem(f"l{nr % 2}"), nu=NU), range(40)))
    assert len(read_active_noter(lager)) == 40
    assert len({n.id for n in read_active_noter(lager)}) == 40
    assert verify_log(lager).antal == 40
    assert verify_log(lager).brudt_ved is None


def test_a_note_is_undone_once_however_many_try(lager):
    nr = add_note(lager, note(), hvem(), nu=NU)

    def undo(_):
        try:
            undo_note(lager, nr, hvem(), nu=NU)
        except Brugerfejl:
            return 0
        return 1

    with ThreadPoolExecutor(8) as traade:
        assert sum(traade.map(undo, range(8))) == 1
    assert read_active_noter(lager) == []


def test_no_note_can_be_changed(lager):
    add_note(lager, note(), hvem(), nu=NU)
    with pytest.raises(DatabaseError), lager.engine.connect() as con:
        con.execute(text("update noter set handling = 'samtale holdt'"))
    assert read_active_noter(lager)[0].handling == "kontaktet"


def test_a_note_and_its_row_in_the_log_stand_or_fall_together(lager):
    with pytest.raises(Brugerfejl):
        add_note(lager, note(), Haendelse(None, "opfølgning noteret"), nu=NU)  # a log row without who
    with lager.read() as con:
        assert con.execute(select(func.count()).select_from(noter)).scalar() == 0
        assert con.execute(select(func.count()).select_from(log)).scalar() == 0


DRAEBT = """
import os, signal, sys
from datetime import UTC, date, datetime, timedelta
import pipeline.lager.noter as modul
from pipeline.lager.lager import open_lager
from pipeline.lager.log import Haendelse

lager, dag = open_lager(sys.argv[1], sys.argv[2]), date(2025, 6, 16)
modul.append = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
ny = modul.NyNote("p", "kontakt_2", dag, dag, dag, "kontaktet")
modul.add_note(lager, ny, Haendelse("la", "opfølgning noteret"), nu=datetime.now(UTC))
"""


def test_a_killed_process_leaves_no_half_note(lager, url):
    svar = subprocess.run([sys.executable, "-c", DRAEBT, url, PERSONNOEGLE], env=os.environ, check=False)
    assert svar.returncode == -signal.SIGKILL
    assert read_active_noter(lager) == []
    add_note(lager, note(), hvem(), nu=NU)
    assert len(read_active_noter(lager)) == 1


def test_pruning_takes_who_left_and_what_is_old_with_what_undid_it(lager):
    add_note(lager, note("ude"), hvem(), nu=NU)
    undo_note(lager, add_note(lager, note("ude"), hvem(), nu=NU), hvem(), nu=NU)
    add_note(lager, note("inde"), hvem(), nu=NU)
    with lager.write() as con:
        assert prune_noter(con, hvem("bygning"), fratraadte=frozenset({"ude"}), foer=DAG) == 3
    assert [n.person for n in read_active_noter(lager)] == ["inde"]
    with lager.write() as con:
        assert prune_noter(con, hvem("bygning"), fratraadte=frozenset(), foer=date(2025, 6, 17)) == 1
        assert con.execute(select(func.count()).select_from(noter)).scalar() == 0


def test_a_notice_is_first_seen_once_and_withdrawn_while_it_is_gone(lager):
    a, b = ("p", "kontakt_2", DAG), ("q", "kontakt_2", DAG)
    kendt = Kendt(forfald=DAG, foerst_set=date(2025, 6, 17))

    def register(nye, alle, dag):
        with lager.write() as con:
            register_varsler(con, nye, alle, dag=dag, fra=date(2025, 1, 1))
        return {tuple(k[:3]): k[3] for k in read_kendte(lager, "x")[0]}

    assert register({a: kendt, b: kendt}, [a, b], date(2025, 6, 17)) == {a: kendt.foerst_set, b: kendt.foerst_set}
    assert register({}, [b], date(2025, 6, 18)) == {b: kendt.foerst_set}
    senere = Kendt(forfald=DAG, foerst_set=date(2025, 6, 19))
    assert register({a: senere, b: senere}, [a, b], date(2025, 6, 19)) == {a: kendt.foerst_set, b: kendt.foerst_set}


def test_the_pace_of_deliveries_is_from_the_newest_one_before(lager):
    with lager.write() as con:
        assert find_previous_udtraek(con, DAG) is None
        for nr, dag in enumerate((date(2025, 6, 1), date(2025, 6, 10), DAG, date(2025, 6, 20))):
            add_bygning(con, f"b{nr}", udtraeksdato=dag, hverdage_imellem=nr)
        add_bygning(con, "b1", udtraeksdato=DAG, hverdage_imellem=99)
        assert find_previous_udtraek(con, DAG) == date(2025, 6, 10)
    assert read_kendte(lager, "b1")[1] == 1
    assert read_kendte(lager, "findes_ikke")[1] is None


def test_the_outbox_keeps_one_message_a_day_and_user(lager):
    for _ in range(2):
        write_udsendelse(lager, DAG, "la", domaene="eksempel.invalid", nu=NU)
    (skrevet,) = read_udsendelser(lager, DAG)
    foerste, anden = begin_udsendelse(lager, DAG, "la"), begin_udsendelse(lager, DAG, "la")
    assert {skrevet.besked_id, foerste.besked_id, anden.besked_id} == {skrevet.besked_id}
    assert (skrevet.forsoeg, foerste.forsoeg, anden.forsoeg) == (0, 1, 2)
    end_udsendelse(lager, DAG, "la", "sendt", af="x", nu=NU)
    assert begin_udsendelse(lager, DAG, "la") is None
    assert begin_udsendelse(lager, DAG, "findes_ikke") is None


def test_a_message_written_anew_after_its_row_was_lost_has_the_same_id(lager):
    write_udsendelse(lager, DAG, "la", domaene="eksempel.invalid", nu=NU)
    (foer,) = read_udsendelser(lager, DAG)
    with lager.write() as con:
        con.execute(delete(udsendelser))
    write_udsendelse(lager, DAG, "la", domaene="eksempel.invalid", nu=NU + timedelta(hours=1))
    write_udsendelse(lager, DAG, "lb", domaene="eksempel.invalid", nu=NU)
    efter, anden = read_udsendelser(lager, DAG)
    assert efter.besked_id == foer.besked_id != anden.besked_id


def test_a_copy_holds_the_follow_up_and_an_older_copy_without_it_is_still_a_copy(lager, tmp_path):
    add_note(lager, note(), hvem(), nu=NU)
    write_udsendelse(lager, DAG, "la", domaene="eksempel.invalid", nu=NU)
    with lager.write() as con:
        register_varsler(con, {("p", "r", DAG): Kendt(DAG, DAG)}, [], dag=DAG, fra=DAG)
    fil = tmp_path / "kopi.json"
    backup_lager(lager, fil)
    foer = read_active_noter(lager), read_udsendelser(lager, DAG), read_kendte(lager, "x")
    restore_lager(lager, fil, overskriv_af="hr")
    assert (read_active_noter(lager), read_udsendelser(lager, DAG), read_kendte(lager, "x")) == foer
    assert add_note(lager, note(), hvem(), nu=NU) > foer[0][0].id
    gammel = {
        navn: rk
        for navn, rk in json.loads(fil.read_text()).items()
        if navn in ("adgang", "identiteter", "log", "loganker")
    }
    aeldre = tmp_path / "aeldre.json"
    aeldre.write_text(json.dumps(gammel))
    restore_lager(lager, aeldre, overskriv_af="hr")
    assert read_active_noter(lager) == []


def test_a_note_can_be_deleted_when_its_time_is_up(lager):
    add_note(lager, note(), hvem(), nu=NU)
    with lager.write() as con:
        con.execute(delete(noter))
    assert read_active_noter(lager) == []
