"""What reaches the browser: of every role, every byte, whatever is put in the address, the cookies and the headers."""

import struct
from datetime import UTC, date, datetime
from itertools import chain

import pytest
from playwright.sync_api import expect

from benchmarks.klient import open_traad, sign_in
from pipeline.lager.laase import NyLaas, lift_laas, lock_kvartal
from pipeline.lager.log import Haendelse
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, open_scope
from pipeline.report.visning import DECIMALER_I_FIGUR
from pipeline.tekster.dashboard import SIDER
from tests.conftest import NOEGLE, PERSONNOEGLE, query
from tests.omfang import held
from tests.pipeline.status.conftest import EGNE, laasefil, sagen
from tests.soegning import found_in

__all__ = ["laasefil", "sagen"]

PERSONAER = {  # persona → her own nodes' number, None for all and for none
    "hr1": 81000,
    "dpo1": None,
    "l12089": 81210,
    "l10463": 81583,
    "okonomi1": None,
    "med1": None,
}
# Figures of the nodes outside the own, but for those too round to be anybody's (a column's width is eleventh parts).
ANDRES_TAL = """
    with egne as (select enhed_id from enhed_overordnede where overordnet_id = {egen})
    select distinct sygedage from noegletal
    where
        abs(sygedage * 9240 - round(sygedage * 9240)) > 1e-6
        and enhed_id not in (from egne)
        and sygedage not in (
            select noegletal.sygedage from noegletal where enhed_id in (from egne) and sygedage is not null
        )
"""
PLACEREDE = """
    select medarbejdernr
    from ansaettelser
    join placeringer using (placering_id)
    join enhed_overordnede on placeringer.enhedsnr = enhed_overordnede.enhed_id
    join bygning on udtraeksdato between fra and til
    where overordnet_id = {egen}
"""
FREMMED, EGEN = {"enhed": "00081461"}, {"enhed": "00081583", "periode": "2025K2"}
UDEN_STED = ("det_skal_du", "kvartalet", "laaste", "mine_enheder", "opfoelgning", "status")
"""The pages that choose no unit."""
ADRESSER = [
    *(
        (side.replace("start", ""), valg)
        for side in SIDER
        for valg in ((FREMMED,) if side in UDEN_STED else ({}, FREMMED, EGEN))
    ),
    ("", {"bruger": "hr1", "som": "hr1", "enhed": "81461", "rolle": "hr"}),
    ("", {"enhed": "GRUPPE:-1000000010"}),
]
FJENDTLIGE = {"X-Remote-User": "hr1", "X-Rolle": "hr", "X-Forwarded-User": "hr1"}
MINDST_HENTET = 50_000
LANGT_TAL = 9


@pytest.fixture(scope="module", autouse=True)
def udgivet(server, sagen, laasefil):
    """A quarter is published and locked with its case while these run."""
    lager = server.open_lager()
    ny = NyLaas("2025K2", date(2025, 8, 20), None, laasefil)
    lock_kvartal(lager, ny, Haendelse("hr1", "kvartal låst"), nu=datetime.now(UTC), filer=sagen)
    yield
    lift_laas(lager, "2025K2", Haendelse("hr1", "lås ophævet"), grund="prøve", nu=datetime.now(UTC))
    lager.close()


@pytest.fixture
def receive(server):
    """Signs in as a persona, asks for every page with hostile headers and cookies, and returns all that came back."""

    def run(bruger):
        cookie = f"{sign_in(server.adresse, bruger)}; bruger=hr1; rolle=hr"
        modtaget = []
        with open_traad(server.adresse, cookie, headere=FJENDTLIGE) as traad:
            for side, valg in ADRESSER:
                traad.run(side, valg)
                assert not traad.fejl
                modtaget.append(traad.indhold)
        return b"\n".join(modtaget)

    return run


@pytest.fixture
def egne_personer(server, demo_database):
    """The employees a persona may see by name: by the gate, and never outside the own subtree."""

    def run(bruger):
        lager = server.open_lager()
        scope = open_scope(
            Bruger(bruger), miljoe=Miljoe(demo_database, lager, lambda: datetime.now(UTC)), personer_til="prøve"
        )
        lager.close()
        if not scope.rettigheder.har_personer:
            return set()
        egne = {nummer for (nummer,) in held(scope, "personer", "medarbejdernr")}
        if scope.rettigheder.er_hr:
            return egne | {nummer for (nummer,) in held(scope, "lpt169_forskelle", "medarbejdernr")}
        placerede = query(demo_database, PLACEREDE.format(egen=PERSONAER[bruger] or -5))
        assert egne <= {nummer for (nummer,) in placerede}
        return egne

    return run


def spell(tal):
    """A figure as eight bytes, and as a chart writes it (if that is long enough to be no other number's)."""
    tekst = str(round(tal, DECIMALER_I_FIGUR))
    return [struct.pack("<d", tal), *([f'": {tekst}'.encode()] if len(tekst) >= LANGT_TAL else [])]


def figures_in(modtaget, tal):
    """Those of the figures that were sent in either way."""
    skrevet = {enkelt: spell(enkelt) for enkelt in tal}
    fundet = found_in(modtaget, chain(*skrevet.values()))
    return [enkelt for enkelt, former in skrevet.items() if not fundet.isdisjoint(former)]


