"""Locked quarters: what was published stays, and what has moved it is told as far as it may be."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje import udfoer_status
from pipeline.kommandolinje.miljoe import lager_of, scope_of_command_line
from pipeline.port.scope import Scope
from pipeline.proev.filindhold import read_mappe
from pipeline.proev.tabeller import read_linjer
from pipeline.proev.viden import Viden
from pipeline.status import pakke
from pipeline.status.arkiv import open_arkiv
from pipeline.status.grundlag import Grundlag, read_grundlag
from pipeline.status.laaste import (
    Laast,
    find_delinger,
    find_enheder,
    find_revisioner,
    is_told,
    key_of,
    make_laast,
    make_maerker,
    parse_laast,
    read_laaste,
    use_laaste,
    write_laast,
)
from pipeline.status.tidligere import list_laaste
from tests.conftest import Svar, edit, run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse

NOEGLE = "en nøgle til prøver"
KOMMUNEN = "None/Eksempel Kommune"
SKOLER = "81200/Dagtilbud & Skole"


@pytest.fixture(scope="module")
def scope(demo_database: Path) -> Iterator[Scope]:
    with scope_of_command_line(demo_database, "laas", personer=True) as scope:
        yield scope


@pytest.fixture(scope="module")
def nu(scope: Scope) -> Grundlag:
    return read_grundlag(scope, kvartal="2025K2", er_demo=True)


@pytest.fixture(scope="module")
def delinger(scope: Scope, nu: Grundlag) -> dict[str, str]:
    return find_delinger(nu, scope.rows("regler_liste"))


@pytest.fixture(scope="module")
def laast(scope: Scope, nu: Grundlag, delinger: dict[str, str]) -> Laast:
    """2025K1 as today's build has it."""
    enheder = find_enheder(nu, scope.rows("regler_liste"))
    grupper = {
        key_of(g): {
            "navn": g["navn"],
            "deling": delinger[key_of(g)],
            "enheder": enheder[key_of(g)],
            "sygedage": str(g["sygedage_kvartal_foer"]),
        }
        for g in nu.grupper
    }
    definitioner = nu.bygning["definitioner_id"]
    return Laast("2025K1", "15.04.2025", "x", definitioner, grupper, make_maerker(scope, "2025K1", NOEGLE))


def published(laast: Laast, noegle: str, **felter: str) -> Laast:
    return replace(laast, grupper={**laast.grupper, noegle: {**laast.grupper[noegle], **felter}})


def forget(laast: Laast, enhed: str, slags: str, antal: int) -> Laast:
    """As if so many employees had another record then."""
    egne = laast.maerker[enhed]
    return replace(
        laast,
        maerker={**laast.maerker, enhed: {**egne, slags: egne[slags][antal:]}},
    )


def test_nothing_corrected_is_no_revision(nu: Grundlag, laast: Laast, scope: Scope, delinger: dict[str, str]) -> None:
    assert find_revisioner(nu, {"2025K1": laast}, scope, NOEGLE) == []
    assert use_laaste(nu, {"2025K1": laast}, delinger).grupper == nu.grupper


@pytest.mark.parametrize(("antal", "kendt"), [(4, False), (5, True)])
def test_a_correction_is_told_from_five_employees(
    antal: int, kendt: bool, nu: Grundlag, laast: Laast, scope: Scope
) -> None:
    gammel = forget(published(laast, KOMMUNEN, sygedage="14.2"), "81000", "fravaer", antal)
    [revision] = find_revisioner(nu, {"2025K1": gammel}, scope, NOEGLE)
    assert (revision.enhed, revision.kvartal, revision.offentliggjort) == (
        "Eksempel Kommune",
        "2025K1",
        Decimal("14.2"),
    )
    assert revision.nu == (Decimal("14.3") if kendt else None)
    assert revision.aarsager == (("sene eller rettede fraværsregistreringer",) if kendt else ())


@pytest.mark.parametrize(("antal", "kendt"), [(4, False), (5, True)])
def test_the_size_of_a_correction_is_told_from_five_employees(
    antal: int, kendt: bool, laast: Laast, scope: Scope
) -> None:
    assert is_told(forget(laast, "81000", "ansaettelser", antal), "81000", scope, NOEGLE) is kendt


