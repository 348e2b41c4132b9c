"""Shape E as "XML-regneark 2003" (SpreadsheetML), which Excel and SAP also save under the name .xls."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.ark import Ark, read_tabeller
from pipeline.readers.filer import Kildefil
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.xml_strom import check_dybde, make_parser, parse_xml
from pipeline.tekster import filer as tekster_filer

DAG_0 = date(1899, 12, 31)  # the day of a cell that is only a time
TYNDEST, ALTID = 50, 2_000_000  # times as many places as cells, from this many places

_DATO = re.compile(r"(\d{4})-([01]\d)-([0-3]\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?")
_TAL = re.compile(r"[-+]?\d{1,20}(\.\d+)?([eE][-+]?\d{1,2})?")


def read_excel_xml(fil: Kildefil, *, opgave: Opgave) -> list[Kildetabel]:
    """Grain: one table per sheet that has one. Errors: `Brugerfejl`, as for a workbook and for XML."""
    samler = _Samler(fil.navn, bredeste=opgave.filer.bredeste_ark)
    parser = make_parser(fil.navn)
    parser.StartElementHandler = samler.start
    parser.EndElementHandler = samler.end
    parser.CharacterDataHandler = samler.data
    parse_xml(fil, parser)
    return read_tabeller([blad.as_ark(fil.navn) for blad in samler.ark], fil=fil.navn, opgave=opgave)


@dataclass
class _Blad:
    """Cells by column, sparse: sheet row, then text or number."""

    navn: str
    er_skjult: bool = False
    raekke: int = 0
    kolonne: int = 0
    celler: dict[int, dict[int, str | float]] = field(default_factory=dict)
    flettede: list[tuple[int, int, int]] = field(default_factory=list)
    brede: list[tuple[int, int, int]] = field(default_factory=list)

    def as_ark(self, fil: str) -> Ark:
        linjer = sorted({raekke for kolonne in self.celler.values() for raekke in kolonne})
        bredde = max(self.celler, default=0)
        if len(linjer) * bredde > max(ALTID, TYNDEST * sum(map(len, self.celler.values()))):
            raise Brugerfejl(tekster_filer.FIL_FOR_TUNG.format(fil=fil))
        tekst, tal = (
            pl.DataFrame(
                {
                    f"kolonne_{plads}": pl.Series(
                        [_of(slags, self.celler.get(plads, {}).get(linje)) for linje in linjer], dtype=polars_type
                    )
                    for plads in range(1, bredde + 1)
                }
            )
            for slags, polars_type in ((str, pl.String), (float, pl.Float64))
        )
        return Ark(
            navn=self.navn,
            er_skjult=self.er_skjult,
            linjer=pl.Series(linjer, dtype=pl.Int64),
            tekst=tekst,
            tal=tal,
            flettede=tuple((fra, til, plads - 1) for fra, til, plads in self.flettede),
            brede=tuple(self.brede),
        )


def _of(slags: type, celle: str | float | None) -> str | float | None:
    return celle if isinstance(celle, slags) else None


class _Samler:
    """Expat's handlers; names are taken without their prefix, which is `ss:` or none."""

    def __init__(self, fil: str, *, bredeste: int) -> None:
        self.fil = fil
        self.bredeste = bredeste
        self.ark: list[_Blad] = []
        self.varigheder: set[str] = set()
        self.stil = ""
        self.kendte: dict[str, str] = {}
        self.celle: Mapping[str, str] = {}
        self.dybde = 0
        self.slags: str | None = None
        self.i_kommentar = False
        self.tekst: list[str] = []

    def start(self, element: str, attributter: Mapping[str, str]) -> None:
        self.dybde += 1
        check_dybde(self.dybde, fil=self.fil)
        navn, om = _local(element), {_local(noegle): vaerdi for noegle, vaerdi in attributter.items()}
        if navn == "Style":
            self.stil = om.get("ID", "")
        elif navn == "NumberFormat" and "[h" in om.get("Format", "").lower():
            self.varigheder.add(self.stil)
        elif navn == "Worksheet":
            self.ark.append(_Blad(om.get("Name", "")))
        elif self.ark:
            self._start_in_ark(self.ark[-1], navn, om)

    def _start_in_ark(self, blad: _Blad, navn: str, om: Mapping[str, str]) -> None:
        if navn == "Row":
            blad.raekke = _index(om, blad.raekke)
            blad.kolonne = 0
        elif navn == "Cell":
            self.celle = om
            blad.kolonne = _index(om, blad.kolonne)
            if ned := _number(om.get("MergeDown")):
                blad.flettede.append((blad.raekke, blad.raekke + ned, blad.kolonne))
            if hen := _number(om.get("MergeAcross")):
                blad.brede.append((blad.raekke, blad.kolonne - 1, blad.kolonne - 1 + hen))
        elif navn == "Comment":
            self.i_kommentar = True
        elif navn in ("Data", "Visible") and not self.i_kommentar:
            self.slags = om.get("Type", navn)
            self.tekst.clear()

    def data(self, tekst: str) -> None:
        if self.slags:
            self.tekst.append(tekst)

    def end(self, element: str) -> None:
        self.dybde -= 1
        navn = _local(element)
        if navn == "Comment":
            self.i_kommentar = False
        elif navn in ("Data", "Visible") and self.slags:
            tekst = "".join(self.tekst).strip()
            if navn == "Visible":
                self.ark[-1].er_skjult = "Hidden" in tekst
            elif tekst:
                self._keep(self.ark[-1], self.slags, tekst)
            self.slags, self.celle = None, {noegle: v for noegle, v in self.celle.items() if noegle != "Formula"}
        elif navn == "Cell" and self.ark:
            if "Formula" in self.celle:
                raise Brugerfejl(tekster_filer.FIL_UREGNET.format(fil=self.fil))
            self.ark[-1].kolonne += _number(self.celle.get("MergeAcross"))

    def _keep(self, blad: _Blad, slags: str, tekst: str) -> None:
        if blad.kolonne > self.bredeste:
            raise Brugerfejl(tekster_filer.ARK_BREDT.format(fil=self.fil, ark=blad.navn, kolonne=blad.kolonne))
        vaerdi = _value(slags, tekst, er_varighed=self.celle.get("StyleID") in self.varigheder)
        if isinstance(vaerdi, str):
            vaerdi = self.kendte.setdefault(vaerdi, vaerdi)
        blad.celler.setdefault(blad.kolonne, {})[blad.raekke] = vaerdi


def _local(navn: str) -> str:
    return navn.rpartition(":")[2]


def _number(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 8 else 0


def _index(om: Mapping[str, str], forrige: int) -> int:
    """Rows and cells are counted from the one before, unless they say their number."""
    return _number(om.get("Index")) or forrige + 1


def _value(slags: str, tekst: str, *, er_varighed: bool) -> str | float:
    if slags == "Number" and _TAL.fullmatch(tekst):
        return float(tekst)
    if slags == "Boolean":
        return "ja" if tekst == "1" else "nej"
    dato = _DATO.fullmatch(tekst) if slags == "DateTime" else None
    if dato is None:
        return tekst
    aar, maaned, dag, timer, minutter, sekunder = dato.groups(default="0")
    dage = (date(int(aar), int(maaned), int(dag)) - DAG_0).days if er_varighed or int(aar) < DAG_0.year + 1 else None
    if dage is not None:
        return max(dage, 0) * 24 + (int(timer) * 3600 + int(minutter) * 60 + float(sekunder)) / 3600
    return f"{dag}.{maaned}.{aar}"
