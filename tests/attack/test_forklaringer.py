"""What changed, whether it is chance and what was to be expected: no role is given a row she may not see, whichever
node she asks for, and nobody's own part of a change is kept anywhere.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.port.scope import Scope
from tests.attack.conftest import AAVANG, SOLSIKKEN
from tests.conftest import query
from tests.omfang import held

CHEFENS, KOMMUNEN = 81210, 81000
MINDST_FORKLARET = 20
KOLONNER = {
    "signaler": "enhed_id vindue_nr skridt slags aendring z z_enheder omsaetning udsving er_signal grund",
    "forklaringsdele": "deling enhed_id del_id vindue_nr skridt fortsat flyttet skift er_lukket bidrag",
    "forklaringsklasser": "enhed_id vindue_nr skridt opdeling klasse antal bidrag",
    "forventet": "enhed_id vindue_nr forventet nedre oevre nedre_yderst oevre_yderst er_egen_maalestok tilstand "
    "er_vedvarende",
    "prognosegrundlag": "sidste_maaned faktor kommunens_faktor aarsusikkerhed",
}
PER_NODE = ("hvorfor", "hvorfor_dele", "hvorfor_klasser", "personalegrupper_hvorfor")
UDENFOR = "select enhed_id from enheder where enhed_id not in (select enhed_id from enhed_overordnede where {})"


def explained(scope: Scope, node: int) -> Iterator[tuple[str, Any]]:
    """The rows of every view of a node's change, of its history and of what was expected of it."""
    for periode in ("2025K2", "2024K4"):
        for visning in PER_NODE:
            yield visning, scope.rows(visning, enhed_id=node, periode=periode)
    for slags in ("alt", "kort", "lang"):
        yield "signalforloeb", scope.rows("signalforloeb", enhed_id=node, slags=slags)


def told_of(scope: Scope, noder: list[int]) -> set[tuple[str, int]]:
    return {(visning, node) for node in noder for visning, raekker in explained(scope, node) if not raekker.is_empty()}


def outside(database: Path, node: int) -> list[int]:
    return [enhed for (enhed,) in query(database, UDENFOR.format(f"overordnet_id = {node}"))]


def windows_before(database: Path) -> dict[tuple[int, str], int]:
    raekker = query(database, "select vindue_nr, vindue_nr_kvartal_foer, vindue_nr_aar_foer from perioder")
    return {(nr, skridt): foer for nr, *to in raekker for skridt, foer in zip(("kvartal", "aar"), to, strict=True)}


@pytest.mark.parametrize("tabel", KOLONNER)
def test_no_column_is_anybodys_before_it_is_looked_at(tabel: str, open_for: Callable[..., Scope]) -> None:
    kolonner = open_for("c1")._con.cursor().execute(f"describe {tabel}").fetchall()
    assert {kolonne for kolonne, *_ in kolonner} == set(KOLONNER[tabel].split())


def test_the_finished_database_holds_nobodys_part_of_a_change(demo_database: Path) -> None:
    """Who came and left, whose long absence ended and what each has moved are gone when the build is done."""
    kolonner = query(
        demo_database,
        "select table_name, list(column_name) from duckdb_columns() where database_name = 'maal' group by table_name",
    )
    tabeller = {tabel: set(egne) for tabel, egne in kolonner}
    assert tabeller.keys() & {"bidrag", "lange_forloeb", "kommet_og_gaaet", "kvartalstal", "gruppe_kvartaler"} == set()
    assert [tabel for tabel, egne in tabeller.items() if {"medarbejdernr", "par_nr"} <= egne] == []
    assert {"medarbejdernr"} <= tabeller["sygeceller"]


@pytest.mark.parametrize(("bruger", "node"), [("l1", AAVANG), ("l2", SOLSIKKEN)])
def test_a_leder_is_told_why_of_her_own_unit_and_of_no_other(
    bruger: str, node: int, open_for: Callable[..., Scope], demo_database: Path
) -> None:
    scope = open_for(bruger)
    egne = {(enhed,) for enhed in (node,)}
    for tabel in ("signaler", "forklaringsdele", "forklaringsklasser"):
        assert held(scope, tabel, "enhed_id") <= egne
    assert held(scope, "signaler", "enhed_id") == egne
    udgivne = held(scope, "udgivne_tal", "gruppe_id")
    assert held(scope, "forventet", "enhed_id") <= egne | udgivne
    udenfor = outside(demo_database, node)
    assert len(udenfor) > 100
    fundne = told_of(scope, udenfor)
    assert {visning for visning, _ in fundne} <= {"signalforloeb"}
    assert {(enhed,) for _, enhed in fundne} <= udgivne
    assert all(
        raekker["udsving"].is_null().all() for _, enhed in fundne for _, raekker in explained(scope, enhed)
        if "udsving" in raekker.columns
    )  # fmt: skip


