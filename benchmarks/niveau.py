"""How often a level is called more than chance when only chance is at work: `python -m benchmarks.niveau`.

A kommune of 3,200 employees in eight personalegrupper with rates of their own, in units that differ by their mix alone.
Employees differ lastingly (frailty), and long courses run on from quarter to quarter. The figures stand in
docs/metode.md.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.byg.graenser import find_quantile

Tal = np.ndarray[Any, Any]
FROE = 20250715
GENTAGELSER = 400
KVARTALER, FORUD = 8, 4
"""Those looked at, and those before them, so that courses are under way."""
ARBEJDSDAGE = 63
STOERRELSER = (10, 25, 80, 400)
"""Employees of a unit; the kommune has as many employees in units of each size."""
PR_STOERRELSE = 800
GRUPPER = np.array([10, 11, 12, 14, 15, 16, 17.5, 20.0])
"""Sygedage a year of each personalegruppe."""


@dataclass(frozen=True)
class Kommune:
    """Grain of `enhed` and `gruppe`: employee."""

    enhed: Tal
    gruppe: Tal
    stoerrelse: Tal


def main() -> None:
    print("employees  outside 95 %  outside 99.8 %  eight quarters on one side")
    for antal, (hold_oeje, stoerre, otte) in simulate().items():
        print(f"{antal:9}  {hold_oeje:10.2f} %  {stoerre:12.2f} %  {otte:24.2f} %")


def simulate() -> dict[int, tuple[float, float, float]]:
    """Per cent of the units, by employees, outside the inner limits, the outer, and on one side in eight quarters."""
    tilfaeldig = np.random.default_rng(FROE)
    kommune = make_kommune(tilfaeldig)
    domme = [judge_once(kommune, draw_days(kommune, tilfaeldig)) for _ in range(GENTAGELSER)]
    return {antal: _percent(domme, kommune.stoerrelse == antal) for antal in STOERRELSER}


def _percent(domme: list[tuple[Tal, Tal, Tal]], valgte: Tal) -> tuple[float, float, float]:
    hold_oeje, stoerre, otte = (100 * float(np.mean([dom[nr][valgte] for dom in domme])) for nr in range(3))
    return hold_oeje, stoerre, otte


def make_kommune(tilfaeldig: np.random.Generator) -> Kommune:
    """Half of a unit is of one personalegruppe, the others are drawn."""
    stoerrelse = np.concatenate([np.full(PR_STOERRELSE // antal, antal) for antal in STOERRELSER])
    enhed = np.repeat(np.arange(stoerrelse.size), stoerrelse)
    egen = tilfaeldig.integers(GRUPPER.size, size=stoerrelse.size)[enhed]
    anden = tilfaeldig.integers(GRUPPER.size, size=enhed.size)
    return Kommune(enhed, np.where(tilfaeldig.random(enhed.size) < 0.5, egen, anden), stoerrelse)


def draw_days(kommune: Kommune, tilfaeldig: np.random.Generator) -> Tal:
    """Days of each employee in each quarter."""
    korte, lange = draw_spells(kommune, tilfaeldig, np.ones(KVARTALER))
    return korte + lange


def draw_spells(kommune: Kommune, tilfaeldig: np.random.Generator, faktorer: Tal) -> tuple[Tal, Tal]:
    """Days of each employee in each quarter: of short spells, and of long courses of 80 working days on the average.
    `faktorer`: how often either begins in a quarter, 1 for as often as ever.
    """
    antal = kommune.gruppe.size
    skroebelig = tilfaeldig.gamma(1.2, 1 / 1.2, antal) * GRUPPER[kommune.gruppe] / GRUPPER.mean()
    kort, lang = np.zeros((antal, KVARTALER + FORUD)), np.zeros((antal, KVARTALER + FORUD))
    rest = np.zeros(antal)
    for kvartal, faktor in enumerate(np.concatenate([np.ones(FORUD), faktorer])):
        begynder = (tilfaeldig.random(antal) < np.minimum(0.02 * faktor * skroebelig, 1)) & (rest == 0)
        rest = np.where(begynder, tilfaeldig.exponential(80, antal), rest)
        lang[:, kvartal] = np.minimum(rest, ARBEJDSDAGE)
        rest -= lang[:, kvartal]
        korte = tilfaeldig.poisson(0.8 * faktor * skroebelig) * tilfaeldig.exponential(2.4, antal)
        kort[:, kvartal] = np.minimum(korte, ARBEJDSDAGE - lang[:, kvartal])
    return kort[:, FORUD:], lang[:, FORUD:]


def judge_once(kommune: Kommune, dage: Tal) -> tuple[Tal, Tal, Tal]:
    """Of each unit: outside the inner and the outer limits of the last year, and of every quarter on one side."""
    aaret = dage[:, -4:].sum(axis=1)
    ydre = find_side(kommune, aaret, 0.998) != 0
    sider = np.array([find_side(kommune, kvartal, 0.95) for kvartal in dage.T])
    return find_side(kommune, aaret, 0.95) != 0, ydre, np.abs(sider.sum(axis=0)) == KVARTALER


def find_side(kommune: Kommune, dage: Tal, mellem: float) -> Tal:
    """1 above the limits, -1 below; as sql/40_udgivelse/niveautal.sql with full-time employees in large groups."""
    antal = np.bincount(kommune.gruppe)
    rate = np.bincount(kommune.gruppe, dage) / antal
    varians = np.bincount(kommune.gruppe, (dage - rate[kommune.gruppe]) ** 2) / antal
    e = kommune.stoerrelse
    forventet = np.bincount(kommune.enhed, rate[kommune.gruppe]) / e
    enhedens = np.bincount(kommune.enhed, varians[kommune.gruppe]) / e**2 * (1 - e / e.sum())
    niveau = np.bincount(kommune.enhed, dage) / e
    nedre, oevre = (
        find_quantile((1 + fortegn * mellem) / 2, middel=forventet, varians=enhedens) for fortegn in (-1, 1)
    )
    return np.where(niveau > oevre, 1, np.where(niveau < nedre, -1, 0))


if __name__ == "__main__":
    main()
