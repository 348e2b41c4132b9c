"""The build's report: what was read, what it covers, who is counted, that it adds up, and the headline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.database.laesning import Kilde, read_hovedtal

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Byggerapport:
    """One attribute a part of the report; `afstemning` holds dagsværk to eight decimals."""

    bygning: dict[str, Any]
    kilder: pl.DataFrame
    afviste: pl.DataFrame
    former: pl.DataFrame
    population: pl.DataFrame
    afstemning: dict[str, Decimal]
    advarsler: dict[str, int]
    totaler: pl.DataFrame
    lpt169_forskelle: int
    adgang: pl.DataFrame
    opus_ledere: pl.DataFrame
    varsler: pl.DataFrame
    ansat_til: pl.DataFrame
    sammenligning: pl.DataFrame
    aargang: pl.DataFrame
    maaltal_afvigende: pl.DataFrame
    har_kvartaler: bool
    hovedtal: dict[str, Any] | None


def read_rapport(kilde: Kilde) -> Byggerapport:
    return Byggerapport(
        bygning=kilde.rows("byggerapport_bygning").to_dicts()[0],
        kilder=kilde.rows("byggerapport_kilder"),
        afviste=kilde.rows("byggerapport_afviste"),
        former=kilde.rows("byggerapport_former"),
        population=kilde.rows("byggerapport_population"),
        afstemning=kilde.rows("byggerapport_afstemning").to_dicts()[0],
        advarsler=dict(kilde.rows("byggerapport_advarsler").iter_rows()),
        totaler=kilde.rows("byggerapport_totaler"),
        lpt169_forskelle=kilde.rows("lpt169_antal").item(),
        adgang=kilde.rows("leverancens_adgang"),
        opus_ledere=kilde.rows("opus_ledere"),
        varsler=kilde.rows("varsler_liste"),
        ansat_til=kilde.rows("ansat_til_liste"),
        sammenligning=kilde.rows("byggerapport_sammenligning"),
        aargang=kilde.rows("aargang_liste"),
        maaltal_afvigende=kilde.rows("maaltal_afvigende_liste"),
        har_kvartaler=not kilde.rows("perioder_liste", periodetype="kvartal").is_empty(),
        hovedtal=read_hovedtal(kilde, kilde.rows("kommunen")["enhedsnr"].item()),
    )
