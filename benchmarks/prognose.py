"""How far the forecast of a year misses, new method and old, by simulation: `python -m benchmarks.prognose`.

Two years of the kommune of benchmarks/niveau.py, in which units differ by their mix and their employees alone. The
figures stand in docs/metode.md.
"""

import numpy as np

from benchmarks.niveau import FROE, STOERRELSER, Tal, draw_days, make_kommune
from pipeline.indstillinger.indlaes import load_indstillinger

GENTAGELSER = 200


def main() -> None:
    tilfaeldig = np.random.default_rng(FROE)
    kommune = make_kommune(tilfaeldig)
    antal = kommune.stoerrelse
    fejl: dict[tuple[int, str], list[Tal]] = {}
    for _ in range(GENTAGELSER):
        dage = draw_days(kommune, tilfaeldig)
        s2 = dage[:, :4].sum(axis=1).var()
        enheder = np.array([np.bincount(kommune.enhed, kvartal) for kvartal in dage.T]) / antal
        for kvartaler in (1, 2, 3):
            for navn, tal in miss(enheder, dage.sum(axis=0), kvartaler, s2 / antal).items():
                fejl.setdefault((kvartaler, navn), []).append(tal)
    print("quarters  employees  old  new  half the interval  within it")
    for kvartaler in (1, 2, 3):
        for stoerrelse in STOERRELSER[1:]:
            gammel, ny, bredde, inden = (
                np.mean([tal[antal == stoerrelse] for tal in fejl[kvartaler, navn]])
                for navn in ("gammel", "ny", "bredde", "inden")
            )
            print(f"{kvartaler:8}  {stoerrelse:9}  {gammel:.2f}  {ny:.2f}  {bredde:17.1f}  {100 * inden:.1f} %")


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


if __name__ == "__main__":
    main()
