"""The start page: what the user sees in plain words, and its headline figures."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.opslag import Side
from app.vis import show_datagrundlag, show_figur_1, show_noegletal, show_overskrift, show_tabel
from pipeline import tekster
from pipeline import tekster_adgang as ord_
from pipeline.dansk import antal_af, decimaltal, heltal, periode_med_ord
from pipeline.report.kvartalsstatus import read_kvartalsstatus


def show_start(side: Side) -> None:
    noder = side.scope.rows("omfang_liste").to_dicts()
    if not noder:
        st.title(tekster.DASHBOARD, anchor=False)
        st.markdown(ord_.DU_SER_ADGANG_OG_LOG)
        return
    for node in noder:
        st.markdown(describe_node(node))
    valgt = _choose(noder)
    if valgt["rolle"] == "aggregat":
        _show_udgivne(side, valgt)
    else:
        _show_egne(side, valgt)


def _choose(noder: list[dict[str, Any]]) -> dict[str, Any]:
    if len(noder) == 1:
        return noder[0]
    return st.selectbox(ord_.VAELG_ENHED, noder, format_func=lambda node: str(node["enhedsnavn"]), key="start_enhed")


def describe_node(node: Mapping[str, Any]) -> str:
    """`Du ser Børn & Familie: 14 enheder, 412 medarbejdere …`"""
    return ord_.DU_SER[node["rolle"]].format(
        enhed=node["enhedsnavn"],
        enheder=antal_af(ord_.ENHEDER, node["antal_enheder"]),
        medarbejdere=antal_af(ord_.MEDARBEJDERE, node["antal_medarbejdere"]),
    )


def _show_egne(side: Side, node: Mapping[str, Any]) -> None:
    status = read_kvartalsstatus(side.scope, enhedsnr=node["enhedsnr"], enhedsnavn=node["enhedsnavn"])
    show_overskrift(status)
    if status.hovedtal is None:
        st.info(ord_.FOR_LILLE.format(enhed=node["enhedsnavn"]) if node["rolle"] == "chef" else tekster.INGEN_PERIODER)
    else:
        show_noegletal(status, status.hovedtal)
        if status.kvartaler["langtid"].null_count():
            st.info(ord_.FOR_FAA_LANGE)
        else:
            show_figur_1(status)
    show_datagrundlag(status)


def _show_udgivne(side: Side, node: Mapping[str, Any]) -> None:
    st.title(tekster.FORSIDE_TITEL.format(enhed=node["enhedsnavn"]), anchor=False)
    tal = side.scope.rows("udgivne_liste", enhed_id=node["enhed_id"])
    if tal.is_empty():
        st.info(ord_.FOR_LILLE.format(enhed=node["enhedsnavn"]))
        return
    st.markdown(ord_.UDGIVNE_TAL)
    nyeste = tal.row(0, named=True)
    st.metric(
        tekster.ENHED_FOR_NYTAL[side.scope.rows("byggerapport_bygning")["nytal"].item()], decimaltal(nyeste["sygedage"])
    )
    show_tabel(ord_.UDGIVNE_KOLONNER, [_published_line(linje) for linje in tal.to_dicts()])


def _published_line(linje: Mapping[str, Any]) -> tuple[str, ...]:
    dage = [decimaltal(linje[navn]) if linje[navn] is not None else tekster.MANGLER_TAL for navn in DAGE]
    andele = [f"{linje[navn]} pct." if linje[navn] is not None else tekster.MANGLER_TAL for navn in ANDELE]
    medarbejdere = ord_.OMKRING.format(antal=heltal(linje["medarbejdere"]))
    return (periode_med_ord(linje["periode"]), *dage, *andele, medarbejdere)


DAGE = ("sygedage", "korttid", "langtid")
ANDELE = ("langtidsandel_pct", "langtidsfriske_pct")
