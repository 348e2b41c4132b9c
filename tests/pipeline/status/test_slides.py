"""The slides read back: what they say, in Danish, in colours that can be read; and the municipality's own design."""

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.util import Cm

from pipeline.fejl import Brugerfejl
from pipeline.mapper import shipped_folder
from pipeline.status.praesentation import name_niveau
from pipeline.status.slideskabelon import SKABELON, find_body, find_layout, open_skabelon
from tests.conftest import run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse
from tests.pipeline.status.grundlag import grundlag

FIL = "sygefravaer-2025K2.pptx"
TYPER = "[Content_Types].xml"
HUSETS = shipped_folder("config") / SKABELON


@pytest.fixture(scope="module")
def fremvisning(eksport: Path) -> object:
    return Presentation(str(eksport / FIL))


def contrast(farve: str, grund: str = "FFFFFF") -> float:
    """WCAG 2: of two colours as six digits."""

    def light(hexa: str) -> float:
        dele = [int(hexa[nr : nr + 2], 16) / 255 for nr in (0, 2, 4)]
        linear = [d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in dele]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lyse = sorted((light(farve), light(grund)))
    return (lyse[1] + 0.05) / (lyse[0] + 0.05)


@pytest.mark.parametrize(
    ("felter", "titel"),
    [
        ({}, "Sygefraværet er 12,0 sygedage pr. medarbejder"),
        ({"aendring": "-0.7"}, "Sygefraværet er faldet 0,7 dag til 12,0 sygedage pr. medarbejder"),
        ({"aendring": "2.0"}, "Sygefraværet er steget 2,0 dage til 12,0 sygedage pr. medarbejder"),
        ({"aendring": "0.0", "kvartal_grund": None}, "Sygefraværet er uændret 12,0 sygedage pr. medarbejder"),
        (
            {"aendring": "-0.7", "kvartal_grund": "tilfaeldigt"},
            "Sygefraværet er 12,0 sygedage pr. medarbejder; ændringen på −0,7 kan være tilfældig",
        ),
        (
            {"aendring": "-0.7", "kvartal_grund": "udskiftning"},
            "Sygefraværet er 12,0 sygedage pr. medarbejder; mange er kommet eller gået siden sidst",
        ),
        (
            {"aendring": "-0.7", "foreloebig": True, "afstand": Decimal("0.3")},
            "Sygefraværet er foreløbig 12,0 sygedage pr. medarbejder",
        ),
        (
            {"aendring": "-0.7", "afstand": Decimal("-0.3")},
            "Sygefraværet er faldet 0,7 dag til 12,0 sygedage pr. medarbejder, 0,3 dag under måltallet",
        ),
        ({"afstand": Decimal("0.0")}, "Sygefraværet er 12,0 sygedage pr. medarbejder, som er måltallet"),
    ],
)
def test_the_first_title_says_a_fall_only_where_it_is_a_signal(felter: dict[str, object], titel: str) -> None:
    assert name_niveau(grundlag(**felter)) == titel  # type: ignore[arg-type]


def test_the_total_stands_above_each_column_and_the_target_is_a_mark_with_its_figure(fremvisning) -> None:  # type: ignore[no-untyped-def]
    diagram = next(form.chart for form in fremvisning.slides[0].shapes if form.has_chart)
    soejler, linjer = diagram.plots
    assert [serie.name for serie in soejler.series] == ["Langtidsfravær", "Korttidsfravær"]
    assert [serie.name for serie in linjer.series] == ["I alt", "Måltal"]
    i_alt, maaltal = linjer.series
    assert [round(tal, 1) for tal in (*i_alt.values[-2:], maaltal.values[-1])] == [14.3, 13.6, 13.3]
    assert i_alt.data_labels.show_value
    assert maaltal.marker.style == XL_MARKER_STYLE.DASH
    uden = {int(led.get("val")) for led in maaltal._element.findall(".//{*}dLbl/{*}idx")}
    assert uden == set(range(14))  # the last of fifteen quarters alone has its figure


def test_the_afdelinger_stand_by_their_gap_and_the_target_is_no_bar(fremvisning) -> None:  # type: ignore[no-untyped-def]
    diagram = next(form.chart for form in fremvisning.slides[2].shapes if form.has_chart)
    navne = [str(navn) for navn in diagram.plots[0].categories]
    assert navne[0] == "Ældre, Sundhed & Social (+2,2)"
    assert navne[-1] == "Økonomi & Stab (−3,8)"
    afstande = [float(re.search(r"\(([^)]+)\)$", navn)[1].replace(",", ".").replace("−", "-")) for navn in navne]  # type: ignore[index]
    assert afstande == sorted(afstande, reverse=True)
    assert [[serie.name for serie in plot.series] for plot in diagram.plots] == [
        ["Sygedage pr. medarbejder"],
        ["Måltal"],
    ]


