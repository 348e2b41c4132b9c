"""The measurements and their targets. Each returns its lines for the table."""

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.bane import PYTHON, Bane
from benchmarks.fordaervelser import Udfald
from benchmarks.proces import ROD, median_of, median_ratio, run_measured
from benchmarks.sammenligning import find_differences, read_polars, read_product
from benchmarks.simulationer import list_felter

KOMMUNE, STOR, MELLEM, LAND = 5_000, 45_000, 50_000, 500_000
FORDAERVELSER = 300
ORGANISATIONER = 200
EGENSKABSTEST = tuple(
    ROD / "tests" / fil
    for fil in (
        "noegletal/test_forklaringer_property.py",
        "noegletal/test_forventet_property.py",
        "noegletal/test_klasser_property.py",
        "noegletal/test_reference_property.py",
        "noegletal/test_signaler_property.py",
        "pipeline/byg/test_former_property.py",
        "pipeline/diskretion/test_diskretion_property.py",
        "pipeline/diskretion/test_dom.py",
        "pipeline/opfoelgning/test_enhedsark.py",
        "pipeline/port/test_scope_property.py",
        "pipeline/proev/test_udgivelser_property.py",
    )
)
KVARTALSTEST = (ROD / "tests" / "e2e" / "test_kvartalet.py",)
DRABSTEST = (ROD / "tests" / "pipeline" / "database" / "test_ombytning.py",)


@dataclass(frozen=True)
class Linje:
    """One line of the table; `er_naaet` is null where there is no target."""

    navn: str
    figur: str
    maal: str
    er_naaet: bool | None


def measure_kommune(bane: Bane) -> list[Linje]:
    bane.build(KOMMUNE)  # not counted: fills the disk's cache and Python's compiled files
    runder = [(bane.build(KOMMUNE), bane.import_only()) for _ in range(5)]
    byg, importer = median_of([byg for byg, _ in runder]), median_of([importer for _, importer in runder])
    netto = byg.vaeg - importer.vaeg
    return [
        Linje(
            "Municipality, 5,000 employees, six years: build after imports",
            f"{netto:.1f} s ({byg.vaeg:.1f} s with {importer.vaeg:.1f} s of imports, {byg.peak_mb:.0f} MB)",
            "at most 2 s, imports at most 0.4 s",
            netto <= 2 and importer.vaeg <= 0.4,
        )
    ]


def measure_stor_kommune(bane: Bane) -> list[Linje]:
    """45,000 employees in 1,800 units: the build, the case; in benchmarks/stor_kommune.py scopes and pages."""
    byg = bane.build(STOR)
    sag = bane.status(bane.database(STOR), bane.mappe / "stor" / "ud")
    bane.meld("the large kommune's scopes and pages …")
    tal = _print_of("stor_kommune", bane.database(STOR))
    aabner = max(tal["hr_s"], tal["hr_personer_s"], tal["chef_s"])
    return [
        Linje("Large kommune, 45,000 employees: build", f"{byg.vaeg:.1f} s, {byg.peak_mb / 1024:.1f} GB", "–", None),
        Linje(
            "Large kommune: a scope opens, hr's, hr's with every person, a chef's",
            f"{tal['hr_s']:.2f} s, {tal['hr_personer_s']:.2f} s and {tal['chef_s']:.2f} s",
            "at most 1 s",
            aabner <= 1,
        ),
        Linje(
            "Large kommune: a rerun of any page, median and 95th percentile",
            f"{tal['rerun_median_ms']:.0f} ms and {tal['rerun_p95_ms']:.0f} ms; server {tal['server_mb']:.0f} MB",
            "95th under 600 ms, server under 1.5 GB",
            tal["rerun_p95_ms"] < 600 and tal["server_mb"] < 1536,
        ),
        Linje(
            "Large kommune: the quarter's case with its proof",
            f"{sag.vaeg:.0f} s, {sag.peak_mb:.0f} MB",
            "at most 60 s",
            sag.vaeg <= 60,
        ),
    ]


