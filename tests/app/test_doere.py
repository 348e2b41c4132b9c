"""Every door of the server, one by one: shut for whom it should be, open for whom it should be."""

import json
import re
import urllib.parse

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app.miljoe import find_miljoe
from app.sikkerhed.graenser import Graenser
from app.sikkerhed.middleware import SIDE_COOKIE, SIDER, Haerdning
from app.sikkerhed.opsaetning import Opsaetning, Udbyder
from app.sikkerhed.ruter import hent
from app.sikkerhed.session import DEMO_COOKIE, Session, demo_key
from pipeline.lager.billetter import issue_billet
from pipeline.lager.sessioner import begin_session
from tests.conftest import PROJEKT

ADRESSE = "https://sygefravaer.eksempel.invalid"
UDBYDER = Udbyder("https://idp/.well-known", "https://idp", "sygefravaer", "hemmelig", "oid", None)
METODER = ["GET", "HEAD", "POST", "PUT", "DELETE"]
STREAMLITS = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/a/b",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/allowed-message-origins",
    "/_stcore/bidi-components/a/b",
    "/_stcore/",
    "/media",
    "/media/",
    "/media/abc.csv",
    "/media/../media/abc.csv",
    "/component/a/index.html",
    "/app/static/x.txt",
    "/adgang/_stcore/metrics",
    "/adgang/media/abc.csv",
    "/vendor/x.js",
)


async def echo(request):
    return PlainTextResponse("streamlit")


def make_client(opsaetning=None, cookies=None):
    """A server on which no time passes, whose every address says that Streamlit was asked."""
    ruter = [Route("/hent/{billet}", hent), Route("/{sti:path}", echo, methods=METODER)]
    app = Haerdning(Starlette(routes=ruter), opsaetning=opsaetning or Opsaetning(ADRESSE, UDBYDER))
    app.graenser = Graenser(ur=lambda: 0.0)
    return TestClient(app, base_url=ADRESSE, cookies=cookies, follow_redirects=False)


@pytest.fixture(autouse=True)
def uden_database(database):
    """There is none."""


@pytest.fixture
def inde(monkeypatch):
    monkeypatch.setattr("app.sikkerhed.middleware.find_session", lambda *_, **__: Session("u1", "n1"))
    return {DEMO_COOKIE: "abc"}


@pytest.mark.parametrize("metode", METODER)
@pytest.mark.parametrize("sti", STREAMLITS)
def test_streamlits_own_addresses_are_nobodys(inde, metode, sti):
    svar = make_client(cookies=inde).request(metode, sti)
    assert svar.status_code == 404
    assert "streamlit" not in svar.text


@pytest.mark.parametrize("sti", ["/_stcore/health", "/_stcore/host-config", "/static/js/index.abc.js", "/favicon.png"])
def test_what_the_page_needs_is_there_without_a_sign_in(sti):
    assert make_client().get(sti).text == "streamlit"


@pytest.mark.parametrize(
    "vaert",
    [
        "ond.invalid",
        "sygefravaer.eksempel.invalid.ond.invalid",
        "ond.invalid:443",
        "sygefravaer.eksempel.invalid@ond.invalid",
        "localhost.ond.invalid",
        "",
    ],
)
def test_a_host_that_is_not_ours_finds_nothing(inde, vaert):
    assert make_client(cookies=inde).get("/", headers={"Host": vaert}).status_code == 404


@pytest.mark.parametrize("metode", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "oprindelse", ["https://ond.invalid", "null", "", f"{ADRESSE}.ond.invalid", "http://localhost"]
)
@pytest.mark.parametrize("sti", ["/", "/demo", "/log-ind", "/hent/x", "/auth/login"])
def test_a_form_or_a_script_of_another_site_does_nothing(inde, metode, oprindelse, sti):
    svar = make_client(cookies=inde).request(metode, sti, headers={"Origin": oprindelse})
    assert svar.status_code == 404


@pytest.mark.parametrize(
    ("fra", "status"), [("cross-site", 404), ("same-site", 200), ("same-origin", 200), ("none", 200)]
)
def test_a_picture_on_another_site_signs_nobody_out(inde, fra, status):
    assert make_client(cookies=inde).get("/auth/logout", headers={"Sec-Fetch-Site": fra}).status_code == status


@pytest.mark.parametrize(
    "husket",
    [
        "//ond.invalid",
        "https://ond.invalid",
        "/\\ond.invalid",
        "/adgang@ond.invalid",
        "/adgang/../../x",
        "/adgang?x=https://ond.invalid",
        "/adgang?enhed=1&enhed=2&enhed=3",
        "/adgang\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/%2f/ond.invalid",
        "%2f%2fond.invalid",
        "/hent/x",
        "/auth/logout",
        "/demo",
    ],
)
def test_the_page_remembered_is_one_of_ours_or_none(inde, husket):
    svar = make_client(cookies={**inde, SIDE_COOKIE: urllib.parse.quote(husket)}).get("/")
    assert (svar.status_code, svar.text, "location" in svar.headers) == (200, "streamlit", False)


