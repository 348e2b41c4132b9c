"""Løn under sygdom worked out on paper: four personalegrupper, two of them small, with and without a wage."""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.afstemning.kroner import Kroner, Loen, compute_kroner
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.loen import Aarsloen
from pipeline.kommandolinje.miljoe import lager_of
from pipeline.lager.log import read_log
from tests.conftest import Svar, byg, query, run_sygefravaer, write_indstillinger
from tests.lille_leverance import Enhed, Leverance, ansat, syg, write_leverance

KVARTAL, E8 = "2022K4", 10**8
ANTAL = {"Gartnere": 6, "Kokke": 5, "Lærere": 12, "Pædagoger": 15}
DAGE = {"Gartnere": 3, "Kokke": 2, "Lærere": 10, "Pædagoger": 4}  # dagsværk of each employee: 18, 10, 120, 60
AARSLOEN = {"Gartnere": 364_000, "Kokke": 338_000, "Lærere": 520_000, "Pædagoger": 390_000}
# Kroner a dagsværk: 1,400, 1,300, 2,000, 1,500, so 25,200 and 13,000 and 240,000 and 90,000.


class Lagt:
    """The views løn under sygdom reads, laid out."""

    def __init__(self, raekker: Sequence[dict[str, Any]], *, er_foreloebig: bool = False) -> None:
        vindue = {"vindue_nr": 7, "dage": 365, "er_foreloebig": er_foreloebig}
        self._visninger = {
            "byggerapport_bygning": [{"har_kroner": True, "loendage": 260, "nettodage": 227}],
            "perioder_liste": [{"periode": KVARTAL}],
            "kommunen": [{"enhedsnr": "00000001", "enhedsnavn": "Kommunen"}],
            "enhed_findes": [{"enhed_id": 1, "enhedsnavn": "Kommunen"}],
            "kroner_personalegrupper": [{**raekke, **vindue} for raekke in raekker],
        }

    def rows(self, visning: str, **parametre: Any) -> pl.DataFrame:
        return pl.DataFrame(self._visninger[visning])


def lay(navn: str, antal: int, dage: float, hoejeste: tuple[float, float] | None = None) -> dict[str, Any]:
    """`dage`: dagsværk in all; nobody has more than the others unless told."""
    foerst, anden = hoejeste or (dage / antal, dage / antal)
    return {
        "personalegruppe": navn,
        "ansat_dage": antal * 365,
        "dagsvaerk_e8": round(dage * E8),
        "hoejeste_e8": round(foerst * E8),
        "naesthoejeste_e8": round(anden * E8),
    }


FIRE = [lay(navn, ANTAL[navn], ANTAL[navn] * DAGE[navn]) for navn in ANTAL]


def wages(*uden: str, hvorfra: str = "KRL") -> list[Aarsloen]:
    return [Aarsloen(navn, kroner, 2022, hvorfra) for navn, kroner in AARSLOEN.items() if navn not in uden]


def compute(raekker: Sequence[dict[str, Any]], loen: Sequence[Aarsloen], **valg: Any) -> Kroner:
    return compute_kroner(Lagt(raekker, **valg), None, KVARTAL, Loen(loen, "loen.csv"))


def shown(kroner: Kroner) -> list[tuple[str, str, str, str, str | None]]:
    return [
        (linje.navn, linje.aarsloen, str(linje.dagsvaerk), str(linje.stillinger), linje.kroner and str(linje.kroner))
        for linje in (*kroner.linjer, kroner.i_alt)
    ]


def test_small_personalegrupper_are_one_line_with_the_smallest_that_hides_them() -> None:
    """5 and 6 are pooled with the 12, for of 11 either would leave too few: 18 + 10 + 120 dagsværk and 278,200 kr.
    Of 227 days 60 are 0.264 and 148 are 0.652 full-time posts, 0.916 in all: the larger remainder is the first's.
    """
    kroner = compute(FIRE, wages())
    assert shown(kroner) == [
        ("Pædagoger", "390.000 (2022)", "60.0", "0.3", "90"),
        ("Øvrige personalegrupper (3)", "–", "148.0", "0.6", "278"),
        ("I alt", "", "208.0", "0.9", "368"),
    ]
    assert kroner.saetning == (
        "Kommunen har 208,0 dagsværk, det svarer til 0,9 fuldtidsstillinger. Løn under sygdom er 368.000 kr."
    )
    assert any(note.startswith("Personalegrupper med færre end 10 medarbejdere") for note in kroner.noter)


def test_one_without_a_wage_is_named_and_left_out_of_the_sum() -> None:
    """60 of 208 dagsværk are 28.8 per cent."""
    kroner = compute(FIRE, wages("Pædagoger"))
    assert shown(kroner)[-1] == ("I alt", "", "208.0", "0.9", "278")
    assert ("Pædagoger", "mangler", "60.0", "0.3", None) in shown(kroner)
    assert kroner.noter[0] == (
        "Uden årsløn i loen.csv til og med 2022: Pædagoger. Linjen »Pædagoger«, de står i, er ikke med i summen og har "
        "29 pct. af dagsværkene."
    )


