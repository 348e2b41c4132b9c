"""What the command line itself says there is."""

import argparse
from collections.abc import Iterator

from pipeline.kommandolinje.__main__ import make_parser


def every_parser(parser: argparse.ArgumentParser, navn: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command and each group of commands with its name, "log" and "log ryd"."""
    for handling in parser._actions:
        if isinstance(handling, argparse._SubParsersAction):
            for ord_, under in handling.choices.items():
                fuldt = f"{navn} {ord_}".strip()
                yield fuldt, under
                yield from every_parser(under, fuldt)


ALLE = dict(every_parser(make_parser()))
GRUPPER = {navn for navn in ALLE if any(andet.startswith(f"{navn} ") for andet in ALLE)}
KOMMANDOER = [navn for navn in ALLE if navn not in GRUPPER]
"""Those that do something."""


def options_of(kommando: str) -> set[str]:
    return {tilvalg for handling in ALLE[kommando]._actions for tilvalg in handling.option_strings}
