"""Overblik: how it is going, and where. The headline, Figur 1, and the units below, each a click away."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from app.side import Side
from app.sider.enhedsark import show_enhedsark
from app.sider.lige_nu import show_lige_nu
from app.tabel import show_liste
from app.valg import Valg, read_valg, show_ingen_tal, show_intet, show_valg
from app.vis import make_visning, plain, show_overskrift, show_titel, show_visning
from pipeline.database.laesning import periodetype_af, select_noegletal
from pipeline.lager.laase import Berigtigelse, read_berigtigelser
from pipeline.report.aendringer import SKRIDT, Dom, judge_aendring, with_grund
from pipeline.report.hvorfor_ikke import explain_andel
from pipeline.report.kvartalsstatus import format_maaltal, read_kvartalsstatus
from pipeline.report.personalegrupper import read_personalegrupper
from pipeline.report.visninger import headline
from pipeline.status.berigtigelser import mark_enhed
from pipeline.status.laaste import MED_REVISIONER
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster.dansk import (
    aendring,
    afrund,
    antal_af,
    dato_med_ord,
    decimaltal,
    heltal,
    last_month,
    periode_med_ord,
    procent,
    procentpoint,
    quarter_of,
    step_back,
)

ANDELE = {"langtidsandel": "langtidsandel", "langtidsfriske": "langtidsfriske_andel"}
ANDELSNAVNE = {"langtidsandel": tekster.LANGTIDSANDEL_AF, "langtidsfriske": tekster.LANGTIDSFRISKE_AF}
KVARTALER = {"kvartal": 1, "aar": 4}
FARVER = {"godt": "green", "skidt": "red"}
LINJESKIFT = "  \n"


def show_overblik(side: Side) -> None:
    omfang = side.scope.rows("omfang_liste").to_dicts()
    nyeste = side.scope.rows("perioder_valg").filter(er_nyeste=True, periodetype="kvartal").to_dicts()
    for node in omfang:
        st.markdown(describe_omfang(node, nyeste[0]["slutdato"] if nyeste else None))
    show_lige_nu(side)
    valg = read_valg(side)
    if valg is None:
        show_titel(tekster.FORSIDE_TITEL.format(enhed=omfang[0]["enhedsnavn"]))
        show_intet(side)
        return
    show_valg(valg)
    show_titel(tekster.FORSIDE_TITEL.format(enhed=valg.navn))
    if valg.periode is None:
        st.info(tekster.INGEN_PERIODER)
    elif valg.node["er_udgivet"]:
        _show_udgivet(side, valg)
    else:
        _show_eksakt(side, valg)


def describe_omfang(node: Mapping[str, Any], ultimo: date | None) -> str:
    """`Du ser Børn & Familie: 14 enheder, 412 ansat 30. juni 2025 …`; a rounded count is of the twelve months."""
    ansat = antal_af(tekster_adgang.ANSAT, node["antal_medarbejdere"])
    if node["rolle"] == "aggregat":
        medarbejdere = antal_af(tekster_adgang.MEDARBEJDERE, node["antal_medarbejdere"])
    else:
        medarbejdere = tekster_adgang.ANSAT_DEN.format(ansat=ansat, dato=dato_med_ord(ultimo)) if ultimo else ansat
    return tekster_adgang.DU_SER[node["rolle"]].format(
        enhed=plain(node["enhedsnavn"]),
        enheder=antal_af(tekster_adgang.ENHEDER, node["antal_enheder"]),
        medarbejdere=medarbejdere,
    )


def _show_eksakt(side: Side, valg: Valg) -> None:
    periode = str(valg.periode)
    er_maaned = periodetype_af(periode) == "maaned"
    tal = select_noegletal(side.scope, periode=periode, enhed=valg.node["enhedsnr"], maaned=er_maaned).to_dicts()
    rettelser = _read_rettelser(side, valg)
    st.markdown(valg.status)
    if valg.enhed_id == -1:
        st.info(tekster_dashboard.UKENDTE_ENHEDER)
    lagt_ind = side.scope.rows("flyttede_enheder").filter(enhed_id=valg.enhed_id)["enhedsnr"].to_list()
    if lagt_ind:
        st.info(tekster_dashboard.LAGT_IND.format(enhed=plain(valg.navn), numre=", ".join(lagt_ind)))
    if tal:
        _show_noegletal(side, valg, tal[0])
        _show_rettelser(valg, periode, rettelser)
    else:
        show_ingen_tal(side, valg)
    show_enhedsark(side, valg)
    _show_figur_1(side, valg)
    _show_boern(side, valg)
    _show_personalegrupper(side, valg)
    _show_hvorfor(side, valg, rettelser)


def _show_noegletal(side: Side, valg: Valg, nu: dict[str, Any]) -> None:
    """The headline and two shares. A foreløbig period shows its numbers without a change."""
    if nu["er_nedlagt"]:
        st.info(tekster_dashboard.NEDLAGT.format(enhed=plain(valg.navn), periode=valg.periode_tekst))
    if nu["sygedage"] is None:
        st.info(tekster_dashboard.FOR_LILLE_TIL_RATE.format(enhed=plain(valg.navn)))
        return
    if nu["er_foreloebig"]:
        st.info(tekster.KUN_FORELOEBIG)
    sygedage, langtid, friske = st.columns([4, 3, 3], border=True)
    with sygedage.container(gap=None):
        st.metric(tekster.ENHED_FOR_NYTAL[headline(side.scope)], decimaltal(nu["sygedage"]))
        st.markdown(LINJESKIFT.join(_describe_sygedage(side, valg, nu)))
    with langtid.container(gap=None):
        _show_andel(side, valg, nu, "langtidsandel")
    with friske.container(gap=None):
        _show_andel(side, valg, nu, "langtidsfriske")
    halvdelen = side.scope.rows("halvdelen_af_dagene", enhed_id=valg.enhed_id, periode=valg.periode)
    if not halvdelen.is_empty():
        antal = halvdelen.item()
        ord_for_antal = tekster_dashboard.HALVDELEN["en" if antal == 1 else "flere"]
        st.markdown(ord_for_antal.format(antal=heltal(antal), alle=heltal(nu["gns_medarbejdere"])))


def _read_rettelser(side: Side, valg: Valg) -> Sequence[Berigtigelse]:
    """None of a level whose corrections are not told."""
    return read_berigtigelser(side.miljoe.lager) if valg.node["niveau"] in MED_REVISIONER else ()


def _show_rettelser(valg: Valg, periode: str, rettelser: Sequence[Berigtigelse]) -> None:
    """What was corrected after publication in the figure shown; the month that ends a quarter has its figure."""
    sidste = last_month(periode)
    kvartal = quarter_of(sidste)
    if last_month(kvartal) == sidste:
        for maerke in mark_enhed(rettelser, kvartal, valg.navn):
            st.warning(plain(maerke))


def _describe_sygedage(side: Side, valg: Valg, nu: dict[str, Any]) -> Iterator[str]:
    """A line each: since last quarter, since last year, the top, the måltal."""
    for skridt, saetning in (("kvartal", tekster.SIDEN_KVARTAL), ("aar", tekster.SIDEN_AAR)):
        if nu[SKRIDT[skridt]] is not None and not nu["er_foreloebig"]:
            siden = saetning.format(aendring=_colour(aendring(nu[SKRIDT[skridt]]), judge_aendring(nu, skridt)))
            yield with_grund(siden, nu, skridt)
    status = read_kvartalsstatus(side.scope, enhedsnr=valg.node["enhedsnr"], enhedsnavn=valg.navn)
    if status.top is not None:
        top = decimaltal(status.top["sygedage"])
        yield tekster.TOPPEDE.format(kvartal=periode_med_ord(status.top["periode"]), top=top)
    if nu["maaltal"] is not None and nu["afstand_til_maaltal"] is not None:
        yield tekster_dashboard.MAALTAL_NU.format(
            maaltal=plain(format_maaltal(nu)), afstand=_colour(aendring(nu["afstand_til_maaltal"]), "")
        )
    elif nu["maaltal_kilde"] is not None:
        yield tekster_dashboard.MAALTAL_DELVIS.format(kilde=nu["maaltal_kilde"])
    else:
        yield tekster_dashboard.MAALTAL_INGEN.format(enhed=plain(valg.navn))


def _show_andel(side: Side, valg: Valg, nu: dict[str, Any], navn: str) -> None:
    """The change of a share is not held against chance, and has no colour."""
    andel, forskel = nu[ANDELE[navn]], nu[f"{navn}_aendring_kvartal"]
    st.metric(ANDELSNAVNE[navn], tekster.MANGLER_TAL if andel is None else procent(andel))
    if andel is None:
        st.markdown(plain(explain_andel(side.scope, valg.enhed_id, str(valg.periode), navn)))
    elif forskel is not None and not nu["er_foreloebig"]:
        st.markdown(tekster.SIDEN_KVARTAL.format(aendring=_colour(procentpoint(forskel), "")))


def _colour(tekst: str, dom: Dom) -> str:
    """The sign says the direction; the colour only repeats whether it is good."""
    return f":{FARVER[dom]}[**{tekst}**]" if dom else f"**{tekst}**"


def _show_figur_1(side: Side, valg: Valg) -> None:
    kvartaler = side.scope.rows("figur_1", enhedsnr=valg.node["enhedsnr"])
    if kvartaler.is_empty():
        return
    show_visning(side, "figur_1", {"enhed": str(valg.enhed_id)})


def _show_hvorfor(side: Side, valg: Valg, rettelser: Sequence[Berigtigelse]) -> None:
    """Since a quarter before, else since a year before; a month, a foreløbig quarter and a first one have no answer."""
    rows = side.scope.rows("hvorfor", enhed_id=valg.enhed_id, periode=str(valg.periode))
    muligheder = [skridt for skridt in SKRIDT if skridt in rows["skridt"].to_list()]
    if not muligheder:
        return
    skridt = muligheder[0]
    if len(muligheder) > 1:
        valgt = st.segmented_control(
            tekster_hvorfor.AENDRING, muligheder, default=skridt, format_func=tekster_hvorfor.SIDEN.__getitem__
        )
        skridt = valgt or skridt
    show_visning(side, "hvorfor", {"enhed": str(valg.enhed_id), "periode": str(valg.periode), "skridt": skridt})
    foer = step_back(str(valg.periode), KVARTALER[skridt])
    for maerke in mark_enhed(rettelser, foer, valg.navn):
        st.markdown(f"**{tekster_hvorfor.RETTET.format(kvartal=periode_med_ord(foer))}** {plain(maerke)}")


def _show_boern(side: Side, valg: Valg) -> None:
    boern = side.scope.rows("enhedens_boern", enhed_id=valg.enhed_id, periode=valg.periode)
    if boern.is_empty():
        return
    show_overskrift(tekster_dashboard.BOERN_TITEL.format(enhed=valg.navn))
    parametre = {"enhed": str(valg.enhed_id), "periode": str(valg.periode)}
    visning = make_visning(side, "boern", parametre)
    st.markdown(plain(visning.saetning))
    show_liste(side, "boern", visning, parametre, sti="")
    hele, nedlagte = boern.filter(~pl.col("er_nedlagt")), boern.filter("er_nedlagt")
    st.markdown(describe_tilsammen(*(raekker["gns_medarbejdere"].to_list() for raekker in (hele, nedlagte))))


def describe_tilsammen(hele: list[float], nedlagte: list[float]) -> str:
    """What the head-counts of the list and the closed units come to, and why the list itself comes to another sum."""
    alle = sum(hele) + sum(nedlagte)
    vist = sum(afrund(antal) for antal in (*hele, *nedlagte))
    return "".join(
        (
            tekster_dashboard.TILSAMMEN.format(antal=heltal(alle)),
            tekster_dashboard.TILSAMMEN_NEDLAGTE.format(antal=heltal(sum(nedlagte))) if nedlagte else "",
            tekster_dashboard.TILSAMMEN_AFRUNDET if vist != afrund(alle) else "",
            ".",
        )
    )


def _show_personalegrupper(side: Side, valg: Valg) -> None:
    if read_personalegrupper(side.scope, valg.enhed_id).height:
        show_visning(side, "personalegrupper", {"enhed": str(valg.enhed_id)})


def _show_udgivet(side: Side, valg: Valg) -> None:
    """Rounded figures, nothing that says more."""
    tal = side.scope.rows("udgivne_liste", enhed_id=valg.enhed_id)
    if tal.is_empty():
        st.info(tekster_adgang.FOR_LILLE.format(enhed=plain(valg.navn), hvor=tekster_adgang.FOR_LILLE_HVOR))
        return
    nyeste = tal.row(0, named=True)
    st.markdown(tekster_dashboard.STATUS_UDGIVET.format(periode=periode_med_ord(nyeste["periode"])))
    sygedage, langtid, friske = st.columns([4, 3, 3], border=True)
    sygedage.metric(tekster.ENHED_FOR_NYTAL[headline(side.scope)], decimaltal(nyeste["sygedage"]))
    for felt, navn in ((langtid, "langtidsandel"), (friske, "langtidsfriske")):
        andel = nyeste[f"{navn}_pct"]
        felt.metric(ANDELSNAVNE[navn], tekster.MANGLER_TAL if andel is None else f"{andel} pct.")
        if andel is None:
            felt.markdown(plain(explain_andel(side.scope, valg.enhed_id, nyeste["periode"], navn)))
    _show_rettelser(valg, nyeste["periode"], _read_rettelser(side, valg))
    show_enhedsark(side, valg)
    if tal.height > 1:
        nytal = f"sygedage_{headline(side.scope)}"
        show_visning(
            side,
            "udvikling",
            {"noder": str(valg.enhed_id), "tal": nytal, "periodetype": "kvartal", "vindue": "rullende"},
        )
    if side.scope.rows("udgivne_boern", enhed_id=valg.enhed_id).height:
        _show_udgivne_boern(side, valg)
    _show_personalegrupper(side, valg)


def _show_udgivne_boern(side: Side, valg: Valg) -> None:
    show_overskrift(tekster_dashboard.BOERN_TITEL.format(enhed=valg.navn))
    parametre = {"enhed": str(valg.enhed_id)}
    visning = make_visning(side, "udgivne_boern", parametre)
    st.markdown(plain(visning.saetning))
    show_liste(side, "udgivne_boern", visning, parametre, sti="")
    st.markdown(f":small[{plain(visning.note)}]")
