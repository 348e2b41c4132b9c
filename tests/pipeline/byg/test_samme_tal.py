"""The same delivery gives the same figures to the last digit, however it is ordered, named, spelled or computed."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from pipeline.byg.parametre import build_id
from pipeline.indstillinger.indlaes import load_indstillinger
from tests.conftest import PROJEKT, byg, noegletal, query, snapshot, write_indstillinger
from tests.leverancer import AABEN, Periode, Raekker, spell_dansk, write_a, write_b, write_c, write_d, write_e
from tests.lille_leverance import (
    ANSAETTELSER,
    ARTSTEKST,
    FRAVAER,
    ORGANISATION,
    Ansaettelse,
    Enhed,
    Enhedsskift,
    Fravaer,
    Leverance,
    Maaltal,
    ansat,
    syg,
    write_leverance,
)
from tests.pipeline.readers.arkskriver import Blad, write_excel_xml, write_ods, write_xls

FRA, TIL = date(2022, 1, 1), date(2025, 6, 30)
RUND = random.Random(7)


def draw_fravaer(nummer: str) -> list[Fravaer]:
    """Twenty records of an employee in every way of stating an amount, some of them long, none alike."""
    poster = []
    for nr in range(20):
        start = date(2022 + nr // 6, 1 + 2 * (nr % 6), RUND.randint(1, 28))
        slut = date.fromordinal(start.toordinal() + RUND.choice([0, 0, 1, 2, 4, 9, 40]))
        timer = f"{RUND.randint(1, 700) / 100 * ((slut - start).days + 1):.2f}"
        slags = RUND.choice(["timer", "timer", "dage" if (slut - start).days >= 4 else "timer", "intet"])
        poster.append(
            syg(
                nummer,
                start,
                slut,
                timer if slags == "timer" else None,
                dage="1" if slags == "dage" else None,
                art=RUND.choice(["SY", "SY", "DS", "AS", "P56", "FE", "BS"]),
            )
        )
    return poster


NUMRE = [str(nummer) for nummer in range(1001, 1031)]
BRED = Leverance(
    udtraek=date(2025, 7, 15),
    enheder=tuple(
        Enhed(nummer, over)
        for nummer, over in [("1", None), ("11", "1"), ("12", "1"), ("111", "11"), ("112", "11"), ("121", "12")]
    ),
    ansaettelser=(
        *(
            ansat(nr, ("111", "112", "121")[int(nr) % 3], taeller=("37", "32.5", "18.5", "30")[int(nr) % 4])
            for nr in NUMRE[:25]
        ),
        *(ansat(nr, "111", til=date(2024, 3, 31)) for nr in NUMRE[25:]),
        *(ansat(nr, "121", date(2024, 4, 1), taeller="28") for nr in NUMRE[25:]),
        ansat("1999", "112", ansforhold="03"),
    ),
    fravaer=(*(post for nr in NUMRE for post in draw_fravaer(nr)), syg("1005", date(2025, 6, 2), None, "37")),
    maaltal=(Maaltal("111", 2025, D("9.5")), Maaltal("112", 2025, D("11")), Maaltal("121", 2024, D("12.25"))),
    enhedsskift=(Enhedsskift("112", "111", date(2024, 1, 1)),),
    periode_fravaer=(FRA, TIL),
)


@pytest.fixture(scope="module")
def facit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The delivery built with one thread: its database and every figure of every quarter and month."""
    mappe = tmp_path_factory.mktemp("facit")
    svar = byg(write_leverance(BRED, mappe / "leverance"), mappe / "db.duckdb")
    assert (svar.kode, svar.afviste) == (0, [])
    tal = noegletal(mappe / "db.duckdb")
    assert len(tal.splitlines()) > 200
    return mappe / "db.duckdb", tal


def stated_id(database: Path) -> str:
    return query(database, "select bygning_id from bygning")[0][0]


def figures(kilde: Path, mappe: Path, *tilvalg: str | Path) -> str:
    svar = byg(kilde, mappe / "db.duckdb", *tilvalg)
    assert (svar.kode, svar.fejl, svar.afviste) == (0, "", [])
    return noegletal(mappe / "db.duckdb")


