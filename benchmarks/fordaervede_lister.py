"""A text list as lines that remember where they came from, and the ways it is corrupted."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from openpyxl import Workbook

DATO = re.compile(r"\d\d\.\d\d\.\d{4}")
TAL = re.compile(r"-?\d{1,3}(?:\.?\d{3})*,\d+")


@dataclass(frozen=True)
class Linje:
    """`fra` is the number of the line it was in the sound list, nothing for one that was put in."""

    tekst: str
    fra: int | None


@dataclass(frozen=True)
class Liste:
    """`hoved` is the place of the header, `bytes_tilbage` the share of it left, `ogsaa_som_ark` a copy as xlsx."""

    linjer: tuple[Linje, ...]
    hoved: int
    tegn: str
    kodning: str
    linjeskift: str
    bytes_tilbage: float = 1.0
    ogsaa_som_ark: bool = False

    @property
    def raekker(self) -> range:
        """The places of the data."""
        return range(self.hoved + 1, len(self.linjer))

    def change(self, steder: Iterable[int], hvordan: Callable[[list[str]], list[str]]) -> "Liste":
        """The cells of those lines made anew; empty lines are left."""
        linjer = list(self.linjer)
        for sted in steder:
            if linjer[sted].tekst.strip():
                celler = hvordan(linjer[sted].tekst.split(self.tegn))
                linjer[sted] = replace(linjer[sted], tekst=self.tegn.join(celler))
        return replace(self, linjer=tuple(linjer))

    def without(self, numre: set[int | None]) -> "Liste":
        return replace(self, linjer=tuple(linje for linje in self.linjer if linje.fra not in numre))

    def insert(self, sted: int, nye: Iterable[Linje]) -> "Liste":
        return replace(self, linjer=(*self.linjer[:sted], *nye, *self.linjer[sted:]))

    def write(self, mappe: Path, navn: str) -> None:
        indhold = "".join(linje.tekst + self.linjeskift for linje in self.linjer).encode(self.kodning)
        (mappe / navn).write_bytes(indhold[: round(len(indhold) * self.bytes_tilbage)])
        if self.ogsaa_som_ark:
            bog = Workbook(write_only=True)
            ark = bog.create_sheet()
            for linje in self.linjer:
                ark.append(linje.tekst.split(self.tegn))
            bog.save(mappe / f"{Path(navn).stem}.xlsx")


def read_liste(fil: Path) -> Liste:
    raa = fil.read_bytes()
    kodning = "utf-8-sig" if raa.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        tekst = raa.decode(kodning)
    except UnicodeDecodeError:
        kodning = "cp1252"
        tekst = raa.decode(kodning)
    linjeskift = "\r\n" if "\r\n" in tekst else "\n"
    linjer = tuple(Linje(linje, nr) for nr, linje in enumerate(tekst.removesuffix(linjeskift).split(linjeskift)))
    hoved = next(nr for nr, linje in enumerate(linjer) if "Startdato" in linje.tekst)
    tegn = "\t" if "\t" in linjer[hoved].tekst else ";"
    return Liste(linjer, hoved, tegn, kodning, linjeskift)


def _few(liste: Liste, rng: Random) -> list[int]:
    return rng.sample(liste.raekker, rng.randint(1, 3))


def shift_cells(liste: Liste, rng: Random) -> Liste:
    """A cell put in, so that what follows is one to the right of its heading."""

    def shift(celler: list[str]) -> list[str]:
        sted = rng.randrange(len(celler))
        return [*celler[:sted], "", *celler[sted:]]

    return liste.change(_few(liste, rng), shift)


def pull_cells(liste: Liste, rng: Random) -> Liste:
    """A cell deleted before the amounts, so that what follows is one to the left, with an empty end as Excel leaves."""

    def pull(celler: list[str]) -> list[str]:
        sted = rng.randrange(max(1, len(celler) - 2))
        return [*celler[:sted], *celler[sted + 1 :], ""]

    return liste.change(_few(liste, rng), pull)


def drop_separators(liste: Liste, rng: Random) -> Liste:
    def drop(celler: list[str]) -> list[str]:
        sted = rng.randrange(len(celler) - 1)
        return [*celler[:sted], celler[sted] + celler[sted + 1], *celler[sted + 2 :]]

    return liste.change(_few(liste, rng), drop)


def add_separators(liste: Liste, rng: Random) -> Liste:
    """A separator inside a cell, as in a text somebody wrote."""

    def split(celler: list[str]) -> list[str]:
        sted = rng.randrange(len(celler))
        klip = rng.randint(0, len(celler[sted]))
        return [*celler[:sted], celler[sted][:klip], celler[sted][klip:], *celler[sted + 1 :]]

    return liste.change(_few(liste, rng), split)


def double_column(liste: Liste, rng: Random) -> Liste:
    bredde = liste.linjer[liste.hoved].tekst.count(liste.tegn) + 1
    sted, til = rng.randrange(bredde), rng.choice([None, bredde])

    def double(celler: list[str]) -> list[str]:
        if len(celler) <= sted:
            return celler
        plads = sted if til is None else til
        return [*celler[:plads], celler[sted], *celler[plads:]]

    return liste.change([liste.hoved, *liste.raekker], double)


def insert_page_head(liste: Liste, rng: Random) -> Liste:
    sted = rng.choice(liste.raekker)
    side = [Linje("", None), Linje(f"15.07.2025{liste.tegn}Side {rng.randint(2, 90)}", None), Linje("", None)]
    hoved = replace(liste.linjer[liste.hoved], fra=None)
    return liste.insert(sted, rng.choice([[hoved], [*side, hoved], side]))


def repeat_block(liste: Liste, rng: Random) -> Liste:
    fra = rng.choice(liste.raekker)
    blok = liste.linjer[fra : fra + rng.randint(1, 40)]
    return liste.insert(rng.choice([fra, len(liste.linjer)]), blok)


def change_encoding(liste: Liste, rng: Random) -> Liste:
    kodninger = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "cp850"]
    return replace(liste, kodning=rng.choice([kodning for kodning in kodninger if kodning != liste.kodning]))


def _hours_and_minutes(tal: Decimal) -> str:
    minutter = tal * 60
    return f"{int(minutter // 60)}:{int(minutter % 60):02}" if minutter == int(minutter) else f"{tal}".replace(".", ",")


TALFORMER: dict[str, Callable[[Decimal], str]] = {
    "punktum": str,
    "dansk": lambda tal: f"{tal:,}".translate(str.maketrans(",.", ".,")),
    "engelsk": lambda tal: f"{tal:,}",
    "mellemrum": lambda tal: f"{tal:,}".translate(str.maketrans(",.", "\u00a0,")),
    "tre decimaler": lambda tal: f"{tal:.3f}".replace(".", ","),
    "tt:mm": _hours_and_minutes,
    "minus bagved": lambda tal: f"{tal}-".replace(".", ","),
    "anførselstegn": lambda tal: f'"{tal}"'.replace(".", ","),
}


def change_numbers(liste: Liste, rng: Random) -> Liste:
    """The whole column, its last half, or a few cells in another form."""
    skriv = TALFORMER[rng.choice(sorted(TALFORMER))]

    def change(celler: list[str]) -> list[str]:
        return [
            skriv(Decimal(celle.strip().replace(".", "").replace(",", "."))) if TAL.fullmatch(celle.strip()) else celle
            for celle in celler
        ]

    return liste.change(_extent(liste, rng), change)


DATOFORMER = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%d.%m.%y", "%Y-%m-%d 00:00:00", "serie")


def change_dates(liste: Liste, rng: Random) -> Liste:
    form = rng.choice(DATOFORMER)

    def write(celle: str) -> str:
        if not DATO.fullmatch(celle.strip()):
            return celle
        dag = dt.datetime.strptime(celle.strip(), "%d.%m.%Y").date()
        return str((dag - dt.date(1899, 12, 30)).days) if form == "serie" else dag.strftime(form)

    return liste.change(_extent(liste, rng), lambda celler: [write(celle) for celle in celler])


def _extent(liste: Liste, rng: Random) -> Iterable[int]:
    hele = liste.raekker
    return rng.choice([hele, hele, hele[len(hele) // 2 :], _few(liste, rng)])


def cut_rows(liste: Liste, rng: Random) -> Liste:
    """A line break inside a row."""
    for sted in sorted(_few(liste, rng), reverse=True):
        linje = liste.linjer[sted]
        klip = rng.randint(0, len(linje.tekst))
        halve = (replace(linje, tekst=linje.tekst[:klip]), replace(linje, tekst=linje.tekst[klip:]))
        liste = replace(liste, linjer=(*liste.linjer[:sted], *halve, *liste.linjer[sted + 1 :]))
    return liste


def truncate(liste: Liste, rng: Random) -> Liste:
    """Cut anywhere, most often near the end, where it hurts least and shows least."""
    return replace(liste, bytes_tilbage=1 - rng.choice([0.02, 0.5, 0.98]) * rng.random())


def save_again(liste: Liste, rng: Random) -> Liste:
    return replace(liste, ogsaa_som_ark=True)


FORDAERVELSER: dict[str, Callable[[Liste, Random], Liste]] = {
    "a cell put in": shift_cells,
    "a cell taken out": pull_cells,
    "a separator dropped": drop_separators,
    "a separator too many": add_separators,
    "a column doubled": double_column,
    "a page head": insert_page_head,
    "a block repeated": repeat_block,
    "another encoding": change_encoding,
    "another number form": change_numbers,
    "another date form": change_dates,
    "a row cut in two": cut_rows,
    "a file cut short": truncate,
    "saved again as xlsx": save_again,
}
