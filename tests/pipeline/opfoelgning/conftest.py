"""A kommune of two institutions whose absences a test lays out, delivery by delivery."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.lager import Lager, open_lager
from pipeline.opfoelgning.notering import mark_varsel
from pipeline.opfoelgning.registrer import register_bygning
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from tests.alene import build_alone
from tests.conftest import PERSONNOEGLE
from tests.lille_leverance import Enhed, Leverance, ansat, write_leverance

LEDER_A, LEDER_B, CHEF, STEDFORTRAEDER = "100", "200", "300", "108"
UDTRAEK = date(2025, 6, 16)
ROLLER = (
    ("la", "leder", 101, LEDER_A, None),
    ("lb", "leder", 102, LEDER_B, None),
    ("ch", "chef", 10, CHEF, None),
    ("hr", "hr", 1, None, None),
    ("oe", "aggregat", 1, None, None),
    ("st", "leder", 101, STEDFORTRAEDER, "la"),
)
ANSATTE = (
    *(ansat(nr, "101") for nr in (LEDER_A, *(f"10{n}" for n in range(1, 9)))),
    *(ansat(nr, "102") for nr in (LEDER_B, *(f"20{n}" for n in range(1, 7)))),
    ansat(CHEF, "10"),
    ansat("901", "20"),
)


@contextmanager
def open_demo(database: Path, mappe: Path, roller: Iterable[tuple[str, Any, int]], *, nu: datetime) -> Iterator[Miljoe]:
    """The demo at a time, with a store of its own in which these users have a role in a unit."""
    lager = open_lager(f"sqlite:///{mappe / 'lager.sqlite'}", PERSONNOEGLE)
    for bruger, rolle, node in roller:
        seed_adgang(lager, [NyRaekke(bruger, f"{bruger}@x.invalid", rolle, node, date(2020, 1, 1), "Prøve")], [])
    yield Miljoe(database, lager, lambda: nu)
    lager.close()


@dataclass
class Kommune:
    """`nu` is the clock of the gate; a build is seen the day after its udtræksdato unless told otherwise."""

    mappe: Path
    lager: Lager
    indstillinger: Indstillinger
    nu: datetime = datetime(2025, 6, 17, 10, tzinfo=UTC)
    antal: int = field(default=0)

    @property
    def database(self) -> Path:
        return self.mappe / "d.duckdb"

    @property
    def miljoe(self) -> Miljoe:
        return Miljoe(self.database, self.lager, lambda: self.nu)

    @property
    def dag(self) -> date:
        return self.nu.date()

    def build(self, *fravaer, udtraek=UDTRAEK, dag=None, ansatte=ANSATTE):
        self.antal += 1
        self.nu = datetime.combine(dag or udtraek + timedelta(days=1), self.nu.timetz())
        leverance = Leverance(
            udtraek=udtraek,
            enheder=(Enhed("1"), Enhed("10", "1"), Enhed("101", "10"), Enhed("102", "10"), Enhed("20", "1")),
            ansaettelser=ansatte,
            fravaer=fravaer,
            periode_fravaer=(date(2022, 1, 1), udtraek),
        )
        if self.antal == 1:
            rapport = build_alone(leverance, self.database, self.indstillinger)
        else:
            kilde = write_leverance(leverance, self.mappe / f"leverance{self.antal}")
            rapport = build_warehouse(kilde, self.database, indstillinger=self.indstillinger, accepter_afvigelse=True)
        return register_bygning(self.lager, rapport, opfoelgning=self.indstillinger.opfoelgning, nu=self.nu)

    def scope(self, bruger, som=None) -> Scope:
        return open_scope(Bruger(bruger, som), miljoe=self.miljoe, personer_til="Opfølgning", opfoelgning=True)

    def liste(self, bruger, regel=None, tilstand=None):
        raekker = self.scope(bruger).rows("opfoelgning_liste").to_dicts()
        return [r for r in raekker if regel in (None, r["regel"]) and tilstand in (None, r["tilstand"])]

    def mark(self, bruger, regel, dato, *, handling="kontaktet"):
        (varsel,) = self.liste(bruger, regel, "åben")
        mark_varsel(
            self.lager,
            self.scope(bruger),
            varsel,
            handling=handling,
            dato=dato,
            bruger=bruger,
            nu=self.nu,
        )

    def alle_ledere(self, bruger):
        raekker = self.scope(bruger).rows("opfoelgning_ledere").to_dicts()
        return {r["enhedsnr"]: r for r in raekker if r["maaned"] is None}


@pytest.fixture
def kommune(tmp_path):
    lager = open_lager(f"sqlite:///{tmp_path / 'lager.sqlite'}", PERSONNOEGLE)
    roller = [
        NyRaekke(
            bruger,
            f"{bruger}@eksempel.invalid",
            rolle,
            node,
            date(2020, 1, 1),
            "Prøve",
            medarbejdernr=None if nummer is None else int(nummer),
            stedfortraeder_for=for_,
        )
        for bruger, rolle, node, nummer, for_ in ROLLER
    ]
    seed_adgang(lager, roller, [])
    yield Kommune(tmp_path, lager, load_indstillinger())
    lager.close()
