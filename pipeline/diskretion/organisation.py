"""A build's tables as the division reads them: every node's children, window by window and in months."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import duckdb

from pipeline.diskretion.alene import Alene
from pipeline.diskretion.personalegrupper import Kryds, read_kryds
from pipeline.diskretion.regler import Barn, Tal, Vindue
from pipeline.diskretion.udenlinje import Kvartal, find_told

Opdeling = str
ENHEDER: Opdeling = "enheder"
PERSONALEGRUPPER: Opdeling = "personalegrupper"
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


@dataclass(frozen=True)
class Maaneder:
    """The windows in months, and every child in months and quarters alone."""

    kvartaler: Sequence[Kvartal]
    alene: Alene

    @cached_property
    def efter_nr(self) -> dict[int, Kvartal]:
        return {kvartal.vindue.nr: kvartal for kvartal in self.kvartaler}

    def of(self, numre: Iterable[int]) -> list[Kvartal]:
        """Windows by their numbers."""
        return [self.efter_nr[nr] for nr in numre if nr in self.efter_nr]


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

    @cached_property
    def enheder(self) -> dict[int, Sequence[Barn]]:
        """The children by node, divided by unit."""
        return {node: boern for (opdeling, node), boern in self.boern.items() if opdeling == ENHEDER}


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
    roebes = {node: find_told(under, egne) for (opdeling, node), under in boern.items() if opdeling == ENHEDER}

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
