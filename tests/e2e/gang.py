"""A walk of a role's pages in a browser: each is loaded once with all there is on it folded out, and what is seen of it
is kept: what a screen reader is told, what axe finds, what does not fit, what the focus shows, and the page on paper.

A role's pages are those of her menu and the tabs of each, and what she opens from one of them (`OGSAA`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.fokus import Fokus, measure_focus

BREDDER = (1366, 683, 390)
HOEJDE = 844
OGSAA = {
    "hr1": (("overblik?enhed=81583", ""), ("medarbejdere?enhed=81583", "")),
    "l10463": (("det_skal_du", "Notér samtale med"),),
}
"""The address, and the name of what is pressed there."""
MENU = "[...document.querySelectorAll('nav a[data-testid$=NavLink]')].map(led => [led.href, led.innerText.trim()])"
# What is outside the screen, what has to be scrolled sideways within it, and what words are cut short.
UDE = """
() => {
  const bredde = document.documentElement.clientWidth;
  const slags = felt => felt.dataset.testid ?? felt.getAttribute("class");
  const navn = felt => [felt.tagName, slags(felt), felt.textContent.slice(0, 40)].join(" ");
  const synlige = [...document.querySelectorAll("#root *")].filter(
    felt => felt.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && !felt.closest(".skjult, [data-testid=stSkipLink]") && (!felt.closest("svg") || felt.tagName === "text"));
  return synlige.flatMap(felt => {
    const boks = felt.getBoundingClientRect(), stil = getComputedStyle(felt);
    if (!boks.width || !boks.height) return [];
    const ramme = felt.closest("svg")?.getBoundingClientRect() ?? { left: 0, right: bredde };
    if (boks.right > ramme.right + 2 || boks.left < ramme.left - 2) return ["uden for: " + navn(felt)];
    if (felt.scrollWidth <= felt.clientWidth + 1 || !felt.clientWidth || felt.tagName === "INPUT") return [];
    if (["auto", "scroll"].includes(stil.overflowX)) return ["ruller: " + navn(felt)];
    return stil.textOverflow === "ellipsis" ? ["skåret: " + navn(felt)] : [];
  });
}
"""
SORTERES = """
() => [...document.querySelectorAll("[role=table]")].map(
  tabel => [...tabel.querySelectorAll("[role=columnheader]")].map(
    felt => [felt.innerText, Boolean(felt.querySelector("a")), felt.getAttribute("aria-sort")]))
