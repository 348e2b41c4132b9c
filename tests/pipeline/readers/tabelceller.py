"""The cells of a Kildetabel as the loader gets them, whichever way they travel."""

import duckdb

from pipeline.readers import csv_relation
from pipeline.readers.model import Csvindhold, Kildetabel

FRAVAER = ("Medarbejdernr.", "Startdato", "Stopdato", "Fraværsart", "Fraværsarttekst", "Timer")
FRAVAER_KOLONNER = ("medarbejdernr", "startdato", "stopdato", "fravaersart", "fravaersarttekst", "timer")

Linjer = list[tuple[int, tuple[str | None, ...]]]


def numbered_cells(tabel: Kildetabel, kolonner: tuple[str, ...] = FRAVAER_KOLONNER) -> Linjer:
    """(line, the cells of `kolonner`) of every row that is not blank."""
    if not isinstance(tabel.indhold, Csvindhold):
        return [(raekke[0], raekke[1:]) for raekke in tabel.indhold.select("linje", *kolonner).rows()]
    sql, parametre = csv_relation(tabel.indhold)
    with duckdb.connect() as forbindelse:
        forbindelse.execute(f"create table raa as {sql}", parametre)
        raekker = forbindelse.execute(f"select rowid, {', '.join(kolonner)} from raa order by rowid").fetchall()
    return [(tabel.foerste_linje + nummer, tuple(celler)) for nummer, *celler in raekker if any(celler)]


def cells(tabel: Kildetabel, kolonner: tuple[str, ...] = FRAVAER_KOLONNER) -> list[tuple[str | None, ...]]:
    return [raekke for _, raekke in numbered_cells(tabel, kolonner)]
