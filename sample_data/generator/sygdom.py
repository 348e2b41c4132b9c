"""Draws illness: whole sygeforløb, long ones first, short ones until each part's quarter holds what the plan says.

Korn of the result: one Raekke per record. A forløb is drawn only for an employee who is in the population
and in one part from its first to its last day, with no other illness within five days, so that long and short stay
what they were drawn as.
"""

from datetime import date

import numpy as np

from generator import kalender
from generator.ansatte import Medarbejder
from generator.befolkning import UDEN, Befolkning
from generator.plan import DELE, Plan
from generator.raekker import FILGRAENSER, Raekke, build_raekker, find_dagsvaerk, sum_perioder

LUFT = 5
KORT_LAENGDER = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18)
KORT_VAEGTE = np.array([36, 23, 14, 8, 7, 3, 2, 2, 1, 1.5, 1, 0.9, 0.6])
MAANED_VAEGT = np.array([0, 1.25, 1.25, 1.1, 0.95, 0.95, 0.9, 0.7, 0.85, 1.15, 1.1, 1.15, 1.25])
FRISK_GRAENSE = 4.9


class Sygdom:
    """The state of the drawing: who is ill when, and the dagsværk so far per part, employee and quarter."""

    def __init__(self, rng: np.random.Generator, medarbejdere: list[Medarbejder], befolkning: Befolkning, plan: Plan):
        self.rng, self.plan, self.befolkning = rng, plan, befolkning
        self.personer = {befolkning.plads[person.nummer]: person for person in medarbejdere}
        self.dele = befolkning.find_del()
        self.optaget = np.zeros(self.dele.shape, dtype=bool)
        antal = len(kalender.KVARTALER)
        self.pr_maaned = np.zeros((len(self.dele), len(kalender.MAANEDER)))
        self.alle = {del_: np.zeros(antal) for del_ in DELE}
        self.lange = {del_: np.zeros(antal) for del_ in DELE}
        self.raekker: list[Raekke] = []
        self.planlagte: dict[str, list[tuple[int, list[Raekke]]]] = {}

    def is_mulig(self, plads: int, foerste: int, sidste: int) -> bool:
        """In one part of the population all the way, and well for five days on either side."""
        if foerste < 0 or sidste > kalender.UDTRAEK or self.dele[plads, foerste] == UDEN:
            return False
        if (self.dele[plads, foerste : sidste + 1] != self.dele[plads, foerste]).any():
            return False
        return not self.optaget[plads, max(0, foerste - LUFT) : sidste + LUFT + 1].any()

    def rota_paa(self, plads: int, dag: int) -> tuple:
        """The employee's hours per weekday on a day, after any change of hours."""
        person = self.personer[plads]
        grad = min(1.0, self.befolkning.grad[plads, dag])
        faktor = grad * 37.0 / sum(person.rota)
        return tuple(timer * faktor for timer in person.rota)

    def measure(self, plads: int, raekker: list[Raekke]) -> np.ndarray:
        """Dagsværk per quarter of some records."""
        return self._sum(plads, raekker, kalender.KVARTALER, kalender.KVARTAL_AF_DAG)

    def measure_maaneder(self, plads: int, raekker: list[Raekke]) -> np.ndarray:
        """Dagsværk per month of some records."""
        return self._sum(plads, raekker, kalender.MAANEDER, kalender.MAANED_AF_DAG)

    def _sum(
        self, plads: int, raekker: list[Raekke], perioder: list[kalender.Periode], numre: np.ndarray
    ) -> np.ndarray:
        grader = self.befolkning.grad[plads]
        return sum(sum_perioder(r, find_dagsvaerk(r, grader[r.foerste]), perioder, numre) for r in raekker)

    def add(self, plads: int, raekker: list[Raekke], kvartaler: np.ndarray, *, lang: bool) -> None:
        del_ = int(self.dele[plads, raekker[0].foerste])
        self.optaget[plads, raekker[0].foerste : raekker[-1].sidste + 1] = True
        self.pr_maaned[plads] += self.measure_maaneder(plads, raekker)
        self.alle[del_] += kvartaler
        if lang:
            self.lange[del_] += kvartaler
        self.raekker += raekker

    def list_kandidater(self, del_: int, kvartal: kalender.Periode) -> np.ndarray:
        """Places of employees in a part on some day of a quarter."""
        return np.flatnonzero((self.dele[:, kvartal.foerste : kvartal.sidste + 1] == del_).any(axis=1))


