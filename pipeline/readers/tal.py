"""Whether a table's numbers use comma or point, and true numbers written as Danish text."""

import re
from collections.abc import Iterable
from decimal import Decimal

_TAL = re.compile(r"(?=.*\d)[-+]?(\d{1,3}([.,]\d{3})+|\d+)?([.,]\d*)?-?")
_TUSINDER = re.compile(r"[-+]?[1-9]\d{0,2}(\.\d{3})+-?")


def detect_decimaltegn(celler: Iterable[str | None]) -> str:
    """'.' only when a cell can be read no other way: 7.4 and 0.750 can, 1.234 (thousands) cannot."""
    tegn = {_decimaltegn(celle.strip()) for celle in set(celler) if celle}
    return "." if "." in tegn and "," not in tegn else ","


def _decimaltegn(celle: str) -> str:
    if not _TAL.fullmatch(celle):
        return ""
    if "," in celle:
        return "." if celle.rfind(".") > celle.rfind(",") else ","
    return "." if "." in celle and not _TUSINDER.fullmatch(celle) else ""


def write_dansk_tal(tal: float) -> str:
    """7.4 → "7,4", 37.0 → "37"; the shortest digits that give the same number back, no exponent.

    1.234 → "1,2340": three digits behind a sign could be thousands to who reads the text.
    """
    if tal.is_integer():
        return str(int(tal))
    tekst = format(Decimal(repr(tal)), "f").replace(".", ",")
    return f"{tekst}0" if len(tekst.partition(",")[2]) == 3 else tekst
