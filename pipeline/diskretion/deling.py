"""Applies the rules of `diskretion` to a whole kommune: from the node tables of a build to the groups it may show."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property

import duckdb

from pipeline.diskretion.personalegrupper import Kryds, Personalegrupper, read_kryds
from pipeline.diskretion.raekken import Alene
from pipeline.diskretion.regler import (
    INDE,
    PERSONALEGRUPPE,
    UDE,
    Barn,
    Graense,
    Gruppe,
    Tal,
    Vindue,
    choose_columns,
    is_shown,
    name_gruppe,
    pool,
)
from pipeline.diskretion.udenlinje import Kvartal, find_told, publish
from pipeline.tekster import faelles as tekster

Opdeling = str
Udgivet = tuple[Sequence[Gruppe], set[int]]
Kolonner = dict[int, tuple[bool, bool]]
"""The windows shown, and whether short and long absence, and langtidsfriske, are shown in each."""
DELINGENS_KILDER = (
    "boern",
    "barn_tal",
    "barn_langtid",
    "barn_kendte",
    "barn_ledere",
    "navngivne_grupper",
    "udgivelsesvinduer",
    "alene_personer",
    "alene_tal",
    "alene_vinduer",
    "personalegruppe_kryds",
    "personalegruppe_hoejeste",
)
PERSONALEGRUPPER, UDENFOR = "personalegrupper", "udenfor"
OEVRIGE = {"enheder": tekster.OEVRIGE_ENHEDER, PERSONALEGRUPPER: tekster.OEVRIGE_PERSONALEGRUPPER}

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


@dataclass(frozen=True)
class Maaneder:
    """The windows in months, and every child in months and quarters alone."""

    kvartaler: Sequence[Kvartal]
    alene: Alene

    @cached_property
    def efter_nr(self) -> dict[int, Kvartal]:
        return {kvartal.vindue.nr: kvartal for kvartal in self.kvartaler}


@dataclass(frozen=True)
class Organisation:
    """Every node's children by breakdown, and the windows; `nu` is the one that decides who is pooled."""

    rod: Barn
    boern: Mapping[tuple[Opdeling, int], Sequence[Barn]]
    vinduer: Sequence[Vindue]
    tre: frozenset[int]
    nu: Vindue
    navngivne: Mapping[int, tuple[str, frozenset[int]]]
    maaneder: Maaneder = field(default_factory=lambda: Maaneder((), Alene({}, {}, {})))
    kryds: Mapping[int, Kryds] = field(default_factory=dict)


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
    ude: dict[tuple[Opdeling, int], Udgivet] = {}
    for (opdeling, overordnet_id), boern in organisation.boern.items():
        if opdeling != "enheder":
            continue
        inde = pool([Gruppe((barn,)) for barn in boern], organisation.nu, INDE)
        ude[opdeling, overordnet_id] = _publish(boern, inde, organisation)
        _add(deling, INDE, opdeling, overordnet_id, inde, organisation)
    enheder = (barn for (opdeling, _), boern in organisation.boern.items() if opdeling == "enheder" for barn in boern)
    for barn in (organisation.rod, *enheder):
        _add_alone(deling, INDE, barn, organisation)
    _walk(deling, ude, organisation)
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
) -> dict[Gruppe, Kolonner]:
    """One parent's groups; with `forud` only in the windows, and with the columns, the parent itself is shown in."""
    numre = {gruppe: deling.number(gruppe) for gruppe in grupper if not gruppe.er_uden_linje}
    deling.uden_linje += [
        (overordnet_id, barn.barn_id) for gruppe in grupper if gruppe.er_uden_linje for barn in gruppe.medlemmer
    ]
    for gruppe, gruppe_id in numre.items():
        navn = name_gruppe(gruppe, OEVRIGE[opdeling])
        deling.grupper.append((graense.navn, opdeling, overordnet_id, gruppe_id, navn, gruppe.er_pulje))
    viste: dict[Gruppe, Kolonner] = defaultdict(dict)
    alle_vinduer = any(barn.har_egen_regel for gruppe in grupper for barn in gruppe.medlemmer)
    vinduer = [vindue for vindue in organisation.vinduer if alle_vinduer or vindue.nr in organisation.tre]
    if graense is INDE:
        vinduer = _untold(grupper, vinduer, organisation)
    for gruppe, vindue, langtid, friske in choose_columns(grupper, vinduer, graense):
        har_egne = gruppe.har_egen_regel or vindue.nr in organisation.tre
        if not har_egne or (forud is not None and vindue.nr not in forud):
            continue
        langtid_forud, friske_forud = (True, True) if forud is None else forud[vindue.nr]
        vist = (langtid and langtid_forud, friske and friske_forud)
        viste[gruppe][vindue.nr] = vist
        deling.vinduer.append((graense.navn, overordnet_id, numre[gruppe], vindue.nr, *vist))
    return viste


