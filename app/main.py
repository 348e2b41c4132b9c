"""What every run begins with: who is there, what she may see, which pages there are."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from app.opslag import BESKED, Side, find_miljoe
from app.sider.adgang import show_adgang
from app.sider.log_ind import show_findes_ikke, show_log_ind, show_log_ud
from app.sider.start import show_start
from app.sikkerhed.opsaetning import read_opsaetning
from app.sikkerhed.session import Forespoergsel, Session, find_session
from app.vis import show_stil
from pipeline import tekster
from pipeline import tekster_adgang as ord_
from pipeline.fejl import Brugerfejl
from pipeline.rettigheder import Bruger
from pipeline.scope import IngenAdgang, Miljoe, open_scope

SOM = "som"


def run_page() -> None:
    miljoe, opsaetning = find_miljoe(), read_opsaetning()
    anmodning = Forespoergsel(st.context.cookies, st.context.headers, st.context.ip_address is None)
    session = find_session(anmodning, miljoe=miljoe, opsaetning=opsaetning)
    if session.bruger is None:
        _run_alone(partial(show_log_ind, session, anmodning, miljoe=miljoe, opsaetning=opsaetning))
        return
    try:
        side = _open_side(Bruger(session.bruger, st.session_state.get(SOM)), session, miljoe)
    except IngenAdgang as fejl:
        _run_alone(partial(show_log_ud, str(fejl), session, miljoe=miljoe, opsaetning=opsaetning))
        return
    _navigate(
        partial(_show, side, show_start, session),
        partial(_show, side, show_adgang if side.ser_adgang else show_findes_ikke, session),
        vis_adgang=side.ser_adgang,
    )


def _open_side(bruger: Bruger, session: Session, miljoe: Miljoe) -> Side:
    """Whom hr looks as can lose her rights: then hr is herself again."""
    try:
        return Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, session.noegle)
    except IngenAdgang:
        if bruger.som is None:
            raise
        st.session_state.pop(SOM)
        bruger = Bruger(bruger.navn)
        return Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, session.noegle)


def _run_alone(vis: Callable[[], None]) -> None:
    _navigate(vis, vis, vis_adgang=False)


def _navigate(start: Callable[[], None], adgang: Callable[[], None], *, vis_adgang: bool) -> None:
    """Every page exists for everybody: to an address it does not know Streamlit answers in English."""
    sider = [
        st.Page(start, title=ord_.START, url_path="start", default=True),
        st.Page(adgang, title=ord_.ADGANG, url_path="adgang", visibility="visible" if vis_adgang else "hidden"),
    ]
    st.navigation(sider, position="top").run()


def _show(side: Side, vis: Callable[[Side], None], session: Session) -> None:
    if side.scope.er_demo:
        st.markdown(f":orange-background[{ord_.DEMO}]")
    if side.bruger.som is not None:
        _show_som(side.bruger.som)
    if BESKED in st.session_state:
        st.success(st.session_state.pop(BESKED))
    vis(side)
    st.divider()
    show_log_ud(None, session, miljoe=side.miljoe, opsaetning=read_opsaetning())


def _show_som(bruger: str) -> None:
    with st.container(border=True):
        st.markdown(ord_.SE_SOM_VISER.format(bruger=bruger))
        if st.button(ord_.SE_SOM_SLUT):
            st.session_state.pop(SOM)
            st.rerun()


st.set_page_config(
    page_title=tekster.DASHBOARD, page_icon=str(Path(__file__).with_name("ikon.png")), layout="wide", menu_items={}
)
show_stil()
try:
    run_page()
except Brugerfejl as fejl:
    st.title(tekster.DASHBOARD, anchor=False)
    st.error(str(fejl))
