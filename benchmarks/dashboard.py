"""The dashboard under use, on the demo: a rerun, the first page in a browser, and 40 sessions at once.

The server is a process of its own, as `make run` starts it. Prints one line of JSON. Argument: an empty folder.
"""

import json
import os
import random
import resource
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from benchmarks.klient import open_traad, sign_in

ROD = Path(__file__).parents[1]
LEVERANCE = ROD / "sample_data" / "leverance"
BRUGERE = ("hr1", "l12089", "l14580", "l10288", "l10463", "okonomi1")
SESSIONER, TAENKER, SEKUNDER = 40, 5.0, 90
SIDER = ("", "", "", "udvikling", "maaltal", "sammenlign", "medarbejdere", "datagrundlag")
ENHEDER = ("00081000", "00081100", "00081200", "00081210", "00081230", "00081500", "00081583", "00081130")
PERIODER = ("2025-06", "2025-05", "2025-03", "2025K2", "2025K1", "2024K2")


@contextmanager
def run_server(mappe: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The demo, built into an empty folder."""
    database = mappe / "demo.duckdb"
    miljoe = {**os.environ, "SYGEFRAVAER_LAGER": f"sqlite:///{mappe / 'lager.sqlite'}"}
    byg = ["byg", "--kilde", str(LEVERANCE), "--database", str(database)]
    run_quietly([sys.executable, "-m", "pipeline.kommandolinje", *byg], miljoe).wait()
    with serve(database, miljoe) as startet:
        yield startet


@contextmanager
def serve(database: Path, miljoe: dict[str, str]) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The dashboard of a database that is built, on a free port."""
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        port = fri.getsockname()[1]
    adresse = f"http://127.0.0.1:{port}"
    miljoe |= {"SYGEFRAVAER_DATABASE": str(database), "SYGEFRAVAER_ADRESSE": adresse}
    kommando = [sys.executable, "-m", "streamlit", "run", "app/server.py", "--server.port", str(port)]
    with run_quietly(kommando, miljoe) as proces:
        try:
            _wait(f"{adresse}/_stcore/health")
            yield adresse, proces
        finally:
            proces.terminate()


def run_quietly(kommando: list[str], miljoe: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(kommando, cwd=ROD, env=miljoe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait(adresse: str) -> None:
    slut = time.monotonic() + 60
    while time.monotonic() < slut:
        try:
            with urlopen(adresse, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not start")


def pick(tilfaeldig: random.Random) -> tuple[str, dict[str, str]]:
    return tilfaeldig.choice(SIDER), {"enhed": tilfaeldig.choice(ENHEDER), "periode": tilfaeldig.choice(PERIODER)}


def time_reruns(adresse: str) -> list[float]:
    """One user alone, warm: each run another place, period or page. Milliseconds."""
    tilfaeldig = random.Random(1)
    with open_traad(adresse, sign_in(adresse, "hr1")) as traad:
        for side in dict.fromkeys(SIDER):
            traad.run(side)
        return [traad.run(*pick(tilfaeldig)) * 1000 for _ in range(60)]


def time_first_page(adresse: str) -> list[float]:
    """From the address to the headline in Chromium, each time a browser without a cache. Seconds."""
    tider = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(9):
            kontekst = browser.new_context(locale="da-DK", viewport={"width": 1366, "height": 768})
            navn, vaerdi = sign_in(adresse, "hr1").split("=", 1)
            kontekst.add_cookies([{"name": navn, "value": vaerdi, "url": adresse}])
            side = kontekst.new_page()
            begyndt = time.perf_counter()
            side.goto(adresse, wait_until="commit")
            side.get_by_test_id("stMetricValue").first.wait_for(timeout=30_000)
            tider.append(time.perf_counter() - begyndt)
            kontekst.close()
        browser.close()
    return tider


def run_sessions(adresse: str, proces: subprocess.Popen[bytes]) -> dict[str, float]:
    """40 people who think five seconds between clicks. The client is on the same two cores."""
    slut = time.monotonic() + SEKUNDER

    def use(nummer: int) -> tuple[list[float], int]:
        tilfaeldig = random.Random(nummer)
        time.sleep(tilfaeldig.uniform(0, TAENKER))
        tider, fejl = [], 0
        with open_traad(adresse, sign_in(adresse, BRUGERE[nummer % len(BRUGERE)])) as traad:
            while time.monotonic() < slut:
                tider.append(traad.run(*pick(tilfaeldig)))
                fejl += traad.fejl
                time.sleep(tilfaeldig.uniform(0.5, 1.5) * TAENKER)
        return tider, fejl

    with ThreadPoolExecutor(SESSIONER) as traade:
        svar = [opgave.result() for opgave in [traade.submit(use, nummer) for nummer in range(SESSIONER)]]
    tider = [tid for egne, _ in svar for tid in egne]
    return {
        "sessioner_koersler": len(tider),
        "sessioner_p95_s": percentile(tider, 95),
        "sessioner_fejl": sum(fejl for _, fejl in svar),
        "server_mb": memory_mb(proces.pid),
    }


def percentile(tider: list[float], procent: int) -> float:
    return quantiles(tider, n=100, method="inclusive")[procent - 1]


def memory_mb(pid: int) -> float:
    """The most the server has held."""
    linjer = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(linje for linje in linjer if linje.startswith("VmHWM")).split()[1]) / 1024


def main(mappe: Path) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
    with run_server(mappe) as (adresse, proces):
        reruns = time_reruns(adresse)
        foerste = time_first_page(adresse)
        svar = {
            "rerun_median_ms": median(reruns),
            "rerun_p95_ms": percentile(reruns, 95),
            "foerste_side_s": median(foerste),
            **run_sessions(adresse, proces),
        }
    print(json.dumps(svar))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
