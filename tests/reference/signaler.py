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


Noegle = tuple[str, str, str, str]


def signaler(leverance: Leverance, regler: Regler) -> dict[Noegle, Aendring]:
    """Grain: enhedsnr, quarter, skridt, slags; every pair of windows in which the node had staff."""
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
    return {
        (node, quarter_text(ved), skridt, slags): aendring
        for ved, nu in vinduer.items()
        for skridt, tilbage in SKRIDT.items()
        if ved - tilbage in vinduer
        for node, slags, aendring in compare(vinduer[ved - tilbage], nu, trae)
    }


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


def compare(foer: Vindue, nu: Vindue, trae: Trae) -> Iterator[tuple[str, str, Aendring]]:
    steder_i: dict = defaultdict(list)
    for sted in dict.fromkeys([*foer.ansat, *nu.ansat]):
        for node in trae.path(sted[1]):
            steder_i[node].append(sted)
    for node, steder in steder_i.items():
        ansat_foer, ansat_nu = (sum(vindue.ansat.get(sted, 0) for sted in steder) for vindue in (foer, nu))
        if not ansat_foer or not ansat_nu:
            continue
        omsat = sum(abs(tal) for tal in _per(0, steder, foer.ansat, nu.ansat).values())
        for slags in ("alt", "kort", "lang"):
            yield node, slags, _change(foer, nu, steder, slags, omsat / (ansat_foer + ansat_nu))


def _change(foer: Vindue, nu: Vindue, steder: list, slags: str, omsaetning: Fraction) -> Aendring:
    rater = [
        sum(vindue.dagsvaerk[slags].get(sted, 0) for sted in steder) / sum(vindue.ansat.get(sted, 0) for sted in steder)
        for vindue in (foer, nu)
    ]
    middel = sum(rater) / 2
    z_af = {
        led: _z(
            middel,
            _per(led, steder, foer.dagsvaerk[slags], nu.dagsvaerk[slags]),
            _per(led, steder, foer.ansat, nu.ansat),
        )
        for led in (0, 1)
    }
    return Aendring(rater[1] - rater[0], z_af[0], z_af[1] if z_af[1].antal >= MANGE_ENHEDER else None, omsaetning)


def _per(led: int, steder: Iterable, foer: dict, nu: dict) -> dict[str, Fraction]:
    """The change of each employee (`led` 0) or unit (1) of these places."""
    samlet: dict = defaultdict(Fraction)
    for sted in steder:
        samlet[sted[led]] += nu.get(sted, 0) - foer.get(sted, 0)
    return samlet


def _z(middel: Fraction, dagsvaerk: dict[str, Fraction], ansat: dict[str, Fraction]) -> Z:
    dele = [tal - middel * ansat[hvem] for hvem, tal in dagsvaerk.items()]
    led = sum(tal**2 for tal in dagsvaerk.values()) + middel**2 * sum(tal**2 for tal in ansat.values())
    return Z(sum(dele, Fraction(0)), sum((del_**2 for del_ in dele), Fraction(0)), Fraction(led), len(dele))
