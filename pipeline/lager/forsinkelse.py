"""How late a quarter's absence is registered, as the deliveries so far tell it (docs/metode.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from pipeline.indstillinger.model import Periode
from pipeline.tekster.dansk import end_of_quarter, quarter_of

Set = tuple[int, int]
"""Days after the quarter's end, and the dagsværk that were seen then, in hundred millionths."""


@dataclass(frozen=True)
class Kvartalsforloeb:
    """A quarter alone, from when it was first seen to the newest delivery. `set_`: oldest first."""

    kvartal: str
    set_: tuple[Set, ...]

    @property
    def seneste(self) -> int:
        return self.set_[-1][1]

    def share_seen(self, dagsvaerk: int) -> Fraction:
        """Of what the newest delivery says."""
        return Fraction(dagsvaerk, self.seneste)

    def endelig_efter(self, periode: Periode) -> int:
        """The days from which at least `endelig_andel` had been seen, for good. Where no delivery tells whether that
        was earlier or later than `foreloebig_dage`, it is these.
        """
        graense = Fraction(str(periode.endelig_andel))
        for_lidt = [dage for dage, tal in self.set_ if self.share_seen(tal) < graense]
        sidst_for_lidt = for_lidt[-1] if for_lidt else -1
        foerst_nok = next(dage for dage, _ in self.set_ if dage > sidst_for_lidt)
        return periode.foreloebig_dage if sidst_for_lidt < periode.foreloebig_dage <= foerst_nok else foerst_nok

    def revision(self, dage: int) -> Fraction | None:
        """How much of it has come, or gone, since it was first seen as `endelig`: a share with its sign; None until it
        has been seen again.
        """
        foerste = next((tal for siden, tal in self.set_[:-1] if siden >= dage), None)
        return 1 / self.share_seen(foerste) - 1 if foerste else None


def follow_kvartaler(set_: Iterable[tuple[date, Mapping[int, int]]]) -> list[Kvartalsforloeb]:
    """Of what each delivery saw of the months, oldest first: the quarters first seen before the next one had ended, and
    with any absence.
    """
    forloeb: dict[int, list[Set]] = {}
    for udtraeksdato, maaneder in set_:
        for sidste in maaneder:
            kvartal = [maaneder.get(maaned) for maaned in range(sidste - 2, sidste + 1)]
            if sidste % 3 == 2 and None not in kvartal:
                dage = (udtraeksdato - end_of_quarter(quarter_of(sidste))).days
                forloeb.setdefault(sidste, []).append((dage, sum(tal or 0 for tal in kvartal)))
    return [
        Kvartalsforloeb(quarter_of(sidste), tuple(egne))
        for sidste, egne in sorted(forloeb.items())
        if egne[-1][1] > 0
        and end_of_quarter(quarter_of(sidste)) + timedelta(days=egne[0][0]) <= end_of_quarter(quarter_of(sidste + 3))
    ]


def list_historik(kvartaler: Sequence[Kvartalsforloeb], periode: Periode) -> Sequence[Kvartalsforloeb]:
    """The newest quarters seen for so long that nothing more is awaited; none when there are too few."""
    kendte = [kvartal for kvartal in kvartaler if kvartal.set_[-1][0] >= periode.historik_dage]
    return kendte[-periode.historik_kvartaler :] if len(kendte) >= periode.historik_kvartaler else []


def measure_foreloebig_dage(kvartaler: Sequence[Kvartalsforloeb], periode: Periode) -> int | None:
    """So long is a quarter foreløbig: the slowest of the history; None when there is none."""
    return max((kvartal.endelig_efter(periode) for kvartal in list_historik(kvartaler, periode)), default=None)
