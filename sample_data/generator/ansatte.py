"""The employees: who works where, when, in what job and for how many hours.

A Medarbejder is one medarbejdernummer with a list of changes; `list_spans` turns them into employment spans
(korn: medarbejder, startdag), the shape of OPUS's span list.
"""

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from generator import fag, kalender, organisation

AFGANG_PR_MAANED = 0.0098
ROBUST_ANDEL = 0.155
MAANEDER = [kalender.to_day(date(aar, maaned, 1)) for aar in range(2021, 2026) for maaned in range(1, 13)]
MAANEDER = [dag for dag in MAANEDER if dag <= kalender.UDTRAEK]


@dataclass
class Medarbejder:
    """One employee number: first state in `start`, later changes as (day, changed fields)."""

    nummer: int
    navn: str
    foerste: int
    sidste: int | None
    start: dict
    fag: str
    skift: list = field(default_factory=list)
    er_leder: bool = False
    robust: bool = False
    skroebelighed: float = 1.0
    rota: tuple = (7.4, 7.4, 7.4, 7.4, 7.4)
    ordinaer: bool = True

    def tilstand(self, dag: int) -> dict:
        """The state valid on a day."""
        tilstand = dict(self.start)
        for skiftedag, felter in sorted(self.skift, key=lambda skift: skift[0]):
            if skiftedag <= dag:
                tilstand.update(felter)
        return tilstand

    def er_ansat(self, dag: int) -> bool:
        return self.foerste <= dag and (self.sidste is None or dag <= self.sidste)


@dataclass
class Span:
    """One employment span; `sidste` None is open (31.12.9999)."""

    nummer: int
    foerste: int
    sidste: int | None
    enhed: int
    ansforhold: str
    taeller: float
    naevner: float | None
    stilling: str
    loenklasse: str
    personalegruppe: str


def list_spans(medarbejder: Medarbejder) -> list[Span]:
    """One span per change, adjoining, inside the employment."""
    slut = medarbejder.sidste
    dage = sorted({dag for dag, _ in medarbejder.skift if dag > medarbejder.foerste and (slut is None or dag <= slut)})
    starter = [medarbejder.foerste, *dage]
    slutter = [dag - 1 for dag in dage] + [slut]
    return [
        Span(medarbejder.nummer, foerste, sidste, **medarbejder.tilstand(foerste))
        for foerste, sidste in zip(starter, slutter, strict=True)
    ]


class Bemanding:
    """Hires people; keeps the numbers and names unique. One seeded generator for all draws."""

    def __init__(self, rng: np.random.Generator):
        self.rng = rng
        self.numre = iter((rng.permutation(9000) + 10001).tolist())
        self.medarbejdere: list[Medarbejder] = []

    def ansaet(
        self,
        *,
        enhed: int,
        fagnavn: str,
        foerste: int,
        sidste: int | None,
        ansforhold: str | None = None,
        titel: tuple | None = None,
    ) -> Medarbejder:
        """Adds one employee with a random name, title, hours and rota of the trade."""
        rng = self.rng
        titler, timer = fag.FAG[fagnavn]
        vaegte = np.array([t[3] for t in titler])
        valgt = titel or titler[rng.choice(len(titler), p=vaegte / vaegte.sum())]
        taeller = float(rng.choice([t for t, _ in timer], p=[v for _, v in timer]))
        naevner: float | None = 37.0
        tal = rng.random()
        if taeller == 37.0 and tal < 0.05:
            taeller, naevner = 100.0, 100.0
        elif taeller == 37.0 and tal < 0.06:
            naevner = None
        start = {
            "enhed": enhed,
            "ansforhold": ansforhold or ("00" if rng.random() < 0.06 else "01"),
            "taeller": taeller,
            "naevner": naevner,
            "stilling": valgt[0],
            "loenklasse": valgt[1],
            "personalegruppe": valgt[2],
        }
        medarbejder = Medarbejder(next(self.numre), self._navn(), foerste, sidste, start, fagnavn)
        medarbejder.rota = self._rota(fagnavn, min(1.0, taeller / (naevner or 37.0)))
        medarbejder.skroebelighed = float(rng.gamma(1.0, 1.2)) + 0.15
        medarbejder.robust = bool(rng.random() < ROBUST_ANDEL)
        self.medarbejdere.append(medarbejder)
        return medarbejder

    def _navn(self) -> str:
        fornavn, efternavn = self.rng.choice(fag.FORNAVNE), self.rng.choice(fag.EFTERNAVNE)
        mellem = f" {self.rng.choice(fag.EFTERNAVNE)}" if self.rng.random() < 0.35 else ""
        return f"{fornavn}{mellem} {efternavn}"

    def _rota(self, fagnavn: str, grad: float) -> tuple:
        """Hours a weekday, Monday to Friday, summing to 37 × grad."""
        moenstre = {
            "skole": ((8.0, 8.0, 8.0, 8.0, 5.0), (7.5, 7.5, 7.5, 7.5, 7.0)),
            "kontor": ((7.5, 7.5, 7.5, 8.5, 6.0), (7.4,) * 5),
        }
        valg = moenstre.get(fagnavn, ((7.4,) * 5, (7.75, 7.75, 7.75, 7.75, 6.0), (7.4,) * 5))
        return tuple(time * grad for time in valg[self.rng.integers(len(valg))])