def draw_lange(tilstand: Sygdom, del_: int, nummer: int) -> None:
    """Adds long sygeforløb starting in a quarter up to the plan, and never above it later on."""
    rng, kvartal = tilstand.rng, kalender.KVARTALER[nummer]
    maalet = tilstand.plan.lange[del_]
    kandidater = [p for p in tilstand.list_kandidater(del_, kvartal) if not tilstand.personer[p].robust]
    if not kandidater or maalet[nummer] < 15:
        return
    vaegte = np.array([tilstand.personer[p].skroebelighed for p in kandidater])
    antal = 2500
    pladser = rng.choice(kandidater, size=antal, p=vaegte / vaegte.sum())
    starter = rng.integers(kvartal.foerste, kvartal.sidste + 1 if nummer else kvartal.foerste + 70, size=antal)
    laengder = np.clip(rng.lognormal(4.75, 0.65, size=antal), 30, 420).astype(int) + 1
    laengder[antal // 2 :] = rng.integers(31, 100, size=antal - antal // 2)
    for plads, start, laengde in zip(pladser.tolist(), starter.tolist(), laengder.tolist(), strict=True):
        mangler = maalet[nummer] - tilstand.lange[del_][nummer]
        if mangler < 6:
            return
        start, slut = kalender.to_arbejdsdag(start), start + laengde
        if slut > kalender.UDTRAEK and nummer >= kalender.SIDSTE_HELE_KVARTAL - 2:
            slut = kalender.UDTRAEK
        if slut - start < 30 or start > kvartal.sidste or not tilstand.is_mulig(plads, start, slut):
            continue
        raekker = build_langt(tilstand, plads, start, slut)
        bidrag = tilstand.measure(plads, raekker)
        loft = 0.8 * maalet[nummer + 1 :] - tilstand.lange[del_][nummer + 1 :]
        if bidrag[nummer] <= mangler + 6 and (bidrag[nummer + 1 :] <= np.maximum(loft, 0)).all():
            tilstand.add(plads, raekker, bidrag, lang=True)


def build_langt(tilstand: Sygdom, plads: int, start: int, slut: int) -> list[Raekke]:
    """One long forløb: a part-time return for some, split by week for most, open when it reaches the extraction."""
    rng, rota, nummer = tilstand.rng, tilstand.rota_paa(plads, start), tilstand.personer[plads].nummer
    art = str(rng.choice(["SY", "AS", "GS"], p=[0.86, 0.06, 0.08]))
    pr_uge, delvis, andel = rng.random() < 0.8, rng.random() < 0.35, float(rng.choice([0.4, 0.5, 0.6]))
    skift = start + int(0.75 * (slut - start))
    while not (kalender.ER_ARBEJDSDAG[skift] and kalender.to_date(skift).weekday() == 0) and skift < slut:
        skift += 1
    if not delvis or skift >= slut - 6:
        raekker = build_raekker(nummer=nummer, art=art, foerste=start, sidste=slut, rota=rota, pr_uge=pr_uge)
    else:
        raekker = build_raekker(nummer=nummer, art=art, foerste=start, sidste=skift - 1, rota=rota, pr_uge=pr_uge)
        raekker += build_raekker(
            nummer=nummer, art="DS", foerste=skift, sidste=slut, rota=rota, andel=andel, pr_uge=pr_uge
        )
    if slut == kalender.UDTRAEK:
        raekker[-1].aaben = True
        if pr_uge or rng.random() < 0.4:
            raekker[-1].timer = 0.0
            raekker[-1].dage = None if rng.random() < 0.5 else raekker[-1].dage
    return raekker


def build_kort(tilstand: Sygdom, plads: int, start: int, antal_dage: int) -> list[Raekke]:
    """One short illness of a number of working days; a weekend shift now and then in units that never close."""
    rng, person = tilstand.rng, tilstand.personer[plads]
    if person.fag in ("pleje", "bosted") and antal_dage == 1 and rng.random() < 0.16:
        return _build_weekendvagt(tilstand, plads, start)
    foerste = kalender.to_arbejdsdag(start)
    plads_i_kalender = int(np.searchsorted(kalender.ARBEJDSDAG_NUMRE, foerste))
    sidste = int(kalender.ARBEJDSDAG_NUMRE[plads_i_kalender + antal_dage - 1])
    art = "SY" if antal_dage > 1 else str(rng.choice(["SY", "P56", "GS", "AS", "DS"], p=[0.93, 0.03, 0.01, 0.01, 0.02]))
    andel = 0.5 if art == "DS" else 1.0
    raekker = build_raekker(
        nummer=person.nummer,
        art=art,
        foerste=foerste,
        sidste=sidste,
        rota=tilstand.rota_paa(plads, foerste),
        andel=andel,
        pr_uge=rng.random() < 0.85,
    )
    raekker[-1].aaben = raekker[-1].sidste == kalender.UDTRAEK
    tal = rng.random()
    if tal < 0.025 and art == "SY":
        raekker[-1].timer = None
    elif tal < 0.0256 and art == "SY":
        raekker[-1].timer = raekker[-1].dage = None
    elif tal < 0.06:
        raekker[-1].dage = None
    return raekker


def _build_weekendvagt(tilstand: Sygdom, plads: int, start: int) -> list[Raekke]:
    """A Saturday, or both days, with shifts of 7.5 to 16 hours and no days stated."""
    rng = tilstand.rng
    loerdag = start + (5 - kalender.to_date(start).weekday()) % 7
    sidste = loerdag + int(rng.integers(0, 2))
    if any(loerdag <= graense < sidste for graense in FILGRAENSER):
        sidste = loerdag
    timer = float(rng.choice([7.5, 8.0, 8.5, 12.0, 16.0], p=[0.3, 0.3, 0.2, 0.14, 0.06])) * (sidste - loerdag + 1)
    return [Raekke(tilstand.personer[plads].nummer, "SY", loerdag, sidste, timer, None)]


def _stays_frisk(tilstand: Sygdom, plads: int, raekker: list[Raekke]) -> bool:
    """True unless the new records bring a robust employee to the limit in some twelve months."""
    nye = tilstand.measure_maaneder(plads, raekker)
    rullet_nye, rullet_foer = (np.convolve(m, np.ones(12)) for m in (nye, tilstand.pr_maaned[plads]))
    return bool((rullet_nye + rullet_foer)[rullet_nye > 0].max(initial=0.0) < FRISK_GRAENSE)


def draw_korte(tilstand: Sygdom, del_: int, nummer: int) -> None:
    """Fills a part's quarter with short illness up to the plan; the last record is as many hours as are missing."""
    rng, kvartal = tilstand.rng, kalender.KVARTALER[nummer]
    kandidater = tilstand.list_kandidater(del_, kvartal)
    if not len(kandidater):
        return
    vaegte = np.array(
        [tilstand.personer[p].skroebelighed * (0.35 if tilstand.personer[p].robust else 1.0) for p in kandidater]
    )
    dage = np.arange(kvartal.foerste, kvartal.sidste + 1)
    dagvaegte = np.array([MAANED_VAEGT[kalender.to_date(dag).month] for dag in dage]) * kalender.ER_ARBEJDSDAG[dage]
    laengdevaegte = KORT_VAEGTE / KORT_VAEGTE.sum()
    while (mangler := tilstand.plan.alle[del_][nummer] - tilstand.alle[del_][nummer]) > 0.7:
        antal = int(mangler) + 20
        pladser = rng.choice(kandidater, size=antal, p=vaegte / vaegte.sum()).tolist()
        starter = rng.choice(dage, size=antal, p=dagvaegte / dagvaegte.sum()).tolist()
        laengder = rng.choice(KORT_LAENGDER, size=antal, p=laengdevaegte).tolist()
        for plads, start, laengde in zip(pladser, starter, laengder, strict=True):
            mangler = tilstand.plan.alle[del_][nummer] - tilstand.alle[del_][nummer]
            if mangler <= 0.7:
                break
            _try_kort(tilstand, plads, start, laengde, nummer, mangler)
    if mangler > 0.05:
        _close_gap(tilstand, del_, nummer, mangler)


def _try_kort(tilstand: Sygdom, plads: int, start: int, laengde: int, nummer: int, mangler: float) -> None:
    raekker = build_kort(tilstand, plads, start, laengde)
    if not tilstand.is_mulig(plads, raekker[0].foerste, raekker[-1].sidste):
        return
    bidrag = tilstand.measure(plads, raekker)
    if bidrag[nummer] > mangler or (bidrag[:nummer].any()):
        return
    if tilstand.personer[plads].robust and not _stays_frisk(tilstand, plads, raekker):
        return
    tilstand.add(plads, raekker, bidrag, lang=False)


def _close_gap(tilstand: Sygdom, del_: int, nummer: int, mangler: float) -> None:
    """One part-day of illness with exactly the hours the plan still lacks."""
    kvartal = kalender.KVARTALER[nummer]
    for plads in tilstand.rng.permutation(tilstand.list_kandidater(del_, kvartal)).tolist():
        dag = kalender.to_arbejdsdag(int(tilstand.rng.integers(kvartal.foerste, kvartal.sidste - 5)))
        if (
            tilstand.personer[plads].robust
            or tilstand.dele[plads, dag] != del_
            or not tilstand.is_mulig(plads, dag, dag)
        ):
            continue
        raekke = Raekke(tilstand.personer[plads].nummer, "SY", dag, dag, round(mangler * 7.4, 2), round(mangler, 2))
        tilstand.add(plads, [raekke], tilstand.measure(plads, [raekke]), lang=False)
        return


def fall_leader_ill(tilstand: Sygdom) -> None:
    """One school's leader is ill from 10 February 2025 and still away."""
    start = kalender.to_day(date(2025, 2, 10))
    plads = next(
        p
        for p, person in sorted(tilstand.personer.items())
        if person.start["stilling"] == "Skoleleder" and tilstand.is_mulig(p, start - 200, kalender.UDTRAEK)
    )
    raekker = build_langt(tilstand, plads, start, kalender.UDTRAEK)
    tilstand.add(plads, raekker, tilstand.measure(plads, raekker), lang=True)
