"""Reads one workbook in a process of its own, because the library may abort it or ask for all memory there is.

Started as a script by `pipeline.readers.afskaermet`: it imports nothing of the project and holds none of its keys.
Standard output is one line of JSON after another. Of each sheet first its name, place and merged cells, then its cells
column by column in blocks of rows, text apart from true numbers; at last `{"faerdig": true}`, or why there is no more.
Exit code: 0, or BAD_OM_FOR_MEGET for a workbook that asked for more than it was given. Anything else is no fault of the
file's, but for the signals the system sends a process that goes beyond its limits.
"""

import datetime as dt
import errno
import json
import lzma
import os
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import Any, BinaryIO, cast

import python_calamine

BAD_OM_FOR_MEGET = 3
BESKADIGET = (  # what the two libraries say of a file that is not what it should be
    python_calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    ValueError,
)
CELLER = 150_000  # in a block
BLOK = 1 << 20
OVERLAP = 128
SLAGS_MED_ZIP = ("xl/worksheets/", "content.xml")

_VARIGHED = re.compile(r"PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S")
_TEGN = {  # what is quick to look for, and what it must be to count
    "fejl": (b'"e"', re.compile(rb'\bt="e"')),
    "fejl_ods": (b"error", re.compile(rb"""value-type=["']error["']""")),
    "uregnet": (b"<f", re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>")),
}

Celle = Any


def main() -> None:
    hukommelse, sekunder, bredeste = map(int, sys.argv[1:])
    _limit(hukommelse, sekunder)
    try:
        for linje in _lines(sys.stdin.buffer, bredeste):
            sys.stdout.write(json.dumps(linje, ensure_ascii=False, separators=(",", ":")) + "\n")
        sys.stdout.write('{"faerdig":true}\n')
    except python_calamine.PasswordError:
        sys.stdout.write('{"grund":"krypteret"}\n')
    except BESKADIGET:
        sys.stdout.write('{"grund":"ulaeselig"}\n')
    sys.stdout.flush()


def _bad_om_for_meget(fejl: BaseException) -> bool:
    """No memory left, also not for a part of the program, or more written than may be."""
    return (
        isinstance(fejl, MemoryError)
        or (isinstance(fejl, OSError) and fejl.errno in (errno.EFBIG, errno.ENOMEM))
        or (isinstance(fejl, ImportError) and "failed to map segment" in str(fejl))
    )


def _limit(hukommelse: int, sekunder: int) -> None:
    """Work has a limit before the one that kills, so that who ended the process can be told from the signal."""
    for slags, hoejst, draebes_ved in (
        (resource.RLIMIT_AS, hukommelse, hukommelse),
        (resource.RLIMIT_FSIZE, hukommelse, hukommelse),
        (resource.RLIMIT_CPU, sekunder, sekunder + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(slags, (hoejst, draebes_ved))


def _lines(ind: BinaryIO, bredeste: int) -> Iterator[dict[str, Any]]:
    mistanker = _suspicions(ind)
    if grund := mistanker & {"uregnet", "fejl_ods"}:
        yield {"grund": min(grund)}
        return
    ind.seek(0)
    bog = python_calamine.CalamineWorkbook.from_filelike(ind)
    for nummer, om in enumerate(bog.sheets_metadata):
        if om.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue  # a chart
        ark = bog.get_sheet_by_index(nummer)
        if ark.end and ark.end[1] >= bredeste:
            yield {"grund": "bredt", "ark": om.name, "kolonne": _letters(ark.end[1])}
            return
        fejl = _find_fejl(ind, nummer, ark) if "fejl" in mistanker and ark.start else {}
        yield {
            "ark": om.name,
            "skjult": om.visible != python_calamine.SheetVisibleEnum.Visible,
            "flettede": [
                (fra[0] + 1, til[0] + 1, fra[1] - (ark.start or fra)[1])
                for fra, til in ark.merged_cell_ranges or ()
                if til[0] > fra[0]
            ],
            "brede": [
                (fra[0] + 1, fra[1] - (ark.start or fra)[1], til[1] - (ark.start or fra)[1])
                for fra, til in ark.merged_cell_ranges or ()
                if til[1] > fra[1]
            ],
        }
        yield from _blocks(ark, fejl)


def _suspicions(ind: BinaryIO) -> set[str]:
    """What the library reads as an empty cell: a formula nobody worked out, and perhaps an error such as #N/A."""
    if not zipfile.is_zipfile(ind):
        return {"fejl"}  # the old binary form does not tell beforehand
    fundet: set[str] = set()
    with zipfile.ZipFile(ind) as pakke:
        navne = [navn for navn in pakke.namelist() if navn.startswith(SLAGS_MED_ZIP)]
        if any(navn.endswith(".bin") for navn in navne):
            fundet.add("fejl")
        for navn in navne:
            with pakke.open(navn) as medlem:
                hale = b""
                while blok := medlem.read(BLOK):
                    stykke = hale + blok
                    fundet |= {slags for slags, (tegn, form) in _TEGN.items() if tegn in stykke and form.search(stykke)}
                    hale = blok[-OVERLAP:]
    return fundet


def _find_fejl(ind: BinaryIO, nummer: int, ark: python_calamine.CalamineSheet) -> dict[int, dict[int, str]]:
    """Row → column → the error, both counted from the sheet's first cell; the other library tells them apart."""
    import fastexcel  # loads pyarrow, a third of a second

    ind.seek(0)
    blad = fastexcel.read_excel(ind.read()).load_sheet(nummer, header_row=None, skip_rows=0, dtypes="string")
    _, fejl = blad.to_arrow_with_errors()
    fundne: dict[int, dict[int, str]] = {}
    for celle in fejl.errors if fejl else ():
        if fund := re.search(r"'Error\((\w+)\)'", celle.detail):
            raekke, kolonne = celle.position
            fundne.setdefault(raekke - cast(tuple[int, int], ark.start)[0], {})[kolonne] = f"#{fund[1].upper()}"
    return fundne


def _blocks(ark: python_calamine.CalamineSheet, fejl: dict[int, dict[int, str]]) -> Iterator[dict[str, Any]]:
    """`linje` is the sheet's own number of the block's first row; a block without cells is left out."""
    foerste = ark.start[0] if ark.start else 0
    raekker = islice(ark.iter_rows(), foerste, None)  # `iter_rows` begins at the sheet's first row
    antal = max(1, CELLER // (ark.width or 1))
    for nummer in count(0, antal):
        blok = list(islice(raekker, antal))
        if not blok:
            return
        for raekke in range(nummer, nummer + len(blok)) if fejl else ():
            for kolonne, tekst in fejl.get(raekke, {}).items():
                blok[raekke - nummer][kolonne] = tekst
        par = [_column(kolonne) for kolonne in zip(*blok, strict=True)]
        if any(tekst or tal for tekst, tal in par):
            yield {
                "linje": foerste + nummer + 1,
                "antal": len(blok),
                "tekst": [tekst for tekst, _ in par],
                "tal": [tal for _, tal in par],
            }


def _column(celler: Sequence[Celle]) -> tuple[list[str | None] | None, list[float | None] | None]:
    """The column's texts and its true numbers; None for a list of nothing but blanks."""
    typer = set(map(type, celler))
    if typer == {str}:
        tekst = [_text(celle) for celle in celler]
        if not any(map(_VARIGHED.fullmatch, filter(None, tekst))):
            return (tekst if any(tekst) else None), None
    if typer == {float}:
        return None, list(celler)
    vaerdier = [_value(celle) for celle in celler]
    har_tekst, har_tal = (any(isinstance(vaerdi, slags) for vaerdi in vaerdier) for slags in (str, float))
    return (
        [vaerdi if isinstance(vaerdi, str) else None for vaerdi in vaerdier] if har_tekst else None,
        [vaerdi if isinstance(vaerdi, float) else None for vaerdi in vaerdier] if har_tal else None,
    )


def _value(celle: Celle) -> str | float | None:
    if isinstance(celle, str):
        tekst = _text(celle)
        varighed = _VARIGHED.fullmatch(tekst) if tekst else None
        return _hours(*varighed.groups()) if varighed else tekst
    if isinstance(celle, bool):
        return "ja" if celle else "nej"
    if isinstance(celle, dt.timedelta):
        return celle.total_seconds() / 3600
    if isinstance(celle, dt.time):
        return _hours(celle.hour, celle.minute, celle.second + celle.microsecond / 1e6)
    if isinstance(celle, dt.date):
        return f"{celle.day:02}.{celle.month:02}.{celle.year:04}"
    return float(celle)


def _text(celle: str) -> str | None:
    return celle.strip() or None


def _hours(timer: str | int, minutter: str | int, sekunder: str | float) -> float:
    return (int(timer) * 3600 + int(minutter) * 60 + float(str(sekunder).replace(",", "."))) / 3600


def _letters(kolonne: int) -> str:
    bogstaver = ""
    kolonne += 1
    while kolonne:
        kolonne, rest = divmod(kolonne - 1, 26)
        bogstaver = chr(ord("A") + rest) + bogstaver
    return bogstaver


if __name__ == "__main__":
    try:
        main()
    except (MemoryError, OSError, ImportError) as fejl:
        if not _bad_om_for_meget(fejl):
            raise
        os._exit(BAD_OM_FOR_MEGET)  # what is not written yet cannot be, and would be tried again
