"""Applies the rules of `diskretion` to a whole kommune: from the node tables of a build to the groups it may show."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

from pipeline.diskretion.organisation import ENHEDER, PERSONALEGRUPPER, Opdeling, Organisation, read_organisation
from pipeline.diskretion.personalegrupper import Personalegrupper
from pipeline.diskretion.regler import (
    INDE,
    PERSONALEGRUPPE,
    UDE,
    Barn,
    Graense,
    Gruppe,
    choose_columns,
    is_shown,
    name_gruppe,
    pool,
)
from pipeline.diskretion.udenlinje import publish
from pipeline.diskretion.vinduesvalg import choose_inside, choose_outside
from pipeline.tekster import faelles as tekster

Udgivet = tuple[Sequence[Gruppe], set[int]]
Kolonner = dict[int, tuple[bool, bool]]
"""The windows shown, and whether short and long absence, and langtidsfriske, are shown in each."""
UDENFOR = "udenfor"
OEVRIGE = {ENHEDER: tekster.OEVRIGE_ENHEDER, PERSONALEGRUPPER: tekster.OEVRIGE_PERSONALEGRUPPER}

PULJE_ID = -1_000_000_000  # pools are numbered down from here; units, fælles and named groups lie above
GRUPPER = {
    "deling": str,
    "opdeling": str,
    "overordnet_id": int,
    "gruppe_id": int,
    "navn": str,
    "er_pulje": bool,
}
MEDLEMMER = {"gruppe_id": int, "barn_id": int}
UDEN_LINJE = {"overordnet_id": int, "barn_id": int}
VINDUER = {
    "deling": str,
    "overordnet_id": int,
    "gruppe_id": int,
    "vindue_nr": int,
    "vis_langtid": bool,
    "vis_langtidsfriske": bool,
}


@dataclass
class Deling:
    """The rows of the three tables, as they are found."""

    grupper: list[tuple[str, str, int | None, int, str, bool]] = field(default_factory=list)
    medlemmer: list[tuple[int, int]] = field(default_factory=list)
    vinduer: list[tuple[str, int | None, int, int, bool, bool]] = field(default_factory=list)
    uden_linje: list[tuple[int, int]] = field(default_factory=list)
    antal_puljer: int = 0

    def number(self, gruppe: Gruppe) -> int:
        """A child keeps its own number, a pool gets the next."""
        if not gruppe.er_pulje:
            return gruppe.medlemmer[0].barn_id
        self.antal_puljer += 1
        pulje_id = PULJE_ID - self.antal_puljer
        self.medlemmer += [(pulje_id, barn.barn_id) for barn in gruppe.medlemmer]
        return pulje_id


def make_deling(con: duckdb.DuckDBPyConnection, *, create_table: Callable[..., None]) -> None:
    """The tables `delingsgrupper` (grain: deling, overordnet_id, gruppe_id), `delingsmedlemmer` (gruppe_id, barn_id),
    `delingsvinduer` (deling, overordnet_id, gruppe_id, vindue_nr) and `delt_uden_linje` (barn_id). overordnet_id is
    null for a node by itself.

    `create_table` is the database's, a room above this one.
    """
    with _without_gc():
        organisation = read_organisation(con)
        deling = Deling() if organisation is None else divide(organisation)
    for navn, raekker, skema in (
        ("delingsgrupper", deling.grupper, GRUPPER),
        ("delingsmedlemmer", deling.medlemmer, MEDLEMMER),
        ("delingsvinduer", deling.vinduer, VINDUER),
        ("delt_uden_linje", deling.uden_linje, UDEN_LINJE),
    ):
        create_table(con, navn, skema, raekker, midlertidig=True)


@contextmanager
def _without_gc() -> Iterator[None]:
    """Everything read here stays till the end, and Python would look through it for garbage again and again."""
    var_i_gang = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if var_i_gang:
            gc.enable()


def divide(organisation: Organisation) -> Deling:
    """Inside, every node that passes is divided, for it may be a chef's own; outside, what is reached from the top."""
    deling = Deling()
    ude: dict[int, Udgivet] = {}
    alene = {
        barn.barn_id: _add_alone(deling, INDE, barn, organisation)
        for barn in (organisation.rod, *(barn for boern in organisation.enheder.values() for barn in boern))
    }
    for overordnet_id, boern in organisation.enheder.items():
        inde = pool([Gruppe((barn,)) for barn in boern], organisation.nu, INDE)
        ude[overordnet_id] = _publish(boern, inde, organisation)
        _add(
            deling,
            INDE,
            ENHEDER,
            overordnet_id,
            inde,
            organisation,
            nodens=alene.get(overordnet_id),
            ude=ude[overordnet_id],
        )
    _walk(deling, ude, alene, organisation)
    _add_navngivne(deling, organisation)
    _add_personalegrupper(deling, organisation)
    return deling


