"""Forged states of every kind, for every widget there is, from every role; and what Streamlit must not be told."""

import re
from contextlib import ExitStack, closing
from datetime import UTC, datetime

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.klient import open_traad, sign_in
from pipeline.kvartal.trin import begin, choose_nuvaerende, enter, note_hentet
from pipeline.lager.adgang import read_adgang
from pipeline.lager.kvartaler import read_newest
from pipeline.lager.kvartalsvalg import read_datoer
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe
from pipeline.tekster.dashboard import SIDER
from pipeline.tekster.server import FINDES_IKKE
from tests.browser import run_server
from tests.conftest import PROJEKT, query
from tests.soegning import found_in

ADRESSER = [side if side != "overblik" else "" for side in SIDER]
ID = re.compile(rb"\$\$ID-[-\w]+")
KVARTALETS = ("grund_", "ord_", "hent_kvartal", "opgiv")
"""Of the widgets of Kvartalet's steps."""
EGNE_NAVNE = ("som", "besked", "bruger", "valg_enhed", "enhed")
"""What the pages keep in the session under names of their own."""


def forge(navn, art):
    tilstand = WidgetState(id=navn)
    if art == "tekst":
        tilstand.string_value = "hr1"
    elif art == "knap":
        tilstand.trigger_value = True
    elif art == "tal":
        tilstand.int_value = 10**12
    elif art == "liste":
        tilstand.int_array_value.data.extend([-1, 0, 10**9])
    elif art == "json":
        tilstand.json_value = '{"selection": {"valgt": ["hr1"]}, "__class__": "x"}'
    else:
        tilstand.file_uploader_state_value.uploaded_file_info.add().file_id = "../../etc/passwd"
    return tilstand


ARTER = ("tekst", "tal", "liste", "json", "fil", "knap")  # the last signs one out, too


@pytest.fixture(scope="module")
def server(byg_demo):
    """One of its own: what Streamlit says in its log of forged messages is not said of honest ones. hr's quarter is so
    far on that every step of hers has its widgets.
    """
    database = byg_demo("forfalsket")
    with run_server(database) as startet, closing(startet.open_lager()) as lager:
        hr = enter(Bruger("hr1"), Miljoe(database, lager, lambda: datetime.now(UTC)))
        begin(hr)
        choose_nuvaerende(hr)
        note_hentet(hr, hr.under_way())
        yield startet


@pytest.fixture
def traad(server):
    with ExitStack() as aabne:
        yield lambda bruger: aabne.enter_context(open_traad(server.adresse, sign_in(server.adresse, bruger)))


@pytest.fixture(scope="module")
def felter(server):
    """The ids of every widget hr has."""
    fundet = set()
    with open_traad(server.adresse, sign_in(server.adresse, "hr1")) as hr:
        for side in ADRESSER:
            hr.run(side)
            fundet |= {navn.decode() for navn in ID.findall(hr.indhold)}
    assert len(fundet) > 15
    assert all(any(trin in navn for navn in fundet) for trin in KVARTALETS)
    return [*sorted(fundet), *EGNE_NAVNE]


@pytest.mark.parametrize("bruger", ["okonomi1", "dpo1", "l10463", "l12089"], ids=["aggregat", "dpo", "leder", "chef"])
def test_forged_states_show_nobody_more_and_change_nothing(bruger, traad, felter, server, demo_database):
    lager = server.open_lager()
    foer = read_adgang(lager), read_newest(lager), read_datoer(lager)
    navne = {navn.encode() for (navn,) in query(demo_database, "select navn from navne where length(navn) > 12")}
    ren, egne, hendes = traad(bruger), {}, []
    for side in ADRESSER:
        ren.run(side)
        egne[side] = found_in(ren.indhold, navne)
        hendes += [side] if FINDES_IKKE.encode() not in ren.indhold else []
    assert 0 < len(hendes) < len(ADRESSER)
    assert any(egne.values()) or bruger != "l10463"  # a leder has names of her own to be told from others'
    forfalsket = traad(bruger)
    for art in ARTER:  # all pages once, then her own: a connection is heard no more often than a person clicks
        for side in ADRESSER if art == ARTER[0] else hendes:
            forfalsket.run(side, tilstande=[forge(navn, art) for navn in felter])
            assert found_in(forfalsket.indhold, navne) <= egne[side]
            assert (b"Hvem ser hvad" in forfalsket.indhold) <= (bruger == "dpo1")
            assert b"Traceback" not in forfalsket.indhold
            assert str(PROJEKT).encode() not in forfalsket.indhold
    assert (read_adgang(lager), read_newest(lager), read_datoer(lager)) == foer
    lager.close()


@pytest.mark.parametrize(
    "art", ["clear_cache", "set_run_on_save", "load_git_info", "debug_shutdown_runtime", "debug_disconnect_websocket"]
)
def test_streamlits_own_orders_are_not_heard(art, traad):
    egen = traad("okonomi1")
    egen.run()
    egen.send(BackMsg(**{art: True}))
    egen.run()
    assert not egen.fejl
    assert [besked for besked in egen.beskeder if besked.WhichOneof("type") == "git_info_changed"] == []
    assert not any(besked.session_status_changed.run_on_save for besked in egen.beskeder)
