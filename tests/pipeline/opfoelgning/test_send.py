"""Messages to a real mail server on loopback: who gets one, what is in it, and what a kill leaves behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import update

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import open_for_user
from pipeline.lager.adgang import end_raekke, read_adgang
from pipeline.lager.log import read_log
from pipeline.lager.skema import adgang
from pipeline.lager.udsendelser import begin_udsendelse, read_udsendelser, write_udsendelse
from pipeline.opfoelgning.post import open_post
from pipeline.opfoelgning.send import find_address, send_beskeder
from pipeline.tekster import besked as tekster_besked
from tests.conftest import PERSONNOEGLE
from tests.lille_leverance import syg
from tests.pipeline.opfoelgning.conftest import ANSATTE, UDTRAEK

DAG = timedelta(days=1)
D = UDTRAEK + DAG


class Postkasse:
    """Takes every message but those to an address in `afviser`, which get the code given."""

    def __init__(self):
        self.breve: list[EmailMessage] = []
        self.afviser: dict[str, str] = {}

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in self.afviser:
            return self.afviser[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.breve.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def postkasse(monkeypatch):
    kasse = Postkasse()
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        port = fri.getsockname()[1]
    server = Controller(kasse, hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setenv("SYGEFRAVAER_SMTP", f"smtp://127.0.0.1:{port}")
    yield kasse
    server.stop()


def send(kommune, dag=D, *, toer=False):
    valg = {
        "besked": kommune.indstillinger.opfoelgning.besked,
        "open_for": lambda bruger: open_for_user(kommune.miljoe, bruger, kommando="opfoelgning send"),
        "af": "prøve",
    }
    if toer:
        return dict(send_beskeder(kommune.miljoe, dag, post=None, **valg))
    with open_post() as post:
        return dict(send_beskeder(kommune.miljoe, dag, post=post, **valg))


def to(kasse):
    return sorted(str(brev["To"]) for brev in kasse.breve)


@pytest.fixture
def syge(kommune):
    kommune.build(syg("101", date(2025, 6, 13), None), syg("100", date(2025, 6, 13), None))
    return kommune


def test_each_leder_with_something_open_gets_one_message_once(syge, postkasse):
    assert send(syge) == {"sendt": 3, "intet": 1}
    assert to(postkasse) == ["ch@eksempel.invalid", "la@eksempel.invalid", "st@eksempel.invalid"]
    assert send(syge) == {"tidligere": 3, "intet": 1}
    assert len(postkasse.breve) == 3
    hvad = read_log(syge.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()
    assert hvad.count("besked sendt") == 3


def test_a_message_holds_counts_and_a_link_and_nothing_of_anybody(syge, postkasse):
    send(syge)
    brev = next(brev for brev in postkasse.breve if brev["To"] == "la@eksempel.invalid")
    assert brev["Subject"] == "Opfølgning på sygefravær: 1 venter"
    tekst, html = (del_.get_content() for del_ in brev.iter_parts())
    assert "Du har 1 at følge op på, heraf 0 over fristen." in tekst
    assert "http://localhost:8501/opfoelgning" in tekst
    assert '<a href="http://localhost:8501/opfoelgning">Åbn Opfølgning</a>' in html
    raat = brev.as_string() + tekst + html
    for hemmeligt in [a.medarbejdernr for a in ANSATTE] + ["Enhed", "101", "SY", "Sygdom", "sygedag", "juni"]:
        assert hemmeligt not in raat.replace(str(brev["Message-ID"]), "").replace(str(brev.get_boundary()), "")


def test_a_dry_run_sends_and_writes_nothing(syge, postkasse):
    assert send(syge, toer=True) == {"sendt": 3, "intet": 1}
    assert postkasse.breve == []
    assert read_udsendelser(syge.lager, D) == []


def test_a_receiver_without_a_current_row_or_outside_the_domains_gets_nothing(syge, postkasse):
    with syge.lager.write() as con:
        con.execute(update(adgang).where(adgang.c.bruger == "la").values(email="la@andet.invalid"))
    raekke = next(r for r in read_adgang(syge.lager) if r.bruger == "ch")
    write_udsendelse(syge.lager, D, "ch", domaene="eksempel.invalid", nu=syge.nu)
    end_raekke(syge.lager, raekke.id, af="hr", dag=syge.dag - DAG)
    assert send(syge) == {"sendt": 1, "intet": 1, "uden_adresse": 1, "uden_adgang": 1}
    assert to(postkasse) == ["st@eksempel.invalid"]


@pytest.mark.parametrize(
    ("email", "er_god"),
    [
        ("a@eksempel.invalid", True), ("a@EKSEMPEL.invalid", True), ("", False), ("a", False),
        ("a@under.eksempel.invalid", False), ("a@eksempel.invalid.dk", False), ("a@b@eksempel.invalid", False),
        ("a@ond.dk, b@eksempel.invalid", False), ("<a@ond.dk>b@eksempel.invalid", False),
        ("a\r\nBcc: b@ond.dk@eksempel.invalid", False),
    ],
)  # fmt: skip
def test_only_one_plain_address_of_an_allowed_domain_is_an_address(kommune, email, er_god):
    with kommune.lager.write() as con:
        con.execute(update(adgang).where(adgang.c.bruger == "la").values(email=email))
    fundet = find_address(read_adgang(kommune.lager), "la", ("eksempel.invalid",))
    assert fundet == (email if er_god else None)


@pytest.mark.parametrize(("alder", "antal"), [(2, 2), (3, 1)])
def test_days_of_an_absence_are_not_told_from_data_more_than_two_days_older(kommune, postkasse, alder, antal):
    """One contact on day 14 (data up to seven days old will do on the page) and three periods."""
    perioder = [syg("101", dag, dag) for dag in (date(2025, 4, 1), date(2025, 5, 6))]
    kommune.build(*perioder, syg("101", date(2025, 6, 3), None))
    kommune.nu += (alder - 1) * DAG
    # contacts 2 and 6 are off by themselves after 2 and 4 days; they are marked to leave 14 alone
    for regel in ("kontakt_2", "kontakt_6"):
        if kommune.liste("la", regel, "åben"):
            kommune.mark("la", regel, kommune.dag)
    send(kommune, kommune.dag)
    brev = next(brev for brev in postkasse.breve if brev["To"] == "la@eksempel.invalid")
    assert brev["Subject"] == f"Opfølgning på sygefravær: {antal} venter"


def test_a_day_to_come_is_refused(syge, postkasse):
    with pytest.raises(Brugerfejl) as fejl:
        send(syge, D + DAG)
    assert str(fejl.value) == tekster_besked.DATO_FREMTID


def test_a_message_of_unknown_outcome_is_sent_again_with_the_same_id_and_marked(syge, postkasse):
    write_udsendelse(syge.lager, D, "la", domaene="eksempel.invalid", nu=syge.nu)
    foerste = begin_udsendelse(syge.lager, D, "la")  # and here the power went
    assert send(syge) == {"sendt": 3, "sendt_igen": 1, "intet": 1}
    brev = next(brev for brev in postkasse.breve if brev["To"] == "la@eksempel.invalid")
    assert (brev["Message-ID"], brev["X-Sygefravaer-Forsoeg"]) == (foerste.besked_id, "2")
    (raekke,) = [r for r in read_udsendelser(syge.lager, D) if r.bruger == "la"]
    assert (raekke.tilstand, raekke.forsoeg) == ("sendt", 2)


def test_one_refused_for_good_does_not_stop_the_others_and_a_busy_server_does(syge, postkasse):
    postkasse.afviser = {"ch@eksempel.invalid": "550 no such user"}
    assert send(syge) == {"sendt": 2, "afvist": 1, "intet": 1}
    syge.nu += DAG
    postkasse.afviser = {"la@eksempel.invalid": "451 later"}
    with pytest.raises(Brugerfejl) as fejl:
        send(syge, D + DAG)
    assert str(fejl.value) == tekster_besked.POST_NEDE
    postkasse.afviser = {}
    assert send(syge, D + DAG) == {"tidligere": 1, "sendt": 2, "sendt_igen": 1, "intet": 1}


@pytest.mark.parametrize("adresse", ["", "http://127.0.0.1", "smtp://", "smtp://a:b:c"])
def test_a_server_that_is_not_told_of_is_a_sentence(monkeypatch, adresse):
    monkeypatch.setenv("SYGEFRAVAER_SMTP", adresse)
    with pytest.raises(Brugerfejl) as fejl, open_post():
        pass
    assert str(fejl.value) == tekster_besked.POST_MANGLER


def test_a_server_that_does_not_answer_is_a_sentence(monkeypatch):
    monkeypatch.setenv("SYGEFRAVAER_SMTP", "smtp://127.0.0.1:1")
    with pytest.raises(Brugerfejl) as fejl, open_post():
        pass
    assert str(fejl.value) == tekster_besked.POST_NEDE


DRAEBT = """
import os, signal, sys
from datetime import date, datetime, UTC
from pathlib import Path
import pipeline.opfoelgning.send as send
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kommandolinje.miljoe import open_for_user
from pipeline.lager.lager import open_lager
from pipeline.opfoelgning.post import open_post
from pipeline.port.scope import Miljoe
from functools import partial

