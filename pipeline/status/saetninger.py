"""The sentences of the case, made of the figures. Each keeps its figures' sources, so that none is anybody's typing."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from pipeline.report.aendringer import direction, grund_of, judge_aendring
from pipeline.report.hvorfor import Del, describe_dele, pick_dele
from pipeline.report.kvartalsstatus import word_dele
from pipeline.report.visning import format_value
from pipeline.status.grundlag import Grundlag, Raekke, Vaerdi
from pipeline.tekster import faelles as tekster
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import (
    aendring,
    dato_med_ord,
    end_of_quarter,
    heltal,
    one_stop,
    opremsning,
    periode_med_ord,
    step_back,
)

TAL = re.compile(r"\d[\d.]*,\d+|\d+ (?:pct\.|procentpoint)")
FLERTAL_FRA = Decimal(2)


@dataclass(frozen=True)
class Afsnit:
    """A paragraph and the figures in it."""

    tekst: str
    vaerdier: tuple[Vaerdi, ...] = ()

    def without_source(self) -> list[str]:
        kendte = {fund for vaerdi in self.vaerdier for fund in TAL.findall(vaerdi.tekst)}
        return [fund for fund in TAL.findall(self.tekst) if fund not in kendte]


def fill(skabelon: str, **felter: Vaerdi | str) -> Afsnit:
    ordene = {navn: felt.tekst if isinstance(felt, Vaerdi) else felt for navn, felt in felter.items()}
    tekst = one_stop(skabelon.format(**ordene))
    return Afsnit(tekst, tuple(felt for felt in felter.values() if isinstance(felt, Vaerdi)))


def together(*afsnit: Afsnit) -> Afsnit:
    tekst = " ".join(del_.tekst for del_ in afsnit if del_.tekst)
    return Afsnit(tekst, tuple(vaerdi for del_ in afsnit for vaerdi in del_.vaerdier))


def name_days(stoerrelse: Decimal, tal: str) -> str:
    """`0,9 dag`, `2,2 dage`."""
    return (tekster_status.DAG if abs(stoerrelse) < FLERTAL_FRA else tekster_status.DAGE).format(tal=tal)


def days(grundlag: Grundlag, raekke: Raekke, kolonne: str) -> Vaerdi:
    """The size of a change as it is said."""
    vaerdi = grundlag.value(raekke, kolonne, "aendring")
    return Vaerdi(name_days(raekke[kolonne], vaerdi.tekst[1:]), vaerdi.forespoergsel, kolonne, vaerdi.noegle)


def points(grundlag: Grundlag, raekke: Raekke, kolonne: str) -> Vaerdi:
    vaerdi = grundlag.value(raekke, kolonne, "tekst")
    tal = heltal(abs(Decimal(str(raekke[kolonne]))) * 100)
    return Vaerdi(tekster_status.POINT.format(tal=tal), vaerdi.forespoergsel, kolonne, vaerdi.noegle)


def write_fund(grundlag: Grundlag) -> Afsnit:
    """The finding, without a stop: the level, and a fall or a rise only where it is a signal."""
    kommunen = grundlag.kommunen
    retning = direction(kommunen["aendring_kvartal"])
    form = grund_of(kommunen, "kvartal") or retning
    felter: dict[str, Vaerdi | str] = {"sygedage": grundlag.value(kommunen, "sygedage"), "pr": grundlag.pr}
    if grundlag.er_foreloebig:
        form = "foreloebig"
    elif judge_aendring(kommunen, "kvartal"):
        form = "signal"
        felter |= {"retning": tekster.RETNING[retning], "forskel": days(grundlag, kommunen, "aendring_kvartal")}
    elif form == "tilfaeldigt":
        felter["aendring"] = grundlag.value(kommunen, "aendring_kvartal", "aendring")
    return fill(tekster_status.FUND[form], **felter)


def write_drivkraft(grundlag: Grundlag) -> Afsnit:
    """The part that has most to do with the kommune's change, without a stop."""
    dele = list_dele(grundlag)
    if not dele:
        return Afsnit("")
    navn, bidrag = max(dele, key=lambda del_: abs(del_[1]))
    noegle = f"{grundlag.kommunen['navn']}, {grundlag.kvartal}"
    tal = Vaerdi(aendring(float(bidrag)), "udgivne_hvorfor", "bidrag", noegle)
    return fill(tekster_status.FUND_HVORFOR, navn=navn, bidrag=tal)