@pytest.mark.parametrize("side", sorted(SIDER))
def test_every_page_asks_for_a_sign_in_first_and_comes_back(side):
    svar = make_client().get(f"{side}?enhed=00081583")
    assert (svar.status_code, svar.headers["location"]) == (303, "/")
    husket = re.match(rf'{SIDE_COOKIE}="?([^";]*)', svar.headers["set-cookie"])
    assert urllib.parse.unquote(husket[1]) == f"{side}?enhed=00081583"


@pytest.mark.parametrize("sti", ["/", "/adgang", "/medarbejdere", "/findes-ikke", "/?enhed=1"])
@pytest.mark.parametrize(
    "cookies",
    [
        {},
        {"_streamlit_user": "opdigtet"},
        {"_streamlit_user": "chunks-3"},
        {"_streamlit_user": json.dumps({"is_logged_in": True, "oid": "hr1"})},
        {DEMO_COOKIE: "opdigtet"},
        {"bruger": "hr1", "rolle": "hr"},
    ],
    ids=str,
)
def test_nothing_but_our_own_html_is_given_to_somebody_unknown(sti, cookies):
    svar = make_client(cookies=cookies).get(sti, headers={"X-Remote-User": "hr1", "X-Forwarded-User": "hr1"})
    assert svar.status_code in (200, 303)
    assert "streamlit" not in svar.text
    assert str(PROJEKT) not in svar.text
    assert "<script" not in svar.text


@pytest.mark.parametrize("sti", ["/", "/log-ind", "/auth/login", "/oauth2callback?state=x", "/hent/x", "/demo"])
def test_an_address_without_a_sign_in_has_a_limit(sti):
    klient = make_client()
    assert {klient.get(sti).status_code for _ in range(200)} <= {200, 303, 404}
    svar = klient.get(sti)
    assert (svar.status_code, "For mange forespørgsler" in svar.text) == (429, True)


def test_those_who_are_signed_in_are_not_counted_with_those_who_are_not(inde):
    klient = make_client()
    while klient.get("/").status_code == 200:
        pass
    klient.cookies.update(inde)
    assert klient.get("/").text == "streamlit"


def test_a_cookie_that_opens_nothing_counts_as_none():
    klient = make_client(cookies={"_streamlit_user": "opdigtet"})
    svar = [klient.get("/").status_code for _ in range(201)]
    assert (svar[0], svar[199], svar[200]) == (200, 200, 503)


def test_one_address_over_its_limit_is_not_anothers_behind_a_proxy_of_ours():
    klient = make_client(Opsaetning(ADRESSE, UDBYDER, frozenset({"testclient"})))
    while klient.get("/", headers={"X-Forwarded-For": "1.2.3.4"}).status_code == 200:
        pass
    assert klient.get("/", headers={"X-Forwarded-For": "6.6.6.6, 1.2.3.4"}).status_code == 429
    assert klient.get("/", headers={"X-Forwarded-For": "1.2.3.5"}).status_code == 200


@pytest.fixture
def billet(demo_database, database, monkeypatch):
    """Two personas signed in to the demo, and an address only the first may fetch."""
    database.write_bytes(demo_database.read_bytes())
    monkeypatch.setattr("app.sikkerhed.ruter.read_opsaetning", lambda: Opsaetning("http://localhost:8501", None))
    miljoe = find_miljoe()
    for bruger in ("u1", "u2"):
        begin_session(miljoe.lager, demo_key(f"cookie-{bruger}"), bruger=bruger, nu=miljoe.ur())
    return issue_billet(
        miljoe.lager, session=demo_key("cookie-u1"), bruger="u1", fil="log", parametre={}, nu=miljoe.ur()
    )


def fetch(billet, bruger, **headere):
    lokal = Opsaetning("http://localhost:8501", None)
    app = Haerdning(Starlette(routes=[Route("/hent/{billet}", hent)]), opsaetning=lokal)
    cookies = {} if bruger is None else {DEMO_COOKIE: f"cookie-{bruger}"}
    klient = TestClient(app, base_url=lokal.adresse, client=("127.0.0.1", 1), cookies=cookies)
    return klient.get(f"/hent/{billet}", headers=headere)


def test_a_ticket_is_for_one_user_in_one_session_and_looks_like_none_to_others(billet, monkeypatch):
    """What she may have in it is tried in test_filer.py."""
    set_ = []
    monkeypatch.setattr("app.hent.make_fil", lambda billet, bruger, _: set_.append(bruger.navn))
    ingen = fetch("findes-ikke", "u1").text
    for bruger, adresse in ((None, billet), ("u2", billet), ("u3", billet), ("u1", billet[:-1]), ("u1", f"{billet}x")):
        svar = fetch(adresse, bruger)
        assert (svar.status_code, svar.text) == (404, ingen)
    assert set_ == []
    assert fetch(billet, "u1", **{"X-Forwarded-For": "1.2.3.4"}).status_code == 404
    assert set_ == []
    fetch(billet, "u1")
    assert set_ == ["u1"]
