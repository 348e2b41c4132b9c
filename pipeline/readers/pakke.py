"""A .zip: which kind of container it is, and the files of a delivery out of one, in memory and within limits."""

import zipfile
import zlib
from pathlib import PurePosixPath

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Filer
from pipeline.readers.filer import Kildefil, is_ignored
from pipeline.readers.kopi import Kopi
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

BLOK = 1 << 20
MEGABYTE = 1 << 20
EN_POST = 1 << 10  # bytes in the list of contents, at the most, for the files a .zip may hold
PROJEKTMAPPER = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ANDET_KONTOR = frozenset({"[Content_Types].xml", "mimetype"})
MACOS = "__MACOSX"
UTF8_NAVN = 0x800  # the flag that says so
KENDTE_METODER = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
SLUTNING = (1 << 16) + 22  # the end record and the longest comment after it

_SLUTPOST = b"PK\x05\x06"


def is_projektmappe(fil: Kildefil, *, graenser: Filer) -> bool:
    """Whether the .zip is a workbook, for another reader.

    Errors: `Brugerfejl` for a .zip that is damaged, locked, too large or too full, and for another office document.
    """
    with _open(fil, graenser=graenser) as pakke:
        medlemmer = pakke.infolist()
        navne = {medlem.filename for medlem in medlemmer}
        if any(medlem.flag_bits & 1 for medlem in medlemmer):
            raise Brugerfejl(tekster.FIL_KRYPTERET.format(fil=fil.navn))
        _check_sizes(medlemmer, fil=fil, graenser=graenser)
        if navne & PROJEKTMAPPER:
            return True
        if "mimetype" in navne and _read(pakke, "mimetype", fil=fil.navn) == ODS:
            return True
    if navne & ANDET_KONTOR:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.navn))
    return False


def unpack(fil: Kildefil, *, graenser: Filer) -> list[Kildefil]:
    """The files of the folder the .zip was made of, by name, each in memory alone; names are never used as paths.

    Errors: `Brugerfejl`, also when there is no telling which folder is meant.
    """
    with _open(fil, graenser=graenser) as pakke:
        medlemmer = _list_files(pakke, fil=fil, graenser=graenser)
        if any(medlem.compress_type not in KENDTE_METODER for medlem in medlemmer):
            raise Brugerfejl(tekster_filer.FIL_PAKKET.format(fil=fil.navn))
        filer = [_unpack(pakke, medlem, fil=fil.navn) for medlem in _of_one_folder(medlemmer, fil=fil.navn)]
    return sorted(filer, key=lambda medlem: medlem.navn)


def check_pakke(fil: Kildefil, *, graenser: Filer) -> None:
    """What can be told of a .zip by its list of contents. Errors: `Brugerfejl` as `unpack`."""
    with _open(fil, graenser=graenser) as pakke:
        _list_files(pakke, fil=fil, graenser=graenser)


def _list_files(pakke: zipfile.ZipFile, *, fil: Kildefil, graenser: Filer) -> list[zipfile.ZipInfo]:
    medlemmer = [medlem for medlem in pakke.infolist() if not medlem.is_dir() and not _is_litter(medlem)]
    if len(medlemmer) > graenser.zip_filer:
        raise Brugerfejl(tekster_filer.ZIP_FOR_MANGE.format(fil=fil.navn, antal=graenser.zip_filer))
    if not medlemmer:
        raise Brugerfejl(tekster_filer.ZIP_TOM.format(fil=fil.navn))
    _check_sizes(medlemmer, fil=fil, graenser=graenser)
    return medlemmer


def _open(fil: Kildefil, *, graenser: Filer) -> zipfile.ZipFile:
    """The list of contents is measured before it is read: each entry takes ten times its bytes in memory."""
    with fil.sti.open("rb") as aaben:
        stoerrelse = aaben.seek(0, 2)
        aaben.seek(max(0, stoerrelse - SLUTNING))
        hale = aaben.read()
    plads = hale.rfind(_SLUTPOST)
    indhold = int.from_bytes(hale[plads + 12 : plads + 16], "little") if plads >= 0 else 0
    if indhold > max(graenser.zip_filer, 1000) * EN_POST:
        raise Brugerfejl(tekster_filer.ZIP_FOR_MANGE.format(fil=fil.navn, antal=graenser.zip_filer))
    try:
        return zipfile.ZipFile(fil.sti)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.navn)) from None


def _check_sizes(medlemmer: list[zipfile.ZipInfo], *, fil: Kildefil, graenser: Filer) -> None:
    """What the list of contents says of the sizes; what lies about them is stopped when it is read."""
    udpakket = sum(medlem.file_size for medlem in medlemmer)
    pakket = fil.sti.stat().st_size
    hoejst = min(graenser.zip_mb * MEGABYTE, max(graenser.zip_altid_mb * MEGABYTE, graenser.zip_pakning * pakket))
    if udpakket > hoejst:
        er_bog = PROJEKTMAPPER & {medlem.filename for medlem in medlemmer}
        tekst = tekster_filer.FIL_FOR_TUNG if er_bog else tekster_filer.ZIP_FOR_STOR
        raise Brugerfejl(tekst.format(fil=fil.navn, megabyte=hoejst // MEGABYTE))


def _is_litter(medlem: zipfile.ZipInfo) -> bool:
    dele = PurePosixPath(medlem.filename.replace("\\", "/")).parts
    return not dele or MACOS in dele or is_ignored(dele[-1])


def _of_one_folder(medlemmer: list[zipfile.ZipInfo], *, fil: str) -> list[zipfile.ZipInfo]:
    """As in a folder, subfolders are no part of the delivery; the folder is the one nearest the top."""
    mapper = {medlem.filename: PurePosixPath(medlem.filename.replace("\\", "/")).parent for medlem in medlemmer}
    oeverste = min(mapper.values(), key=lambda mappe: len(mappe.parts))
    if not all(mappe.is_relative_to(oeverste) for mappe in mapper.values()):
        navne = sorted({_readable(mappe.name) for mappe in mapper.values()})
        raise Brugerfejl(tekster_filer.ZIP_FLERE_MAPPER.format(fil=fil, mapper=", ".join(navne)))
    return [medlem for medlem in medlemmer if mapper[medlem.filename] == oeverste]


def _unpack(pakke: zipfile.ZipFile, medlem: zipfile.ZipInfo, *, fil: str) -> Kildefil:
    navn = f"{fil}: {_display_name(medlem)}"
    kopi = Kopi()
    rest = medlem.file_size
    try:
        with pakke.open(medlem) as ind, kopi.sti.open("wb") as ud:
            while blok := ind.read(BLOK):
                rest -= len(blok)
                if rest < 0:
                    raise zipfile.BadZipFile
                ud.write(blok)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=navn)) from None
    return Kildefil(navn, kopi.sti, kopi)


def _read(pakke: zipfile.ZipFile, medlem: str, *, fil: str) -> bytes:
    try:
        with pakke.open(medlem) as ind:
            return ind.read(len(ODS) + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil)) from None


def _display_name(medlem: zipfile.ZipInfo) -> str:
    """Windows writes names in DOS's Danish characters, which the library takes for American ones."""
    navn = medlem.filename.replace("\\", "/").rsplit("/", 1)[-1]
    if not medlem.flag_bits & UTF8_NAVN:
        navn = navn.encode("cp437", errors="replace").decode("cp850", errors="replace")
    return _readable(navn)


def _readable(navn: str) -> str:
    return "".join(tegn if tegn.isprintable() else "?" for tegn in navn)
