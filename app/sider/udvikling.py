"""Udvikling: any nøgletal through time, for one node or several, or month beside month of other years."""

import streamlit as st

from app.opslag import Side
from app.valg import Valg, read_valg, sees_months, show_intet, show_valg
from app.vis import show_visning
from pipeline import tekster_dashboard as ord_
from pipeline.report.visninger import headline

HOEJST_FLERE = 5


def show_udvikling(side: Side) -> None:
    st.title(ord_.SIDER["udvikling"], anchor=False)
    valg = read_valg(side)
    if valg is None or valg.periode is None:
        show_intet(side)
        return
    show_valg(valg, med_periode=False)
    tal, slags, vindue, form = st.columns([3, 2, 3, 3], vertical_alignment="bottom")
    noegletal = tal.selectbox(
        ord_.UDVIKLING_TAL,
        list(ord_.NOEGLETAL),
        index=list(ord_.NOEGLETAL).index(f"sygedage_{headline(side.scope)}"),
        format_func=ord_.NOEGLETAL.__getitem__,
        key="udvikling_tal",
    )
    kan_maaneder = sees_months(side) and not valg.node["er_udgivet"]
    if not kan_maaneder:
        _show_forloeb(side, valg, noegletal, "kvartal", "rullende")
        return
    periodetype = slags.segmented_control(
        ord_.PERIODETYPE,
        list(ord_.PERIODETYPER),
        default="maaned",
        required=True,
        format_func=ord_.PERIODETYPER.__getitem__,
        key="udvikling_periodetype",
    )
    vindue_valgt = vindue.selectbox(
        ord_.UDVIKLING_VINDUE,
        list(ord_.UDVIKLING_VINDUER),
        format_func=ord_.UDVIKLING_VINDUER.__getitem__,
        key="udvikling_vindue",
    )
    form_valgt = form.selectbox(
        ord_.UDVIKLING_FORM,
        list(ord_.UDVIKLING_FORMER),
        format_func=ord_.UDVIKLING_FORMER.__getitem__,
        key="udvikling_form",
    )
    if form_valgt == "saeson":
        show_visning(side, "saeson", {"noder": str(valg.enhed_id), "tal": noegletal})
    else:
        _show_forloeb(side, valg, noegletal, str(periodetype), vindue_valgt)


def _show_forloeb(side: Side, valg: Valg, tal: str, periodetype: str, vindue: str) -> None:
    """The node and those it is compared with: named groups and personalegrupper are nodes as well."""
    andre = [nr for nr in valg.noder if nr != valg.node["enhedsnr"]]
    valgte = (
        st.multiselect(
            ord_.UDVIKLING_ENHEDER,
            andre,
            format_func=lambda nr: str(valg.noder[nr]["enhedsnavn"]),
            max_selections=HOEJST_FLERE,
            placeholder=ord_.UDVIKLING_ENHEDER_VAELG,
            key="udvikling_andre",
        )
        if andre
        else []
    )
    noder = [valg.enhed_id, *(int(valg.noder[nr]["enhed_id"]) for nr in valgte)]
    show_visning(
        side,
        "udvikling",
        {"noder": ",".join(map(str, noder)), "tal": tal, "periodetype": periodetype, "vindue": vindue},
    )
