"""What a user may see: the rows of adgang in force, added up. Roles are read here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.lager.adgang import Adgangsraekke, is_gaeldende

LEDELSE = ("leder", "chef")
Noder = frozenset[int]


@dataclass(frozen=True)
class Bruger:
    """Who asks: the user of adgang, and for "Se som" the user whose dashboard hr looks at.

    The command line acts as hr: whoever may run it on the server holds the key to the database. With `som` it writes to
    a user what she may see.
    """

    navn: str
    som: str | None = None
    er_kommandolinje: bool = False


@dataclass(frozen=True)
class Ledelsesraekke:
    """A leder's or chef's own row (not a stedfortræder's): the node and the pseudonym of who holds it."""

    bruger: str
    person: str | None
    enhed_id: int
    rolle: str


@dataclass(frozen=True)
class Rettigheder:
    """Nodes per role, and the pseudonyms of the employees no view of persons may show.

    Users with equal rights share a scope. Two rows of one user add up.
    """

    er_hr: bool = False
    er_dpo: bool = False
    leder: Noder = field(default_factory=frozenset)
    chef: Noder = field(default_factory=frozenset)
    aggregat: Noder = field(default_factory=frozenset)
    selv: frozenset[str] = field(default_factory=frozenset)

    @property
    def har_tal(self) -> bool:
        return self.er_hr or bool(self.leder | self.chef | self.aggregat)

    @property
    def har_personer(self) -> bool:
        return self.er_hr or bool(self.leder | self.chef)

    @property
    def er_tomme(self) -> bool:
        return not (self.har_tal or self.er_dpo)

    @property
    def noder(self) -> tuple[int, ...]:
        return tuple(sorted(self.leder | self.chef | self.aggregat))


def derive_rettigheder(raekker: Iterable[Adgangsraekke], *, bruger: str, dag: date) -> Rettigheder:
    """The rights of `bruger` on `dag`; none when no row is in force."""
    egne = [raekke for raekke in raekker if raekke.bruger == bruger and is_gaeldende(raekke, dag)]
    noder = {
        rolle: frozenset(raekke.enhedsnr for raekke in egne if raekke.rolle == rolle)
        for rolle in ("leder", "chef", "aggregat")
    }
    roller = {raekke.rolle for raekke in egne}
    return Rettigheder(
        er_hr="hr" in roller,
        er_dpo="dpo" in roller,
        **noder,
        selv=frozenset(raekke.person for raekke in egne if raekke.person),
    )


def rights_of(roller: Iterable[tuple[str, int]]) -> Rettigheder:
    """Of roles, each with its node."""
    alle = set(roller)
    leder, chef, aggregat = (
        frozenset(node for rolle, node in alle if rolle == navn) for navn in ("leder", "chef", "aggregat")
    )
    return Rettigheder(leder=leder, chef=chef, aggregat=aggregat, er_hr=any(rolle == "hr" for rolle, _ in alle))


def see_as(egne: Rettigheder, andres: Rettigheder) -> Rettigheder:
    """Another user's rights as hr may look at them: never more than both have, and neither of the two as a person."""
    if not egne.er_hr:
        return Rettigheder()
    return Rettigheder(
        er_hr=andres.er_hr,
        er_dpo=egne.er_dpo and andres.er_dpo,
        leder=andres.leder,
        chef=andres.chef,
        aggregat=andres.aggregat,
        selv=egne.selv | andres.selv,
    )


def list_ledelse(raekker: Iterable[Adgangsraekke], dag: date) -> tuple[Ledelsesraekke, ...]:
    """Every leder and chef in force. A stedfortræder stands in for one and leads nobody of her own."""
    return tuple(
        Ledelsesraekke(raekke.bruger, raekke.person, raekke.enhedsnr, raekke.rolle)
        for raekke in raekker
        if raekke.rolle in LEDELSE and not raekke.stedfortraeder_for and is_gaeldende(raekke, dag)
    )
