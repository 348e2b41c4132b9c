"""What a scope holds is what a plain reading of the role table says: random users, roles, units, dates and people."""

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.byg.warehouse import build_warehouse
from pipeline.lager.lager import Lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe, Scope, open_scope
from tests.eksempler import examples
from tests.lille_leverance import write_leverance
from tests.omfang import NU, ROLLER, Fakta, Raekke, held, read_fakta, rows_for, store
from tests.reference.opgoerelser import settings_of
from tests.tilfaeldige import deliveries

pytestmark = pytest.mark.langsom


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


@settings(
    max_examples=examples(12, del_af=5),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_scope_of_the_demo_holds_what_the_role_table_says(demo: Fakta, data: st.DataObject) -> None:
    raekker = data.draw(rows_for(demo))
    lager = store(raekker)
    check_scope(data.draw(st.sampled_from(["u0", "u1", "u2", "u3"])), raekker, demo, lager)
    lager.close()


@settings(max_examples=examples(3, del_af=5), derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
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
