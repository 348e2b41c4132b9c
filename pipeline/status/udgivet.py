"""The published case as a page: its sentences, its table, its figures and its files, from published figures alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.port.scope import Scope
from pipeline.status.arkiv import Arkiv
from pipeline.status.dokument import BILLEDER, Billede, make_felter
from pipeline.status.figurer import Figur, make_figurer
from pipeline.status.grundlag import find_kvartal, read_grundlag
from pipeline.status.udgiv import make_status

UDEN_ARKIV = Arkiv({}, "")
FILTYPER: Mapping[str, str] = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Udgivet:
    """`felter`: as a template may ask for; `figurer`: by the fields they stand in."""

    kvartal: str
    felter: Mapping[str, Any]
    figurer: Mapping[str, Figur]

    @property
    def filer(self) -> list[str]:
        """By name, the case first; the rest of a release are the pictures in it."""
        bilag = [
            f"bilag-{navn}-{self.kvartal}{type_}" for navn in ("afdelinger", "enheder") for type_ in (".pdf", ".xlsx")
        ]
        return [f"status-{self.kvartal}.docx", *bilag]


def find_udgivet(scope: Scope) -> Udgivet | None:
    """The newest case; nothing for who is not shown the whole kommune, or while there is none.

    It is made of what the scope holds, which outside one's own is published figures and nothing else.
    """
    return scope.remember(("udgivet",), lambda: _find(scope))


def _find(scope: Scope) -> Udgivet | None:
    kvartal = find_kvartal(scope)
    if kvartal is None:
        return None
    try:
        grundlag = read_grundlag(scope, kvartal=kvartal, er_demo=scope.er_demo)
    except Brugerfejl:
        return None
    efter_navn = {figur.navn: figur for figur in make_figurer(grundlag)}
    figurer = {felt: efter_navn[navn] for felt, navn in BILLEDER.items() if navn in efter_navn}
    billeder = {felt: Billede(figur, b"") for felt, figur in figurer.items()}
    return Udgivet(kvartal, make_felter(grundlag, billeder, revisioner=()), figurer)


def make_filer(scope: Scope, kvartal: str) -> Mapping[str, bytes]:
    """Of find_udgivet, by name."""
    return scope.remember(("udgivne filer", kvartal), lambda: make_status(scope, kvartal, UDEN_ARKIV).filer)
