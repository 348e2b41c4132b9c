"""The minutes' figures, each with the rounding interval it must lie in, held against the evaluator."""

from typing import TextIO

import numpy as np

from generator import kalender
from generator import organisation as org
from generator.befolkning import UDEN
from generator.opgoerelse import Opgoerelse

FOER, NU = "2025K1", "2025K2"
AFSTAND_DAGE, AFSTAND_PROCENT = 0.01, 0.1
REFERAT_AENDRING = {
    org.ROD: -0.7,
    org.BKMB: -0.2,
    org.BSV: -0.6,
    org.BAE: -0.9,
    org.MT: -0.2,
    org.DS: -0.7,
    org.BF: -1.2,
    org.OEKONOMI_STAB: -0.9,
    org.KFE: 0.2,
    org.AESS: 0.1,
}


def _hits(fundet: float, referat: float, halv: float, afstand: float) -> bool:
    """Inside the rounding interval, and not at its edge."""
    return abs(fundet - referat) <= halv - afstand


def list_tal(tal: Opgoerelse) -> list[tuple[str, float, float, bool]]:
    """Label, found, printed in the minutes, whether it holds."""
    foer, nu = tal.measure(org.ROD, FOER), tal.measure(org.ROD, NU)
    top = tal.measure(org.ROD, "2023K2").sygedage
    dage = [
        ("kommune 2025K2", nu.sygedage, 13.6),
        ("kommune 2025K1", foer.sygedage, 14.3),
        ("kommune 2023K2", top, 15.8),
    ]
    for node, referat in REFERAT_AENDRING.items():
        aendring = tal.measure(node, NU).sygedage - tal.measure(node, FOER).sygedage
        dage.append((f"ændring {org.ALLE[node].navn}", aendring, referat))
    andele = [
        ("langtidsandel", nu.langtidsandel, 42),
        ("ændring i langtidsandel", nu.langtidsandel - foer.langtidsandel, -2),
        ("langtidsfriske", nu.friskandel, 32),
        ("ændring i langtidsfriske", nu.friskandel - foer.friskandel, -2),
    ]
    return [(navn, fundet, referat, _hits(fundet, referat, 0.05, AFSTAND_DAGE)) for navn, fundet, referat in dage] + [
        (navn, fundet, referat, _hits(fundet, referat, 0.5, AFSTAND_PROCENT)) for navn, fundet, referat in andele
    ]


def report(tal: Opgoerelse, ud: TextIO) -> int:
    """Prints every figure with two more decimals than the minutes; returns how many miss."""
    fejl = 0
    for navn, fundet, referat, holder in list_tal(tal):
        fejl += not holder
        ud.write(f"{navn:46} {fundet:9.3f}  referat {referat:5}  {'ok' if holder else 'MISSER'}\n")
    for kvartal in (k.navn for k in kalender.KVARTALER[3 : kalender.SIDSTE_HELE_KVARTAL + 1]):
        m = tal.measure(org.ROD, kvartal)
        kort, lang = (m.dagsvaerk - m.lange) / m.medarbejdere, m.lange / m.medarbejdere
        fejl += kvartal != "2023K2" and m.sygedage > 15.64
        ud.write(
            f"{kvartal}  {m.sygedage:6.3f}  kort {kort:6.3f}  lang {lang:6.3f}  langtid {m.langtidsandel:6.2f}  "
            f"medarbejdere {m.medarbejdere:8.2f}  friske {m.friske}/{m.basis} {m.friskandel:6.2f}\n"
        )
    return fejl


def list_lpt169(tal: Opgoerelse) -> tuple[list[int], np.ndarray]:
    """Employees in the population within the four quarters to 2025K2, and their dagsværk there."""
    nummer = kalender.KVARTAL_NR[NU]
    fra, til = kalender.KVARTALER[nummer - 3].foerste, kalender.KVARTALER[nummer].sidste
    med = (tal.befolkning.enhed[:, fra : til + 1] != UDEN).any(axis=1)
    sum_ = tal.sum_pr_person(fra, til)
    numre = [n for n, plads in tal.befolkning.plads.items() if med[plads]]
    return numre, sum_[med]
