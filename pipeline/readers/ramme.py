"""A frame of text and its file's title block become one Kildetabel (shapes C and E)."""

import polars as pl

from pipeline.readers.model import Hoved, Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import Overskrift
from pipeline.readers.tegn import BLANKE, USYNLIGE
from pipeline.readers.titelblok import Titelblok, find_udtraeksdato


def build_kildetabel(
    ramme: pl.DataFrame, *, fil: str, form: str, overskrift: Overskrift, titel: Titelblok, opgave: Opgave
) -> Kildetabel:
    """`foerste_linje` of an empty table is the line after the header. Signs nobody sees are left out of the cells."""
    tekster = pl.col(pl.String).str.replace_all(USYNLIGE, "").str.replace_all(BLANKE, " ").str.strip_chars()
    ramme = ramme.with_columns(tekster.replace("", None))
    return Kildetabel(
        fil=fil,
        tabel=overskrift.tabel,
        form=form,
        udtraeksdato=find_udtraeksdato(titel.udtrukket, fil=fil, tabel=overskrift.tabel, udtraek=opgave.udtraek),
        periode=titel.periode,
        foerste_linje=ramme.item(0, "linje") if len(ramme) else overskrift.raekke + 2,
        indhold=ramme,
        hoved=Hoved(overskrift.raekke + 1, overskrift.par),
    )
