"""What stops a build before a figure is computed: each with its sentence, the last good database untouched."""

import shutil
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import ANSATTE_FIL, FRAVAER_FIL, ORGANISATION_FIL, Standser, add_lines, byg, edit

FRAVAERSKOLONNER = "Medarbejdernr., Startdato, Stopdato, Fraværsart, Fraværsarttekst, Timer, Dage"
ENHEDSKOLONNER = "Enhedsnr, Enhedsnavn, Overordnet enhedsnr"
ANSATKOLONNER = "MAnummer, Startdato, Stopdato, Orgplacering, Ansforhold, Tæller, Nævner, Stilling, Lønklasse, Navn"


def test_a_missing_folder_stops(tmp_path: Path, assert_standser: Standser) -> None:
    assert_standser(
        tmp_path / "findes_ikke",
        tekster.MAPPE_MANGLER.format(mappe="findes_ikke"),
        "Mappen findes_ikke findes ikke eller kan ikke åbnes. Angiv mappen",
    )


def test_a_file_in_place_of_the_folder_stops(kilde: Path, assert_standser: Standser) -> None:
    assert_standser(
        kilde / FRAVAER_FIL, tekster.MAPPE_MANGLER.format(mappe=FRAVAER_FIL), "findes ikke eller kan ikke åbnes"
    )


def test_an_empty_folder_stops(tmp_path: Path, assert_standser: Standser) -> None:
    mappe = tmp_path / "tom"
    mappe.mkdir()
    assert_standser(mappe, tekster.MAPPE_TOM.format(mappe="tom"), "Mappen tom er tom. Læg filerne fra OPUS i den")


def test_a_folder_with_only_what_windows_leaves_stops_as_empty(tmp_path: Path, assert_standser: Standser) -> None:
    mappe = tmp_path / "tom"
    mappe.mkdir()
    for navn in ("Thumbs.db", "desktop.ini", "~$fravaer_20250715.xlsx"):
        (mappe / navn).write_bytes(b"x")
    assert_standser(mappe, tekster.MAPPE_TOM.format(mappe="tom"), "er tom")


@pytest.mark.parametrize(
    ("fil", "mangler", "fundne"),
    [
        (ORGANISATION_FIL, "organisation", "ansættelsesforløb, fravær"),
        (ANSATTE_FIL, "ansættelsesforløb", "fravær, organisation"),
        (FRAVAER_FIL, "fravær", "ansættelsesforløb, organisation"),
    ],
)
def test_a_missing_table_stops_with_those_found(
    fil: str, mangler: str, fundne: str, kilde: Path, assert_standser: Standser
) -> None:
    (kilde / fil).unlink()
    assert_standser(
        kilde,
        tekster.TABEL_MANGLER.format(tabeller=mangler, fundne=fundne),
        f"Leverancen mangler {mangler}. Fundet er: {fundne}. Læg de manglende lister",
    )


def test_every_missing_table_is_named_at_once(kilde: Path, assert_standser: Standser) -> None:
    (kilde / ANSATTE_FIL).unlink()
    (kilde / FRAVAER_FIL).unlink()
    assert_standser(
        kilde,
        tekster.TABEL_MANGLER.format(tabeller="ansættelsesforløb, fravær", fundne="organisation"),
        "Leverancen mangler ansættelsesforløb, fravær. Fundet er: organisation.",
    )


