"""Around every answer of the server: closed doors, strict headers, Danish, and the page one asked for."""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.miljoe import find_miljoe
from app.sikkerhed.opsaetning import Opsaetning
from app.sikkerhed.ruter import describe_request, not_found
from app.sikkerhed.session import find_session
from pipeline.fejl import Brugerfejl
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import server as tekster_server

SIDE_COOKIE = "sygefravaer_side"
SIDER = frozenset(f"/{adresse}" for adresse in tekster_dashboard.SIDER) - {"/overblik"}
"""The addresses of our own pages besides the front page, which has none."""
VALG = re.compile(r"^(?:(?:enhed|periode)=[A-Za-z0-9:%-]{1,40}(?:&|$)){0,2}$")
"""What an address may ask for (app/valg.py); anything else is forgotten on the way through the sign-in."""
LUKKEDE = re.compile(r"^/(_stcore/(metrics|upload_file|script-health-check)|media)(/|$)")
SIDEADRESSE = re.compile(
    r"^/(?!demo$|oauth2callback$|_)[^/.]*$"
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
INDLEJRET = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
STRENG_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


class Haerdning:
    """Pure ASGI, for HTTP and WebSocket."""

    def __init__(self, app: ASGIApp, opsaetning: Opsaetning) -> None:
        self.app = app
        self.opsaetning = opsaetning

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """From a page of our own only."""
        forbindelse = HTTPConnection(scope)
        oprindelse = urlsplit(forbindelse.headers.get("origin", "")).netloc
        if oprindelse not in (forbindelse.headers.get("host"), self.opsaetning.vaert) or not oprindelse:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        svar = Svar(send, self.opsaetning, er_side=bool(SIDEADRESSE.match(request.url.path)))
        if not self._is_own_host(request) or LUKKEDE.match(request.url.path) or _is_foreign_post(request):
            await not_found()(scope, receive, svar)
            return
        if svar.er_side:
            _without(scope, b"accept-encoding", b"if-none-match", b"if-modified-since")
            omvej = await self._detour(request)
            if omvej is not None:
                await omvej(scope, receive, svar)
                return
        await self.app(scope, receive, svar)

    def _is_own_host(self, request: Request) -> bool:
        vaert = request.headers.get("host", "")
        return vaert == self.opsaetning.vaert or vaert.rsplit(":", 1)[0] in ("localhost", "127.0.0.1")

    async def _detour(self, request: Request) -> RedirectResponse | None:
        """Nobody signed in gets the front page first and comes back to the page asked for; a page there is not is the
        front page. Only our own names are remembered.
        """
        path, husket = request.url.path, _own_address(unquote(request.cookies.get(SIDE_COOKIE, "")))
        oensket = _own_address(f"{path}?{request.url.query}")
        if path == "/" and husket is None and not request.url.query:
            return None
        er_inde = await run_in_threadpool(self._is_signed_in, request)
        if er_inde and path in SIDER | {"/"}:
            return _forget(husket) if path == "/" and husket is not None else None
        if path == "/" and oensket in (None, "/"):
            return None
        omvej = RedirectResponse("/", status_code=303)
        if oensket is not None:
            omvej.set_cookie(SIDE_COOKIE, quote(oensket), max_age=600, httponly=True, samesite="lax")
        return omvej

    def _is_signed_in(self, request: Request) -> bool:
        try:
            session = find_session(describe_request(request), miljoe=find_miljoe(), opsaetning=self.opsaetning)
        except Brugerfejl:
            return False
        return session.bruger is not None


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
    """A form or a script of another site."""
    oprindelse = request.headers.get("origin")
    fremmed = oprindelse is not None and urlsplit(oprindelse).netloc != request.headers.get("host")
    return request.method not in ("GET", "HEAD") and fremmed


def _without(scope: Scope, *navne: bytes) -> None:
    scope["headers"] = [(navn, vaerdi) for navn, vaerdi in scope["headers"] if navn.lower() not in navne]


class Svar:
    """Sends an answer on with our headers; an HTML page is held back until it is whole, and turned Danish."""

    def __init__(self, send: Send, opsaetning: Opsaetning, *, er_side: bool) -> None:
        self.send = send
        self.opsaetning = opsaetning
        self.er_side = er_side
        self._start: Message | None = None
        self._indhold = b""

    async def __call__(self, besked: Message) -> None:
        if besked["type"] == "http.response.start":
            self._add_headers(besked)
            if Headers(raw=besked["headers"]).get("content-type", "").startswith("text/html"):
                self._start = besked
                return
        elif self._start is not None:
            self._indhold += besked.get("body", b"")
            if besked.get("more_body"):
                return
            self._indhold = _in_danish(self._indhold)
            headere = MutableHeaders(raw=self._start["headers"])
            headere["content-length"] = str(len(self._indhold))
            headere["content-security-policy"] = CSP.replace("script-src 'self'", _own_scripts(self._indhold))
            await self.send(self._start)
            besked = {"type": "http.response.body", "body": self._indhold}
        await self.send(besked)

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


def _in_danish(side: bytes) -> bytes:
    return (
        side.replace(b'<html lang="en">', b'<html lang="da">')
        .replace(b"<title>Streamlit</title>", f"<title>{tekster_server.TITEL}</title>".encode())
        .replace(b"You need to enable JavaScript to run this app.", tekster_server.UDEN_JAVASCRIPT.encode())
    )
