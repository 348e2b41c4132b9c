"""Invented organisations for the judge: units that open, close and are tiny, and employees who move between them."""

from datetime import date, timedelta
from random import Random

from tests.lille_leverance import Ansaettelse, Enhed, Fravaer, Leverance

BEGYNDELSE, UDTRAEK = date(2021, 1, 1), date(2023, 12, 31)
STOERRELSER = (1, 2, 3, 4, 6, 8, 11, 14, 19, 25, 33, 45)
KOMMUNE = "10"


def invent_organisation(froe: int) -> Leverance:
    """The same for the same seed."""
    tilfaeldig = Random(froe)
    enheder, steder = _tree(tilfaeldig)
    aabne = {sted: _open_days(tilfaeldig) for sted in steder}
    ansaettelser: list[Ansaettelse] = []
    fravaer: list[Fravaer] = []
    nummer = 0
    for sted in steder:
        for _ in range(tilfaeldig.choice(STOERRELSER)):
            nummer += 1
            egne = _spans(tilfaeldig, str(nummer), sted, aabne)
            ansaettelser += egne
            fravaer += [post for spaend in egne[:2] for post in _records(tilfaeldig, spaend)]
    return Leverance(
        udtraek=UDTRAEK,
        enheder=tuple(enheder),
        ansaettelser=tuple(ansaettelser),
        fravaer=tuple(fravaer),
        periode_fravaer=(BEGYNDELSE, UDTRAEK),
        periode_ansaettelser=(BEGYNDELSE, UDTRAEK),
    )


def _tree(tilfaeldig: Random) -> tuple[list[Enhed], list[str]]:
    """Two or three områder, some divided once more and some twice; who works anywhere, the kommune itself too."""
    enheder, steder = [Enhed(KOMMUNE)], [KOMMUNE]
    for omraade in range(tilfaeldig.randint(2, 3)):
        over = f"{omraade + 1}00"
        enheder.append(Enhed(over, KOMMUNE))
        steder.append(over)
        for afdeling in range(tilfaeldig.randint(0, 4)):
            egen = f"{omraade + 1}{afdeling + 1}0"
            enheder.append(Enhed(egen, over))
            steder.append(egen)
            under = [f"{omraade + 1}{afdeling + 1}{nr}" for nr in range(1, tilfaeldig.choice((1, 1, 3, 5)))]
            enheder += [Enhed(nr, egen) for nr in under]
            steder += under
    return enheder, steder


def _open_days(tilfaeldig: Random) -> tuple[date, date | None]:
    """Most units are there all the time."""
    fra, til = BEGYNDELSE - timedelta(days=400), None
    if tilfaeldig.random() < 0.15:
        fra = BEGYNDELSE + timedelta(days=tilfaeldig.randint(30, 900))
    if tilfaeldig.random() < 0.15:
        til = max(fra, BEGYNDELSE) + timedelta(days=tilfaeldig.randint(60, 700))
    return fra, til


def _spans(tilfaeldig: Random, nummer: str, sted: str, aabne: dict[str, tuple[date, date | None]]) -> list[Ansaettelse]:
    """One in eight moves; one in ten has a second employment beside the first."""
    fra, til = aabne[sted]
    if tilfaeldig.random() < 0.2:
        fra = max(fra, BEGYNDELSE + timedelta(days=tilfaeldig.randint(0, 800)))
    if til is not None and til < fra:
        return []
    spaend = [Ansaettelse(nummer, fra, til, sted)]
    andet = tilfaeldig.choice(sorted(aabne))
    if tilfaeldig.random() < 0.12 and til is None:
        dag = max(fra, BEGYNDELSE) + timedelta(days=tilfaeldig.randint(20, 300))
        spaend = [Ansaettelse(nummer, fra, dag, sted), Ansaettelse(nummer, dag + timedelta(days=1), None, andet)]
    elif tilfaeldig.random() < 0.1:
        spaend.append(Ansaettelse(nummer, fra, til, andet, ansforhold="01"))
    return spaend


def _records(tilfaeldig: Random, spaend: Ansaettelse) -> list[Fravaer]:
    """Some are never sick, some often, a few for weeks; while they are employed there."""
    foerste, sidste = max(spaend.start, BEGYNDELSE), spaend.slut or UDTRAEK
    dage = (sidste - foerste).days
    fundne = []
    for _ in range(tilfaeldig.choice((0, 1, 2, 4, 6, 9)) if dage > 0 else 0):
        fra = foerste + timedelta(days=tilfaeldig.randint(0, dage))
        til = fra + timedelta(days=tilfaeldig.choice((1, 1, 2, 2, 3, 4, 5, 8, 20, 60)) - 1)
        fundne.append(Fravaer(spaend.medarbejdernr, fra, min(til, sidste)))
    return fundne
