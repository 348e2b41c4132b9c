"""The classes of the build against the plain reading per employee, on random small deliveries."""

from dataclasses import replace
from datetime import date, timedelta
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from pipeline.byg import parametre
from pipeline.byg.warehouse import build_warehouse
from tests.conftest import NOEGLE, query
from tests.eksempler import examples
from tests.lille_leverance import Leverance, ansat, syg, write_leverance
from tests.noegletal.test_reference_property import TILFAELDE
from tests.reference.grundlag import Regler
from tests.reference.klasser import klasser
from tests.reference.opgoerelser import settings_of
from tests.tilfaeldige import deliveries

pytestmark = pytest.mark.langsom

# So few are in these deliveries that nobody would be told of a class.
UDEN_GRAENSER = {"mindst_forklaret": 0, "mindst_forloeb": 1, "mindst_inde": 1, "dominans_del": 1, "dominans_hele": 1}
NAERE = (
    "select distinct periode from perioder where vindue = 'rullende' and periodetype = 'kvartal' and not er_foreloebig "
    "and sidste_maaned > (select max(sidste_maaned) from perioder where vindue = 'rullende') - 15"
)


def with_who_comes_and_goes(leverance: Leverance) -> Leverance:
    """With four more in the top unit: two whose long absence ends or begins, and two who leave or come, between the
    years that end with 2022K2 and 2023K2.
    """
    enhed, skift = leverance.enheder[0].enhedsnr, date(2022, 7, 1)
    lange = [date(2022, 3, 1), date(2023, 3, 1)]
    return replace(
        leverance,
        ansaettelser=(
            *leverance.ansaettelser,
            *(ansat(nummer, enhed) for nummer in ("501", "502")),
            ansat("503", enhed, date(2016, 5, 1), skift - timedelta(days=1)),
            ansat("504", enhed, skift),
        ),
        fravaer=(
            *leverance.fravaer,
            *(
                syg(nummer, dag, dag + timedelta(days=60), "300")
                for nummer, dag in zip(("501", "502"), lange, strict=True)
            ),
        ),
    )


def build_klasser(leverance: Leverance, regler: Regler, mappe: Path) -> tuple[dict, set[str]]:
    """The classes, and the quarters they are told of."""
    graenser = parametre.limits_in_sql() | UDEN_GRAENSER
    kilde = write_leverance(leverance, mappe / "leverance")
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(parametre, "limits_in_sql", lambda: graenser)
        build_warehouse(kilde, mappe / "k.duckdb", indstillinger=settings_of(regler), noegle=NOEGLE)
    raekker = query(
        mappe / "k.duckdb",
        "select enhedsnr, periode, skridt, opdeling, klasse, antal, bidrag from forklaringsklasser "
        "inner join enheder using (enhed_id) inner join perioder using (vindue_nr) "
        "where niveau not in ('gruppe', 'personalegruppe')",
    )
    return {tuple(noegle): tal for *noegle, antal, bidrag in raekker for tal in [(antal, bidrag)]}, {
        periode for (periode,) in query(mappe / "k.duckdb", NAERE)
    }


@settings(TILFAELDE, max_examples=examples(4, del_af=5))
@given(deliveries())
def test_the_build_agrees_with_the_plain_reading(tilfaelde):
    leverance, regler = with_who_comes_and_goes(tilfaelde[0]), tilfaelde[1]
    with TemporaryDirectory() as mappe:
        fundne, naere = build_klasser(leverance, regler, Path(mappe))
    facit = {noegle: klasse for noegle, klasse in klasser(leverance, regler).items() if noegle[1] in naere}
    assert len(fundne) > 0
    assert fundne.keys() == facit.keys()
    for noegle, (antal, bidrag) in fundne.items():
        ventet = facit[noegle]
        assert antal == (None if ventet.antal is None else (ventet.antal + 2) // 5 * 5), noegle
        assert isclose(bidrag, ventet.bidrag, rel_tol=1e-9, abs_tol=1e-9), noegle
