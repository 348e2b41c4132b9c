"""Every page of every role: what a screen reader is told, what axe finds, that the focus is seen, that a small screen
holds it, and that it asks nobody but us.
"""

import re
from urllib.parse import urlsplit

import pytest

from tests.e2e.conftest import ROLLER
from tests.e2e.gang import BREDDER

KNAPPER = ("button", "link", "textbox", "combobox", "radio", "checkbox", "spinbutton", "tab", "DisclosureTriangle")
ENGELSK = re.compile(
    r"\b(open|close|show|hide|clear|select\w*|choose|remove|day|month|year|search|skip|main|page|pages|loading|running"
    r"|expand|collapse|date|upload|browse|drag|drop|the|of|axis|legend|titled|values|scale|visualization|mark|rect|bar"
    r"|symbol|group|container)\b",
    re.IGNORECASE,
)
SIGER_INTET = {"ok", "gem", "vis", "hent", "send", "slet", "her", "klik", "mere"}
FIGURER = ("graphics-document", "GraphicsDocument")
"""As Chromium has called the role."""


BEGYNDER = {"l12089": "Mine enheder", "l10463": "Det skal du", "hr1": "Sygefravær i Eksempel Kommune"}
BEGYNDER |= {"okonomi1": "Sygefravær i Eksempel Kommune", "dpo1": "Hvem ser hvad"}


def test_the_menu_has_every_page_of_the_role_and_the_first_is_where_she_begins(gaaet):
    bruger, sider = gaaet
    assert len(sider) >= ROLLER[bruger]
    assert ("heading", BEGYNDER[bruger], 1) in [led[:3] for led in sider[0].led]


def test_the_browsers_title_is_the_pages_name_in_the_menu(gaaet, gang):
    bruger, sider = gaaet
    menu = gang(bruger).menu
    titler = list(dict.fromkeys(sidens.titel for sidens in sider))
    assert titler[: len(menu)] == [f"{navn or 'Adgang'} – Sygefravær" for navn in menu]


def test_who_one_is_stands_at_the_top_right(gaaet):
    for sidens in gaaet[1]:
        assert sidens.bruger["y"] + sidens.bruger["height"] < 70, sidens.adresse
        assert sidens.bruger["x"] > BREDDER[0] / 2, sidens.adresse
        assert any("Du er logget ind som" in led.navn for led in sidens.led), sidens.adresse


def test_nobody_else_is_asked_for_anything_and_the_browser_had_nothing_to_forbid(gaaet, gang, server):
    kald = gang(gaaet[0]).kald
    adresser = [url for url in kald if not url.startswith(("konsol: ", "data:", "blob:"))]
    assert {urlsplit(url).netloc for url in adresser} == {urlsplit(server.adresse).netloc}
    assert [linje for linje in kald if linje.startswith("konsol: ") and "Content Security Policy" in linje] == []


@pytest.mark.parametrize("bredde", BREDDER)
def test_no_page_sticks_out_scrolls_sideways_or_cuts_a_word(bredde, gaaet):
    """683 pixels is 1366 read at 200 per cent."""
    assert {sidens.adresse: sidens.ude[bredde] for sidens in gaaet[1] if sidens.ude[bredde]} == {}


def test_axe_finds_nothing_serious_nothing_moderate_and_nothing_less(gaaet):
    assert {sidens.adresse: sidens.brud for sidens in gaaet[1] if sidens.brud} == {}


def test_a_page_has_one_heading_of_the_first_level_and_no_level_is_jumped(gaaet):
    for sidens in gaaet[1]:
        niveauer = [niveau for rolle, _, niveau, _ in sidens.led if rolle == "heading"]
        assert niveauer.count(1) == 1, sidens.adresse
        efter = niveauer[niveauer.index(1) :]
        assert all(naeste <= foer + 1 for foer, naeste in zip(efter, efter[1:], strict=False)), sidens.adresse


def test_what_is_heard_comes_in_the_order_of_the_page(gaaet):
    """The menu, the heading, what it is about, and last who one is."""
    for sidens in gaaet[1]:
        if sidens.place_of("navigation") == len(sidens.led):
            assert len({sidens.titel for sidens in gaaet[1]}) == 1, sidens.adresse
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


def test_every_table_has_a_name_and_no_two_of_a_page_the_same(gaaet):
    for sidens in gaaet[1]:
        navne = sidens.names("table")
        assert [navn for navn in navne if not navn.strip()] == [], sidens.adresse
        assert sorted(navne) == sorted(set(navne)), sidens.adresse


def test_every_chart_is_called_one_in_danish_and_says_what_it_shows(gaaet):
    for sidens in gaaet[1]:
        figurer = [led for led in sidens.led if led.rolle in FIGURER]
        assert {led.kaldes for led in figurer} <= {"figur"}, sidens.adresse
        assert [led.navn for led in figurer if len(led.navn) < 30] == [], sidens.adresse
        assert [led for led in sidens.led if ENGELSK.search(led.kaldes)] == [], sidens.adresse


def test_the_focus_is_seen_on_every_kind_of_thing_the_keyboard_comes_to(gaaet):
    """A ring of at least a pixel all round whose contrast to what was there before is 3:1."""
    svage = {
        (sidens.adresse, slags): round(ringe, 2) for sidens in gaaet[1] for slags, ringe in sidens.fokus if ringe < 1
    }
    assert svage == {}