def test_the_file_says_that_it_is_danish_and_writes_numbers_so(eksport: Path) -> None:
    with zipfile.ZipFile(eksport / FIL) as pakke:
        slides = [pakke.read(n) for n in pakke.namelist() if re.match(r"ppt/(slides|notesSlides)/[a-zA-Z]+\d+\.xml", n)]
        diagrammer = [pakke.read(n).decode() for n in pakke.namelist() if re.match(r"ppt/charts/chart\d+\.xml", n)]
    assert len(slides) == 12
    for raa in slides:
        loeb = list(etree.fromstring(raa).iter("{*}r", "{*}fld"))
        assert {led.find("{*}rPr").get("lang") for led in loeb} == {"da-DK"}  # type: ignore[union-attr]
    assert len(diagrammer) == 4
    for xml in diagrammer:
        assert '<c:lang val="da-DK"/>' in xml
        formater = set(re.findall(r'numFmt formatCode="([^"]*)" sourceLinked="0"', xml))
        assert formater and all(format_.startswith("[$-406]") for format_ in formater)


def test_nothing_is_the_offices_own_look(eksport: Path) -> None:
    with zipfile.ZipFile(eksport / FIL) as pakke:
        for navn in pakke.namelist():
            raa = pakke.read(navn)
            for office in (b"4F81BD", b"1F497D", b"4472C4", b"Calibri", b"Office Theme", b"Click to edit"):
                assert office not in raa, (navn, office)


def test_every_letter_can_be_read_against_its_ground(fremvisning) -> None:  # type: ignore[no-untyped-def]
    """On white; in the columns against the column's own colour."""
    for slide in fremvisning.slides:
        for farve in re.findall(
            r'<a:rPr[^>]*><a:solidFill><a:srgbClr val="(\w{6})"', etree.tostring(slide._element).decode()
        ):
            assert contrast(farve) >= 4.5
        for diagram in (form.chart for form in slide.shapes if form.has_chart):
            for serie in (serie for plot in diagram.plots for serie in plot.series):
                tekst = str(serie.data_labels.font.color.rgb)
                sted = etree.tostring(serie.data_labels._element).decode()
                i_soejlen = 'dLblPos val="ctr"' in sted or 'dLblPos val="inBase"' in sted
                grund = str(serie.format.fill.fore_color.rgb) if i_soejlen else "FFFFFF"
                assert contrast(tekst, grund) >= 4.5, (serie.name, tekst, grund)


def change_skabelon(til: Path, aendringer: dict[str, Callable[[bytes], bytes] | bytes]) -> Path:
    """The house's own template with parts changed or added."""
    with zipfile.ZipFile(HUSETS) as gammel:
        dele = {navn: gammel.read(navn) for navn in gammel.namelist()}
    for navn, aendring in aendringer.items():
        dele[navn] = aendring if isinstance(aendring, bytes) else aendring(dele[navn])
    with zipfile.ZipFile(til, "w") as ny:
        for navn, indhold in dele.items():
            ny.writestr(navn, indhold)
    return til


def as_template(raa: bytes) -> bytes:
    return raa.replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")


def make_kommunens(mappe: Path) -> Path:
    """A .potx with a slide, an author, a logo with a photographer in it, and layouts in other places."""
    logo = BytesIO()
    fotograf = Image.Exif()
    fotograf[0x013B] = "Inger Opdigtet"
    Image.new("RGB", (40, 20), "navy").save(logo, "JPEG", exif=fotograf)
    kommunens = Presentation(str(HUSETS))
    kommunens.slide_width = Cm(25.4)
    side = kommunens.slides.add_slide(kommunens.slide_layouts[0])
    side.shapes.title.text = "Inger Opdigtet"
    kommunens.core_properties.author = "Inger Opdigtet"
    del_, nr = kommunens.slide_master.part.get_or_add_image_part(logo)
    billede = side.shapes.add_picture(logo, 0, 0)._element
    billede.find(".//{*}blip").set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", nr)
    kommunens.slide_master.shapes._spTree.append(billede)
    kommunens.save(str(mappe / "vores.pptx"))
    with zipfile.ZipFile(mappe / "vores.pptx") as gammel, zipfile.ZipFile(mappe / "vores.potx", "w") as ny:
        for navn in gammel.namelist():
            raa = gammel.read(navn)
            ny.writestr(navn, as_template(raa) if navn == TYPER else raa)
    return mappe / "vores.potx"


