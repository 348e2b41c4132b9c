"""What a file or sheet without a table looks most like: the line, the table, and the columns it lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.readers.model import Kildetabel
from pipeline.readers.overskrift import Raekke
from pipeline.readers.tabeller import KRAV, OEVRIG, VALGFRIE, Navne, is_kanonisk, name_kolonner, normalise_navn
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

MINDST_FUNDNE = 1  # columns by name; a line with none looks like nothing


def note_lignende(tabel: Kildetabel, navne: Navne) -> Kildetabel:
    """With a note for each column that is not read though its heading holds the name of one the list lacks."""
    ulaeste = [tekst for tekst, navn in (tabel.hoved.kolonner if tabel.hoved else ()) if navn.startswith(OEVRIG)]
    par = [
        (tekst, kolonne)
        for kolonne in VALGFRIE.get(tabel.tabel, ())
        if kolonne not in tabel.kolonner
        for tekst in ulaeste
        if any(alias in normalise_navn(tekst) for alias, navn in navne.opslag[tabel.tabel].items() if navn == kolonne)
    ]
    noter = tuple(
        tekster_filer.NOTE_LIGNER.format(
            overskrift=tekst, kolonne=navne.visning[tabel.tabel][kolonne], noegle=tabel.tabel
        )
        for tekst, kolonne in par
    )
    return replace(tabel, noter=tabel.noter + noter, antal_lignende=len(par)) if par else tabel


def describe_naermest(raekker: Iterable[tuple[int, Raekke]], navne: Navne) -> str:
    """A sentence to put behind another, with a blank before it; empty when no line has the name of any column.

    `raekker`: each line's number and cells.
    """
    raekker = list(raekker)
    fund = [
        (len(krav.kraevede) - len(mangler), linje, tabel, mangler)
        for linje, raekke in raekker
        for tabel, krav in KRAV.items()
        if (mangler := _missing(raekke, tabel, navne)) is not None
    ]
    if not fund:
        return _describe_en_celle(raekker, navne)
    _, linje, tabel, mangler = max(fund, key=lambda kandidat: (kandidat[0], -len(kandidat[3]), -kandidat[1]))
    visning = navne.visning[tabel]
    return tekster_filer.NAERMEST.format(
        tabel=tekster.TABELNAVNE[tabel],
        linje=linje,
        mangler=", ".join(tekster.ELLER.join(visning[navn] for navn in led) for led in mangler),
    )


def _describe_en_celle(raekker: Iterable[tuple[int, Raekke]], navne: Navne) -> str:
    """Where a whole header stands in one cell, as in a list that a spreadsheet did not divide into columns."""
    for linje, raekke in raekker:
        celler = [celle for celle in raekke if celle and celle.strip()]
        for tegn in tekster_filer.SKILLETEGN if len(celler) == 1 else ():
            felter = [felt.strip(' "') for felt in celler[0].split(tegn)]
            for tabel in KRAV if len(felter) > 1 else ():
                if _missing(felter, tabel, navne) == []:
                    return tekster_filer.NAERMEST_EN_CELLE.format(
                        tabel=tekster.TABELNAVNE[tabel], linje=linje, skilletegn=tekster_filer.SKILLETEGN[tegn]
                    )
    return ""


def _missing(raekke: Raekke, tabel: str, navne: Navne) -> Sequence[tuple[str, ...]] | None:
    fundne = set(name_kolonner([(celle or "").strip() for celle in raekke], navne.opslag[tabel]))
    kraevede = KRAV[tabel].kraevede
    if sum(map(is_kanonisk, fundne)) < MINDST_FUNDNE:
        return None
    mangler = [led for led in kraevede if fundne.isdisjoint(led)]
    return mangler if len(mangler) < len(kraevede) else None
