"""The releases the page Kvartalsstatus makes, for the page and for the file fetched later."""

import os
from collections.abc import Mapping
from pathlib import Path

from app.side import Side
from pipeline.status.arkiv import Arkiv, open_arkiv
from pipeline.status.pakke import Pakke, make_pakke


def open_sidens_arkiv(side: Side) -> Arkiv:
    """The locked quarters the server is told of. Errors: `Brugerfejl`."""
    mappe = os.environ.get("SYGEFRAVAER_LAASTE")
    return open_arkiv(Path(mappe) if mappe else None, side.miljoe.lager)


def make_sidens_pakke(side: Side, parametre: Mapping[str, str]) -> Pakke:
    """`side` with persons. Errors: `Brugerfejl`."""
    arkiv = open_sidens_arkiv(side)
    return make_pakke(side.scope, side.miljoe.lager, arkiv, slags=parametre["slags"], kvartal=parametre["kvartal"])
