"""The wire of somebody signed in: what passes, what is dropped, what ends it, and how much is too much."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import HTTPConnection
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.sikkerhed import graenser as g
from app.sikkerhed.graenser import Graenser, find_address
from app.sikkerhed.traad import FELTER, HOEJST_BYTES, MAPPE, TILLADTE, Traad, clean
from tests.conftest import PROJEKT

KOERSEL = BackMsg()
KOERSEL.rerun_script.query_string = "enhed=00081583"
RAA = KOERSEL.SerializeToString()
SLUT = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
KINDS = [felt.name for felt in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]


def message(kind):
    besked = BackMsg()
    felt = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if felt.message_type is None:
        setattr(besked, kind, True)
    else:
        getattr(besked, kind).SetInParent()
    return besked.SerializeToString()


def run_alone(opgave):
    """In a thread of its own: a worker that has shown a browser has a loop running in this one."""
    with ThreadPoolExecutor(max_workers=1) as traade:
        return traade.submit(asyncio.run, opgave).result()


class Stik:
    """Both ends of a connection by hand, and a clock."""

    def __init__(self, bruger="u1", graenser=None):
        self.nu, self.sendt, self.koe = 0.0, [], []
        self.graenser = graenser or Graenser(ur=lambda: self.nu)
        self.traad = Traad(self._receive, self._send, self.graenser, bruger)

    async def _receive(self):
        return self.koe.pop(0) if self.koe else {"type": "websocket.disconnect", "code": 1000}

    async def _send(self, besked):
        self.sendt.append(besked)

    def ask(self, *beskeder):
        """What Streamlit is given of these, each run answered at once; None is the end of the connection."""
        self.koe = [b if isinstance(b, dict) else {"type": "websocket.receive", "bytes": b} for b in beskeder]

        async def run():
            givet = []
            while True:
                besked = await self.traad.receive()
                if besked["type"] == "websocket.disconnect":
                    return givet
                givet.append(besked["bytes"])
                await self.traad.send({"type": "websocket.send", "bytes": SLUT})

        return run_alone(run())

    @property
    def lukket(self):
        return [besked["code"] for besked in self.sendt if besked["type"] == "websocket.close"]


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_our_pages_need_reaches_streamlit(kind):
    stik = Stik()
    assert len(stik.ask(message(kind), RAA)) == (2 if kind in TILLADTE else 1)
    assert stik.lukket == []


def test_the_kinds_are_those_streamlit_has_today():
    """A new version's new kinds are dropped until somebody has thought about them."""
    assert set(KINDS) == {
        *TILLADTE,
        "clear_cache",
        "set_run_on_save",
        "stop_script",
        "load_git_info",
        "debug_disconnect_websocket",
        "debug_shutdown_runtime",
        "file_urls_request",
        "backend_operation_request",
    }


def test_a_run_is_asked_with_known_fields_only():
    besked = BackMsg()
    besked.rerun_script.query_string = "enhed=1"
    besked.rerun_script.fragment_id = "abc"
    besked.rerun_script.is_auto_rerun = True
    renset = clean(besked.SerializeToString() + b"\xf2\x3f\x03abc")
    assert [felt.name for felt, _ in renset.rerun_script.ListFields()] == ["query_string"]
    assert b"abc" not in renset.SerializeToString()
    kendte = {felt.name for felt in BackMsg.DESCRIPTOR.fields_by_name["rerun_script"].message_type.fields}
    assert kendte >= FELTER


@pytest.mark.parametrize(
    ("besked", "kode"),
    [
        ({"type": "websocket.receive", "text": "hej"}, 1003),
        (b"\xff\xff\xff\xff", 1003),
        (b"\x0a", 1003),
        (bytes(range(256)), 1003),
        (b"\x00" * (HOEJST_BYTES + 1), 1009),
    ],
    ids=["text", "bytes", "cut short", "all bytes", "too big"],
)
def test_garbage_ends_the_connection_and_streamlit_never_sees_it(besked, kode):
    stik = Stik()
    assert stik.ask(besked, RAA) == []
    assert stik.lukket == [kode]


def test_an_empty_message_is_dropped():
    stik = Stik()
    assert (stik.ask(b"", RAA), stik.lukket) == ([RAA], [])


def test_nothing_is_sent_after_the_end():
    stik = Stik()
    stik.ask(b"\xff\xff\xff\xff")
    run_alone(stik.traad.send({"type": "websocket.send", "bytes": b"x"}))
    assert [besked["type"] for besked in stik.sendt] == ["websocket.close"]


@pytest.mark.parametrize(("antal", "lukket"), [(59, []), (60, []), (61, [1008])])
def test_a_connection_may_ask_sixty_times_at_once(antal, lukket):
    stik = Stik()
    assert len(stik.ask(*[RAA] * antal)) == min(antal, 60)
    assert stik.lukket == lukket


def test_and_four_times_a_second_after_that():
    stik = Stik()
    stik.ask(*[RAA] * 60)
    stik.nu = 1.0
    assert len(stik.ask(*[RAA] * 4)) == 4
    stik.nu = 1.9
    assert (len(stik.ask(*[RAA] * 4)), stik.lukket) == (3, [1008])


def test_what_is_dropped_counts_too():
    stik = Stik()
    stik.ask(*[message("clear_cache")] * 61)
    assert stik.lukket == [1008]


