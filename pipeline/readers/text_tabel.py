"""Text tables (shapes B and D): find the header, leave the rows to DuckDB."""

import codecs
import csv
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.readers.dialekt import Dialekt
from pipeline.readers.filer import Kildefil, check_bredde
from pipeline.readers.kopi import Kopi
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.model import Hoved as Hovedsted
from pipeline.readers.naermest import describe_naermest
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import PROEVELINJER, SOEGES_I, Overskrift, check_overskrift, find_overskrift
from pipeline.readers.sidehoved import Sidehoveder, is_bundlinje, is_streg
from pipeline.readers.tabeller import LOES, UDELADT, Navne, is_totalcelle
from pipeline.readers.tegn import CP850, CP1252, UTF8, count_bogstaver, find_utf16_i_fil, rens_tegn
from pipeline.readers.tekstfil import (
    LAENGSTE_LINJE,
    Tekstfund,
    examine_tekst,
    linje_for_lang,
    rewrite_felter,
    rewrite_tekst,
)
from pipeline.readers.titelblok import find_udtraeksdato, join_titler, read_titelblok
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

csv.field_size_limit(LAENGSTE_LINJE)
HOVED_BYTES = 1 << 20
EKSTRA_FELTER = 3  # a row may be this much longer than the header
ER_KORT, ANTAL_EKSTRA, ALENE = "er_kort", "antal_ekstra", "alene"
INTET = "\x01"  # DuckDB must be given a text that means nothing at all; an empty field is not a missing one


@dataclass(frozen=True)
class Hoved:
    """The first lines as read with one encoding; `data_linje` counts from 0."""

    linjer: list[bytes]
    kodning: str
    dialekt: Dialekt
    overskrift: Overskrift
    data_linje: int


def read_text_tabel(fil: Kildefil, *, dialekter: Sequence[Dialekt], opgave: Opgave) -> Kildetabel:
    """Grain: one table. Errors: every `Brugerfejl` of the header, the title block and a damaged file."""
    kopi = _as_bytewise(fil)
    sti = kopi.sti if kopi else fil.sti
    linjer = _first_lines(sti)
    hoved = _find_hoved(linjer, _guess_kodning(linjer), dialekter=dialekter, navne=opgave.navne, fil=fil.navn)
    check_bredde(len(hoved.overskrift.kolonner), fil=fil.navn, graenser=opgave.filer)
    fund = examine_tekst(
        sti,
        fil=fil.navn,
        data_fra=sum(map(len, linjer[: hoved.data_linje])),
        citationstegn=hoved.dialekt.citationstegn,
        overskrift=linjer[hoved.overskrift.raekke].strip(b"\xef\xbb\xbf\r\n"),
    )
    if fund.kodning in (CP1252, CP850) and fund.kodning != hoved.kodning:
        hoved = _read_hoved(hoved.linjer, fund.kodning, dialekter=dialekter, navne=opgave.navne, fil=fil.navn)
    noter = _check_whole(fund, hoved, fil=fil.navn)
    sidehoveder = Sidehoveder(hoved.overskrift)
    kopi = (
        _rewrite(sti, fund, hoved, fil=fil.navn, er_kopi=(kopi or fil.kopi) is not None, sidehoveder=sidehoveder)
        or kopi
    )
    titel = join_titler(
        read_titelblok(_cells(hoved, linjer[: hoved.overskrift.raekke]), fil=fil.navn),
        [read_titelblok(blok, fil=fil.navn) for blok in sidehoveder.blokke],
        fil=fil.navn,
    )
    return Kildetabel(
        fil=fil.navn,
        tabel=hoved.overskrift.tabel,
        form=hoved.dialekt.form,
        udtraeksdato=find_udtraeksdato(
            titel.udtrukket, fil=fil.navn, tabel=hoved.overskrift.tabel, udtraek=opgave.udtraek
        ),
        periode=titel.periode,
        foerste_linje=hoved.data_linje + 1,
        indhold=Csvindhold(
            sti=kopi.sti if kopi else fil.sti,
            kopi=kopi or fil.kopi,
            skilletegn=hoved.dialekt.skilletegn,
            citationstegn=hoved.dialekt.citationstegn,
            linjer_foer_data=hoved.data_linje,
            kolonner=hoved.overskrift.kolonner + _surplus(len(hoved.overskrift.kolonner)),
        ),
        noter=noter,
        hoved=Hovedsted(hoved.overskrift.raekke + 1, hoved.overskrift.par, fund.kodning),
    )


