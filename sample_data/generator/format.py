"""How OPUS writes numbers and dates, and the one way to put bytes on disk."""

from pathlib import Path

from generator import kalender
from generator.raekker import TEKST, Raekke

AABEN_TEKST = "31.12.9999"


def write_dato(dag: int | None) -> str:
    """dd.mm.yyyy; None is the open end."""
    return AABEN_TEKST if dag is None else f"{kalender.to_date(dag):%d.%m.%Y}"


def write_tal(tal: float | None, *, tusind: bool = False, decimaler: int = 2) -> str:
    """Decimal comma, thousands with a point on request; None is empty."""
    if tal is None:
        return ""
    tekst = f"{tal:,.{decimaler}f}" if tusind else f"{tal:.{decimaler}f}"
    return tekst.translate(str.maketrans(",.", ".,"))


def write_enhed(nummer: int | None) -> str:
    """Eight digits; the root has no parent."""
    return "" if nummer is None else f"{nummer:08d}"


def write_celler(raekke: Raekke, *, tusind: bool = False) -> list[str]:
    """The seven cells of an absence record; an open record has an empty end or 31.12.9999, by turns."""
    slut = write_dato(raekke.sidste)
    if raekke.aaben:
        slut = AABEN_TEKST if raekke.nummer % 2 else ""
    return [
        str(raekke.nummer),
        write_dato(raekke.foerste),
        slut,
        raekke.art,
        TEKST[raekke.art],
        write_tal(raekke.timer, tusind=tusind),
        write_tal(raekke.dage, tusind=tusind),
    ]


def save(sti: Path, tekst: str, *, tegnsaet: str) -> None:
    """Windows line ends in the given encoding."""
    sti.write_bytes(tekst.replace("\n", "\r\n").encode(tegnsaet))
