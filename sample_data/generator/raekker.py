"""Absence records (rows) out of illness episodes, and the dagsværk they state.

Korn: one Raekke is one record of the absence list. Rule for dagsværk: docs/metode.md (hours / 7.4, else days × grad,
else working days × grad; spread over the record's working days).
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from generator import kalender

DAGSVAERK_TIMER = 7.4
TEKST = {
    "SY": "Sygdom",
    "DS": "Delvis syg",
    "AS": "Arbejdsskade",
    "GS": "Graviditetsbetinget sygdom",
    "P56": "§ 56",
    "BS": "Barns sygdom",
    "FE": "Ferie",
    "OM": "Omsorgsdag",
    "KU": "Kursus",
    "BA": "Barsel",
}
SYGE = ("SY", "DS", "AS", "GS", "P56")
DELVIS = ("DS",)
FILGRAENSER = (kalender.to_day(date(2023, 12, 31)), kalender.to_day(date(2024, 12, 31)))


@dataclass
class Raekke:
    """One absence record; `sidste` is the day it counts to, `aaben` prints no end (or 31.12.9999)."""

    nummer: int
    art: str
    foerste: int
    sidste: int
    timer: float | None
    dage: float | None
    aaben: bool = False


def find_dagsvaerk(raekke: Raekke, grad: float) -> float:
    """Total dagsværk of a record; grad is the employee's on its first day."""
    timer = raekke.timer
    if raekke.aaben and timer is not None:
        kalenderdage = raekke.sidste - raekke.foerste + 1
        timer = None if timer == 0 or timer > 24 * kalenderdage else timer
    if timer is not None:
        return timer / DAGSVAERK_TIMER
    if raekke.dage is not None:
        return raekke.dage * grad
    halv = 0.5 if raekke.art in DELVIS else 1.0
    return kalender.count_arbejdsdage(raekke.foerste, raekke.sidste) * grad * halv


def sum_perioder(
    raekke: Raekke, dagsvaerk: float, perioder: list[kalender.Periode], nummer_af_dag: np.ndarray
) -> np.ndarray:
    """A record's dagsværk in each of the quarters (or months)."""
    summer = np.zeros(len(perioder))
    arbejdsdage = kalender.count_arbejdsdage(raekke.foerste, raekke.sidste)
    dage = raekke.sidste - raekke.foerste + 1
    foerste, sidste = (nummer_af_dag[dag] for dag in (raekke.foerste, min(raekke.sidste, kalender.UDTRAEK)))
    for nummer in range(foerste, sidste + 1):
        fra, til = max(raekke.foerste, perioder[nummer].foerste), min(raekke.sidste, perioder[nummer].sidste)
        andel = kalender.count_arbejdsdage(fra, til) / arbejdsdage if arbejdsdage else (til - fra + 1) / dage
        summer[nummer] = dagsvaerk * andel
    return summer


def split_uger(foerste: int, sidste: int) -> list[tuple[int, int]]:
    """OPUS's split of a registration by week, Monday to Sunday; the pieces adjoin."""
    stykker, fra = [], foerste
    while fra <= sidste:
        til = min(sidste, fra + 6 - kalender.to_date(fra).weekday())
        for graense in FILGRAENSER:
            if fra <= graense < til:
                til = graense
        stykker.append((fra, til))
        fra = til + 1
    return stykker


def split_filer(foerste: int, sidste: int) -> list[tuple[int, int]]:
    """Cuts only where one file's period ends and the next begins."""
    graenser = [graense for graense in FILGRAENSER if foerste <= graense < sidste]
    starter, slutter = [foerste, *[g + 1 for g in graenser]], [*graenser, sidste]
    return list(zip(starter, slutter, strict=True))


def build_raekker(
    *, nummer: int, art: str, foerste: int, sidste: int, rota: tuple, andel: float = 1.0, pr_uge: bool = True
) -> list[Raekke]:
    """The records of one spell of one art; hours by rota, two decimals; days are working days."""
    stykker = split_uger(foerste, sidste) if pr_uge else split_filer(foerste, sidste)
    raekker = []
    for fra, til in stykker:
        arbejdsdage = [dag for dag in range(fra, til + 1) if kalender.ER_ARBEJDSDAG_LISTE[dag]]
        if not arbejdsdage and len(stykker) > 1 and raekker:
            if raekker[-1].sidste not in FILGRAENSER:
                raekker[-1].sidste = til
            continue
        timer = sum(rota[kalender.to_date(dag).weekday()] for dag in arbejdsdage) * andel
        raekker.append(Raekke(nummer, art, fra, til, round(timer, 2), round(len(arbejdsdage) * andel, 2)))
    return raekker