def csv_relation(indhold: Csvindhold, *, utrimmede: Collection[str] = ()) -> tuple[str, dict[str, str | int]]:
    """A SELECT of every column but `udeladt_*`, cells trimmed and empty ones null, with its bound parameters.

    Three more say how the row fits its header: `er_kort` (the last column with a heading is not there, not even empty),
    `antal_ekstra` (fields behind the header, empty or not) and `alene` (what a line of one field holds).

    Columns in `utrimmede` keep the blanks around their cells: their reader trims what it cannot read as it stands.

    Grain: one line of the file from `linjer_foer_data`, in order, blank lines included as rows of nulls: after
    `create table … as`, a row's line is `foerste_linje + rowid`.
    Errors: DuckDB raises `InvalidInputException`, whose text quotes the row; show `explain_csv_fejl` instead.
    """
    navne = {navn: '"' + navn.replace('"', '""') + '"' for navn in indhold.kolonner}
    valgte = [
        _cell(sikkert, har_null=bool(indhold.citationstegn), trimmes=navn not in utrimmede)
        for navn, sikkert in navne.items()
        if not navn.startswith(UDELADT)
    ]
    felter = ", ".join(f"{sikkert}: 'VARCHAR'" for sikkert in navne.values())
    sidste = navne[next(navn for navn in reversed(indhold.kolonner) if not navn.startswith(LOES))]
    foerste, anden = list(navne.values())[:2]
    ekstra = " ".join(
        f"when {navne[navn]} is null then {antal}" for antal, navn in enumerate(indhold.kolonner[-EKSTRA_FELTER:])
    )
    sql = f"""select
    {", ".join(valgte)},
    {sidste} is null as {ER_KORT},
    case {ekstra} else {EKSTRA_FELTER} end as {ANTAL_EKSTRA},
    case when {anden} is null then nullif(trim({foerste}), '') end as {ALENE}
from read_csv(
    $sti, delim = $skilletegn, quote = $citationstegn, escape = $citationstegn, skip = $linjer_foer_data,
    nullstr = $intet, header = false, auto_detect = false, all_varchar = true, null_padding = true,
    columns = {{{felter}}}
)"""
    return sql, {
        "sti": _without_wildcards(indhold.sti),
        "skilletegn": indhold.skilletegn,
        "citationstegn": indhold.citationstegn,
        "linjer_foer_data": indhold.linjer_foer_data,
        "intet": INTET,
    }


def _cell(navn: str, *, har_null: bool, trimmes: bool) -> str:
    celle = f"nullif(trim({navn}), '')" if trimmes else f"nullif({navn}, '')"
    return f"nullif({celle}, 'NULL') as {navn}" if har_null else f"{celle} as {navn}"


