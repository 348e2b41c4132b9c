"""Status: the published case as a page, with its files; for Økonomi and MED."""

import streamlit as st

from app.side import Side, show_download
from app.tabel import show_tabel
from app.vis import plain, show_overskrift, show_titel
from pipeline.status.saetninger import Afsnit
from pipeline.status.udgivet import Udgivet, find_udgivet
from pipeline.tekster import status as tekster_status

AFSNIT = ("kommunen", "langtid", "langtidsfriske", "tallene")
"""The lists of paragraphs after the figures."""


def show_status(side: Side) -> None:
    udgivet = find_udgivet(side.scope)
    if udgivet is None:
        show_titel(tekster_status.SIDE_STATUS)
        st.info(tekster_status.SIDE_STATUS_INGEN)
        return
    felter = udgivet.felter
    show_titel(felter["titel"].tekst)
    st.markdown("\n".join(f"- {plain(fakt.tekst)}" for fakt in felter["fakta"]))
    _show_filer(side, udgivet)
    show_overskrift(tekster_status.SIDE_STATUS_TABEL)
    _show_afsnit(felter["signaler"])
    tabel = felter["tabel"]
    show_tabel(tabel.hoveder, [[celle.tekst for celle in raekke] for raekke in tabel.raekker])
    if felter["tabel_note"].tekst:
        st.markdown(f":small[{plain(felter['tabel_note'].tekst)}]")
    show_overskrift(tekster_status.SIDE_STATUS_UDVIKLING)
    for felt, figur in udgivet.figurer.items():
        st.vega_lite_chart(None, figur.visning.spec, theme=None, width="stretch", key=f"status_{felt}")
        st.markdown(f":small[{plain(figur.billedtekst)}]")
    _show_afsnit(felter["hvorfor"])
    show_overskrift(tekster_status.SIDE_STATUS_OPGOERELSEN)
    for navn in AFSNIT:
        _show_afsnit(felter[navn])


def _show_afsnit(afsnit: list[Afsnit]) -> None:
    for et in afsnit:
        st.markdown(plain(et.tekst))


def _show_filer(side: Side, udgivet: Udgivet) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for navn in udgivet.filer:
            tekst = tekster_status.SIDE_STATUS_HENT[navn.split(f"-{udgivet.kvartal}")[0], navn.rpartition(".")[2]]
            show_download(side, "status", tekst, {"navn": navn}, key=f"hent_{navn}")
