"""All illness of the population, quarter by quarter: long, planned, short; then the langtidsfriske."""

from generator import friske, kalender, maal, organisation
from generator.plan import DELE
from generator.raekker import Raekke
from generator.sygdom import Sygdom, draw_korte, draw_lange, fall_leader_ill


def draw_sygdom(tilstand: Sygdom) -> list[Raekke]:
    """All illness of the population, quarter by quarter."""
    fall_leader_ill(tilstand)
    for nummer, kvartal in enumerate(kalender.KVARTALER):
        for del_ in DELE:
            if del_ != organisation.FAELLES:
                draw_lange(tilstand, del_, nummer)
        friske.plan_syge(tilstand, kvartal, maal.PLANLAGT_SYGE.get(kvartal.navn, 0))
        for del_ in DELE:
            draw_korte(tilstand, del_, nummer)
    for kvartal_navn, (maalt, andel) in maal.FRISKE.items():
        friske.give_back(tilstand, kvartal_navn, maalt, andel)
    return tilstand.raekker
