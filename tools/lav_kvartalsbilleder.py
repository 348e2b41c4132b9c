"""Draws the pictures of docs/kvartalsstatus.md anew in docs/billeder: the demo's quarter, step by step, seen by hr."""

from playwright.sync_api import Page

from pipeline.tekster import kvartal as tekster
from tools.lav_billeder import look, open_demo, open_side, save, wait

BREDDE, HOEJDE, VENT = 1366, 620, 90_000


def main() -> None:
    with open_demo() as (_, adresse, browser):
        side = open_side(browser, adresse, "kvartalet", bruger="hr1", bredde=BREDDE, hoejde=HOEJDE)
        side.set_default_timeout(VENT)
        walk(side)


def walk(side: Page) -> None:
    """The quarter of the figures in use, to hr's own words."""
    press(side, tekster.BEGYND)
    side.locator("#indlever_fil").wait_for()
    draw(side, "kvartal_leverance", tekster.TRIN["leverance"])
    press(side, tekster.NUVAERENDE)
    side.get_by_role("button", name=tekster.KVITTER).wait_for()
    draw(side, "kvartal_advarsler", tekster.TRIN["advarsler"])
    draw(side, "kvartal_ord", tekster.TRIN["ord"])


def press(side: Page, navn: str) -> None:
    side.get_by_role("button", name=navn, exact=True).click()


def draw(side: Page, navn: str, overskrift: str) -> None:
    """From the step's heading."""
    wait(side)
    save(look(side, overskrift), navn)


if __name__ == "__main__":
    main()
