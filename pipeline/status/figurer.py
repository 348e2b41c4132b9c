"""The figures of the case: each as PNG, SVG and PDF, with its caption and alt text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import polars as pl
import vl_convert

from pipeline.report import tema
from pipeline.report.aendringer import judge_aendring
from pipeline.report.figurer import figur_1, liggende_soejler
from pipeline.report.filformater import draw, draw_svg, write_xlsx
from pipeline.report.hvorfor import draw_vandfald, sum_kinds, tabulate_dele
from pipeline.report.kvartalsstatus import Kvartalsstatus, head_figur_1
from pipeline.report.visning import Tabel, Visning, tabulate
from pipeline.status.bilag import compile_typst, describe_kilde
from pipeline.status.grundlag import Grundlag, Raekke
from pipeline.status.saetninger import list_dele
from pipeline.tekster import faelles as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import aendring, antal_af, decimaltal, periode_med_ord

PPI = 300
MAAL: Mapping[str, Any] = {"width": 720, "autosize": {"type": "fit-x", "contains": "padding"}}
FIGUR_1_HOEJDE = 260
"""Pixels, names and all: over the width of a page the letters are large enough to read, and two figures stand on it."""
SLAGS = ("tekst", "dage", "dage", "dage", "dage")
PDF_AF_SVG = b"""#set document(title: sys.inputs.titel, date: none)
#set text(lang: "da", region: "DK", font: "Liberation Sans")
#set page(width: 27cm, height: auto, margin: 0.6cm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.alt)
"""
FIGUR_1, HVORFOR = "figur-1", "hvorfor"
INGEN_TABEL = Tabel((), ())
"""Of a figure whose numbers stand in a bilag."""


@dataclass(frozen=True)
class Figur:
    """`navn` is the file's; `alt_tekst` tells what a blind reader needs."""

    navn: str
    billedtekst: str
    alt_tekst: str
    visning: Visning


def make_figurer(grundlag: Grundlag) -> list[Figur]:
    """Figur 1; why it changed; then level and change by område and afdeling, where there are any."""
    grupper = [gruppe for gruppe in grundlag.grupper if gruppe["niveau"] in ("område", "afdeling")]
    figurer = [make_figur_1(grundlag), *_make_hvorfor(grundlag)]
    if grupper:
        figurer.append(_make_afdelinger(grundlag, grupper))
    if not grundlag.er_foreloebig and any(gruppe["aendring_kvartal"] is not None for gruppe in grupper):
        figurer.append(make_aendringer(grundlag, grupper))
    return figurer


def make_figur_1(grundlag: Grundlag) -> Figur:
    kommunen = grundlag.kommunen
    kvartaler = grundlag.kvartaler.filter(pl.col("langtid").is_not_null())
    status = Kvartalsstatus(
        enhedsnavn=kommunen["navn"],
        bygning=grundlag.bygning,
        hovedtal=kommunen | {"er_foreloebig": grundlag.er_foreloebig},
        kvartaler=kvartaler,
    )
    titel, saetning, alt_tekst = head_figur_1(status)
    maaltal = kvartaler["maaltal"].drop_nulls() if "maaltal" in kvartaler.columns else pl.Series([])
    maaltal_tekst = tekster_status.FIGUR_MAALTAL.format(maaltal=decimaltal(maaltal[-1])) if maaltal.len() else ""
    diagram = figur_1(kvartaler, enhed=grundlag.enhed, beskrivelse=alt_tekst, maaltal_tekst=maaltal_tekst)
    billedtekst = tekster_status.FIGUR_TEKST.format(enhed=grundlag.enhed.lower(), kommune=kommunen["navn"])
    kolonner = zip(
        ("kvartal", "korttid", "langtid", "sygedage", "maaltal"), tekster.FIGUR_1_KOLONNER, SLAGS, strict=False
    )
    navne = [periode_med_ord(periode) for periode in kvartaler["periode"]]
    tabel = tabulate(kvartaler.with_columns(pl.Series("kvartal", navne, pl.String)), tuple(kolonner))
    visning = Visning(FIGUR_1, f"{titel}, {kommunen['navn']}", saetning, tabel, diagram)
    return Figur(FIGUR_1, billedtekst, alt_tekst, visning)


def _make(
    navn: str, billedtekst: str, alt_tekst: str, titel: str, diagram: alt.LayerChart, tabel: Tabel = INGEN_TABEL
) -> Figur:
    return Figur(navn, billedtekst, alt_tekst, Visning(navn, titel, alt_tekst, tabel, diagram))


def _make_hvorfor(grundlag: Grundlag) -> list[Figur]:
    dele = list_dele(grundlag)
    if not dele:
        return []
    felter = {navn: periode_med_ord(getattr(grundlag, navn)) for navn in ("kvartal_foer", "kvartal")}
    titel = tekster_status.HVORFOR_TITEL.format(enhed=grundlag.enhed.lower(), **felter)
    saetning = ", ".join(f"{navn} {aendring(float(bidrag))}" for navn, bidrag in dele)
    beskrivelse = f"{titel}. {saetning}."
    diagram = draw_vandfald(dele, tekster_hvorfor.AENDRING_I_ALT, beskrivelse=beskrivelse)
    i_alt = float(grundlag.kommunen["aendring_kvartal"])
    tabel = tabulate_dele(dele, sum_kinds(grundlag.hvorfor, i_alt), i_alt)
    alt_tekst = tekster_status.HVORFOR_ALT.format(beskrivelse=beskrivelse)
    return [_make(HVORFOR, titel, alt_tekst, titel, diagram, tabel)]


