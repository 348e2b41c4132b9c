"""What every run begins with: who is there, what she may see, which pages there are."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from app.miljoe import find_miljoe, spare_the_collector
from app.side import BESKED, SOM, Side
from app.sider.adgang import show_adgang
from app.sider.afstem import show_afstem
from app.sider.datagrundlag import show_datagrundlag
from app.sider.det_skal_du import show_det_skal_du
from app.sider.indsatser import show_indsatser
from app.sider.kvartalet import show_kvartalet
from app.sider.laaste import show_laaste
from app.sider.log_ind import show_findes_ikke, show_log_ind, show_log_ud
from app.sider.maaltal import show_maaltal
from app.sider.medarbejdere import show_medarbejdere
from app.sider.mine_enheder import show_mine_enheder
from app.sider.opfoelgning import show_opfoelgning
from app.sider.overblik import show_overblik
from app.sider.sammenlign import show_sammenlign
from app.sider.status import show_status
from app.sider.udvikling import show_udvikling
from app.sikkerhed.opsaetning import read_opsaetning
from app.sikkerhed.session import Forespoergsel, Session, find_session
from app.valg import forget_valg, is_asked_for_enhed
from app.vis import plain, show_link, show_stil, show_titel
from pipeline.fejl import Brugerfejl
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe, open_scope
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import dato

GAMMEL_EFTER = 45  # days after which figures are old: an export is due every month
# Where each role begins; the first of one's own counts.
START: Mapping[str, str] = {
    "hr": "overblik",
    "chef": "mine_enheder",
    "leder": "det_skal_du",
    "aggregat": "status",
    "dpo": "adgang",
}
SIDER: Mapping[str, Callable[[Side], None]] = {
    "det_skal_du": show_det_skal_du,
    "mine_enheder": show_mine_enheder,
    "overblik": show_overblik,
    "status": show_status,
    "udvikling": show_udvikling,
    "maaltal": show_maaltal,
    "sammenlign": show_sammenlign,
    "medarbejdere": show_medarbejdere,
    "opfoelgning": show_opfoelgning,
    "indsatser": show_indsatser,
    "datagrundlag": show_datagrundlag,
    "kvartalet": show_kvartalet,
    "laaste": show_laaste,
    "afstem": show_afstem,
    "adgang": show_adgang,
}  # a text of its own on a line Streamlit would show


def run_page() -> None:
    miljoe, opsaetning = find_miljoe(), read_opsaetning()
    anmodning = Forespoergsel(st.context.cookies, st.context.headers, st.context.ip_address is None)
    session = find_session(anmodning, miljoe=miljoe, opsaetning=opsaetning)
    if session.bruger is None:
        _run_alone(partial(show_log_ind, session, anmodning, miljoe=miljoe, opsaetning=opsaetning))
        return
    try:
        side = _open_side(Bruger(session.bruger, st.session_state.get(SOM)), session, miljoe)
    except IngenAdgang as fejl:
        _run_alone(partial(show_log_ud, str(fejl), session, miljoe=miljoe, opsaetning=opsaetning))
        return
    start, synlige = _find_start(side), _visible(side)
    sider = {
        adresse: partial(_show, side, vis if adresse in synlige else show_findes_ikke, session)
        for adresse, vis in SIDER.items()
    }
    vist_foerst = "overblik" if is_asked_for_enhed() and side.scope.rettigheder.har_tal else start
    _navigate({"start": sider[vist_foerst], **sider}, synlige - {start} | {"start"}, start)
    spare_the_collector("first page")


def _find_start(side: Side) -> str:
    """The front page's own address, which old bookmarks have a unit at, is of the role one begins with."""
    rettigheder = side.scope.rettigheder
    egne = {
        "hr": rettigheder.er_hr,
        "chef": bool(rettigheder.chef),
        "leder": bool(rettigheder.leder),
        "aggregat": bool(rettigheder.aggregat),
        "dpo": rettigheder.er_dpo,
    }
    return next(START[rolle] for rolle, har in egne.items() if har)


