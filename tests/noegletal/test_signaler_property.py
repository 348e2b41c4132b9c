"""The signals of the build against the plain reading per employee, on random small deliveries."""

from math import isclose, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from pipeline.byg.warehouse import build_warehouse
from tests.conftest import NOEGLE, query
from tests.eksempler import examples
from tests.lille_leverance import Leverance, renumber, write_leverance
from tests.noegletal.test_reference_property import TILFAELDE
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import settings_of
from tests.reference.signaler import Aendring, Noegle, Z, signaler
from tests.tilfaeldige import deliveries

pytestmark = pytest.mark.langsom

Fundne = dict[Noegle, tuple[float | None, ...]]


def build_signaler(leverance: Leverance, regler: Regler, mappe: Path) -> Fundne:
    database = mappe / "signal.duckdb"
    kilde = write_leverance(leverance, mappe / "leverance")
    build_warehouse(kilde, database, indstillinger=settings_of(regler), noegle=NOEGLE)
    raekker = query(
        database,
        "select enhedsnr, periode, skridt, slags, aendring, z, z_enheder, omsaetning from signaler "
        "inner join enheder using (enhed_id) inner join perioder using (vindue_nr)",
    )
    return {(enhed, periode, skridt, slags): tuple(tal) for enhed, periode, skridt, slags, *tal in raekker}


def agrees(z: float | None, facit: Z | None) -> bool:
    """To 1e-9, and where the sum of squares is small against what it is made of, as far as doubles reach."""
    if facit is None or facit.kvadrat <= facit.led / 10**11:
        return z is None
    return z is not None and isclose(z, facit.vaerdi, rel_tol=1e-9, abs_tol=1e-14 * float(facit.led / facit.kvadrat))


def differences(fundne: Fundne, facit: dict[Noegle, Aendring]) -> list[tuple]:
    mangler: list[tuple] = [(noegle,) for noegle in sorted(fundne.keys() ^ facit.keys())]
    return mangler + [
        (noegle, fundne[noegle], facit[noegle])
        for noegle in sorted(fundne.keys() & facit.keys())
        if not (
            isclose(fundne[noegle][0], facit[noegle].aendring, rel_tol=1e-9, abs_tol=1e-9)
            and agrees(fundne[noegle][1], facit[noegle].z)
            and agrees(fundne[noegle][2], facit[noegle].z_enheder)
            and isclose(fundne[noegle][3], facit[noegle].omsaetning, rel_tol=1e-9, abs_tol=1e-12)
        )
    ]


@TILFAELDE
@given(deliveries())
def test_the_build_agrees_with_the_plain_reading_and_one_employee_is_no_more_than_one_in_z(tilfaelde):
    leverance, regler = tilfaelde
    with TemporaryDirectory() as mappe:
        fundne = build_signaler(leverance, regler, Path(mappe))
    facit = signaler(leverance, regler)
    assert differences(fundne, facit) == []
    for noegle, (_, z, *_) in fundne.items():
        assert z is None or abs(z) <= sqrt(facit[noegle].z.antal) + 1e-9


@settings(TILFAELDE, max_examples=examples(2, del_af=5))
@given(deliveries())
def test_other_numbers_for_the_employees_change_no_digit(tilfaelde):
    leverance, regler = tilfaelde
    omdoebt = renumber(leverance)
    with TemporaryDirectory() as mappe:
        assert build_signaler(leverance, regler, Path(mappe) / "foer") == build_signaler(
            omdoebt, regler, Path(mappe) / "efter"
        )