def explain_csv_fejl(tabel: Kildetabel) -> Brugerfejl:
    """Why DuckDB refused the file, with its line: too long, too many fields, a quote."""
    indhold = tabel.indhold
    if not isinstance(indhold, Csvindhold):
        return Brugerfejl(tekster.FIL_ULAESELIG.format(fil=tabel.fil))
    dialekt = Dialekt(tabel.form, indhold.skilletegn, indhold.citationstegn)
    with indhold.sti.open(encoding="utf-8-sig", errors="replace", newline="\n") as aaben:
        for nummer, linje in enumerate(aaben, start=1):
            if nummer <= indhold.linjer_foer_data:
                continue
            if len(linje.encode()) > LAENGSTE_LINJE:
                return Brugerfejl(linje_for_lang(tabel.fil))
            felter = dialekt.split(linje.rstrip("\n"))
            if any(felter[len(indhold.kolonner) :]):
                return Brugerfejl(tekster.LINJE_FOR_MANGE_FELTER.format(fil=tabel.fil, linje=nummer))
            if dialekt.citationstegn and _has_quote_fejl(linje, dialekt):
                return Brugerfejl(tekster.LINJE_CITATIONSTEGN.format(fil=tabel.fil, linje=nummer))
    return Brugerfejl(tekster.FIL_ULAESELIG.format(fil=tabel.fil))


def _has_quote_fejl(linje: str, dialekt: Dialekt) -> bool:
    try:
        next(csv.reader([linje], delimiter=dialekt.skilletegn, skipinitialspace=True, strict=True), None)
    except csv.Error:
        return True
    return False


def _as_bytewise(fil: Kildefil) -> Kopi | None:
    """UTF-16 becomes UTF-8 first, so that a newline is one byte in everything that follows."""
    kodning = find_utf16_i_fil(fil.sti)
    if kodning is None:
        return None
    kopi = Kopi()
    rewrite_tekst(fil.sti, kopi.sti, fil=fil.navn, kodning=kodning)
    return kopi


def _first_lines(sti: Path) -> list[bytes]:
    with sti.open("rb") as aaben:
        hoved = aaben.read(HOVED_BYTES)
        linjer = hoved.splitlines(keepends=True)
        return linjer if len(hoved) < HOVED_BYTES or len(linjer) == 1 else linjer[:-1]


def _guess_kodning(linjer: list[bytes]) -> str:
    """The last line may end inside a character; the whole file is judged later."""
    try:
        codecs.getincrementaldecoder(UTF8)().decode(b"".join(linjer))
    except UnicodeDecodeError:
        dos, windows = count_bogstaver(b"".join(linjer))
        return CP850 if dos > windows else CP1252
    return UTF8


def _find_hoved(linjer: list[bytes], kodning: str, *, dialekter: Sequence[Dialekt], navne: Navne, fil: str) -> Hoved:
    """A spreadsheet breaks a heading over lines in its cell: read so where the lines as they are hold no header."""
    try:
        return _read_hoved(linjer, kodning, dialekter=dialekter, navne=navne, fil=fil)
    except Brugerfejl as fejl:
        with suppress(Brugerfejl):
            return _read_hoved(_join_broken(linjer), kodning, dialekter=dialekter, navne=navne, fil=fil)
        raise fejl


def _join_broken(linjer: list[bytes]) -> list[bytes]:
    """Lines that end within quotes as one, in the place of the last of them; those before it are empty."""
    samlet, aaben = list(linjer), b""
    for nummer, linje in enumerate(linjer[:SOEGES_I]):
        samlet[nummer] = aaben + linje
        aaben = samlet[nummer].replace(b"\r", b" ").replace(b"\n", b" ") if samlet[nummer].count(b'"') % 2 else b""
        if aaben:
            samlet[nummer] = b""
    return samlet


def _read_hoved(linjer: list[bytes], kodning: str, *, dialekter: Sequence[Dialekt], navne: Navne, fil: str) -> Hoved:
    tekstlinjer = [_decode(linje, kodning) for linje in linjer[:SOEGES_I]]
    fund = [
        (overskrift, dialekt)
        for dialekt in dialekter
        if (overskrift := find_overskrift([dialekt.split(linje) for linje in tekstlinjer], navne))
    ]
    if not fund:
        raekker = ((nr, d.split(linje)) for nr, linje in enumerate(tekstlinjer, start=1) for d in dialekter)
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil) + describe_naermest(raekker, navne))
    bedste, dialekt = max(fund, key=lambda par: par[0].rang)
    foerste = linjer[bedste.raekke + 1 : bedste.raekke + 1 + PROEVELINJER]
    proeve = [dialekt.split(_decode(linje, kodning)) for linje in foerste]
    overskrift = check_overskrift(bedste, fil=fil, navne=navne, raekker=proeve)
    data_linje = overskrift.raekke + 1
    while data_linje < len(linjer) and not linjer[data_linje].strip():
        data_linje += 1
    return Hoved(linjer, kodning, dialekt, overskrift, data_linje)


