"""A flood of the dashboard's websocket, and how long somebody else waits meanwhile.

`python -m benchmarks.flod ADRESSE [BRUGER]`: without a sign-in, or as a persona of the demo. Prints one line of JSON.
"""

import asyncio
import json
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks.klient import open_traad, sign_in

FORBINDELSER, PR_SEKUND, SEKUNDER, BAGEFTER = 40, 20, 10.0, 10.0


def flood(adresse: str, cookie: str, sekunder: float) -> int:
    """Forty connections, each asking twenty times a second, opened anew when they are shut; how many were opened."""
    return asyncio.run(_flood(adresse, cookie, time.monotonic() + sekunder))


async def _flood(adresse: str, cookie: str, slut: float) -> int:
    return sum(await asyncio.gather(*(_ask(adresse, cookie, slut) for _ in range(FORBINDELSER))))


async def _ask(adresse: str, cookie: str, slut: float) -> int:
    aabnet = 0
    while time.monotonic() < slut:
        with suppress(WebSocketException, OSError, TimeoutError):
            async with connect(
                f"ws{adresse.removeprefix('http')}/_stcore/stream",
                origin=Origin(adresse),
                subprotocols=[Subprotocol("streamlit")],
                additional_headers={"Cookie": cookie} if cookie else {},
                max_size=None,
                close_timeout=1,
            ) as stik:
                aabnet += 1
                await asyncio.gather(_read(stik), _send(stik, slut))
        await asyncio.sleep(1 / PR_SEKUND)
    return aabnet


async def _send(stik: ClientConnection, slut: float) -> None:
    besked = BackMsg()
    besked.rerun_script.query_string = ""
    while time.monotonic() < slut:
        await stik.send(besked.SerializeToString())
        await asyncio.sleep(1 / PR_SEKUND)
    await stik.close()


async def _read(stik: ClientConnection) -> None:
    async for _ in stik:
        pass


def time_another(adresse: str, angrib: Callable[[], object], *, bagefter: float) -> dict[str, float]:
    """The longest another user waits for a page while `angrib` runs, and from then on; seconds."""
    tider: list[tuple[float, float]] = []
    er_slut = threading.Event()

    def use() -> None:
        with open_traad(adresse, sign_in(adresse, "hr1")) as traad:
            while not er_slut.is_set():
                begyndt = time.monotonic()
                tider.append((begyndt, traad.run()))
                er_slut.wait(0.4)

    bruger = threading.Thread(target=use)
    bruger.start()
    time.sleep(2)
    begyndt = time.monotonic()
    angrib()
    slut = time.monotonic()
    time.sleep(bagefter)
    er_slut.set()
    bruger.join()
    return {
        "foer_s": max((tid for start, tid in tider if start < begyndt), default=0.0),
        "under_s": max((tid for start, tid in tider if begyndt <= start < slut), default=0.0),
        "efter_s": max((tid for start, tid in tider if start >= slut + bagefter / 2), default=0.0),
        "antal": float(len(tider)),
    }


if __name__ == "__main__":
    sted, *hvem = sys.argv[1:]
    cookie_ = sign_in(sted, hvem[0]) if hvem else ""
    print(json.dumps(time_another(sted, lambda: flood(sted, cookie_, SEKUNDER), bagefter=BAGEFTER)))