def test_the_same_delivery_twice_gives_the_same_figures_and_the_same_build_id(
    facit: tuple[Path, str], tmp_path: Path
) -> None:
    kilde = write_leverance(BRED, tmp_path / "en helt anden mappe")
    assert figures(kilde, tmp_path) == facit[1]
    assert stated_id(tmp_path / "db.duckdb") == stated_id(facit[0]) == build_id(kilde, load_indstillinger(), None)


def test_a_build_reads_the_folder_and_changes_nothing_in_it(tmp_path: Path) -> None:
    kilde = write_leverance(BRED, tmp_path / "leverance")
    foer = snapshot(kilde)
    assert byg(kilde, tmp_path / "db.duckdb").kode == 0
    assert snapshot(kilde) == foer


@pytest.mark.parametrize("froe", [1, 2])
def test_rows_in_another_order_and_files_by_other_names_give_the_same_figures(
    froe: int, facit: tuple[Path, str], tmp_path: Path
) -> None:
    bland = random.Random(froe)
    tabeller = {
        navn: tuple(bland.sample(getattr(BRED, navn), len(getattr(BRED, navn))))
        for navn in ("enheder", "ansaettelser", "fravaer", "maaltal", "enhedsskift")
    }
    kilde = write_leverance(replace(BRED, **tabeller), tmp_path / "leverance")
    for nummer, fil in enumerate(bland.sample(sorted(kilde.iterdir()), 5)):
        fil.rename(kilde / f"{nummer}_liste_20250715{fil.suffix}")
    assert figures(kilde, tmp_path) == facit[1]


def test_two_threads_give_the_same_figures_as_one(facit: tuple[Path, str], tmp_path: Path) -> None:
    assert figures(write_leverance(BRED, tmp_path / "leverance"), tmp_path, "--traade", "2") == facit[1]


@pytest.mark.parametrize("froe", ["0", "1", "2"])
def test_the_ids_are_the_same_in_every_process(froe: str, facit: tuple[Path, str]) -> None:
    """Python orders a set anew in each, and a locked quarter is held against the definitions' id for years."""
    program = (
        "from pipeline.byg.parametre import build_parameters\n"
        "from pipeline.indstillinger.indlaes import load_indstillinger\n"
        "from datetime import date\n"
        "print(build_parameters(load_indstillinger(), date(2025, 7, 15))['definitioner_id'])"
    )
    svar = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJEKT,
        env={**os.environ, "PYTHONHASHSEED": froe},
        capture_output=True,
        text=True,
        check=True,
    )
    assert svar.stdout.strip() == query(facit[0], "select definitioner_id from bygning")[0][0]


def test_figures_built_over_another_build_are_the_same(
    facit: tuple[Path, str], god_bygning: Path, tmp_path: Path
) -> None:
    """No hidden state: what stood there before changes no digit."""
    (tmp_path / "db.duckdb").write_bytes(god_bygning.read_bytes())
    kilde = write_leverance(BRED, tmp_path / "leverance")
    assert figures(kilde, tmp_path, "--accepter-fald") == facit[1]


@pytest.mark.parametrize(
    ("fra", "til", "er_samme"),
    [
        ("hukommelse_gb = ", "hukommelse_gb = 1", True),
        ("langtid_dage = 30 ", "langtid_dage = 31 ", False),
        ("nettodage = 227 ", "nettodage = 220 ", False),
        ("foreloebig_dage = 14 ", "foreloebig_dage = 15 ", False),
        ("'trainee',", "'trainee', 'vikar',", False),
        ('81300 = "afdeling" ', '81300 = "enhed" ', False),
        ('["Tæller"]', '["Tæller", "Brøk"]', False),
    ],
)
def test_a_changed_configuration_changes_the_build_id_and_the_machine_does_not(
    fra: str, til: str, er_samme: bool, facit: tuple[Path, str], tmp_path: Path
) -> None:
    kilde = write_leverance(BRED, tmp_path / "leverance")
    toml = write_indstillinger(tmp_path / "ops", (fra, til))
    assert (build_id(kilde, load_indstillinger(toml), None) == stated_id(facit[0])) is er_samme