def test_small_ones_without_a_wage_are_left_out_with_those_they_are_pooled_with() -> None:
    """Kokke are five: had the pool kroner, its dagsværk would tell theirs. 148 of 208 dagsværk are 71.2 per cent."""
    kroner = compute(FIRE, wages("Kokke"))
    assert shown(kroner)[1:] == [
        ("Øvrige personalegrupper (3)", "mangler", "148.0", "0.6", None),
        ("I alt", "", "208.0", "0.9", "90"),
    ]
    assert kroner.noter[0].startswith("Uden årsløn i loen.csv til og med 2022: Kokke. Linjen »Øvrige personalegrupper")
    assert kroner.noter[0].endswith("har 71 pct. af dagsværkene.")


def test_those_without_a_wage_stand_together_when_they_are_enough() -> None:
    """5 and 6 are eleven: 28 of 208 dagsværk, and the others stand for themselves."""
    kroner = compute(FIRE, wages("Kokke", "Gartnere"))
    assert [(navn, tal) for navn, *_, tal in shown(kroner)] == [
        ("Lærere", "240"),
        ("Pædagoger", "90"),
        ("Uden årsløn (2)", None),
        ("I alt", "330"),
    ]
    assert "Gartnere, Kokke. Linjen »Uden årsløn (2)«" in kroner.noter[0]
    assert not any(note.startswith("Personalegrupper med færre end") for note in kroner.noter)


@pytest.mark.parametrize(("antal", "linjer"), [(9, 1), (10, 3)])
def test_ten_employees_are_a_line(antal: int, linjer: int) -> None:
    """With nine every pool of two leaves too few, and only the whole is shown."""
    raekker = [lay("Gartnere", antal, 40), lay("Lærere", 11, 50), lay("Pædagoger", 12, 60)]
    assert len(compute(raekker, wages()).linjer) == linjer


@pytest.mark.parametrize(("hoejeste", "er_alene"), [((50.0, 40.0), True), ((50.0, 40.1), False)])
def test_a_line_is_not_the_dagsvaerk_of_two(hoejeste: tuple[float, float], er_alene: bool) -> None:
    raekker = [lay("Gartnere", 30, 100, hoejeste), lay("Lærere", 31, 310), lay("Pædagoger", 40, 400)]
    assert ("Gartnere" in [linje.navn for linje in compute(raekker, wages()).linjer]) is er_alene


def test_a_node_of_fewer_than_ten_is_one_sentence() -> None:
    with pytest.raises(
        Brugerfejl, match=r"^Kommunen er for lille i 4. kvartal 2022 til, at løn under sygdom kan vises"
    ):
        compute(FIRE[1:2], wages())


def test_all_pooled_with_a_wage_missing_have_no_sum() -> None:
    kroner = compute([lay("Kokke", 5, 10), lay("Lærere", 12, 120)], wages("Kokke"))
    assert [tal for *_, tal in shown(kroner)] == [None, None]
    assert "Løn under sygdom kan ikke regnes, når personalegrupperne er for små" in kroner.saetning


def test_no_wage_of_the_year_or_before_is_one_sentence() -> None:
    with pytest.raises(Brugerfejl) as fejl:
        compute(FIRE, [Aarsloen("Lærere", 520_000, 2023, "KRL")])
    assert str(fejl.value) == (
        "loen.csv har ingen årsløn til og med 2022 for nogen af personalegrupperne: Gartnere, Kokke, Lærere, Pædagoger."
    )


def test_a_wage_nobody_is_employed_at_is_told_and_where_wages_are_from() -> None:
    loen = [*wages(), Aarsloen("Pedagoger", 400_000, 2022, "skrevet forkert")]
    noter = compute(FIRE, loen).noter
    assert "loen.csv har årsløn for Pedagoger, som ingen er ansat i: står navnet, som det gør i OPUS?" in noter
    assert "Årslønnene i loen.csv: KRL." in noter


def test_a_quarter_that_is_foreloebig_is_told() -> None:
    note = "4. kvartal 2022 er foreløbig: sent registreret fravær kan stadig komme til."
    assert note in compute(FIRE, wages(), er_foreloebig=True).noter
    assert note not in compute(FIRE, wages()).noter


