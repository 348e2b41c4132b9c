"""The gate by hand: rights that end and move, what is shared and what is not, who sees which leader, and the log."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import AABEN, Adgangsraekke, NyRaekke, end_raekke, read_adgang, seed_adgang
from pipeline.lager.lager import Lager, open_lager
from pipeline.lager.log import read_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import HOEJST_ANTAL, HOEJST_LAESTE, IngenAdgang, Miljoe, Scope, open_scope
from tests.conftest import PERSONNOEGLE
from tests.omfang import DAG, NU, Fakta, Raekke, held, insert_rows, read_fakta


@pytest.fixture(scope="module")
def demo(demo_database: Path) -> Fakta:
    return read_fakta(demo_database)


@pytest.fixture
def lager(tmp_path: Path) -> Iterator[Lager]:
    lager = open_lager(f"sqlite:///{tmp_path / 'lager.sqlite'}", PERSONNOEGLE)
    yield lager
    lager.close()


@pytest.fixture
def give(lager: Lager) -> Callable[..., Adgangsraekke]:
    def add(bruger: str, rolle: str, node: int, nummer: int | None = None) -> Adgangsraekke:
        ny = NyRaekke(
            bruger, f"{bruger}@eksempel.invalid", rolle, node, date(2025, 1, 1), "Prøve", medarbejdernr=nummer
        )  # type: ignore[arg-type]
        seed_adgang(lager, [ny], [])
        return next(raekke for raekke in read_adgang(lager) if raekke.bruger == bruger and raekke.enhedsnr == node)

    return add


def test_rights_ended_while_a_scope_is_open_are_gone_at_the_next_request(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    raekke = give("l1", "leder", 81583)
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    assert open_scope(Bruger("l1"), miljoe=miljoe).rows("omfang_liste").height == 1
    end_raekke(lager, raekke.id, af="hr1", dag=DAG)
    with pytest.raises(IngenAdgang, match="Spørg HR & Løn"):
        open_scope(Bruger("l1"), miljoe=miljoe)


def test_a_leader_moved_to_another_unit_sees_that_one_only(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    raekke = give("l1", "leder", 81583)
    end_raekke(lager, raekke.id, af="hr1", dag=DAG)
    give("l1", "leder", 81461)
    scope = open_scope(Bruger("l1"), miljoe=Miljoe(demo.sti, lager, lambda: NU))
    assert {node for (node,) in held(scope, "enheder", "enhed_id")} == {81461}


def test_persons_are_logged_with_how_many_and_which_nodes(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    give("l1", "leder", 81583)
    scope = open_scope(Bruger("l1"), miljoe=Miljoe(demo.sti, lager, lambda: NU), personer_til="Medarbejdere")
    antal = scope.rows("antal_personer").item()
    logget = read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1)).row(0, named=True)
    assert (logget["hvem"], logget["hvad"], logget["hvor"]) == ("l1", "personer", "Medarbejdere")
    assert (logget["noder"], logget["antal_personer"], logget["bygning_id"]) == ([81583], antal, scope.bygning_id)
    assert antal > 50


def test_no_log_row_no_persons(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke], monkeypatch: pytest.MonkeyPatch
) -> None:
    give("l1", "leder", 81583)

    def fails(*_: object, **__: object) -> None:
        raise Brugerfejl("lageret svarer ikke")

    monkeypatch.setattr("pipeline.port.scope.write_log", fails)
    with pytest.raises(Brugerfejl, match="lageret svarer ikke"):
        open_scope(Bruger("l1"), miljoe=Miljoe(demo.sti, lager, lambda: NU), personer_til="Medarbejdere")


def test_users_with_equal_rights_share_a_scope_and_others_do_not(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    for bruger, node in (("l1", 81583), ("l2", 81583), ("l3", 81461)):
        give(bruger, "leder", node)
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    en, to, tre = (open_scope(Bruger(bruger), miljoe=miljoe) for bruger in ("l1", "l2", "l3"))
    assert en is to
    assert tre is not en


def test_a_scope_is_opened_anew_after_fifteen_minutes_and_for_a_new_build(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke], tmp_path: Path
) -> None:
    database = tmp_path / "tal.duckdb"
    database.write_bytes(demo.sti.read_bytes())
    give("l1", "leder", 81583)

    def open_at(minutter: int) -> Scope:
        return open_scope(Bruger("l1"), miljoe=Miljoe(database, lager, lambda: NU + timedelta(minutes=minutter)))

    foerste = open_at(0)
    assert open_at(15) is foerste
    assert open_at(16) is not foerste
    nyere = open_at(17)
    ny = tmp_path / "ny.duckdb"
    ny.write_bytes(demo.sti.read_bytes())
    ny.replace(database)
    assert open_at(17) is not nyere


def test_a_scope_that_has_read_enough_answers_is_replaced_and_goes_on_for_whom_has_it(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke], tmp_path: Path
) -> None:
    database = tmp_path / "tal.duckdb"
    database.write_bytes(demo.sti.read_bytes())  # a build nobody else in the process has read answers of
    give("l1", "leder", 81461)
    miljoe = Miljoe(database, lager, lambda: NU)
    scope = open_scope(Bruger("l1"), miljoe=miljoe)
    for nummer in range(HOEJST_LAESTE):
        assert open_scope(Bruger("l1"), miljoe=miljoe) is scope
        scope.rows("enhed_findes", enhedsnr=str(nummer))
        scope.rows("enhed_findes", enhedsnr=str(nummer))  # remembered: reads nothing
    ny = open_scope(Bruger("l1"), miljoe=miljoe)
    assert ny is not scope
    assert ny.rows("noder").equals(scope.rows("noder"))


def test_at_most_64_scopes_are_kept() -> None:
    assert HOEJST_ANTAL == 64


def test_of_more_scopes_than_are_kept_those_longest_unused_go(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit of six, which is as good as 64."""
    monkeypatch.setattr("pipeline.port.scope.HOEJST_ANTAL", 6)
    noder = [node for node in sorted(demo.over) if node > 0][:8]
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    for nummer, node in enumerate(noder):
        give(f"l{nummer}", "aggregat", node)
    foerste = open_scope(Bruger("l0"), miljoe=miljoe)
    for nummer in range(1, 6):
        open_scope(Bruger(f"l{nummer}"), miljoe=miljoe)
    assert open_scope(Bruger("l0"), miljoe=miljoe) is foerste
    anden, tredje = (open_scope(Bruger(bruger), miljoe=miljoe) for bruger in ("l1", "l2"))
    open_scope(Bruger("l1"), miljoe=miljoe)
    for nummer in range(3, 6):
        open_scope(Bruger(f"l{nummer}"), miljoe=miljoe)
    open_scope(Bruger("l0"), miljoe=miljoe)
    open_scope(Bruger("l1"), miljoe=miljoe)
    for nummer in range(6, 8):
        open_scope(Bruger(f"l{nummer}"), miljoe=miljoe)
    assert open_scope(Bruger("l1"), miljoe=miljoe) is anden
    assert open_scope(Bruger("l0"), miljoe=miljoe) is foerste
    assert open_scope(Bruger("l2"), miljoe=miljoe) is not tredje


