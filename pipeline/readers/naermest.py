"""What a file or sheet without a table looks most like: the line, the table, and the columns it lacks."""

from collections.abc import Iterable, Sequence

from pipeline.readers.overskrift import Raekke
from pipeline.readers.tabeller import KRAV, Navne, is_kanonisk, name_kolonner
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

MINDST_FUNDNE = 1  # columns by name; a line with none looks like nothing


def describe_naermest(raekker: Iterable[tuple[int, Raekke]], navne: Navne) -> str:
    """A sentence to put behind another, with a blank before it; empty when no line has the name of any column.

    `raekker`: each line's number and cells.
    """
    fund = [
        (len(krav.kraevede) - len(mangler), linje, tabel, mangler)
        for linje, raekke in raekker
        for tabel, krav in KRAV.items()
        if (mangler := _missing(raekke, tabel, navne)) is not None
    ]
    if not fund:
        return ""
    _, linje, tabel, mangler = max(fund, key=lambda kandidat: (kandidat[0], -len(kandidat[3]), -kandidat[1]))
    visning = navne.visning[tabel]
    return tekster_filer.NAERMEST.format(
        tabel=tekster.TABELNAVNE[tabel],
        linje=linje,
        mangler=", ".join(tekster.ELLER.join(visning[navn] for navn in led) for led in mangler),
    )


def _missing(raekke: Raekke, tabel: str, navne: Navne) -> Sequence[tuple[str, ...]] | None:
    fundne = set(name_kolonner([(celle or "").strip() for celle in raekke], navne.opslag[tabel]))
    kraevede = KRAV[tabel].kraevede
    if sum(map(is_kanonisk, fundne)) < MINDST_FUNDNE:
        return None
    mangler = [led for led in kraevede if fundne.isdisjoint(led)]
    return mangler if len(mangler) < len(kraevede) else None
