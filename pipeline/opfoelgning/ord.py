"""A notice and the figures of the follow-up in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.tekster import faelles as tekster
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import dato_med_ord, heltal, periode_med_ord, procent


def explain_varsel(varsel: Mapping[str, Any]) -> str:
    """Why somebody is on the list, in one sentence; never a cause."""
    slags, siden = varsel["slags"], varsel["siden"]
    med_dag, uden = tekster_opfoelgning.HVORFOR[slags]
    if siden is None:
        return uden
    antal = heltal(varsel["antal"])
    return med_dag.format(
        antal=tekster_opfoelgning.DAGE.format(antal=antal) if slags in tekster_opfoelgning.MED_DAGE else antal,
        siden=dato_med_ord(siden),
    )


def explain_frist(varsel: Mapping[str, Any]) -> str:
    saetning = tekster_opfoelgning.OVER_FRISTEN if varsel["er_overskredet"] else tekster_opfoelgning.FRIST
    return saetning.format(frist=dato_med_ord(varsel["gaeldende_frist"]))


def explain_off(regel: Mapping[str, Any]) -> str:
    """Why a rule is off: the data is too old, or deliveries come too far apart."""
    if regel["data_dage"] > regel["kraever_data_dage"]:
        saetning, dage = tekster_opfoelgning.FRA_GAMMEL, regel["data_dage"]
    else:
        saetning, dage = tekster_opfoelgning.FRA_SJAELDEN, regel["hverdage_imellem"]
    return saetning.format(navn=regel["navn"], kraever=heltal(regel["kraever_data_dage"]), dage=heltal(dage))


def share(antal: int, af: int) -> str:
    return procent(antal / af) if af else tekster.MANGLER_TAL


def month(maaned: date) -> str:
    return periode_med_ord(f"{maaned:%Y-%m}")
