"""Indsatser: what has been agreed for units, for hr and chefs to add to and end, for leaders to read."""

from datetime import date
from typing import Any

import streamlit as st

from app.side import Side, run_handling
from app.tabel import show_tabel
from app.valg import read_valg
from app.vis import show_overskrift, show_titel
from pipeline.lager.indsatser import NyIndsats
from pipeline.lager.skema import HOEJST_TEGN
from pipeline.opfoelgning.indsats import (
    agree_indsats,
    day_of,
    finish_indsats,
    read_valgmuligheder,
    split_indsatser,
    word_indsats,
)
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import indsats as tekster_indsats
from pipeline.tekster.dansk import heltal

Indsats = dict[str, Any]


def show_indsatser(side: Side) -> None:
    show_titel(tekster_indsats.SIDE)
    st.markdown(tekster_indsats.FORKLARING)
    dag = day_of(side.scope)
    i_gang, over = split_indsatser(side.scope)
    enheder = side.scope.rows("indsats_enheder").filter("kan_aftales").to_dicts()
    show_overskrift(tekster_indsats.I_GANG)
    _show_liste(i_gang)
    if over:
        with st.expander(tekster_indsats.AFSLUTTEDE.format(antal=heltal(len(over)))):
            _show_liste(over)
    if side.bruger.som is not None:
        st.info(tekster_indsats.SE_SOM)
    elif not enheder:
        st.info(tekster_indsats.KUN_LAES)
    else:
        _show_tilfoej(side, enheder, dag)
        _show_afslut(side, [indsats for indsats in i_gang if indsats["kan_aftales"]], dag)


def _show_liste(indsatser: list[Indsats]) -> None:
    if not indsatser:
        st.markdown(tekster_indsats.INGEN)
        return
    kolonner = tekster_indsats.KOLONNER
    show_tabel(kolonner, [word_indsats(indsats) for indsats in indsatser], tekstkolonner=len(kolonner))


def _show_tilfoej(side: Side, enheder: list[dict[str, Any]], dag: date) -> None:
    """Begins with the unit one comes from. What is chosen is looked up in the scope when it is saved."""
    show_overskrift(tekster_indsats.TILFOEJ)
    valg, lister = read_valg(side), read_valgmuligheder()
    numre = [enhed["enhedsnr"] for enhed in enheder]
    navne = {enhed["enhedsnr"]: enhed["enhedsnavn"] for enhed in enheder}
    her = valg.node["enhedsnr"] if valg else None
    with st.form("indsats", border=False):
        venstre, hoejre = st.columns(2)
        enhed = venstre.selectbox(
            tekster_indsats.TILFOEJ_ENHED,
            numre,
            format_func=lambda nr: str(navne[nr]),
            index=numre.index(her) if her in numre else None,
            placeholder=tekster_adgang.VAELG,
        )
        kategori = hoejre.selectbox(tekster_indsats.TILFOEJ_KATEGORI, lister.kategorier)
        fra = venstre.date_input(tekster_indsats.TILFOEJ_FRA, dag, format="DD.MM.YYYY")
        til = hoejre.date_input(tekster_indsats.TILFOEJ_TIL, None, format="DD.MM.YYYY")
        ejer = venstre.selectbox(tekster_indsats.TILFOEJ_EJER, lister.ejere)
        tekst = st.text_input(tekster_indsats.TILFOEJ_TEKST, max_chars=HOEJST_TEGN)
        gemmes = st.form_submit_button(tekster_indsats.TILFOEJ_KNAP)
    if gemmes:
        ny = NyIndsats(int(enhed or -1), kategori, fra, til, ejer, tekst.strip())
        run_handling(
            lambda: agree_indsats(side.scope, ny, bruger=side.bruger.navn, miljoe=side.miljoe), tekster_indsats.GEMT
        )


def _show_afslut(side: Side, indsatser: list[Indsats], dag: date) -> None:
    if not indsatser:
        return
    with st.expander(tekster_indsats.AFSLUT), st.form("indsats_afslut", border=False):
        valgt = st.selectbox(
            tekster_indsats.AFSLUT_VALG,
            indsatser,
            format_func=lambda indsats: tekster_indsats.VALG.format(
                nr=indsats["indsats_id"], enhed=indsats["enhedsnavn"], kategori=indsats["kategori"]
            ),
            index=None,
            placeholder=tekster_adgang.VAELG,
        )
        afsluttet = st.date_input(tekster_indsats.AFSLUT_DATO, dag, format="DD.MM.YYYY")
        if st.form_submit_button(tekster_indsats.AFSLUT_KNAP) and valgt is not None:
            nr = int(valgt["indsats_id"])
            run_handling(
                lambda: finish_indsats(side.scope, nr, dag=afsluttet, bruger=side.bruger.navn, miljoe=side.miljoe),
                tekster_indsats.AFSLUTTET.format(nr=heltal(nr)),
            )
