"""Where the units of a level lie beside what is to be expected of each: the view of the page Sammenlign."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report.tragt import tragt
from pipeline.report.visning import Tabel, Visning, tabulate, with_enhedsnr
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles
from pipeline.tekster import niveau as tekster
from pipeline.tekster.dansk import decimaltal, one_stop, opremsning, periode_med_ord, procent
from pipeline.tekster.definitioner import number_in_words

SLAGS = ("tekst", "antal", "dage", "dage", "aendring", "tekst", "tekst", "tekst")
NAVNE = ("enhedsnavn", "gns_medarbejdere", "sygedage", "forventet", "forskel", "indre", "ydre", "dom")


def view_sammenlign(kilde: Kilde, parametre: Mapping[str, str]) -> Visning:
    """The nodes of one level in a funnel. Parametre: niveau, periode (a quarter)."""
    enheder = read_enheder(kilde, parametre)
    bygning = kilde.rows("byggerapport_bygning").row(0, named=True)
    doemte = enheder.filter(pl.col("tilstand").is_not_null())
    if doemte.is_empty():
        return Visning("sammenlign", tekster.TITEL, tekster.INGEN, Tabel((), ()))
    titel = f"{tekster_dashboard.NIVEAUER_FLERTAL[parametre['niveau']]}, {periode_med_ord(parametre['periode'])}"
    saetning = describe_enheder(doemte, faelles.PR[bygning["nytal"]])
    return Visning(
        "sammenlign",
        titel,
        saetning,
        tabulate(
            with_enhedsnr(kilde, enheder),
            tuple(zip(NAVNE, tekster.KOLONNER, SLAGS, strict=True)),
            enheder="enhedsnr",
        ),
        tragt(doemte, akse=tekster.AKSE[bygning["nytal"]], beskrivelse=f"Tragtdiagram. {titel}. {saetning}"),
        note=describe_forbehold(doemte, bygning),
    )


def read_enheder(kilde: Kilde, parametre: Mapping[str, str]) -> pl.DataFrame:
    """sql/50_visning/udgivelse/sammenlign.sql with `forskel`, the limits and the verdict in words."""
    enheder = kilde.rows("sammenlign", niveau=parametre["niveau"], periode=parametre["periode"])
    return enheder.with_columns(
        (pl.col("sygedage") - pl.col("forventet")).alias("forskel"),
        pl.col("tilstand").replace_strict(tekster.TILSTANDE, default=tekster.FOR_FAA).alias("dom"),
        _between(enheder, "nedre", "oevre").alias("indre"),
        _between(enheder, "nedre_yderst", "oevre_yderst").alias("ydre"),
    )


def _between(enheder: pl.DataFrame, nedre: str, oevre: str) -> pl.Series:
    """None where a unit has no limits."""
    return pl.Series(
        [
            None if fra is None else tekster_dashboard.MELLEM.format(nedre=decimaltal(fra), oevre=decimaltal(til))
            for fra, til in enheder.select(nedre, oevre).iter_rows()
        ],
        dtype=pl.String,
    )


def describe_enheder(doemte: pl.DataFrame, pr: str) -> str:
    """Who lies further from the expected than chance explains, and whom to keep an eye on."""
    fundne, naer = (doemte.filter(tilstand=tilstand)["enhedsnavn"].to_list() for tilstand in ("stoerre", "hold_oeje"))
    return _choose(tekster.SAETNING, fundne, antal=doemte.height, pr=pr) + _choose(tekster.HOLD_OEJE, naer)


def describe_forbehold(doemte: pl.DataFrame, bygning: Mapping[str, Any]) -> str:
    """How often somebody is named by chance alone, who has been on one side for long, who is measured by herself."""
    chance = 1 - bygning["forventet_stoerre"] ** doemte.height
    vedvarende, egne = (doemte.filter(felt)["enhedsnavn"].to_list() for felt in ("er_vedvarende", "er_egen_maalestok"))
    kvartaler = number_in_words(bygning["forventet_kvartaler"])
    return (
        one_stop(tekster.CHANCE.format(antal=doemte.height, andel=procent(chance)))
        + _choose(tekster.VEDVARENDE, vedvarende, kvartaler=kvartaler)
        + _choose(tekster.EGEN_MAALESTOK, egne)
    )


def _choose(saetninger: Mapping[str, str], navne: Sequence[str], **felter: Any) -> str:
    """The sentence for none, one or several names; none where there is no sentence for none."""
    noegle = {0: "ingen", 1: "en"}.get(len(navne), "flere")
    return saetninger.get(noegle, "").format(fundne=len(navne), navne=opremsning(navne), **felter)
