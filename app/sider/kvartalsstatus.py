"""Kvartalsstatus: the finished case, its check and its proof; for hr."""

import streamlit as st

from app.pakker import make_sidens_pakke, open_sidens_arkiv
from app.side import Side, show_download
from app.tabel import show_tabel
from app.vis import plain, show_overskrift, show_titel
from pipeline.fejl import Brugerfejl
from pipeline.status.pakke import SLAGS
from pipeline.status.revisioner import tabulate_revisioner
from pipeline.status.udgiv import read_laast_grundlag
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord

LAVET = "kvartalsstatus_lavet"


def show_kvartalsstatus(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["kvartalsstatus"])
    kvartal = find_kvartal(side)
    if kvartal is None:
        st.info(tekster_status.INGEN_KVARTAL)
        return
    st.markdown(tekster_status.SIDE_FORKLARING.format(kvartal=periode_med_ord(kvartal)))
    if side.bruger.som is not None:
        st.info(tekster_status.SIDE_IKKE_SOM)
        return
    med_personer = side.with_personer(tekster_dashboard.SIDER["kvartalsstatus"])
    _show_revisioner(med_personer, kvartal)
    for slags, kolonne in zip(SLAGS, st.columns(len(SLAGS)), strict=True):
        with kolonne:
            show_overskrift(tekster_status.SIDE_SLAGS[slags])
            st.markdown(tekster_status.SIDE_SLAGS_FORKLARING[slags])
            if st.button(tekster_status.SIDE_LAV[slags], key=f"lav_{slags}", type="primary"):
                st.session_state[LAVET] = (slags, side.scope.bygning_id)
            if st.session_state.get(LAVET) == (slags, side.scope.bygning_id):
                _show_pakke(med_personer, slags, kvartal)


def find_kvartal(side: Side) -> str | None:
    """The quarter there is a status of."""
    raekker = side.scope.rows("udgivne_grupper")
    return None if raekker.is_empty() else str(raekker["periode"][0])


def _show_revisioner(side: Side, kvartal: str) -> None:
    try:
        arkiv = open_sidens_arkiv(side)
        if not arkiv.laaste:
            return
        _, revisioner = read_laast_grundlag(side.scope, kvartal, arkiv)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    show_overskrift(tekster_laaste.REVISIONER_TITEL)
    if revisioner:
        tabel = tabulate_revisioner(revisioner)
        show_tabel([kolonne.navn for kolonne in tabel.kolonner], list(tabel.words()))
    else:
        st.markdown(tekster_laaste.REVISIONER_INTET)


def _show_pakke(side: Side, slags: str, kvartal: str) -> None:
    parametre = {"slags": slags, "kvartal": kvartal}
    try:
        with st.spinner(tekster_status.SIDE_VENT):
            pakke = make_sidens_pakke(side, parametre)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    st.success(pakke.proevet)
    show_download(side, "kvartalsstatus", tekster_status.SIDE_HENT, parametre, key=f"hent_{slags}")
    if slags == "status":
        st.markdown(f"**{tekster_status.KONTROL_OVERSKRIFT}**")
        for linje in pakke.linjer or (tekster_status.KONTROL_INTET,):
            st.markdown(f"- {plain(linje)}")
