"""What the way back takes out of, and puts back in, the memory of earlier deliveries."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pipeline.database.ombytning import previous_of
from pipeline.kommandolinje.miljoe import command_line_as_hr, lager_of
from pipeline.kvartal.aargang import remember_bygning
from pipeline.lager.aargange import take_back_aargang
from pipeline.lager.lager import Lager
from pipeline.port.scope import Miljoe, Scope, open_scope


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
