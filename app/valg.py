"""The place and the period one looks at: kept in the address, so that it can be bookmarked and sent.

The address only asks. What it asks for is looked up among what the scope holds; a unit one may not see and a unit that
does not exist are the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from app.adresse import PERIODE, SORTER, is_ark_wanted
from app.side import Side
from app.vis import plain
from pipeline.database.laesning import periodetype_af
from pipeline.diskretion.regler import MINDST_I_MAANEDEN
from pipeline.indstillinger.enhedsnr import whole_enhedsnr
from pipeline.report.hvorfor_ikke import explain_kvartal
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import periode_med_ord
from pipeline.tekster.definitioner import number_in_words

ENHED = "enhed"
ADRESSE, NETOP_VALGT = "adresse", "netop_valgt"
Node = dict[str, Any]


@dataclass(frozen=True)
class Valg:
    """`node`: sql/50_visning/noegletal/noder.sql. `periode`: a rolling month or quarter with figures, or none yet.
    `vil_have_ark`: one came by a link to the unit's ark; the address forgets it.
    """

    noder: dict[str, Node]
    node: Node
    perioder: list[dict[str, Any]]
    periode: str | None
    vil_have_ark: bool = False

    @property
    def enhed_id(self) -> int:
        return int(self.node["enhed_id"])

    @property
    def navn(self) -> str:
        return str(self.node["enhedsnavn"])

    @property
    def er_foreloebig(self) -> bool:
        return any(linje["er_foreloebig"] for linje in self.perioder if linje["periode"] == self.periode)

    @property
    def periode_tekst(self) -> str:
        return periode_med_ord(str(self.periode))

    @property
    def status(self) -> str:
        """`Status for juni 2025, rullende tolv måneder …`"""
        foreloebig = tekster.FORELOEBIG if self.er_foreloebig else ""
        return tekster_dashboard.STATUS.format(periode=self.periode_tekst, foreloebig=foreloebig)

    def newest(self, periodetype: str) -> str | None:
        return find_newest(self.perioder, periodetype)

    def ancestors(self) -> list[Node]:
        """From the topmost one sees down to the node itself."""
        efter_id = {node["enhed_id"]: node for node in self.noder.values()}
        sti: list[Node] = []
        naeste: Node | None = self.node
        while naeste is not None and naeste not in sti:
            sti.insert(0, naeste)
            naeste = efter_id.get(naeste["overordnet_id"])
        return sti


def read_valg(side: Side) -> Valg | None:
    """What the address asks for, else where one was, else where one begins. None for a scope without figures."""
    noder = {node["enhedsnr"]: node for node in side.scope.rows("noder").to_dicts()}
    if not noder:
        return None
    perioder = side.scope.rows("perioder_valg").to_dicts()
    oensket = _asked_for()
    node = noder.get(whole_enhedsnr(oensket.get(ENHED) or "")) or _successor(side, noder, oensket.get(ENHED))
    if node is None and ENHED in oensket:
        st.info(tekster_dashboard.ENHED_FINDES_IKKE)
    valg = Valg(noder, node or _first(side, noder), perioder, None, node is not None and is_ark_wanted())
    return _keep(replace(valg, periode=_choose_periode(side, valg, oensket.get(PERIODE))))


def find_newest(perioder: list[dict[str, Any]], periodetype: str) -> str | None:
    """The newest with figures that is not foreløbig, else the newest."""
    egne = [linje for linje in perioder if linje["periodetype"] == periodetype]
    endelige = [linje for linje in egne if not linje["er_foreloebig"]]
    return next((str(linje["periode"]) for linje in endelige or egne), None)


def is_asked_for_enhed() -> bool:
    """The address asks for a unit."""
    return ENHED in st.query_params


def _successor(side: Side, noder: dict[str, Node], enhedsnr: str | None) -> Node | None:
    """The unit that carries on the history of one that was merged: an old bookmark still leads somewhere."""
    ny = side.scope.rows("flyttede_enheder").filter(enhedsnr=whole_enhedsnr(enhedsnr or ""))["enhed_id"].to_list()
    node = next((node for node in noder.values() if node["enhed_id"] in ny), None)
    if node is not None:
        st.info(tekster_dashboard.FLYTTET.format(enhed=plain(node["enhedsnavn"])))
    return node


def _asked_for() -> dict[str, str]:
    """The address, when somebody else than this page wrote it (a bookmark, the back button); else what was chosen last.

    A click that interrupts a run comes with the address from before it, so what was just chosen counts more.
    """
    adresse = {navn: st.query_params[navn] for navn in (ENHED, PERIODE) if navn in st.query_params}
    er_netop_valgt = st.session_state.pop(NETOP_VALGT, False)
    if adresse and not er_netop_valgt and adresse != st.session_state.get(ADRESSE):
        return adresse
    return {navn: st.session_state[navn] for navn in (ENHED, PERIODE) if st.session_state.get(navn)}


def _first(side: Side, noder: dict[str, Node]) -> Node:
    """The largest of the nodes one's roles stand on that has figures, else the topmost."""
    egne = [linje["enhedsnr"] for linje in side.scope.rows("omfang_liste").to_dicts() if linje["enhedsnr"] in noder]
    return noder[egne[0]] if egne else next(iter(noder.values()))


def _choose_periode(side: Side, valg: Valg, oensket: str | None) -> str | None:
    if valg.node["er_udgivet"]:
        return valg.newest("kvartal")
    if oensket in {linje["periode"] for linje in valg.perioder}:
        return str(oensket)
    return valg.newest("maaned" if sees_months(side) else "kvartal")


