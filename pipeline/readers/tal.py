"""True numbers written as Danish text."""

from decimal import Decimal


def write_dansk_tal(tal: float) -> str:
    """7.4 → "7,4", 37.0 → "37"; the shortest digits that give the same number back, no exponent."""
    if tal.is_integer():
        return str(int(tal))
    return format(Decimal(repr(tal)), "f").replace(".", ",")
