"""Everything held about one person, printed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.lager.lager import Lager
from pipeline.lager.log import DANSK_TID
from pipeline.opfoelgning.indsigt import collect_indsigt
from pipeline.port.scope import Scope
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster.dansk import dato, decimaltal, tidspunkt


def print_indsigt(scope: Scope, lager: Lager, medarbejdernr: int, *, nu: datetime) -> None:
    fundet = collect_indsigt(scope, lager, medarbejdernr)
    konsol = make_konsol()
    nummer = f"{medarbejdernr:08d}"
    if not fundet:
        konsol.print(tekster_besked.INDSIGT_INTET.format(nummer=nummer))
        return
    konsol.print(tekster_besked.INDSIGT_TITEL.format(nummer=nummer, tid=_say(nu)))
    for navn, raekker in fundet.items():
        titel, kolonner = tekster_besked.INDSIGT[navn]
        konsol.print(f"\n{titel}")
        tabel = make_tabel(*kolonner, tal=0, fold=tuple(range(len(kolonner))))
        for raekke in raekker:
            tabel.add_row(*map(_say, raekke))
        konsol.print(tabel)


def _say(vaerdi: Any) -> str:
    if isinstance(vaerdi, datetime):
        return tidspunkt(vaerdi.astimezone(DANSK_TID))
    if isinstance(vaerdi, date):
        return dato(vaerdi)
    if isinstance(vaerdi, bool):
        return tekster_besked.JA_NEJ[vaerdi]
    if isinstance(vaerdi, (Decimal, float)):
        return decimaltal(vaerdi, 2)
    return "" if vaerdi is None else str(vaerdi)
