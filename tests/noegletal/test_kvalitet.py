"""What the quality declaration tells of a delivery, over rows laid out by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.modeller import run_model

E8 = 10**8
FREDAG, ONSDAG = date(2025, 6, 6), date(2025, 6, 11)
KALENDER = [
    {"dag": date(2025, 6, dag), "er_arbejdsdag": date(2025, 6, dag).isoweekday() <= 5 and dag != 9}
    for dag in range(1, 31)
]  # Monday the 9th is Whit Monday
PARAMETRE = {
    "opbevaring_fra": date(2025, 6, 4),
    "udtraeksdato": date(2025, 6, 17),
    "timer_pr_kalenderdag": 24,
    "timer_pr_dagsvaerk_e4": 74_000,
}


def estimated(**felter: Any) -> int:
    """The dagsværk, e8, of one rejected row from Friday to Wednesday: three working days of six."""
    raekke = {"art": "SY", "timer_e8": None, "dage_e8": None, "startdato": FREDAG, "stopdato": ONSDAG, "grund": "x"}
    tabeller = {
        "fravaer_laest": [
            raekke | felter,
            raekke | {"timer_e8": E8, "dage_e8": E8, "grund": None},
        ],  # the second is fine
        "fravaersarter": [{"kode": "SY", "er_sygefravaer": True}, {"kode": "FE", "er_sygefravaer": False}],
        "fravaer_tilbagefoert": [{"raekke_id": 999}],
        "kalender": KALENDER,
    }
    [(_, dagsvaerk)] = run_model("10_staging", "fravaer_afviste", tabeller, **PARAMETRE)
    return int(dagsvaerk)


@pytest.mark.parametrize(
    ("felter", "dagsvaerk"),
    [
        ({}, 3),  # Friday, Tuesday, Wednesday
        ({"timer_e8": 148 * E8 // 10}, 2),  # 14.8 hours
        ({"timer_e8": -148 * E8 // 10}, 2),  # a reversal that found nothing
        ({"timer_e8": 144 * E8}, Decimal("19.45945946")),  # 24 hours in each of six days is the most there can be
        ({"timer_e8": 144 * E8 + 1}, 3),
        ({"dage_e8": 4 * E8}, 4),
        ({"dage_e8": 6 * E8}, 6),
        ({"dage_e8": 6 * E8 + 1}, 3),  # more Dage than days
        ({"startdato": None}, 1),
        ({"startdato": None, "timer_e8": 74 * E8 // 10}, 1),
        ({"stopdato": None}, 7),  # to the udtræksdato, Tuesday the 17th
        ({"startdato": date(2020, 1, 1)}, 5),  # from the retention, Wednesday the 4th
        ({"stopdato": date(2025, 6, 1)}, 0),  # ended before it began
        ({"art": "FE"}, 0),
        ({"art": None}, 3),
    ],
)
def test_a_rejected_row_holds_what_it_would_have_held(felter: dict[str, Any], dagsvaerk: Decimal) -> None:
    assert estimated(**felter) == int(dagsvaerk * E8)


def test_the_declaration_counts_rows_and_dagsvaerk_of_the_whole_delivery() -> None:
    """Of three records of 10, 2 and 4 dagsværk the last two state no hours, the last no Dage either."""
    tabeller = {
        "kildefiler": [{"fil_id": 1, "tabel": "fravaer"}, {"fil_id": 2, "tabel": "maaltal"}],
        "raekkeregnskab": [
            {"fil_id": 1, "antal_laest": 20, "antal_afvist": 2},
            {"fil_id": 2, "antal_laest": 9, "antal_afvist": 1},
        ],
        "fravaer_afviste": [{"raekke_id": 7, "dagsvaerk_e8": 3 * E8}, {"raekke_id": 8, "dagsvaerk_e8": 0}],
        "sygeposter": [
            {"raekke_id": 1, "dagsvaerk_e8": 10 * E8, "er_uden_timer_og_dage": False},
            {"raekke_id": 2, "dagsvaerk_e8": 2 * E8, "er_uden_timer_og_dage": False},
            {"raekke_id": 3, "dagsvaerk_e8": 4 * E8, "er_uden_timer_og_dage": True},
        ],
        "sygeposter_uden_timer": [{"raekke_id": 2}, {"raekke_id": 3}],
    }
    [raekke] = run_model("20_mellem", "kvalitet", tabeller)
    assert raekke == (20, 1, 2, 3 * E8, 3, 16 * E8, 2, 6 * E8, 1)


def declared(maaneder: dict[int, tuple[int, bool]]) -> tuple[Any, ...]:
    """The declaration of a kommune with `maaneder`: number, dagsværk, whether foreløbig."""
    sidste = max(maaneder)
    alene = [
        {"vindue_nr": nr, "periodetype": "maaned", "vindue": "alene", "foerste_maaned": nr, "sidste_maaned": nr,
         "er_foreloebig": foreloebig}
        for nr, (_, foreloebig) in maaneder.items()
    ]  # fmt: skip
    rullende = {"vindue_nr": 99, "periodetype": "maaned", "vindue": "rullende", "foerste_maaned": sidste - 11,
                "sidste_maaned": sidste, "er_foreloebig": True}  # fmt: skip
    tabeller = {
        "perioder": [*alene, rullende, rullende | {"vindue_nr": 98, "sidste_maaned": sidste - 1}],
        "aargang": [
            {"niveau": niveau, "enhed_id": nr, "maaned_nr": maaned, "dagsvaerk_e8": tal}
            for niveau, nr in (("kommune", 1), ("afdeling", 2))
            for maaned, (tal, _) in maaneder.items()
        ],
        "noegletal": [
            {"enhed_id": nr, "vindue_nr": 99, "er_ny": er_ny, "er_nedlagt": er_nedlagt}
            for nr, er_ny, er_nedlagt in ((1, False, False), (2, True, False), (3, False, True), (4, True, True))
        ],
        "enheder": [
            {"enhed_id": nr, "niveau_nr": niveau_nr}
            for nr, niveau_nr in ((1, 0), (2, 1), (3, 4), (4, 8))  # kommune, område, underenhed, gruppe
        ],
        "flyttede": [{"enhedsnr": 9}],
        "kvalitet": [
            {"antal_fravaer": 20, "antal_fravaer_afvist": 2, "afvist_dagsvaerk_e8": 3 * E8, "antal_andre_afvist": 1,
             "antal_poster": 3, "dagsvaerk_e8": 16 * E8, "antal_uden_timer": 2, "uden_timer_dagsvaerk_e8": 6 * E8,
             "antal_uden_timer_og_dage": 1}
        ],
    }  # fmt: skip
    [raekke] = run_model("50_visning", "kvalitetsdeklaration", tabeller)
    return raekke


def test_the_share_that_is_foreloebig_is_of_the_newest_twelve_months_dagsvaerk() -> None:
    """Month 88 is the thirteenth back; of the 100 in 89 to 100 the 20 of the last month are foreløbig."""
    maaneder = {88: (500, False), 89: (50, False), 99: (30, False), 100: (20, True)}
    assert declared(maaneder)[9] == pytest.approx(0.2)


def test_shares_are_of_all_dagsvaerk_and_units_new_or_closed_are_counted_without_groups() -> None:
    raekke = declared({100: (20, False)})
    assert (raekke[2], raekke[3], raekke[7]) == (3, 3 / 16, 6 / 16)
    assert raekke[9] == 0
    assert raekke[10:] == (1, 1, 1)
