"""How far the forecast of a year misses, new method and old: `python -m benchmarks.prognose [DATABASE]`.

By simulation over two years of the kommune of benchmarks/niveau.py, in which units differ by their mix and their
employees alone; and, given the demo's database, on its own years. The figures stand in docs/metode.md.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np

from benchmarks.niveau import FROE, STOERRELSER, Tal, draw_days, make_kommune
from pipeline.database.kryptering import attach_database
from pipeline.database.noegler import read_noegle
from pipeline.indstillinger.indlaes import load_indstillinger

GENTAGELSER = 200
MARTS = 3
DEMOENS = ((20, 40), (40, 100), (100, 600))
"""Employees of a demo's unit, from and to."""
MAANEDERNE = (Path(__file__).parent / "sql" / "aarenes_maaneder.sql").read_text(encoding="utf-8")
Fejl = dict[tuple[int, int], dict[str, float]]
Aar = tuple[float, Tal, Tal, Tal]
"""A node's year: medarbejdere; by month dagsværk, medarbejdere times days, and days."""


def main() -> None:
    print("quarters  employees  old  new  half the interval  within it")
    for (kvartaler, stoerrelse), tal in simulate().items():
        print(
            f"{kvartaler:8}  {stoerrelse:9}  {tal['gammel']:.2f}  {tal['ny']:.2f}  {tal['bredde']:17.1f}  "
            f"{100 * tal['inden']:.1f} %"
        )
    for database in sys.argv[1:2]:
        print("the demo after March: employees  years of units  old  new")
        for (fra, til), (antal, gammel, ny) in measure_demo(Path(database)).items():
            print(f"{fra}-{til}  {antal}  {gammel:.1f}  {ny:.1f}")


def simulate() -> Fejl:
    """Mean error in days of each method, half the interval and the part of the years in it, by the quarters gone and
    employees.
    """
    tilfaeldig = np.random.default_rng(FROE)
    kommune = make_kommune(tilfaeldig)
    antal = kommune.stoerrelse
    fejl: dict[tuple[int, str], list[Tal]] = defaultdict(list)
    for _ in range(GENTAGELSER):
        dage = draw_days(kommune, tilfaeldig)
        s2 = dage[:, :4].sum(axis=1).var()
        enheder = np.array([np.bincount(kommune.enhed, kvartal) for kvartal in dage.T]) / antal
        for kvartaler in (1, 2, 3):
            for navn, tal in miss(enheder, dage.sum(axis=0), kvartaler, s2 / antal).items():
                fejl[kvartaler, navn].append(tal)
    return {
        (kvartaler, stoerrelse): {
            navn: float(np.mean([tal[antal == stoerrelse] for tal in fejl[kvartaler, navn]]))
            for navn in ("gammel", "ny", "bredde", "inden")
        }
        for kvartaler in (1, 2, 3)
        for stoerrelse in STOERRELSER[1:]
    }


def miss(enheder: Tal, kommunen: Tal, kvartaler: int, varians: Tal) -> dict[str, Tal]:
    """Days each method is off, what the interval is to each side, and whether the year is in it."""
    prognose = load_indstillinger().prognose
    til_dato, foer = enheder[4 : 4 + kvartaler].sum(axis=0), enheder[:kvartaler].sum(axis=0)
    rest, aaret = enheder[kvartaler:4].sum(axis=0), enheder[4:].sum(axis=0)
    faktor = kommunen[4 : 4 + kvartaler].sum() / kommunen[:kvartaler].sum()
    gammel = til_dato + rest * til_dato / np.where(foer > 0, foer, np.nan)
    fejl = np.abs(til_dato + rest * faktor - aaret)
    bredde = prognose.spredninger * np.sqrt(prognose.aarsvarians * varians * (4 - kvartaler) / 4)
    return {"gammel": np.abs(np.nan_to_num(gammel) - aaret), "ny": fejl, "bredde": bredde, "inden": fejl <= bredde}


def measure_demo(database: Path) -> dict[tuple[int, int], tuple[int, float, float]]:
    """Years of units, and the mean error in days of the old and of the new method after March, by employees."""
    with duckdb.connect(":memory:") as con:
        attach_database(con, database, alias="maal", noegle=read_noegle("noegle", database))
        raekker = con.execute(MAANEDERNE).fetchall()
    aarene: dict[tuple[int, int], Aar] = {
        (enhed, aar): (medarbejdere, np.array(dagsvaerk), np.array(ansat), np.array(dage))
        for enhed, aar, _, medarbejdere, dagsvaerk, ansat, dage in raekker
    }
    kommunens = {aar: aarene[enhed, aar] for enhed, aar, er_kommunen, *_ in raekker if er_kommunen}
    fejl: dict[tuple[int, int], list[tuple[float, ...]]] = defaultdict(list)
    for (enhed, aar), nu in aarene.items():
        foer = aarene.get((enhed, aar - 1))
        spand = next((spand for spand in DEMOENS if spand[0] <= nu[0] < spand[1]), None)
        if foer is not None and spand and _rate(foer, 0, MARTS) > 0:
            fejl[spand].append(tuple(_miss_year(nu, foer, kommunens[aar], kommunens[aar - 1])))
    snit = {spand: np.mean(fejl[spand], axis=0) for spand in DEMOENS}
    return {spand: (len(fejl[spand]), float(gammel), float(ny)) for spand, (gammel, ny) in snit.items()}


def _rate(aaret: Aar, fra: int, til: int) -> float:
    """Sygedage pr. medarbejder of these months of a year."""
    _, dagsvaerk, ansat_dage, dage = aaret
    return float(dagsvaerk[fra:til].sum() / ansat_dage[fra:til].sum() * dage[fra:til].sum())


def _miss_year(nu: Aar, foer: Aar, kommunen: Aar, kommunen_foer: Aar) -> Iterator[float]:
    """Days the old method is off, then the new."""
    faktor = _rate(kommunen, 0, MARTS) / _rate(kommunen_foer, 0, MARTS)
    til_dato, rest, aaret = _rate(nu, 0, MARTS), _rate(foer, MARTS, 12), _rate(nu, 0, 12)
    for bevaegelse in (til_dato / _rate(foer, 0, MARTS), faktor):
        yield abs(til_dato + rest * bevaegelse - aaret)


if __name__ == "__main__":
    main()
