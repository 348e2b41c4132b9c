"""Find the header among a file's first lines by its column names, and with it which table the file is."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.fejl import Brugerfejl
from pipeline.readers.tabeller import DATOKOLONNER, KRAV, Navne, is_kanonisk, name_kolonner
from pipeline.tekster import faelles as tekster

SOEGES_I = 60  # lines

Raekke = Sequence[str | None]


@dataclass(frozen=True)
class Overskrift:
    """`raekke` counts from 0. `kolonner` names every field; `mangler` is empty when the table is whole."""

    raekke: int
    tabel: str
    kolonner: tuple[str, ...]
    overskrifter: tuple[str, ...]
    mangler: tuple[tuple[str, ...], ...]
    rang: tuple[bool, float, int]


def find_overskrift(raekker: Sequence[Raekke], navne: Navne) -> Overskrift | None:
    """The best line × table, the first of equals; None when no line looks like any table's header."""
    fund = [
        kandidat for nummer, raekke in enumerate(raekker[:SOEGES_I]) for kandidat in _candidates(nummer, raekke, navne)
    ]
    return max(fund, key=lambda kandidat: kandidat.rang, default=None)


def check_overskrift(overskrift: Overskrift | None, *, fil: str, navne: Navne) -> Overskrift:
    """Errors: `Brugerfejl` for no known table, a missing column, a column found twice."""
    if overskrift is None:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil))
    visning = navne.visning[overskrift.tabel]
    if overskrift.mangler:
        raise Brugerfejl(
            tekster.KOLONNE_MANGLER.format(
                fil=fil,
                tabel=tekster.TABELNAVNE[overskrift.tabel],
                mangler=", ".join(tekster.ELLER.join(visning[navn] for navn in led) for led in overskrift.mangler),
                fundne=", ".join(tekst for tekst in overskrift.overskrifter if tekst),
                noegle=overskrift.tabel,
            )
        )
    kendte = [navn for navn in overskrift.kolonner if is_kanonisk(navn)]
    dobbelte = sorted({visning[navn] for navn in kendte if kendte.count(navn) > 1})
    if dobbelte:
        raise Brugerfejl(tekster.KOLONNE_DOBBELT.format(fil=fil, kolonner=", ".join(dobbelte)))
    return overskrift


def _candidates(nummer: int, raekke: Raekke, navne: Navne) -> list[Overskrift]:
    overskrifter = [(celle or "").strip() for celle in raekke]
    alle = {tabel: _candidate(nummer, overskrifter, tabel, navne) for tabel in KRAV}
    fravaer, forloeb = alle["fravaer"], alle["ansaettelsesforloeb"]
    if forloeb and fravaer and "fravaersart" in fravaer.kolonner and (forloeb.mangler or not fravaer.mangler):
        alle["ansaettelsesforloeb"] = None  # an absence list may carry the employment's columns too
    return [kandidat for kandidat in alle.values() if kandidat]


def _candidate(nummer: int, overskrifter: list[str], tabel: str, navne: Navne) -> Overskrift | None:
    kolonner = name_kolonner(overskrifter, navne.opslag[tabel])
    fundne = {navn for navn in kolonner if is_kanonisk(navn)}
    krav = KRAV[tabel]
    mangler = tuple(led for led in krav.kraevede if fundne.isdisjoint(led))
    andel = 1 - len(mangler) / len(krav.kraevede)
    afgjort = not fundne.isdisjoint(krav.afgoerende)
    if len(fundne) < 2 or not (afgjort or andel >= 0.5) or (tabel == "lpt169" and _has_datoer(overskrifter, navne)):
        return None
    return Overskrift(
        raekke=nummer,
        tabel=tabel,
        kolonner=kolonner,
        overskrifter=tuple(overskrifter),
        mangler=mangler,
        rang=(afgjort, andel, len(krav.kraevede) - len(mangler)),
    )


def _has_datoer(overskrifter: list[str], navne: Navne) -> bool:
    return not DATOKOLONNER.isdisjoint(name_kolonner(overskrifter, navne.opslag["fravaer"]))
