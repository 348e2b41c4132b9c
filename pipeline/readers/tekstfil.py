"""One pass over a text file of any size: its encoding, whether it is whole, whether DuckDB can read it as it is."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import Any, TextIO

from pipeline.fejl import Brugerfejl
from pipeline.readers.sidehoved import Post, Sidehoveder
from pipeline.readers.tegn import CP850, CP1252, UTF8, count_bogstaver, has_usynlige, rens_tegn
from pipeline.tekster import faelles as tekster

BLOK = 8 << 20
LAENGSTE_LINJE = 2_000_000  # bytes; DuckDB's own limit
STREGER = {b"---": (b"\n---", b"\n|---", b"\r---"), b"===": (b"\n===",), b"___": (b"\n___",)}

_ALT_ANDET = bytes(sorted(set(range(256)) - set(b'"\r\n')))


@dataclass
class Tekstfund:
    """`sidste_linje` is empty when the file ends with a newline. `har_sidehoveder`: the header stands once more.

    `kodning` None: the bytes are UTF-8 but end inside a character.
    """

    kodning: str | None = UTF8
    har_flerbyte: bool = False
    har_nul: bool = False
    har_tomme_linjer: bool = False
    har_linjeskift_i_felter: bool = False
    har_usynlige: bool = False
    har_sidehoveder: bool = False
    har_streger: bool = False
    bogstaver: list[int] = field(default_factory=lambda: [0, 0])
    ender_med_tom_linje: bool = False
    linjeskift: list[int] = field(default_factory=lambda: [0, 0, 0])
    sidste_linje: bytes = b""

    @property
    def har_blandede_linjeskift(self) -> bool:
        cr, crlf, lf = self.linjeskift
        return cr != 0 and not cr == crlf == lf


def examine_tekst(sti: Path, *, fil: str, data_fra: int, citationstegn: str, overskrift: bytes) -> Tekstfund:
    """`data_fra` is the byte where the data begins; blank lines and quotes above it do not matter.

    `overskrift` is the header's line as it stands in the file.

    Errors: `Brugerfejl` for a line longer than DuckDB takes. `OSError` passes through.
    """
    fund = Tekstfund()
    with sti.open("rb") as aaben:
        hoved = aaben.read(data_fra)
        _judge_kodning(fund, hoved)
        _count_linjeskift(fund, hoved)
        for blok in _whole_lines(aaben, fil=fil):
            _judge_kodning(fund, blok)
            _count_linjeskift(fund, blok)
            _judge_tomme_linjer(fund, blok)
            if citationstegn and b'"' in blok:
                _judge_citation(fund, blok)
            fund.har_nul = fund.har_nul or b"\0" in blok
            fund.har_usynlige = fund.har_usynlige or has_usynlige(blok)
            fund.har_sidehoveder = fund.har_sidehoveder or overskrift in blok
            fund.har_streger = fund.har_streger or _has_streger(blok)
            fund.sidste_linje = b"" if blok[-1:] in b"\r\n" else blok[_line_end(blok, len(blok)) :]
    if fund.kodning == CP1252:
        fund.kodning = _choose_kodning(fund)
    return fund


def _choose_kodning(fund: Tekstfund) -> str:
    """Windows-1252, unless the text has more Danish letters when read as DOS wrote them."""
    dos, windows = fund.bogstaver
    return CP850 if dos > windows else CP1252


def rewrite_tekst(kilde: Path, maal: Path, *, fil: str, kodning: str, hoved: int = 0, fyld: str = "") -> None:
    """Write `kilde` as UTF-8 with `\\n` only, line for line the same but for signs nobody sees.

    A blank line becomes `fyld` (a lone separator), because DuckDB skips blank lines and would lose count; the first
    `hoved` lines lose their quotes, because DuckDB lets a quote run past the lines it is told to skip.
    Errors: `Brugerfejl` when the bytes are not `kodning`.
    """
    try:
        with (
            kilde.open(encoding=kodning, newline=None) as ind,
            maal.open("w", encoding="utf-8", newline="\n") as ud,
        ):
            _copy_hoved(ind, ud, hoved)
            while blok := ind.read(BLOK):
                blok += ind.readline()
                ud.write(_fill_tomme_linjer(rens_tegn(blok), fyld))
    except UnicodeDecodeError as fejl:
        raise _encoding_error(fejl, fil=fil) from None


def rewrite_felter(
    kilde: Path,
    maal: Path,
    *,
    fil: str,
    kodning: str,
    hoved: int,
    skilletegn: str,
    citationstegn: str,
    udeladte: Collection[int],
    sidehoveder: Sidehoveder | None,
) -> None:
    """As `rewrite_tekst`, field by field: newlines inside quotes become blanks, the `udeladte` fields are emptied.

    With `sidehoveder` what a printed list repeats on every page is left blank.

    Slow (about a million rows a second). Errors: `Brugerfejl` for a quote too many, or one that never ends.
    """
    citering: dict[str, Any] = {} if citationstegn else {"quoting": csv.QUOTE_NONE, "quotechar": None}
    foer = 0
    try:
        with (
            kilde.open(encoding=kodning, newline=None) as ind,
            maal.open("w", encoding="utf-8", newline="\n") as ud,
        ):
            _copy_hoved(ind, ud, hoved)
            skriver = csv.writer(ud, delimiter=skilletegn, lineterminator="\n", **citering)
            laeser = csv.reader(
                map(rens_tegn, ind), delimiter=skilletegn, skipinitialspace=True, strict=True, **citering
            )
            poster = _records(laeser, udeladte)
            for felter, linjer in sidehoveder.tidy(poster) if sidehoveder else poster:
                skriver.writerow(felter or ["", ""])
                ud.write((skilletegn + "\n") * (linjer - 1))
                foer += linjer
    except UnicodeDecodeError as fejl:
        raise _encoding_error(fejl, fil=fil) from None
    except csv.Error as fejl:
        raise _quote_error(fejl, fil=fil, linje=hoved + laeser.line_num) from None


def _encoding_error(fejl: UnicodeDecodeError, *, fil: str) -> Brugerfejl:
    afbrudt = fejl.reason in ("truncated data", "unexpected end of data")
    return Brugerfejl((tekster.FIL_AFBRUDT if afbrudt else tekster.FIL_TEGNSAET).format(fil=fil))


def _one_line(felter: list[str], udeladte: Collection[int]) -> list[str]:
    return ["" if plads in udeladte else felt.replace("\n", " ") for plads, felt in enumerate(felter)]


def _records(laeser: Any, udeladte: Collection[int]) -> Iterator[Post]:
    foer = 0
    for felter in laeser:
        yield _one_line(felter, udeladte), laeser.line_num - foer
        foer = laeser.line_num


def linje_for_lang(fil: str) -> str:
    return tekster.LINJE_FOR_LANG.format(fil=fil, megabyte=LAENGSTE_LINJE // 1_000_000)


def _quote_error(fejl: csv.Error, *, fil: str, linje: int) -> Brugerfejl:
    if "unexpected end of data" in str(fejl):
        return Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil))
    return Brugerfejl(tekster.LINJE_CITATIONSTEGN.format(fil=fil, linje=linje))


def _whole_lines(aaben: BufferedReader, *, fil: str) -> Iterator[bytes]:
    rest = b""
    while laest := aaben.read(BLOK):
        blok = rest + laest
        slut = _line_end(blok, len(blok) - 1)  # the last byte may be the first of \r\n
        if len(blok) - slut > LAENGSTE_LINJE + BLOK:
            raise Brugerfejl(linje_for_lang(fil))
        if slut:
            yield blok[:slut]
        rest = blok[slut:]
    if rest:
        yield rest


def _line_end(blok: bytes, foer: int) -> int:
    """Where the last whole line ends: after \\n, or after \\r in a file that has only those."""
    return blok.rfind(b"\n", 0, foer) + 1 or blok.rfind(b"\r", 0, foer) + 1


def _judge_kodning(fund: Tekstfund, blok: bytes) -> None:
    if blok.isascii():
        return
    if fund.kodning == CP1252:
        fund.bogstaver = [foer + nye for foer, nye in zip(fund.bogstaver, count_bogstaver(blok), strict=True)]
    if fund.kodning != UTF8:
        return
    try:
        blok.decode("utf-8")
        fund.har_flerbyte = True
    except UnicodeDecodeError as fejl:
        afkortet = fejl.reason == "unexpected end of data" and fejl.end == len(blok)
        er_utf8_foer = fund.har_flerbyte or not blok[: fejl.start].isascii()
        fund.kodning = None if afkortet and er_utf8_foer else CP1252
        if fund.kodning == CP1252:
            _judge_kodning(fund, blok)


def _judge_tomme_linjer(fund: Tekstfund, blok: bytes) -> None:
    """Blank lines at the very end of the file do not count: no row follows them."""
    indhold = blok.rstrip(b"\r\n")
    if indhold:
        foran = fund.ender_med_tom_linje or blok[:1] in b"\r\n"
        fund.har_tomme_linjer = fund.har_tomme_linjer or foran or _has_tom_linje(indhold)
    fund.ender_med_tom_linje = not indhold or blok[len(indhold) :] not in (b"", b"\n", b"\r\n")


def _has_tom_linje(indhold: bytes) -> bool:
    return b"\n\n" in indhold or (b"\r" in indhold and b"\n\r\n" in indhold)


def _has_streger(blok: bytes) -> bool:
    """A line that begins as one a printed list draws."""
    begyndelse = b"\n" + blok[:3]
    return any(
        streg in blok and any(linje in begyndelse or linje in blok for linje in linjer)
        for streg, linjer in STREGER.items()
    )


def _judge_citation(fund: Tekstfund, blok: bytes) -> None:
    """Without all else and without pairs, a quote is left only where a line has an odd number of them."""
    rest = blok.translate(None, _ALT_ANDET).replace(b'""', b"")
    fund.har_linjeskift_i_felter = fund.har_linjeskift_i_felter or b'"' in rest


def _count_linjeskift(fund: Tekstfund, blok: bytes) -> None:
    """Newlines alone are not counted, only noted: that they are there is all that tells a mixed file."""
    tal = (0, 0, int(b"\n" in blok))
    if b"\r" in blok:
        tal = (blok.count(b"\r"), blok.count(b"\r\n"), blok.count(b"\n"))
    fund.linjeskift = [foer + nye for foer, nye in zip(fund.linjeskift, tal, strict=True)]


def _copy_hoved(ind: TextIO, ud: TextIO, linjer: int) -> None:
    ud.writelines(rens_tegn(ind.readline()).replace('"', "") for _ in range(linjer))


def _fill_tomme_linjer(blok: str, fyld: str) -> str:
    if not fyld:
        return blok
    par = f"\n{fyld}\n"
    return f"\n{blok}".replace("\n\n", par).replace("\n\n", par)[1:]
