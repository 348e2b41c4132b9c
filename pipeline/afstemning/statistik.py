"""The bridge to a statistics of all municipalities: KRL's or Danmarks Statistik's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.afstemning.bro import Afstemning, Bro, Node, Trin, note_foreloebig, scale
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.benchmarks import PR_FULDTID, Benchmark
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import dato, heltal, periode_med_ord
from pipeline.tekster.faelles import PR


@dataclass(frozen=True)
class Andres:
    """Another's figure per full-time employee, of the file or written by hr; or none, and where it was looked for."""

    kilde: str
    tal: Decimal | float | None
    benchmark: Benchmark | None
    gruppe: str
    fil: str

    @property
    def navn(self) -> str:
        return tekster.KILDER[self.kilde]

    def describe(self) -> str:
        if self.benchmark is None:
            return self.navn
        return tekster.DERES_TAL_FRA.format(kilde=self.navn, gruppe=self.benchmark.gruppe, aar=self.benchmark.aar)


def pick_benchmark(linjer: Sequence[Benchmark], *, kilde: str, gruppe: str, aar: int, fil: str) -> Benchmark | None:
    """The group's newest line up to the year; None where there is none. Errors: `Brugerfejl` for an unknown group."""
    navn = tekster.KILDER[kilde]
    fra_kilden = [linje for linje in linjer if linje.kilde.casefold() in (kilde, navn.casefold())]
    grupper = list(dict.fromkeys(linje.gruppe for linje in fra_kilden))
    if fra_kilden and gruppe.casefold() not in map(str.casefold, grupper):
        raise Brugerfejl(
            tekster.GRUPPEN_FINDES_IKKE.format(kilde=navn, gruppe=gruppe, fil=fil, grupper=", ".join(grupper))
        )
    egne = [linje for linje in fra_kilden if linje.gruppe.casefold() == gruppe.casefold() and linje.aar <= aar]
    return max(egne, key=lambda linje: (linje.aar, linje.enhed == PR_FULDTID), default=None)


def year_end(periode: str) -> str:
    """The last quarter that ends a calendar year, at the latest this one."""
    aar = int(periode[:4])
    return f"{aar}K4" if periode.endswith("K4") else f"{aar - 1}K4"


def per_fuldtid(benchmark: Benchmark, nettodage: int) -> Decimal:
    """12 dagsværk of 227 net days are 5.3 per cent."""
    return benchmark.tal if benchmark.enhed == PR_FULDTID else benchmark.tal * nettodage / 100


def bridge_statistik(node: Node, periode: str, andres: Andres, nettodage: int) -> Afstemning:
    """Errors: `Brugerfejl` where the node has no rates in the quarter or in the calendar year."""
    slut = year_end(periode)
    if slut not in node.tal:
        raise Brugerfejl(tekster.INTET_KALENDERAAR.format(kilde=andres.navn, periode=periode_med_ord(periode)))
    vores, aaret = node.of(periode), node.of(slut)
    egne = {"periode": periode_med_ord(periode), "pr": PR[node.nytal]}
    kalenderaar = tekster.KALENDERAAR.format(aar=slut[:4], periode=periode_med_ord(periode))
    paa_deres = list(steps_of_source(node, slut, andres.kilde))
    begge = [("sygedage", tekster.VORES_TAL.format(**egne)), ("fravaersprocent", tekster.VORES_PROCENT.format(**egne))]
    foerst, foerst_pct = (
        [Trin(navn, vores[felt]), *([Trin(kalenderaar, aaret[felt])] if slut != periode else [])]
        for felt, navn in begge
    )
    if node.nytal == "pr_medarbejder":
        foerst.append(Trin(tekster.FULDTID, aaret["sygedage_pr_aarsvaerk"]))
    netto = Trin(
        tekster.NETTODAGE.format(netto=heltal(nettodage), mulige=heltal(aaret["arbejdsdage"])),
        aaret["sygedage_pr_aarsvaerk"] / nettodage,
    )
    deres = None if andres.tal is None else Trin(andres.describe(), andres.tal)
    dage = Bro(tekster.DAGE, [*foerst, *paa_deres], deres)
    i_procent = [*foerst_pct, netto, *scale(paa_deres, lambda tal: float(tal) / nettodage)]
    procent = Bro(
        tekster.PROCENT,
        scale(i_procent, lambda tal: float(tal) * 100),
        deres
        and Trin(
            tekster.DERES_PROCENT.format(kilde=deres.navn, netto=heltal(nettodage)),
            float(deres.tal) / nettodage * 100,
        ),
    )
    titel = tekster.OVERSKRIFT.format(kilde=andres.navn, enhed=node.navn, periode=periode_med_ord(periode))
    noter = [*_notes(node, slut, andres), *note_foreloebig(node, [periode, slut])]
    return Afstemning(titel, [dage, procent], describe_statistik(node, dage, andres), noter)


