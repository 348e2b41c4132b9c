"""Reads named SELECTs of sql/50_visning, nothing else: from a scope, or from the build that is being made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import duckdb

from pipeline.database.modeller import read_model
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.enhedsnr import whole_enhedsnr
from pipeline.indstillinger.model import NIVEAUER
from pipeline.tekster import faelles as tekster

if TYPE_CHECKING:
    import polars as pl

NOEGLETAL_KOLONNER = (
    "enhedsnr",
    "enhedsnavn",
    "niveau",
    "periode",
    "dagsvaerk",
    "dagsvaerk_lang",
    "gns_medarbejdere",
    "gns_fuldtid",
    "sygedage_pr_medarbejder",
    "sygedage_pr_aarsvaerk",
    "fravaersprocent",
    "langtidsandel",
    "langtidsfriske",
    "langtidsfriske_grundlag",
    "langtidsfriske_andel",
    "maaltal",
    "maaltal_kilde",
    "langtidsfriske_af_alle",
    "aendring_kvartal",
    "aendring_aar",
    "afstand_til_maaltal",
    "er_foreloebig",
    "er_nedlagt",
)

ANDRE_NIVEAUER = ("gruppe", "personalegruppe")


class Kilde(Protocol):
    """What rows are read from: a scope, or the build that is being made."""

    def rows(self, visning: str, **parametre: Any) -> pl.DataFrame:
        """The rows of one SELECT in sql/50_visning; its header states the grain."""


@dataclass(frozen=True)
class Bygning:
    """The database a build is making, for its report."""

    con: duckdb.DuckDBPyConnection

    def rows(self, visning: str, **parametre: Any) -> pl.DataFrame:
        import polars as pl

        return pl.DataFrame(self.con.sql(read_model("50_visning", visning).sql, params=parametre))


def select_noegletal(
    kilde: Kilde,
    *,
    periode: str | None = None,
    enhed: str | None = None,
    niveau: str | None = None,
    maaned: bool = False,
) -> pl.DataFrame:
    """Rolling nøgletal. Grain: node and quarter (month with `maaned`). Days, dagsværk, shares from 0 to 1, unrounded.

    Errors: `Brugerfejl` for a period, node or level there is none of.
    """
    periodetype = "maaned" if maaned else "kvartal"
    if periode is not None:
        check_period(kilde, periode, periodetype)
    if niveau is not None and niveau not in (*NIVEAUER, *ANDRE_NIVEAUER):
        raise Brugerfejl(tekster.UKENDT_NIVEAU.format(niveau=niveau, niveauer=", ".join((*NIVEAUER, *ANDRE_NIVEAUER))))
    enhedsnr = None if enhed is None else find_enhed(kilde, enhed)[1]
    return kilde.rows("noegletal_liste", periodetype=periodetype, periode=periode, enhedsnr=enhedsnr, niveau=niveau)


def periodetype_af(periode: str) -> str:
    """`kvartal` for 2025K2, `maaned` for 2025-06."""
    return "kvartal" if "K" in periode else "maaned"


def find_enhed(kilde: Kilde, enhed: str) -> tuple[int, str, str]:
    """Id, number and name of a node; leading zeros may be left out. Errors: `Brugerfejl` when there is none."""
    enhedsnr = whole_enhedsnr(enhed)
    fundet = kilde.rows("enhed_findes", enhedsnr=enhedsnr)
    if fundet.is_empty():
        raise Brugerfejl(tekster.UKENDT_ENHED.format(enhed=enhed))
    enhed_id, navn = fundet.row(0)
    return enhed_id, enhedsnr, navn


def check_period(kilde: Kilde, periode: str, periodetype: str) -> None:
    """Errors: `Brugerfejl` for a period there is none of."""
    perioder = kilde.rows("perioder_liste", periodetype=periodetype)["periode"].to_list()
    if not perioder:
        raise Brugerfejl(tekster.INGEN_PERIODER)
    if periode not in perioder:
        raise Brugerfejl(tekster.UKENDT_PERIODE.format(periode=periode, fra=perioder[0], til=perioder[-1]))


def read_hovedtal(kilde: Kilde, enhedsnr: str) -> dict[str, Any] | None:
    """A node's row of the newest quarter that is not foreløbig, else of the newest; `sygedage` is the headline."""
    raekker = kilde.rows("noegletal_liste", periodetype="kvartal", periode=None, enhedsnr=enhedsnr, niveau=None).sort(
        "er_foreloebig", "periode", descending=[True, False]
    )
    return None if raekker.is_empty() else raekker.row(-1, named=True)
