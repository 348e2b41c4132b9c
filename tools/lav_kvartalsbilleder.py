"""Draws the pictures of docs/kvartalsstatus.md anew in docs/billeder: the demo's quarter, step by step, as hr sees it.

Built, served and looked at here; what was made on the way is gone afterwards.
"""

import io
import os
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.dashboard import run_server
from benchmarks.klient import sign_in
from pipeline.database.noegler import NOEGLENAVNE
from pipeline.tekster import kvartal as tekster

MAPPE = Path(__file__).parents[1] / "docs" / "billeder"
BREDDE, HOEJDE, FARVER, RO_MS, LUFT = 1366, 620, 96, 2500, 12
expect.set_options(timeout=90_000)


def main() -> None:
    for navn in NOEGLENAVNE:
        os.environ.setdefault(f"SYGEFRAVAER_{navn.upper()}", secrets.token_urlsafe())
    with tempfile.TemporaryDirectory(prefix="sygefravaer_billeder_") as mappe:
        os.environ["SYGEFRAVAER_LAGER"] = f"sqlite:///{mappe}/lager.sqlite"
        with run_server(Path(mappe)) as (adresse, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--lang=da-DK"]
            )
            kontekst = browser.new_context(
                locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": BREDDE, "height": HOEJDE}
            )
            navn, vaerdi = sign_in(adresse, "hr1").split("=", 1)
            kontekst.add_cookies([{"name": navn, "value": vaerdi, "url": adresse}])
            side = kontekst.new_page()
            side.set_default_timeout(90_000)
            side.goto(f"{adresse}/kvartalet")
            walk(side)
            browser.close()


def walk(side: Page) -> None:
    """The quarter of the figures in use, to hr's own words."""
    press(side, tekster.BEGYND)
    side.locator("#indlever_fil").wait_for()
    save(side, "kvartal_leverance", tekster.TRIN["leverance"])
    press(side, tekster.NUVAERENDE)
    side.get_by_role("button", name=tekster.KVITTER).wait_for()
    save(side, "kvartal_advarsler", tekster.TRIN["advarsler"])
    save(side, "kvartal_ord", tekster.TRIN["ord"])


def press(side: Page, navn: str) -> None:
    side.get_by_role("button", name=navn, exact=True).click()


def save(side: Page, navn: str, overskrift: str) -> None:
    """From the step's heading, in few colours: letters and charts have no more, and the file is a fourth as large."""
    side.wait_for_timeout(RO_MS)
    felt = side.get_by_role("heading", name=overskrift).first
    felt.evaluate("felt => felt.scrollIntoView({ block: 'start', behavior: 'instant' })")
    side.wait_for_timeout(RO_MS)
    top = max((felt.bounding_box() or {"y": 0.0})["y"] - LUFT, 0)
    raa = side.screenshot(animations="disabled", clip={"x": 0, "y": top, "width": BREDDE, "height": HOEJDE - top})
    fil = MAPPE / f"{navn}.png"
    tegnet = Image.open(io.BytesIO(raa)).convert("RGB")
    tegnet.quantize(FARVER, dither=Image.Dither.NONE).save(fil, optimize=True)
    sys.stdout.write(f"{fil.name}: {fil.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
