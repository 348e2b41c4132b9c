"""The demo kommune's dashboard as `make run` starts it, on a free port of this machine, and Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from pipeline.indstillinger import load_indstillinger
from pipeline.warehouse import build_warehouse

ROD = Path(__file__).parents[2]
FRIST = 60


@pytest.fixture(scope="session")
def adresse(tmp_path_factory):
    mappe = tmp_path_factory.mktemp("demo")
    database = mappe / "demo.duckdb"
    build_warehouse(ROD / "sample_data" / "leverance", database, indstillinger=load_indstillinger())
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        port = fri.getsockname()[1]
    kommando = [sys.executable, "-m", "streamlit", "run", "app/main.py", "--server.port", str(port)]
    miljoe = {**os.environ, "SYGEFRAVAER_DATABASE": str(database)}
    with (
        (mappe / "server.log").open("w") as log,
        subprocess.Popen(kommando, cwd=ROD, env=miljoe, stdout=log, stderr=subprocess.STDOUT) as server,
    ):
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/_stcore/health", server, mappe / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_until_ready(adresse, server, log):
    slut = time.monotonic() + FRIST
    while time.monotonic() < slut and server.poll() is None:
        try:
            with urlopen(adresse, timeout=2):
                return
        except URLError:
            time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    if chromium is None and os.environ.get("CI") != "true":
        pytest.skip("NO BROWSER: chromium is not installed (make test installs it); the page was not tested in one")
    with sync_playwright() as playwright:
        startet = playwright.chromium.launch(
            executable_path=chromium or "chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield startet
        startet.close()


@pytest.fixture
def open_side(browser, adresse):
    """Opens the page at a width; returns it with the addresses it asked for, once the chart is drawn."""
    kontekster = []

    def aabn(bredde=1366, hoejde=768):
        kontekst = browser.new_context(
            locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": bredde, "height": hoejde}
        )
        kontekster.append(kontekst)
        side = kontekst.new_page()
        kald = []
        kontekst.on("request", lambda request: kald.append(request.url))
        side.on("websocket", lambda stik: kald.append(stik.url))
        side.goto(adresse)
        side.locator("[data-testid=stVegaLiteChart] svg [aria-roledescription=bar]").first.wait_for(timeout=30_000)
        return side, kald

    yield aabn
    for kontekst in kontekster:
        kontekst.close()
