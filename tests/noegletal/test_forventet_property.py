"""What the build expects of a node against the plain reading per employee, on random small deliveries."""

from dataclasses import replace
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest
from hypothesis import given, settings
from scipy.stats import gamma

from pipeline.byg.warehouse import build_warehouse
from tests.conftest import NOEGLE, query
from tests.eksempler import examples
from tests.lille_leverance import Leverance, renumber, write_leverance
from tests.noegletal.test_reference_property import TILFAELDE
from tests.reference.forventet import forventede
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import settings_of
from tests.tilfaeldige import deliveries

pytestmark = pytest.mark.langsom

GRUPPER = ("Pædagoger", "Lærere", "")


def with_grupper(leverance: Leverance) -> Leverance:
    """The same spans in two personalegrupper and none, by unit and employee."""
    return replace(
        leverance,
        ansaettelser=tuple(
            replace(span, personalegruppe=GRUPPER[crc32(f"{span.medarbejdernr} {span.enhedsnr}".encode()) % 3])
            for span in leverance.ansaettelser
        ),
    )


def build_forventet(leverance: Leverance, regler: Regler, mappe: Path, *, gruppe_mindst: int):
    valgt = settings_of(regler)
    valgt = valgt.model_copy(
        update={"forventet": valgt.forventet.model_copy(update={"gruppe_mindst": float(gruppe_mindst)})}
    )
    kilde = write_leverance(leverance, mappe / "leverance")
    build_warehouse(kilde, mappe / "f.duckdb", indstillinger=valgt, noegle=NOEGLE)
    raekker = query(
        mappe / "f.duckdb",
        "select enhedsnr, periode, forventet, nedre, oevre, nedre_yderst, oevre_yderst, er_egen_maalestok, tilstand "
        "from forventet inner join enheder using (enhed_id) inner join perioder using (vindue_nr) "
        "where niveau not in ('gruppe', 'personalegruppe')",
    )
    return {(enhed, periode): tuple(tal) for enhed, periode, *tal in raekker}


@pytest.mark.parametrize("gruppe_mindst", [1, 3])
@settings(TILFAELDE, max_examples=examples(3, del_af=5))
@given(deliveries())
def test_the_build_agrees_with_the_plain_reading(gruppe_mindst, tilfaelde):
    leverance, regler = tilfaelde
    leverance = with_grupper(leverance)
    with TemporaryDirectory() as mappe:
        fundne = build_forventet(leverance, regler, Path(mappe), gruppe_mindst=gruppe_mindst)
    facit = forventede(leverance, regler, gruppe_mindst=gruppe_mindst)
    assert fundne.keys() == facit.keys()
    for noegle, (forventet, nedre, oevre, nedre_yderst, oevre_yderst, egen, _) in fundne.items():
        assert isclose(forventet, facit[noegle].forventet, rel_tol=1e-7, abs_tol=1e-7), noegle
        assert egen == facit[noegle].er_egen_maalestok, noegle
        assert 0 <= nedre_yderst <= nedre <= oevre <= oevre_yderst
        middel, varians = float(facit[noegle].forventet), float(facit[noegle].varians)
        if varians < 1e-3:  # as far as its decimals reach
            continue
        graenser = gamma.ppf([0.025, 0.975, 0.999], middel**2 / varians, scale=varians / middel)
        assert (nedre, oevre, oevre_yderst) == pytest.approx(tuple(graenser), rel=0.01, abs=1e-6), noegle


@settings(TILFAELDE, max_examples=examples(2, del_af=5))
@given(deliveries())
def test_other_numbers_for_the_employees_change_no_digit(tilfaelde):
    leverance, regler = tilfaelde
    leverance = with_grupper(leverance)
    omdoebt = renumber(leverance)
    with TemporaryDirectory() as mappe:
        assert build_forventet(leverance, regler, Path(mappe) / "foer", gruppe_mindst=2) == build_forventet(
            omdoebt, regler, Path(mappe) / "efter", gruppe_mindst=2
        )
