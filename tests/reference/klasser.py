"""What classes of employees have to do with a change, read once more: employee by employee, in exact fractions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.lille_leverance import Leverance
from tests.reference.grundlag import Regler, Trae, quarter_text
from tests.reference.signaler import Vindue, pairs_of_windows, per, places_of_nodes

Noegle = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Klasse:
    """`antal` is None of the others."""

    antal: int | None
    bidrag: Fraction


def klasser(leverance: Leverance, regler: Regler) -> dict[Noegle, Klasse]:
    """Grain: enhedsnr, quarter, skridt, opdeling, klasse; where both classes of an opdeling have anybody."""
    trae = Trae(leverance, regler)
    return {
        (node, quarter_text(ved), skridt, opdeling, navn): klasse
        for ved, skridt, foer, nu in pairs_of_windows(leverance, regler)
        for node, steder in places_of_nodes(foer, nu, trae).items()
        for opdeling, delt in (("forloeb", _by_forloeb(foer, nu, steder)), ("ansatte", _by_ansatte(foer, nu, steder)))
        if len([navn for navn in delt if navn != "begge"]) == 2
        for navn, klasse in _weigh(delt, foer, nu, steder).items()
    }


def _by_forloeb(foer: Vindue, nu: Vindue, steder: list) -> dict[str, set[str]]:
    lange = [_sums(vindue.dagsvaerk["lang"], steder) for vindue in (foer, nu)]
    return _sort(*lange, navne=("ophoert", "begyndt", "begge"))


def _by_ansatte(foer: Vindue, nu: Vindue, steder: list) -> dict[str, set[str]]:
    delt = _sort(_sums(foer.ansat, steder), _sums(nu.ansat, steder), navne=("gaaet", "kommet", "begge"))
    return {navn: hvem for navn, hvem in delt.items() if navn != "begge"}


def _sums(tal: dict, steder: Iterable) -> dict[str, Fraction]:
    samlet: dict = defaultdict(Fraction)
    for sted in steder:
        samlet[sted[0]] += tal.get(sted, 0)
    return {hvem: sum_ for hvem, sum_ in samlet.items() if sum_}


def _sort(foer: dict, nu: dict, *, navne: tuple[str, str, str]) -> dict[str, set[str]]:
    dele = zip(navne, (foer.keys() - nu.keys(), nu.keys() - foer.keys(), foer.keys() & nu.keys()), strict=True)
    return {navn: hvem for navn, hvem in dele if hvem}


def _weigh(delt: dict[str, set[str]], foer: Vindue, nu: Vindue, steder: list) -> dict[str, Klasse]:
    """Each class with what its employees moved above the mean rate of their time, and the others with the rest."""
    middel = (foer.rate(steder, "alt") + nu.rate(steder, "alt")) / 2
    antal = (foer.antal(steder) + nu.antal(steder)) / 2
    dage = per(0, steder, foer.dagsvaerk["alt"], nu.dagsvaerk["alt"])
    tid = per(0, steder, foer.ansat, nu.ansat)
    alle = {
        navn: Klasse(len(hvem), sum((dage[en] - middel * tid[en] for en in hvem), Fraction(0)) / antal)
        for navn, hvem in delt.items()
    }
    i_alt = nu.rate(steder, "alt") - foer.rate(steder, "alt")
    return alle | {"andre": Klasse(None, i_alt - sum((klasse.bidrag for klasse in alle.values()), Fraction(0)))}
