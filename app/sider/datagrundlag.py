"""Datagrundlag: what the figures are built on, that it adds up, and what the words mean; for hr the rows behind."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from app.side import Side, show_download
from app.tabel import show_tabel
from app.valg import Valg, read_valg, show_valg
from app.vis import plain, show_overskrift, show_titel, show_veje
from pipeline.byg.sammenligning import describe_forrige, tabulate_sammenligning
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.status.kvalitet import read_kvalitet
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvalitet as tekster_kvalitet
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import aendring, dato, decimaltal, heltal
from pipeline.tekster.definitioner import name_definitioner

HOEJST_RAEKKER = 300


def show_datagrundlag(side: Side) -> None:
    show_titel(tekster_dashboard.DATAGRUNDLAG_TITEL)
    bygning = side.scope.rows("byggerapport_bygning").row(0, named=True)
    st.markdown(describe_bygning(bygning, tekster_dashboard.DATAGRUNDLAG_DAEKNING))
    if side.scope.rettigheder.er_hr:
        _show_indlaes()
    _show_definitioner(bygning)
    _show_afstemning(side)
    _show_filer(side)
    _show_advarsler(side)
    if side.scope.rettigheder.er_hr:
        _show_for_hr(side)
    else:
        _show_population(side)


def _show_indlaes() -> None:
    """Where the warning of old figures leads."""
    show_overskrift(tekster_dashboard.INDLAES_TITEL)
    st.markdown(tekster_dashboard.INDLAES)
    show_veje([("/kvartalet", tekster_dashboard.INDLAES_SIDE)])


def _show_definitioner(bygning: Mapping[str, Any]) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_ORD)
    tal = name_definitioner(bygning)
    for ord_for, betydning in tekster_dashboard.DEFINITIONER:
        st.markdown(f"**{ord_for}**: {plain(betydning.format(**tal))}")


def _show_afstemning(side: Side) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_AFSTEMNING)
    st.markdown(tekster_dashboard.DATAGRUNDLAG_AFSTEMNING_SAETNING)
    raekker = [
        (tekster.RAPPORT_AFSTEMNING_LINJER[hvor].lstrip("=+ ").capitalize(), f"{decimaltal(andel * 100)} pct.")
        for hvor, andel in side.scope.rows("datagrundlag_andele").iter_rows()
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_AFSTEMNING_KOLONNER, raekker)


def _show_filer(side: Side) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_FILER)
    raekker = [
        (tekster.TABELNAVNE[tabel], dato(udtraek) if udtraek else tekster.MANGLER_TAL, *map(heltal, antal))
        for tabel, udtraek, *antal in side.scope.rows("datagrundlag_filliste").iter_rows()
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_FILER_KOLONNER, raekker, tekstkolonner=2)


def _show_advarsler(side: Side) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_ADVARSLER)
    linjer = [
        tekster_stop.ADVARSLER[advarsel].format(antal=heltal(antal))
        for advarsel, antal in side.scope.rows("byggerapport_advarsler").iter_rows()
    ]
    st.markdown("\n".join(f"- {linje}" for linje in linjer) or tekster.RAPPORT_INGEN_ADVARSLER)


def _show_population(side: Side) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_POPULATION)
    raekker = [
        (aarsag.capitalize(), heltal(antal), heltal(ultimo))
        for aarsag, antal, ultimo in side.scope.rows("datagrundlag_optalte").iter_rows()
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_POPULATION_KOLONNER, raekker)


def _show_for_hr(side: Side) -> None:
    """With persons, and so logged: the quarantine, LPT169, the rows behind a figure, every node at once."""
    side = side.with_personer(tekster_dashboard.SIDER["datagrundlag"])
    scope = side.scope
    _show_kvalitet(side)
    _show_afstemt(scope.rows("byggerapport_afstemning").row(0, named=True))
    _show_sammenligning(scope.rows("byggerapport_sammenligning"))
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_POPULATION)
    raekker = [
        (aarsag.capitalize(), titel, heltal(antal), heltal(ultimo))
        for aarsag, titel, antal, ultimo in scope.rows("byggerapport_population").iter_rows()
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_POPULATION_HR, raekker, tekstkolonner=2)
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_KARANTAENE)
    afviste = [
        (fil, grund, heltal(linje), heltal(antal))
        for fil, grund, antal, linje in scope.rows("byggerapport_afviste").iter_rows()
    ]
    if afviste:
        show_tabel(tekster_dashboard.DATAGRUNDLAG_KARANTAENE_KOLONNER, afviste, tekstkolonner=2)
    else:
        st.markdown(tekster.RAPPORT_INGEN_ADVARSLER)
    _show_lpt169(scope.rows("lpt169_liste"))
    valg = read_valg(side)
    if valg is not None and valg.periode is not None:
        _show_forklar(side, valg)
        _show_alle(side, valg)


def _show_kvalitet(side: Side) -> None:
    show_overskrift(tekster_kvalitet.TITEL)
    kvalitet = read_kvalitet(side.scope, side.miljoe.lager)
    st.markdown(plain(kvalitet.indledning))
    linjer = [linje for _, linjer in kvalitet.afsnit for linje in linjer]
    show_tabel(tekster_kvalitet.KOLONNER, linjer, tekstkolonner=3)
    if kvalitet.kvartaler:
        show_tabel(tekster_kvalitet.KVARTALER_KOLONNER, kvalitet.kvartaler)
    else:
        st.markdown(tekster_kvalitet.KVARTALER_INGEN)
    show_download(side, "kvalitet", tekster_kvalitet.HENT, {}, key="kvalitet")


def _show_afstemt(afstemning: dict[str, Any]) -> None:
    show_overskrift(tekster.RAPPORT_AFSTEMNING.format(poster=heltal(afstemning["antal_poster"])))
    raekker = [
        (tekst, decimaltal(afstemning[navn], 8))
        for navn, tekst in tekster.RAPPORT_AFSTEMNING_LINJER.items()
        if navn == "i_alt" or afstemning[navn]
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_AFSTEMT_KOLONNER, raekker)


def _show_sammenligning(sammenligning: pl.DataFrame) -> None:
    show_overskrift(tekster_stop.SAMMENLIGNING)
    st.markdown(describe_forrige(sammenligning))
    if not sammenligning.is_empty():
        show_tabel(tekster_stop.SAMMENLIGNING_KOLONNER, list(tabulate_sammenligning(sammenligning)))


def _show_lpt169(forskelle: pl.DataFrame) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_LPT169)
    if forskelle.is_empty():
        st.markdown(tekster.RAPPORT_INGEN_ADVARSLER)
        return
    raekker = [
        (nummer, decimaltal(lpt169, 2), decimaltal(dagsvaerk, 2), aendring(forskel, 2))
        for nummer, lpt169, dagsvaerk, forskel in forskelle.head(HOEJST_RAEKKER).iter_rows()
    ]
    show_tabel(tekster_dashboard.DATAGRUNDLAG_LPT169_KOLONNER, raekker)


def _show_forklar(side: Side, valg: Valg) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_FORKLAR)
    show_valg(valg)
    periode = str(valg.periode)
    knap = tekster_dashboard.DATAGRUNDLAG_FORKLAR_KNAP.format(enhed=valg.navn, periode=valg.periode_tekst)
    if not st.button(knap, key="forklar"):
        return
    poster = side.scope.rows("forklar_poster", enhed_id=valg.enhed_id, periode=periode)
    if poster.is_empty():
        st.info(tekster.INGEN_RAEKKER)
        return
    i_alt = decimaltal(poster["dagsvaerk"].sum(), 2)
    st.markdown(tekster_dashboard.DATAGRUNDLAG_FORKLAR_SUM.format(antal=heltal(poster.height), dagsvaerk=i_alt))
    raekker = [
        (nummer, dato(foerste), dato(sidste), fil, heltal(linje), decimaltal(her, 2), decimaltal(lang, 2))
        for nummer, foerste, sidste, fil, linje, _, her, lang in poster.head(HOEJST_RAEKKER).iter_rows()
    ]
    show_tabel(tekster.FORKLAR_POSTER_KOLONNER, raekker, tekstkolonner=4)
    if poster.height > HOEJST_RAEKKER:
        st.markdown(tekster_dashboard.DATAGRUNDLAG_FORKLAR_FLERE.format(antal=heltal(HOEJST_RAEKKER)))


def _show_alle(side: Side, valg: Valg) -> None:
    show_overskrift(tekster_dashboard.DATAGRUNDLAG_ALLE)
    st.markdown(tekster_dashboard.DATAGRUNDLAG_ALLE_SAETNING.format(periode=valg.periode_tekst))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for format_ in ("xlsx", "csv"):
            parametre = {"visning": "alle_enheder", "format": format_, "periode": str(valg.periode)}
            show_download(side, "visning", tekster_dashboard.HENT_FORMAT[format_], parametre, key=f"alle_{format_}")
