"""Shape E: a workbook (.xlsx, .xlsb, .ods, the old .xls): true dates and numbers, or text that looks like them."""

import mmap

from pipeline.fejl import Brugerfejl
from pipeline.readers.afskaermet import read_ark
from pipeline.readers.ark import read_tabeller
from pipeline.readers.filer import Kildefil
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.tekster import faelles as tekster

KRYPTERET = "EncryptedPackage".encode("utf-16-le")  # the stream Excel hides a locked .xlsx in


def read_projektmappe(fil: Kildefil, *, opgave: Opgave) -> list[Kildetabel]:
    """Grain: one table per sheet that has one.

    Errors: `Brugerfejl` for a workbook that is damaged, locked, too large, or has a sheet of something else.
    """
    return read_tabeller(read_ark(fil, graenser=opgave.filer), fil=fil.navn, opgave=opgave)


def read_gammel_projektmappe(fil: Kildefil, *, opgave: Opgave) -> list[Kildetabel]:
    """The container of the old binary form, which also holds every .xlsx with a password."""
    with fil.sti.open("rb") as aaben, mmap.mmap(aaben.fileno(), 0, access=mmap.ACCESS_READ) as indhold:
        if indhold.find(KRYPTERET) >= 0:
            raise Brugerfejl(tekster.FIL_KRYPTERET.format(fil=fil.navn))
    return read_projektmappe(fil, opgave=opgave)
