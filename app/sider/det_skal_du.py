"""Det skal du, where a leder begins: whom to talk to, today, this week and later; one card a person."""

from datetime import date

import streamlit as st

from app.side import Side
from app.sider.notering import (
    describe_note,
    find_noteres,
    show_kvittering,
    show_noter_knap,
    show_notering,
    varsel_name,
)
from app.vis import plain, show_link, show_overskrift, show_titel
from pipeline.opfoelgning.ord import explain_frist, explain_varsel
from pipeline.opfoelgning.uge import TIDER, Kort, find_tid, make_kort, outdated_before
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import antal_af, dato_med_ord, heltal

HOEJST_NOTERET = 5


def show_det_skal_du(side: Side) -> None:
    """With persons, and so logged."""
    navn = tekster_dashboard.SIDER["det_skal_du"]
    side = side.with_opfoelgning(navn)
    noteres = find_noteres(side)
    if noteres is None:
        show_kvittering(side)
    show_titel(navn)
    if noteres is not None:
        show_notering(side, noteres)
        return
    alle = make_kort(side.scope.rows("opfoelgning_liste").to_dicts())
    regler = side.scope.rows("opfoelgning_regelliste")
    if side.bruger.som is not None:
        st.info(tekster_opfoelgning.SE_SOM)
    if not alle or regler.is_empty():
        er_fra = regler["er_fra"].any()
        st.info(tekster_opfoelgning.INTET_MEN_FRA_KORT if er_fra else tekster_opfoelgning.INTET)
    else:
        st.markdown(f"**{count_kort(alle, regler['dag'][0])}**")
        for tid in TIDER:
            _show_tid(side, tid, [kort for kort in alle if find_tid(kort, regler["dag"][0]) == tid], regler["dag"][0])
    show_link("/opfoelgning", tekster_opfoelgning.TIL_OPFOELGNING)


def count_kort(alle: list[Kort], dag: date) -> str:
    """`7 medarbejdere venter på dig, 5 af dem i dag.`"""
    i_dag = sum(find_tid(kort, dag) == "i_dag" for kort in alle)
    hvem = antal_af(tekster_opfoelgning.PERSONER, len(alle))
    return tekster_opfoelgning.VENTER.format(hvem=hvem, i_dag=heltal(i_dag))


def _show_tid(side: Side, tid: str, alle: list[Kort], dag: date) -> None:
    if not alle:
        return
    show_overskrift(tekster_opfoelgning.TIDER[tid].format(antal=heltal(len(alle))))
    if tid == "foraeldet":
        foer = dato_med_ord(outdated_before(dag))
        st.markdown(f":small[{tekster_opfoelgning.FORAELDET_FORKLARING.format(foer=foer)}]")
    for kort in alle:
        _show_kort(side, kort)


def _show_kort(side: Side, kort: Kort) -> None:
    varsel = kort.naeste
    with st.container(border=True):
        hvem, hvad, knap = st.columns([3, 5, 4], vertical_alignment="center")
        hvem.markdown(f"**{varsel_name(varsel)}**  \n:small[{plain(varsel['enhedsnavn'] or '')}]")
        maaske = f" {tekster_opfoelgning.MAASKE}" if varsel["er_maaske_afsluttet"] else ""
        frist = explain_frist(varsel)
        frist = f":red[**{frist}**]" if varsel["er_overskredet"] else f"**{frist}**"
        hvad.markdown(f"**{plain(varsel['regelnavn'])}.** {explain_varsel(varsel)}{maaske}  \n{frist}")
        if side.bruger.som is None:
            with knap:
                show_noter_knap(varsel)
        _show_mere(side, kort)


def _show_mere(side: Side, kort: Kort) -> None:
    """Folded: why, what else is open about the person, and what was noted before."""
    with st.expander(tekster_opfoelgning.MERE.format(navn=varsel_name(kort.naeste))):
        st.markdown(plain(kort.naeste["forklaring"]))
        if kort.ogsaa:
            st.markdown(f"**{tekster_opfoelgning.OGSAA_AABENT}**")
        for varsel in kort.ogsaa:
            st.markdown(f"{plain(varsel['regelnavn'])}. {explain_varsel(varsel)} {explain_frist(varsel)}.")
            if side.bruger.som is None:
                show_noter_knap(varsel, tekster_opfoelgning.NOTER_OGSAA)
        linjer = [f"- {plain(v['regelnavn'])}: {describe_note(v)}" for v in kort.noteret[:HOEJST_NOTERET]]
        st.markdown(f"**{tekster_opfoelgning.NOTERET_FOER}**")
        st.markdown("\n".join(linjer or [tekster_opfoelgning.INTET_NOTERET]))
