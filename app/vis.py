"""The parts of the pages. Words come from `pipeline.tekster`, figures in words from `pipeline.tekster.dansk`."""

import re
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app.side import Side
from app.stil import PAPIR, SMAL
from app.tabel import OVERSKRIFT, show_liste
from pipeline.report import tema
from pipeline.report.visning import Visning
from pipeline.report.visninger import VISNINGER
from pipeline.tekster import dashboard as tekster_dashboard

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$@]|:(?=\S)|&(?=#?\w+;)|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")
SAMMEN = re.compile(r"(?<=[Ww]{3})(?=\.)|(?<=:)(?=//|[A-Za-z+-][\w+/-]*:)|(?<=[\w.+-])(?=@)|(?<=[-<>=~])(?=[-<>=])")
"""Between these Streamlit makes a link of an address, a picture of a word between colons and one sign of two, whether
they are escaped or not."""
ORDSAMMENBINDER = "\u2060"  # takes no room, and is no part of an address
STIL = """<style>
[data-testid="stElementToolbar"], [data-testid="stToolbarActions"], [data-testid="stMainMenu"],
[data-testid="stStatusWidget"], [data-testid="InputInstructions"] { display: none; }
[data-testid="stMainBlockContainer"] { max-width: 80rem; padding-top: 4.5rem; padding-bottom: 2rem; }
a.knap { display: inline-block; padding: .5rem 1rem; border-radius: .5rem; background: #0b3c5d; color: #fff;
  text-decoration: none; }
.liste { overflow-x: auto; font-variant-numeric: tabular-nums; }
.liste table { border-collapse: collapse; width: 100%; font-size: .875rem; }
.liste th, .liste td { padding: .4rem; border-bottom: 1px solid #cbd2d9; text-align: left; font-weight: 400; }
.liste thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid #52606d; }
.liste .tal { text-align: right; }
.liste td.tal { white-space: nowrap; }
.liste a { color: #0b3c5d; text-decoration: underline; display: inline-block; }
.liste td.signal { min-width: 6.5rem; }
.liste tbody th { min-width: 8rem; }
.liste img { display: block; }
.liste .godt { color: GODT_FARVE; font-weight: 600; } .liste .skidt { color: SKIDT_FARVE; font-weight: 600; }
.liste .daempet { color: #52606d; }
@media screen and (max-width: 800px) {
  .liste table, .liste tbody, .liste caption { display: block; }
  .liste thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
  .liste thead th { border: 0; padding: .2rem 0; }
  .liste tbody tr { display: block; border: 1px solid #9aa5b1; border-radius: .5rem; padding: .5rem .75rem;
    margin: .5rem 0; }
  .liste tbody th, .liste tbody td { display: flex; justify-content: space-between; gap: 1rem; border: 0;
    padding: .15rem 0; text-align: right; white-space: normal; overflow-wrap: anywhere; }
  .liste tbody th { font-weight: 600; text-align: left; }
  .liste td.ark:empty { display: none; }
  .liste td[data-navn]::before { content: attr(data-navn); text-align: left; font-weight: 400; color: #3e4c59; }
}
.indlever { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font: inherit; }
.indlever label { font-weight: 600; flex-basis: 100%; }
.indlever input { font: inherit; max-width: 100%; }
.indlever button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: .5rem; background: #0b3c5d;
  color: #fff; cursor: pointer; }
.sagspapir { max-width: 48rem; border: 1px solid #cbd2d9; padding: 2rem; background: #fff; }
img.side { width: 100%; max-width: 60rem; height: auto; border: 1px solid #cbd2d9; margin: .5rem 0; }
.veje { margin: 0; padding-left: 1.25rem; } .veje a { color: #0b3c5d; }
[data-testid="stBaseButton-tertiary"] p { color: #0b3c5d; text-decoration: underline; text-align: left; }
.skjult { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, textarea:focus-visible,
[tabindex="0"]:focus-visible {
  outline: 3px solid #0b3c5d !important;
  outline-offset: -3px; }
a.knap:focus-visible, .indlever button:focus-visible,
[data-testid="stBaseButton-primary"]:focus-visible, [data-testid="stBaseButton-primaryFormSubmit"]:focus-visible {
  outline-color: #fff !important; outline-offset: -5px; }
label:has(> input:focus-visible, span > input:focus-visible, div > input:focus-visible) {
  outline: 3px solid #0b3c5d; outline-offset: 2px; }
@media (min-width: 1200px) {
  .st-key-bruger { position: fixed; top: .6rem; right: 1rem; width: auto; z-index: 1000000; }
  .st-key-bruger p { font-size: .75rem; }
}
</style>""".replace("GODT_FARVE", tema.DOMME["godt"]).replace("SKIDT_FARVE", tema.DOMME["skidt"])
"""Streamlit's own toolbars speak English and cannot be translated."""


def show_stil() -> None:
    for stil in (STIL, SMAL, PAPIR):
        st.html(stil)


def show_visning(side: Side, navn: str, parametre: Mapping[str, str], *, med_titel: bool = True) -> None:
    """A view: heading, chart, sentence, and its table and files to open."""
    visning = make_visning(side, navn, parametre)
    if med_titel:
        show_overskrift(visning.titel)
    if visning.spec is not None:
        st.vega_lite_chart(None, visning.spec, theme=None, width="stretch", key=f"figur_{navn}")
    st.markdown(plain(visning.saetning))
    if visning.note:
        st.markdown(f":small[{plain(visning.note)}]")
    if visning.tabel.raekker:
        with st.expander(tekster_dashboard.TABEL_OG_FILER):
            show_liste(side, navn, visning, parametre)


def make_visning(side: Side, navn: str, parametre: Mapping[str, str]) -> Visning:
    noegle = ("visning", navn, tuple(sorted(parametre.items())))
    return side.scope.remember(noegle, lambda: VISNINGER[navn](side.scope, parametre))


def plain(tekst: str) -> str:
    """Somebody's own words as they are: nothing in them is a link, a picture, a list or a new column."""
    return MARKDOWN.sub(r"\\\1", SAMMEN.sub(ORDSAMMENBINDER, " ".join(tekst.split())))


def show_link(adresse: str, tekst: str, *, til_serveren: bool = False) -> None:
    """In the same window; Streamlit's own links open another. `til_serveren`: not to one of Streamlit's pages."""
    st.html(f'<a class="knap{"" if til_serveren else " vej"}" href="{adresse}" target="_self">{tekst}</a>')


def show_veje(veje: Sequence[tuple[str, str]]) -> None:
    """Where to go and why, each an address of ours and a sentence."""
    punkter = "".join(
        f'<li><a class="vej" href="{adresse}" target="_self">{escape(tekst)}</a></li>' for adresse, tekst in veje
    )
    st.html(f'<ul class="veje">{punkter}</ul>')


def show_titel(tekst: str) -> None:
    """The page's heading; it may hold a unit's name, which is somebody's own words."""
    st.session_state[OVERSKRIFT] = tekst
    st.title(plain(tekst), anchor=False)


def show_overskrift(tekst: str, *, under: bool = False) -> None:
    """A part's heading; `under`: of a part of a part."""
    st.session_state[OVERSKRIFT] = tekst
    (st.subheader if under else st.header)(plain(tekst), anchor=False)
