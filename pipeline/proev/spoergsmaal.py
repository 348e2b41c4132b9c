"""The proof: nobody who reads a release, alone or with what she knows of her own units, learns too much of a few.

What it takes from the database is the organisation, which groups fail a rule, whom the files must not name, and what
the users of adgang know. What the release says it reads in the files. Safe is a group whose smallest possible value is
at most five days, or whose largest is at least three times the smallest.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.diskretion.udenlinje import SIKKER_UNDER
from pipeline.fejl import Brugerfejl
from pipeline.proev.filindhold import Indhold, read_mappe
from pipeline.proev.forventet import Dom, Forventet, judge_release
from pipeline.proev.ligninger import (
    Del,
    Kendt,
    Modstrid,
    Moenster,
    Udsagn,
    find_moenster,
    find_range,
    has_twin,
    is_possible,
    is_safe,
)
from pipeline.proev.personalegrupper import check_personalegrupper, read_faglinjer_i
from pipeline.proev.tabeller import Linje, list_perioder, list_udsagn, read_linjer
from pipeline.proev.viden import Udfald, Viden, fails
from pipeline.proev.vinduer import check_kvartaler
from pipeline.tekster import faelles as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import personalegrupper as tekster_personalegrupper
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import decimaltal, periode_med_ord

KENDTE_TABELLER = (
    tuple(hoved for _, hoved, _ in tekster_status.BILAG_KOLONNER[:2]),
    tekster.FIGUR_1_KOLONNER[:2],
    tekster_laaste.REVISIONER_KOLONNER[:2],
    tekster_laaste.RETTELSER_KOLONNER[:2],
    tekster_hvorfor.KOLONNER[:2],
    tuple(hoved for _, hoved, _ in tekster_personalegrupper.BILAG_KOLONNER[:2]),
)
"""How the tables begin whose figures are the release's own: the bilag, Figur 1, the revisions, the kommune's
published figures beside Figur 1's and what drove the change
(a tenth of a day per employee of the kommune, which says less of a part than its own change in the bilag). No other
table, such as a chart's workbook, may say anything these do not.
"""
TAL = re.compile(r"(?<![\d,.])(\d[\d.]*),(\d+)")
PCT = re.compile(r"(\d+) pct\.")
"""The figures of definitions and notes: under five days, and what rounding may move."""
UDVIDELSER = (0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""How far, in days, an earlier release's figures may since have been corrected; tried in turn until all fits."""


Linjer = Mapping[str, Sequence[Linje]]
"""The rows of a release by the newest quarter they are about."""
Vidende = tuple[frozenset[int], Mapping[Del, Kendt]]
"""Somebody who knows: her nodes, and what she knows of their parts."""


def prove(
    mappe: Path,
    viden: Viden,
    *,
    tidligere: Sequence[Path] = (),
    laaste: Sequence[Linjer] = (),
    forventet: Forventet | None = None,
) -> Udfald:
    """`tidligere`: folders of earlier releases, or of such folders; `laaste`: the rows of the quarters that are locked;
    `forventet`: the release as the program makes it, which every byte is held against, without which only what the
    files say is read. Errors: `Brugerfejl` when there is nothing to prove.
    """
    filer = _read_release(mappe)
    dom = judge_release(mappe, forventet, filer, viden) if forventet else Dom()
    fejl = [tekster_proev.FIL.format(fil=navn, fejl=f) for navn, indhold in filer.items() for f in indhold.skjult]
    linjer, ukendte = _read_linjer(filer, viden)
    fejl += ukendte
    fejl += _check_tekster(filer, linjer, viden)
    for kvartal, egne in linjer.items():
        fejl += _check_viste(egne, viden, kvartal)
    udsagn = _collect([linjer])
    # of units that no longer exist earlier releases tell nothing any more
    mapper = [en for tidlig in tidligere for en in list_udgivelser(tidlig)]
    foer: list[Linjer] = [*(_read_linjer(_read_release(en), viden)[0] for en in mapper), *laaste]
    fejl += _check_ranges(udsagn, _collect(foer), viden)
    fejl += check_kvartaler(linjer, foer, viden)
    faglinjer, ukendte = read_faglinjer_i(filer, viden)
    gamle = [read_faglinjer_i(_read_release(en), viden)[0] for en in mapper]
    fejl += [*ukendte, *check_personalegrupper(faglinjer, gamle, [linjer, *foer], viden)]
    antal = sum(map(len, udsagn.values())) + sum(map(len, faglinjer.values()))
    enheder = sum(1 for p in udsagn for barn in viden.efter_periode.get(p, {}).values() if fails([barn]))
    alle = tuple(dict.fromkeys([*dom.fejl, *fejl]))
    return Udfald(alle, len(filer), antal, enheder, len(viden.brugere), tuple(dom.advarsler))


