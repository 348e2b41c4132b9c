"""What the gate adds to a scope for the follow-up: notes and what was seen, which the store keeps by pseudonym."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import duckdb

from pipeline.database.tabeller import create_table
from pipeline.indstillinger.opfoelgning import REGELKOLONNER, Opfoelgning, rule_parameters, tabulate_regler
from pipeline.lager.lager import Lager
from pipeline.lager.noter import read_active_noter
from pipeline.lager.varsler import read_kendte

MINDSTE_LEDER = 5  # employees under which a leder stands only in the total
PROEVE_AAR = 2
NOTEKOLONNER = {
    "note_id": int,
    "medarbejdernr": int,
    "regel": str,
    "fra": date,
    "til": date,
    "dato": date,
    "handling": str,
    "af": str,
    "tid": str,
}
KENDTE = {"medarbejdernr": int, "regel": str, "fra": date, "foerst_set": date}
TABELLER = ("noter_laest", "varsler_kendte")


def followup_day(dag: date, *, udtraeksdato: date, er_demo: bool) -> date:
    """The day overdue is judged on: today; in the demo, whose data stand still, the day after they were drawn."""
    return udtraeksdato + timedelta(days=1) if er_demo else dag


def is_on(kraever_data_dage: int, data_dage: int, hverdage_imellem: int | None) -> bool:
    """Whether the data is new enough for a rule, and comes often enough: nobody is shown a failure the data made."""
    return max(data_dage, hverdage_imellem or 0) <= kraever_data_dage


def load_opfoelgning_tables(
    con: duckdb.DuckDBPyConnection, lager: Lager, numre: Mapping[str, int], *, dag: date
) -> dict[str, Any]:
    """Fill TABELLER from the store, for sql/63_omfang_opfoelgning; returns its `$parameters`. `numre`: by pseudonym."""
    bygning_id, udtraeksdato, er_demo = con.execute(
        "select bygning_id, udtraeksdato, er_demo from maal.bygning"
    ).fetchall()[0]
    kendte, imellem = read_kendte(lager, bygning_id)
    noter = [
        (note.id, numre[note.person], note.regel, note.fra, note.til, note.dato, note.handling, note.af, note.tid)
        for note in read_active_noter(lager)
        if note.person in numre
    ]
    create_table(con, "noter_laest", NOTEKOLONNER, noter)
    create_table(
        con, "varsler_kendte", KENDTE, [(numre[person], *resten) for person, *resten in kendte if person in numre]
    )
    dag = followup_day(dag, udtraeksdato=udtraeksdato, er_demo=er_demo)
    regler = con.execute("select regel, kraever_data_dage from maal.opfoelgningsregler").fetchall()
    return {
        "dag": dag,
        "hverdage_imellem": imellem,
        "regler_fra": [regel for regel, kraever in regler if not is_on(kraever, (dag - udtraeksdato).days, imellem)],
        "mindste_leder": MINDSTE_LEDER,
    }


def load_candidate_rules(
    con: duckdb.DuckDBPyConnection, opfoelgning: Opfoelgning, *, aar: int = PROEVE_AAR
) -> dict[str, Any]:
    """Rules in place of the build's: sql/35_opfoelgning then reads what is not there from the build. Returns its
    `$parameters`.
    """
    create_table(con, "opfoelgningsregler", REGELKOLONNER, tabulate_regler(opfoelgning))
    udtraeksdato = con.execute("select udtraeksdato from maal.bygning").fetchall()[0][0]
    con.execute("set search_path = 'memory,maal'")
    return rule_parameters(opfoelgning, udtraeksdato, aar=aar)
