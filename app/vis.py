"""The parts of the pages. Words come from `pipeline.tekster`, figures in words from `pipeline.tekster.dansk`."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from app.side import Side, show_download
from pipeline.report import tema
from pipeline.report.filformater import TEGNINGER
from pipeline.report.visning import Visning
from pipeline.report.visninger import VISNINGER
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$@]|:(?=\S)|&(?=#?\w+;)|^[-+](?=\s))")
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
.raekke { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(3.6rem, 1fr); gap: .5rem;
  align-items: center; text-align: right; font-variant-numeric: tabular-nums; min-height: 2.5rem; }
.raekke.overskrift { font-weight: 600; align-items: end; }
.raekke img { display: block; max-width: 100%; }
[data-testid="stBaseButton-tertiary"] p { color: #0b3c5d; text-decoration: underline; text-align: left; }
.raekke .godt { color: GODT_FARVE; } .raekke .skidt { color: SKIDT_FARVE; } .raekke .daempet { color: #52606d; }
.skjult { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid #0b3c5d !important;
  outline-offset: -3px; }
@media (min-width: 1200px) {
  .st-key-bruger { position: fixed; top: .6rem; right: 1rem; width: auto; z-index: 1000000; }
}
[data-testid="stMarkdownContainer"] table { font-variant-numeric: tabular-nums; }
</style>""".replace("GODT_FARVE", tema.DOMME["godt"]).replace("SKIDT_FARVE", tema.DOMME["skidt"])
"""Streamlit's own toolbars speak English and cannot be translated."""


def show_stil() -> None:
    st.html(STIL)


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
            _show_filer(side, navn, visning, parametre)
            show_visningstabel(visning)


def show_visningstabel(visning: Visning) -> None:
    tabel = visning.tabel
    show_tabel([kolonne.navn for kolonne in tabel.kolonner], list(tabel.words()), tekstkolonner=tabel.antal_tekst)


def make_visning(side: Side, navn: str, parametre: Mapping[str, str]) -> Visning:
    noegle = ("visning", navn, tuple(sorted(parametre.items())))
    return side.scope.remember(noegle, lambda: VISNINGER[navn](side.scope, parametre))


def _show_filer(side: Side, navn: str, visning: Visning, parametre: Mapping[str, str]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for format_, tekst in tekster_dashboard.HENT_FORMAT.items():
            if format_ in TEGNINGER and visning.spec is None:
                continue
            valg = {**parametre, "visning": navn, "format": format_}
            show_download(side, "visning", tekst, valg, key=f"hent_{navn}_{format_}")


def show_tabel(kolonner: Sequence[str], raekker: Sequence[Sequence[str]], *, tekstkolonner: int = 1) -> None:
    """Text first, then numbers; a column without a single value is not drawn. (In `st.table` the cell "2. kvartal"
    becomes a numbered list.)
    """
    viste = find_viste(raekker) if raekker else range(len(kolonner))
    streger = ["---" if nr < tekstkolonner else "---:" for nr in viste]
    celler = [[plain(raekke[nr]) for nr in viste] for raekke in raekker]
    hoved = [plain(kolonner[nr]) for nr in viste]
    st.markdown("\n".join(f"| {' | '.join(linje)} |" for linje in (hoved, streger, *celler)))


def find_viste(raekker: Sequence[Sequence[str]]) -> list[int]:
    """The columns with a value in some row."""
    return [nr for nr, kolonne in enumerate(zip(*raekker, strict=True)) if set(kolonne) != {tekster.MANGLER_TAL}]


def plain(tekst: str) -> str:
    """Somebody's own words as they are: nothing in them is a link, a picture, a list or a new column."""
    return MARKDOWN.sub(r"\\\1", SAMMEN.sub(ORDSAMMENBINDER, " ".join(tekst.split())))


def show_link(adresse: str, tekst: str) -> None:
    """In the same window; Streamlit's own links open another."""
    st.html(f'<a class="knap" href="{adresse}" target="_self">{tekst}</a>')


def show_titel(tekst: str) -> None:
    """The page's heading; it may hold a unit's name, which is somebody's own words."""
    st.title(plain(tekst), anchor=False)


def show_overskrift(tekst: str, *, under: bool = False) -> None:
    """A part's heading; `under`: of a part of a part."""
    (st.subheader if under else st.header)(plain(tekst), anchor=False)
