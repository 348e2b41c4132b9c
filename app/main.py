"""The front page: the kommune's sygefravær this quarter."""

from pathlib import Path

import streamlit as st

from app.opslag import load_kvartalsstatus
from app.vis import show_datagrundlag, show_figur_1, show_noegletal, show_overskrift, show_stil
from pipeline import tekster
from pipeline.fejl import Brugerfejl
from pipeline.report.kvartalsstatus import Kvartalsstatus


def show_forside(status: Kvartalsstatus) -> None:
    show_overskrift(status)
    if status.hovedtal is None:
        st.info(tekster.INGEN_PERIODER)
    else:
        show_noegletal(status, status.hovedtal)
        show_figur_1(status)
    show_datagrundlag(status)


st.set_page_config(
    page_title=tekster.DASHBOARD, page_icon=str(Path(__file__).with_name("ikon.png")), layout="wide", menu_items={}
)
show_stil()
try:
    status = load_kvartalsstatus()
except Brugerfejl as fejl:
    st.title(tekster.DASHBOARD, anchor=False)
    st.error(str(fejl))
else:
    show_forside(status)
