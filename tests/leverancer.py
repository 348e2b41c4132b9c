"""Write small deliveries in OPUS's five shapes, each cell as that channel spells it."""

import base64
import csv
import html
import io
import quopri
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

Celle = str | date | Decimal | float | int | None
Raekker = Iterable[Sequence[Celle]]
Periode = tuple[date, date]

AABEN = date(9999, 12, 31)


def write_b(
    sti: Path,
    overskrifter: Sequence[str],
    raekker: Raekker,
    *,
    udtrukket: date | None = None,
    periode: Periode | None = None,
    titellinjer: Sequence[str] = ("Liste fra SAP", ""),
    tom_linje: bool = True,
    tom_kolonne: bool = True,
    kodning: str = "cp1252",
    linjeskift: str = "\r\n",
) -> Path:
    """SAP-GUI list: tabs, cp1252, padded cells, a title block, an empty line and an empty first column."""
    foran = [""] if tom_kolonne else []
    linjer = ["\t".join([*foran, tekst]) if tekst else "" for tekst in [*titellinjer, *_titler(udtrukket, periode)]]
    linjer.append("\t".join([*foran, *overskrifter]))
    linjer += [""] if tom_linje else []
    linjer += ["\t".join([*foran, *(f"{spell_dansk(celle)} " for celle in raekke)]) for raekke in raekker]
    sti.write_bytes("".join(linje + linjeskift for linje in linjer).encode(kodning))
    return sti


def write_c(
    sti: Path,
    overskrifter: Sequence[str],
    raekker: Raekker,
    *,
    udtrukket: date | None = None,
    periode: Periode | None = None,
    pakke: Literal["quoted-printable", "base64", "html"] = "quoted-printable",
    topinfo: bool = True,
    titel_i_data: bool = False,
    gentagne_noegler: int = 0,
) -> Path:
    """BW report. `gentagne_noegler` leading cells are left blank where they equal those of the row above.

    The titles stand in a table of their own (`topinfo`) or as wide rows above the header (`titel_i_data`). No rows:
    the report says so in their place.
    """
    titler = [tekst.split(": ", 1) for tekst in _titler(udtrukket, periode)]
    data = [[spell_dansk(celle) for celle in raekke] for raekke in raekker]
    side = _html_side(
        topinfo=_html_tabel([["Rapport", "YKMD"], *titler]) if topinfo else "",
        data=_html_tabel(
            [[spell_dansk(celle) for celle in overskrifter], *_blank_gentagne(data, gentagne_noegler)],
            brede=[": ".join(par) for par in titler] if titel_i_data else [],
            tekst="" if data else "Ingen data fundet til visning",
        ),
    )
    sti.write_bytes(side if pakke == "html" else wrap_mhtml(side, kodning=pakke))
    return sti


def write_d(
    sti: Path,
    overskrifter: Sequence[str],
    raekker: Raekker,
    *,
    udtrukket: date | None = None,
    periode: Periode | None = None,
    kodning: str = "utf-8",
    linjeskift: str = "\r\n",
    skilletegn: str = ";",
) -> Path:
    """Semicolon CSV: `1.234,56`, literal NULL; with `kodning` utf-8-sig a BOM."""
    ud = io.StringIO()
    skriver = csv.writer(ud, delimiter=skilletegn, lineterminator=linjeskift)
    skriver.writerows([tekst] for tekst in _titler(udtrukket, periode))
    skriver.writerow(overskrifter)
    skriver.writerows(["NULL" if celle is None else spell_dansk(celle, tusinder=True) for celle in r] for r in raekker)
    sti.write_bytes(ud.getvalue().encode(kodning))
    return sti


def write_e(
    sti: Path,
    overskrifter: Sequence[str],
    raekker: Raekker,
    *,
    udtrukket: date | None = None,
    periode: Periode | None = None,
    som_tekst: bool = False,
    foerste_raekke: int = 0,
    foerste_kolonne: int = 0,
) -> Path:
    """Workbook with true dates and numbers, or (`som_tekst`) text that looks like them."""
    with xlsxwriter.Workbook(str(sti)) as bog:
        ark = bog.add_worksheet("Ark1")
        dato = bog.add_format({"num_format": "dd-mm-yyyy"})
        linjer: list[Sequence[Celle]] = [[tekst] for tekst in _titler(udtrukket, periode)]
        for nummer, raekke in enumerate([*linjer, overskrifter, *raekker], start=foerste_raekke):
            for plads, celle in enumerate(raekke, start=foerste_kolonne):
                if isinstance(celle, date) and not som_tekst:
                    ark.write_datetime(nummer, plads, celle, dato)
                elif isinstance(celle, str) or som_tekst:
                    ark.write_string(nummer, plads, spell_dansk(celle))
                elif celle is not None:
                    ark.write_number(nummer, plads, celle)
    return sti


