"""The pages of somebody who sees nothing: signing in, being refused, signed out."""

import streamlit as st

from app.side import Side
from app.sikkerhed.opsaetning import Opsaetning
from app.sikkerhed.session import Forespoergsel, Session, demo_is_open
from app.vis import plain, show_link, show_titel
from pipeline.lager.log import Haendelse, write_log
from pipeline.lager.sessioner import end_session
from pipeline.port.scope import Miljoe
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import faelles as tekster
from pipeline.tekster import server as tekster_server


def show_log_ind(session: Session, anmodning: Forespoergsel, *, miljoe: Miljoe, opsaetning: Opsaetning) -> None:
    show_titel(tekster.DASHBOARD)
    if session.grund == "ukendt":
        st.warning(tekster_server.UKENDT)
        if st.button(tekster_server.ANDEN_KONTO):
            st.logout()
        return
    if session.grund == "udløbet":
        st.info(tekster_server.UDLOEBET)
    if opsaetning.udbyder is not None:
        st.markdown(tekster_server.LOG_IND_TEKST)
        if st.button(tekster_server.LOG_IND, type="primary"):
            st.login()
    elif demo_is_open(anmodning, miljoe=miljoe, opsaetning=opsaetning):
        st.markdown(tekster_server.DEMO_TEKST)
        show_link("/demo", tekster_server.DEMO_LINK, til_serveren=True)
    else:
        st.warning(tekster_server.IKKE_SAT_OP)


def show_findes_ikke(_: Side) -> None:
    """The same for a page that is not there and for one that is not yours."""
    show_titel(tekster_server.FINDES_IKKE)
    show_link("/", tekster_server.TIL_FORSIDEN)


def show_log_ud(
    saetning: str | None, session: Session, *, miljoe: Miljoe, opsaetning: Opsaetning, roller: str = ""
) -> None:
    """Who is signed in and the way out; above it the sentence for somebody without rights."""
    if saetning is not None:
        show_titel(tekster.DASHBOARD)
        st.warning(saetning)
    bruger = plain(session.bruger or "")
    hvem = tekster_adgang.LOGGET_IND_MED.format(bruger=bruger, roller=roller) if roller else bruger
    st.markdown(f":small[{tekster_adgang.LOGGET_IND_SOM.format(bruger=hvem)}]", width="content")
    if st.button(tekster_adgang.LOG_UD if opsaetning.udbyder else tekster_server.SKIFT_BRUGER):
        if session.noegle is not None and session.bruger is not None:
            end_session(miljoe.lager, session.noegle)
            write_log(miljoe.lager, Haendelse(session.bruger, "log ud"))
        if opsaetning.udbyder is None:
            st.rerun()
        st.logout()
        st.stop()  # a rerun would take the way to the provider with it
