"""The demo's case read back with other libraries: it states the figures of the minutes, and hides and leaks nothing."""

import json
import re
import shutil
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document
from pptx import Presentation

from pipeline.status.udgiv import name_intern
from pipeline.tekster.dansk import decimaltal, heltal
from tests.conftest import Svar, run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse

AFDELINGER = {
    "Borger, Arbejdsmarked & Erhverv": -0.9,
    "Miljø & Teknik": -0.2,
    "Dagtilbud & Skole": -0.7,
    "Børn & Familie": -1.2,
    "Økonomi & Stab": -0.9,
    "Kultur, Fritid & Ejendomme": 0.2,
    "Ældre, Sundhed & Social": 0.1,
    "By, Kultur, Miljø & Beskæftigelse": -0.2,
    "Børn, Sundhed & Velfærd": -0.6,
}
SAETNINGER = (
    "opgjort til 13,6 sygedage pr. medarbejder i gennemsnit",
    "et gennemsnitligt fald på 0,7 dag pr. medarbejder i forhold til opgørelsen fra 1. kvartal 2025 (14,3 sygedage",
    "2. kvartal 2023, hvor sygefraværet toppede med 15,8 sygedage",
    "2,2 dage lavere",
    "er det gennemsnitlige langtidssygefravær faldet; ændringen i korttidssygefraværet kan være tilfældig",
    "udgør i denne opgørelse 42 pct. af det samlede sygefravær, hvilket er 2 procentpoint lavere",
    "opgjort til 32 pct., hvilket er 2 procentpoint lavere",
    "i 3. kvartal 2023 til 2. kvartal 2024 og i 3. kvartal 2024 til 2. kvartal 2025 har haft mindre end 5,0",
)


@pytest.fixture(scope="module")
def sagen(status: tuple[Path, Svar]) -> str:
    return "\n".join(afsnit.text for afsnit in Document(str(status[0] / "status-2025K2.docx")).paragraphs)


@pytest.mark.parametrize("saetning", SAETNINGER)
def test_the_case_states_the_figures_of_the_minutes(saetning: str, sagen: str) -> None:
    assert saetning in sagen


@pytest.fixture(scope="module")
def tabellen(status: tuple[Path, Svar]) -> dict[str, list[str]]:
    """By the first cell."""
    [tabel] = Document(str(status[0] / "status-2025K2.docx")).tables
    return {raekke.cells[0].text: [celle.text for celle in raekke.cells[1:]] for raekke in tabel.rows}


@pytest.mark.parametrize(("afdeling", "aendring"), AFDELINGER.items())
def test_the_case_states_how_each_part_moved(
    afdeling: str, aendring: float, tabellen: dict[str, list[str]], sagen: str
) -> None:
    """In the demo none of them by more than chance: the change stands, and neither fall nor rise is said."""
    tal = f"{'−' if aendring < 0 else '+'}{abs(aendring):.1f}".replace(".", ",")
    assert tabellen[afdeling][1:3] == [tal, "kan være tilfældigt"]
    assert "Ingen af ændringerne i områder og afdelinger er større, end at de kan være tilfældige." in sagen


def test_the_table_has_figure_change_signal_and_target(tabellen: dict[str, list[str]]) -> None:
    assert list(tabellen)[:2] == ["Område og afdeling", "Eksempel Kommune"]
    assert tabellen["Område og afdeling"] == [
        "Sygedage",
        "Ændring",
        "Er ændringen større end tilfældigt?",
        "Måltal",
        "Afstand",
    ]
    assert tabellen["Eksempel Kommune"] == ["13,6", "−0,7", "faldet", "13,3*", "+0,3"]
    assert tabellen["Økonomi & Stab"] == ["7,7", "−0,9", "kan være tilfældigt", "11,5", "−3,8"]
    assert len(tabellen) == 11


