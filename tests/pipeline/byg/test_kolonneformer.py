"""A column's form is found from all of it, and a cell that contradicts it is rejected."""

from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from tests.leverancer import write_e
from tests.pipeline.byg.laeste_raekker import read_former, read_fravaer

HOVED = "Medarbejdernr.;Startdato;Stopdato;Fraværsart;Fraværsarttekst;Timer;Dage"
E8 = 10**8


def write_raekker(mappe: Path, *raekker: str, hoved: str = HOVED) -> Path:
    (mappe / "fravaer.csv").write_text("\n".join([hoved, *raekker, ""]), encoding="utf-8")
    return mappe


def with_timer(mappe: Path, *timer: str, slut: str = "10.01.2025") -> Path:
    return write_raekker(mappe, *(f"{nr};06.01.2025;{slut};SY;Sygdom;{tal};" for nr, tal in enumerate(timer, start=1)))


def hours_of(mappe: Path) -> list[float | str]:
    """Each row's hours, or why it is rejected."""
    return [raekke[6] or raekke[4] / E8 for raekke in read_fravaer(mappe)]


ANDERLEDES = "timer er skrevet anderledes end resten af kolonnen"


@pytest.mark.parametrize(
    ("celler", "form", "timer"),
    [
        (["7,4", "37"], "komma", [7.4, 37]),
        (["7.4", "37"], "punktum", [7.4, 37]),
        (["37", "8"], "hele tal", [37, 8]),
        (["7,40", "1.104"], "komma, tusinder med punktum", [7.4, 1104]),
        (["7,40", "1 104,50"], "komma, tusinder med mellemrum", [7.4, 1104.5]),
        (["7.40", "1,104"], "punktum, tusinder med komma", [7.4, 1104]),
        (["7,40", "1,104"], "komma", [7.4, 1.104]),
        (["7.40", "1.104"], "punktum", [7.4, 1.104]),
        (["7,4", "7,4", "8.5"], "komma", [7.4, 7.4, ANDERLEDES]),
        (["7.4", "7.4", "8,5"], "punktum", [7.4, 7.4, ANDERLEDES]),
        (["7,4", "7,4", "8.5", "1.234"], "komma", [7.4, 7.4, ANDERLEDES, ANDERLEDES]),
        (["7:24", "14:48", "0:20"], "timer og minutter (tt:mm)", [7.4, 14.8, 0.33333333]),
        (["7:24", "14:48:36", "0"], "timer og minutter (tt:mm)", [7.4, 14.81, 0]),
        (["7:24", "14:48", "7,4"], "timer og minutter (tt:mm)", [7.4, 14.8, ANDERLEDES]),
        (["7,4", "7,4", "7:24"], "komma", [7.4, 7.4, ANDERLEDES]),
        (["7,4", "7:60"], "komma", [7.4, "timer er ikke et tal"]),
        (["7,4", "1.23,4"], "komma", [7.4, "timer er ikke et tal"]),
    ],
)
def test_the_hours_are_read_as_the_whole_column_is_written(
    celler: list[str], form: str, timer: list[float | str], tmp_path: Path
) -> None:
    with_timer(tmp_path, *celler, slut="31.03.2025")
    assert read_former(tmp_path)["timer"] == form
    assert hours_of(tmp_path) == timer


def test_three_digits_behind_a_sign_are_decimals_where_thousands_are_more_than_the_days_hold(tmp_path: Path) -> None:
    """120 hours in five days; as thousands all three would be more."""
    assert hours_of(with_timer(tmp_path, "14.800", "7.400", "1.500")) == [14.8, 7.4, 1.5]


@pytest.mark.parametrize(("umulige", "laeses"), [(1, False), (2, True)])
def test_more_than_half_must_be_impossible_as_thousands(umulige: int, laeses: bool, tmp_path: Path) -> None:
    """2,000 hours are 83 days of 24; 1.999 and 2.000 differ by the interval of 84 days."""
    celler = ["1.500"] * (3 - umulige) + ["2.017"] * umulige
    with_timer(tmp_path, *celler, slut="30.03.2025")  # 84 days, 2,016 hours
    if laeses:
        assert hours_of(tmp_path) == [1.5, 2.017, 2.017]
    else:
        with pytest.raises(Brugerfejl, match="kolonnen Timer kun tal, der kan læses på to måder"):
            read_fravaer(tmp_path)


