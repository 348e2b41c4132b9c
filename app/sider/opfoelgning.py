"""Opfølgning: for a leder who is due, overdue first; for a chef how the leaders follow up; for hr the whole kommune."""

from typing import Any

import polars as pl
import streamlit as st

from app.side import Side, show_download
from app.sider.notering import (
    Varsel,
    describe_note,
    find_noteres,
    show_fortryd_flere,
    show_kvittering,
    show_noter_knap,
    show_notering,
    varsel_name,
)
from app.tabel import show_liste, show_tabel
from app.vis import make_visning, plain, show_overskrift, show_titel
from pipeline.opfoelgning.ledersamtale import read_leder, tabulate_months
from pipeline.opfoelgning.ord import explain_frist, explain_off, explain_varsel, share
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from pipeline.tekster.dansk import dato_med_ord, heltal, procent

HOEJST_PAA_LISTEN = 40


def show_opfoelgning(side: Side) -> None:
    """With persons, and so logged."""
    side = side.with_opfoelgning(tekster_dashboard.SIDER["opfoelgning"])
    noteres = find_noteres(side)
    if noteres is None:
        show_kvittering(side)
    show_titel(tekster_dashboard.SIDER["opfoelgning"])
    if noteres is not None:
        show_notering(side, noteres)
        return
    regler = side.scope.rows("opfoelgning_regelliste")
    if not regler.is_empty():
        udtraek, dag = (dato_med_ord(regler[navn][0]) for navn in ("udtraeksdato", "dag"))
        st.markdown(tekster_opfoelgning.FORKLARING.format(udtraek=udtraek, dag=dag))
    if side.bruger.som is not None:
        st.info(tekster_opfoelgning.SE_SOM)
    if side.scope.rettigheder.er_hr:
        _show_daekning(side)
        _show_ledere(side)
        show_overskrift(tekster_opfoelgning.UDEN_LEDER)
        st.markdown(f":small[{tekster_opfoelgning.UDEN_LEDER_FORKLARING}]")
        _show_egne(side)
    else:
        _show_egne(side)
        _show_ledere(side)
    fra = regler.filter("er_fra")
    if not fra.is_empty():
        show_overskrift(tekster_opfoelgning.FRA_TITEL)
        st.markdown("\n".join(f"- {explain_off(regel)}" for regel in fra.iter_rows(named=True)))


def _show_egne(side: Side) -> None:
    egne = side.scope.rows("opfoelgning_liste")
    aabne = egne.filter(tilstand="åben")
    if egne.is_empty() and not side.scope.rettigheder.leder:
        st.markdown(tekster_opfoelgning.INTET_EGET)
        return
    if aabne.is_empty() and side.scope.rows("opfoelgning_regelliste")["er_fra"].any():
        st.info(tekster_opfoelgning.INTET_MEN_FRA)
    elif aabne.is_empty():
        st.success(tekster_opfoelgning.INTET)
    else:
        over = heltal(aabne["er_overskredet"].sum())
        st.markdown(tekster_opfoelgning.ANTAL.format(aabne=heltal(aabne.height), over=over))
    for varsel in aabne.head(HOEJST_PAA_LISTEN).to_dicts():
        _show_varsel(side, varsel)
    if aabne.height > HOEJST_PAA_LISTEN:
        st.markdown(tekster_opfoelgning.FLERE.format(vist=heltal(HOEJST_PAA_LISTEN), antal=heltal(aabne.height)))
    _show_haandterede(side, egne.filter(tilstand="håndteret"))


def _show_varsel(side: Side, varsel: Varsel) -> None:
    with st.container(border=True):
        hvem, hvad, frist, knap = st.columns([3, 5, 2, 2], vertical_alignment="center")
        hvem.markdown(f"**{varsel_name(varsel)}**  \n:small[{plain(varsel['enhedsnavn'] or '')}]")
        maaske = f" {tekster_opfoelgning.MAASKE}" if varsel["er_maaske_afsluttet"] else ""
        hvorfor = f"**{plain(varsel['regelnavn'])}.** {explain_varsel(varsel)}{maaske}"
        hvad.markdown(f"{hvorfor}  \n:small[{plain(varsel['forklaring'])}]")
        tekst = explain_frist(varsel)
        frist.markdown(f":red[**{tekst}**]" if varsel["er_overskredet"] else tekst)
        if side.bruger.som is None:
            with knap:
                show_noter_knap(varsel)


