"""The page an afdelingschef prints for the monthly talk with a leder: counts, no persons."""

import json
from pathlib import Path

import polars as pl

from pipeline.opfoelgning.ord import month, share
from pipeline.port.scope import Scope
from pipeline.status.bilag import compile_typst
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import dato_med_ord, heltal


def read_leder(scope: Scope, enhedsnr: str) -> pl.DataFrame:
    """The leder's rows: twelve months together first (maaned null), then each month; none for who is not shown alone.

    Grain: maaned.
    """
    return scope.rows("opfoelgning_ledere").filter(enhedsnr=enhedsnr)


def tabulate_months(raekker: pl.DataFrame) -> list[tuple[str, ...]]:
    """In the order of MAANED_KOLONNER, newest first."""
    maaneder = raekker.filter(pl.col("maaned").is_not_null()).sort("maaned", descending=True)
    return [
        (
            month(linje["maaned"]).capitalize(),
            heltal(linje["antal_talt"]),
            heltal(linje["antal_i_tide"]),
            share(linje["antal_i_tide"], linje["antal_talt"]),
            heltal(linje["antal_aabne"]),
        )
        for linje in maaneder.iter_rows(named=True)
    ]


def write_ledersamtale(scope: Scope, enhedsnr: str) -> bytes | None:
    """PDF; None for a leder the scope does not show by herself."""
    raekker = read_leder(scope, enhedsnr)
    if raekker.is_empty():
        return None
    alle = raekker.filter(pl.col("maaned").is_null()).row(0, named=True)
    regel = scope.rows("opfoelgning_regelliste").row(0, named=True)
    vaerdier = {navn: heltal(alle[navn]) for navn in tekster_opfoelgning.SAMTALE_TAL if navn in alle}
    vaerdier["andel"] = share(alle["antal_i_tide"], alle["antal_talt"])
    indhold = {
        "titel": tekster_opfoelgning.SAMTALE_TITEL.format(enhed=alle["enhedsnavn"]),
        "demo": tekster_adgang.DEMO if scope.er_demo else "",
        "status": tekster_opfoelgning.SAMTALE_STATUS.format(
            dag=dato_med_ord(regel["dag"]), udtraek=dato_med_ord(regel["udtraeksdato"])
        ),
        "tal": [{"navn": tekst, "vaerdi": vaerdier[navn]} for navn, tekst in tekster_opfoelgning.SAMTALE_TAL.items()],
        "kolonner": tekster_opfoelgning.MAANED_KOLONNER,
        "raekker": tabulate_months(raekker),
        "spoergsmaal_titel": tekster_opfoelgning.SAMTALE_SPOERGSMAAL_TITEL,
        "spoergsmaal": tekster_opfoelgning.SAMTALE_SPOERGSMAAL,
        "aftaler": tekster_opfoelgning.SAMTALE_AFTALER,
        "fod": tekster_opfoelgning.SAMTALE_FOD,
    }
    kilde = Path(__file__).with_name("ledersamtale.typ").read_bytes()
    return compile_typst(kilde, {"data": json.dumps(indhold, ensure_ascii=False)})
