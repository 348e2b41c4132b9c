"""Why a node's figure has changed: parts that add up to the change as it is shown, a sentence for each that counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Any

import altair as alt
import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report import tema
from pipeline.report.aendringer import with_grund
from pipeline.report.figurer import liggende_soejler
from pipeline.report.visning import Kolonne, Tabel, Visning
from pipeline.tekster import hvorfor as tekster
from pipeline.tekster.dansk import aendring, afrund, decimaltal, heltal, periode_med_ord

FLEST = 8
"""Parts with a bar of their own: of more the smallest are one."""
KOLONNER = tuple(Kolonne(n, s) for n, s in zip(tekster.KOLONNER, ("tekst", "tekst", "aendring"), strict=True))
Del = tuple[str, Decimal]


@dataclass(frozen=True)
class Saetning:
    """A sentence, the figure in it as it reads, and the column it is of."""

    tekst: str
    tal: str
    kolonne: str


@dataclass(frozen=True)
class Klasser:
    """The employees of a node divided by what they have to do with the change; the parts add up to it as shown."""

    gruppe: str
    dele: Sequence[Del]
    saetning: str


def round_to_sum(tal: Sequence[float], i_alt: float, decimaler: int = 1) -> list[Decimal]:
    """To so many decimals each, so that they add up to the whole as it is shown: largest remainder."""
    skridt = Decimal(1).scaleb(-decimaler)
    enheder = [Decimal(repr(enkelt)) / skridt for enkelt in tal]
    ned = [enhed.to_integral_value(ROUND_FLOOR) for enhed in enheder]
    mangler = int(afrund(i_alt, decimaler) / skridt - sum(ned))
    efter_rest = sorted(range(len(tal)), key=lambda nr: (ned[nr] - enheder[nr], nr))
    hele, flere = divmod(mangler, len(tal))
    ekstra = {nr: hele + (plads < flere) for plads, nr in enumerate(efter_rest)}
    return [(enhed + ekstra[nr]) * skridt for nr, enhed in enumerate(ned)]


def view_hvorfor(kilde: Kilde, parametre: Mapping[str, str]) -> Visning:
    """Parametre: enhed, periode (a quarter), skridt (kvartal or aar).

    Errors: `LookupError` for a change there is none of.
    """
    enhed_id, periode, skridt = int(parametre["enhed"]), parametre["periode"], parametre["skridt"]
    node = kilde.rows("noder").filter(pl.col("enhed_id") == enhed_id)
    hele = kilde.rows("hvorfor", enhed_id=enhed_id, periode=periode).filter(pl.col("skridt") == skridt)
    if node.is_empty() or hele.is_empty():
        raise LookupError
    navn, tal = node["enhedsnavn"].item(), hele.row(0, named=True)
    dele = kilde.rows("hvorfor_dele", enhed_id=enhed_id, periode=periode).filter(pl.col("skridt") == skridt)
    klasser = list_klasser(
        kilde.rows("hvorfor_klasser", enhed_id=enhed_id, periode=periode).filter(pl.col("skridt") == skridt),
        tal["aendring"],
    )
    [raekke] = kilde.rows(
        "noegletal_liste", periodetype="kvartal", periode=periode, enhedsnr=node["enhedsnr"].item(), niveau=None
    ).to_dicts()
    siden = tekster.SIDEN[skridt]
    titel = tekster.TITEL.format(enhed=navn)
    i_alt = with_grund(tekster.I_ALT.format(aendring=aendring(tal["aendring"]), siden=siden), raekke, skridt)
    fag = sum_personalegrupper(kilde, parametre, tal["aendring"])
    delene = (*describe_dele(dele, tal["aendring"]), *describe_personalegrupper(fag))
    om_dele = (s.tekst for s in delene)
    saetning = " ".join((i_alt + ".", *om_dele, *(klasse.saetning for klasse in klasser), *describe_tal(tal)))
    egne = pick_dele(dele, tal["aendring"])
    figur = draw_vandfald(egne, tekster.AENDRING_I_ALT, beskrivelse=f"{titel}. {saetning}") if len(egne) > 1 else None
    return Visning("hvorfor", titel, saetning, tabulate_hvorfor(egne, fag, klasser, tal), figur, note=tekster.NOTE)


def pick_dele(dele: pl.DataFrame, i_alt: float) -> list[Del]:
    """The largest parts by name, the rest together, rounded to add up to the change; none for a node without parts."""
    raekker = dele.sort(pl.col("bidrag").abs(), descending=True).to_dicts()
    med_navn = [raekke for raekke in raekker if raekke["navn"] is not None][:FLEST]
    uden_navn = [raekke for raekke in raekker if raekke["er_skift"] and raekke["navn"] is None]
    andre = [raekke for raekke in raekker if raekke not in med_navn and raekke not in uden_navn]
    navne = [raekke["navn"] + (_mark_skift(raekke) if raekke["er_skift"] else "") for raekke in med_navn]
    tal = [raekke["bidrag"] for raekke in med_navn]
    oevrige = tekster.OEVRIGE if med_navn else tekster.UDEN_DELE
    for navn, gruppe in ((tekster.LUKKEDE_OG_NYE, uden_navn), (oevrige, andre)):
        if gruppe:
            navne.append(navn)
            tal.append(sum(raekke["bidrag"] for raekke in gruppe))
    parter = list(zip(navne, round_to_sum(tal, i_alt), strict=True)) if tal else []
    return [(navn, bidrag) for navn, bidrag in parter if bidrag or navn != tekster.OEVRIGE]


def _mark_skift(raekke: dict[str, Any]) -> str:
    return tekster.SKIFT_MAERKE[bool(raekke["er_lukket"])]


def sum_kinds(dele: pl.DataFrame, i_alt: float) -> list[Del]:
    """The parts' own change, staff moved, and new and closed ones, by column, rounded to add up to the change."""
    tal = round_to_sum([float(dele[kolonne].sum()) for kolonne in tekster.DELE], i_alt)
    return list(zip(tekster.DELE, tal, strict=True))


