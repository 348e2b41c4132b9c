"""What tests/reference stands on: calendar, population, dagsværk per day, sygeforløb, organisation, coverage.

Amounts are whole numbers of 10⁻⁸ dagsværk; a month is `12 · year + month − 1`.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from statistics import median

from tests.lille_leverance import Ansaettelse, Fravaer, Leverance

E8 = 10**8
UKENDTE = "UKENDTE"
NIVEAUER = ("kommune", "område", "afdeling", "enhed", "underenhed")
EN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Regler:
    """The limits and lists of the configuration, written down a second time."""

    timer_pr_dagsvaerk: Fraction = Fraction(74, 10)
    delvis_andel: Fraction = Fraction(1, 2)
    dage_er_kalenderdage: bool = False
    langtid_dage: int = 30
    langtidsfrisk_dagsvaerk: Fraction = Fraction(5)
    mindste_medarbejdere: int = 1
    mindste_bemandede_maaneder: int = 6
    maaltal_daekning: Fraction = Fraction(8, 10)
    daekket_fra: date | None = None
    foreloebig_dage: int = 14
    maanedsloennede: tuple[str, ...] = ("00", "01")
    sygearter: tuple[str, ...] = ("SY", "DS", "AS", "GS", "P56")
    delvise: tuple[str, ...] = ("DS",)
    niveau: dict[str, str] = field(default_factory=dict)
    ekstraordinaere: tuple[str, ...] = (
        r"(elev|lærling)(er)?\b",
        r"fleksjob(ber)?\b",
        "løntilskud",
        "skånejob",
        "seniorjob",
        r"\bEGU\b",
        r"\bIGU\b",
        "praktikant",
        "trainee",
    )
    undtagelser: tuple[str, ...] = ("fleksjobkonsulent", "elevkoordinator")


# The calendar


@cache
def helligdage(aar: int) -> frozenset[date]:
    """Danish public holidays, Easter by Gauss' method as corrected by Meeus."""
    gyldental, aarhundrede, rest = aar % 19, aar // 100, aar % 100
    epakt = (
        19 * gyldental + aarhundrede - aarhundrede // 4 - (aarhundrede - (aarhundrede + 8) // 25 + 1) // 3 + 15
    ) % 30
    ugedag = (32 + 2 * (aarhundrede % 4) + 2 * (rest // 4) - epakt - rest % 4) % 7
    korrektion = (gyldental + 11 * epakt + 22 * ugedag) // 451
    tal = epakt + ugedag - 7 * korrektion + 114
    paaske = date(aar, tal // 31, tal % 31 + 1)
    bevaegelige = [-3, -2, 0, 1, 39, 49, 50] + ([26] if aar <= 2023 else [])
    faste = {date(aar, 1, 1), date(aar, 12, 25), date(aar, 12, 26)}
    return frozenset(faste | {paaske + timedelta(days=dage) for dage in bevaegelige})


def is_arbejdsdag(dag: date) -> bool:
    return dag.isoweekday() <= 5 and dag not in helligdage(dag.year)


def next_arbejdsdag(dag: date) -> date:
    dag += EN_DAG
    while not is_arbejdsdag(dag):
        dag += EN_DAG
    return dag


def days_between(foerste: date, sidste: date) -> list[date]:
    return [foerste + timedelta(days=nr) for nr in range((sidste - foerste).days + 1)]


def month_of(dag: date) -> int:
    return 12 * dag.year + dag.month - 1


def first_day(maaned: int) -> date:
    return date(maaned // 12, maaned % 12 + 1, 1)


def last_day(maaned: int) -> date:
    return first_day(maaned + 1) - EN_DAG


def month_text(maaned: int) -> str:
    return f"{first_day(maaned):%Y-%m}"


def quarter_text(maaned: int) -> str:
    return f"{maaned // 12}K{maaned % 12 // 3 + 1}"


def rounded(tal: Fraction) -> int:
    """Half away from zero."""
    return int(tal + Fraction(1, 2)) if tal >= 0 else -int(Fraction(1, 2) - tal)


def padded(nummer: str) -> str:
    return nummer.strip().zfill(8)


# The population


@dataclass(frozen=True)
class Placering:
    """What one span says of each of its days; `grad_e8` is in 10⁻⁸."""

    enhedsnr: str
    er_i_populationen: bool
    grad_e8: int
    start: date
    personalegruppe: str = "Uoplyst"


class Ansatte:
    """Which span each employee's day belongs to."""

    def __init__(self, spaend: tuple[Ansaettelse, ...], regler: Regler):
        self.spaend = defaultdict(list)
        er_procent = is_procent(spaend)
        for span in spaend:
            grad = grad_e8(span, er_procent=er_procent)
            gruppe = span.personalegruppe or "Uoplyst"
            placering = Placering(padded(span.enhedsnr), is_in_population(span, regler), grad, span.start, gruppe)
            self.spaend[padded(span.medarbejdernr)].append((span.start, span.slut or date.max, placering))
        self.paa_dagen: dict[tuple[str, date], Placering | None] = {}

    def on(self, nummer: str, dag: date) -> Placering | None:
        """Of the spans that cover `dag` the one with the latest start, then the later end, then the higher enhedsnr."""
        if (nummer, dag) not in self.paa_dagen:
            daekkende = [rad for rad in self.spaend[nummer] if rad[0] <= dag <= rad[1]]
            seneste = max(daekkende, key=lambda rad: (rad[0], rad[1], rad[2].enhedsnr), default=None)
            self.paa_dagen[nummer, dag] = seneste and seneste[2]
        return self.paa_dagen[nummer, dag]


def is_in_population(span: Ansaettelse, regler: Regler) -> bool:
    if span.ansforhold.zfill(2) not in regler.maanedsloennede or span.taeller == 0:
        return False
    if re.search("^annul", span.stilling, re.IGNORECASE):
        return False
    return not any(is_extraordinary(tekst, regler) for tekst in (span.stilling, span.loenklasse))


def is_extraordinary(tekst: str, regler: Regler) -> bool:
    """An exception saves the text it stands in and no other."""
    er_undtaget, rammes = (
        any(re.search(moenster, tekst, re.IGNORECASE) for moenster in moenstre)
        for moenstre in (regler.undtagelser, regler.ekstraordinaere)
    )
    return rammes and not er_undtaget


def is_procent(ansaettelser: tuple[Ansaettelse, ...]) -> bool:
    """Whether a list without any nævner states grader in percent: the commonest tæller is more hours than one works."""
    taellere = Counter(span.taeller for span in ansaettelser if span.taeller > 0)
    hyppigste = max(taellere, key=lambda taeller: (taellere[taeller], taeller), default=0)
    return all(span.naevner is None for span in ansaettelser) and hyppigste > 60


def grad_e8(span: Ansaettelse, *, er_procent: bool) -> int:
    taeller, naevner = Fraction(span.taeller), Fraction(span.naevner or 0)
    if naevner == 0 and (taeller > 60 or er_procent):
        naevner = Fraction(100)
    elif naevner == 0:
        naevner = Fraction(37)
    grad = rounded(taeller / naevner * E8)
    return grad if 0 <= grad <= Fraction(12, 10) * E8 else E8


# Dagsværk per day


@dataclass(frozen=True)
class Post:
    """One sick record with its last day settled and its dagsværk on each of its days."""

    nummer: str
    start: date
    slut: date
    i_alt_e8: int
    dage: dict[date, int]


def read_post(post: Fravaer, *, ansatte: Ansatte, udtraek: date, regler: Regler) -> Post:
    nummer = padded(post.medarbejdernr)
    slut = post.slut or max(post.start, udtraek)
    dage = days_between(post.start, slut)
    arbejdsdage = [dag for dag in dage if is_arbejdsdag(dag)]
    timer = post.timer
    if post.slut is None and timer is not None and (timer == 0 or timer > 24 * len(dage)):
        timer = None
    if timer == 0 and post.slut is not None and (post.dage or 0) > 0:
        timer = None
    if timer is not None:
        tal = Fraction(timer) / regler.timer_pr_dagsvaerk
    else:
        ansat = next((placering for dag in dage if (placering := ansatte.on(nummer, dag))), None)
        grad = Fraction(ansat.grad_e8 if ansat else E8, E8)
        # an open record has not counted its days yet: 0 is no statement
        if post.dage is not None and not (post.slut is None and post.dage == 0):
            andel = Fraction(len(arbejdsdage), len(dage)) if regler.dage_er_kalenderdage else 1
            tal = Fraction(post.dage) * andel * grad
        else:
            tal = len(arbejdsdage) * grad * (regler.delvis_andel if post.art in regler.delvise else 1)
    i_alt = rounded(tal * E8)
    return Post(nummer, post.start, slut, i_alt, spread(i_alt, arbejdsdage or dage))


def spread(i_alt: int, dage: list[date]) -> dict[date, int]:
    """`i_alt` over `dage`: each day the difference of two rounded running shares, so that the sum is exact."""
    andele = [rounded(Fraction(i_alt * antal, len(dage))) for antal in range(len(dage) + 1)]
    return {dag: andele[nr + 1] - andele[nr] for nr, dag in enumerate(dage)}


# Sygeforløb


def number_forloeb(poster: list[Post]) -> list[tuple[Post, int]]:
    """Every record with the number of its sygeforløb."""
    nummererede: list[tuple[Post, int]] = []
    seneste_slut: dict[str, date] = {}
    for post in sorted(poster, key=lambda post: (post.nummer, post.start, post.slut)):
        slut = seneste_slut.get(post.nummer)
        er_nyt = slut is None or post.start > next_arbejdsdag(slut)
        nr = nummererede[-1][1] if nummererede else 0
        nummererede.append((post, nr + er_nyt))
        seneste_slut[post.nummer] = max(slut or post.slut, post.slut)
    return nummererede


def long_forloeb(nummererede: list[tuple[Post, int]], ved: date, dage: int) -> set[int]:
    """The sygeforløb whose calendar days from their first day to the earlier of their last and `ved` reach `dage`."""
    foerste: dict[int, date] = {}
    sidste: dict[int, date] = {}
    for post, nr in nummererede:
        foerste[nr] = min(post.start, foerste.get(nr, post.start))
        sidste[nr] = max(post.slut, sidste.get(nr, post.slut))
    return {nr for nr in foerste if (min(sidste[nr], ved) - foerste[nr]).days + 1 >= dage}


# The organisation


class Trae:
    """The newest tree, what only older files name, and the units no file names. `over` is unit → parent."""

    def __init__(self, leverance: Leverance, regler: Regler):
        self.skift: dict[str, dict[date, str]] = defaultdict(dict)
        for rad in leverance.enhedsskift:
            if rad.fra <= leverance.udtraek:
                egne = self.skift[padded(rad.gammelt)]
                egne[rad.fra] = max(padded(rad.nyt), egne.get(rad.fra, ""))
        self.over: dict[str, str | None] = {}
        filer = (*sorted(leverance.aeldre_enheder, key=lambda fil: fil[0]), (leverance.udtraek, leverance.enheder))
        for rad in (rad for _, enheder in filer for rad in enheder):
            self.over[padded(rad.enhedsnr)] = padded(rad.overordnet) if rad.overordnet else None
        roedder = [enhed for enhed, over in self.over.items() if over not in self.over]
        ansatte = defaultdict(set)
        for span in leverance.ansaettelser:
            for enhed in self.path(self.current(span.enhedsnr, span.start)):
                ansatte[enhed].add(padded(span.medarbejdernr))
        self.rod = min(roedder, key=lambda enhed: (-len(ansatte[enhed]), enhed))
        self.over.update(dict.fromkeys(roedder, self.rod))
        self.over[self.rod] = None
        ukendte = {self.current(span.enhedsnr, span.start) for span in leverance.ansaettelser} - set(self.over)
        if ukendte:
            self.over[UKENDTE] = self.rod
            self.over.update(dict.fromkeys(ukendte, UKENDTE))
        self.niveauer = {enhed: NIVEAUER[self._trin(enhed, regler.niveau)] for enhed in self.over}

    def current(self, enhedsnr: str, begyndt: date) -> str:
        """The unit that carries on a span begun on a day: a change after it moves it, and then those that follow."""
        enhed, efter = padded(enhedsnr), begyndt + timedelta(days=1)
        while kommende := [fra for fra in self.skift.get(enhed, ()) if fra >= efter]:
            efter = min(kommende)
            enhed = self.skift[enhed][efter]
        return enhed

    def path(self, enhed: str | None) -> list[str]:
        """`enhed` and every node above it."""
        vej = []
        while enhed in self.over:
            vej.append(enhed)
            enhed = self.over[enhed]
        return vej

    def below(self, enhed: str) -> list[str]:
        return sorted(barn for barn, over in self.over.items() if over == enhed)

    def _trin(self, enhed: str, niveau: dict[str, str]) -> int:
        fastsat = {padded(nr): NIVEAUER.index(navn) for nr, navn in niveau.items()}
        if enhed in fastsat:
            return fastsat[enhed]
        over = self.over[enhed]
        return 0 if over is None else min(self._trin(over, niveau) + 1, len(NIVEAUER) - 1)


# Coverage


def covered_months(leverance: Leverance, poster: list[Fravaer], regler: Regler) -> range:
    """The whole months in which both absence and employment are known; empty when there are none.

    Neither what a Periode line leaves out nor what comes after the udtræksdato is known.
    """
    perioder = [periode for periode in (leverance.periode_fravaer, leverance.periode_ansaettelser) if periode]
    til = min([leverance.udtraek, *(slut for _, slut in perioder)])
    starter = [span.start for span in leverance.ansaettelser]
    if leverance.periode_ansaettelser:
        starter = [leverance.periode_ansaettelser[0]]
    if leverance.periode_fravaer:
        fravaer_fra = leverance.periode_fravaer[0]
    elif regler.daekket_fra:
        fravaer_fra = regler.daekket_fra
    else:
        antal = Counter(month_of(post.start) for post in poster if post.start <= leverance.udtraek)
        fyldte = [maaned for maaned in antal if 2 * antal[maaned] >= median(antal.values())]
        fravaer_fra = first_day(min(fyldte)) if fyldte else date.max
    fra = max(fravaer_fra, min(starter, default=date.max))
    if fra > til:
        return range(0)
    foerste = month_of(fra) + (fra.day > 1)
    return range(foerste, month_of(til + EN_DAG))
