"""Mine enheder, where a chef begins: whom to talk to first, then every unit below her in one list."""

import streamlit as st

from app.side import Side
from app.tabel import show_liste
from app.valg import newest_kvartal, show_intet
from app.vis import make_visning, plain, show_titel
from pipeline.opfoelgning.enhedsark import list_enheder
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster.dansk import antal_af, heltal, periode_med_ord

STANDARD = "vaegt"


def show_mine_enheder(side: Side) -> None:
    """With the leaders' follow-up, and so logged; no person is shown."""
    navn = tekster_dashboard.SIDER["mine_enheder"]
    side = side.with_opfoelgning(navn)
    show_titel(navn)
    periode = newest_kvartal(side)
    if periode is None or side.scope.rows("mine_enheder", periode=periode).is_empty():
        show_intet(side)
        return
    parametre = {"periode": periode}
    visning = make_visning(side, "mine_enheder", parametre)
    st.markdown(f"**{plain(visning.saetning)}**")
    st.markdown(tekster_dashboard.MINE_STATUS.format(periode=periode_med_ord(periode)))
    _show_uden_leder(side)
    vaegt = next((nr for nr, k in enumerate(visning.tabel.kolonner) if k.navn == tekster_dashboard.MINE_VAEGT), None)
    standard = "" if vaegt is None else f"{vaegt}-ned"
    show_liste(side, "mine_enheder", visning, parametre, standard=standard, ark=list_enheder(side.scope).keys())
    st.markdown(f":small[{plain(visning.note)}]")


def _show_uden_leder(side: Side) -> None:
    daekning = side.scope.rows("lederdaekning_tal").row(0, named=True)
    if daekning["antal_uden_leder"]:
        uden = antal_af(tekster_dashboard.UDEN_LEDER, daekning["antal_uden_leder"])
        st.markdown(tekster_dashboard.UDEN_LEDER_AF.format(uden=uden, alle=heltal(daekning["antal_enheder"])))