def measure_land(bane: Bane) -> list[Linje]:
    bane.scan(LAND)
    importer = median_of([bane.import_only() for _ in range(3)]).vaeg
    runder = [(bane.scan(LAND), bane.build(LAND), bane.build(MELLEM)) for _ in range(3)]
    scanninger, land, mellem = zip(*runder, strict=True)
    forhold = median_ratio([byg.vaeg for byg in land], [scan.vaeg for scan in scanninger])
    land_median, scanning = median_of(land), median_of(scanninger)
    peak_gb = land_median.peak_mb / 1024
    pr_raekke = median_ratio(
        [(byg.vaeg - importer) / bane.raekker[LAND] for byg in land],
        [(byg.vaeg - importer) / bane.raekker[MELLEM] for byg in mellem],
    )
    return [
        Linje(
            "Country, 500,000 employees: build against the bare scan",
            f"{forhold:.1f} times ({land_median.vaeg:.0f} s against {scanning.vaeg:.1f} s; "
            f"of processor {land_median.cpu:.0f} s against {scanning.cpu:.1f} s)",
            "at most 25 times",
            forhold <= 25,
        ),
        Linje("Country, 500,000 employees: peak memory", f"{peak_gb:.1f} GB", "at most 6 GB", peak_gb <= 6),
        Linje(
            "From 50,000 to 500,000 employees: time per row after imports",
            f"{pr_raekke:.2f} times",
            "at most 1.15 times",
            pr_raekke <= 1.15,
        ),
    ]


def measure_dage(bane: Bane) -> list[Linje]:
    bane.polars(KOMMUNE)
    runder = [(bane.polars(MELLEM), bane.build(MELLEM)) for _ in range(3)]
    polars, byg = zip(*runder, strict=True)
    gange = median_ratio([maaling.vaeg for maaling in polars], [maaling.vaeg for maaling in byg])
    hukommelse = median_of(polars).peak_mb / median_of(byg).peak_mb
    bane.meld("comparing every node and month end …")
    produkt = read_product(bane.export_noegletal(MELLEM))
    forskelle = find_differences(produkt, read_polars(bane.polars_csv))
    for forskel in forskelle[:10]:
        bane.meld(forskel)
    return [
        Linje(
            "50,000 employees: faster than Polars day by day",
            f"{gange:.1f} times ({hukommelse:.1f} times the memory)",
            "at least 1.5 times",
            gange >= 1.5,
        ),
        Linje(
            "50,000 employees: figures equal to Polars day by day",
            f"{len(forskelle)} differences in {len(produkt):,} nodes and month ends",
            "none beyond 1e-6",
            bool(produkt) and not forskelle,
        ),
    ]


def measure_egenskaber(bane: Bane) -> list[Linje]:
    return _run_longer(bane, "Property tests with 1,000 examples each", EGENSKABSTEST, "SYGEFRAVAER_EKSEMPLER=1000")


def measure_kvartalet(bane: Bane) -> list[Linje]:
    return _run_longer(
        bane, "Two quarters walked in a browser, killed in every step", KVARTALSTEST, "SYGEFRAVAER_GANGE=1"
    )


def measure_drab(bane: Bane) -> list[Linje]:
    return _run_longer(bane, "Builds killed at 40 moments", DRABSTEST, "SYGEFRAVAER_OEJEBLIKKE=40")


def _run_longer(bane: Bane, navn: str, test: Sequence[Path], laengde: str) -> list[Linje]:
    """Tests of the suite, for longer than the daily run has time for."""
    bane.meld(f"{navn} …")
    kommando = ["env", laengde, str(PYTHON), "-m", "pytest", *map(str, test)]
    try:
        maaling = run_measured(kommando, bane.mappe / "log.txt")
    except RuntimeError as fejl:
        bane.meld(str(fejl))
        return [Linje(navn, "failed", "pass", er_naaet=False)]
    return [Linje(navn, f"passed in {maaling.vaeg / 60:.1f} min", "pass", er_naaet=True)]


