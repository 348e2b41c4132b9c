"""Many rows of adgang at once, in both stores: all of them or none, each with its row in the log."""

from datetime import UTC, date, datetime

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import (
    AABEN,
    add_raekke,
    add_raekker,
    approve_raekker,
    end_raekker,
    extend_raekker,
    read_adgang,
    reject_raekker,
    seed_adgang,
)
from pipeline.lager.kontrol import verify_log
from pipeline.lager.lager import Lager
from pipeline.lager.log import read_log
from pipeline.lager.sessioner import begin_session, touch_session
from pipeline.tekster import lager as tekster_lager
from tests.pipeline.lager.test_adgang import DAG, ny

SENERE = date(2027, 3, 1)


@pytest.fixture
def ider(lager: Lager) -> dict[str, int]:
    """Two leaders in force to the end of the month, hr in force for good, two proposals; by user."""
    for bruger in ("l1", "l2"):
        add_raekke(lager, ny(bruger, gyldig_til=date(2026, 3, 31)), af="hr0")
    add_raekke(lager, ny("hr1", "hr", 81000), af="hr0")
    seed_adgang(lager, [], [ny("o1"), ny("o2", enhedsnr=81511)])
    return {raekke.bruger: raekke.id for raekke in read_adgang(lager)}


def states(lager: Lager) -> dict[str, tuple[str, date]]:
    return {raekke.bruger: (raekke.tilstand, raekke.gyldig_til) for raekke in read_adgang(lager)}


def logged(lager: Lager, hvad: str) -> list[tuple[str, str]]:
    log = read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1)).filter(hvad=hvad)
    return sorted(log.select("hvem", "som").rows())


def test_many_are_ended_with_one_reason_and_signed_out(lager: Lager, ider: dict[str, int]) -> None:
    begin_session(lager, "s" * 64, bruger="l2", nu=datetime.now(UTC))
    end_raekker(lager, [ider["l1"], ider["l2"]], af="hr1", dag=DAG, grund="Lagt sammen")
    assert {states(lager)[bruger] for bruger in ("l1", "l2")} == {("afsluttet", DAG)}
    assert touch_session(lager, "s" * 64, nu=datetime.now(UTC)) is None
    assert logged(lager, "adgang afsluttet") == [("hr1", "l1"), ("hr1", "l2")]
    grunde = {raekke.begrundelse for raekke in read_adgang(lager) if raekke.tilstand == "afsluttet"}
    assert grunde == {"Skoleleder (afsluttet: Lagt sammen)"}


def test_one_that_cannot_be_ended_ends_none(lager: Lager, ider: dict[str, int]) -> None:
    foer = states(lager)
    for sidst, saetning in ((ider["hr1"], tekster_lager.SIDSTE_HR), (10**6, tekster_lager.RAEKKE_FINDES_IKKE)):
        with pytest.raises(Brugerfejl, match=saetning):
            end_raekker(lager, [ider["l1"], ider["l2"], sidst], af="hr1", dag=DAG, grund="x")
    assert states(lager) == foer
    assert logged(lager, "adgang afsluttet") == []
    assert verify_log(lager).fund == ()


def test_all_of_hr_cannot_be_ended_at_once(lager: Lager, ider: dict[str, int]) -> None:
    add_raekke(lager, ny("hr2", "hr", 81000), af="hr0")
    begge = [raekke.id for raekke in read_adgang(lager) if raekke.rolle == "hr"]
    with pytest.raises(Brugerfejl, match=tekster_lager.SIDSTE_HR):
        end_raekker(lager, begge, af="hr1", dag=DAG)
    assert {states(lager)[bruger] for bruger in ("hr1", "hr2")} == {("godkendt", AABEN)}


