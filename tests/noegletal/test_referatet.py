"""The demo delivery from end to end: the built figures are those the minutes report for the second quarter of 2025."""

import csv
import hashlib
import io
import subprocess
import sys
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.conftest import PROJEKT, Svar, noegletal

LEVERANCE = PROJEKT / "sample_data" / "leverance"
MANIFEST = PROJEKT / "sample_data" / "manifest.sha256"
KOMMUNEN = "Eksempel Kommune"
NIVEAU = {"2025K2": "13.6", "2025K1": "14.3", "2023K2": "15.8"}
OMRAADER = {"By, Kultur, Miljø & Beskæftigelse": "-0.2", "Børn, Sundhed & Velfærd": "-0.6"}
AFDELINGER = {
    "Borger, Arbejdsmarked & Erhverv": "-0.9",
    "Miljø & Teknik": "-0.2",
    "Dagtilbud & Skole": "-0.7",
    "Børn & Familie": "-1.2",
    "Økonomi & Stab": "-0.9",
    "Kultur, Fritid & Ejendomme": "0.2",
    "Ældre, Sundhed & Social": "0.1",
}

Tal = Callable[[str, str, str], Decimal]


def rounded(tal: Decimal, decimaler: str = "0.1") -> Decimal:
    """Half away from zero."""
    return tal.quantize(Decimal(decimaler), rounding=ROUND_HALF_UP)


@pytest.fixture(scope="module")
def raekker(demo_database: Path) -> dict[tuple[str, str], dict[str, str]]:
    """What the command prints, by name of the node and quarter."""
    csv_tekst = noegletal(demo_database, "--niveau", "kommune")
    for niveau in ("område", "afdeling"):
        csv_tekst += noegletal(demo_database, "--niveau", niveau).split("\n", 1)[1]
    return {(raekke["enhedsnavn"], raekke["kvartal"]): raekke for raekke in csv.DictReader(io.StringIO(csv_tekst))}


@pytest.fixture(scope="module")
def tal(raekker: dict[tuple[str, str], dict[str, str]]) -> Tal:
    def number(enhed: str, kvartal: str, kolonne: str) -> Decimal:
        return Decimal(raekker[enhed, kvartal][kolonne])

    return number


@pytest.mark.parametrize(("kvartal", "niveau"), NIVEAU.items())
def test_the_level_is_the_minutes(kvartal: str, niveau: str, tal: Tal) -> None:
    assert rounded(tal(KOMMUNEN, kvartal, "sygedage_pr_medarbejder")) == Decimal(niveau)


def test_the_fall_since_the_quarter_before_is_the_minutes(tal: Tal) -> None:
    assert rounded(tal(KOMMUNEN, "2025K2", "aendring_kvartal")) == Decimal("-0.7")


def test_the_top_is_the_second_quarter_of_2023(raekker: dict[tuple[str, str], dict[str, str]]) -> None:
    """Every quarter to one decimal, as the figure in the minutes shows them."""
    niveauer = {
        kvartal: rounded(Decimal(raekke["sygedage_pr_medarbejder"]))
        for (enhed, kvartal), raekke in raekker.items()
        if enhed == KOMMUNEN
    }
    assert [kvartal for kvartal, niveau in niveauer.items() if niveau == max(niveauer.values())] == ["2023K2"]
    assert (min(niveauer), max(niveauer), len(niveauer)) == ("2021K4", "2025K2", 15)


@pytest.mark.parametrize(("enhed", "aendring"), (OMRAADER | AFDELINGER).items())
def test_the_change_of_each_omraade_and_afdeling_is_the_minutes(enhed: str, aendring: str, tal: Tal) -> None:
    assert rounded(tal(enhed, "2025K2", "aendring_kvartal")) == Decimal(aendring)


@pytest.mark.parametrize(
    ("niveau", "nedlagt", "navne"),
    [
        ("område", "false", set(OMRAADER)),
        ("område", "true", {"Intern Rengøring & Kantine"}),
        ("afdeling", "false", set(AFDELINGER)),
        ("afdeling", "true", set()),
    ],
)
def test_there_are_no_other_omraader_and_afdelinger_but_the_one_that_closed(
    niveau: str, nedlagt: str, navne: set[str], raekker: dict[tuple[str, str], dict[str, str]]
) -> None:
    fundet = {
        enhed
        for (enhed, kvartal), raekke in raekker.items()
        if (kvartal, raekke["niveau"], raekke["er_nedlagt"]) == ("2025K2", niveau, nedlagt)
    }
    assert fundet == navne


