"""Økonomi and MED begin at the published case as it was locked; nobody else has it, and nothing in it is exact."""

import json
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from app.hent import make_fil
from app.miljoe import find_miljoe
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.billetter import Billet
from pipeline.lager.laase import NyBerigtigelse, NyLaas, add_berigtigelse, lift_laas, lock_kvartal, read_laasefil
from pipeline.lager.log import Haendelse
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import list_navne, open_scope
from pipeline.status.sag import Sag
from pipeline.status.udgivet import SIDE
from pipeline.tekster import status as tekster_status
from tests.app.test_dashboard import demo, go, labels, links, tables, titles, words
from tests.pipeline.status.conftest import EGNE, sagen, status

__all__ = ["demo", "sagen", "status"]
pytestmark = pytest.mark.langsom
ROLLER = (("o1", "aggregat", 81000), ("m1", "aggregat", 81200), ("hr1", "hr", 81000), ("ch", "chef", 81210))
DOCX = "status-2025K2.docx"
OEKONOMI, MED = ("aggregat", 81000), ("aggregat", 81200)
TITEL = "Status for sygefravær 2. kvartal 2025"


@pytest.fixture
def publish(demo, sagen):
    def lock(filer=sagen, kvartal="2025K2"):
        ny = NyLaas(kvartal, date(2025, 8, 20), None, b"{}")
        lager = find_miljoe().lager
        return lock_kvartal(lager, ny, Haendelse("hr1", "kvartal låst"), nu=find_miljoe().ur(), filer=filer)

    return lock


def correct(hvad):
    ny = NyBerigtigelse("2025K2", json.dumps(hvad), "Sene registreringer.", "Økonomiudvalget", "b" * 16)
    add_berigtigelse(find_miljoe().lager, ny, Haendelse("hr1", "kvartal rettet"), nu=find_miljoe().ur())


def rettet(enhed, nu="13.5", aarsager=("ændrede ansættelser",)):
    return {"enhed": enhed, "kvartal": "2025K2", "offentliggjort": "13.6", "nu": nu, "aarsager": aarsager}


def test_oekonomi_begins_at_the_case_with_its_three_facts_its_table_both_figures_and_its_files(open_as, publish):
    publish()
    side = open_as(OEKONOMI)
    assert not side.exception
    assert titles(side) == [TITEL]
    tekst = words(side)
    assert "Sagen for 2. kvartal 2025, som den blev udgivet 20. august 2025." in tekst
    fakta = next(linje.value for linje in side.markdown if linje.value.startswith("- "))
    assert fakta.splitlines() == [
        "- Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder.",
        "- Kommunens måltal er 13,3; sygefraværet ligger 0,3 dag over det.",
        "- Mest af ændringen kommer fra Børn, Sundhed & Velfærd: −0,4.",
    ]
    assert "| Eksempel Kommune | 13,6 | −0,7 | faldet | 13,3* | +0,3 |" in tables(side)[0]
    assert len(side.get("vega_lite_chart") or side.get("arrow_vega_lite_chart")) == 2
    assert [navn for navn in labels(side) if navn.endswith(")")] == list(tekster_status.SIDE_STATUS_HENT.values())


def test_hrs_own_words_stand_on_it_as_words_alone(open_as, publish):
    publish()
    vist = next(m.value for m in open_as(OEKONOMI).markdown if m.value.startswith("Ledersamtaler"))
    assert "\\<b\\>Se\\</b\\> \\[her\\]" in vist
    assert "\\$x\\$" in vist


def test_before_anything_is_locked_it_says_so_whatever_the_figures_in_use_say(open_as):
    side = open_as(OEKONOMI)
    assert [info.value for info in side.info] == [tekster_status.SIDE_STATUS_INGEN]
    assert (tables(side), titles(side)) == ([], ["Status"])
    assert links(side)[tekster_status.SIDE_STATUS_OVERBLIK] == "/overblik"


def test_a_lock_without_its_case_a_lifted_one_and_the_newest_of_two(open_as, publish):
    publish(kvartal="2024K4")
    publish(filer=None)
    side = open_as(OEKONOMI)
    saetning = tekster_status.SIDE_STATUS_UDEN_SAG.format(kvartal="2. kvartal 2025")
    assert [info.value for info in side.info] == [saetning]
    lager = find_miljoe().lager
    lift_laas(lager, "2025K2", Haendelse("hr1", "lås ophævet"), grund="x", nu=find_miljoe().ur())
    assert titles(go(side, "status")) == [TITEL]


def test_the_page_is_what_was_locked_and_not_what_is_built_since(open_as, publish, sagen):
    sag = json.loads(sagen[SIDE])
    sag["fakta"][0] = "Sygefraværet er 99,9."
    publish(filer={SIDE: json.dumps(sag).encode()})
    assert "Sygefraværet er 99,9." in words(open_as(OEKONOMI))