def test_many_are_extended_and_are_hrs_from_then_on(lager: Lager, ider: dict[str, int]) -> None:
    extend_raekker(lager, [ider["l1"], ider["l2"]], til=SENERE, af="hr1", dag=DAG, grund="Barsel")
    assert {states(lager)[bruger] for bruger in ("l1", "l2")} == {("godkendt", SENERE)}
    assert logged(lager, "adgang forlænget") == [("hr1", "l1"), ("hr1", "l2")]
    assert {raekke.tildelt_af for raekke in read_adgang(lager) if raekke.bruger in {"l1", "l2"}} == {"hr1"}


def test_a_delivery_does_not_shorten_what_hr_has_extended(lager: Lager) -> None:
    leverance = [ny("l1", gyldig_til=date(2026, 3, 31))]
    seed_adgang(lager, leverance, [])
    [raekke] = read_adgang(lager)
    extend_raekker(lager, [raekke.id], til=SENERE, af="hr1", dag=DAG, grund="Barsel")
    seed_adgang(lager, leverance, [])
    assert states(lager) == {"l1": ("godkendt", SENERE)}


@pytest.mark.parametrize(
    ("bruger", "til", "saetning"),
    [
        ("l1", date(2026, 3, 31), "gælder allerede så længe"),
        ("hr1", SENERE, "gælder allerede så længe"),
        ("o1", SENERE, tekster_lager.RAEKKE_FINDES_IKKE),
    ],
)
def test_one_that_cannot_be_extended_extends_none(
    bruger: str, til: date, saetning: str, lager: Lager, ider: dict[str, int]
) -> None:
    foer = states(lager)
    with pytest.raises(Brugerfejl, match=saetning):
        extend_raekker(lager, [ider["l2"], ider[bruger]], til=til, af="hr0", dag=DAG, grund="x")
    assert states(lager) == foer


def test_nobody_extends_her_own_or_one_that_is_over_or_without_a_reason(lager: Lager, ider: dict[str, int]) -> None:
    for af, dag, grund, saetning in (
        ("L1", DAG, "x", tekster_lager.EGEN_ADGANG),
        ("hr1", date(2026, 4, 1), "x", tekster_lager.RAEKKE_FINDES_IKKE),
        ("hr1", DAG, "", tekster_lager.BEGRUNDELSE_MANGLER),
    ):
        with pytest.raises(Brugerfejl, match=saetning):
            extend_raekker(lager, [ider["l1"]], til=SENERE, af=af, dag=dag, grund=grund)


def test_many_proposals_are_approved_or_none(lager: Lager, ider: dict[str, int]) -> None:
    begge = [ider["o1"], ider["o2"]]
    with pytest.raises(Brugerfejl, match=tekster_lager.EGEN_ADGANG):
        approve_raekker(lager, begge, af="o2", begrundelse="Ledere")
    with pytest.raises(Brugerfejl, match=tekster_lager.FORSLAG_FINDES_IKKE):
        reject_raekker(lager, [*begge, ider["l1"]], af="hr1")
    assert {states(lager)[bruger][0] for bruger in ("o1", "o2")} == {"forslag"}
    approve_raekker(lager, begge, af="hr1", begrundelse="Ledere")
    assert {states(lager)[bruger][0] for bruger in ("o1", "o2")} == {"godkendt"}
    assert logged(lager, "adgang godkendt") == [("hr1", "o1"), ("hr1", "o2")]


def test_many_units_are_given_to_a_user_or_none(lager: Lager, ider: dict[str, int]) -> None:
    nye = [ny("n1", enhedsnr=81511), ny("n1", enhedsnr=81512)]
    with pytest.raises(Brugerfejl, match=tekster_lager.RAEKKE_FINDES):
        add_raekker(lager, [*nye, nye[0]], af="hr1")
    assert "n1" not in states(lager)
    assert logged(lager, "adgang tildelt") == [("hr0", "hr1"), ("hr0", "l1"), ("hr0", "l2")]
    add_raekker(lager, nye, af="hr1")
    assert [r.enhedsnr for r in read_adgang(lager) if r.bruger == "n1"] == [81511, 81512]
    assert logged(lager, "adgang tildelt")[-2:] == [("hr1", "n1"), ("hr1", "n1")]
