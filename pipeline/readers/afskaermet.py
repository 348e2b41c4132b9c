"""Workbooks of every binary kind, read in a process of their own that has little memory and time, and no keys."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Filer
from pipeline.readers.ark import Ark
from pipeline.readers.filer import Kildefil
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

BARN = Path(__file__).with_name("ark_barn.py")
VENTETID = 10  # times the seconds of work it may use, before it is taken to hang
BAD_OM_FOR_MEGET = 3  # the exit code of the child's own
# How the system ends a process that has used its seconds or asks for memory it may not have, or a library gives up.
_FILENS = frozenset({signal.SIGXCPU, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE})
_MANGLER = re.compile(r"^ModuleNotFoundError: No module named '([\w.]+)'", re.MULTILINE)
_FEJLNAVN = re.compile(r"^([A-Za-z_][\w.]*)(?=:|$)", re.MULTILINE)

_GRUNDE = {
    "krypteret": tekster.FIL_KRYPTERET,
    "ulaeselig": tekster.FIL_ULAESELIG,
    "uregnet": tekster_filer.FIL_UREGNET,
    "fejl_ods": tekster_filer.FIL_FEJLCELLER,
    "bredt": tekster_filer.ARK_BREDT,
}


def read_ark(fil: Kildefil, *, graenser: Filer) -> list[Ark]:
    """Every sheet of an .xlsx, .xlsb, .ods or .xls that has cells.

    A file may use memory and time by its own size on the disk, so that a small one cannot ask for much.
    Errors: `Brugerfejl` for what is damaged, locked, without results, too wide, or asks for more.
    """
    with (
        fil.sti.open("rb") as ind,
        os.fdopen(os.memfd_create("ark"), "w+b") as ud,
        os.fdopen(os.memfd_create("fejl"), "w+b") as fejl,
    ):
        kode = _run(ind.fileno(), ud.fileno(), fejl.fileno(), fil=fil.navn, graenser=graenser)
        fejl.seek(0)
        if kode:
            raise Brugerfejl(_explain_end(kode, fejl.read().decode(errors="replace"), fil=fil.navn))
        ud.seek(0)
        linjer = (json.loads(linje) for linje in ud)
        return list(_collect(linjer, fil=fil.navn))


def _run(ind: int, ud: int, fejl: int, *, fil: str, graenser: Filer) -> int:
    """The child's exit code, negative for the signal that ended it."""
    megabyte = os.fstat(ind).st_size >> 20
    hukommelse = graenser.ark_hukommelse_mb + megabyte * graenser.ark_hukommelse_pr_mb
    sekunder = graenser.ark_sekunder + megabyte * graenser.ark_sekunder_pr_mb
    kommando = [sys.executable, "-I", str(BARN), str(hukommelse << 20), str(sekunder), str(graenser.bredeste_ark)]
    try:
        return subprocess.run(
            kommando, stdin=ind, stdout=ud, stderr=fejl, env={}, check=False, timeout=sekunder * VENTETID
        ).returncode
    except subprocess.TimeoutExpired:
        raise Brugerfejl(tekster_filer.FIL_FOR_TUNG.format(fil=fil)) from None
    except OSError as ikke_startet:
        if ikke_startet.errno in (errno.ENOMEM, errno.EAGAIN):
            raise Brugerfejl(tekster.DISK_ELLER_HUKOMMELSE) from None
        grund = type(ikke_startet).__name__
        raise Brugerfejl(tekster_filer.LAESER_GIK_I_STAA.format(fil=fil, grund=grund)) from None


def _explain_end(kode: int, fejl: str, *, fil: str) -> str:
    """Whose fault it was: the file's, the program's, or of who ended it from outside."""
    if kode == BAD_OM_FOR_MEGET or -kode in _FILENS:
        return tekster_filer.FIL_FOR_TUNG.format(fil=fil)
    if kode < 0:
        return tekster_filer.LAESER_AFBRUDT.format(fil=fil)
    if mangler := _MANGLER.search(fejl):
        return tekster_filer.LAESER_MANGLER.format(fil=fil, pakke=mangler[1])
    navne = _FEJLNAVN.findall(fejl)  # of what went wrong never more than its name: the rest may quote a cell
    if navne and navne[-1].endswith("PanicException"):  # the library met what it took for granted cannot be
        return tekster.FIL_ULAESELIG.format(fil=fil)
    return tekster_filer.LAESER_GIK_I_STAA.format(fil=fil, grund=navne[-1] if navne else kode)


def _collect(linjer: Iterator[dict[str, Any]], *, fil: str) -> Iterator[Ark]:
    hoved: dict[str, Any] = {}
    blokke: list[dict[str, Any]] = []
    for linje in linjer:
        if "grund" in linje:
            raise Brugerfejl(_GRUNDE[linje.pop("grund")].format(fil=fil, **linje))
        if "antal" in linje:
            blokke.append(linje)
            continue
        if blokke:
            yield _make_ark(hoved, blokke)
        hoved, blokke = linje, []
    if "faerdig" not in hoved:
        raise Brugerfejl(tekster_filer.LAESER_GIK_I_STAA.format(fil=fil, grund=0))


def _make_ark(hoved: dict[str, Any], blokke: list[dict[str, Any]]) -> Ark:
    return Ark(
        navn=hoved["ark"],
        er_skjult=hoved["skjult"],
        linjer=pl.concat(
            [pl.int_range(blok["linje"], blok["linje"] + blok["antal"], eager=True, dtype=pl.Int64) for blok in blokke]
        ),
        tekst=pl.concat([_frame(blok, "tekst", pl.String) for blok in blokke]),
        tal=pl.concat([_frame(blok, "tal", pl.Float64) for blok in blokke]),
        flettede=tuple((fra, til, plads) for fra, til, plads in hoved["flettede"] if plads >= 0),
        brede=tuple((linje, fra, til) for linje, fra, til in hoved["brede"] if fra >= 0),
    )


def _frame(blok: dict[str, Any], hvad: str, slags: type[pl.DataType]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            f"kolonne_{plads}": pl.Series(celler, dtype=slags)
            if celler
            else pl.repeat(None, blok["antal"], dtype=slags, eager=True)
            for plads, celler in enumerate(blok[hvad])
        }
    )
