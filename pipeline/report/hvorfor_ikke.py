"""Why a figure is not shown, as it is. It never says of one unit that it is the small one where others beside it are
judged with it: that few were ill for long in a unit is what is not to be told.
"""

from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde, periodetype_af
from pipeline.tekster import dashboard as tekster_dashboard

ALENE = ("kommune", "område", "afdeling")  # levels judged by themselves (`har_egen_regel` in diskretion/regler.py)
Node = dict[str, Any]


def explain_andel(kilde: Kilde, enhed_id: int, periode: str, kolonne: str) -> str:
    """`kolonne`: langtidsandel or langtidsfriske, which is missing for the node in the period."""
    ord_ = tekster_dashboard.VISES_IKKE[kolonne]
    noder = {node["enhed_id"]: node for node in kilde.rows("noder").to_dicts()}
    tal = _read(kilde, noder[enhed_id], periode)
    if kolonne == "langtidsfriske" and not _has_two_years(kilde, periode):
        return ord_["to_aar"]
    if tal.get("dagsvaerk" if kolonne == "langtidsandel" else "langtidsfriske_grundlag") == 0:
        return ord_["intet"]
    skjult = _topmost_without(kilde, noder, noder[enhed_id], periode=periode, kolonne=kolonne)
    over = noder.get(skjult["overordnet_id"])
    if over is None or skjult["niveau"] in ALENE:
        return ord_["egen"].format(enhed=skjult["enhedsnavn"])
    return ord_["sammen"].format(enhed=skjult["enhedsnavn"], overordnet=over["enhedsnavn"])


def explain_kvartal(kilde: Kilde, enhed_id: int, periode_tekst: str) -> str:
    """Why a chef is not shown a node in a quarter that has figures."""
    noder = {node["enhed_id"]: node for node in kilde.rows("noder").to_dicts()}
    node = noder[enhed_id]
    over = noder.get(node["overordnet_id"])
    alene = over is None or node["niveau"] in ALENE
    ord_ = tekster_dashboard.INTET_KVARTAL["egen" if alene else "sammen"]
    return ord_.format(
        enhed=node["enhedsnavn"], periode=periode_tekst, overordnet="" if over is None else over["enhedsnavn"]
    )


def _has_two_years(kilde: Kilde, periode: str) -> bool:
    return bool(kilde.rows("perioder_valg").filter(periode=periode)["har_langtidsfriske"].any())


def _topmost_without(kilde: Kilde, noder: dict[int, Node], node: Node, *, periode: str, kolonne: str) -> Node:
    """What a node does not show is shown nowhere below it."""
    skjult, over = node, noder.get(node["overordnet_id"])
    while over is not None and over is not skjult:
        if _read(kilde, over, periode).get(kolonne) is not None:
            break
        skjult, over = over, noder.get(over["overordnet_id"])
    return skjult


def _read(kilde: Kilde, node: Node, periode: str) -> dict[str, Any]:
    if node["er_udgivet"]:
        raekker = kilde.rows("udgivne_liste", enhed_id=node["enhed_id"]).filter(periode=periode)
        raekker = raekker.rename({"langtidsandel_pct": "langtidsandel", "langtidsfriske_pct": "langtidsfriske"})
    else:
        raekker = kilde.rows(
            "noegletal_liste",
            periodetype=periodetype_af(periode),
            periode=periode,
            enhedsnr=node["enhedsnr"],
            niveau=None,
        )
    return raekker.row(0, named=True) if raekker.height else {}


def last_without(kvartaler: pl.DataFrame) -> str | None:
    """The newest quarter of Figur 1 that is not divided in short and long absence."""
    uden = kvartaler.filter(pl.col("langtid").is_null())
    return None if uden.is_empty() else str(uden["periode"][-1])