mappe, personnoegle, efter = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
miljoe = Miljoe(
    mappe / "d.duckdb", open_lager(f"sqlite:///{mappe / 'lager.sqlite'}", personnoegle),
    lambda: datetime(2025, 6, 17, 10, tzinfo=UTC),
)
sendte = 0

class Draebt:
    def __init__(self, post):
        self.post = post
    def send(self, besked):
        global sendte
        self.post.send(besked)
        sendte += 1
        if sendte == efter:
            os.kill(os.getpid(), signal.SIGKILL)

with open_post() as post:
    send.send_beskeder(
        miljoe, date(2025, 6, 17), besked=load_indstillinger().opfoelgning.besked,
        open_for=partial(open_for_user, miljoe, kommando="send"), post=Draebt(post), af="x",
    )
"""


@pytest.mark.langsom
@pytest.mark.parametrize("efter", [1, 2, 3])
def test_a_killed_run_loses_no_message_and_sends_none_to_another(syge, postkasse, efter):
    svar = subprocess.run(
        [sys.executable, "-c", DRAEBT, syge.mappe, PERSONNOEGLE, str(efter)], env=os.environ, check=False
    )
    assert svar.returncode == -signal.SIGKILL
    time.sleep(0.2)
    assert len(postkasse.breve) == efter
    assert send(syge) == {"sendt": 4 - efter, "sendt_igen": 1, "intet": 1} | (
        {"tidligere": efter - 1} if efter > 1 else {}
    )
    assert set(to(postkasse)) == {"ch@eksempel.invalid", "la@eksempel.invalid", "st@eksempel.invalid"}
    assert len(postkasse.breve) == 4
    assert len({str(brev["Message-ID"]) for brev in postkasse.breve}) == 3
