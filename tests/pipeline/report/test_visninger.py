"""What the views tell, worked out on paper: a kommune of two units and five placed above them.

Everybody is employed all the time. 2024K2 closes the window: A has 20 employees, B 4, and C on the top node itself.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from math import sqrt
from pathlib import Path

import polars as pl
import pytest

from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, Rolle, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.report.filformater import FORMATER
from pipeline.report.visninger import VISNINGER
from tests.conftest import PERSONNOEGLE
from tests.lille_leverance import Enhed, Fravaer, Leverance, Maaltal, ansat, syg, write_leverance

NU = datetime(2024, 7, 15, 12, tzinfo=UTC)
I_A, I_B = [f"1{nr:02}" for nr in range(20)], [f"2{nr:02}" for nr in range(4)]


def week(nummer: str, mandag: date, timer: str) -> Fravaer:
    return syg(nummer, mandag, mandag + timedelta(4), timer)


FRAVAER = (
    week("100", date(2023, 2, 6), "7.4"),  # 1 dagsværk
    week("100", date(2023, 6, 12), "22.2"),  # 3
    week("100", date(2023, 9, 4), "14.8"),  # 2
    week("100", date(2024, 2, 5), "14.8"),  # 2
    week("100", date(2024, 5, 13), "37"),  # 5
    week("101", date(2024, 3, 4), "29.6"),  # 4
    week("102", date(2024, 3, 4), "22.2"),  # 3
    week("200", date(2024, 3, 4), "59.2"),  # 8
    week("300", date(2024, 3, 4), "14.8"),  # 2
    syg("201", date(2024, 7, 11), None),
)
LEVERANCE = Leverance(
    udtraek=date(2024, 7, 15),
    enheder=(Enhed("1"), Enhed("10", "1"), Enhed("20", "1")),
    ansaettelser=(
        *(ansat(nr, "10") for nr in I_A),
        *(ansat(nr, "20") for nr in I_B),
        ansat("300", "1"),
        ansat("400", "20", ansforhold="03"),
    ),
    fravaer=FRAVAER,
    maaltal=(Maaltal("10", 2024, Decimal("0.5")), Maaltal("20", 2024, Decimal("3.0"))),
    periode_fravaer=(date(2022, 1, 1), date(2024, 7, 15)),
)


@pytest.fixture(scope="module")
def open_as(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Scope]:
    mappe: Path = tmp_path_factory.mktemp("visninger")
    database = mappe / "tal.duckdb"
    build_warehouse(write_leverance(LEVERANCE, mappe / "leverance"), database, indstillinger=load_indstillinger())

    def open_(rolle: Rolle, enhed_id: int) -> Scope:
        lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
        add_raekke(lager, NyRaekke("u1", "u1@eksempel.invalid", rolle, enhed_id, date(2020, 1, 1), "Prøve"), af="hr0")
        scope = open_scope(Bruger("u1"), miljoe=Miljoe(database, lager, lambda: NU), personer_til="prøve")
        lager.close()
        return scope

    return open_


@pytest.fixture(scope="module")
def scope(open_as: Callable[..., Scope]) -> Scope:
    """Everything, as hr sees it."""
    return open_as("hr", 1)


def test_the_children_and_those_placed_on_the_node_itself_add_up(scope: Scope) -> None:
    raekker = scope.rows("enhedens_boern", enhed_id=1, periode="2024K2")
    assert raekker.select("enhedsnavn", "gns_medarbejdere", "sygedage", "aendring_aar", "maaltal").rows() == [
        ("Enhed 10", 20.0, 16 / 20, 16 / 20 - 4 / 20, 0.5),  # 2 + 2 + 5 + 4 + 3; the year before 1 + 3
        ("Enhed 20", 4.0, 2.0, 2.0, 3.0),
        ("Enhed 1, fælles", 1.0, 2.0, None, None),
    ]
    assert raekker["kvartaler"].to_list()[0][-2:] == [
        {"maaneder_foer": 3, "sygedage": 14 / 20},  # 3 in June, 2 in September, 2, 4 and 3 till March
        {"maaneder_foer": 0, "sygedage": 0.8},
    ]
    saetning = VISNINGER["boern"](scope, {"enhed": "1", "periode": "2024K2"}).saetning
    assert saetning == (
        "Enhed 1, fælles har flest sygedage pr. medarbejder (2,0), Enhed 10 færrest (0,8). "
        "1 af 2 enheder med måltal ligger over det."
    )


def test_half_of_the_days_are_those_of_the_most_absent(scope: Scope) -> None:
    """A: 9, 4 and 3 of 16, so one holds more than half. The whole: 9 and 8 of 26, and 26 / 2 = 13."""
    assert scope.rows("halvdelen_af_dagene", enhed_id=10, periode="2024K2").item() == 1
    assert scope.rows("halvdelen_af_dagene", enhed_id=1, periode="2024-06").item() == 2
    assert scope.rows("halvdelen_af_dagene", enhed_id=20, periode="2024K2").is_empty()  # four are too few to say


def test_a_chef_is_not_told_when_it_speaks_of_one_or_two(open_as: Callable[..., Scope]) -> None:
    for enhed_id in (1, 10):
        chef = open_as("chef", enhed_id)
        assert enhed_id in chef.rows("noder")["enhed_id"].to_list()
        assert chef.rows("halvdelen_af_dagene", enhed_id=enhed_id, periode="2024K2").is_empty()
    assert open_as("leder", 10).rows("halvdelen_af_dagene", enhed_id=10, periode="2024K2").item() == 1


def test_without_personalegrupper_the_kommune_is_expected_of_every_unit(scope: Scope) -> None:
    """26 dagsværk of 25 employees."""
    raekker = scope.rows("sammenlign", niveau="område", periode="2024K2")
    assert raekker["forventet"].to_list() == [pytest.approx(26 / 25)] * raekker.height


def test_the_years_forecast_is_the_year_to_date_and_last_years_own_rest_moved_as_the_kommune(scope: Scope) -> None:
    """A, per 20: 2024 to June 2 + 5 + 4 + 3 = 14, and last year's rest 2. The kommune: 24 to June, and 4 last year. For
    the kommune itself half of that counts."""
    foerst, anden, sidst = scope.rows("maaltal_status", enhed_id=1, periode="2024-06").to_dicts()
    assert [r["enhedsnavn"] for r in (foerst, anden, sidst)] == ["Enhed 10", "Enhed 1", "Enhed 20"]
    assert foerst["aar_til_dato"] == pytest.approx(14 / 20)
    assert foerst["sidste_aar_til_dato"] == pytest.approx(4 / 20)
    assert foerst["prognose"] == pytest.approx((14 + 2 * 24 / 4) / 20)
    assert anden["prognose"] == pytest.approx((24 + 2 * (1 + 0.5 * 5)) / 25)
    assert (sidst["prognose"], sidst["prognose_usikkerhed"]) == (None, None)  # four medarbejdere
    assert sidst["sidste_aar_til_dato"] == 0


def test_a_forecast_has_an_interval_of_the_months_to_come_and_of_how_many_there_are(scope: Scope) -> None:
    """25 employees of a whole year: 9, 4, 3, 8 and 2, the others none; their mean is 26 / 25. Half a year, twenty."""
    middel = 26 / 25
    kvadrater = sum((tal - middel) ** 2 for tal in (9, 4, 3, 8, 2)) + 20 * middel**2
    aaret = round(1.6449 * sqrt(1.33 * kvadrater / 25), 1)
    foerst = scope.rows("maaltal_status", enhed_id=10, periode="2024-06").row(0, named=True)
    assert foerst["prognose_usikkerhed"] == pytest.approx(aaret * sqrt(6 / 12) / sqrt(20))
    april = scope.rows("maaltal_status", enhed_id=10, periode="2024-04").row(0, named=True)
    assert april["prognose_usikkerhed"] == pytest.approx(aaret * sqrt(8 / 12) / sqrt(20))
    visning = VISNINGER["maaltal_aaret"](scope, {"enhed": "10", "periode": "2024-06", "niveau": "område"})
    assert [rad[-3:] for rad in visning.tabel.words()] == [
        ("1,3", "0,7 til 2,0", "0,5")
    ]  # 26 / 20, and 0.73; 14 / 20 is reached
    assert visning.saetning == (
        "Enhed 10 har 0,7 sygedage til og med juni, mod 0,2 i de samme måneder sidste år; året ventes at ende på 1,3, "
        "mellem 0,7 og 2,0. Måltallet på 0,5 ligger under det: så langt ned ventes året ikke at komme."
    )


def test_there_is_no_forecast_before_april_and_at_the_years_end_it_is_the_year(scope: Scope) -> None:
    marts = scope.rows("maaltal_status", enhed_id=10, periode="2024-03").row(0, named=True)
    assert (marts["aar_til_dato"], marts["prognose"]) == (pytest.approx(9 / 20), None)
    april = scope.rows("maaltal_status", enhed_id=10, periode="2024-04").row(0, named=True)
    assert april["prognose"] == pytest.approx((9 + 5 * 19 / 1) / 20)  # last year: 1 to April, 3 and 2 after
    december = scope.rows("maaltal_status", enhed_id=10, periode="2023-12").row(0, named=True)
    assert (december["prognose"], december["prognose_usikkerhed"]) == (pytest.approx(6 / 20), None)


def test_the_list_of_employees_and_those_it_leaves_out_add_up_to_the_unit(scope: Scope) -> None:
    personer = scope.rows("medarbejdere", enhed_id=20)
    assert personer.select("medarbejdernr", "dagsvaerk", "antal_forloeb", "er_syg_nu", "syg_siden").row(0) == (
        "00000200",
        Decimal(8),
        1,
        False,
        None,
    )
    syg_nu = personer.filter("er_syg_nu").select("medarbejdernr", "dagsvaerk", "antal_forloeb", "syg_siden").rows()
    assert syg_nu == [("00000201", Decimal(0), 0, date(2024, 7, 11))]  # July is not in the twelve months
    assert personer.filter(~pl.col("er_i_populationen")).select("medarbejdernr", "aarsag").rows() == [
        ("00000400", "ikke månedslønnet")
    ]
    i_alt = scope.rows("medarbejdere_i_alt", enhed_id=20).row(0, named=True)
    assert (i_alt["periode"], i_alt["dagsvaerk"]) == ("2024-06", Decimal(8))
    assert sum(personer["dagsvaerk_her"]) == 8


PARAMETRE = {
    "hvorfor": {"enhed": "1", "periode": "2024K2", "skridt": "kvartal"},
    "figur_1": {"enhed": "1"},
    "boern": {"enhed": "1", "periode": "2024K2"},
    "udgivne_boern": {"enhed": "1"},
    "udvikling": {"noder": "1,10", "tal": "langtidsandel", "periodetype": "maaned", "vindue": "rullende"},
    "saeson": {"noder": "10", "tal": "sygedage_pr_medarbejder"},
    "maaltal": {"enhed": "1", "periode": "2024-06", "niveau": "område"},
    "maaltal_aaret": {"enhed": "1", "periode": "2024-06", "niveau": "område"},
    "sammenlign": {"niveau": "område", "periode": "2024K2"},
    "alle_enheder": {"periode": "2024-06"},
}


@pytest.mark.parametrize("navn", PARAMETRE)
def test_every_view_has_a_sentence_and_files_of_the_same_bytes_twice(scope: Scope, navn: str) -> None:
    visning, igen = (VISNINGER[navn](scope, PARAMETRE[navn]) for _ in range(2))
    assert visning.titel != ""
    assert visning.saetning.endswith((".", ")"))
    for format_, (skriv, _) in FORMATER.items():
        if format_ in ("xlsx", "csv") or visning.figur is not None:
            assert skriv(visning, ["Kilde"]) == skriv(igen, ["Kilde"])
    assert navn in ("boern", "udgivne_boern", "alle_enheder") or visning.figur is not None
    if visning.figur is not None:
        visning.figur.to_dict(validate=True)  # raises on what Vega-Lite has no word for; the program does not ask


def test_every_view_is_tried_but_those_that_need_more_than_a_small_kommune_or_the_follow_up() -> None:
    """They are in test_personalegrupper.py, and on the pages that begin with them."""
    assert VISNINGER.keys() - PARAMETRE.keys() == {"personalegrupper", "mine_enheder", "ledere"}


def test_a_season_sets_the_same_month_of_the_years_beside_each_other(scope: Scope) -> None:
    visning = VISNINGER["saeson"](scope, PARAMETRE["saeson"])
    februar = visning.tabel.raekker[1]
    assert [kolonne.navn for kolonne in visning.tabel.kolonner] == ["Måned", "2022", "2023", "2024"]
    assert februar == ("februar", 0.0, 1 / 20, 2 / 20)
    assert visning.tabel.raekker[11][1:] == (0.0, 0.0, None)
    assert visning.saetning == "Enhed 10: juni 2024 0,0, samme måned året før 0,2."


def test_the_sentence_is_about_the_node_that_was_chosen_and_ends_once(scope: Scope) -> None:
    parametre = {"tal": "langtidsandel", "periodetype": "maaned", "vindue": "rullende"}
    for noder, navn in (("1,10", "Enhed 1"), ("10,1", "Enhed 10")):
        saetning = VISNINGER["udvikling"](scope, {"noder": noder, **parametre}).saetning
        assert saetning == f"{navn}: 0 pct. i juni 2024, det samme som 0 pct. i juni 2023."
    saeson = VISNINGER["saeson"](scope, {"noder": "10", "tal": "fravaersprocent"}).saetning
    assert saeson == "Enhed 10: juni 2024 0,0 pct., samme måned året før 0,7 pct."


def test_a_workbook_holds_numbers_and_a_csv_a_decimal_comma(scope: Scope) -> None:
    visning = VISNINGER["boern"](scope, PARAMETRE["boern"])
    csv = FORMATER["csv"][0](visning, []).decode("utf-8-sig").splitlines()
    assert csv[0].startswith("Enhed;Medarb. i gns.;Sygedage;")
    assert csv[1].startswith("Enhed 10;20,0;0,8;")
    bog = pl.read_excel(FORMATER["xlsx"][0](visning, []), sheet_name="Tal")
    assert bog["Sygedage"].to_list() == [0.8, 2.0, 2.0]
    assert bog["Måltal"].to_list() == [0.5, 3.0, None]


def test_a_drawing_is_danish_and_names_its_source(scope: Scope) -> None:
    svg = FORMATER["svg"][0](VISNINGER["figur_1"](scope, PARAMETRE["figur_1"]), ["Udtræk fra OPUS"]).decode()
    for tekst in ("Udtræk fra OPUS", "2. kv.", "1,0", "Korttidsfravær"):
        assert tekst in svg
    assert FORMATER["png"][0](VISNINGER["figur_1"](scope, PARAMETRE["figur_1"]), []).startswith(b"\x89PNG")
