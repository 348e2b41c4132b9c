"""The one table of the pages: a real one, whose headings sort it by links in the address and whose words are text.

Its links go without the page being loaded anew where app/vej.js is at work, and as any other link where it is not.
"""

from collections.abc import Collection, Mapping, Sequence
from html import escape

import streamlit as st

from app.adresse import make_ark_vej, make_sorteret, make_vej, read_sortering
from app.gnist import draw_gnist
from app.side import Side, show_download
from pipeline.report.aendringer import DOMME
from pipeline.report.filformater import TEGNINGER
from pipeline.report.visning import SORTERING, TEKSTER, Kolonne, Tabel, Visning
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster

SOEG_FRA = 10
OVERBLIK = "/overblik"
HOEJST_TEGN = 60
OVERSKRIFT = "overskrift"  # key of the session: the heading drawn last
RETNINGER = {"op": ("ascending", "\u00a0▲"), "ned": ("descending", "\u00a0▼")}


def show_liste(
    side: Side,
    navn: str,
    visning: Visning,
    parametre: Mapping[str, str],
    *,
    standard: str = "",
    sti: str = OVERBLIK,
    ark: Collection[str] = (),
) -> None:
    """The table of a view by its name, sorted and searched, and the files of exactly what it shows. `standard`: how it
    is sorted when nobody asks, as the address says it; `sti`: the page a unit's name leads to; `ark`: the numbers of
    the units whose ark can be opened from here.
    """
    soeg = _show_soeg(navn, visning, parametre)
    sorter = read_sortering(navn) or standard
    vist = visning.tabel.arrange(sorter=sorter, soeg=soeg)
    if vist.raekker:
        st.html(draw_tabel(vist, titel=visning.titel, navn=navn, sorter=sorter, sti=sti, ark=ark))
    if soeg:
        antal = {"vist": len(vist.raekker), "alle": len(visning.tabel.raekker)}
        st.markdown(tekster_dashboard.SOEG_VIST.format(**antal))
    _show_filer(side, navn, visning, {**parametre, "sorter": sorter, "soeg": soeg})


def show_tabel(
    kolonner: Sequence[str], raekker: Sequence[Sequence[str]], *, tekstkolonner: int = 1, titel: str = ""
) -> None:
    """Words, as they are: text first, then numbers; a column without a single value is not drawn. `titel`: what it is
    called to who cannot see it; else as the heading it stands under.
    """
    viste = find_viste(raekker) if raekker else range(len(kolonner))
    tabel = Tabel(
        tuple(Kolonne(kolonner[nr], "tekst" if nr < tekstkolonner else "ord") for nr in viste),
        tuple(tuple(raekke[nr] for nr in viste) for raekke in raekker),
    )
    st.html(draw_tabel(tabel, titel=titel or st.session_state.get(OVERSKRIFT, "")))


def find_viste(raekker: Sequence[Sequence[str]]) -> list[int]:
    """The columns with a value in some row."""
    return [nr for nr, kolonne in enumerate(zip(*raekker, strict=True)) if set(kolonne) != {tekster.MANGLER_TAL}]


def _show_soeg(navn: str, visning: Visning, parametre: Mapping[str, str]) -> str:
    """What is searched for stays with the place it was searched in."""
    if len(visning.tabel.raekker) <= SOEG_FRA:
        return ""
    sted = "_".join(parametre.values())
    return st.text_input(
        tekster_dashboard.SOEG.format(liste=visning.titel), key=f"soeg_{navn}_{sted}", max_chars=HOEJST_TEGN
    ).strip()


