"""How many quarters of the demo's published groups could be told from so many releases, in a process of its own.

The demo has one release; those before it are today's groups with the figures they had at the end of each quarter. A
quarter counts as told when a group has more than five dagsværk per medarbejder in it for certain and at most less than
three times that, the units that are not beside it taken as known; as refused when the group is also too small in that
quarter, or two hold it. Prints one line of JSON. Argument: an empty folder.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.byg.warehouse import build_warehouse
from pipeline.database.noegler import ensure_noegler
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.kommandolinje.miljoe import lager_of, scope_of_command_line
from pipeline.proev.ligninger import is_safe
from pipeline.proev.tabeller import Linje, list_perioder
from pipeline.proev.viden import Viden, fails, read_viden
from pipeline.proev.vinduer import Proeve
from pipeline.status.grundlag import read_grundlag
from pipeline.status.laaste import make_laast, parse_laast
from pipeline.status.tidligere import list_laaste
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import afrund, periode_med_ord, step_back

LEVERANCE = Path(__file__).parents[1] / "sample_data" / "leverance"
KVARTAL = "2025K2"
UDGIVELSER = (1, 5, 9, 13)
STOERRELSER = (20, 50, 100)
"""Where a size begins; the smallest published is 10."""
Tal = Mapping[str, Mapping[int, Mapping[str, float]]]


def read_demo(mappe: Path) -> tuple[list[Linje], Viden]:
    """The rows of the demo's release, and what the proof knows."""
    database = mappe / "demo.duckdb"
    ensure_noegler(database)
    build_warehouse(LEVERANCE, database, indstillinger=load_indstillinger())
    with scope_of_command_line(database, "proev", personer=True) as scope, lager_of(database) as lager:
        viden = read_viden(scope, lager)
        laast = parse_laast(make_laast(read_grundlag(scope, kvartal=KVARTAL, er_demo=True), scope, lager.personnoegle))
    [linjer] = list_laaste({KVARTAL: laast}, viden.organisation)
    return linjer[KVARTAL], viden


def figure(linje: Linje, slut: str, tal: Tal) -> float | None:
    """Dagsværk per medarbejder in the four quarters to `slut`, not rounded; None where the data begins later."""
    kvartaler = [step_back(slut, antal) for antal in range(4)]
    if any(kvartal not in tal for kvartal in kvartaler):
        return None
    egne = [tal[k][barn] for k in kvartaler for barn in linje.boern if barn in tal[k]]
    dage = sum(next(iter(tal[k].values()))["dage"] for k in kvartaler)
    medarbejdere = sum(raekke["gns_medarbejdere"] * raekke["dage"] for raekke in egne) / dage
    return sum(raekke["dagsvaerk"] for raekke in egne) / medarbejdere if medarbejdere else None


def release_of(linjer: list[Linje], kvartal: str, tal: Tal) -> dict[str, list[Linje]]:
    """What a release of the quarter would have printed."""
    overskrift = {navn: hoved for navn, hoved, _ in tekster_status.BILAG_KOLONNER}
    ud = []
    for linje in linjer:
        rater = {p: rate for p in list_perioder(kvartal) if (rate := figure(linje, p, tal)) is not None}
        trykt = {periode_med_ord(p): float(afrund(rate, 1)) for p, rate in rater.items()}
        for periode, kolonne in zip(list_perioder(kvartal)[1:], ("aendring_kvartal", "aendring_aar"), strict=True):
            if kvartal in rater and periode in rater:
                trykt[overskrift[kolonne]] = float(afrund(rater[kvartal] - rater[periode], 1))
        ud.append(Linje(linje.navn, linje.boern, linje.dele, trykt))
    return {kvartal: ud}


def list_sizes(antal: float) -> str:
    fra = max((graense for graense in STOERRELSER if graense <= antal), default=10)
    return f"fra {fra}"


def count(linjer: list[Linje], viden: Viden, tal: Tal, udgivelser: int) -> Iterator[tuple[str, str]]:
    """Size and what of each quarter of each group: alle, kendt, afvist."""
    alle = [release_of(linjer, step_back(KVARTAL, antal), tal) for antal in range(udgivelser)]
    sammen = Proeve(alle[0], alle[1:], viden).sammen
    sidste = [periode for linje in alle for kvartal in linje for periode in list_perioder(kvartal)]
    vist = {step_back(periode, antal) for periode in sidste for antal in range(4)}
    boern = {barn["barn_id"]: barn for barn in viden.regler.iter_rows(named=True)}
    for linje in linjer:
        naere = viden.organisation.under.get(boern[min(linje.boern)]["overordnet_id"], linje.dele)
        for kvartal in sorted(vist & tal.keys()):
            egne = [tal[kvartal][barn] for barn in linje.boern if barn in tal[kvartal]]
            medarbejdere = sum(raekke["gns_medarbejdere"] for raekke in egne)
            if medarbejdere == 0:
                continue
            stoerrelse = list_sizes(medarbejdere)
            yield stoerrelse, "alle"
            if sum(raekke["dagsvaerk"] for raekke in egne) <= 5 * medarbejdere:
                continue
            if not is_safe(*sammen.find_range(linje.dele, kvartal, naere | linje.dele, nok=5)):
                yield stoerrelse, "kendt"
                if fails(egne):
                    yield stoerrelse, "afvist"


def main(mappe: Path) -> None:
    linjer, viden = read_demo(mappe)
    tal: dict[str, dict[int, Mapping[str, float]]] = {}
    for raekke in viden.kvartaler.iter_rows(named=True):
        tal.setdefault(raekke["periode"], {})[raekke["barn_id"]] = raekke
    svar: dict[str, float] = {}
    for udgivelser in UDGIVELSER:
        begyndt = time.perf_counter()
        talte = Counter(count(linjer, viden, tal, udgivelser))
        svar |= {f"{udgivelser}, {stoerrelse}, {hvad}": antal for (stoerrelse, hvad), antal in sorted(talte.items())}
        for hvad in ("alle", "kendt", "afvist"):
            svar[f"{udgivelser}, {hvad}"] = sum(antal for (_, egen), antal in talte.items() if egen == hvad)
        svar[f"{udgivelser}, s"] = round(time.perf_counter() - begyndt, 1)
    print(json.dumps(svar, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
