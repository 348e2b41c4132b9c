"""A bridge: from our figure to another's, a step at a time, in steps that add up as they are shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.database.laesning import Kilde, check_period, find_enhed
from pipeline.fejl import Brugerfejl
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import aendring, afrund, decimaltal, periode_med_ord

Tal = float | Decimal
DELT_MED = {"pr_medarbejder": "gns_medarbejdere", "pr_aarsvaerk": "gns_fuldtid"}
"""What dagsværk are divided by, by headline."""
Linje = tuple[str, Decimal | None, Decimal]
"""What is done, the difference it makes (None: a figure by itself), and the figure then."""


@dataclass(frozen=True)
class Trin:
    """What is done, and the figure when it is done, unrounded."""

    navn: str
    tal: Tal


@dataclass(frozen=True)
class Bro:
    """`trin`: ours first. `rest` names what lies between the last step and `deres`, which may be unknown."""

    titel: str
    trin: Sequence[Trin]
    deres: Trin | None
    rest: str = tekster.IKKE_FORKLARET
    decimaler: int = 2

    def shown(self, tal: Tal) -> Decimal:
        return afrund(tal, self.decimaler)

    def lines(self) -> Iterator[Linje]:
        """Every figure is rounded by itself, and a difference is that of two figures as shown: so it adds up."""
        foer = None
        for trin in self.trin:
            nu = self.shown(trin.tal)
            yield trin.navn, None if foer is None else nu - foer, nu
            foer = nu
        if self.deres is not None and foer is not None:
            deres = self.shown(self.deres.tal)
            yield self.rest, deres - foer, deres
            yield self.deres.navn, None, deres

    def words(self) -> Iterator[tuple[str, str, str]]:
        for navn, forskel, tal in self.lines():
            yield navn, "" if forskel is None else aendring(forskel, self.decimaler), decimaltal(tal, self.decimaler)

    @property
    def vores(self) -> Decimal:
        return self.shown(self.trin[0].tal)

    @property
    def til(self) -> Decimal:
        """Where the steps end."""
        return self.shown(self.trin[-1].tal)

    def say(self, tal: Tal) -> str:
        return decimaltal(tal, self.decimaler)

    def say_forskel(self, tal: Tal) -> str:
        return aendring(tal, self.decimaler)

    def say_largest(self) -> str:
        """The step that moves the figure most; nothing where none does."""
        trin = [(navn, forskel) for navn, forskel, _ in list(self.lines())[1 : len(self.trin)] if forskel]
        if not trin:
            return ""
        navn, forskel = max(trin, key=lambda et: abs(et[1]))
        return tekster.MEST.format(trin=navn, forskel=self.say_forskel(forskel))


@dataclass(frozen=True)
class Afstemning:
    """A reconciliation: bridges, one sentence that says what explains the difference and what is left, and notes.

    `andre`: ours made in other ways, each beside the figure it is held against.
    """

    titel: str
    broer: Sequence[Bro]
    saetning: str
    noter: Sequence[str] = ()
    andre: Sequence[Linje] = ()


@dataclass(frozen=True)
class Node:
    """A node and its figures: bro_tal.sql by quarter."""

    kilde: Kilde
    enhed_id: int
    navn: str
    tal: Mapping[str, Mapping[str, Any]]
    nytal: str

    def of(self, periode: str) -> Mapping[str, Any]:
        """Errors: `Brugerfejl` for a quarter in which the node has no rates."""
        tal = self.tal.get(periode)
        if tal is None or not tal["har_rater"]:
            raise Brugerfejl(tekster.INGEN_RATE.format(enhed=self.navn, periode=periode_med_ord(periode)))
        return tal


def read_node(kilde: Kilde, enhed: str, periode: str) -> Node:
    """Errors: `Brugerfejl` for a unit or a quarter there is none of."""
    check_period(kilde, periode, "kvartal")
    enhed_id, _, navn = find_enhed(kilde, enhed)
    raekker = kilde.rows("bro_tal", enhed_id=enhed_id).to_dicts()
    nytal = kilde.rows("byggerapport_bygning")["nytal"].item()
    return Node(kilde, enhed_id, navn, {raekke["periode"]: raekke for raekke in raekker}, nytal)


def note_foreloebig(node: Node, perioder: Sequence[str]) -> list[str]:
    return [
        tekster.ER_FORELOEBIGT.format(periode=periode_med_ord(periode))
        for periode in dict.fromkeys(perioder)
        if node.tal[periode]["er_foreloebig"]
    ]


def scale(trin: Sequence[Trin], af: Callable[[Tal], float]) -> list[Trin]:
    """The same steps in another unit."""
    return [Trin(et.navn, af(et.tal)) for et in trin]
