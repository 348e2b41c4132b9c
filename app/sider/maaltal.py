"""Måltal: every unit against its måltal, where it matters most first; those without one named."""

from typing import Any

import polars as pl
import streamlit as st

from app.side import Side
from app.tabel import show_tabel
from app.valg import read_valg, sees_months, show_ingen_tal, show_intet, show_valg
from app.vis import plain, show_overskrift, show_titel, show_visning
from pipeline.diskretion.regler import MINDST_I_MAANEDEN
from pipeline.report.kvartalsstatus import format_maaltal
from pipeline.report.visning import format_value
from pipeline.report.visninger import read_maaltal
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, decimaltal, heltal, procentgraense
from pipeline.tekster.definitioner import number_in_words

HOEJST_OEVERST = 25


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
    bygning = side.scope.rows("byggerapport_bygning").row(0, named=True)
    st.markdown(valg.status)
    st.markdown(
        tekster_dashboard.MAALTAL_FORKLARING.format(
            mindste=heltal(bygning["mindste_gruppe"]), sikkerhed=procentgraense(bygning["prognose_sikkerhed"])
        )
    )
    if not sees_months(side):
        st.markdown(tekster_dashboard.MAALTAL_CHEF.format(mindste=number_in_words(MINDST_I_MAANEDEN)))
    med = raekker.filter(pl.col("maaltal").is_not_null())
    if med.height:
        show_tabel(
            tekster_dashboard.MAALTAL_KORT, [_line(raekke) for raekke in med.head(HOEJST_OEVERST).iter_rows(named=True)]
        )
        if med.height > HOEJST_OEVERST:
            st.markdown(tekster_dashboard.MAALTAL_RESTEN.format(antal=heltal(med.height - HOEJST_OEVERST)))
        if (med["maaltal_kilde"] == "afledt").any():
            st.markdown(tekster.AFLEDT_FORKLARING)
    show_visning(side, "maaltal", parametre, med_titel=False)
    uden = raekker.filter(pl.col("maaltal").is_null() & (pl.col("gns_medarbejdere") >= 1))
    if uden.height:
        show_overskrift(tekster_dashboard.MAALTAL_UDEN)
        st.markdown("\n".join(f"- {_without(raekke)}" for raekke in uden.iter_rows(named=True)))


def _line(raekke: dict[str, object]) -> tuple[str, ...]:
    return (
        str(raekke["enhedsnavn"]),
        format_value("antal", raekke["gns_medarbejdere"]),
        format_value("dage", raekke["sygedage"]),
        format_maaltal(raekke),
        aendring(raekke["afstand_til_maaltal"]),  # type: ignore[arg-type]
        format_value("dage", raekke["aar_til_dato"]),
        format_value("dage", raekke["sidste_aar_til_dato"]),
        _forecast(raekke["prognose"], raekke["prognose_usikkerhed"]),
    )


def _forecast(prognose: Any, usikkerhed: Any) -> str:
    """The year's end and how far from it, which in December is nothing."""
    tal = format_value("dage", prognose)
    if usikkerhed is None:
        return tal
    return tekster_dashboard.PROGNOSE.format(tal=tal, usikkerhed=decimaltal(usikkerhed))


def _without(raekke: dict[str, object]) -> str:
    """A unit's name, with how many of those under it have a måltal when some have."""
    navn = plain(str(raekke["enhedsnavn"]))
    return navn if raekke["maaltal_kilde"] is None else f"{navn} ({raekke['maaltal_kilde']})"
