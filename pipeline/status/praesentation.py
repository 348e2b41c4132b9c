"""The slides for Økonomiudvalget: one message each, charts that can be edited, and the sentence to say in the notes."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import polars as pl
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from pipeline.port.scope import Scope
from pipeline.report import tema
from pipeline.report.aendringer import direction, judge_aendring
from pipeline.report.filformater import FAST_DATO
from pipeline.status.bilag import describe_kilde
from pipeline.status.diagrammer import Serie, colour_points
from pipeline.status.grundlag import Grundlag, Raekke
from pipeline.status.saetninger import (
    days,
    list_dele,
    together,
    write_drivkraft,
    write_fund,
    write_grupper,
    write_hvorfor,
    write_maaltal,
    write_niveau,
    write_top,
)
from pipeline.status.slides import Ark
from pipeline.status.slideskabelon import open_skabelon
from pipeline.status.zip import pack_again
from pipeline.tekster import faelles as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster import niveau as tekster_niveau
from pipeline.tekster import slides as tekster_slides
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import aendring, decimaltal, heltal, periode_med_ord

HOEJST_AFDELINGER, HOEJST_LINJER = 8, 8
"""What a slide has room for."""
PAA_LYST = "#000000"
"""On the lighter blue nothing but black holds 4.5:1."""


def write_pptx(grundlag: Grundlag, scope: Scope, *, skabelon: Path | None = None, egne: Sequence[str] = ()) -> bytes:
    """`egne`: what hr has given to be said of indsats.

    Level and måltal, why it changed, the afdelinger against måltal, is it chance, and what is done about it.

    Errors: `Brugerfejl` for a template that is none.
    """
    fremvisning = open_skabelon(skabelon)
    grupper = [gruppe for gruppe in grundlag.grupper if gruppe["niveau"] in ("område", "afdeling")]
    bund = " ".join([describe_kilde(grundlag), *([tekster_status.DEMO] if grundlag.er_demo else [])])
    ark = Ark(fremvisning, bund)
    _add_niveau(ark, grundlag)
    _add_hvorfor(ark, grundlag)
    _add_maaltal(ark, grundlag)
    _add_aendring(ark, grundlag, grupper)
    _add_niveauer(ark, grundlag, scope)
    ark.add(tekster_slides.TITEL_INDSATS, tekster_slides.INDSATS_NOTE).text(
        egne[:HOEJST_LINJER] or [tekster_slides.INDSATS_FELT]
    )
    ark.set_sprog()
    egenskaber = fremvisning.core_properties
    egenskaber.title = tekster_status.TITEL.format(kvartal=periode_med_ord(grundlag.kvartal))
    for felt in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "content_status"):
        setattr(egenskaber, felt, "")
    egenskaber.language = "da-DK"
    egenskaber.created = egenskaber.modified = FAST_DATO
    fremvisning.part._element.set("removePersonalInfoOnSave", "1")  # PowerPoint leaves the name of who edits it out
    ud = BytesIO()
    fremvisning.save(ud)
    return pack_again(ud.getvalue())


def name_niveau(grundlag: Grundlag) -> str:
    """The finding, and how far it is from the måltal."""
    kommunen = grundlag.kommunen
    afstand = "ukendt" if grundlag.er_foreloebig else direction(kommunen["afstand"])
    forskel = "" if afstand == "ukendt" else days(grundlag, kommunen, "afstand").tekst
    return write_fund(grundlag).tekst + tekster_slides.MAALTAL[afstand].format(forskel=forskel)


def _add_niveau(ark: Ark, grundlag: Grundlag) -> None:
    kvartaler = grundlag.kvartaler.filter(pl.col("langtid").is_not_null())
    sidste = [kvartaler.height - 1]
    titel = name_niveau(grundlag)
    side = ark.add(titel, together(write_niveau(grundlag), write_top(grundlag), write_maaltal(grundlag)).tekst)
    serier = [
        Serie(tekster.LANGTIDSFRAVAER, kvartaler["langtid"].to_list(), tema.LANGTID, "soejle", sidste, tema.GRUND),
        Serie(tekster.KORTTIDSFRAVAER, kvartaler["korttid"].to_list(), tema.KORTTID, "soejle", sidste, PAA_LYST),
        Serie(tekster.I_ALT, kvartaler["sygedage"].to_list(), tema.TEKST, "total"),
    ]
    maaltal = kvartaler["maaltal"].to_list() if "maaltal" in kvartaler.columns else []
    if any(tal is not None for tal in maaltal):
        egne = [nr for nr in sidste if maaltal[nr] is not None]
        serier.append(Serie(tekster.MAALTAL, maaltal, tema.MAALTAL, "maerke", egne, tema.MAALTAL))
    navne = [periode_med_ord(periode).replace(" kvartal", " kv.") for periode in kvartaler["periode"]]
    side.chart(XL_CHART_TYPE.COLUMN_STACKED, navne, serier, alt=titel)


def _add_hvorfor(ark: Ark, grundlag: Grundlag) -> None:
    """What each published part has to do with the kommune's change; the largest in the title."""
    dele = list_dele(grundlag)
    if not dele:
        return
    titel = write_drivkraft(grundlag).tekst
    side = ark.add(titel, " ".join(afsnit.tekst for afsnit in write_hvorfor(grundlag)))
    alle = [*dele, (tekster_hvorfor.AENDRING_I_ALT, grundlag.kommunen["aendring_kvartal"])][::-1]
    serie = Serie(tekster_hvorfor.BIDRAG, [float(tal) for _, tal in alle], tema.DOMME[""])
    diagram = side.chart(
        XL_CHART_TYPE.BAR_CLUSTERED,
        [navn for navn, _ in alle],
        [serie],
        alt=titel,
        talformat=tekster_slides.AENDRINGSFORMAT,
    )
    colour_points(diagram, [tema.TEKST, *[tema.DOMME[""]] * len(dele)])


