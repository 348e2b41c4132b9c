"""Sammenlign: the units of one level beside each other, and which differences are larger than chance."""

import streamlit as st

from app.side import Side
from app.vis import show_overskrift, show_titel, show_visning
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import decimaltal, periode_med_ord


def show_sammenlign(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["sammenlign"])
    muligheder = side.scope.rows("sammenlign_niveauer")
    if muligheder.is_empty():
        st.info(tekster_dashboard.SAMMENLIGN_INGEN)
        return
    kvartal, niveau = st.columns(2)
    periode = kvartal.selectbox(
        tekster.KVARTAL,
        muligheder["periode"].unique(maintain_order=True).to_list(),
        format_func=periode_med_ord,
        key="sammenlign_periode",
    )
    niveauer = [n for p, n in muligheder.iter_rows() if p == periode]
    valgt = niveau.selectbox(
        tekster_dashboard.SAMMENLIGN_NIVEAU,
        [n for n in tekster_dashboard.NIVEAUER_FLERTAL if n in niveauer],
        index=None
        if not niveauer
        else [n for n in tekster_dashboard.NIVEAUER_FLERTAL if n in niveauer].index(niveauer[0]),
        format_func=tekster_dashboard.NIVEAUER_FLERTAL.__getitem__,
        key="sammenlign_niveau",
    )
    if valgt is None:
        return
    enheder = side.scope.rows("sammenlign", niveau=valgt, periode=periode)
    show_overskrift(tekster_dashboard.SAMMENLIGN_TITEL)
    st.markdown(tekster_dashboard.SAMMENLIGN_FORKLARING.format(middel=decimaltal(enheder["kommunens_sygedage"][0])))
    show_visning(side, "sammenlign", {"niveau": valgt, "periode": periode})
