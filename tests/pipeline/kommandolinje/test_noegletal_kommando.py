"""`noegletal` and `forklar`: the rows and columns they print, what they leave empty, and that it adds up."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.tekster import faelles as tekster
from tests.conftest import Svar, query, run_sygefravaer

KOLONNER = [
    "enhedsnr",
    "enhedsnavn",
    "niveau",
    "kvartal",
    "dagsvaerk",
    "dagsvaerk_lang",
    "gns_medarbejdere",
    "gns_fuldtid",
    "sygedage_pr_medarbejder",
    "sygedage_pr_aarsvaerk",
    "fravaersprocent",
    "langtidsandel",
    "langtidsfriske",
    "langtidsfriske_grundlag",
    "langtidsfriske_andel",
    "maaltal",
    "maaltal_kilde",
    "langtidsfriske_af_alle",
    "aendring_kvartal",
    "aendring_aar",
    "afstand_til_maaltal",
    "er_foreloebig",
    "er_nedlagt",
]
KVARTALER = [f"{aar}K{nr}" for aar in range(2021, 2026) for nr in range(1, 5)][3:18]
MAANEDER = [f"{aar}-{nr:02}" for aar in range(2021, 2026) for nr in range(1, 13)][11:54]
# Nodes of the demo: the kommune, an afdeling that grew, one that is a group too, and a month in a leap year's window.
FORKLARES = [("81000", "2025K2"), ("81300", "2025K2"), ("81210", "2023K2"), ("81110", "2024-10")]
VISES = [("81300", "2025K2"), ("81110", "2024-10")]


def noegletal(database: Path, *tilvalg: str, form: str = "csv") -> Svar:
    svar = run_sygefravaer("noegletal", "--database", database, "--format", form, *tilvalg)
    assert (svar.kode, svar.fejl) == (0, "")
    return svar


def forklar(database: Path, enhed: str, periode: str, form: str) -> Svar:
    svar = run_sygefravaer("forklar", "--database", database, "--enhed", enhed, "--kvartal", periode, "--format", form)
    assert (svar.kode, svar.fejl) == (0, "")
    return svar


def test_the_csv_has_these_columns_in_this_order(demo_database: Path) -> None:
    assert noegletal(demo_database).ud.splitlines()[0].split(",") == KOLONNER
    maaned = noegletal(demo_database, "--maaned", "--enhed", "81000").ud.splitlines()[0].split(",")
    assert maaned == ["maaned" if navn == "kvartal" else navn for navn in KOLONNER]


@pytest.mark.parametrize(
    ("tilvalg", "kolonne", "perioder"), [([], "kvartal", KVARTALER), (["--maaned"], "maaned", MAANEDER)]
)
def test_there_is_one_row_for_each_node_and_period_oldest_first(
    tilvalg: list[str], kolonne: str, perioder: list[str], demo_database: Path
) -> None:
    noegler = [(raekke[kolonne], raekke["enhedsnr"]) for raekke in noegletal(demo_database, *tilvalg).raekker]
    assert len(set(noegler)) == len(noegler) > 100 * len(perioder)
    assert list(dict.fromkeys(periode for periode, _ in noegler)) == perioder


def test_a_quarter_is_the_month_it_ends_with(demo_database: Path) -> None:
    """But for the change since the quarter before, which both have."""
    maaneder = {raekke["maaned"]: raekke for raekke in noegletal(demo_database, "--maaned", "--enhed", "81000").raekker}
    for raekke in noegletal(demo_database, "--enhed", "81000").raekker:
        aar, nummer = raekke.pop("kvartal").split("K")
        maaned = maaneder[f"{aar}-{3 * int(nummer):02}"]
        assert raekke == {navn: maaned[navn] for navn in raekke}


def test_no_data_is_empty_and_zero_is_a_number(demo_database: Path) -> None:
    """The first quarter has none before it and no two years of absence; some units have no long absence."""
    foerste = noegletal(demo_database, "--kvartal", "2021K4").raekker
    tomme = ["aendring_kvartal", "aendring_aar", "langtidsfriske", "langtidsfriske_grundlag", "langtidsfriske_andel"]
    assert {raekke[navn] for raekke in foerste for navn in tomme} == {""}
    assert "0.0" in {raekke["langtidsandel"] for raekke in foerste}
    assert "" not in {raekke["dagsvaerk"] for raekke in foerste}
    assert {"0", ""} & {
        raekke["langtidsfriske"] for raekke in noegletal(demo_database, "--kvartal", "2025K2").raekker
    } == {"0"}


def test_json_holds_what_the_csv_holds_with_null_for_no_data(demo_database: Path) -> None:
    fra_csv = noegletal(demo_database, "--niveau", "afdeling").raekker
    fra_json = json.loads(noegletal(demo_database, "--niveau", "afdeling", form="json").ud)
    assert [list(raekke) for raekke in fra_json] == [KOLONNER] * len(fra_csv)
    for csv_raekke, json_raekke in zip(fra_csv, fra_json, strict=True):
        tal = {navn: vaerdi for navn, vaerdi in json_raekke.items() if isinstance(vaerdi, float | int)}
        tal = {navn: vaerdi for navn, vaerdi in tal.items() if not isinstance(vaerdi, bool)}
        assert {navn: float(csv_raekke[navn]) for navn in tal} == tal
        tomme = {navn for navn, vaerdi in json_raekke.items() if vaerdi is None}
        assert tomme == {navn for navn, tekst in csv_raekke.items() if tekst == ""}


def test_the_table_is_danish(demo_database: Path) -> None:
    svar = noegletal(demo_database, "--enhed", "81000", "--kvartal", "2025K2", form="tabel")
    assert svar.linjer[0].split() == list(tekster.NOEGLETAL_OVERSKRIFTER.values())
    assert svar.linjer[1].split()[:8] == ["Eksempel", "Kommune", "kommune", "2025K2", "3.198,3", "13,6", "−0,7", "−1,1"]
    assert "42 pct." in svar.linjer[1]
    assert "32 pct." in svar.linjer[1]
    assert re.findall(r"\d\.\d{1,2}\b", svar.ud) == []


def test_the_table_shows_no_data_as_a_dash_and_a_derived_target_with_a_star(demo_database: Path) -> None:
    foerste = noegletal(demo_database, "--enhed", "81000", "--kvartal", "2021K4", form="tabel").linjer[1].split()
    assert (foerste[6:8], foerste[-2:]) == (["–", "–"], ["–", "–"])
    afledt = noegletal(demo_database, "--enhed", "81210", "--kvartal", "2025K2", form="tabel").linjer[1]
    eget = noegletal(demo_database, "--enhed", "81110", "--kvartal", "2025K2", form="tabel").linjer[1]
    assert (afledt.split()[-1], eget.split()[-1]) == ("13,9*", "12,5")


def test_the_table_of_several_periods_stands_in_their_order(demo_database: Path) -> None:
    linjer = noegletal(demo_database, "--enhed", "81300", form="tabel").linjer
    assert [re.findall(r"\d{4}K\d", linje) for linje in linjer[1:16]] == [[kvartal] for kvartal in KVARTALER]


@pytest.mark.parametrize("enhed", ["00081300", "081300", "81300"])
def test_a_unit_is_found_with_or_without_its_leading_zeros(enhed: str, demo_database: Path) -> None:
    raekker = noegletal(demo_database, "--enhed", enhed).raekker
    assert [(raekke["enhedsnr"], raekke["kvartal"]) for raekke in raekker] == [
        ("00081300", kvartal) for kvartal in KVARTALER
    ]


@pytest.mark.parametrize(("niveau", "antal"), [("kommune", 1), ("område", 3), ("afdeling", 7), ("gruppe", 1)])
def test_a_level_is_its_nodes_only(niveau: str, antal: int, demo_database: Path) -> None:
    raekker = noegletal(demo_database, "--niveau", niveau, "--kvartal", "2025K2").raekker
    assert [raekke["niveau"] for raekke in raekker] == [niveau] * antal


def test_the_levels_together_are_every_row(demo_database: Path) -> None:
    niveauer = ("kommune", "område", "afdeling", "enhed", "underenhed", "gruppe")
    dele = [raekke for niveau in niveauer for raekke in noegletal(demo_database, "--niveau", niveau).raekker]
    noegle = [(raekke["kvartal"], raekke["enhedsnr"]) for raekke in dele]
    alle = [(raekke["kvartal"], raekke["enhedsnr"]) for raekke in noegletal(demo_database).raekker]
    assert sorted(noegle) == sorted(alle)


def test_one_period_is_its_rows_only(demo_database: Path) -> None:
    assert {raekke["kvartal"] for raekke in noegletal(demo_database, "--kvartal", "2024K3").raekker} == {"2024K3"}
    assert noegletal(demo_database, "--kvartal", "2024k3").ud == noegletal(demo_database, "--kvartal", "2024K3").ud


def test_a_month_may_stand_where_a_quarter_does(demo_database: Path) -> None:
    alene = noegletal(demo_database, "--kvartal", "2024-08").raekker
    assert {raekke["maaned"] for raekke in alene} == {"2024-08"}
    assert alene == noegletal(demo_database, "--maaned", "--kvartal", "2024-08").raekker


@pytest.mark.parametrize(
    ("tilvalg", "saetning"),
    [
        (["--enhed", "4711"], "Enheden 4711 findes ikke i databasen."),
        (["--enhed", "Parkskolen"], "Enheden Parkskolen findes ikke i databasen."),
        (["--enhed", "000081300"], "Enheden 000081300 findes ikke i databasen."),
        (
            ["--niveau", "center"],
            "Niveauet center findes ikke. "
            "Vælg et af: kommune, område, afdeling, enhed, underenhed, gruppe, personalegruppe.",
        ),
        (["--kvartal", "2021K3"], "Der er ingen tal for 2021K3. Der er tal fra 2021K4 til 2025K2."),
        (["--kvartal", "2025K3"], "Der er ingen tal for 2025K3. Der er tal fra 2021K4 til 2025K2."),
        (["--kvartal", "2025-07"], "Der er ingen tal for 2025-07. Der er tal fra 2021-12 til 2025-06."),
    ],
)
def test_what_there_is_none_of_is_one_sentence(tilvalg: list[str], saetning: str, demo_database: Path) -> None:
    svar = run_sygefravaer("noegletal", "--database", demo_database, *tilvalg)
    assert svar == Svar(1, "", f"Fejl: {saetning}\n")


@pytest.mark.parametrize(("enhed", "periode"), FORKLARES)
def test_the_explained_rows_add_up_to_the_figure_exactly(enhed: str, periode: str, demo_database: Path) -> None:
    (tal,) = noegletal(demo_database, "--enhed", enhed, "--kvartal", periode).raekker
    raekker = forklar(demo_database, enhed, periode, "csv").raekker
    assert len(raekker) > 100
    assert sum(Decimal(raekke["dagsvaerk"]) for raekke in raekker) == Decimal(tal["dagsvaerk"])
    assert sum(Decimal(raekke["dagsvaerk_lang"]) for raekke in raekker) == Decimal(tal["dagsvaerk_lang"])


@pytest.mark.parametrize(("enhed", "periode"), VISES)
def test_the_explained_days_add_up_to_the_gns_medarbejdere(enhed: str, periode: str, demo_database: Path) -> None:
    """Employees in the table: their days, divided by the window's, are the figure to the last digit."""
    (tal,) = noegletal(demo_database, "--enhed", enhed, "--kvartal", periode).raekker
    linjer = forklar(demo_database, enhed, periode, "tabel").linjer
    fra = linjer.index(tekster.FORKLAR_ANSATTE) + 2
    ansatte = [linje.split() for linje in linjer[fra : linjer.index("", fra)]]
    dage = [int(celler[-2].replace(".", "")) for celler in ansatte]
    vindue = int(re.findall(r"ansatte dage / (\d+) dage", linjer[-1])[0])
    assert ansatte[-1][:2] == ["I", "alt"]
    assert sum(dage[:-1]) == dage[-1]
    assert dage[-1] / vindue == float(tal["gns_medarbejdere"])
    assert vindue == (366 if periode == "2024-10" else 365)


