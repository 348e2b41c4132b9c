"""The history of a node's signals beside its trend: what has moved more than by chance, and how far it had to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report.aendringer import SKRIDT, Dom, direction, judge_aendring, with_grund, word_aendring
from pipeline.report.visning import format_value
from pipeline.tekster import dashboard as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster.dansk import one_stop, periode_med_ord

SLAGS_AF = {"korttid": "kort", "langtid": "lang"}
"""The figures that are tested beside the headline, by the column of `udvikling`."""
UKENDT: Mapping[str, Any] = {
    navn: None for skridt in SKRIDT for navn in (SKRIDT[skridt], f"{skridt}_er_signal", f"{skridt}_grund")
}
"""Of a month no change was asked of."""


@dataclass(frozen=True)
class Signalforloeb:
    """`raekker`: sql/50_visning/noegletal/signalforloeb.sql with `periode`, and the band round the figure of the year
    before (`fra`, `til`; null where there is none). Korn: periode.
    """

    enhed: str
    raekker: pl.DataFrame

    def of_month(self, sidste_maaned: int) -> Mapping[str, Any]:
        fundne = self.raekker.filter(sidste_maaned=sidste_maaned)
        return UKENDT if fundne.is_empty() else fundne.row(0, named=True)

    @cached_property
    def maerker(self) -> list[dict[str, Any]]:
        """The signals to mark on the line, one a period: that of a year where there is one."""
        return [
            {"periode": raekke["periode"], "vaerdi": raekke["vaerdi"], "dom": dom, "skridt": skridt}
            | {"signal": f"{word_aendring(raekke, skridt)} {tekster_hvorfor.SIDEN[skridt]}"}
            for raekke in self.raekker.iter_rows(named=True)
            if raekke["vaerdi"] is not None
            for skridt, dom in _signal(raekke)
        ]

    @cached_property
    def baand(self) -> pl.DataFrame:
        return self.raekker.filter(pl.col("fra").is_not_null())

    @property
    def note(self) -> str:
        baand = "" if self.baand.is_empty() else tekster.SIGNAL_NOTE.format(enhed=self.enhed)
        return (baand + (tekster.SIGNAL_MAERKER if self.maerker else "")).strip()


def _signal(raekke: Mapping[str, Any]) -> Sequence[tuple[str, Dom]]:
    domme = [(skridt, judge_aendring(raekke, skridt)) for skridt in ("aar", "kvartal")]
    return [(skridt, dom) for skridt, dom in domme if dom][:1]


def read_signalforloeb(kilde: Kilde, eget: pl.DataFrame, *, tal: str, nytal: str, vindue: str) -> Signalforloeb:
    """Empty for what is not tested: shares, head-counts, the denominator that is no headline, and periods alone.
    `eget`: a node's rows of `udvikling` with its `vaerdi`.
    """
    slags = "alt" if tal == f"sygedage_{nytal}" else SLAGS_AF.get(tal)
    egne = eget.select("periode", "sidste_maaned", "vaerdi")
    if eget.is_empty() or slags is None or vindue != "rullende":
        return Signalforloeb("", egne.clear().with_columns(fra=pl.lit(None, pl.Float64), til=pl.lit(None, pl.Float64)))
    aaret_foer = egne.select(pl.col("sidste_maaned") + 12, pl.col("vaerdi").alias("foer"))
    raekker = (
        kilde.rows("signalforloeb", enhed_id=eget["enhed_id"][0], slags=slags)
        .join(egne, on="sidste_maaned", maintain_order="left")
        .join(aaret_foer, on="sidste_maaned", how="left", maintain_order="left")
        .with_columns(
            (pl.col("foer") - pl.col("udsving")).clip(lower_bound=0).alias("fra"),
            (pl.col("foer") + pl.col("udsving")).alias("til"),
        )
    )
    return Signalforloeb(eget["enhedsnavn"][0], raekker)


def add_to_table(
    tabel: pl.DataFrame, forloeb: Signalforloeb, perioder: Mapping[str, str], *, alene: bool
) -> tuple[pl.DataFrame, list[tuple[str, str, str]]]:
    """The table of a trend with the band and what each change is called, and these columns' headings and kinds.
    `perioder`: how a period stands in the table; `alene`: there is one node in it.
    """
    hoveder = {
        navn: _head(navn, forloeb.enhed, alene=alene)
        for navn in (*tekster.BAAND_KOLONNER, *tekster.SIGNAL_KOLONNER.values())
    }
    raekker = [
        {
            "periode": perioder[raekke["periode"]],
            **dict(zip(tekster.BAAND_KOLONNER, (raekke["fra"], raekke["til"]), strict=True)),
            **{navn: word_aendring(raekke, skridt) for skridt, navn in tekster.SIGNAL_KOLONNER.items()},
        }
        for raekke in forloeb.raekker.iter_rows(named=True)
    ]
    skema = {"periode": pl.String, **dict.fromkeys(tekster.BAAND_KOLONNER, pl.Float64)} | dict.fromkeys(
        tekster.SIGNAL_KOLONNER.values(), pl.String
    )
    slags = {
        **dict.fromkeys(tekster.BAAND_KOLONNER, "dage"),
        **dict.fromkeys(tekster.SIGNAL_KOLONNER.values(), "tekst"),
    }
    med = tabel.join(pl.DataFrame(raekker, schema=skema), on="periode", how="left", maintain_order="left")
    return med, [(navn, hoveder[navn], slags[navn]) for navn in hoveder] if raekker else []


def _head(kolonne: str, enhed: str, *, alene: bool) -> str:
    return kolonne if alene else tekster.SIGNAL_FOR.format(kolonne=kolonne, enhed=enhed)


def describe_forloeb(forloeb: pl.DataFrame, slags: str, signaler: Signalforloeb) -> str:
    """A node's newest value, and the one a year before; a foreløbig one only states itself. It has fallen or risen only
    by a signal.
    """
    egne = forloeb.filter(pl.col("vaerdi").is_not_null()).sort("sidste_maaned")
    if egne.is_empty():
        return ""
    nu = egne.row(-1, named=True)
    felter = {
        "enhed": nu["enhedsnavn"],
        "tal": format_value(slags, nu["vaerdi"]),
        "periode": periode_med_ord(nu["periode"]),
    }
    if nu["er_foreloebig"]:
        return tekster.UDVIKLING_FORELOEBIG.format(**felter)
    foer = egne.filter(pl.col("sidste_maaned") == nu["sidste_maaned"] - 12)
    if foer.is_empty():
        return tekster.UDVIKLING_EN.format(**felter)
    decimaler = {"andel": 2, "andel1": 3, "antal": 0}.get(slags, 1)
    retning = direction(nu["vaerdi"] - foer["vaerdi"].item(), decimaler)
    raekke = UKENDT if retning == "uaendret" else signaler.of_month(nu["sidste_maaned"])
    saetning = tekster.UDVIKLING_SAETNING.format(
        **felter,
        retning=tekster.UDVIKLING_RETNING[retning if retning == "uaendret" else judge_aendring(raekke, "aar")],
        foer=format_value(slags, foer["vaerdi"].item()),
        foer_periode=periode_med_ord(foer["periode"].item()),
    )
    return one_stop(f"{with_grund(saetning, raekke, 'aar')}.")
