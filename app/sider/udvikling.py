"""Udvikling: any nøgletal through time, for one node or several, or month beside month of other years."""

import streamlit as st

from app.side import Side
from app.valg import Valg, read_valg, sees_months, show_intet, show_valg
from app.vis import show_titel, show_visning
from pipeline.report.visninger import headline
from pipeline.tekster import dashboard as tekster_dashboard

HOEJST_FLERE = 5


def show_udvikling(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["udvikling"])
    valg = read_valg(side)
    if valg is None or valg.periode is None:
        show_intet(side)
        return
    show_valg(valg, med_periode=False)
    tal, form, slags, vindue = st.columns([3, 3, 2, 3], vertical_alignment="bottom")
    noegletal = tal.selectbox(
        tekster_dashboard.UDVIKLING_TAL,
        list(tekster_dashboard.NOEGLETAL),
        index=list(tekster_dashboard.NOEGLETAL).index(f"sygedage_{headline(side.scope)}"),
        format_func=tekster_dashboard.NOEGLETAL.__getitem__,
        key="udvikling_tal",
    )
    kan_maaneder = sees_months(side) and not valg.node["er_udgivet"]
    if not kan_maaneder:
        _show_forloeb(side, valg, noegletal, "kvartal", "rullende")
        return
    form_valgt = form.selectbox(
        tekster_dashboard.UDVIKLING_FORM,
        list(tekster_dashboard.UDVIKLING_FORMER),
        format_func=tekster_dashboard.UDVIKLING_FORMER.__getitem__,
        key="udvikling_form",
    )
    if form_valgt == "saeson":  # is of months by themselves: there is nothing else to choose
        show_visning(side, "saeson", {"noder": str(valg.enhed_id), "tal": noegletal})
        return
    periodetype = slags.segmented_control(
        tekster_dashboard.PERIODETYPE,
        list(tekster_dashboard.PERIODETYPER),
        default="maaned",
        required=True,
        format_func=tekster_dashboard.PERIODETYPER.__getitem__,
        key="udvikling_periodetype",
    )
    vindue_valgt = vindue.selectbox(
        tekster_dashboard.UDVIKLING_VINDUE,
        list(tekster_dashboard.UDVIKLING_VINDUER),
        format_func=tekster_dashboard.UDVIKLING_VINDUER.__getitem__,
        key="udvikling_vindue",
    )
    _show_forloeb(side, valg, noegletal, str(periodetype), vindue_valgt)


def _show_forloeb(side: Side, valg: Valg, tal: str, periodetype: str, vindue: str) -> None:
    """The node and those it is compared with: named groups and personalegrupper are nodes as well."""
    andre = [nr for nr in valg.noder if nr != valg.node["enhedsnr"]]
    valgte = (
        st.multiselect(
            tekster_dashboard.UDVIKLING_ENHEDER,
            andre,
            format_func=lambda nr: str(valg.noder[nr]["enhedsnavn"]),
            max_selections=HOEJST_FLERE,
            placeholder=tekster_dashboard.UDVIKLING_ENHEDER_VAELG,
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
