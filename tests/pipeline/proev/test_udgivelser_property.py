"""Release after release of a random kommune: each passes the proof with all earlier ones given."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.kommandolinje.miljoe import lager_of, scope_of_command_line
from pipeline.proev.spoergsmaal import prove
from pipeline.proev.viden import read_viden
from pipeline.status.arkiv import open_arkiv
from pipeline.status.bilag import make_bilag, write_bilag_xlsx
from pipeline.status.grundlag import read_grundlag
from pipeline.status.laaste import make_laast, write_laast
from pipeline.status.udgiv import read_laast_grundlag
from tests.conftest import byg
from tests.eksempler import examples
from tests.lille_leverance import Ansaettelse, Enhed, Fravaer, Leverance, ansat, syg, write_leverance

pytestmark = pytest.mark.langsom

KVARTALER = (*(f"2024K{nr}" for nr in range(1, 5)), "2025K1", "2025K2")
START = date(2022, 1, 1)
AFDELINGER = ("0200", "0300")


def end_of(kvartal: str) -> date:
    aar, nr = int(kvartal[:4]), int(kvartal[-1])
    return date(aar + nr // 4, nr % 4 * 3 + 1, 1) - timedelta(days=1)


def extracted(kvartal: str) -> date:
    return end_of(kvartal) + timedelta(days=20)


SLUT = extracted(KVARTALER[-1])


def make_historie(froe: int) -> Leverance:
    """Two afdelinger of four or five enheder; employees who stay, leave or move, and are short or long sick."""
    tal = random.Random(froe)
    enheder = [Enhed("0100"), *(Enhed(nr, "0100") for nr in AFDELINGER)]
    ansatte: list[Ansaettelse] = []
    poster: list[Fravaer] = []
    alle = {nr: [f"{nr[:2]}{10 + i}" for i in range(tal.randint(4, 5))] for nr in AFDELINGER}
    for afdeling, under in alle.items():
        enheder += [Enhed(nr, afdeling) for nr in under]
    for enhed in [nr for under in alle.values() for nr in under]:
        for _ in range(tal.choice((4, 8, 11, 12, 14, 25))):
            nummer = f"{10001 + len({a.medarbejdernr for a in ansatte})}"
            flytter = START + timedelta(days=tal.randint(400, 1400))
            if tal.random() < 0.3:
                ny = tal.choice([nr for under in alle.values() for nr in under])
                ansatte += [ansat(nummer, enhed, START, flytter), ansat(nummer, ny, flytter + timedelta(days=1))]
            else:
                ansatte.append(ansat(nummer, enhed, START, flytter if tal.random() < 0.2 else None))
            dag = START
            while dag < SLUT:
                dag += timedelta(days=int(tal.expovariate(1 / 120)) + 3)
                slut = dag + timedelta(days=tal.choice((0, 1, 2, 4, 45, 90)) if tal.random() < 0.3 else 1)
                poster.append(syg(nummer, dag, slut, dage=None))
                dag = slut
    return Leverance(SLUT, tuple(enheder), tuple(ansatte), tuple(poster))


def cut(historie: Leverance, udtraek: date) -> Leverance:
    """What an extract of that day knows: no end of an employment and no absence that is still to come."""
    return Leverance(
        udtraek,
        historie.enheder,
        tuple(
            replace(span, slut=span.slut if span.slut and span.slut <= udtraek else None)
            for span in historie.ansaettelser
            if span.start <= udtraek
        ),
        tuple(post for post in historie.fravaer if post.slut and post.slut < udtraek),
        periode_fravaer=(START, udtraek),
        periode_ansaettelser=(START, udtraek),
    )


def release_all(froe: int, mappe: Path) -> list[tuple[str, ...]]:
    """What the proof says of each of the six releases, every earlier one given; where they together tell a quarter, of
    the release without its units, as the proof advises.
    """
    historie = make_historie(froe)
    tidligere: list[Path] = []
    fejl = []
    for kvartal in KVARTALER:
        kilde = write_leverance(cut(historie, extracted(kvartal)), mappe / f"kilde-{kvartal}")
        database = mappe / "base.duckdb"
        svar = byg(kilde, database, "--accepter-fald")
        assert svar.kode == 0, svar.fejl
        with scope_of_command_line(database, "status", personer=True) as scope, lager_of(database) as lager:
            (mappe / "laaste").mkdir(exist_ok=True)
            grundlag, _ = read_laast_grundlag(scope, kvartal, open_arkiv(mappe / "laaste", lager))
            ud = mappe / f"ud-{kvartal}"
            ud.mkdir()
            for bilag in make_bilag(grundlag):
                (ud / f"{bilag.navn}.xlsx").write_bytes(write_bilag_xlsx(bilag))
            proeve = prove(ud, read_viden(scope, lager), tidligere=tidligere).fejl
            if tells_a_quarter(proeve):
                (ud / "enheder.xlsx").unlink()
                proeve = prove(ud, read_viden(scope, lager), tidligere=tidligere).fejl
            fejl.append(proeve)
            bygget = read_grundlag(scope, kvartal=kvartal, er_demo=False)
            write_laast(make_laast(bygget, scope, lager.personnoegle), mappe / "laaste", kvartal)
        if not proeve:  # what is refused is not sent
            tidligere.append(ud)
    return fejl


def tells_a_quarter(fejl: tuple[str, ...]) -> bool:
    """Refused, and for nothing else."""
    return bool(fejl) and all("--uden-enheder" in saetning for saetning in fejl)


def test_a_later_extract_knows_all_that_an_earlier_one_did() -> None:
    historie = make_historie(1)
    udtraek = [cut(historie, extracted(kvartal)) for kvartal in KVARTALER]
    for tidligere, senere in zip(udtraek, udtraek[1:], strict=False):
        assert set(tidligere.fravaer) < set(senere.fravaer)
        assert {(s.medarbejdernr, s.start) for s in tidligere.ansaettelser} <= {
            (s.medarbejdernr, s.start) for s in senere.ansaettelser
        }


@settings(
    max_examples=examples(1, del_af=100), derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(froe=st.integers(0, 10_000))
def test_every_release_made_in_turn_passes_with_all_earlier_ones_or_waits_when_they_tell_a_quarter(froe: int) -> None:
    with TemporaryDirectory() as mappe:
        fejl = release_all(froe, Path(mappe))
    assert [saetninger for saetninger in fejl if saetninger and not tells_a_quarter(saetninger)] == []
    assert fejl.count(()) > len(KVARTALER) / 2
