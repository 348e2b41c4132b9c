"""The windows the groups of a node are shown in: those every group may be shown in, but for older ones that beside
newer ones would tell what groups under the limits had.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.diskretion.organisation import Organisation
from pipeline.diskretion.raekken import Raekke
from pipeline.diskretion.regler import INDE, UDE, Gruppe, Vindue, is_shown
from pipeline.diskretion.soeskende import Soeskende
from pipeline.diskretion.udenlinje import Kvartal


def choose_inside(
    grupper: Sequence[Gruppe],
    vinduer: Sequence[Vindue],
    *,
    organisation: Organisation,
    nodens: Iterable[int] = (),
    ude: Iterable[Gruppe] = (),
) -> list[Vindue]:
    """`nodens`: the windows the node itself is shown in; `ude`: its groups outside. The figures are exact; but a unit
    with a line outside is read there in the windows it has none inside.
    """
    egne = organisation.maaneder
    mulige = [v for v in vinduer if all(is_shown(gruppe, v, INDE) for gruppe in grupper)]
    soeskende = Soeskende(grupper, egne.alene, egne.of(nodens))
    laest = list(_read_outside(ude, [v for v in vinduer if v not in mulige], organisation))

    def are_told(viste: Sequence[Vindue]) -> bool:
        kvartaler = egne.of(vindue.nr for vindue in viste)
        return soeskende.tell(kvartaler) or any(
            raekke.tells([*kvartaler, *udgivne], er_praecise=False) for raekke, udgivne in laest
        )

    return _newest(mulige, are_told)


def _read_outside(
    ude: Iterable[Gruppe], vinduer: Sequence[Vindue], organisation: Organisation
) -> Iterator[tuple[Raekke, list[Kvartal]]]:
    """Each unit with a line, and those windows it may have it in."""
    egne = organisation.maaneder
    for gruppe in ude:
        if gruppe.enhed is not None and not gruppe.er_uden_linje:
            viste = egne.of(v.nr for v in vinduer if is_shown(gruppe, v, UDE))
            if viste:
                yield egne.alene.of(gruppe), viste


def choose_outside(grupper: Sequence[Gruppe], vinduer: Sequence[Vindue], *, organisation: Organisation) -> list[Vindue]:
    """Of each group, and of what is left of it when whoever knows a part of it takes that out. The rounding is not
    counted on to hide anything.
    """
    egne = organisation.maaneder
    linjer = [gruppe for gruppe in grupper if not gruppe.er_uden_linje]
    mulige = [v for v in vinduer if all(is_shown(gruppe, v, UDE) for gruppe in linjer)]
    kvartaler = egne.of(vindue.nr for vindue in mulige)
    dele = (del_ for gruppe in linjer for del_ in (gruppe, *_rests(gruppe, organisation)))
    raekker = [egne.alene.of(del_) for del_ in dele if egne.alene.sum_of(del_).has_many(kvartaler)]

    def are_told(viste: Sequence[Vindue]) -> bool:
        kvartaler = egne.of(vindue.nr for vindue in viste)
        return any(raekke.tells(kvartaler, UDE, er_praecise=False) for raekke in raekker)

    return _newest(mulige, are_told)


def _rests(gruppe: Gruppe, organisation: Organisation) -> Iterator[Gruppe]:
    """A pool without one of its members, a unit without one of its own units."""
    enhed = gruppe.enhed
    dele = gruppe.medlemmer if gruppe.er_pulje else organisation.enheder.get(enhed.barn_id, ()) if enhed else ()
    for vaek in dele:
        rest = tuple(barn for barn in dele if barn is not vaek)
        if rest and (gruppe.er_pulje or not vaek.er_faelles):
            yield Gruppe(rest)


def _newest(mulige: Sequence[Vindue], are_told: Callable[[Sequence[Vindue]], bool]) -> list[Vindue]:
    """As many as tell nothing together, the newest first; none when it tells by itself, for an older one does not
    stand in its place.
    """
    if not are_told(mulige):
        return list(mulige)
    blevne: list[Vindue] = []
    for vindue in reversed(mulige):
        fortalt = are_told([*blevne, vindue])
        if fortalt and not blevne:
            break
        if not fortalt:
            blevne.append(vindue)
    return blevne[::-1]
