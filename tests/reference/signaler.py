"""Whether a change is larger than chance, read once more: employee by employee and day by day, in exact fractions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from tests.lille_leverance import Leverance
from tests.reference.grundlag import (
    E8,
    Ansatte,
    Regler,
    Trae,
    covered_months,
    days_between,
    first_day,
    last_day,
    long_forloeb,
    month_of,
    number_forloeb,
    quarter_text,
    read_post,
)

SKRIDT = {"kvartal": 3, "aar": 12}
MANGE_ENHEDER = 10


@dataclass(frozen=True)
class Z:
    """A sum of parts over the root of the sum of their squares. `led` are the squares of what the parts are made of:
    against them a sum of squares may be too small for doubles."""

    sum: Fraction
    kvadrat: Fraction
    led: Fraction
    antal: int

    @property
    def vaerdi(self) -> float | None:
        return float(self.sum) / sqrt(self.kvadrat) if self.kvadrat else None


@dataclass(frozen=True)
class Aendring:
    aendring: Fraction
    z: Z
    z_enheder: Z | None
    omsaetning: Fraction


@dataclass(frozen=True)
class Vindue:
    """Grain of the three: employee and unit. `ansat` is a share of the window; dagsværk are exact."""

    ansat: dict[tuple[str, str], Fraction]
    dagsvaerk: dict[str, dict[tuple[str, str], Fraction]]

    def antal(self, steder: list[tuple[str, str]]) -> Fraction:
        return sum((self.ansat.get(sted, Fraction(0)) for sted in steder), Fraction(0))

    def rate(self, steder: list[tuple[str, str]], slags: str) -> Fraction:
        return sum((self.dagsvaerk[slags].get(sted, Fraction(0)) for sted in steder), Fraction(0)) / self.antal(steder)


Noegle = tuple[str, str, str, str]


def signaler(leverance: Leverance, regler: Regler) -> dict[Noegle, Aendring]:
    """Grain: enhedsnr, quarter, skridt, slags; every pair of windows in which the node had staff."""
    trae = Trae(leverance, regler)
    return {
        (node, quarter_text(ved), skridt, slags): aendring
        for ved, skridt, foer, nu in pairs_of_windows(leverance, regler)
        for node, steder in places_of_nodes(foer, nu, trae).items()
        for slags, aendring in compare(foer, nu, steder)
    }


def pairs_of_windows(leverance: Leverance, regler: Regler) -> Iterator[tuple[int, str, Vindue, Vindue]]:
    """The last month of the later window, how far back the earlier lies, and the two."""
    alle = list(dict.fromkeys(leverance.fravaer))
    ansatte, trae = Ansatte(leverance.ansaettelser, regler), Trae(leverance, regler)
    poster = [
        read_post(post, ansatte=ansatte, udtraek=leverance.udtraek, regler=regler)
        for post in alle
        if post.art in regler.sygearter
    ]
    daekket = covered_months(leverance, alle, regler)
    nummererede = number_forloeb(poster)
    vinduer = {
        ved: read_vindue(ved, ansatte, trae, nummererede, leverance, regler)
        for ved in list(daekket)[11:]
        if ved % 3 == 2
    }
    for ved, nu in vinduer.items():
        for skridt, tilbage in SKRIDT.items():
            if ved - tilbage in vinduer:
                yield ved, skridt, vinduer[ved - tilbage], nu


def read_vindue(ved: int, ansatte: Ansatte, trae: Trae, nummererede: list, leverance: Leverance, regler: Regler):
    dage = days_between(first_day(ved - 11), last_day(ved))
    ansat: dict = defaultdict(Fraction)
    for nummer in ansatte.spaend:
        for dag in dage:
            placering = ansatte.on(nummer, dag)
            if placering and placering.er_i_populationen:
                ansat[nummer, trae.current(placering.enhedsnr, placering.start)] += Fraction(1, len(dage))
    lange = long_forloeb(nummererede, last_day(ved), regler.langtid_dage)
    dagsvaerk: dict = {slags: defaultdict(Fraction) for slags in ("alt", "kort", "lang")}
    for post, forloeb in nummererede:
        for dag, antal_e8 in post.dage.items():
            placering = ansatte.on(post.nummer, dag)
            if not ved - 11 <= month_of(dag) <= ved or dag > leverance.udtraek:
                continue
            if placering and placering.er_i_populationen:
                sted = post.nummer, trae.current(placering.enhedsnr, placering.start)
                dagsvaerk["alt"][sted] += Fraction(antal_e8, E8)
                dagsvaerk["lang" if forloeb in lange else "kort"][sted] += Fraction(antal_e8, E8)
    return Vindue(ansat, dagsvaerk)


def places_of_nodes(foer: Vindue, nu: Vindue, trae: Trae) -> dict[str, list[tuple[str, str]]]:
    """Employee and unit of everyone in a node in either window, of the nodes that had staff in both."""
    steder_i: dict = defaultdict(list)
    for sted in dict.fromkeys([*foer.ansat, *nu.ansat]):
        for node in trae.path(sted[1]):
            steder_i[node].append(sted)
    return {
        node: steder
        for node, steder in steder_i.items()
        if all(any(vindue.ansat.get(sted) for sted in steder) for vindue in (foer, nu))
    }


def compare(foer: Vindue, nu: Vindue, steder: list) -> Iterator[tuple[str, Aendring]]:
    ansatte = foer.antal(steder) + nu.antal(steder)
    omsat = sum(abs(tal) for tal in per(0, steder, foer.ansat, nu.ansat).values())
    for slags in ("alt", "kort", "lang"):
        yield slags, _change(foer, nu, steder, slags, Fraction(omsat) / ansatte)


def _change(foer: Vindue, nu: Vindue, steder: list, slags: str, omsaetning: Fraction) -> Aendring:
    rater = [vindue.rate(steder, slags) for vindue in (foer, nu)]
    middel = sum(rater) / 2
    z_af = {
        led: _z(
            middel,
            per(led, steder, foer.dagsvaerk[slags], nu.dagsvaerk[slags]),
            per(led, steder, foer.ansat, nu.ansat),
        )
        for led in (0, 1)
    }
    return Aendring(rater[1] - rater[0], z_af[0], z_af[1] if z_af[1].antal >= MANGE_ENHEDER else None, omsaetning)


def per(led: int, steder: Iterable, foer: dict, nu: dict) -> dict[str, Fraction]:
    """The change of each employee (`led` 0) or unit (1) of these places."""
    samlet: dict = defaultdict(Fraction)
    for sted in steder:
        samlet[sted[led]] += nu.get(sted, 0) - foer.get(sted, 0)
    return samlet


def _z(middel: Fraction, dagsvaerk: dict[str, Fraction], ansat: dict[str, Fraction]) -> Z:
    dele = [tal - middel * ansat[hvem] for hvem, tal in dagsvaerk.items()]
    led = sum(tal**2 for tal in dagsvaerk.values()) + middel**2 * sum(tal**2 for tal in ansat.values())
    return Z(sum(dele, Fraction(0)), sum((del_**2 for del_ in dele), Fraction(0)), Fraction(led), len(dele))