def _publish(boern: Sequence[Barn], inde: Sequence[Gruppe], organisation: Organisation) -> Udgivet:
    """The groups outside, and the windows none of them is shown in."""
    grupper = publish(boern, inde, organisation.nu, organisation.vinduer)
    uden = next((gruppe for gruppe in grupper if gruppe.er_uden_linje), None)
    egne = organisation.maaneder
    if uden is None or not egne.alene.dage:
        return grupper, set()
    from pipeline.diskretion.skjul import find_telling  # loads SciPy, and few parents need it

    linjer = [gruppe for gruppe in grupper if gruppe is not uden]
    vaek = find_telling(linjer, uden, inde, egne.kvartaler, egne.alene.tal, egne.alene.dage)
    return (pool(inde, organisation.nu, UDE), set()) if organisation.nu.nr in vaek else (grupper, vaek)


def _add(
    deling: Deling,
    graense: Graense,
    opdeling: Opdeling,
    overordnet_id: int,
    grupper: Sequence[Gruppe],
    organisation: Organisation,
    forud: Kolonner | None = None,
    *,
    nodens: Kolonner | None = None,
    ude: Udgivet = ((), set()),
) -> dict[Gruppe, Kolonner]:
    """One parent's groups; with `forud` only in the windows, and with the columns, the parent itself is shown in.
    `nodens` and `ude`: as `choose_inside` has them.
    """
    numre = {gruppe: deling.number(gruppe) for gruppe in grupper if not gruppe.er_uden_linje}
    deling.uden_linje += [
        (overordnet_id, barn.barn_id) for gruppe in grupper if gruppe.er_uden_linje for barn in gruppe.medlemmer
    ]
    for gruppe, gruppe_id in numre.items():
        navn = name_gruppe(gruppe, OEVRIGE[opdeling])
        deling.grupper.append((graense.navn, opdeling, overordnet_id, gruppe_id, navn, gruppe.er_pulje))
    viste: dict[Gruppe, Kolonner] = defaultdict(dict)
    alle_vinduer = any(barn.har_egen_regel for gruppe in grupper for barn in gruppe.medlemmer)
    vinduer = [
        vindue
        for vindue in organisation.vinduer
        if (alle_vinduer or vindue.nr in organisation.tre) and (forud is None or vindue.nr in forud)
    ]
    if graense is INDE:
        vinduer = choose_inside(grupper, vinduer, organisation=organisation, nodens=nodens or (), ude=ude[0])
    elif graense is UDE:
        vinduer = choose_outside(grupper, vinduer, organisation=organisation)
    for gruppe, vindue, langtid, friske in choose_columns(grupper, vinduer, graense):
        if not (gruppe.har_egen_regel or vindue.nr in organisation.tre):
            continue
        langtid_forud, friske_forud = (True, True) if forud is None else forud[vindue.nr]
        vist = (langtid and langtid_forud, friske and friske_forud)
        viste[gruppe][vindue.nr] = vist
        deling.vinduer.append((graense.navn, overordnet_id, numre[gruppe], vindue.nr, *vist))
    return viste


def _add_alone(deling: Deling, graense: Graense, barn: Barn, organisation: Organisation) -> Kolonner:
    """A node by itself, in the windows it passes in; the windows and columns shown."""
    gruppe = Gruppe((barn,))
    if barn.er_faelles or not is_shown(gruppe, organisation.nu, graense):
        return {}
    vinduer = [vindue for vindue in organisation.vinduer if barn.har_egen_regel or vindue.nr in organisation.tre]
    choose = choose_inside if graense is INDE else choose_outside
    vinduer = choose([gruppe], vinduer, organisation=organisation)
    viste = {vindue.nr: (langtid, friske) for _, vindue, langtid, friske in choose_columns([gruppe], vinduer, graense)}
    deling.grupper.append((graense.navn, ENHEDER, None, barn.barn_id, barn.navn, False))
    deling.vinduer += [(graense.navn, None, barn.barn_id, nr, *vist) for nr, vist in viste.items()]
    return viste


