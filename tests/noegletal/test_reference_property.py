"""The build against the plain reading of tests/reference, on random small deliveries."""

from dataclasses import replace
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from tests.eksempler import examples
from tests.reference.opgoerelser import KOLONNER, Raekke, figures_of_build, figures_of_reference
from tests.tilfaeldige import deliveries

pytestmark = pytest.mark.langsom

TILFAELDE = settings(
    max_examples=examples(8),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@TILFAELDE
@given(deliveries())
def test_the_build_agrees_with_the_day_by_day_reading(tilfaelde):
    leverance, regler = tilfaelde
    with TemporaryDirectory() as folder:
        facit = figures_of_reference(leverance, regler, Path(folder))
        bygget = figures_of_build(leverance, regler, Path(folder))
    assert differences(bygget.maaneder, facit.maaneder) == []
    assert differences(bygget.kvartaler, facit.kvartaler) == []
    assert bygget.niveauer == facit.niveauer
    assert bygget.afstemning == facit.afstemning
    assert bygget.afstemning["i_alt"] == sum(tal for navn, tal in bygget.afstemning.items() if navn != "i_alt")


@settings(TILFAELDE, max_examples=examples(1, del_af=5))
@given(deliveries())
def test_the_order_of_rows_changes_no_digit(tilfaelde):
    leverance, regler = tilfaelde
    omvendt = replace(
        leverance,
        enheder=leverance.enheder[::-1],
        ansaettelser=leverance.ansaettelser[::-1],
        fravaer=leverance.fravaer[::-1],
        maaltal=leverance.maaltal[::-1],
        enhedsskift=leverance.enhedsskift[::-1],
    )
    with TemporaryDirectory() as folder:
        forfra = figures_of_build(leverance, regler, Path(folder) / "forfra")
        bagfra = figures_of_build(omvendt, regler, Path(folder) / "bagfra")
    assert forfra == bagfra


def differences(bygget: dict[tuple[str, str], Raekke], facit: dict[tuple[str, str], Raekke]) -> list[tuple]:
    """(node and period, column, the build's value, the reference's); a row only one of them has is `mangler`."""
    ens: list[tuple] = [
        (noegle, kolonne, bygget[noegle][kolonne], facit[noegle][kolonne])
        for noegle in sorted(bygget.keys() & facit.keys())
        for kolonne in KOLONNER
        if not _agree(bygget[noegle][kolonne], facit[noegle][kolonne])
    ]
    kun_bygget: list[tuple] = [
        (noegle, "række", "findes", "mangler") for noegle in sorted(bygget.keys() - facit.keys())
    ]
    kun_facit: list[tuple] = [(noegle, "række", "mangler", "findes") for noegle in sorted(facit.keys() - bygget.keys())]
    return kun_bygget + kun_facit + ens


def _agree(det_ene: float | None, det_andet: float | None) -> bool:
    if det_ene is None or det_andet is None:
        return det_ene is det_andet
    return isclose(det_ene, det_andet, rel_tol=1e-6)
