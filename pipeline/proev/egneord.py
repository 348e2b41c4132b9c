"""People's own words in a release: only its own numbers, nobody's name or number, no word for an illness."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pipeline.proev.talord import Tal, find_tal, plain
from pipeline.proev.zipfil import Fund
from pipeline.tekster import proev as tekster_proev

MAANEDER = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
AAR = r"20[0-4]\d"
DATO = re.compile(
    rf"\b(?:[0-3]?\d\.?\s?-\s?)?[0-3]?\d\. ?(?:{MAANEDER})\b(?: {AAR})?"
    rf"|\b[0-3]?\d[./-][01]?\d[./-]{AAR}\b|\b{AAR}-[01]\d-[0-3]\d\b"
    rf"|\b[1-4]\. ?(?:-|og|til) ?[1-4]\. kvartal(?:er)?\b(?: {AAR})?"
    rf"|\b[1-4]\.? ?(?:kvartal|kv\.?|halvår)\b(?: {AAR})?|\b{AAR} ?K[1-4]\b|\bK[1-4] {AAR}\b"
    rf"|\b{AAR}(?: ?[-/–] ?(?:{AAR}|\d\d))?(?![.,]?\d)\b"
    r"|\bkl\. ?[0-2]?\d(?:[.:][0-5]\d)?|\b[Uu]ge \d{1,2}\b",
    re.IGNORECASE,
)
"""Years, dates and times: named as such, they count nobody."""
PUNKT = re.compile(
    r"§{1,2} ?\d{1,3}(?: ?[a-z]\b)?(?:, ?stk\. ?\d{1,2})?(?:, ?nr\. ?\d{1,2})?"
    r"|\b(?:stk\.|nr\.|punkt|pkt\.|afsnit|kapitel|kap\.|artikel|art\.|side|s\.|figur|tabel|bilag|note|slide|dagsorden"
    r"spunkt|sagsnr\.|trin|fase) ?\d{1,2}(?:\.\d{1,2})?\b|^\s*\d{1,2}[.)]\s",
    re.IGNORECASE,
)
"""Counts of paragraphs, pages and the like, named as such."""
CIFRE = re.compile(r"\d(?:[ .\-–/]?\d){5,}")
SMAA = 10
OM_NOGEN = re.compile(
    r"(?:syge|fraværs|arbejds|kalender)?dag(?:e|en|es|s)?|uger?s?|måned(?:er)?s?|timer?s?|døgn|\w*medarbejder\w{0,3}"
    r"|ansatte?|personer?|\w*syge?|sygemeld\w*|\w*sygdom\w*|\w*fravær\w*|\w*leder(?:e|en|ne)?|kolleg\w*|forløb\w*"
    r"|kvinder?|mænd|borgere?|\w*pædagog\w{0,3}|\w*lærer\w{0,3}|\w*assistent\w{0,3}|\w*hjælper\w{0,3}|tilfælde"
    r"|procent\w*|pct|point|raskmeld\w*",
    re.IGNORECASE,
)
"""Small numbers in words may count meetings and efforts, but not these."""
VINDUE = 4
ORDENE = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Ordbog:
    """What own words are held against. `dage` and `procenter`: the figures the release states; `hoveder`: its
    headcounts; `fraser`: each whole number of the program's own sentences with the word after it; `enheder`: names of
    all units there are, `viste` of those the release shows, `skjulte` of the rest; `navne`: those of
    employees, made by `index_navne`.
    """

    dage: frozenset[float]
    procenter: frozenset[float]
    hoveder: frozenset[float]
    fraser: frozenset[tuple[float, str]]
    enheder: re.Pattern[str] | None
    viste: re.Pattern[str] | None
    skjulte: re.Pattern[str] | None
    navne: frozenset[tuple[str, ...]]
    afvises: re.Pattern[str] | None
    advares: re.Pattern[str] | None


def fold(tekst: str) -> str:
    """For comparing names: no accents, no case; `å` is `aa` either way."""
    smaa = plain(tekst).casefold().replace("å", "aa").replace("æ", "ae").replace("ø", "oe")
    return "".join(t for t in unicodedata.normalize("NFD", smaa) if not unicodedata.combining(t))


def index_navne(navne: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Each name as a sorted set of words: all of them, and first with last; and the same written together."""
    ud: set[tuple[str, ...]] = set()
    for navn in navne:
        dele = ORDENE.findall(fold(navn))
        if len(dele) < 2:
            continue
        for udvalg in (dele, [dele[0], dele[-1]]):
            ud.add(tuple(sorted(udvalg)))
            ud.update({("".join(udvalg),), ("".join(udvalg[::-1]),)})
    return frozenset(ud)


