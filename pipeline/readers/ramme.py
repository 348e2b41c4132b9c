"""A frame of text and its file's title block become one Kildetabel (shapes C and E)."""

from dataclasses import replace

import polars as pl

from pipeline.readers.model import Hoved, Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import Overskrift
from pipeline.readers.sidehoved import Sidehoveder
from pipeline.readers.tabeller import UDELADT
from pipeline.readers.tegn import BLANKE, USYNLIGE, rens_tegn
from pipeline.readers.titelblok import Titelblok, find_udtraeksdato


def build_kildetabel(
    ramme: pl.DataFrame, *, fil: str, form: str, overskrift: Overskrift, titel: Titelblok, opgave: Opgave
) -> Kildetabel:
    """`foerste_linje` of an empty table is the line after the header. Signs nobody sees are left out of the cells."""
    tekster = pl.col(pl.String).str.replace_all(USYNLIGE, "").str.replace_all(BLANKE, " ").str.strip_chars()
    ramme = _leave_out_sidehoveder(ramme.with_columns(tekster.replace("", None)), overskrift)
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


def _leave_out_sidehoveder(ramme: pl.DataFrame, overskrift: Overskrift) -> pl.DataFrame:
    """Without the rows of a page's head, where the header stands once more."""
    navne = [navn for navn in overskrift.kolonner if not navn.startswith(UDELADT)]
    tekster = [
        tekst
        for navn, tekst in zip(overskrift.kolonner, overskrift.overskrifter, strict=True)
        if not navn.startswith(UDELADT)
    ]
    gentagen = pl.all_horizontal(
        pl.col(navn).fill_null("") == rens_tegn(tekst).strip() for navn, tekst in zip(navne, tekster, strict=True)
    )
    if not ramme.select(gentagen.any()).item():
        return ramme
    hoved = replace(overskrift, kolonner=tuple(navne), overskrifter=tuple(tekster))
    poster = (([celle or "" for celle in raekke], 1) for raekke in ramme.select(navne).iter_rows())
    return ramme.filter(pl.Series([bool(felter) for felter, _ in Sidehoveder(hoved).tidy(poster)], dtype=pl.Boolean))
