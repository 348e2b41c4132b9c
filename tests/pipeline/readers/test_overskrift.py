import re

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Indstillinger
from pipeline.readers.overskrift import Overskrift, check_overskrift, find_overskrift
from pipeline.readers.tabeller import Navne, build_navne

OVERSKRIFTER = {
    "organisation": "Orgenhed;Betegnelse;OvenliggendeOrgEnhed",
    "ansaettelsesforloeb": "MA-nr;Gyldig fra;Gyldig til;Orgplacering;Ansfh;Tæller;Nævner;Stillingsbetegnelse;Lønkls",
    "fravaer": "Personalenr;Gyldighedsstart;Gyldighedsstop;Art;Tekst;Fraværsdage",
    "maaltal": "Enhedsnr;År;Måltal",
    "adgang": "Bruger;E-mail;Medarbejdernr.;Rolle;Enhedsnr;Gyldig fra;Gyldig til;Begrundelse",
    "enhedsskift": "Gammelt enhedsnr;Nyt enhedsnr;Fra",
    "lpt169": "Medarbejdernr.;Dagsværk",
}


@pytest.fixture(scope="module")
def navne(indstillinger: Indstillinger) -> Navne:
    return build_navne(indstillinger)


def _find(linje: str, navne: Navne) -> Overskrift:
    return check_overskrift(find_overskrift([linje.split(";")], navne), fil="f.csv", navne=navne)


@pytest.mark.parametrize("tabel", OVERSKRIFTER)
def test_each_table_is_known_by_its_columns(tabel: str, navne: Navne) -> None:
    assert _find(OVERSKRIFTER[tabel], navne).tabel == tabel


def test_case_signs_and_blanks_in_a_heading_do_not_matter(navne: Navne) -> None:
    fundet = _find(" MEDARBEJDER-NR. ;start_dato;Stop/Dato;FRAVÆRSART;Dage;Ar\u00a0", navne)
    assert fundet.kolonner == ("medarbejdernr", "startdato", "stopdato", "fravaersart", "dage", "oevrig_6")


def test_an_absence_list_that_carries_the_employments_columns_is_fravaer(navne: Navne) -> None:
    linje = "MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Tæller;Stilling;Fraværsart;Timer"
    assert _find(linje, navne).tabel == "fravaer"


def test_an_employment_list_with_the_units_own_columns_is_ansaettelsesforloeb(navne: Navne) -> None:
    linje = "MAnummer;Startdato;Stopdato;Orgplacering;Enhedsnavn;Overordnet;Ansforhold;Tæller;Stilling"
    assert _find(linje, navne).tabel == "ansaettelsesforloeb"


def test_dagsvaerk_beside_dates_is_not_lpt169(navne: Navne) -> None:
    with pytest.raises(Brugerfejl, match="ligner tabellen fravær, men mangler Fraværsart, Timer eller Dage"):
        _find("Medarbejdernr.;Startdato;Stopdato;Dagsværk", navne)


@pytest.mark.parametrize(
    ("linje", "tabel", "mangler"),
    [
        ("Enhedsnr;Enhedsnavn", "organisation", "Overordnet enhedsnr"),
        ("MAnummer;Startdato;Stopdato;Enhedsnr;Ansforhold;Stilling", "ansættelsesforløb", "Tæller"),
        ("MAnummer;Startdato;Stopdato;Stilling", "ansættelsesforløb", "Orgplacering, Ansforhold, Tæller"),
        ("MAnummer;Startdato;Stopdato;Fraværsart;Tekst", "fravær", "Timer eller Dage"),
        ("MAnummer;Startdato;Stopdato;Stilling;Tekst;Timer", "fravær", "Fraværsart"),
        ("MAnummer;Startdato;Stopdato;Orgplacering;Ansforhold;Stilling;Art", "fravær", "Timer eller Dage"),
        ("Enhedsnr;År;Mål", "måltal", "Måltal"),
        ("Bruger;Rolle;Enhedsnr;Gyldig fra", "adgang", "Gyldig til"),
        ("Gammelt enhedsnr;Nyt enhedsnr", "enhedsskift", "Fra"),
    ],
)
def test_a_missing_column_is_named_with_those_found(linje: str, tabel: str, mangler: str, navne: Navne) -> None:
    ventet = f"Filen f.csv ligner tabellen {tabel}, men mangler {mangler}. Fundne kolonner: {linje.replace(';', ', ')}."
    with pytest.raises(Brugerfejl, match=rf"^{re.escape(ventet)} Hent listen igen"):
        _find(linje, navne)