def write_fakta(grundlag: Grundlag) -> list[Afsnit]:
    """Three facts: level and change, the target, what drove the change; those there are."""
    fakta = (write_fund(grundlag), write_maaltal(grundlag), write_drivkraft(grundlag))
    return [Afsnit(f"{fakt.tekst.removesuffix('.')}.", fakt.vaerdier) for fakt in fakta if fakt.tekst]


def write_signaler(grundlag: Grundlag) -> list[Afsnit]:
    """Of områder and afdelinger what has fallen and risen by a signal; the rest stands in the table."""
    grupper = [*grundlag.at_level("område"), *grundlag.at_level("afdeling")]
    if grundlag.er_foreloebig or not grupper:
        return write_grupper(grundlag, grupper, "afdelinger")
    med = [gruppe for gruppe in grupper if judge_aendring(gruppe, "kvartal")]
    if not med:
        return [Afsnit(tekster_status.OM_SIGNALER["ingen"])]
    return write_grupper(grundlag, med, "afdelinger")


def write_niveau(grundlag: Grundlag) -> Afsnit:
    """The headline, and what it has moved since the quarter before."""
    kommunen = grundlag.kommunen
    niveau = tekster_status.NIVEAU_FORELOEBIG if grundlag.er_foreloebig else tekster_status.NIVEAU
    afsnit = fill(niveau, sygedage=grundlag.value(kommunen, "sygedage"), pr=grundlag.pr)
    if grundlag.er_foreloebig:
        return afsnit
    retning = direction(kommunen["aendring_kvartal"])
    felter: dict[str, Vaerdi | str] = {"pr": grundlag.pr, "kvartal_foer": periode_med_ord(grundlag.kvartal_foer)}
    if retning != "ukendt":
        felter["foer"] = grundlag.value(kommunen, "sygedage_kvartal_foer")
    if judge_aendring(kommunen, "kvartal"):
        felter["forskel"] = days(grundlag, kommunen, "aendring_kvartal")
    elif retning in tekster.RETNING:
        retning = "intet_signal"
        felter["aendring"] = grundlag.value(kommunen, "aendring_kvartal", "aendring")
    forbehold = tekster_status.AENDRING_KAN_VAERE.get(grund_of(kommunen, "kvartal"), "")
    return together(afsnit, fill(tekster_status.AENDRING[retning], **felter), Afsnit(forbehold))


def write_top(grundlag: Grundlag) -> Afsnit:
    """Where the figure stands against the highest there has been."""
    nu = grundlag.kvartaler.row(-1, named=True)
    toppe = grundlag.kvartaler.filter("er_top")
    if toppe.is_empty() or nu["afstand_til_top"] is None or grundlag.er_foreloebig:
        return Afsnit("")
    top = toppe.row(0, named=True)
    if nu["er_top"]:
        return Afsnit(tekster_status.TOP["er"])

    def value(raekke: dict[str, Any], kolonne: str, tekst: str) -> Vaerdi:
        return Vaerdi(tekst, "udgivne_kvartaler", kolonne, raekke["periode"])

    afstand = nu["afstand_til_top"]
    return fill(
        tekster_status.TOP["under" if direction(afstand) == "fald" else "paa"],
        top_kvartal=periode_med_ord(top["periode"]),
        top=value(top, "sygedage", format_value("dage", top["sygedage"])),
        forskel=value(nu, "afstand_til_top", name_days(Decimal(str(afstand)), aendring(afstand)[1:])),
        pr=grundlag.pr,
    )


