"""What a unit's page has for the talk about it: what is agreed, and the page to print."""

import streamlit as st

from app.side import Side, show_download
from app.valg import Valg
from app.vis import plain, show_link
from pipeline.opfoelgning.enhedsarkfil import Udgave, why_no_ark
from pipeline.opfoelgning.indsats import split_indsatser, word_slut
from pipeline.tekster import enhedsark as tekster_ark
from pipeline.tekster import indsats as tekster_indsats
from pipeline.tekster.dansk import dato


def show_enhedsark(side: Side, valg: Valg) -> None:
    """The edition with exact figures for who sees them; the published one for who sees those, and for hr."""
    enhedsnr, er_hr = str(valg.node["enhedsnr"]), side.scope.rettigheder.er_hr
    udgaver: list[Udgave] = ["med"] if valg.node["er_udgivet"] else ["indvendig", *(["med"] if er_hr else [])]
    if not valg.node["er_udgivet"]:
        _show_indsatser(side, valg)
    grunde = {udgave: why_no_ark(side.scope, enhedsnr, udgave) for udgave in udgaver}
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for udgave, grund in grunde.items():
            if not grund:
                parametre = {"enhed": enhedsnr, "udgave": udgave}
                straks = valg.vil_have_ark and udgave == udgaver[0]
                show_download(
                    side, "enhedsark", tekster_ark.HENT[udgave], parametre, key=f"hent_ark_{udgave}", straks=straks
                )
    for grund in grunde.values():
        if grund:
            st.markdown(f":small[{plain(grund)}]")


def _show_indsatser(side: Side, valg: Valg) -> None:
    i_gang, _ = split_indsatser(side.scope)
    egne = [indsats for indsats in i_gang if indsats["enhed_id"] == valg.enhed_id]
    for indsats in egne:
        saetning = tekster_indsats.PAA_SIDEN.format(
            kategori=indsats["kategori"],
            ejer=indsats["ejer"],
            fra=dato(indsats["fra"]),
            til=word_slut(indsats),
            tekst=indsats["tekst"],
        )
        st.markdown(plain(saetning))
    if egne:
        show_link("/indsatser", tekster_indsats.SE_ALLE)
