"""The personalegrupper the kommune and the named groups are published by: beside their units, never crossed with them.

Two breakdowns of one total can be held against each other where they nearly coincide: a unit whose staff is nearly all
of a personalegruppe, a personalegruppe that nearly all is in one unit, or in one named group. What only one of the two
has would be their difference. A personalegruppe that tells so is put together with others.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import duckdb

from pipeline.diskretion.regler import DOMINANS, INTET, PERSONALEGRUPPE, UDE, Barn, Gruppe, Vindue, is_shown
from pipeline.diskretion.udenlinje import E8, Trykt, add_printed, is_safe_range, print_days, printed


class Antal(NamedTuple):
    """Some employees in a window: employed days, dagsværk and, where they are few, that of the two highest; in hundred
    millionths (e8).
    """

    dage: int = 0
    dagsvaerk_e8: int = 0
    hoejeste_e8: tuple[int, ...] = ()


class Celle(NamedTuple):
    """Those of a personalegruppe that are in a unit, and those that are not."""

    inde: Antal = Antal()
    ude: Antal = Antal()


Kryds = Mapping[int, Mapping[int, Mapping[int, Celle]]]
"""By unit or "fælles", window and personalegruppe (`Barn.barn_id`); where nobody is in the unit there is none."""


def read_kryds(con: duckdb.DuckDBPyConnection) -> dict[int, dict[int, dict[int, dict[int, Celle]]]]:
    """A `Kryds` a node, from sql/40_udgivelse."""
    hoejeste = {
        tuple(noegle): tuple(dagsvaerk_e8)
        for *noegle, dagsvaerk_e8 in con.execute("select * from personalegruppe_hoejeste").fetchall()
    }
    kryds: dict[int, dict[int, dict[int, dict[int, Celle]]]] = {}
    for node, enhed, barn, nr, *tal in con.execute(
        "select overordnet_id, enhed_id, barn_id, vindue_nr, kryds.ansat_dage, kryds.dagsvaerk_e8, "
        "barn_tal.ansat_dage - kryds.ansat_dage, barn_tal.dagsvaerk_e8 - kryds.dagsvaerk_e8 "
        "from personalegruppe_kryds as kryds inner join boern using (barn_id) inner join barn_tal "
        "using (barn_id, vindue_nr) order by enhed_id, barn_id"
    ).fetchall():
        inde = Antal(tal[0], tal[1], hoejeste.get((True, enhed, barn, nr), ()))
        ude = Antal(tal[2], tal[3], hoejeste.get((False, enhed, barn, nr), ()))
        kryds.setdefault(node, {}).setdefault(enhed, {}).setdefault(nr, {})[barn] = Celle(inde, ude)
    return kryds


@dataclass(frozen=True)
class Personalegrupper:
    """The personalegrupper of one node. `udenfor`: those of the same in the rest of the kommune, by name; `kryds`: of
    the units below it.
    """

    grupper: Sequence[Barn]
    udenfor: Mapping[str, Barn]
    kryds: Kryds
    vinduer: Sequence[Vindue]
    nu: Vindue

    def divide(self, givne: Sequence[frozenset[str]]) -> tuple[Gruppe, ...]:
        """Nothing when they cannot be told apart. `givne`: the names that are together whatever happens."""
        navne = {barn.navn: barn for barn in self.grupper}
        samlet = [Gruppe(tuple(navne[navn] for navn in sorted(egne & navne.keys()))) for egne in givne]
        grupper = [gruppe for gruppe in samlet if gruppe.medlemmer]
        vaek: set[Gruppe] = {gruppe for gruppe in grupper if not self._is_fit(gruppe)}
        while len(grupper) > 1:
            if not vaek:
                vaek = self._find_telling(grupper)
            if not vaek:
                return tuple(grupper)
            grupper, vaek = self._put_together(grupper, vaek), set()
        return ()

    def _put_together(self, grupper: Sequence[Gruppe], vaek: set[Gruppe]) -> list[Gruppe]:
        """Those, whatever is a pool already, and as few of the smallest others as it takes."""
        vaek = vaek | {gruppe for gruppe in grupper if gruppe.er_pulje}
        andre = sorted((g for g in grupper if g not in vaek), key=lambda g: (g.size(self.nu), g.medlemmer[0].barn_id))
        pulje = Gruppe(tuple(barn for gruppe in grupper if gruppe in vaek for barn in gruppe.medlemmer))
        while andre and not (pulje.er_pulje and self._is_fit(pulje)):
            pulje = Gruppe((*pulje.medlemmer, *andre.pop(0).medlemmer))
        return [*andre, pulje]

    def _is_fit(self, gruppe: Gruppe) -> bool:
        """Large enough in every window; and what is of it elsewhere is large enough too, or hidden by the rounding."""
        return all(
            is_shown(gruppe, vindue, PERSONALEGRUPPE) and self._hides_others(gruppe, vindue) for vindue in self.vinduer
        )

    def _hides_others(self, gruppe: Gruppe, vindue: Vindue) -> bool:
        """What the named group's figure leaves of the kommune's, both within their rounding; for anybody, and for
        whoever knows those of them in a unit.
        """
        andre = Gruppe(tuple(self.udenfor[barn.navn] for barn in gruppe.medlemmer if barn.navn in self.udenfor))
        if not andre.size(vindue):
            return True
        lav, hoej = printed(Gruppe((*gruppe.medlemmer, *andre.medlemmer)), vindue)
        egne_lav, egne_hoej = printed(gruppe, vindue)
        vist = Vist(andre, vindue)
        numre = {barn.barn_id for barn in andre.medlemmer}
        celler = [
            _cell(vist, egne[vindue.nr])
            for egne in self.kryds.values()
            if vindue.nr in egne and not numre.isdisjoint(egne[vindue.nr])
        ]
        for celle in (Celle(ude=_add(_all_of(barn, vindue) for barn in andre.medlemmer)), *celler):
            kendt = Fraction(celle.inde.dagsvaerk_e8, E8)
            if _is_told(celle.ude, lav - egne_hoej - kendt, hoej - egne_lav - kendt, vindue):
                return False
        return True

    def _find_telling(self, grupper: Sequence[Gruppe]) -> set[Gruppe]:
        """The smallest of those that together tell of a few beside a unit's figures."""
        vaek: set[Gruppe] = set()
        for vindue in self.vinduer:
            viste = [Vist(gruppe, vindue) for gruppe in grupper if gruppe.size(vindue)]
            nummer = {barn.barn_id: nr for nr, vist in enumerate(viste) for barn in vist.gruppe.medlemmer}
            celler = {
                enhed: {
                    nummer[barn]: _cell(viste[nummer[barn]], egne[vindue.nr])
                    for barn in egne[vindue.nr]
                    if barn in nummer
                }
                for enhed, egne in self.kryds.items()
                if vindue.nr in egne
            }
            hvor = {(nr, *celle.inde[:2]) for inde in celler.values() for nr, celle in inde.items()}
            for inde in celler.values():
                for sammen in _find_overlapping(viste, inde):
                    if _tells(viste, sammen, inde, hvor):
                        vaek.add(min((viste[nr].gruppe for nr in sammen), key=lambda gruppe: gruppe.size(self.nu)))
        return vaek


