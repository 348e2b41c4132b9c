"""A file HR keeps beside the configuration: semicolon CSV in UTF-8 with a heading, no cell of it empty."""

import csv
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.fejl import Brugerfejl
from pipeline.tekster import hr_fil as tekster

T = TypeVar("T")
AAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Linje:
    """A line by column, and where it stands."""

    fil: str
    nr: int
    felter: Mapping[str, str]

    def __getitem__(self, kolonne: str) -> str:
        return self.felter[kolonne]

    def fail(self, saetning: str, **egne: object) -> Brugerfejl:
        return Brugerfejl(saetning.format(fil=self.fil, linje=self.nr, **egne))

    def read_aar(self) -> int:
        if not AAR.fullmatch(self["aar"]):
            raise self.fail(tekster.AAR_ER_INTET_AAR, tekst=self["aar"])
        return int(self["aar"])


@dataclass(frozen=True)
class Form(Generic[T]):
    """What such a file holds. `noegle`: what no two lines may share; `navn`: what is said of those that do."""

    indhold: str
    kolonner: tuple[str, ...]
    parse: Callable[[Linje], T]
    noegle: Callable[[T], Hashable]
    navn: Callable[[T], str]

    def read(self, fil: Path) -> tuple[T, ...]:
        """Errors: `Brugerfejl` names the file and the line."""
        laest, kendte = list[T](), dict[Hashable, int]()
        for linje in self._lines(fil):
            ny = self.parse(linje)
            foerste = kendte.setdefault(self.noegle(ny), linje.nr)
            if foerste != linje.nr:
                raise linje.fail(tekster.STAAR_TO_GANGE, foerste=foerste, navn=self.navn(ny))
            laest.append(ny)
        if not laest:
            raise Brugerfejl(tekster.FILEN_ER_TOM.format(fil=fil.name, indhold=self.indhold))
        return tuple(laest)

    def _lines(self, fil: Path) -> Iterator[Linje]:
        """Empty lines are left out."""
        raekker = self._rows(fil)
        if not raekker:
            return
        hoved = self._heading(raekker[0][1], fil.name)
        for nr, celler in raekker[1:]:
            linje = Linje(fil.name, nr, dict(zip(hoved, map(str.strip, celler), strict=False)))
            if len(celler) != len(hoved):
                raise linje.fail(tekster.FELTER_PASSER_IKKE)
            for kolonne in self.kolonner:
                if not linje[kolonne]:
                    raise linje.fail(tekster.FELT_ER_TOMT, kolonne=kolonne)
            yield linje

    def _rows(self, fil: Path) -> list[tuple[int, list[str]]]:
        try:
            with fil.open(encoding="utf-8-sig", newline="") as aaben:
                alle = enumerate(csv.reader(aaben, delimiter=";"), start=1)
                return [(nr, celler) for nr, celler in alle if any(map(str.strip, celler))]
        except (OSError, UnicodeDecodeError, csv.Error):
            raise Brugerfejl(tekster.FILEN_MANGLER.format(fil=fil.name, indhold=self.indhold)) from None

    def _heading(self, celler: list[str], fil: str) -> list[str]:
        hoved = [navn.strip().casefold() for navn in celler]
        sted = {"fil": fil, "kolonner": ", ".join(self.kolonner)}
        for navn in hoved:
            if navn not in self.kolonner or hoved.count(navn) > 1:
                raise Brugerfejl(tekster.UKENDT_KOLONNE.format(kolonne=navn, **sted))
        for navn in self.kolonner:
            if navn not in hoved:
                raise Brugerfejl(tekster.KOLONNE_MANGLER.format(kolonne=navn, **sted))
        return hoved
