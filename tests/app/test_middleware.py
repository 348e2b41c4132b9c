"""The headers and closed doors around every answer, tried on a server that says nothing but hello.

Doors that are tried one by one stand in test_doere.py.
"""

from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.sikkerhed.middleware import Haerdning
from app.sikkerhed.opsaetning import Opsaetning
from app.sikkerhed.session import DEMO_COOKIE, Session

SIDE = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title><script>window.x = 1</script></head></html>'


async def page(_):
    svar = HTMLResponse(SIDE)
    svar.set_cookie("_streamlit_xsrf", "x")
    return svar


async def text(_):
    return PlainTextResponse("ok")


async def greet(stik):
    await stik.accept()
    await stik.send_text("hej")
    await stik.close()


def client(adresse="http://localhost:8501", cookies=None):
    ruter = [
        Route("/", page),
        Route("/_stcore/health", text),
        Route("/_stcore/metrics", text),
        WebSocketRoute("/_stcore/stream", greet),
    ]
    app = Haerdning(Starlette(routes=ruter), opsaetning=Opsaetning(adresse, None))
    return TestClient(app, base_url=adresse, cookies=cookies)


@pytest.fixture(autouse=True)
def uden_database(database):
    """There is none."""


@pytest.fixture
def inde(monkeypatch):
    """Somebody is signed in."""
    monkeypatch.setattr("app.sikkerhed.middleware.find_session", lambda *_, **__: Session("u1", "n1"))
    return {DEMO_COOKIE: "abc"}


def test_a_page_is_danish_strict_and_kept_nowhere(inde):
    svar = client(cookies=inde).get("/")
    assert '<html lang="da">' in svar.text
    assert "<title>Sygefravær</title>" in svar.text
    assert int(svar.headers["content-length"]) == len(svar.content)
    assert svar.headers["cache-control"] == "no-store"
    assert svar.headers["x-frame-options"] == "DENY"
    assert svar.headers["x-content-type-options"] == "nosniff"


def test_scripts_are_our_own_files_and_the_pages_own_by_hash(inde):
    side = client(cookies=inde)
    regler = dict(regel.split(" ", 1) for regel in side.get("/").headers["content-security-policy"].split("; "))
    assert regler["default-src"] == "'self'"
    assert regler["script-src"].split() == [
        "'self'",
        f"'sha256-{b64encode(sha256(b'window.x = 1').digest()).decode()}'",
        "'wasm-unsafe-eval'",
    ]
    assert regler["frame-ancestors"] == regler["object-src"] == "'none'"


def test_behind_tls_cookies_are_secure_and_the_browser_stays_there(inde):
    svar = client("https://sygefravaer.eksempel.invalid", inde).get("/")
    assert svar.headers["set-cookie"].endswith("; Secure")
    assert "max-age=31536000" in svar.headers["strict-transport-security"]
    uden = client(cookies=inde).get("/")
    assert "Secure" not in uden.headers["set-cookie"]
    assert "strict-transport-security" not in uden.headers


@pytest.mark.parametrize("sti", ["/_stcore/metrics", "/media", "/media/x.csv", "/_stcore/upload_file/a"])
def test_streamlits_own_doors_are_shut(sti):
    assert client().get(sti).status_code == 404
    assert client().get("/_stcore/health").status_code == 200


@pytest.mark.parametrize("vaert", ["ond.invalid", "sygefravaer.eksempel.invalid.ond.invalid", ""])
def test_another_host_name_finds_nothing(vaert):
    svar = client("https://sygefravaer.eksempel.invalid").get("/", headers={"Host": vaert})
    assert svar.status_code == 404


def connect(klient, oprindelse="http://localhost:8501"):
    with klient.websocket_connect("ws://localhost:8501/_stcore/stream", headers={"Origin": oprindelse}) as stik:
        return stik.receive()


@pytest.mark.parametrize("oprindelse", ["https://ond.invalid", "", "null", "http://localhost:8501.ond.invalid", "//"])
def test_a_page_of_another_site_cannot_connect(inde, oprindelse):
    with pytest.raises(WebSocketDisconnect):
        connect(client(cookies=inde), oprindelse)


def test_a_page_of_our_own_connects_when_somebody_is_signed_in(inde):
    assert connect(client(cookies=inde))["text"] == "hej"


@pytest.mark.parametrize("cookies", [None, {"andet": "x"}, {DEMO_COOKIE: "opdigtet"}])
def test_without_a_sign_in_the_websocket_says_where_the_front_page_is_and_nothing_else(cookies):
    with client(cookies=cookies).websocket_connect(
        "ws://localhost:8501/_stcore/stream", subprotocols=["streamlit"], headers={"Origin": "http://localhost:8501"}
    ) as stik:
        besked = ForwardMsg.FromString(stik.receive_bytes())
        assert [(felt.name, vaerdi.url) for felt, vaerdi in besked.ListFields()] == [("auth_redirect", "/")]
        assert stik.receive()["type"] == "websocket.close"


@pytest.mark.parametrize("sti", ["/findes-ikke", "/ADGANG", "/adgang2", "/https:ond.invalid"])
def test_an_address_that_is_no_page_is_the_front_page_and_is_not_remembered(sti):
    svar = client().get(sti, follow_redirects=False)
    assert (svar.status_code, svar.headers.get("location")) in ((303, "/"), (404, None))
    assert "sygefravaer_side" not in svar.headers.get("set-cookie", "")


def test_the_page_asked_for_is_remembered_and_only_our_own_names_are():
    svar = client().get("/adgang", follow_redirects=False)
    assert (svar.status_code, svar.headers["location"]) == (303, "/")
    assert svar.headers["set-cookie"].startswith('sygefravaer_side="/adgang"; HttpOnly')
    ond = client().get("/", headers={"Cookie": "sygefravaer_side=//ond.invalid"}, follow_redirects=False)
    assert (ond.status_code, "location" in ond.headers) == (200, False)


def test_before_sign_in_the_front_page_is_only_html():
    """No script, and nothing of Streamlit."""
    svar = client().get("/")
    assert (svar.status_code, svar.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Sygefravær" in svar.text
    assert "<script" not in svar.text
    assert "treamlit" not in svar.text
