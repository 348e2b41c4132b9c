"""The bridge to a locked quarter: what we published then, and what has moved it since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.afstemning.bro import DELT_MED, Afstemning, Bro, Node, Trin, note_foreloebig
from pipeline.fejl import Brugerfejl
from pipeline.port.scope import Scope
from pipeline.status.laaste import Laast, count_rettede, is_omlagt, key_of, make_maerker, name_aarsager
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import periode_med_ord
from pipeline.tekster.faelles import PR

MED_MAERKER = ("kommune", "afdeling")


def bridge_laast(node: Node, periode: str, laaste: Mapping[str, Laast], scope: Scope, noegle: str) -> Afstemning:
    """`scope`: hr's with persons. Errors: `Brugerfejl` for a quarter or a unit that is not locked."""
    egne = {"enhed": node.navn, "periode": periode_med_ord(periode)}
    if periode not in laaste:
        kendte = ", ".join(map(periode_med_ord, laaste)) or tekster.INTET
        raise Brugerfejl(tekster.IKKE_LAAST.format(laaste=kendte, **egne))
    laast, tal = laaste[periode], node.of(periode)
    gruppe = {"overordnet_id": tal["overordnet_id"], "navn": node.navn, "enhed_id": node.enhed_id}
    if key_of(gruppe) not in laast.grupper:
        raise Brugerfejl(tekster.IKKE_I_LAAST.format(**egne))
    da = laast.grupper[key_of(gruppe)]
    trin = [Trin(tekster.VORES_TAL.format(pr=PR[node.nytal], **egne), tal["sygedage"]), *_parts(tal, da, node.nytal)]
    bro = Bro(
        tekster.DAGE,
        trin,
        Trin(tekster.LAAST_DA.format(udtraek=laast.udtraeksdato), Decimal(da["sygedage"])),
        rest=tekster.LAAST_AFRUNDING if len(trin) > 1 else tekster.LAAST_RETTET,
        decimaler=1,
    )
    aarsager = ""
    if tal["niveau"] in MED_MAERKER:
        rettede = count_rettede(laast.maerker, make_maerker(scope, periode, noegle), str(node.enhed_id))
        aarsager = _name_aarsager(scope, laast, gruppe, rettede)
    return Afstemning(
        tekster.OVERSKRIFT.format(kilde=tekster.KILDER["laast"], **egne),
        [bro],
        _describe(bro, aarsager, egne),
        note_foreloebig(node, [periode]),
    )


def bridge_rapport(node: Node, periode: str, laaste: Mapping[str, Laast], scope: Scope, noegle: str) -> Afstemning:
    """To the newest quarter locked before this one: what has happened since, then what has been corrected in it.

    Errors: `Brugerfejl` as `bridge_laast`, and when none is locked before.
    """
    egne = {"enhed": node.navn, "periode": periode_med_ord(periode)}
    foer = max((kvartal for kvartal in laaste if kvartal < periode), default=None)
    if foer is None:
        raise Brugerfejl(tekster.INGEN_RAPPORT.format(**egne))
    tal = node.of(periode)
    rettet = bridge_laast(node, foer, laaste, scope, noegle)
    [gammel] = rettet.broer
    siden = Trin(tekster.RAPPORT_SIDEN.format(foer=periode_med_ord(foer), **egne), gammel.trin[0].tal)
    vores = Trin(tekster.VORES_TAL.format(pr=PR[node.nytal], **egne), tal["sygedage"])
    bro = replace(gammel, trin=[vores, siden, *gammel.trin[1:]])
    da = bro.shown(bro.deres.tal) if bro.deres else bro.vores
    skete = bro.shown(siden.tal)
    saetning = tekster.RAPPORT.format(
        foer=periode_med_ord(foer),
        vores=bro.say(bro.vores),
        da=bro.say(da),
        sket=bro.say_forskel(bro.vores - skete),
        rettet=bro.say_forskel(skete - da),
        **egne,
    )
    titel = tekster.OVERSKRIFT.format(kilde=tekster.KILDER["rapport"], **egne)
    return Afstemning(titel, [bro], saetning, [rettet.saetning, *note_foreloebig(node, [periode, foer])])


def _parts(tal: Mapping[str, Any], da: Mapping[str, Any], nytal: str) -> Iterator[Trin]:
    """Short, then long absence as it was; neither where one of them was not published."""
    if da.get("korttid") is None or da.get("langtid") is None:
        return
    langtid = float(tal["dagsvaerk_lang"]) / tal[DELT_MED[nytal]]
    yield Trin(tekster.LAAST_KORT, float(da["korttid"]) + langtid)
    yield Trin(tekster.LAAST_LANG, Decimal(da["korttid"]) + Decimal(da["langtid"]))


def _name_aarsager(scope: Scope, laast: Laast, gruppe: dict[str, Any], rettede: Mapping[str, int]) -> str:
    navne = name_aarsager(
        rettede,
        er_omlagt=is_omlagt(laast, gruppe, scope.rows("regler_liste")),
        er_omdefineret=laast.definitioner != scope.rows("byggerapport_bygning")["definitioner_id"].item(),
    )
    return ", ".join(navne)


def _describe(bro: Bro, aarsager: str, egne: Mapping[str, str]) -> str:
    da = bro.shown(bro.deres.tal) if bro.deres else bro.vores
    ord_ = {"nu": bro.say(bro.vores), "da": bro.say(da), "forskel": bro.say_forskel(bro.vores - da)}
    if da == bro.vores:
        return tekster.LAAST_ENS.format(**ord_, **egne)
    return (tekster.LAAST_FLYTTET if aarsager else tekster.LAAST_UDEN_AARSAG).format(aarsager=aarsager, **ord_, **egne)
