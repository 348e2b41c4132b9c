"""What a scope holds is what a plain reading of the role table says: random users, roles, units, dates and people."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import AABEN, Adgangsraekke, NyRaekke, end_raekke, read_adgang, seed_adgang
from pipeline.lager.lager import Lager, open_lager, pseudonym
from pipeline.lager.log import read_log
from pipeline.lager.skema import adgang
from pipeline.rettigheder import Bruger
from pipeline.scope import IngenAdgang, Miljoe, Scope, open_scope
from pipeline.warehouse import build_warehouse
from tests.conftest import PERSONNOEGLE, open_test_database
from tests.lille_leverance import write_leverance
from tests.opgoerelser import settings_of
from tests.tilfaeldige import deliveries

DAG = date(2026, 3, 1)
NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROLLER = ("hr", "leder", "chef", "aggregat", "dpo")


@dataclass(frozen=True)
class Fakta:
    """A database read plainly, past the gate."""

    sti: Path
    over: dict[int, list[int]]  # a node's ancestors, itself first
    placeret: dict[int, int]  # where each employee is on the udtræksdato
    noegletal: frozenset[tuple[object, ...]]
    vinduer: dict[int, tuple[str, str]]
    udgivne: frozenset[tuple[object, ...]]


def read_fakta(sti: Path) -> Fakta:
    with open_test_database(sti) as con:
        overordnet = dict(con.execute("select enhed_id, overordnet_id from enheder where niveau_nr < 8").fetchall())
        placeret = con.execute(
            "select medarbejdernr, enhedsnr from ansaettelser join placeringer using (placering_id), bygning "
            "where udtraeksdato between fra and til"
        ).fetchall()
        return Fakta(
            sti,
            {node: list(climb(node, overordnet)) for node in overordnet},
            dict(placeret),
            frozenset(con.execute("select enhed_id, vindue_nr, gns_medarbejdere, sygedage from noegletal").fetchall()),
            {
                nr: (slags, vindue)
                for nr, slags, vindue in con.execute("select vindue_nr, periodetype, vindue from perioder").fetchall()
            },
            frozenset(con.execute("select overordnet_id, gruppe_id, vindue_nr, sygedage from udgivne_tal").fetchall()),
        )


def climb(node: int | None, overordnet: dict[int, int | None]) -> Iterator[int]:
    while node is not None:
        yield node
        node = overordnet[node]


@dataclass(frozen=True)
class Raekke:
    bruger: str
    nummer: int | None
    rolle: str
    node: int
    fra: date
    til: date
    stedfortraeder: bool
    tilstand: str

    @property
    def gaelder(self) -> bool:
        return self.tilstand == "godkendt" and self.fra <= DAG <= self.til


@st.composite
def rows_for(draw: st.DrawFn, fakta: Fakta) -> list[Raekke]:
    noder = sorted(fakta.over)
    numre = sorted(fakta.placeret) or [1]
    egne = {f"u{nr}": draw(st.one_of(st.none(), st.sampled_from(numre))) for nr in range(4)}
    raekker = []
    for _ in range(draw(st.integers(1, 7))):
        bruger = draw(st.sampled_from(sorted(egne)))
        fra = DAG + timedelta(draw(st.integers(-3, 1)))
        raekker.append(
            Raekke(
                bruger,
                egne[bruger],
                draw(st.sampled_from(ROLLER)),
                draw(st.sampled_from(noder)),
                fra,
                draw(st.one_of(st.just(AABEN), st.just(fra + timedelta(draw(st.integers(0, 3)))))),
                draw(st.integers(0, 4)) == 0,
                draw(st.sampled_from(["godkendt"] * 5 + ["forslag", "afsluttet", "afvist"])),
            )
        )
    return raekker


def store(raekker: list[Raekke]) -> Lager:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    insert_rows(lager, raekker)
    return lager


def insert_rows(lager: Lager, raekker: list[Raekke]) -> None:
    with lager.write() as con:
        for raekke in raekker:
            con.execute(
                insert(adgang).values(
                    bruger=raekke.bruger,
                    email=f"{raekke.bruger}@eksempel.invalid",
                    person=None if raekke.nummer is None else pseudonym(lager, raekke.nummer),
                    rolle=raekke.rolle,
                    enhedsnr=raekke.node,
                    gyldig_fra=raekke.fra,
                    gyldig_til=raekke.til,
                    tildelt_af="hr",
                    begrundelse="",
                    stedfortraeder_for="anden" if raekke.stedfortraeder else None,
                    kilde="side",
                    tilstand=raekke.tilstand,
                )
            )


def expected_persons(bruger: str, raekker: list[Raekke], fakta: Fakta) -> set[int]:
    """The role table of the rules, read one sentence at a time."""
    egne = [raekke for raekke in raekker if raekke.bruger == bruger and raekke.gaelder]
    roller = defaultdict(set)
    for raekke in egne:
        roller[raekke.rolle].add(raekke.node)
    ledelse = [r for r in raekker if r.gaelder and r.rolle in ("leder", "chef") and not r.stedfortraeder]
    leder_hvor = defaultdict(set)
    for raekke in ledelse:
        if raekke.nummer is not None:
            leder_hvor[raekke.nummer].add(raekke.node)
    synlige = set()
    for nummer, node in fakta.placeret.items():
        if nummer in {raekke.nummer for raekke in egne}:
            continue
        over = set(fakta.over[node])
        som_leder = bool(over & roller["leder"]) and (
            nummer not in leder_hvor or any(set(fakta.over[n][1:]) & roller["leder"] for n in leder_hvor[nummer])
        )
        som_chef = bool(over & roller["chef"]) and any(
            chef_node in fakta.over[n][1:] and not has_nearer(nummer, n, chef_node, ledelse, fakta)
            for n in leder_hvor[nummer]
            for chef_node in roller["chef"]
        )
        if roller["hr"] or som_leder or som_chef:
            synlige.add(nummer)
    return synlige


def has_nearer(nummer: int, node: int, chef_node: int, ledelse: list[Raekke], fakta: Fakta) -> bool:
    vej = fakta.over[node][1:]
    imellem = set(vej[: vej.index(chef_node)])
    return any(raekke.node in imellem and raekke.nummer != nummer for raekke in ledelse)


def held(scope: Scope, tabel: str, kolonner: str) -> set[tuple[object, ...]]:
    return set(scope._con.cursor().execute(f"select {kolonner} from {tabel}").fetchall())


def check_scope(bruger: str, raekker: list[Raekke], fakta: Fakta, lager: Lager) -> None:
    egne = [raekke for raekke in raekker if raekke.bruger == bruger and raekke.gaelder]
    miljoe = Miljoe(fakta.sti, lager, lambda: NU)
    if not egne:
        with pytest.raises(IngenAdgang):
            open_scope(Bruger(bruger), miljoe=miljoe, personer_til="prøve")
        return
    scope = open_scope(Bruger(bruger), miljoe=miljoe, personer_til="prøve")
    roller = {rolle: {r.node for r in egne if r.rolle == rolle} for rolle in ROLLER}
    if roller["hr"] or roller["leder"] or roller["chef"]:
        personer = {nummer for (nummer,) in held(scope, "personer", "medarbejdernr")}
        assert personer == expected_persons(bruger, raekker, fakta)
        assert {nummer for (nummer,) in held(scope, "persondage", "medarbejdernr")} <= personer
    else:
        tabeller = {navn for (navn,) in held(scope, "duckdb_tables()", "table_name")}
        assert tabeller & {"personer", "persondage", "navne", "sygeceller", "sygeposter", "ansaettelser"} == set()
    check_numbers(scope, roller, fakta)


def check_numbers(scope: Scope, roller: dict[str, set[int]], fakta: Fakta) -> None:
    def under(noder: set[int], node: object) -> bool:
        return bool(set(fakta.over.get(node, [])) & noder)  # type: ignore[call-overload]

    tal = held(scope, "noegletal", "enhed_id, vindue_nr, gns_medarbejdere, sygedage")
    fulde = {rk for rk in fakta.noegletal if roller["hr"] or under(roller["leder"], rk[0])}
    assert fulde <= tal
    for node, vindue_nr, gns, sygedage in tal - fulde:
        er_pulje = node < -1  # type: ignore[operator]
        assert er_pulje or under(roller["chef"], node)
        assert er_pulje or (node, vindue_nr, gns, sygedage) in fakta.noegletal
        kvartalsvis = fakta.vinduer[vindue_nr] == ("kvartal", "rullende")  # type: ignore[index]
        assert gns >= (5 if kvartalsvis else 10)  # type: ignore[operator]
    udgivne = held(scope, "udgivne_tal", "overordnet_id, gruppe_id, vindue_nr, sygedage")
    if roller["hr"] or roller["leder"] or roller["chef"]:
        assert udgivne == fakta.udgivne
    else:
        agg = roller["aggregat"]
        assert udgivne == {rk for rk in fakta.udgivne if under(agg, rk[0]) or under(agg, rk[1])}


@pytest.fixture(scope="module")
def demo(demo_database: Path) -> Fakta:
    return read_fakta(demo_database)


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_scope_of_the_demo_holds_what_the_role_table_says(demo: Fakta, data: st.DataObject) -> None:
    raekker = data.draw(rows_for(demo))
    lager = store(raekker)
    check_scope(data.draw(st.sampled_from(["u0", "u1", "u2", "u3"])), raekker, demo, lager)
    lager.close()


@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(tilfaelde=deliveries(), data=st.data())
def test_a_scope_of_any_organisation_holds_what_the_role_table_says(tilfaelde, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    leverance, regler = tilfaelde
    with TemporaryDirectory() as mappe:
        kilde = write_leverance(leverance, Path(mappe) / "leverance")
        database = Path(mappe) / "tal.duckdb"
        build_warehouse(kilde, database, indstillinger=settings_of(regler), traade=1)
        fakta = read_fakta(database)
        raekker = data.draw(rows_for(fakta))
        lager = store(raekker)
        for bruger in ("u0", "u1", "u2", "u3"):
            check_scope(bruger, raekker, fakta, lager)
        lager.close()


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

    monkeypatch.setattr("pipeline.scope.write_log", fails)
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


def test_at_most_64_scopes_are_kept(demo: Fakta, lager: Lager, give: Callable[..., Adgangsraekke]) -> None:
    noder = [node for node in sorted(demo.over) if node > 0][:66]
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    for nummer, node in enumerate(noder):
        give(f"l{nummer}", "aggregat", node)
    foerste = open_scope(Bruger("l0"), miljoe=miljoe)
    for nummer in range(1, 64):
        open_scope(Bruger(f"l{nummer}"), miljoe=miljoe)
    assert open_scope(Bruger("l0"), miljoe=miljoe) is foerste
    anden, tredje = (open_scope(Bruger(bruger), miljoe=miljoe) for bruger in ("l1", "l2"))
    open_scope(Bruger("l1"), miljoe=miljoe)
    for nummer in range(3, 64):
        open_scope(Bruger(f"l{nummer}"), miljoe=miljoe)
    open_scope(Bruger("l0"), miljoe=miljoe)
    open_scope(Bruger("l1"), miljoe=miljoe)
    for nummer in range(64, 66):
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
