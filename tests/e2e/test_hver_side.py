"""Every page of every role: what a screen reader is told, what axe finds, and that a small screen holds it.

A role's pages are those of her menu; each is loaded once, and what is seen of it is kept for the tests.
"""

import re
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.test_dashboard import wait_for_page

ROLLER = {"hr1": 10, "l12089": 9, "l10463": 9, "okonomi1": 4, "dpo1": 1}  # user → the fewest pages of her menu
BREDDER = (1366, 683, 390)
MENU = "[...document.querySelectorAll('nav a[data-testid$=NavLink]')].map(led => led.href)"
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
KNAPPER = ("button", "link", "textbox", "combobox", "radio", "checkbox", "spinbutton", "tab", "DisclosureTriangle")
ENGELSK = re.compile(
    r"\b(open|close|show|hide|clear|select\w*|choose|remove|day|month|year|search|skip|main|page|pages|loading|running"
    r"|expand|collapse|date|upload|browse|drag|drop|the|of|axis|legend|titled|values|scale|visualization)\b",
    re.IGNORECASE,
)
SIGER_INTET = {"ok", "gem", "vis", "hent", "send", "slet", "her", "klik", "mere"}


@dataclass
class Set:
    """One page: `led` are role, name and level of all the accessibility tree holds, in its order."""

    adresse: str
    led: list[tuple[str, str, int | None]]
    tabeller: list[list[tuple[str, bool, str | None]]]
    brud: list[tuple[str, ...]] = field(default_factory=list)
    ude: dict[int, list[str]] = field(default_factory=dict)

    def names(self, *roller):
        return [navn for rolle, navn, _ in self.led if rolle in roller]

    def place_of(self, *roller, navn=None):
        """Of the first of its kind; beyond everything where there is none."""
        fundne = [nr for nr, led in enumerate(self.led) if led[0] in roller and navn in (None, led[1])]
        return fundne[0] if fundne else len(self.led)


@pytest.fixture(scope="module", params=ROLLER)
def gaaet(request, browser, server):
    """The user, and every page of her menu as it was seen."""
    kontekst = browser.new_context(
        locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": BREDDER[0], "height": 844}, bypass_csp=True
    )
    side = kontekst.new_page()
    side.goto(f"{server.adresse}/demo")
    side.locator(f"button[value={request.param}]").click()
    wait_for_page(side)
    wait_for_drawn(side)
    adresser = side.evaluate(MENU) or [f"{server.adresse}/"]  # whoever has one page has no menu
    yield request.param, [look_at(side, adresse) for adresse in dict.fromkeys(adresser)]
    kontekst.close()


def look_at(side, adresse):
    side.set_viewport_size({"width": BREDDER[0], "height": 844})
    side.goto(adresse)
    wait_for_drawn(side)
    sidens = Set(adresse.rsplit("/", 1)[1] or "start", read_tree(side), side.evaluate(SORTERES))
    for brud in Axe().run(side).response["violations"]:
        sidens.brud.append((brud["id"], brud["impact"], brud["nodes"][0]["html"][:150]))
    for bredde in BREDDER:
        side.set_viewport_size({"width": bredde, "height": 844})
        wait_for_drawn(side)
        side.wait_for_timeout(400)  # a chart is drawn anew when its frame has been still for a moment
        sidens.ude[bredde] = side.evaluate(UDE)
    return sidens


def wait_for_drawn(side):
    expect(side.get_by_text("Skift bruger")).to_be_attached(timeout=30_000)
    expect(side.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    expect(side.get_by_role("heading", level=1)).to_have_count(1)
    for figur in side.get_by_test_id("stVegaLiteChart").locator("visible=true").all():
        figur.locator("svg").first.wait_for()


def read_tree(side):
    """Chromium's own tree, depth first."""
    forbindelse = side.context.new_cdp_session(side)
    knuder = {knude["nodeId"]: knude for knude in forbindelse.send("Accessibility.getFullAXTree")["nodes"]}
    forbindelse.detach()
    fundne, stak = [], [next(nr for nr, knude in knuder.items() if "parentId" not in knude)]
    while stak:
        knude = knuder[stak.pop()]
        stak.extend(barn for barn in reversed(knude.get("childIds", [])) if barn in knuder)
        if not knude["ignored"]:
            niveau = [p["value"]["value"] for p in knude.get("properties", []) if p["name"] == "level"]
            fundne.append(
                (knude["role"]["value"], knude.get("name", {}).get("value", ""), niveau[0] if niveau else None)
            )
    return fundne


def test_the_menu_has_every_page_of_the_role(gaaet):
    bruger, sider = gaaet
    assert len(sider) >= ROLLER[bruger]


@pytest.mark.parametrize("bredde", BREDDER)
def test_no_page_sticks_out_scrolls_sideways_or_cuts_a_word(bredde, gaaet):
    """683 pixels is 1366 read at 200 per cent."""
    assert {sidens.adresse: sidens.ude[bredde] for sidens in gaaet[1] if sidens.ude[bredde]} == {}


def test_axe_finds_nothing_serious_nothing_moderate_and_nothing_less(gaaet):
    assert {sidens.adresse: sidens.brud for sidens in gaaet[1] if sidens.brud} == {}


def test_a_page_has_one_heading_of_the_first_level_and_no_level_is_jumped(gaaet):
    for sidens in gaaet[1]:
        niveauer = [niveau for rolle, _, niveau in sidens.led if rolle == "heading"]
        assert niveauer.count(1) == 1, sidens.adresse
        efter = niveauer[niveauer.index(1) :]
        assert all(naeste <= foer + 1 for foer, naeste in zip(efter, efter[1:], strict=False)), sidens.adresse


def test_what_is_heard_comes_in_the_order_of_the_page(gaaet):
    """The menu, the heading, what it is about, and last who one is."""
    for sidens in gaaet[1]:
        if sidens.place_of("navigation") == len(sidens.led):
            assert len(gaaet[1]) == 1, sidens.adresse
        indhold = sidens.place_of("table", "graphics-document", "group")
        ud = sidens.place_of("button", navn="Skift bruger")
        assert sidens.place_of("heading") < ud < len(sidens.led), sidens.adresse
        assert sidens.place_of("heading") < sidens.place_of("table", "graphics-document"), sidens.adresse
        assert indhold == len(sidens.led) or indhold < ud, sidens.adresse


def test_everything_one_can_press_or_fill_in_has_a_name_that_says_what_it_does(gaaet):
    for sidens in gaaet[1]:
        navne = sidens.names(*KNAPPER)
        assert [navn for navn in navne if not navn.strip() or navn.strip().casefold() in SIGER_INTET] == [], (
            sidens.adresse
        )


def test_nothing_is_said_in_english(gaaet):
    for sidens in gaaet[1]:
        assert [led for led in sidens.led if ENGELSK.search(led[1])] == [], sidens.adresse


def test_a_table_that_can_be_sorted_says_how_it_is(gaaet):
    for sidens in gaaet[1]:
        for overskrifter in sidens.tabeller:
            forkerte = [navn for navn, har_link, aria in overskrifter if har_link is not (aria is not None)]
            assert forkerte == [], sidens.adresse
            assert {aria for _, _, aria in overskrifter} <= {None, "none", "ascending", "descending"}
            assert sum(aria in ("ascending", "descending") for _, _, aria in overskrifter) <= 1, sidens.adresse
