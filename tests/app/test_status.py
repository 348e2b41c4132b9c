"""Økonomi and MED see the published case as a page, with its files; nobody else has it, and nothing in it is exact."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from app.hent import make_fil
from app.miljoe import find_miljoe
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from tests.app.test_dashboard import demo, go, tables, titles, words
from tests.pipeline.status.conftest import status

__all__ = ["demo", "status"]
ROLLER = (("o1", "aggregat", 81000), ("m1", "aggregat", 81200), ("hr1", "hr", 81000), ("ch", "chef", 81210))
DOCX = "status-2025K2.docx"


@pytest.mark.langsom
@pytest.mark.usefixtures("demo")
def test_the_page_says_what_the_case_says(open_as):
    side = go(open_as(("aggregat", 81000)), "status")
    assert not side.exception
    assert titles(side) == ["Status for sygefravær 2. kvartal 2025"]
    tekst = words(side)
    assert "Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder." in tekst
    assert "Kommunens måltal er 13,3; sygefraværet ligger 0,3 dag over det." in tekst
    (tabel,) = tables(side)
    assert "| Eksempel Kommune | 13,6 | −0,7 | faldet | 13,3* | +0,3 |" in tabel
    assert [knap.label for knap in side.button if knap.label.endswith(")")] == [
        "Sagen (Word)",
        "Afdelinger (PDF)",
        "Afdelinger (Excel)",
        "Enheder (PDF)",
        "Enheder (Excel)",
    ]


@pytest.mark.langsom
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("rolle", [("hr", 81000), ("chef", 81210), ("leder", 81583), ("dpo", 81000)])
def test_the_page_is_not_there_for_others(open_as, rolle):
    assert titles(go(open_as(rolle), "status")) == ["Siden findes ikke"]


@pytest.mark.langsom
@pytest.mark.usefixtures("demo")
def test_who_has_a_part_of_the_kommune_is_told_that_there_is_none(open_as):
    side = go(open_as(("aggregat", 81200)), "status")
    assert not side.exception
    assert "Den vises for den, der har adgang til hele kommunen." in " ".join(info.value for info in side.info)


@pytest.fixture
def miljoe(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    miljoe = find_miljoe()
    for bruger, rolle, enhed in ROLLER:
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, enhed, date(2020, 1, 1), "Prøve")
        add_raekke(miljoe.lager, ny, af="hr0")
    return miljoe


def fetch(miljoe, bruger, navn):
    bygning = open_scope(Bruger("hr1"), miljoe=miljoe).bygning_id
    return make_fil(Billet("status", {"bygning": bygning, "navn": navn}), Bruger(bruger), miljoe)


def test_the_files_are_theirs_alone_and_those_of_the_case_alone(miljoe, request):
    udgivelsen, _ = request.getfixturevalue("status")
    for bruger in ("m1", "hr1", "ch", "ukendt"):
        assert fetch(miljoe, bruger, DOCX) is None
    for navn in ("", "kontrol.json", "../status-2025K2.docx", "status-2025K1.docx", "figurer/figur-1.png"):
        assert fetch(miljoe, "o1", navn) is None
    fil = fetch(miljoe, "o1", DOCX)
    assert fil.navn == f"demo_{DOCX}"
    tekst = "\n".join(afsnit.text for afsnit in Document(BytesIO(fil.indhold)).paragraphs)
    assert "Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder." in tekst
    for navn in ("bilag-enheder-2025K2.xlsx", "bilag-afdelinger-2025K2.pdf"):
        assert fetch(miljoe, "o1", navn).indhold == (udgivelsen / navn).read_bytes()
