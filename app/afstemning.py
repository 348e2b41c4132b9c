"""A bridge for hr, for the page and for the file fetched later, with the rights of the moment."""

from collections.abc import Mapping

from app.side import Side
from pipeline.afstemning.afstem import Spoerg, reconcile, tabulate
from pipeline.afstemning.bro import Afstemning
from pipeline.report.visning import Visning
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster.afstemning import KOMMUNER


def read_spoerg(parametre: Mapping[str, str]) -> Spoerg:
    gruppe = parametre.get("gruppe", KOMMUNER)
    return Spoerg(parametre["enhed"], parametre["kvartal"], parametre["med"], parametre.get("tal", ""), gruppe)


def reconcile_for(side: Side, spoerg: Spoerg) -> Afstemning:
    """Through a scope with persons, and so logged; none of them is shown. Errors: `Brugerfejl`."""
    scope = side.with_personer(tekster_dashboard.SIDER["afstem"]).scope
    return reconcile(scope, spoerg, lambda: open_servers_arkiv(side.miljoe.lager))


def make_visning(afstemning: Afstemning) -> Visning:
    return Visning(
        "afstemning", afstemning.titel, afstemning.saetning, tabulate(afstemning), note=" ".join(afstemning.noter)
    )