@pytest.mark.parametrize(
    ("fil", "tabel", "noegle", "kolonne", "mangler", "fundne"),
    [
        (FRAVAER_FIL, "fravær", "fravaer", "Startdato", "Startdato", FRAVAERSKOLONNER),
        (FRAVAER_FIL, "fravær", "fravaer", "Fraværsart", "Fraværsart", FRAVAERSKOLONNER),
        (ANSATTE_FIL, "ansættelsesforløb", "ansaettelsesforloeb", "Orgplacering", "Orgplacering", ANSATKOLONNER),
        (ANSATTE_FIL, "ansættelsesforløb", "ansaettelsesforloeb", "Ansforhold", "Ansforhold", ANSATKOLONNER),
        (ORGANISATION_FIL, "organisation", "organisation", "Enhedsnavn", "Enhedsnavn", ENHEDSKOLONNER),
    ],
)
def test_a_missing_column_stops_with_those_found(
    fil: str, tabel: str, noegle: str, kolonne: str, mangler: str, fundne: str, kilde: Path, assert_standser: Standser
) -> None:
    edit(kilde / fil, f"{kolonne};", "Bemærkning;")
    fundne = fundne.replace(kolonne + ",", "Bemærkning,", 1)
    assert_standser(
        kilde,
        tekster.KOLONNE_MANGLER.format(fil=fil, tabel=tabel, mangler=mangler, fundne=fundne, noegle=noegle),
        f"mangler {mangler}. Fundne kolonner: {fundne}. Hent listen igen",
    )


def test_either_timer_or_dage_must_be_there(kilde: Path, assert_standser: Standser) -> None:
    edit(kilde / FRAVAER_FIL, "Timer;Dage", "Løn;Saldo")
    fundne = FRAVAERSKOLONNER.replace("Timer, Dage", "Løn, Saldo")
    assert_standser(
        kilde,
        tekster.KOLONNE_MANGLER.format(
            fil=FRAVAER_FIL, tabel="fravær", mangler="Timer eller Dage", fundne=fundne, noegle="fravaer"
        ),
        "mangler Timer eller Dage.",
    )


@pytest.mark.parametrize(
    ("arter", "opregning"),
    [
        (["XX"], "XX (1)"),
        (["xx", "XX", "QZ"], "XX (2), QZ (1)"),
        (["S Y"], "S Y (1)"),
    ],
)
def test_an_unknown_fravaersart_stops_with_its_count(
    arter: list[str], opregning: str, kilde: Path, assert_standser: Standser
) -> None:
    add_lines(
        kilde / FRAVAER_FIL, *(f"731001;0{nr}.02.2024;0{nr}.02.2024;{art};?;7,4;" for nr, art in enumerate(arter, 1))
    )
    assert_standser(
        kilde,
        tekster_stop.STOP["ukendt_fravaersart"].format(arter=opregning, forklaring=""),
        f"ikke kender (med antal rækker): {opregning}. Skriv dem i fravaersarter.csv",
    )


def test_a_numeric_fravaersart_is_said_to_be_silkeborg_datas(kilde: Path, assert_standser: Standser) -> None:
    add_lines(kilde / FRAVAER_FIL, "731001;05.02.2024;05.02.2024;790;Sygdom;7,4;")
    forklaring = " Talkoder som 790 er Silkeborg Datas og kendes ikke i OPUS."
    assert_standser(
        kilde,
        tekster_stop.STOP["ukendt_fravaersart"].format(arter="790 (1)", forklaring=forklaring),
        "790 (1). Talkoder som 790 er Silkeborg Datas og kendes ikke i OPUS. Skriv dem",
    )


def test_a_row_without_fravaersart_stops_rather_than_being_guessed(kilde: Path, assert_standser: Standser) -> None:
    add_lines(kilde / FRAVAER_FIL, "731001;05.02.2024;05.02.2024;;Sygdom;7,4;")
    assert_standser(
        kilde,
        tekster_stop.STOP["ukendt_fravaersart"].format(arter="(tom) (1)", forklaring=""),
        "ikke kender (med antal rækker): (tom) (1)",
    )


@pytest.mark.parametrize(
    "indhold",
    [
        b"Varenr;Antal;Pris\n1;2;3\n",
        b"Hermed lister for juli.\nVenlig hilsen\n",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"<html><body><table><tr><td>a</td><td>b</td></tr></table></body></html>",
        b"<faktura><linje/></faktura>",
    ],
    ids=["anden liste", "brev", "pdf", "billede", "webside", "anden xml"],
)
def test_a_file_that_is_no_known_table_stops(indhold: bytes, kilde: Path, assert_standser: Standser) -> None:
    (kilde / "bilag_20250715.dat").write_bytes(indhold)
    assert_standser(
        kilde,
        tekster.FIL_UKENDT.format(fil="bilag_20250715.dat"),
        "Filen bilag_20250715.dat indeholder ingen kendt tabel. Fjern den fra mappen",
    )