@pytest.mark.parametrize(
    "linje", ["Stilling;alle", "Enhedsnr;Adresse", "Periode: 01.01.2025;Fra: mandag", "Fra;Til", ""]
)
def test_lines_that_only_touch_a_table_are_no_header(linje: str, navne: Navne) -> None:
    assert find_overskrift([linje.split(";")], navne) is None


def test_a_heading_found_twice_stops(navne: Navne) -> None:
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv har kolonnen Medarbejdernr\. mere end én gang\."):
        _find("Medarbejdernr.;MAnummer;Startdato;Stopdato;Fraværsart;Timer", navne)


def test_a_decomposed_letter_in_a_heading_is_the_letter(navne: Navne) -> None:
    assert _find("Enhedsnr;A\u030ar;Ma\u030altal", navne).tabel == "maaltal"


@pytest.mark.parametrize("linje_nummer", [0, 200, 249])
def test_the_header_is_found_in_the_first_two_hundred_and_fifty_lines(linje_nummer: int, navne: Navne) -> None:
    linjer = [[f"titel {nummer}"] for nummer in range(linje_nummer)] + [OVERSKRIFTER["maaltal"].split(";")]
    fundet = find_overskrift(linjer, navne)
    assert fundet is not None
    assert fundet.raekke == linje_nummer


def test_a_header_below_two_hundred_and_fifty_lines_is_not_looked_for(navne: Navne) -> None:
    assert find_overskrift([["titel"]] * 250 + [OVERSKRIFTER["maaltal"].split(";")], navne) is None


def test_a_whole_header_beats_one_that_is_nearly_one_above_it(navne: Navne) -> None:
    linjer = [["Enhedsnr", "Enhedsnavn"], OVERSKRIFTER["organisation"].split(";")]
    fundet = find_overskrift(linjer, navne)
    assert fundet is not None
    assert fundet.raekke == 1


@pytest.mark.parametrize(
    "overskrift",
    ["CPR", "cpr-nr.", "CPR nummer", "Personnummer", "Fødselsdato", "Adresse", "Privatadresse", "Postnr", "By",
     "Telefon", "Mobil nr.", "Tlf.", "E-mail"],
)  # fmt: skip
def test_columns_that_must_never_be_read_are_marked_to_be_left_out(overskrift: str, navne: Navne) -> None:
    fundet = _find(f"{OVERSKRIFTER['fravaer']};{overskrift}", navne)
    assert fundet.kolonner[-1] == "udeladt_7"


def test_only_the_access_list_keeps_its_email(navne: Navne) -> None:
    assert _find(OVERSKRIFTER["adgang"], navne).kolonner[1] == "email"


def test_a_column_by_the_name_of_cpr_is_left_out_even_when_configured(indstillinger: Indstillinger) -> None:
    kolonner = {**indstillinger.kolonner, "lpt169": {"medarbejdernr": ("CPR-nr",), "dagsvaerk": ("Dagsværk",)}}
    navne = build_navne(indstillinger.model_copy(update={"kolonner": kolonner}))
    assert find_overskrift([["CPR-nr", "Dagsværk"]], navne) is None


def test_a_configuration_without_a_tables_columns_still_knows_the_canonical_names(indstillinger: Indstillinger) -> None:
    navne = build_navne(indstillinger.model_copy(update={"kolonner": {}}))
    assert _find("Enhedsnr;Aar;Maaltal", navne).kolonner == ("enhedsnr", "aar", "maaltal")
