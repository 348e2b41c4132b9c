"""Sessions, accounts and download tickets, each at its limit."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import add_raekke
from pipeline.lager.billetter import Billet, issue_billet, redeem_billet
from pipeline.lager.identiteter import find_bruger, release_identitet
from pipeline.lager.lager import Lager
from pipeline.lager.log import read_log
from pipeline.lager.sessioner import begin_session, end_session, touch_session
from pipeline.tekster import lager as tekster_lager
from tests.pipeline.lager.test_adgang import DAG, ny

NU = datetime(2026, 3, 1, 8, tzinfo=UTC)
NOEGLE = "a" * 64
SEKUND = timedelta(seconds=1)


@pytest.fixture
def session(lager: Lager) -> str:
    assert begin_session(lager, NOEGLE, bruger="l1", nu=NU)
    return NOEGLE


def test_a_session_knows_its_user(lager: Lager, session: str) -> None:
    assert touch_session(lager, session, nu=NU) == "l1"
    assert touch_session(lager, "b" * 64, nu=NU) is None


@pytest.mark.parametrize(("ledig", "ventet"), [(timedelta(minutes=60), "l1"), (timedelta(minutes=60) + SEKUND, None)])
def test_a_session_left_alone_for_over_60_minutes_is_over(
    lager: Lager, session: str, ledig: timedelta, ventet: str | None
) -> None:
    assert touch_session(lager, session, nu=NU + ledig) == ventet
    assert touch_session(lager, session, nu=NU) == ventet


@pytest.mark.parametrize(("over", "ventet"), [(timedelta(), "l1"), (SEKUND, None)])
def test_a_session_in_use_is_over_after_8_hours(
    lager: Lager, session: str, over: timedelta, ventet: str | None
) -> None:
    for minutter in range(0, 480, 30):
        assert touch_session(lager, session, nu=NU + timedelta(minutes=minutter)) == "l1"
    assert touch_session(lager, session, nu=NU + timedelta(hours=8) + over) == ventet


def test_a_session_that_was_ended_never_begins_again(lager: Lager, session: str) -> None:
    end_session(lager, session)
    assert touch_session(lager, session, nu=NU) is None
    assert begin_session(lager, session, bruger="l1", nu=NU) is False
    assert touch_session(lager, session, nu=NU) is None


@pytest.mark.parametrize(("over", "ventet"), [(timedelta(), "l1"), (SEKUND, "")])
def test_whose_a_session_was_is_forgotten_after_8_hours_and_it_still_never_begins_again(
    lager: Lager, session: str, over: timedelta, ventet: str
) -> None:
    senere = NU + timedelta(hours=8) + over
    begin_session(lager, "b" * 64, bruger="l2", nu=senere)
    with lager.read() as con:
        brugere = con.execute(text("select bruger from sessioner order by noegle")).scalars().all()
    assert brugere == [ventet, "l2"]
    assert begin_session(lager, session, bruger="l1", nu=senere) is False
    assert touch_session(lager, session, nu=senere + SEKUND) is None


def find(lager: Lager, vaerdi: str, email: str = "l1@eksempel.invalid", udsteder: str = "https://idp") -> str | None:
    return find_bruger(lager, udsteder=udsteder, vaerdi=vaerdi, email=email, dag=DAG)


def test_an_account_is_bound_at_its_first_sign_in_and_found_by_the_claim_from_then_on(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    assert find(lager, "oid-1", "L1@Eksempel.Invalid") == "l1"
    assert find(lager, "oid-1", "et.nyt.navn@eksempel.invalid") == "l1"
    assert read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()[0] == "konto bundet"


@pytest.mark.parametrize(("vaerdi", "udsteder"), [("oid-2", "https://idp"), ("oid-1", "https://andet")])
def test_a_second_account_with_the_same_e_mail_is_nobody(lager: Lager, vaerdi: str, udsteder: str) -> None:
    add_raekke(lager, ny(), af="hr1")
    assert find(lager, "oid-1") == "l1"
    assert find(lager, vaerdi, udsteder=udsteder) is None


def test_an_account_whose_page_and_websocket_come_at_once_is_one_user(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    with ThreadPoolExecutor(8) as traade:
        fundne = list(traade.map(lambda _: find(lager, "oid-1"), range(8)))
    assert fundne == ["l1"] * 8
    assert read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list().count("konto bundet") == 1


def test_nobody_releases_her_own_account_however_it_is_spelled(lager: Lager) -> None:
    with pytest.raises(Brugerfejl, match=tekster_lager.EGEN_ADGANG):
        release_identitet(lager, "HR1", af="hr1")


def test_an_account_without_a_row_in_force_is_nobody(lager: Lager) -> None:
    add_raekke(lager, ny(gyldig_til=date(2026, 2, 28)), af="hr1")
    assert find(lager, "oid-1") is None
    assert find(lager, "oid-1", "") is None


def test_two_users_with_one_e_mail_are_nobody(lager: Lager) -> None:
    add_raekke(lager, ny("l1"), af="hr1")
    add_raekke(lager, ny("l2").__class__(**{**vars(ny("l2")), "email": "l1@eksempel.invalid"}), af="hr1")
    assert find(lager, "oid-1") is None


def test_a_released_account_is_bound_anew_and_signed_out(lager: Lager, session: str) -> None:
    add_raekke(lager, ny(), af="hr1")
    find(lager, "oid-1")
    release_identitet(lager, "l1", af="hr1")
    assert touch_session(lager, session, nu=NU) is None
    assert find(lager, "oid-2") == "l1"
    assert find(lager, "oid-1") is None


def ticket(lager: Lager, session: str) -> str:
    return issue_billet(lager, session=session, bruger="l1", fil="tal.csv", parametre={"enhed": "81510"}, nu=NU)


@pytest.mark.parametrize(
    ("session", "bruger", "alder", "ventet"),
    [
        (NOEGLE, "l1", timedelta(minutes=2), Billet("tal.csv", {"enhed": "81510"})),
        (NOEGLE, "l1", timedelta(minutes=2) + SEKUND, None),
        (NOEGLE, "l2", SEKUND, None),
        ("b" * 64, "l1", SEKUND, None),
    ],
)
def test_a_ticket_is_good_for_its_user_in_its_session_for_two_minutes(
    lager: Lager, session: str, bruger: str, alder: timedelta, ventet: Billet | None
) -> None:
    begin_session(lager, NOEGLE, bruger="l1", nu=NU)
    begin_session(lager, "b" * 64, bruger="l1", nu=NU)
    billet = ticket(lager, NOEGLE)
    assert redeem_billet(lager, billet, session=session, bruger=bruger, nu=NU + alder) == ventet


def test_no_two_tickets_are_alike_and_a_guess_is_none(lager: Lager, session: str) -> None:
    billetter = {ticket(lager, session) for _ in range(20)}
    assert len(billetter) == 20
    assert min(len(billet) for billet in billetter) >= 40
    assert redeem_billet(lager, "x" * 43, session=session, bruger="l1", nu=NU) is None
