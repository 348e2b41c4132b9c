"""A trend tells which of a node's changes were signals, and how far the figure had to move to be one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipeline.lager.adgang import NyRaekke, Rolle, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.report.signalforloeb import Signalforloeb, add_to_table, read_signalforloeb
from pipeline.report.visning import Visning
from pipeline.report.visninger import VISNINGER
from tests.conftest import PERSONNOEGLE

NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
JUNI_2024, JUNI_2025 = 2024 * 12 + 5, 2025 * 12 + 5
EGET = pl.DataFrame(
    {
        "enhed_id": [1, 1],
        "enhedsnavn": ["A", "A"],
        "periode": ["2024K2", "2025K2"],
        "sidste_maaned": [JUNI_2024, JUNI_2025],
        "vaerdi": [10.0, 8.0],
    }
)
DOM = {
    "sidste_maaned": JUNI_2025,
    "aendring_kvartal": -0.5,
    "kvartal_er_signal": False,
    "kvartal_grund": "tilfaeldigt",
    "aendring_aar": -2.0,
    "aar_er_signal": True,
    "aar_grund": None,
    "udsving": 1.5,
}


class Domme:
    """A source of one node's verdicts."""

    def __init__(self, **felter: Any) -> None:
        self.raekke = DOM | felter

    def rows(self, visning: str, **parametre: Any) -> pl.DataFrame:
        assert (visning, parametre["enhed_id"]) == ("signalforloeb", 1)
        return pl.DataFrame([self.raekke], schema_overrides={"udsving": pl.Float64, "aar_grund": pl.String})


def history(tal: str = "sygedage_pr_medarbejder", vindue: str = "rullende", **felter: Any) -> Signalforloeb:
    return read_signalforloeb(Domme(**felter), EGET, tal=tal, nytal="pr_medarbejder", vindue=vindue)


def test_the_band_is_the_figure_of_the_year_before_and_what_chance_may_move_it() -> None:
    assert history().baand.select("periode", "fra", "til").rows() == [("2025K2", 8.5, 11.5)]


def test_a_band_does_not_go_below_none_and_there_is_none_without_what_it_is_made_of() -> None:
    assert history(udsving=12.0).baand.select("fra", "til").rows() == [(0.0, 22.0)]
    assert history(udsving=None).baand.is_empty()
    assert history(sidste_maaned=JUNI_2024).baand.is_empty()


def test_a_signal_is_marked_with_its_word_and_what_may_be_chance_is_not() -> None:
    maerker = [(m["periode"], m["vaerdi"], m["dom"], m["signal"]) for m in history().maerker]
    assert maerker == [("2025K2", 8.0, "godt", "faldet siden sidste år")]
    steget = history(aar_er_signal=False, kvartal_er_signal=True, aendring_kvartal=0.5).maerker
    assert [(m["dom"], m["signal"]) for m in steget] == [("skidt", "steget siden sidste kvartal")]
    assert history(aar_er_signal=False).maerker == []


def test_the_table_twin_holds_the_history_and_names_the_node_where_there_are_several() -> None:
    tabel = pl.DataFrame({"periode": ["2. kvartal 2025", "2. kvartal 2024"], "A": [8.0, 10.0]})
    perioder = {"2025K2": "2. kvartal 2025", "2024K2": "2. kvartal 2024"}
    med, kolonner = add_to_table(tabel, history(), perioder, alene=True)
    assert [hoved for _, hoved, _ in kolonner] == ["Bånd fra", "Bånd til", "Signal, kvartal", "Signal, år"]
    assert med.rows() == [
        ("2. kvartal 2025", 8.0, 8.5, 11.5, "kan være tilfældigt", "faldet"),
        ("2. kvartal 2024", 10.0, None, None, None, None),
    ]
    _, flere = add_to_table(tabel, history(), perioder, alene=False)
    assert flere[2][1] == "Signal, kvartal (A)"


@pytest.mark.parametrize(
    ("tal", "vindue"),
    [("langtidsandel", "rullende"), ("sygedage_pr_aarsvaerk", "rullende"), ("sygedage_pr_medarbejder", "alene")],
)
def test_what_is_not_tested_has_no_history(tal: str, vindue: str) -> None:
    forloeb = history(tal, vindue)
    assert (forloeb.maerker, forloeb.note, forloeb.baand.is_empty()) == ([], "", True)
    assert forloeb.of_month(JUNI_2025)["aar_er_signal"] is None


@pytest.fixture(scope="module")
def scopes(demo_database: Path) -> dict[str, Scope]:
    """Whoever has one role in one node."""
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    roller: list[tuple[Rolle, int]] = [("hr", 81000), ("chef", 81000), ("aggregat", 81000)]
    for rolle, node in roller:
        add_raekke(lager, NyRaekke(rolle, "u@eksempel.invalid", rolle, node, NU.date(), "prøve"), af="en anden")
    miljoe = Miljoe(demo_database, lager, lambda: NU)
    return {rolle: open_scope(Bruger(rolle), miljoe=miljoe) for rolle, _ in roller}


def trend(scope: Scope, tal: str = "sygedage_pr_medarbejder") -> Visning:
    parametre = {"noder": "81000", "tal": tal, "periodetype": "kvartal", "vindue": "rullende"}
    return VISNINGER["udvikling"](scope, parametre)


def test_the_trend_says_faldet_only_of_a_signal(scopes: dict[str, Scope]) -> None:
    assert trend(scopes["hr"]).saetning == (
        "Eksempel Kommune: 13,6 i 2. kvartal 2025, mod 14,7 i 2. kvartal 2024 (kan være tilfældigt)."
    )
    assert trend(scopes["hr"], "langtidsandel").saetning == (
        "Eksempel Kommune: 42 pct. i 2. kvartal 2025, mod 44 pct. i 2. kvartal 2024."
    )


def test_hr_sees_the_band_and_others_the_verdicts_alone(scopes: dict[str, Scope]) -> None:
    """A band is as good as z, which only whoever sees the node in full is shown."""
    hoveder = {navn: [kolonne.navn for kolonne in trend(scope).tabel.kolonner] for navn, scope in scopes.items()}
    signal = ["Signal, kvartal", "Signal, år"]
    assert hoveder["hr"][2:] == ["Bånd fra", "Bånd til", *signal]
    assert hoveder["chef"][2:] == signal
    assert hoveder["aggregat"][2:] == signal
    for scope in scopes.values():
        nyeste = list(trend(scope).tabel.words())[0]
        assert nyeste[-2:] == ("faldet", "kan være tilfældigt")
    assert scopes["chef"].rows("signalforloeb", enhed_id=81000, slags="alt")["udsving"].count() == 0


def test_classes_of_employees_are_shown_where_the_changes_are_and_long_courses_where_long_absence_is(
    scopes: dict[str, Scope],
) -> None:
    """Short absence has a verdict only where both are shown in both windows."""
    antal = {
        navn: scope.rows("hvorfor_klasser", enhed_id=81000, periode="2025K2").height for navn, scope in scopes.items()
    }
    assert antal == {"hr": 14, "chef": 14, "aggregat": 0}
    uden_dom = scopes["chef"]._con.execute(
        "select count(*) filter (where opdeling = 'forloeb' and slags is null), count(slags), count(*) "
        "from forklaringsklasser as klasser left join signaler on klasser.enhed_id = signaler.enhed_id "
        "and klasser.vindue_nr = signaler.vindue_nr and klasser.skridt = signaler.skridt and signaler.slags = 'kort'"
    )
    (forloeb, med, alle) = uden_dom.fetchone() or ()
    assert forloeb == 0
    assert 0 < med < alle
