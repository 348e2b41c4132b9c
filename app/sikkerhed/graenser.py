"""How much one may ask for: buckets that fill with time, one for each address without a sign-in, each user and each
connection. A limit here is far above what people do, and far below what makes others wait.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address

from starlette.requests import HTTPConnection

HOEJST_KENDTE = 10_000  # buckets remembered; the one longest unused is forgotten
HOEJST_FORBINDELSER = 20  # of one user at once: a tab is one
HOEJST_KOERSLER = 2  # of one user's at once; the rest stand in line, and others need not wait for them


@dataclass(frozen=True)
class Graense:
    """`hoejst` at once, and `pr_sekund` in the long run."""

    hoejst: float
    pr_sekund: float


ADRESSE = Graense(200, 20)  # requests before sign-in; a kommune may stand behind one address
BRUGER = Graense(120, 6)  # messages of all a user's connections; a new connection is FORBINDELSE of them
TRAAD = Graense(60, 4)  # messages of one connection
FORBINDELSE = 5
LOKAL, OMSKREVET = "127.0.0.1", 0


class Spand:
    def __init__(self, graense: Graense, nu: float) -> None:
        self.graense, self._indhold, self._tid = graense, graense.hoejst, nu

    def take(self, nu: float, antal: float = 1) -> bool:
        """False when there is not so much left."""
        self._indhold = min(self.graense.hoejst, self._indhold + (nu - self._tid) * self.graense.pr_sekund)
        self._tid = nu
        if self._indhold < antal:
            return False
        self._indhold -= antal
        return True


@dataclass
class Graenser:
    """Of one server; asked from its event loop only."""

    ur: Callable[[], float] = time.monotonic
    _spande: OrderedDict[str, Spand] = field(default_factory=OrderedDict)
    _aabne: dict[str, int] = field(default_factory=dict)
    _pladser: dict[str, asyncio.Semaphore] = field(default_factory=dict)

    def take_address(self, adresse: str) -> bool:
        return self._take(f"adresse {adresse}", ADRESSE, 1)

    def take_user(self, bruger: str, antal: float = 1) -> bool:
        return self._take(f"bruger {bruger}", BRUGER, antal)

    def connect(self, bruger: str) -> bool:
        """Whether the user may have one connection more; then `disconnect` when it is over."""
        if self._aabne.get(bruger, 0) >= HOEJST_FORBINDELSER or not self.take_user(bruger, FORBINDELSE):
            return False
        self._aabne[bruger] = self._aabne.get(bruger, 0) + 1
        return True

    def disconnect(self, bruger: str) -> None:
        self._aabne[bruger] -= 1
        if not self._aabne[bruger]:
            del self._aabne[bruger]
            self._pladser.pop(bruger, None)

    def pladser(self, bruger: str) -> asyncio.Semaphore:
        """Where a connected user's runs stand in line."""
        return self._pladser.setdefault(bruger, asyncio.Semaphore(HOEJST_KOERSLER))

    def make_spand(self) -> Spand:
        """One connection's own."""
        return Spand(TRAAD, self.ur())

    def _take(self, navn: str, graense: Graense, antal: float) -> bool:
        spand = self._spande.setdefault(navn, Spand(graense, self.ur()))
        self._spande.move_to_end(navn)
        while len(self._spande) > HOEJST_KENDTE:
            self._spande.popitem(last=False)
        return spand.take(self.ur(), antal)


def find_address(forbindelse: HTTPConnection, proxyer: frozenset[str]) -> str:
    """Whose request it is: the peer's address, or what a proxy of ours says; of IPv6 the network one customer has."""
    adresse, port = forbindelse.client or ("", OMSKREVET)
    if port == OMSKREVET:  # uvicorn believes anybody on the machine, and so says whom she named
        adresse = LOKAL
    if adresse in proxyer:
        videresendt = [led.strip() for led in forbindelse.headers.get("x-forwarded-for", "").split(",")]
        adresse = next((led for led in reversed(videresendt) if led and led not in proxyer), adresse)
    try:
        ip = ip_address(adresse)
    except ValueError:
        return adresse[:100]
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return str(IPv6Address(int(ip) >> 64 << 64))
    return str(getattr(ip, "ipv4_mapped", None) or ip)
