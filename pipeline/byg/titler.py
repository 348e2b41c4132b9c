"""Which titles are extraordinary employment. Python's patterns know Danish letters, DuckDB's `\\b` does not."""

import re
from functools import partial

import duckdb

from pipeline.database.tabeller import create_table
from pipeline.indstillinger.model import Population


def is_ekstraordinaer(tekst: str | None, population: Population) -> bool:
    """Exceptions are read first. Source: the population of månedslønnede, ordinært ansatte (docs/metode.md)."""
    if not tekst or any(re.search(moenster, tekst, re.IGNORECASE) for moenster in population.undtagelser):
        return False
    return any(re.search(moenster, tekst, re.IGNORECASE) for moenster in population.ekstraordinaere)


def is_annulleret(tekst: str | None, population: Population) -> bool:
    return bool(tekst and re.search(population.annulleret, tekst, re.IGNORECASE))


def judge_titles(con: duckdb.DuckDBPyConnection, *, population: Population) -> None:
    """`titler` (grain: stilling, loenklasse, ansforholdtekst); `titel` is the text that decides."""
    ekstraordinaer = partial(is_ekstraordinaer, population=population)
    raekker = []
    for stilling, loenklasse, ansforhold in con.execute("from titelkombinationer").fetchall():
        afgoerende = next((tekst for tekst in (stilling, loenklasse) if ekstraordinaer(tekst)), None)
        annulleret = is_annulleret(stilling, population) or is_annulleret(ansforhold, population)
        raekker.append((stilling, loenklasse, ansforhold, afgoerende, afgoerende is not None, annulleret))
    kolonner = {
        "stilling": str,
        "loenklasse": str,
        "ansforholdtekst": str,
        "titel": str,
        "er_ekstraordinaer": bool,
        "er_annulleret": bool,
    }
    create_table(con, "titler", kolonner, raekker)
