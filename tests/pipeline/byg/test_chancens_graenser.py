"""The limits of chance: quantiles of a gamma distribution."""

from math import log

import numpy as np
import pytest

from pipeline.byg.graenser import find_quantile


@pytest.mark.parametrize("andel", [0.001, 0.025, 0.975, 0.999])
def test_limits_are_those_of_a_gamma_distribution(andel: float) -> None:
    """With the mean 10 and the spread 10 it is exponential: its quantiles are −10 ln(1 − p)."""
    fundet = find_quantile(andel, middel=np.array([10.0]), varians=np.array([100.0]))
    assert fundet == pytest.approx([-10 * log(1 - andel)])


def test_limits_close_around_the_mean_as_units_grow_and_never_go_below_nothing() -> None:
    antal = np.array([1.0, 10.0, 100.0, 10_000.0])
    nedre, oevre = (find_quantile(andel, middel=np.full(4, 13.6), varians=24.5**2 / antal) for andel in (0.001, 0.999))
    assert (np.diff(nedre) > 0).all()
    assert (np.diff(oevre) < 0).all()
    assert nedre[0] >= 0
    assert (nedre[3], oevre[3]) == (pytest.approx(13.6, abs=0.8), pytest.approx(13.6, abs=0.8))


def test_without_spread_the_limits_are_the_mean() -> None:
    assert list(find_quantile(0.975, middel=np.array([3.0]), varians=np.array([0.0]))) == [3]
