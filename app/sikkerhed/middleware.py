"""Around every answer of the server: closed doors, strict headers, Danish, and the page one asked for.

Before sign-in nobody reaches Streamlit: pages are ours, the websocket is shut, and an address has a limit.
"""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.miljoe import find_miljoe
from app.sikkerhed.graenser import Graenser, find_address
from app.sikkerhed.html import draw_message
from app.sikkerhed.log_ind import draw_log_ind
from app.sikkerhed.opsaetning import Opsaetning
from app.sikkerhed.ruter import describe_request, not_found
from app.sikkerhed.session import Session, find_session, has_cookie
from app.sikkerhed.traad import Traad, make_redirect
from pipeline.fejl import Brugerfejl
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import server as tekster_server

SIDE_COOKIE = "sygefravaer_side"
SIDER = frozenset(f"/{adresse}" for adresse in tekster_dashboard.SIDER) - {"/start"}
"""The addresses of our own pages besides the front page, which has none."""
VALG = re.compile(r"^(?!.*\b(\w+)=.*&\1=)(?:(?:enhed|periode|sorter)=[A-Za-z0-9_:%-]{1,40}(?:&|$)){0,3}$")
"""What an address may ask for (app/valg.py, app/adresse.py); all else is forgotten on the way through the sign-in."""
AABNE = re.compile(r"^/(_stcore/(health|host-config|stream)|static/.*|auth/(login|logout)|hent/[^/]+|(?!media$)[^/]*)$")
"""The closed list of addresses: Streamlit has others, for files, figures of itself, components and agents."""
UDEN_LOG_IND = re.compile(r"^/(_stcore/(health|host-config)|static/.*)$")
"""What costs nothing to answer, and is the same for everybody."""
TRAAD_STI, LOG_UD = "/_stcore/stream", "/auth/logout"
LOG_IND_STIER = ("/auth/", "/log-ind", "/oauth2callback", "/demo")
LUKKET = 1008
SIDEADRESSE = re.compile(
    r"^/(?!demo$|log-ind$|oauth2callback$|indlever$|_)[^/.]*$"
)  # Streamlit asks for its own parts below a page's, too
CSP = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "object-src 'none'",
    )
)
HEADERE = {
    "Content-Security-Policy": CSP,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OVERSATTE = re.compile(
    r"^/static/js/(index|embed|DateInput|DateField|ReorderedSegments|Selectbox|Multiselect|utils)\.[\w-]+\.js$"
)
"""The scripts with words of `OVERSAT`."""
VEJ = '<script src="/vej.js" defer></script>'
"""Our only script (app/vej.js), in Streamlit's page alone: those before sign-in have none."""
INDLEJRET = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
STRENG_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


class Haerdning:
    """Pure ASGI, for HTTP and WebSocket."""

    def __init__(self, app: ASGIApp, opsaetning: Opsaetning) -> None:
        self.app = app
        self.opsaetning = opsaetning
        self.graenser = Graenser()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """From a page of our own only, and for somebody who is signed in."""
        forbindelse = HTTPConnection(scope)
        oprindelse = urlsplit(forbindelse.headers.get("origin", "")).netloc
        er_egen = oprindelse in (forbindelse.headers.get("host"), self.opsaetning.vaert) and bool(oprindelse)
        if not er_egen or not self._is_own_host(forbindelse) or scope["path"] != TRAAD_STI:
            await _refuse(receive, send)
            return
        bruger = await self._find_user(forbindelse)
        if bruger is None:
            await self._send_to_front_page(forbindelse, receive, send)
        elif not self.graenser.connect(bruger):
            await _refuse(receive, send)
        else:
            traad = Traad(receive, send, self.graenser, bruger)
            try:
                await self.app(scope, traad.receive, traad.send)
            finally:
                traad.close()
                self.graenser.disconnect(bruger)

    async def _find_user(self, forbindelse: HTTPConnection) -> str | None:
        if not has_cookie(forbindelse.cookies):
            return None
        try:
            return (await run_in_threadpool(self._find_session, forbindelse)).bruger
        except Brugerfejl:
            return None

    async def _send_to_front_page(self, forbindelse: HTTPConnection, receive: Receive, send: Send) -> None:
        """A page left open while its session ended would else try for ever."""
        if not self.graenser.take_address(find_address(forbindelse, self.opsaetning.proxyer)):
            await _refuse(receive, send)
            return
        await receive()
        protokol = forbindelse.headers.get("sec-websocket-protocol", "").split(",")[0].strip()
        await send({"type": "websocket.accept", "subprotocol": protokol or None})
        await send({"type": "websocket.send", "bytes": make_redirect("/")})
        await send({"type": "websocket.close", "code": LUKKET})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        path = request.url.path
        er_script = bool(OVERSATTE.match(path))
        svar = Svar(send, self.opsaetning, er_side=bool(SIDEADRESSE.match(path)), er_script=er_script)
        if not self._is_own_host(request) or not AABNE.match(path) or _is_foreign_post(request):
            await not_found()(scope, receive, svar)
            return
        if not UDEN_LOG_IND.match(path) and not self._is_within_limits(request):
            await draw_message(tekster_server.FOR_MANGE, tekster_server.FOR_MANGE_TEKST, status=429)(
                scope, receive, svar
            )
            return
        if er_script:
            _without(scope, b"accept-encoding", b"range")
        if svar.er_side:
            _without(scope, b"accept-encoding", b"if-none-match", b"if-modified-since")
            egen = await self._answer_ourselves(request)
            if egen is not None:
                await egen(scope, receive, svar)
                return
        await self.app(scope, receive, svar)

    def _is_within_limits(self, request: Request) -> bool:
        """Whoever brings a session's cookie is judged by it where it is read."""
        if has_cookie(request.cookies) and not request.url.path.startswith(LOG_IND_STIER):
            return True
        return self.graenser.take_address(find_address(request, self.opsaetning.proxyer))

    def _is_own_host(self, request: HTTPConnection) -> bool:
        vaert = request.headers.get("host", "")
        return vaert == self.opsaetning.vaert or vaert.rsplit(":", 1)[0] in ("localhost", "127.0.0.1")

    async def _answer_ourselves(self, request: Request) -> Response | None:
        """Nobody signed in gets the front page, of plain HTML, and comes back to the page asked for; a page there is
        not is the front page. Only our own names are remembered.
        """
        path, husket = request.url.path, _own_address(unquote(request.cookies.get(SIDE_COOKIE, "")))
        try:
            session = await self._find_session_of(request)
        except Brugerfejl as fejl:
            return draw_message(tekster.DASHBOARD, str(fejl), status=503)
        if session.bruger is not None and path in SIDER | {"/"}:
            return _forget(husket) if path == "/" and husket is not None else None
        oensket = _own_address(f"{path}?{request.url.query}")
        if path == "/" and oensket in (None, "/"):
            return await run_in_threadpool(draw_log_ind, session, describe_request(request), self.opsaetning)
        omvej = RedirectResponse("/", status_code=303)
        if oensket is not None:
            omvej.set_cookie(SIDE_COOKIE, quote(oensket), max_age=600, httponly=True, samesite="lax")
        return omvej

    async def _find_session_of(self, request: Request) -> Session:
        """A cookie that opens nothing counts as none."""
        if not has_cookie(request.cookies):
            return Session(None, None, "ikke logget ind")
        session = await run_in_threadpool(self._find_session, request)
        if session.bruger is None and not self.graenser.take_address(find_address(request, self.opsaetning.proxyer)):
            raise Brugerfejl(tekster_server.FOR_MANGE_TEKST)
        return session

    def _find_session(self, forbindelse: HTTPConnection) -> Session:
        return find_session(describe_request(forbindelse), miljoe=find_miljoe(), opsaetning=self.opsaetning)


async def _refuse(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": LUKKET})


def _own_address(adresse: str) -> str | None:
    """One of our pages with the place and period asked for, else None."""
    path, _, valg = adresse.partition("?")
    if path not in SIDER | {"/"} or not VALG.match(valg):
        return None
    return adresse.rstrip("?")


def _forget(side: str) -> RedirectResponse:
    omvej = RedirectResponse(side, status_code=303)
    omvej.delete_cookie(SIDE_COOKIE)
    return omvej


def _is_foreign_post(request: Request) -> bool:
    """A form or a script of another site, or a picture there that signs somebody out."""
    if request.url.path == LOG_UD and request.headers.get("sec-fetch-site") == "cross-site":
        return True
    oprindelse = request.headers.get("origin")
    fremmed = oprindelse is not None and urlsplit(oprindelse).netloc != request.headers.get("host")
    return request.method not in ("GET", "HEAD") and fremmed


def _without(scope: Scope, *navne: bytes) -> None:
    scope["headers"] = [(navn, vaerdi) for navn, vaerdi in scope["headers"] if navn.lower() not in navne]


class Svar:
    """Sends an answer on with our headers; an HTML page is held back until it is whole, and turned Danish."""

    def __init__(self, send: Send, opsaetning: Opsaetning, *, er_side: bool, er_script: bool = False) -> None:
        self.send = send
        self.opsaetning = opsaetning
        self.er_side = er_side
        self.er_script = er_script
        self._start: Message | None = None
        self._indhold = b""

    async def __call__(self, besked: Message) -> None:
        if besked["type"] == "http.response.start":
            self._add_headers(besked)
            if self._is_translated(besked):
                self._start = besked
                return
        elif self._start is not None:
            self._indhold += besked.get("body", b"")
            if besked.get("more_body"):
                return
            self._indhold = _translate(self._indhold) if self.er_script else _in_danish(self._indhold)
            headere = MutableHeaders(raw=self._start["headers"])
            headere["content-length"] = str(len(self._indhold))
            headere["content-security-policy"] = CSP.replace("script-src 'self'", _own_scripts(self._indhold))
            await self.send(self._start)
            besked = {"type": "http.response.body", "body": self._indhold}
        await self.send(besked)

    def _is_translated(self, start: Message) -> bool:
        if self.er_script:
            return bool(start["status"] == 200)
        return Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")

    def _add_headers(self, start: Message) -> None:
        headere = MutableHeaders(raw=list(start["headers"]))
        for navn, vaerdi in (HEADERE | (STRENG_TRANSPORT if self.opsaetning.er_bag_tls else {})).items():
            headere[navn] = vaerdi
        if not headere.get("content-type", "").startswith(("text/javascript", "text/css", "font/", "image/")):
            headere["Cache-Control"] = "no-store"
        start["headers"] = [
            (navn, _secure(vaerdi) if navn == b"set-cookie" and self.opsaetning.er_bag_tls else vaerdi)
            for navn, vaerdi in headere.raw
        ]


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"


def _own_scripts(side: bytes) -> str:
    """The page's own inline scripts, by their hash: the page is a file of the package, not of anything a user wrote."""
    hashes = [b64encode(sha256(script).digest()).decode() for script in INDLEJRET.findall(side)]
    return " ".join(["script-src 'self'", *(f"'sha256-{hash_}'" for hash_ in hashes)])


def _translate(script: bytes) -> bytes:
    """Whole texts of the script alone, and what the parts of a date are called: its names and addresses stay."""
    script = script.replace(b"locale:`en-US`", b"locale:`da-DK`")
    for engelsk, dansk in tekster_server.OVERSAT.items():
        script = script.replace(f"`{engelsk}`".encode(), f"`{dansk}`".encode())
    return script


def _in_danish(side: bytes) -> bytes:
    return (
        side.replace(b'<html lang="en">', b'<html lang="da">')
        .replace(b"<title>Streamlit</title>", f"<title>{tekster_server.TITEL}</title>{VEJ}".encode())
        .replace(b"You need to enable JavaScript to run this app.", tekster_server.UDEN_JAVASCRIPT.encode())
    )
