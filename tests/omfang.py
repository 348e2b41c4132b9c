"""What the tests of the gate share: a database read plainly, past the gate, and random rows of adgang."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import insert

from pipeline.lager.adgang import AABEN
from pipeline.lager.lager import Lager, open_lager, pseudonym
from pipeline.lager.skema import adgang
from pipeline.port.scope import Scope
from tests.conftest import PERSONNOEGLE, open_test_database

DAG = date(2026, 3, 1)
NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROLLER = ("hr", "leder", "chef", "aggregat", "dpo")


@dataclass(frozen=True)
class Fakta:
    """A database read plainly, past the gate."""

    sti: Path
    over: dict[int, list[int]]  # a node's ancestors, itself first
    placeret: dict[int, int]  # where each employee is on the udtræksdato
    noegletal: frozenset[tuple[object, ...]]
    vinduer: dict[int, tuple[str, str]]
    udgivne: frozenset[tuple[object, ...]]


def read_fakta(sti: Path) -> Fakta:
    with open_test_database(sti) as con:
        overordnet = dict(con.execute("select enhed_id, overordnet_id from enheder where niveau_nr < 8").fetchall())
        placeret = con.execute(
            "select medarbejdernr, enhedsnr from ansaettelser join placeringer using (placering_id), bygning "
            "where udtraeksdato between fra and til"
        ).fetchall()
        return Fakta(
            sti,
            {node: list(climb(node, overordnet)) for node in overordnet},
            dict(placeret),
            frozenset(con.execute("select enhed_id, vindue_nr, gns_medarbejdere, sygedage from noegletal").fetchall()),
            {
                nr: (slags, vindue)
                for nr, slags, vindue in con.execute("select vindue_nr, periodetype, vindue from perioder").fetchall()
            },
            frozenset(con.execute("select overordnet_id, gruppe_id, vindue_nr, sygedage from udgivne_tal").fetchall()),
        )


def climb(node: int | None, overordnet: dict[int, int | None]) -> Iterator[int]:
    while node is not None:
        yield node
        node = overordnet[node]


@dataclass(frozen=True)
class Raekke:
    bruger: str
    nummer: int | None
    rolle: str
    node: int
    fra: date
    til: date
    stedfortraeder: bool
    tilstand: str

    @property
    def gaelder(self) -> bool:
        return self.tilstand == "godkendt" and self.fra <= DAG <= self.til


@st.composite
def rows_for(draw: st.DrawFn, fakta: Fakta) -> list[Raekke]:
    noder = sorted(fakta.over)
    numre = sorted(fakta.placeret) or [1]
    egne = {f"u{nr}": draw(st.one_of(st.none(), st.sampled_from(numre))) for nr in range(4)}
    raekker = []
    for _ in range(draw(st.integers(1, 7))):
        bruger = draw(st.sampled_from(sorted(egne)))
        fra = DAG + timedelta(draw(st.integers(-3, 1)))
        raekker.append(
            Raekke(
                bruger,
                egne[bruger],
                draw(st.sampled_from(ROLLER)),
                draw(st.sampled_from(noder)),
                fra,
                draw(st.one_of(st.just(AABEN), st.just(fra + timedelta(draw(st.integers(0, 3)))))),
                draw(st.integers(0, 4)) == 0,
                draw(st.sampled_from(["godkendt"] * 5 + ["forslag", "afsluttet", "afvist"])),
            )
        )
    return raekker


def store(raekker: list[Raekke]) -> Lager:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    insert_rows(lager, raekker)
    return lager


def insert_rows(lager: Lager, raekker: list[Raekke]) -> None:
    with lager.write() as con:
        for raekke in raekker:
            con.execute(
                insert(adgang).values(
                    bruger=raekke.bruger,
                    email=f"{raekke.bruger}@eksempel.invalid",
                    person=None if raekke.nummer is None else pseudonym(lager, raekke.nummer),
                    rolle=raekke.rolle,
                    enhedsnr=raekke.node,
                    gyldig_fra=raekke.fra,
                    gyldig_til=raekke.til,
                    tildelt_af="hr",
                    begrundelse="",
                    stedfortraeder_for="anden" if raekke.stedfortraeder else None,
                    kilde="side",
                    tilstand=raekke.tilstand,
                )
            )


def held(scope: Scope, tabel: str, kolonner: str) -> set[tuple[object, ...]]:
    return set(scope._con.cursor().execute(f"select {kolonner} from {tabel}").fetchall())
