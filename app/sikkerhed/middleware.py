"""Around every answer of the server: closed doors, strict headers, Danish, and the page one asked for."""

import re
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.opslag import find_miljoe
from app.sikkerhed.opsaetning import Opsaetning
from app.sikkerhed.ruter import describe_request, not_found
from app.sikkerhed.session import find_session
from pipeline import tekster_sider as ord_
from pipeline.fejl import Brugerfejl

SIDE_COOKIE = "sygefravaer_side"
SIDER = re.compile(r"/[a-z_-]{1,40}")
LUKKEDE = re.compile(r"^/(_stcore/(metrics|upload_file|script-health-check)|media)(/|$)")
EGNE = re.compile(r"^/(_stcore|static|component|hent|demo|oauth2callback|auth|vendor)(/|$)|\.[a-z0-9]+$")
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
        svar = Svar(send, self.opsaetning, er_html=not EGNE.search(request.url.path))
        if not self._is_own_host(request) or LUKKEDE.match(request.url.path) or _is_foreign_post(request):
            await not_found()(scope, receive, svar)
            return
        if svar.er_html:
            _without(scope, b"accept-encoding", b"if-none-match", b"if-modified-since")
            side = await self._page_asked_for(request)
            if side is not None:
                omvej = RedirectResponse(side, status_code=303)
                omvej.delete_cookie(SIDE_COOKIE)
                await omvej(scope, receive, svar)
                return
            svar.husk_side = await self._remember(request)
        await self.app(scope, receive, svar)

    def _is_own_host(self, request: Request) -> bool:
        vaert = request.headers.get("host", "")
        return vaert == self.opsaetning.vaert or vaert.rsplit(":", 1)[0] in ("localhost", "127.0.0.1")

    async def _page_asked_for(self, request: Request) -> str | None:
        """After sign-in one comes back to the front page: on to the page asked for, one of our own names."""
        side = request.cookies.get(SIDE_COOKIE, "")
        if request.url.path != "/" or not SIDER.fullmatch(side):
            return None
        return side if await run_in_threadpool(self._is_signed_in, request) else None

    async def _remember(self, request: Request) -> str | None:
        path = request.url.path
        if path == "/" or not SIDER.fullmatch(path) or await run_in_threadpool(self._is_signed_in, request):
            return None
        return path

    def _is_signed_in(self, request: Request) -> bool:
        try:
            session = find_session(describe_request(request), miljoe=find_miljoe(), opsaetning=self.opsaetning)
        except Brugerfejl:
            return False
        return session.bruger is not None


def _is_foreign_post(request: Request) -> bool:
    """A form or a script of another site."""
    oprindelse = request.headers.get("origin")
    fremmed = oprindelse is not None and urlsplit(oprindelse).netloc != request.headers.get("host")
    return request.method not in ("GET", "HEAD") and fremmed


def _without(scope: Scope, *navne: bytes) -> None:
    scope["headers"] = [(navn, vaerdi) for navn, vaerdi in scope["headers"] if navn.lower() not in navne]


class Svar:
    """Sends an answer on with our headers; an HTML page is held back until it is whole, and turned Danish."""

    def __init__(self, send: Send, opsaetning: Opsaetning, *, er_html: bool) -> None:
        self.send = send
        self.opsaetning = opsaetning
        self.er_html = er_html
        self.husk_side: str | None = None
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
            MutableHeaders(raw=self._start["headers"])["content-length"] = str(len(self._indhold))
            await self.send(self._start)
            besked = {"type": "http.response.body", "body": self._indhold}
        await self.send(besked)

    def _add_headers(self, start: Message) -> None:
        headere = MutableHeaders(raw=list(start["headers"]))
        for navn, vaerdi in (HEADERE | (STRENG_TRANSPORT if self.opsaetning.er_bag_tls else {})).items():
            headere[navn] = vaerdi
        if not headere.get("content-type", "").startswith(("text/javascript", "text/css", "font/", "image/")):
            headere["Cache-Control"] = "no-store"
        if self.husk_side is not None:
            headere.append("set-cookie", f"{SIDE_COOKIE}={self.husk_side}; Max-Age=600; Path=/; HttpOnly; SameSite=lax")
        start["headers"] = [
            (navn, _secure(vaerdi) if navn == b"set-cookie" and self.opsaetning.er_bag_tls else vaerdi)
            for navn, vaerdi in headere.raw
        ]


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"


def _in_danish(side: bytes) -> bytes:
    return (
        side.replace(b'<html lang="en">', b'<html lang="da">')
        .replace(b"<title>Streamlit</title>", f"<title>{ord_.TITEL}</title>".encode())
        .replace(b"You need to enable JavaScript to run this app.", ord_.UDEN_JAVASCRIPT.encode())
    )
