"""The part of the page Måltal where chefs propose måltal for their units and hr decides."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import streamlit as st

from app.side import Side, run_handling
from app.tabel import show_tabel
from app.valg import Valg
from app.vis import plain, show_overskrift
from pipeline.lager.maaltal import AFVIST, GODKENDT, TILBAGETAGET, NytMaaltal, Tilstand
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.opfoelgning.maaltal import (
    decide_maaltal,
    list_aar,
    may_settle,
    read_tal,
    settle_maaltal,
    suggest_maaltal,
    this_year,
    word_beslutning,
    word_tal,
)
from pipeline.report.visning import format_value
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import beslutninger as tekster
from pipeline.tekster.dansk import heltal

Beslutning = dict[str, Any]
GANG = "maaltal_gang"
"""How many times something was saved in the session: a form that has been saved is followed by an empty one."""


def show_beslut(side: Side, valg: Valg) -> None:
    """For hr, and for a chef of her own units; nothing for anybody else."""
    enheder = side.scope.rows("indsats_enheder").filter("kan_aftales").to_dicts()
    if not enheder:
        return
    er_hr = side.scope.rettigheder.er_hr
    historik = side.scope.rows("maaltal_historik_liste").to_dicts()
    show_overskrift(tekster.BESLUT)
    st.markdown(tekster.FORKLARING_HR if er_hr else tekster.FORKLARING_CHEF)
    show_overskrift(tekster.VENTER, under=True)
    _show_skridt([skridt for skridt in historik if skridt["er_aaben"]])
    if side.bruger.som is not None:
        st.info(tekster.SE_SOM)
    else:
        _show_svar(side, historik)
        _show_ny(side, valg, enheder, historik)
        _show_ophaev(side, historik)
    if historik:
        with st.expander(tekster.HISTORIK.format(antal=heltal(len(historik)))):
            _show_skridt(historik)


def _show_skridt(skridt: Sequence[Beslutning]) -> None:
    if not skridt:
        st.markdown(tekster.VENTER_INGEN)
        return
    kolonner = tekster.KOLONNER
    show_tabel(kolonner, [word_beslutning(beslutning) for beslutning in skridt], tekstkolonner=len(kolonner))


def _show_ny(side: Side, valg: Valg, enheder: list[dict[str, Any]], historik: list[Beslutning]) -> None:
    """Begins with the place one looks at. The form is its unit's own: what was written for another is not in it."""
    numre = [enhed["enhed_id"] for enhed in enheder]
    navne = {enhed["enhed_id"]: str(enhed["enhedsnavn"]) for enhed in enheder}
    enhed_id = st.selectbox(
        tekster.ENHED,
        numre,
        format_func=navne.__getitem__,
        index=numre.index(valg.enhed_id) if valg.enhed_id in numre else 0,
        key=f"maaltal_enhed_{valg.enhed_id}",
    )
    er_hr, navn = side.scope.rettigheder.er_hr, plain(navne[enhed_id])
    show_overskrift(tekster.NYT[er_hr].format(enhed=navne[enhed_id]), under=True)
    _show_nu(side, valg, enhed_id, historik)
    noegle = f"{enhed_id}_{st.session_state.get(GANG, 0)}"
    with st.form(f"maaltal_{noegle}", border=False):
        venstre, hoejre = st.columns(2)
        muligheder = list_aar(side.scope)
        aar = venstre.selectbox(
            tekster.AAR, muligheder, index=muligheder.index(this_year(side.scope)), key=f"maaltal_aar_{noegle}"
        )
        tal = hoejre.text_input(tekster.TAL, key=f"maaltal_tal_{noegle}", max_chars=6)
        grund = st.text_input(tekster.BEGRUNDELSE, key=f"maaltal_grund_{noegle}", max_chars=HOEJST_BEGRUNDELSE)
        gemmes = st.form_submit_button(tekster.KNAP[er_hr].format(enhed=navn))
    if gemmes:
        gem = decide_maaltal if er_hr else suggest_maaltal

        def handling() -> None:
            ny = NytMaaltal(enhed_id, int(aar), read_tal(tal), grund.strip())
            gem(side.scope, ny, bruger=side.bruger.navn, miljoe=side.miljoe)
            _count_up()

        run_handling(handling, tekster.GEMT_PAA_SIDEN[er_hr].format(enhed=navn, aar=aar))