@dataclass(frozen=True)
class Vist:
    """A group as it is shown in a window."""

    gruppe: Gruppe
    vindue: Vindue

    @cached_property
    def dage(self) -> int:
        return self.gruppe.size(self.vindue)

    @cached_property
    def trykt(self) -> Trykt:
        return print_days(self.gruppe, self.vindue)


def _cell(vist: Vist, egne: Mapping[int, Celle]) -> Celle:
    """Of a group, from its members."""
    if not vist.gruppe.er_pulje:
        return egne[vist.gruppe.medlemmer[0].barn_id]
    celler = [egne.get(barn.barn_id) or Celle(ude=_all_of(barn, vist.vindue)) for barn in vist.gruppe.medlemmer]
    return Celle(_add(celle.inde for celle in celler), _add(celle.ude for celle in celler))


def _all_of(barn: Barn, vindue: Vindue) -> Antal:
    tal = barn.tal.get(vindue.nr, INTET)
    hoejeste = sorted((dagsvaerk_e8 for dagsvaerk_e8, _ in (tal.kendte or {}).values()), reverse=True)
    return Antal(tal.ansat_dage, tal.dagsvaerk_e8, tuple(hoejeste[:2]))


def _find_overlapping(viste: Sequence[Vist], inde: Mapping[int, Celle]) -> Iterator[Sequence[int]]:
    """Of the groups with staff in a unit each, and together those that have most of theirs there: where only one of the
    two has few more.
    """
    faa = PERSONALEGRUPPE.medarbejdere * viste[0].vindue.dage if viste else 0
    alle = sum(celle.inde.dage for celle in inde.values())
    med = sorted(inde, key=lambda nr: -inde[nr].inde.dage / viste[nr].dage)
    for sammen in (*([nr] for nr in med), *(med[:antal] for antal in range(2, len(med) + 1))):
        kun_enheden = alle - sum(inde[nr].inde.dage for nr in sammen)
        kun_gruppen = sum(inde[nr].ude.dage for nr in sammen)
        if 0 < kun_enheden < faa or 0 < kun_gruppen < faa:
            yield sammen