def list_udgivelser(mappe: Path) -> list[Path]:
    """The folder itself; or, where there are only folders in it, each of them that is sent."""
    poster = sorted(mappe.iterdir()) if mappe.is_dir() else []
    mapper = [post for post in poster if post.is_dir() and not post.name.endswith(f"-{tekster_status.INTERN}")]
    return [mappe] if not mapper or any(post.is_file() for post in poster) else mapper


def _read_release(mappe: Path) -> dict[str, Indhold]:
    filer = read_mappe(mappe, uden=tekster_status.INTERN) if mappe.is_dir() else {}
    if not filer:
        raise Brugerfejl(tekster_proev.INGEN_FILER.format(mappe=mappe.name))
    return filer


def _read_linjer(filer: Mapping[str, Indhold], viden: Viden) -> tuple[dict[str, list[Linje]], list[str]]:
    """The rows of every table by the newest quarter it is about."""
    linjer: dict[str, list[Linje]] = defaultdict(list)
    fejl = []
    for navn, indhold in filer.items():
        for tabel in indhold.tabeller:
            egne, ukendte = read_linjer(tabel, viden.organisation)
            fejl += [
                tekster_proev.FIL.format(fil=navn, fejl=tekster_proev.UKENDT_RAEKKE.format(navn=u)) for u in ukendte
            ]
            if egne:
                linjer[viden.newest(tabel[0])] += egne
    return linjer, fejl


def _collect(udgivelser: Iterable[Linjer]) -> dict[str, list[Udsagn]]:
    """What the tables of some releases say, by period."""
    udsagn: dict[str, list[Udsagn]] = defaultdict(list)
    for linjer in udgivelser:
        for kvartal, egne in linjer.items():
            for periode, u in list_udsagn(egne, kvartal):
                udsagn[periode].append(u)
    return udsagn


def _check_tekster(filer: Mapping[str, Indhold], linjer: Mapping[str, Sequence[Linje]], viden: Viden) -> Iterator[str]:
    viste = {linje.navn for egne in linjer.values() for linje in egne}
    kendte_navne = {str(navn) for navn in viden.regler["navn"].unique()}
    skjulte = _pattern(kendte_navne - viste)
    synlige = _pattern(viste)
    alt = "\n".join(tekst for indhold in filer.values() for tekst in indhold.tekster).lower()
    personer = _pattern(
        {navn for navn in viden.navne if navn.lower() in alt}
    )  # thousands of names are slow as a pattern
    aarsager = _pattern(set(viden.aarsager))
    dage, procenter = _known_figures(filer)
    for navn, indhold in filer.items():
        tekst = "\n".join(indhold.tekster)
        fundne = [
            *([tekster_proev.NAVNGIVEN_PERSON] if personer and personer.search(tekst) else []),
            *(tekster_proev.NAEVNER_AARSAG.format(aarsag=a) for a in ((aarsager and aarsager.findall(tekst)) or ())),
            *(tekster_proev.FOR_MANGE_DECIMALER.format(tal=f"{h},{d}") for h, d in TAL.findall(tekst) if len(d) > 1),
            *(
                tekster_proev.TAL_UDEN_TABEL.format(tal=f"{h},{d}")
                for h, d in TAL.findall(tekst)
                if f"{h},{d}" not in dage | viden.definitioner and len(d) == 1
            ),
            *(tekster_proev.TAL_UDEN_TABEL.format(tal=f"{p} pct.") for p in PCT.findall(tekst) if p not in procenter),
        ]
        for linje in tekst.splitlines():
            if skjulte and (TAL.search(linje) or PCT.search(linje)):
                rest = synlige.sub(" ", linje) if synlige else linje
                fundne += [tekster_proev.NAEVNER_SKJULT.format(enhed=e) for e in skjulte.findall(rest)]
        yield from (tekster_proev.FIL.format(fil=navn, fejl=f) for f in dict.fromkeys(fundne))


def _pattern(ordene: set[str]) -> re.Pattern[str] | None:
    """Any of these as whole words, the longest first."""
    lange = sorted((o for o in ordene if o), key=lambda o: (-len(o), o))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, lange))})(?!\w)", re.IGNORECASE) if lange else None


def _known_figures(filer: Mapping[str, Indhold]) -> tuple[set[str], set[str]]:
    """Every number in a table of a kind we know, as days and as per cent are read."""
    kendte = [tabel for i in filer.values() for tabel in i.tabeller if tabel and tabel[0][:2] in KENDTE_TABELLER]
    tal = {celle for tabel in kendte for raekke in tabel for celle in raekke if isinstance(celle, float)}
    return {decimaltal(abs(t)) for t in tal}, {decimaltal(abs(t), 0) for t in tal}


