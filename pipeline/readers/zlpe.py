"""Shape A: OPUS's nightly personnel dump, `ZLPE<time>_delta.xml`, read as a stream."""

from dataclasses import dataclass, field
from datetime import date

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.filer import Kildefil
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.tabeller import PERSONALE
from pipeline.readers.titelblok import find_udtraeksdato
from pipeline.readers.xml_strom import check_dybde, make_parser, parse_xml
from pipeline.tekster import faelles as tekster

ROD = "kmd"
ENHED = {"enhedsnr": "@id", "enhedsnavn": "longName", "overordnet_enhedsnr": "parentOrgUnit", "slutdato": "endDate"}
KUN_LEDERE = ("userId", "email")
TABELLER = {"orgUnit": ("organisation", ENHED), "employee": ("personale", PERSONALE)}


@dataclass
class _Kolonner:
    """One list per column; equal texts are one object, which is most of the memory."""

    felter: dict[str, str]
    linjer: list[int] = field(default_factory=list)
    celler: list[list[str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.celler = [[] for _ in self.felter]

    def as_ramme(self) -> pl.DataFrame:
        kolonner = dict(zip(self.felter, self.celler, strict=True))
        return pl.DataFrame(
            {"linje": self.linjer, **kolonner}, schema={"linje": pl.Int64} | dict.fromkeys(self.felter, pl.String)
        )


def read_zlpe(fil: Kildefil, *, opgave: Opgave) -> list[Kildetabel]:
    """Grain: organisation one row per orgUnit, personale one per employee element; `linje` is where it starts.

    CPR, address, phone, and of others than leaders user and e-mail, are dropped in the parser.
    Errors: `Brugerfejl` for a document type, another root, and XML that is broken, cut off or without elements.
    """
    fundne = _parse(fil)
    tabeller = [
        _build(kolonner.as_ramme(), fil=fil.navn, tabel=TABELLER[element][0], dato=_udtraeksdato(fil, element, opgave))
        for element, kolonner in fundne.items()
        if kolonner.linjer
    ]
    if not tabeller:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.navn))
    return tabeller


def _udtraeksdato(fil: Kildefil, element: str, opgave: Opgave) -> date | None:
    return find_udtraeksdato(None, fil=fil.navn, tabel=TABELLER[element][0], udtraek=opgave.udtraek)


def _build(ramme: pl.DataFrame, *, fil: str, tabel: str, dato: date | None) -> Kildetabel:
    return Kildetabel(
        fil=fil,
        tabel=tabel,
        form="A",
        udtraeksdato=dato,
        periode=None,
        foerste_linje=ramme.item(0, "linje"),
        indhold=ramme,
    )


def _parse(fil: Kildefil) -> dict[str, _Kolonner]:
    samler = _Samler(fil.navn)
    parse_xml(fil, samler.parser)
    return samler.fundne


class _Samler:
    """Expat's handlers. Text is only received inside the wanted elements."""

    def __init__(self, fil: str) -> None:
        self.fil = fil
        self.fundne = {element: _Kolonner(felter) for element, (_, felter) in TABELLER.items()}
        self.kendte: dict[str, str] = {}
        self.dybde = 0
        self.linje = 0
        self.element: dict[str, str] = {}
        self.oensket: frozenset[str] = frozenset()
        self.tekst: list[str] = []
        self.parser = make_parser(fil)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, navn: str, attributter: dict[str, str]) -> None:
        self.dybde += 1
        if self.dybde == 3:
            if navn in self.oensket:
                self.parser.CharacterDataHandler = self.tekst.append
        elif self.dybde == 2:
            self.element = {f"@{noegle}": vaerdi for noegle, vaerdi in attributter.items()}
            self.oensket = frozenset(TABELLER[navn][1].values()) if navn in TABELLER else frozenset()
            self.linje = self.parser.CurrentLineNumber
        elif self.dybde == 1 and navn != ROD:
            raise Brugerfejl(tekster.FIL_UKENDT.format(fil=self.fil))
        else:
            check_dybde(self.dybde, fil=self.fil)

    def _end(self, navn: str) -> None:
        if self.dybde == 3 and navn in self.oensket:
            self.parser.CharacterDataHandler = None
            if tekst := "".join(self.tekst).strip():
                self.element[navn] = tekst
            self.tekst.clear()
        elif self.dybde == 2 and navn in self.fundne:
            self._keep(self.fundne[navn])
        self.dybde -= 1

    def _keep(self, kolonner: _Kolonner) -> None:
        element = self.element
        if kolonner.felter is PERSONALE:
            _tidy_medarbejder(element)
        kolonner.linjer.append(self.linje)
        for celler, kilde in zip(kolonner.celler, kolonner.felter.values(), strict=True):
            vaerdi = element.get(kilde)
            celler.append(self.kendte.setdefault(vaerdi, vaerdi) if vaerdi is not None else None)


def _tidy_medarbejder(element: dict[str, str]) -> None:
    er_leder = element.get("isManager", "").lower() == "true"
    element["isManager"] = "ja" if er_leder else "nej"
    element["@action"] = "leave" if element.get("@action") == "leave" else ""
    if not er_leder:
        for felt in KUN_LEDERE:
            element.pop(felt, None)