@pytest.mark.parametrize(("bruger", "node"), [("c1", CHEFENS), ("c0", KOMMUNEN)])
def test_a_chef_is_told_of_groups_she_is_shown_in_both_windows_and_no_z(
    bruger: str, node: int, open_for: Callable[..., Scope], demo_database: Path
) -> None:
    scope, foer = open_for(bruger), windows_before(demo_database)
    tal = {
        (enhed, vindue): (gns, andel is not None)
        for enhed, vindue, gns, andel in held(
            scope, "noegletal", "enhed_id, vindue_nr, gns_medarbejdere, langtidsandel"
        )
    }
    signaler = held(scope, "signaler", "enhed_id, vindue_nr, skridt, slags, z, z_enheder, omsaetning, udsving")
    assert {enhed for enhed, *_ in signaler} > {node}
    for enhed, vindue, skridt, slags, *skjult in signaler:
        nu, da = tal[enhed, vindue], tal[enhed, foer[vindue, skridt]]
        assert slags == "alt" or (nu[1] and da[1])
        assert skjult == [None] * 4
    dele = held(scope, "forklaringsdele", "deling, enhed_id, vindue_nr, skridt, del_id")
    assert {deling for deling, *_ in dele} == {"inde"}
    for _, enhed, vindue, skridt, del_id in dele:
        egne, hendes = (
            {(enhed, vindue), (enhed, foer[vindue, skridt])},
            {(del_id, vindue), (del_id, foer[vindue, skridt])},
        )
        assert egne <= tal.keys()
        assert del_id == 0 or hendes <= tal.keys()
    klasser = held(scope, "forklaringsklasser", "enhed_id, vindue_nr, skridt, opdeling, antal")
    assert klasser
    for enhed, vindue, skridt, opdeling, antal in klasser:
        begge = tal[enhed, vindue], tal[enhed, foer[vindue, skridt]]
        assert min(gns for gns, _ in begge) >= MINDST_FORKLARET
        assert opdeling == "ansatte" or all(vises for _, vises in begge)
        assert antal is None or (antal >= 5 and antal % 5 == 0)
    fremmede = [enhed for enhed in outside(demo_database, node) if enhed > 0]
    udgivne = {gruppe for (gruppe,) in held(scope, "udgivne_tal", "gruppe_id")}
    fundne = told_of(scope, fremmede)
    assert {visning for visning, _ in fundne} <= {"signalforloeb"}
    assert {enhed for _, enhed in fundne} <= udgivne


@pytest.mark.parametrize(("bruger", "ser_udgivne"), [("a1", True), ("d1", False)])
def test_who_sees_published_figures_alone_is_told_no_part_of_any_change(
    bruger: str, ser_udgivne: bool, open_for: Callable[..., Scope], demo_database: Path
) -> None:
    scope = open_for(bruger)
    for tabel in ("signaler", "forklaringsdele", "forklaringsklasser"):
        assert held(scope, tabel, "*") == set()
    udgivne = held(scope, "udgivne_tal where sygedage is not null and opdeling = 'enheder'", "gruppe_id, vindue_nr")
    forventede = held(scope, "forventet", "enhed_id, vindue_nr")
    assert forventede <= udgivne
    assert bool(forventede) is ser_udgivne
    tal = held(scope, "forventet", "forventet, nedre, oevre, nedre_yderst, oevre_yderst")
    assert all(round(enkelt, 1) == enkelt for raekke in tal for enkelt in raekke if enkelt is not None)
    fundne = told_of(scope, outside(demo_database, -1))
    assert {visning for visning, _ in fundne} == ({"signalforloeb"} if ser_udgivne else set())
    assert {enhed for _, enhed in fundne} <= {gruppe for gruppe, _ in udgivne}


@pytest.mark.parametrize("bruger", ["l1", "c1", "c0", "a1", "d1"])
@pytest.mark.parametrize("visning", ["kroner_personalegrupper", "regler_personalegrupper"])
def test_what_a_personalegruppe_is_made_of_is_hrs_alone(
    visning: str, bruger: str, open_for: Callable[..., Scope]
) -> None:
    parametre = {"enhed_id": KOMMUNEN, "periode": "2025K2"} if visning.startswith("kroner") else {}
    for personer in (None, "prøve") if bruger[0] in "lc" else (None,):
        with pytest.raises(duckdb.CatalogException):
            open_for(bruger, personer).rows(visning, **parametre)


def test_hr_is_told_why_of_every_unit(open_for: Callable[..., Scope]) -> None:
    """So that the tests above would see what they say is not there."""
    visninger = {visning for visning, _ in told_of(open_for("hr1"), [KOMMUNEN, CHEFENS, SOLSIKKEN])}
    assert visninger == {*PER_NODE, "signalforloeb"}