@pytest.mark.parametrize(
    ("kolonne", "nu"), [("langtidsandel", "42"), ("langtidsfriske_andel", "32")], ids=["langtid", "langtidsfriske"]
)
def test_the_share_and_its_fall_of_two_points_are_the_minutes(kolonne: str, nu: str, tal: Tal) -> None:
    andel, foer = (tal(KOMMUNEN, kvartal, kolonne) * 100 for kvartal in ("2025K2", "2025K1"))
    assert (rounded(andel, "1"), rounded(andel - foer, "1")) == (Decimal(nu), Decimal(-2))


@pytest.mark.parametrize("slags", ["kort", "langt"])
def test_both_short_and_long_absence_fell(slags: str, tal: Tal) -> None:
    def per_employee(kvartal: str) -> Decimal:
        lang = tal(KOMMUNEN, kvartal, "dagsvaerk_lang")
        del_ = lang if slags == "langt" else tal(KOMMUNEN, kvartal, "dagsvaerk") - lang
        return del_ / tal(KOMMUNEN, kvartal, "gns_medarbejdere")

    assert rounded(per_employee("2025K2")) < rounded(per_employee("2025K1"))


def test_the_parts_explain_less_than_the_whole_and_staff_moved_between_them(tal: Tal) -> None:
    """Weights held as in 2025K1, the afdelinger fell by about 0.6 at most."""
    uden_flytning = sum(
        tal(enhed, "2025K2", "aendring_kvartal")
        * tal(enhed, "2025K1", "gns_medarbejdere")
        / tal(KOMMUNEN, "2025K1", "gns_medarbejdere")
        for enhed in AFDELINGER
    )
    assert tal(KOMMUNEN, "2025K2", "aendring_kvartal") < uden_flytning < 0
    assert rounded(uden_flytning) >= Decimal("-0.6")


def test_the_build_prints_the_minutes_headline(demo_svar: tuple[Path, Svar]) -> None:
    linjer = [" ".join(linje.split()) for linje in demo_svar[1].linjer]
    assert (
        "Sygedage pr. medarbejder 13,6 −0,7 siden sidste kvartal −1,1 siden sidste år (kan være tilfældigt)" in linjer
    )
    assert "Langtidsfravær, andel 42 pct. −2 procentpoint siden sidste kvartal" in linjer
    assert "Langtidsfriske, andel 32 pct. −2 procentpoint siden sidste kvartal" in linjer


@pytest.mark.parametrize(
    ("fil", "regnskab"),
    [
        ("fravaer_2021_2023.csv", "68.113 68.102 3 0 8"),
        ("fravaer_2024_20250115.csv", "22.517 22.512 2 1 2"),
        ("YKMD_STD.xls", "12.019 12.005 0 13 1"),
        ("ansaettelsesforloeb_20250715.xlsx", "5.864 5.861 1 0 2"),
    ],
)
def test_the_account_of_the_planted_faults_is_the_readmes(
    fil: str, regnskab: str, demo_svar: tuple[Path, Svar]
) -> None:
    assert [linje.split()[-5:] for linje in demo_svar[1].linjer if linje.startswith(f"{fil} ")] == [regnskab.split()]


def test_the_reconciliation_of_the_demo_adds_up_as_printed(demo_svar: tuple[Path, Svar]) -> None:
    def amount(linje: str) -> Decimal:
        return Decimal(linje.split()[-1].replace(".", "").replace(",", "."))

    linjer = demo_svar[1].linjer
    i_alt = next(nr for nr, linje in enumerate(linjer) if linje.startswith("I de accepterede rækker"))
    dele = linjer[i_alt + 1 : linjer.index("", i_alt)]
    assert [del_[0] for del_ in dele] == ["=", "+", "+", "+"]
    assert sum(map(amount, dele)) == amount(linjer[i_alt]) > 200_000


def test_the_delivery_is_the_manifests() -> None:
    linjer = [f"{hashlib.sha256(fil.read_bytes()).hexdigest()}  {fil.name}" for fil in sorted(LEVERANCE.iterdir())]
    assert linjer == MANIFEST.read_text(encoding="utf-8").splitlines()


def test_the_demo_is_made_again_to_the_byte(tmp_path: Path) -> None:
    svar = subprocess.run(
        [sys.executable, PROJEKT / "sample_data" / "lav_demo.py", tmp_path / "demo"], capture_output=True, check=False
    )
    assert (svar.returncode, svar.stderr) == (0, b"")
    linjer = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}" for f in sorted((tmp_path / "demo").iterdir())]
    assert linjer == MANIFEST.read_text(encoding="utf-8").splitlines()