def _show_nu(side: Side, valg: Valg, enhed_id: int, historik: list[Beslutning]) -> None:
    """What is decided, what the figures go by, and what would be derived from the units below."""
    besluttede = {b["aar"]: b["maaltal"] for b in historik if b["er_gaeldende"] and b["enhed_id"] == enhed_id}
    nu = side.scope.rows("maaltal_status", enhed_id=enhed_id, periode=valg.periode).filter(pl.col("trin") == 0)
    i_tallene = {int(str(valg.periode)[:4]): raekke for raekke in nu.to_dicts()}
    raekker = []
    for aar in sorted(besluttede.keys() | i_tallene.keys()):
        tal = i_tallene.get(aar, {})
        raekker.append(
            (
                str(aar),
                word_tal(besluttede.get(aar)),
                format_value("dage", tal.get("maaltal")),
                format_value("tekst", tal.get("maaltal_kilde")),
                format_value("dage", tal.get("maaltal_afledt")),
            )
        )
    if raekker:
        show_tabel(tekster.NU_KOLONNER, raekker)


def _show_svar(side: Side, historik: list[Beslutning]) -> None:
    """Hr's answers to what waits; a chef's way to take back what was proposed for her units."""
    er_hr = side.scope.rettigheder.er_hr
    tilstande: tuple[Tilstand, ...] = (GODKENDT, AFVIST) if er_hr else (TILBAGETAGET,)
    aabne = [b for b in historik if b["er_aaben"] and may_settle(side.scope, b, tilstande[0])]
    if not aabne:
        return
    gang = st.session_state.get(GANG, 0)
    with st.form(f"maaltal_svar_{gang}", border=False):
        valgt = _choose(f"maaltal_svar_valg_{gang}", tekster.SVAR_VALG, aabne)
        grund = st.text_input(tekster.SVAR_GRUND[er_hr], max_chars=HOEJST_BEGRUNDELSE, key=f"maaltal_svar_grund_{gang}")
        with st.container(horizontal=True, gap="small"):
            trykket = [t for t in tilstande if st.form_submit_button(tekster.SVAR_KNAPPER[t])]
    if trykket and valgt is not None:
        _answer(side, valgt, trykket[0], grund)


def _show_ophaev(side: Side, historik: list[Beslutning]) -> None:
    gaeldende = [b for b in historik if b["er_gaeldende"] and may_settle(side.scope, b, TILBAGETAGET)]
    if not gaeldende:
        return
    gang = st.session_state.get(GANG, 0)
    with st.expander(tekster.OPHAEV), st.form(f"maaltal_ophaev_{gang}", border=False):
        st.markdown(tekster.OPHAEV_FORKLARING)
        valgt = _choose(f"maaltal_ophaev_valg_{gang}", tekster.OPHAEV_VALG, gaeldende)
        grund = st.text_input(tekster.BEGRUNDELSE, max_chars=HOEJST_BEGRUNDELSE, key=f"maaltal_ophaev_grund_{gang}")
        if st.form_submit_button(tekster.OPHAEV_KNAP) and valgt is not None:
            _answer(side, valgt, TILBAGETAGET, grund)


def _choose(key: str, ledetekst: str, muligheder: list[Beslutning]) -> Beslutning | None:
    return st.selectbox(
        ledetekst,
        muligheder,
        format_func=lambda b: tekster.VALG.format(
            nr=b["beslutning_id"], enhed=b["enhedsnavn"], aar=b["aar"], maaltal=word_tal(b["maaltal"])
        ),
        index=None,
        placeholder=tekster_adgang.VAELG,
        key=key,
    )


def _answer(side: Side, valgt: Beslutning, tilstand: Tilstand, grund: str) -> None:
    nr = int(valgt["beslutning_id"])

    def handling() -> None:
        settle_maaltal(side.scope, nr, tilstand, grund.strip(), bruger=side.bruger.navn, miljoe=side.miljoe)
        _count_up()

    run_handling(handling, tekster.BESVARET[tilstand].format(nr=nr))


def _count_up() -> None:
    st.session_state[GANG] = st.session_state.get(GANG, 0) + 1
