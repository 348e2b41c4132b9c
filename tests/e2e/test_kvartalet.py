"""Two quarters in a browser, each from upload to lock: a wrong delivery, a server that is killed, another hr."""

import contextlib
import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from datetime import date

import pytest
from docx import Document
from playwright.sync_api import expect

from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.lager import open_lager
from tests.browser import ROD, free_port, wait_until_ready
from tests.conftest import PERSONNOEGLE, byg
from tests.e2e.todelt import ANDEN, FOERSTE, write_delt

HOEJST_KLIK = 12  # from the upload to the zip
BYGGETID, VENT = 480_000, 120_000  # ms
MIDT_I = 0.3  # seconds into a step, when the server is killed
KLIK = """
() => { window.addEventListener('click', () => {
    sessionStorage.klik = String(Number(sessionStorage.klik || 0) + 1) }, true) }
"""
TAG_I_BRUG, GEM_GRUNDE, LAAS = "Tag de nye tal i brug", "Gem begrundelserne", "Udgiv og lås kvartalet"
ORD = "Der er holdt møder i alle afdelinger."


class Kvartalsserver:
    """A server of its own behind the identity provider, so that it can be killed; its work is beside the database."""

    def __init__(self, database, udbyder):
        self.database, self.log = database, database.with_suffix(".log")
        self.lager = database.with_suffix(".lager.sqlite")
        self.udbyder, self.port = udbyder, free_port()
        self.adresse = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        egne = {
            "SYGEFRAVAER_DATABASE": str(self.database),
            "SYGEFRAVAER_LAGER": f"sqlite:///{self.lager}",
            "SYGEFRAVAER_ADRESSE": self.adresse,
            "SYGEFRAVAER_OIDC_METADATA": f"{self.udbyder}/.well-known/openid-configuration",
            "SYGEFRAVAER_OIDC_UDSTEDER": self.udbyder,
            "SYGEFRAVAER_OIDC_KLIENT": "sygefravaer",
            "SYGEFRAVAER_OIDC_HEMMELIGHED": "proevens-hemmelighed",
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

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.lager)) as lager:
            return lager.execute(sql).fetchall()


@pytest.fixture(scope="module")
def leverancer(tmp_path_factory):
    """The demo as it was known on 15 April and on 15 July 2025."""
    mappe = tmp_path_factory.mktemp("todelt")
    return [sorted(write_delt(mappe / navn, dag).iterdir()) for navn, dag in (("K1", FOERSTE), ("K2", ANDEN))]


@pytest.fixture
def egen_server(leverancer, udbyder, tmp_path, monkeypatch):
    """In use is the first delivery without its måltal; hr2 is hr as hr1 is."""
    database = tmp_path / "sted" / "k.duckdb"
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{database.with_suffix('.lager.sqlite')}")
    kilde = tmp_path / "foer"
    kilde.mkdir()
    for fil in leverancer[0]:
        if "maaltal" not in fil.name:
            shutil.copy(fil, kilde)
    svar = byg(kilde, database)
    assert svar.kode == 0, svar.fejl
    lager = open_lager(os.environ["SYGEFRAVAER_LAGER"], PERSONNOEGLE)
    hr2 = NyRaekke("hr2", "hr2@eksempel.invalid", "hr", 81000, date(2025, 1, 1), "Den anden i HR & Løn")
    add_raekke(lager, hr2, af="hr1")
    lager.close()
    server = Kvartalsserver(database, udbyder)
    yield server
    server.kill()


@pytest.fixture
def aabn(ny_kontekst, egen_server):
    """Kvartalet, as an hr user in a window of her own, with her clicks counted."""

    def run(konto):
        side = ny_kontekst(hoejde=1400).new_page()
        side.set_default_timeout(VENT)
        side.add_init_script(f"({KLIK})()")
        side.goto(f"{egen_server.adresse}/kvartalet")
        side.get_by_role("link", name="Log ind").click()
        side.get_by_role("button", name=konto, exact=True).click()
        side.wait_for_url(f"{egen_server.adresse}/**")
        side.goto(f"{egen_server.adresse}/kvartalet")
        return side

    return run


def press(side, knap):
    side.get_by_role("button", name=knap, exact=True).click()


def send(side, filer):
    expect(side.locator("#indlever_fil")).to_be_visible(timeout=VENT)
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
    press(side, GEM_GRUNDE)


def write_ord(side):
    side.get_by_label("Indsatsen i kvartalet", exact=True).fill(ORD)
    press(side, "Gem teksten: indsatsen i kvartalet")


def fetch(side):
    press(side, "Lav zip-filen")
    side.get_by_text("Hent filen").click()


def lock(side):
    side.get_by_label("Møde", exact=True).fill("Chefforum")
    press(side, LAAS)


def do_killed(side, server, handling, er_gjort):
    """The server is killed while it is done; the work is found as it was before or as it is after, and done again where
    it was not.
    """
    handling(side)
    time.sleep(MIDT_I)
    server.kill()
    server.start()
    side.goto(f"{server.adresse}/kvartalet")
    slut = side.get_by_role("heading", name="7. Udgivet og låst").or_(side.get_by_text("er udgivet og låst"))
    expect(slut.first).to_be_visible(timeout=VENT)
    if er_gjort(side).count() == 0:
        handling(side)
        expect(er_gjort(side).first).to_be_visible(timeout=BYGGETID)


