"""Shape E: an Excel workbook (.xlsx): true dates and numbers, or text that looks like them."""

import zipfile
from pathlib import Path

import fastexcel
import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import SOEGES_I, Overskrift, check_overskrift, find_overskrift
from pipeline.readers.ramme import build_kildetabel
from pipeline.readers.tabeller import UDELADT, Navne
from pipeline.readers.tal import write_dansk_tal
from pipeline.readers.titelblok import read_titelblok
from pipeline.tekster import faelles as tekster

STOERSTE_UDPAKKET = 2 << 30  # bytes
PROJEKTMAPPE = "xl/workbook.xml"

Fundet = tuple[Overskrift, pl.DataFrame]


def read_projektmappe(fil: Path, *, opgave: Opgave) -> list[Kildetabel]:
    """Grain: one table per sheet that has one. `linje` is the sheet's own row number.

    Errors: `Brugerfejl` for a workbook that is cut off, locked, too large, or has a sheet of something else.
    """
    _check_zip(fil)
    ark = [_find_tabel(celler, opgave.navne) for celler in _read_ark(fil)]
    hele = [fundet for fundet, _ in ark if fundet]
    if not hele:
        check_overskrift(None, fil=fil.name, navne=opgave.navne)
    for nummer, (fundet, antal_raekker) in enumerate(ark, start=1):
        if fundet is None and antal_raekker > 1:
            raise Brugerfejl(tekster.ARK_UKENDT.format(fil=fil.name, ark=nummer))
    return [_build(overskrift, celler, fil=fil.name, opgave=opgave) for overskrift, celler in hele]


def _check_zip(fil: Path) -> None:
    try:
        with zipfile.ZipFile(fil) as pakke:
            medlemmer = pakke.infolist()
    except zipfile.BadZipFile:
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.name)) from None
    if any(medlem.flag_bits & 1 for medlem in medlemmer):
        raise Brugerfejl(tekster.FIL_KRYPTERET.format(fil=fil.name))
    if PROJEKTMAPPE not in {medlem.filename for medlem in medlemmer}:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.name))
    if sum(medlem.file_size for medlem in medlemmer) > STOERSTE_UDPAKKET:
        raise Brugerfejl(tekster.FIL_FOR_STOR.format(fil=fil.name, gigabyte=STOERSTE_UDPAKKET >> 30))


def _read_ark(fil: Path) -> list[pl.DataFrame]:
    try:
        bog = fastexcel.read_excel(fil.read_bytes())  # from a path it believes the extension
        return [_read_celler(bog, nummer) for nummer in range(len(bog.sheet_names))]
    except fastexcel.FastExcelError:
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.name)) from None


def _read_celler(bog: fastexcel.ExcelReader, nummer: int) -> pl.DataFrame:
    """Every cell as Danish text, one frame row per sheet row.

    A cell's type shows in how calamine converts it: a true number is both a number and a moment, a true date only a
    moment, and text never a moment, though it may look like either.
    """
    tekst, tal, tid = (_read_as(bog, nummer, slags) for slags in ("string", "float", "datetime"))
    return pl.DataFrame(
        [
            _danish(tekst[navn], tal[navn], tid[navn]).alias(f"kolonne_{plads}")
            for plads, navn in enumerate(tekst.columns)
        ]
    )


def _read_as(bog: fastexcel.ExcelReader, nummer: int, slags: fastexcel.DType) -> pl.DataFrame:
    return bog.load_sheet(nummer, header_row=None, skip_rows=0, dtypes=slags).to_polars()


def _danish(tekst: pl.Series, tal: pl.Series, tid: pl.Series) -> pl.Series:
    sande_tal = tal.set(tid.is_null(), None)
    forskellige = sande_tal.drop_nulls().unique()
    som_tekst = dict(zip(forskellige, map(write_dansk_tal, forskellige), strict=True))
    return pl.select(
        pl.coalesce(
            sande_tal.replace_strict(som_tekst, default=None, return_dtype=pl.String),
            tid.dt.strftime("%d.%m.%Y"),
            tekst.str.strip_chars().replace("", None),
        )
    ).to_series()


def _find_tabel(celler: pl.DataFrame, navne: Navne) -> tuple[Fundet | None, int]:
    """The table of a sheet, and how many rows the sheet has that are not blank."""
    overskrift = find_overskrift(celler.head(SOEGES_I).rows(), navne)
    antal = 0 if celler.is_empty() else int(celler.select(~pl.all_horizontal(pl.all().is_null())).sum().item())
    return ((overskrift, celler) if overskrift else None), antal


def _build(overskrift: Overskrift, celler: pl.DataFrame, *, fil: str, opgave: Opgave) -> Kildetabel:
    check_overskrift(overskrift, fil=fil, navne=opgave.navne)
    titel = read_titelblok(celler.head(overskrift.raekke).rows(), fil=fil)
    data = celler.with_row_index("linje", offset=1).slice(overskrift.raekke + 1)
    data = data.rename(dict(zip(celler.columns, overskrift.kolonner, strict=True)))
    ramme = data.filter(~pl.all_horizontal(pl.exclude("linje").is_null())).select(
        pl.col("linje").cast(pl.Int64), pl.exclude("linje", f"^{UDELADT}.*$")
    )
    return build_kildetabel(ramme, fil=fil, form="E", overskrift=overskrift, titel=titel, opgave=opgave)
