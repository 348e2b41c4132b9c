"""A client written by hand: whatever it sends on the wire, it gets what its own session may see, or nothing."""

import random
import re
from contextlib import ExitStack

import pytest
from websockets.exceptions import WebSocketException

from benchmarks.klient import open_traad, sign_in
from pipeline.tekster import afstemning as tekster_afstemning
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dashboard import SIDER
from tests.conftest import PROJEKT

ANDRES = ("Møllevangskolen", "Jobcenter", "Økonomi & Stab")
"""Units outside the leader's own that no published table on these pages names."""


@pytest.fixture
def traad(server):
    with ExitStack() as aabne:
        yield lambda bruger, cookie=None: aabne.enter_context(
            open_traad(server.adresse, cookie or sign_in(server.adresse, bruger))
        )


def test_without_a_sign_in_the_wire_says_where_the_front_page_is_and_nothing_else(server):
    """Not where the program lies, and no page of Streamlit's."""
    for cookie in ("sygefravaer_demo=opdigtet", "andet=1"):
        with open_traad(server.adresse, cookie) as uden:
            uden.read_to_the_end()
        assert [besked.WhichOneof("type") for besked in uden.beskeder] == ["auth_redirect"]
        assert str(PROJEKT).encode() not in uden.indhold


def test_a_page_one_has_not_is_not_had_by_asking_for_it_by_hash(traad):
    egen = traad("okonomi1")
    for side in SIDER.keys() - {"start", "overblik", "status", "udvikling", "sammenlign", "datagrundlag"}:
        egen.run(side)
        assert b"Siden findes ikke" in egen.indhold
        assert b"Hvem ser hvad" not in egen.indhold
        for egen_sides in (
            tekster_laaste.SIDE_FORKLARING,
            tekster_afstemning.SIDE_FORKLARING,
            tekster_kvartal.INDLEDNING,
        ):
            assert egen_sides.encode() not in egen.indhold


@pytest.mark.parametrize("enhed", ["00081511", "81511", "GRUPPE:-1000000009", "' or 1=1 --", "../81511"])
def test_a_place_asked_for_on_the_wire_is_looked_up_in_ones_own_scope(traad, enhed):
    egen = traad("l10463")
    egen.run("", {"enhed": enhed, "periode": "2025-06"})
    assert not egen.fejl
    assert "Sygefravær i Plejehjemmet Åvang".encode() in egen.indhold
    assert [navn for navn in ANDRES if navn.encode() in egen.indhold] == []


def test_a_forged_widget_value_chooses_nothing_that_is_not_offered(traad):
    """A value nobody offered, under the widget's own id: the place is looked up among those the scope holds."""
    egen = traad("l12089")
    egen.run("overblik")
    felter = {navn.decode(): "00081000" for navn in set(re.findall(rb"\$\$ID-[0-9a-f]+-valg_enhed", egen.indhold))}
    assert len(felter) == 1
    egen.run("overblik", {}, felter=felter)
    assert "Sygefravær i Dagtilbud & Skole".encode() in egen.indhold
    assert "Sygefravær i Eksempel Kommune".encode() not in egen.indhold


def test_garbage_ends_ones_own_wire_and_nobody_elses(server, traad):
    """Eight messages that are none, of one seed: more wires a user has not. A session beside them is
    still answered, and the log says no more."""
    anden = traad("l10463")
    anden.run("overblik")
    tilfaeldig = random.Random(18)
    for nr in range(8):
        with open_traad(server.adresse, sign_in(server.adresse, "okonomi1")) as egen:
            egen.send_raw(b"\xff" + tilfaeldig.randbytes(nr * 1_000))
            egen.read_to_the_end()
    anden.run("overblik")
    assert not anden.fejl
    assert "Sygefravær i Plejehjemmet Åvang".encode() in anden.indhold
    assert "Traceback" not in server.log.read_text("utf-8")


def test_a_wire_opened_from_a_foreign_page_is_refused(server):
    with (
        pytest.raises(WebSocketException),
        open_traad(server.adresse, sign_in(server.adresse, "hr1"), oprindelse="http://ond.invalid"),
    ):
        pass
