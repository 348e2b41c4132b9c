"""The build of a round, in a process of its own: it replaces nothing, and ends by itself whoever closes what."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any

from pipeline.byg.byggerapport import Byggerapport
from pipeline.byg.sammenligning import Afvigelse
from pipeline.byg.warehouse import build_warehouse, count_steps
from pipeline.database.noegler import read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kvartal.aargang import recall
from pipeline.kvartal.lukket import unlock_mappe
from pipeline.kvartal.stand import Leverance, Stand, follow, read_bygning_id, read_stand
from pipeline.kvartal.steder import (
    find_indbakke,
    fremdrift_of,
    kandidat_of,
    leverance_of,
    remove_leverancer,
    take_koersel,
)
from pipeline.lager.kvartaler import Gang, Trin, Trinnavn, add_trin
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse
from pipeline.port.scope import Miljoe
from pipeline.readers import Leverancekilde
from pipeline.tekster import kvartal as tekster_kvartal

BARN = "pipeline.kvartal.barn"


@dataclass(frozen=True)
class Fremdrift:
    """How far a build is: `nr` of `af` steps; `navn` is a key of tekster.FREMDRIFT, or none."""

    nr: int
    af: int
    navn: str


def begin_byg(miljoe: Miljoe, *, af: str, accepter: bool = False, begrundelse: str = "") -> Stand:
    """The store says that it is built from now on; whoever asks must hold the lock of `take_koersel`.

    `accepter`: all the same, though the results are far from those before, for this reason. Errors: `Brugerfejl`.
    """
    stand = read_stand(miljoe)
    if stand is None:
        raise Brugerfejl(tekster_kvartal.INGEN_GANG)

    def tillad(gang: Gang) -> None:
        nu = follow(gang)
        if nu.leverance is None or nu.leverance.kilde == "i brug" or nu.bygges == "bygget":
            raise Brugerfejl(tekster_kvartal.INGEN_LEVERANCE)
        if nu.bygges == "standset" and not (accepter and nu.kan_accepteres):
            raise Brugerfejl(tekster_kvartal.ER_STANDSET)
        if accepter and not begrundelse.strip():
            raise Brugerfejl(tekster_kvartal.BEGRUNDELSE_MANGLER)

    data = {"mod": read_bygning_id(miljoe), "accepter": accepter, "begrundelse": begrundelse.strip()}
    _note(miljoe.lager, stand.gang.id, "bygges", af=af, data=data, tillad=tillad, nu=miljoe.ur())
    write_fremdrift(miljoe.database, Fremdrift(0, count_steps(), ""))
    return read_stand(miljoe) or stand


def start_byg(miljoe: Miljoe, *, af: str, accepter: bool = False, begrundelse: str = "") -> None:
    """In a process of its own, which has the lock with it from the beginning. Errors: `Brugerfejl`."""
    laas = take_koersel(miljoe.database)
    try:
        begin_byg(miljoe, af=af, accepter=accepter, begrundelse=begrundelse)
        barn = subprocess.Popen(
            [sys.executable, "-m", BARN, str(miljoe.database.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(laas,),
            start_new_session=True,
        )
        Thread(target=barn.wait, daemon=True).start()  # whoever outlives it takes its end; it outlives all others
    finally:
        os.close(laas)


def build_kandidat(miljoe: Miljoe, *, fremdrift: Callable[[str], None] = lambda trin: None) -> Byggerapport | None:
    """The build that has begun, to its end; how it ended is in the store. None when it stopped.

    Whoever calls has the lock of `take_koersel`.
    """
    stand = follow(_newest(miljoe))
    bygges = find_bygges(stand.gang)
    try:
        rapport = _build(miljoe, stand, accepter=bool(bygges.data["accepter"]), fremdrift=fremdrift)
    except Brugerfejl as fejl:
        note_standset(miljoe, str(fejl), kan_accepteres=isinstance(fejl, Afvigelse))
        return None
    remove_leverancer(miljoe.database)
    data = {"bygning_id": rapport.bygning["bygning_id"]}
    _note(miljoe.lager, stand.gang.id, "bygget", af=bygges.af, data=data, nu=miljoe.ur())
    return rapport


def note_standset(miljoe: Miljoe, saetning: str, *, kan_accepteres: bool = False) -> None:
    """The build that runs stopped, and why; what it was made of is kept only where hr may build it all the same."""
    gang = _newest(miljoe)
    if not kan_accepteres:
        remove_leverancer(miljoe.database)
    data = {"saetning": saetning, "kan_accepteres": kan_accepteres}
    _note(miljoe.lager, gang.id, "standset", af=find_bygges(gang).af, data=data, nu=miljoe.ur())


def find_bygges(gang: Gang) -> Trin:
    """Who asked for the newest build, and how."""
    return next(trin for trin in reversed(gang.trin) if trin.hvad == "bygges")


def _build(miljoe: Miljoe, stand: Stand, *, accepter: bool, fremdrift: Callable[[str], None]) -> Byggerapport:
    database, noegle = miljoe.database, read_noegle("noegle", miljoe.database)
    indstillinger = load_indstillinger(None)
    kandidat = kandidat_of(database)
    kandidat.unlink(missing_ok=True)
    trin = iter(range(1, count_steps() + 1))

    def note(navn: str) -> None:
        write_fremdrift(database, Fremdrift(next(trin), count_steps(), navn))
        fremdrift(navn)

    return build_warehouse(
        find_kilde(database, stand.leverance, noegle),
        kandidat,
        indstillinger=indstillinger,
        accepter_afvigelse=accepter,
        noegle=noegle,
        forrige=database,
        fremdrift=note,
        **recall(miljoe.lager, indstillinger),
    )


def find_kilde(database: Path, leverance: Leverance | None, noegle: str) -> Leverancekilde:
    """Errors: `Brugerfejl` when it is no longer there, or not the files hr saw."""
    indbakke = find_indbakke()
    if leverance is not None and leverance.kilde == "indbakke" and indbakke is not None:
        return indbakke
    filer = () if leverance is None else unlock_mappe(leverance_of(database, leverance.maerke), noegle)
    if not filer:
        raise Brugerfejl(tekster_kvartal.LEVERANCE_VAEK)
    return filer


def write_fremdrift(database: Path, fremdrift: Fremdrift) -> None:
    """In one step, for whoever looks meanwhile."""
    fil = fremdrift_of(database)
    ny = fil.with_name(f"{fil.name}.ny")
    ny.write_text(json.dumps(vars(fremdrift)), encoding="utf-8")
    os.replace(ny, fil)


def read_fremdrift(database: Path) -> Fremdrift | None:
    try:
        return Fremdrift(**json.loads(fremdrift_of(database).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _newest(miljoe: Miljoe) -> Gang:
    stand = read_stand(miljoe)
    if stand is None:
        raise Brugerfejl(tekster_kvartal.INGEN_GANG)
    return stand.gang


def _note(
    lager: Lager,
    gang: int,
    hvad: Trinnavn,
    *,
    af: str,
    data: Mapping[str, Any],
    nu: datetime,
    tillad: Callable[[Gang], None] = lambda gang: None,
) -> None:
    add_trin(lager, gang, hvad, Haendelse(af, "kvartal bygget", hvad), data=data, nu=nu, tillad=tillad)
