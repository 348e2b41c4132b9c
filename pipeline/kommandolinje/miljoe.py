"""The command line's way to the figures: as hr, through the gate, logged."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.opfoelgning import Opfoelgning
from pipeline.lager.lager import Lager, open_lager_of
from pipeline.lager.log import Haendelse, write_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.tekster import faelles as tekster


def name_of_command_line() -> str:
    """Who the log says it was."""
    return f"kommandolinje ({getuser()})"


def command_line_as_hr() -> Bruger:
    """Whoever may run it on the server holds the key to the database."""
    return Bruger(name_of_command_line(), er_kommandolinje=True)


@contextmanager
def lager_of(database: Path) -> Iterator[Lager]:
    lager = open_lager_of(database)
    try:
        yield lager
    finally:
        lager.close()


@contextmanager
def miljoe_of_command_line(database: Path) -> Iterator[Miljoe]:
    """Errors: `Brugerfejl` when the database, its key or the store fails."""
    if not database.is_file():
        raise Brugerfejl(tekster.DATABASE_MANGLER.format(database=database.name))
    with lager_of(database) as lager:
        yield Miljoe(database, lager, lambda: dt.datetime.now(dt.UTC))


def open_as_command_line(
    miljoe: Miljoe,
    kommando: str,
    *,
    personer: bool = False,
    opfoelgning: bool = False,
    regler: Opfoelgning | None = None,
) -> Scope:
    bruger = command_line_as_hr()
    til = kommando if personer else None
    scope = open_scope(bruger, miljoe=miljoe, personer_til=til, opfoelgning=opfoelgning, regler=regler)
    if not personer:
        write_log(miljoe.lager, Haendelse(bruger.navn, "kommando", kommando, bygning_id=scope.bygning_id))
    return scope


def open_for_user(miljoe: Miljoe, bruger: str, *, kommando: str) -> Scope:
    """The follow-up as `bruger` may see it now, to write to her about. Errors: `IngenAdgang`."""
    som = Bruger(name_of_command_line(), som=bruger, er_kommandolinje=True)
    return open_scope(som, miljoe=miljoe, personer_til=kommando, opfoelgning=True)


@contextmanager
def scope_of_command_line(database: Path, kommando: str, *, personer: bool = False) -> Iterator[Scope]:
    """Errors: `Brugerfejl` when the database, its key or the store fails."""
    with miljoe_of_command_line(database) as miljoe:
        yield open_as_command_line(miljoe, kommando, personer=personer)
