"""What has been agreed for a unit, as marks on its figure: where each begins in time, and in words below it."""

from collections.abc import Sequence
from datetime import date

import altair as alt
import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report import tema
from pipeline.tekster import indsats as tekster
from pipeline.tekster.dansk import dato, every_period, periode_med_ord, quarter_of_day

HOEJDE = 7
"""Pixels below the chart's top: a mark is in time, and has no value."""
STOERRELSE = 110


def read_begyndelser(kilde: Kilde, enhed_id: int) -> list[tuple[date, str]]:
    """Day and kind of what was agreed for the unit itself, oldest first."""
    egne = kilde.rows("indsats_liste").filter(enhed_id=enhed_id).sort("fra", "indsats_id")
    return list(egne.select("fra", "kategori").iter_rows())


def by_kvartal(begyndelser: Sequence[tuple[date, str]], kvartaler: pl.DataFrame) -> dict[str, str]:
    """By quarter of the axis the kinds that begin in it."""
    ud: dict[str, str] = {}
    paa_aksen = every_period(kvartaler["periode"])
    for dag, kategori in begyndelser:
        kvartal = quarter_of_day(dag)
        if kvartal in paa_aksen:
            ud[kvartal] = ", ".join(filter(None, (ud.get(kvartal), kategori)))
    return ud


def draw_haendelser(haendelser: dict[str, str], *, x: alt.X, navne: dict[str, str]) -> alt.Chart:
    """`haendelser`: by_kvartal; `navne`: what the axis calls each quarter."""
    raekker = pl.DataFrame(
        [
            {
                "kvartal": navne[kvartal],
                "beskrivelse": tekster.HAENDELSE.format(kvartal=periode_med_ord(kvartal), kategorier=kategorier),
                "kategorier": kategorier,
            }
            for kvartal, kategorier in haendelser.items()
        ]
    )
    figur: alt.Chart = (
        alt.Chart(raekker)
        .mark_point(shape="triangle-down", filled=True, size=STOERRELSE, opacity=1, color=tema.TEKST)
        .encode(
            x=x,
            y=alt.value(HOEJDE),
            description="beskrivelse:N",
            tooltip=alt.Tooltip("kategorier:N", title=tekster.HAENDELSE_TITEL),
        )
    )
    return figur


def describe_begyndelser(begyndelser: Sequence[tuple[date, str]]) -> str:
    """`▼ Aftalt: Ledelse og lederstøtte (fra 01.07.2025).`; nothing where nothing is agreed."""
    if not begyndelser:
        return ""
    dele = (tekster.HAENDELSE_FRA.format(kategori=kategori, fra=dato(fra)) for fra, kategori in begyndelser)
    return tekster.HAENDELSER.format(indsatser=", ".join(dele))
