"""The demo kommune's server as `make run` starts it, on a free port of this machine, and Debian's Chromium."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect, sync_playwright

from pipeline.lager.lager import open_lager
from tests.conftest import PERSONNOEGLE, byg
from tests.demo import built_once

ROD = Path(__file__).parents[1]
FRIST = 60
expect.set_options(timeout=20_000)  # the first page of a server just started, on a machine with other things to do
KONTI = {  # subject of the identity provider → e-mail
    "oid-hr": "hr1@eksempel.invalid",
    "oid-anden-hr": "hr2@eksempel.invalid",
    "oid-leder": "l10463@eksempel.invalid",
    "oid-chef": "l12089@eksempel.invalid",
    "oid-udloebet": "leder9@eksempel.invalid",
    "oid-ukendt": "ingen@eksempel.invalid",
    "oid-falsk": "hr1@eksempel.invalid",
    "oid-uden-vidne": "okonomi1@eksempel.invalid",
    "oid-med": "med1@eksempel.invalid",
}
FREMTID = 4_102_444_800  # 2100
BOEJEDE = {  # subjects whose tokens say something else than the provider's; all of med1's e-mail
    "oid-anden-udsteder": {"iss": "https://ond.invalid"},
    "oid-uden-udsteder": {"iss": None},
    "oid-anden-modtager": {"aud": "en-anden-klient"},
    "oid-andre-modtagere": {"aud": ["en-anden-klient", "en-tredje"]},
    "oid-token-udloebet": {"exp": 1},
    "oid-uden-udloeb": {"exp": None},
    "oid-for-tidligt": {"nbf": FREMTID},
    "oid-gammel": {"iat": 1},
    "oid-fra-fremtiden": {"iat": FREMTID},
}


@dataclass(frozen=True)
class Server:
    adresse: str
    lager_url: str
    log: Path

    def open_lager(self):
        return open_lager(self.lager_url, PERSONNOEGLE)


def free_port():
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        return fri.getsockname()[1]


@contextmanager
def run_process(kommando, log, klar, **miljoe):
    """Until it answers at `klar`; stopped at the end."""
    with (
        log.open("w") as fil,
        subprocess.Popen(
            kommando, cwd=ROD, env={**os.environ, **miljoe}, stdout=fil, stderr=subprocess.STDOUT
        ) as proces,
    ):
        try:
            wait_until_ready(klar, proces, log)
            yield
        finally:
            proces.terminate()


def wait_until_ready(adresse, proces, log):
    slut = time.monotonic() + FRIST
    while time.monotonic() < slut and proces.poll() is None:
        try:
            with urlopen(adresse, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"It did not start:\n{log.read_text()}")


@contextmanager
def run_server(database, **miljoe):
    """The dashboard's server with a store of its own, seeded by the demo's delivery."""
    adresse = f"http://127.0.0.1:{free_port()}"
    port = adresse.rsplit(":", 1)[1]
    lager_url = f"sqlite:///{database.with_suffix('.lager.sqlite')}"
    log = database.with_suffix(".log")
    kommando = [sys.executable, "-m", "streamlit", "run", "app/server.py", "--server.port", port]
    egne = {"SYGEFRAVAER_DATABASE": str(database), "SYGEFRAVAER_LAGER": lager_url, "SYGEFRAVAER_ADRESSE": adresse}
    with run_process(kommando, log, f"{adresse}/_stcore/health", **{**egne, **miljoe}):
        yield Server(adresse, lager_url, log)


@pytest.fixture(scope="session")
def byg_demo(faelles_mappe, tmp_path_factory):
    """The demo with a store of its own; each server gets a copy of the database and of the store."""
    mappe = tmp_path_factory.mktemp("e2e")
    bygget = mappe / "bygget" / "demo.duckdb"
    with pytest.MonkeyPatch.context() as miljoe, built_once(faelles_mappe):
        miljoe.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{bygget.with_suffix('.lager.sqlite')}")
        assert byg(ROD / "sample_data" / "leverance", bygget).kode == 0
    return lambda navn: shutil.copytree(bygget.parent, mappe / navn) / bygget.name


@pytest.fixture(scope="session")
def server(byg_demo):
    """The demo without an identity provider: its personas."""
    with run_server(byg_demo("demo")) as startet:
        yield startet


def make_claims(sub, email):
    return {
        "sub": sub,
        "email": email,
        "email_verified": sub != "oid-uden-vidne",
        "oid": sub,
        **BOEJEDE.get(sub, {}),
    }


@pytest.fixture(scope="session")
def udbyder(tmp_path_factory):
    """An identity provider on loopback that knows `KONTI` and `BOEJEDE`; its address."""
    port = free_port()
    alle = KONTI | dict.fromkeys(BOEJEDE, KONTI["oid-med"])
    konti = [ord_ for konto in alle.items() for ord_ in ("--user-claims", json.dumps(make_claims(*konto)))]
    kommando = [str(Path(sys.executable).with_name("oidc-provider-mock")), "-p", str(port), *konti]
    log = tmp_path_factory.mktemp("udbyder") / "log"
    with run_process(kommando, log, f"http://127.0.0.1:{port}/.well-known/openid-configuration"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def oidc_server(byg_demo, udbyder):
    """The same kommune behind the identity provider."""
    miljoe = {
        "SYGEFRAVAER_OIDC_METADATA": f"{udbyder}/.well-known/openid-configuration",
        "SYGEFRAVAER_OIDC_UDSTEDER": udbyder,
        "SYGEFRAVAER_OIDC_KLIENT": "sygefravaer",
        "SYGEFRAVAER_OIDC_HEMMELIGHED": "proevens-hemmelighed",
    }
    with run_server(byg_demo("oidc"), **miljoe) as startet:
        yield startet


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
def ny_kontekst(browser):
    """A browser of its own, without cookies."""
    kontekster = []

    def make(bredde=1366, hoejde=768, **andet):
        kontekst = browser.new_context(
            locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": bredde, "height": hoejde}, **andet
        )
        kontekster.append(kontekst)
        return kontekst

    yield make
    for kontekst in kontekster:
        kontekst.close()


@pytest.fixture
def log_ind_i_demo(ny_kontekst, server):
    """Signs in as a persona; the page, and the addresses it asked for."""

    def log_ind(bruger, bredde=1366, **andet):
        kontekst = ny_kontekst(bredde, **andet)
        side = kontekst.new_page()
        kald = []
        kontekst.on("request", lambda request: kald.append(request.url))
        side.on("console", lambda besked: kald.append(f"konsol: {besked.text}"))
        side.on("websocket", lambda stik: kald.append(stik.url))
        side.goto(f"{server.adresse}/demo")
        side.locator(f"button[value={bruger}]").click()
        return side, kald

    return log_ind


@pytest.fixture
def open_side(log_ind_i_demo):
    """The start page of hr once the chart is drawn, and the addresses it asked for."""

    def aabn(bredde=1366):
        side, kald = log_ind_i_demo("hr1", bredde)
        side.locator("[data-testid=stVegaLiteChart] svg [aria-roledescription=søjle]").first.wait_for(timeout=30_000)
        return side, kald

    return aabn