@pytest.mark.parametrize(("bruger", "hele"), [("okonomi1", True), ("med1", False), ("l10463", None), ("dpo1", None)])
def test_the_published_case_is_sent_whole_in_part_or_not_at_all(bruger, hele, server):
    with open_traad(server.adresse, sign_in(server.adresse, bruger), headere=FJENDTLIGE) as traad:
        traad.run("status", FREMMED)
        assert not traad.fejl
        sendt = traad.indhold
    assert (EGNE[:14].encode() in sendt) is (hele is True)
    assert ("Kultur, Fritid &" in sendt.decode("utf-8", "ignore")) is (hele is True)
    assert (b"Siden findes ikke" in sendt) is (hele is None)


@pytest.mark.parametrize("bruger", PERSONAER)
def test_no_employee_and_no_figure_of_another_unit_is_sent_to_a_browser(bruger, receive, demo_database, egne_personer):
    modtaget = receive(bruger)
    assert len(modtaget) > MINDST_HENTET
    egne = egne_personer(bruger)
    personer = query(demo_database, "select medarbejdernr, navn from navne where length(navn) > 8")
    navne = found_in(modtaget, [navn.encode() for _, navn in personer])
    andre = [(nummer, navn) for nummer, navn in personer if nummer not in egne]
    egne_navne = {navn for nummer, navn in personer if nummer in egne}
    del_af_egne = "\n".join(egne_navne)  # Åse Henriksen is part of Åse Henriksen Friis
    assert [navn for _, navn in andre if navn.encode() in navne and navn not in del_af_egne] == []
    assert found_in(modtaget, [f"{nummer:08d}".encode() for nummer, _ in andre]) == set()
    assert len(andre) > 3000 or bruger == "hr1"
    assert bool(egne) is any(navn.encode() in navne for navn in egne_navne)
    egen = PERSONAER[bruger]
    andres = query(demo_database, ANDRES_TAL.format(egen=egen or -5))
    assert figures_in(modtaget, [tal for (tal,) in andres]) == []
    assert bool(andres) is (bruger != "hr1")
    if egen is not None:
        egne = query(demo_database, f"select sygedage from noegletal where enhed_id = {egen} and sygedage > 0")
        assert figures_in(modtaget, [tal for (tal,) in egne]) != []


def test_a_file_made_for_one_user_is_not_there_for_another(ny_kontekst, server, log_ind_i_demo):
    side, _ = log_ind_i_demo("hr1")
    side.goto(f"{server.adresse}/adgang")
    side.get_by_role("button", name="Lav en csv-fil").first.click()
    adresse = server.adresse + side.get_by_text("Hent filen").get_attribute("href")
    anden, _ = log_ind_i_demo("dpo1")
    expect(anden.get_by_text("Skift bruger")).to_be_visible(timeout=30_000)
    uden = ny_kontekst()
    assert anden.context.request.get(adresse).status == 404
    assert uden.request.get(adresse).status == 404
    assert uden.request.get(adresse).text() == uden.request.get(f"{server.adresse}/hent/findes-ikke").text()
    svar = side.context.request.get(adresse)
    assert svar.status == 200
    assert svar.headers["cache-control"] == "no-store"
    assert svar.headers["content-disposition"] == "attachment; filename*=UTF-8''adgang.csv"
    assert svar.body().startswith("\ufeffBruger;E-mail;Rolle".encode())


def test_signed_out_the_file_is_gone_too(server, log_ind_i_demo):
    side, _ = log_ind_i_demo("hr1")
    side.goto(f"{server.adresse}/adgang")
    side.get_by_role("button", name="Lav en csv-fil").first.click()
    adresse = server.adresse + side.get_by_text("Hent filen").get_attribute("href")
    side.get_by_role("button", name="Skift bruger").click()
    expect(side.get_by_text("Vælg bruger i demoen")).to_be_visible()
    assert side.context.request.get(adresse).status == 404


def test_the_doors_of_streamlit_itself_are_shut(ny_kontekst, server):
    kontekst = ny_kontekst()
    for sti in ("/_stcore/metrics", "/media/abc.csv", "/_stcore/upload_file/a/b", "/media/"):
        svar = kontekst.request.get(server.adresse + sti)
        assert (svar.status, "findes ikke" in svar.text()) == (404, True)
    fremmed = kontekst.request.post(
        f"{server.adresse}/demo", form={"bruger": "hr1"}, headers={"Origin": "https://ond.invalid"}
    )
    assert fremmed.status == 404
    assert kontekst.request.get(server.adresse, headers={"Host": "ond.invalid"}).status == 404


def test_a_persona_behind_a_proxy_is_nobody(ny_kontekst, server):
    kontekst = ny_kontekst()
    for navn in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        svar = kontekst.request.get(f"{server.adresse}/demo", headers={navn: "10.0.0.1"})
        assert svar.status == 404


@pytest.mark.usefixtures("receive")
def test_the_log_of_the_server_holds_no_key_and_no_employee(server, demo_database):
    log = server.log.read_text(encoding="utf-8")
    assert [noegle for noegle in (NOEGLE, PERSONNOEGLE) if noegle in log] == []
    navne = [navn for (navn,) in query(demo_database, "select navn from navne")]
    assert [navn for navn in navne if navn in log] == []
    assert "Traceback" not in log
