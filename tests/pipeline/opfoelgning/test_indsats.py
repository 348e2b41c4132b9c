"""What is agreed for a unit: by hr and by chefs for their own units alone, about nobody, and read by whom it is for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.indsatser import NyIndsats, add_indsats, read_indsatser
from pipeline.lager.log import Haendelse, read_log
from pipeline.lager.skema import HOEJST_TEGN
from pipeline.opfoelgning.indsats import agree_indsats, day_of, finish_indsats, split_indsatser
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, list_navne, open_scope
from pipeline.tekster import indsats as tekster_indsats
from pipeline.tekster import proev as tekster_proev
from tests.conftest import query, run_sygefravaer
from tests.pipeline.opfoelgning.conftest import open_demo

AELDRE, SKOLE, AAVANG, ARKIV = 81230, 81210, 81583, 81451
NU = datetime(2025, 7, 16, 12, tzinfo=UTC)
NY = NyIndsats(AAVANG, "Ledelse og lederstøtte", date(2025, 7, 1), None, "Leder", "Fast møde hver mandag")


@pytest.fixture
def miljoe(demo_database: Path, tmp_path: Path) -> Iterator[Miljoe]:
    roller = (
        ("hr1", "hr", 81000),
        ("c1", "chef", AELDRE),
        ("c2", "chef", SKOLE),
        ("c3", "chef", 81430),
        ("l1", "leder", AAVANG),
        ("l2", "leder", 81461),
        ("a1", "aggregat", 81000),
        ("d1", "dpo", 81000),
        ("cl", "chef", SKOLE),
        ("cl", "leder", AAVANG),
    )
    with open_demo(demo_database, tmp_path, roller, nu=NU) as aabnet:
        yield aabnet


def scope_of(miljoe: Miljoe, bruger: str) -> Scope:
    return open_scope(Bruger(bruger), miljoe=miljoe)


def agree(miljoe: Miljoe, bruger: str, ny: NyIndsats = NY) -> int:
    return agree_indsats(scope_of(miljoe, bruger), ny, bruger=bruger, miljoe=miljoe)


def read(miljoe: Miljoe, bruger: str) -> list[str]:
    return scope_of(miljoe, bruger).rows("indsats_liste")["tekst"].to_list()


def test_what_a_chef_agrees_is_read_by_her_hr_and_the_unit_and_by_nobody_else(miljoe: Miljoe) -> None:
    assert read(miljoe, "l1") == []
    agree(miljoe, "c1")
    laest = {bruger: read(miljoe, bruger) for bruger in ("hr1", "c1", "l1", "cl", "c2", "c3", "l2", "a1", "d1")}
    assert {bruger for bruger, tekster in laest.items() if tekster} == {"hr1", "c1", "l1", "cl"}
    log = read_log(miljoe.lager, fra=NU.date(), til=NU.date()).filter(pl.col("hvad") == "indsats aftalt")
    assert log.select("hvem", "noder").rows() == [("c1", [AAVANG])]


@pytest.mark.parametrize("bruger", ["c2", "c3", "l1", "l2", "a1", "d1", "cl"])
def test_nobody_agrees_for_a_unit_she_is_not_chef_of(miljoe: Miljoe, bruger: str) -> None:
    """A leder reads what is agreed for her unit; two roles do not lend each other their nodes."""
    with pytest.raises(Brugerfejl) as fejl:
        agree(miljoe, bruger)
    assert str(fejl.value) == tekster_indsats.ENHED_UKENDT
    assert read_indsatser(miljoe.lager) == []


def test_a_unit_that_is_not_hers_and_one_there_is_not_are_alike(miljoe: Miljoe) -> None:
    saetninger = set()
    for enhed_id in (AAVANG, 99_999_999, -1, -1_000_000_010):
        with pytest.raises(Brugerfejl) as fejl:
            agree(miljoe, "c2", replace(NY, enhed_id=enhed_id))
        saetninger.add(str(fejl.value))
    assert saetninger == {tekster_indsats.ENHED_UKENDT}


def test_one_is_ended_by_hr_or_its_chef_once_and_by_nobody_else(miljoe: Miljoe) -> None:
    nr = agree(miljoe, "c1")
    for bruger in ("c2", "l1", "cl", "a1"):
        with pytest.raises(Brugerfejl, match="findes ikke mere"):
            finish_indsats(scope_of(miljoe, bruger), nr, dag=NU.date(), bruger=bruger, miljoe=miljoe)
    finish_indsats(scope_of(miljoe, "hr1"), nr, dag=NU.date(), bruger="hr1", miljoe=miljoe)
    with pytest.raises(Brugerfejl, match="findes ikke mere"):
        finish_indsats(scope_of(miljoe, "c1"), nr, dag=NU.date(), bruger="c1", miljoe=miljoe)
    assert read(miljoe, "l1") == [NY.tekst]


def test_a_unit_too_small_for_figures_can_still_have_something_agreed(miljoe: Miljoe) -> None:
    """Its chef leads it; that it is small is told by no word of hers."""
    over = query(miljoe.database, f"select overordnet_id from enheder where enhed_id = {ARKIV}")[0][0]
    seed_adgang(miljoe.lager, [NyRaekke("c9", "c9@x.invalid", "chef", over, date(2020, 1, 1), "Prøve")], [])
    agree(miljoe, "c9", replace(NY, enhed_id=ARKIV))
    assert read(miljoe, "c9") == [NY.tekst]


def test_what_was_agreed_for_a_unit_that_was_merged_stands_under_its_successor(miljoe: Miljoe) -> None:
    [(gammel, ny)] = scope_of(miljoe, "hr1").rows("flyttede_enheder").iter_rows()
    add_indsats(miljoe.lager, replace(NY, enhed_id=int(gammel)), Haendelse("c1", "indsats aftalt"), nu=NU)
    assert scope_of(miljoe, "hr1").rows("indsats_liste")["enhed_id"].to_list() == [ny]


@pytest.mark.parametrize(
    ("tekst", "stykke"),
    [
        ("", "Skriv med én linje"),
        ("   ", "Skriv med én linje"),
        ("x" * (HOEJST_TEGN + 1), "Den må højst være 120"),
        ("Aftalt mandag\nog tirsdag", "ikke er almindelig tekst"),
        ("Aftalt\u202emandag", "ikke er almindelig tekst"),
        ("Aftalt\u2028mandag", "ikke er almindelig tekst"),
        ("Skriv til leder@kommune.invalid", "e-mailadresse"),
        ("Se https://eksempel.invalid", "e-mailadresse eller et link"),
        ("Tal med 00012089", "seks cifre eller flere"),
        ("Ring på 12 34 56 78", "seks cifre eller flere"),
        ("Plan for depression i køkkenet", "nævner en sygdom"),
    ],
)
def test_a_line_that_is_none_or_may_be_about_somebody_is_refused(miljoe: Miljoe, tekst: str, stykke: str) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        agree(miljoe, "hr1", replace(NY, tekst=tekst))
    assert stykke in str(fejl.value)
    assert read_indsatser(miljoe.lager) == []


def test_a_line_that_names_an_employee_is_refused_in_whatever_order(miljoe: Miljoe) -> None:
    navn = next(navn for navn in list_navne(miljoe) if len(navn.split()) == 2)
    for skrevet in (navn, " ".join(reversed(navn.upper().split()))):
        with pytest.raises(Brugerfejl) as fejl:
            agree(miljoe, "c1", replace(NY, tekst=f"Aftalt med {skrevet}"))
        assert str(fejl.value) == tekster_proev.LINJE_PERSON.format(fejl="nævner en medarbejder ved navn")


def test_a_line_just_long_enough_with_dates_and_signs_is_kept_as_it_is(miljoe: Miljoe) -> None:
    tekst = '=1+1 | *fed* <b>x</b> [her](x) #se "12. maj 2025" & 3 møder'.ljust(HOEJST_TEGN, "!")
    agree(miljoe, "c1", replace(NY, tekst=tekst))
    assert read(miljoe, "c1") == [tekst]


@pytest.mark.parametrize(
    ("felter", "stykke"),
    [
        ({"kategori": "Bøder"}, "»Bøder« står ikke på listen"),
        ({"ejer": "Xenia"}, "»Xenia« står ikke på listen over ansvarlige"),
        ({"til": date(2025, 6, 30)}, "slutter, før den begynder"),
    ],
)
def test_words_on_no_list_and_dates_that_turn_round_are_refused(miljoe: Miljoe, felter: dict, stykke: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(Brugerfejl, match=stykke):
        agree(miljoe, "hr1", replace(NY, **felter))
    agree(miljoe, "hr1", replace(NY, til=NY.fra))


def test_one_is_over_the_day_after_its_last_or_when_it_is_ended(miljoe: Miljoe) -> None:
    """The day of the demo is 16 July: the day after its data."""
    slut = {"til den 15.": date(2025, 7, 15), "til den 16.": date(2025, 7, 16), "indtil videre": None}
    for tekst, til in slut.items():
        agree(miljoe, "hr1", replace(NY, til=til, tekst=tekst))
    nr = agree(miljoe, "hr1", replace(NY, tekst="afsluttet"))
    finish_indsats(scope_of(miljoe, "hr1"), nr, dag=NU.date(), bruger="hr1", miljoe=miljoe)
    scope = scope_of(miljoe, "hr1")
    assert day_of(scope) == date(2025, 7, 16)
    i_gang, over = split_indsatser(scope)
    assert {indsats["tekst"] for indsats in i_gang} == {"til den 16.", "indtil videre"}
    assert {indsats["tekst"] for indsats in over} == {"til den 15.", "afsluttet"}


def test_hr_does_it_all_from_the_command_line(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'kommando.sqlite'}")

    def kommando(*ord_: str) -> str:
        svar = run_sygefravaer("indsats", *ord_, "--database", demo_database)
        return svar.ud if svar.kode == 0 else svar.fejl

    egne = ("--kategori", NY.kategori, "--fra", "2025-07-01", "--ejer", "Leder", "--tekst", NY.tekst)
    assert kommando("liste").splitlines()[1] == tekster_indsats.INGEN
    assert kommando("tilfoej", "--enhed", "81583", *egne) == "Indsatsen er gemt som nr. 1.\n"
    assert kommando("tilfoej", "--enhed", "99999", *egne) == "Fejl: Enheden 99999 findes ikke i databasen.\n"
    ordene = kommando("liste").split()  # long cells break over lines
    for stykke in ("Plejehjemmet Åvang", NY.kategori, "01.07.2025", "indtil videre", NY.tekst):
        assert set(stykke.split()) <= set(ordene)
    assert kommando("afslut", "--nr", "1", "--dato", "2025-06-30") == "Fejl: Indsatsen slutter, før den begynder.\n"
    assert kommando("afslut", "--nr", "1") == "Indsats nr. 1 er afsluttet.\n"
    assert kommando("afslut", "--nr", "1").startswith("Fejl: Indsatsen findes ikke mere")
    assert "Afsluttede (1)" in kommando("liste")
