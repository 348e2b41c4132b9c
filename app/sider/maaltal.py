"""Måltal: the units of one level against their måltal, where it matters most first, and the year to date."""

from typing import Any

import polars as pl
import streamlit as st

from app.side import Side
from app.sider.maaltal_beslut import show_beslut
from app.valg import Valg, read_valg, sees_months, show_ingen_tal, show_intet, show_valg
from app.vis import make_visning, plain, show_overskrift, show_titel, show_visning
from pipeline.diskretion.regler import MINDST_I_MAANEDEN
from pipeline.report.maaltal import describe_en, list_niveauer, of_niveau, read_maaltal
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import maaltal as tekster_maaltal
from pipeline.tekster.dansk import heltal, procentgraense
from pipeline.tekster.definitioner import number_in_words


def show_maaltal(side: Side) -> None:
    show_titel(tekster_dashboard.SIDER["maaltal"])
    valg = read_valg(side)
    if valg is None or valg.periode is None:
        show_intet(side)
        return
    show_valg(valg)
    if valg.node["er_udgivet"]:
        st.info(tekster_dashboard.KUN_UDGIVNE.format(enhed=plain(valg.navn)))
        return
    parametre = {"enhed": str(valg.enhed_id), "periode": valg.periode}
    raekker = read_maaltal(side.scope, parametre)
    if raekker.is_empty():
        show_ingen_tal(side, valg)
        return
    st.markdown(valg.status)
    st.markdown(tekster_maaltal.FORKLARING)
    _show_hele(raekker)
    niveau = _choose_niveau(valg, list_niveauer(raekker))
    valgte = of_niveau(raekker, niveau)
    show_visning(side, "maaltal", parametre | {"niveau": niveau})
    _show_uden(valgte)
    _show_aaret(side, parametre | {"niveau": niveau})
    show_beslut(side, valg)


def _show_hele(raekker: pl.DataFrame) -> None:
    """The place itself, where the chart is of what is under it."""
    hele = raekker.row(by_predicate=pl.col("trin") == 0, named=True)
    if hele["afstand_til_maaltal"] is not None and raekker["trin"].max() != 0:
        st.markdown(describe_en(hele | {"enhedsnavn": plain(hele["enhedsnavn"])}, tekster_maaltal.HELE))


def _choose_niveau(valg: Valg, niveauer: list[str]) -> str:
    """One at a time, at first the one just below."""
    if len(niveauer) == 1:
        return niveauer[0]
    valgt = st.segmented_control(
        tekster_maaltal.NIVEAU,
        niveauer,
        default=niveauer[0],
        format_func=tekster_dashboard.NIVEAUER_FLERTAL.__getitem__,
        required=True,
        key=f"maaltal_niveau_{valg.enhed_id}",
    )
    return str(valgt)


def _show_uden(valgte: pl.DataFrame) -> None:
    uden = valgte.filter(pl.col("maaltal").is_null() & (pl.col("gns_medarbejdere") >= 1))
    if uden.height:
        show_overskrift(tekster_maaltal.UDEN, under=True)
        st.markdown("\n".join(f"- {_without(raekke)}" for raekke in uden.iter_rows(named=True)))


def _without(raekke: dict[str, Any]) -> str:
    """A unit's name, with how many of those under it have a måltal when some have."""
    navn = plain(str(raekke["enhedsnavn"]))
    return navn if raekke["maaltal_kilde"] is None else f"{navn} ({raekke['maaltal_kilde']})"


def _show_aaret(side: Side, parametre: dict[str, str]) -> None:
    """Nothing of it for a chef who sees no single month of the units."""
    har_aaret = make_visning(side, "maaltal_aaret", parametre).figur is not None
    if har_aaret:
        show_visning(side, "maaltal_aaret", parametre)
        bygning = side.scope.rows("byggerapport_bygning").row(0, named=True)
        st.markdown(
            tekster_maaltal.AARET_FORKLARING.format(
                mindste=heltal(bygning["mindste_gruppe"]), sikkerhed=procentgraense(bygning["prognose_sikkerhed"])
            )
        )
    if not sees_months(side):
        st.markdown(tekster_maaltal.AARET_CHEF.format(mindste=number_in_words(MINDST_I_MAANEDEN)))
