"""Cells that are rare in OPUS's lists and must neither crash the build nor change a figure unseen."""

import shutil
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, Standser, add_lines, byg, edit, query
from tests.lille_leverance import ANSAETTELSER


def test_a_very_long_text_is_a_text(kilde: Path, tmp_path: Path) -> None:
    add_lines(kilde / FRAVAER_FIL, f"731001;06.03.2025;06.03.2025;SY;{'x' * 200_000};7,4;")
    assert byg(kilde, tmp_path / "db.duckdb").kode == 0


def test_a_grad_too_large_for_any_number_counts_as_full_time_with_a_warning(kilde: Path, tmp_path: Path) -> None:
    vaerdier = {
        "MAnummer": "731099", "Startdato": "01.01.2020", "Orgplacering": "81100", "Ansforhold": "00",
        "Tæller": "9999999", "Nævner": "0,0001", "Stilling": "Lærer",
    }  # fmt: skip
    add_lines(kilde / ANSATTE_FIL, ";".join(vaerdier.get(kolonne, "") for kolonne in [*ANSAETTELSER, "Navn"]))
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.advarsler == [tekster_stop.ADVARSLER["grad_uden_for"].format(antal=1)]


@pytest.mark.parametrize(
    "periode", ["01.01.2023 - 31.06.2025", "01.01.23 - 30.06.25", "1. januar 2023 - 30. juni 2025"]
)
def test_a_period_that_is_no_two_dates_stops_because_it_would_void_older_files(
    periode: str, kilde: Path, assert_standser: Standser
) -> None:
    edit(kilde / FRAVAER_FIL, "Periode: 01.01.2023 - 15.07.2025", f"Periode: {periode}")
    assert_standser(kilde, tekster.PERIODE_ULAESELIG.format(fil=FRAVAER_FIL), "der ikke er to datoer")


ANSFORHOLD = {"00": True, "0": True, "000": True, "0,0": True, "1.0": True, "01": True, "002": False, "100": False}
"""As it is written, and whether it counts."""


def test_ansforhold_is_padded_and_never_cut(kilde: Path, tmp_path: Path) -> None:
    hoved, *linjer = (kilde / ANSATTE_FIL).read_text(encoding="utf-8").splitlines()
    plads = hoved.split(";").index("Ansforhold")
    for nr, skrevet in enumerate(ANSFORHOLD):
        felter = linjer[nr].split(";")
        felter[plads] = skrevet
        linjer[nr] = ";".join(felter)
    (kilde / ANSATTE_FIL).write_text("\n".join([hoved, *linjer, ""]), encoding="utf-8")
    mange_kendte = [f"{732001 + nr};01.01.2020;;81100;01;37;37;Pædagog;;" for nr in range(28)]
    add_lines(kilde / ANSATTE_FIL, *mange_kendte)  # two unknown of forty are not too many
    assert byg(kilde, tmp_path / "db.duckdb").kode == 0
    sql = "select medarbejdernr, er_i_populationen from ansaettelser where medarbejdernr < 731009"
    assert dict(query(tmp_path / "db.duckdb", sql)) == dict(
        zip(range(731001, 731009), ANSFORHOLD.values(), strict=True)
    )


def test_what_looks_like_a_cpr_number_is_masked_in_the_quarantine(kilde: Path, tmp_path: Path) -> None:
    for numre in (["010190-1234", "0101901234", "010190 1234"], ["01.01.90-1234", "010190–1234"]):
        kopi = tmp_path / f"leverance{len(numre)}"
        shutil.copytree(kilde, kopi)
        add_lines(kopi / FRAVAER_FIL, *(f"{cpr};06.03.2025;06.03.2025;SY;;7,4;" for cpr in numre))
        assert byg(kopi, tmp_path / f"{len(numre)}.duckdb").kode == 0
        afviste = [
            tekst for (tekst,) in query(tmp_path / f"{len(numre)}.duckdb", "select afvist_tekst from karantaene")
        ]
        assert len(afviste) == len(numre)
        assert all("Medarbejdernr.: **********" in tekst and "1234" not in tekst for tekst in afviste)


def test_brackets_in_a_file_name_are_no_markup(kilde: Path, tmp_path: Path) -> None:
    (kilde / FRAVAER_FIL).rename(kilde / "fravaer [b] $sti_20250715.csv")
    svar = byg(kilde, tmp_path / "db.duckdb")
    assert svar.kode == 0, svar.fejl
    assert "fravaer [b] $sti_20250715.csv" in svar.ud
