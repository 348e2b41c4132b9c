"""A browser's end of the dashboard's wire, without the browser: one session, its reruns, and what each brought."""

import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.util import calc_hash
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol


class _Uden(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def sign_in(adresse: str, bruger: str) -> str:
    """The cookie of a demo persona. Errors: `RuntimeError` when the demo does not let her in."""
    felter = urllib.parse.urlencode({"bruger": bruger}).encode()
    aabner = urllib.request.build_opener(_Uden)
    try:
        with aabner.open(urllib.request.Request(f"{adresse}/demo", felter, {"Origin": adresse})) as svar:
            cookie = svar.headers.get("Set-Cookie")
    except urllib.error.HTTPError as omvej:  # to the front page
        with omvej:
            cookie = omvej.headers.get("Set-Cookie")
    if cookie is None:
        raise RuntimeError(f"{bruger} was not let in")
    return str(cookie).split(";")[0]


@contextmanager
def open_traad(
    adresse: str, cookie: str, *, oprindelse: str | None = None, headere: Mapping[str, str] | None = None
) -> Iterator["Traad"]:
    """A session, as from a page of `oprindelse`, by default our own. Errors: `WebSocketException` when refused."""
    with connect(
        f"ws{adresse.removeprefix('http')}/_stcore/stream",
        additional_headers={**(headere or {}), "Cookie": cookie},
        origin=Origin(oprindelse or adresse),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
    ) as stik:
        yield Traad(stik)


@dataclass
class Traad:
    """One session on the wire. `indhold` and `beskeder` are what the last run sent, `fejl` whether it failed."""

    _stik: ClientConnection
    indhold: bytes = b""
    fejl: bool = False
    beskeder: tuple[ForwardMsg, ...] = ()

    def run(
        self,
        side: str = "",
        valg: Mapping[str, str] | None = None,
        *,
        felter: Mapping[str, str] | None = None,
        tilstande: Iterable[WidgetState] = (),
    ) -> float:
        """Seconds of one run of a page at an address, until its last element; `felter` are widgets' ids and texts,
        `tilstande` states of any kind.
        """
        besked = BackMsg()
        besked.rerun_script.query_string = urllib.parse.urlencode(valg or {})
        besked.rerun_script.page_script_hash = calc_hash(side) if side else ""
        for navn, vaerdi in (felter or {}).items():
            besked.rerun_script.widget_states.widgets.append(WidgetState(id=navn, string_value=vaerdi))
        besked.rerun_script.widget_states.widgets.extend(tilstande)
        begyndt = time.perf_counter()
        self._stik.send(besked.SerializeToString())
        return self._read_until_finished(begyndt)

    def send(self, besked: BackMsg) -> None:
        """Without waiting for what comes of it."""
        self._stik.send(besked.SerializeToString())

    def send_raw(self, besked: bytes) -> None:
        """Whatever it is."""
        self._stik.send(besked)

    def read_to_the_end(self) -> None:
        """All there comes until the server shuts the connection."""
        dele: list[bytes] = []
        with suppress(ConnectionClosed):
            while True:
                dele.append(self._stik.recv(decode=False))
        self._keep(dele)

    def _read_until_finished(self, begyndt: float) -> float:
        dele: list[bytes] = []
        while True:
            dele.append(self._stik.recv(decode=False))
            besked = ForwardMsg.FromString(dele[-1])
            if besked.WhichOneof("type") == "script_finished":
                self._keep(dele)
                self.fejl = besked.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY
                return time.perf_counter() - begyndt

    def _keep(self, dele: list[bytes]) -> None:
        self.indhold, self.beskeder = b"\n".join(dele), tuple(map(ForwardMsg.FromString, dele))