def test_the_resume_is_three_facts(sagen: str) -> None:
    linjer = sagen.split("\n")
    fra = linjer.index("Resumé")
    assert linjer[fra + 2 : fra + 5] == [
        "Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder.",
        "Kommunens måltal er 13,3; sygefraværet ligger 0,3 dag over det.",
        "Mest af ændringen kommer fra Børn, Sundhed & Velfærd: −0,4.",
    ]


def test_nothing_is_claimed_where_hr_has_not_written(sagen: str) -> None:
    linjer = sagen.split("\n")
    for overskrift in ("Økonomi", "Lovgrundlag", "Sygefraværsindsats"):
        assert linjer[linjer.index(overskrift) + 1].startswith("[")
    assert "Intet at bemærke" not in sagen


def test_every_page_has_its_number(status: tuple[Path, Svar]) -> None:
    [sidefod] = Document(str(status[0] / "status-2025K2.docx")).sections[0].footer.paragraphs
    assert sidefod.text == "Side 1 af 1"  # until Word counts them
    assert [led.text.strip() for led in sidefod._p.iter("{*}instrText")] == ["PAGE", "NUMPAGES"]


def test_figur_1_says_its_target(status: tuple[Path, Svar]) -> None:
    svg = (status[0] / "figurer" / "figur-1.svg").read_text("utf-8")
    tekster = re.findall(r">([^<>]+)</(?:text|tspan)>", svg)
    assert ("Måltal", "13,3") in zip(tekster, tekster[1:], strict=False)


def test_the_case_tells_what_drove_the_change_in_parts_that_add_up(sagen: str) -> None:
    linjer = sagen.split("\n")
    fra = linjer.index("Hvorfor ændrede det sig?")
    assert linjer[fra + 1 : fra + 4] == [
        "I de dele, der fortsætter, er fraværet faldet; det trækker −0,5.",
        "Flere ansatte i dele med lavt fravær, eller færre i dele med højt, trækker −0,1.",
        "Lukkede og nye enheder trækker −0,1.",
    ]


def test_the_case_is_the_municipalitys_form(status: tuple[Path, Svar]) -> None:
    dokument = Document(str(status[0] / "status-2025K2.docx"))
    overskrifter = [a.text for a in dokument.paragraphs if a.style.name == "Heading 1"]
    assert overskrifter == ["Indstilling", "Resumé", "Sagsfremstilling", "Økonomi", "Lovgrundlag", "Bilag"]
    assert [billede._inline.docPr.get("descr").split(".")[0] for billede in dokument.inline_shapes] == [
        "Søjlediagram",
        "Vandfaldsdiagram",
    ]
    assert dokument.core_properties.language == "da-DK"
    assert dokument.core_properties.author == ""
    assert "[HR & Løn skriver her" in "\n".join(a.text for a in dokument.paragraphs)


def test_only_the_cases_own_quarter_stands_where_the_case_is_named(sagen: str) -> None:
    foer_sagen = sagen.split("Sagsfremstilling")[0]
    assert "2. kvartal 2025" in foer_sagen
    assert "1. kvartal" not in foer_sagen


def test_the_bilag_hold_the_published_figures_as_numbers(status: tuple[Path, Svar]) -> None:
    ark = openpyxl.load_workbook(status[0] / "bilag-afdelinger-2025K2.xlsx")["Tal"]
    raekker = {str(raekke[0]).strip(): raekke for raekke in ark.iter_rows(min_row=2, values_only=True)}
    assert raekker["Eksempel Kommune"][1:6] == (3200, 13.6, 14.3, 14.7, -0.7)
    for afdeling, aendring in AFDELINGER.items():
        [raekke] = [r for navn, r in raekker.items() if navn == afdeling]
        assert raekke[5] == aendring
    assert raekker["Borger, Arbejdsmarked & Erhverv"][2] == 11.1
    assert "Intern Rengøring & Kantine" not in raekker  # closed
    tal = [celle for raekke in raekker.values() for celle in raekke if isinstance(celle, int | float)]
    assert all(round(celle, 1) == celle for celle in tal)
    assert all(raekke[1] % 5 == 0 for raekke in raekker.values())


