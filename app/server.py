"""The server: `streamlit run app/server.py`. One process, one database, one store."""

import logging
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.miljoe import find_database, spare_the_collector
from app.sikkerhed.html import draw_message
from app.sikkerhed.indlever import indlever, indlever_skabelon
from app.sikkerhed.log_ind import log_ind
from app.sikkerhed.middleware import Haerdning
from app.sikkerhed.opsaetning import Opsaetning, read_opsaetning
from app.sikkerhed.ruter import demo, hent, not_found, vej
from app.sikkerhed.start import prepare_start
from pipeline.database.noegler import read_noegle
from pipeline.fejl import name_place
from pipeline.tekster import server as tekster_server

LOG = logging.getLogger("sygefravaer")


def show_error(fejl: Exception) -> bool:
    """A sentence and a number on the page; in the log the number, its kind and place in our code, never its text."""
    st.error(tekster_server.FEJL_TEKST.format(nummer=note_error(fejl)))
    return True


def note_error(fejl: Exception) -> str:
    nummer = token_hex(4)
    LOG.error("Fejl %s: %s i %s", nummer, type(fejl).__name__, name_place(fejl.__traceback__))
    return nummer


async def on_http_error(_: Request, fejl: Exception) -> Response:
    return not_found()


async def on_error(_: Request, fejl: Exception) -> Response:
    return draw_message(tekster_server.FEJL, tekster_server.FEJL_TEKST.format(nummer=note_error(fejl)), status=500)


def make_secrets(opsaetning: Opsaetning) -> dict[str, Any]:
    """What Streamlit's sign-in needs; nothing when there is no identity provider."""
    if opsaetning.udbyder is None:
        return {}
    return {
        "auth": {
            "redirect_uri": f"{opsaetning.adresse}/oauth2callback",
            "cookie_secret": read_noegle("cookienoegle", find_database()),
            "client_id": opsaetning.udbyder.klient,
            "client_secret": opsaetning.udbyder.hemmelighed,
            "server_metadata_url": opsaetning.udbyder.metadata,
        }
    }


def quiet_streamlit() -> None:
    """Streamlit's own logs hold the text of errors, and with it whatever an error quotes."""
    for navn in ("streamlit.error_util", "streamlit.runtime.scriptrunner.exec_code", "streamlit.runtime.caching"):
        logging.getLogger(navn).addFilter(lambda _: False)


quiet_streamlit()
prepare_start()
spare_the_collector("start")
app = st.App(
    Path(__file__).with_name("main.py"),
    secrets=make_secrets(read_opsaetning()),
    routes=[
        Route("/demo", demo, methods=["GET", "POST"]),
        Route("/log-ind", log_ind),
        Route("/hent/{billet}", hent),
        Route("/vej.js", vej),
        Route("/indlever", indlever, methods=["POST"]),
        Route("/indlever/skabelon", indlever_skabelon, methods=["POST"]),
    ],
    middleware=[Middleware(Haerdning, opsaetning=read_opsaetning())],
    exception_handlers={HTTPException: on_http_error, Exception: on_error},
    on_script_error=show_error,
)