def _walk(
    deling: Deling, ude: Mapping[int, Udgivet], alene: Mapping[int, Kolonner], organisation: Organisation
) -> None:
    """From the kommune down through the nodes shown by name. Children never show what their node does not, nor a unit
    a window its own chef is not shown beside newer ones: `alene`.
    """
    rod_id = organisation.rod.barn_id
    venter = [(rod_id, _add_alone(deling, UDE, organisation.rod, organisation))]
    while venter:
        node_id, forud = venter.pop()
        grupper, vaek = ude.get(node_id, ((), set()))
        if not forud or not grupper:
            continue
        enheder = [gruppe.enhed for gruppe in grupper if gruppe.enhed is not None]
        vinduer = {
            nr: kolonner
            for nr, kolonner in forud.items()
            if nr not in vaek and all(nr in alene[barn.barn_id] for barn in enheder if _is_due(barn, nr, organisation))
        }
        viste = _add(deling, UDE, ENHEDER, node_id, grupper, organisation, vinduer)
        venter += [(gruppe.enhed.barn_id, vist) for gruppe, vist in viste.items() if gruppe.enhed is not None]


def _is_due(barn: Barn, nr: int, organisation: Organisation) -> bool:
    """Whether a unit has a figure of its own in a window."""
    return nr in barn.tal and barn.tal[nr].ansat_dage > 0 and (barn.har_egen_regel or nr in organisation.tre)


def _add_navngivne(deling: Deling, organisation: Organisation) -> None:
    """A named group is published when each of its nodes is shown by itself: it then tells nothing new."""
    vist = {
        (gruppe_id, nr): (langtid, friske)
        for navn, _, gruppe_id, nr, langtid, friske in deling.vinduer
        if navn == UDE.navn
    }
    for gruppe_id, (navn, noder) in organisation.navngivne.items():
        vinduer = [v.nr for v in organisation.vinduer if noder and all((node, v.nr) in vist for node in noder)]
        if not vinduer:
            continue
        deling.grupper.append((UDE.navn, "navngivne", None, gruppe_id, navn, False))
        deling.medlemmer += [(gruppe_id, node) for node in sorted(noder)]
        for nr in vinduer:
            kolonner = (all(vist[node, nr][kolonne] for node in noder) for kolonne in (0, 1))
            deling.vinduer.append((UDE.navn, None, gruppe_id, nr, *kolonner))  # type: ignore[arg-type]


def _add_personalegrupper(deling: Deling, organisation: Organisation) -> None:
    """The kommune's, then those of the named groups that are shown, which keep together what the kommune's do."""
    sammen = [
        frozenset({barn.navn}) for barn in organisation.boern.get((PERSONALEGRUPPER, organisation.rod.barn_id), ())
    ]
    for node in (organisation.rod.barn_id, *organisation.navngivne):
        forud = {
            nr: (langtid, friske)
            for navn, overordnet, gruppe_id, nr, langtid, friske in deling.vinduer
            if navn == UDE.navn and overordnet is None and gruppe_id == node
        }
        egne = Personalegrupper(
            organisation.boern.get((PERSONALEGRUPPER, node), ()),
            {barn.navn: barn for barn in organisation.boern.get((UDENFOR, node), ())},
            organisation.kryds.get(node, {}),
            [vindue for vindue in organisation.vinduer if vindue.nr in organisation.tre],
            organisation.nu,
        )
        grupper = egne.divide(sammen) if organisation.nu.nr in forud else ()
        _add(deling, PERSONALEGRUPPE, PERSONALEGRUPPER, node, grupper, organisation, forud)
        if node == organisation.rod.barn_id:
            sammen = [frozenset(barn.navn for barn in gruppe.medlemmer) for gruppe in grupper]
