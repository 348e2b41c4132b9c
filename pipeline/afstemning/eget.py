"""A number of hr's own beside ours: is it ours made in another way?"""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.afstemning.bro import DELT_MED, Afstemning, Bro, Node, Trin, note_foreloebig
from pipeline.afstemning.statistik import steps_of_source
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import afrund, decimaltal, heltal, periode_med_ord, step_back
from pipeline.tekster.faelles import PR

RATER = {"pr_medarbejder": "sygedage_pr_medarbejder", "pr_aarsvaerk": "sygedage_pr_aarsvaerk"}


def bridge_eget(node: Node, periode: str, tal: Decimal, nettodage: int) -> Afstemning:
    """Another way to make our figure explains the number when the two are the same with the number's own decimals."""
    vores = Trin(
        tekster.VORES_TAL.format(periode=periode_med_ord(periode), pr=PR[node.nytal]), node.of(periode)["sygedage"]
    )
    andre = list(other_ways(node, periode))
    svarer_til = next((maade for maade in andre if is_same(maade, tal)), None)
    trin, rest = [vores], tekster.IKKE_FORKLARET
    if is_same(vores, tal):
        rest = tekster.EGET_AFRUNDING
    elif svarer_til:
        trin.append(Trin(tekster.EGET_SVARER_TIL.format(maade=svarer_til.navn), svarer_til.tal))
        rest = tekster.EGET_AFRUNDING
    navn = tekster.KILDER["eget"]
    bro = Bro(tekster.DAGE, trin, Trin(tekster.EGET_TAL, tal), rest=rest)
    return Afstemning(
        tekster.OVERSKRIFT.format(kilde=navn, enhed=node.navn, periode=periode_med_ord(periode)),
        [bro],
        _describe(node, bro, andre, svarer_til, er_ens=is_same(vores, tal)),
        [_say_procent(node, periode, nettodage), *note_foreloebig(node, [periode])],
        [(maade.navn, bro.shown(maade.tal) - bro.shown(tal), bro.shown(maade.tal)) for maade in andre],
    )


def is_same(maade: Trin, tal: Decimal) -> bool:
    decimaler = -int(tal.as_tuple().exponent)
    return afrund(maade.tal, decimaler) == tal


def other_ways(node: Node, periode: str) -> Iterator[Trin]:
    """The quarter's other rate, its short absence alone, as the statistics make it; the quarter and the year before."""
    tal, ord_ = node.of(periode), periode_med_ord(periode)
    for nytal, rate in RATER.items():
        if nytal != node.nytal:
            yield Trin(tekster.EGET_PERIODE.format(periode=ord_, pr=PR[nytal]), tal[rate])
    korttid = float(tal["dagsvaerk"] - tal["dagsvaerk_lang"]) / tal[DELT_MED[node.nytal]]
    yield Trin(tekster.EGET_KORTTID.format(periode=ord_, pr=PR[node.nytal]), korttid)
    for kilde in ("krl", "dst"):
        som = list(steps_of_source(node, periode, kilde))
        if som:
            yield Trin(tekster.EGET_SOM.format(periode=ord_, kilde=tekster.KILDER[kilde]), som[-1].tal)
    for foer in (step_back(periode, 1), step_back(periode, 4)):
        if foer in node.tal and node.tal[foer]["har_rater"]:
            navn = tekster.EGET_PERIODE.format(periode=periode_med_ord(foer), pr=PR[node.nytal])
            yield Trin(navn, node.tal[foer]["sygedage"])


def _describe(node: Node, bro: Bro, andre: list[Trin], svarer_til: Trin | None, *, er_ens: bool) -> str:
    if bro.deres is None or er_ens:
        return tekster.EGET_ENS.format(enhed=node.navn, vores=bro.say(bro.vores))
    deres = bro.shown(bro.deres.tal)
    egne = {
        "enhed": node.navn,
        "vores": bro.say(bro.vores),
        "deres": bro.say(deres),
        "forskel": bro.say_forskel(deres - bro.vores),
    }
    if svarer_til:
        return tekster.EGET_PASSER.format(maade=svarer_til.navn, **egne)
    naermest = min(andre, key=lambda maade: abs(bro.shown(maade.tal) - deres))
    return tekster.EGET_PASSER_IKKE.format(maade=naermest.navn, naermest=bro.say(naermest.tal), **egne)


def _say_procent(node: Node, periode: str, nettodage: int) -> str:
    tal = node.of(periode)
    return tekster.EGET_PROCENT.format(
        procent=f"{decimaltal(tal['fravaersprocent'] * 100, 2)} pct.",
        netto_procent=f"{decimaltal(tal['sygedage_pr_aarsvaerk'] / nettodage * 100, 2)} pct.",
        netto=heltal(nettodage),
    )
