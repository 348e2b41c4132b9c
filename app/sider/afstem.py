"""Afstem et tal, for hr: from our figure to another's, line by line, for a unit and a quarter of her choice."""

import streamlit as st

from app.afstemning import read_spoerg, reconcile_for
from app.side import Side, show_download
from app.tabel import show_tabel
from app.valg import Valg, read_valg, show_intet, show_valg
from app.vis import plain, show_overskrift, show_titel
from pipeline.afstemning.afstem import STATISTIKKER, list_grupper
from pipeline.afstemning.bro import Afstemning
from pipeline.fejl import Brugerfejl
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import afstemning as tekster
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord

HOEJST_TEGN = 10


def show_afstem(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["afstem"])
    st.markdown(tekster.SIDE_FORKLARING)
    if side.bruger.som is not None:
        st.info(tekster.SIDE_IKKE_SOM)
        return
    valg = read_valg(side)
    kvartaler = [] if valg is None else [en["periode"] for en in valg.perioder if en["periodetype"] == "kvartal"]
    if valg is None or not kvartaler:
        show_intet(side)
        return
    show_valg(valg, med_periode=False)
    parametre = _choose(valg, kvartaler)
    if parametre is None:
        return
    try:
        afstemning = reconcile_for(side, read_spoerg(parametre))
    except Brugerfejl as fejl:
        st.error(str(fejl))
        return
    _show(afstemning)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for format_, tekst in tekster_dashboard.HENT_FORMAT.items():
            if format_ in tekster.SIDE_FORMATER:
                show_download(side, "afstem", tekst, {**parametre, "format": format_}, key=f"afstem_{format_}")


def _choose(valg: Valg, kvartaler: list[str]) -> dict[str, str] | None:
    """What the page, and the file later, ask; None until there is a question."""
    venstre, hoejre = st.columns(2)
    nu = valg.newest("kvartal")
    kvartal = venstre.selectbox(
        tekster.SIDE_KVARTAL,
        kvartaler,
        format_func=periode_med_ord,
        index=kvartaler.index(nu) if nu in kvartaler else 0,
        key="afstem_kvartal",
    )
    med = hoejre.selectbox(
        tekster.SIDE_MED,
        list(tekster.SIDE_KILDER),
        format_func=tekster.SIDE_KILDER.__getitem__,
        index=None,
        placeholder=tekster_adgang.VAELG,
        key="afstem_med",
    )
    if med is None:
        return None
    parametre = {"enhed": str(valg.node["enhedsnr"]), "kvartal": str(kvartal), "med": med}
    if med in STATISTIKKER and (grupper := list_grupper(med)):
        parametre["gruppe"] = str(venstre.selectbox(tekster.SIDE_GRUPPE, grupper, key=f"afstem_gruppe_{med}"))
    if med in tekster.SIDE_TAL:
        parametre["tal"] = hoejre.text_input(
            tekster.SIDE_TAL[med], max_chars=HOEJST_TEGN, key=f"afstem_tal_{med}"
        ).strip()
    return None if med == "eget" and not parametre["tal"] else parametre


def _show(afstemning: Afstemning) -> None:
    """As the command prints it."""
    show_overskrift(afstemning.titel)
    st.markdown(f"**{plain(afstemning.saetning)}**")
    for bro in afstemning.broer:
        show_overskrift(bro.titel, under=True)
        show_tabel(tekster.KOLONNER, list(bro.words()))
    if afstemning.andre:
        show_overskrift(tekster.EGET_ANDRE, under=True)
        linjer = [
            (navn, "" if forskel is None else aendring(forskel, 2), decimaltal(tal, 2))
            for navn, forskel, tal in afstemning.andre
        ]
        show_tabel(tekster.EGET_KOLONNER, linjer)
    for note in afstemning.noter:
        st.markdown(f"- {plain(note)}")
