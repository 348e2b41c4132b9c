"""What the case says of its own figures: when they are endelig, how much is corrected afterwards, the year's dates."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from pipeline.status.grundlag import Grundlag
from pipeline.status.laaste import Laast
from pipeline.status.revisioner import (
    Rettelse,
    describe_rettelser,
    find_rettelser,
    sum_rettelser,
)
from pipeline.status.saetninger import write_endelig, write_sagsdatoer
from tests.conftest import run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse
from tests.pipeline.status.grundlag import grundlag

FIRE = [date(2025, 5, 14), date(2025, 8, 20), date(2025, 11, 12), date(2026, 2, 11)]


def with_bygning(g: Grundlag, **felter: object) -> Grundlag:
    return replace(g, bygning={**g.bygning, **felter})


def test_an_endelig_quarter_says_so_and_how_long_one_is_foreloebig() -> None:
    assert write_endelig(grundlag()).tekst == (
        "Tallene er trukket 15. juli 2025, og kvartalet er endeligt. Et kvartal er foreløbigt i 14 dage efter, at det "
        "er slut."
    )


@pytest.mark.parametrize(("dage", "endeligt"), [(14, "14. juli 2025"), (31, "31. juli 2025"), (32, "1. august 2025")])
def test_a_foreloebig_quarter_says_the_day_it_becomes_endelig(dage: int, endeligt: str) -> None:
    """2. kvartal ends on 30 June: 14 days after is 14 July."""
    foreloebig = with_bygning(grundlag(foreloebig=True), foreloebig_dage=dage, er_foreloebig_maalt=True)
    assert write_endelig(foreloebig).tekst == (
        f"Tallene er trukket 15. juli 2025, og kvartalet er foreløbigt. Det bliver endeligt med tal, der er trukket "
        f"{endeligt} eller senere: et kvartal er foreløbigt i {dage} dage efter, at det er slut, målt på kommunens "
        "egne tidligere kvartaler."
    )


@pytest.mark.parametrize(
    ("udtraek", "naevnes"),
    [(date(2025, 7, 15), True), (FIRE[-1], True), (date(2026, 2, 12), False)],
)
def test_the_years_dates_are_told_until_the_last_has_passed(udtraek: date, naevnes: bool) -> None:
    afsnit = write_sagsdatoer(with_bygning(grundlag(), sagsdatoer=FIRE, udtraeksdato=udtraek))
    assert afsnit.tekst == (
        "Sagerne om sygefravær forelægges 14. maj 2025, 20. august 2025, 12. november 2025 og 11. februar 2026."
        if naevnes
        else ""
    )
    assert write_sagsdatoer(grundlag()).tekst == ""


def laast(kvartal: str, sygedage: str, definitioner: str = "d") -> Laast:
    grupper = {"None/Prøve Kommune": {"navn": "Prøve Kommune", "sygedage": sygedage}}
    return Laast(kvartal, "15.01.2025", "x", definitioner, grupper, {})


def find(*laaste: Laast, told: bool = True) -> list[Rettelse]:
    """Figur 1 has 15,8 for 2023K2, 14,3 for 2025K1 and 12,0 for 2025K2."""
    return find_rettelser(grundlag(), {egen.kvartal: egen for egen in laaste}, lambda egen: told)


def test_mean_and_largest_are_of_every_locked_quarter_corrected_or_not() -> None:
    """15.8 published as 15.5, and 14.3 as it was: 0.3 and 0.0."""
    rettelser = find(laast("2023K2", "15.5"), laast("2025K1", "14.3"))
    assert [r.rettet for r in rettelser] == [Decimal("0.3"), Decimal(0)]
    assert sum_rettelser(rettelser) == (Decimal("0.15"), Decimal("0.3"))
    assert describe_rettelser(rettelser).tekst == (
        "Kommunens tal for de 2 kvartaler, der er offentliggjort, er siden rettet med 0,2 dag i gennemsnit og højst "
        "0,3 dag."
    )
    assert describe_rettelser(rettelser).without_source() == []


def test_a_correction_down_is_as_large_as_one_up() -> None:
    assert sum_rettelser(find(laast("2023K2", "15.9"), laast("2025K1", "14.2"))) == (Decimal("0.1"), Decimal("0.1"))


@pytest.mark.parametrize(
    ("laaste", "tekst"),
    [
        ((), ""),
        ((("2025K1", "14.3"),), "Kommunens tal for 1. kvartal 2025, som er offentliggjort, er ikke siden rettet."),
        (
            (("2025K1", "14.1"),),
            "Kommunens tal for 1. kvartal 2025, som er offentliggjort, er siden rettet med 0,2 dag.",
        ),
        (
            (("2023K2", "15.8"), ("2025K1", "14.3")),
            "Kommunens tal for de 2 kvartaler, der er offentliggjort, er ikke siden rettet.",
        ),
        ((("2025K2", "11.0"),), ""),  # the case's own quarter
        ((("2019K1", "11.0"),), ""),  # one Figur 1 does not show
    ],
)
def test_each_number_of_locked_quarters_has_its_sentence(laaste: tuple[tuple[str, str], ...], tekst: str) -> None:
    assert describe_rettelser(find(*(laast(*egen) for egen in laaste))).tekst == tekst


def test_a_correction_of_too_few_is_told_by_no_number() -> None:
    rettelser = find(laast("2023K2", "15.5"), laast("2025K1", "14.3"), told=False)
    assert [r.nu for r in rettelser] == [None, Decimal("14.3")]
    assert describe_rettelser(rettelser).tekst == (
        "Kommunens tal for 1. kvartal 2025, som er offentliggjort, er ikke siden rettet."
    )


def test_a_figure_of_other_definitions_is_not_a_correction() -> None:
    assert find(laast("2023K2", "15.5", definitioner="others")) == []


@pytest.fixture
def arkiv(demo_database: Path, tmp_path: Path) -> Path:
    """2025K1 as if it had been published as 14,1 and 2024K4 as the demo has it; the marks are of nobody's records."""
    mappe = tmp_path / "arkiv"
    run_sygefravaer("laas", "--kvartal", "2025K2", "--database", demo_database, "--ud", mappe)
    fil = mappe / "laast-2025K2.json"
    raa = json.loads(fil.read_text())
    fil.unlink()
    kommunen = {navn: gruppe for navn, gruppe in raa["grupper"].items() if navn.startswith("None/")}
    for kvartal, sygedage in (("2025K1", "14.1"), ("2024K4", "14.5")):
        grupper = {navn: gruppe | {"sygedage": sygedage} for navn, gruppe in kommunen.items()}
        maerker = {enhed: dict.fromkeys(egne, []) for enhed, egne in raa["maerker"].items()}
        (mappe / f"laast-{kvartal}.json").write_text(
            json.dumps(raa | {"kvartal": kvartal, "grupper": grupper, "maerker": maerker})
        )
    return mappe