def test_a_build_states_the_id_of_its_own_delivery_and_configuration(facit: tuple[Path, str], tmp_path: Path) -> None:
    kilde = write_leverance(BRED, tmp_path / "leverance")
    toml = write_indstillinger(tmp_path / "ops", ("langtid_dage = 30 ", "langtid_dage = 31 "))
    assert byg(kilde, tmp_path / "db.duckdb", "--konfiguration", toml).kode == 0
    assert stated_id(tmp_path / "db.duckdb") == build_id(kilde, load_indstillinger(toml), None)
    assert stated_id(tmp_path / "db.duckdb") != stated_id(facit[0])


def test_another_fravaersart_in_the_list_changes_the_build_id(facit: tuple[Path, str], tmp_path: Path) -> None:
    toml = write_indstillinger(tmp_path / "ops")
    arter = (PROJEKT / "config" / "fravaersarter.csv").read_text(encoding="utf-8")
    (toml.parent / "fravaersarter.csv").write_text(arter + "TJ;Tjenestefri;nej;nej;Ikke sygdom\n", encoding="utf-8")
    kilde = write_leverance(BRED, tmp_path / "leverance")
    assert build_id(kilde, load_indstillinger(toml), None) != stated_id(facit[0])


@pytest.mark.parametrize("slags", ["tal", "navn", "ekstra fil"])
def test_a_changed_delivery_changes_the_build_id(slags: str, facit: tuple[Path, str], tmp_path: Path) -> None:
    aendret = {
        "tal": replace(BRED, maaltal=(*BRED.maaltal[:2], Maaltal("121", 2024, D("12.26")))),
        "navn": BRED,
        "ekstra fil": replace(BRED, aeldre_enheder=((date(2024, 1, 1), BRED.enheder),)),
    }[slags]
    kilde = write_leverance(aendret, tmp_path / "leverance")
    (kilde / "maaltal.csv").rename(kilde / ("maal.csv" if slags == "navn" else "maaltal.csv"))
    assert build_id(kilde, load_indstillinger(), None) != stated_id(facit[0])


def unit_rows(enheder: Sequence[Enhed]) -> Raekker:
    return [(enhed.enhedsnr, f"Enhed {enhed.enhedsnr}", enhed.overordnet) for enhed in enheder]


def span_rows(spaend: Sequence[Ansaettelse]) -> Raekker:
    return [
        (
            span.medarbejdernr,
            span.start,
            span.slut or AABEN,
            span.enhedsnr,
            span.ansforhold,
            span.taeller,
            span.naevner,
            span.stilling,
            span.loenklasse,
        )
        for span in spaend
    ]


def absence_rows(poster: Sequence[Fravaer]) -> Raekker:
    return [
        (post.medarbejdernr, post.start, post.slut, post.art, ARTSTEKST[post.art], post.timer, post.dage)
        for post in poster
    ]


def write_streger(
    sti: Path, overskrifter: Sequence[str], raekker: Raekker, *, udtrukket: date, periode: Periode | None
) -> Path:
    """An SAP list drawn with rulers, a page of seven rows at a time."""
    streg = "-" * 80
    titler = [f"Udtrukket: {spell_dansk(udtrukket)}"]
    titler += [f"Periode: {spell_dansk(periode[0])} - {spell_dansk(periode[1])}"] if periode else []
    hoved = ["", *titler, streg, f"|{'|'.join(overskrifter)}|", streg]
    linjer = list(hoved)
    for nr, raekke in enumerate(raekker):
        linjer += [
            *(hoved if nr and nr % 7 == 0 else []),
            "|" + "|".join(f"{spell_dansk(c):>9} " for c in raekke) + "|",
        ]
    sti.write_text("\r\n".join([*linjer, streg, ""]), encoding="cp1252")
    return sti