def test_a_design_of_the_municipalitys_own_is_used_and_nothing_else_of_its_file(
    demo_database: Path, tmp_path: Path
) -> None:
    skabelon, ud = make_kommunens(tmp_path), tmp_path / "ud"
    svar = run_udgivelse("eksport", demo_database, ud, "--skabelon-slides", skabelon)
    assert svar.kode == 0, svar.fejl
    fremvisning = Presentation(str(ud / FIL))
    assert fremvisning.slide_width == Cm(25.4)
    assert len(fremvisning.slides) == 6
    with zipfile.ZipFile(ud / FIL) as pakke:
        assert any(navn.startswith("ppt/media/") for navn in pakke.namelist())
        assert all(b"Opdigtet" not in pakke.read(navn) for navn in pakke.namelist())
    assert run_sygefravaer("proev", ud, "--database", demo_database, "--skabelon-slides", skabelon).kode == 0
    uden = run_sygefravaer("proev", ud, "--database", demo_database)
    assert uden.kode == 1
    assert "er et andet billede end dem, programmet har tegnet" in uden.fejl


def test_words_in_a_designs_layouts_are_judged(demo_database: Path, tmp_path: Path) -> None:
    layout = "ppt/slideLayouts/slideLayout2.xml"
    skabelon = change_skabelon(
        tmp_path / "vores.pptx", {layout: lambda raa: raa.replace(b"Rediger titlen", "Mødet om kræft".encode())}
    )
    svar = run_udgivelse("eksport", demo_database, tmp_path / "ud", "--skabelon-slides", skabelon)
    assert svar.kode == 1
    assert "jeres egen skabelon: nævner en sygdom (kræft)" in " ".join(svar.fejl.split())


LINK = (
    b'<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="http://ude.dk/logo.png" TargetMode="External"/></Relationships>'
)
FREMMEDE: dict[str, dict[str, Callable[[bytes], bytes] | bytes]] = {
    "vbaProject.bin": {"ppt/vbaProject.bin": b"x"},
    "oleObject1.bin": {"ppt/embeddings/oleObject1.bin": b"x"},
    "film.mp4": {"ppt/media/film.mp4": b"x"},
    "font1.fntdata": {"ppt/fonts/font1.fntdata": b"x"},
    "image1.emf": {"ppt/media/image1.emf": b"x"},
    "slideMaster1.xml.rels": {
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": lambda raa: raa.replace(b"</Relationships>", LINK)
    },
}


@pytest.mark.parametrize("del_", FREMMEDE)
def test_what_is_no_design_is_refused_by_its_name(del_: str, tmp_path: Path) -> None:
    skabelon = change_skabelon(tmp_path / "vores.potx", FREMMEDE[del_])
    with pytest.raises(Brugerfejl, match=re.escape(f"({del_})")):
        open_skabelon(skabelon)


@pytest.mark.parametrize(
    "aendringer",
    [
        {"ppt/presentation.xml": b"<a>"},
        {"ppt/media/logo.png": b"ikke et billede"},
        {TYPER: lambda raa: raa.replace(b"presentationml.presentation.main+xml", b"presentationml.slideshow.main+xml")},
    ],
    ids=["broken", "no picture", "another kind"],
)
def test_a_file_that_is_no_template_is_refused(
    aendringer: dict[str, Callable[[bytes], bytes] | bytes], tmp_path: Path
) -> None:
    skabelon = change_skabelon(tmp_path / "vores.potx", aendringer)
    with pytest.raises(Brugerfejl, match=r"^Skabelonen vores\.potx kan ikke læses\. Den skal være en PowerPoint"):
        open_skabelon(skabelon)


@pytest.mark.parametrize("indhold", [b"", b"ikke en zip"])
def test_a_file_that_is_no_zip_is_refused(indhold: bytes, tmp_path: Path) -> None:
    (tmp_path / "vores.potx").write_bytes(indhold)
    with pytest.raises(Brugerfejl, match="kan ikke læses"):
        open_skabelon(tmp_path / "vores.potx")


def test_a_design_without_a_title_is_refused(tmp_path: Path) -> None:
    egen = Presentation(str(HUSETS))
    for layout in egen.slide_layouts:
        for plads in list(layout.placeholders):
            plads._element.getparent().remove(plads._element)
    egen.save(str(tmp_path / "vores.pptx"))
    with pytest.raises(Brugerfejl, match="har intet layout med en titel"):
        open_skabelon(tmp_path / "vores.pptx")


def test_the_body_is_the_designs_content_or_what_is_left_under_its_title(tmp_path: Path) -> None:
    egen = open_skabelon(None)
    assert find_layout(egen).name == "Kun titel"
    assert find_body(egen) == (Cm(1.5), Cm(3.7), Cm(30.87), Cm(13.55))
    for layout in egen.slide_layouts:
        layout._element.attrib.pop("type")
    titel = Cm(0.9) + Cm(2.5)
    assert find_body(egen) == (Cm(1.5), titel + Cm(0.4), Cm(30.87), Cm(19.05) - titel - Cm(2.2))


def test_the_workbook_behind_a_chart_has_its_figures_alone(eksport: Path) -> None:
    with zipfile.ZipFile(eksport / FIL) as pakke:
        ark = openpyxl.load_workbook(BytesIO(pakke.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"))).active
    assert [celle.value for celle in ark[1]] == [None, "Langtidsfravær", "Korttidsfravær", "I alt", "Måltal"]
