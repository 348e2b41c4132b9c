"""How a table is sorted, kept in the address beside place and period; it only picks an order among what is shown. And
that a unit's ark is wanted, which is asked for once.
"""

from urllib.parse import urlencode

import streamlit as st

SORTER, PERIODE, ARK = "sorter", "periode", "ark"


def read_sortering(navn: str) -> str:
    """`3-ned` of the table of that name (`boern:3-ned`), or nothing."""
    tabel, _, sorter = st.query_params.get(SORTER, "").partition(":")
    return sorter if tabel == navn else ""


def make_sorteret(navn: str, kolonne: int, retning: str) -> str:
    """The address of this page with that table sorted so."""
    return "?" + urlencode({**st.query_params.to_dict(), SORTER: f"{navn}:{kolonne}-{retning}"})


def make_vej(sti: str, enhedsnr: str) -> str:
    """The address of a unit on the page `sti`, in the period one looks at."""
    husket = {navn: vaerdi for navn, vaerdi in st.query_params.to_dict().items() if navn == PERIODE}
    return f"{sti}?" + urlencode({"enhed": enhedsnr, **husket})


def make_ark_vej(sti: str, enhedsnr: str) -> str:
    """The address of a unit on the page `sti` with its ark ready to fetch."""
    return f"{sti}?" + urlencode({"enhed": enhedsnr, ARK: "1"})


def is_ark_wanted() -> bool:
    return ARK in st.query_params
