"""What a status is written from: the published figures of one quarter and where each of them comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.fejl import Brugerfejl
from pipeline.report.hvorfor import round_to_sum
from pipeline.report.personalegrupper import read_personalegrupper
from pipeline.report.visning import format_value
from pipeline.tekster import faelles as tekster
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord, step_back
from pipeline.tekster.definitioner import name_definitioner

FORESPOERGSEL = "udgivne_grupper"
KUN_AFDELINGER = frozenset({"kommune", "område", "afdeling"})
Raekke = dict[str, Any]


@dataclass(frozen=True)
class Vaerdi:
    """A figure as it reads, and the cell it comes from: query, column and the row's key."""

    tekst: str
    forespoergsel: str
    kolonne: str
    noegle: str


@dataclass(frozen=True)
class Grundlag:
    """Rows of sql/50_visning/udgivelse. `grupper`: udgivne_grupper.sql in the order of the tree, `dybde` from 0;
    `kvartaler`: udgivne_kvartaler.sql for the kommune; `hvorfor`: udgivne_hvorfor.sql; `personalegrupper`: the kommune
    and each named group, each followed by its own.
    """

    bygning: Raekke
    grupper: tuple[Raekke, ...]
    kvartaler: pl.DataFrame
    forskelle: pl.DataFrame
    hvorfor: pl.DataFrame
    er_demo: bool
    personalegrupper: tuple[Raekke, ...] = ()

    @property
    def kommunen(self) -> Raekke:
        return self.grupper[0]

    @property
    def kvartal(self) -> str:
        return str(self.kommunen["periode"])

    @property
    def er_foreloebig(self) -> bool:
        return bool(self.kvartaler["er_foreloebig"][-1])

    @property
    def kvartal_foer(self) -> str:
        return step_back(self.kvartal, 1)

    @property
    def aar_foer(self) -> str:
        return step_back(self.kvartal, 4)

    @property
    def definitioner(self) -> dict[str, str]:
        return name_definitioner(self.bygning)

    def value_of_definition(self, navn: str) -> Vaerdi:
        """A definition's number with its source: the build's settings."""
        return Vaerdi(self.definitioner[navn], "byggerapport_bygning", navn, str(self.bygning["bygning_id"]))

    @property
    def pr(self) -> str:
        return tekster.PR[self.bygning["nytal"]]

    @property
    def enhed(self) -> str:
        return tekster.ENHED_FOR_NYTAL[self.bygning["nytal"]]

    def at_level(self, niveau: str) -> list[Raekke]:
        return [gruppe for gruppe in self.grupper if gruppe["niveau"] == niveau]

    def value(self, raekke: Mapping[str, Any], kolonne: str, slags: str = "dage") -> Vaerdi:
        """A figure of a group with its source; `slags` as in `pipeline.report.visning`."""
        noegle = f"{raekke['navn']}, {raekke['periode']}"
        return Vaerdi(format_value(slags, raekke[kolonne]), FORESPOERGSEL, kolonne, noegle)


def find_kvartal(kilde: Kilde) -> str | None:
    """The quarter the figures give a status of."""
    raekker = kilde.rows(FORESPOERGSEL)
    return None if raekker.is_empty() else str(raekker["periode"][0])


def read_grundlag(kilde: Kilde, *, kvartal: str, er_demo: bool) -> Grundlag:
    """Errors: `Brugerfejl` for a quarter that is not the newest there is a status of."""
    alle = kilde.rows(FORESPOERGSEL).with_columns(
        pl.col("langtidsandel_pct", "langtidsfriske_pct", "langtidsandel_pp", "langtidsfriske_pp") / 100
    )
    alle = alle.rename({"langtidsandel_pct": "langtidsandel", "langtidsfriske_pct": "langtidsfriske"})
    raekker = alle.filter(pl.col("opdeling") == "enheder")
    if raekker.is_empty() or not (rod := [r for r in raekker.iter_rows(named=True) if r["overordnet_id"] is None]):
        raise Brugerfejl(tekster_status.INGEN_KVARTAL)
    nu = rod[0]["periode"]
    if kvartal != nu:
        raise Brugerfejl(
            tekster_status.KVARTAL_IKKE_NU.format(nu=periode_med_ord(nu), kvartal=periode_med_ord(kvartal))
        )
    return Grundlag(
        bygning=kilde.rows("byggerapport_bygning").row(0, named=True),
        grupper=tuple(_in_tree_order(raekker.to_dicts(), rod[0], 0)),
        kvartaler=kilde.rows("udgivne_kvartaler", gruppe_id=rod[0]["gruppe_id"]),
        forskelle=kilde.rows("udgivne_bevaegelser"),
        hvorfor=kilde.rows("udgivne_hvorfor"),
        er_demo=er_demo,
        personalegrupper=tuple(
            raekke
            for node in (rod[0], *alle.filter(opdeling="navngivne").to_dicts())
            for raekke in _divide(kilde, node)
        ),
    )


def _divide(kilde: Kilde, node: Raekke) -> Iterator[Raekke]:
    """A node and its personalegrupper, with what each has to do with its change since the quarter before."""
    grupper = read_personalegrupper(kilde, node["gruppe_id"]).to_dicts()
    hvorfor = kilde.rows("personalegrupper_hvorfor", enhed_id=node["gruppe_id"], periode=node["periode"])
    bidrag = dict(hvorfor.filter(skridt="kvartal").select("del_id", "bidrag").iter_rows())
    if not grupper:
        return
    yield node | {"dybde": 0, "bidrag": node["aendring_kvartal"]}
    alene = [bidrag.pop(gruppe["gruppe_id"], 0.0) for gruppe in grupper if not gruppe["er_pulje"]]
    tal = [*alene, *[sum(bidrag.values())] * (len(grupper) - len(alene))]
    afrundede = (
        [None] * len(grupper) if node["aendring_kvartal"] is None else round_to_sum(tal, node["aendring_kvartal"])
    )
    for gruppe, eget in zip(grupper, afrundede, strict=True):
        yield gruppe | {"dybde": 1, "bidrag": eget, "overordnet_id": node["gruppe_id"], "niveau": "personalegruppe"}


def _in_tree_order(raekker: list[Raekke], gruppe: Raekke, dybde: int) -> Iterator[Raekke]:
    """A group, then its own groups by their number in OPUS, those put together last."""
    yield gruppe | {"dybde": dybde}
    if gruppe["enhed_id"] is None:
        return
    under = [raekke for raekke in raekker if raekke["overordnet_id"] == gruppe["enhed_id"]]
    for barn in sorted(under, key=lambda r: (r["enhed_id"] is None, r["enhed_id"] or 0, r["navn"])):
        yield from _in_tree_order(raekker, barn, dybde + 1)