def _show_haandterede(side: Side, haandterede: pl.DataFrame) -> None:
    if haandterede.is_empty():
        return
    haandterede = haandterede.sort("note_id", descending=True)
    show_fortryd_flere(side, haandterede)
    nyeste = haandterede.head(HOEJST_PAA_LISTEN).to_dicts()
    with st.expander(tekster_opfoelgning.HAANDTERET.format(antal=heltal(haandterede.height))):
        show_tabel(
            tekster_opfoelgning.HAANDTERET_KOLONNER,
            [
                (varsel["navn"] or varsel["medarbejdernr"], varsel["regelnavn"], describe_note(varsel))
                for varsel in nyeste
            ],
            tekstkolonner=3,
            titel=tekster_opfoelgning.HAANDTERET.format(antal=heltal(haandterede.height)),
        )
        if haandterede.height > HOEJST_PAA_LISTEN:
            st.markdown(f":small[{tekster_opfoelgning.FLERE_NOTEREDE.format(vist=heltal(HOEJST_PAA_LISTEN))}]")


def _show_ledere(side: Side) -> None:
    ledere = side.scope.rows("opfoelgning_ledere").filter(pl.col("maaned").is_null())
    if ledere.is_empty():
        if side.scope.rettigheder.chef:
            st.info(tekster_opfoelgning.LEDERE_FOR_FAA)
        return
    show_overskrift(tekster_opfoelgning.LEDERE)
    st.markdown(f":small[{tekster_opfoelgning.LEDERE_FORKLARING}]")
    show_liste(side, "ledere", make_visning(side, "ledere", {}), {})
    samlede = sum(ledere["antal_samlede"])
    if samlede:
        st.markdown(f":small[{tekster_opfoelgning.LEDERE_SAMLET.format(antal=heltal(samlede))}]")
    _show_samtale(side, ledere.filter(pl.col("enhedsnr").is_not_null()))


def _show_samtale(side: Side, ledere: pl.DataFrame) -> None:
    if ledere.is_empty():
        return
    show_overskrift(tekster_opfoelgning.LEDERE_MAANED, under=True)
    navne = dict(ledere.select("enhedsnr", "enhedsnavn").iter_rows())
    valgt = st.selectbox(
        tekster_opfoelgning.LEDERE_VAELG, list(navne), format_func=navne.__getitem__, key="opfoelgning_leder"
    )
    show_tabel(tekster_opfoelgning.MAANED_KOLONNER, tabulate_months(read_leder(side.scope, valgt)))
    show_download(side, "ledersamtale", tekster_opfoelgning.LEDERE_HENT, {"enhed": valgt}, key="hent_ledersamtale")


def _show_daekning(side: Side) -> None:
    daekket = side.scope.rows("opfoelgning_daekket")
    show_overskrift(tekster_opfoelgning.DAEKNING)
    afdelinger = daekket.filter(pl.col("slags").is_in(["alle", "afdeling"])).to_dicts()
    show_tabel(
        tekster_opfoelgning.DAEKNING_AFDELING,
        [(linje["navn"] or tekster_opfoelgning.DAEKNING_ALLE, *_counts(linje, "antal_i_tide")) for linje in afdelinger],
    )
    regler = daekket.filter(slags="regel").to_dicts()
    show_tabel(
        tekster_opfoelgning.DAEKNING_REGEL,
        [(linje["navn"], *_counts(linje, "antal_haandteret")) for linje in regler],
        titel=tekster_opfoelgning.DAEKNING_REGEL_TITEL,
    )
    forfaldne = [linje for linje in regler if linje["antal_talt"]]
    uroerte = [linje["navn"] for linje in forfaldne if not linje["antal_haandteret"]]
    if uroerte:
        st.warning(tekster_opfoelgning.INGEN_REAGERER.format(regler=", ".join(uroerte)))
    elif forfaldne:
        mindst = min(forfaldne, key=lambda linje: linje["antal_haandteret"] / linje["antal_talt"])
        andel = procent(mindst["antal_haandteret"] / mindst["antal_talt"])
        st.markdown(tekster_opfoelgning.UROERTE.format(regel=mindst["navn"], andel=andel))


def _counts(linje: dict[str, Any], gjort: str) -> tuple[str, ...]:
    return (
        heltal(linje["antal_talt"]),
        heltal(linje[gjort]),
        share(linje[gjort], linje["antal_talt"]),
        heltal(linje["antal_aabne"]),
        heltal(linje["antal_overskredne"]),
    )
