"""A rule set tried on the newest two years, before anybody switches it on."""

import polars as pl

from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.port.scope import Scope
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster.dansk import dato, decimaltal, heltal


def print_proeve(scope: Scope) -> None:
    varsler = scope.rows("opfoelgning_proeve")
    konsol = make_konsol()
    if varsler.is_empty():
        konsol.print(tekster_besked.PROEV_INGEN)
        return
    fra, til = varsler["maaned"].sort()[0], scope.rows("byggerapport_bygning")["udtraeksdato"].item()
    konsol.print(tekster_besked.PROEV_TITEL.format(fra=dato(fra), til=dato(til)))
    for hoved, navne in (
        (
            tekster_besked.PROEV_LEDER,
            varsler.with_columns(navn=pl.col("enhedsnavn").fill_null(tekster_besked.PROEV_HR)),
        ),
        (tekster_besked.PROEV_REGEL, varsler.with_columns(navn=pl.col("regelnavn"), enhedsnr=pl.lit(None))),
    ):
        tabel = make_tabel(*hoved, tal=3)
        alle = navne.with_columns(navn=pl.lit(tekster_besked.PROEV_ALLE), enhedsnr=pl.lit(None))
        for linje in [*summarize(navne).to_dicts(), *summarize(alle).to_dicts()]:
            tabel.add_row(linje["navn"], decimaltal(linje["gns"]), heltal(linje["hoejest"]), heltal(linje["i_alt"]))
        konsol.print(tabel)


def summarize(varsler: pl.DataFrame) -> pl.DataFrame:
    """Notices a month: mean and highest, and in all. Grain: navn, enhedsnr."""
    pr_maaned = varsler.group_by("navn", "enhedsnr", "maaned", maintain_order=True).agg(pl.col("antal").sum())
    return pr_maaned.group_by("navn", "enhedsnr", maintain_order=True).agg(
        gns=pl.col("antal").mean(), hoejest=pl.col("antal").max(), i_alt=pl.col("antal").sum()
    )