def names_anybody(tekst: str, navne: frozenset[tuple[str, ...]]) -> bool:
    """In any order, with any blank, hyphen or sign between, letter by letter, or backwards."""
    ordene = ORDENE.findall(fold(tekst))
    samlet = _join_letters(ordene)
    for raekke in (ordene, samlet, [o[::-1] for o in ordene], [o[::-1] for o in samlet]):
        for start in range(len(raekke)):
            for antal in range(1, 6):
                if tuple(sorted(raekke[start : start + antal])) in navne:
                    return True
    return False


def _join_letters(ordene: Sequence[str]) -> list[str]:
    """`i n g e r` is one word."""
    ud: list[str] = []
    i_gang = False
    for ordet in ordene:
        if len(ordet) == 1 and i_gang:
            ud[-1] += ordet
        else:
            ud.append(ordet)
        i_gang = len(ordet) == 1
    return ud


def make_fraser(tekster: Iterable[str]) -> frozenset[tuple[float, str]]:
    return frozenset(
        (tal.vaerdi, tal.efter) for tekst in tekster for tal in find_tal(plain(tekst)) if not tal.decimaler
    )


def check_ord(afsnit: Sequence[tuple[str, str]], ordbog: Ordbog) -> Iterator[Fund]:
    """`afsnit`: place and text, in order."""
    for sted, tekst in afsnit:
        uden_datoer = PUNKT.sub(" ", DATO.sub(" ", plain(tekst)))
        for tal in find_tal(uden_datoer):
            if not _is_stated(tal, uden_datoer, ordbog):
                yield Fund(sted, tekster_proev.EGNE_TAL.format(tal=tal.skrevet + " pct." * tal.er_procent))
            for enhed in _hidden(uden_datoer, ordbog):
                yield Fund(sted, tekster_proev.NAEVNER_SKJULT.format(enhed=enhed))
    yield from check_personer(afsnit, ordbog)


def _hidden(tekst: str, ordbog: Ordbog) -> list[str]:
    """Units too small to be shown; a longer name that is shown may hold the name of one."""
    if ordbog.skjulte is None:
        return []
    return ordbog.skjulte.findall(ordbog.viste.sub(" ", tekst) if ordbog.viste else tekst)


def check_personer(afsnit: Sequence[tuple[str, str]], ordbog: Ordbog) -> Iterator[Fund]:
    """Names, numbers of people and diagnoses."""
    for nr, (sted, tekst) in enumerate(afsnit):
        renset = plain(tekst)
        for fund in CIFRE.finditer(PUNKT.sub(" ", DATO.sub(" ", renset))):
            yield Fund(sted, tekster_proev.EGNE_CIFRE.format(tal=fund.group()))
        if names_anybody(tekst, ordbog.navne) or _spans(afsnit, nr, ordbog):
            yield Fund(sted, tekster_proev.EGNE_NAVNE)
        if ordbog.afvises and (fundet := ordbog.afvises.search(renset)):
            yield Fund(sted, tekster_proev.EGNE_SYGDOM.format(ord=fundet.group().lower()))


def check_linje(linje: str, navne: Iterable[str], afvises: Sequence[str]) -> Iterator[str]:
    """What must not stand in one line that is in no release: as check_personer, held against these names and words."""
    ordbog = make_ordbog({"dage": (), "procenter": (), "hoveder": ()}, (), set(), set(), navne, (afvises, ()))
    for fund in check_personer([("", linje)], ordbog):
        yield fund.fejl