def write_kort_og_lang(grundlag: Grundlag) -> Afsnit:
    kommunen = grundlag.kommunen
    if grundlag.er_foreloebig or kommunen["korttid_aendring"] is None or kommunen["langtid_aendring"] is None:
        return Afsnit("")
    former = {
        navn: form.format(kvartal_foer=periode_med_ord(grundlag.kvartal_foer))
        for navn, form in tekster_status.KORT_OG_LANG.items()
    }
    return Afsnit(word_dele(kommunen, "aendring", former))


def list_dele(grundlag: Grundlag) -> list[Del]:
    """The published parts of the kommune's change; none of a foreløbig quarter, nor of a kommune of one part."""
    i_alt = grundlag.kommunen["aendring_kvartal"]
    if grundlag.er_foreloebig or i_alt is None or grundlag.hvorfor.is_empty():
        return []
    dele = pick_dele(grundlag.hvorfor, float(i_alt))
    return dele if len(dele) > 1 else []


def write_hvorfor(grundlag: Grundlag) -> list[Afsnit]:
    """What drove the kommune's change, a sentence a kind of part; the parts are those that are published."""
    if not list_dele(grundlag):
        return []
    i_alt = grundlag.kommunen["aendring_kvartal"]
    noegle = f"{grundlag.kommunen['navn']}, {grundlag.kvartal}"
    return [
        Afsnit(saetning.tekst, (Vaerdi(saetning.tal, "udgivne_hvorfor", saetning.kolonne, noegle),))
        for saetning in describe_dele(grundlag.hvorfor, float(i_alt))
    ]


def write_grupper(grundlag: Grundlag, grupper: Sequence[Raekke], dele: str) -> list[Afsnit]:
    """What has fallen and risen by a signal, what may be chance, then what stood still; a paragraph each, groups in the
    order of the organisation.
    """
    if grundlag.er_foreloebig:
        return [Afsnit(tekster_status.FORELOEBIGE_GRUPPER)]
    if not grupper:
        return [Afsnit(tekster_status.INGEN_GRUPPER)]
    efter: dict[str, list[Raekke]] = defaultdict(list)
    for gruppe in grupper:
        efter[_sort_gruppe(gruppe)].append(gruppe)
    if set(efter) <= {"tilfaeldigt", "uaendret"}:
        form = tekster_status.INGEN_SIGNALER["en" if len(grupper) == 1 else "flere"]
        return [_list_grupper(grundlag, form, grupper, dele=tekster_status.DELE[dele])]
    afsnit = []
    if efter["fald"]:
        afsnit.append(_movement(grundlag, tekster_status.FALDET, efter["fald"]))
    if efter["stigning"]:
        form = tekster_status.OGSAA_STEGET if efter["fald"] else tekster_status.STEGET
        afsnit.append(_movement(grundlag, form, efter["stigning"]))
    for sted, form in tekster_status.ANDRE_GRUPPER.items():
        if efter[sted]:
            afsnit.append(_list_grupper(grundlag, form, efter[sted]))
    return afsnit


def _list_grupper(grundlag: Grundlag, form: str, grupper: Sequence[Raekke], **felter: str) -> Afsnit:
    """The groups by name, each with its change in brackets where it has one that is not none."""
    led = [
        fill(
            tekster_status.LED_GRAA,
            enhed=gruppe["navn"],
            aendring=grundlag.value(gruppe, "aendring_kvartal", "aendring"),
        )
        if direction(gruppe["aendring_kvartal"]) in tekster.RETNING
        else Afsnit(gruppe["navn"])
        for gruppe in grupper
    ]
    hele = fill(form, enheder=opremsning([del_.tekst for del_ in led]), **_quarters(grundlag), **felter)
    return Afsnit(hele.tekst, tuple(vaerdi for del_ in led for vaerdi in del_.vaerdier))


def _sort_gruppe(gruppe: Raekke) -> str:
    """By what is said of its change: `fald` and `stigning` are signals."""
    retning = direction(gruppe["aendring_kvartal"])
    return retning if judge_aendring(gruppe, "kvartal") else grund_of(gruppe, "kvartal") or retning


