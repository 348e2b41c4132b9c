"""What hr sets for every quarter, and the lock that ends a round, in both stores."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from pipeline.fejl import Brugerfejl
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.kvartaler import begin_gang, lock_gang, prune_kvartaler, read_newest
from pipeline.lager.kvartalsvalg import read_datoer, set_datoer
from pipeline.lager.laase import NyLaas, lock_kvartal, read_laase
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, read_log
from pipeline.lager.skema import kvartalsvalg

NU = datetime(2025, 8, 20, 12, tzinfo=UTC)
FEB, AUG = date(2026, 2, 11), date(2026, 8, 19)
LAAST = Haendelse("hr1", "kvartal låst", "Kvartalet")
NY = NyLaas("2025K2", date(2025, 8, 20), date(2025, 8, 27), b"{}", moedenavn="Chefforum")


def choose(lager: Lager, *datoer: date, nu: datetime = NU) -> None:
    set_datoer(lager, datoer, Haendelse("hr1", "kvartal valg"), nu=nu)


def test_the_dates_set_last_are_in_force_in_order_and_none_is_not_never(lager: Lager) -> None:
    assert read_datoer(lager) is None
    choose(lager, AUG, FEB, AUG)
    assert read_datoer(lager) == (FEB, AUG)
    choose(lager)
    assert read_datoer(lager) == ()
    assert verify_log(lager).antal == 2


def test_what_was_set_is_not_changed_and_goes_when_its_time_is_up_but_what_is_in_force(lager: Lager) -> None:
    choose(lager, FEB, nu=datetime(2020, 1, 1, tzinfo=UTC))
    choose(lager, AUG, nu=datetime(2020, 2, 1, tzinfo=UTC))
    with pytest.raises(DBAPIError, match="kan ikke ændres"), lager.engine.begin() as con:
        con.execute(text("update kvartalsvalg set vaerdi = '[]'"))
    with lager.write() as con:
        assert prune_kvartaler(con, Haendelse("hr1", "kvartaler slettet"), foer=date(2024, 1, 1)) == 1
    with lager.read() as con:
        assert con.execute(select(func.count()).select_from(kvartalsvalg)).scalar() == 1
    assert read_datoer(lager) == (AUG,)


def test_a_copy_holds_the_dates_and_which_meeting(lager: Lager, tmp_path: Path) -> None:
    choose(lager, FEB)
    lock_kvartal(lager, NY, LAAST, nu=NU)
    backup_lager(lager, tmp_path / "kopi.json")
    restore_lager(lager, tmp_path / "kopi.json", overskriv_af="hr")
    choose(lager, AUG)
    assert read_datoer(lager) == (AUG,)
    assert [(laas.moede, laas.moedenavn) for laas in read_laase(lager)] == [(date(2025, 8, 27), "Chefforum")]


def test_the_lock_and_the_end_of_the_round_are_both_there_or_neither_and_one_row_of_the_log(lager: Lager) -> None:
    gang = begin_gang(lager, Haendelse("hr1", "kvartal begyndt"), nu=NU)
    for_tidligt = replace(NY, udgivet=date(2025, 6, 30))
    with pytest.raises(Brugerfejl, match="før det er slut"):
        lock_gang(lager, gang, for_tidligt, LAAST, nu=NU, data={"kvartal": "2025K2"})
    assert (read_laase(lager), read_newest(lager).er_slut) == ([], False)  # type: ignore[union-attr]
    lock_gang(lager, gang, NY, LAAST, nu=NU, data={"kvartal": "2025K2"})
    assert [(laas.kvartal, laas.moedenavn, laas.af) for laas in read_laase(lager)] == [("2025K2", "Chefforum", "hr1")]
    assert read_newest(lager).er_slut  # type: ignore[union-attr]
    log = read_log(lager, fra=NU.date(), til=NU.date())
    assert list(log["hvad"]).count("kvartal låst") == 1
    with pytest.raises(Brugerfejl):
        lock_gang(lager, gang, NY, LAAST, nu=NU, data={})


def test_a_quarter_locked_with_other_figures_does_not_end_the_round(lager: Lager) -> None:
    lock_kvartal(lager, replace(NY, indhold=b'{"andre": 1}'), LAAST, nu=NU)
    gang = begin_gang(lager, Haendelse("hr2", "kvartal begyndt"), nu=NU)
    with pytest.raises(Brugerfejl, match=r"2\. kvartal 2025 er allerede låst af hr1"):
        lock_gang(lager, gang, NY, replace(LAAST, hvem="hr2"), nu=NU, data={})
    assert not read_newest(lager).er_slut  # type: ignore[union-attr]
