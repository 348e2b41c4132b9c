"""The municipality's own Word template: it chooses where our texts stand, and nothing else.

What stands between braces is a program to Jinja. Only a field, a list of paragraphs and a condition are let through;
the sandbox below is what remains should that be wrong.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from jinja2 import TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.fejl import Brugerfejl

TILLADTE = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.For, nodes.If, nodes.Not)
"""The closed list of what a template is made of."""
HOEJST_BYTES = 50_000_000  # unpacked
FREMMEDE_DELE = re.compile(
    r"(vbaProject|vbaData|activeX|embeddings|oleObject|afchunk|customUI|attachedToolbars|\.bin$)", re.IGNORECASE
)
RELATION = re.compile(rb"<Relationship\b[^>]*>")
LINK = b'/relationships/hyperlink"'


class UkendtFelt(TemplateError):
    """There is no such field."""


class IkkeTilladt(TemplateError):
    """Something else than a field."""


class Miljoe(ImmutableSandboxedEnvironment):
    """Reads every text of a template, whichever part of the document it stands in."""

    def __init__(self, felter: Collection[str]) -> None:
        super().__init__(autoescape=True)
        self.felter = frozenset(felter)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        trae = super()._parse(source, name, filename)
        check_nodes(trae, self.felter)
        return trae

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def check_nodes(node: nodes.Node, felter: frozenset[str]) -> None:
    """Errors: `UkendtFelt`, `IkkeTilladt`, each with the word it is about."""
    if not isinstance(node, TILLADTE):
        raise IkkeTilladt(type(node).__name__)
    if isinstance(node, nodes.Name) and node.name not in felter:
        raise UkendtFelt(node.name)
    if isinstance(node, nodes.For):
        er_enkel = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name) and not node.recursive
        if not er_enkel or any(True for del_ in node.body for _ in _loops(del_)):
            raise IkkeTilladt("For")
        check_nodes(node.iter, felter)
        felter = felter | {node.target.name}  # type: ignore[attr-defined]
    for barn in node.iter_child_nodes(exclude=("iter",)):
        check_nodes(barn, felter)


def _loops(node: nodes.Node) -> list[nodes.For]:
    """A loop in a loop in a loop would never end."""
    return [*node.find_all(nodes.For), *([node] if isinstance(node, nodes.For) else [])]


def check_package(fil: Path, *, ellers: str) -> None:
    """No macro, no object and nothing fetched from elsewhere. Errors: `Brugerfejl` with the sentence `ellers`,
    `OSError`, `BadZipFile`.
    """
    with ZipFile(fil) as pakke:
        if sum(del_.file_size for del_ in pakke.infolist()) > HOEJST_BYTES:
            raise BadZipFile
        fremmede = [navn for navn in pakke.namelist() if FREMMEDE_DELE.search(navn)]
        for navn in pakke.namelist():
            if navn.endswith(".rels"):
                relationer = RELATION.findall(pakke.read(navn))
                fremmede += [navn for relation in relationer if b"External" in relation and LINK not in relation]
    if fremmede:
        raise Brugerfejl(ellers.format(fil=fil.name, del_=Path(fremmede[0]).name))
