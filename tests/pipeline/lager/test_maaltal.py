"""The history of the måltal, in both stores: proposed, answered once, decided, taken back, and kept as it was."""

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
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, Hvad, read_log
from pipeline.lager.maaltal import (
    AFVIST,
    FORESLAAET,
    GODKENDT,
    TILBAGETAGET,
    Beslutning,
    NytMaaltal,
    answer_maaltal,
    find_aabne,
    find_gaeldende,
    follow_leverance,
    propose_maaltal,
    prune_maaltal,
    read_beslutninger,
    read_besluttede,
    set_maaltal,
)
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.tekster import lager as tekster_lager

NU = datetime(2025, 9, 1, 12, tzinfo=UTC)
NY = NytMaaltal(81583, 2026, 125, "Som naboerne")


def hvem(hvad: Hvad = "måltal foreslået", navn: str = "c1") -> Haendelse:
    return Haendelse(navn, hvad, "Måltal", noder=(81583,))


def propose(lager: Lager, ny: NytMaaltal = NY) -> int:
    return propose_maaltal(lager, ny, hvem(), nu=NU)


def decide(lager: Lager, ny: NytMaaltal = NY) -> int:
    return set_maaltal(lager, ny, hvem("måltal sat", "hr1"), nu=NU)


def answer(lager: Lager, nr: int, tilstand: str, begrundelse: str = "") -> int:
    return answer_maaltal(lager, nr, tilstand, begrundelse, hvem("måltal godkendt", "hr1"), nu=NU)  # type: ignore[arg-type]


def steps(lager: Lager) -> list[tuple[str, int | None, int | None, str]]:
    return [(b.tilstand, b.foer, b.maaltal, b.af) for b in read_beslutninger(lager)]


def test_a_proposal_is_approved_and_the_whole_way_stands(lager: Lager) -> None:
    decide(lager, replace(NY, tiendedele=140))
    nr = propose(lager)
    assert [b.id for b in find_aabne(read_beslutninger(lager))] == [nr]
    assert read_besluttede(lager) == [(81583, 2026, 1_400_000_000)]
    svar = answer(lager, nr, GODKENDT)
    *_, sidste = read_beslutninger(lager)
    assert sidste == Beslutning(svar, nr, 81583, 2026, 140, 125, GODKENDT, "", "hr1", "2025-09-01T12:00:00.000000Z")
    assert steps(lager)[:2] == [(GODKENDT, None, 140, "hr1"), (FORESLAAET, 140, 125, "c1")]
    assert read_besluttede(lager) == [(81583, 2026, 1_250_000_000)]
    assert find_aabne(read_beslutninger(lager)) == []
    log = read_log(lager, fra=date(2025, 9, 1), til=date(2025, 9, 1))
    assert log.select("hvem", "hvad").rows()[::-1] == [
        ("hr1", "måltal sat"),
        ("c1", "måltal foreslået"),
        ("hr1", "måltal godkendt"),
    ]
    assert verify_log(lager).antal == 3


@pytest.mark.parametrize("tilstand", [GODKENDT, AFVIST, TILBAGETAGET])
def test_a_proposal_is_answered_once(lager: Lager, tilstand: str) -> None:
    nr = propose(lager)
    answer(lager, nr, AFVIST, "For lavt")
    for nummer in (nr, nr + 7):
        with pytest.raises(Brugerfejl) as fejl:
            answer(lager, nummer, tilstand)
        assert str(fejl.value) == tekster_lager.MAALTAL_FINDES_IKKE.format(nr=nummer)
    assert steps(lager) == [(FORESLAAET, None, 125, "c1"), (AFVIST, None, 125, "hr1")]
    assert read_besluttede(lager) == []
    assert verify_log(lager).antal == 2  # what is refused is in no log


def test_what_is_decided_can_be_taken_back_and_is_not_approved_or_rejected(lager: Lager) -> None:
    """The decision before it does not come back: then there is none."""
    decide(lager, replace(NY, tiendedele=140))
    nr = decide(lager)
    for tilstand in (GODKENDT, AFVIST):
        with pytest.raises(Brugerfejl, match="kan ikke besvares"):
            answer(lager, nr, tilstand)
    with pytest.raises(Brugerfejl, match="kan ikke besvares"):
        answer(lager, nr - 1, TILBAGETAGET)  # no longer in force
    answer(lager, nr, TILBAGETAGET, "Fejl")
    assert steps(lager)[-1] == (TILBAGETAGET, 125, None, "hr1")
    assert read_besluttede(lager) == []
    decide(lager)
    assert read_besluttede(lager) == [(81583, 2026, 1_250_000_000)]


def test_one_proposal_a_unit_and_year_is_open_at_a_time(lager: Lager) -> None:
    nr = propose(lager)
    with pytest.raises(Brugerfejl) as fejl:
        propose(lager, replace(NY, tiendedele=126))
    assert str(fejl.value) == tekster_lager.MAALTAL_FORESLAAET.format(nr=nr)
    propose(lager, replace(NY, aar=2027))
    propose(lager, replace(NY, enhed_id=81584))
    answer(lager, nr, TILBAGETAGET)
    propose(lager, replace(NY, tiendedele=126))


def test_what_is_decided_already_is_neither_proposed_nor_decided_nor_approved(lager: Lager) -> None:
    nr = propose(lager)
    decide(lager)
    for handling in (decide, lambda lager: propose(lager, replace(NY)), lambda lager: answer(lager, nr, GODKENDT)):
        with pytest.raises(Brugerfejl):
            handling(lager)
    assert len(steps(lager)) == 2