def _visible(side: Side) -> frozenset[str]:
    """The pages there are for a user: the figures for who has any, employees for who sees some."""
    synlige = set()
    if side.scope.rettigheder.har_tal:
        synlige |= {"overblik", "udvikling", "sammenlign", "datagrundlag"}
    if side.scope.rettigheder.chef and not side.scope.rettigheder.er_hr:
        synlige.add("mine_enheder")
    if side.scope.rettigheder.leder and not side.scope.rettigheder.er_hr:
        synlige.add("det_skal_du")
    if side.scope.rettigheder.har_personer:
        synlige |= {"maaltal", "medarbejdere", "opfoelgning", "indsatser"}
    if side.scope.rettigheder.aggregat and not side.scope.rettigheder.er_hr:
        synlige.add("status")
    if side.scope.rettigheder.er_hr:
        synlige |= {"kvartalet", "laaste", "afstem"}
    if side.ser_adgang:
        synlige.add("adgang")
    return frozenset(synlige)


def _open_side(bruger: Bruger, session: Session, miljoe: Miljoe) -> Side:
    """Whom hr looks as can lose her rights: then hr is herself again."""
    try:
        return Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, session.noegle)
    except IngenAdgang:
        if bruger.som is None:
            raise
        st.session_state.pop(SOM)
        bruger = Bruger(bruger.navn)
        return Side(bruger, open_scope(bruger, miljoe=miljoe), miljoe, session.noegle)


def _run_alone(vis: Callable[[], None]) -> None:
    _navigate(dict.fromkeys(("start", *SIDER), vis), frozenset({"start"}), "start")


def _navigate(sider: Mapping[str, Callable[[], None]], synlige: frozenset[str], start: str) -> None:
    """Every page exists for everybody: to an address it does not know Streamlit answers in English. The front page is
    called what it is of the others.
    """
    side = st.navigation(
        [
            st.Page(
                vis,
                title=tekster_dashboard.SIDER[start if adresse == "start" else adresse],
                url_path=adresse,
                default=adresse == "start",
                visibility="visible" if adresse in synlige else "hidden",
            )
            for adresse, vis in sider.items()
        ],
        position="top",
    )
    st.set_page_config(page_title=tekster_dashboard.SIDETITEL.format(side=side.title))
    side.run()


def _show(side: Side, vis: Callable[[Side], None], session: Session) -> None:
    if side.scope.er_demo:
        st.markdown(f":orange-background[{tekster_adgang.DEMO}]")
    if side.bruger.som is not None:
        _show_som(side.bruger.som)
    if BESKED in st.session_state:
        st.success(st.session_state.pop(BESKED))
    if side.scope.rettigheder.har_tal:
        _show_alder(side)
    vis(side)
    st.divider()
    if side.scope.rettigheder.har_tal:
        st.markdown(f":small[{describe_bygning(side.scope.rows('byggerapport_bygning').row(0, named=True))}]")
    with st.container(key="bruger", horizontal=True, vertical_alignment="center", gap="small"):
        show_log_ud(None, session, miljoe=side.miljoe, opsaetning=read_opsaetning(), roller=_name_roller(side))


def _name_roller(side: Side) -> str:
    roller = [linje["rolle"] for linje in side.scope.rows("omfang_liste").to_dicts()]
    roller += ["dpo"] if side.scope.rettigheder.er_dpo else []
    return ", ".join(dict.fromkeys(tekster_adgang.ROLLER[rolle] for rolle in roller))


def _show_alder(side: Side) -> None:
    udtraek = side.scope.rows("byggerapport_bygning")["udtraeksdato"].item()
    dage = (side.i_dag - udtraek).days
    if dage <= GAMMEL_EFTER:
        return
    saetning = tekster_dashboard.GAMLE_TAL.format(dage=dage, dato=dato(udtraek))
    if side.scope.rettigheder.er_hr:
        st.warning(saetning)
        show_link("/kvartalet", tekster_dashboard.INDLAES_TITEL)
    else:
        st.warning(f"{saetning} {tekster_dashboard.GAMLE_TAL_SPOERG}")


def _show_som(bruger: str) -> None:
    with st.container(border=True):
        st.markdown(tekster_adgang.SE_SOM_VISER.format(bruger=plain(bruger)))
        if st.button(tekster_adgang.SE_SOM_SLUT):
            st.session_state.pop(SOM)
            forget_valg()
            st.rerun()


st.set_page_config(
    page_title=tekster.DASHBOARD, page_icon=str(Path(__file__).with_name("ikon.png")), layout="wide", menu_items={}
)
show_stil()
try:
    run_page()
except Brugerfejl as fejl:
    show_titel(tekster.DASHBOARD)
    st.error(str(fejl))