def warn_ord(afsnit: Sequence[tuple[str, str]], ordbog: Ordbog) -> Iterator[Fund]:
    """Words that may be about the workplace or about somebody."""
    for sted, tekst in afsnit:
        if ordbog.advares and (fundet := ordbog.advares.search(plain(tekst))):
            yield Fund(sted, tekster_proev.ADVARSEL_SYGDOM.format(ord=fundet.group().lower()))


def _spans(afsnit: Sequence[tuple[str, str]], nr: int, ordbog: Ordbog) -> bool:
    """A name over two short paragraphs, such as two cells of a table."""
    if nr + 1 == len(afsnit):
        return False
    begge = [afsnit[nr][1], afsnit[nr + 1][1]]
    return all(len(tekst.split()) <= 2 for tekst in begge) and names_anybody(" ".join(begge), ordbog.navne)


def _is_stated(tal: Tal, tekst: str, ordbog: Ordbog) -> bool:
    if tal.er_procent:
        return tal.vaerdi in ordbog.procenter and not tal.decimaler
    if tal.efter == "procentpoint":
        return (tal.vaerdi, tal.efter) in ordbog.fraser
    if tal.decimaler:
        return tal.vaerdi in ordbog.dage and tal.decimaler == 1
    if (tal.vaerdi, tal.efter) in ordbog.fraser:
        return True
    if re.match(r"medarbejder|ansat", tal.efter):
        return tal.vaerdi in ordbog.hoveder
    return tal.er_ord and 2 <= tal.vaerdi <= SMAA and not _is_about_somebody(tal, tekst, ordbog)


def _is_about_somebody(tal: Tal, tekst: str, ordbog: Ordbog) -> bool:
    naere = ORDENE.findall(tekst[tal.slut :])[:VINDUE]
    if any(OM_NOGEN.fullmatch(ordet) for ordet in naere):
        return True
    start = max((tekst.rfind(tegn, 0, tal.start) for tegn in ".!?"), default=-1) + 1
    slut = min((fundet for tegn in ".!?" if (fundet := tekst.find(tegn, tal.slut)) >= 0), default=len(tekst))
    return ordbog.enheder is not None and ordbog.enheder.search(tekst[start:slut]) is not None


def make_ordbog(
    tabeltal: Mapping[str, Iterable[float]],
    tekster: Iterable[str],
    enheder: Set[str],
    viste: Set[str],
    navne: Iterable[str],
    ordlister: tuple[Sequence[str], Sequence[str]],
) -> Ordbog:
    """`tabeltal`: dage, procenter and hoveder of the release's tables; `viste`: the names
    of the groups in them.
    """
    egne = list(tekster)
    skrevne = [tal for tekst in egne for tal in find_tal(plain(tekst))]
    return Ordbog(
        dage=frozenset(map(abs, tabeltal["dage"])) | {t.vaerdi for t in skrevne if t.decimaler},
        procenter=frozenset(map(abs, tabeltal["procenter"])) | {t.vaerdi for t in skrevne if t.er_procent},
        hoveder=frozenset(tabeltal["hoveder"]),
        fraser=make_fraser(egne),
        enheder=_words(sorted(enheder)),
        viste=_words(sorted(viste)),
        skjulte=_words(sorted(enheder - viste)),
        navne=index_navne(navne),
        afvises=_words(ordlister[0]),
        advares=_words(ordlister[1]),
    )


def _words(ordene: Sequence[str]) -> re.Pattern[str] | None:
    """Whole words; `*` stands for any letters."""
    lange = sorted(ordene, key=lambda ordet: (-len(ordet), ordet))
    former = (re.escape(ordet).replace(r"\*", r"\w*") for ordet in lange)
    return re.compile(rf"(?<!\w)(?:{'|'.join(former)})(?!\w)", re.IGNORECASE) if ordene else None
