"""A hand-made Grundlag: the kommune, and the groups a test names."""

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from pipeline.status.grundlag import Grundlag

TOMT = {
    "opdeling": "enheder",
    "er_pulje": False,
    "periode": "2025K2",
    "medarbejdere": 100,
    "sygedage": Decimal("12.0"),
    "sygedage_kvartal_foer": None,
    "sygedage_aar_foer": None,
    "aendring_kvartal": None,
    "aendring_aar": None,
    "kvartal_er_signal": False,
    "kvartal_grund": "tilfaeldigt",
    "aar_er_signal": False,
    "aar_grund": "tilfaeldigt",
    "korttid_er_signal": False,
    "langtid_er_signal": False,
    "maaltal": None,
    "maaltal_kilde": None,
    "afstand": None,
    "korttid": None,
    "langtid": None,
    "korttid_aendring": None,
    "langtid_aendring": None,
    "langtidsandel": None,
    "langtidsandel_pp": None,
    "langtidsfriske": None,
    "langtidsfriske_pp": None,
}

STANDARDER = {
    "daekket_fra": date(2021, 1, 1),
    "daekket_til": date(2025, 7, 15),
    "timer_pr_dagsvaerk": Decimal("7.4"),
    "langtid_dage": 30,
    "langtidsfrisk_dagsvaerk": Decimal(5),
    "foreloebig_dage": 14,
    "er_foreloebig_maalt": False,
    "sagsdatoer": [],
    "definitioner_id": "d",
}


def gruppe(
    navn: str, nr: int = 2, *, niveau: str = "afdeling", aendring: str | None = None, **felter: Any
) -> dict[str, Any]:
    """A group of the kommune; with a change it has a quarter before, and the change is a signal but where a test says
    why it is none (`kvartal_grund`).
    """
    foer = None if aendring is None else Decimal("12.0") - Decimal(aendring)
    egne = {"gruppe_id": nr, "enhed_id": nr, "overordnet_id": 1, "navn": navn, "niveau": niveau, "dybde": 1}
    tal = {"aendring_kvartal": None if aendring is None else Decimal(aendring), "sygedage_kvartal_foer": foer}
    tal["kvartal_er_signal"] = aendring is not None and felter.get("kvartal_grund") is None
    return TOMT | egne | tal | felter


def grundlag(*grupper: dict[str, Any], foreloebig: bool = False, top: str | None = None, **kommunen: Any) -> Grundlag:
    """`top`: the distance to the highest quarter, 2023K2."""
    rod = gruppe("Prøve Kommune", 1, niveau="kommune", overordnet_id=None, dybde=0, **kommunen)
    kvartaler = pl.DataFrame(
        {
            "periode": ["2023K2", "2025K1", "2025K2"],
            "er_foreloebig": [False, False, foreloebig],
            "sygedage": [15.8, 14.3, 12.0],
            "korttid": [9.0, 8.0, 7.0],
            "langtid": [6.8, 6.3, 5.0],
            "er_top": [top is not None and top != "0.0", False, top == "0.0"],
            "afstand_til_top": [None, None, None if top is None else float(top)],
        }
    )
    bygning = {"nytal": "pr_medarbejder", "udtraeksdato": date(2025, 7, 15), "bygning_id": "abc"} | STANDARDER
    forskelle = pl.DataFrame(
        schema={
            "overordnet_id": pl.Int64,
            "gruppe_id": pl.Int64,
            "periode": pl.String,
            "sidste_maaned": pl.Int64,
            "sygedage": pl.Decimal(9, 1),
        }
    )
    return Grundlag(bygning, (rod, *grupper), kvartaler, forskelle, pl.DataFrame(), er_demo=False)
