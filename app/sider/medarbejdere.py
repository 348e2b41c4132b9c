"""Medarbejdere: who in the scope was absent how much, never why; the list and what it leaves out add up to the unit."""

from typing import Any

import polars as pl
import streamlit as st

from app.side import Side
from app.tabel import show_tabel
from app.valg import read_valg, show_intet, show_valg
from app.vis import plain, show_overskrift, show_titel
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import dato, decimaltal, heltal, periode_med_ord

HOEJST_PAA_LISTEN = 300


def show_medarbejdere(side: Side) -> None:
    """With persons, and so logged."""
    side = side.with_personer(tekster_dashboard.SIDER["medarbejdere"])
    scope = side.scope
    valg = read_valg(side)
    if valg is None:
        show_titel(tekster_dashboard.SIDER["medarbejdere"])
        show_intet(side)
        return
    show_valg(valg, med_periode=False)
    show_titel(tekster_dashboard.MEDARBEJDERE_TITEL.format(enhed=valg.navn))
    personer = scope.rows("medarbejdere", enhed_id=valg.enhed_id)
    if personer.is_empty():
        st.info(tekster_dashboard.MEDARBEJDERE_INGEN.format(enhed=plain(valg.navn)))
        return
    i_alt = scope.rows("medarbejdere_i_alt", enhed_id=valg.enhed_id)
    med = personer.filter("er_i_populationen")
    _show_indledning(side, i_alt, med)
    skal_soege = med.height > HOEJST_PAA_LISTEN or (scope.rettigheder.er_hr and len(valg.ancestors()) == 1)
    soegt = _ask(valg.navn, med.height) if skal_soege else ""
    if skal_soege and not soegt:
        return
    _show_liste(_find(med, soegt).head(HOEJST_PAA_LISTEN))
    if not soegt and not i_alt.is_empty() and not scope.rettigheder.chef:
        _show_regnskab(valg.navn, med, i_alt.row(0, named=True))
    _show_uden_for(_find(personer.filter(~pl.col("er_i_populationen")), soegt))


def _show_indledning(side: Side, i_alt: pl.DataFrame, personer: pl.DataFrame) -> None:
    udtraek = dato(side.scope.rows("byggerapport_bygning")["udtraeksdato"].item())
    if i_alt.height:
        periode = periode_med_ord(i_alt["periode"].item())
        st.markdown(tekster_dashboard.MEDARBEJDERE_FORKLARING.format(udtraek=udtraek, periode=periode))
    if side.scope.rettigheder.chef:
        st.markdown(tekster_dashboard.MEDARBEJDERE_CHEF)
    antal, alle = heltal(personer["er_syg_nu"].sum()), heltal(personer.height)
    st.markdown(tekster_dashboard.MEDARBEJDERE_NU.format(dato=udtraek, antal=antal, alle=alle))


def _ask(enhed: str, antal: int) -> str:
    """Whom hr looks for, or in a unit of many; nobody is listed before something is chosen."""
    st.info(
        tekster_dashboard.MEDARBEJDERE_VAELG.format(
            enhed=plain(enhed), antal=heltal(antal), hoejst=heltal(HOEJST_PAA_LISTEN)
        )
    )
    return st.text_input(tekster_dashboard.MEDARBEJDERE_SOEG, key="medarbejdere_soeg").strip().lower()


def _find(personer: pl.DataFrame, soegt: str) -> pl.DataFrame:
    return personer.filter(
        pl.col("navn").fill_null("").str.to_lowercase().str.contains(soegt, literal=True)
        | pl.col("medarbejdernr").str.contains(soegt, literal=True)
    )


def _show_liste(personer: pl.DataFrame) -> None:
    if personer.is_empty():
        st.info(tekster_dashboard.MEDARBEJDERE_INGEN_FUND)
        return
    show_tabel(
        tekster_dashboard.MEDARBEJDERE_KOLONNER,
        [_line(person) for person in personer.iter_rows(named=True)],
        tekstkolonner=3,
    )


def _line(person: dict[str, Any]) -> tuple[str, ...]:
    return (
        person["navn"] or person["medarbejdernr"],
        person["medarbejdernr"],
        person["enhedsnavn"] or tekster.MANGLER_TAL,
        decimaltal(person["dagsvaerk"]),
        decimaltal(person["dagsvaerk_her"]),
        heltal(person["antal_forloeb"]),
        tekster_dashboard.MEDARBEJDERE_FRISK[person["er_langtidsfrisk"]],
        _now(person),
    )


def _now(person: dict[str, Any]) -> str:
    if not person["er_syg_nu"]:
        return ""
    if person["syg_siden"] is None:
        return tekster_dashboard.MEDARBEJDERE_SYG_LAENGE
    return tekster_dashboard.MEDARBEJDERE_SYG_SIDEN.format(dato=dato(person["syg_siden"]))


def _show_regnskab(enhed: str, personer: pl.DataFrame, i_alt: dict[str, Any]) -> None:
    """The list, those it leaves out, and the unit's own figure."""
    her = sum(personer["dagsvaerk_her"])
    show_overskrift(tekster_dashboard.MEDARBEJDERE_REGNSKAB)
    hvem, dagsvaerk = tekster_dashboard.MEDARBEJDERE_REGNSKAB_KOLONNER
    show_tabel(
        (hvem, dagsvaerk.format(periode=periode_med_ord(i_alt["periode"]))),
        [
            (tekster_dashboard.MEDARBEJDERE_SUM, decimaltal(her)),
            (tekster_dashboard.MEDARBEJDERE_FLYTTEDE, decimaltal(i_alt["dagsvaerk"] - her)),
            (tekster_dashboard.MEDARBEJDERE_I_ALT.format(enhed=enhed), decimaltal(i_alt["dagsvaerk"])),
        ],
    )
    st.markdown(f":small[{tekster_dashboard.MEDARBEJDERE_FLYTTEDE_FORKLARING}]")


def _show_uden_for(personer: pl.DataFrame) -> None:
    if personer.is_empty():
        return
    show_overskrift(tekster_dashboard.MEDARBEJDERE_UDEN_FOR)
    raekker = [
        (navn or nummer, enhed or tekster.MANGLER_TAL, aarsag)
        for navn, nummer, enhed, aarsag in personer.head(HOEJST_PAA_LISTEN)
        .select("navn", "medarbejdernr", "enhedsnavn", "aarsag")
        .iter_rows()
    ]
    show_tabel(tekster_dashboard.MEDARBEJDERE_UDEN_FOR_KOLONNER, raekker, tekstkolonner=3)
