"""Population by employee and day, from the spans.

Rules (docs/metode.md): monthly-paid Ansforhold, no extraordinary title, tæller above 0; where spans of one
number overlap, the latest start wins. Korn of the matrices: row = employee's position in `numre`, column = day.
"""

import re
from dataclasses import dataclass

import numpy as np

from generator import kalender, organisation
from generator.ansatte import Span

EKSTRAORDINAER = re.compile(
    r"(elev|lærling)(er)?\b|fleksjob(ber)?\b|løntilskud|skånejob|seniorjob|\bEGU\b|\bIGU\b|praktikant|trainee",
    re.IGNORECASE,
)
UDEN = -1


def find_grad(taeller: float, naevner: float | None) -> float:
    """Beskæftigelsesgrad: nævner missing or 0 is 37 hours, large values are percent, outside 0 to 1.2 counts as 1."""
    if taeller > 60 and not naevner:
        naevner = 100.0
    grad = round(taeller / (naevner or 37.0), 8)
    return grad if 0 <= grad <= 1.2 else 1.0


def is_ordinaer(span: Span) -> bool:
    if span.ansforhold not in ("00", "01") or span.taeller == 0 or span.stilling == "Annulleret":
        return False
    if "fleksjobkonsulent" in span.stilling.lower():
        return True
    return not EKSTRAORDINAER.search(span.stilling) and not EKSTRAORDINAER.search(span.loenklasse)


@dataclass
class Befolkning:
    """`enhed` is UDEN outside the population, `ansat` true on every employed day, `grad` on every employed day."""

    plads: dict[int, int]
    enhed: np.ndarray
    ansat: np.ndarray
    grad: np.ndarray

    def find_del(self) -> np.ndarray:
        """The calibrated part (organisation.find_del) instead of the enhed; UDEN outside the population."""
        numre = np.unique(self.enhed)
        dele = np.array([UDEN if nummer == UDEN else organisation.find_del(int(nummer)) for nummer in numre])
        return dele[np.searchsorted(numre, self.enhed)]


def build_befolkning(spans: list[Span]) -> Befolkning:
    """Paints the spans in order of start, end and enhed, so that the ruling one is painted last."""
    numre = sorted({span.nummer for span in spans})
    plads = {nummer: i for i, nummer in enumerate(numre)}
    form = (len(numre), kalender.ANTAL_DAGE)
    enhed, ansat, grad = np.full(form, UDEN, dtype=np.int32), np.zeros(form, dtype=bool), np.zeros(form)
    slut = kalender.to_day(kalender.AABEN_DATO)
    for span in sorted(spans, key=lambda s: (s.foerste, slut if s.sidste is None else s.sidste, s.enhed)):
        sidste = kalender.UDTRAEK if span.sidste is None else min(span.sidste, kalender.UDTRAEK)
        dage = (plads[span.nummer], slice(max(span.foerste, 0), max(sidste + 1, 0)))
        nummer = organisation.EFTERFOELGER if span.enhed == organisation.SAMMENLAGT else span.enhed
        enhed[dage] = nummer if is_ordinaer(span) else UDEN
        ansat[dage] = True
        grad[dage] = find_grad(span.taeller, span.naevner)
    return Befolkning(plads, enhed, ansat, grad)
