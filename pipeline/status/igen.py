"""A release made again from the database, to hold against the one somebody has in a folder."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.port.scope import Scope
from pipeline.proev.forventet import Forventet
from pipeline.status.arkiv import Arkiv
from pipeline.status.udgiv import ARKMAPPE, make_status
from pipeline.tekster import proev as tekster_proev

LavArk = Callable[[Scope], Mapping[str, bytes]]
NAVN = re.compile(
    r"(?:status|bilag-afdelinger|bilag-enheder|revisioner|rettelser|sygefravaer)-(\d{4}K[1-4])\.[a-z]{3,4}"
)


def make_again(
    mappe: Path, scope: Scope, arkiv: Arkiv, *, skabeloner: Mapping[str, Path | None], lav_ark: LavArk
) -> Forventet:
    """The quarter and the kind are told by the names of the files. `scope`: hr's with persons; `skabeloner`: hr's own,
    by the kind of file they are for; `lav_ark`: writes the
    pages of units again, asked only of a release that has some.

    Errors: `Brugerfejl` for a folder that is no release, and for a quarter the database has no status of.
    """
    navne = [fil.name for fil in mappe.iterdir()] if mappe.is_dir() else []
    kvartaler = {fund.group(1) for navn in navne if (fund := NAVN.fullmatch(navn))}
    if not navne or not kvartaler:
        raise Brugerfejl(tekster_proev.IKKE_EN_UDGIVELSE.format(mappe=mappe.name))
    if any(navn.endswith(".pptx") for navn in navne):
        from pipeline.status.eksport import make_eksport  # PowerPoint's library is loaded for it alone

        return make_eksport(scope, max(kvartaler), arkiv, skabelon=skabeloner.get(".pptx")).forventet
    ark = lav_ark(scope) if (mappe / ARKMAPPE).is_dir() else None
    return make_status(scope, max(kvartaler), arkiv, skabelon=skabeloner.get(".docx"), ark=ark).forventet
