"""What the commands that build ask of, and leave in, the memory of earlier deliveries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.byg.parametre import make_opgoerelse_id
from pipeline.database.ombytning import previous_of
from pipeline.indstillinger.model import Indstillinger
from pipeline.kommandolinje.miljoe import command_line_as_hr, lager_of
from pipeline.lager.aargange import keep_aargang, make_aargang, read_kommunens, take_back_aargang
from pipeline.lager.forsinkelse import follow_kvartaler, measure_foreloebig_dage
from pipeline.lager.lager import Lager
from pipeline.port.scope import Miljoe, Scope, open_scope

if TYPE_CHECKING:
    import polars as pl


def measure_forsinkelse(lager: Lager, indstillinger: Indstillinger, udtraeksdato: dt.date) -> int | None:
    """By deliveries before this one alone: built again, it meets the same."""
    set_ = read_kommunens(lager, make_opgoerelse_id(indstillinger), foer=udtraeksdato)
    return measure_foreloebig_dage(follow_kvartaler(set_), indstillinger.periode)


def remember_bygning(lager: Lager, bygning: Mapping[str, Any], aargang: pl.DataFrame) -> None:
    """The build has been put in place."""
    keep_aargang(lager, make_aargang(bygning, aargang.iter_rows()), fra=bygning["opbevaring_fra"])


def follow_forrige(database: Path) -> None:
    """The build put back is remembered, the one taken back forgotten; but an older delivery was in place before it, and
    has not been taken back. Errors: `Brugerfejl`.
    """
    with lager_of(database) as lager:
        scope = _open(lager, database, database)
        sat_tilbage = _describe(scope)
        if previous_of(database).is_file():
            vaek = _describe(_open(lager, previous_of(database), database))
            if vaek["udtraeksdato"] >= sat_tilbage["udtraeksdato"]:
                take_back_aargang(lager, vaek["udtraeksdato"], vaek["bygning_id"])
        remember_bygning(lager, sat_tilbage, scope.rows("aargang_liste"))


def _open(lager: Lager, fil: Path, database: Path) -> Scope:
    return open_scope(command_line_as_hr(), miljoe=Miljoe(fil, lager, lambda: dt.datetime.now(dt.UTC), database))


def _describe(scope: Scope) -> dict[str, Any]:
    return scope.rows("byggerapport_bygning").row(0, named=True)