def test_what_is_corrected_since_stands_at_the_figure_with_the_day(open_as, publish):
    publish()
    correct([rettet("Eksempel Kommune"), rettet("Dagtilbud & Skole", nu=None)])
    [tekst] = [en.value for en in open_as(OEKONOMI).warning if "Rettet" in en.value]
    assert "Eksempel Kommune: Rettet" in tekst
    assert "offentliggjort 13,6, nu 13,5 (ændrede ansættelser). Sene registreringer." in tekst
    assert "Dagtilbud & Skole: Rettet" in tekst
    assert tekst.count("13,5") == 1


def test_med_of_a_part_of_the_kommune_reads_what_the_bilag_says_of_it_and_of_nothing_else(open_as, publish, sagen):
    publish()
    correct([rettet("Eksempel Kommune"), rettet("Dagtilbud & Skole", nu=None)])
    side = open_as(MED)
    assert not side.exception
    assert titles(side) == [TITEL]
    [tabel] = tables(side)
    navne = [linje.split(" | ")[0].removeprefix("| ") for linje in tabel.splitlines()[1:]]
    sag = Sag.model_validate_json(sagen[SIDE])
    [egne] = sag.find_dele({81200})
    assert navne == [linje.navn for linje in egne]
    assert navne[0] == "Børn, Sundhed & Velfærd"
    assert 1 < len(navne) < len(sag.linjer)
    andre = {linje.navn for linje in sag.linjer} - set(navne) - {"Eksempel Kommune"}
    assert not {navn for navn in andre if navn in words(side)}
    assert EGNE.split(".")[0] not in words(side)
    assert "Eksempel Kommune" not in words(side)
    assert not [navn for navn in labels(side) if navn.endswith(")")]


def test_a_unit_the_bilag_does_not_show_alone_is_told_of_truly(open_as, publish):
    publish()
    side = open_as(("aggregat", 81498), ("aggregat", 81210))
    assert "Sagens bilag har ikke tal for" in " ".join(info.value for info in side.info)
    assert len(tables(side)) == 1


def test_a_node_and_one_below_it_are_one_part(sagen):
    sag = Sag.model_validate_json(sagen[SIDE])
    assert sag.find_dele({81200, 81210}) == sag.find_dele({81200})
    assert sag.find_dele({81000})[0] == list(sag.linjer)
    assert sag.find_dele(set()) == []


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("rolle", [("hr", 81000), ("chef", 81210), ("leder", 81583), ("dpo", 81000)])
def test_the_page_is_not_there_for_others(open_as, publish, rolle):
    publish()
    side = go(open_as(rolle), "status")
    assert titles(side) == ["Siden findes ikke"]
    assert not tables(side)


def numbers_of(led):
    if isinstance(led, dict):
        led = list(led.values())
    if isinstance(led, list):
        return [tal for del_ in led for tal in numbers_of(del_)]
    return [led] if isinstance(led, float) else []


def data_of(led):
    """The rows a figure is drawn from."""
    if isinstance(led, list):
        return [raekke for del_ in led for raekke in data_of(del_)]
    if not isinstance(led, dict):
        return []
    return [*led.get("values", []), *(raekke for del_ in led.values() for raekke in data_of(del_))]


def test_no_figure_kept_with_the_lock_is_drawn_of_more_than_the_decimal_that_is_published(sagen):
    sag = Sag.model_validate_json(sagen[SIDE])
    raekker = [raekke for figur in sag.figurer for raekke in data_of(figur.spec) if isinstance(raekke, dict)]
    assert len(sag.figurer) == 2
    assert len(raekker) > 10
    assert {tal for tal in numbers_of(raekker) if round(tal, 1) != tal} == set()


def test_what_is_kept_is_the_case_and_its_bilag_byte_for_byte_and_names_nobody(publish, sagen):
    laas = publish()
    bilag = {f"bilag-{navn}-2025K2.{type_}" for navn in ("afdelinger", "enheder") for type_ in ("pdf", "xlsx")}
    assert set(sagen) == {SIDE, DOCX} | bilag
    for navn, indhold in sagen.items():
        assert read_laasefil(find_miljoe().lager, laas, navn) == indhold
    navne, side = list_navne(find_miljoe()), sagen[SIDE].decode()
    assert len(navne) > 1000
    assert not [navn for navn in navne if navn in side]


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


def test_the_files_are_theirs_alone_and_those_that_were_locked_alone(miljoe, publish, request):
    udgivelsen, _ = request.getfixturevalue("status")
    assert fetch(miljoe, "o1", DOCX) is None
    publish()
    for bruger in ("m1", "hr1", "ch", "ukendt"):
        assert fetch(miljoe, bruger, DOCX) is None
    for navn in ("", SIDE, "kontrol.json", "../status-2025K2.docx", "status-2025K1.docx", "figurer/figur-1.png"):
        assert fetch(miljoe, "o1", navn) is None
    fil = fetch(miljoe, "o1", DOCX)
    assert fil.navn == f"demo_{DOCX}"
    tekst = "\n".join(afsnit.text for afsnit in Document(BytesIO(fil.indhold)).paragraphs)
    assert "Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder." in tekst
    for navn in ("bilag-enheder-2025K2.xlsx", "bilag-afdelinger-2025K2.pdf"):
        assert fetch(miljoe, "o1", navn).indhold == (udgivelsen / navn).read_bytes()
