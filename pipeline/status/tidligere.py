"""Locked quarters as the proof of a release knows them: what was published then, as rows of tables."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from pipeline.proev.tabeller import Linje, Organisation, find_boern, list_perioder
from pipeline.status.laaste import Laast, parse_key
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord


def list_laaste(laaste: Mapping[str, Laast], organisation: Organisation) -> list[dict[str, list[Linje]]]:
    """Each locked quarter's rows; of units that no longer exist there are none."""
    return [{kvartal: _rows(laast, organisation)} for kvartal, laast in sorted(laaste.items())]


def _rows(laast: Laast, organisation: Organisation) -> list[Linje]:
    kvartaler = zip(("kvartal", "kvartal_foer", "aar_foer"), list_perioder(laast.kvartal), strict=True)
    perioder = {navn: periode_med_ord(kvartal) for navn, kvartal in kvartaler}
    hoveder = {navn: hoved.format(**perioder) for navn, hoved, _ in tekster_status.BILAG_KOLONNER}
    soeskende: dict[int | None, list[str]] = defaultdict(list)
    for foraelder, navn in map(parse_key, laast.grupper):
        soeskende[foraelder].append(navn)
    linjer = []
    for noegle, gruppe in laast.grupper.items():
        foraelder, navn = parse_key(noegle)
        boern = frozenset(find_boern(navn, foraelder, soeskende[foraelder], organisation))
        if boern:
            dele = frozenset[int]().union(*(organisation.under[barn] for barn in boern))
            linjer.append(Linje(navn, boern, dele, _figures(gruppe, hoveder)))
    return linjer


def _figures(gruppe: Mapping[str, Any], hoveder: Mapping[str, str]) -> dict[str, float]:
    """By heading, as a bilag shows them: shares in per cent."""
    return {
        hoved: float(gruppe[navn]) * (100 if navn.startswith("langtids") else 1)
        for navn, hoved in hoveder.items()
        if navn != "navn" and gruppe.get(navn) is not None
    }
