"""The tables of an HTML page as rows of text, without building the page's tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

BLOK = 1 << 16
BREDESTE = 1000  # columns or rows a cell may span
BREDESTE_RAEKKE = 16_384  # columns, as in a sheet
UDLAGT, ALTID_UDLAGT = 20, 2_000_000  # times as many places as cells, from this many places
LAENGSTE_MAERKE = 1 << 20  # bytes
FLEST_STYKKER = 10_000  # of a cell's text; an entity or a tag begins a new one
INLINE = frozenset({"a", "b", "em", "font", "i", "span", "strong", "u"})


class ForSpredt(Exception):
    """Cells that span, or hold, far more than a list's."""


class ForLangtMaerke(Exception):
    """A tag without an end."""


@dataclass
class Htmltabel:
    """`raekker`: every row of this table only, nested tables apart; spans are laid out, so columns do not shift."""

    raekker: list[list[str]] = field(default_factory=list)
    hoejre: dict[int, tuple[int, str]] = field(default_factory=dict)  # column → rows left of a rowspan, its text
    aaben: list[str] | None = None
    brede: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # row → first and last place of wide cells
    laest: int = 0
    udlagt: int = 0
    spaend: tuple[int, int] = (1, 1)

    @property
    def antal_celler(self) -> int:
        return sum(map(len, self.raekker))


@dataclass
class _Samler:
    """lxml's parser target. `loes_tekst` is the text outside all tables."""

    faerdige: list[Htmltabel] = field(default_factory=list)
    aabne: list[Htmltabel] = field(default_factory=list)
    loes_tekst: list[str] = field(default_factory=list)
    skjult: int = 0

    def start(self, tag: str, attributter: dict[str, str]) -> None:
        if tag in ("script", "style"):
            self.skjult += 1
        elif tag == "table":
            self.aabne.append(Htmltabel())
        elif tag == "br" or (not self.aabne and tag not in INLINE):
            self.data("\n")
        elif tag == "tr":
            _close_celle(self.aabne[-1])
            _start_raekke(self.aabne[-1])
        elif tag in ("td", "th"):
            _close_celle(self.aabne[-1])
            self.aabne[-1].aaben = []
            self.aabne[-1].spaend = (_span(attributter, "colspan"), _span(attributter, "rowspan"))

    def end(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.skjult -= 1
        elif not self.aabne:
            return
        elif tag in ("td", "th", "tr"):
            _close_celle(self.aabne[-1])
        elif tag == "table":
            _close_celle(self.aabne[-1])
            self.faerdige.append(self.aabne.pop())

    def data(self, tekst: str) -> None:
        if self.skjult:
            return
        if not self.aabne:
            self.loes_tekst.append(tekst)
        elif self.aabne[-1].aaben is not None:
            self.aabne[-1].aaben.append(tekst)
            if len(self.aabne[-1].aaben) > FLEST_STYKKER:
                raise ForSpredt

    def close(self) -> None:
        self.faerdige += reversed(self.aabne)


def read_html(sider: Iterable[bytes]) -> tuple[list[Htmltabel], list[str]]:
    """All tables of UTF-8 pages, and the lines of text outside them. Errors: `ForSpredt`, `ForLangtMaerke`."""
    samler = _Samler()
    for side in sider:
        _check_maerker(side)
        parser = etree.HTMLParser(target=samler, encoding="utf-8", huge_tree=True)
        for fra in range(0, len(side), BLOK):
            parser.feed(side[fra : fra + BLOK])
        if side.strip():
            parser.close()
        samler.aabne.clear()
    return samler.faerdige, [linje.strip() for linje in "".join(samler.loes_tekst).split("\n") if linje.strip()]


def _check_maerker(side: bytes) -> None:
    """The parser begins a tag anew for each block it is not done in; a `<` in a text is soon followed by a `>`."""
    fra = side.find(b"<")
    while fra >= 0:
        til = side.find(b">", fra, fra + LAENGSTE_MAERKE)
        if til < 0 and len(side) - fra > LAENGSTE_MAERKE:
            raise ForLangtMaerke
        fra = side.find(b"<", fra + LAENGSTE_MAERKE // 2 if til < 0 else max(til, fra + 1))


def _span(attributter: dict[str, str], navn: str) -> int:
    if navn not in attributter:
        return 1
    tal = attributter[navn].strip()
    return min(max(int(tal), 1), BREDESTE) if tal.isascii() and tal.isdigit() else 1


def _start_raekke(tabel: Htmltabel) -> None:
    tabel.raekker.append([])
    _lay_rowspans(tabel)


def _close_celle(tabel: Htmltabel) -> None:
    if tabel.aaben is None:
        return
    tekst = " ".join("".join(tabel.aaben).split())
    tabel.aaben = None
    if not tabel.raekker:
        tabel.raekker.append([])
    raekke = tabel.raekker[-1]
    bredde, hoejde = tabel.spaend
    tabel.laest += 1
    if bredde > 1:
        tabel.brede.setdefault(len(tabel.raekker) - 1, []).append((len(raekke), len(raekke) + bredde - 1))
    tabel.udlagt += bredde
    for nummer in range(bredde):
        celle = tekst if nummer == 0 else ""
        if hoejde > 1:
            tabel.hoejre[len(raekke)] = (hoejde - 1, celle)
        raekke.append(celle)
    _lay_rowspans(tabel)
    if len(raekke) > BREDESTE_RAEKKE or tabel.udlagt > max(ALTID_UDLAGT, UDLAGT * tabel.laest):
        raise ForSpredt


def _lay_rowspans(tabel: Htmltabel) -> None:
    raekke = tabel.raekker[-1]
    while (spaend := tabel.hoejre.pop(len(raekke), None)) is not None:
        igen, tekst = spaend
        if igen > 1:
            tabel.hoejre[len(raekke)] = (igen - 1, tekst)
        raekke.append(tekst)
        tabel.udlagt += 1
