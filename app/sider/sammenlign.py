"""Sammenlign: the units of one level beside each other, and which differences are larger than chance."""

import streamlit as st

from app.opslag import Side
from app.vis import show_visning
from pipeline import tekster
from pipeline import tekster_dashboard as ord_
from pipeline.dansk import decimaltal, periode_med_ord


def show_sammenlign(side: Side) -> None:
    st.title(ord_.SIDER["sammenlign"], anchor=False)
    muligheder = side.scope.rows("sammenlign_niveauer")
    if muligheder.is_empty():
        st.info(ord_.SAMMENLIGN_INGEN)
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
        ord_.SAMMENLIGN_NIVEAU,
        [n for n in ord_.NIVEAUER_FLERTAL if n in niveauer],
        index=None if not niveauer else [n for n in ord_.NIVEAUER_FLERTAL if n in niveauer].index(niveauer[0]),
        format_func=ord_.NIVEAUER_FLERTAL.__getitem__,
        key="sammenlign_niveau",
    )
    if valgt is None:
        return
    enheder = side.scope.rows("sammenlign", niveau=valgt, periode=periode)
    st.header(ord_.SAMMENLIGN_TITEL, anchor=False)
    st.markdown(ord_.SAMMENLIGN_FORKLARING.format(middel=decimaltal(enheder["kommunens_sygedage"][0])))
    show_visning(side, "sammenlign", {"niveau": valgt, "periode": periode})