"""
FOLD_UD = "document.querySelectorAll('details:not([open]) > summary').forEach(felt => felt.click())"
# What is still there to press when the page is printed, and the words that must be on the paper.
PAA_PAPIR = """
() => {
  const synlig = felt => felt.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && felt.getBoundingClientRect().width > 0 && !felt.closest(".skjult");
  const alle = valg => [...document.querySelectorAll(valg)].filter(synlig);
  const ord_ = valg => alle(valg).map(felt => felt.innerText ?? felt.textContent).filter(tekst => tekst.trim());
  return {
    knapper: alle("button, input, select, textarea, nav, summary, [role=tab], a.knap").map(felt => felt.outerHTML),
    overskrifter: ord_("h1, h2, h3"), tal: ord_("[data-testid=stMetricValue]"),
    celler: ord_(".liste th, .liste td"), figurer: ord_("[data-testid=stVegaLiteChart] svg text"),
  };
}
"""


class Led(NamedTuple):
    """Of the accessibility tree. `kaldes`: what it is said to be, where it says that itself."""

    rolle: str
    navn: str
    niveau: int | None
    kaldes: str


@dataclass
class Set:
    """One page, or one tab of it: `bruger` is where one changes who one is, `led` all the accessibility tree holds, in
    its order, `papir` a PDF.
    """

    adresse: str
    titel: str
    bruger: dict[str, float] | None
    led: list[Led]
    tabeller: list[list[tuple[str, bool, str | None]]]
    brud: list[tuple[str, ...]]
    papir: bytes
    paa_papir: dict[str, list[str]]
    fokus: list[Fokus]
    ude: dict[int, list[str]] = field(default_factory=dict)

    def names(self, *roller: str) -> list[str]:
        return [led.navn for led in self.led if led.rolle in roller]

    def place_of(self, *roller: str, navn: str | None = None) -> int:
        """Of the first of its kind; beyond everything where there is none."""
        fundne = [nr for nr, led in enumerate(self.led) if led.rolle in roller and navn in (None, led.navn)]
        return fundne[0] if fundne else len(self.led)


class Gang(NamedTuple):
    """`menu`: what each page is called; `kald`: every address asked for, and what the browser had to say."""

    sider: list[Set]
    menu: list[str]
    kald: list[str]


def walk(browser: Browser, adresse: str, bruger: str) -> Gang:
    kontekst = browser.new_context(
        locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": BREDDER[0], "height": HOEJDE}
    )
    side = kontekst.new_page()
    kald: list[str] = []
    kontekst.on("request", lambda request: kald.append(request.url))
    side.on("websocket", lambda stik: kald.append(stik.url))
    side.on("console", lambda besked: kald.append(f"konsol: {besked.text}"))
    side.goto(f"{adresse}/demo")
    side.locator(f"button[value={bruger}]").click()
    wait_for_drawn(side)
    menu = dict(side.evaluate(MENU)) or {f"{adresse}/": ""}  # whoever has one page has no menu
    maalt: set[str] = set()
    steder = [*((sti, "") for sti in menu), *((f"{adresse}/{sti}", knap) for sti, knap in OGSAA.get(bruger, ()))]
    sider = [sidens for sti, knap in steder for sidens in look_at(side, sti, knap, maalt)]
    kontekst.close()
    return Gang(sider, list(menu.values()), kald)


def look_at(side: Page, adresse: str, knap: str, maalt: set[str]) -> Iterator[Set]:
    side.set_viewport_size({"width": BREDDER[0], "height": HOEJDE})
    side.goto(adresse)
    wait_for_drawn(side)
    if knap:
        side.get_by_role("button", name=knap).first.click()
        wait_for_drawn(side)
    navn = f"{adresse.rsplit('/', 1)[1] or 'start'} {knap}".strip()
    faner = [fane.inner_text() for fane in side.get_by_role("tab").all()]
    for fane in faner or [""]:
        if fane:
            side.set_viewport_size({"width": BREDDER[0], "height": HOEJDE})
            side.get_by_role("tab", name=fane, exact=True).click()
        yield _look_here(side, f"{navn} {fane}".strip(), maalt)


def _look_here(side: Page, navn: str, maalt: set[str]) -> Set:
    side.evaluate(FOLD_UD)
    wait_for_drawn(side)
    led, tabeller, brud = read_tree(side), side.evaluate(SORTERES), Axe().run(side).response["violations"]
    sidens = Set(
        navn,
        side.title(),
        side.get_by_role("button", name="Skift bruger").bounding_box(),
        led,
        tabeller,
        [(fund["id"], fund["impact"], fund["nodes"][0]["html"][:150]) for fund in brud],
        *_print_page(side),
        measure_focus(side, maalt),
    )
    for bredde in BREDDER:
        side.set_viewport_size({"width": bredde, "height": HOEJDE})
        wait_for_drawn(side)
        side.wait_for_timeout(400)  # a chart is drawn anew when its frame has been still for a moment
        sidens.ude[bredde] = side.evaluate(UDE)
    return sidens


def _print_page(side: Page) -> tuple[bytes, dict[str, list[str]]]:
    side.emulate_media(media="print")
    paa_papir = side.evaluate(PAA_PAPIR)
    papir = side.pdf(prefer_css_page_size=True, print_background=False)
    side.emulate_media(media="screen")
    return papir, paa_papir


def wait_for_drawn(side: Page) -> None:
    expect(side.get_by_text("Skift bruger")).to_be_attached(timeout=30_000)
    expect(side.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    expect(side.get_by_role("heading", level=1)).to_have_count(1)
    expect(side.get_by_test_id("stSkeleton")).to_have_count(0)
    for figur in side.get_by_test_id("stVegaLiteChart").locator("visible=true").all():
        figur.locator("svg").first.wait_for()


def read_tree(side: Page) -> list[Led]:
    """Chromium's own tree, depth first."""
    forbindelse = side.context.new_cdp_session(side)
    knuder = {knude["nodeId"]: knude for knude in forbindelse.send("Accessibility.getFullAXTree")["nodes"]}
    forbindelse.detach()
    fundne, stak = [], [next(nr for nr, knude in knuder.items() if "parentId" not in knude)]
    while stak:
        knude = knuder[stak.pop()]
        stak.extend(barn for barn in reversed(knude.get("childIds", [])) if barn in knuder)
        if not knude["ignored"]:
            fundne.append(_make_led(knude))
    return fundne


def _make_led(knude: dict[str, Any]) -> Led:
    egne = {egenskab["name"]: egenskab["value"].get("value") for egenskab in knude.get("properties", [])}
    navn = knude.get("name", {}).get("value", "")
    return Led(knude["role"]["value"], navn, egne.get("level"), egne.get("roledescription", ""))