def test_the_pdf_says_what_the_workbook_says(status: tuple[Path, Svar]) -> None:
    for navn in ("afdelinger", "enheder"):
        ark = openpyxl.load_workbook(status[0] / f"bilag-{navn}-2025K2.xlsx")["Tal"]
        pdf = pypdfium2.PdfDocument(status[0] / f"bilag-{navn}-2025K2.pdf")
        sider = [" ".join(side.get_textpage().get_text_range().split()) for side in pdf]
        antal = len(sider)
        pdf.close()
        hele = " ".join(sider)
        for enhed, antal_medarbejdere, sygedage in ark.iter_rows(min_row=2, max_col=3, values_only=True):
            assert f"{enhed.strip()} {heltal(antal_medarbejdere)} {decimaltal(sygedage)}" in hele
        for nr, side in enumerate(sider, start=1):
            assert f"Side {nr} af {antal}" in side
            assert "Udtræk fra OPUS 15.07.2025. Bygning" in side
            assert "DEMO" in side


def test_an_afdeling_has_a_page_of_its_own_without_empty_columns(status: tuple[Path, Svar]) -> None:
    """The first has the kommune, områder and afdelinger, and alone the columns no unit has."""
    pdf = pypdfium2.PdfDocument(status[0] / "bilag-enheder-2025K2.pdf")
    sider = [side.get_textpage().get_text_range() for side in pdf]
    pdf.close()
    assert "42 pct." in sider[0] and all(navn in " ".join(sider[0].split()) for navn in AFDELINGER)
    foerste = [side.split("\r\n")[0] for side in sider[1:]]
    assert [navn for navn in foerste if navn in AFDELINGER] == [
        "Borger, Arbejdsmarked & Erhverv",
        "Miljø & Teknik",
        "Kultur, Fritid & Ejendomme",
        "Dagtilbud & Skole",
        "Børn & Familie",
        "Ældre, Sundhed & Social",
        "Økonomi & Stab",
    ]
    assert not any("pct." in side for side in sider[1:])


def test_the_pdf_is_tagged_danish_and_titled(status: tuple[Path, Svar]) -> None:
    raa = (status[0] / "bilag-enheder-2025K2.pdf").read_bytes()
    assert b"/MarkInfo" in raa and b"/StructTreeRoot" in raa
    assert b"da-DK" in raa
    assert b"pdfuaid" in raa


def test_every_figure_is_there_in_three_formats_with_its_alt_text(status: tuple[Path, Svar]) -> None:
    figurer = status[0] / "figurer"
    tekst = (figurer / "figurer.md").read_text()
    for navn in ("figur-1", "hvorfor", "afdelinger", "aendringer"):
        assert {fil.suffix for fil in figurer.glob(f"{navn}.*")} >= {".png", ".svg", ".pdf"}
        assert f"## {navn}" in tekst
    assert tekst.count("Alternativ tekst: ") == 4
    assert "<text" in (figurer / "figur-1.svg").read_text()


def test_every_value_has_its_query(status: tuple[Path, Svar]) -> None:
    kontrol = json.loads((name_intern(status[0]) / "kontrol.json").read_text())
    assert kontrol["kvartal"] == "2025K2"
    assert len(kontrol["vaerdier"]) > 500
    assert all(v["forespoergsel"] and v["kolonne"] and v["noegle"] for v in kontrol["vaerdier"])
    afdelinger = [v for v in kontrol["vaerdier"] if v["sted"].startswith("afdelinger.")]
    assert [v["tekst"] for v in afdelinger][:2] == ["−0,9", "−0,2"]
    tabellen = {v["sted"]: v["tekst"] for v in kontrol["vaerdier"] if v["sted"].startswith("tabel.1.")}
    assert tabellen == {
        "tabel.1.sygedage": "13,6",
        "tabel.1.aendring_kvartal": "−0,7",
        "tabel.1.maaltal": "13,3",
        "tabel.1.afstand": "+0,3",
    }


