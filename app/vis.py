"""The parts of the pages. Words come from `pipeline.tekster`, figures in words from `pipeline.dansk`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from pipeline import tekster
from pipeline.dansk import aendring, decimaltal, periode_med_ord, procent, procentpoint
from pipeline.report.figurer import figur_1
from pipeline.report.kvartalsstatus import (
    Kvartalsstatus,
    describe_bygning,
    describe_figur_1,
    direction,
    tabulate_figur_1,
)

FALD_ER_GODT = {"fald": "green", "stigning": "red"}
STIGNING_ER_GODT = {"fald": "red", "stigning": "green"}
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$:@])")
LINJESKIFT = "  \n"
STIL = """<style>
[data-testid="stElementToolbar"], [data-testid="stToolbarActions"], [data-testid="stMainMenu"],
[data-testid="stStatusWidget"], [data-testid="InputInstructions"] { display: none; }
[data-testid="stMainBlockContainer"] { max-width: 80rem; padding-top: 4.5rem; padding-bottom: 2rem; }
a.knap { display: inline-block; padding: .5rem 1rem; border-radius: .5rem; background: #0b3c5d; color: #fff;
  text-decoration: none; }
</style>"""
"""Streamlit's own toolbars speak English and cannot be translated."""


def show_stil() -> None:
    st.html(STIL)


def show_overskrift(status: Kvartalsstatus) -> None:
    st.title(tekster.FORSIDE_TITEL.format(enhed=status.enhedsnavn), anchor=False)
    if status.hovedtal is not None:
        foreloebig = tekster.FORELOEBIG if status.hovedtal["er_foreloebig"] else ""
        kvartal = periode_med_ord(status.hovedtal["periode"])
        st.markdown(tekster.FORSIDE_PERIODE.format(kvartal=kvartal, foreloebig=foreloebig))


def show_noegletal(status: Kvartalsstatus, nu: dict[str, Any]) -> None:
    """The headline and two shares. A foreløbig quarter shows its numbers without a change."""
    if nu["er_foreloebig"]:
        st.info(tekster.KUN_FORELOEBIG)
    sygedage, langtid, friske = st.columns([4, 3, 3], border=True)
    with sygedage.container(gap=None):
        st.metric(status.enhed, decimaltal(nu["sygedage"]))
        st.markdown(LINJESKIFT.join(_describe_sygedage(status, nu)))
    with langtid.container(gap=None):
        _show_andel(tekster.LANGTIDSANDEL_AF, nu, "langtidsandel", "langtidsandel_aendring_kvartal", FALD_ER_GODT)
    with friske.container(gap=None):
        _show_andel(
            tekster.LANGTIDSFRISKE_AF, nu, "langtidsfriske_andel", "langtidsfriske_aendring_kvartal", STIGNING_ER_GODT
        )


def _describe_sygedage(status: Kvartalsstatus, nu: dict[str, Any]) -> Iterator[str]:
    """A line each: since last quarter, since last year, and the top."""
    for navn, saetning in (("aendring_kvartal", tekster.SIDEN_KVARTAL), ("aendring_aar", tekster.SIDEN_AAR)):
        if nu[navn] is not None and not nu["er_foreloebig"]:
            yield saetning.format(aendring=_colour(aendring(nu[navn]), direction(nu[navn]), FALD_ER_GODT))
    if status.top is not None:
        top = decimaltal(status.top["sygedage"])
        yield tekster.TOPPEDE.format(kvartal=periode_med_ord(status.top["periode"]), top=top)


def _show_andel(navn: str, nu: dict[str, Any], andel: str, forskel: str, farver: dict[str, str]) -> None:
    st.metric(navn, tekster.MANGLER_TAL if nu[andel] is None else procent(nu[andel]))
    if nu[forskel] is not None and not nu["er_foreloebig"]:
        tekst = procentpoint(nu[forskel])
        st.markdown(tekster.SIDEN_KVARTAL.format(aendring=_colour(tekst, direction(nu[forskel], 2), farver)))


def _colour(tekst: str, retning: str, farver: dict[str, str]) -> str:
    """The sign says the direction; the colour only repeats whether it is good."""
    return f":{farver[retning]}[**{tekst}**]" if retning in farver else f"**{tekst}**"


def show_figur_1(status: Kvartalsstatus) -> None:
    titel = tekster.FIGUR_1_TITEL.format(enhed=status.enhed.lower())
    saetning = describe_figur_1(status)
    alt = tekster.FIGUR_1_ALT.format(titel=titel, saetning=saetning)
    st.subheader(titel, anchor=False)
    st.altair_chart(
        figur_1(status.kvartaler, enhed=status.enhed, beskrivelse=alt), theme=None, width="stretch", key="figur_1"
    )
    st.markdown(saetning)
    with st.expander(tekster.FIGUR_1_TABEL):
        show_tabel(tekster.FIGUR_1_KOLONNER, tabulate_figur_1(status.kvartaler))
        if (status.kvartaler["maaltal_kilde"] == "afledt").any():
            st.markdown(tekster.AFLEDT_FORKLARING)


def show_tabel(kolonner: Sequence[str], raekker: Sequence[Sequence[str]], *, tekstkolonner: int = 1) -> None:
    """Text first, then numbers. (In `st.table` the cell "2. kvartal" becomes a numbered list.)"""
    streger = ["---"] * tekstkolonner + ["---:"] * (len(kolonner) - tekstkolonner)
    celler = [[plain(celle) for celle in raekke] for raekke in raekker]
    st.markdown("\n".join(f"| {' | '.join(linje)} |" for linje in (kolonner, streger, *celler)))


def plain(tekst: str) -> str:
    """Somebody's own words as they are: nothing in them is a link, a picture or a new column."""
    return MARKDOWN.sub(r"\\\1", " ".join(tekst.split()))


def show_datagrundlag(status: Kvartalsstatus) -> None:
    st.markdown(f":small[{describe_bygning(status.bygning)}]")
