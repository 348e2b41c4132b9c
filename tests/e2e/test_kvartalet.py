"""The whole quarter in a browser, from upload to lock, by hr: a wrong delivery, another hr, a server that is killed."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser import ROD, free_port, wait_until_ready

LEVERANCE = sorted((ROD / "sample_data" / "leverance").iterdir())
HOEJST_KLIK = 12  # from the upload to the zip
BYGGETID, VENT = 240_000, 60_000  # ms
KLIK = """
() => { window.addEventListener('click', () => {
    sessionStorage.klik = String(Number(sessionStorage.klik || 0) + 1) }, true) }
"""


class Kvartalsserver:
    """A server of its own, so that it can be killed; its work is beside the database."""

    def __init__(self, database):
        self.database, self.log = database, database.with_suffix(".log")
        self.port = free_port()
        self.adresse = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        egne = {
            "SYGEFRAVAER_DATABASE": str(self.database),
            "SYGEFRAVAER_LAGER": f"sqlite:///{self.database.with_suffix('.lager.sqlite')}",
            "SYGEFRAVAER_ADRESSE": self.adresse,
        }
        kommando = [sys.executable, "-m", "streamlit", "run", "app/server.py", "--server.port", str(self.port)]
        with self.log.open("w") as fil:
            self.proces = subprocess.Popen(
                kommando, cwd=ROD, env={**os.environ, **egne}, stdout=fil, stderr=subprocess.STDOUT
            )
        wait_until_ready(f"{self.adresse}/_stcore/health", self.proces, self.log)

    def kill(self):
        os.kill(self.proces.pid, signal.SIGKILL)
        self.proces.wait()


@pytest.fixture
def egen_server(byg_demo):
    server = Kvartalsserver(byg_demo("kvartalet"))
    yield server
    server.kill()


@pytest.fixture
def aabn(ny_kontekst, egen_server):
    """Kvartalet, as a persona in a window of her own, with her clicks counted."""

    def run(bruger="hr1"):
        side = ny_kontekst(hoejde=1400).new_page()
        side.set_default_timeout(60_000)
        side.add_init_script(f"({KLIK})()")
        side.goto(f"{egen_server.adresse}/demo")
        side.locator(f"button[value={bruger}]").click()
        expect(side.get_by_text("Skift bruger")).to_be_visible(timeout=VENT)
        side.goto(f"{egen_server.adresse}/kvartalet")
        return side

    return run


def press(side, knap):
    side.get_by_role("button", name=knap, exact=True).click()


def send(side, filer):
    side.locator("#indlever_fil").set_input_files([str(fil) for fil in filer])
    press(side, "Send og byg")


def left(database):
    """What a delivery has left; the locks stay."""
    navne = (fil.name for fil in database.parent.iterdir() if fil.suffix != ".laas")
    return sorted(navn for navn in navne if ".leverance-" in navn or "indlev" in navn)


def give_reasons(side):
    """Every warning's, by keyboard from the first."""
    felter = side.get_by_test_id("stForm").first.get_by_role("textbox")
    expect(felter.first).to_be_visible(timeout=VENT)
    antal = felter.count()
    felter.first.click()
    for nr in range(antal):
        side.keyboard.type("Kendt")
        if nr + 1 < antal:
            side.keyboard.press("Tab")
    press(side, "Gem begrundelserne")
    expect(side.get_by_text("Begrundelserne er gemt.")).to_be_visible(timeout=VENT)


def test_the_quarter_from_upload_to_lock(aabn, egen_server):
    side = aabn()
    press(side, "Begynd et kvartal")
    foer = egen_server.database.read_bytes()

    # A wrong delivery: without the employments. It is stopped, and nothing is replaced.
    expect(side.locator("#indlever_fil")).to_be_visible(timeout=VENT)
    send(side, [fil for fil in LEVERANCE if "ansaettelse" not in fil.name])
    expect(side.get_by_text("Leverancen blev standset, og intet er skiftet ud")).to_be_visible(timeout=BYGGETID)
    assert egen_server.database.read_bytes() == foer
    assert left(egen_server.database) == []

    # The right one. The server is killed while it is built, and the build goes on without it.
    side.evaluate("sessionStorage.klik = '1'")  # the one that opens the computer's own list of files
    send(side, LEVERANCE)
    side.wait_for_url("**/kvartalet", timeout=BYGGETID)
    klik = int(side.evaluate("sessionStorage.klik"))
    egen_server.kill()
    egen_server.start()
    side.goto(f"{egen_server.adresse}/kvartalet")
    expect(side.get_by_text("venter på, at du tager den i brug")).to_be_visible(timeout=BYGGETID)
    assert egen_server.database.read_bytes() == foer
    assert left(egen_server.database) == []

    # It is open in another window too, where it is not put in use once more.
    andet = aabn()
    expect(andet.get_by_role("button", name="Tag de nye tal i brug", exact=True)).to_be_visible(timeout=VENT)
    side.evaluate(f"sessionStorage.klik = '{klik}'")
    press(side, "Tag de nye tal i brug")
    expect(side.get_by_text("De nye tal er i brug.")).to_be_visible(timeout=VENT)
    assert egen_server.database.read_bytes() != foer
    press(andet, "Tag de nye tal i brug")
    expect(andet.get_by_text("Tallene er i brug.")).to_be_visible(timeout=VENT)
    expect(andet.get_by_text("De nye tal er i brug.")).to_have_count(0)

    give_reasons(side)

    # The zip.
    press(side, "Lav zip-filen")
    with side.expect_download(timeout=BYGGETID) as hentning:
        side.get_by_text("Hent filen").click()
    assert hentning.value.suggested_filename == "demo_kvartal-2025K2.zip"
    assert int(side.evaluate("sessionStorage.klik")) <= HOEJST_KLIK

    # Published and locked.
    side.reload()
    side.get_by_label("Møde", exact=True).fill("Chefforum")
    press(side, "Udgiv og lås kvartalet")
    expect(side.get_by_text("Det seneste kvartal (2. kvartal 2025) er udgivet og låst: Chefforum")).to_be_visible(
        timeout=VENT
    )
    with contextlib.closing(sqlite3.connect(egen_server.database.with_suffix(".lager.sqlite"))) as lager:
        assert lager.execute("select kvartal, af from laase").fetchall() == [("2025K2", "hr1")]


@pytest.mark.parametrize("bruger", ["l12089", "l10463", "okonomi1"])
def test_nobody_else_has_the_page_or_the_address(log_ind_i_demo, server, bruger):
    side, _ = log_ind_i_demo(bruger)
    expect(side.get_by_text("Skift bruger")).to_be_visible(timeout=VENT)
    expect(side.get_by_role("link", name="Kvartalet")).to_have_count(0)
    side.goto(f"{server.adresse}/kvartalet")
    expect(side.get_by_role("heading", level=1)).to_have_text("Siden findes ikke")
    svar = side.request.post(
        f"{server.adresse}/indlever",
        multipart={"fil": {"name": "a.csv", "mimeType": "text/csv", "buffer": b"x;y\n"}},
    )
    assert svar.status == 404


def test_hr_without_a_sign_in_sends_nothing(server, ny_kontekst):
    side = ny_kontekst().new_page()
    svar = side.request.post(f"{server.adresse}/indlever", multipart={"fil": "x"}, max_redirects=0)
    assert svar.status == 404
