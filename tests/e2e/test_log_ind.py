"""Signing in through a real identity provider in a real browser."""

from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect
from sqlalchemy import select, update

from pipeline.lager.adgang import end_raekke, read_adgang
from pipeline.lager.log import read_log
from pipeline.lager.skema import sessioner

I_DAG = datetime.now(UTC).date()


@pytest.fixture
def log_ind(ny_kontekst, oidc_server):
    """Asks for a page and signs in at the provider as one of its accounts."""

    def run(konto, sti="/"):
        kontekst = ny_kontekst()
        side = kontekst.new_page()
        side.goto(oidc_server.adresse + sti)
        side.get_by_role("link", name="Log ind").click()
        side.get_by_role("button", name=konto, exact=False).click()
        side.wait_for_url(f"{oidc_server.adresse}/**")
        return side

    return run


def heading(side):
    return side.get_by_role("heading", level=1)


def test_a_known_user_sees_her_own_area(log_ind):
    side = log_ind("oid-leder")
    expect(heading(side)).to_have_text("Det skal du")
    side.get_by_role("link", name="Overblik").click()
    expect(heading(side)).to_have_text("Sygefravær i Plejehjemmet Åvang")
    expect(side.get_by_text("Du ser Plejehjemmet Åvang: 1 enhed, 63 ansat 30. juni 2025.")).to_be_visible()
    expect(side.get_by_role("link", name="Adgang")).to_have_count(0)


def test_an_account_nobody_knows_is_told_whom_to_ask(log_ind):
    side = log_ind("oid-ukendt")
    expect(side.get_by_text("Spørg HR & Løn")).to_be_visible()
    expect(side.get_by_test_id("stMetricValue")).to_have_count(0)


def test_an_account_whose_access_has_run_out_is_told_whom_to_ask(log_ind):
    side = log_ind("oid-udloebet")
    expect(side.get_by_text("Spørg HR & Løn")).to_be_visible()
    expect(side.get_by_test_id("stMetricValue")).to_have_count(0)


def test_a_second_account_with_hrs_e_mail_is_nobody(log_ind):
    expect(heading(log_ind("oid-hr"))).to_have_text("Sygefravær i Eksempel Kommune")
    side = log_ind("oid-falsk")
    expect(side.get_by_text("Spørg HR & Løn")).to_be_visible()
    expect(side.get_by_test_id("stMetricValue")).to_have_count(0)


def test_one_lands_on_the_page_one_asked_for(log_ind, oidc_server):
    side = log_ind("oid-hr", "/adgang")
    expect(heading(side)).to_have_text("Hvem ser hvad")
    assert side.url == f"{oidc_server.adresse}/adgang"


def test_a_page_that_is_not_ones_own_does_not_exist(log_ind):
    side = log_ind("oid-chef", "/adgang")
    expect(heading(side)).to_have_text("Siden findes ikke")
    expect(side.get_by_text("Hvem ser hvad")).to_have_count(0)


def test_signing_out_ends_it_for_a_copied_cookie_too(log_ind, ny_kontekst, oidc_server):
    side = log_ind("oid-hr")
    expect(heading(side)).to_have_text("Sygefravær i Eksempel Kommune")
    cookies = side.context.cookies()
    side.get_by_role("button", name="Log ud").click()
    side.get_by_role("button", name="End session").click()  # the provider's own question
    side.goto(oidc_server.adresse)
    expect(side.get_by_role("link", name="Log ind")).to_be_visible()
    tyv = ny_kontekst()
    tyv.add_cookies(cookies)
    kopi = tyv.new_page()
    kopi.goto(oidc_server.adresse)
    expect(kopi.get_by_text("Du er logget ud")).to_be_visible()
    expect(kopi.get_by_test_id("stMetricValue")).to_have_count(0)


def test_a_cookie_that_was_tampered_with_is_nobodys(log_ind, ny_kontekst, oidc_server):
    side = log_ind("oid-hr")
    expect(heading(side)).to_have_text("Sygefravær i Eksempel Kommune")
    cookies = side.context.cookies()
    for cookie in cookies:
        if cookie["name"].startswith("_streamlit_user"):
            cookie["value"] = cookie["value"][:-4] + "abcd"
    anden = ny_kontekst()
    anden.add_cookies(cookies)
    kopi = anden.new_page()
    kopi.goto(oidc_server.adresse)
    expect(kopi.get_by_role("link", name="Log ind")).to_be_visible()
    expect(kopi.get_by_test_id("stMetricValue")).to_have_count(0)


def test_a_session_left_alone_for_over_an_hour_is_over(log_ind, oidc_server):
    side = log_ind("oid-chef")
    expect(heading(side)).to_have_text("Mine enheder")
    lager = oidc_server.open_lager()
    with lager.write() as con:
        con.execute(update(sessioner).values(sidst_set="2026-01-01T00:00:00.000000Z"))
    side.reload()
    expect(side.get_by_text("Du er logget ud")).to_be_visible()
    with lager.read() as con:
        chefens = con.execute(select(sessioner.c.afsluttet).where(sessioner.c.bruger == "l12089")).scalars().all()
    assert [afsluttet for afsluttet in chefens if afsluttet is not None] != []
    lager.close()


def test_a_role_taken_away_while_signed_in_shows_nothing_at_the_next_run(log_ind, oidc_server):
    lager = oidc_server.open_lager()
    side = log_ind("oid-leder")
    expect(heading(side)).to_have_text("Det skal du")
    (raekke,) = [raekke for raekke in read_adgang(lager) if raekke.bruger == "l10463"]
    end_raekke(lager, raekke.id, af="hr1", dag=I_DAG)
    side.reload()
    expect(side.get_by_text("Du er logget ud")).to_be_visible()
    expect(side.get_by_test_id("stMetricValue")).to_have_count(0)
    haendelser = read_log(lager, fra=date(2026, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()
    assert {"log ind", "konto bundet", "adgang afsluttet"} <= set(haendelser)
    lager.close()


def test_there_are_no_personas_beside_an_identity_provider(ny_kontekst, oidc_server):
    side = ny_kontekst().new_page()
    svar = side.goto(f"{oidc_server.adresse}/demo")
    assert svar.status == 404
    expect(heading(side)).to_have_text("Siden findes ikke")
