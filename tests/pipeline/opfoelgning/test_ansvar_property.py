"""Whose each notice is, by a plain reading of the organisation and of adgang, for any rights there can be."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from pipeline.lager.lager import Lager, pseudonym
from pipeline.lager.skema import varsler_set
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe, open_scope
from tests.conftest import query
from tests.omfang import NU, Fakta, Raekke, held, read_fakta, rows_for, store

pytestmark = pytest.mark.langsom

LEDELSE = ("leder", "chef")


@pytest.fixture(scope="module")
def demo(demo_database: Path) -> Fakta:
    return read_fakta(demo_database)


@pytest.fixture(scope="module")
def varslede(demo_database: Path) -> list[tuple[int, str, object, object]]:
    """One open notice of each employee who has any."""
    return query(
        demo_database,
        "select distinct on (medarbejdernr) medarbejdernr, regel, fra, forfald from varsler where er_aktiv "
        "order by medarbejdernr, regel, fra",
    )


def find_ansvar(nummer: int, raekker: list[Raekke], fakta: Fakta) -> tuple[int, str] | None:
    """The node and the role there that is to follow `nummer` up; None for hr."""
    ledelse = [r for r in raekker if r.gaelder and r.rolle in LEDELSE and not r.stedfortraeder]
    roller = {node: max(r.rolle for r in ledelse if r.node == node) for node in {r.node for r in ledelse}}
    over = fakta.over[fakta.placeret[nummer]]
    egne = {r.node for r in ledelse if r.nummer == nummer}
    if not egne:
        return next(((node, "leder") for node in over if roller.get(node) == "leder"), None)
    mulige = [
        (trin, node)
        for egen in egne
        for trin, node in enumerate(fakta.over[egen])
        if trin > 0 and node in roller and node in over and node not in egne
    ]
    return (min(mulige)[1], roller[min(mulige)[1]]) if mulige else None


def expect_seen(bruger: str, numre: list[int], raekker: list[Raekke], fakta: Fakta) -> set[int]:
    egne = [r for r in raekker if r.gaelder and r.bruger == bruger]
    rettigheder = {(r.node, r.rolle) for r in egne if r.rolle in LEDELSE}
    er_hr = any(r.rolle == "hr" for r in egne)
    fundne = set()
    for nummer in numre:
        ansvar = find_ansvar(nummer, raekker, fakta)
        if er_hr if ansvar is None else ansvar in rettigheder:
            fundne.add(nummer)
    return fundne - {r.nummer for r in egne if r.nummer is not None}


def register(lager: Lager, varslede: list[tuple[int, str, object, object]]) -> None:
    with lager.write() as con:
        con.execute(
            insert(varsler_set),
            [
                {"person": pseudonym(lager, nr), "regel": regel, "fra": fra, "forfald": forfald, "foerst_set": forfald}
                for nr, regel, fra, forfald in varslede
            ],
        )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_everybody_acts_on_exactly_those_who_are_hers(demo: Fakta, varslede, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    raekker = data.draw(rows_for(demo))
    lager = store(raekker)
    register(lager, varslede)
    miljoe = Miljoe(demo.sti, lager, lambda: NU)
    for bruger in sorted({r.bruger for r in raekker}):
        try:
            scope = open_scope(Bruger(bruger), miljoe=miljoe, personer_til="prøve", opfoelgning=True)
        except IngenAdgang:
            continue
        if not scope.rettigheder.har_personer:
            continue
        fundne = {nummer for (nummer,) in held(scope, "opfoelgning_egne", "medarbejdernr")}
        assert fundne == expect_seen(bruger, [nr for nr, *_ in varslede], raekker, demo)
    lager.close()
