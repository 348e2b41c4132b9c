"""Status, where Økonomi and MED begin: the published case as it was locked with its files, or one's own part of it."""

from collections.abc import Sequence

import streamlit as st

from app.side import Side, show_download
from app.tabel import show_tabel
from app.vis import plain, show_link, show_overskrift, show_titel
from pipeline.fejl import Brugerfejl
from pipeline.lager.laase import Berigtigelse, read_berigtigelser
from pipeline.status.berigtigelser import mark_enhed, word_berigtigelse
from pipeline.status.sag import Bilagslinje, Sag, Sagsfigur
from pipeline.status.udgivet import Udgivet, find_udgivet, list_filer
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import dato_med_ord, opremsning, periode_med_ord


def show_status(side: Side) -> None:
    try:
        udgivet = find_udgivet(side.miljoe.lager)
    except Brugerfejl as fejl:
        show_titel(tekster_status.SIDE_STATUS)
        st.error(str(fejl))
        return
    if udgivet is None or udgivet.sag is None:
        show_titel(tekster_status.SIDE_STATUS)
        st.info(_why_nothing(udgivet))
        show_link("/overblik", tekster_status.SIDE_STATUS_OVERBLIK)
        return
    show_titel(udgivet.sag.titel)
    st.markdown(
        tekster_status.SIDE_STATUS_UDGIVET.format(
            kvartal=periode_med_ord(udgivet.kvartal), dag=dato_med_ord(udgivet.dag)
        )
    )
    if udgivet.sag.is_seen_by(side.scope.rettigheder.aggregat):
        _show_sag(side, udgivet, udgivet.sag)
    else:
        _show_dele(side, udgivet.sag)


def _why_nothing(udgivet: Udgivet | None) -> str:
    if udgivet is None:
        return tekster_status.SIDE_STATUS_INGEN
    return tekster_status.SIDE_STATUS_UDEN_SAG.format(kvartal=periode_med_ord(udgivet.kvartal))


def _show_sag(side: Side, udgivet: Udgivet, sag: Sag) -> None:
    st.markdown("\n".join(f"- {plain(fakt)}" for fakt in sag.fakta))
    _show_rettelser(side, sag)
    _show_filer(side, udgivet)
    show_overskrift(tekster_status.SIDE_STATUS_TABEL)
    _show_afsnit(sag.signaler)
    show_tabel(sag.tabel.hoveder, sag.tabel.raekker)
    if sag.tabel_note:
        st.markdown(f":small[{plain(sag.tabel_note)}]")
    show_overskrift(tekster_status.SIDE_STATUS_UDVIKLING)
    for nr, figur in enumerate(sag.figurer):
        _show_figur(figur, f"status_{nr}")
    _show_afsnit(sag.hvorfor)
    if sag.egne:
        show_overskrift(tekster_status.SIDE_STATUS_INDSATS)
        _show_afsnit(sag.egne)
    show_overskrift(tekster_status.SIDE_STATUS_OPGOERELSEN)
    _show_afsnit(sag.opgoerelsen)


def _show_rettelser(side: Side, sag: Sag) -> None:
    """What was corrected after publication, with the figures of the kommune and the afdelinger that are others now."""
    for en in read_berigtigelser(side.miljoe.lager):
        if en.kvartal != sag.kvartal:
            continue
        navne = [linje.navn for linje in sag.linjer]
        maerker = [f"{navn}: {maerke}" for navn in navne for maerke in mark_enhed([en], sag.kvartal, navn)]
        st.warning("\n\n".join(plain(linje) for linje in (word_berigtigelse(en), *maerker)))


def _show_figur(figur: Sagsfigur, key: str) -> None:
    st.vega_lite_chart(None, figur.spec, theme=None, width="stretch", key=key)
    st.markdown(f":small[{plain(figur.billedtekst)}]")
    if figur.tabel.raekker:
        with st.expander(tekster_status.SIDE_STATUS_FIGURTABEL.format(titel=figur.titel)):
            show_tabel(figur.tabel.hoveder, figur.tabel.raekker)


def _show_afsnit(afsnit: Sequence[str]) -> None:
    for et in afsnit:
        st.markdown(plain(et))


def _show_filer(side: Side, udgivet: Udgivet) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for navn, tekst in list_filer(udgivet.kvartal).items():
            show_download(side, "status", tekst, {"navn": navn}, key=f"hent_{navn}")


def _show_dele(side: Side, sag: Sag) -> None:
    """What the bilag says of the user's own units, and nothing of the rest of the kommune."""
    noder = side.scope.rettigheder.aggregat
    dele = sag.find_dele(noder)
    st.markdown(tekster_status.SIDE_STATUS_DIN_DEL)
    berigtigelser = read_berigtigelser(side.miljoe.lager)
    for del_ in dele:
        _show_del(sag, del_, berigtigelser)
    viste = {linje.enhed_id for del_ in dele for linje in del_}
    navne = {node["enhed_id"]: node["enhedsnavn"] for node in side.scope.rows("omfang_liste").to_dicts()}
    mangler = [navne.get(nr) or tekster_dashboard.ENHED.lower() for nr in sorted(noder - viste)]
    if mangler:
        st.info(plain(tekster_status.SIDE_STATUS_IKKE_VIST.format(enheder=opremsning(mangler))))
    show_link("/overblik", tekster_status.SIDE_STATUS_OVERBLIK)


def _show_del(sag: Sag, linjer: Sequence[Bilagslinje], berigtigelser: Sequence[Berigtigelse]) -> None:
    show_overskrift(linjer[0].navn)
    for linje in linjer:
        for maerke in mark_enhed(berigtigelser, sag.kvartal, linje.navn):
            st.warning(plain(f"{linje.navn}: {maerke}"))
    show_tabel(sag.hoveder, [(linje.navn, *linje.celler) for linje in linjer])
    for note in sag.noter:
        st.markdown(f":small[{plain(note)}]")
