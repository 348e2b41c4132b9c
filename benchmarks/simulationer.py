"""What the rules of chance promise, held to what a simulation shows: the lines of `make bench`. Seeds are fixed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import niveau, prognose, signaler

OVER = 0.3
"""Points a share of false alarms may lie over what is promised."""
Felter = tuple[str, str, str, bool | None]


def list_felter(demo: Path) -> Iterator[Felter]:
    """Name, figure, target and whether it is met of each line."""
    yield from _signals()
    yield from _levels()
    yield from _forecasts(demo)


def _signals() -> Iterator[Felter]:
    ord_for = {"kvartal": "a quarter", "aar": "a year"}
    falske = signaler.simulate(1.0, signaler.GENTAGELSER)
    fundne = signaler.simulate(signaler.STIGNING, signaler.MED_STIGNING)
    for skridt, lovet in signaler.FALSKE.items():
        tal = falske.row("alt", skridt)
        yield (
            f"Simulated: a change since {ord_for[skridt]} before called a signal by chance, {_sizes(lovet)} employees",
            _percent(tal),
            f"at most {OVER} points over {_percent(lovet.values())}",
            all(enkelt <= loftet + OVER for enkelt, loftet in zip(tal, lovet.values(), strict=True)),
        )
    for slags, navn in (("alt", "absence"), ("kort", "short absence")):
        yield f"Simulated: 20 % more {navn} seen within a year, the same", _percent(fundne.row(slags, "aar")), "–", None


def _levels() -> Iterator[Felter]:
    tal = niveau.simulate()
    for nr, (navn, lovet) in enumerate(
        (("outside 95 % by chance", 5.0), ("outside 99.8 % by chance", 0.2), ("eight quarters on one side", 0.2))
    ):
        egne = [andele[nr] for andele in tal.values()]
        yield (
            f"Simulated: a level {navn}, {_sizes(tal)} employees",
            _percent(egne),
            f"at most {lovet + OVER:.1f} %",
            max(egne) <= lovet + OVER,
        )


def _forecasts(demo: Path) -> Iterator[Felter]:
    egne = {antal: tal for (kvartaler, antal), tal in prognose.simulate().items() if kvartaler == 1}
    fejl = [(tal["gammel"], tal["ny"]) for tal in egne.values()]
    yield (
        f"Simulated: the forecast after March misses, old method and new, {_sizes(egne)} employees",
        _pairs(fejl),
        "the new less",
        all(ny < gammel for gammel, ny in fejl),
    )
    aarene = prognose.measure_demo(demo)
    yield (
        "The demo: the same, units of " + ", ".join(f"{fra} to {til}" for fra, til in aarene),
        _pairs((gammel, ny) for _, gammel, ny in aarene.values()),
        "–",
        None,
    )


def _sizes(antal: Iterable[int]) -> str:
    return "/".join(f"{enkelt:,}" for enkelt in antal)


def _percent(tal: Iterable[float]) -> str:
    return "/".join(f"{enkelt:.2f}" for enkelt in tal) + " %"


def _pairs(fejl: Iterable[tuple[float, float]]) -> str:
    return ", ".join(f"{gammel:.1f} and {ny:.1f}" for gammel, ny in fejl) + " days"
