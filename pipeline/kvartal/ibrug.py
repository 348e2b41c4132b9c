"""A build is put in use: adgang is settled on it before anybody sees it, and the store remembers it afterwards."""

from __future__ import annotations

from datetime import datetime

from pipeline.byg.byggerapport import Byggerapport
from pipeline.indstillinger.model import Indstillinger
from pipeline.kvartal.aargang import remember_bygning
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.lager import Lager
from pipeline.opfoelgning.registrer import register_bygning
from pipeline.port.dom_over_adgang import Afsluttet, end_telling
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe


def settle_adgang(ny: Miljoe, rapport: Byggerapport, *, hr: Bruger) -> list[Afsluttet]:
    """The delivery's rows and OPUS's leaders; then whose rows together tell too much are ended. `ny`: where the build
    lies until it takes its place.
    """
    seed_adgang(
        ny.lager,
        [NyRaekke(**raekke) for raekke in rapport.adgang.to_dicts()],
        [NyRaekke(**raekke) for raekke in rapport.opus_ledere.to_dicts()],
    )
    return end_telling(ny, hr=hr)


def settle_bygning(lager: Lager, rapport: Byggerapport, indstillinger: Indstillinger, *, nu: datetime) -> None:
    remember_bygning(lager, rapport.bygning, rapport.aargang)
    register_bygning(lager, rapport, opfoelgning=indstillinger.opfoelgning, nu=nu)