def test_se_som_shows_no_more_than_both_may_see_and_neither_as_a_person(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    paa_aavang = sorted(nummer for nummer, node in demo.placeret.items() if node == 81583)
    give("hr1", "hr", 81000, paa_aavang[0])
    give("l1", "leder", 81583, paa_aavang[1])
    give("d1", "dpo", 81000)
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    scope = open_scope(Bruger("hr1", som="l1"), miljoe=miljoe, personer_til="Medarbejdere")
    assert {node for (node,) in held(scope, "enheder", "enhed_id")} == {81583}
    assert {nummer for (nummer,) in held(scope, "personer", "medarbejdernr")} == set(paa_aavang[2:])
    for bruger in (Bruger("l1", som="hr1"), Bruger("hr1", som="d1"), Bruger("d1", som="hr1"), Bruger("l1", som="l1")):
        with pytest.raises(IngenAdgang):
            open_scope(bruger, miljoe=miljoe)


SKOLE_OMRAADE, SKOLE, INDSKOLING = 81210, 81500, 81501


@pytest.fixture
def see(demo: Fakta, lager: Lager) -> Callable[[str], set[object]]:
    """The employees of Bøgeskolen Indskoling a user sees by name."""

    def run(bruger: str) -> set[object]:
        scope = open_scope(Bruger(bruger), miljoe=Miljoe(demo.sti, lager, lambda: NU), personer_til="prøve")
        return {nummer for nummer, node in held(scope, "personer", "medarbejdernr, enhed_id") if node == INDSKOLING}

    return run


@pytest.fixture
def indskoling(demo: Fakta) -> list[int]:
    numre = sorted(nummer for nummer, node in demo.placeret.items() if node == INDSKOLING)
    assert len(numre) > 20
    return numre


def test_two_leaders_of_one_unit_do_not_see_each_other(
    give: Callable[..., Adgangsraekke], see: Callable[[str], set[object]], indskoling: list[int]
) -> None:
    give("l1", "leder", INDSKOLING, indskoling[0])
    give("l2", "leder", INDSKOLING, indskoling[1])
    assert see("l1") == see("l2") == set(indskoling[2:])


def test_a_leader_further_up_sees_the_leaders_below(
    give: Callable[..., Adgangsraekke], see: Callable[[str], set[object]], indskoling: list[int]
) -> None:
    give("l1", "leder", INDSKOLING, indskoling[0])
    give("o1", "leder", SKOLE)
    assert see("o1") == set(indskoling)


def test_a_chef_sees_the_leaders_below_who_have_no_nearer_superior(
    give: Callable[..., Adgangsraekke], see: Callable[[str], set[object]], indskoling: list[int]
) -> None:
    give("l1", "leder", INDSKOLING, indskoling[0])
    give("c1", "chef", SKOLE_OMRAADE)
    assert see("c1") == {indskoling[0]}
    give("o1", "leder", SKOLE)
    assert see("c1") == set()


def test_a_leader_is_not_her_own_nearer_superior(
    give: Callable[..., Adgangsraekke], see: Callable[[str], set[object]], indskoling: list[int]
) -> None:
    give("l1", "leder", INDSKOLING, indskoling[0])
    give("l1", "chef", SKOLE, indskoling[0])
    give("c1", "chef", SKOLE_OMRAADE)
    assert see("c1") == {indskoling[0]}


def test_a_stedfortraeder_is_seen_by_the_leader_she_stands_in_for_and_does_not_see_her(
    demo: Fakta, lager: Lager, see: Callable[[str], set[object]], indskoling: list[int]
) -> None:
    raekker = [
        Raekke("l1", indskoling[0], "leder", INDSKOLING, DAG, AABEN, stedfortraeder=False, tilstand="godkendt"),
        Raekke("s1", indskoling[1], "leder", INDSKOLING, DAG, AABEN, stedfortraeder=True, tilstand="godkendt"),
    ]
    insert_rows(lager, raekker)
    assert see("l1") == set(indskoling[1:])
    assert see("s1") == set(indskoling[2:])


def test_aggregat_sees_the_published_figures_of_the_own_subtree_and_no_others(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    give("a1", "aggregat", SKOLE_OMRAADE)
    scope = open_scope(Bruger("a1"), miljoe=Miljoe(demo.sti, lager, lambda: NU))
    under = {node for node, over in demo.over.items() if SKOLE_OMRAADE in over}
    viste = held(scope, "udgivne_tal", "overordnet_id, gruppe_id, vindue_nr, sygedage")
    assert viste == {raekke for raekke in demo.udgivne if raekke[0] in under or raekke[1] in under}
    assert len(demo.udgivne) > 2 * len(viste) > 100
    assert held(scope, "noegletal", "enhed_id") == set()


def test_hr_sees_the_differences_from_lpt169_but_not_her_own(
    demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]
) -> None:
    give("hr1", "hr", 81000, 12743)
    give("hr2", "hr", 81000)
    for bruger, set_af in (("hr1", {10440, 11507}), ("hr2", {10440, 11507, 12743})):
        scope = open_scope(Bruger(bruger), miljoe=Miljoe(demo.sti, lager, lambda: NU), personer_til="Datagrundlag")
        assert {nummer for (nummer,) in held(scope, "lpt169_forskelle", "medarbejdernr")} == set_af