def test_no_step_is_changed(lager: Lager) -> None:
    decide(lager)
    with pytest.raises(DBAPIError, match="kan ikke ændres"), lager.engine.begin() as con:
        con.execute(text("update maaltal_beslutninger set maaltal = 1"))
    assert verify_log(lager).fund == ()


def test_two_answers_to_one_step_are_refused_by_the_store_itself(lager: Lager) -> None:
    nr = propose(lager)
    answer(lager, nr, AFVIST)
    saetning = (
        "insert into maaltal_beslutninger (svarer_paa, enhed_id, aar, tilstand, begrundelse, af, tid) "
        f"values ({nr}, 1, 2026, 'godkendt', '', 'x', 'x')"
    )
    with pytest.raises(DBAPIError), lager.engine.begin() as con:
        con.execute(text(saetning))


def test_a_delivery_that_says_otherwise_proposes_once_and_takes_back_what_it_no_longer_says(lager: Lager) -> None:
    decide(lager)

    def follow(*siger: tuple[int, int, int]) -> list[tuple[str, int | None]]:
        foer = len(read_beslutninger(lager))
        follow_leverance(lager, siger, bygning_id="b", nu=NU)
        return [(b.tilstand, b.maaltal) for b in read_beslutninger(lager)[foer:]]

    assert follow((81583, 2026, 130)) == [(FORESLAAET, 130)]
    assert follow((81583, 2026, 130)) == []  # the next night's build
    assert follow((81583, 2026, 131)) == [(TILBAGETAGET, 130), (FORESLAAET, 131)]
    [aabent] = find_aabne(read_beslutninger(lager))
    assert (aabent.af, aabent.foer, aabent.begrundelse) == ("leverance", 125, tekster_lager.MAALTAL_LEVERET)
    answer(lager, aabent.id, AFVIST, "Gammel liste")
    assert follow((81583, 2026, 131)) == []  # it was rejected, and is not asked of again
    assert follow() == []
    assert follow((81583, 2026, 130)) == [(FORESLAAET, 130)]  # taken back before, and said again
    assert follow() == [(TILBAGETAGET, 130)]
    log = read_log(lager, fra=date(2025, 9, 1), til=date(2025, 9, 1))
    assert log.filter(hvem="bygning")["hvad"].to_list()[::-1] == [
        "måltal foreslået",
        "måltal trukket tilbage",
        "måltal foreslået",
        "måltal foreslået",
        "måltal trukket tilbage",
    ]


def test_a_delivery_may_propose_beside_a_chef_and_what_it_proposed_may_be_approved(lager: Lager) -> None:
    decide(lager)
    propose(lager, replace(NY, tiendedele=120))
    follow_leverance(lager, [(81583, 2026, 130)], bygning_id="b", nu=NU)
    answer(lager, find_aabne(read_beslutninger(lager))[-1].id, GODKENDT)
    assert read_besluttede(lager) == [(81583, 2026, 1_300_000_000)]
    assert [b.af for b in find_aabne(read_beslutninger(lager))] == ["c1"]


def test_retention_takes_the_years_before_and_leaves_the_rest_as_it_was(lager: Lager) -> None:
    nr = propose(lager, replace(NY, aar=2020))
    answer(lager, nr, GODKENDT)
    decide(lager, replace(NY, aar=2021))
    with lager.write() as con:
        assert prune_maaltal(con, hvem("måltal slettet", "bygning"), foer_aar=2021) == 2
        assert prune_maaltal(con, hvem("måltal slettet", "bygning"), foer_aar=2021) == 0
    assert [b.aar for b in read_beslutninger(lager)] == [2021]
    assert verify_log(lager).antal == 4


def test_a_copy_holds_them_and_numbers_go_on_and_an_older_copy_has_none(lager: Lager, tmp_path: Path) -> None:
    nr = propose(lager)
    svar = answer(lager, nr, GODKENDT)
    foer = read_beslutninger(lager)
    fil, aeldre = tmp_path / "kopi.json", tmp_path / "aeldre.json"
    backup_lager(lager, fil)
    restore_lager(lager, fil, overskriv_af="hr")
    assert read_beslutninger(lager) == foer
    assert decide(lager, replace(NY, tiendedele=1)) > svar
    indhold = json.loads(fil.read_text())
    del indhold["maaltal_beslutninger"]
    aeldre.write_text(json.dumps(indhold))
    restore_lager(lager, aeldre, overskriv_af="hr")
    assert read_beslutninger(lager) == []


def test_the_reason_is_as_long_as_the_column_has_room_for(lager: Lager) -> None:
    decide(lager, replace(NY, begrundelse="ø" * HOEJST_BEGRUNDELSE))
    assert read_beslutninger(lager)[0].begrundelse == "ø" * HOEJST_BEGRUNDELSE


def test_the_newest_decision_is_in_force() -> None:
    def step(nr: int, tilstand: str, maaltal: int | None, svarer_paa: int | None = None) -> Beslutning:
        return Beslutning(nr, svarer_paa, 1, 2026, None, maaltal, tilstand, "", "hr", "")  # type: ignore[arg-type]

    alle = [step(1, GODKENDT, 10), step(2, FORESLAAET, 9), step(3, TILBAGETAGET, 9, 2), step(4, AFVIST, 8, 99)]
    assert find_gaeldende(alle) == {(1, 2026): alle[0]}
    assert find_gaeldende([*alle, step(5, TILBAGETAGET, None, 1)]) == {}
    assert find_gaeldende([*alle, step(5, GODKENDT, 7), step(6, TILBAGETAGET, None, 5)]) == {}
