"""The page about one unit, for the talk with its leder: what the user's scope shows of it, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.opfoelgning.indsats import split_indsatser, word_slut
from pipeline.opfoelgning.ord import share
from pipeline.port.scope import Scope
from pipeline.report.aendringer import SKRIDT, judge_aendring, with_grund
from pipeline.report.hvorfor import view_hvorfor
from pipeline.report.hvorfor_ikke import explain_andel
from pipeline.report.kvartalsstatus import format_maaltal
from pipeline.report.visning import Visning
from pipeline.report.visninger import headline, view_figur_1
from pipeline.tekster import enhedsark as tekster_ark
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, dato, decimaltal, heltal, periode_med_ord, procent
from pipeline.tekster.definitioner import name_definitioner

HOEJST_INDSATSER = 5
Raekke = dict[str, Any]


@dataclass(frozen=True)
class Afsnit:
    """`linjer`: sentences; `visning`: a chart with them; `raekker`: a table, by INDSATSER_KOLONNER."""

    titel: str
    linjer: Sequence[str] = ()
    visning: Visning | None = None
    raekker: Sequence[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Enhedsark:
    """`tal`: figure and what it is. What is left of the page is for what is agreed at the talk or the meeting."""

    enhed: str
    periode: str
    status: str
    tal: Sequence[tuple[str, str]]
    afsnit: Sequence[Afsnit]


def find_kvartal(scope: Scope) -> str | None:
    """The newest rolling quarter that is not foreløbig, else the newest."""
    nyeste = scope.rows("perioder_valg").filter(er_nyeste=True, periodetype="kvartal")["periode"]
    return None if nyeste.is_empty() else str(nyeste.item())


def find_enhed(scope: Scope, enhedsnr: str) -> Raekke:
    """A unit's row of list_enheder. Errors: `Brugerfejl` says why there is no page about it."""
    enhed = list_enheder(scope).get(enhedsnr)
    if enhed is None:
        raise Brugerfejl(_explain_intet(scope, enhedsnr))
    return enhed


def list_enheder(scope: Scope) -> Mapping[str, Raekke]:
    """Every unit there is a page about, by its number: its row of noegletal_liste in the newest quarter, with its
    enhed_id. Asked once for a whole list of units.
    """
    return scope.remember("enheder_med_ark", lambda: _read_enheder(scope))


def _read_enheder(scope: Scope) -> dict[str, Raekke]:
    kvartal = find_kvartal(scope)
    if kvartal is None:
        return {}
    tal = scope.rows("noegletal_liste", periodetype="kvartal", periode=kvartal, enhedsnr=None, niveau=None)
    noder = scope.rows("noder").filter(~pl.col("er_udgivet"), pl.col("enhed_id") >= 0).select("enhedsnr", "enhed_id")
    return {raekke["enhedsnr"]: raekke for raekke in tal.drop_nulls("sygedage").join(noder, on="enhedsnr").to_dicts()}


def _explain_intet(scope: Scope, enhedsnr: str) -> str:
    kvartal = find_kvartal(scope)
    noder = scope.rows("noder").filter(enhedsnr=enhedsnr, er_udgivet=False).to_dicts()
    if not noder:
        hendes = scope.rows("indsats_enheder").filter(enhedsnr=enhedsnr)["enhedsnavn"].to_list()
        return explain("for_lille", hendes[0]) if hendes else explain("ukendt", enhedsnr)
    enhed = str(noder[0]["enhedsnavn"])
    if noder[0]["enhed_id"] < 0:
        return explain("samlet", enhed)
    if kvartal is None:
        return explain("ingen_periode", enhed)
    tal = scope.rows("noegletal_liste", periodetype="kvartal", periode=kvartal, enhedsnr=enhedsnr, niveau=None)
    return explain("ingen_tal", enhed, kvartal) if tal.is_empty() else explain("uden_rate", enhed)


def explain(grund: str, enhed: str, periode: str = "") -> str:
    return tekster_ark.MANGLER[grund].format(enhed=enhed, periode=periode_med_ord(periode) if periode else "")


def make_enhedsark(scope: Scope, enhedsnr: str) -> Enhedsark:
    """`scope` holds the follow-up too. Errors: as find_enhed."""
    nu = find_enhed(scope, enhedsnr)
    enhed_id, kvartal = nu["enhed_id"], nu["periode"]
    return Enhedsark(
        nu["enhedsnavn"],
        kvartal,
        tekster_ark.STATUS.format(periode=periode_med_ord(kvartal)),
        list(_list_tal(scope, nu)),
        [
            describe_signal(nu, foreloebig=nu["er_foreloebig"]),
            _describe_udvikling(scope, enhed_id, nu),
            _describe_hvorfor(scope, enhed_id, kvartal),
            _describe_laengde(scope, enhed_id, nu, kvartal),
            describe_opfoelgning(scope, enhedsnr),
            _describe_indsatser(scope, enhed_id),
        ],
    )


def _list_tal(scope: Scope, nu: Raekke) -> Iterator[tuple[str, str]]:
    yield decimaltal(nu["sygedage"]), tekster.ENHED_FOR_NYTAL[headline(scope)].lower()
    yield name_maaltal(nu, nu["afstand_til_maaltal"])
    yield heltal(nu["gns_medarbejdere"]), tekster_ark.MEDARBEJDERE
    if nu["langtidsandel"] is not None:
        yield procent(nu["langtidsandel"]), tekster_ark.LANGTIDSANDEL


