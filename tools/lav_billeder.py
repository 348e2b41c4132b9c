"""Draws the guides' pictures anew in docs/billeder: the demo's pages as tools/billeder.toml lists them.

Built, served and looked at here; what was made on the way is gone afterwards.
"""

import io
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.dashboard import run_server
from benchmarks.klient import sign_in
from pipeline.database.noegler import NOEGLENAVNE

ROD = Path(__file__).parents[1]
LISTE, MAPPE = ROD / "tools" / "billeder.toml", ROD / "docs" / "billeder"
TID = "Europe/Copenhagen"
FARVER = 256
PAPIRSKALA = 1.3
RO_MS = 1500
LUFT = 12
INDSATSER = (
    ("81511", "Tidlig opfølgning og samtaler", "2025-05-01", "Chef", "Samtale inden 14 dage ved hver ny periode"),
    ("81500", "Ledelse og lederstøtte", "2025-06-15", "HR & Løn", "Lederne mødes hver måned om opfølgningen"),
)
"""What is agreed in the demo before it is looked at: enhed, kategori, fra, ejer, tekst."""


@dataclass(frozen=True)
class Billede:
    """A picture of the list; see there."""

    navn: str
    bruger: str = ""
    sti: str = ""
    bredde: int = 1366
    hoejde: int = 800
    tryk: Sequence[str] = ()
    fra: str = ""
    papir: bool = False
    ark: int = 0


def read_liste() -> list[Billede]:
    return [Billede(**felter) for felter in tomllib.loads(LISTE.read_text(encoding="utf-8"))["billede"]]


def main(navne: Sequence[str]) -> None:
    """Those named, else all."""
    with open_demo() as (mappe, adresse, browser):
        for indsats in INDSATSER:
            tilvalg = zip(("--enhed", "--kategori", "--fra", "--ejer", "--tekst"), indsats, strict=True)
            felter = [ord_ for par in tilvalg for ord_ in par]
            run_sygefravaer("indsats", "tilfoej", "--database", f"{mappe}/demo.duckdb", *felter)
        for billede in read_liste():
            if not navne or billede.navn in navne:
                save(draw(billede, mappe, browser, adresse), billede.navn)


@contextmanager
def open_demo() -> Iterator[tuple[Path, str, Browser]]:
    """The folder it is built in, the address it is served at, and what looks at it."""
    for navn in NOEGLENAVNE:
        os.environ.setdefault(f"SYGEFRAVAER_{navn.upper()}", secrets.token_urlsafe())
    with tempfile.TemporaryDirectory(prefix="sygefravaer_billeder_") as mappe:
        os.environ["SYGEFRAVAER_LAGER"] = f"sqlite:///{mappe}/lager.sqlite"
        with run_server(Path(mappe)) as (adresse, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            yield Path(mappe), adresse, browser
            browser.close()


def open_side(browser: Browser, adresse: str, sti: str, *, bruger: str, bredde: int, hoejde: int) -> Page:
    """In a window of its own, signed in."""
    kontekst = browser.new_context(locale="da-DK", timezone_id=TID, viewport={"width": bredde, "height": hoejde})
    navn, vaerdi = sign_in(adresse, bruger).split("=", 1)
    kontekst.add_cookies([{"name": navn, "value": vaerdi, "url": adresse}])
    side = kontekst.new_page()
    side.goto(f"{adresse}/{sti}")
    return side


def run_sygefravaer(*argv: str) -> None:
    subprocess.run([sys.executable, "-m", "pipeline.kommandolinje", *argv], cwd=ROD, check=True, capture_output=True)


def draw(billede: Billede, mappe: Path, browser: Browser, adresse: str) -> Image.Image:
    if billede.ark:
        run_sygefravaer(
            "ark", "--database", f"{mappe}/demo.duckdb", "--enhed", str(billede.ark), "--ud", f"{mappe}/ark"
        )
        return draw_pdf(next((mappe / "ark").glob(f"*{billede.ark}*.pdf")).read_bytes())
    side = open_side(browser, adresse, billede.sti, bruger=billede.bruger, bredde=billede.bredde, hoejde=billede.hoejde)
    tegnet = draw_side(side, billede)
    side.context.close()
    return tegnet


def draw_side(side: Page, billede: Billede) -> Image.Image:
    wait(side)
    for navn in billede.tryk:
        side.get_by_role("button", name=navn).or_(side.get_by_role("link", name=navn)).first.click()
        wait(side)
    if billede.papir:
        return draw_pdf(side.pdf(prefer_css_page_size=True))
    return look(side, billede.fra)


def look(side: Page, fra: str) -> Image.Image:
    """What the window shows, from a heading when one is named."""
    top, vindue = 0.0, side.viewport_size or {"width": 0, "height": 0}
    if fra:
        overskrift = side.get_by_role("heading", name=fra).first
        overskrift.evaluate("felt => felt.scrollIntoView({ block: 'start', behavior: 'instant' })")
        wait(side)
        top = max((overskrift.bounding_box() or {"y": 0.0})["y"] - LUFT, 0)
    udsnit = {"x": 0, "y": top, "width": vindue["width"], "height": vindue["height"] - top}
    return Image.open(io.BytesIO(side.screenshot(animations="disabled", clip=udsnit)))


def wait(side: Page) -> None:
    """Until all is drawn, and still."""
    expect(side.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
    expect(side.get_by_role("heading", level=1)).to_have_count(1)
    expect(side.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    for figur in side.get_by_test_id("stVegaLiteChart").locator("visible=true").all():
        figur.locator("svg").first.wait_for()
    side.wait_for_timeout(RO_MS)


def draw_pdf(raa: bytes) -> Image.Image:
    dokument = pypdfium2.PdfDocument(raa)
    tegnet: Image.Image = dokument[0].render(scale=PAPIRSKALA).to_pil()
    dokument.close()
    return tegnet


def save(tegnet: Image.Image, navn: str) -> None:
    """In as many colours as a byte holds: letters and charts have no more, and the file is a third of the size."""
    fil = MAPPE / f"{navn}.png"
    tegnet.convert("RGB").quantize(FARVER, dither=Image.Dither.NONE).save(fil, optimize=True)
    sys.stdout.write(f"{fil.name}: {fil.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