def _untold(grupper: Sequence[Gruppe], vinduer: Sequence[Vindue], organisation: Organisation) -> list[Vindue]:
    """The windows all groups may be shown in, but for those that beside newer ones would tell a group's other quarters:
    inside the figures are exact.
    """
    egne = organisation.maaneder
    mulige = [v for v in vinduer if all(is_shown(gruppe, v, INDE) for gruppe in grupper)]
    raekker = [egne.alene.of(gruppe) for gruppe in grupper]

    def are_told(viste: Sequence[Vindue]) -> bool:
        kvartaler = [egne.efter_nr[vindue.nr] for vindue in viste if vindue.nr in egne.efter_nr]
        return any(raekke.tells(kvartaler) for raekke in raekker)

    if not are_told(mulige):
        return mulige
    blevne: list[Vindue] = []
    for vindue in reversed(mulige):
        if not are_told([*blevne, vindue]):
            blevne.append(vindue)
    return blevne[::-1]


def _add_alone(deling: Deling, graense: Graense, barn: Barn, organisation: Organisation) -> Kolonner:
    """A node by itself, in the windows it passes in; the windows and columns shown."""
    gruppe = Gruppe((barn,))
    if barn.er_faelles or not is_shown(gruppe, organisation.nu, graense):
        return {}
    vinduer = [vindue for vindue in organisation.vinduer if barn.har_egen_regel or vindue.nr in organisation.tre]
    vinduer = _untold([gruppe], vinduer, organisation)
    viste = {vindue.nr: (langtid, friske) for _, vindue, langtid, friske in choose_columns([gruppe], vinduer, graense)}
    deling.grupper.append((graense.navn, "enheder", None, barn.barn_id, barn.navn, False))
    deling.vinduer += [(graense.navn, None, barn.barn_id, nr, *vist) for nr, vist in viste.items()]
    return viste


def _walk(deling: Deling, ude: Mapping[tuple[Opdeling, int], Udgivet], organisation: Organisation) -> None:
    """From the kommune down through the nodes shown by name. Children never show what their node does not."""
    rod_id = organisation.rod.barn_id
    venter = [(rod_id, _add_alone(deling, UDE, organisation.rod, organisation))]
    while venter:
        node_id, forud = venter.pop()
        grupper, vaek = ude.get(("enheder", node_id), ((), set()))
        if not forud or not grupper:
            continue
        vinduer = {nr: kolonner for nr, kolonner in forud.items() if nr not in vaek}
        viste = _add(deling, UDE, "enheder", node_id, grupper, organisation, vinduer)
        venter += [(gruppe.enhed.barn_id, vist) for gruppe, vist in viste.items() if gruppe.enhed is not None]


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


def read_organisation(con: duckdb.DuckDBPyConnection) -> Organisation | None:
    """From sql/40_udgivelse; None before there is a whole window."""
    vinduer = con.execute(
        "select vindue_nr, dage, er_nu, er_blandt_tre from udgivelsesvinduer order by sidste_maaned"
    ).fetchall()
    if not vinduer:
        return None
    tal = _read_tal(con)
    boern: dict[tuple[Opdeling, int], list[Barn]] = defaultdict(list)
    rod: Barn | None = None
    for opdeling, overordnet_id, barn_id, navn, er_faelles, har_egen_regel, er_nedlagt in con.execute(
        "select opdeling, overordnet_id, boern.barn_id, navn, er_faelles, har_egen_regel, "
        "not er_faelles and coalesce(antal_ansatte, 0) = 0 from boern left join barn_tal on boern.barn_id = "
        "barn_tal.barn_id and vindue_nr = (select u.vindue_nr from udgivelsesvinduer as u where u.er_nu) "
        "order by boern.barn_id"
    ).fetchall():
        barn = Barn(barn_id, navn, er_faelles, har_egen_regel, tal.get(barn_id, {}), er_nedlagt)
        if overordnet_id is None:
            rod = barn
        elif barn.tal:
            boern[opdeling, overordnet_id].append(barn)
    if rod is None:
        return None
    egne = [Vindue(nr, dage) for nr, dage, _, _ in vinduer]
    roebes = {node: find_told(under, egne) for (opdeling, node), under in boern.items() if opdeling == "enheder"}

    def with_roebes(barn: Barn) -> Barn:
        return replace(barn, roebes=roebes.get(barn.barn_id, frozenset()))

    return Organisation(
        rod=with_roebes(rod),
        boern={noegle: [with_roebes(barn) for barn in under] for noegle, under in boern.items()},
        vinduer=egne,
        tre=frozenset(nr for nr, _, _, blandt_tre in vinduer if blandt_tre),
        nu=next(Vindue(nr, dage) for nr, dage, er_nu, _ in vinduer if er_nu),
        navngivne=_read_navngivne(con),
        maaneder=_read_maaneder(con),
        kryds=read_kryds(con),
    )


