"""Sammenlign: the units of one level, each beside what is to be expected of it."""

import streamlit as st

from app.side import Side
from app.vis import show_overskrift, show_titel, show_visning
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import niveau as tekster_niveau
from pipeline.tekster.dansk import decimaltal, one_stop, periode_med_ord, procentgraense


def show_sammenlign(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["sammenlign"])
    muligheder = side.scope.rows("sammenlign_niveauer")
    if muligheder.is_empty():
        st.info(tekster_niveau.INGEN)
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
    show_overskrift(tekster_niveau.TITEL)
    st.markdown(_explain(side, valgt, periode))
    show_visning(side, "sammenlign", {"niveau": valgt, "periode": periode})


def _explain(side: Side, niveau: str, periode: str) -> str:
    """What is expected; without personalegrupper it is one figure for all."""
    bygning = side.scope.rows("byggerapport_bygning").row(0, named=True)
    forventet = side.scope.rows("sammenlign", niveau=niveau, periode=periode)["forventet"].drop_nulls()
    return one_stop(
        tekster_niveau.FORKLARING[bygning["har_personalegrupper"]].format(
            middel=decimaltal(forventet.max() or 0),  # type: ignore[arg-type]
            hold_oeje=procentgraense(bygning["forventet_hold_oeje"]),
            stoerre=procentgraense(bygning["forventet_stoerre"]),
        )
    )
