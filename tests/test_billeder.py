"""The guides' pictures: each is drawn by `make billeder`, is small, and is told in words to who cannot see it."""

import re

from tests.conftest import PROJEKT
from tools.lav_billeder import MAPPE, read_liste

HOEJST_KB = 150
KORTEST = 30
VIST = re.compile(r"!\[([^\]]*)\]\(billeder/(\w+)\.png\)")


def find_viste():
    return [fundet for fil in (PROJEKT / "docs").glob("*.md") for fundet in VIST.findall(fil.read_text("utf-8"))]


def test_every_picture_is_on_the_list_and_shown_in_a_guide():
    filer = {fil.stem for fil in MAPPE.iterdir()}
    assert filer == {billede.navn for billede in read_liste()}
    assert filer == {navn for _, navn in find_viste()}


def test_every_picture_is_small():
    assert [fil.name for fil in MAPPE.iterdir() if fil.stat().st_size > HOEJST_KB * 1000] == []


def test_every_picture_says_in_words_what_it_shows():
    assert [navn for tekst, navn in find_viste() if len(tekst) < KORTEST] == []