def _check_viste(linjer: Sequence[Linje], viden: Viden, kvartal: str) -> Iterator[str]:
    """Each group shown passes in each window it is shown in."""
    for linje in linjer:
        for periode in list_perioder(kvartal):
            regler = viden.efter_periode.get(periode, {})
            boern = [regler[barn] for barn in linje.boern if barn in regler]
            if periode_med_ord(periode) in linje.tal and boern and fails(boern):
                yield tekster_proev.FOR_LILLE_GRUPPE.format(navn=linje.navn)


def _check_ranges(
    udsagn: Mapping[str, Sequence[Udsagn]], gamle: Mapping[str, Sequence[Udsagn]], viden: Viden
) -> Iterator[str]:
    for periode in sorted(udsagn):
        regler = viden.efter_periode.get(periode, {})
        alle = _fitting(udsagn[periode], gamle.get(periode, ()))
        if alle is None:
            yield tekster_proev.PASSER_IKKE.format(periode=periode_med_ord(periode))
            continue
        spoergsmaal = _Spoergsmaal(periode, alle, gamle.get(periode, ()), find_moenster(u.dele for u in alle), viden)
        alles = [(noder, _knowledge(noder, regler, viden)) for noder in viden.brugere]
        for barn in regler.values():
            if not fails([barn]):
                continue
            dele = viden.organisation.under[barn["barn_id"]]
            egne = [
                (noder, kendte)
                for noder, kendte in alles
                if viden.is_near(barn, noder)
                and not dele & kendte.keys()
                and not has_twin(dele, spoergsmaal.moenster, kendte)
            ]
            udenfor = [] if has_twin(dele, spoergsmaal.moenster, {}) else [(frozenset[int](), dict[Del, Kendt]())]
            yield from spoergsmaal.ask(barn, [*udenfor, *egne])


def _knowledge(noder: frozenset[int], regler: Mapping[int, Mapping[str, Any]], viden: Viden) -> dict[Del, Kendt]:
    """All there is to know of every part below her nodes, which is more than a chef sees."""
    egne = frozenset[Del]().union(*(viden.organisation.under.get(node, frozenset()) for node in noder))
    return {
        del_: Kendt(regel["gns_medarbejdere"], regel["dagsvaerk"], regel["dagsvaerk_lang"])
        for del_ in egne
        if (regel := regler.get(del_)) is not None
    }


def _fitting(nye: Sequence[Udsagn], gamle: Sequence[Udsagn]) -> list[Udsagn] | None:
    """The new statements and the earlier ones, these widened as little as makes them fit together; None when not even
    the new ones do.
    """
    dagsvaerk = [u for u in gamle if u.maal == "dagsvaerk"]
    for vidde in UDVIDELSER if dagsvaerk else UDVIDELSER[:1]:
        alle = [*nye, *(Udsagn(u.dele, u.maal, max(0.0, u.lav - vidde), u.hoej + vidde) for u in dagsvaerk)]
        if is_possible(alle):
            return alle
    return list(nye) if is_possible(nye) else None


@dataclass(frozen=True)
class _Spoergsmaal:
    """What is printed of one period, to be asked what it gives away."""

    periode: str
    udsagn: Sequence[Udsagn]
    gamle: Sequence[Udsagn]
    moenster: Moenster
    viden: Viden

    def ask(self, barn: Mapping[str, Any], vidende: Sequence[Vidende]) -> Iterator[str]:
        """Whoever can conclude too much. Who knows more concludes more: if all of them together cannot, none can."""
        if not vidende:
            return
        samlet = {del_: kendt for _, kendte in vidende for del_, kendt in kendte.items()}
        dele = self.viden.organisation.under[barn["barn_id"]]
        lav, hoej = self._range(dele, self.udsagn, samlet)
        if is_safe(lav, hoej):
            return
        if len(vidende) > 1:
            midt = len(vidende) // 2
            yield from self.ask(barn, vidende[:midt])
            yield from self.ask(barn, vidende[midt:])
            return
        if self.gamle and not is_safe(*self._range(dele, self.gamle, samlet)):
            return  # she could before, from figures that were in order then: this release tells her nothing
        yield tekster_proev.KAN_REGNES_UD["bruger" if samlet else "udenfor"].format(
            egne=self.viden.name(vidende[0][0]),
            enhed=barn["navn"],
            periode=periode_med_ord(self.periode),
            lav=decimaltal(lav),
            hoej=decimaltal(hoej),
        )

    def _range(
        self, dele: frozenset[Del], udsagn: Sequence[Udsagn], kendte: Mapping[Del, Kendt]
    ) -> tuple[float, float]:
        """What is printed may have been corrected since: where it does not fit what she knows, it tells her nothing."""
        try:
            return find_range(dele, udsagn, kendte, nok=SIKKER_UNDER)
        except Modstrid:
            return 0.0, float("inf")
