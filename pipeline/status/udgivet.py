"""The newest published case, as it was locked: nothing here is made of the figures in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from pipeline.fejl import Brugerfejl
from pipeline.lager.laase import find_nyeste, read_laasefil
from pipeline.lager.lager import Lager
from pipeline.status.sag import Sag
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord

if TYPE_CHECKING:
    from pipeline.status.udgiv import Udgivelse

SIDE = "side.json"
"""The page among the files of a lock."""
FILTYPER: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Udgivet:
    """`sag`: None for a quarter that was locked without its case."""

    laas: int
    kvartal: str
    dag: date
    sag: Sag | None


def find_udgivet(lager: Lager) -> Udgivet | None:
    """None while no quarter is locked. Errors: `Brugerfejl` for one that is not as it was written."""
    nyeste = find_nyeste(lager)
    if nyeste is None:
        return None
    side = read_laasefil(lager, nyeste.id, SIDE)
    try:
        sag = None if side is None else Sag.model_validate_json(side)
    except ValidationError:
        saetning = tekster_laaste.LAAS_AENDRET.format(kvartal=periode_med_ord(nyeste.kvartal))
        raise Brugerfejl(saetning) from None
    return Udgivet(nyeste.id, nyeste.kvartal, nyeste.udgivet, sag)


def list_filer(kvartal: str) -> dict[str, str]:
    """The files of a case that are published with it, by name, and what each is called."""
    return {f"{navn}-{kvartal}.{type_}": titel for (navn, type_), titel in tekster_status.SIDE_STATUS_HENT.items()}


def pick_filer(udgivelse: Udgivelse) -> dict[str, bytes]:
    """Of a release's files what is kept with the lock; nothing of one that is no case."""
    sag, filer = udgivelse.sag, udgivelse.filer
    if sag is None:
        return {}
    return {SIDE: sag.write()} | {navn: filer[navn] for navn in list_filer(sag.kvartal) if navn in filer}
