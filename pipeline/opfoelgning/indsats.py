"""What is agreed for a unit: only for one the scope says its user may, in words about nobody."""

from datetime import date
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indsats as Indsatsindstillinger
from pipeline.lager.indsatser import NyIndsats, add_indsats, end_indsats
from pipeline.lager.log import DANSK_TID, Haendelse, Hvad
from pipeline.lager.skema import HOEJST_TEGN
from pipeline.port.opfoelgning import followup_day
from pipeline.port.scope import Miljoe, Scope, list_navne
from pipeline.proev.linje import check_form, check_personer
from pipeline.tekster import indsats as tekster_indsats
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import dato


def read_valgmuligheder() -> Indsatsindstillinger:
    return load_indstillinger(None).indsats


def agree_indsats(scope: Scope, ny: NyIndsats, *, bruger: str, miljoe: Miljoe) -> int:
    """Its number. Errors: `Brugerfejl` for a unit that is not the user's to agree for, a word that is on no list, dates
    that turn round, or a line that is not one, or is about somebody.
    """
    enheder = scope.rows("indsats_enheder").filter("kan_aftales")
    if ny.enhed_id not in enheder["enhed_id"]:
        raise Brugerfejl(tekster_indsats.ENHED_UKENDT)
    lister = read_valgmuligheder()
    if ny.kategori not in lister.kategorier:
        valg = ", ".join(lister.kategorier)
        raise Brugerfejl(tekster_indsats.KATEGORI_UKENDT.format(kategori=ny.kategori, kategorier=valg))
    if ny.ejer not in lister.ejere:
        raise Brugerfejl(tekster_indsats.EJER_UKENDT.format(ejer=ny.ejer, ejere=", ".join(lister.ejere)))
    if ny.til is not None and ny.til < ny.fra:
        raise Brugerfejl(tekster_lager.INDSATS_DATOER)
    check_form(ny.tekst, hoejst=HOEJST_TEGN, mangler=tekster_indsats.TEKST_MANGLER)
    check_personer(ny.tekst, list_navne(miljoe))
    return add_indsats(miljoe.lager, ny, _event(scope, bruger, "indsats aftalt", ny.enhed_id), nu=miljoe.ur())


def finish_indsats(scope: Scope, nr: int, *, dag: date, bruger: str, miljoe: Miljoe) -> None:
    """Errors: `Brugerfejl` for one that is not the user's to end, is over, or begins later."""
    egne = scope.rows("indsats_liste").filter("kan_aftales", pl.col("afsluttet").is_null(), indsats_id=nr)
    if egne.is_empty():
        raise Brugerfejl(tekster_lager.INDSATS_FINDES_IKKE)
    haendelse = _event(scope, bruger, "indsats afsluttet", egne["enhed_id"].item())
    end_indsats(miljoe.lager, nr, haendelse, dato=dag, nu=miljoe.ur())


def _event(scope: Scope, bruger: str, hvad: Hvad, enhed_id: int) -> Haendelse:
    return Haendelse(bruger, hvad, tekster_indsats.SIDE, noder=(enhed_id,), bygning_id=scope.bygning_id)


def day_of(scope: Scope) -> date:
    """The day the scope was opened; in the demo the day after its data were drawn."""
    udtraek = scope.rows("byggerapport_bygning")["udtraeksdato"].item()
    return followup_day(scope.aabnet.astimezone(DANSK_TID).date(), udtraeksdato=udtraek, er_demo=scope.er_demo)


def split_indsatser(scope: Scope) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of indsats_liste that are not over, and those that are."""
    dag = day_of(scope)
    alle = scope.rows("indsats_liste").to_dicts()
    over = [indsats for indsats in alle if indsats["afsluttet"] or (indsats["slut"] or date.max) < dag]
    return [indsats for indsats in alle if indsats not in over], over


def word_indsats(indsats: dict[str, Any]) -> tuple[str, ...]:
    """In the order of KOLONNER."""
    return (
        str(indsats["indsats_id"]),
        indsats["enhedsnavn"],
        indsats["kategori"],
        indsats["ejer"],
        dato(indsats["fra"]),
        word_slut(indsats),
        indsats["tekst"],
        tekster_indsats.AF.format(af=indsats["af"], dato=dato(indsats["aftalt"])),
    )


def word_slut(indsats: dict[str, Any]) -> str:
    return tekster_indsats.INDTIL_VIDERE if indsats["slut"] is None else dato(indsats["slut"])
