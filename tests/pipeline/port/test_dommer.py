"""The judge on the demo: what each user is shown, and what would be told if a rule were not there."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from pipeline.diskretion.dom import Fund, Udsagn, judge
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.dommer import Dommer, check_roller
from pipeline.port.rettigheder import Bruger, Rettigheder, rights_of
from pipeline.port.scope import Miljoe, open_dommer, open_scope, preview_scope
from tests.conftest import PERSONNOEGLE

NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
HR = Bruger("hr", er_kommandolinje=True)
NODER = (81000, 81100, 81110, 81200, 81210, 81230, 81300, 81320, 81443)


@pytest.fixture(scope="module")
def miljoe(demo_database: Path) -> Miljoe:
    return Miljoe(demo_database, open_lager("sqlite:///:memory:", PERSONNOEGLE), lambda: NU)


@pytest.fixture(scope="module")
def dommer(miljoe: Miljoe) -> Dommer:
    return Dommer(open_dommer(miljoe))


def judge_roller(dommer: Dommer, miljoe: Miljoe, *roller: tuple[str, int]) -> list[Fund]:
    return list(dommer.judge(preview_scope(HR, rights_of(roller), miljoe=miljoe)))


@pytest.mark.parametrize("node", NODER)
def test_a_chef_of_the_demo_can_tell_nothing(node: int, miljoe: Miljoe, dommer: Dommer) -> None:
    assert judge_roller(dommer, miljoe, ("chef", node)) == []


def test_a_sample_of_pairs_of_roles_can_tell_nothing(miljoe: Miljoe, dommer: Dommer) -> None:
    """Chef and leder, two chefs, chef and aggregat, on nodes that do not lie within each other."""
    noder = sorted(node for node in dommer.dele if node > 0)
    tilfaeldig = Random(18)
    for rolle in ("leder", "chef", "aggregat") * 2:
        en, anden = tilfaeldig.sample(noder, 2)
        if not dommer.dele[en] & dommer.dele[anden]:
            assert judge_roller(dommer, miljoe, ("chef", en), (rolle, anden)) == [], (en, rolle, anden)


def test_who_leads_all_but_one_of_some_pooled_units_holds_the_last_within_the_rounding(
    miljoe: Miljoe, dommer: Dommer
) -> None:
    """She is shown no exact figure of it: the published pool less what she knows of her own is enough."""
    enheder = {enhed: dele for enhed, dele in dommer.dele.items() if enhed > 0 and len(dele) == 1}
    puljer = [dele for gruppe, dele in dommer.dele.items() if gruppe < -1_000_000_000]
    medlemmer = max(([enhed for enhed, dele in enheder.items() if dele < pulje] for pulje in puljer), key=len)
    fund = judge_roller(dommer, miljoe, *(("leder", medlem) for medlem in medlemmer[1:]))
    assert {f.slags for f in fund} == {"indkredset"}
    assert judge_roller(dommer, miljoe, ("leder", medlemmer[0])) == []


def test_whoever_reads_the_published_figures_can_tell_nothing(miljoe: Miljoe, dommer: Dommer) -> None:
    scope = preview_scope(HR, rights_of([("aggregat", 81000)]), miljoe=miljoe)
    assert len(dommer.list_omtrent(scope)) > 10
    assert dommer.judge_udgivne(scope) == []


def test_the_judge_reads_every_exact_sum_and_every_rounded_figure(miljoe: Miljoe, dommer: Dommer) -> None:
    """By node and window, of a chef's scope; the rounded ones under the node they are groups of, differences too."""
    scope = preview_scope(HR, rights_of([("chef", 81110)]), miljoe=miljoe)
    vist = scope._con.execute(
        "select distinct enhed_id, foerste_maaned, sidste_maaned from noegletal join perioder using (vindue_nr)"
    ).fetchall()
    assert dommer.list_udsagn(scope) == {Udsagn(dommer.dele[enhed], fra, til) for enhed, fra, til in vist}
    assert len(vist) > 15
    udgivne = scope._con.execute(
        "select count(*) from (from udgivne_tal where sygedage is not null union all by name "
        "from udgivne_forskelle where sygedage is not null) where overordnet_id = 81110"
    ).fetchall()[0][0]
    blok = next(blok for blok in dommer.list_omtrent(scope) if blok.hele == dommer.dele[81110])
    egne = {u.dele for o in blok.omtrent for u, _ in o.led}
    assert egne == blok.grupper | {blok.hele}
    assert sum(o.led[0][0].dele != blok.hele for o in blok.omtrent) == udgivne > 20


def test_nothing_is_told_to_hr_who_sees_it_all(miljoe: Miljoe, dommer: Dommer) -> None:
    assert dommer.judge(open_scope(HR, miljoe=miljoe)) == []


def test_the_months_of_every_unit_would_tell_of_small_groups(miljoe: Miljoe, dommer: Dommer) -> None:
    """What the partition of the months keeps away: every unit of an afdeling, month by month."""
    rettigheder = rights_of([("chef", 81110)])
    alle = dommer.list_udsagn(preview_scope(HR, rettigheder, miljoe=miljoe))
    kommune = dommer.kommune_to(rettigheder)
    enheder = [dele for dele in dommer.dele.values() if dele < dommer.dele[81110] and len(dele) == 1]
    maaneder = {Udsagn(dele, m, m) for dele in enheder for m in kommune.maaneder}
    assert any(fund.slags == "bestemt" for fund in judge(kommune, alle | maaneder))


def test_the_judges_own_scope_holds_no_employee_numbers_and_no_page_reads_it(dommer: Dommer) -> None:
    tabeller = dommer.scope._con.execute("select table_name, column_name from duckdb_columns()").fetchall()
    assert {tabel for tabel, _ in tabeller} >= {"dommer_celler", "dommer_dele", "dommer_personer"}
    assert [kolonne for _, kolonne in tabeller if "medarbejdernr" in kolonne or kolonne == "navn"] == []


def test_a_row_that_could_be_subtracted_is_refused(miljoe: Miljoe, dommer: Dommer) -> None:
    """Chef of the kommune and leder of all but one of some pooled units: that one is what is left."""
    for bruger, node in (("u1", 81100), ("u3", 81000)):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", "chef", node, NU.date(), "prøve")
        add_raekke(miljoe.lager, ny, af="hr")
    check_roller("u1", [("leder", 81583)], hr=HR, miljoe=miljoe)  # in another område
    check_roller("u2", [("leder", 81110)], hr=HR, miljoe=miljoe)  # the first row of all
    enheder = {enhed: dele for enhed, dele in dommer.dele.items() if enhed > 0 and len(dele) == 1}
    puljer = [dele for gruppe, dele in dommer.dele.items() if gruppe < -1_000_000_000]
    medlemmer = max(([enhed for enhed, dele in enheder.items() if dele < pulje] for pulje in puljer), key=len)
    assert len(medlemmer) > 2
    with pytest.raises(Brugerfejl, match="u3 har andre roller"):
        check_roller("u3", [("leder", medlem) for medlem in medlemmer[1:]], hr=HR, miljoe=miljoe)


def test_what_a_leder_sees_of_her_own_elsewhere_counts_as_known(dommer: Dommer) -> None:
    uden, med = (dommer.kommune_to(rettigheder).folk for rettigheder in (Rettigheder(), rights_of([("leder", 81110)])))
    assert med.kendte.sum() > uden.kendte.sum() == 0  # type: ignore[attr-defined]
