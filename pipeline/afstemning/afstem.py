"""One question, of the page or the command: why is our figure another than this one? And its answer as a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.afstemning.bro import Afstemning, Linje, read_node
from pipeline.afstemning.eget import bridge_eget
from pipeline.afstemning.laast import bridge_laast, bridge_rapport
from pipeline.afstemning.lpt169 import bridge_lpt169
from pipeline.afstemning.statistik import Andres, bridge_statistik, per_fuldtid, pick_benchmark, year_end
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.benchmarks import BENCHMARKS, parse_tal, read_benchmarks
from pipeline.port.scope import Scope
from pipeline.report.visning import Kolonne, Tabel
from pipeline.status.arkiv import Arkiv
from pipeline.tekster import afstemning as tekster

STATISTIKKER = ("krl", "dst")
MED_LAASE = {"laast": bridge_laast, "rapport": bridge_rapport}


@dataclass(frozen=True)
class Spoerg:
    """`med`: one of KILDER; `tal` as written; `benchmarks`: hr's own file of others' figures."""

    enhed: str
    kvartal: str
    med: str
    tal: str = ""
    gruppe: str = tekster.KOMMUNER
    benchmarks: Path | None = None


def reconcile(scope: Scope, spoerg: Spoerg, find_arkiv: Callable[[], Arkiv]) -> Afstemning:
    """`scope`: hr's with persons; `find_arkiv` is asked only when locked quarters are.

    Errors: `Brugerfejl` for what there is no bridge of.
    """
    tal = _parse(spoerg)
    node = read_node(scope, spoerg.enhed, spoerg.kvartal)
    nettodage = scope.rows("byggerapport_bygning")["nettodage"].item()
    if spoerg.med == "lpt169":
        return bridge_lpt169(node, spoerg.kvartal)
    if spoerg.med in MED_LAASE:
        arkiv = find_arkiv()
        return MED_LAASE[spoerg.med](node, spoerg.kvartal, arkiv.laaste, scope, arkiv.noegle)
    if spoerg.med == "eget" and tal is not None:
        return bridge_eget(node, spoerg.kvartal, tal, nettodage)
    return bridge_statistik(node, spoerg.kvartal, _find_andres(spoerg, tal, nettodage), nettodage)


def _parse(spoerg: Spoerg) -> Decimal | None:
    if spoerg.med not in tekster.KILDER:
        raise Brugerfejl(tekster.KILDEN_KENDES_IKKE)
    if not spoerg.tal:
        if spoerg.med == "eget":
            raise Brugerfejl(tekster.TAL_MANGLER)
        return None
    if spoerg.med not in (*STATISTIKKER, "eget"):
        raise Brugerfejl(tekster.TAL_PASSER_IKKE)
    tal = parse_tal(spoerg.tal)
    if tal is None:
        raise Brugerfejl(tekster.IKKE_ET_TAL.format(tekst=spoerg.tal))
    return tal


def _find_andres(spoerg: Spoerg, tal: Decimal | None, nettodage: int) -> Andres:
    fil = spoerg.benchmarks.name if spoerg.benchmarks else BENCHMARKS
    if tal is not None:
        return Andres(spoerg.med, tal, None, spoerg.gruppe, fil)
    aar = int(year_end(spoerg.kvartal)[:4])
    linjer = read_benchmarks(spoerg.benchmarks)
    linje = pick_benchmark(linjer, kilde=spoerg.med, gruppe=spoerg.gruppe, aar=aar, fil=fil)
    return Andres(spoerg.med, per_fuldtid(linje, nettodage) if linje else None, linje, spoerg.gruppe, fil)


def list_grupper(med: str) -> list[str]:
    """The groups the project's file has figures of from a source."""
    navne = (med, tekster.KILDER[med].casefold())
    return list(dict.fromkeys(linje.gruppe for linje in read_benchmarks() if linje.kilde.casefold() in navne))


def tabulate(afstemning: Afstemning) -> Tabel:
    """Every table of it in one, as shown. Grain: a line."""
    cifre = "" if max(bro.decimaler for bro in afstemning.broer) == 1 else "2"

    def rows() -> Iterator[tuple[str, Sequence[Linje]]]:
        yield from ((bro.titel, list(bro.lines())) for bro in afstemning.broer)
        yield tekster.EGET_ANDRE, list(afstemning.andre)

    slags = ("tekst", "tekst", f"aendring{cifre}", f"dage{cifre}")
    return Tabel(
        tuple(Kolonne(navn, art) for navn, art in zip(tekster.CSV_KOLONNER, slags, strict=True)),
        tuple((titel, *linje) for titel, linjer in rows() for linje in linjer),
    )
