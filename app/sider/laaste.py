"""Udgivne kvartaler, for hr: what is locked, what was corrected after it was published, and who fetched the case."""

import streamlit as st

from app.side import Side, run_handling, show_download
from app.tabel import show_tabel
from app.vis import plain, show_overskrift, show_titel
from pipeline.fejl import Brugerfejl
from pipeline.lager.laase import Laas, read_hentninger, read_laase
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.status.arkiv import Arkiv, open_servers_arkiv
from pipeline.status.berigtigelser import correct_kvartal, tell_changes, withdraw_laas, word_changes
from pipeline.status.grundlag import find_kvartal
from pipeline.status.udgivne import (
    count_foer,
    describe_datoer,
    describe_kvartal,
    list_berigtigelser,
    list_hentninger,
    list_laase,
)
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import laaste as tekster
from pipeline.tekster.dansk import antal_af, periode_med_ord


def show_laaste(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["laaste"])
    st.markdown(tekster.SIDE_FORKLARING)
    try:
        arkiv, laase = open_servers_arkiv(side.miljoe.lager), read_laase(side.miljoe.lager)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    nu = find_kvartal(side.scope)
    if nu is not None:
        st.markdown(describe_kvartal(side.scope, nu, laase))
    st.markdown(plain(describe_datoer(side.scope, side.miljoe.lager, side.i_dag)))
    _show_laase(side, arkiv, laase)
    _show_berigtigelser(side, arkiv)
    if side.bruger.som is not None:
        st.info(tekster.SE_SOM)
    elif arkiv.laaste:
        _show_ret(side, arkiv)
        _show_ophaev(side, laase)
    _show_hentet(side, sorted({*arkiv.laaste, *([nu] if nu else [])}, reverse=True), laase)


def _show_laase(side: Side, arkiv: Arkiv, laase: list[Laas]) -> None:
    show_overskrift(tekster.LAASE_TITEL)
    if not arkiv.laaste:
        st.markdown(tekster.LAASE_INTET)
        return
    kolonner = tekster.LAASE_KOLONNER
    show_tabel(kolonner, list_laase(arkiv, laase), tekstkolonner=len(kolonner) - 1)
    kvartaler = [laas.kvartal for laas in reversed(laase)]
    if kvartaler:
        with st.expander(tekster.HENT_LAAS):
            st.markdown(tekster.HENT_LAAS_FORKLARING)
            valgt = _choose("hent_laast_kvartal", kvartaler)
            show_download(side, "laast", tekster.LAV_FIL, {"kvartal": valgt}, key="hent_laast")


def _show_berigtigelser(side: Side, arkiv: Arkiv) -> None:
    show_overskrift(tekster.BERIGTIGELSER_TITEL)
    raekker = list_berigtigelser(arkiv)
    if not raekker:
        st.markdown(tekster.BERIGTIGELSER_INTET)
        return
    show_tabel(tekster.BERIGTIGELSER_KOLONNER, raekker, tekstkolonner=len(tekster.BERIGTIGELSER_KOLONNER))


def _show_ret(side: Side, arkiv: Arkiv) -> None:
    """What has changed is worked out of the employees' marks, and so logged; none of them is shown."""
    with st.expander(tekster.RET_TITEL):
        kvartal = _choose("ret_kvartal", sorted(arkiv.laaste, reverse=True))
        med_personer = side.with_personer(tekster_dashboard.SIDER["laaste"])
        hvad = word_changes(tell_changes(med_personer.scope, kvartal, arkiv))
        st.markdown(plain(tekster.RET_NU.format(hvad=hvad)))
        with st.form("ret", border=False):
            hvorfor = st.text_input(tekster.RET_HVORFOR, max_chars=HOEJST_BEGRUNDELSE)
            orienteret = st.text_input(tekster.RET_ORIENTERET, max_chars=HOEJST_BEGRUNDELSE)
            st.markdown(f":small[{tekster.RET_BLIVER}]")
            gemmes = st.form_submit_button(tekster.RET_KNAP)
        if gemmes:
            run_handling(
                lambda: correct_kvartal(
                    med_personer.scope,
                    kvartal,
                    arkiv,
                    hvorfor=hvorfor.strip(),
                    orienteret=orienteret.strip(),
                    bruger=side.bruger.navn,
                    miljoe=side.miljoe,
                ),
                tekster.BERIGTIGET.format(kvartal=periode_med_ord(kvartal)),
            )


def _show_ophaev(side: Side, laase: list[Laas]) -> None:
    if not laase:
        return
    with st.expander(tekster.OPHAEV_TITEL), st.form("ophaev", border=False):
        st.markdown(tekster.OPHAEV_FORKLARING)
        kvartal = _choose("ophaev_kvartal", [laas.kvartal for laas in reversed(laase)])
        grund = st.text_input(tekster.OPHAEV_GRUND, max_chars=HOEJST_BEGRUNDELSE)
        if st.form_submit_button(tekster.OPHAEV_KNAP):
            run_handling(
                lambda: withdraw_laas(
                    side.scope, kvartal, grund=grund.strip(), bruger=side.bruger.navn, miljoe=side.miljoe
                ),
                tekster.LAAS_OPHAEVET.format(kvartal=periode_med_ord(kvartal)),
            )


def _show_hentet(side: Side, kvartaler: list[str], laase: list[Laas]) -> None:
    if not kvartaler:
        return
    show_overskrift(tekster.HENTET_TITEL)
    st.markdown(tekster.HENTET_FORKLARING)
    kvartal = _choose("hentet_kvartal", kvartaler)
    raekker = list_hentninger(read_hentninger(side.miljoe.lager, kvartal), kvartal, laase)
    ord_ = periode_med_ord(kvartal)
    if not raekker:
        st.markdown(tekster.HENTET_INTET.format(kvartal=ord_))
        return
    foer = count_foer(raekker)
    if foer:
        st.markdown(tekster.HENTET_ANTAL.format(gange=antal_af(tekster.GANGE, foer), kvartal=ord_))
    show_tabel(tekster.HENTET_KOLONNER, raekker, tekstkolonner=len(tekster.HENTET_KOLONNER))


def _choose(key: str, kvartaler: list[str]) -> str:
    return str(st.selectbox(tekster.VAELG_KVARTAL, kvartaler, format_func=periode_med_ord, key=key))
