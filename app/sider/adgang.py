"""The page Adgang: who sees what and why, for hr to change and for the dpo to read; the log beside it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, get_args

import streamlit as st

from app.side import SOM, Side, run_handling, show_download
from app.sider.adgang_flere import (
    Enhedsnavne,
    Navngivne,
    find_navne,
    name_enhed,
    show_forslag,
    show_ret_flere,
    show_uden_leder,
)
from app.sikkerhed.opsaetning import read_opsaetning
from app.tabel import show_tabel
from app.valg import forget_valg
from app.vis import show_titel
from pipeline.lager.adgang import (
    AABEN,
    Adgangsraekke,
    NyRaekke,
    Rolle,
    add_raekker,
    is_gaeldende,
    is_gaeldende_fra,
    read_adgang,
)
from pipeline.lager.identiteter import bind_konto, release_identitet
from pipeline.lager.kontrol import describe_hoved, verify_log
from pipeline.lager.log import Haendelse, read_log, write_log
from pipeline.port.dommer import check_roller
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster.dansk import heltal, tidspunkt

HOEJST_LINJER = 500
HOEJST_ENHEDER = 50
"""Units given at once."""


def show_adgang(side: Side) -> None:
    show_titel(tekster_adgang.ADGANG_TITEL)
    if not side.scope.rettigheder.har_tal:
        st.markdown(tekster_adgang.DU_SER_ADGANG_OG_LOG)
    raekker = read_adgang(side.miljoe.lager)
    enheder = dict(side.scope.rows("enheder_liste").select("enhed_id", "enhedsnavn").iter_rows())
    navngivne = Navngivne(raekker, enheder, find_navne(side))
    if not side.kan_aendre:
        adgange, log = st.tabs(tekster_adgang.ADGANG_FANER_DPO)
    else:
        adgange, forslag, uden, tilfoej, se_som, log = st.tabs(tekster_adgang.ADGANG_FANER)
        with forslag:
            show_forslag(side, navngivne)
        with uden:
            show_uden_leder(side, navngivne)
        with tilfoej:
            _show_tilfoej(side, raekker, enheder)
        with se_som:
            _show_se_som(side, raekker)
    with adgange:
        _show_adgange(side, navngivne)
    with log:
        _show_log(side, enheder)


def _show_adgange(side: Side, navngivne: Navngivne) -> None:
    gaeldende = [raekke for raekke in navngivne.raekker if is_gaeldende(raekke, side.dag)]
    st.markdown(tekster_adgang.ADGANG_INDLEDNING.format(antal=heltal(len(gaeldende))))
    soeg = st.text_input(tekster_adgang.ADGANG_SOEG, key="adgang_soeg").strip().lower()
    alle = st.checkbox(tekster_adgang.ADGANG_VIS_ALLE, key="adgang_alle")
    linjer = [(raekke, navngivne.line(raekke, side.dag)) for raekke in (navngivne.raekker if alle else gaeldende)]
    viste = [(raekke, linje) for raekke, linje in linjer if soeg in " ".join(linje).lower()]
    if viste:
        kolonner = tekster_adgang.ADGANG_KOLONNER
        show_tabel(kolonner, [linje for _, linje in viste], tekstkolonner=len(kolonner))
    else:
        st.info(tekster_adgang.ADGANG_INGEN)
    show_download(side, "adgang", tekster_adgang.LAV_CSV, {}, key="adgang_csv")
    if side.kan_aendre:
        show_ret_flere(side, navngivne, [raekke for raekke, _ in viste if is_gaeldende_fra(raekke, side.dag)])
        _show_loesn(side, gaeldende)
        _show_bind(side, gaeldende)


def _show_loesn(side: Side, gaeldende: Sequence[Adgangsraekke]) -> None:
    with st.expander(tekster_adgang.LOESN), st.form("loesn", border=False):
        st.markdown(tekster_adgang.LOESN_FORKLARING)
        valgt = st.selectbox(
            tekster_adgang.LOESN_VALG,
            sorted({raekke.bruger for raekke in gaeldende}),
            index=None,
            placeholder=tekster_adgang.VAELG,
        )
        if st.form_submit_button(tekster_adgang.LOESN_KNAP) and valgt is not None:
            run_handling(
                lambda: release_identitet(side.miljoe.lager, valgt, af=side.bruger.navn), tekster_adgang.LOESNET
            )


def _show_bind(side: Side, gaeldende: Sequence[Adgangsraekke]) -> None:
    udbyder = read_opsaetning().udbyder
    if udbyder is None:
        return
    with st.expander(tekster_adgang.BIND), st.form("bind", border=False):
        st.markdown(tekster_adgang.BIND_FORKLARING)
        brugere = sorted({raekke.bruger for raekke in gaeldende})
        valgt = st.selectbox(tekster_adgang.BIND_VALG, brugere, index=None, placeholder=tekster_adgang.VAELG)
        konto = st.text_input(tekster_adgang.BIND_KONTO).strip()
        if st.form_submit_button(tekster_adgang.BIND_KNAP) and valgt is not None:
            run_handling(
                lambda: bind_konto(
                    side.miljoe.lager, valgt, udsteder=udbyder.udsteder, vaerdi=konto, af=side.bruger.navn
                ),
                tekster_adgang.BUNDET,
            )


def _show_tilfoej(side: Side, raekker: Sequence[Adgangsraekke], enheder: Enhedsnavne) -> None:
    """One user, one role, one reason: as many units as are chosen, all of them or none."""
    with st.form("tilfoej", border=False):
        venstre, hoejre = st.columns(2)
        bruger = venstre.text_input(tekster_adgang.TILFOEJ_BRUGER)
        email = hoejre.text_input(tekster_adgang.TILFOEJ_EMAIL)
        rolle = venstre.selectbox(
            tekster_adgang.TILFOEJ_ROLLE,
            get_args(Rolle),
            index=get_args(Rolle).index("leder"),
            format_func=tekster_adgang.ROLLER_FORKLARET.__getitem__,
        )
        valgte = hoejre.multiselect(
            tekster_adgang.TILFOEJ_ENHED,
            list(enheder),
            format_func=enheder.__getitem__,
            placeholder=tekster_adgang.VAELG_FLERE,
            max_selections=HOEJST_ENHEDER,
            key="tilfoej_enheder",
        )
        fra = venstre.date_input(tekster_adgang.TILFOEJ_FRA, side.dag, format="DD.MM.YYYY")
        til = hoejre.date_input(tekster_adgang.TILFOEJ_TIL, None, format="DD.MM.YYYY")
        nummer = venstre.text_input(
            tekster_adgang.TILFOEJ_MEDARBEJDERNR, help=tekster_adgang.TILFOEJ_MEDARBEJDERNR_HJAELP
        )
        andre = sorted({raekke.bruger for raekke in raekker})
        stedfortraeder_for = hoejre.selectbox(
            tekster_adgang.TILFOEJ_STEDFORTRAEDER, andre, index=None, placeholder=tekster_adgang.VAELG
        )
        begrundelse = st.text_input(tekster_adgang.TILFOEJ_BEGRUNDELSE)
        if not st.form_submit_button(tekster_adgang.TILFOEJ_KNAP):
            return
    if not (bruger.strip() and email.strip() and begrundelse.strip() and valgte):
        st.error(tekster_adgang.TILFOEJ_MANGLER)
    elif nummer.strip() and not nummer.strip().isdigit():
        st.error(tekster_adgang.TILFOEJ_NUMMER)
    else:
        nye = [
            NyRaekke(
                bruger=bruger.strip(),
                email=email.strip(),
                medarbejdernr=int(nummer) if nummer.strip() else None,
                rolle=rolle,
                enhedsnr=enhed,
                gyldig_fra=fra,
                gyldig_til=til or AABEN,
                begrundelse=begrundelse.strip(),
                stedfortraeder_for=stedfortraeder_for,
            )
            for enhed in valgte
        ]
        run_handling(lambda: _add(side, nye), tekster_adgang.TILFOEJET["en" if len(nye) == 1 else "flere"])


def _add(side: Side, nye: Sequence[NyRaekke]) -> None:
    """The judge is asked of all the user is given, before any of it is."""
    roller = [(ny.rolle, ny.enhedsnr) for ny in nye]
    check_roller(nye[0].bruger, roller, hr=side.bruger, miljoe=side.miljoe)
    add_raekker(side.miljoe.lager, nye, af=side.bruger.navn)


def _show_se_som(side: Side, raekker: Sequence[Adgangsraekke]) -> None:
    st.markdown(tekster_adgang.SE_SOM_INDLEDNING)
    andre = sorted({raekke.bruger for raekke in raekker if is_gaeldende(raekke, side.dag)} - {side.bruger.navn})
    with st.form("se_som", border=False):
        valgt = st.selectbox(tekster_adgang.SE_SOM_VALG, andre, index=None, placeholder=tekster_adgang.VAELG)
        if st.form_submit_button(tekster_adgang.SE_SOM_KNAP) and valgt is not None:
            write_log(side.miljoe.lager, Haendelse(hvem=side.bruger.navn, som=valgt, hvad="se som"))
            st.session_state[SOM] = valgt
            forget_valg()
            st.rerun()


def _show_log(side: Side, enheder: Enhedsnavne) -> None:
    kontrol = verify_log(side.miljoe.lager)
    if kontrol.fund:
        st.error(tekster_adgang.LOG_IKKE_HEL.format(fund=" ".join(fund.saetning for fund in kontrol.fund)))
    else:
        hel = tekster_adgang.LOG_HEL.format(antal=heltal(kontrol.antal), kontroltal=kontrol.kontroltal[:16])
        st.success(f"{hel} {describe_hoved(kontrol)}")
    fra_felt, til_felt, hvem_felt = st.columns(3)
    fra = fra_felt.date_input(tekster_adgang.LOG_FRA, side.dag - timedelta(days=30), format="DD.MM.YYYY")
    til = til_felt.date_input(tekster_adgang.LOG_TIL, side.dag, format="DD.MM.YYYY")
    log = read_log(side.miljoe.lager, fra=fra, til=til)
    hvem = hvem_felt.selectbox(tekster_adgang.LOG_HVEM, [tekster_adgang.LOG_ALLE, *log["hvem"].unique().sort()])
    if hvem != tekster_adgang.LOG_ALLE:
        log = log.filter(log["hvem"] == hvem)
    if log.is_empty():
        st.info(tekster_adgang.LOG_INGEN)
        return
    if len(log) > HOEJST_LINJER:
        st.markdown(tekster_adgang.LOG_FLERE.format(vist=heltal(HOEJST_LINJER), antal=heltal(len(log))))
    show_download(side, "log", tekster_adgang.LAV_CSV, {"fra": fra.isoformat(), "til": til.isoformat()}, key="log_csv")
    show_tabel(
        tekster_adgang.LOG_KOLONNER,
        [_log_line(linje, enheder) for linje in log.head(HOEJST_LINJER).to_dicts()],
        tekstkolonner=len(tekster_adgang.LOG_KOLONNER),
        titel=tekster_adgang.ADGANG_FANER[-1],
    )


def _log_line(linje: dict[str, Any], enheder: Enhedsnavne) -> tuple[str, ...]:
    hvem = linje["hvem"]
    if linje["som"]:
        hvem = tekster_adgang.LOG_SOM.format(hvem=hvem, som=linje["som"])
    return (
        tidspunkt(linje["tid"]),
        hvem,
        linje["hvad"],
        linje["hvor"],
        ", ".join(name_enhed(nr, enheder) for nr in linje["noder"]),
        "" if linje["antal_personer"] is None else heltal(linje["antal_personer"]),
        linje["bygning_id"] or "",
    )
