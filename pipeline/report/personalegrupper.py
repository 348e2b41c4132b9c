"""The breakdown of the kommune and of named groups by personalegruppe: the published figures, whoever looks."""

from collections.abc import Mapping

import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.diskretion.regler import DOMINANS, PERSONALEGRUPPE
from pipeline.report import tema
from pipeline.report.aendringer import judge_aendring
from pipeline.report.figurer import liggende_soejler
from pipeline.report.visning import Visning, tabulate
from pipeline.tekster import faelles as tekster
from pipeline.tekster import personalegrupper as tekster_personalegrupper
from pipeline.tekster.dansk import aendring, decimaltal, opremsning, periode_med_ord, procent

NAVNE = ("navn", "medarbejdere", "sygedage", "aendring_kvartal", "aendring_aar", "korttid", "langtid")
SLAGS = ("tekst", "antal", "dage", "aendring", "aendring", "dage", "dage")


def read_personalegrupper(kilde: Kilde, enhed_id: int) -> pl.DataFrame:
    """The rows of udgivne_grupper.sql a node is published by, those put together last."""
    egne = kilde.rows("udgivne_grupper").filter(opdeling="personalegrupper", overordnet_id=enhed_id)
    return egne.sort("er_pulje", maintain_order=True)


def view_personalegrupper(kilde: Kilde, parametre: Mapping[str, str]) -> Visning:
    """Parametre: enhed. Errors: `LookupError` for a node that has no such breakdown."""
    enhed_id = int(parametre["enhed"])
    node = kilde.rows("noder").filter(pl.col("enhed_id") == enhed_id)
    raekker = read_personalegrupper(kilde, enhed_id)
    if node.is_empty() or raekker.is_empty():
        raise LookupError
    nytal = kilde.rows("byggerapport_bygning")["nytal"].item()
    kvartal = periode_med_ord(raekker["periode"][0])
    titel = tekster_personalegrupper.TITEL.format(enhed=node["enhedsnavn"].item())
    saetning = tekster_personalegrupper.SAETNING.format(kvartal=kvartal) + describe_signaler(raekker)
    soejler = [
        {"navn": navn, "fra": 0.0, "til": float(tal), "tekst": decimaltal(tal), "farve": tema.KORTTID}
        for navn, tal in raekker.select("navn", "sygedage").iter_rows()
    ]
    akse = tekster_personalegrupper.AKSE.format(enhed=tekster.ENHED_FOR_NYTAL[nytal], kvartal=kvartal)
    figur = liggende_soejler(pl.DataFrame(soejler), akse=akse, beskrivelse=f"Søjlediagram. {titel}. {saetning}")
    kolonner = tuple(zip(NAVNE, tekster_personalegrupper.KOLONNER, SLAGS, strict=True))
    note = tekster_personalegrupper.NOTE.format(
        mindst=PERSONALEGRUPPE.medarbejdere, andel=procent(DOMINANS[0] / DOMINANS[1])
    )
    return Visning("personalegrupper", titel, saetning, tabulate(raekker, kolonner), figur, note)


def describe_signaler(raekker: pl.DataFrame) -> str:
    """Which have changed more than chance since the quarter before."""
    if not raekker["aendring_kvartal"].count():
        return tekster_personalegrupper.INGEN_FOER
    fundne = [
        f"{raekke['navn']} ({aendring(raekke['aendring_kvartal'])})"
        for raekke in raekker.iter_rows(named=True)
        if judge_aendring(raekke, "kvartal")
    ]
    if not fundne:
        return tekster_personalegrupper.INGEN_SIGNALER
    return tekster_personalegrupper.SIGNALER.format(grupper=opremsning(fundne))
