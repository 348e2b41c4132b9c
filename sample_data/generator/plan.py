"""How many dagsværk each part shall have in each quarter, so that the rolling rates follow maal.py.

Korn: part (afdeling, the closed unit, FAELLES) × quarter. Unit: dagsværk.
"""

from dataclasses import dataclass

import numpy as np

from generator import kalender, maal, organisation
from generator.befolkning import Befolkning

DELE = (*organisation.AFDELINGER, organisation.RENGOERING, organisation.FAELLES)


@dataclass
class Plan:
    """Targets per part and quarter: all dagsværk, and those in long sygeforløb."""

    alle: dict[int, np.ndarray]
    lange: dict[int, np.ndarray]


def count_ansatdage(befolkning: Befolkning) -> dict[int, np.ndarray]:
    """Employed days per part and quarter."""
    dele = befolkning.find_del()
    graenser = [kvartal.foerste for kvartal in kalender.KVARTALER]
    return {del_: np.add.reduceat((dele == del_).sum(axis=0), graenser) for del_ in DELE}


def _roll(vaerdier: np.ndarray) -> np.ndarray:
    """Sums over four quarters, from 2021K4 to 2025K2."""
    return np.array(
        [vaerdier[i - 3 : i + 1].sum() for i in range(maal.FOERSTE_RULLENDE, kalender.SIDSTE_HELE_KVARTAL + 1)]
    )


def _unroll(rullende: np.ndarray) -> np.ndarray:
    """Quarterly values whose four-quarter sums are the given ones; 2021 by season, the last by its own year before."""
    kvartaler = [rullende[0] * andel for andel in maal.SAESON_2021]
    for sum_ in rullende[1:]:
        kvartaler.append(max(0.0, sum_ - sum(kvartaler[-3:])))
    kvartaler.append(kvartaler[-4] * kalender.KVARTALER[-1].dage / 92)
    return np.array(kvartaler)


def _wave(nummer: int, antal: int) -> np.ndarray:
    """A slow deviation of up to 2 % around the municipality's path, fading out before 2025K1."""
    trin = np.arange(antal)
    udtoning = np.clip((antal - 2 - trin) / 4, 0, 1)
    return 1 + 0.02 * np.sin(2 * np.pi * (trin / 9 + nummer * 0.37)) * udtoning


def _rates(dage: dict[int, np.ndarray], medarbejdere: dict[int, np.ndarray]) -> dict[int, np.ndarray]:
    """Rolling rate per part; scaled so that the whole follows maal.KOMMUNE, the closed unit closing the last gap."""
    kommune, alle = np.array(maal.KOMMUNE), sum(medarbejdere.values())
    antal = len(kommune)
    rater = {del_: maal.NIVEAU[del_] * kommune / kommune[-2] * _wave(i, antal) for i, del_ in enumerate(DELE)}
    for del_, faktor in maal.SIDSTE_AAR.items():
        rater[del_][-5:] *= faktor
    skala = kommune * alle / sum(rater[del_] * medarbejdere[del_] for del_ in DELE)
    for del_ in DELE:
        rater[del_] = rater[del_] * skala
        rater[del_][-1] = rater[del_][-2] + maal.AENDRING[del_]
    return rater


def build_plan(befolkning: Befolkning) -> Plan:
    """Targets from the staff there is."""
    dage = count_ansatdage(befolkning)
    laengde = _roll(np.array([kvartal.dage for kvartal in kalender.KVARTALER]))
    medarbejdere = {del_: _roll(dage[del_]) / laengde for del_ in DELE}
    rater = _rates(dage, medarbejdere)
    andel = np.array(maal.LANG_ANDEL)
    summer = {del_: rater[del_] * medarbejdere[del_] for del_ in DELE}
    alle = {del_: _unroll(summer[del_]) for del_ in DELE}
    lange = {del_: _unroll(summer[del_] * (0 if del_ == organisation.FAELLES else andel)) for del_ in DELE}
    return Plan(alle, lange)
