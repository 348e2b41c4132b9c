"""A case says the definitions it was made by, not the default's: HR may set them."""

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from pipeline.tekster.definitioner import number_in_words
from tests.conftest import PROJEKT, byg, write_indstillinger
from tests.pipeline.status.conftest import run_udgivelse


@pytest.fixture(scope="module")
def andre_definitioner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("andre")
    datoer = ("datoer = [] ", "datoer = [2025-08-20, 2025-05-14] ")
    fil = write_indstillinger(mappe / "config", ("langtid_dage = 30", "langtid_dage = 14"), ('"5.0"', '"3.0"'), datoer)
    database = mappe / "demo.duckdb"
    svar = byg(PROJEKT / "sample_data" / "leverance", database, "--konfiguration", fil)
    assert svar.kode == 0, svar.fejl
    svar = run_udgivelse("status", database, mappe / "status")
    assert svar.kode == 0, svar.fejl
    return mappe / "status"


def test_the_case_says_the_limit_of_langtidsfrisk_the_build_was_made_with(andre_definitioner: Path) -> None:
    sagen = "\n".join(afsnit.text for afsnit in Document(str(andre_definitioner / "status-2025K2.docx")).paragraphs)
    assert "under tre sygedage om året" in sagen
    assert "mindre end 3,0 fraværsdagsværk" in sagen
    assert "fem sygedage" not in sagen and "5,0" not in sagen
    assert "Sagerne om sygefravær forelægges 14. maj 2025 og 20. august 2025." in sagen
    assert "Langtidsfravær (14 dage eller derover)" in sagen and "30 dage" not in sagen


def test_the_bilag_say_the_limit_of_langtid_the_build_was_made_with(andre_definitioner: Path) -> None:
    pdf = pypdfium2.PdfDocument(andre_definitioner / "bilag-enheder-2025K2.pdf")
    tekst = " ".join(" ".join(side.get_textpage().get_text_range().split()) for side in pdf)
    pdf.close()
    assert "sygeforløb på 14 kalenderdage" in tekst
    assert "under tre sygedage" in tekst
    assert "30 kalenderdage" not in tekst and "fem sygedage" not in tekst


@pytest.mark.parametrize(
    ("tal", "ord_"), [("0", "nul"), ("3.0", "tre"), ("5", "fem"), ("12", "tolv"), ("13", "13,0"), ("2.5", "2,5")]
)
def test_a_whole_number_up_to_twelve_is_a_word(tal: str, ord_: str) -> None:
    assert number_in_words(Decimal(tal)) == ord_
