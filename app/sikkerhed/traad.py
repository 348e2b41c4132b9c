"""What a signed-in browser may say on its websocket, and how much; Streamlit is given nothing else."""

import asyncio
from contextlib import suppress
from pathlib import Path

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.sikkerhed.graenser import Graenser

TILLADTE = frozenset({"rerun_script", "app_heartbeat"})
"""The closed list. Streamlit's others clear its caches, change its settings, take files, read the git repository."""
FELTER = frozenset(
    {
        "query_string",
        "widget_states",
        "page_script_hash",
        "page_name",
        "context_info",
        "is_history_navigation",
        "cached_message_hashes",
    }
)
"""What a run may be asked with: our pages have no fragments and no timers."""
HOEJST_BYTES = 1_000_000
LUKKET, FOR_STOR, UFORSTAAELIG = 1008, 1009, 1003
MAPPE = str(Path(__file__).parents[2]).encode()
HOEJST_VENTE = 30  # seconds in line
KORT = 1000  # bytes; the message that a run is over is shorter
HOVEDSCRIPT = "main.py"


class Traad:
    """One connection, between the server and Streamlit."""

    def __init__(self, receive: Receive, send: Send, graenser: Graenser, bruger: str) -> None:
        self._receive, self._send = receive, send
        self._graenser, self._bruger = graenser, bruger
        self._spand = graenser.make_spand()
        self._er_lukket = False
        self._koerer = False

    def close(self) -> None:
        """The connection is over; a run under way no longer takes a place."""
        self._er_lukket = True
        self._leave()

    async def receive(self) -> Message:
        while not self._er_lukket:
            besked = await self._receive()
            if besked["type"] != "websocket.receive":
                return besked
            kode = self._judge(besked)
            if kode is not None:
                await self.send({"type": "websocket.close", "code": kode})
            elif (renset := clean(besked["bytes"])) is None:
                await self.send({"type": "websocket.close", "code": UFORSTAAELIG})
            elif renset.WhichOneof("type") in TILLADTE:
                if renset.HasField("rerun_script"):
                    await self._stand_in_line()
                return {"type": "websocket.receive", "bytes": renset.SerializeToString()}
        return {"type": "websocket.disconnect", "code": LUKKET}

    async def _stand_in_line(self) -> None:
        """One run of a connection takes the place of the one before; nobody waits for ever for one that hangs."""
        if self._koerer:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._graenser.pladser(self._bruger).acquire(), HOEJST_VENTE)
            self._koerer = True

    def _leave(self) -> None:
        if self._koerer:
            self._koerer = False
            self._graenser.pladser(self._bruger).release()

    def _judge(self, besked: Message) -> int | None:
        """Why the connection is to be closed."""
        if besked.get("bytes") is None:
            return UFORSTAAELIG
        if len(besked["bytes"]) > HOEJST_BYTES:
            return FOR_STOR
        er_inden_for = self._spand.take(self._graenser.ur()) and self._graenser.take_user(self._bruger)
        return None if er_inden_for else LUKKET

    async def send(self, besked: Message) -> None:
        if self._er_lukket:
            return
        self._er_lukket = besked["type"] == "websocket.close"
        if len(besked.get("bytes") or b"") < KORT and _is_end_of_run(besked.get("bytes")):
            self._leave()
        if besked.get("bytes") and MAPPE in besked["bytes"]:
            besked = {**besked, "bytes": _without_path(besked["bytes"])}
        await self._send(besked)


def clean(raa: bytes) -> BackMsg | None:
    """The message with nothing in it but what Streamlit may see, were it of a kind let through; None for no message."""
    besked = BackMsg()
    try:
        besked.ParseFromString(raa)
    except DecodeError:
        return None
    if besked.HasField("rerun_script"):
        for felt, _ in besked.rerun_script.ListFields():
            if felt.name not in FELTER:
                besked.rerun_script.ClearField(felt.name)
    besked.DiscardUnknownFields()
    return besked


def _is_end_of_run(raa: bytes | None) -> bool:
    """Not of one that was stopped for the next."""
    besked = ForwardMsg.FromString(raa or b"")
    er_slut = besked.WhichOneof("type") == "script_finished"
    return er_slut and bool(besked.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)


def _without_path(raa: bytes) -> bytes:
    """Streamlit begins each run by telling where the program lies."""
    besked = ForwardMsg.FromString(raa)
    if besked.HasField("new_session"):
        besked.new_session.main_script_path = HOVEDSCRIPT
    return bytes(besked.SerializeToString())


def make_redirect(adresse: str) -> bytes:
    """Sends the browser of a session that is over to a page that is only HTML."""
    besked = ForwardMsg()
    besked.auth_redirect.url = adresse
    return bytes(besked.SerializeToString())
