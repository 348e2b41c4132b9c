"""Whether a release, with those before it, tells a quarter alone of a group that is too small in that quarter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.diskretion.udenlinje import SIKKER_UNDER
from pipeline.proev.kvartaler import Kvartaler, Kvartalstal, list_vinduer
from pipeline.proev.ligninger import Del
from pipeline.proev.tabeller import Linje
from pipeline.proev.viden import Viden, fails
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster.dansk import decimaltal, periode_med_ord

Raekke = Mapping[str, Any]
Linjer = Mapping[str, Sequence[Linje]]


@dataclass(frozen=True)
class _Maal:
    """A group too small in a quarter, with more dagsværk than may be told. `barn`: where it is in the organisation."""

    navn: str
    barn: Raekke
    dele: frozenset[Del]
    kvartal: str


def check_kvartaler(nye: Linjer, foer: Sequence[Linjer], viden: Viden) -> Iterator[str]:
    """A sentence for each group the release is the first to tell a quarter of, and for whom."""
    if nye:
        proeve = Proeve(nye, foer, viden)
        for maal in proeve.list_maal():
            yield from proeve.ask(maal, proeve.list_vidende(maal))


@dataclass(frozen=True)
class Proeve:
    nye: Linjer
    foer: Sequence[Linjer]
    viden: Viden

    @cached_property
    def _efter_kvartal(self) -> dict[str, dict[int, Raekke]]:
        ud: dict[str, dict[int, Raekke]] = {}
        for raekke in self.viden.kvartaler.iter_rows(named=True):
            ud.setdefault(raekke["periode"], {})[raekke["barn_id"]] = raekke
        return ud

    @cached_property
    def _dele(self) -> frozenset[Del]:
        return frozenset[Del]().union(*self.viden.organisation.under.values())

    @cached_property
    def sammen(self) -> Kvartaler:
        return self._collect([*self.foer, self.nye])

    @cached_property
    def _alene(self) -> Kvartaler:
        """The earlier releases without this one."""
        return self._collect(self.foer)

    def _collect(self, udgivelser: Iterable[Linjer]) -> Kvartaler:
        vinduer = [v for linjer in udgivelser for kvartal, egne in linjer.items() for v in list_vinduer(egne, kvartal)]
        tal = {
            (del_, kvartal): Kvartalstal(raekke["dage"], raekke["gns_medarbejdere"], raekke["dagsvaerk"])
            for kvartal, raekker in self._efter_kvartal.items()
            for del_, raekke in raekker.items()
            if del_ in self._dele
        }
        return Kvartaler(vinduer, tal)

    def list_maal(self) -> Iterator[_Maal]:
        """Each child, and each pool the release shows."""
        boern: dict[int, Raekke] = {r["barn_id"]: r for r in self.viden.regler.iter_rows(named=True)}
        grupper = [(barn["navn"], [barn_id]) for barn_id, barn in boern.items()]
        grupper += [
            (linje.navn, sorted(linje.boern))
            for egne in self.nye.values()
            for linje in egne
            if len(linje.boern) > 1 and linje.boern <= boern.keys()
        ]
        for kvartal, tal in sorted(self._efter_kvartal.items()):
            for navn, numre in grupper:
                egne = [tal[nr] for nr in numre if nr in tal]
                medarbejdere = sum(raekke["gns_medarbejdere"] for raekke in egne)
                if sum(raekke["dagsvaerk"] for raekke in egne) > SIKKER_UNDER * medarbejdere and fails(egne):
                    dele = frozenset[Del]().union(*(self.viden.organisation.under[nr] for nr in numre))
                    yield _Maal(navn, boern[numre[0]], dele, kvartal)

    def list_vidende(self, maal: _Maal) -> list[frozenset[int]]:
        """The nodes of whoever may know something beside the group, nobody's first; not who knows some of it, nor who
        cannot tell it from another.
        """
        under = self.viden.organisation.under
        naere = [noder for noder in self.viden.brugere if self.viden.is_near(maal.barn, noder)]
        kendte = {noder: self._known([noder], under) for noder in (frozenset[int](), *naere)}
        return [
            noder
            for noder, egne in kendte.items()
            if not maal.dele & egne and not self.sammen.has_twin(maal.dele, maal.kvartal, egne)
        ]

    def _known(self, vidende: Iterable[frozenset[int]], under: Mapping[int, frozenset[Del]]) -> frozenset[Del]:
        return frozenset[Del]().union(*(under.get(node, frozenset()) for noder in vidende for node in noder))

    def ask(self, maal: _Maal, vidende: Sequence[frozenset[int]]) -> Iterator[str]:
        """Whoever can conclude too much. Who knows more concludes more: if all of them together cannot, none can."""
        if not vidende:
            return
        under = self.viden.organisation.under
        kendte = self._known(vidende, under)
        naere = under.get(maal.barn["overordnet_id"], maal.dele)
        if len(vidende) > 1:
            if self.sammen.is_hidden(maal.dele, maal.kvartal, naere, kendte):
                return
            midt = len(vidende) // 2
            yield from self.ask(maal, vidende[:midt])
            yield from self.ask(maal, vidende[midt:])
            return
        spaend = self.sammen.tells(maal.dele, maal.kvartal, naere, kendte)
        if spaend is None:
            return
        if self._alene.tells(maal.dele, maal.kvartal, naere, kendte) is not None:
            return  # she could before: this release tells her nothing
        yield tekster_proev.KVARTAL_REGNES_UD["bruger" if vidende[0] else "udenfor"].format(
            egne=self.viden.name(vidende[0]),
            enhed=maal.navn,
            kvartal=periode_med_ord(maal.kvartal),
            udgivelse=periode_med_ord(max(self.nye)),
            antal=len(self.foer) + 1,
            lav=decimaltal(spaend[0]),
            hoej=decimaltal(spaend[1]),
        )
