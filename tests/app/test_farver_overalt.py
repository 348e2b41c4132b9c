"""Every page of figures, as each role meets it: what has moved has a colour only where the build calls it a signal."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.report import tema
from pipeline.tekster.dansk import aendring, periode_med_ord
from tests.app.test_dashboard import AGGREGAT, CHEF, HR, LEDER, demo, go, open_page
from tests.conftest import query

__all__ = ["demo", "open_page"]
pytestmark = pytest.mark.langsom

SIDER = ("overblik", "udvikling", "maaltal", "sammenlign", "medarbejdere", "datagrundlag")
I_ORD = re.compile(r":(green|red)\[\**([^\]*]*)\**\]")
I_LISTEN = re.compile(r'<div class="(godt|skidt)">(?:<span[^>]*>[^<]*</span>)?([^<]*)</div>')
DOMME = {"green": "−", "red": "+", "godt": "−", "skidt": "+"} | {tema.DOMME["godt"]: "−", tema.DOMME["skidt"]: "+"}
"""A good colour is of a fall, a bad one of a rise."""
SIGNALER = (
    "select coalesce(enhedsnavn, ''), periode, skridt, slags, aendring from signaler "
    "left join enheder using (enhed_id) inner join perioder using (vindue_nr) where er_signal"
)
SIDEN = {"kvartal": "siden sidste kvartal", "aar": "siden sidste år"}
ORD = {"−": "faldet", "+": "steget"}


@pytest.fixture(scope="module")
def signaler(demo_database: Path) -> list[tuple[str, str, str, str, float]]:
    return query(demo_database, SIGNALER)


def coloured(side: Any) -> Iterator[tuple[str, str]]:
    """Sign by the colour, and what has it: a change, or the words of a mark in a chart."""
    for afsnit in side.markdown:
        yield from ((DOMME[farve], tekst) for farve, tekst in I_ORD.findall(afsnit.value))
    for html in side.get("html"):
        yield from ((DOMME[klasse], tekst) for klasse, tekst in I_LISTEN.findall(html.proto.body))
    for figur in side.get("vega_lite_chart"):
        yield from _in_chart(json.loads(figur.proto.spec))


def _in_chart(led: Any) -> Iterator[tuple[str, str]]:
    if isinstance(led, list):
        for del_ in led:
            yield from _in_chart(del_)
    elif isinstance(led, dict):
        egne = [str(vaerdi).lower() for vaerdi in led.values() if not isinstance(vaerdi, dict | list)]
        yield from ((DOMME[farve], str(led.get("beskrivelse", led))) for farve in egne if farve in DOMME)
        for del_ in led.values():
            yield from _in_chart(del_)


def told(signaler: list[tuple[str, str, str, str, float]], slags: str) -> set[tuple[str, str]]:
    """Every signal as a figure with its sign, and as a mark on a line."""
    ud = set()
    for navn, periode, skridt, egen, tal in signaler:
        tekst = aendring(tal)
        if egen == slags:
            ud |= {(tekst[0], tekst)} if periode == "2025K2" else set()
            maaned = f"{periode[:4]}-{int(periode[-1]) * 3:02}"
            for vindue in (periode, maaned):
                ud.add((tekst[0], f"{navn}, {periode_med_ord(vindue)}: {ORD.get(tekst[0])} {SIDEN[skridt]}"))
    return ud


@pytest.mark.parametrize("rolle", [HR, LEDER, CHEF, AGGREGAT], ids=lambda rolle: rolle[0])
def test_no_page_colours_what_may_be_chance(rolle, open_page, signaler) -> None:
    sande = told(signaler, "alt")
    side = open_page(rolle, enhed=str(rolle[1]), periode="2025K2")
    fundne = []
    for adresse in SIDER:
        side = go(side, adresse)
        assert not side.exception, adresse
        fundne += [(adresse, *farvet) for farvet in coloured(side)]
    assert [farvet for farvet in fundne if farvet[1:] not in sande] == []
    assert (("overblik", "−", "−0,7") in fundne) == (rolle == HR)


def test_a_trend_of_short_absence_marks_the_signals_of_short_absence_alone(open_page, signaler) -> None:
    side = go(open_page(HR), "udvikling")
    side.selectbox(key="udvikling_tal").select("korttid").run()
    side.segmented_control(key="udvikling_periodetype").select("kvartal").run()
    fundne = set(coloured(side))
    assert fundne
    assert fundne <= told(signaler, "kort")