def test_a_list_without_udtraeksdato_stops_unless_it_is_given(kilde: Path, assert_standser: Standser) -> None:
    (kilde / FRAVAER_FIL).rename(kilde / "fravaer.csv")
    assert_standser(
        kilde,
        tekster.UDTRAEKSDATO_MANGLER.format(fil="fravaer.csv"),
        "Filen fravaer.csv har ingen udtræksdato. Skriv den i filens navn (_20250715), eller angiv --udtraek.",
    )


@pytest.mark.parametrize(
    ("par", "navne"),
    [
        ([("81100", "81200"), ("81200", "81100")], "Enhed 81100 (00081100), Enhed 81200 (00081200)"),
        ([("81200", "81200")], "Enhed 81200 (00081200)"),
        (
            [("81000", "81200")],
            "Enhed 81000 (00081000), Enhed 81200 (00081200)",
        ),
    ],
    ids=["to under hinanden", "sin egen overordnede", "roden under sin underenhed"],
)
def test_a_cycle_in_the_organisation_stops_with_its_units(
    par: list[tuple[str, str]], navne: str, kilde: Path, assert_standser: Standser
) -> None:
    linjer = {"81000": "81000;Enhed 81000;", "81100": "81100;Enhed 81100;81000", "81200": "81200;Enhed 81200;81000"}
    for enhed, overordnet in par:
        edit(kilde / ORGANISATION_FIL, linjer[enhed] + "\n", f"{enhed};Enhed {enhed};{overordnet}\n")
    assert_standser(
        kilde,
        tekster_stop.STOP["organisation_i_ring"].format(enheder=navne),
        f"Organisationen går i ring: {navne} er overordnet sig selv. Ret kolonnen Overordnet",
    )


def test_the_top_of_the_organisation_may_be_its_own(kilde: Path, tmp_path: Path) -> None:
    """As many systems write it; no other unit is without overordnet."""
    edit(kilde / ORGANISATION_FIL, "81000;Enhed 81000;\n", "81000;Enhed 81000;81000\n")
    assert byg(kilde, tmp_path / "a.duckdb").advarsler == [tekster.RAPPORT_INGEN_ADVARSLER]


def test_an_organisation_without_units_stops(kilde: Path, assert_standser: Standser) -> None:
    (kilde / ORGANISATION_FIL).write_text("Enhedsnr;Enhedsnavn;Overordnet enhedsnr\n", encoding="utf-8")
    assert_standser(kilde, tekster_stop.STOP["organisation_tom"], "Organisationen er tom.")


def test_successors_that_carry_each_other_on_stop(kilde: Path, assert_standser: Standser) -> None:
    (kilde / "enhedsskift.csv").write_text(
        "Gammelt enhedsnr;Nyt enhedsnr;Fra\n81100;81200;01.01.2024\n81200;81100;01.01.2024\n", encoding="utf-8"
    )
    assert_standser(
        kilde,
        tekster_stop.STOP["enhedsskift_i_ring"].format(enheder="00081100, 00081200"),
        "Enhedsskiftene går i ring for 00081100, 00081200.",
    )


def test_a_stop_over_no_database_leaves_none(kilde: Path, tmp_path: Path, assert_standser: Standser) -> None:
    shutil.rmtree(tmp_path / "bygget")
    (tmp_path / "bygget").mkdir()
    add_lines(kilde / FRAVAER_FIL, "731001;05.02.2024;05.02.2024;XX;?;7,4;")
    (tmp_path / "bygget" / ".sygefravaer.duckdb.laas").touch()
    assert_standser(kilde, tekster_stop.STOP["ukendt_fravaersart"].format(arter="XX (1)", forklaring=""), "XX")
