"""How often a change is called larger than chance when only chance is at work, and how often one that is there is seen:
`python -m benchmarks.signaler`.

The kommune of benchmarks/niveau.py, in units of four sizes and as a whole, over two years. Nobody comes or goes, so an
employee's part of a change is her change in days. The figures stand in docs/metode.md.
"""

from dataclasses import dataclass

import numpy as np

from benchmarks.niveau import FROE, STOERRELSER, Tal, draw_spells, make_kommune
from pipeline.indstillinger.indlaes import load_indstillinger

GENTAGELSER, MED_STIGNING = 2_000, 300
STIGNING = 1.2
AAR = 4
"""Quarters of one. A step of a quarter is the quarter that came in against the one a year before, which went out."""
Z = load_indstillinger().signal.z
SLAGS = ("alt", "kort")
SKRIDT = {"kvartal": 1, "aar": AAR}
FALSKE = {
    "kvartal": {10: 0.01, 25: 0.04, 80: 0.4, 400: 1.0, 3200: 1.7},
    "aar": {10: 0.05, 25: 0.17, 80: 0.4, 400: 0.9, 3200: 1.2},
}
"""What the test was chosen for: per cent called a signal by chance, by employees."""


@dataclass(frozen=True)
class Andele:
    """Per cent of all tried that were called a signal, by what is tested, the step and employees."""

    procent: dict[tuple[str, str, int], float]

    def row(self, slags: str, skridt: str) -> list[float]:
        return [tal for (s, trin, _), tal in self.procent.items() if (s, trin) == (slags, skridt)]


def main() -> None:
    print(f"{'':16}" + "".join(f"{antal:>9}" for antal in FALSKE["kvartal"]))
    for navn, andele in (("chance alone", simulate(1.0, GENTAGELSER)), ("20 % more", simulate(STIGNING, MED_STIGNING))):
        for slags in SLAGS:
            for skridt in SKRIDT:
                tal = "".join(f"{enkelt:9.2f}" for enkelt in andele.row(slags, skridt))
                print(f"{navn}, {slags}, {skridt}: {tal}")


def simulate(faktor: float, gentagelser: int) -> Andele:
    """`faktor`: how much more there is of every absence in the second year."""
    tilfaeldig = np.random.default_rng(FROE)
    kommune = make_kommune(tilfaeldig)
    hele = np.zeros_like(kommune.enhed)
    faktorer = np.repeat([1.0, faktor], AAR)
    talt: dict[tuple[str, str, int], list[bool]] = {
        (slags, skridt, antal): [] for slags in SLAGS for skridt in SKRIDT for antal in (*STOERRELSER, hele.size)
    }
    for _ in range(gentagelser):
        korte, lange = draw_spells(kommune, tilfaeldig, faktorer)
        for slags, dage in zip(SLAGS, (korte + lange, korte), strict=True):
            for skridt, kvartaler in SKRIDT.items():
                bidrag = dage[:, AAR : AAR + kvartaler].sum(axis=1) - dage[:, :kvartaler].sum(axis=1)
                stor = is_signal(bidrag, kommune.enhed)
                for antal in STOERRELSER:
                    talt[slags, skridt, antal] += stor[kommune.stoerrelse == antal].tolist()
                pr_enhed = np.bincount(kommune.enhed, bidrag)
                i_alt = is_signal(bidrag, hele) & is_signal(pr_enhed, np.zeros_like(kommune.stoerrelse))
                talt[slags, skridt, hele.size] += i_alt.tolist()
    return Andele({noegle: 100 * float(np.mean(domme)) for noegle, domme in talt.items()})


def is_signal(bidrag: Tal, enhed: Tal) -> Tal:
    """Of each unit, whether what its parts have moved is more than by chance."""
    rod = np.sqrt(np.bincount(enhed, bidrag**2))
    z = np.divide(np.bincount(enhed, bidrag), rod, out=np.zeros_like(rod), where=rod > 0)
    return np.asarray(np.abs(z) >= Z)


if __name__ == "__main__":
    main()