def write_ark(skriver: Callable[..., None]) -> Callable[..., Path]:
    def write(
        sti: Path, overskrifter: Sequence[str], raekker: Raekker, *, udtrukket: date, periode: Periode | None
    ) -> Path:
        titler = [[f"Udtrukket: {spell_dansk(udtrukket)}"]]
        titler += [[f"Periode: {spell_dansk(periode[0])} - {spell_dansk(periode[1])}"]] if periode else []
        celler = [[float(celle) if isinstance(celle, D) else celle for celle in raekke] for raekke in raekker]
        skriver(sti, Blad([*titler, list(overskrifter), *celler]))
        return sti

    return write


FORMER: dict[str, Callable[..., Path]] = {
    "B_streger.txt": write_streger,
    "D_komma.csv": lambda sti, *tabel, **titel: write_d(sti, *tabel, skilletegn=",", **titel),
    "D_utf16.csv": lambda sti, *tabel, **titel: write_d(sti, *tabel, kodning="utf-16", **titel),
    "E.ods": write_ark(write_ods),
    "E.xls": write_ark(write_xls),
    "E_2003.xls": write_ark(write_excel_xml),
    "B.csv": write_b,
    "C.xls": lambda sti, *tabel, **titel: write_c(sti, *tabel, gentagne_noegler=1, **titel),
    "C_base64.xls": lambda sti, *tabel, **titel: write_c(sti, *tabel, pakke="base64", **titel),
    "C_titel.xls": lambda sti, *tabel, **titel: write_c(sti, *tabel, topinfo=False, titel_i_data=True, **titel),
    "D.csv": lambda sti, *tabel, **titel: write_d(sti, *tabel, kodning="utf-8-sig", **titel),
    "D_1252.csv": lambda sti, *tabel, **titel: write_d(sti, *tabel, kodning="cp1252", **titel),
    "E.xlsx": write_e,
    "E_tekst.xlsx": lambda sti, *tabel, **titel: write_e(sti, *tabel, som_tekst=True, **titel),
}


@pytest.mark.parametrize("form", FORMER)
def test_the_same_rows_in_every_shape_give_the_same_figures(form: str, facit: tuple[Path, str], tmp_path: Path) -> None:
    """The three OPUS lists in one shape; the lists HR keeps as they were."""
    kilde = write_leverance(BRED, tmp_path / "leverance")
    tabeller = {
        "organisation": (ORGANISATION, unit_rows(BRED.enheder), None),
        "ansaettelsesforloeb": (ANSAETTELSER, span_rows(BRED.ansaettelser), None),
        "fravaer": (FRAVAER, absence_rows(BRED.fravaer), BRED.periode_fravaer),
    }
    for navn, (overskrifter, raekker, periode) in tabeller.items():
        (kilde / f"{navn}_20250715.csv").unlink()
        sti = kilde / f"{navn}_{form}"
        FORMER[form](sti, overskrifter, raekker, udtrukket=BRED.udtraek, periode=periode)
    assert figures(kilde, tmp_path) == facit[1]
    assert query(tmp_path / "db.duckdb", "select distinct form from kildefiler where udtraeksdato is not null") == [
        (form[0],)
    ]


def test_the_organisation_of_a_personnel_dump_gives_the_same_figures(facit: tuple[Path, str], tmp_path: Path) -> None:
    """With an employment list the dump's employees are no history, so an employee of another unit changes nothing."""
    kilde = write_leverance(BRED, tmp_path / "leverance")
    (kilde / "organisation_20250715.csv").unlink()
    enheder = [
        {"id": enhed.enhedsnr, "longName": f"Enhed {enhed.enhedsnr}", "parentOrgUnit": enhed.overordnet}
        for enhed in BRED.enheder
    ]
    ansatte = [{"id": "1001", "entryDate": FRA, "orgUnit": "121", "workContract": "00", "numerator": "10 "}]
    write_a(kilde / "ZLPE20250715220000_delta.xml", enheder, ansatte)
    assert figures(kilde, tmp_path) == facit[1]
