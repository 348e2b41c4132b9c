"""The command line's way to the figures: as hr, through the gate, logged."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline import tekster
from pipeline.fejl import Brugerfejl
from pipeline.kommandoer_lager import lager_of, name_of_command_line
from pipeline.lager.log import Haendelse, write_log
from pipeline.rettigheder import Bruger
from pipeline.scope import Miljoe, Scope, open_scope


@contextmanager
def scope_of_command_line(database: Path, kommando: str, *, personer: bool = False) -> Iterator[Scope]:
    """Errors: `Brugerfejl` when the database, its key or the store fails."""
    if not database.is_file():
        raise Brugerfejl(tekster.DATABASE_MANGLER.format(database=database.name))
    bruger = Bruger(name_of_command_line(), er_kommandolinje=True)
    with lager_of(database) as lager:
        miljoe = Miljoe(database, lager, lambda: dt.datetime.now(dt.UTC))
        scope = open_scope(bruger, miljoe=miljoe, personer_til=kommando if personer else None)
        if not personer:
            write_log(lager, Haendelse(bruger.navn, "kommando", kommando, bygning_id=scope.bygning_id))
        yield scope
