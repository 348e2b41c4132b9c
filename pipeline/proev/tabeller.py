"""From the tables of a release to statements about groups of the organisation, in numbers as they are printed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.proev.filindhold import Celle
from pipeline.proev.ligninger import Del, Udsagn
from pipeline.tekster import faelles as tekster
from pipeline.tekster import personalegrupper as tekster_personalegrupper
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord, step_back

INDRYK = re.compile(r"^\u2003*")
DAG, PCT = 0.05, 0.005
OEVRIGE = tekster.OEVRIGE_ENHEDER.split("{")[0]


@dataclass(frozen=True)
class Organisation:
    """The tree as anybody knows it. `boern`: of a node, by name; `under`: the parts a child is made of."""

    boern: Mapping[int | None, Mapping[str, Sequence[int]]]
    under: Mapping[int, frozenset[Del]]


@dataclass(frozen=True)
class Linje:
    """A table's row: the group's name, the children it is, their parts, and its figures by heading."""

    navn: str
    boern: frozenset[int]
    dele: frozenset[Del]
    tal: Mapping[str, float]


def is_by_personalegruppe(raekker: Sequence[Sequence[Celle]]) -> bool:
    """A table of the other breakdown (pipeline/proev/personalegrupper.py)."""
    return bool(raekker and raekker[0] and raekker[0][0] == tekster_personalegrupper.PERSONALEGRUPPE)


def read_linjer(raekker: Sequence[Sequence[Celle]], organisation: Organisation) -> tuple[list[Linje], list[str]]:
    """The rows of a bilag, and the names nobody knows. A table without a headcount is not one."""
    if not raekker or tekster_status.BILAG_KOLONNER[1][1] not in raekker[0] or is_by_personalegruppe(raekker):
        return [], []
    hoveder = [str(celle) for celle in raekker[0]]
    linjer, ukendte = [], []
    for foraelder, navn, raekke, soeskende in _with_parents(raekker[1:], organisation):
        boern = find_boern(navn, foraelder, soeskende, organisation)
        if not boern:
            ukendte.append(navn)
            continue
        tal = {h: float(c) for h, c in zip(hoveder, raekke, strict=False) if isinstance(c, float)}
        dele = frozenset[Del]().union(*(organisation.under[barn] for barn in boern))
        linjer.append(Linje(navn, frozenset(boern), dele, tal))
    return linjer, ukendte


def _with_parents(
    raekker: Sequence[Sequence[Celle]], organisation: Organisation
) -> Iterator[tuple[int | None, str, Sequence[Celle], list[str]]]:
    """Each row with its parent node, its name, and the names beside it; the indentation tells."""
    dybder = [len(INDRYK.match(str(raekke[0])).group()) for raekke in raekker]  # type: ignore[union-attr]
    navne = [str(raekke[0]).strip() for raekke in raekker]
    sti: list[int | None] = [None]
    for nr, (dybde, navn) in enumerate(zip(dybder, navne, strict=True)):
        del sti[dybde + 1 :]
        slut = next((i for i in range(nr + 1, len(dybder)) if dybder[i] < dybde), len(dybder))
        start = next((i + 1 for i in range(nr - 1, -1, -1) if dybder[i] < dybde), 0)
        soeskende = [navne[i] for i in range(start, slut) if dybder[i] == dybde]
        foraelder = sti[-1]
        yield foraelder, navn, raekker[nr], soeskende
        enheder = _by_name(navn, foraelder, organisation)
        sti.append(enheder[0] if len(enheder) == 1 else -1)


def _by_name(navn: str, foraelder: int | None, organisation: Organisation) -> Sequence[int]:
    return organisation.boern.get(foraelder, {}).get(navn, ())


def find_boern(navn: str, foraelder: int | None, soeskende: Sequence[str], organisation: Organisation) -> list[int]:
    """A node; or all that the parent has and no other row names."""
    if navn.startswith(OEVRIGE):
        andre = [find_boern(n, foraelder, (), organisation) for n in soeskende if not n.startswith(OEVRIGE)]
        viste = {barn for boern in andre for barn in boern}
        alle = (barn for boern in organisation.boern.get(foraelder, {}).values() for barn in boern)
        return [barn for barn in alle if barn not in viste]
    return list(_by_name(navn, foraelder, organisation))


def list_perioder(kvartal: str) -> list[str]:
    """The quarters a bilag shows: its own, the one before, and a year before."""
    return [kvartal, step_back(kvartal, 1), step_back(kvartal, 4)]


def list_udsagn(linjer: Iterable[Linje], kvartal: str) -> Iterator[tuple[str, Udsagn]]:
    """Period and statement. The printed changes narrow them: a rate lies no further from another than they say."""
    overskrift = {navn: hoved for navn, hoved, _ in tekster_status.BILAG_KOLONNER}
    perioder = list_perioder(kvartal)
    for linje in linjer:
        rater = {p: linje.tal[periode_med_ord(p)] for p in perioder if periode_med_ord(p) in linje.tal}
        for periode, (lav, hoej) in _narrow(rater, perioder, linje, overskrift).items():
            yield periode, Udsagn(linje.dele, "dagsvaerk", lav, hoej)
        for navn, maal, halv in (
            ("korttid", "korttid", DAG),
            ("langtid", "langtid", DAG),
            ("langtidsandel", "langtidsandel", PCT),
        ):
            tal = linje.tal.get(overskrift[navn])
            if tal is not None:
                tal = tal / 100 if maal == "langtidsandel" else tal
                yield kvartal, Udsagn(linje.dele, maal, max(0.0, tal - halv), tal + halv)
        antal = linje.tal.get(overskrift["medarbejdere"])
        if antal is not None:
            under, over = (2.5, 5.0) if antal == 100 else (2.5, 2.5) if antal < 100 else (5.0, 5.0)
            yield kvartal, Udsagn(linje.dele, "medarbejdere", max(0.0, antal - under), antal + over)


def _narrow(
    rater: Mapping[str, float], perioder: Sequence[str], linje: Linje, overskrift: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    graenser = {p: (max(0.0, rate - DAG), rate + DAG) for p, rate in rater.items()}
    nu = perioder[0]
    if nu not in graenser:
        return graenser
    for periode, kolonne in zip(perioder[1:], ("aendring_kvartal", "aendring_aar"), strict=True):
        aendring = linje.tal.get(overskrift[kolonne])
        if periode in graenser and aendring is not None:
            (lav, hoej), (foer_lav, foer_hoej) = graenser[nu], graenser[periode]
            graenser[nu] = max(lav, foer_lav + aendring - DAG), min(hoej, foer_hoej + aendring + DAG)
            graenser[periode] = max(foer_lav, lav - aendring - DAG), min(foer_hoej, hoej - aendring + DAG)
    maaltal, afstand = (linje.tal.get(overskrift[navn]) for navn in ("maaltal", "afstand"))
    if maaltal is not None and afstand is not None:
        lav, hoej = graenser[nu]
        graenser[nu] = max(lav, maaltal + afstand - 2 * DAG), min(hoej, maaltal + afstand + 2 * DAG)
    return graenser
