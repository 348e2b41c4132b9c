"""Kvartalet, steps 1 and 2: the delivery and its build, and what it changes."""

import streamlit as st

from app.side import BESKED, Side, run_handling
from app.tabel import show_tabel
from app.vis import plain, show_overskrift
from pipeline.byg.sammenligning import describe_forrige, tabulate_sammenligning
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kvartal.koersel import find_bygges, read_fremdrift, start_byg
from pipeline.kvartal.modtag import look_in
from pipeline.kvartal.stand import Leverance, Stand, word_tid
from pipeline.kvartal.steder import find_indbakke
from pipeline.kvartal.trin import Hr, choose_indbakke, choose_nuvaerende, find_kvartal, put_in_use
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.port.scope import Scope
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.status.revisioner import tabulate_revisioner
from pipeline.status.udgiv import read_laast_grundlag
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import aendring, antal_af, dato, decimaltal, heltal, periode_med_ord

HVERT = 2  # seconds between looks at a build
MEGABYTE = 1 << 20


def show_leverance(side: Side, hr: Hr, stand: Stand) -> None:
    {
        "ikke": _show_vaelg,
        "koerer": _show_koerer,
        "afbrudt": _show_afbrudt,
        "standset": _show_standset,
        "bygget": _show_bygget,
    }[stand.bygges](hr, stand)


def _show_vaelg(hr: Hr, stand: Stand) -> None:
    """One that is there and not begun was taken from the watched folder, or its build could not begin."""
    if stand.leverance is not None:
        _show_filer(stand.leverance)
        _show_byg(hr, tekster_kvartal.BYG)
    _show_send(hr)


def _show_send(hr: Hr) -> None:
    maskine = load_indstillinger(None).maskine
    graenser = {"megabyte": heltal(maskine.indlevering_mb), "filer": heltal(maskine.indlevering_filer)}
    st.markdown(tekster_kvartal.LEVERANCE_FORKLARING.format(**graenser))
    st.html(
        '<form class="indlever" method="post" action="/indlever" enctype="multipart/form-data">'
        f'<label for="indlever_fil">{tekster_kvartal.VAELG_FILER}</label>'
        '<input id="indlever_fil" type="file" name="fil" multiple required>'
        f'<button type="submit">{tekster_kvartal.SEND}</button></form>'
    )
    _show_indbakke(hr)
    st.markdown(tekster_kvartal.NUVAERENDE_FORKLARING)
    if st.button(tekster_kvartal.NUVAERENDE):
        run_handling(lambda: choose_nuvaerende(hr), tekster_kvartal.BYGGET_I_BRUG)


def _show_indbakke(hr: Hr) -> None:
    indbakke = find_indbakke()
    if indbakke is None:
        return
    try:
        ligger = look_in(indbakke)
    except Brugerfejl:
        st.markdown(tekster_kvartal.INDBAKKE_TOM)
        return
    antal = antal_af(tekster_kvartal.FILER_ANTAL, len(ligger.filer))
    st.markdown(tekster_kvartal.INDBAKKE_FORKLARING.format(antal=antal))
    _show_filer(ligger)

    def choose_and_build() -> None:
        choose_indbakke(hr)
        start_byg(hr.miljoe, af=hr.navn)

    if st.button(tekster_kvartal.BYG_INDBAKKE):
        run_handling(choose_and_build, tekster_kvartal.BYGGES)


def _show_filer(leverance: Leverance) -> None:
    raekker = [(navn, decimaltal(antal / MEGABYTE)) for navn, antal in leverance.filer]
    show_tabel(tekster_kvartal.FILER_KOLONNER, raekker)


def _show_byg(hr: Hr, knap: str) -> None:
    if st.button(knap, type="primary"):
        run_handling(lambda: start_byg(hr.miljoe, af=hr.navn), tekster_kvartal.BYGGES)


def _show_koerer(hr: Hr, stand: Stand) -> None:
    """Looked at every other second; each look is a whole run with the rights of then (app/sikkerhed/traad.py)."""
    bygges = find_bygges(stand.gang)
    st.info(tekster_kvartal.BYGGES)
    begyndt = tekster_kvartal.BYGGES_AF.format(af=bygges.af, tid=word_tid(bygges.tid))
    st.markdown(f":small[{plain(begyndt)}]")
    _look(hr)


@st.fragment(run_every=HVERT)
def _look(hr: Hr) -> None:
    fremdrift = read_fremdrift(hr.miljoe.database)
    if fremdrift is None:
        return
    navn = tekster.FREMDRIFT.get(fremdrift.navn, tekster.BYGGER)
    tekst = tekster_kvartal.BYGGES_TRIN.format(nr=heltal(fremdrift.nr), af=heltal(fremdrift.af), navn=navn)
    st.progress(min(fremdrift.nr / fremdrift.af, 1.0), tekst)


def _show_afbrudt(hr: Hr, stand: Stand) -> None:
    st.warning(tekster_kvartal.AFBRUDT_BYGNING)
    _show_byg(hr, tekster_kvartal.BYG_IGEN)
    _show_send(hr)


