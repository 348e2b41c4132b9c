"""The units of one level against their måltal, where it matters most first, and how far their year has come."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.report.lister import with_signaler
from pipeline.report.maaltalsfigurer import aarsbaand, maalsoejler, word_prognose
from pipeline.report.visning import Visning, tabulate
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles
from pipeline.tekster import maaltal as tekster
from pipeline.tekster.dansk import MAANEDER, aendring, afrund, decimaltal, heltal, last_month

HOEJST_I_FIGUR = 25
NAVNE = (
    "enhedsnavn",
    "gns_medarbejdere",
    "sygedage",
    "maaltal",
    "maaltal_kilde",
    "afstand_til_maaltal",
    "vaegt",
    "aendring_aar",
    "aar_signal",
)
SLAGS = ("tekst", "antal", "dage", "dage", "tekst", "aendring", "aendring", "aendring", "signal")
AARETS = ("enhedsnavn", "aar_til_dato", "sidste_aar_til_dato", "prognose", "interval", "maaltal")
AARETS_SLAGS = ("tekst", "dage", "dage", "dage", "tekst", "dage")
Parametre = Mapping[str, str]


def read_maaltal(kilde: Kilde, parametre: Parametre) -> pl.DataFrame:
    """sql/50_visning/udgivelse/maaltal_status.sql with `interval` in words and its ends (`nedre`, `oevre`), the closed
    units left out. No year ends below what it has come to. Parametre: enhed, periode.
    """
    raekker = kilde.rows("maaltal_status", enhed_id=int(parametre["enhed"]), periode=parametre["periode"])
    nedre, oevre = (pl.col("prognose") + fortegn * pl.col("prognose_usikkerhed") for fortegn in (-1, 1))
    raekker = raekker.filter(~pl.col("er_nedlagt")).with_columns(
        nedre=pl.when(nedre.is_not_null()).then(pl.max_horizontal(nedre, "aar_til_dato")), oevre=oevre
    )
    intervaller = [_describe_interval(*ender) for ender in raekker.select("nedre", "oevre").iter_rows()]
    return with_signaler(raekker, ("aar",)).with_columns(pl.Series("interval", intervaller, pl.String))


def list_niveauer(raekker: pl.DataFrame) -> list[str]:
    """The levels there are under the place itself, from above; the place's own where there is nothing under it."""
    under = set(raekker.filter(pl.col("trin") > 0)["niveau"])
    return [niveau for niveau in tekster_dashboard.NIVEAUER_FLERTAL if niveau in under] or _own(raekker)[
        "niveau"
    ].to_list()


def of_niveau(raekker: pl.DataFrame, niveau: str) -> pl.DataFrame:
    """The units of a level; a pool has none."""
    under = raekker.filter(pl.col("trin") > 0, pl.col("enhed_id") >= 0, niveau=niveau)
    return _own(raekker) if under.is_empty() else under


def _own(raekker: pl.DataFrame) -> pl.DataFrame:
    return raekker.filter(trin=0)


def view_maaltal(kilde: Kilde, parametre: Parametre) -> Visning:
    """A level's units that have a måltal. Parametre: enhed, periode, niveau. Errors: `LookupError` for no place."""
    raekker = read_maaltal(kilde, parametre)
    if raekker.is_empty():
        raise LookupError
    valgte = of_niveau(raekker, parametre["niveau"])
    med = valgte.filter(pl.col("maaltal").is_not_null())
    titel, saetning = _name_titel(valgte, parametre["niveau"]), _describe(valgte, med, aar=parametre["periode"][:4])
    kan_maales = med.filter(pl.col("afstand_til_maaltal").is_not_null())
    figur = None
    if kan_maales.height:
        figur = maalsoejler(
            kan_maales.head(HOEJST_I_FIGUR),
            periode=parametre["periode"],
            akse=_name_akse(kilde),
            beskrivelse=f"Søjlediagram. {titel}. {saetning}",
        )
    kolonner = tuple(zip(NAVNE, tekster.KOLONNER, SLAGS, strict=True))
    note = _describe_note(kan_maales, har_afledt=(med["maaltal_kilde"] == "afledt").any())
    return Visning("maaltal", titel, saetning, tabulate(med, kolonner, enheder="enhedsnr"), figur, note)


def _name_titel(valgte: pl.DataFrame, niveau: str) -> str:
    if valgte["trin"].max() == 0:
        return tekster.TITEL_EN.format(enhed=valgte["enhedsnavn"][0])
    return tekster.TITEL.format(niveau=tekster_dashboard.NIVEAUER_FLERTAL[niveau])


def _name_akse(kilde: Kilde) -> str:
    return faelles.ENHED_FOR_NYTAL[kilde.rows("byggerapport_bygning")["nytal"].item()]


def _describe(valgte: pl.DataFrame, med: pl.DataFrame, *, aar: str) -> str:
    if med.is_empty() and valgte.height == 1:
        return tekster_dashboard.MAALTAL_INGEN.format(enhed=valgte["enhedsnavn"][0])
    return describe_maaltal(med, aar=aar)