def newest_kvartal(side: Side) -> str | None:
    return find_newest(side.scope.rows("perioder_valg").to_dicts(), "kvartal")


def sees_months(side: Side) -> bool:
    """Of every node: a chef's small groups have figures by quarter only."""
    return side.scope.rettigheder.er_hr or bool(side.scope.rettigheder.leder)


def _keep(valg: Valg) -> Valg:
    st.session_state[ENHED], st.session_state[PERIODE] = valg.node["enhedsnr"], valg.periode
    adresse = {ENHED: valg.node["enhedsnr"]} | ({PERIODE: valg.periode} if valg.periode else {})
    sortering = {navn: vaerdi for navn, vaerdi in st.query_params.to_dict().items() if navn == SORTER}
    if st.query_params.to_dict() != adresse | sortering:
        st.query_params.from_dict(adresse | sortering)
    st.session_state[ADRESSE] = adresse
    return valg


def forget_valg() -> None:
    """Somebody else's place is not one's own."""
    for navn in (ENHED, PERIODE, ADRESSE):
        st.session_state.pop(navn, None)
    st.query_params.clear()


def go_to(enhedsnr: str) -> None:
    st.session_state[ENHED], st.session_state[NETOP_VALGT] = enhedsnr, True


def show_intet(side: Side) -> None:
    """Why there is no node to choose: no full window yet, or every node too small to be shown by itself."""
    if side.scope.rows("perioder_valg").is_empty():
        st.info(tekster.INGEN_PERIODER)
        return
    for node in side.scope.rows("omfang_liste").to_dicts():
        if node["antal_medarbejdere"] == 0:
            st.info(tekster_adgang.UDEN_ANSATTE.format(enhed=plain(node["enhedsnavn"])))
            continue
        hvor = tekster_adgang.FOR_LILLE_HVOR if node["pulje"] is None else f"**{plain(node['pulje'])}**"
        st.info(tekster_adgang.FOR_LILLE.format(enhed=plain(node["enhedsnavn"]), hvor=hvor))


def show_ingen_tal(side: Side, valg: Valg) -> None:
    """Why the node has no figure in the period: a chef is shown less of it than there is."""
    felter = {"enhed": plain(valg.navn), "periode": valg.periode_tekst}
    if valg.enhed_id in side.scope.rows("egne_enheder_liste")["enhed_id"]:
        st.info(tekster_dashboard.INGEN_TAL_FOR_ENHEDEN.format(**felter))
    elif periodetype_af(str(valg.periode)) == "maaned":
        mindste = number_in_words(MINDST_I_MAANEDEN)
        st.info(tekster_dashboard.INGEN_MAANED_FOR_CHEF.format(mindste=mindste, **felter))
    else:
        st.info(plain(explain_kvartal(side.scope, valg.enhed_id, valg.periode_tekst)))


def show_valg(valg: Valg, *, med_periode: bool = True) -> None:
    """Where one is, with the way back; and the choice of another node and period."""
    _show_sti(valg.ancestors())
    numre = list(valg.noder)
    if len(numre) > 1:
        enhed, slags, periode = st.columns([5, 2, 3], vertical_alignment="bottom")
        enhed.selectbox(
            tekster_dashboard.ENHED,
            numre,
            format_func=lambda nr: "\u2003" * min(valg.noder[nr]["dybde"], 5) + str(valg.noder[nr]["enhedsnavn"]),
            **_bound("valg_enhed", valg.node["enhedsnr"], go_to),
        )
    else:
        slags, periode, _ = st.columns([2, 3, 5], vertical_alignment="bottom")
    if med_periode and valg.periode and not valg.node["er_udgivet"]:
        _show_periode(valg, slags, periode)


def _show_periode(valg: Valg, slags: Any, periode: Any) -> None:
    type_ = periodetype_af(str(valg.periode))
    slags.segmented_control(
        tekster_dashboard.PERIODETYPE,
        list(tekster_dashboard.PERIODETYPER),
        format_func=tekster_dashboard.PERIODETYPER.__getitem__,
        required=True,
        **_bound("valg_periodetype", type_, lambda ny: _set_periode(valg.newest(ny))),
    )
    foreloebige = {linje["periode"] for linje in valg.perioder if linje["er_foreloebig"]}
    periode.selectbox(
        tekster_dashboard.PERIODE,
        [linje["periode"] for linje in valg.perioder if linje["periodetype"] == type_],
        format_func=lambda navn: periode_med_ord(navn) + (tekster.FORELOEBIG if navn in foreloebige else ""),
        **_bound("valg_periode", valg.periode, _set_periode),
    )


def _set_periode(periode: str | None) -> None:
    if periode is not None:
        st.session_state[PERIODE], st.session_state[NETOP_VALGT] = periode, True


def _bound(key: str, vaerdi: Any, handling: Callable[[Any], None]) -> dict[str, Any]:
    """A widget that shows `vaerdi`, whatever it showed before, and does `handling` with what is chosen."""
    st.session_state[key] = vaerdi

    def on_change() -> None:
        if key in st.session_state:  # a forged message names a widget and gives it no value
            handling(st.session_state[key])

    return {"key": key, "on_change": on_change}


def _show_sti(sti: list[Node]) -> None:
    *over, her = sti
    if not over:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for node in over:
            show_vej("sti", node)
            st.markdown("›", width="content")
        st.markdown(f"**{plain(her['enhedsnavn'])}**", width="content")


def show_vej(sted: str, node: Node) -> None:
    """A node's name to click. `sted` parts the ways to one node on a page."""
    nr = node["enhedsnr"]
    st.button(plain(str(node["enhedsnavn"])), key=f"{sted}_{nr}", type="tertiary", on_click=go_to, args=(nr,))
