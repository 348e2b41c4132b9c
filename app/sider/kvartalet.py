"""Kvartalet: the quarter from the export to the meeting in seven steps; for hr."""

from collections.abc import Callable, Mapping

import streamlit as st

from app.side import Side, run_handling, show_download
from app.sider.kvartalets_leverance import show_aendret, show_leverance
from app.sider.kvartalets_sag import show_forhaandsvisning, show_ord
from app.tabel import show_tabel
from app.vis import plain, show_overskrift, show_titel
from pipeline.fejl import Brugerfejl
from pipeline.kvartal.pakke import lock
from pipeline.kvartal.stand import Stand, describe_slut, find_ukvitterede, judge_trin, list_advarsler, word_tid
from pipeline.kvartal.trin import Hr, acknowledge, begin, enter, give_up
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.status.udgivne import find_naeste
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import heltal
from pipeline.tekster.kvartal import TRIN


def show_kvartalet(side: Side) -> None:
    show_titel(tekster_kvartal.SIDE)
    st.markdown(tekster_kvartal.INDLEDNING)
    if side.bruger.som is not None:
        st.info(tekster_kvartal.SE_SOM)
        return
    hr = enter(side.bruger, side.miljoe)
    stand = hr.stand()
    if stand is None or stand.gang.er_slut:
        _show_begynd(hr, stand)
        return
    aabne = find_ukvitterede(stand, hr.open(stand)) if _is_there(hr, stand) else []
    tilstande = judge_trin(stand, aabne)
    begyndt = tekster_kvartal.BEGYNDT_AF.format(af=stand.gang.af, tid=word_tid(stand.gang.tid))
    st.markdown(f":small[{plain(begyndt)}]")
    show_tabel(
        tekster_kvartal.OVERSIGT,
        [(TRIN[trin], tekster_kvartal.TILSTAND[tilstand]) for trin, tilstand in tilstande.items()],
        tekstkolonner=2,
    )
    for trin, vis in VIS.items():
        show_overskrift(TRIN[trin])
        vis(side, hr, stand)
    _show_opgiv(hr)


def _is_there(hr: Hr, stand: Stand) -> bool:
    """Whether there is a build to look into; what else became of it is said on the page."""
    if stand.bygges != "bygget":
        return False
    try:
        hr.open(stand)
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return False
    return True


def _show_begynd(hr: Hr, stand: Stand | None) -> None:
    if stand is not None and stand.laast is not None:
        st.success(plain(describe_slut(stand)))
    else:
        st.markdown(describe_slut(stand))
    if st.button(tekster_kvartal.BEGYND, type="primary"):
        run_handling(lambda: begin(hr), tekster_kvartal.BEGYNDT)


def _show_advarsler(side: Side, hr: Hr, stand: Stand) -> None:
    """One form for all of them: a reason each, one click."""
    if stand.bygges != "bygget":
        st.markdown(tekster_kvartal.ADVARSLER_VENTER)
        return
    try:
        advarsler = list_advarsler(hr.open(stand))
    except Brugerfejl:
        return  # said above
    if not advarsler:
        st.markdown(tekster_kvartal.ADVARSLER_INGEN)
        return
    saetninger = {navn: tekster_stop.ADVARSLER[navn].format(antal=heltal(antal)) for navn, antal in advarsler}
    for navn, saetning in saetninger.items():
        if navn in stand.kvitteringer:
            grund = tekster_kvartal.KVITTERET_MED.format(grund=stand.kvitteringer[navn])
            st.markdown(f"- {plain(saetning)}  \n  {plain(grund)}")
    aabne = [navn for navn in saetninger if navn not in stand.kvitteringer]
    if aabne:
        _show_kvittering(hr, stand, {navn: saetninger[navn] for navn in aabne})


def _show_kvittering(hr: Hr, stand: Stand, saetninger: Mapping[str, str]) -> None:
    st.markdown(tekster_kvartal.ADVARSLER_FORKLARING)
    with st.form("advarsler", border=False):
        skrevet = {
            navn: st.text_input(plain(saetning), max_chars=HOEJST_BEGRUNDELSE, key=f"grund_{stand.bygning_id}_{navn}")
            for navn, saetning in saetninger.items()
        }
        gemmes = st.form_submit_button(tekster_kvartal.KVITTER)
    if gemmes:
        udfyldte = {navn: grund for navn, grund in skrevet.items() if grund.strip()}
        run_handling(lambda: acknowledge(hr, udfyldte), tekster_kvartal.KVITTERET)


def _show_hent(side: Side, hr: Hr, stand: Stand) -> None:
    st.markdown(tekster_kvartal.HENT_FORKLARING)
    for hentet in stand.hentet:
        linje = tekster_kvartal.HENTET_AF.format(af=hentet.af, tid=word_tid(hentet.tid))
        st.markdown(f"- {plain(linje)}")
    if stand.er_i_brug:
        show_download(side, "kvartal", tekster_kvartal.HENT, {}, key="hent_kvartal")
    else:
        st.markdown(tekster_kvartal.IKKE_I_BRUG)


def _show_laas(side: Side, hr: Hr, stand: Stand) -> None:
    st.markdown(tekster_kvartal.LAAS_FORKLARING)
    if not stand.hentet:
        st.markdown(tekster_kvartal.IKKE_HENTET)
        return
    with st.form("laas", border=False):
        moede = st.text_input(tekster_kvartal.LAAS_MOEDE, max_chars=HOEJST_BEGRUNDELSE)
        venstre, hoejre = st.columns(2)
        naeste = find_naeste(side.scope, hr.miljoe.lager, side.i_dag) or hr.miljoe.dag
        dag = venstre.date_input(tekster_kvartal.LAAS_DATO, naeste, format="DD.MM.YYYY")
        udgivet = hoejre.date_input(tekster_kvartal.LAAS_UDGIVET, hr.miljoe.dag, format="DD.MM.YYYY")
        laases = st.form_submit_button(tekster_kvartal.LAAS)
    if laases:
        run_handling(lambda: lock(hr, moede=moede, dato=dag, udgivet=udgivet), tekster_kvartal.LAAST_NU)


def _show_opgiv(hr: Hr) -> None:
    with st.expander(tekster_kvartal.OPGIV):
        st.markdown(tekster_kvartal.OPGIV_FORKLARING)
        if st.button(tekster_kvartal.OPGIV, key="opgiv"):
            run_handling(lambda: give_up(hr), tekster_kvartal.OPGIVET)


VIS: Mapping[str, Callable[[Side, Hr, Stand], None]] = {
    "leverance": show_leverance,
    "aendret": show_aendret,
    "advarsler": _show_advarsler,
    "ord": show_ord,
    "forhaandsvisning": show_forhaandsvisning,
    "hent": _show_hent,
    "laas": _show_laas,
}