def _find_ledertitel(enhed: organisation.Enhed) -> str:
    """The trade's own title for the leader of a whole enhed, Teamleder in an underenhed."""
    er_hel = enhed.overordnet is None or enhed.overordnet in (organisation.ROD, *organisation.AFDELINGER)
    er_hel = er_hel or enhed.fag == "ledelse"
    return fag.LEDERTITEL.get(enhed.fag, "Teamleder") if er_hel else "Teamleder"


def staff_enhed(bemanding: Bemanding, enhed: organisation.Enhed) -> None:
    """Fills every post of an enhed from 2021 to the extraction date, with leavers and joiners at month ends."""
    rng = bemanding.rng
    slutdag = kalender.to_day(date(2025, 3, 31)) if enhed.nummer == organisation.RENGOERING else None
    for post in range(enhed.antal):
        leder = post == 0
        titel = (_find_ledertitel(enhed), "Lederløn", "Ledere", 1.0) if leder else None
        foerste = -int(rng.integers(30, 6500))
        while True:
            sidste = _find_afgang(rng, foerste, AFGANG_PR_MAANED * (0.4 if leder else 1.0), slutdag)
            person = bemanding.ansaet(
                enhed=enhed.nummer, fagnavn=enhed.fag, foerste=foerste, sidste=sidste, titel=titel
            )
            person.er_leder = leder
            if sidste is None or sidste == slutdag:
                break
            naeste = [dag for dag in MAANEDER if dag > sidste and (slutdag is None or dag < slutdag)]
            if not naeste:
                break
            foerste = naeste[min(int(rng.choice([0, 0, 0, 1])), len(naeste) - 1)]


def _find_afgang(rng: np.random.Generator, foerste: int, risiko: float, slutdag: int | None) -> int | None:
    """Last day of employment: a month end drawn with a fixed monthly risk, else the unit's closing or open."""
    for dag in MAANEDER:
        if dag > max(foerste, 0) + 25 and rng.random() < risiko and (slutdag is None or dag - 1 < slutdag):
            return dag - 1
    return slutdag


def move_between_units(bemanding: Bemanding, antal: int) -> None:
    """Pairs of the same trade swap units on the 1st of a month, so sizes hold."""
    rng = bemanding.rng
    pr_fag: dict[str, list[Medarbejder]] = {}
    for person in bemanding.medarbejdere:
        if not person.er_leder and person.fag not in ("ledelse", "rengoering"):
            pr_fag.setdefault(person.fag, []).append(person)
    navne = sorted(pr_fag)
    for _ in range(antal):
        gruppe = pr_fag[navne[rng.integers(len(navne))]]
        en, anden = (gruppe[i] for i in rng.integers(len(gruppe), size=2))
        dag = MAANEDER[int(rng.integers(3, len(MAANEDER) - 2))]
        if en.skift or anden.skift or not all(p.er_ansat(dag - 40) and p.er_ansat(dag + 40) for p in (en, anden)):
            continue
        fra, til = en.start["enhed"], anden.start["enhed"]
        if fra != til:
            en.skift.append((dag, {"enhed": til}))
            anden.skift.append((dag, {"enhed": fra}))


