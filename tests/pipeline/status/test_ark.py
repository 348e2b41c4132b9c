"""The pages of units for MED as a part of a release, which the proof judges with the rest."""

import shutil
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.conftest import run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse


def test_pages_of_units_are_not_released_without_the_units(demo_database: Path, tmp_path: Path) -> None:
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--ark", "--uden-enheder")
    assert svar.kode == 1
    assert svar.fejl.startswith("Fejl: Arkene viser enhedernes tal")
    assert not (tmp_path / "ud").exists()


@pytest.mark.langsom
def test_every_unit_of_the_bilag_has_its_page_and_the_proof_judges_it(demo_database: Path, tmp_path: Path) -> None:
    ud = tmp_path / "ud"
    svar = run_udgivelse("status", demo_database, ud, "--ark")
    assert svar.kode == 0, svar.fejl
    raekker = openpyxl.load_workbook(ud / "bilag-enheder-2025K2.xlsx")["Tal"].iter_rows(min_row=2, values_only=True)
    alene = [r[0].strip() for r in raekker if not r[0].strip().startswith("Øvrige")]
    ark = sorted((ud / "ark").iterdir())
    titler = []
    for fil in ark:
        pdf = pypdfium2.PdfDocument(fil)
        titler.append(pdf.get_metadata_dict()["Title"].removeprefix("Sygefravær i "))
        pdf.close()
    assert sorted(set(titler)) == sorted({navn for navn in alene if not navn.endswith(", fælles")})
    assert run_sygefravaer("proev", ud, "--database", demo_database).kode == 0
    shutil.copy(ark[1], ark[0])
    svar = run_sygefravaer("proev", ud, "--database", demo_database)
    assert svar.kode == 1
    assert ark[0].name in svar.fejl