def test_what_a_column_does_not_say_itself_another_column_of_the_file_says(tmp_path: Path) -> None:
    write_raekker(tmp_path, "1;01.01.2024;31.12.2024;SY;Sygdom;1.531;207,00")
    assert hours_of(tmp_path) == [1531]


def test_whole_numbers_in_another_column_say_nothing(tmp_path: Path) -> None:
    write_raekker(tmp_path, "1;01.01.2024;31.12.2024;SY;Sygdom;1.531;207")
    with pytest.raises(Brugerfejl, match="kan læses på to måder"):
        read_fravaer(tmp_path)


def test_a_true_number_of_a_workbook_is_never_in_doubt(tmp_path: Path) -> None:
    raekker = [("1", "01.01.2024", "31.12.2024", "SY", "Sygdom", 1.531, 207)]
    write_e(tmp_path / "fravaer.xlsx", HOVED.split(";"), raekker)
    assert hours_of(tmp_path) == [1.531]


@pytest.mark.parametrize(
    ("datoer", "form", "foerste"),
    [
        (["06.01.2025", "07.01.2025"], "dd.mm.åååå", "2025-01-06"),
        (["06-01-2025", "07-01-2025"], "dd-mm-åååå", "2025-01-06"),
        (["2025-01-06 00:00:00", "2025-01-07 00:00:00"], "åååå-mm-dd", "2025-01-06"),
        (["20250106", "07.01.2025"], "dd.mm.åååå og ååååmmdd", "2025-01-06"),
        (["45663", "45664"], "dagnumre fra Excel", "2025-01-06"),
        (["06/01/2025", "13/01/2025"], "dd/mm/åååå", "2025-01-06"),
        (["06/01/2025", "01/13/2025"], "mm/dd/åååå", "2025-06-01"),
    ],
)
def test_the_dates_are_read_as_the_whole_column_is_written(
    datoer: list[str], form: str, foerste: str, tmp_path: Path
) -> None:
    write_raekker(tmp_path, *(f"{nr};{dag};;SY;Sygdom;7,4;" for nr, dag in enumerate(datoer, start=1)))
    assert read_former(tmp_path)["startdato"] == form
    assert str(read_fravaer(tmp_path)[0][1]) == foerste


def test_a_day_count_among_dates_is_no_date(tmp_path: Path) -> None:
    """It may be an employee number that has moved."""
    write_raekker(tmp_path, "1;45663;;SY;Sygdom;7,4;", "2;06.01.2025;;SY;Sygdom;7,4;", "3;07.01.2025;;SY;Sygdom;7,4;")
    assert [raekke[6] for raekke in read_fravaer(tmp_path)] == ["ingen gyldig startdato", None, None]


def test_slashes_that_never_tell_day_from_month_stop(tmp_path: Path) -> None:
    write_raekker(tmp_path, "1;06/01/2025;;SY;Sygdom;7,4;")
    with pytest.raises(Brugerfejl, match="kolonnen Startdato datoer med skråstreg, der kan læses på to måder"):
        read_fravaer(tmp_path)


@pytest.mark.parametrize("tom", ["00.00.0000", "00000000", "0000-00-00 00:00:00", "  .  .    ", "31.12.9999", ""])
def test_an_empty_date_is_an_open_end(tom: str, tmp_path: Path) -> None:
    write_raekker(tmp_path, f"1;06.01.2025;{tom};SY;Sygdom;7,4;")
    assert [(raekke[2], raekke[6]) for raekke in read_fravaer(tmp_path)] == [(None, None)]


@pytest.mark.parametrize(
    ("celle", "nummer"),
    [
        ("20001.0", 20001), ("20001,00", 20001), ('="00020001"', 20001), ("'20001", 20001), ("20001 Åse Øst", 20001),
        ("20001 - Åse", 20001), ("20.000", None), ("20001,5", None), ("20001 20002", None), ("Åse 20001", None),
        ("010203-1234", None),
    ],
)  # fmt: skip
def test_a_number_is_read_by_its_key(celle: str, nummer: int | None, tmp_path: Path) -> None:
    raekke = f'"{celle.replace(chr(34), chr(34) * 2)}";06.01.2025;;SY;Sygdom;7,4;'
    assert [laest[0] for laest in read_fravaer(write_raekker(tmp_path, raekke))] == [nummer]


