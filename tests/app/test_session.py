"""Who is at the other end: the conditions of the demo, what a provider's claims must say, and when a sign-in counts."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from app.miljoe import find_miljoe
from app.sikkerhed.opsaetning import Opsaetning, Udbyder
from app.sikkerhed.session import DEMO_COOKIE, Forespoergsel, demo_is_open, demo_key, find_session
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.identiteter import bind_konto
from pipeline.lager.sessioner import begin_session, end_session
from pipeline.port.scope import Miljoe
from tests.conftest import COOKIENOEGLE

UDBYDER = Udbyder("https://idp/.well-known", "https://idp", "sygefravaer", "hemmelig", "oid", "lejer-1")
UDEN = Opsaetning("http://localhost:8501", None)
MED = Opsaetning("https://sygefravaer.eksempel.invalid", UDBYDER)
NU = datetime.now(UTC)


@pytest.fixture
def miljoe(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    return find_miljoe()


def request(cookies=None, headere=None, *, er_lokal=True):
    return Forespoergsel(cookies or {}, headere or {}, er_lokal)


def test_the_demo_is_open_on_the_machine_itself(miljoe):
    assert demo_is_open(request(), miljoe=miljoe, opsaetning=UDEN)


@pytest.mark.parametrize(
    "anmodning",
    [
        request(er_lokal=False),
        *(request(headere={navn: "10.0.0.1"}) for navn in ("Forwarded", "x-forwarded-for", "Via")),
    ],
)
def test_the_demo_is_shut_for_anybody_from_outside(miljoe, anmodning):
    assert not demo_is_open(anmodning, miljoe=miljoe, opsaetning=UDEN)


def test_the_demo_is_shut_beside_an_identity_provider(miljoe):
    assert not demo_is_open(request(), miljoe=miljoe, opsaetning=MED)


def test_the_demo_is_shut_for_another_delivery(build):
    build()
    assert not demo_is_open(request(), miljoe=find_miljoe(), opsaetning=UDEN)


def test_a_persona_is_the_session_of_her_cookie_and_of_nothing_else(miljoe):
    begin_session(miljoe.lager, demo_key("abc"), bruger="l10463", nu=NU)
    assert find_session(request({DEMO_COOKIE: "abc"}), miljoe=miljoe, opsaetning=UDEN).bruger == "l10463"
    for cookies in ({DEMO_COOKIE: "abd"}, {DEMO_COOKIE: demo_key("abc")}, {"bruger": "l10463"}, {}):
        assert find_session(request(cookies), miljoe=miljoe, opsaetning=UDEN).bruger is None
    udefra = request({DEMO_COOKIE: "abc"}, er_lokal=False)
    assert find_session(udefra, miljoe=miljoe, opsaetning=UDEN).bruger is None
    end_session(miljoe.lager, demo_key("abc"))
    assert find_session(request({DEMO_COOKIE: "abc"}), miljoe=miljoe, opsaetning=UDEN).grund == "udløbet"


CLAIMS = {
    "is_logged_in": True,
    "iss": "https://idp",
    "aud": "sygefravaer",
    "tid": "lejer-1",
    "sub": "s-1",
    "oid": "o-1",
    "email": "l1@eksempel.invalid",
    "email_verified": True,
}


@pytest.fixture
def sign_in(miljoe):
    """What the server makes of a sign-in with these claims, signed with a key."""
    ny = NyRaekke("l1", "l1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Prøve")
    add_raekke(miljoe.lager, ny, af="hr0")

    def run(noegle=COOKIENOEGLE, *, alder=timedelta(), nu=NU, opsaetning=MED, uden=(), **claims):
        alle = {**CLAIMS, "iat": int((NU - alder).timestamp()), **claims}
        alle = {navn: vaerdi for navn, vaerdi in alle.items() if navn not in uden}
        cookie = create_signed_value(noegle, "_streamlit_user", json.dumps(alle)).decode()
        da = Miljoe(miljoe.database, miljoe.lager, lambda: nu)
        return find_session(request({"_streamlit_user": cookie}), miljoe=da, opsaetning=opsaetning)

    return run


def test_a_fresh_sign_in_of_a_known_account_is_its_user(sign_in):
    assert sign_in().bruger == "l1"
    assert sign_in(aud=["andet", "sygefravaer"], nonce="2").bruger == "l1"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://andet"},
        {"aud": "andet"},
        {"aud": ["andet"]},
        {"tid": "lejer-2"},
        {"tid": None},
        {"is_logged_in": False},
    ],
    ids=str,
)
def test_a_token_of_another_issuer_audience_or_tenant_is_nobodys(sign_in, claims):
    assert sign_in(**claims).grund == "ikke logget ind"


def test_a_cookie_signed_with_another_key_is_nobodys(sign_in):
    assert sign_in("en-anden-noegle-der-er-lang-nok-012345").grund == "ikke logget ind"


@pytest.mark.parametrize(("sekunder", "bruger"), [(299, "l1"), (301, None)])
def test_a_sign_in_first_seen_late_does_not_begin(sign_in, sekunder, bruger):
    assert sign_in(alder=timedelta(seconds=sekunder)).bruger == bruger


def test_the_account_counts_and_not_the_e_mail(sign_in):
    assert sign_in().bruger == "l1"
    assert sign_in(email="et.nyt.navn@eksempel.invalid", nonce="2").bruger == "l1"
    for _ in range(2):
        svar = sign_in(oid="o-2", nonce="3")
        assert (svar.bruger, svar.grund) == (None, "ukendt")


def test_a_token_is_one_session_for_eight_hours_at_most(sign_in):
    for time in range(9):
        assert sign_in(nu=NU + timedelta(hours=time)).bruger == "l1"
    assert sign_in(nu=NU + timedelta(hours=8, seconds=1)).grund == "udløbet"
    assert sign_in().grund == "udløbet"


@pytest.mark.parametrize("vidne", [False, None, "false", "", 0, "nej", [True]])
def test_an_e_mail_the_provider_does_not_vouch_for_binds_nobody(sign_in, vidne):
    svar = sign_in(email_verified=vidne)
    assert (svar.bruger, svar.grund, svar.konto) == (None, "ukendt", "o-1")
    assert sign_in(email_verified=True, nonce="2").bruger == "l1"  # the account was not spent


@pytest.mark.parametrize("uden", [("email",), ("email_verified",), ("email", "email_verified")])
def test_a_name_that_looks_like_the_e_mail_is_none(sign_in, uden):
    svar = sign_in(uden=uden, preferred_username="l1@eksempel.invalid", upn="l1@eksempel.invalid")
    assert (svar.bruger, svar.grund) == (None, "ukendt")


@pytest.mark.parametrize("vidne", [True, "true", 1, "1"])
def test_another_claim_may_vouch_when_the_settings_say_so(sign_in, vidne):
    entra = replace(MED, udbyder=replace(UDBYDER, vidne="xms_edov"))
    assert sign_in(opsaetning=entra, uden=("xms_edov",)).grund == "ukendt"
    assert sign_in(opsaetning=entra, email_verified=False, xms_edov=vidne, nonce="2").bruger == "l1"


@pytest.mark.parametrize("claims", [{"oid": None}, {"oid": ""}, {"oid": 7}, {"oid": ["o-1"]}], ids=str)
def test_a_token_that_does_not_say_which_account_is_nobodys(sign_in, claims):
    """Another claim in its place would let one account's number be another's."""
    assert sign_in(**claims, sub="o-1").grund == "ikke logget ind"


def test_an_account_hr_has_bound_needs_no_e_mail(sign_in, miljoe):
    assert sign_in(email_verified=False).grund == "ukendt"
    bind_konto(miljoe.lager, "l1", udsteder="https://idp", vaerdi="o-1", af="hr1")
    assert sign_in(email_verified=False, nonce="2").bruger == "l1"


@pytest.mark.parametrize(("bruger", "af"), [("hr1", "HR1"), ("ingen", "hr1")])
def test_an_account_is_bound_to_a_known_user_by_somebody_else(sign_in, miljoe, bruger, af):
    add_raekke(miljoe.lager, NyRaekke("hr1", "hr1@eksempel.invalid", "hr", 81000, date(2020, 1, 1), "P"), af="hr0")
    with pytest.raises(Brugerfejl):
        bind_konto(miljoe.lager, bruger, udsteder="https://idp", vaerdi="o-9", af=af)
    assert sign_in(oid="o-9", email_verified=False).grund == "ukendt"


def test_one_account_is_one_user_and_one_user_one_account(sign_in, miljoe):
    add_raekke(miljoe.lager, NyRaekke("l2", "l2@eksempel.invalid", "leder", 81461, date(2020, 1, 1), "P"), af="hr0")
    bind_konto(miljoe.lager, "l1", udsteder="https://idp", vaerdi="o-1", af="hr1")
    for bruger, vaerdi in (("l2", "o-1"), ("l1", "o-2")):
        with pytest.raises(Brugerfejl, match="allerede bundet"):
            bind_konto(miljoe.lager, bruger, udsteder="https://idp", vaerdi=vaerdi, af="hr1")
    assert sign_in().bruger == "l1"