def test_the_check_says_that_a_change_is_larger_than_any_of_three_years(status: tuple[Path, Svar]) -> None:
    _, svar = status
    tekst = " ".join(svar.ud.split())
    assert "Økonomi & Stab: ændringen siden sidste kvartal (−0,9) er større end i nogen af de seneste tre år" in tekst
    assert "Prøven er bestået" in tekst


def test_twice_the_same_bytes(status: tuple[Path, Svar], demo_database: Path, tmp_path: Path) -> None:
    assert run_udgivelse("status", demo_database, tmp_path / "igen").kode == 0
    filer = sorted(fil.relative_to(status[0]) for fil in status[0].rglob("*") if fil.is_file())
    assert len(filer) == 20
    for fil in filer:
        assert (tmp_path / "igen" / fil).read_bytes() == (status[0] / fil).read_bytes(), fil


def test_the_export_is_kommune_afdelinger_and_personalegrupper_only(eksport: Path) -> None:
    assert {fil.name for fil in eksport.iterdir()} == {
        "figurer",
        "sygefravaer-2025K2.pptx",
        "bilag-afdelinger-2025K2.xlsx",
        "bilag-personalegrupper-2025K2.xlsx",
    }
    fremvisning = Presentation(str(eksport / "sygefravaer-2025K2.pptx"))
    titler = [slide.shapes.title.text for slide in fremvisning.slides]
    assert titler == [
        "Sygefraværet er faldet 0,7 dag til 13,6 sygedage pr. medarbejder, 0,3 dag over måltallet",
        "Mest af ændringen kommer fra Børn, Sundhed & Velfærd: −0,4",
        "3 af 7 afdelinger ligger over deres måltal, længst over ligger Ældre, Sundhed & Social",
        "Ingen af 9 områder og afdelinger har ændret sig mere end tilfældigt siden 1. kvartal 2025",
        "Ingen af 7 afdelinger afviger mere fra det forventede, end tilfældet kan forklare",
        "Hvad HR og afdelingscheferne gør",
    ]
    assert all(slide.notes_slide.notes_text_frame.text for slide in fremvisning.slides)
    diagrammer = [form.chart for slide in fremvisning.slides for form in slide.shapes if form.has_chart]
    assert [len(list(diagram.plots[0].categories)) for diagram in diagrammer] == [15, 5, 7, 10]
    assert fremvisning.core_properties.author == ""


def test_the_proof_runs_on_a_release_by_itself(status: tuple[Path, Svar], demo_database: Path) -> None:
    svar = run_sygefravaer("proev", status[0], "--database", demo_database)
    assert (svar.kode, svar.fejl) == (0, "")
    assert svar.ud.startswith("Prøven er bestået: 20 filer")


def test_each_fault_of_a_release_is_a_line(status: tuple[Path, Svar], demo_database: Path, tmp_path: Path) -> None:
    shutil.copytree(status[0], tmp_path / "ud")
    (tmp_path / "ud" / "noter.md").write_text("Sygefraværet er 98,7.")
    svar = run_sygefravaer("proev", tmp_path / "ud", "--database", demo_database)
    assert (svar.kode, svar.ud) == (1, "")
    assert svar.fejl == (
        "noter.md hører ikke til udgivelsen (programmet skriver ingen fil med det navn).\n"
        "noter.md viser et tal, som ingen tabel i udgivelsen viser (98,7).\nFejl: Prøven er ikke bestået: 2 fejl.\n"
    )


