"""Drawings of a release: every number in one is a figure of ours in Danish, also where hardly anything has moved."""

import re

import pytest

from pipeline.status.figurer import make_aendringer, write_figur
from tests.pipeline.status.grundlag import grundlag, gruppe

MAERKE = re.compile(r'aria-label="([^"]*)"')
SOM_VIST = {"-1.2": "−1,2", "-0.3": "−0,3", "-0.2": "−0,2", "0.0": "±0,0", "0.4": "+0,4", "2.5": "+2,5"}
NAVNE = ("Skole", "Teknik", "Kultur", "Ældre")


def draw_aendringer(aendringer: tuple[str, ...]) -> str:
    grupper = [
        gruppe(navn, nr, aendring=aendring)
        for nr, (navn, aendring) in enumerate(zip(NAVNE, aendringer, strict=True), start=2)
    ]
    sagen = grundlag(*grupper, aendring="-0.1")
    return write_figur(make_aendringer(sagen, grupper), sagen)["aendringer.svg"].decode()


@pytest.mark.parametrize("aendringer", [("-0.3", "-0.2", "0.0", "0.0"), ("-1.2", "0.4", "0.0", "2.5"), ("0.0",) * 4])
def test_a_drawing_describes_its_bars_in_danish_and_nothing_else(aendringer: tuple[str, ...]) -> None:
    svg = draw_aendringer(aendringer)
    ventet = {f"{navn}: {SOM_VIST[tal]}" for navn, tal in zip(NAVNE, aendringer, strict=True)}
    assert set(MAERKE.findall(svg)) == ventet | {"Prøve Kommune: −0,1"}
    assert "roledescription" not in svg


def test_a_calm_quarter_shows_no_number_with_more_than_a_decimal() -> None:
    assert re.findall(r">[^<]*\d,\d\d[^<]*<", draw_aendringer(("-0.3", "-0.2", "0.0", "0.0"))) == []
