"""What a build asks of the store, and what it leaves in the memory of earlier deliveries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict

from pipeline.byg.parametre import Besluttet, make_opgoerelse_id
from pipeline.byg.warehouse import Forsinkelse
from pipeline.indstillinger.model import Indstillinger
from pipeline.lager.aargange import keep_aargang, make_aargang, read_kommunens
from pipeline.lager.forsinkelse import follow_kvartaler, measure_foreloebig_dage
from pipeline.lager.lager import Lager
from pipeline.lager.maaltal import read_besluttede

if TYPE_CHECKING:
    import polars as pl


class Husket(TypedDict, total=False):
    """What the store gives a build: arguments of build_warehouse."""

    maalt_forsinkelse: Forsinkelse
    besluttede: Sequence[Besluttet]


def recall(lager: Lager, indstillinger: Indstillinger) -> Husket:
    return {
        "maalt_forsinkelse": partial(measure_forsinkelse, lager, indstillinger),
        "besluttede": read_besluttede(lager),
    }


def measure_forsinkelse(lager: Lager, indstillinger: Indstillinger, udtraeksdato: dt.date) -> int | None:
    """By deliveries before this one alone: built again, it meets the same."""
    set_ = read_kommunens(lager, make_opgoerelse_id(indstillinger), foer=udtraeksdato)
    return measure_foreloebig_dage(follow_kvartaler(set_), indstillinger.periode)


def remember_bygning(lager: Lager, bygning: Mapping[str, Any], aargang: pl.DataFrame) -> None:
    """The build has been put in place."""
    keep_aargang(lager, make_aargang(bygning, aargang.iter_rows()), fra=bygning["opbevaring_fra"])