def test_a_users_connections_share_a_budget():
    """120 in all; another user has her own."""
    graenser = Graenser(ur=lambda: 0.0)
    givet = [len(Stik("u1", graenser).ask(*[RAA] * 50)) for _ in range(3)]
    assert givet == [50, 50, 20]
    assert len(Stik("u2", graenser).ask(*[RAA] * 50)) == 50


def test_a_user_has_twenty_connections_and_a_new_one_costs_five_messages():
    nu = [0.0]
    graenser = Graenser(ur=lambda: nu[0])
    assert [graenser.connect("u1") for _ in range(20)] == [True] * 20
    nu[0] = 1000.0
    assert (graenser.connect("u1"), graenser.connect("u2")) == (False, True)
    for _ in range(24):
        graenser.disconnect("u1")
        assert graenser.connect("u1")
    graenser.disconnect("u1")
    assert not graenser.connect("u1")  # 24 times five is all there is


def test_two_runs_of_a_user_at_once_and_others_do_not_wait():
    async def run():
        graenser = Graenser(ur=lambda: 0.0)
        stik = [Stik(bruger, graenser) for bruger in ("u1", "u1", "u1", "u2")]
        for et in stik:
            et.koe = [{"type": "websocket.receive", "bytes": RAA}]
        opgaver = [asyncio.create_task(et.traad.receive()) for et in stik]
        await asyncio.sleep(0.01)
        foer = [opgave.done() for opgave in opgaver]
        await stik[0].traad.send({"type": "websocket.send", "bytes": SLUT})
        await asyncio.sleep(0.01)
        return foer, [opgave.done() for opgave in opgaver]

    assert run_alone(run()) == ([True, True, False, True], [True] * 4)


@pytest.mark.parametrize(
    ("slut", "er_fri"), [("FINISHED_SUCCESSFULLY", True), ("FINISHED_EARLY_FOR_RERUN", False), (None, True)]
)
def test_a_place_is_free_when_a_run_is_over_or_its_connection_is(slut, er_fri):
    async def run():
        stik = Stik()
        stik.koe = [{"type": "websocket.receive", "bytes": RAA}]
        await stik.traad.receive()
        if slut is None:
            stik.traad.close()
        else:
            ende = ForwardMsg(script_finished=getattr(ForwardMsg, slut)).SerializeToString()
            await stik.traad.send({"type": "websocket.send", "bytes": ende})
        return stik.graenser.pladser("u1")._value

    assert run_alone(run()) == (2 if er_fri else 1)


def test_the_servers_path_is_sent_to_nobody():
    besked = ForwardMsg()
    besked.new_session.main_script_path = str(PROJEKT / "app" / "main.py")
    besked.new_session.page_script_hash = "abc"
    stik = Stik()
    run_alone(stik.traad.send({"type": "websocket.send", "bytes": besked.SerializeToString()}))
    (sendt,) = stik.sendt
    assert str(PROJEKT).encode() == MAPPE
    assert MAPPE not in sendt["bytes"]
    assert ForwardMsg.FromString(sendt["bytes"]).new_session.page_script_hash == "abc"


def connection(peer, videresendt=None, port=1):
    headere = [] if videresendt is None else [(b"x-forwarded-for", videresendt.encode())]
    return HTTPConnection({"type": "http", "client": (peer, port), "headers": headere})


@pytest.mark.parametrize(
    ("peer", "videresendt", "proxyer", "adresse"),
    [
        ("10.0.0.7", None, (), "10.0.0.7"),
        ("10.0.0.7", "1.2.3.4", (), "10.0.0.7"),
        ("127.0.0.1", "1.2.3.4", (), "127.0.0.1"),
        ("127.0.0.1", "1.2.3.4", ("127.0.0.1",), "1.2.3.4"),
        ("127.0.0.1", "6.6.6.6, 1.2.3.4", ("127.0.0.1",), "1.2.3.4"),
        ("127.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", ("127.0.0.1", "10.0.0.2"), "1.2.3.4"),
        ("10.0.0.7", "1.2.3.4", ("127.0.0.1",), "10.0.0.7"),
        ("127.0.0.1", None, ("127.0.0.1",), "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", None, (), "2001:db8:1:2::"),
        ("::ffff:1.2.3.4", None, (), "1.2.3.4"),
    ],
)
def test_whose_a_request_is_and_whom_one_believes_about_it(peer, videresendt, proxyer, adresse):
    assert find_address(connection(peer, videresendt), frozenset(proxyer)) == adresse


@pytest.mark.parametrize(("proxyer", "adresse"), [((), "127.0.0.1"), (("127.0.0.1",), "1.2.3.4")])
def test_an_address_uvicorn_took_from_a_header_is_not_believed_without_a_proxy_of_ours(proxyer, adresse):
    """It trusts the machine itself, and then leaves port 0."""
    assert find_address(connection("1.2.3.4", "1.2.3.4", port=0), frozenset(proxyer)) == adresse


def test_addresses_are_forgotten_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr(g, "HOEJST_KENDTE", 10)
    graenser = Graenser(ur=lambda: 0.0)
    for nr in range(100):
        assert graenser.take_address(f"10.0.0.{nr}")
    assert len(graenser._spande) == 10