def _read_maaneder(con: duckdb.DuckDBPyConnection) -> Maaneder:
    kvartaler = con.execute(
        "select vindue_nr, dage, foerste_maaned, sidste_maaned from udgivelsesvinduer order by sidste_maaned"
    ).fetchall()
    tal = con.execute(
        "select alene_tal.barn_id, alene_vinduer.foerste_maaned, ansat_dage, dagsvaerk_e8, alene_tal.dage "
        "from alene_tal inner join alene_vinduer using (vindue_nr) inner join boern using (barn_id) "
        "where not alene_tal.er_kvartal"
    ).fetchall()
    alene = Alene(
        {(barn, maaned): (dage, dagsvaerk_e8) for barn, maaned, dage, dagsvaerk_e8, _ in tal},
        {maaned: laengde for _, maaned, _, _, laengde in tal},
        _read_kvartaler(con),
    )
    return Maaneder([Kvartal(Vindue(nr, dage), fra, til) for nr, dage, fra, til in kvartaler], alene)


def _read_kvartaler(con: duckdb.DuckDBPyConnection) -> dict[int, dict[int, Tal]]:
    personer: dict[tuple[int, int], tuple[dict[int, tuple[int, bool]], set[int]]] = defaultdict(lambda: ({}, set()))
    for barn_id, vindue_nr, nummer, er_leder, dagsvaerk_e8 in con.execute(
        "select alene_personer.* from alene_personer inner join alene_vinduer using (vindue_nr) where er_kvartal"
    ).fetchall():
        kendte, ledere = personer[barn_id, vindue_nr]
        kendte[nummer] = (dagsvaerk_e8, False)
        if er_leder:
            ledere.add(nummer)
    tal: dict[int, dict[int, Tal]] = defaultdict(dict)
    for barn_id, vindue_nr, fra, dage, dagsvaerk_e8, leder_dage in con.execute(
        "select barn_id, vindue_nr, foerste_maaned, ansat_dage, dagsvaerk_e8, leder_dage "
        "from alene_tal inner join alene_vinduer using (vindue_nr) where alene_tal.er_kvartal"
    ).fetchall():
        kendte, ledere = personer.get((barn_id, vindue_nr), ({}, set()))
        tal[barn_id][fra] = Tal(dage, dagsvaerk_e8, kendte=kendte, ledere=frozenset(ledere), leder_dage=leder_dage)
    return tal


def _read_tal(con: duckdb.DuckDBPyConnection) -> dict[int, dict[int, Tal]]:
    kendte: dict[tuple[int, int], dict[int, tuple[int, bool]]] = defaultdict(dict)
    ledere: dict[tuple[int, int], set[int]] = defaultdict(set)
    for barn_id, vindue_nr, nummer, dagsvaerk_e8, er_lang, er_leder in con.execute(
        "select * from barn_kendte"
    ).fetchall():
        kendte[barn_id, vindue_nr][nummer] = (dagsvaerk_e8, er_lang)
        if er_leder:
            ledere[barn_id, vindue_nr].add(nummer)
    tal: dict[int, dict[int, Tal]] = defaultdict(dict)
    for barn_id, vindue_nr, dage, dagsvaerk_e8, langtid, grundlag, friske, leder_dage in con.execute(
        "select barn_tal.barn_id, barn_tal.vindue_nr, ansat_dage, barn_tal.dagsvaerk_e8, med_langtid, antal_grundlag, "
        "antal_langtidsfriske, coalesce(leder_dage, 0) from barn_tal inner join barn_langtid "
        "using (barn_id, vindue_nr) left join barn_ledere using (barn_id, vindue_nr)"
    ).fetchall():
        noegle = (barn_id, vindue_nr)
        egne_ledere = frozenset(ledere.get(noegle, ()))
        tal[barn_id][vindue_nr] = Tal(
            dage, dagsvaerk_e8, langtid, grundlag, friske, kendte.get(noegle), egne_ledere, leder_dage
        )
    return tal


def _read_navngivne(con: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, frozenset[int]]]:
    noder: dict[int, tuple[str, set[int]]] = {}
    for gruppe_id, navn, enhed_id in con.execute("select gruppe_id, navn, enhed_id from navngivne_grupper").fetchall():
        noder.setdefault(gruppe_id, (navn, set()))[1].add(enhed_id)
    return {gruppe_id: (navn, frozenset(egne)) for gruppe_id, (navn, egne) in noder.items()}
