"""Find the header among a file's first lines by its column names, and with it which table the file is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.fejl import Brugerfejl
from pipeline.readers.tabeller import DATOKOLONNER, KRAV, OEVRIG, Navne, is_kanonisk, name_kolonner, normalise_navn
from pipeline.tekster import faelles as tekster

SOEGES_I = 250  # lines; lists with 200 above the header are seen
FLEST_FELTER = 16_385  # of a line are looked at, one more than any sheet has
PROEVELINJER = 500  # below the header, to tell two columns of one heading apart

# What a key looks like, where a list shows key and text in two columns of the same heading.
NOEGLEFORMER = {
    "fravaersart": "[A-ZÆØÅ0-9]{1,4}",
    "ansforhold": "[0-9]{1,2}",
    "enhedsnr": "[0-9]{1,8}",
    "overordnet_enhedsnr": "[0-9]{1,8}",
    "medarbejdernr": "[0-9]{1,8}",
}
TEKSTKOLONNER = frozenset({"fravaersarttekst"})

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

    @property
    def par(self) -> tuple[tuple[str, str], ...]:
        """Each heading with its column's name."""
        return tuple(zip(self.overskrifter, self.kolonner, strict=True))


def find_overskrift(raekker: Sequence[Raekke], navne: Navne) -> Overskrift | None:
    """The best line × table, the first of equals; None when no line looks like any table's header."""
    kendte = frozenset[str]().union(*navne.opslag.values())
    fund = [
        kandidat
        for nummer, raekke in enumerate(raekker[:SOEGES_I])
        if any(normalise_navn((celle or "").strip()) in kendte for celle in raekke[:FLEST_FELTER])
        for kandidat in _candidates(nummer, raekke[:FLEST_FELTER], navne)
    ]
    return max(fund, key=lambda kandidat: kandidat.rang, default=None)


def check_overskrift(overskrift: Overskrift, *, fil: str, navne: Navne, raekker: Sequence[Raekke] = ()) -> Overskrift:
    """`raekker` are rows below the header: of two columns with one heading they tell which is the key.

    Errors: `Brugerfejl` for a missing column, a column found twice.
    """
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
    overskrift = _tell_apart(overskrift, raekker)
    kendte = [navn for navn in overskrift.kolonner if is_kanonisk(navn)]
    dobbelte = sorted({visning[navn] for navn in kendte if kendte.count(navn) > 1})
    if dobbelte:
        raise Brugerfejl(tekster.KOLONNE_DOBBELT.format(fil=fil, kolonner=", ".join(dobbelte)))
    return overskrift


def _tell_apart(overskrift: Overskrift, raekker: Sequence[Raekke]) -> Overskrift:
    """Key and text under one heading: the column of keys keeps the name; of two that are alike the first does."""
    kolonner = list(overskrift.kolonner)
    for navn in {kolonne for kolonne in kolonner if is_kanonisk(kolonne) and kolonner.count(kolonne) > 1}:
        pladser = [plads for plads, kolonne in enumerate(kolonner) if kolonne == navn]
        noegler = [plads for plads in pladser if _is_noeglekolonne(navn, _cells_at(raekker, plads))]
        ens = all(_cells_at(raekker, plads) == _cells_at(raekker, pladser[0]) for plads in pladser)
        valgt = noegler[0] if len(noegler) == 1 else pladser[0] if ens and raekker else None
        for plads in pladser:
            if valgt not in (None, plads):
                tekst = f"{navn}tekst" if f"{navn}tekst" in TEKSTKOLONNER and f"{navn}tekst" not in kolonner else None
                kolonner[plads] = tekst or f"{OEVRIG}{plads + 1}"
    return replace(overskrift, kolonner=tuple(kolonner))


def _cells_at(raekker: Sequence[Raekke], plads: int) -> list[str]:
    return [(raekke[plads] or "").strip() for raekke in raekker if plads < len(raekke)]


def _is_noeglekolonne(navn: str, celler: Sequence[str]) -> bool:
    fyldte = [celle for celle in celler if celle]
    noegler = [celle for celle in fyldte if navn in NOEGLEFORMER and re.fullmatch(NOEGLEFORMER[navn], celle)]
    return 2 * len(noegler) > len(fyldte)


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
