"""Langtidsfriske: robust employees made ill in one quarter, then healed until the share is right.

An illness in 2023K2 counts in 2025K1's first year and no longer in 2025K2's; one in 2025K2 counts in 2025K2 alone.
So the two shares are set one by one, and what is given back goes to a colleague, so that no sum of dagsværk moves.
"""

from generator import kalender, organisation
from generator.befolkning import UDEN
from generator.opgoerelse import Opgoerelse
from generator.raekker import Raekke, build_raekker
from generator.sygdom import Sygdom

SYG_KALENDERDAGE = 11
SIKKERT_SYG = 6.0  # dagsværk in the quarter's year with which a colleague is no langtidsfrisk anyway


def plan_syge(tilstand: Sygdom, kvartal: kalender.Periode, antal: int) -> None:
    """Robust employees of two years' standing who fall ill for a week or so; the plan's total stays."""
    rng, planlagte = tilstand.rng, tilstand.planlagte.setdefault(kvartal.navn, [])
    fra = max(0, kvartal.foerste - 2 * 366)
    egnede = [
        plads
        for plads, person in sorted(tilstand.personer.items())
        if person.robust and (tilstand.dele[plads, fra : kvartal.sidste + 1] != UDEN).all()
    ]
    for plads in rng.permutation(egnede).tolist():
        if len(planlagte) == antal:
            return
        start = int(rng.integers(kvartal.foerste, kvartal.sidste - 20))
        raekker = build_raekker(
            nummer=tilstand.personer[plads].nummer,
            art="SY",
            foerste=kalender.to_arbejdsdag(start),
            sidste=kalender.to_arbejdsdag(start + SYG_KALENDERDAGE),
            rota=tilstand.rota_paa(plads, start),
        )
        bidrag = tilstand.measure(plads, raekker)
        mulig = tilstand.is_mulig(plads, raekker[0].foerste, raekker[-1].sidste)
        if mulig and bidrag[kalender.KVARTAL_NR[kvartal.navn]] > 5.1:
            tilstand.add(plads, raekker, bidrag, lang=False)
            planlagte.append((plads, raekker))


def give_back(tilstand: Sygdom, kvartal_navn: str, maalt: str, andel: float) -> None:
    """Moves planned illnesses to colleagues until the share of langtidsfriske at the quarter end `maalt` is `andel`."""
    tal = Opgoerelse(tilstand.raekker, tilstand.befolkning).measure(organisation.ROD, maalt)
    mangler = round(andel * tal.basis) - tal.friske
    kvartal = kalender.KVARTALER[kalender.KVARTAL_NR[maalt]]
    for plads, raekker in tilstand.planlagte[kvartal_navn]:
        if mangler <= 0:
            return
        i_basis = (tilstand.dele[plads, kvartal.foerste : kvartal.sidste + 1] != UDEN).all()
        kollega = _find_kollega(tilstand, plads, raekker) if i_basis else None
        if kollega is not None:
            _move(tilstand, plads, kollega, raekker)
            mangler -= 1


def _find_kollega(tilstand: Sygdom, plads: int, raekker: list[Raekke]) -> int | None:
    """Someone of the same part and hours, well at the time, ill often enough in that year and the next."""
    foerste, sidste = raekker[0].foerste, raekker[-1].sidste
    maaned = int(kalender.MAANED_AF_DAG[foerste])
    for kollega in tilstand.list_kandidater(int(tilstand.dele[plads, foerste]), kalender.Periode("", foerste, sidste)):
        syg = tilstand.pr_maaned[kollega, max(0, maaned - 2) : maaned + 4].sum()
        samme_timer = tilstand.rota_paa(int(kollega), foerste) == tilstand.rota_paa(plads, foerste)
        if syg > SIKKERT_SYG and samme_timer and tilstand.is_mulig(int(kollega), foerste, sidste):
            return int(kollega)
    return None


def _move(tilstand: Sygdom, fra: int, til: int, raekker: list[Raekke]) -> None:
    dage = slice(raekker[0].foerste, raekker[-1].sidste + 1)
    tilstand.optaget[fra, dage], tilstand.optaget[til, dage] = False, True
    maaneder = tilstand.measure_maaneder(fra, raekker)
    tilstand.pr_maaned[fra] -= maaneder
    tilstand.pr_maaned[til] += maaneder
    for raekke in raekker:
        raekke.nummer = tilstand.personer[til].nummer
