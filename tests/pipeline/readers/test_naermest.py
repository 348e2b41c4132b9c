"""What a file without a table looks like, and columns that look like one a table lacks."""

from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from tests.pipeline.readers.arkskriver import Blad, write_xlsx
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER

LINJER = ["Periode: 01.01.2025 - 30.06.2025", ";".join(FRAVAER), "1001;06.01.2025;06.01.2025;SY;Sygdom;7,4"]
I_EN_CELLE = "I linje 2 står alle overskrifter til fravær i én celle, adskilt af semikolon: åbn filen i Excel"


def test_a_list_that_was_not_divided_into_columns_is_told_in_a_workbook(mappe: Path, laes: Laes) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([[linje] for linje in LINJER]))
    with pytest.raises(Brugerfejl) as fejl:
        laes()
    assert I_EN_CELLE in str(fejl.value)


def test_a_list_that_was_not_divided_into_columns_is_told_in_a_text(mappe: Path, laes: Laes) -> None:
    (mappe / "f.csv").write_text("".join(f'"{linje}"\n' for linje in LINJER), encoding="utf-8")
    with pytest.raises(Brugerfejl) as fejl:
        laes()
    assert I_EN_CELLE in str(fejl.value)


@pytest.mark.parametrize("linje", ["Startdato, Stopdato og Timer", ";".join(FRAVAER[:4]), "Fraværslisten;se næste ark"])
def test_words_about_columns_are_no_header_in_one_cell(linje: str, mappe: Path, laes: Laes) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([[linje], ["x"]]))
    with pytest.raises(Brugerfejl) as fejl:
        laes()
    assert "i én celle" not in str(fejl.value)


@pytest.mark.parametrize(
    ("hoved", "lignende"),
    [
        ("Medarbejdernr.;Startdato;Stopdato;Art;Dage;Timer i alt", ["Timer i alt"]),
        ("Medarbejdernr.;Startdato;Stopdato;Art;Dage;Normtimer;Timetal", ["Normtimer"]),
        ("Medarbejdernr.;Startdato;Stopdato;Art;Timer;Normtimer", []),
        ("Medarbejdernr.;Startdato;Stopdato;Art;Timer;Kalenderdage", []),
        (
            "MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Tæller;Nævner (timer);Stilling;Lønklasse",
            ["Nævner (timer)"],
        ),
        (
            "MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Tæller;Nævner;Stilling;Lønklasse tekst",
            ["Lønklasse tekst"],
        ),
        ("MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Tæller;Nævner;Stilling;Lønklasse;Lønklasse tekst", []),
        ("Enhedsnr;Enhedsnavn;Overordnet;Gyldig fra dato", ["Gyldig fra dato"]),
    ],
)
def test_a_heading_that_holds_the_name_of_a_column_the_list_lacks_is_noted(
    hoved: str, lignende: list[str], mappe: Path, laes: Laes
) -> None:
    (mappe / "f.csv").write_text(f"{hoved}\n", encoding="utf-8")
    (tabel,) = laes()
    assert tabel.antal_lignende == len(lignende)
    assert [note.split(" læses ikke")[0] for note in tabel.noter] == [f"Kolonnen {navn}" for navn in lignende]
