"""What may be shown of a group of employees, and how groups too small are pooled.

A hidden cell can be worked out from the total and the cells beside it, so nothing is hidden: the children of a node are
put together until every group shown is large enough, and the groups shown always make up the whole. There is no way to
turn this off. The rules in words: docs/metode.md, "Små enheder vises samlet".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from pipeline.tekster import faelles as tekster

DOMINANS = (9, 10)  # two employees hold at most 90 % of a group's dagsværk
MINDST_PAA_HVER_SIDE = 3  # langtidsfriske, and those who are not
MINDST_FORKLARET = 20  # gns. medarbejdere of a node whose change is told by classes of its employees
AARETS_MAANEDER, KVARTALETS_MAANEDER = 12, 3
KVARTALER_I_ET_VINDUE = AARETS_MAANEDER // KVARTALETS_MAANEDER
STORT_NOK = 20
"""Gns. medarbejdere in the year of a child that stands alone, month by month."""
MINDST_I_MAANEDEN = 10
"""Employees, but for the leaders a chef knows, in each month that is shown."""


@dataclass(frozen=True)
class Graense:
    """The limits of one partition: `inde` within a scope, `ude` for everybody. A personalegruppe needs twice as many as
    a unit.
    """

    navn: str
    medarbejdere: float  # gns. medarbejdere in the window
    med_langtid: int  # employees with long absence, before short and long are told apart
    grundlag: int  # employees who can be judged langtidsfriske or not
    kender_ledere: bool = False  # whoever is shown it sees the leaders below her by name


INDE = Graense("inde", medarbejdere=5, med_langtid=3, grundlag=10, kender_ledere=True)
UDE = Graense("ude", medarbejdere=10, med_langtid=5, grundlag=20)
PERSONALEGRUPPE = Graense("ude", medarbejdere=20, med_langtid=5, grundlag=20)


def limits_in_sql() -> dict[str, int]:
    """The `$parameters` by which the models of sql/ name the limits above."""
    return {
        "dominans_del": DOMINANS[0],
        "dominans_hele": DOMINANS[1],
        "mindst_med_langtid": max(INDE.med_langtid, UDE.med_langtid),
        "mindst_forklaret": MINDST_FORKLARET,
        "mindst_forloeb": INDE.med_langtid,
        "mindst_inde": int(INDE.medarbejdere),
        "mindst_ude": int(UDE.medarbejdere),
        "mindst_personalegruppe": int(PERSONALEGRUPPE.medarbejdere),
    }


@dataclass(frozen=True)
class Tal:
    """A group in a window. `kendte` holds the dagsværk of the employees a pooling needs to know apart: the two highest
    of each child, and those who are in more than one child; true for those with long absence there. `ledere`: whom a
    chef sees by name, all of them among `kendte` when they have dagsværk; `leder_dage`: their employed days.
    """

    ansat_dage: int = 0
    dagsvaerk_e8: int = 0
    med_langtid: int = 0
    grundlag: int = 0
    friske: int = 0
    kendte: Mapping[int, tuple[int, bool]] | None = None
    ledere: frozenset[int] = frozenset()
    leder_dage: int = 0


INTET = Tal()


@dataclass(frozen=True)
class Vindue:
    """A window and its length in days."""

    nr: int
    dage: int


@dataclass(frozen=True, eq=False)
class Barn:
    """A child of a node: a unit, or "fælles", those placed on the node itself. `har_egen_regel`: område or afdeling;
    `er_nedlagt`: nobody is left on the last day of the newest window; `roebes`: the windows in which whoever knows one
    of its own children knows too much of the others, when the rounded figure of it is shown.
    """

    barn_id: int
    navn: str
    er_faelles: bool
    har_egen_regel: bool
    tal: Mapping[int, Tal]  # by window
    er_nedlagt: bool = False
    roebes: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Gruppe:
    """What is shown as one: a child, or several pooled. `er_uden_linje`: in the whole, and nowhere else."""

    medlemmer: tuple[Barn, ...]
    er_uden_linje: bool = False

    @property
    def er_pulje(self) -> bool:
        return len(self.medlemmer) > 1

    @property
    def enhed(self) -> Barn | None:
        """The child the group stands for; None for several and for "fælles"."""
        return None if self.er_pulje or self.medlemmer[0].er_faelles else self.medlemmer[0]

    @property
    def har_egen_regel(self) -> bool:
        return self.enhed is not None and self.enhed.har_egen_regel

    def tal(self, vindue: Vindue) -> Tal:
        return reduce(merge, (barn.tal.get(vindue.nr, INTET) for barn in self.medlemmer))

    def size(self, vindue: Vindue) -> int:
        return sum(barn.tal.get(vindue.nr, INTET).ansat_dage for barn in self.medlemmer)


def merge(en: Tal, anden: Tal) -> Tal:
    """Two groups as one: an employee of both counts once, with all of her dagsværk."""
    kendte = dict(en.kendte or {})
    gengangere = 0
    for nummer, (dagsvaerk_e8, er_lang) in (anden.kendte or {}).items():
        foer_e8, var_lang = kendte.get(nummer, (0, False))
        gengangere += er_lang and var_lang
        kendte[nummer] = (foer_e8 + dagsvaerk_e8, er_lang or var_lang)
    return Tal(
        en.ansat_dage + anden.ansat_dage,
        en.dagsvaerk_e8 + anden.dagsvaerk_e8,
        en.med_langtid + anden.med_langtid - gengangere,
        en.grundlag + anden.grundlag,
        en.friske + anden.friske,
        kendte,
        en.ledere | anden.ledere,
        en.leder_dage + anden.leder_dage,
    )


def passes(tal: Tal, vindue: Vindue, graense: Graense) -> bool:
    """Large enough, and not the dagsværk of two; inside also without the leaders a chef knows. A window without staff
    is no data, and passes.
    """
    if tal.ansat_dage == 0:
        return True
    kendt_dage = tal.leder_dage if graense.kender_ledere else 0
    if tal.ansat_dage - kendt_dage < graense.medarbejdere * vindue.dage:
        return False
    return not any(_is_dominated(tal, uden) for uden in {frozenset[int](), tal.ledere if kendt_dage else frozenset()})


def least_staff(maaneder: int, graense: Graense) -> tuple[int, float]:
    """The limit in so many months: that of a year or of a month, whichever asks for fewer employed days. Returns:
    people, and gns. medarbejdere over those months.
    """
    af_aaret = graense.medarbejdere * max(AARETS_MAANEDER / max(maaneder, 1), 1)
    if af_aaret > MINDST_I_MAANEDEN:
        return MINDST_I_MAANEDEN, MINDST_I_MAANEDEN
    return int(graense.medarbejdere), af_aaret


def _is_dominated(tal: Tal, uden: frozenset[int]) -> bool:
    """Whether two employees hold too much of what is left when `uden` are taken out."""
    kendte = tal.kendte or {}
    rest = tal.dagsvaerk_e8 - sum(kendte[nummer][0] for nummer in uden if nummer in kendte)
    to_hoejeste = sum(sorted((d for nummer, (d, _) in kendte.items() if nummer not in uden), reverse=True)[:2])
    del_, hele = DOMINANS
    return to_hoejeste * hele > rest * del_


def is_shown(gruppe: Gruppe, vindue: Vindue, graense: Graense) -> bool:
    """Passes; and what remains is large enough, and not the dagsværk of two, when any one member of a pool, or outside
    a child of the child shown, whose leder knows it, is taken out. Inside "fælles" and a closed unit have no leder
    of their own.
    """
    if not passes(gruppe.tal(vindue), vindue, graense):
        return False
    if not gruppe.er_pulje:
        return graense is not UDE or vindue.nr not in gruppe.medlemmer[0].roebes
    if gruppe.size(vindue) == 0:
        return True
    kendte = (barn for barn in gruppe.medlemmer if graense is UDE or not (barn.er_faelles or barn.er_nedlagt))
    rester = (Gruppe(tuple(b for b in gruppe.medlemmer if b is not barn)).tal(vindue) for barn in kendte)
    return all(
        rest.ansat_dage >= graense.medarbejdere * vindue.dage and not _is_dominated(rest, frozenset())
        for rest in rester
    )


def is_closed(gruppe: Gruppe, vindue: Vindue) -> bool:
    """A unit nobody is left in, whose days are in the window: outside it has no line of its own."""
    return not gruppe.er_pulje and gruppe.medlemmer[0].er_nedlagt and gruppe.size(vindue) > 0


def pool(grupper: Sequence[Gruppe], vindue: Vindue, graense: Graense) -> tuple[Gruppe, ...]:
    """Put the groups that fail together, with as few of the smallest others as it takes, inside closed units first.

    Empty when it takes them all: then only the parent is shown.
    """

    def is_fit(gruppe: Gruppe) -> bool:
        return is_shown(gruppe, vindue, graense) and not (graense is UDE and is_closed(gruppe, vindue))

    fejler = [gruppe for gruppe in grupper if not is_fit(gruppe)]
    if not fejler:
        return tuple(grupper)
    uden_ansatte = [gruppe for gruppe in grupper if gruppe.size(vindue) == 0]
    andre = [gruppe for gruppe in grupper if gruppe not in fejler and gruppe not in uden_ansatte]
    andre.sort(key=lambda g: (graense is UDE or not g.medlemmer[0].er_nedlagt, g.size(vindue), g.medlemmer[0].barn_id))
    antal, pulje = 0, _together(fejler)
    while antal < len(andre) and not is_fit(pulje):
        antal, pulje = antal + 1, _together([pulje, andre[antal]])
    andre = andre[antal:]
    return (pulje, *andre, *uden_ansatte) if andre and is_fit(pulje) else ()


def _together(grupper: Sequence[Gruppe]) -> Gruppe:
    return Gruppe(tuple(barn for gruppe in grupper for barn in gruppe.medlemmer))


def choose_columns(
    grupper: Sequence[Gruppe], vinduer: Sequence[Vindue], graense: Graense
) -> Iterator[tuple[Gruppe, Vindue, bool, bool]]:
    """Each group in each window every group of the parent may be shown in; then whether short and long absence, and
    langtidsfriske, may be shown. Units are judged together, for one left out could be worked out from the others.
    """
    grupper = [gruppe for gruppe in grupper if not gruppe.er_uden_linje]
    for vindue in vinduer:
        if not all(is_shown(gruppe, vindue, graense) for gruppe in grupper):
            continue
        lang = {gruppe: gruppe.tal(vindue).med_langtid >= graense.med_langtid for gruppe in grupper}
        frisk = {gruppe: _both_sides(gruppe.tal(vindue), graense) for gruppe in grupper}
        med_ansatte = [gruppe for gruppe in grupper if gruppe.size(vindue) > 0]
        alle_lang, alle_frisk = (all(vis[gruppe] for gruppe in med_ansatte) for vis in (lang, frisk))
        for gruppe in med_ansatte:
            egen = gruppe.har_egen_regel
            yield gruppe, vindue, lang[gruppe] if egen else alle_lang, frisk[gruppe] if egen else alle_frisk


def _both_sides(tal: Tal, graense: Graense) -> bool:
    return (
        tal.grundlag >= graense.grundlag and MINDST_PAA_HVER_SIDE <= tal.friske <= tal.grundlag - MINDST_PAA_HVER_SIDE
    )


def name_gruppe(gruppe: Gruppe, oevrige: str = tekster.OEVRIGE_ENHEDER) -> str:
    if gruppe.er_pulje:
        return oevrige.format(antal=len(gruppe.medlemmer))
    return gruppe.medlemmer[0].navn
