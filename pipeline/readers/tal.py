"""True numbers written as Danish text."""

from decimal import Decimal


def write_dansk_tal(tal: float) -> str:
    """7.4 → "7,4", 37.0 → "37"; the shortest digits that give the same number back, no exponent.

    1.234 → "1,2340": three digits behind a sign could be thousands to who reads the text.
    """
    if tal.is_integer():
        return str(int(tal))
    tekst = format(Decimal(repr(tal)), "f").replace(".", ",")
    return f"{tekst}0" if len(tekst.partition(",")[2]) == 3 else tekst
