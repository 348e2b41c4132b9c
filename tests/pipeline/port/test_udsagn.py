"""Everything a user can be shown is in her scope, and the judge knows every table and column there: a new one fails
here until it is read by the judge or said to tell nothing of a group's dagsværk.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from tests.conftest import PERSONNOEGLE, PROJEKT

NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
VISNINGER = PROJEKT / "sql" / "50_visning"
FRA = re.compile(r"(?<!distinct )\b(?:from|join)\s+([a-z_0-9]+)\b(?!\.)")
DOEMT = {
    "noegletal": "dagsvaerk, and rates of it",
    "udgivne_tal": "sygedage, within rounding",
    "udgivne_forskelle": "sygedage, within rounding",
    "persondage": "of employees she sees: her own parts are known to her, and they themselves wherever they were sick",
    "personer": "as persondage",
}
KOLONNER = {
    "noegletal": {
        "enhed_id", "vindue_nr", "dagsvaerk", "sygedage_pr_medarbejder", "sygedage_pr_aarsvaerk", "sygedage",
        "fravaersprocent",  # dagsværk and what it is divided by
        "antal_ansatte", "er_nedlagt", "er_ny", "har_rater", "gns_medarbejdere", "gns_fuldtid",  # headcounts
        "dagsvaerk_lang", "langtidsandel",  # own limits, parent by parent (diskretion/regler.py)
        "langtidsfriske", "langtidsfriske_grundlag", "langtidsfriske_andel", "langtidsfriske_af_alle",  # as those
        "maaltal", "maaltal_kilde", "maaltal_afledt", "afstand_til_maaltal",
    },
    "udgivne_tal": {
        "opdeling", "overordnet_id", "gruppe_id", "navn", "er_pulje", "enhed_id", "niveau", "vindue_nr", "periode",
        "er_nu", "sidste_maaned", "sygedage", "medarbejdere",
        "korttid", "langtid", "langtidsandel_pct", "langtidsfriske_pct",  # own limits
        "maaltal", "maaltal_kilde", "afstand",  # a måltal has one decimal: the distance says what sygedage does
    },
    "udgivne_forskelle": {
        "overordnet_id", "gruppe_id", "vindue_nr", "siden", "foer_vindue_nr", "sygedage",
        "korttid", "langtid", "langtidsandel_pp", "langtidsfriske_pp",  # own limits
        "er_signal", "grund", "korttid_er_signal", "langtid_er_signal",  # verdicts on all the group's employees
    },
}  # fmt: skip
INTET = {
    "aargang": "empty but for hr",
    "advarsler": "counts of rows of the whole delivery",
    "bygning": "what the build goes by",
    "egne_enheder": "numbers of nodes",
    "datagrundlag_afstemning": "shares of the whole kommune",
    "datagrundlag_filer": "counts of rows",
    "datagrundlag_population": "the whole kommune, to the nearest ten",
    "enheder": "names",
    "flyttede": "names",
    "forventet": "a mix of personalegrupper, headcounts and rates of the whole kommune, none of few; of the own days a "
    "verdict on those noegletal or udgivne_tal has, and on quarters alone where these are shown",
    "forklaringsdele": "worked out of what noegletal has of the node and its parts in both windows",
    "forklaringsklasser": "classes of three employees or more that nobody is named in, of nodes of twenty, none of two",
    "halvdelen": "a number of employees, three or more outside what she sees in full",
    "indsatsenheder": "names",
    "indsatser": "what was agreed for units, in words of hr's and chefs' own",
    "lederdaekning": "numbers of units, and of those without a leder",
    "kvalitet": "empty but for hr",
    "maaneder": "the calendar",
    "maaltal_historik": "what hr and chefs proposed and decided, in words of their own",
    "omfang": "headcounts",
    "opfoelgning_daekning": "counts of notices, with limits of their own",
    "opfoelgning_egne": "employees she sees",
    "opfoelgning_pr_leder": "counts of notices, with limits of their own",
    "opfoelgning_regler": "rules",
    "perioder": "the calendar",
    "prognosegrundlag": "of the whole kommune how far its year has moved from the last, rounded, and a spread",
    "signaler": "of groups the change noegletal has, and a verdict on all the employees; z of nodes seen in full",
}
LAVET_I_PYTHON = {"kolonneformer"}  # read of the build alone
ALLES = {"60_omfang", "61_omfang_personer", "63_omfang_opfoelgning"}


@pytest.fixture(scope="module")
def scope(demo_database: Path) -> Scope:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    for rolle, node in (("chef", 81100), ("leder", 81512), ("aggregat", 81200)):
        ny = NyRaekke("u", "u@eksempel.invalid", rolle, node, NU.date(), "prøve")  # type: ignore[arg-type]
        add_raekke(lager, ny, af="hr")
    miljoe = Miljoe(demo_database, lager, lambda: NU)
    return open_scope(Bruger("u"), miljoe=miljoe, personer_til="prøve", opfoelgning=True)


def test_the_judge_knows_every_table_of_a_scope(scope: Scope) -> None:
    tabeller = {tabel for (tabel,) in scope._con.execute("select table_name from duckdb_tables()").fetchall()}
    assert tabeller == DOEMT.keys() | INTET.keys()


@pytest.mark.parametrize("visning", ["aargang_liste", "kvalitetsdeklaration"])
def test_what_is_told_of_the_build_itself_is_hrs_alone(visning: str, scope: Scope) -> None:
    assert scope.rows(visning).is_empty()


@pytest.mark.parametrize("tabel", KOLONNER)
def test_the_judge_knows_every_column_of_what_it_reads(tabel: str, scope: Scope) -> None:
    assert {kolonne for kolonne, *_ in scope._con.execute(f"describe {tabel}").fetchall()} == KOLONNER[tabel]


def test_no_view_a_page_can_name_reads_anything_else() -> None:
    """A SELECT reads tables the judge knows, or ones that only hr's scope, a build or the judge's own holds."""
    andre = {fil.stem for fil in (PROJEKT / "sql").glob("*/*.sql") if fil.parent.name not in ALLES}
    for fil in VISNINGER.rglob("*.sql"):
        sql = re.sub(r"--.*", "", fil.read_text(encoding="utf-8"))
        egne = set(re.findall(r"([a-z_0-9]+) as \(", sql))
        laest = set(FRA.findall(sql)) - egne - {"unnest", "range", "generate_series"}
        assert laest <= DOEMT.keys() | INTET.keys() | andre | LAVET_I_PYTHON | egne, fil.name