@pytest.mark.parametrize(
    ("celle", "art"),
    [("SY Sygdom", "SY"), ("sy", "SY"), ("P56 § 56", "P56"), ("SY-Sygdom", "SY"), ("Sygdom", "SYGDOM")],
)
def test_an_art_is_read_by_its_key(celle: str, art: str, tmp_path: Path) -> None:
    write_raekker(tmp_path, f"1;06.01.2025;;{celle};Sygdom;7,4;")
    assert [raekke[3] for raekke in read_fravaer(tmp_path)] == [art]


@pytest.mark.parametrize(
    ("celle", "er_total"),
    [("20001 Total", True), ("Hovedtotal", True), ("* 20001", True), ("**", True), ("20001", False), ("Totalt", False)],
)
def test_a_total_has_no_employee(celle: str, er_total: bool, tmp_path: Path) -> None:
    write_raekker(tmp_path, "20001;06.01.2025;;SY;Sygdom;7,4;", f"{celle};;;;;7,4;")
    assert [raekke[7] is not None for raekke in read_fravaer(tmp_path)] == [False, er_total]


def test_a_star_beside_a_row_of_data_makes_no_total_of_it(tmp_path: Path) -> None:
    write_raekker(tmp_path, "*;1;06.01.2025;;SY;Sygdom;7,4;", hoved=f";{HOVED}")
    assert [raekke[6:] for raekke in read_fravaer(tmp_path)] == [("et felt uden overskrift", None)]


FULD, KORT = "1;06.01.2025;10.01.2025;SY;Sygdom;7,4;1", "1;06.01.2025;10.01.2025;SY;Sygdom;7,4"


@pytest.mark.parametrize(("fulde", "korte", "afvist"), [(10, 9, 9), (10, 10, 0), (190, 10, 0), (191, 10, 10)], ids=str)
def test_short_rows_are_a_habit_from_ten_and_five_percent(fulde: int, korte: int, afvist: int, tmp_path: Path) -> None:
    write_raekker(tmp_path, *[FULD] * fulde, *[KORT] * korte)
    grunde = [raekke[6] for raekke in read_fravaer(tmp_path)]
    assert grunde == [None] * fulde + [("færre felter end overskrifter" if afvist else None)] * korte


def test_a_file_that_writes_its_empty_ends_has_no_short_rows(tmp_path: Path) -> None:
    write_raekker(tmp_path, f"{KORT};", *[FULD] * 5, *[KORT] * 20)
    assert [raekke[6] for raekke in read_fravaer(tmp_path)].count("færre felter end overskrifter") == 20


@pytest.mark.parametrize(("antal", "er_vane"), [(9, False), (10, True)])
def test_an_empty_field_behind_each_row_is_a_habit_from_ten_rows(antal: int, er_vane: bool, tmp_path: Path) -> None:
    write_raekker(tmp_path, *[f"{FULD};"] * antal)
    forventet = None if er_vane else "flere felter end overskrifter"
    assert [raekke[6] for raekke in read_fravaer(tmp_path)] == [forventet] * antal


def test_where_every_row_has_an_empty_field_more_one_without_it_has_moved(tmp_path: Path) -> None:
    write_raekker(tmp_path, *[f"{FULD};"] * 10, FULD)
    assert read_fravaer(tmp_path)[10][6] == "færre felter end de andre rækker"


STYKKE = "et stykke af rækken står på en linje for sig"
HEL = "20001;06.01.2025;10.01.2025;SY;Sygdom;7,40;12,00"


