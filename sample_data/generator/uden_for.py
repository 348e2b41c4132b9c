"""Employees outside the population, and the odd spans a real list holds.

Timelønnede, elever, fleksjob, seniorjob and the like; the annulled; the Fleksjobkonsulent, who is ordinary.
"""

from dataclasses import replace
from datetime import date

from generator import kalender, organisation
from generator.ansatte import MAANEDER, Bemanding, Medarbejder, Span, list_spans

EKSTRAORDINAERE = (
    ("Elev", "Elev", "Elever", 22),
    ("Social- og sundhedshjælperelev", "SOSU-elev", "Elever", 26),
    ("Kontorelev", "Elev", "Elever", 8),
    ("Gartnerlærling", "Lærling", "Elever", 3),
    ("Assistent", "Fleksjob", "Administration og it mv.", 38),
    ("Medhjælper i fleksjob", "Fleksjob", "Pædagogmedhjælpere", 42),
    ("Seniorjob", "Seniorjob", "Administration og it mv.", 6),
    ("Medhjælper løntilskud", "Løntilskud", "Pædagogmedhjælpere", 5),
    ("EGU-elev", "EGU", "Elever", 2),
    ("Trainee", "AC", "Akademikere", 2),
)
TIMELOENNEDE = 230


def _random_enhed(bemanding: Bemanding) -> organisation.Enhed:
    egnede = [enhed for enhed in organisation.NYE_ENHEDER if enhed.antal >= 10]
    return egnede[int(bemanding.rng.integers(len(egnede)))]


def _ansaet_udenfor(bemanding: Bemanding, *, titel: tuple, ansforhold: str) -> Medarbejder:
    rng = bemanding.rng
    enhed = _random_enhed(bemanding)
    foerste = -int(rng.integers(30, 1500)) if rng.random() < 0.5 else int(rng.choice(MAANEDER[:-3]))
    sidste = None if rng.random() < 0.6 else max(foerste, 0) + int(rng.integers(90, 700))
    person = bemanding.ansaet(
        enhed=enhed.nummer,
        fagnavn=enhed.fag,
        foerste=foerste,
        sidste=sidste,
        ansforhold=ansforhold,
        titel=(*titel, 1.0),
    )
    person.ordinaer = False
    if person.sidste is not None and person.sidste > kalender.UDTRAEK:
        person.sidste = None
    return person


def staff_udenfor(bemanding: Bemanding) -> None:
    """Adds everyone outside the population; Ansforhold 02 to 08 and extraordinary titles."""
    rng = bemanding.rng
    for stilling, loenklasse, gruppe, antal in EKSTRAORDINAERE:
        for _ in range(antal):
            _ansaet_udenfor(bemanding, titel=(stilling, loenklasse, gruppe), ansforhold="01")
    for nummer in range(TIMELOENNEDE):
        titel = ("Timelønnet medhjælper", "Timeløn", "Pædagogmedhjælpere")
        person = _ansaet_udenfor(bemanding, titel=titel, ansforhold=f"0{2 + int(rng.integers(6))}")
        if nummer == 0:
            person.start["enhed"] = organisation.UKENDT_ENHED
    pensionist = _ansaet_udenfor(
        bemanding, titel=("Pensioneret tjenestemand", "Pension", "Tjenestemænd"), ansforhold="08"
    )
    pensionist.foerste, pensionist.sidste = -900, None
    seniorjob = next(p for p in bemanding.medarbejdere if p.start["stilling"] == "Seniorjob")
    seniorjob.start["loenklasse"] = "+Seniorjob"
    for _ in range(10):
        annulleret = _ansaet_udenfor(bemanding, titel=("Annulleret", "Annulleret", "Annulleret"), ansforhold="01")
        annulleret.foerste, annulleret.sidste = kalender.to_day(date(2025, 5, 1)), None


def name_fleksjobkonsulenter(bemanding: Bemanding) -> None:
    """Three ordinary consultants of the job centre whose title only looks extraordinary."""
    jobcenter = [
        p for p in bemanding.medarbejdere if p.ordinaer and p.fag == "jobcenter" and not p.er_leder and p.sidste is None
    ]
    for person in jobcenter[:3]:
        person.start["stilling"] = "Fleksjobkonsulent"


def plant_grad_fejl(bemanding: Bemanding) -> Medarbejder:
    """One ordinary span with tæller 74 of 37: a grad of 2, counted as 1,0 with a warning."""
    person = next(
        p
        for p in bemanding.medarbejdere
        if p.ordinaer
        and p.fag == "teknik"
        and not p.skift
        and p.sidste is None
        and p.start["taeller"] == 37.0
        and p.start["naevner"] == 37.0
    )
    person.start["taeller"] = 74.0
    return person


def find_elev(medarbejdere: list[Medarbejder]) -> Medarbejder:
    """An elev employed all the years, who carries the faults that need a real employee."""
    return next(p for p in medarbejdere if p.start["stilling"] == "Elev" and p.foerste < 0 and p.sidste is None)


def list_overlap(medarbejdere: list[Medarbejder]) -> list[Span]:
    """A second span of an elev inside the first: the later start rules its days, and the overlap is reported."""
    elev = find_elev(medarbejdere)
    foerste = list_spans(elev)[0]
    start = kalender.to_day(date(2023, 2, 1))
    return [replace(foerste, foerste=start, sidste=start + 27, enhed=organisation.ADMINISTRATIVT_FAELLESSKAB)]
