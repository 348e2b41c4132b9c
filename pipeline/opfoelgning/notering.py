"""A leader's mark on a notice: only on one her scope holds open, and only while it does."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager, pseudonym
from pipeline.lager.log import Haendelse, Hvad
from pipeline.lager.noter import Handling, NyNote, add_note, undo_note
from pipeline.port.scope import Scope
from pipeline.tekster import opfoelgning as tekster_opfoelgning

STED = "Opfølgning"


def mark_varsel(
    lager: Lager,
    scope: Scope,
    varsel: Mapping[str, Any],
    *,
    handling: Handling,
    dato: date,
    bruger: str,
    nu: datetime,
) -> None:
    """`varsel`: a row of opfoelgning_liste. The note is about the days from its first to the day of the mark, as far as
    the absence is known to reach; about its last where all of it lies before the days that are shown.

    Errors: `Brugerfejl` for a notice that is not (any more) hers to mark, or a day before it or to come.
    """
    aktuel = _find(scope, varsel)
    if aktuel is None or aktuel["tilstand"] != "åben":
        raise Brugerfejl(tekster_opfoelgning.FINDES_IKKE)
    if not aktuel["fra"] <= dato <= scope.rows("opfoelgning_regelliste")["dag"][0]:
        raise Brugerfejl(tekster_opfoelgning.DATO_FORKERT)
    note = NyNote(
        person=pseudonym(lager, int(aktuel["medarbejdernr"])),
        regel=aktuel["regel"],
        fra=min(aktuel["fra"], aktuel["til"]),
        til=min(aktuel["til"], max(aktuel["forfald"], dato)),
        dato=dato,
        handling=handling,
    )
    add_note(lager, note, _event(scope, bruger, "opfølgning noteret"), nu=nu)


def undo_varsel(lager: Lager, scope: Scope, varsel: Mapping[str, Any], *, bruger: str, nu: datetime) -> None:
    """Errors: `Brugerfejl` when there is nothing of hers to undo any more."""
    aktuel = _find(scope, varsel)
    if aktuel is None or aktuel["note_id"] is None:
        raise Brugerfejl(tekster_opfoelgning.FINDES_IKKE)
    undo_note(lager, aktuel["note_id"], _event(scope, bruger, "opfølgning fortrudt"), nu=nu)


def _find(scope: Scope, varsel: Mapping[str, Any]) -> dict[str, Any] | None:
    noegle = {navn: varsel[navn] for navn in ("medarbejdernr", "regel", "fra")}
    return next(iter(scope.rows("opfoelgning_liste").filter(**noegle).to_dicts()), None)


def _event(scope: Scope, bruger: str, hvad: Hvad) -> Haendelse:
    return Haendelse(bruger, hvad, STED, noder=scope.rettigheder.noder, bygning_id=scope.bygning_id, antal_personer=1)
