"""The one table: real, sorted by its headings, searched, and every word of it text."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import fromstring

from app.stil import PAPIR, SMAL
from app.tabel import draw_tabel
from app.vis import STIL
from pipeline.report.filformater import to_frame, write_csv, write_xlsx
from pipeline.report.visning import Kolonne, Tabel, Visning

ONDE = (
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><script>alert(1)</script>",
    '"><a href="javascript:alert(1)">x</a>',
    "[Klik](https://ond.invalid)",
    "**fed** :red[rød] $x$",
    '=HYPERLINK("https://ond.invalid")',
    "&lt;b&gt;",
)
KOLONNER = (Kolonne("Enhed"), Kolonne("Sygedage", "dage"), Kolonne("Signal, år", "signal"))
TABEL = Tabel(
    KOLONNER,
    (("Ålykke", 9.96, "fald"), ("Aahuset", 10.04, None), ("Ærø", None, "tilfaeldigt"), ("Zebra", 2.0, "stigning")),
    ("1", "2", None, "4"),
)


@pytest.fixture(autouse=True)
def adresse(monkeypatch):
    """Place and period as the address has them."""

    class Adresse(dict):
        def to_dict(self):
            return dict(self)

    adresse = Adresse(enhed="00081210", periode="2025K2")
    monkeypatch.setattr("app.adresse.st.query_params", adresse)
    return adresse


def names(tabel):
    return [raekke[0] for raekke in tabel.raekker]


def test_numbers_sort_by_value_words_by_the_danish_alphabet_and_no_data_stands_last():
    assert names(TABEL.arrange(sorter="1-ned")) == ["Aahuset", "Ålykke", "Zebra", "Ærø"]
    assert names(TABEL.arrange(sorter="1-op")) == ["Zebra", "Ålykke", "Aahuset", "Ærø"]
    assert names(TABEL.arrange(sorter="0-op")) == ["Zebra", "Ærø", "Aahuset", "Ålykke"]


@pytest.mark.parametrize("sorter", ["", "9-op", "1", "1-sidelaens", "-1-op", "1-op; drop table x", "x" * 500])
def test_what_a_sorting_does_not_know_is_not_sorted(sorter):
    assert TABEL.arrange(sorter=sorter) == TABEL


def test_a_search_finds_every_word_of_it_and_the_units_follow_their_rows():
    fundet = TABEL.arrange(sorter="1-op", soeg="  faldet ÅLYKKE ")
    assert (names(fundet), fundet.enheder) == (["Ålykke"], ("1",))
    assert names(TABEL.arrange(soeg="10,0")) == ["Ålykke", "Aahuset"]  # both read so
    assert TABEL.arrange(soeg="(((").raekker == ()


def test_the_table_is_a_real_one_that_says_how_it_is_sorted():
    trae = fromstring(draw_tabel(TABEL, titel="Enheder", navn="boern", sorter="1-ned"))
    assert trae.xpath("//caption/text()") == ["Enheder"]
    assert trae.xpath("//thead//th/@scope") == ["col"] * 3
    assert trae.xpath("//thead//th/@aria-sort") == ["none", "descending", "none"]
    assert trae.xpath("//tbody//th/@scope") == ["row"] * 4
    assert trae.xpath("//td[contains(@class, 'godt')]/text()") == ["▼ faldet"]
    assert trae.xpath("//td[contains(@class, 'skidt')]/text()") == ["▲ steget"]
    assert trae.xpath("//td/@data-navn")[:2] == ["Sygedage", "Signal, år"]


def test_a_heading_is_a_link_that_keeps_place_and_period_and_turns_the_order():
    def asked(sorter):
        adresser = fromstring(draw_tabel(TABEL, navn="boern", sorter=sorter)).xpath("//thead//a/@href")
        valg = [parse_qs(urlsplit(adresse).query) for adresse in adresser]
        assert {(v["enhed"][0], v["periode"][0]) for v in valg} == {("00081210", "2025K2")}
        return [v["sorter"][0] for v in valg]

    assert asked("") == ["boern:0-op", "boern:1-ned", "boern:2-op"]
    assert asked("1-ned") == ["boern:0-op", "boern:1-op", "boern:2-op"]


def test_a_unit_with_a_page_is_a_link_to_it_in_the_same_period():
    adresser = fromstring(draw_tabel(TABEL)).xpath("//tbody//a/@href")
    assert adresser == [f"/overblik?enhed={nr}&periode=2025K2" for nr in ("1", "2", "4")]


@pytest.mark.parametrize("ond", ONDE)
def test_a_name_stays_text_in_every_place_of_the_table_and_in_its_files(ond, adresse):
    adresse["enhed"] = ond
    tabel = Tabel((Kolonne(ond), Kolonne(ond)), ((ond, ond),), (ond,))
    trae = fromstring(draw_tabel(tabel, titel=ond, navn="boern", sorter="0-op"))
    assert "".join(trae.xpath("//thead//th[1]/a/text()")) == ond
    assert trae.xpath("//tbody//th/a/text()") == [ond]
    assert trae.xpath("//tbody//td/text()") == [ond]
    assert {led.tag for led in trae.iter()} == {
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "span",
    }  # fmt: skip
    assert all(href.startswith(("?", "/overblik?")) for href in trae.xpath("//a/@href"))
    visning = Visning("x", ond, ond, Tabel((Kolonne("Enhed"),), ((ond,),)))
    assert b"<f>" not in write_xlsx(visning, [])
    foerste = write_csv(to_frame(visning.tabel)).decode("utf-8-sig").splitlines()[1].strip('"')
    assert not foerste.startswith(("=", "+", "-", "@"))


def test_a_row_whose_unit_has_an_ark_opens_it_and_says_whose():
    """The first of them has one; to the others there is no link, and without any there is no column."""
    rod = fromstring(draw_tabel(TABEL, navn="enheder", ark={"1"}))
    links = rod.xpath("//td[@class='ark']/a")
    assert [(link.get("href"), link.text_content()) for link in links] == [
        ("/overblik?enhed=1&ark=1", "Åbn ark om Ålykke")
    ]
    assert [felt.text_content() for felt in rod.xpath("//th[@scope='col']")][-1] == "Ark"
    assert "Ark" not in fromstring(draw_tabel(TABEL, navn="enheder")).text_content()


def test_the_column_of_ark_leaves_a_page_on_paper_with_its_heading_and_is_drawn_as_the_others():
    """It is hidden by its class, which no other part of a page has a look by."""
    rod = fromstring(draw_tabel(TABEL, navn="enheder", ark={"1"}))
    assert len(rod.xpath("//*[@class='ark']")) == 1 + len(TABEL.raekker)
    assert re.search(r"(?<!td)\.ark\b", PAPIR)
    assert re.findall(r"(?<!td)\.ark\b", STIL + SMAL) == []
