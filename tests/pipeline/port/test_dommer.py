"""The judge on organisations small enough to see through, and on the demo."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.diskretion.dom import Dele, Fund, Kommune, Udsagn, judge
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.dommer import Dommer, check_roller
from pipeline.port.rettigheder import Bruger, Rettigheder
from pipeline.port.scope import Miljoe, open_scope, preview_scope
from tests.conftest import PERSONNOEGLE

NU = datetime(2026, 3, 1, 12, tzinfo=UTC)
HR = Bruger("hr", er_kommandolinje=True)
A, B, C = Dele({2}), Dele({3}), Dele({4})
MAANEDER = range(24000, 24024)  # from a January


def kommune(dagsvaerk: dict[tuple[int, int], float] | None = None, antal: int = 4) -> Kommune:
    """Three children of one node, `antal` employees in each; a group of fewer than 10 is small."""
    return Kommune(
        {1: {2: A, 3: B, 4: C}},
        MAANEDER,
        lambda u: antal * len(u.dele) < 10,
        lambda u: sum((dagsvaerk or {}).get((d, m), 1) for d in u.dele for m in range(u.fra, u.til + 1)),
        lambda u: antal * len(u.dele),
    )


def month(dele: Dele, nr: int) -> Udsagn:
    return Udsagn(dele, MAANEDER[nr], MAANEDER[nr])


def test_a_part_is_told_by_the_whole_less_the_others() -> None:
    """The two others are small as well, and so are the two together."""
    fund = judge(kommune(), [month(A | B | C, 0), month(A | B, 0)])
    assert fund == [Fund(month(C, 0), "bestemt"), Fund(month(A | B, 0), "bestemt")]
    assert judge(kommune(), [month(A | B | C, 0)]) == []
    assert judge(kommune(antal=10), [month(A | B | C, 0), month(A | B, 0)]) == []


def test_windows_that_overlap_tell_what_is_between_them() -> None:
    """A year, and eleven months of it: the twelfth."""
    aar, elleve = Udsagn(A | B | C, 24000, 24011), Udsagn(A, 24000, 24010)
    fund = judge(kommune(antal=4), [aar, Udsagn(A, 24000, 24011), elleve])
    assert Fund(month(A, 11), "bestemt") in fund


def test_a_quarter_two_windows_hold_between_narrow_limits_is_confined() -> None:
    """In the last quarter 90 days, else none: the window has 90 where the one before has 0."""
    dagsvaerk = {(2, m): 30.0 if m in MAANEDER[12:15] else 0.0 for m in MAANEDER}
    vinduer = [Udsagn(A, 24000, 24011), Udsagn(A, 24003, 24014)]
    fund = judge(kommune(dagsvaerk), vinduer)
    assert Fund(Udsagn(A, 24012, 24014), "indkredset") in fund
    jaevnt = dict.fromkeys(((2, m) for m in MAANEDER), 10.0)
    assert [f for f in judge(kommune(jaevnt), vinduer) if f.udsagn.fra == 24012] == []


@pytest.fixture(scope="module")
def miljoe(demo_database: Path) -> Miljoe:
    return Miljoe(demo_database, open_lager("sqlite:///:memory:", PERSONNOEGLE), lambda: NU)


@pytest.fixture(scope="module")
def dommer(miljoe: Miljoe) -> Dommer:
    return Dommer(open_scope(HR, miljoe=miljoe, personer_til="prøve"))


@pytest.mark.parametrize("node", [81100, 81210, 81230, 81443])
def test_a_chef_of_the_demo_can_tell_nothing(node: int, miljoe: Miljoe, dommer: Dommer) -> None:
    scope = preview_scope(HR, Rettigheder(chef=frozenset({node})), miljoe=miljoe)
    assert len(dommer.list_udsagn(scope)) > 15
    assert dommer.judge(scope) == []


def test_the_months_of_every_unit_would_tell_of_small_groups(miljoe: Miljoe, dommer: Dommer) -> None:
    """What the partition of the months keeps away: every unit of an afdeling, month by month."""
    alle = dommer.list_udsagn(preview_scope(HR, Rettigheder(chef=frozenset({81110})), miljoe=miljoe))
    enheder = [dele for barn, dele in dommer.kommune.boern[81110].items() if barn > 0]
    maaneder = {Udsagn(dele, m, m) for dele in enheder for m in dommer.kommune.maaneder}
    assert any(fund.slags == "bestemt" for fund in judge(dommer.kommune, alle | maaneder))


def test_a_row_that_could_be_subtracted_is_refused(miljoe: Miljoe, dommer: Dommer) -> None:
    """Chef of the kommune and leder of one of two pooled units: the other is what is left."""
    for bruger, node in (("u1", 81100), ("u3", 81000)):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", "chef", node, NU.date(), "prøve")
        add_raekke(miljoe.lager, ny, af="hr")
    check_roller(HR, "u1", [("leder", 81583)], miljoe=miljoe, hvor="prøve")  # in another område
    check_roller(HR, "u2", [("leder", 81110)], miljoe=miljoe, hvor="prøve")  # the first row of all
    puljer = [dele for gruppe, dele in dommer.dele.items() if gruppe < -1_000_000_000 and len(dele) > 1]
    enheder = {enhed: dele for enhed, dele in dommer.dele.items() if enhed > 0 and len(dele) == 1}
    medlem = next(enhed for enhed, dele in enheder.items() if any(dele < pulje for pulje in puljer))
    with pytest.raises(Brugerfejl, match="u3 har andre roller"):
        check_roller(HR, "u3", [("leder", medlem)], miljoe=miljoe, hvor="prøve")