def write_a(
    sti: Path, enheder: Iterable[Mapping[str, Celle]], medarbejdere: Iterable[Mapping[str, Celle]], *, rod: str = "kmd"
) -> Path:
    """ZLPE dump. Keys are OPUS's element names; `id` and `action` become attributes, None an empty element."""
    dele = [_xml_element("orgUnit", enhed) for enhed in enheder]
    dele += [_xml_element("employee", medarbejder) for medarbejder in medarbejdere]
    sti.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<{rod}>\n{"".join(dele)}</{rod}>\n', encoding="utf-8")
    return sti


def spell_dansk(celle: Celle, *, tusinder: bool = False) -> str:
    """31.12.9999, 7,4 and, with `tusinder`, 1.234,56."""
    if celle is None:
        return ""
    if isinstance(celle, date):
        return f"{celle:%d.%m.}{celle.year:04}"
    if isinstance(celle, str):
        return celle
    tekst = f"{Decimal(str(celle)):{',' if tusinder else ''}f}"
    return tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def wrap_mhtml(side: bytes, *, kodning: str = "quoted-printable", slut: bool = True) -> bytes:
    """A page as the second part of an e-mail package; without `slut` the package is cut off."""
    krop = quopri.encodestring(side) if kodning == "quoted-printable" else base64.encodebytes(side)
    return b"\r\n".join(
        [
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; boundary="=_graense"; type="text/html"',
            b"",
            b"--=_graense",
            b"Content-Type: text/css",
            b"",
            b"td { color: black }",
            b"--=_graense",
            b"Content-Type: text/html; charset=utf-8",
            f"Content-Transfer-Encoding: {kodning}".encode(),
            b"",
            krop,
            b"--=_graense--" if slut else b"",
            b"",
        ]
    )


def _titler(udtrukket: date | None, periode: Periode | None) -> list[str]:
    linjer = [f"Udtrukket: {spell_dansk(udtrukket)}"] if udtrukket else []
    return linjer + ([f"Periode: {spell_dansk(periode[0])} - {spell_dansk(periode[1])}"] if periode else [])


def _blank_gentagne(raekker: list[list[str]], antal: int) -> list[list[str]]:
    ud = []
    for forrige, raekke in zip([None, *raekker], raekker, strict=False):
        ens = 0
        while forrige is not None and ens < antal and raekke[ens] == forrige[ens]:
            ens += 1
        ud.append([""] * ens + raekke[ens:])
    return ud


def _html_tabel(raekker: list[list[str]], *, brede: Sequence[str] = (), tekst: str = "") -> str:
    bredde = len(raekker[0])
    linjer = [f'<tr><td colspan="{bredde}">{html.escape(titel)}</td></tr>' for titel in brede]
    linjer += [
        "<tr>" + "".join(f"<td>{html.escape(celle) or '&nbsp;'}</td>" for celle in raekke) + "</tr>"
        for raekke in raekker
    ]
    linjer += [f'<tr><td colspan="{bredde}">{tekst}</td></tr>'] if tekst else []
    return "<table border=1>\n" + "\n".join(linjer) + "\n</table>"


def _html_side(*, topinfo: str, data: str) -> bytes:
    return (
        "<html><head><style>td {color: red}</style></head><body>\n"
        f"<table><tr><td>{topinfo}</td></tr><tr><td>{data}</td></tr></table>\n</body></html>\n"
    ).encode()


def _xml_element(navn: str, felter: Mapping[str, Celle]) -> str:
    attributter = "".join(
        f" {noegle}={quoteattr(_xml_tekst(felter[noegle]))}" for noegle in ("id", "action") if noegle in felter
    )
    indhold = "".join(
        f"  <{noegle}/>\n" if vaerdi is None else f"  <{noegle}>{escape(_xml_tekst(vaerdi))}</{noegle}>\n"
        for noegle, vaerdi in felter.items()
        if noegle not in ("id", "action")
    )
    return f' <{navn}{attributter} client="813">\n{indhold} </{navn}>\n' if indhold else f" <{navn}{attributter}/>\n"


def _xml_tekst(celle: Celle) -> str:
    return celle.isoformat() if isinstance(celle, date) else str(celle)
