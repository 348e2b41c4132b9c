"""What has been agreed for units, in both stores: added, ended, kept as it was, and deleted when its time is up."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from pipeline.fejl import Brugerfejl
from pipeline.lager.indsatser import (
    NyIndsats,
    add_indsats,
    end_indsats,
    prune_indsatser,
    read_indsatser,
)
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, read_log
from pipeline.lager.skema import HOEJST_TEGN, indsatsslut
from pipeline.tekster import lager as tekster_lager

NU = datetime(2025, 9, 1, 12, tzinfo=UTC)
NY = NyIndsats(81583, "Ledelse", date(2025, 8, 1), None, "Leder", "Fast møde hver mandag")


def hvem(hvad: str = "indsats aftalt", navn: str = "c1") -> Haendelse:
    return Haendelse(navn, hvad, "Indsatser", noder=(81583,))  # type: ignore[arg-type]


def test_what_is_agreed_is_read_again_with_who_and_when_and_stands_in_the_log(lager: Lager) -> None:
    id_ = add_indsats(lager, NY, hvem(), nu=NU)
    (indsats,) = read_indsatser(lager)
    assert (indsats.id, indsats.af, indsats.tid, indsats.afsluttet) == (id_, "c1", "2025-09-01T12:00:00.000000Z", None)
    assert {navn: vars(indsats)[navn] for navn in vars(NY)} == vars(NY)
    log = read_log(lager, fra=date(2025, 9, 1), til=date(2025, 9, 1))
    assert log.select("hvem", "hvad", "noder").rows() == [("c1", "indsats aftalt", [81583])]


def test_one_is_ended_once_and_is_still_there(lager: Lager) -> None:
    id_ = add_indsats(lager, NY, hvem(), nu=NU)
    end_indsats(lager, id_, hvem("indsats afsluttet", "hr1"), dato=date(2025, 9, 1), nu=NU)
    (indsats,) = read_indsatser(lager)
    assert (indsats.til, indsats.afsluttet) == (None, date(2025, 9, 1))
    for nummer in (id_, id_ + 1):
        with pytest.raises(Brugerfejl, match="findes ikke mere"):
            end_indsats(lager, nummer, hvem("indsats afsluttet"), dato=date(2025, 9, 2), nu=NU)
    assert verify_log(lager).antal == 2


def test_none_ends_before_it_begins(lager: Lager) -> None:
    id_ = add_indsats(lager, NY, hvem(), nu=NU)
    with pytest.raises(Brugerfejl) as fejl:
        end_indsats(lager, id_, hvem("indsats afsluttet"), dato=date(2025, 7, 31), nu=NU)
    assert str(fejl.value) == tekster_lager.INDSATS_DATOER
    end_indsats(lager, id_, hvem("indsats afsluttet"), dato=NY.fra, nu=NU)


@pytest.mark.parametrize("saetning", ["update indsatser set tekst = 'x'", "update indsatsslut set af = 'x'"])
def test_no_row_is_changed(lager: Lager, saetning: str) -> None:
    id_ = add_indsats(lager, NY, hvem(), nu=NU)
    end_indsats(lager, id_, hvem("indsats afsluttet"), dato=date(2025, 9, 1), nu=NU)
    with pytest.raises(DBAPIError, match="en indsats kan ikke ændres"), lager.engine.begin() as con:
        con.execute(text(saetning))
    assert verify_log(lager).fund == ()


def test_retention_takes_what_was_over_and_its_end_and_nothing_under_way(lager: Lager) -> None:
    """Over before 1 September: one ended in August whatever was agreed, and one agreed to the last of August."""
    for til in (None, date(2025, 12, 31), date(2025, 8, 31), date(2025, 9, 1)):
        add_indsats(lager, replace(NY, til=til), hvem(), nu=NU)
    foerste, anden, tredje, fjerde = read_indsatser(lager)
    end_indsats(lager, anden.id, hvem("indsats afsluttet"), dato=date(2025, 8, 20), nu=NU)
    with lager.write() as con:
        assert prune_indsatser(con, hvem("indsatser slettet", "bygning"), foer=date(2025, 9, 1)) == 2
        assert con.execute(select(func.count()).select_from(indsatsslut)).scalar_one() == 0
    assert [indsats.id for indsats in read_indsatser(lager)] == [foerste.id, fjerde.id]
    assert tredje.id not in {foerste.id, fjerde.id}
    with lager.write() as con:
        assert prune_indsatser(con, hvem("indsatser slettet", "bygning"), foer=date(2025, 9, 1)) == 0


def test_a_copy_holds_them_and_numbers_go_on_and_an_older_copy_has_none(lager: Lager, tmp_path: Path) -> None:
    id_ = add_indsats(lager, NY, hvem(), nu=NU)
    end_indsats(lager, id_, hvem("indsats afsluttet"), dato=date(2025, 9, 1), nu=NU)
    fil, aeldre = tmp_path / "kopi.json", tmp_path / "aeldre.json"
    backup_lager(lager, fil)
    foer = read_indsatser(lager)
    restore_lager(lager, fil, overskriv_af="hr")
    assert read_indsatser(lager) == foer
    assert add_indsats(lager, NY, hvem(), nu=NU) > id_
    indhold = json.loads(fil.read_text())
    aeldre.write_text(json.dumps({navn: r for navn, r in indhold.items() if not navn.startswith("indsats")}))
    restore_lager(lager, aeldre, overskriv_af="hr")
    assert read_indsatser(lager) == []


def test_the_line_is_as_long_as_the_column_has_room_for(lager: Lager) -> None:
    add_indsats(lager, replace(NY, tekst="ø" * HOEJST_TEGN), hvem(), nu=NU)
    assert read_indsatser(lager)[0].tekst == "ø" * HOEJST_TEGN