def describe_dele(dele: pl.DataFrame, i_alt: float) -> Iterator[Saetning]:
    """Its parts' own changes, staff moved between them, new and closed ones: each only when it rounds to something."""
    if dele.filter(pl.col("navn").is_not_null()).height < 2:
        return
    for kolonne, bidrag in sum_kinds(dele, i_alt):
        if bidrag:
            tal = aendring(float(bidrag))
            navne = _name_skift(dele)
            form = tekster.DELE[kolonne][bidrag > 0] if kolonne != "skift" or navne else tekster.SKIFT_UDEN_NAVN
            tekst = form.format(bidrag=tal, navne=navne)
            yield Saetning(tekst, tal, kolonne)


def sum_personalegrupper(kilde: Kilde, parametre: Mapping[str, str], i_alt: float) -> list[Del]:
    """The change within the personalegrupper and staff moved between them, by column, rounded to add up to the change;
    nothing where there is one or none.
    """
    raekker = kilde.rows(
        "personalegrupper_hvorfor", enhed_id=int(parametre["enhed"]), periode=parametre["periode"]
    ).filter(pl.col("skridt") == parametre["skridt"])
    if raekker.height < 2:
        return []
    kolonner = list(tekster.PERSONALEGRUPPER)
    return list(zip(kolonner, round_to_sum([float(raekker[k].sum()) for k in kolonner], i_alt), strict=True))


def describe_personalegrupper(fag: Sequence[Del]) -> Iterator[Saetning]:
    for kolonne, bidrag in fag:
        if bidrag:
            tal = aendring(float(bidrag))
            yield Saetning(tekster.PERSONALEGRUPPER[kolonne][bidrag > 0].format(bidrag=tal), tal, kolonne)


def _name_skift(dele: pl.DataFrame) -> str:
    """`A er lukket og B er ny`."""
    skiftet = dele.filter(pl.col("er_skift") & pl.col("navn").is_not_null()).select("navn", "er_lukket")
    return " og ".join(tekster.SKIFTET[er_lukket].format(navn=navn) for navn, er_lukket in skiftet.iter_rows())


def describe_tal(tal: dict[str, Any]) -> Iterator[str]:
    """Short and long absence, the quarter in and the quarter out, the working days."""
    if tal["korttid"] is not None:
        kort, lang = round_to_sum([tal["korttid"], tal["langtid"]], tal["aendring"])
        yield tekster.KORT_OG_LANG.format(kort=aendring(float(kort)), lang=aendring(float(lang)))
    if tal["ind_sygedage"] is not None and tal["ud_sygedage"] is not None:
        yield tekster.IND_OG_UD.format(
            ind=periode_med_ord(tal["ind_periode"]),
            ind_tal=decimaltal(tal["ind_sygedage"]),
            ud=periode_med_ord(tal["ud_periode"]),
            ud_tal=decimaltal(tal["ud_sygedage"]),
        )
    dage = tal["flere_arbejdsdage"]
    if dage and afrund(tal["af_arbejdsdage"], 1):
        form = tekster.ARBEJDSDAGE[dage > 0]["en" if abs(dage) == 1 else "flere"]
        yield form.format(antal=abs(dage), bidrag=aendring(tal["af_arbejdsdage"]))