def _decode(linje: bytes, kodning: str) -> str:
    return rens_tegn(linje.rstrip(b"\r\n").decode(kodning, errors="replace"))


def _cells(hoved: Hoved, linjer: Sequence[bytes]) -> list[list[str]]:
    return [hoved.dialekt.split(_decode(linje, hoved.kodning)) for linje in linjer]


def _check_whole(fund: Tekstfund, hoved: Hoved, *, fil: str) -> tuple[str, ...]:
    """A note when the last line has no newline: the file may have been cut off at the end of a row.

    A total, a ruler or a line of words ends a list in any case, and may be short.
    Errors: `Brugerfejl` when such a last line has too few fields, and for bytes that are no text.
    """
    if fund.har_nul:
        raise Brugerfejl(tekster.FIL_IKKE_TEKST.format(fil=fil))
    if fund.kodning is None:
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil))
    if not fund.sidste_linje.strip(b"\x1a \t"):
        return ()
    (sidste,) = _cells(hoved, [fund.sidste_linje])
    if is_streg(sidste) or any(map(is_totalcelle, sidste)) or is_bundlinje(sidste, hoved.overskrift):
        return ()
    if len(sidste) < max(nummer for nummer, navn in enumerate(hoved.overskrift.overskrifter, start=1) if navn):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil))
    return (tekster_filer.NOTE_UDEN_LINJESKIFT,)


def _rewrite(
    sti: Path, fund: Tekstfund, hoved: Hoved, *, fil: str, er_kopi: bool, sidehoveder: Sidehoveder
) -> Kopi | None:
    """None when DuckDB reads `sti` right as it is; a copy never has a field that must not be read."""
    kodning, dialekt = fund.kodning or UTF8, hoved.dialekt
    udeladte = {plads for plads, navn in enumerate(hoved.overskrift.kolonner) if navn.startswith(UDELADT)}
    er_liste = fund.har_sidehoveder or fund.har_streger or dialekt.har_streger
    if not (_needs_rewriting(fund, hoved) or er_liste or (er_kopi and udeladte)):
        return None
    kopi = Kopi()
    if udeladte or fund.har_linjeskift_i_felter or er_liste:
        rewrite_felter(
            sti,
            kopi.sti,
            fil=fil,
            kodning=kodning,
            hoved=hoved.data_linje,
            skilletegn=dialekt.skilletegn,
            citationstegn=dialekt.citationstegn,
            udeladte=udeladte,
            sidehoveder=sidehoveder if er_liste else None,
        )
    else:
        rewrite_tekst(sti, kopi.sti, fil=fil, kodning=kodning, hoved=hoved.data_linje, fyld=dialekt.skilletegn)
    return kopi


def _needs_rewriting(fund: Tekstfund, hoved: Hoved) -> bool:
    return (
        fund.kodning != UTF8
        or fund.har_blandede_linjeskift
        or fund.har_tomme_linjer
        or fund.har_linjeskift_i_felter
        or fund.har_usynlige
        or any(not linje or linje.count(b'"') % 2 for linje in hoved.linjer[: hoved.data_linje])
    )


def _surplus(brugte: int) -> tuple[str, ...]:
    return tuple(f"{LOES}{brugte + nummer}" for nummer in range(1, EKSTRA_FELTER + 1))


def _without_wildcards(sti: Path) -> str:
    """DuckDB expands `*`, `?` and `[` in a path; in brackets they stand for themselves."""
    return "".join(f"[{tegn}]" if tegn in "*?[" else tegn for tegn in str(sti))