def name_maaltal(raekke: Raekke, afstand: float | None) -> tuple[str, str]:
    if raekke["maaltal"] is None or afstand is None:
        return tekster.MANGLER_TAL, tekster_ark.MAALTAL_INGEN
    return format_maaltal(raekke), tekster_ark.MAALTAL.format(afstand=aendring(afstand))


def describe_signal(raekke: Mapping[str, Any], *, foreloebig: bool) -> Afsnit:
    """The changes in words, and whether each is larger than chance."""
    if foreloebig:
        return Afsnit(tekster_ark.SIGNAL_TITEL, [tekster_ark.SIGNAL_FORELOEBIG])
    linjer = []
    for skridt, form in (("kvartal", tekster.SIDEN_KVARTAL), ("aar", tekster.SIDEN_AAR)):
        if raekke[SKRIDT[skridt]] is not None:
            siden = with_grund(form.format(aendring=aendring(raekke[SKRIDT[skridt]])), raekke, skridt)
            linjer.append(tekster_ark.SIGNAL[judge_aendring(raekke, skridt)].format(siden=siden))
    return Afsnit(tekster_ark.SIGNAL_TITEL, linjer or [tekster_ark.SIGNAL_UKENDT])


def _describe_udvikling(scope: Scope, enhed_id: int, nu: Raekke) -> Afsnit:
    visning = view_figur_1(scope, {"enhed": str(enhed_id)})
    return Afsnit(tekster_ark.UDVIKLING_TITEL, [*filter(None, (visning.note,)), *explain_afledt(nu)], visning)


def explain_afledt(raekke: Raekke) -> list[str]:
    """What the asterisk of a derived måltal means, where there is one."""
    er_afledt = raekke["maaltal"] is not None and raekke["maaltal_kilde"] == "afledt"
    return [tekster.AFLEDT_FORKLARING.removeprefix("\\")] if er_afledt else []


def _describe_hvorfor(scope: Scope, enhed_id: int, kvartal: str) -> Afsnit:
    """Since the quarter before, else since the year before."""
    for skridt in SKRIDT:
        try:
            visning = view_hvorfor(scope, {"enhed": str(enhed_id), "periode": kvartal, "skridt": skridt})
        except LookupError:
            continue
        return Afsnit(tekster_ark.HVORFOR_TITEL, [visning.saetning], visning)
    return Afsnit(tekster_ark.HVORFOR_TITEL, [tekster_ark.HVORFOR_INGEN])


def _describe_laengde(scope: Scope, enhed_id: int, nu: Raekke, kvartal: str) -> Afsnit:
    if nu["langtidsandel"] is None:
        return Afsnit(tekster_ark.LAENGDE_TITEL, [explain_andel(scope, enhed_id, kvartal, "langtidsandel")])
    langt = nu["sygedage"] * nu["langtidsandel"]
    return word_laengde(scope, nu["sygedage"] - langt, langt)


def word_laengde(scope: Scope, kort: float, langt: float) -> Afsnit:
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    saetning = tekster_ark.LAENGDE.format(
        kort=decimaltal(kort),
        lang=decimaltal(langt),
        pr=tekster.PR[bygning["nytal"]],
        langtid_dage=name_definitioner(bygning)["langtid_dage"],
    )
    return Afsnit(tekster_ark.LAENGDE_TITEL, [saetning])


def describe_opfoelgning(scope: Scope, enhedsnr: str) -> Afsnit:
    """Of the leder of the unit, where the scope shows her by herself."""
    ledere = scope.rows("opfoelgning_ledere").filter(pl.col("maaned").is_null(), enhedsnr=enhedsnr)
    if ledere.is_empty():
        return Afsnit(tekster_ark.OPFOELGNING_TITEL, [tekster_ark.OPFOELGNING_INGEN])
    alle = ledere.row(0, named=True)
    if not alle["antal_talt"]:
        return Afsnit(tekster_ark.OPFOELGNING_TITEL, [tekster_ark.OPFOELGNING_INTET])
    saetning = tekster_ark.OPFOELGNING.format(
        i_tide=heltal(alle["antal_i_tide"]),
        talt=heltal(alle["antal_talt"]),
        andel=share(alle["antal_i_tide"], alle["antal_talt"]),
        aabne=heltal(alle["antal_aabne"]),
        over=heltal(alle["antal_overskredne"]),
    )
    return Afsnit(tekster_ark.OPFOELGNING_TITEL, [saetning])


def _describe_indsatser(scope: Scope, enhed_id: int) -> Afsnit:
    """Those that are not over, the newest first."""
    egne = [indsats for indsats in split_indsatser(scope)[0] if indsats["enhed_id"] == enhed_id]
    if not egne:
        return Afsnit(tekster_ark.INDSATSER_TITEL, [tekster_ark.INDSATSER_INGEN])
    vist = egne[:HOEJST_INDSATSER]
    flere = tekster_ark.INDSATSER_FLERE.format(vist=heltal(len(vist)), antal=heltal(len(egne)))
    raekker = [(i["kategori"], i["ejer"], dato(i["fra"]), word_slut(i), i["tekst"]) for i in vist]
    return Afsnit(tekster_ark.INDSATSER_TITEL, [flere] if len(egne) > len(vist) else [], raekker=raekker)
