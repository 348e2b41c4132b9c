"""Numbers as people write them: in digits with any sign between, with a percent sign, or in Danish words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

ENERE = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten")
ENERE_OGSAA = ("fjorten", "femten", "seksten", "sytten", "atten", "nitten")
TIERE = {
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "fyrretyve": 40,
    "halvtreds": 50,
    "halvtredsindstyve": 50,
    "tres": 60,
    "tresindstyve": 60,
    "halvfjerds": 70,
    "halvfjerdsindstyve": 70,
    "firs": 80,
    "firsindstyve": 80,
    "halvfems": 90,
    "halvfemsindstyve": 90,
}
ORDTAL = {ord_: nr for nr, ord_ in enumerate((*ENERE, *ENERE_OGSAA))} | {"et": 1, "én": 1, "ét": 1} | TIERE
HUNDREDER = {"hundrede": 100, "hundred": 100, "tusind": 1000, "tusinde": 1000}
KOMMA = frozenset({"komma", "punktum"})
PROCENT = re.compile(r"%|‰|pct\b|procent(?!point)")
PLET = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%|‰")
USYNLIGE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


@dataclass(frozen=True)
class Tal:
    """`vaerdi`; `decimaler` as written; `er_procent`; `efter`: the next word, lower case; `skrevet` as read;
    `er_ord` for one in words; `start` and `slut` in the text.
    """

    vaerdi: float
    decimaler: int
    er_procent: bool
    efter: str
    skrevet: str
    er_ord: bool
    start: int
    slut: int


def plain(tekst: str) -> str:
    """One way of writing each sign: no invisible ones, all digits Arabic, all blanks alike."""
    renset = USYNLIGE.sub("", unicodedata.normalize("NFKC", tekst)).replace("\u2044", "/")
    cifre = "".join(str(unicodedata.digit(t, -1)) if unicodedata.digit(t, -1) >= 0 else t for t in renset)
    return re.sub(r"\s", " ", cifre)


def find_tal(tekst: str) -> Iterator[Tal]:
    """`tekst` as from `plain`. Every number in it; not the article `en` and `et`."""
    pletter = list(PLET.finditer(tekst))
    nr = 0
    while nr < len(pletter):
        laest = _read_digits(pletter, nr) if pletter[nr].group()[0].isdigit() else _read_words(pletter, nr)
        if laest is None:
            nr += 1
            continue
        vaerdi, decimaler, naeste = laest
        rest = tekst[pletter[naeste - 1].end() :].lstrip(" ").lower()
        procent = PROCENT.match(rest)
        efter = pletter[naeste].group().lower() if naeste < len(pletter) else ""
        skrevet = tekst[pletter[nr].start() : pletter[naeste - 1].end()]
        er_ord = not skrevet[0].isdigit()
        if not (er_ord and vaerdi == 1 and naeste == nr + 1 and procent is None):
            slut = pletter[naeste - 1].end()
            yield Tal(vaerdi, decimaler, procent is not None, efter, skrevet, er_ord, pletter[nr].start(), slut)
        nr = naeste


def _read_digits(pletter: list[re.Match[str]], nr: int) -> tuple[float, int, int] | None:
    """`13,6`, `13.6`, `3.200` and `1.234,5`; three digits after one point are thousands."""
    tekst = pletter[nr].group()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", tekst):
        hele, _, brud = tekst.replace(".", "").partition(",")
    else:
        hele, _, brud = tekst.replace(",", ".").partition(".")
    brud = brud.replace(".", "")
    return float(f"{hele}.{brud or 0}"), len(brud), nr + 1


def _read_words(pletter: list[re.Match[str]], nr: int) -> tuple[float, int, int] | None:
    """`syvogfyrre komma to fem`, `to hundrede og tyve`."""
    vaerdi, naeste = _read_whole(pletter, nr)
    if naeste == nr:
        return None
    brud = ""
    if naeste < len(pletter) and pletter[naeste].group().lower() in KOMMA:
        slut = naeste + 1
        while slut < len(pletter) and (ciffer := word_value(pletter[slut].group())) is not None:
            brud += str(ciffer)
            slut += 1
        naeste = slut if brud else naeste
    return float(f"{vaerdi}.{brud or 0}"), len(brud), naeste


def _read_whole(pletter: list[re.Match[str]], nr: int) -> tuple[int, int]:
    sum_, del_, start = 0, None, nr
    while nr < len(pletter):
        ordet = pletter[nr].group().lower()
        tal = word_value(ordet)
        if tal is not None and del_ is None:
            del_ = tal
        elif ordet in HUNDREDER and (del_ is not None or nr == start):
            sum_, del_ = sum_ + (del_ or 1) * HUNDREDER[ordet], None
        elif not (ordet == "og" and nr > start and del_ is None and _continues(pletter, nr + 1)):
            break
        nr += 1
    return sum_ + (del_ or 0), nr


def _continues(pletter: list[re.Match[str]], nr: int) -> bool:
    return nr < len(pletter) and word_value(pletter[nr].group()) is not None


def word_value(ordet: str) -> int | None:
    """`syvogfyrre` → 47, `trehundrede` → 300."""
    ordet = ordet.lower()
    if ordet in ORDTAL:
        return ORDTAL[ordet]
    ener, og, tier = ordet.partition("og")
    if og and tier in TIERE and 1 <= ORDTAL.get(ener, 0) <= 9:
        return ORDTAL[ener] + TIERE[tier]
    for slut, gange in HUNDREDER.items():
        if ordet.endswith(slut) and ordet.removesuffix(slut) in ORDTAL:
            return ORDTAL[ordet.removesuffix(slut)] * gange
    return None
