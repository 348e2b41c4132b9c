"""Where a delivery is sent: read as it comes, into encrypted files (pipeline/kvartal/modtag.py), never into memory."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import anyio
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from app.miljoe import find_miljoe
from app.sikkerhed.html import draw_message
from app.sikkerhed.ruter import find_bruger, not_found
from pipeline.fejl import Brugerfejl
from pipeline.kvartal.koersel import start_byg
from pipeline.kvartal.skabeloner import Skabelon, Skabelonmodtagelse, keep_skabelon
from pipeline.kvartal.trin import Hr, enter, receive
from pipeline.port.scope import IngenAdgang
from pipeline.tekster import kvartal as tekster_kvartal

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

SIDE = "/kvartalet"
FELT = "fil"
HOEJST_HOVED = 4096  # bytes of a part's headers
Modtag = Callable[[Hr, Request, Callable[[], bytes]], None]
STILLE = 60  # seconds without a byte
HOEJST_SPILD = 4 << 30  # bytes let go by, so that a browser that still sends is there to read the sentence


async def indlever(request: Request) -> Response:
    """A delivery."""
    return await _take_in(request, _receive, ellers=tekster_kvartal.IKKE_MODTAGET)


async def indlever_skabelon(request: Request) -> Response:
    """The municipality's own design."""
    return await _take_in(request, _receive_skabelon, ellers=tekster_kvartal.SKABELON_IKKE_MODTAGET)


async def _take_in(request: Request, modtag: Modtag, *, ellers: str) -> Response:
    """The same nothing for everybody but hr, before a byte is read."""
    hr = await run_in_threadpool(_find_hr, request)
    if hr is None:
        return not_found()
    blokke = request.stream()

    async def take() -> bytes:
        with anyio.fail_after(STILLE):
            return await anext(blokke, b"")

    try:
        await run_in_threadpool(modtag, hr, request, lambda: anyio.from_thread.run(take))
    except Brugerfejl as fejl:
        await _let_go_by(take)
        return draw_message(ellers, str(fejl), status=400, til=(SIDE, tekster_kvartal.TILBAGE))
    except (ClientDisconnect, TimeoutError):
        return draw_message(ellers, tekster_kvartal.AFBRUDT, status=400)
    return RedirectResponse(SIDE, status_code=303)


def _find_hr(request: Request) -> Hr | None:
    bruger = find_bruger(request)
    try:
        return None if bruger is None else enter(bruger, find_miljoe())
    except IngenAdgang:
        return None


def _receive(hr: Hr, request: Request, take: Callable[[], bytes]) -> None:
    """A delivery, and its build is begun."""
    with receive(hr) as modtagelse:
        antal = request.headers.get("content-length", "")
        modtagelse.expect(int(antal) if antal.isdigit() else 0)
        _read_dele(request, modtagelse, take)
    start_byg(hr.miljoe, af=hr.navn)


def _receive_skabelon(hr: Hr, request: Request, take: Callable[[], bytes]) -> None:
    modtagelse = Skabelonmodtagelse()
    _read_dele(request, modtagelse, take)
    keep_skabelon(hr, Skabelon(modtagelse.navn, bytes(modtagelse.indhold)))


def _read_dele(request: Request, modtager: "Modtager", take: Callable[[], bytes]) -> None:
    slags, valg = parse_options_header(request.headers.get("content-type"))
    if slags != b"multipart/form-data" or b"boundary" not in valg:
        raise Brugerfejl(tekster_kvartal.IKKE_EN_LEVERANCE)
    dele = Dele(modtager)
    laeser = MultipartParser(valg[b"boundary"], dele.callbacks())
    try:
        while blok := take():
            laeser.write(blok)
    except FormParserError:
        raise Brugerfejl(tekster_kvartal.IKKE_EN_LEVERANCE) from None
    if not dele.er_hele:
        raise Brugerfejl(tekster_kvartal.AFBRUDT)


async def _let_go_by(take: Callable[[], object]) -> None:
    rest = HOEJST_SPILD
    try:
        while rest > 0 and (blok := await take()):  # type: ignore[misc]
            rest -= len(blok)
    except (ClientDisconnect, TimeoutError):
        return


class Modtager(Protocol):
    """Where the files of a form go."""

    def begin_fil(self, navn: str) -> None: ...
    def write(self, indhold: bytes) -> None: ...
    def end_fil(self) -> None: ...


class Dele:
    """The parts of the form as they come: files, and nothing else."""

    def __init__(self, modtagelse: Modtager) -> None:
        self._modtagelse = modtagelse
        self._navn, self._vaerdi, self._hoveder = b"", b"", dict[bytes, bytes]()
        self.er_hele = False

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._add_navn,
            "on_header_value": self._add_vaerdi,
            "on_header_end": self._end_hoved,
            "on_headers_finished": self._begin_fil,
            "on_part_data": self._write,
            "on_part_end": self._modtagelse.end_fil,
            "on_end": self._end,
        }

    def _begin(self) -> None:
        self._navn, self._vaerdi, self._hoveder = b"", b"", {}

    def _add_navn(self, data: bytes, fra: int, til: int) -> None:
        self._navn += data[fra:til]
        self._check_hoved()

    def _add_vaerdi(self, data: bytes, fra: int, til: int) -> None:
        self._vaerdi += data[fra:til]
        self._check_hoved()

    def _check_hoved(self) -> None:
        if len(self._navn) + len(self._vaerdi) > HOEJST_HOVED or len(self._hoveder) > 8:
            raise Brugerfejl(tekster_kvartal.IKKE_EN_LEVERANCE)

    def _end_hoved(self) -> None:
        self._hoveder[self._navn.lower()] = self._vaerdi
        self._navn = self._vaerdi = b""

    def _begin_fil(self) -> None:
        navn = _filename(self._hoveder.get(b"content-disposition", b""))
        if navn is None:
            raise Brugerfejl(tekster_kvartal.IKKE_EN_LEVERANCE)
        if not navn:
            raise Brugerfejl(tekster_kvartal.INGEN_FILER)  # what a browser sends when none was chosen
        self._modtagelse.begin_fil(navn)

    def _write(self, data: bytes, fra: int, til: int) -> None:
        self._modtagelse.write(data[fra:til])

    def _end(self) -> None:
        self.er_hele = True


def _filename(hoved: bytes) -> str | None:
    """As it was sent: the library would make a path in it into a name. None when the part is no file of ours."""
    slags, valg = parse_options_header(hoved)
    if slags != b"form-data" or valg.get(b"name") != FELT.encode():
        return None
    _, skille, resten = hoved.partition(b'filename="')
    if not skille or not resten.endswith(b'"'):
        return None
    navn = resten[:-1].replace(b"%22", b'"').decode("utf-8", "replace")
    return None if '"; ' in navn else navn