def _show_filer(side: Side, navn: str, visning: Visning, parametre: Mapping[str, str]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for format_, tekst in tekster_dashboard.HENT_FORMAT.items():
            if format_ in TEGNINGER and visning.spec is None:
                continue
            valg = {**parametre, "visning": navn, "format": format_}
            show_download(side, "visning", tekst, valg, key=f"hent_{navn}_{format_}")


def draw_tabel(
    tabel: Tabel,
    *,
    titel: str = "",
    navn: str = "",
    sorter: str = "",
    sti: str = OVERBLIK,
    ark: Collection[str] = (),
) -> str:
    """As HTML. Without a name it is not sorted. Every part says its role: where the rows are drawn as cards, the
    browser no longer knows it is a table. One without links takes the focus itself, so that the keyboard can scroll it.
    """
    overskrifter = [_draw_overskrift(tabel, nr, navn, sorter) for nr in range(len(tabel.kolonner))]
    if tabel.gnister:
        overskrifter.insert(1, f'<th scope="col" role="columnheader">{escape(tekster_dashboard.TRE_AAR)}</th>')
    if ark:
        navn_ark = escape(tekster_dashboard.MINE_ARK)
        overskrifter.append(f'<th scope="col" role="columnheader" class="ark">{navn_ark}</th>')
    raekker = "".join(
        f'<tr role="row">{_draw_raekke(tabel, nr, sti)}{_draw_ark(tabel, nr, sti, ark)}</tr>'
        for nr in range(len(tabel.raekker))
    )
    fokus = (
        ""
        if navn or any(tabel.enheder)
        else f' tabindex="0" role="group" aria-label="{escape(titel or tekster.TABEL)}"'
    )
    billedtekst = f'<caption class="skjult">{escape(titel)}</caption>' if titel else ""
    return (
        f'<div class="liste"{fokus}><table role="table">{billedtekst}<thead role="rowgroup"><tr role="row">'
        f'{"".join(overskrifter)}</tr></thead><tbody role="rowgroup">{raekker}</tbody></table></div>'
    )


def _draw_overskrift(tabel: Tabel, nr: int, navn: str, sorter: str) -> str:
    kolonne = tabel.kolonner[nr]
    klasse = "" if kolonne.slags in TEKSTER else ' class="tal"'
    if not navn:
        return f'<th scope="col" role="columnheader"{klasse}>{escape(kolonne.navn)}</th>'
    valgt = SORTERING.fullmatch(sorter)
    retning = valgt[2] if valgt and int(valgt[1]) == nr else ""
    aria, pil = RETNINGER.get(retning, ("none", ""))
    naeste = {"op": "ned", "ned": "op"}.get(retning) or ("op" if kolonne.slags in TEKSTER else "ned")
    return (
        f'<th scope="col" role="columnheader" aria-sort="{aria}"{klasse}>'
        f'<a class="vej" id="sorter_{navn}_{nr}" target="_self" href="{escape(make_sorteret(navn, nr, naeste))}">'
        f'{escape(kolonne.navn)}<span aria-hidden="true">{pil}</span></a></th>'
    )


def _draw_raekke(tabel: Tabel, nr: int, sti: str) -> str:
    ord_ = next(Tabel(tabel.kolonner, (tabel.raekker[nr],)).words())
    foerste, *resten = zip(tabel.kolonner, tabel.raekker[nr], ord_, strict=True)
    enhed = tabel.enheder[nr] if tabel.enheder else None
    dele = [f'<th scope="row" role="rowheader">{_draw_navn(foerste[2], enhed, sti)}</th>']
    if tabel.gnister:
        dele.append(f'<td role="cell">{_draw_kvartaler(tabel.gnister[nr])}</td>')
    dele += [_draw_celle(kolonne, vaerdi, tekst) for kolonne, vaerdi, tekst in resten]
    return "".join(dele)


def _draw_ark(tabel: Tabel, nr: int, sti: str, ark: Collection[str]) -> str:
    """The last cell where the table leads to ark; a unit without one has its reason on its own page."""
    if not ark:
        return ""
    enhed, link = tabel.enheder[nr] if tabel.enheder else None, ""
    if enhed in ark:
        navn = (
            f'<span class="skjult"> {escape(tekster_dashboard.MINE_ARK_OM.format(enhed=tabel.raekker[nr][0]))}</span>'
        )
        adresse = escape(make_ark_vej(sti, str(enhed)))
        link = f'<a class="vej" target="_self" href="{adresse}">{escape(tekster_dashboard.MINE_ARK_AABN)}{navn}</a>'
    return f'<td role="cell" class="ark" data-navn="{escape(tekster_dashboard.MINE_ARK)}">{link}</td>'


def _draw_navn(tekst: str, enhed: str | None, sti: str) -> str:
    if enhed is None:
        return escape(tekst)
    return f'<a class="vej" target="_self" href="{escape(make_vej(sti, enhed))}">{escape(tekst)}</a>'


def _draw_kvartaler(kvartaler: Sequence[Mapping[str, float]] | None) -> str:
    punkter = [(int(kvartal["maaneder_foer"]), kvartal["sygedage"]) for kvartal in kvartaler or []]
    return draw_gnist([(foer, tal) for foer, tal in punkter if tal is not None])


def _draw_celle(kolonne: Kolonne, vaerdi: object, tekst: str) -> str:
    klasse = "" if kolonne.slags in TEKSTER else "tal"
    if kolonne.slags == "signal":
        klasse = f"signal {DOMME.get(str(vaerdi), 'daempet')}"
    return f'<td role="cell" class="{klasse}" data-navn="{escape(kolonne.navn)}">{escape(tekst)}</td>'
