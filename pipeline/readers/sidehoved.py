"""What a printed list repeats on every page: title lines, rulers and the header. None of it is data."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.readers.overskrift import Overskrift
from pipeline.readers.tabeller import DATOKOLONNER, normalise_navn

Post = tuple[list[str], int]  # the fields of a record and how many lines it takes

HOEJST_LINJER = 20  # of a page's head, before they are taken for rows again
NOEGLEKOLONNER = frozenset({"medarbejdernr", "enhedsnr", "gammelt_enhedsnr", "bruger"})

_STREG = re.compile(r"[-=_+|\s]*")
_STREGTEGN = re.compile(r"[-=_]{3}")
_NOEGLE = re.compile(r"[=\"'\s]*\d{1,8}(?:[.,]0+)?(?:[\"\s].*)?")
_CIFFER_FOERST = re.compile(r"[=\"'\s]*\d")
_DATO = re.compile(r"[=\"'\s]*(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{5,8})\b.*")
_TOTAL = re.compile(r"\s*(?:\*+.*|.*\b(?:resultat|i alt|total|hovedtotal|sum)\s*)", re.IGNORECASE)


class Sidehoveder:
    """`blokke` are the heads that were left out, their fields line by line."""

    def __init__(self, overskrift: Overskrift) -> None:
        self.navne = [normalise_navn(tekst) for tekst in overskrift.overskrifter]
        self.noegler = [nr for nr, navn in enumerate(overskrift.kolonner) if navn in NOEGLEKOLONNER]
        self.datoer = [nr for nr, navn in enumerate(overskrift.kolonner) if navn in DATOKOLONNER]
        self.blokke: list[list[list[str]]] = []

    def tidy(self, poster: Iterable[Post]) -> Iterator[Post]:
        """Every record in order; those of a page's head without fields, so that lines keep their number."""
        vent: list[Post] = []
        for felter, linjer in poster:
            if is_streg(felter):
                vent.append(([], linjer))
            elif self._is_overskrift(felter):
                self.blokke.append([ventende for ventende, _ in vent])
                yield from (([], antal) for _, antal in vent)
                yield [], linjer
                vent = []
            elif self._may_be_row(felter) or len(vent) == HOEJST_LINJER:
                yield from vent
                yield felter, linjer
                vent = []
            else:
                vent.append((felter, linjer))
        yield from vent

    def _is_overskrift(self, felter: Sequence[str]) -> bool:
        navne = [normalise_navn(felt) for felt in felter]
        bredde = max(len(navne), len(self.navne))
        return navne + [""] * (bredde - len(navne)) == self.navne + [""] * (bredde - len(self.navne))

    def _may_be_row(self, felter: Sequence[str]) -> bool:
        return (
            any(_NOEGLE.fullmatch(felter[nr]) for nr in self.noegler if nr < len(felter))
            or any(_DATO.fullmatch(felter[nr]) for nr in self.datoer if nr < len(felter))
            or any(_TOTAL.fullmatch(felt) for felt in felter)
        )


def is_streg(felter: Sequence[str]) -> bool:
    """A ruler: `-----`, `|----+----|`."""
    linje = "|".join(felter)
    return _STREG.fullmatch(linje) is not None and _STREGTEGN.search(linje) is not None


def is_bundlinje(felter: Sequence[str], overskrift: Overskrift) -> bool:
    """A line of words below a list ("Antal rækker: 504"): it has fewer fields, and where a key belongs is none."""
    noegle = next((plads for plads, navn in enumerate(overskrift.kolonner) if navn in NOEGLEKOLONNER), None)
    if noegle is None or not noegle < len(felter) < len(overskrift.kolonner):
        return False
    return bool(felter[noegle].strip()) and not _CIFFER_FOERST.match(felter[noegle])
