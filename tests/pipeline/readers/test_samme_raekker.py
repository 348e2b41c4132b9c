from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.leverancer import AABEN, write_b, write_c, write_d, write_e
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, cells

RAEKKER = [
    ("00001001", date(2025, 1, 6), date(2025, 1, 10), "SY", "Sygdom æøå", Decimal(37)),
    ("00001001", date(2025, 2, 3), AABEN, "SY", "Sygdom æøå", None),
    ("00001002", date(2025, 1, 6), date(2025, 1, 6), "BS", "=barns; første", Decimal("7.4")),
]
CELLER = [
    ("00001001", "06.01.2025", "10.01.2025", "SY", "Sygdom æøå", "37"),
    ("00001001", "03.02.2025", "31.12.9999", "SY", "Sygdom æøå", None),
    ("00001002", "06.01.2025", "06.01.2025", "BS", "=barns; første", "7,4"),
]
SKRIVERE = {
    "B": lambda sti, **titel: write_b(sti, FRAVAER, RAEKKER, **titel),
    "B uden tom linje og kolonne": lambda sti, **titel: write_b(
        sti, FRAVAER, RAEKKER, tom_linje=False, tom_kolonne=False, titellinjer=[""] * 15, **titel
    ),
    "B i UTF-8": lambda sti, **titel: write_b(sti, FRAVAER, RAEKKER, kodning="utf-8", **titel),
    "C quoted-printable": lambda sti, **titel: write_c(sti, FRAVAER, RAEKKER, gentagne_noegler=1, **titel),
    "C base64": lambda sti, **titel: write_c(sti, FRAVAER, RAEKKER, pakke="base64", **titel),
    "C bar html": lambda sti, **titel: write_c(sti, FRAVAER, RAEKKER, pakke="html", **titel),
    "C titel i data": lambda sti, **titel: write_c(sti, FRAVAER, RAEKKER, topinfo=False, titel_i_data=True, **titel),
    "D": lambda sti, **titel: write_d(sti, FRAVAER, RAEKKER, **titel),
    "D med BOM": lambda sti, **titel: write_d(sti, FRAVAER, RAEKKER, kodning="utf-8-sig", linjeskift="\n", **titel),
    "D i windows-1252": lambda sti, **titel: write_d(sti, FRAVAER, RAEKKER, kodning="cp1252", **titel),
    "D i UTF-16": lambda sti, **titel: write_d(sti, FRAVAER, RAEKKER, kodning="utf-16", **titel),
    "D med komma": lambda sti, **titel: write_d(sti, FRAVAER, RAEKKER, skilletegn=",", **titel),
    "E": lambda sti, **titel: write_e(sti, FRAVAER, RAEKKER, **titel),
    "E som tekst": lambda sti, **titel: write_e(sti, FRAVAER, RAEKKER, som_tekst=True, **titel),
    "E længere inde": lambda sti, **titel: write_e(sti, FRAVAER, RAEKKER, foerste_raekke=3, foerste_kolonne=2, **titel),
}


@pytest.mark.parametrize("form", SKRIVERE)
def test_the_same_rows_give_the_same_cells_in_every_shape(form: str, mappe: Path, laes: Laes) -> None:
    periode = (date(2025, 1, 1), date(2025, 6, 30))
    SKRIVERE[form](mappe / "YKMD_STD.xls", udtrukket=date(2025, 7, 1), periode=periode)
    (tabel,) = laes()
    assert cells(tabel) == CELLER
    assert (tabel.fil, tabel.tabel, tabel.form) == ("YKMD_STD.xls", "fravaer", form[0])
    assert (tabel.udtraeksdato, tabel.periode) == (date(2025, 7, 1), periode)


@pytest.mark.parametrize("form", SKRIVERE)
def test_without_a_title_block_the_command_lines_date_counts_and_there_is_no_period(
    form: str, mappe: Path, laes: Laes
) -> None:
    SKRIVERE[form](mappe / "fil.txt")
    (tabel,) = laes(date(2025, 7, 15))
    assert cells(tabel) == CELLER
    assert (tabel.udtraeksdato, tabel.periode) == (date(2025, 7, 15), None)


def test_a_delivery_is_sorted_by_table_date_and_file(mappe: Path, laes: Laes) -> None:
    write_d(mappe / "b_20250701.csv", FRAVAER, RAEKKER)
    write_e(mappe / "a_20250715.xlsx", FRAVAER, RAEKKER)
    write_c(mappe / "c_20250701.xls", FRAVAER, RAEKKER)
    write_d(mappe / "z.csv", ["Enhedsnr", "År", "Måltal"], [["81200", 2025, Decimal("9.5")]])
    assert [(tabel.tabel, tabel.fil) for tabel in laes(None)] == [
        ("fravaer", "b_20250701.csv"),
        ("fravaer", "c_20250701.xls"),
        ("fravaer", "a_20250715.xlsx"),
        ("maaltal", "z.csv"),
    ]
