"""The rules run on a few records laid out by hand, and the same rules read day by day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import duckdb

from pipeline.database.modeller import run_folder, run_macros
from pipeline.database.tabeller import create_table
from pipeline.indstillinger.helligdage import danish_holidays
from pipeline.indstillinger.indlaes import load_opfoelgning
from pipeline.indstillinger.opfoelgning import REGELKOLONNER, Opfoelgning, rule_parameters, tabulate_regler
from pipeline.mapper import shipped_folder

REGLER = load_opfoelgning(shipped_folder("config") / "opfoelgning.toml")
DAG = timedelta(days=1)
AABEN = date(9999, 12, 31)
NUMMER = 1
Periode = tuple[date, date]
FRI = set(danish_holidays(range(2018, 2030)))


def is_hverdag(dag: date) -> bool:
    return dag.isoweekday() <= 5 and dag not in FRI


def next_hverdag(dag: date) -> date:
    while not is_hverdag(dag):
        dag += DAG
    return dag


def previous_hverdag(dag: date) -> date:
    while not is_hverdag(dag):
        dag -= DAG
    return dag


def days(fra: date, til: date) -> Iterable[date]:
    return (fra + nr * DAG for nr in range((til - fra).days + 1))


def join_forloeb(perioder: list[Periode]) -> list[tuple[Periode, Periode]]:
    """Each record with its sygeforløb: it begins no later than the first working day after the latest end so far."""
    forloeb: list[list[Periode]] = []
    for periode in sorted(perioder):
        seneste = max((til for _, til in forloeb[-1]), default=None) if forloeb else None
        if seneste is not None and periode[0] <= next_hverdag(seneste + DAG):
            forloeb[-1].append(periode)
        else:
            forloeb.append([periode])
    return [(periode, (gruppe[0][0], max(til for _, til in gruppe))) for gruppe in forloeb for periode in gruppe]


def find_varsler(
    perioder: list[Periode],
    *,
    udtraek: date,
    ansat_til: date = AABEN,
    opfoelgning: Opfoelgning = REGLER,
    aar: int = 1,
) -> list[dict[str, Any]]:
    """The notices of one employee with these sick records."""
    with duckdb.connect(":memory:") as con:
        run_macros(con)
        create_table(con, "opfoelgningsregler", REGELKOLONNER, tabulate_regler(opfoelgning))
        create_table(con, "bygning", {"udtraeksdato": date}, [(udtraek,)])
        hverdage = [
            (dag, is_hverdag(dag), previous_hverdag(dag), next_hverdag(dag))
            for dag in days(udtraek - 1200 * DAG, udtraek + 130 * DAG)
        ]
        kolonner = {"dag": date, "er_arbejdsdag": bool, "forrige_hverdag": date, "naeste_hverdag": date}
        create_table(con, "hverdage", kolonner, hverdage)
        create_table(
            con,
            "ansaettelser",
            {"medarbejdernr": int, "fra": date, "til": date, "aarsag": str},
            [(NUMMER, date(2010, 1, 1), ansat_til, "i populationen")],
        )
        create_table(
            con,
            "sygeposter",
            {
                "medarbejdernr": int,
                "foerste_dag": date,
                "sidste_dag": date,
                "forloeb_fra": date,
                "er_paa_arbejdsdage": bool,
                "dage_i_alt": int,
                "er_overlap": bool,
            },
            [
                (NUMMER, fra, til, forloeb[0], hverdage > 0, hverdage or (til - fra).days + 1, er_overlap)
                for (fra, til), forloeb, hverdage, er_overlap in _describe(perioder)
            ],
        )
        for _ in run_folder(con, "35_opfoelgning", rule_parameters(opfoelgning, udtraek, aar=aar)):
            pass
        return con.execute("select * from varsler order by forfald, regel").pl().to_dicts()


def _describe(perioder: list[Periode]) -> Iterable[tuple[Periode, Periode, int, bool]]:
    """Each record with its sygeforløb, its working days, and whether it begins before an earlier one has ended."""
    seneste = date.min
    for periode, forloeb in join_forloeb(perioder):
        yield periode, forloeb, sum(map(is_hverdag, days(*periode))), periode[0] <= seneste
        seneste = max(seneste, periode[1])


def read_day_by_day(perioder: list[Periode], *, udtraek: date, fra: date) -> set[tuple[str, date]]:
    """Every rule of REGLER with each day, from `fra` to the udtræksdato, on which a notice of it comes due."""
    forloeb = sorted({hele for _, hele in join_forloeb(perioder) if hele[0] <= udtraek})
    sygedage = {
        dag
        for post, _ in join_forloeb(perioder)
        for dag in days(post[0], min(post[1], udtraek))
        if is_hverdag(dag) or not any(map(is_hverdag, days(*post)))
    }
    fundne = set()
    for regel in REGLER.regler:
        for dag in days(fra, udtraek):
            if regel.slags == "fravaersdag":
                due = any(dag == start + (regel.graense - 1) * DAG and dag <= slut for start, slut in forloeb)
            elif regel.slags == "tilbage":
                due = any(
                    (slut - start).days + 1 >= regel.graense
                    and slut < udtraek - REGLER.varsler.maaske_afsluttet_dage * DAG
                    and dag == next_hverdag(slut + DAG)
                    for start, slut in forloeb
                )
            else:
                taelles = {start for start, _ in forloeb} if regel.slags == "perioder" else sygedage
                vindue = int(regel.vindue_dage or 0)
                har_nok, havde_nok = (
                    sum(d - (vindue - 1) * DAG <= t <= d for t in taelles) >= regel.graense for d in (dag, dag - DAG)
                )
                due = har_nok and not havde_nok
            if due:
                fundne.add((regel.id, dag))
    return fundne
