"""The bridge to OPUS's own report LPT169: dagsværk of the whole kommune."""

from pipeline.afstemning.bro import Afstemning, Bro, Node, Trin, note_foreloebig
from pipeline.fejl import Brugerfejl
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import antal_af, dato, heltal, periode_med_ord, quarter_of_day


def bridge_lpt169(node: Node, periode: str) -> Afstemning:
    """Errors: `Brugerfejl` for another node than the kommune, and where there is no LPT169."""
    vores = node.of(periode)
    if not vores["er_kommunen"]:
        nummer = node.kilde.rows("kommunen")["enhedsnr"].item()
        raise Brugerfejl(tekster.KUN_KOMMUNEN.format(enhedsnr=nummer))
    raekker = node.kilde.rows("bro_lpt169").to_dicts()
    if not raekker:
        raise Brugerfejl(tekster.INGEN_LPT169)
    [lpt] = raekker
    med_andre = lpt["i_populationen"] + lpt["uden_for_populationen"]
    uden_manglende = med_andre - lpt["mangler_i_lpt169"]
    trin = [
        Trin(tekster.LPT_VINDUE.format(periode=periode_med_ord(periode)), vores["dagsvaerk"]),
        Trin(tekster.LPT_UDEN_FOR, med_andre),
        Trin(tekster.LPT_MANGLER.format(antal=heltal(lpt["antal_mangler_i_lpt169"])), uden_manglende),
        Trin(tekster.LPT_AFRUNDING, uden_manglende + lpt["afrunding"]),
    ]
    maaneder = {"fra": dato(lpt["periode_fra"]), "til": dato(lpt["periode_til"])}
    if lpt["i_populationen"] != vores["dagsvaerk"]:
        trin.insert(1, Trin(tekster.LPT_PERIODE.format(**maaneder), lpt["i_populationen"]))
    navn = tekster.KILDER["lpt169"]
    bro = Bro(
        tekster.DAGSVAERK,
        trin,
        Trin(navn, lpt["lpt169"]),
        rest=tekster.LPT_FORSKELLE.format(antal=heltal(lpt["antal_forskelle"])),
        decimaler=1,
    )
    noter = [tekster.LPT_LISTEN] if lpt["antal_forskelle"] else []
    egen = quarter_of_day(lpt["periode_til"])
    if egen != periode and egen in node.tal:
        noter.append(tekster.LPT_SAMME.format(periode=periode_med_ord(egen), **maaneder))
    titel = tekster.OVERSKRIFT.format(kilde=navn, enhed=node.navn, periode=periode_med_ord(periode))
    saetning = _describe(node, bro, lpt["antal_forskelle"])
    return Afstemning(titel, [bro], saetning, [*noter, *note_foreloebig(node, [periode])])


def _describe(node: Node, bro: Bro, antal: int) -> str:
    deres = bro.shown(bro.deres.tal) if bro.deres else bro.til
    return (tekster.LPT_SAETNING if antal else tekster.LPT_SAETNING_ENS).format(
        enhed=node.navn,
        vores=bro.say(bro.vores),
        deres=bro.say(deres),
        forskel=bro.say_forskel(deres - bro.vores),
        uforklaret=bro.say_forskel(deres - bro.til),
        antal=antal_af(tekster.LPT_MEDARBEJDERE, antal),
    )