@pytest.mark.skipif("SYGEFRAVAER_GANGE" not in os.environ, reason="three builds and nine servers: make bench walks it")
def test_two_quarters_from_upload_to_lock(aabn, egen_server, leverancer):
    foerste, anden = leverancer
    side = aabn("oid-hr")
    work_the_first_killed_in_every_step(side, egen_server, foerste)
    work_the_second_with_another_hr(side, aabn("oid-anden-hr"), egen_server, anden)
    laase = egen_server.ask("select kvartal, moedenavn, af from laase")
    assert laase == [("2025K1", "Chefforum", "hr1"), ("2025K2", "Chefforum", "hr1")]
    assert egen_server.ask("select count(*) from log where hvad = 'kvartal låst'") == [(2,)]


def work_the_first_killed_in_every_step(side, server, leverance):
    press(side, "Begynd et kvartal")
    foer = server.database.read_bytes()

    # A wrong delivery: without the employments. It is stopped, and nothing is replaced.
    send(side, [fil for fil in leverance if "ansaettelse" not in fil.name])
    expect(side.get_by_text("Leverancen blev standset, og intet er skiftet ud")).to_be_visible(timeout=BYGGETID)
    assert (server.database.read_bytes() == foer, left(server.database)) == (True, [])

    # The right one: the build goes on without the server.
    send(side, leverance)
    side.wait_for_url("**/kvartalet", timeout=BYGGETID)
    server.kill()
    server.start()
    side.goto(f"{server.adresse}/kvartalet")
    expect(side.get_by_text("venter på, at du tager den i brug")).to_be_visible(timeout=BYGGETID)
    assert (server.database.read_bytes() == foer, left(server.database)) == (True, [])

    do_killed(side, server, lambda s: press(s, TAG_I_BRUG), lambda s: s.get_by_text("Tallene er i brug."))
    assert server.database.read_bytes() != foer
    do_killed(side, server, give_reasons, lambda s: s.get_by_text("Begrundelse: Kendt"))
    do_killed(side, server, write_ord, lambda s: s.get_by_text("Version 1, hr1"))
    do_killed(side, server, lambda s: press(s, "Vis sagen"), lambda s: s.get_by_role("button", name="Lav zip-filen"))
    do_killed(side, server, fetch, lambda s: s.get_by_text("Hentet af hr1"))
    do_killed(side, server, lock, lambda s: s.get_by_text("(1. kvartal 2025) er udgivet og låst: Chefforum"))


def work_the_second_with_another_hr(side, andet, server, leverance):
    press(side, "Begynd et kvartal")
    expect(side.locator("#indlever_fil")).to_be_visible(timeout=VENT)
    side.evaluate("sessionStorage.klik = '1'")  # the one that opens the computer's own list of files
    send(side, leverance)
    expect(side.get_by_text("venter på, at du tager den i brug")).to_be_visible(timeout=BYGGETID)

    # It is open in another hr's window too, where it is not put in use once more.
    andet.goto(f"{server.adresse}/kvartalet")
    expect(andet.get_by_role("button", name=TAG_I_BRUG, exact=True)).to_be_visible(timeout=VENT)
    press(side, TAG_I_BRUG)
    expect(side.get_by_text("De nye tal er i brug.")).to_be_visible(timeout=VENT)
    press(andet, TAG_I_BRUG)
    expect(andet.get_by_text("Tallene er i brug.")).to_be_visible(timeout=VENT)
    expect(andet.get_by_text("De nye tal er i brug.")).to_have_count(0)

    # What was published in the first is another figure now: the other hr writes why.
    correct_the_first(andet, server)
    give_reasons(side)
    expect(side.get_by_text("Begrundelserne er gemt.")).to_be_visible(timeout=VENT)
    with side.expect_download(timeout=BYGGETID) as hentning:
        fetch(side)
    klik = int(side.evaluate("sessionStorage.klik"))
    assert klik <= HOEJST_KLIK
    assert hentning.value.suggested_filename == "sygefravaer_kvartal-2025K2.zip"
    with zipfile.ZipFile(hentning.value.path()) as pakke:
        sag = Document(io.BytesIO(pakke.read("status-2025K2/status-2025K2.docx")))
    assert any("Tallene for 1. kvartal 2025 er rettet" in afsnit.text for afsnit in sag.paragraphs)

    # Locked by one, seen by the other.
    side.reload()
    lock(side)
    laast = "Det seneste kvartal (2. kvartal 2025) er udgivet og låst: Chefforum"
    expect(side.get_by_text(laast)).to_be_visible(timeout=VENT)
    andet.goto(f"{server.adresse}/kvartalet")
    expect(andet.get_by_text(laast)).to_be_visible(timeout=VENT)


def correct_the_first(side, server):
    side.goto(f"{server.adresse}/laaste")
    side.get_by_text("Skriv en rettelse").click()
    expect(side.get_by_text("Ændret siden udgivelsen: Eksempel Kommune: offentliggjort 14,1, nu 14,3")).to_be_visible(
        timeout=VENT
    )
    side.get_by_label("Hvorfor tallene er rettet").fill("Sene registreringer")
    side.get_by_label("Hvem der er orienteret").fill("Økonomiudvalget")
    press(side, "Gem rettelsen")
    expect(side.get_by_text("Rettelsen af 1. kvartal 2025 er skrevet.")).to_be_visible(timeout=VENT)


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
