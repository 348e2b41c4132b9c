"""Everything held about one person, for who asks (GDPR art. 15): from the build and from the store."""

from typing import Any

from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.lager import Lager, pseudonym
from pipeline.lager.personoplysninger import read_personoplysninger
from pipeline.port.scope import Scope
from pipeline.tekster import besked as tekster_besked

MED_REGEL = ("varsler", "noter", "egne_noter")
I_BYGNINGEN = ("navn", "ansaettelser", "sygeposter", "langtidsfrisk")


def collect_indsigt(scope: Scope, lager: Lager, medarbejdernr: int) -> dict[str, list[tuple[Any, ...]]]:
    """By section, empty ones left out; `scope` is hr's, with persons."""
    bygning = {navn: scope.rows(f"indsigt_{navn}", medarbejdernr=medarbejdernr).rows() for navn in I_BYGNINGEN}
    samlet = bygning | read_personoplysninger(lager, pseudonym(lager, medarbejdernr))
    navne = {regel.id: regel.navn for regel in load_indstillinger().opfoelgning.regel}
    for navn in MED_REGEL:
        samlet[navn] = [(navne.get(regel, regel), *resten) for regel, *resten in samlet[navn]]
    return {navn: samlet[navn] for navn in tekster_besked.INDSIGT if samlet[navn]}