def list_klasser(raekker: pl.DataFrame, i_alt: float) -> list[Klasser]:
    """`raekker`: sql/50_visning/noegletal/hvorfor_klasser.sql for one `skridt`."""
    fundne = []
    for opdeling, (gruppe, navne, form) in tekster.KLASSER.items():
        egne = {raekke["klasse"]: raekke for raekke in raekker.filter(opdeling=opdeling).iter_rows(named=True)}
        viste = [klasse for klasse in navne if klasse in egne]
        if not viste:
            continue
        tal = dict(zip(viste, round_to_sum([egne[klasse]["bidrag"] for klasse in viste], i_alt), strict=True))
        antal = {klasse: heltal(raekke["antal"]) for klasse, raekke in egne.items() if raekke["antal"] is not None}
        bidragene = {f"af_{klasse}": aendring(float(bidrag)) for klasse, bidrag in tal.items()}
        dele = [(navne[klasse], bidrag) for klasse, bidrag in tal.items()]
        fundne.append(Klasser(gruppe, dele, form.format(**antal, **bidragene)))
    return fundne


def tabulate_dele(egne: Sequence[Del], slags: Sequence[Del], i_alt: float) -> Tabel:
    """The parts by name, the same by kind, and the change each adds up to."""
    raekker = [(tekster.GRUPPE_DELE, navn, float(bidrag)) for navn, bidrag in egne]
    raekker += [(tekster.GRUPPE_SLAGS, tekster.SLAGS[kolonne], float(bidrag)) for kolonne, bidrag in slags]
    return Tabel(KOLONNER, (*raekker, (tekster.AENDRING_I_ALT, "", i_alt)))


def tabulate_hvorfor(egne: Sequence[Del], fag: Sequence[Del], klasser: Sequence[Klasser], tal: dict[str, Any]) -> Tabel:
    """Every view of the change by itself; within a view the parts add up, and views are never added together."""
    andre: tuple[tuple[str, tuple[tuple[str, float | None], ...]], ...] = (
        (tekster.GRUPPE_LAENGDE, ((tekster.KORTTID, tal["korttid"]), (tekster.LANGTID, tal["langtid"]))),
        (
            tekster.GRUPPE_ARBEJDSDAGE,
            (
                (tekster.FRAVAER, tal["fravaer"]),
                (tekster.AF_ARBEJDSDAGE, tal["af_arbejdsdage"]),
                (tekster.AF_GRAD, tal["af_grad"]),
            ),
        ),
    )
    navngivne = [(tekster.I_PERSONALEGRUPPERNE[kolonne], bidrag) for kolonne, bidrag in fag]
    opdelt = (
        (tekster.GRUPPE_DELE, egne),
        (tekster.GRUPPE_PERSONALEGRUPPER, navngivne),
        *((klasse.gruppe, klasse.dele) for klasse in klasser),
    )
    raekker = [(gruppe, navn, float(bidrag)) for gruppe, dele in opdelt for navn, bidrag in dele]
    for gruppe, led in andre:
        kendte = [(navn, bidrag) for navn, bidrag in led if bidrag is not None]
        if len(kendte) == len(led):
            afrundede = round_to_sum([bidrag for _, bidrag in kendte], tal["aendring"])
            raekker += [(gruppe, navn, float(enkelt)) for (navn, _), enkelt in zip(kendte, afrundede, strict=True)]
    raekker.append((tekster.AENDRING_I_ALT, "", tal["aendring"]))
    return Tabel(KOLONNER, tuple(raekker))


def draw_vandfald(dele: Sequence[Del], i_alt: str, *, beskrivelse: str) -> alt.LayerChart:
    """A bar a part from where the last one ended, and the change they add up to. No part is good or bad: all grey."""
    raekker, foer = [], Decimal(0)
    for navn, bidrag in dele:
        raekker.append((navn, foer, foer + bidrag, tema.DOMME[""]))
        foer += bidrag
    raekker.append((i_alt, Decimal(0), foer, tema.TEKST))
    soejler = [
        {"navn": navn, "fra": float(fra), "til": float(til), "tekst": aendring(float(til - fra)), "farve": farve}
        for navn, fra, til, farve in raekker
    ]
    return liggende_soejler(pl.DataFrame(soejler), akse=tekster.AKSE, beskrivelse=beskrivelse)
