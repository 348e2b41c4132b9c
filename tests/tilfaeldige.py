"""Random small deliveries for hypothesis: legal, but with everything that makes a real one hard."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.lille_leverance import Ansaettelse, Enhed, Enhedsskift, Fravaer, Leverance, Maaltal
from tests.reference.grundlag import Regler, days_between, is_arbejdsdag, is_in_population

BEGYNDELSE = date(2021, 1, 1)
GAMMEL = date(2016, 5, 1)
UDTRAEK = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(2024, 4, 10), date(2024, 5, 31)]
ALLE = ["SY", "SY", "SY", "DS", "DS", "AS", "GS", "P56", "FE", "BS"]
STILLINGER = ["Pædagog"] * 6 + ["Fleksjobkonsulent", "SOSU-elev", "Fleksjob", "LÆRLING", "Annulleret", "Elevøkonom"]
BROEKER = [
    ("37", "37"),
    ("37", "37"),
    ("32", "37"),
    ("18.5", "37"),
    ("30", None),
    ("75", "100"),
    ("80", None),
    ("40", "0"),
    ("44.77", "37"),
    ("44.4", "37"),
    ("33.33", "100"),
    ("0", "37"),
]


def mostly(sjaeldent, ofte, *, gange: int = 3):
    """`ofte` drawn `gange` times for each time `sjaeldent` is."""
    return st.integers(0, gange).flatmap(lambda nr: sjaeldent if nr == gange else ofte)


def days_after(dag: date, mindst: int, hoejst: int):
    return st.integers(mindst, hoejst).map(lambda antal: dag + timedelta(days=antal))


@st.composite
def trees(draw) -> tuple[tuple[Enhed, ...], tuple[Enhed, ...], list[str]]:
    """The newest units, those only an older file names, and every number an employment may state."""
    antal = draw(st.integers(2, 8))
    numre = [str(10 + nr) for nr in range(antal)]
    enheder = [Enhed(numre[0])]
    for plads in range(1, antal):
        naermeste = st.sampled_from(numre[max(0, plads - 3) : plads])
        enheder.append(Enhed(numre[plads], draw(mostly(st.sampled_from([None, "77"]), naermeste, gange=9))))
    gamle = draw(mostly(st.just(["60", "61"]), st.just([]), gange=1))
    forsvundne = tuple(Enhed(nr, draw(st.sampled_from(numre))) for nr in gamle)
    ukendte = draw(mostly(st.just(["90", "91"]), st.just([]), gange=1))
    return tuple(enheder), forsvundne, [*numre, *gamle, *ukendte]


@st.composite
def spans_of(draw, nummer: str, enheder: list[str]) -> list[Ansaettelse]:
    """One employee's spans: often a single open one, else two to four with gaps and overlaps."""
    antal = draw(mostly(st.integers(2, 4), st.just(1), gange=1))
    starter = mostly(days_after(BEGYNDELSE, 0, 1200), st.just(GAMMEL), gange=2 if antal == 1 else 1)
    laengder = st.none() if antal == 1 else mostly(st.none(), st.integers(0, 700), gange=1)
    steder = st.lists(
        st.tuples(starter, laengder, st.sampled_from(enheder)), min_size=antal, max_size=antal, unique=True
    )
    spaend = []
    for start, laengde, enhed in draw(steder):
        taeller, naevner = draw(mostly(st.sampled_from(BROEKER), st.just(BROEKER[0]), gange=1))
        span = Ansaettelse(
            nummer,
            start,
            None if laengde is None else max(start, BEGYNDELSE) + timedelta(days=laengde),
            enhed,
            ansforhold=draw(mostly(st.sampled_from(["1", "02", "08"]), st.sampled_from(["00", "01"]), gange=6)),
            taeller=Decimal(taeller),
            naevner=Decimal(naevner) if naevner else None,
            stilling=draw(mostly(st.sampled_from(STILLINGER), st.just("Pædagog"), gange=2)),
            loenklasse=draw(mostly(st.just("Løntilskud"), st.just("Overenskomst"), gange=15)),
        )
        spaend.append(span)
    return spaend


LAENGDER = {
    "kort": st.integers(1, 8),
    "lang": st.integers(9, 120),
    "kant": st.integers(28, 32),  # around the limit for long
    "sent": st.integers(1, 20),
}


@st.composite
def records_of(draw, numre: list[str], udtraek: date) -> list[Fravaer]:
    """One case of illness: a record, or a chain of them split by week, now and then open or with a gap."""
    nummer = draw(mostly(st.just("99"), st.sampled_from(numre), gange=15))
    start = draw(days_after(BEGYNDELSE, -60, (udtraek - BEGYNDELSE).days))
    art = draw(st.sampled_from(ALLE))
    slags = draw(st.sampled_from([*LAENGDER, "weekend", "uger", "uger", "åben"]))
    if slags == "åben":
        return [Fravaer(nummer, draw(days_after(udtraek, -60, 2)), None, art, *draw(_amounts(None)))]
    if slags == "uger":
        spring, antal = draw(st.sampled_from([0, 0, 1])), draw(st.integers(2, 7))
        return _weeks(nummer, start, art, spring=spring, antal=antal)
    if slags == "weekend":
        start += timedelta(days=(5 - start.weekday()) % 7)
    if slags == "sent":
        start = draw(days_after(udtraek, -10, 10))
    laengde = 2 if slags == "weekend" else draw(LAENGDER[slags])
    return [Fravaer(nummer, start, start + timedelta(days=laengde - 1), art, *draw(_amounts(laengde)))]