def test_the_causes_are_told_apart(nu: Grundlag, laast: Laast, scope: Scope) -> None:
    gammel = published(laast, SKOLER, sygedage="15.0", enheder="andre")
    gammel = forget(forget(gammel, "81210", "fravaer", 3), "81210", "ansaettelser", 6)
    [revision] = find_revisioner(nu, {"2025K1": replace(gammel, definitioner="andre")}, scope, NOEGLE)
    assert revision.aarsager == ("ændrede ansættelser", "ændret organisation", "ændrede definitioner")


def test_an_enheds_correction_is_not_told(nu: Grundlag, laast: Laast, scope: Scope) -> None:
    gammel = published(laast, "81210/Bøgeskolen", sygedage="1.0")
    assert find_revisioner(nu, {"2025K1": gammel}, scope, NOEGLE) == []


def test_older_columns_read_as_they_were_published(nu: Grundlag, laast: Laast, delinger: dict[str, str]) -> None:
    kommunen = use_laaste(nu, {"2025K1": published(laast, KOMMUNEN, sygedage="14.2")}, delinger).kommunen
    assert (kommunen["sygedage_kvartal_foer"], kommunen["aendring_kvartal"]) == (Decimal("14.2"), Decimal("-0.6"))
    assert kommunen["sygedage_aar_foer"] == nu.kommunen["sygedage_aar_foer"]


def test_a_parent_divided_anew_has_no_older_column(nu: Grundlag, laast: Laast, delinger: dict[str, str]) -> None:
    gammel = published(laast, "81210/Bøgeskolen", deling="en anden")
    efter = {key_of(g): g for g in use_laaste(nu, {"2025K1": gammel}, delinger).grupper}
    skole = efter["81210/Bøgeskolen"]
    assert (skole["sygedage_kvartal_foer"], skole["aendring_kvartal"]) == (None, None)
    assert skole["sygedage_kvartal_foer_tekst"] == "ændret organisation"
    assert efter["81210/Engskolen"]["sygedage_kvartal_foer"] is not None


def test_a_group_divided_otherwise_is_another_deling(nu: Grundlag, scope: Scope, delinger: dict[str, str]) -> None:
    faerre = replace(nu, grupper=tuple(g for g in nu.grupper if g["navn"] != "Bøgeskolen"))
    andre = find_delinger(faerre, scope.rows("regler_liste"))
    assert andre["81210/Engskolen"] != delinger["81210/Engskolen"]
    assert andre[SKOLER] == delinger[SKOLER]


def test_locked_figures_are_never_overwritten(tmp_path: Path) -> None:
    write_laast(b"et", tmp_path, "2025K2")
    write_laast(b"et", tmp_path, "2025K2")
    with pytest.raises(Brugerfejl, match="er allerede låst med andre tal"):
        write_laast(b"andet", tmp_path, "2025K2")
    assert (tmp_path / "laast-2025K2.json").read_bytes() == b"et"


@pytest.mark.parametrize("indhold", ["", "{}", "[]", '{"kvartal": "2025K1"}'])
def test_a_file_that_is_no_lock_is_named(indhold: str, tmp_path: Path) -> None:
    (tmp_path / "laast-2025K1.json").write_text(indhold)
    with pytest.raises(Brugerfejl, match="laast-2025K1.json er ikke en fil med låste tal"):
        read_laaste(tmp_path)


@pytest.mark.parametrize("fra_til", [("81210/Bøgeskolen", "Bøgeskolen"), ('"14.3"', '"mange"')])
def test_a_lock_somebody_has_edited_is_named(fra_til: tuple[str, str], laast: Laast, tmp_path: Path) -> None:
    fil = tmp_path / "laast-2025K1.json"
    fil.write_text(json.dumps(laast.__dict__, ensure_ascii=False))
    assert read_laaste(tmp_path).keys() == {"2025K1"}
    edit(fil, *fra_til)
    with pytest.raises(Brugerfejl, match="laast-2025K1.json er ikke en fil med låste tal"):
        read_laaste(tmp_path)


def test_a_locked_quarter_says_what_its_bilag_said(nu: Grundlag, scope: Scope, status: tuple[Path, Svar]) -> None:
    regler, kvartaler = scope.rows("regler_liste"), scope.rows("regler_kvartaler")
    organisation = Viden(regler, kvartaler, (), (), (), frozenset()).organisation
    [laast] = list_laaste({"2025K2": parse_laast(make_laast(nu, scope, NOEGLE))}, organisation)
    tabeller = read_mappe(status[0], uden="intern")["bilag-enheder-2025K2.xlsx"].tabeller
    [linjer] = [linjer for tabel in tabeller if (linjer := read_linjer(tabel, organisation)[0])]
    assert len(linjer) > 100
    i_tabellen = {(linje.navn, linje.boern): linje for linje in linjer}
    for linje in laast["2025K2"]:
        fra_bilaget = i_tabellen.pop((linje.navn, linje.boern))
        assert linje.dele == fra_bilaget.dele
        udgivne = {hoved: tal for hoved, tal in fra_bilaget.tal.items() if hoved not in ("Måltal", "Afstand")}
        assert linje.tal == pytest.approx(udgivne), linje.navn
    assert i_tabellen == {}