def _tells(
    viste: Sequence[Vist], sammen: Sequence[int], inde: Mapping[int, Celle], hvor: Container[tuple[int, int, int]]
) -> bool:
    """Whether those groups and a unit tell of the few that only one of the two has: of the groups' to whoever knows the
    unit; of the unit's when the groups have nobody else, or somebody may know all of those, for they are in one unit.

    `hvor`: each group's employed days and dagsværk unit by unit.
    """
    vindue = viste[0].vindue
    kun_gruppen = _add(inde[nr].ude for nr in sammen)
    kun_enheden = _add(celle.inde for nr, celle in inde.items() if nr not in sammen)
    if not (_is_few(kun_gruppen, vindue) or _is_few(kun_enheden, vindue)):
        return False
    lav, hoej = add_printed([viste[nr].trykt for nr in sammen], vindue)
    begge = Fraction(sum(inde[nr].inde.dagsvaerk_e8 for nr in sammen), E8)
    if _is_told(kun_gruppen, lav - begge, hoej - begge, vindue):
        return True
    alle = begge + Fraction(kun_enheden.dagsvaerk_e8 + kun_gruppen.dagsvaerk_e8, E8)
    return _is_told(kun_enheden, alle - hoej, alle - lav, vindue) and all(
        not inde[nr].ude.dage or (nr, *inde[nr].ude[:2]) in hvor for nr in sammen
    )


def _is_few(antal: Antal, vindue: Vindue) -> bool:
    """Too few to be published, or held by two of them: of as many as a personalegruppe shown has that is not asked."""
    del_, hele = DOMINANS
    er_domineret = sum(antal.hoejeste_e8) * hele > antal.dagsvaerk_e8 * del_
    return 0 < antal.dage < UDE.medarbejdere * vindue.dage or (
        antal.dage < PERSONALEGRUPPE.medarbejdere * vindue.dage and er_domineret
    )


def _is_told(antal: Antal, lav: Fraction, hoej: Fraction, vindue: Vindue) -> bool:
    return _is_few(antal, vindue) and not is_safe_range(lav, hoej, Fraction(antal.dage, vindue.dage))


def _add(alle: Iterable[Antal]) -> Antal:
    """Of different employees."""
    egne = list(alle)
    hoejeste = sorted((dagsvaerk_e8 for antal in egne for dagsvaerk_e8 in antal.hoejeste_e8), reverse=True)
    return Antal(sum(antal.dage for antal in egne), sum(antal.dagsvaerk_e8 for antal in egne), tuple(hoejeste[:2]))
