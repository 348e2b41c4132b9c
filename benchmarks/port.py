"""The gate under load, in a process of its own: how fast a scope opens, what 400 weigh, and whether a row crosses over.

Prints one line of JSON. Argument: an empty folder.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from pipeline.byg.warehouse import build_warehouse
from pipeline.database.noegler import ensure_noegler, read_noegle
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import NIVEAUER
from pipeline.lager.adgang import NyRaekke, Rolle, seed_adgang
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import HOEJSTE_ALDER, Miljoe, open_scope

LEVERANCE = Path(__file__).parents[1] / "sample_data" / "leverance"
BRUGERE, OMFANG, SEKUNDER = 40, 12, 120


def make_miljoe(mappe: Path, ur: Callable[[], datetime]) -> Miljoe:
    database = mappe / "demo.duckdb"
    ensure_noegler(database)
    build_warehouse(LEVERANCE, database, indstillinger=load_indstillinger())
    lager = open_lager(f"sqlite:///{mappe / 'lager.sqlite'}", read_noegle("personnoegle", database))
    return Miljoe(database, lager, ur)


def give(miljoe: Miljoe, bruger: str, rolle: Rolle, enhed_id: int) -> None:
    ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, enhed_id, date(2020, 1, 1), "Måling")
    seed_adgang(miljoe.lager, [ny], [])


def time_opening(miljoe: Miljoe, bruger: str, ur: list[datetime]) -> float:
    """Milliseconds, each time anew: the clock is moved past what the gate keeps."""
    tider = []
    for _ in range(7):
        ur[0] += HOEJSTE_ALDER + timedelta(seconds=1)
        begyndt = time.perf_counter()
        open_scope(Bruger(bruger), miljoe=miljoe)
        tider.append((time.perf_counter() - begyndt) * 1000)
    return median(tider)


def memory_mb() -> float:
    """What the process holds now."""
    sider = int(Path("/proc/self/statm").read_text().split()[1])
    return sider * resource.getpagesize() / 1024**2


def ask_once(miljoe: Miljoe, nummer: int, tilfaeldig: random.Random) -> frozenset[str]:
    """The units in one of some seven hundred answers, more than a scope remembers: some are read, some remembered."""
    scope = open_scope(Bruger(f"b{nummer}"), miljoe=miljoe)
    periodetype = tilfaeldig.choice(("maaned", "kvartal"))
    perioder = scope.rows("perioder_liste", periodetype=periodetype)["periode"].to_list()
    raekker = scope.rows(
        "noegletal_liste",
        periodetype=periodetype,
        periode=tilfaeldig.choice([None, *perioder]),
        enhedsnr=None,
        niveau=tilfaeldig.choice([None, *NIVEAUER]),
    )
    return frozenset(raekker["enhedsnr"])


def own_units(miljoe: Miljoe, nummer: int) -> frozenset[str]:
    return frozenset(open_scope(Bruger(f"b{nummer}"), miljoe=miljoe).rows("noder")["enhedsnr"])


def run_load(miljoe: Miljoe) -> dict[str, float]:
    """Every user asks her scope again and again; each answer must be of nodes she alone would be shown."""
    egne = [own_units(miljoe, nummer) for nummer in range(OMFANG)]
    if any(en & anden for nr, en in enumerate(egne) for anden in egne[:nr]):
        raise RuntimeError("the units of the measurement overlap")
    slut = time.monotonic() + SEKUNDER

    def ask(nummer: int) -> tuple[int, int]:
        tilfaeldig = random.Random(nummer)
        antal = forkerte = 0
        while time.monotonic() < slut:
            antal += 1
            forkerte += not ask_once(miljoe, nummer, tilfaeldig) <= egne[nummer % OMFANG]
        return antal, forkerte

    with ThreadPoolExecutor(BRUGERE) as traade:
        opgaver = [traade.submit(ask, nummer) for nummer in range(BRUGERE)]
        time.sleep(SEKUNDER / 4)
        tidligt = memory_mb()
        svar = [opgave.result() for opgave in opgaver]
    return {
        "spoergsmaal": sum(antal for antal, _ in svar),
        "forkerte": sum(forkerte for _, forkerte in svar),
        "vokset_mb": memory_mb() - tidligt,
    }


def main(mappe: Path) -> None:
    ur = [datetime.now(UTC)]
    miljoe = make_miljoe(mappe, lambda: ur[0])
    give(miljoe, "hr", "hr", 81000)
    give(miljoe, "chef", "chef", 81210)
    give(miljoe, "leder", "leder", 81210)
    open_scope(Bruger("hr"), miljoe=miljoe)
    svar = {
        "chef_ms": time_opening(miljoe, "chef", ur),
        "leder_ms": time_opening(miljoe, "leder", ur),
        "hr_ms": time_opening(miljoe, "hr", ur),
    }
    liste = open_scope(Bruger("hr"), miljoe=miljoe).rows("enheder_liste").filter(niveau="enhed")
    enheder = list(liste.select("enhed_id", "enhedsnr").iter_rows())
    for nummer in range(400):
        give(miljoe, f"n{nummer}", "leder", enheder[nummer % len(enheder)][0])
        ur[0] += timedelta(seconds=1)
        open_scope(Bruger(f"n{nummer}"), miljoe=miljoe)
    svar["firehundrede_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for nummer in range(BRUGERE):
        give(miljoe, f"b{nummer}", "leder", enheder[nummer % OMFANG][0])
    svar |= run_load(miljoe)
    print(json.dumps(svar))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