@pytest.mark.parametrize(
    ("linjer", "afvist"),
    [
        ([HEL, "2000", f"1{HEL[5:]}", HEL], 2),
        ([HEL, HEL[:-4], "2,00", HEL], 1),
        ([HEL, HEL[:-5], "12,00", HEL], 1),
        ([HEL, HEL[:-1], "0", HEL], 1),
    ],
    ids=["in its first cell", "in its last", "before its last", "in the decimals"],
)
def test_a_row_cut_within_its_first_or_last_cell_is_not_read_as_whole(
    linjer: list[str], afvist: int, tmp_path: Path
) -> None:
    write_raekker(tmp_path, *linjer)
    assert [nr for nr, raekke in enumerate(read_fravaer(tmp_path)) if raekke[6] == STYKKE] == [afvist]


def test_a_row_cut_anywhere_is_not_counted(tmp_path: Path) -> None:
    """So many whole rows between that short ones are no habit."""
    raekke = HEL.replace("20001", "20002")
    steder = range(1, len(raekke))
    write_raekker(tmp_path, *(linje for sted in steder for linje in (*[HEL] * 60, raekke[:sted], raekke[sted:])))
    talte = [laest[:6] for laest in read_fravaer(tmp_path) if laest[6] is None]
    assert (len(set(talte)), len(talte)) == (1, 60 * len(steder))


def test_a_page_number_between_rows_is_a_piece_of_neither(tmp_path: Path) -> None:
    write_raekker(tmp_path, HEL, "2", HEL, HEL[:-5], "3", HEL)
    assert [raekke[6] for raekke in read_fravaer(tmp_path)].count(None) == 4


def test_a_piece_may_stand_before_or_after_where_the_column_does_not_tell(tmp_path: Path) -> None:
    """Whole days: 1 and 2 could be 12, and a row that may be cut is not counted."""
    hele = "20001;06.01.2025;10.01.2025;SY;Sygdom;7,40;1"
    write_raekker(tmp_path, hele, hele, "2", hele)
    assert [raekke[6] == STYKKE for raekke in read_fravaer(tmp_path)] == [False, True, False, False]


UDEN_TEKST = "1;06.01.2025;10.01.2025;SY;14,80;2,00;"


def test_a_row_whose_words_are_a_number_has_moved(tmp_path: Path) -> None:
    """The text is left out, and the hours stand under it."""
    write_raekker(tmp_path, FULD, UDEN_TEKST, FULD, "1;06.01.2025;10.01.2025;SY;1. dag;7,4;1")
    assert [raekke[6] for raekke in read_fravaer(tmp_path)] == [None, "et tal, hvor listen har tekst", None, None]


@pytest.mark.parametrize(("tekster", "afvist"), [(["10", "Sygdom"], False), (["10", "Sygdom", "Sygdom"], True)])
def test_numbers_in_half_the_texts_are_a_habit(tekster: list[str], afvist: bool, tmp_path: Path) -> None:
    write_raekker(tmp_path, *(f"1;06.01.2025;10.01.2025;SY;{tekst};7,4;1" for tekst in tekster))
    assert (read_fravaer(tmp_path)[0][6] is not None) == afvist


def test_decimal_commas_in_a_comma_file_are_named(tmp_path: Path) -> None:
    komma = [linje.replace(";", ",") for linje in (HOVED, "1;06.01.2025;10.01.2025;SY;Sygdom;7,4;")]
    write_raekker(tmp_path, komma[1], hoved=komma[0])
    assert read_fravaer(tmp_path)[0][6] == (
        "flere felter end overskrifter; filen er adskilt af komma, og tallene har nok decimalkomma"
    )


def test_a_cell_without_a_heading_is_not_read_past_in_a_workbook(tmp_path: Path) -> None:
    raekke = ("1", "06.01.2025", "10.01.2025", "SY", "Sygdom", 7.4, 1)
    write_e(tmp_path / "fravaer.xlsx", HOVED.split(";"), [raekke, (*raekke, "se mail")])
    assert [laest[6] for laest in read_fravaer(tmp_path)] == [None, "et felt uden overskrift"]


def test_a_second_header_with_other_columns_is_no_row(tmp_path: Path) -> None:
    write_raekker(tmp_path, FULD, "MAnummer;Startdato;Stopdato;Fraværsart;Fraværsarttekst;Dage;Timer", FULD)
    assert read_fravaer(tmp_path)[1][6] == "overskrifter midt i listen"
