"""Signs nobody sees: what is copied from a web page, a mail or a printed list, and which encoding a text has."""

import re
from pathlib import Path

UTF8, CP1252, CP850 = "utf-8-sig", "cp1252", "cp850"
UTF16_MAERKER = (b"\xff\xfe", b"\xfe\xff")

USYNLIGE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x0b\x0c\x1a]"
BLANKE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"

_USYNLIGE, _BLANKE = re.compile(USYNLIGE), re.compile(BLANKE)
# The same signs in UTF-8: two of two bytes, and those of three, which a Danish list has few bytes of to begin with.
_AF_TO = (b"\xc2\xa0", b"\xc2\xad")
_AF_TRE = re.compile(
    rb"\xe1(?:\x9a\x80|\xa0\x8e)|\xe2\x80[\x80-\x8f\xaa-\xaf]|\xe2\x81[\x9f-\xaf]|\xe3\x80\x80|\xef\xbb\xbf"
)
_BEGYNDER = (b"\xe1", b"\xe2", b"\xe3", b"\xef")
_STYRETEGN = (b"\x0b", b"\x0c", b"\x1a")
# æøåÆØÅ in each; ’ is no letter, so its 0x92 is left out of DOS's.
_BOGSTAVER = {CP850: bytes([0x91, 0x9B, 0x86, 0x9D, 0x8F]), CP1252: "æøåÆØÅ".encode(CP1252)}


def rens_tegn(tekst: str) -> str:
    """Without signs that have no width, and every kind of blank a plain one."""
    if tekst.isascii():
        return _USYNLIGE.sub("", tekst)
    return _BLANKE.sub(" ", _USYNLIGE.sub("", tekst))


def has_usynlige(blok: bytes) -> bool:
    """In bytes that are UTF-8."""
    if any(tegn in blok for tegn in (*_STYRETEGN, *_AF_TO)):
        return True
    return any(tegn in blok for tegn in _BEGYNDER) and _AF_TRE.search(blok) is not None


def count_bogstaver(blok: bytes) -> tuple[int, int]:
    """Danish letters there are when the bytes are DOS's code page 850, and when they are Windows-1252."""
    dos, windows = (len(blok) - len(blok.translate(None, _BOGSTAVER[kodning])) for kodning in (CP850, CP1252))
    return dos, windows


def find_utf16(begyndelse: bytes) -> str | None:
    """UTF-16 by its mark or, without one, by the zero in nearly every other byte; None when it is no such text."""
    if begyndelse.startswith(UTF16_MAERKER):
        return "utf-16"
    lige, ulige = begyndelse[0::2], begyndelse[1::2]
    if not ulige:
        return None
    if 2 * ulige.count(0) > len(ulige) and not lige.count(0):
        return "utf-16-le"
    return "utf-16-be" if 2 * lige.count(0) > len(lige) and not ulige.count(0) else None


def find_utf16_i_fil(fil: Path) -> str | None:
    with fil.open("rb") as aaben:
        return find_utf16(aaben.read(1 << 12))
