"""Kvartalet, steps 4 and 5: hr's own words, and the case as it will be."""

from base64 import b64encode
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from app.side import BESKED, Side, run_handling
from app.tabel import show_tabel
from app.vis import plain, show_overskrift, show_veje
from pipeline.fejl import Brugerfejl
from pipeline.kvartal.forhaandsvisning import Afsnit, Forhaandsvisning, Slide, make_forhaandsvisning
from pipeline.kvartal.modtag import MEGABYTE
from pipeline.kvartal.ord import HOEJST_TEGN
from pipeline.kvartal.pakke import make_sager
from pipeline.kvartal.skabeloner import HOEJST, drop_skabelon, read_skabeloner
from pipeline.kvartal.stand import Stand, word_tid
from pipeline.kvartal.trin import Hr, choose_ark, choose_datoer, write_field
from pipeline.lager.kvartaler import INGEN_ORD, Ord
from pipeline.status.pakke import Proevet
from pipeline.status.udgivne import describe_datoer, list_datoer
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import heltal

SAGER_OM_AARET = 4
VIST = "kvartalet_vist"
LAEST = "kvartalet_laest"


def show_ord(side: Side, hr: Hr, stand: Stand) -> None:
    st.markdown(tekster_kvartal.ORD_FORKLARING)
    for felt, navn in tekster_kvartal.ORD_FELTER.items():
        _show_felt(hr, stand, felt, navn)
    _show_datoer(side, hr)
    show_veje([("/maaltal", tekster_kvartal.MAALTAL_HENVISNING)])


def _show_datoer(side: Side, hr: Hr) -> None:
    """As many fields as there are cases in a year; an empty one is none."""
    datoer = list_datoer(side.scope, hr.miljoe.lager)
    with st.expander(tekster_kvartal.DATOER), st.form("datoer", border=False):
        st.markdown(tekster_kvartal.DATOER_FORKLARING)
        if datoer:
            st.markdown(plain(describe_datoer(side.scope, hr.miljoe.lager, side.i_dag)))
        kolonner = st.columns(max(SAGER_OM_AARET, len(datoer)))
        valgte = [
            kolonne.date_input(
                tekster_kvartal.DATOER_FELT.format(nr=heltal(nr + 1)),
                datoer[nr] if nr < len(datoer) else None,
                format="DD.MM.YYYY",
            )
            for nr, kolonne in enumerate(kolonner)
        ]
        gemmes = st.form_submit_button(tekster_kvartal.DATOER_GEM)
    if gemmes:
        sat = [dag for dag in valgte if isinstance(dag, date)]
        run_handling(lambda: choose_datoer(hr, sat), tekster_kvartal.DATOER_GEMT)


def _show_felt(hr: Hr, stand: Stand, felt: str, navn: str) -> None:
    """What one writes is held against the version one began from, which the session remembers: somebody else may
    write meanwhile, and neither loses her words.
    """
    nu = stand.gang.ord.get(felt, INGEN_ORD)
    laest = st.session_state.setdefault(LAEST, {}).setdefault((stand.gang.id, felt), nu.version)
    with st.form(f"ord_{felt}", border=False):
        tekst = st.text_area(navn, nu.tekst, max_chars=HOEJST_TEGN, key=f"ord_{stand.gang.id}_{felt}_tekst")
        gemmes = st.form_submit_button(f"{tekster_kvartal.ORD_GEM}: {navn.lower()}")
    if nu.version:
        linje = tekster_kvartal.ORD_VERSION.format(version=heltal(nu.version), af=nu.af, tid=word_tid(nu.tid))
        st.markdown(f":small[{plain(linje)}]")
    if gemmes:
        _write(hr, stand, felt, tekst, laest=laest, nu=nu)


def _write(hr: Hr, stand: Stand, felt: str, tekst: str, *, laest: int, nu: Ord) -> None:
    """On what another wrote meanwhile nothing is written: it is shown, and what is written next is written on that."""
    try:
        version = write_field(hr, felt, tekst, laest=laest)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        if nu.version != laest:
            st.session_state[LAEST][stand.gang.id, felt] = nu.version
            st.markdown(f"> {plain(nu.tekst)}")
        return
    st.session_state[LAEST][stand.gang.id, felt] = version
    st.session_state[BESKED] = tekster_kvartal.ORD_GEMT
    st.rerun()


