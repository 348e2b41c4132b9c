"""Before sign-in: one page that is only HTML. Streamlit is asked for nothing until somebody is known."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from streamlit.user_info import generate_login_redirect_url

from app.miljoe import find_miljoe
from app.sikkerhed.html import draw_page
from app.sikkerhed.opsaetning import Opsaetning, read_opsaetning
from app.sikkerhed.ruter import not_found
from app.sikkerhed.session import Forespoergsel, Session, demo_is_open
from pipeline.tekster import faelles as tekster
from pipeline.tekster import server as tekster_server

LOG_IND, LOG_UD = "/log-ind", "/auth/logout"


def draw_log_ind(session: Session, anmodning: Forespoergsel, opsaetning: Opsaetning) -> HTMLResponse:
    """Says why one is not in, and the way on."""
    afsnit, knap = _choose(session, anmodning, opsaetning)
    tekst = "".join(f"<p>{escape(linje)}</p>" for linje in afsnit)
    if knap is not None:
        adresse, navn = knap
        tekst += f'<p><a class="knap" href="{adresse}">{escape(navn)}</a></p>'
    return draw_page(tekster.DASHBOARD, tekst)


def _choose(
    session: Session, anmodning: Forespoergsel, opsaetning: Opsaetning
) -> tuple[list[str], tuple[str, str] | None]:
    if session.grund == "ukendt":
        konto = [] if session.konto is None else [tekster_server.UKENDT_KONTO.format(konto=session.konto)]
        return [tekster_server.UKENDT, *konto], (LOG_UD, tekster_server.ANDEN_KONTO)
    udloebet = [tekster_server.UDLOEBET] if session.grund == "udløbet" else []
    if opsaetning.udbyder is not None:
        return [*udloebet, tekster_server.LOG_IND_TEKST], (LOG_IND, tekster_server.LOG_IND)
    if demo_is_open(anmodning, miljoe=find_miljoe(), opsaetning=opsaetning):
        return [*udloebet, tekster_server.DEMO_TEKST], ("/demo", tekster_server.DEMO_LINK)
    return [*udloebet, tekster_server.IKKE_SAT_OP], None


def log_ind(_: Request) -> Response:
    """On to the identity provider."""
    if read_opsaetning().udbyder is None:
        return not_found()
    return RedirectResponse(generate_login_redirect_url("default"), status_code=303)
