"""The file of yearly wages: what is read of it, and one Danish sentence for what is wrong in it."""

from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.loen import Aarsloen, parse_kroner, pick_aarsloen, read_loen

HOVED = "personalegruppe;aarsloen;aar;hvorfra"
LINJE = "Lærere;520.000;2024;KRL"


def write(tmp_path: Path, *linjer: str) -> Path:
    fil = tmp_path / "vores.csv"
    fil.write_text("\n".join(linjer) + "\n", encoding="utf-8")
    return fil


def test_a_line_is_read_with_points_or_without(tmp_path: Path) -> None:
    fil = write(tmp_path, HOVED, LINJE, "", "Ledere ; 1040000 ; 2025 ; lønsystemet")
    assert read_loen(fil) == (
        Aarsloen("Lærere", 520_000, 2024, "KRL"),
        Aarsloen("Ledere", 1_040_000, 2025, "lønsystemet"),
    )


def test_the_projects_own_file_has_no_wage_until_hr_writes_one() -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen loen\.csv med årslønninger har ingen linjer\.$"):
        read_loen()


@pytest.mark.parametrize(
    ("linjer", "saetning"),
    [
        (
            [HOVED.replace("hvorfra", "kilde"), LINJE],
            "Filen vores.csv har kolonnen »kilde«, som programmet ikke kender. Kolonnerne er personalegruppe, "
            "aarsloen, aar, hvorfra.",
        ),
        (
            [HOVED.replace(";aar;", ";"), LINJE.replace(";2024;", ";")],
            "Filen vores.csv mangler kolonnen aar. Kolonnerne er personalegruppe, aarsloen, aar, hvorfra.",
        ),
        ([HOVED, LINJE.replace(";KRL", "")], "Linje 2 i vores.csv har flere eller færre felter end overskriften."),
        ([HOVED, LINJE.replace("KRL", " ")], "Linje 2 i vores.csv: hvorfra er tom."),
        ([HOVED, LINJE.replace("2024", "24")], "Linje 2 i vores.csv: »24« er ikke et årstal. Skriv det som 2022."),
        (
            [HOVED, LINJE, "  lærere;530.000;2024;os"],
            "Linje 3 i vores.csv siger det samme som linje 2: lærere, 2024.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(linjer: list[str], saetning: str, tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        read_loen(write(tmp_path, *linjer))
    assert str(fejl.value) == saetning


@pytest.mark.parametrize(
    "beloeb", ["99.999", "10.000.000", "43.333", "520", "520.000,00", "520,000", "52.00.00", "-520000", "mange"]
)
def test_what_is_no_yearly_wage_in_whole_kroner_is_one_sentence(beloeb: str, tmp_path: Path) -> None:
    """A monthly wage, one in thousands, one with øre or with a comma for thousands."""
    with pytest.raises(Brugerfejl) as fejl:
        read_loen(write(tmp_path, HOVED, LINJE.replace("520.000", beloeb)))
    assert str(fejl.value) == (
        f"Linje 2 i vores.csv: »{beloeb}« er ikke en årsløn. Skriv hele kroner for et helt år på fuld tid, som 412.000."
    )


@pytest.mark.parametrize("beloeb", ["100.000", "9999999"])
def test_a_yearly_wage_has_six_or_seven_figures(beloeb: str, tmp_path: Path) -> None:
    assert read_loen(write(tmp_path, HOVED, LINJE.replace("520.000", beloeb)))


@pytest.mark.parametrize(
    ("tekst", "kroner"),
    [("0", 0), (" 4.100.000 ", 4_100_000), ("4100000", 4_100_000), ("4.10", None), ("4,5", None), ("", None)],
)
def test_an_amount_is_whole_kroner(tekst: str, kroner: int | None) -> None:
    assert parse_kroner(tekst) == kroner


LINJER = [Aarsloen("Lærere", kroner, aar, "her") for kroner, aar in ((500_000, 2022), (520_000, 2024), (540_000, 2026))]


@pytest.mark.parametrize(
    ("aar", "kroner"), [(2021, None), (2022, 500_000), (2023, 500_000), (2024, 520_000), (2025, 520_000)]
)
def test_the_newest_wage_up_to_the_year_is_used(aar: int, kroner: int | None) -> None:
    fundet = pick_aarsloen(LINJER, " LÆRERE", aar)
    assert (fundet and fundet.aarsloen) == kroner


def test_a_personalegruppe_without_a_line_has_none() -> None:
    assert pick_aarsloen(LINJER, "Lærer", 2024) is None