def _show_standset(hr: Hr, stand: Stand) -> None:
    st.error(plain(tekster_kvartal.STANDSET.format(saetning=stand.saetning)))
    if stand.kan_accepteres:
        with st.form("accepter", border=False):
            grund = st.text_input(tekster_kvartal.ACCEPTER_GRUND, max_chars=HOEJST_BEGRUNDELSE)
            accepteres = st.form_submit_button(tekster_kvartal.ACCEPTER)
        if accepteres:
            run_handling(
                lambda: start_byg(hr.miljoe, af=hr.navn, accepter=True, begrundelse=grund), tekster_kvartal.BYGGES
            )
    _show_send(hr)


def _show_bygget(hr: Hr, stand: Stand) -> None:
    st.success(tekster_kvartal.BYGGET_I_BRUG if stand.er_i_brug else tekster_kvartal.BYGGET)
    try:
        scope = hr.open(stand)
    except Brugerfejl:
        _show_send(hr)  # what became of it is said above
        return
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    st.markdown(describe_bygning(bygning, tekster_dashboard.DATAGRUNDLAG_DAEKNING))
    with st.expander(tekster_kvartal.REGNSKAB):
        raekker = [
            (tekster.TABELNAVNE[tabel], dato(udtraek) if udtraek else tekster.MANGLER_TAL, *map(heltal, antal))
            for tabel, udtraek, *antal in scope.rows("datagrundlag_filliste").iter_rows()
        ]
        show_tabel(tekster_dashboard.DATAGRUNDLAG_FILER_KOLONNER, raekker, tekstkolonner=2)
    with st.expander(tekster_kvartal.SEND_NY):
        _show_send(hr)


def show_aendret(side: Side, hr: Hr, stand: Stand) -> None:
    if stand.bygges != "bygget":
        st.markdown(tekster_kvartal.AENDRET_VENTER)
        return
    try:
        scope = hr.open(stand, tekster_kvartal.SIDE)
    except Brugerfejl:
        return  # said above
    sammenligning = scope.rows("byggerapport_sammenligning")
    show_overskrift(tekster_stop.SAMMENLIGNING, under=True)
    st.markdown(plain(describe_forrige(sammenligning)))
    if not sammenligning.is_empty():
        show_tabel(tekster_stop.SAMMENLIGNING_KOLONNER, list(tabulate_sammenligning(sammenligning)))
    if not stand.er_i_brug:
        _show_mod_i_brug(side.scope, scope)
    _show_mod_laast(hr, scope)
    if not stand.er_i_brug:
        _show_tag_i_brug(hr, str(stand.bygning_id))


def _show_mod_i_brug(i_brug: Scope, ny: Scope) -> None:
    """The kommune's, områders and afdelingers published figures, side by side where both have them."""
    foer, nu = i_brug.rows("udgivne_grupper"), ny.rows("udgivne_grupper")
    if foer.is_empty() or nu.is_empty():
        return
    gamle = {(r["overordnet_id"], r["navn"]): r["sygedage"] for r in foer.iter_rows(named=True)}
    raekker = [
        (r["navn"], decimaltal(gamle[noegle]), decimaltal(r["sygedage"]), aendring(r["sygedage"] - gamle[noegle]))
        for r in nu.iter_rows(named=True)
        if r["niveau"] in ("kommune", "område", "afdeling") and (noegle := (r["overordnet_id"], r["navn"])) in gamle
    ]
    show_overskrift(tekster_kvartal.MOD_I_BRUG, under=True)
    perioder = {"foer": periode_med_ord(foer["periode"][0]), "nu": periode_med_ord(nu["periode"][0])}
    st.markdown(tekster_kvartal.MOD_I_BRUG_PERIODE.format(**perioder))
    show_tabel(tekster_kvartal.MOD_I_BRUG_KOLONNER, raekker)


def _show_mod_laast(hr: Hr, scope: Scope) -> None:
    """Published figures that are others now, with what caused it."""
    try:
        arkiv = open_servers_arkiv(hr.miljoe.lager)
        if not arkiv.laaste:
            return
        _, revisioner = read_laast_grundlag(scope, find_kvartal(scope), arkiv)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    show_overskrift(tekster_laaste.REVISIONER_TITEL, under=True)
    if revisioner:
        tabel = tabulate_revisioner(revisioner)
        show_tabel([kolonne.navn for kolonne in tabel.kolonner], list(tabel.words()))
    else:
        st.markdown(tekster_laaste.REVISIONER_INTET)


def _show_tag_i_brug(hr: Hr, bygning_id: str) -> None:
    st.markdown(tekster_kvartal.TAG_I_BRUG_FORKLARING)
    if st.button(tekster_kvartal.TAG_I_BRUG, type="primary"):
        _put_in_use(hr, bygning_id)


def _put_in_use(hr: Hr, bygning_id: str) -> None:
    try:
        brugere = ", ".join(raekke.bruger for raekke in put_in_use(hr, bygning_id))
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    afsluttet = f" {tekster_kvartal.AFSLUTTEDE_ADGANGE.format(brugere=brugere)}" if brugere else ""
    st.session_state[BESKED] = plain(tekster_kvartal.TAGET_I_BRUG + afsluttet)
    st.rerun()