def steps_of_source(node: Node, periode: str, kilde: str) -> Iterator[Trin]:
    """Whom and what it counts otherwise, of the whole kommune: per full-time employee.

    R is D / F. With everybody it counts besides, F is F'; each kind then adds (D_k - R F_k) / F', whatever the order,
    and the arter it does not count take their dagsværk / F' away.
    """
    tal = node.of(periode)
    if not tal["er_kommunen"]:
        return
    slags = node.kilde.rows("bro_population", kilde=kilde, periode=periode).to_dicts()
    arter = node.kilde.rows("bro_arter", kilde=kilde, periode=periode).to_dicts()
    fuldtid = tal["gns_fuldtid"] + sum(enkelt["gns_fuldtid"] for enkelt in slags)
    rate = efter = float(tal["sygedage_pr_aarsvaerk"])
    for enkelt in slags:
        efter += (float(enkelt["dagsvaerk"]) - rate * enkelt["gns_fuldtid"]) / fuldtid
        yield Trin(_name_kind(enkelt), efter)
    for art in arter:
        efter -= float(art["dagsvaerk"]) / fuldtid
        yield Trin(tekster.UDEN_ARTER.format(arter=art["arter"].lower(), kilde=tekster.KILDER[kilde]), efter)


def _name_kind(enkelt: dict[str, str]) -> str:
    if enkelt["linje"] is None:
        return tekster.MEDREGNET_RESTEN[enkelt["aarsag"]]
    return tekster.MEDREGNET.format(linje=enkelt["linje"])


def describe_statistik(node: Node, bro: Bro, andres: Andres) -> str:
    egne = {"enhed": node.navn, "kilde": andres.navn, "vores": bro.say(bro.vores), "mest": bro.say_largest()}
    if bro.deres is None:
        return tekster.SAETNING_UDEN_TAL.format(paa_deres=bro.say(bro.til), **egne)
    deres = bro.shown(bro.deres.tal)
    return tekster.SAETNING.format(
        deres=bro.say(deres),
        forskel=bro.say_forskel(deres - bro.vores),
        forklaret=bro.say_forskel(bro.til - bro.vores),
        uforklaret=bro.say_forskel(deres - bro.til),
        **egne,
    )


def _notes(node: Node, slut: str, andres: Andres) -> Iterator[str]:
    egne, linje = {"kilde": andres.navn, "fil": andres.fil}, andres.benchmark
    if andres.tal is None:
        yield tekster.ER_INTET_TAL.format(gruppe=andres.gruppe, aar=slut[:4], **egne)
    elif linje is None:
        yield tekster.SKREVET.format(**egne)
    else:
        yield tekster.HVORFRA.format(hvorfra=linje.hvorfra, indsat=dato(linje.indsat), **egne)
        if linje.aar != int(slut[:4]):
            yield tekster.FRA_ANDET_AAR.format(aar=linje.aar, eget=slut[:4], **egne)
            if f"{linje.aar}K4" in node.tal:
                yield tekster.SAMME_AAR.format(periode=periode_med_ord(f"{linje.aar}K4"))
    if not node.of(slut)["er_kommunen"]:
        yield tekster.KUN_FOR_KOMMUNEN.format(**egne)
    yield tekster.FORBEHOLD[andres.kilde]
