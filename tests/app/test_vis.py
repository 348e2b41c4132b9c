"""Somebody's own words on a page: nothing in them is read as Markdown."""

import re
from pathlib import Path

import pytest

from app import vis
from app.vis import plain
from tests.conftest import PROJEKT

JOINER = vis.ORDSAMMENBINDER
SIDER = sorted([*(PROJEKT / "app" / "sider").glob("*.py"), PROJEKT / "app" / "main.py", PROJEKT / "app" / "valg.py"])


@pytest.mark.parametrize(
    ("navn", "vist"),
    [
        ("Børn & Familie", "Børn & Familie"),
        ("2. kvartal", r"2\. kvartal"),
        ("14) punkt", r"14\) punkt"),
        ("14.5 og 2.a", "14.5 og 2.a"),
        ("Karantæne: rækker", "Karantæne: rækker"),
        ("[Klik](https://ond.invalid)", rf"\[Klik\](https\:{JOINER}//ond.invalid)"),
        ("![x](https://ond.invalid/x.png)", rf"!\[x\](https\:{JOINER}//ond.invalid/x.png)"),
        ("<b>fed</b>", r"\<b\>fed\</b\>"),
        ("**fed** _skrå_ `kode` ~væk~", r"\*\*fed\*\* \_skrå\_ \`kode\` \~væk\~"),
        (":red[rød] :a: :smile:", rf"\:red\[rød\] \:{JOINER}a: \:{JOINER}smile:"),
        (":material/home: kl. 10:15", rf"\:{JOINER}material/home: kl. 10\:15"),
        ("$x$", r"\$x\$"),
        ("# Stor", r"\# Stor"),
        ("a | b", r"a \| b"),
        ("en\n\nto", "en to"),
        ("&lt;b&gt; &#60; R&D", r"\&lt;b\&gt; \&#60; R&D".replace("&#60", r"&\#60")),
        ("www.ond.invalid", f"www{JOINER}.ond.invalid"),
        ("WWW.ond.invalid", f"WWW{JOINER}.ond.invalid"),
        ("http://ond.invalid", rf"http\:{JOINER}//ond.invalid"),
        ("a.b@ond.invalid", rf"a.b{JOINER}\@ond.invalid"),
        ("A -> B", rf"A -{JOINER}\> B"),
        ("A -- B", f"A -{JOINER}- B"),
        ("- punkt", r"\- punkt"),
        ("-0,7", "-0,7"),
    ],
)
def test_a_units_name_stays_text(navn, vist):
    assert plain(navn) == vist


@pytest.mark.parametrize("fil", SIDER, ids=lambda fil: fil.name)
def test_headings_are_made_in_one_place(fil: Path):
    kilde = fil.read_text(encoding="utf-8")
    assert re.findall(r"st\.(?:title|header|subheader)\(", kilde) == []


def test_a_heading_shows_words_as_they_are(monkeypatch):
    vist = []
    for navn in ("title", "header", "subheader"):
        monkeypatch.setattr(f"app.vis.st.{navn}", lambda tekst, **_: vist.append(tekst))
    vis.show_titel("[x](y)")
    vis.show_overskrift("[x](y)")
    vis.show_overskrift("[x](y)", under=True)
    assert vist == [r"\[x\](y)"] * 3