@given(
    dage=st.lists(st.integers(0, 10**13), min_size=1, max_size=12),
    loen=st.lists(st.integers(100_000, 2_000_000), min_size=12, max_size=12),
)
def test_the_lines_add_up_as_shown_to_the_total_as_it_rounds(dage: list[int], loen: list[int]) -> None:
    """Halves of the total are left out: as a double it may lie on either side."""
    navne = [f"g{nr}" for nr in range(len(dage))]
    raekker = [{**lay(navn, 20, 0), "dagsvaerk_e8": tal} for navn, tal in zip(navne, dage, strict=True)]
    kroner = compute(raekker, [Aarsloen(n, k, 2022, "x") for n, k in zip(navne, loen, strict=False)])
    i_alt = kroner.i_alt
    assert i_alt.dagsvaerk == sum(linje.dagsvaerk for linje in kroner.linjer)
    assert abs(i_alt.dagsvaerk - Decimal(sum(dage)) / E8) <= Decimal("0.0500001")
    helt = sum(Decimal(d) * k for d, k in zip(dage, loen, strict=False)) / E8 / 260 / 1000
    assert i_alt.kroner is not None
    assert abs(i_alt.kroner - helt) <= Decimal("0.5000001")


MARTS = date(2022, 3, 7)  # a Monday; the ten working days from it hold no holiday
NUMRE = {navn: [str(100 * nr + plads) for plads in range(ANTAL[navn])] for nr, navn in enumerate(ANTAL, start=10)}
LILLE = Leverance(
    udtraek=date(2023, 1, 20),
    enheder=(Enhed("1"), Enhed("11", "1"), Enhed("12", "1")),
    ansaettelser=tuple(
        ansat(nummer, "11" if navn == "Lærere" else "12") for navn, numre in NUMRE.items() for nummer in numre
    ),
    fravaer=tuple(
        syg(
            nummer,
            MARTS,
            date(2022, 3, 6 + DAGE[navn] + (2 if DAGE[navn] > 5 else 0)),
            str(Decimal("7.4") * DAGE[navn]),
        )
        for navn, numre in NUMRE.items()
        for nummer in numre
    ),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 20)),
)


def build(mappe: Path, *ombytninger: tuple[str, str]) -> Path:
    """The little delivery with a column Personalegruppe, and Enhed 12 as a named group."""
    kilde = write_leverance(LILLE, mappe / "leverance")
    gruppe_af = {nummer: navn for navn, numre in NUMRE.items() for nummer in numre}
    [fil] = kilde.glob("ansaettelsesforloeb_*.csv")
    hoved, *linjer = fil.read_text(encoding="utf-8").splitlines()
    nye = [f"{hoved};Personalegruppe", *(f"{linje};{gruppe_af[linje.split(';')[0]]}" for linje in linjer)]
    fil.write_text("\n".join(nye) + "\n", encoding="utf-8")
    toml = write_indstillinger(mappe / "ops", ('"Pædagogisk område" = ["81210"]', '"Gruppen" = ["12"]'), *ombytninger)
    svar = byg(kilde, mappe / "lille.duckdb", "--konfiguration", toml)
    assert svar.kode == 0, svar.fejl
    return mappe / "lille.duckdb"