def _make_afdelinger(grundlag: Grundlag, grupper: Sequence[Raekke]) -> Figur:
    titel = tekster_status.AFDELINGER_TITEL.format(kvartal=periode_med_ord(grundlag.kvartal))
    ordnede = sorted(grupper, key=lambda gruppe: gruppe["sygedage"])
    saetning = tekster.FLEST_OG_FAERREST.format(
        hoejest=ordnede[-1]["navn"],
        hoejest_tal=decimaltal(ordnede[-1]["sygedage"]),
        lavest=ordnede[0]["navn"],
        lavest_tal=decimaltal(ordnede[0]["sygedage"]),
        pr=grundlag.pr,
    )
    farver = [*[tema.KORTTID] * len(grupper), tema.TEKST]
    raekker = _bars([*grupper, grundlag.kommunen], "sygedage", decimaltal, farver)
    diagram = liggende_soejler(raekker, akse=grundlag.enhed, beskrivelse=f"{titel}. {saetning}")
    return _make("afdelinger", f"{titel}. {saetning}", f"Søjlediagram. {titel}. {saetning}", titel, diagram)


def make_aendringer(grundlag: Grundlag, grupper: Sequence[Raekke]) -> Figur:
    titel = tekster_status.AENDRINGER_TITEL.format(kvartal_foer=periode_med_ord(grundlag.kvartal_foer))
    med = [gruppe for gruppe in grupper if gruppe["aendring_kvartal"] is not None]
    alle = [*med, grundlag.kommunen]
    domme = [judge_aendring(gruppe, "kvartal") for gruppe in alle]
    saetning = tekster_status.AENDRINGER_INGEN
    if any(domme):
        saetning = tekster_status.AENDRINGER_SAETNING.format(
            fald=antal_af(tekster_status.FALD, domme.count("godt")),
            stigning=antal_af(tekster_status.STIGNING, domme.count("skidt")),
        )
    raekker = _bars(alle, "aendring_kvartal", aendring, [tema.DOMME[dom] for dom in domme])
    akse = tekster_status.AENDRING_AKSE.format(enhed=grundlag.enhed.lower())
    diagram = liggende_soejler(raekker, akse=akse, beskrivelse=f"{titel}. {saetning}")
    return _make("aendringer", f"{titel}. {saetning}", f"Søjlediagram. {titel}. {saetning}", titel, diagram)


def _bars(
    grupper: Sequence[Raekke], kolonne: str, ord_for: Callable[[Any], str], farver: Sequence[str]
) -> pl.DataFrame:
    raekker = [
        {
            "navn": gruppe["navn"],
            "fra": 0.0,
            "til": float(gruppe[kolonne]),
            "tekst": ord_for(gruppe[kolonne]),
            "farve": farve,
        }
        for gruppe, farve in zip(grupper, farver, strict=True)
    ]
    return pl.DataFrame(raekker).sort("til", descending=True, maintain_order=True)


def write_figur(figur: Figur, grundlag: Grundlag) -> Mapping[str, bytes]:
    """By file name: PNG at 300 dpi, SVG, a tagged PDF of that, and the figures where no bilag has them."""
    om = [*([tekster_status.DEMO] if grundlag.er_demo else []), describe_kilde(grundlag)]
    hoejde = {"height": FIGUR_1_HOEJDE} if figur.navn == FIGUR_1 else {}
    svg = draw_svg(draw(figur.visning, om, **MAAL, **hoejde))
    indhold = {"svg": svg, "alt": figur.alt_tekst, "titel": figur.visning.titel}
    return {
        f"{figur.navn}.png": bytes(vl_convert.svg_to_png(svg, scale=1, ppi=PPI)),
        f"{figur.navn}.svg": svg.encode(),
        f"{figur.navn}.pdf": compile_typst(PDF_AF_SVG, indhold),
        **({f"{figur.navn}.xlsx": write_xlsx(figur.visning, om)} if figur.visning.tabel.raekker else {}),
    }


def write_figurer_md(figurer: Sequence[Figur], grundlag: Grundlag) -> bytes:
    """Caption and alt text of each figure, to paste beside it."""
    linjer = [f"# {tekster_status.FIGURER_OVERSKRIFT.format(kvartal=periode_med_ord(grundlag.kvartal))}"]
    for figur in figurer:
        linjer += [f"## {figur.navn}", figur.billedtekst, tekster_status.FIGUR_ALT.format(alt=figur.alt_tekst)]
    linjer.append(describe_kilde(grundlag))
    if grundlag.er_demo:
        linjer.append(tekster_status.DEMO)
    return ("\n\n".join(linjer) + "\n").encode()