def measure_fordaervelser(bane: Bane) -> list[Linje]:
    """Random corruptions of the demo's lists, in a process of their own: benchmarks/fordaervelser.py."""
    bane.meld(f"{FORDAERVELSER} corruptions of the demo …")
    antal = _print_of("fordaervelser", ROD / "sample_data" / "leverance", str(FORDAERVELSER))
    return [
        Linje(
            f"{FORDAERVELSER} random corruptions of the demo's lists",
            "; ".join(f"{Udfald[navn]}: {gange:.0f}" for navn, gange in antal.items()),
            f"never {Udfald.TAVS}",
            antal[Udfald.TAVS.name] == 0,
        )
    ]


def measure_dommer(bane: Bane) -> list[Linje]:
    """The judge: benchmarks/dommer.py in a process of its own."""
    bane.meld(f"the judge: the demo's nodes, pairs of roles and {ORGANISATIONER} organisations …")
    mappe = bane.mappe / "dommer"
    mappe.mkdir()
    tal: dict[str, Any] = _print_of("dommer", mappe, str(ORGANISATIONER))
    talt = {
        navn: f"{t['bestemt']} determined, {t['indkredset']} confined of {t['brugere']} users"
        for navn, t in ((navn, tal[navn]) for navn in ("demo", "par", "opdigtede"))
    }
    andel = tal["dom_s"] / tal["byg_s"]
    return [
        Linje("Judge: a chef on every node of the demo", talt["demo"], "none", _none_told(tal["demo"])),
        Linje("Judge: random pairs of roles on the demo, which hr would be refused", talt["par"], "–", None),
        Linje(
            f"Judge: {ORGANISATIONER} invented organisations, chefs on a sample of nodes",
            talt["opdigtede"],
            "none",
            _none_told(tal["opdigtede"]),
        ),
        Linje(
            "Judge: the demo's adgang against its build",
            f"{tal['dom_s']:.1f} s against {tal['byg_s']:.1f} s",
            "at most a tenth",
            andel <= 0.1,
        ),
    ]


def _none_told(talt: dict[str, int]) -> bool:
    return not talt["bestemt"] and not talt["indkredset"]


def measure_port(bane: Bane) -> list[Linje]:
    """The gate, on the demo: benchmarks/port.py in a process of its own."""
    bane.meld("the gate: 40 users for two minutes …")
    tal = _run_alone(bane, "port")
    afdeling = max(tal["chef_ms"], tal["leder_ms"])
    return [
        Linje("Gate: a department's scope opens", f"{afdeling:.0f} ms", "under 150 ms", afdeling < 150),
        Linje("Gate: the whole kommune's scope opens", f"{tal['hr_ms']:.0f} ms", "under 500 ms", tal["hr_ms"] < 500),
        Linje(
            "Gate: 400 scopes in turn, peak memory",
            f"{tal['firehundrede_mb']:.0f} MB",
            "under 1 GB",
            tal["firehundrede_mb"] < 1024,
        ),
        Linje(
            "Gate: 40 users with 12 scopes for two minutes",
            f"{tal['forkerte']} crossed over in {tal['spoergsmaal']:,} questions; memory {tal['vokset_mb']:+.0f} MB",
            "none; steady (within 50 MB)",
            tal["forkerte"] == 0 and tal["vokset_mb"] < 50,
        ),
    ]


def measure_status(bane: Bane) -> list[Linje]:
    database = bane.build_demo()
    mapper = [bane.mappe / f"status_{nr}" / "ud" for nr in range(4)]
    bane.status(database, mapper[0])  # not counted: fills the disk's cache
    maaling = median_of([bane.status(database, ud) for ud in mapper[1:]])
    forskellige = {tuple(fil.read_bytes() for fil in sorted(ud.rglob("*.*")) if fil.is_file()) for ud in mapper}
    return [
        Linje(
            "The demo's case, from the database to proven files",
            f"{maaling.vaeg:.1f} s, {maaling.peak_mb:.0f} MB; {len(forskellige)} version in {len(mapper)} runs",
            "under 10 s, under 600 MB, one",
            maaling.vaeg < 10 and maaling.peak_mb < 600 and len(forskellige) == 1,
        )
    ]