def show_forhaandsvisning(side: Side, hr: Hr, stand: Stand) -> None:
    st.markdown(tekster_kvartal.VIS_FORKLARING)
    if not stand.er_i_brug:
        st.markdown(tekster_kvartal.IKKE_I_BRUG)
        return
    med_ark = st.checkbox(tekster_kvartal.ARK, stand.ark)
    if med_ark != stand.ark:
        run_handling(lambda: choose_ark(hr, ark=med_ark), tekster_kvartal.ARK_VALGT[med_ark])
    _show_design(hr)
    if st.button(tekster_kvartal.VIS):
        st.session_state[VIST] = stand.bygning_id
    if st.session_state.get(VIST) != stand.bygning_id:
        return
    try:
        with st.spinner(tekster_kvartal.VIS_VENT):
            sager = make_sager(hr, stand)
            vist = hr.open(stand, tekster_kvartal.SIDE).remember(
                ("vist", tuple(map(id, sager))), lambda: make_forhaandsvisning(sager)
            )
    except Brugerfejl as fejl:
        st.error(plain(str(fejl)))
        return
    _show_proevet(sager)
    _show_vist(vist)


def _show_design(hr: Hr) -> None:
    egne = read_skabeloner(hr.miljoe.lager)
    with st.expander(tekster_kvartal.DESIGN):
        st.markdown(tekster_kvartal.DESIGN_FORKLARING.format(megabyte=heltal(HOEJST // MEGABYTE)))
        raekker = [
            (navn, egne[slags].navn if slags in egne else tekster_kvartal.DESIGN_HUSETS)
            for slags, navn in tekster_kvartal.DESIGN_TIL.items()
        ]
        show_tabel(tekster_kvartal.DESIGN_KOLONNER, raekker, tekstkolonner=2)
        st.html(
            '<form class="indlever" method="post" action="/indlever/skabelon" enctype="multipart/form-data">'
            f'<label for="indlever_skabelon">{tekster_kvartal.DESIGN_FIL}</label>'
            '<input id="indlever_skabelon" type="file" name="fil" accept=".docx,.potx,.pptx" required>'
            f'<button type="submit">{tekster_kvartal.DESIGN_SEND}</button></form>'
        )
        for slags in egne:
            if st.button(tekster_kvartal.DESIGN_DROP[slags]):
                run_handling(partial(drop_skabelon, hr, slags), tekster_kvartal.DESIGN_DROPPET)


def _show_proevet(sager: tuple[Proevet, ...]) -> None:
    for sag in sager:
        st.success(sag.sagt)
    st.markdown(f"**{tekster_status.KONTROL_OVERSKRIFT}**")
    linjer = [linje for sag in sager for linje in sag.udgivelse.linjer]
    for linje in linjer or [tekster_status.KONTROL_INTET]:
        st.markdown(f"- {plain(linje)}")


def _show_vist(vist: Forhaandsvisning) -> None:
    with st.expander(tekster_kvartal.VIS_SAG, expanded=True):
        st.html(f'<div class="sagspapir">{"".join(map(_draw_afsnit, vist.sag))}</div>')
    with st.expander(tekster_kvartal.VIS_BILAG):
        for billede in vist.bilag:
            st.html(_draw_billede(billede.png, billede.navn))
    with st.expander(tekster_kvartal.VIS_SLIDES):
        for nr, slide in enumerate(vist.slides, start=1):
            _show_slide(nr, slide)


def _draw_afsnit(afsnit: Afsnit) -> str:
    """A heading of the case stands below the page's own."""
    if afsnit.png is not None:
        return _draw_billede(afsnit.png, afsnit.tekst)
    mark = f"h{min(afsnit.niveau + 2, 6)}" if afsnit.niveau else "p"
    return f"<{mark}>{escape(afsnit.tekst)}</{mark}>"


def _draw_billede(png: bytes, tekst: str) -> str:
    return f'<img class="side" alt="{escape(tekst)}" src="data:image/png;base64,{b64encode(png).decode()}">'


def _show_slide(nr: int, slide: Slide) -> None:
    show_overskrift(f"{tekster_kvartal.VIS_SLIDE.format(nr=heltal(nr))}: {slide.titel}", under=True)
    for kolonner, *raekker in slide.tal:
        show_tabel(kolonner, raekker)
    for linje in (slide.tekst, slide.note):
        if linje:
            st.markdown(plain(linje))