@pytest.mark.parametrize(("enhed", "periode"), VISES)
def test_the_explained_sum_is_the_division_and_the_table_has_the_csvs_rows(
    enhed: str, periode: str, demo_database: Path
) -> None:
    (tal,) = noegletal(demo_database, "--enhed", enhed, "--kvartal", periode).raekker
    svar = forklar(demo_database, enhed, periode, "tabel")
    raekker = forklar(demo_database, enhed, periode, "csv").raekker
    dagsvaerk, medarbejdere, sygedage = (
        f"{Decimal(tal[navn]):,.2f}".translate(str.maketrans(",.", ".,"))
        for navn in ("dagsvaerk", "gns_medarbejdere", "sygedage_pr_medarbejder")
    )
    assert svar.linjer[-1].startswith(f"{dagsvaerk} dagsværk / {medarbejdere} medarbejdere i gennemsnit")
    assert svar.linjer[-1].endswith(f"= {sygedage} sygedage pr. medarbejder")
    fra = svar.linjer.index(tekster.FORKLAR_POSTER) + 2
    assert svar.linjer.index("", fra) - fra == len(raekker) + 1


def test_json_of_the_explanation_is_its_csv(demo_database: Path) -> None:
    fra_json = json.loads(forklar(demo_database, "81300", "2025K2", "json").ud)
    fra_csv = forklar(demo_database, "81300", "2025K2", "csv").raekker
    assert [(raekke["fil"], str(raekke["linje"])) for raekke in fra_json] == [(r["fil"], r["linje"]) for r in fra_csv]


def test_a_node_without_staff_in_the_period_is_one_sentence(demo_database: Path) -> None:
    """A unit of the old tree only, whose children carry its history elsewhere."""
    sql = """
        select enhedsnr, enhedsnavn from enheder
        where enhed_id not in (
            select enhed_id from noegletal join perioder using (vindue_nr)
            where periode = '2025K2' and vindue = 'rullende'
        ) limit 1
    """
    ((enhedsnr, navn),) = query(demo_database, sql)
    svar = run_sygefravaer("forklar", "--database", demo_database, "--enhed", enhedsnr, "--kvartal", "2025K2")
    assert svar == Svar(1, "", f"Fejl: {tekster.FORKLAR_INGEN_ANSATTE.format(enhed=navn, periode='2. kvartal 2025')}\n")