@pytest.fixture(scope="module")
def lille(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Switched on, at 227 days a post and 260 a year's wage."""
    return build(tmp_path_factory.mktemp("kroner"), ("beregnes = false", "beregnes = true"))


@pytest.fixture(scope="module")
def slaaet_fra(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("fra"))


@pytest.fixture(scope="module")
def loen_fil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fil = tmp_path_factory.mktemp("loen") / "vores.csv"
    linjer = [f"{navn};{kroner};2022;KRL" for navn, kroner in AARSLOEN.items()]
    fil.write_text("\n".join(["personalegruppe;aarsloen;aar;hvorfra", *linjer]) + "\n", encoding="utf-8")
    return fil


def show(database: Path, loen: Path, *tilvalg: str | Path) -> Svar:
    return run_sygefravaer("kroner", "--database", database, "--kvartal", KVARTAL, "--loen", loen, *tilvalg)


def cells(svar: Svar, navn: str) -> list[str]:
    [linje] = [linje for linje in svar.linjer if linje.startswith(navn)]
    return linje.removeprefix(navn).split()


def test_the_build_has_the_dagsvaerk_and_the_two_highest_of_each(lille: Path) -> None:
    raekker = query(
        lille,
        "select enhed_id < 0, personalegruppe, ansat_dage / 365, dagsvaerk_e8 / 1e8, hoejeste_e8 / 1e8, "
        "naesthoejeste_e8 / 1e8 from personalegruppe_dagsvaerk inner join perioder using (vindue_nr) "
        f"where periode = '{KVARTAL}' order by 1, 2",
    )
    alle = [(navn, ANTAL[navn], ANTAL[navn] * DAGE[navn], DAGE[navn], DAGE[navn]) for navn in ANTAL]
    assert raekker == [(False, *raekke) for raekke in alle] + [(True, *r) for r in alle if r[0] != "Lærere"]


def test_the_command_shows_what_was_worked_out_and_the_file_is_the_table(
    lille: Path, loen_fil: Path, tmp_path: Path
) -> None:
    svar = show(lille, loen_fil, "--csv", tmp_path / "kroner.csv")
    assert (svar.kode, svar.fejl) == (0, "")
    assert cells(svar, "Pædagoger") == ["390.000", "(2022)", "60,0", "0,3", "90"]
    assert cells(svar, "Øvrige personalegrupper (3)") == ["–", "148,0", "0,6", "278"]
    assert cells(svar, "I alt") == ["208,0", "0,9", "368"]
    assert cells(svar, "Refusion") == ["ikke", "oplyst"]
    raekker = list(csv.reader((tmp_path / "kroner.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert raekker[1:] == [
        ["Pædagoger", "390.000 (2022)", "60,0", "0,3", "90,0"],
        ["Øvrige personalegrupper (3)", "–", "148,0", "0,6", "278,0"],
        ["I alt", "", "208,0", "0,9", "368,0"],
        ["Refusion", "ikke oplyst", "", "", ""],
    ]


def test_a_named_group_has_its_own_and_refusion_a_line_that_is_not_taken_from_the_sum(
    lille: Path, loen_fil: Path
) -> None:
    """Gartnere and Kokke are eleven and cannot be told apart, nor from the 15: one line of 88 dagsværk, 128,200 kr."""
    svar = show(lille, loen_fil, "--enhed", "GRUPPE:Gruppen", "--refusion", "40.500")
    assert cells(svar, "Øvrige personalegrupper (3)") == ["–", "88,0", "0,4", "128"]
    assert cells(svar, "I alt") == ["88,0", "0,4", "128"]
    assert cells(svar, "Refusion") == ["41"]
    assert "Refusionen er den, du skrev, og er ikke trukket fra." in svar.ud
    assert "som ingen er ansat i" not in svar.ud


def test_the_words_are_never_a_saving(lille: Path, loen_fil: Path) -> None:
    ud = show(lille, loen_fil).ud.lower()
    assert "løn under sygdom" in ud
    assert "bespar" not in ud


def test_switched_off_the_build_holds_nothing_and_the_command_says_how(slaaet_fra: Path, loen_fil: Path) -> None:
    assert query(slaaet_fra, "select count(*) from personalegruppe_dagsvaerk") == [(0,)]
    svar = show(slaaet_fra, loen_fil.parent / "findes_ikke.csv")
    assert (svar.kode, svar.fejl) == (
        1,
        "Fejl: Løn under sygdom er slået fra. Skriv beregnes = true under [kroner] i indstillingerne, og byg igen.\n",
    )


def test_the_days_of_a_years_wage_and_of_a_post_are_settings(loen_fil: Path, tmp_path: Path) -> None:
    """208 dagsværk of 104 a post are two posts; 368,200 × 260 / 130 kr."""
    egne = (("beregnes = false", "beregnes = true"), ("loendage = 260", "loendage = 130"))
    svar = show(build(tmp_path, *egne, ("nettodage = 227", "nettodage = 104")), loen_fil)
    assert cells(svar, "I alt") == ["208,0", "2,0", "736"]


def test_what_was_done_is_logged_like_every_command_with_persons_in_reach(lille: Path, loen_fil: Path) -> None:
    assert show(lille, loen_fil).kode == 0
    with lager_of(lille) as lager:
        raekker = read_log(lager, fra=date(2020, 1, 1), til=date(9999, 1, 1))
    assert ("personer", "kroner") in set(raekker.select("hvad", "hvor").iter_rows())


@pytest.mark.parametrize(
    ("tilvalg", "saetning"),
    [
        (["--enhed", "11"], "Løn under sygdom regnes for hele kommunen (00000001) og for navngivne grupper med "
         "ansatte, og ikke for Enhed 11."),
        (["--enhed", "4711"], "Enheden 4711 findes ikke i databasen."),
        (["--kvartal", "2021K4"], "Der er ingen tal for 2021K4. Der er tal fra 2022K4 til 2022K4."),
        (["--loen", "findes_ikke.csv"], "Filen findes_ikke.csv med årslønninger findes ikke eller kan ikke læses som "
         "tekst i UTF-8."),
        (["--refusion", "4,1 mio."], "»4,1 mio.« er ikke et beløb. Skriv hele kroner, som 4.100.000."),
        (["--csv", "findes/ikke/kroner.csv"], "Filen kroner.csv kan ikke skrives dér."),
    ],
)  # fmt: skip
def test_what_there_is_none_of_is_one_sentence(tilvalg: list[str], saetning: str, lille: Path, loen_fil: Path) -> None:
    svar = show(lille, loen_fil, *tilvalg)
    assert (svar.kode, svar.fejl) == (1, f"Fejl: {saetning}\n")
