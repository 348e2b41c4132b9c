"""A release held against the one the program makes: every byte is the same, or words in a file that is for editing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.proev.egneord import Ordbog, check_ord, check_personer, make_ordbog, warn_ord
from pipeline.proev.filindhold import Indhold
from pipeline.proev.mappe import check_mappe
from pipeline.proev.office import DELE, read_kendt, read_office, read_skabelonord
from pipeline.proev.ooxml import Kendt
from pipeline.proev.sted import find_sted
from pipeline.proev.viden import Viden
from pipeline.proev.zipfil import Fund
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster import status as tekster_status


@dataclass(frozen=True)
class Forventet:
    """The files as the program makes them from the house's own template; `skabelon` is the case as it makes it from
    hr's.
    """

    filer: Mapping[str, bytes]
    skabelon: bytes | None = None

    @cached_property
    def kendte(self) -> Mapping[str, Kendt]:
        """What the program wrote in the files that are for editing, by name."""
        rettelige = {navn: raa for navn, raa in self.filer.items() if PurePosixPath(navn).suffix in DELE}
        return {navn: read_kendt(raa, self.skabelon) for navn, raa in rettelige.items()}


@dataclass
class Dom:
    """Sentences with file and place: what the release must not hold, and what hr should read once more."""

    fejl: list[str] = field(default_factory=list)
    advarsler: list[str] = field(default_factory=list)


def judge_release(mappe: Path, forventet: Forventet, filer: Mapping[str, Indhold], viden: Viden) -> Dom:
    """`filer`: what the files say, by name."""
    ordliste = load_indstillinger(None).ord
    ordbog = make_ordbog(
        list_figures(filer),
        list_tekster(forventet),
        frozenset(str(navn) for navn in viden.regler["navn"].unique()),
        _shown(filer),
        viden.navne,
        (ordliste.afvises, ordliste.advares),
    )
    return judge_filer(mappe, forventet, ordbog)


def _shown(filer: Mapping[str, Indhold]) -> frozenset[str]:
    """The groups of the tables."""
    return frozenset(str(r[0]).strip() for i in filer.values() for tabel in i.tabeller for r in tabel[1:] if r)


def list_figures(filer: Mapping[str, Indhold]) -> dict[str, set[float]]:
    """The figures of the release's tables by what they are; a table knows by its headings."""
    slags_af = {hoved: slags for _, hoved, slags in tekster_status.BILAG_KOLONNER}
    ud: dict[str, set[float]] = {"dage": set(), "procenter": set(), "hoveder": set()}
    for indhold in filer.values():
        for tabel in indhold.tabeller:
            for raekke in tabel[1:]:
                for hoved, celle in zip(tabel[0], raekke, strict=False):
                    slags = {"andel": "procenter", "antal": "hoveder"}.get(slags_af.get(str(hoved), ""), "dage")
                    if isinstance(celle, float):
                        ud[slags].add(round(abs(celle), 1))
    return ud


def judge_filer(mappe: Path, forventet: Forventet, ordbog: Ordbog) -> Dom:
    dom = Dom([_say(fund.sted, Fund("", fund.fejl)) for fund in check_mappe(mappe, forventet.filer)])
    for navn, indhold in forventet.filer.items():
        fil = mappe / navn
        if not fil.is_file() or fil.is_symlink() or (raa := fil.read_bytes()) == indhold:
            continue
        if navn not in forventet.kendte:
            dom.fejl.append(_say(navn, Fund(find_sted(navn, raa, indhold), tekster_proev.ANDERLEDES)))
            continue
        laest = read_office(PurePosixPath(navn).suffix, raa, forventet.kendte[navn])
        if forventet.skabelon is not None:
            ordene = [(tekster_proev.STED_SKABELON, tekst) for tekst in read_skabelonord(indhold, forventet.skabelon)]
            dom.fejl += [_say(navn, fund) for fund in check_personer(ordene, ordbog)]
        dom.fejl += [_say(navn, fund) for fund in laest.fund]
        dom.fejl += [_say(navn, fund) for fund in check_ord(laest.afsnit, ordbog)]
        dom.advarsler += [_say(navn, fund) for fund in warn_ord(laest.afsnit, ordbog)]
    return Dom(list(dict.fromkeys(dom.fejl)), list(dict.fromkeys(dom.advarsler)))


def _say(fil: str, fund: Fund) -> str:
    if not fund.sted:
        return tekster_proev.FIL.format(fil=fil, fejl=fund.fejl)
    return tekster_proev.STED.format(fil=fil, sted=fund.sted, fejl=fund.fejl)


def list_tekster(forventet: Forventet) -> Iterator[str]:
    """The paragraphs the program writes into the files that are for editing."""
    for kendt in forventet.kendte.values():
        yield from kendt.afsnit
