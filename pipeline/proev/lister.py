"""The closed lists of what an Office file may hold, read from `ordlister/`."""

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

MAPPE = files("pipeline.proev") / "ordlister"
SLUT = re.compile(r"(?:char|tegn|(?:accent|markeringsfarve|fremhævningsfarve))$")


def _lines(fil: str) -> list[str]:
    linjer = (MAPPE / fil).read_text(encoding="utf-8").splitlines()
    return [linje for linje in linjer if linje and not linje.startswith("# ")]


@cache
def read_led() -> dict[str, frozenset[str]]:
    """By namespace the local names of its elements."""
    ud: dict[str, set[str]] = defaultdict(set)
    rum = ""
    for linje in _lines("led.txt"):
        if linje.startswith("["):
            rum = linje.strip("[]")
        else:
            ud[rum].update(linje.split())
    return {rum: frozenset(navne) for rum, navne in ud.items()}


@cache
def read_attributter() -> frozenset[str]:
    return frozenset(navn for linje in _lines("attributter.txt") for navn in linje.split())


@cache
def read_vaerdier() -> frozenset[str]:
    return frozenset(navn for linje in _lines("vaerdier.txt") for navn in linje.split())


@cache
def read_ord() -> dict[str, frozenset[str]]:
    """By section."""
    ud: dict[str, set[str]] = defaultdict(set)
    afsnit = ""
    for linje in _lines("ord.txt"):
        if re.fullmatch(r"\[[a-zæøå]+\]", linje):
            afsnit = linje.strip("[]")
        else:
            ud[afsnit].add(linje)
    return {navn: frozenset(ordene) for navn, ordene in ud.items()}


def is_known_name(navn: str) -> bool:
    """A name a program gives a style or a shape: `Heading 1 Char`, `Billede 3`."""
    kort = re.sub(r"[\s_-]|(?<!\d)\d{1,3}(?!\d)", "", navn.casefold())
    return kort in read_ord()["navne"] or SLUT.sub("", SLUT.sub("", kort)) in read_ord()["navne"]