def measure_kvartaler(bane: Bane) -> list[Linje]:
    """How much of single quarters many releases together tell: benchmarks/kvartaler.py."""
    tal = _run_alone(bane, "kvartaler")
    return [
        Linje(
            "The demo's quarters told by 1, 5, 9 and 13 releases, of those they cover",
            ", ".join(f"{tal[f'{antal}, kendt']:,.0f} of {tal[f'{antal}, alle']:,.0f}" for antal in (1, 5, 9, 13)),
            "–",
            None,
        ),
        Linje(
            "Of them in a group too small in the quarter, which the proof refuses",
            ", ".join(f"{tal[f'{antal}, afvist']:.0f}" for antal in (1, 5, 9, 13)),
            "–",
            None,
        ),
    ]


def measure_opfoelgning(bane: Bane) -> list[Linje]:
    tal = _print_of("opfoelgning", bane.build_demo())
    return [
        Linje(
            "Follow-up: every notice of the demo's kommune, a year of them",
            f"{tal['sekunder']:.2f} s for {tal['ansatte']:,} employees and {tal['varsler']:,} notices",
            "under 0.5 s",
            tal["sekunder"] < 0.5,
        )
    ]


def measure_simulationer(bane: Bane) -> list[Linje]:
    bane.meld("the rules of chance, simulated …")
    return [Linje(*felter) for felter in list_felter(bane.build_demo())]


def measure_dashboard(bane: Bane) -> list[Linje]:
    """The dashboard on the demo, warm: benchmarks/dashboard.py, its server in a process of its own."""
    bane.meld("the dashboard: 40 sessions for a minute and a half …")
    tal = _run_alone(bane, "dashboard")
    rerun, haleende = tal["rerun_median_ms"], tal["rerun_p95_ms"]
    return [
        Linje(
            "Dashboard: a rerun of any page, median and 95th percentile",
            f"{rerun:.0f} ms and {haleende:.0f} ms",
            "under 300 ms and 600 ms",
            rerun < 300 and haleende < 600,
        ),
        Linje(
            "Dashboard: the first page in a browser, median",
            f"{tal['foerste_side_s']:.1f} s",
            "under 2.5 s",
            tal["foerste_side_s"] < 2.5,
        ),
        Linje(
            "Dashboard: 40 sessions who think 5 s, 95th percentile",
            f"{tal['sessioner_p95_s']:.2f} s; {tal['sessioner_fejl']} failed of {tal['sessioner_koersler']}; "
            f"server {tal['server_mb']:.0f} MB",
            "under 2 s, none, under 1 GB",
            tal["sessioner_p95_s"] < 2 and tal["sessioner_fejl"] == 0 and tal["server_mb"] < 1024,
        ),
    ]


def _run_alone(bane: Bane, modul: str) -> dict[str, float]:
    """What a measurement with a process and an empty folder of its own printed."""
    mappe = bane.mappe / modul
    mappe.mkdir()
    return _print_of(modul, mappe)


def _print_of(modul: str, sted: Path, *valg: str) -> dict[str, float]:
    kommando = [str(PYTHON), "-m", f"benchmarks.{modul}", str(sted), *valg]
    svar = subprocess.run(kommando, cwd=ROD, capture_output=True, text=True, check=True)
    return dict(json.loads(svar.stdout))


MAALINGER: dict[str, Callable[[Bane], list[Linje]]] = {
    "kommune": measure_kommune,
    "stor_kommune": measure_stor_kommune,
    "dage": measure_dage,
    "land": measure_land,
    "status": measure_status,
    "kvartaler": measure_kvartaler,
    "opfoelgning": measure_opfoelgning,
    "simulationer": measure_simulationer,
    "port": measure_port,
    "dommer": measure_dommer,
    "dashboard": measure_dashboard,
    "egenskaber": measure_egenskaber,
    "drab": measure_drab,
    "kvartalet": measure_kvartalet,
    "fordaervelser": measure_fordaervelser,
}
HURTIGE = ("kommune", "stor_kommune", "dage", "status", "opfoelgning", "port", "dashboard")