def _add_maaltal(ark: Ark, grundlag: Grundlag) -> None:
    """The afdelinger, or where there are none the områder, the farthest over its måltal first."""
    niveau = next((n for n in tekster_status.DELE_PAA_NIVEAU if _with_maaltal(grundlag, n)), None)
    if niveau is None:
        return
    med = _with_maaltal(grundlag, niveau)
    vist = sorted(sorted(med, key=lambda g: -abs(g["afstand"]))[:HOEJST_AFDELINGER], key=lambda g: -g["afstand"])
    over = sum(gruppe["afstand"] > 0 for gruppe in med)
    titel = tekster_slides.TITEL_MAALTAL["over" if over else "ingen"].format(
        over=heltal(over), alle=heltal(len(med)), dele=tekster_status.DELE_PAA_NIVEAU[niveau], navn=vist[0]["navn"]
    )
    side = ark.add(titel, write_maaltal(grundlag).tekst)
    om = tekster_slides.OM_MAALTAL.format(pr=grundlag.pr)
    side.sentence(
        om if len(vist) == len(med) else f"{om} {tekster_slides.MEST_AFSTAND.format(antal=heltal(len(vist)))}"
    )
    navne = [tekster_slides.AFSTAND.format(navn=g["navn"], afstand=aendring(g["afstand"])) for g in vist]
    serier = [
        Serie(
            grundlag.enhed,
            [float(g["sygedage"]) for g in vist],
            tema.KORTTID,
            tekstfarve=PAA_LYST,
            sted=XL_LABEL_POSITION.INSIDE_BASE,
        ),
        Serie(tekster.MAALTAL, [float(g["maaltal"]) for g in vist], tema.MAALTAL, "maerke", tekstfarve=tema.MAALTAL),
    ]
    side.chart(XL_CHART_TYPE.COLUMN_CLUSTERED, navne, serier, alt=titel)


def _with_maaltal(grundlag: Grundlag, niveau: str) -> list[Raekke]:
    return [gruppe for gruppe in grundlag.at_level(niveau) if gruppe["afstand"] is not None]


def _add_aendring(ark: Ark, grundlag: Grundlag, grupper: Sequence[Raekke]) -> None:
    """The kommune first, the rest in the order of the organisation; a colour is a signal."""
    med = [gruppe for gruppe in grupper if gruppe["aendring_kvartal"] is not None]
    if not med or grundlag.er_foreloebig:
        return
    antal = sum(judge_aendring(gruppe, "kvartal") != "" for gruppe in med)
    kvartal_foer = periode_med_ord(grundlag.kvartal_foer)
    titel = tekster_slides.TITEL_AENDRING.format(
        antal=antal or tekster_slides.INGEN, alle=len(med), kvartal_foer=kvartal_foer
    )
    saetninger = write_grupper(grundlag, grundlag.at_level("afdeling"), "afdelinger")
    side = ark.add(titel, " ".join(afsnit.tekst for afsnit in saetninger))
    side.sentence(tekster_slides.OM_FARVER)
    alle = [gruppe for gruppe in (grundlag.kommunen, *med) if gruppe["aendring_kvartal"] is not None][::-1]
    navn = tekster_status.AENDRINGER_TITEL.format(kvartal_foer=kvartal_foer)
    serie = Serie(navn, [float(gruppe["aendring_kvartal"]) for gruppe in alle], tema.DOMME[""])
    diagram = side.chart(
        XL_CHART_TYPE.BAR_CLUSTERED,  # PowerPoint counts from below
        [gruppe["navn"] for gruppe in alle],
        [serie],
        alt=titel,
        talformat=tekster_slides.AENDRINGSFORMAT,
    )
    colour_points(diagram, [tema.DOMME[judge_aendring(gruppe, "kvartal")] for gruppe in alle])


def _add_niveauer(ark: Ark, grundlag: Grundlag, scope: Scope) -> None:
    """Where each afdeling that is published lies beside what is to be expected of it."""
    enheder = scope.rows("sammenlign", niveau="afdeling", periode=grundlag.kvartal)
    tilstande = dict(enheder.filter(pl.col("tilstand").is_not_null()).select("enhed_id", "tilstand").iter_rows())
    vist = [gruppe for gruppe in grundlag.at_level("afdeling") if gruppe["enhed_id"] in tilstande]
    if not vist:
        return
    antal = sum(tilstande[gruppe["enhed_id"]] == "stoerre" for gruppe in vist)
    titel = tekster_niveau.SLIDE_TITEL.format(antal=antal or tekster_slides.INGEN, alle=len(vist))
    side = ark.add(titel, tekster_niveau.SLIDE_NOTE[grundlag.bygning["har_personalegrupper"]])
    side.table(
        tekster_niveau.SLIDE_KOLONNER,
        [
            (gruppe["navn"], decimaltal(gruppe["sygedage"]), tekster_niveau.TILSTANDE[tilstande[gruppe["enhed_id"]]])
            for gruppe in vist
        ],
    )
