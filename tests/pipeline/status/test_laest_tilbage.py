"""The demo's documents as another program draws and reads them: whole pages, the figures of the minutes, in Danish."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from tests.conftest import Svar

AFDELINGER = {
    "Borger, Arbejdsmarked & Erhverv": ("11,1", "−0,9"),
    "Miljø & Teknik": ("11,2", "−0,2"),
    "Dagtilbud & Skole": ("14,5", "−0,7"),
    "Børn & Familie": ("13,7", "−1,2"),
    "Økonomi & Stab": ("7,7", "−0,9"),
    "Kultur, Fritid & Ejendomme": ("10,8", "+0,2"),
    "Ældre, Sundhed & Social": ("16,2", "+0,1"),
    "By, Kultur, Miljø & Beskæftigelse": ("11,0", "−0,2"),
    "Børn, Sundhed & Velfærd": ("14,8", "−0,6"),
    "Eksempel Kommune": ("13,6", "−0,7"),
}
"""What the minutes report of 2025K2, and the level it is a change of."""
HVORFOR = {
    "Børn, Sundhed & Velfærd": -0.4,
    "Økonomi & Stab": -0.1,
    "By, Kultur, Miljø & Beskæftigelse": -0.1,
    "Lukkede og nye enheder": -0.1,
}
MAADER = {"Dele, der fortsætter": -0.5, "Ansatte flyttet mellem dele": -0.1, "Lukkede og nye dele": -0.1}
"""The fall of 0.685 by part, and by kind: -0.528, -0.059 and -0.099. As shown each adds up to the -0.7 shown."""
PUNKTUM = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])")
"""A decimal point. Days (15.07.2025) and thousands (3.200) are written with points and are none."""


def read_sider(pdf: Path) -> list[list[str]]:
    """The lines of each page."""
    dokument = pypdfium2.PdfDocument(pdf)
    sider = [side.get_textpage().get_text_range().split("\r\n") for side in dokument]
    dokument.close()
    return sider


@pytest.fixture(scope="module")
def tegn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[list[str]]]:
    """A document's pages as LibreOffice draws them."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    mappe = tmp_path_factory.mktemp("tegnet")

    def tegn(fil: Path) -> list[list[str]]:
        til = ["soffice", f"-env:UserInstallation={(mappe / 'profil').as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*til, "--outdir", str(mappe), str(fil)], check=True, capture_output=True, timeout=120)
        return read_sider(mappe / f"{fil.stem}.pdf")

    return tegn


@pytest.mark.langsom
def test_the_case_is_three_whole_pages_and_its_table_has_a_line_a_row(
    status: tuple[Path, Svar], tegn: Callable[[Path], list[list[str]]]
) -> None:
    sider = tegn(status[0] / "status-2025K2.docx")
    assert [side[-1].strip() for side in sider] == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3"]
    tabellen = " ".join(" ".join(sider[0]).split())
    for navn, (niveau, aendring) in AFDELINGER.items():
        assert f"{navn} {niveau} {aendring}" in tabellen, navn
    assert [linje for linje in sider[0] if linje.strip() in AFDELINGER] == []  # no name is broken from its figures
    assert "Hvorfor ændrede det sig?" in " ".join(sider[1])  # both figures on a page
    assert "Sygefraværsindsats" in " ".join(sider[2])


@pytest.mark.langsom
def test_the_slides_are_drawn_with_every_title_and_figure(
    eksport: Path, tegn: Callable[[Path], list[list[str]]]
) -> None:
    fil = eksport / "sygefravaer-2025K2.pptx"
    sider = [" ".join(" ".join(side).split()) for side in tegn(fil)]
    for side, slide in zip(sider, Presentation(str(fil)).slides, strict=True):
        assert slide.shapes.title.text in side
    assert all(tal in sider[0] for tal in ("15,8", "14,3", "13,6", "13,3", "7,9", "5,7"))
    assert sider[1].count("−0,1") == 3 and "−0,7" in sider[1]
    for navn, (niveau, aendring) in AFDELINGER.items():
        assert aendring in sider[3], navn
        assert navn in ("Eksempel Kommune", "By, Kultur, Miljø & Beskæftigelse", "Børn, Sundhed & Velfærd") or (
            niveau in sider[2] and f"{navn} {niveau} " in sider[4]
        )
    assert not PUNKTUM.search(" ".join(sider))


def test_what_drove_the_change_adds_up_in_the_workbook_and_on_the_slide(
    status: tuple[Path, Svar], eksport: Path
) -> None:
    ark = openpyxl.load_workbook(status[0] / "figurer" / "hvorfor.xlsx")["Tal"]
    raekker = list(ark.iter_rows(min_row=2, values_only=True))
    assert [raekke[1:3] for raekke in raekker[:-1]] == [*HVORFOR.items(), *MAADER.items()]
    assert raekker[-1] == ("Ændring i alt", "", -0.7)
    slide = Presentation(str(eksport / "sygefravaer-2025K2.pptx")).slides[1]
    [diagram] = [form.chart for form in slide.shapes if form.has_chart]
    assert list(diagram.plots[0].categories)[::-1] == [*HVORFOR, "Ændring i alt"]  # a bar chart begins below
    assert list(diagram.plots[0].series[0].values)[::-1] == [*HVORFOR.values(), -0.7]
    assert round(sum(HVORFOR.values()), 1) == round(sum(MAADER.values()), 1) == -0.7


def texts_of(mappe: Path) -> Iterator[tuple[str, str]]:
    """What a reader sees in every drawn file, by its name."""
    for fil in mappe.rglob("*"):
        if fil.suffix == ".pdf":
            yield fil.name, "\n".join("\n".join(side) for side in read_sider(fil))
        elif fil.suffix == ".svg":
            yield fil.name, "\n".join(re.findall(r">([^<>]+)</(?:text|tspan)>", fil.read_text("utf-8")))
        elif fil.suffix == ".md":
            yield fil.name, fil.read_text("utf-8")


def test_no_drawn_file_has_a_decimal_point(status: tuple[Path, Svar], eksport: Path) -> None:
    tekster = [*texts_of(status[0]), *texts_of(eksport)]
    assert len(tekster) == 20
    assert [(navn, PUNKTUM.findall(tekst)) for navn, tekst in tekster if PUNKTUM.search(tekst)] == []


def test_a_table_that_goes_on_says_whose_it_is(status: tuple[Path, Svar]) -> None:
    sider = read_sider(status[0] / "bilag-enheder-2025K2.pdf")
    uden_overskrift = [side for side in sider[1:] if side[0] not in AFDELINGER]
    assert [side[0] for side in uden_overskrift] == ["Dagtilbud & Skole (fortsat)"]
