"""The server's own addresses: the demo's personas, and every file that is fetched."""

import secrets
from html import escape
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app import hent as filer
from app.miljoe import find_miljoe
from app.sikkerhed.html import draw_message, draw_page
from app.sikkerhed.opsaetning import read_opsaetning
from app.sikkerhed.session import DEMO_COOKIE, LOOPBACK, Forespoergsel, demo_is_open, demo_key, find_session
from pipeline.lager.adgang import Adgangsraekke, is_gaeldende, read_adgang
from pipeline.lager.billetter import redeem_billet
from pipeline.lager.log import Haendelse, write_log
from pipeline.lager.sessioner import begin_session
from pipeline.port.rettigheder import Bruger
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import server as tekster_server

VEJ = Path(__file__).parents[1] / "vej.js"


def describe_request(request: HTTPConnection) -> Forespoergsel:
    er_lokal = request.client is not None and request.client.host in LOOPBACK
    return Forespoergsel(request.cookies, request.headers, er_lokal)


def find_bruger(request: Request) -> Bruger | None:
    """Who is signed in."""
    session = find_session(describe_request(request), miljoe=find_miljoe(), opsaetning=read_opsaetning())
    return None if session.bruger is None else Bruger(session.bruger)


def not_found() -> HTMLResponse:
    """The same for what is not there and for what is not yours."""
    return draw_message(tekster_server.FINDES_IKKE, tekster_server.FINDES_IKKE_TEKST, status=404)


async def vej(_: Request) -> Response:
    """Our own script, the same for everybody."""
    return Response(VEJ.read_bytes(), media_type="text/javascript")


async def demo(request: Request) -> Response:
    return await run_in_threadpool(_demo, request, await request.form() if request.method == "POST" else {})


def _demo(request: Request, felter: object) -> Response:
    miljoe, opsaetning = find_miljoe(), read_opsaetning()
    if not demo_is_open(describe_request(request), miljoe=miljoe, opsaetning=opsaetning):
        return not_found()
    dag = miljoe.dag
    personer = {raekke.bruger: raekke for raekke in read_adgang(miljoe.lager) if is_gaeldende(raekke, dag)}
    valgt = felter.get("bruger") if hasattr(felter, "get") else None
    if valgt not in personer:
        return _draw_personas(personer)
    vaerdi = secrets.token_urlsafe(32)
    begin_session(miljoe.lager, demo_key(vaerdi), bruger=valgt, nu=miljoe.ur())
    write_log(miljoe.lager, Haendelse(valgt, "log ind", "demo"))
    svar = RedirectResponse("/", status_code=303)
    svar.set_cookie(DEMO_COOKIE, vaerdi, httponly=True, samesite="lax")
    return svar


def _draw_personas(personer: dict[str, Adgangsraekke]) -> HTMLResponse:
    raekkefoelge = list(tekster_adgang.ROLLER)
    knapper = [
        f'<form method="post" action="/demo"><button name="bruger" value="{escape(bruger)}">'
        f"{escape(raekke.begrundelse)} ({escape(bruger)})"
        f"<span>{escape(tekster_adgang.ROLLER_FORKLARET[raekke.rolle])}</span></button></form>"
        for bruger, raekke in sorted(personer.items(), key=lambda par: (raekkefoelge.index(par[1].rolle), par[0]))
    ]
    return draw_page(
        tekster_server.DEMO_TITEL,
        f'<p class="demo">{tekster_adgang.DEMO}</p><p>{escape(tekster_server.DEMO_TEKST)}</p>{"".join(knapper)}',
    )


async def hent(request: Request) -> Response:
    return await run_in_threadpool(_hent, request)


def _hent(request: Request) -> Response:
    """A file, made now with the rights there are now, for the user and session its ticket was given to."""
    miljoe, opsaetning = find_miljoe(), read_opsaetning()
    session = find_session(describe_request(request), miljoe=miljoe, opsaetning=opsaetning)
    if session.bruger is None or session.noegle is None:
        return not_found()
    billet = redeem_billet(
        miljoe.lager,
        request.path_params["billet"],
        session=session.noegle,
        bruger=session.bruger,
        nu=miljoe.ur(),
    )
    if billet is None:
        return not_found()
    try:
        fil = filer.make_fil(billet, Bruger(session.bruger), miljoe)
    except filer.NyeTal:
        return draw_message(tekster_server.NYE_TAL, tekster_server.NYE_TAL_TEKST, status=409)
    if fil is None:
        return not_found()
    bygning_id = billet.parametre.get("bygning")
    write_log(miljoe.lager, Haendelse(session.bruger, "eksport", fil.navn, noder=fil.noder, bygning_id=bygning_id))
    return Response(
        fil.indhold,
        media_type=fil.type,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(fil.navn)}"},
    )
