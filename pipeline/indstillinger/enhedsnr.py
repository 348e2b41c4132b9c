"""The number of a unit as OPUS writes it."""

CIFRE = 8


def whole_enhedsnr(nummer: str) -> str:
    """With the leading zeros people leave out; what is no number stays as it is."""
    return nummer.zfill(CIFRE) if nummer.isdigit() else nummer
