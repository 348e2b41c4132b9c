"""What the focus of the keyboard looks like: the same place before and after, pixel by pixel."""

import io
from typing import Any, NamedTuple

import numpy as np
from PIL import Image
from playwright.sync_api import Page

LUFT = 6
"""Pixels around an element that its ring may be drawn in."""
MINDST = 3.0
"""WCAG 2.2, 1.4.11 and 2.4.13: the contrast between what a pixel is with and without the focus."""
# One of each kind: what it is, the kind of field it belongs to, and whether it looks like a button of ours.
FINDES = """
() => {
  const valg = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const kendt = felt => felt.closest("[data-testid]")?.dataset.testid ?? "";
  window.fokus = [...document.querySelectorAll(valg)];
  return window.fokus.flatMap((felt, nr) => {
    if (felt.disabled || felt.closest("[inert], [data-testid=stSkipLink]") || felt.tabIndex < 0) return [];
    const egen = ["vej", "knap", "liste"].filter(navn => felt.classList.contains(navn));
    const sted = ["thead", ".veje", "nav", ".indlever"].filter(navn => felt.closest(navn));
    const ramme = felt.tagName === "INPUT" && ["radio", "checkbox"].includes(felt.type) ? felt.closest("label") : felt;
    if (!ramme?.checkVisibility({ visibilityProperty: true }) || !ramme.getBoundingClientRect().width) return [];
    const slags = [felt.tagName, felt.type ?? "", felt.getAttribute("role") ?? "", kendt(felt), ...egen, ...sted];
    return [[slags.join(" ").toLowerCase(), nr]];
  });
}
"""
FIND = """
nr => {
  const felt = window.fokus[nr];
  felt.scrollIntoView({ block: "center", behavior: "instant" });
  const aeske = felt.closest("[data-baseweb=input], [data-baseweb=textarea], [data-baseweb=select]");
  const ramme = ["radio", "checkbox"].includes(felt.type) ? felt.closest("label") : aeske ?? felt;
  const boks = ramme.getBoundingClientRect();
  return { x: boks.x, y: boks.y, width: boks.width, height: boks.height };
}
"""
SLIP = "document.activeElement?.blur()"
SAET = "nr => window.fokus[nr].focus()"


class Fokus(NamedTuple):
    """`ringe`: how many times round the element the pixels that change by enough would go, a pixel wide."""

    slags: str
    ringe: float


def measure_focus(side: Page, maalt: set[str]) -> list[Fokus]:
    """Of every kind of element on the page that is not among `maalt`, which it is added to."""
    side.keyboard.press("Tab")  # from now on the focus is the keyboard's
    fundne = []
    for slags, nr in side.evaluate(FINDES):
        if slags in maalt:
            continue
        side.keyboard.press("Escape")  # a calendar that the one before opened would lie over this
        side.evaluate(SAET, nr)
        boks = side.evaluate(FIND, nr)
        if boks["width"]:  # else it has been drawn anew since
            maalt.add(slags)
            fundne.append(Fokus(slags, _measure(side, boks)))
    side.evaluate(SLIP)
    return fundne


def _measure(side: Page, boks: dict[str, float]) -> float:
    """Of the part of it that is on the screen; an edge that is not there has no ring."""
    bredde, hoejde = side.evaluate("[innerWidth, innerHeight]")
    top, bund = max(boks["y"], 0), min(boks["y"] + boks["height"], hoejde)
    kanter = [boks["width"] * (boks["y"] >= 0), boks["width"] * (bund < hoejde), 2 * (bund - top)]
    udsnit = {"x": max(boks["x"] - LUFT, 0), "y": max(top - LUFT, 0)}
    udsnit["width"] = min(boks["x"] + boks["width"] + LUFT, bredde) - udsnit["x"]
    udsnit["height"] = min(bund + LUFT, hoejde) - udsnit["y"]
    med = side.screenshot(clip=udsnit, animations="disabled", caret="hide")
    side.evaluate(SLIP)
    uden = side.screenshot(clip=udsnit, animations="disabled", caret="hide")
    return count_changed(uden, med) / sum(kanter)


def count_changed(foer: bytes, efter: bytes) -> int:
    """The pixels whose contrast to themselves is enough."""
    lys = [luminance(np.asarray(Image.open(io.BytesIO(billede)).convert("RGB"))) for billede in (foer, efter)]
    hoej, lav = np.maximum(*lys), np.minimum(*lys)
    return int(((hoej + 0.05) / (lav + 0.05) >= MINDST).sum())


def luminance(farver: Any) -> Any:
    """WCAG 2.2, relative luminance; the last axis is red, green and blue of 0 to 255."""
    kanaler = np.asarray(farver) / 255
    lineaer = np.where(kanaler <= 0.04045, kanaler / 12.92, ((kanaler + 0.055) / 1.055) ** 2.4)
    return lineaer @ np.array([0.2126, 0.7152, 0.0722])