def test_the_case_and_its_table_say_one_thing_and_pass_the_proof(
    arkiv: Path, demo_database: Path, tmp_path: Path
) -> None:
    ud = tmp_path / "ud"
    svar = run_udgivelse("status", demo_database, ud, "--laaste", arkiv)
    assert svar.kode == 0, svar.fejl
    ark = openpyxl.load_workbook(ud / "rettelser-2025K2.xlsx")["Tal"]
    hoved, *raekker = list(ark.iter_rows(values_only=True))
    nu = {raekke[0]: raekke for raekke in raekker}
    assert hoved == ("Offentliggjort kvartal", "Offentliggjort", "Nu", "Rettet")
    assert nu["1. kvartal 2025"][1:3] == (14.1, 14.3)
    figur = openpyxl.load_workbook(ud / "figurer" / "figur-1.xlsx")["Tal"]
    assert {r[0]: r[3] for r in figur.iter_rows(values_only=True)}["4. kvartal 2024"] == nu["4. kvartal 2024"][2]
    sagen = [afsnit.text for afsnit in Document(str(ud / "status-2025K2.docx")).paragraphs]
    fra = sagen.index("Om tallene")
    assert sagen[fra + 1].startswith("Tallene er trukket 15. juli 2025, og kvartalet er endeligt.")
    assert sagen[fra + 2].startswith("Kommunens tal for de 2 kvartaler, der er offentliggjort, er siden rettet med 0,")
    assert sagen[fra + 3] == "Sygefraværsindsats"
    proevet = run_sygefravaer("proev", ud, "--database", demo_database, "--laaste", arkiv)
    assert (proevet.kode, proevet.fejl) == (0, "")


def test_another_size_of_the_corrections_fails_the_proof(arkiv: Path, demo_database: Path, tmp_path: Path) -> None:
    ud = tmp_path / "ud"
    assert run_udgivelse("status", demo_database, ud, "--laaste", arkiv).kode == 0
    fil = ud / "status-2025K2.docx"
    dokument = Document(str(fil))
    [afsnit] = [afsnit for afsnit in dokument.paragraphs if "er siden rettet med" in afsnit.text]
    afsnit.text = "Kommunens tal er siden rettet med 97,3 dage."
    dokument.save(str(fil))
    svar = run_sygefravaer("proev", ud, "--database", demo_database, "--laaste", arkiv)
    assert svar.kode == 1
    assert "97,3" in svar.fejl
