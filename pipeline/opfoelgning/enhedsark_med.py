"""The page about one unit for MED: the figures of the unit that the kommune publishes, as they are rounded there."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.opfoelgning.enhedsark import (
    Afsnit,
    Enhedsark,
    describe_signal,
    explain,
    explain_afledt,
    name_maaltal,
    word_laengde,
)
from pipeline.port.scope import Scope
from pipeline.report import tema
from pipeline.report.figurer import liggende_soejler
from pipeline.report.visning import Tabel, Visning
from pipeline.report.visninger import headline
from pipeline.tekster import enhedsark as tekster_ark
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import decimaltal, heltal, periode_med_ord, step_back

Raekke = dict[str, Any]


def find_gruppe(scope: Scope, enhedsnr: str) -> Raekke:
    """A unit's row of udgivne_grupper. Hr's scope holds exact and published figures; of anybody else's unit only the
    one she is shown. Errors: `Brugerfejl` says why there is no page about it.
    """
    if not scope.rettigheder.er_hr and scope.rows("noder").filter(enhedsnr=enhedsnr, er_udgivet=True).is_empty():
        raise Brugerfejl(explain("ukendt", enhedsnr))
    grupper = scope.rows("udgivne_grupper").filter(pl.col("enhed_id").is_not_null(), opdeling="enheder")
    egne = grupper.filter(gruppe_id=int(enhedsnr) if enhedsnr.isdecimal() else 0).to_dicts()
    if not egne:
        navne = scope.rows("noder").filter(enhedsnr=enhedsnr)["enhedsnavn"].to_list()
        raise Brugerfejl(explain("ikke_udgivet", navne[0]) if navne else explain("ukendt", enhedsnr))
    return egne[0]


def make_medark(scope: Scope, enhedsnr: str) -> Enhedsark:
    """Errors: as find_gruppe."""
    gruppe = find_gruppe(scope, enhedsnr)
    foreloebig = scope.rows("perioder_valg").filter(periode=gruppe["periode"])["er_foreloebig"].any()
    return Enhedsark(
        gruppe["navn"],
        gruppe["periode"],
        tekster_ark.STATUS_MED.format(periode=periode_med_ord(gruppe["periode"])),
        list(_list_tal(scope, gruppe)),
        [
            describe_signal(gruppe, foreloebig=foreloebig),
            _describe_udvikling(scope, gruppe),
            _describe_laengde(scope, gruppe),
        ],
    )


def _list_tal(scope: Scope, gruppe: Raekke) -> Iterator[tuple[str, str]]:
    yield decimaltal(gruppe["sygedage"]), tekster.ENHED_FOR_NYTAL[headline(scope)].lower()
    yield name_maaltal(gruppe, gruppe["afstand"])
    yield heltal(gruppe["medarbejdere"]), tekster_ark.MEDARBEJDERE_MED
    for kolonne, navn in (
        ("langtidsandel_pct", tekster_ark.LANGTIDSANDEL),
        ("langtidsfriske_pct", tekster_ark.LANGTIDSFRISKE),
    ):
        if gruppe[kolonne] is not None:
            yield tekster_ark.PROCENT.format(tal=heltal(gruppe[kolonne])), navn


def _describe_udvikling(scope: Scope, gruppe: Raekke) -> Afsnit:
    """The three quarters that are published, the oldest first, and the måltal. The chart states no other figure."""
    kvartal = gruppe["periode"]
    tal = [
        (periode_med_ord(step_back(kvartal, 4)), gruppe["sygedage_aar_foer"], tema.KORTTID),
        (periode_med_ord(step_back(kvartal, 1)), gruppe["sygedage_kvartal_foer"], tema.KORTTID),
        (periode_med_ord(kvartal), gruppe["sygedage"], tema.LANGTID),
        (tekster.MAALTAL, gruppe["maaltal"], tema.MAALTAL),
    ]
    raekker = [
        {"navn": navn, "fra": 0.0, "til": float(dage), "tekst": decimaltal(dage), "farve": farve}
        for navn, dage, farve in tal
        if dage is not None
    ]
    akse = tekster.ENHED_FOR_NYTAL[headline(scope)]
    saetning = tekster_ark.UDVIKLING_MED.format(
        enhed=akse, tal=", ".join(f"{raekke['navn']} {raekke['tekst']}" for raekke in raekker)
    )
    figur = liggende_soejler(pl.DataFrame(raekker), akse=akse, beskrivelse=saetning)
    return Afsnit(
        tekster_ark.UDVIKLING_TITEL, explain_afledt(gruppe), Visning("udvikling", akse, saetning, Tabel((), ()), figur)
    )


def _describe_laengde(scope: Scope, gruppe: Raekke) -> Afsnit:
    if gruppe["korttid"] is None or gruppe["langtid"] is None:
        return Afsnit(tekster_ark.LAENGDE_TITEL, [tekster_ark.LAENGDE_INGEN])
    return word_laengde(scope, gruppe["korttid"], gruppe["langtid"])
