"""The way through the identity provider, step by step and bent at each: only a whole one signs anybody in."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import httpx2
import pytest

from tests.browser import BOEJEDE

LOGIN = "_streamlit_user"


class Browser:
    """Follows no redirect by itself."""

    def __init__(self, adresse):
        self.adresse = adresse
        self.klient = httpx2.Client(base_url=adresse, follow_redirects=False)

    def begin(self):
        """The address at the provider one is sent to."""
        videre = self.klient.get("/log-ind").headers["location"]
        return self.klient.get(videre).headers["location"]

    def come_back(self, svar):
        sti = svar.split(self.adresse, 1)[-1]
        self.klient.get(sti)
        return self.is_in

    @property
    def is_in(self):
        return "Log ind" not in self.klient.get("/").text


@pytest.fixture
def browser_paa(oidc_server):
    aabne = []

    def make():
        aabne.append(Browser(oidc_server.adresse))
        return aabne[-1]

    yield make
    for en in aabne:
        en.klient.close()


def consent(adresse, konto="oid-hr"):
    """The provider's answer: the address it sends one back to."""
    return httpx2.post(adresse, data={"sub": konto}, follow_redirects=False).headers["location"]


def bend(adresse, **felter):
    """The address with fields replaced, or taken out by None."""
    dele = urlsplit(adresse)
    alle = {navn: vaerdi[0] for navn, vaerdi in parse_qs(dele.query).items()} | felter
    return urlunsplit(dele._replace(query=urlencode({navn: v for navn, v in alle.items() if v is not None})))


def test_a_whole_way_signs_in(browser_paa):
    browser = browser_paa()
    til = browser.begin()
    felter = parse_qs(urlsplit(til).query)
    assert {"state", "nonce"} <= felter.keys()
    assert felter["redirect_uri"] == [f"{browser.adresse}/oauth2callback"]
    assert browser.come_back(consent(til))


@pytest.mark.parametrize(
    "felter",
    [{"state": None}, {"state": ""}, {"state": "opdigtet"}, {"code": None}, {"code": "opdigtet"}, {"error": "x"}],
    ids=str,
)
def test_an_answer_with_another_state_or_code_signs_nobody_in(browser_paa, felter):
    browser = browser_paa()
    assert not browser.come_back(bend(consent(browser.begin()), **felter))


def test_an_answer_to_somebody_elses_browser_signs_nobody_in(browser_paa):
    """Else a link could sign one in as another."""
    anden = browser_paa()
    svar = consent(anden.begin())
    assert not browser_paa().come_back(svar)
    egen = browser_paa()
    egen.begin()
    assert not egen.come_back(svar)


def test_an_answer_counts_once(browser_paa):
    browser = browser_paa()
    svar = consent(browser.begin())
    assert browser.come_back(svar)
    browser.klient.cookies.delete(LOGIN)
    for navn in [cookie.name for cookie in browser.klient.cookies.jar if cookie.name.startswith(LOGIN)]:
        browser.klient.cookies.delete(navn)
    assert not browser.come_back(svar)


def test_a_token_made_for_another_way_in_has_another_nonce_and_signs_nobody_in(browser_paa):
    browser = browser_paa()
    til = browser.begin()
    assert not browser.come_back(consent(bend(til, nonce="en-anden-nonce")))
    assert not browser.come_back(consent(bend(browser.begin(), nonce=None)))


def test_a_sign_in_is_begun_with_a_provider_of_ours_only(browser_paa):
    browser = browser_paa()
    for udbyder in ("", "default", "ond", "eyJhbGciOiJub25lIn0.eyJwcm92aWRlciI6ImRlZmF1bHQifQ."):
        svar = browser.klient.get(f"/auth/login?provider={udbyder}")
        assert urlsplit(svar.headers["location"]).netloc in ("", urlsplit(browser.adresse).netloc)


def test_a_token_from_or_for_another_or_of_another_time_signs_nobody_in(browser_paa):
    """All are of an e-mail that is known and vouched for; the last, whose token is whole, is its user."""
    for konto in BOEJEDE:
        browser = browser_paa()
        assert not browser.come_back(consent(browser.begin(), konto)), konto
    browser = browser_paa()
    assert browser.come_back(consent(browser.begin(), "oid-med"))


def test_an_account_the_provider_does_not_vouch_for_is_told_its_number(browser_paa):
    browser = browser_paa()
    browser.come_back(consent(browser.begin(), "oid-uden-vidne"))
    tekst = browser.klient.get("/").text
    assert "Spørg HR &amp; Løn" in tekst
    assert re.search(r"kontonummer[^<]*: oid-uden-vidne", tekst)
