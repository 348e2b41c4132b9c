"""What a build asks of, and leaves in, the memory of earlier deliveries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipeline.byg.parametre import make_opgoerelse_id
from pipeline.indstillinger.model import Indstillinger
from pipeline.lager.aargange import keep_aargang, make_aargang, read_kommunens
from pipeline.lager.forsinkelse import follow_kvartaler, measure_foreloebig_dage
from pipeline.lager.lager import Lager

if TYPE_CHECKING:
    import polars as pl


def measure_forsinkelse(lager: Lager, indstillinger: Indstillinger, udtraeksdato: dt.date) -> int | None:
    """By deliveries before this one alone: built again, it meets the same."""
    set_ = read_kommunens(lager, make_opgoerelse_id(indstillinger), foer=udtraeksdato)
    return measure_foreloebig_dage(follow_kvartaler(set_), indstillinger.periode)


def remember_bygning(lager: Lager, bygning: Mapping[str, Any], aargang: pl.DataFrame) -> None:
    """The build has been put in place."""
    keep_aargang(lager, make_aargang(bygning, aargang.iter_rows()), fra=bygning["opbevaring_fra"])