def test_a_case_without_units_holds_none(demo_database: Path, status: tuple[Path, Svar], tmp_path: Path) -> None:
    ud = tmp_path / "ud"
    svar = run_udgivelse("status", demo_database, ud, "--uden-enheder")
    assert svar.kode == 0, svar.fejl
    mangler = {fil.name for fil in status[0].iterdir()} - {fil.name for fil in ud.iterdir()}
    assert mangler == {"bilag-enheder-2025K2.xlsx", "bilag-enheder-2025K2.pdf"}
    sagen = "\n".join(afsnit.text for afsnit in Document(str(ud / "status-2025K2.docx")).paragraphs)
    assert "Vedlagt sagen er oversigt over sygefraværet pr. afdeling." in sagen
    assert "enheder" not in sagen.split("Bilag")[-1]
    assert run_sygefravaer("proev", ud, "--database", demo_database).kode == 0


def test_another_quarter_than_the_newest_is_refused(demo_database: Path, tmp_path: Path) -> None:
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", kvartal="2025K1")
    assert svar.kode == 1
    assert svar.fejl.startswith("Fejl: Der kan laves status for 2. kvartal 2025, det nyeste kvartal")
    assert not (tmp_path / "ud").exists()


def test_a_folder_with_something_else_is_left_alone(demo_database: Path, tmp_path: Path) -> None:
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "mit.txt").write_text("mit")
    svar = run_udgivelse("status", demo_database, tmp_path / "ud")
    assert svar.kode == 1
    assert svar.fejl == "Fejl: Mappen ud indeholder noget andet. Vælg en tom mappe.\n"
    assert [fil.name for fil in (tmp_path / "ud").iterdir()] == ["mit.txt"]


def write_skabelon(fil: Path, *afsnit: str) -> Path:
    dokument = Document()
    for tekst in afsnit:
        dokument.add_paragraph(tekst)
    dokument.save(str(fil))
    return fil


def test_a_template_with_an_unknown_field_is_refused_by_its_name(demo_database: Path, tmp_path: Path) -> None:
    skabelon = write_skabelon(tmp_path / "vores.docx", "{{ titel }}", "{{ borgmester }}")
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--skabelon", skabelon)
    assert svar.kode == 1
    assert svar.fejl.startswith("Fejl: Skabelonen vores.docx bruger feltet »borgmester«, som ikke findes.")
    assert not (tmp_path / "ud").exists()


@pytest.mark.parametrize("indhold", ["", "ikke et dokument"])
def test_a_template_that_is_no_document_is_refused(indhold: str, demo_database: Path, tmp_path: Path) -> None:
    (tmp_path / "vores.docx").write_text(indhold)
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--skabelon", tmp_path / "vores.docx")
    assert svar.fejl == "Fejl: Skabelonen vores.docx kan ikke læses. Den skal være et Word-dokument (.docx).\n"


def test_a_templates_own_wrong_quarter_is_found_and_a_typed_figure_stops_it(
    demo_database: Path, tmp_path: Path
) -> None:
    skabelon = write_skabelon(tmp_path / "vores.docx", "Status for 1. kvartal 2025", "{{ resume }}")
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--skabelon", skabelon)
    assert "Teksten nævner 1. kvartal 2025, men sagen handler om 2. kvartal 2025." in " ".join(svar.ud.split())
    skabelon = write_skabelon(tmp_path / "vores.docx", "Sygefraværet er 98,7.", "{{ resume }}")
    svar = run_udgivelse("status", demo_database, tmp_path / "andet", "--skabelon", skabelon)
    assert svar.kode == 1
    assert "status-2025K2.docx viser et tal, som ingen tabel i udgivelsen viser (98,7)." in svar.fejl
    assert not (tmp_path / "andet").exists()


def test_a_quarter_that_is_none_is_refused(demo_database: Path, tmp_path: Path) -> None:
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", kvartal="2025-06")
    assert svar.fejl == "Fejl: »2025-06« er ikke et kvartal. Skriv fx 2025K2.\n"