def _quarters(grundlag: Grundlag) -> dict[str, str]:
    return {"kvartal": periode_med_ord(grundlag.kvartal), "kvartal_foer": periode_med_ord(grundlag.kvartal_foer)}


def _movement(grundlag: Grundlag, form: str, grupper: Sequence[Raekke]) -> Afsnit:
    led = [
        fill(
            tekster_status.LED, forskel=days(grundlag, gruppe, "aendring_kvartal"), pr=grundlag.pr, enhed=gruppe["navn"]
        )
        for gruppe in grupper
    ]
    hele = fill(form, led=opremsning([del_.tekst for del_ in led]), **_quarters(grundlag))
    return Afsnit(hele.tekst, tuple(vaerdi for del_ in led for vaerdi in del_.vaerdier))


def write_andel(grundlag: Grundlag, kolonne: str, form: str, ingen: str, **felter: Vaerdi | str) -> Afsnit:
    """A share of the kommune's and its points since the quarter before."""
    kommunen = grundlag.kommunen
    if kommunen[kolonne] is None:
        return Afsnit(ingen)
    point = f"{kolonne}_pp"
    retning = "ukendt" if grundlag.er_foreloebig else direction(kommunen[point], 2)
    forhold = Afsnit("")
    if retning != "ukendt":
        forhold = fill(tekster_status.FORHOLD[retning], point=points(grundlag, kommunen, point))
    andel = grundlag.value(kommunen, kolonne, "andel")
    hele = fill(form, andel=andel, forhold=forhold.tekst, **felter)
    return Afsnit(hele.tekst, (*hele.vaerdier, *forhold.vaerdier))


def write_langtidsfriske(grundlag: Grundlag) -> Afsnit:
    vinduer = {"foerste_fra": 7, "foerste_til": 4, "anden_fra": 3, "anden_til": 0}
    return write_andel(
        grundlag,
        "langtidsfriske",
        tekster_status.LANGTIDSFRISKE,
        tekster_status.LANGTIDSFRISKE_INGEN,
        kommune=grundlag.kommunen["navn"],
        friske_dagsvaerk=grundlag.value_of_definition("friske_dagsvaerk"),
        **{navn: periode_med_ord(step_back(grundlag.kvartal, antal)) for navn, antal in vinduer.items()},
    )


def write_maaltal(grundlag: Grundlag) -> Afsnit:
    kommunen = grundlag.kommunen
    retning = "ukendt" if grundlag.er_foreloebig else direction(kommunen["afstand"])
    if retning == "ukendt":
        return Afsnit("" if kommunen["maaltal"] is not None else tekster_status.MAALTAL["ukendt"])
    maaltal = grundlag.value(kommunen, "maaltal")
    return fill(tekster_status.MAALTAL[retning], maaltal=maaltal, forskel=days(grundlag, kommunen, "afstand"))


def write_endelig(grundlag: Grundlag) -> Afsnit:
    """Whether the quarter is foreløbig, until when, and how that is known."""
    bygning = grundlag.bygning
    endeligt = end_of_quarter(grundlag.kvartal) + timedelta(days=bygning["foreloebig_dage"])
    return fill(
        tekster_status.TALLENE[grundlag.er_foreloebig],
        udtraek=dato_med_ord(bygning["udtraeksdato"]),
        endeligt=dato_med_ord(endeligt),
        foreloebig_dage=grundlag.value_of_definition("foreloebig_dage"),
        maalt=tekster_status.TALLENE_MAALT[bygning["er_foreloebig_maalt"]],
    )


def write_sagsdatoer(grundlag: Grundlag) -> Afsnit:
    """The days of the year's cases, until the last of them had passed when the figures were drawn."""
    datoer = grundlag.bygning["sagsdatoer"]
    if not datoer or max(datoer) < grundlag.bygning["udtraeksdato"]:
        return Afsnit("")
    return fill(tekster_status.SAGSDATOER, datoer=opremsning([dato_med_ord(dag) for dag in datoer]))
