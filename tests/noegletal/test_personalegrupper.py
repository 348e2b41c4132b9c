"""The breakdown by personalegruppe on the demo: what drove the change, what is published, and who sees what."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger, Rettigheder
from pipeline.port.scope import Miljoe, preview_scope
from pipeline.report.personalegrupper import read_personalegrupper
from tests.conftest import PERSONNOEGLE, query

KOMMUNEN, GRUPPE = 81000, -1001
HR = Bruger("hr", er_kommandolinje=True)


@pytest.fixture(scope="module")
def miljoe(demo_database: Path) -> Miljoe:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    return Miljoe(demo_database, lager, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))


def test_the_kommunes_fall_is_within_the_personalegrupper(demo_database: Path) -> None:
    """From 1. to 2. kvartal 2025: −0.648 within, −0.038 of staff moved between them, −0.685 in all."""
    [(inden_for, flyttet)] = query(
        demo_database,
        f"""
        select sum(fortsat), sum(flyttet) from forklaringsdele inner join perioder using (vindue_nr)
        where deling = 'personalegrupper' and enhed_id = {KOMMUNEN} and skridt = 'kvartal' and periode = '2025K2'
        """,
    )
    assert inden_for == pytest.approx(-0.648, abs=0.0005)
    assert flyttet == pytest.approx(-0.038, abs=0.0005)


def test_the_parts_add_up_to_the_change_of_the_node(demo_database: Path) -> None:
    afvigelser = query(
        demo_database,
        """
        select abs(sum(dele.bidrag) - any_value(signaler.aendring))
        from forklaringsdele as dele
        inner join signaler
            on dele.enhed_id = signaler.enhed_id and dele.vindue_nr = signaler.vindue_nr
            and dele.skridt = signaler.skridt and signaler.slags = 'alt'
        where dele.deling = 'personalegrupper' group by dele.enhed_id, dele.vindue_nr, dele.skridt
        """,
    )
    assert len(afvigelser) == 4
    assert all(afvigelse < 1e-9 for (afvigelse,) in afvigelser)


def test_a_published_personalegruppe_has_twenty_employees_and_no_maaltal(demo_database: Path) -> None:
    raekker = query(
        demo_database,
        "select overordnet_id, navn, er_pulje, medarbejdere, maaltal from udgivne_tal "
        "where opdeling = 'personalegrupper'",
    )
    assert {over for over, *_ in raekker} == {KOMMUNEN, GRUPPE}
    assert all(medarbejdere >= 20 and maaltal is None for *_, medarbejdere, maaltal in raekker)
    assert ("Øvrige personalegrupper (4)", True) in {(navn, er_pulje) for _, navn, er_pulje, *_ in raekker}


def test_the_signal_is_that_of_the_function_all_changes_go_through(demo_database: Path) -> None:
    """Each personalegruppe has a z of its own employees, and its published change the same verdict."""
    uens = query(
        demo_database,
        """
        select 1 from udgivne_forskelle as forskelle
        inner join udgivne_tal as tal using (overordnet_id, gruppe_id, vindue_nr)
        inner join signaler
            on forskelle.gruppe_id = signaler.enhed_id and forskelle.vindue_nr = signaler.vindue_nr
            and forskelle.siden = signaler.skridt and signaler.slags = 'alt'
        where tal.opdeling = 'personalegrupper' and forskelle.er_signal <> signaler.er_signal
        """,
    )
    assert uens == []


@pytest.mark.parametrize(
    ("rettigheder", "noder"),
    [
        (Rettigheder(er_hr=True), [KOMMUNEN, GRUPPE]),
        (Rettigheder(chef=frozenset({KOMMUNEN})), [KOMMUNEN, GRUPPE]),
        (Rettigheder(chef=frozenset({81210})), [KOMMUNEN, GRUPPE]),
        (Rettigheder(leder=frozenset({81512})), [KOMMUNEN, GRUPPE]),
        (Rettigheder(aggregat=frozenset({KOMMUNEN})), [KOMMUNEN]),
        (Rettigheder(aggregat=frozenset({81200})), []),
        (Rettigheder(er_dpo=True), []),
    ],
    ids=["hr", "chef", "afdelingschef", "leder", "aggregat", "aggregat under", "dpo"],
)
def test_everybody_sees_the_published_table_or_none(rettigheder: Rettigheder, noder: list[int], miljoe: Miljoe) -> None:
    hr = preview_scope(HR, Rettigheder(er_hr=True), miljoe=miljoe)
    scope = preview_scope(HR, rettigheder, miljoe=miljoe)
    for node in (KOMMUNEN, GRUPPE):
        egne = read_personalegrupper(scope, node)
        assert egne.equals(read_personalegrupper(hr, node)) if node in noder else egne.is_empty()


@pytest.mark.parametrize("rolle", ["chef", "leder", "aggregat"])
def test_nobody_but_hr_has_more_than_the_published_table(rolle: str, miljoe: Miljoe) -> None:
    """Neither parts unrounded, nor signals with their z, nor sums of a personalegruppe by month or unit."""
    scope = preview_scope(HR, Rettigheder(**{rolle: frozenset({KOMMUNEN})}), miljoe=miljoe)  # type: ignore[arg-type]
    egne = {
        f"{tabel}.{kolonne}"
        for tabel, kolonne in (
            ("forklaringsdele", "enhed_id"), ("forklaringsdele", "del_id"), ("signaler", "enhed_id"),
            ("noegletal", "enhed_id"), ("enheder", "enhed_id"),
        )
        if scope._con.execute(
            f"select 1 from {tabel} where {kolonne} between -299999999 and -200000000 limit 1"
        ).fetchall()
    }  # fmt: skip
    assert egne == set()
    deling = scope._con.execute("select distinct deling from forklaringsdele").fetchall()
    assert ("personalegrupper",) not in deling
    tabeller = {tabel for (tabel,) in scope._con.execute("select table_name from duckdb_tables()").fetchall()}
    assert not {tabel for tabel in tabeller if tabel.startswith("personalegruppe")}
