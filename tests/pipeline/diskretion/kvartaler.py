"""Groups quarter by quarter, numbered by their first month; every month has 30 days."""

from collections.abc import Mapping

from pipeline.diskretion.alene import Alene
from pipeline.diskretion.raekken import Raekke
from pipeline.diskretion.regler import Barn, Gruppe, Tal, Vindue
from pipeline.diskretion.udenlinje import E8, Kvartal

DAGE = 90


def spread(dagsvaerk: int, antal: int = 8, *, fra: int = 0) -> Tal:
    """Alike for each of the group, who are numbered from `fra`."""
    kendte = dict.fromkeys(range(fra, fra + antal), (dagsvaerk * E8 // antal, False))
    return Tal(antal * DAGE, dagsvaerk * E8, kendte=kendte)


def of_two(dagsvaerk: int, antal: int = 8) -> Tal:
    return Tal(antal * DAGE, dagsvaerk * E8, kendte=dict.fromkeys((1, 2), (dagsvaerk * E8 // 2, False)))


def alone(*boern: tuple[Tal | None, ...]) -> Alene:
    """The children, numbered from 1, in quarters from the first; None is without staff."""
    kvartaler = {
        nr: {3 * plads: tal for plads, tal in enumerate(egne) if tal is not None} for nr, egne in enumerate(boern, 1)
    }
    maanedstal = {
        (nr, maaned): (tal.ansat_dage // 3, 0)
        for nr, egne in kvartaler.items()
        for kvartal, tal in egne.items()
        for maaned in range(kvartal, kvartal + 3)
    }
    return Alene(maanedstal, dict.fromkeys(range(max(3 * len(egne) for egne in boern)), 30), kvartaler)


def child(nr: int, tal: Mapping[int, Tal] | None = None, *, er_faelles: bool = False) -> Barn:
    return Barn(nr, f"Enhed {nr}", er_faelles, har_egen_regel=False, tal=tal or {})


def row(*tal: Tal | None) -> Raekke:
    return alone(tal).of(Gruppe((child(1),)))


def windows(*foerste: int) -> list[Kvartal]:
    """Of a year each, numbered by their first month."""
    return [Kvartal(Vindue(fra, 4 * DAGE), fra, fra + 11) for fra in foerste]