def describe_maaltal(med: pl.DataFrame, *, aar: str) -> str:
    """Who lies above, and where it matters most. `med`: the units with a måltal, most important first."""
    med = med.filter(pl.col("afstand_til_maaltal").is_not_null())
    if med.is_empty():
        return tekster.INGEN_ENHEDER.format(aar=aar)
    if med.height == 1:
        return describe_en(med.row(0, named=True), tekster.EN)
    over = sum(1 for afstand in med["afstand_til_maaltal"] if afrund(afstand, 1) > 0)
    if over == 0:
        return tekster.ALLE_UNDER.format(med=heltal(med.height))
    vaerst = med.row(0, named=True)
    return tekster.SAETNING.format(
        over=heltal(over),
        med=heltal(med.height),
        enhed=vaerst["enhedsnavn"],
        afstand=aendring(vaerst["afstand_til_maaltal"]),
    )


def describe_en(raekke: Mapping[str, Any], saetning: str) -> str:
    return saetning.format(
        enhed=raekke["enhedsnavn"],
        tal=decimaltal(raekke["sygedage"]),
        maaltal=decimaltal(raekke["maaltal"]),
        afstand=aendring(raekke["afstand_til_maaltal"]),
    )


def _describe_note(kan_maales: pl.DataFrame, *, har_afledt: bool) -> str:
    afledt = [faelles.AFLEDT_FORKLARING.removeprefix("\\* ")] if har_afledt else []
    if kan_maales.is_empty():
        return " ".join(afledt)
    har_signal = kan_maales.head(HOEJST_I_FIGUR)["aar_signal"].is_in(["fald", "stigning"]).any()
    dele = [tekster.MED_SIGNAL if har_signal else tekster.INTET_SIGNAL]
    if kan_maales.height > HOEJST_I_FIGUR:
        dele.append(tekster.RESTEN.format(vist=heltal(HOEJST_I_FIGUR), alle=heltal(kan_maales.height)))
    return " ".join(dele + afledt)


def view_aaret(kilde: Kilde, parametre: Parametre) -> Visning:
    """The place itself and the units of the level through the year. Parametre: as view_maaltal; periode a month or a
    quarter. Errors: `LookupError` for no place.
    """
    raekker = read_maaltal(kilde, parametre)
    if raekker.is_empty():
        raise LookupError
    valgte = raekker_i_aaret(raekker, parametre["niveau"])
    saetning = describe_aaret(valgte, MAANEDER[last_month(parametre["periode"]) % 12]) if valgte.height else ""
    figur = None
    if valgte.height:
        figur = aarsbaand(
            valgte.head(HOEJST_I_FIGUR + 1), akse=_name_akse(kilde), beskrivelse=f"{tekster.AARET_TITEL}. {saetning}"
        )
    kolonner = tuple(zip(AARETS, tekster.AARET_KOLONNER, AARETS_SLAGS, strict=True))
    tabel = tabulate(valgte, kolonner, enheder="enhedsnr")
    return Visning("maaltal_aaret", tekster.AARET_TITEL, saetning, tabel, figur)


def raekker_i_aaret(raekker: pl.DataFrame, niveau: str) -> pl.DataFrame:
    """The place first, then the units of the level; those whose months are shown."""
    dele: Sequence[pl.DataFrame] = (_own(raekker), of_niveau(raekker, niveau).filter(pl.col("trin") > 0))
    return pl.concat(dele).filter(pl.col("aar_til_dato").is_not_null())


def describe_aaret(valgte: pl.DataFrame, maaned: str) -> str:
    """The year of the first of them, and where its måltal lies beside the forecast."""
    foerst = valgte.row(0, named=True)
    sidste, prognose = foerst["sidste_aar_til_dato"], word_prognose(foerst, tekster.AARET_ENDER)
    saetning = tekster.AARET_SAETNING.format(
        enhed=foerst["enhedsnavn"],
        tal=decimaltal(foerst["aar_til_dato"]),
        maaned=maaned,
        sidste="" if sidste is None else tekster.AARET_SIDSTE.format(tal=decimaltal(sidste)),
        prognose=tekster.AARET_PROGNOSE.format(prognose=prognose) if prognose else "",
    )
    return saetning + _place_maaltal(foerst)


def _place_maaltal(raekke: Mapping[str, Any]) -> str:
    """As the figures read when shown; nothing where there is no interval or no måltal to hold against it."""
    if raekke["afstand_til_maaltal"] is None or raekke["nedre"] is None:
        return ""
    maaltal, nedre, oevre = (afrund(raekke[navn], 1) for navn in ("maaltal", "nedre", "oevre"))
    hvor = "under" if maaltal < nedre else "over" if maaltal > oevre else "inden for"
    return tekster.AARET_MAALTAL[hvor].format(maaltal=decimaltal(maaltal))


def _describe_interval(nedre: float | None, oevre: float | None) -> str | None:
    if nedre is None or oevre is None:
        return None
    return tekster_dashboard.MELLEM.format(nedre=decimaltal(nedre), oevre=decimaltal(oevre))