def change_hours(bemanding: Bemanding, antal: int) -> None:
    """New hours from the 1st of a month."""
    rng = bemanding.rng
    for index in rng.integers(len(bemanding.medarbejdere), size=antal):
        person = bemanding.medarbejdere[index]
        dag = MAANEDER[int(rng.integers(2, len(MAANEDER)))]
        if person.er_ansat(dag) and person.start["naevner"] == 37.0 and person.foerste < dag:
            person.skift.append((dag, {"taeller": float(rng.choice([37.0, 34.0, 32.0, 30.0])), "naevner": 37.0}))


def take_orlov(bemanding: Bemanding, antal: int) -> None:
    """Leave without pay: tæller 0 for two to nine months, then the former hours again."""
    rng = bemanding.rng
    for index in rng.integers(len(bemanding.medarbejdere), size=antal):
        person = bemanding.medarbejdere[index]
        nummer = int(rng.integers(2, len(MAANEDER) - 10))
        fra, til = MAANEDER[nummer], MAANEDER[nummer + int(rng.integers(2, 10))]
        if person.skift or not person.er_ansat(til) or person.foerste >= fra:
            continue
        person.skift += [(fra, {"taeller": 0.0}), (til, {"taeller": person.start["taeller"]})]


def merge_enhed(bemanding: Bemanding) -> None:
    """Until 31 July 2023 eleven of the successor's posts belonged to the merged unit."""
    dag = kalender.to_day(date(2023, 8, 1))
    gamle = [p for p in bemanding.medarbejdere if p.start["enhed"] == organisation.EFTERFOELGER and p.foerste < dag]
    for person in [p for p in gamle if not p.er_leder and not p.skift][:16]:
        person.start["enhed"] = organisation.SAMMENLAGT
        person.skift.append((dag, {"enhed": organisation.EFTERFOELGER}))


def grow_stab(bemanding: Bemanding, *, flyttede: int, nye: int) -> None:
    """Spring 2025: administration is gathered in Økonomi & Stab, by transfer and by hiring."""
    rng, dag = bemanding.rng, kalender.to_day(date(2025, 4, 1))
    enhed = organisation.ADMINISTRATIVT_FAELLESSKAB
    egnede = [
        p
        for p in bemanding.medarbejdere
        if p.start["personalegruppe"] == "Administration og it mv."
        and not p.skift
        and p.er_ansat(dag - 60)
        and p.er_ansat(kalender.UDTRAEK)
        and organisation.BSV in organisation.list_stamme(p.start["enhed"])
        and p.fag != "ledelse"
    ]
    for index in sorted(rng.permutation(len(egnede))[:flyttede].tolist()):
        egnede[index].skift.append((dag, {"enhed": enhed, "stilling": "Assistent"}))
    for nummer in range(nye):
        start = kalender.to_day(date(2025, 4 if nummer < 0.7 * nye else 5, 1))
        bemanding.ansaet(enhed=enhed, fagnavn="kontor", foerste=start, sidste=None)


def staff_ordinaere(rng: np.random.Generator) -> Bemanding:
    """All monthly-paid ordinary employees."""
    bemanding = Bemanding(rng)
    for enhed in organisation.NYE_ENHEDER + organisation.FORSVUNDNE:
        staff_enhed(bemanding, enhed)
    merge_enhed(bemanding)
    move_between_units(bemanding, 330)
    take_orlov(bemanding, 110)
    change_hours(bemanding, 420)
    grow_stab(bemanding, flyttede=54, nye=70)
    return bemanding