def _amounts(laengde: int | None):
    """Timer and Dage, each often missing; never more than 24 hours a day of a closed record."""
    hoejst = 24 * 100 * (laengde or 70)
    timer = st.integers(0, hoejst).map(lambda tal: Decimal(tal) / 100)
    dage = st.integers(0, 10 * (laengde or 30)).map(lambda tal: Decimal(tal) / 10)
    return st.tuples(
        mostly(st.none(), mostly(st.just(Decimal(0)), timer, gange=5), gange=1), mostly(st.none(), dage, gange=1)
    )


def _weeks(nummer: str, start: date, art: str, *, spring: int, antal: int) -> list[Fravaer]:
    """Monday to Friday week after week; `spring` days are missing from the start of the third."""
    mandag = start - timedelta(days=start.weekday())
    raekker = []
    for uge in range(antal):
        foerste = mandag + timedelta(days=7 * uge + (spring if uge == 2 else 0))
        sidste = mandag + timedelta(days=7 * uge + 4)
        arbejdsdage = sum(is_arbejdsdag(dag) for dag in days_between(foerste, sidste))
        raekker.append(Fravaer(nummer, foerste, sidste, art, Decimal("7.4") * arbejdsdage))
    return raekker


def deliveries():
    """With somebody in them who counts: without, the build stops."""
    return _deliveries().filter(lambda tilfaelde: _anybody_counts(*tilfaelde))


def _anybody_counts(leverance: Leverance, regler: Regler) -> bool:
    return any(is_in_population(span, regler) for span in leverance.ansaettelser)


@st.composite
def _deliveries(draw) -> tuple[Leverance, Regler]:
    udtraek = draw(st.sampled_from(UDTRAEK))
    enheder, forsvundne, enhedsnumre = draw(trees())
    numre = [str(nr) for nr in range(1, draw(st.integers(1, 12)) + 1)]
    ansaettelser = [span for nummer in numre for span in draw(spans_of(nummer, enhedsnumre))]
    antal = draw(mostly(st.just(0), st.integers(3, 20), gange=19))
    sager = draw(st.lists(records_of(numre, udtraek), min_size=antal, max_size=antal))
    fravaer = [post for sag in sager for post in sag][:40]
    if fravaer and draw(st.booleans()):
        fravaer.append(fravaer[0])
    til = draw(st.sampled_from([udtraek, udtraek, udtraek + timedelta(days=9), udtraek - timedelta(days=40)]))
    leverance = Leverance(
        udtraek=udtraek,
        enheder=enheder,
        ansaettelser=tuple(ansaettelser),
        fravaer=tuple(fravaer),
        maaltal=tuple(draw(targets([enhed.enhedsnr for enhed in enheder]))),
        enhedsskift=tuple(draw(mergers(enhedsnumre, udtraek))),
        aeldre_enheder=((date(2022, 1, 1), (Enhed("10"), *forsvundne)),) if forsvundne else (),
        periode_fravaer=draw(mostly(st.none(), st.just((BEGYNDELSE, til)), gange=2)),
        periode_ansaettelser=draw(mostly(st.none(), st.just((date(2021, 2, 15), udtraek)), gange=2)),
    )
    return leverance, draw(rules(enhedsnumre))


def rules(enhedsnumre: list[str]):
    return st.builds(
        Regler,
        langtid_dage=mostly(st.sampled_from([14, 45]), st.just(30)),
        dage_er_kalenderdage=mostly(st.just(True), st.just(False)),
        daekket_fra=mostly(st.just(date(2021, 3, 1)), st.none(), gange=2),
        niveau=st.dictionaries(st.sampled_from(enhedsnumre[1:2]), st.sampled_from(["afdeling", "underenhed"])),
    )


def targets(enhedsnumre: list[str]):
    maal = st.builds(
        Maaltal,
        st.sampled_from(enhedsnumre),
        st.sampled_from([2022, 2023, 2024]),
        st.integers(5, 200).map(lambda tal: Decimal(tal) / 10),
    )
    return st.lists(maal, max_size=10, unique_by=lambda rad: (rad.enhedsnr, rad.aar))


@st.composite
def mergers(draw, enhedsnumre: list[str], udtraek: date) -> list[Enhedsskift]:
    """Each unit but the first may go into an earlier one, so chains end; some mergers lie in the future."""
    dage = st.sampled_from([date(2022, 7, 1), udtraek, udtraek + timedelta(days=1)])
    return [
        Enhedsskift(gammelt, draw(st.sampled_from(enhedsnumre[: enhedsnumre.index(gammelt)])), draw(dage))
        for gammelt in draw(st.lists(st.sampled_from(enhedsnumre[1:]), max_size=3, unique=True))
    ]
