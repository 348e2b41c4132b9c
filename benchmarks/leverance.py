"""An invented delivery in shape D (semicolon CSV), written by DuckDB in seconds: the same rows for the same size.

Run alone: `python -m benchmarks.leverance FOLDER MEDARBEJDERE`.
"""

import sys
from pathlib import Path

import duckdb
import holidays

from benchmarks.filer import FRA, TIL, TITEL, delivery_files

SQL = Path(__file__).parent / "sql"

# `hash` is fixed by DuckDB's pinned version, so a delivery needs no random numbers. It is nested because the hash of
# several arguments is so weakly mixed that columns of it correlate.
HJAELP = """
    create macro blanding(i, j, formaal) as hash(xor(hash(xor(hash(i), hash(hash(j)))), hash(formaal)));
    create macro tal(i, j, formaal) as (blanding(i, j, formaal) >> 11)::double / 9007199254740992;
    create macro udfald(i, j, formaal, antal) as (blanding(i, j, formaal) % antal)::integer;
    create macro komma(x) as replace(printf('%.2f', x::double), '.', ',');
"""


def write_leverance(mappe: Path, medarbejdere: int) -> None:
    """Six years of a delivery: about 4.5 spans and 26 absence records per employee, one unit per 25."""
    mappe.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"threads": 2}) as con:
        con.execute(HJAELP)
        _set_variables(con, medarbejdere)
        for tabel in ("kalender", "enhed", "medarbejder"):
            con.execute(f"create table {tabel} as {_read_sql(tabel)}")
        for tabel, fil in delivery_files(mappe).items():
            _copy(con, tabel, fil)


def _set_variables(con: duckdb.DuckDBPyConnection, medarbejdere: int) -> None:
    helligdage = sorted(holidays.country_holidays("DK", years=range(FRA.year - 3, TIL.year + 4)))
    vaerdier = {"fra": FRA, "til": TIL, "medarbejdere": medarbejdere, "helligdage": helligdage}
    for navn, vaerdi in vaerdier.items():
        con.execute(f"set variable {navn} = $vaerdi", {"vaerdi": vaerdi})


def _copy(con: duckdb.DuckDBPyConnection, tabel: str, fil: Path) -> None:
    valg = _read_sql(tabel)
    overskrift = TITEL.get(tabel, "") + ";".join(con.sql(valg).columns)
    con.execute(f"""
        copy ({valg}) to '{fil}'
        (format csv, delimiter ';', header false, prefix '{overskrift}\n', suffix '\n')
    """)


def _read_sql(tabel: str) -> str:
    return (SQL / f"{tabel}.sql").read_text(encoding="utf-8")


if __name__ == "__main__":
    write_leverance(Path(sys.argv[1]), int(sys.argv[2]))
