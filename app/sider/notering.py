"""Noting one notice, alone on the page: whoever is noted about is named, and nobody else can be."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from app.side import Side, run_handling
from app.vis import plain, show_overskrift
from pipeline.fejl import Brugerfejl
from pipeline.lager.noter import HANDLINGER, Handling, can_undo
from pipeline.opfoelgning.notering import mark_varsel, undo_varsel
from pipeline.opfoelgning.ord import explain_varsel
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import dato_med_ord

NOTERES = "noteres"  # key of the session: the notice being noted, by `varsel_key`
Varsel = Mapping[str, Any]


def show_noter_knap(varsel: Varsel, tekst: str = tekster_opfoelgning.NOTER) -> None:
    """Opens the form; `tekst` names whom, and which step where there are several. Which notice it is about is ours, not
    the browser's: a place on the list is somebody else's after each rerun.
    """
    st.button(
        tekst.format(navn=varsel_name(varsel), regel=plain(varsel["regelnavn"])),
        key=f"noter_{varsel_key(varsel)}",
        on_click=_open,
        args=(varsel_key(varsel),),
    )


def find_noteres(side: Side) -> Varsel | None:
    """The notice whose form is open, while it is open itself and may be noted."""
    noegle = st.session_state.get(NOTERES)
    if noegle is None or side.bruger.som is not None:
        return None
    aabne = side.scope.rows("opfoelgning_liste").filter(tilstand="åben").to_dicts()
    return next((varsel for varsel in aabne if varsel_key(varsel) == noegle), None)


def show_notering(side: Side, varsel: Varsel) -> None:
    noegle = varsel_key(varsel)
    show_overskrift(
        tekster_opfoelgning.NOTER_TITEL.format(
            navn=varsel["navn"] or varsel["medarbejdernr"], regel=varsel["regelnavn"]
        )
    )
    st.markdown(f"{explain_varsel(varsel)}  \n:small[{plain(varsel['enhedsnavn'] or '')}]")
    dag = side.scope.rows("opfoelgning_regelliste")["dag"][0]
    handling = st.radio(
        tekster_opfoelgning.NOTER_HVAD,
        HANDLINGER,
        format_func=tekster_opfoelgning.HANDLINGER.__getitem__,
        key=f"handling_{noegle}",
    )
    dato = st.date_input(
        tekster_opfoelgning.NOTER_DATO,
        dag,
        min_value=varsel["fra"],
        max_value=dag,
        format="DD.MM.YYYY",
        key=f"dato_{noegle}",
    )
    with st.container(horizontal=True, gap="small"):
        gemmes = st.button(
            tekster_opfoelgning.NOTER_GEM.format(navn=varsel_name(varsel)), key=f"gem_{noegle}", type="primary"
        )
        st.button(tekster_opfoelgning.NOTER_LUK, key=f"luk_{noegle}", on_click=_close)
    if gemmes:
        _save(side, varsel, handling=handling, dato=dato)


def _save(side: Side, varsel: Varsel, *, handling: Handling, dato: date) -> None:
    """The form is closed before anything is drawn; what was saved is then read from the store."""
    try:
        mark_varsel(
            side.miljoe.lager,
            side.scope,
            varsel,
            handling=handling,
            dato=dato,
            bruger=side.bruger.navn,
            nu=side.miljoe.ur(),
        )
    except Brugerfejl as fejl:
        st.error(str(fejl))
    else:
        _close()
        st.rerun()


def show_kvittering(side: Side) -> None:
    """What the user noted last, while it can be undone."""
    if side.bruger.som is not None:
        return
    egne = side.scope.rows("opfoelgning_liste").filter(tilstand="håndteret", af=side.bruger.navn)
    nyeste = egne.sort("note_id", descending=True).head(1).to_dicts()
    for varsel in nyeste:
        if can_undo(varsel["tid"], nu=side.miljoe.ur()):
            felter = {"navn": varsel_name(varsel), "regel": plain(varsel["regelnavn"])}
            st.success(tekster_opfoelgning.KVITTERING.format(noteret=describe_note(varsel), **felter))
            _show_fortryd(side, varsel)


def show_fortryd_flere(side: Side, haandterede: pl.DataFrame) -> None:
    """Those noted before the receipt's that can be undone still. `haandterede`: newest first."""
    if side.bruger.som is not None:
        return
    for varsel in haandterede.filter(af=side.bruger.navn).tail(-1).to_dicts():
        if can_undo(varsel["tid"], nu=side.miljoe.ur()):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                linje = f"{varsel_name(varsel)}, {plain(varsel['regelnavn'])}: {describe_note(varsel)}"
                st.markdown(linje, width="content")
                _show_fortryd(side, varsel)


def _show_fortryd(side: Side, varsel: Varsel) -> None:
    if st.button(tekster_opfoelgning.FORTRYD.format(navn=varsel_name(varsel)), key=f"fortryd_{varsel_key(varsel)}"):
        run_handling(
            lambda: undo_varsel(side.miljoe.lager, side.scope, varsel, bruger=side.bruger.navn, nu=side.miljoe.ur()),
            tekster_opfoelgning.FORTRUDT,
        )


def _open(noegle: str) -> None:
    st.session_state[NOTERES] = noegle


def _close() -> None:
    st.session_state.pop(NOTERES, None)


def varsel_name(varsel: Varsel) -> str:
    return plain(varsel["navn"] or varsel["medarbejdernr"])


def describe_note(varsel: Varsel) -> str:
    handling = tekster_opfoelgning.HANDLINGER[varsel["handling"]].lower()
    return tekster_opfoelgning.NOTERET.format(handling=handling, dato=dato_med_ord(varsel["dato"]), af=varsel["af"])


def varsel_key(varsel: Varsel) -> str:
    """A widget's state follows the notice, not its place on the list."""
    return f"{varsel['medarbejdernr']}_{varsel['regel']}_{varsel['fra']}"
