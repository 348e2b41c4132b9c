"""What else the absence list holds: other kinds of absence, and illness outside the population.

Korn: one Raekke. Nothing here touches a figure of the minutes.
"""

import numpy as np

from generator import kalender
from generator.ansatte import Medarbejder
from generator.raekker import Raekke, build_raekker
from generator.sygdom import Sygdom

# art: spells per employed year, longest in working days
SAEDVANLIGE = {"FE": (1.3, 5), "BS": (0.35, 1), "OM": (0.12, 2), "KU": (0.2, 3)}
BARSLER = 230


def _find_dage(person: Medarbejder) -> tuple[int, int]:
    sidste = kalender.UDTRAEK if person.sidste is None else min(person.sidste, kalender.UDTRAEK)
    return max(person.foerste, 0), sidste


def draw_andet(tilstand: Sygdom, medarbejdere: list[Medarbejder]) -> list[Raekke]:
    """Holidays, a child's first day, care days and courses of everybody."""
    rng, raekker = tilstand.rng, []
    for person in medarbejdere:
        fra, til = _find_dage(person)
        if til - fra < 40 or person.start["stilling"] == "Annulleret":
            continue
        for art, (pr_aar, laengst) in SAEDVANLIGE.items():
            for _ in range(int(rng.poisson(pr_aar * (til - fra) / 365))):
                raekker += _draw_en(tilstand, person, art, int(rng.integers(fra, til - 12)), laengst)
    return raekker


def draw_barsel(tilstand: Sygdom, medarbejdere: list[Medarbejder]) -> list[Raekke]:
    """Parental leave, one record a spell; drawn before the illness, so that none falls inside it."""
    rng, raekker = tilstand.rng, []
    egnede = [p for p in medarbejdere if p.ordinaer and not p.robust and p.fag != "drift"]
    for index in rng.integers(len(egnede), size=BARSLER):
        person = egnede[index]
        fra, til = _find_dage(person)
        start, laengde = int(rng.integers(fra, til)), int(rng.integers(98, 300))
        raekker += _draw_spaend(tilstand, person, start, start + laengde)
    return raekker


def _draw_en(tilstand: Sygdom, person: Medarbejder, art: str, start: int, laengst: int) -> list[Raekke]:
    """One spell from a Monday (holiday) or any working day, when the employee is not away already."""
    plads, rng = tilstand.befolkning.plads[person.nummer], tilstand.rng
    if art == "FE":
        start -= kalender.to_date(start).weekday()
        sidste = start + 4
    else:
        sidste = start + int(rng.integers(0, laengst))
    if (
        start < 0
        or tilstand.optaget[plads, start : sidste + 1].any()
        or not kalender.ER_ARBEJDSDAG[start : sidste + 1].all()
    ):
        return []
    if not tilstand.befolkning.ansat[plads, start : sidste + 1].all():
        return []
    tilstand.optaget[plads, start : sidste + 1] = True
    return build_raekker(nummer=person.nummer, art=art, foerste=start, sidste=sidste, rota=person.rota)


def _draw_spaend(tilstand: Sygdom, person: Medarbejder, start: int, slut: int) -> list[Raekke]:
    plads = tilstand.befolkning.plads[person.nummer]
    if slut > kalender.UDTRAEK or tilstand.optaget[plads, start : slut + 1].any():
        return []
    if not kalender.ER_ARBEJDSDAG[start] or not tilstand.befolkning.ansat[plads, start : slut + 1].all():
        return []
    tilstand.optaget[plads, start : slut + 1] = True
    return build_raekker(nummer=person.nummer, art="BA", foerste=start, sidste=slut, rota=person.rota, pr_uge=False)


def draw_udenfor(tilstand: Sygdom, medarbejdere: list[Medarbejder]) -> list[Raekke]:
    """Illness of elever, fleksjob and timelønnede; a month and more for a few."""
    rng, raekker = tilstand.rng, []
    for person in medarbejdere:
        fra, til = _find_dage(person)
        if person.ordinaer or til - fra < 60 or person.start["stilling"] in ("Annulleret", "Pensioneret tjenestemand"):
            continue
        pr_aar = 1.2 if person.start["ansforhold"] != "01" else 2.6
        for _ in range(int(rng.poisson(pr_aar * (til - fra) / 365))):
            laengde = int(rng.choice([0, 1, 2, 4, 9, 45], p=[0.4, 0.25, 0.15, 0.12, 0.06, 0.02]))
            raekker += _draw_syg(tilstand, person, int(rng.integers(fra, til - 50)), laengde)
    return raekker


def _draw_syg(tilstand: Sygdom, person: Medarbejder, start: int, laengde: int) -> list[Raekke]:
    plads = tilstand.befolkning.plads[person.nummer]
    arbejdsdage = kalender.ARBEJDSDAG_NUMRE
    start, slut = (int(arbejdsdage[np.searchsorted(arbejdsdage, dag)]) for dag in (start, start + laengde))
    if (
        tilstand.optaget[plads, max(0, start - 5) : slut + 6].any()
        or not tilstand.befolkning.ansat[plads, start : slut + 1].all()
    ):
        return []
    tilstand.optaget[plads, start : slut + 1] = True
    return build_raekker(nummer=person.nummer, art="SY", foerste=start, sidste=slut, rota=person.rota)
