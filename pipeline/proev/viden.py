"""What the proof takes from the database, and how its outcome is said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import polars as pl

from pipeline.diskretion.regler import DOMINANS, UDE
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import read_adgang
from pipeline.lager.lager import Lager
from pipeline.port.rettigheder import LEDELSE
from pipeline.port.scope import Scope
from pipeline.proev.ligninger import Del
from pipeline.proev.tabeller import Organisation
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster.dansk import heltal, periode_med_ord
from pipeline.tekster.definitioner import name_definitioner

VISTE_FEJL = 5
Plads = tuple[int, str]
"""A unit without units below it, and a personalegruppe in it."""


INGEN_CELLER: dict[str, pl.DataType | type[pl.DataType]] = {
    "barn_id": pl.Int64,
    "personalegruppe": pl.String,
    "periode": pl.String,
    "grupper": pl.List(pl.String),
}


@dataclass(frozen=True)
class Udfald:
    fejl: tuple[str, ...]
    filer: int
    udsagn: int
    enheder: int
    brugere: int
    advarsler: tuple[str, ...] = ()


@dataclass(frozen=True)
class Viden:
    """From the database. `definitioner`: the numbers a text may say. `regler` and `kvartaler`: regler_liste.sql and
    regler_kvartaler.sql of 50_visning; `celler`: regler_personalegrupper.sql.
    """

    regler: pl.DataFrame
    kvartaler: pl.DataFrame
    navne: tuple[str, ...]
    aarsager: tuple[str, ...]
    brugere: tuple[frozenset[int], ...]
    definitioner: frozenset[str]
    celler: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=INGEN_CELLER))

    @cached_property
    def organisation(self) -> Organisation:
        boern: dict[int | None, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        under: dict[int | None, list[int]] = defaultdict(list)
        for foraelder, barn, navn in (
            self.regler.select("overordnet_id", "barn_id", "navn").unique().sort("barn_id").iter_rows()
        ):
            boern[foraelder][navn].append(barn)
            under[foraelder].append(barn)
        dele: dict[int, frozenset[Del]] = {}

        def find(barn: int) -> frozenset[Del]:
            if barn not in dele:
                egne = [find(b) for b in under.get(barn, ())]
                dele[barn] = frozenset[Del]().union(*egne) if egne else frozenset({barn})
            return dele[barn]

        for barn in self.regler["barn_id"].unique():
            find(barn)
        return Organisation(boern, dele)

    @cached_property
    def efter_periode(self) -> Mapping[str, Mapping[int, dict[str, Any]]]:
        ud: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        for raekke in self.regler.iter_rows(named=True):
            ud[raekke["periode"]][raekke["barn_id"]] = raekke
        return ud

    @cached_property
    def celler_efter_periode(self) -> Mapping[str, Mapping[Plads, dict[str, Any]]]:
        ud: dict[str, dict[Plads, dict[str, Any]]] = defaultdict(dict)
        for raekke in self.celler.iter_rows(named=True):
            ud[raekke["periode"]][raekke["barn_id"], raekke["personalegruppe"]] = raekke
        return ud

    def places_of(self, navn: str) -> set[Plads]:
        """Of the kommune or of a named group."""
        er_kommunen = navn in self.regler.filter(pl.col("overordnet_id").is_null())["navn"].to_list()
        egne = self.celler if er_kommunen else self.celler.filter(pl.col("grupper").list.contains(navn))
        return set(egne.select("barn_id", "personalegruppe").iter_rows())

    def newest(self, hoveder: Sequence[object]) -> str:
        """The newest quarter a table is about, by its headings."""
        return max(p for p in self.efter_periode if periode_med_ord(p) in hoveder)

    def is_near(self, barn: Mapping[str, Any], noder: frozenset[int]) -> bool:
        """Beside a node of hers, or beside one above it: there her own figures can be subtracted."""
        beside = self.organisation.under.get(barn["overordnet_id"], frozenset())
        return any(self.organisation.under.get(node, frozenset()) & beside for node in noder)

    def name(self, noder: frozenset[int]) -> str:
        navne = dict(self.regler.select("barn_id", "navn").unique().iter_rows())
        return ", ".join(navne.get(node, str(node)) for node in sorted(noder))


def fails(boern: Sequence[Mapping[str, Any]], mindst: float = UDE.medarbejdere) -> bool:
    """A group of children too small to be published, or held by two employees."""
    medarbejdere = sum(barn["gns_medarbejdere"] for barn in boern)
    if medarbejdere == 0:
        return False
    hoejeste = sorted(
        (barn[navn] for barn in boern for navn in ("hoejeste_dagsvaerk", "naesthoejeste_dagsvaerk")), reverse=True
    )[:2]
    del_, hele = DOMINANS
    alle = sum(barn["dagsvaerk"] for barn in boern)
    return bool(medarbejdere < mindst or sum(hoejeste) * hele > alle * del_)


def read_viden(scope: Scope, lager: Lager) -> Viden:
    """`scope`: hr's with persons. Every leder and chef there is, has been or is proposed knows her own units."""
    noder: dict[str, set[int]] = {}
    for raekke in read_adgang(lager):
        if raekke.rolle in LEDELSE:
            noder.setdefault(raekke.bruger, set()).add(raekke.enhedsnr)
    brugere = sorted({frozenset(egne) for egne in noder.values()}, key=sorted)
    aarsager = [
        art.tekst
        for art in load_indstillinger(None).fravaersarter
        if art.tekst.lower() not in tekster_proev.IKKE_AARSAGER
    ]
    navne = scope.rows("personnavne")["navn"].drop_nulls().unique().sort()
    definitioner = frozenset(name_definitioner(scope.rows("byggerapport_bygning").row(0, named=True)).values())
    regler, kvartaler = scope.rows("regler_liste"), scope.rows("regler_kvartaler")
    celler = scope.rows("regler_personalegrupper")
    return Viden(regler, kvartaler, tuple(navne), tuple(aarsager), tuple(brugere), definitioner, celler)


def check_udfald(udfald: Udfald) -> str:
    """The sentence of a proof that holds. Errors: `Brugerfejl` for one that does not."""
    if udfald.fejl:
        flere = len(udfald.fejl) - VISTE_FEJL
        tekst = " ".join(udfald.fejl[:VISTE_FEJL]) + (tekster_proev.OG_FLERE.format(antal=flere) if flere > 0 else "")
        raise Brugerfejl(tekster_proev.IKKE_BESTAAET.format(fejl=tekst))
    return tekster_proev.BESTAAET.format(
        filer=heltal(udfald.filer),
        udsagn=heltal(udfald.udsagn),
        enheder=heltal(udfald.enheder),
        brugere=heltal(udfald.brugere),
    )
