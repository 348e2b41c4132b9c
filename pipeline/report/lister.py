"""The lists of whom one talks to: a chef's units, and how the leaders below follow up. Both read the follow-up."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report.aendringer import SKRIDT, direction, name_signal
from pipeline.report.visning import Tabel, Visning, tabulate
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import niveau as tekster_niveau
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import aendring, periode_med_ord

MINE = (
    "enhedsnavn",
    "slags",
    "gns_medarbejdere",
    "sygedage",
    "maaltal",
    "afstand_til_maaltal",
    "vaegt",
    "aendring_aar",
    "aar_signal",
    "mod_forventet",
    "over_fristen",
)
MINE_SLAGS = ("tekst", "tekst", "antal", "dage", "dage", "aendring", "aendring", "aendring", "signal", "tekst", "antal")
SOM_FORVENTET = next(iter(tekster_niveau.TILSTANDE))
LEDERE = ("navn", "antal_medarbejdere", "antal_talt", "antal_i_tide", "andel", "antal_aabne", "antal_overskredne")
LEDERE_SLAGS = ("tekst", "antal", "antal", "antal", "andel", "antal", "antal")


def with_signaler(raekker: pl.DataFrame, trin: Iterable[str] = SKRIDT) -> pl.DataFrame:
    """With name_signal of each step, as the columns kvartal_signal and aar_signal."""
    return raekker.with_columns(
        pl.Series(f"{skridt}_signal", [name_signal(raekke, skridt) for raekke in raekker.to_dicts()], pl.String)
        for skridt in trin
    )


def view_mine_enheder(kilde: Kilde, parametre: Any) -> Visning:
    """A chef's units, where most is to be gained first. Parametre: periode (a quarter)."""
    periode = parametre["periode"]
    enheder = kilde.rows("mine_enheder", periode=periode)
    raekker = with_signaler(enheder, ("aar",)).with_columns(
        pl.when("er_gruppe")
        .then(pl.lit(tekster_dashboard.MINE_GRUPPE))
        .otherwise(pl.col("niveau").replace(tekster_dashboard.NIVEAUER))
        .alias("slags"),
        pl.Series("mod_forventet", [word_niveau(raekke) for raekke in enheder.to_dicts()], pl.String),
    )
    over = kilde.rows("opfoelgning_ledere").filter(pl.col("maaned").is_null() & pl.col("enhed_id").is_not_null())
    raekker = raekker.join(over.select("enhed_id", over_fristen="antal_overskredne"), on="enhed_id", how="left")
    kolonner = tuple(zip(MINE, tekster_dashboard.MINE_KOLONNER, MINE_SLAGS, strict=True))
    return Visning(
        "mine_enheder",
        f"{tekster_dashboard.SIDER['mine_enheder']}, {periode_med_ord(periode)}",
        describe_first(raekker),
        tabulate(raekker.sort("vaegt", descending=True, nulls_last=True), kolonner, enheder="enhedsnr"),
        note=tekster_dashboard.MINE_NOTE,
    )


def word_niveau(enhed: dict[str, Any]) -> str | None:
    """Where the level lies beside the expected, in words; None where it is not judged."""
    if enhed["tilstand"] is None:
        return None
    ord_ = tekster_niveau.TILSTANDE[enhed["tilstand"]]
    if enhed["tilstand"] == SOM_FORVENTET:
        return ord_
    side = "over" if enhed["sygedage"] > enhed["forventet"] else "under"
    return tekster_dashboard.MOD_FORVENTET[side].format(tilstand=ord_)


def describe_first(raekker: pl.DataFrame) -> str:
    """Whom to talk to first: the unit whose distance above its måltal weighs most. Several units shown as one have
    nobody to talk to.
    """
    med = raekker.filter(pl.col("vaegt").is_not_null() & ~pl.col("er_gruppe"))
    if med.is_empty():
        return tekster_dashboard.FOERST_INTET
    foerst = med.sort("vaegt", descending=True).row(0, named=True)
    if direction(foerst["afstand_til_maaltal"]) != "stigning":
        return tekster_dashboard.FOERST_INGEN
    dom = tekster_dashboard.FOERST_DOM.get(foerst["tilstand"], "")
    return tekster_dashboard.FOERST.format(
        enhed=foerst["enhedsnavn"],
        afstand=aendring(foerst["afstand_til_maaltal"]).removeprefix("+"),
        dom="" if foerst["forventet"] is not None and foerst["sygedage"] < foerst["forventet"] else dom,
    )


def view_ledere(kilde: Kilde, _: Any) -> Visning:
    """How each leder below follows up, all of them first."""
    ledere = kilde.rows("opfoelgning_ledere").filter(pl.col("maaned").is_null())
    raekker = ledere.with_columns(
        pl.when(pl.col("enhedsnavn").is_null())
        .then(pl.format(tekster_opfoelgning.LEDERE_ALLE, "antal_ledere"))
        .otherwise("enhedsnavn")
        .alias("navn"),
        pl.when(pl.col("antal_talt") > 0).then(pl.col("antal_i_tide") / pl.col("antal_talt")).alias("andel"),
    )
    kolonner = tuple(zip(LEDERE, tekster_opfoelgning.LEDERE_KOLONNER, LEDERE_SLAGS, strict=True))
    tabel = tabulate(raekker, kolonner, enheder="enhedsnr") if ledere.height else Tabel((), ())
    return Visning("ledere", tekster_opfoelgning.LEDERE, tekster_opfoelgning.LEDERE_FORKLARING, tabel)