@pytest.mark.parametrize("vej", ["status", "eksport", "proev", "siden"])
def test_every_locked_quarter_is_given_to_the_proof(
    vej: str,
    write_laast_k1: Callable[[str], Path],
    demo_database: Path,
    status: tuple[Path, Svar],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    givet: list[Any] = []

    def refuse(*_: Any, laaste: Any, **__: Any) -> None:
        givet.extend(laaste)
        raise Brugerfejl("prøvet")

    arkiv = write_laast_k1("14.3")
    if vej == "siden":
        monkeypatch.setattr(pakke, "prove", refuse)
        with (
            scope_of_command_line(demo_database, "status", personer=True) as scope,
            lager_of(demo_database) as lager,
            pytest.raises(Brugerfejl, match="prøvet"),
        ):
            pakke.make_proevet(scope, lager, open_arkiv(arkiv, lager), slags="eksport", kvartal="2025K2")
    else:
        monkeypatch.setattr(udfoer_status, "prove", refuse)
        if vej == "proev":
            svar = run_sygefravaer("proev", status[0], "--database", demo_database, "--laaste", arkiv)
        else:
            svar = run_udgivelse(vej, demo_database, tmp_path / "ud", "--laaste", arkiv)
        assert "prøvet" in svar.fejl
    [linjer] = givet
    assert [linje.tal["1. kvartal 2025"] for linje in linjer["2025K1"] if linje.navn == "Eksempel Kommune"] == [14.3]


@pytest.fixture
def write_laast_k1(laast: Laast, scope: Scope, demo_database: Path, tmp_path: Path) -> Callable[[str], Path]:
    """The folder of an archive in which 2025K1 was published with another figure for the kommune."""

    def write(sygedage: str) -> Path:
        mappe = tmp_path / "arkiv"
        mappe.mkdir()
        raa: dict[str, Any] = published(laast, KOMMUNEN, sygedage=sygedage).__dict__
        (mappe / "laast-2025K1.json").write_text(json.dumps(raa))
        return mappe

    return write


def test_the_next_status_shows_both(write_laast_k1: Callable[[str], Path], demo_database: Path, tmp_path: Path) -> None:
    """The archive's marks are of another key, so everybody's records count as changed."""
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--laaste", write_laast_k1("14.2"))
    assert svar.kode == 0, svar.fejl
    ark = openpyxl.load_workbook(tmp_path / "ud" / "revisioner-2025K2.xlsx")["Tal"]
    [_, raekke] = list(ark.iter_rows(values_only=True))
    assert raekke[:4] == ("Eksempel Kommune", "1. kvartal 2025", 14.2, 14.3)
    bilag = openpyxl.load_workbook(tmp_path / "ud" / "bilag-afdelinger-2025K2.xlsx")["Tal"]
    assert [celle.value for celle in bilag[2]][2:4] == [13.6, 14.2]


def test_laas_writes_the_published_figures_and_no_number_of_an_employee(demo_database: Path, tmp_path: Path) -> None:
    svar = run_sygefravaer("laas", "--kvartal", "2025K2", "--database", demo_database, "--ud", tmp_path)
    assert (svar.kode, svar.fejl) == (0, "")
    laast = read_laaste(tmp_path)["2025K2"]
    assert laast.grupper[KOMMUNEN]["sygedage"] == "13.6"
    assert laast.grupper[KOMMUNEN]["langtidsfriske"] == "0.32"
    felter = {felt for gruppe in laast.grupper.values() for felt in gruppe}
    assert not felter & {"dagsvaerk", "gns_medarbejdere", "antal"}
    assert {len(maerke) for egne in laast.maerker.values() for alle in egne.values() for maerke in alle} == {16}
    igen = run_sygefravaer("laas", "--kvartal", "2025K2", "--database", demo_database, "--ud", tmp_path)
    assert igen.kode == 0
