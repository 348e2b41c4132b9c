"""What is proposed and decided of måltal: only for units the scope says are the user's, for reasons about nobody."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Maaltal
from pipeline.lager.adgang import LEVERANCE
from pipeline.lager.log import Haendelse, Hvad
from pipeline.lager.maaltal import (
    AFVIST,
    FORESLAAET,
    GODKENDT,
    TILBAGETAGET,
    NytMaaltal,
    Tilstand,
    answer_maaltal,
    propose_maaltal,
    set_maaltal,
)
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.port.scope import Miljoe, Scope, list_navne
from pipeline.proev.linje import check_form, check_personer
from pipeline.tekster import beslutninger as tekster
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster.dansk import dato, decimaltal

TAL = re.compile(r"([0-9]{1,3})(?:[,.]([0-9]))?")
HVAD: Mapping[Tilstand, Hvad] = {
    FORESLAAET: "måltal foreslået",
    GODKENDT: "måltal godkendt",
    AFVIST: "måltal afvist",
    TILBAGETAGET: "måltal trukket tilbage",
}


def read_tal(tekst: str) -> int:
    """Tenths, of `12,5` or `12`. Errors: `Brugerfejl` for what is no måltal."""
    hoejst = _limits().hoejst
    fundet = TAL.fullmatch(tekst.strip())
    tiendedele = int(fundet[1]) * 10 + int(fundet[2] or 0) if fundet else 0
    if not 0 < tiendedele <= hoejst * 10:
        raise Brugerfejl(tekster.TAL_UKENDT.format(tekst=tekst.strip()[:20], hoejst=decimaltal(hoejst)))
    return tiendedele


def list_aar(scope: Scope) -> list[int]:
    """The calendar years a måltal can be decided for; the udtræk's own is one of them."""
    aar, graenser = this_year(scope), _limits()
    return list(range(aar - graenser.aar_tilbage, aar + graenser.aar_frem + 1))


def this_year(scope: Scope) -> int:
    return int(scope.rows("byggerapport_bygning")["udtraeksdato"].item().year)


def suggest_maaltal(scope: Scope, ny: NytMaaltal, *, bruger: str, miljoe: Miljoe) -> int:
    """Its number. Errors: `Brugerfejl` for a unit, a year or a reason there can be no proposal of."""
    _check_new(scope, ny, miljoe)
    haendelse = _event(scope, bruger, "måltal foreslået", ny.enhed_id)
    return propose_maaltal(miljoe.lager, ny, haendelse, nu=miljoe.ur())


def decide_maaltal(scope: Scope, ny: NytMaaltal, *, bruger: str, miljoe: Miljoe) -> int:
    """As suggest_maaltal, without anybody's approval: for hr."""
    if not scope.rettigheder.er_hr:
        raise Brugerfejl(tekster.KUN_HR)
    _check_new(scope, ny, miljoe)
    return set_maaltal(miljoe.lager, ny, _event(scope, bruger, "måltal sat", ny.enhed_id), nu=miljoe.ur())


def settle_maaltal(scope: Scope, nr: int, tilstand: Tilstand, begrundelse: str, *, bruger: str, miljoe: Miljoe) -> int:
    """The number of the answer. Hr approves and rejects, and takes back what is decided; who may propose for the unit
    takes back a proposal.

    Errors: `Brugerfejl` for one that is not the user's to answer, or that is answered.
    """
    spurgt = next((b for b in scope.rows("maaltal_historik_liste").to_dicts() if b["beslutning_id"] == nr), None)
    if spurgt is None or not may_settle(scope, spurgt, tilstand):
        raise Brugerfejl(tekster.NR_UKENDT.format(nr=nr))
    if begrundelse or tilstand != GODKENDT:
        _check_begrundelse(begrundelse, miljoe)
    haendelse = _event(scope, bruger, HVAD[tilstand], spurgt["enhed_id"])
    return answer_maaltal(miljoe.lager, nr, tilstand, begrundelse, haendelse, nu=miljoe.ur())


def may_settle(scope: Scope, beslutning: Mapping[str, Any], tilstand: Tilstand) -> bool:
    """`beslutning`: a row of maaltal_historik_liste.sql."""
    er_hr = scope.rettigheder.er_hr
    if tilstand != TILBAGETAGET:
        return er_hr and beslutning["tilstand"] == FORESLAAET
    if beslutning["tilstand"] == FORESLAAET:
        return er_hr or beslutning["af"] != LEVERANCE
    return er_hr and beslutning["tilstand"] == GODKENDT


def word_beslutning(beslutning: Mapping[str, Any]) -> tuple[str, ...]:
    """In the order of KOLONNER."""
    trin = tekster.TRIN[beslutning["tilstand"]]
    if beslutning["svarer_paa"] is not None:
        trin = tekster.SVAR_PAA.format(trin=trin, nr=beslutning["svarer_paa"])
    return (
        str(beslutning["beslutning_id"]),
        beslutning["enhedsnavn"],
        str(beslutning["aar"]),
        word_tal(beslutning["foer"]),
        word_tal(beslutning["maaltal"]),
        trin,
        beslutning["begrundelse"] or tekster.INTET,
        tekster.AF.format(af=beslutning["af"], dato=dato(beslutning["dag"])),
    )


def word_tal(tiendedele: int | None) -> str:
    return tekster.INTET if tiendedele is None else decimaltal(Decimal(tiendedele) / 10)


def _limits() -> Maaltal:
    return load_indstillinger(None).maaltal


def _check_new(scope: Scope, ny: NytMaaltal, miljoe: Miljoe) -> None:
    if ny.enhed_id not in scope.rows("indsats_enheder").filter("kan_aftales")["enhed_id"]:
        raise Brugerfejl(tekster.ENHED_UKENDT)
    aar = list_aar(scope)
    if ny.aar not in aar:
        raise Brugerfejl(tekster.AAR_UKENDT.format(fra=aar[0], til=aar[-1], aar=ny.aar))
    _check_begrundelse(ny.begrundelse, miljoe)


def _check_begrundelse(begrundelse: str, miljoe: Miljoe) -> None:
    check_form(begrundelse, hoejst=HOEJST_BEGRUNDELSE, mangler=tekster.BEGRUNDELSE_MANGLER)
    check_personer(begrundelse, list_navne(miljoe))


def _event(scope: Scope, bruger: str, hvad: Hvad, enhed_id: int) -> Haendelse:
    return Haendelse(bruger, hvad, tekster_dashboard.SIDER["maaltal"], noder=(enhed_id,), bygning_id=scope.bygning_id)
