"""Which titles are extraordinary employment. Python's patterns know Danish letters, DuckDB's `\\b` does not."""

import re

import duckdb

from pipeline.database.tabeller import create_table
from pipeline.indstillinger.model import Population


def find_moenster(tekst: str | None, population: Population) -> int | None:
    """Which pattern of extraordinary employment a text fits first; exceptions are read before them all.

    Source: the population of månedslønnede, ordinært ansatte (docs/metode.md).
    """
    if not tekst or any(re.search(moenster, tekst, re.IGNORECASE) for moenster in population.undtagelser):
        return None
    passer = (nr for nr, m in enumerate(population.ekstraordinaere) if re.search(m, tekst, re.IGNORECASE))
    return next(passer, None)


def is_annulleret(tekst: str | None, population: Population) -> bool:
    return bool(tekst and re.search(population.annulleret, tekst, re.IGNORECASE))


def judge_titles(con: duckdb.DuckDBPyConnection, *, population: Population) -> None:
    """`titler` (grain: stilling, loenklasse, ansforholdtekst); `titel` is the text that decides, by `moenster_nr`."""
    raekker = []
    for stilling, loenklasse, ansforhold in con.execute("from titelkombinationer").fetchall():
        fundne = ((tekst, find_moenster(tekst, population)) for tekst in (stilling, loenklasse))
        afgoerende, moenster_nr = next(((tekst, nr) for tekst, nr in fundne if nr is not None), (None, None))
        annulleret = is_annulleret(stilling, population) or is_annulleret(ansforhold, population)
        raekker.append((stilling, loenklasse, ansforhold, afgoerende, moenster_nr, afgoerende is not None, annulleret))
    kolonner = {
        "stilling": str,
        "loenklasse": str,
        "ansforholdtekst": str,
        "titel": str,
        "moenster_nr": int,
        "er_ekstraordinaer": bool,
        "er_annulleret": bool,
    }
    create_table(con, "titler", kolonner, raekker)
