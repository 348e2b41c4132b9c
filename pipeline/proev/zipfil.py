"""A zip read as bytes: every one of them belongs to an entry, and no two entries have one name."""

import re
import struct
import zlib
from dataclasses import dataclass

from pipeline.tekster import proev as tekster_proev

SLUT, MIDTE, START = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
SLUT_FORM, MIDTE_FORM, START_FORM = "<4s4H2LH", "<4s6H3L5H2L", "<4s5H3L2H"
VOKSEPLADS = re.compile(rb"\x20\xa2..\x28\xa0..\x00*", re.DOTALL)
"""The padding Office leaves in a package to save it faster; only zeros."""
HOEJST = 64 * 1024 * 1024
ATTRIBUTTER = frozenset({0, 0x20, 0x01800000, 0x81A40000, 0x81800000})
KENDTE_FLAG = 0x0808 | 0x0006  # sizes after the data, names in UTF-8, how hard it was packed
FLAG_EFTER = 0x0008
PAKKET = {0: "gemt", 8: "pakket"}


@dataclass(frozen=True)
class Fund:
    """Something that must not be there, and where."""

    sted: str
    fejl: str


class Ulaeselig(Exception):
    """Not a zip, or one nobody else would read alike."""


@dataclass(frozen=True)
class _Post:
    navn: str
    flag: int
    metode: int
    crc: int
    pakket: int
    fylde: int
    plads: int


def read_zip(raa: bytes) -> tuple[dict[str, bytes], list[Fund]]:
    """The parts by name, and what is in the file beside them. Errors: `Ulaeselig`."""
    try:
        poster, midte, fund = _read_register(raa)
        dele: dict[str, bytes] = {}
        naeste = 0
        for post in sorted(poster, key=lambda p: p.plads):
            if post.plads != naeste:
                fund.append(Fund(post.navn, tekster_proev.ZIP_MELLEMRUM))
            dele_navn = post.navn
            if dele_navn.casefold() in {navn.casefold() for navn in dele}:
                fund.append(Fund(dele_navn, tekster_proev.ZIP_DOBBELT))
            if dele_navn.endswith("/") or dele_navn.startswith("/") or ".." in dele_navn or "\\" in dele_navn:
                fund.append(Fund(dele_navn, tekster_proev.ZIP_NAVN))
            dele[dele_navn], naeste, egne = _read_post(raa, post)
            fund += egne
        if naeste != midte:
            fund.append(Fund(tekster_proev.STED_ZIP, tekster_proev.ZIP_MELLEMRUM))
    except (struct.error, zlib.error, IndexError, UnicodeDecodeError):
        raise Ulaeselig from None
    return dele, fund


def _read_register(raa: bytes) -> tuple[list[_Post], int, list[Fund]]:
    """The entries, where their register begins, and what is odd about it."""
    fund: list[Fund] = []
    slut = raa.rfind(SLUT)
    if slut < 0:
        raise Ulaeselig
    felter = struct.unpack_from(SLUT_FORM, raa, slut)
    antal, laengde, midte, kommentar = felter[4], felter[5], felter[6], felter[7]
    if kommentar or slut + 22 != len(raa):
        fund.append(Fund(tekster_proev.STED_ZIP, tekster_proev.ZIP_EFTER))
    if midte + laengde != slut or felter[1:3] != (0, 0):
        fund.append(Fund(tekster_proev.STED_ZIP, tekster_proev.ZIP_MELLEMRUM))
    poster, plads = [], midte
    for _ in range(antal):
        (maerke, lavet, _, flag, metode, _, _, crc, pakket, fylde, n, e, k, disk, indre, ydre, start) = (
            struct.unpack_from(MIDTE_FORM, raa, plads)
        )
        if maerke != MIDTE:
            raise Ulaeselig
        navn = raa[plads + 46 : plads + 46 + n].decode()
        ekstra = raa[plads + 46 + n : plads + 46 + n + e]
        if k or disk or indre not in (0, 1) or ydre not in ATTRIBUTTER or not _is_padding(ekstra):
            fund.append(Fund(navn, tekster_proev.ZIP_EKSTRA))
        if flag & ~KENDTE_FLAG or metode not in PAKKET or fylde > HOEJST or lavet >> 8 not in (0, 3):
            fund.append(Fund(navn, tekster_proev.ZIP_EKSTRA))
        poster.append(_Post(navn, flag, metode, crc, pakket, fylde, start))
        plads += 46 + n + e + k
    if plads != midte + laengde:
        fund.append(Fund(tekster_proev.STED_ZIP, tekster_proev.ZIP_MELLEMRUM))
    return poster, midte, fund


def _is_padding(ekstra: bytes) -> bool:
    return not ekstra or VOKSEPLADS.fullmatch(ekstra) is not None


def _read_post(raa: bytes, post: _Post) -> tuple[bytes, int, list[Fund]]:
    """One part, where it ends, and what does not fit what the register says of it."""
    maerke, _, flag, metode, _, _, *maal, n, e = struct.unpack_from(START_FORM, raa, post.plads)
    data = post.plads + 30 + n + e
    navn, ekstra = raa[post.plads + 30 : post.plads + 30 + n], raa[post.plads + 30 + n : data]
    if maerke != START or metode not in PAKKET:
        raise Ulaeselig
    fund = []
    sagt = (0, 0, 0) if flag & FLAG_EFTER else (post.crc, post.pakket, post.fylde)
    if navn != post.navn.encode() or not _is_padding(ekstra) or (flag, metode) != (post.flag, post.metode):
        fund.append(Fund(post.navn, tekster_proev.ZIP_EKSTRA))
    if tuple(maal) not in (sagt, (post.crc, post.pakket, post.fylde)):
        fund.append(Fund(post.navn, tekster_proev.ZIP_EKSTRA))
    pakket = raa[data : data + post.pakket]
    indhold = pakket
    if post.metode:
        ud = zlib.decompressobj(-15)
        indhold = ud.decompress(pakket, HOEJST)
        if not ud.eof or ud.unused_data or ud.unconsumed_tail:
            fund.append(Fund(post.navn, tekster_proev.ZIP_EKSTRA))
    if len(indhold) != post.fylde or zlib.crc32(indhold) != post.crc:
        fund.append(Fund(post.navn, tekster_proev.ZIP_EKSTRA))
    slut = data + post.pakket
    if flag & FLAG_EFTER:
        slut += 16 if raa[slut : slut + 4] == b"PK\x07\x08" else 12
    return indhold, slut, fund
