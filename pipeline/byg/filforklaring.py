"""What the program takes one file for: the same reading as a build's, told and not counted."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import duckdb
import polars as pl

from pipeline.byg.indlaesning import open_kilde
from pipeline.byg.kolonneformer import judge_former
from pipeline.database.modeller import run_macros
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Indstillinger, Kontrol
from pipeline.readers import explain_csv_fejl
from pipeline.readers.filer import open_kildefil
from pipeline.readers.genkend import find_slags, make_opgave, read_fil
from pipeline.readers.model import Kildetabel
from pipeline.readers.tabeller import DATOKOLONNER, LOES, TALKOLONNER, UDELADT

T = TypeVar("T")

VISTE_RAEKKER = 3
VISES = (
    DATOKOLONNER
    | TALKOLONNER
    | {"enhedsnr", "enhedsnavn", "overordnet_enhedsnr", "gammelt_enhedsnr", "nyt_enhedsnr", "aar"}
    | {"ansforhold", "fravaersart", "fravaersarttekst", "rolle", "slutdato"}
)
"""The columns whose cells are shown; of all others only how long their words are."""


@dataclass(frozen=True)
class Filforklaring:
    """`slags` is a key of `LAESERE`, None when the file is of no kind; `fejl` the sentence a build would stop with.

    `raekker`: by table the first rows, masked, columns in the order of the file, `former` how dates
    and numbers are written.
    """

    fil: str
    slags: str | None
    tabeller: tuple[Kildetabel, ...]
    raekker: tuple[pl.DataFrame, ...]
    former: tuple[Mapping[str, str], ...]
    fejl: str | None


def explain_fil(sti: Path, *, indstillinger: Indstillinger, udtraek: dt.date | None) -> Filforklaring:
    """Errors: `Brugerfejl` only when the file is none that can be opened."""
    fil = open_kildefil(sti, mappe=sti.parent)
    opgave = make_opgave(indstillinger, udtraek)
    slags, fejl = _try(lambda: find_slags(fil, graenser=opgave.filer))
    if slags is None:
        return Filforklaring(fil.navn, None, (), (), (), fejl)
    tabeller, fejl = _try(lambda: read_fil(fil, opgave))
    if tabeller is None:
        return Filforklaring(fil.navn, slags, (), (), (), fejl)
    vist, fejl = _try(lambda: [_show(tabel, indstillinger.kontrol) for tabel in tabeller])
    raekker, former = zip(*vist, strict=True) if vist else ((), ())
    return Filforklaring(fil.navn, slags, tuple(tabeller), raekker, former, fejl)


def _try(laes: Callable[[], T]) -> tuple[T | None, str | None]:
    try:
        return laes(), None
    except Brugerfejl as fejl:
        return None, str(fejl)


def _show(tabel: Kildetabel, kontrol: Kontrol) -> tuple[pl.DataFrame, Mapping[str, str]]:
    """The first rows, masked: of persons' numbers, names and other words only the length, and no CPR number; and the
    form of each column of dates or numbers, judged from all rows."""
    valgte = ", ".join(f"{_shown(navn)} as {navn}" for navn in tabel.kolonner if not navn.startswith((UDELADT, LOES)))
    with duckdb.connect() as con:
        run_macros(con)
        fra = open_kilde(con, 1, tabel)
        try:
            former = judge_former(con, fra, kilde=tabel, kontrol=kontrol).beskrivelser
            return con.execute(f"select {valgte} from {fra} limit {VISTE_RAEKKER}").pl(), former
        except duckdb.InvalidInputException:
            raise explain_csv_fejl(tabel) from None


def _shown(navn: str) -> str:
    if navn in VISES:
        return f"masker_cpr({navn}::varchar)"
    return f"regexp_replace({navn}::varchar, '[\\pL\\pN]', '*', 'g')"
