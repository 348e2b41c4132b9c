"""Which unit carries an employment on, and what a newer or another file leaves of a record: one rule at a time."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from tests.modeller import run_model

UDTRAEK = date(2025, 7, 15)
FOERST = date(1, 1, 1)
JAN24, AUG24, JAN25 = date(2024, 1, 1), date(2024, 8, 1), date(2025, 1, 1)
FREM = date(2025, 7, 16)


def follow(*skift: tuple[int, int, date], i_brug: Sequence[int]) -> dict[int, list[tuple[date, int]]]:
    """By unit: from when on an employment must have begun, and the unit that carries it on."""
    fund = run_model(
        "20_mellem",
        "enhed_efterfoelger",
        {
            "enhedsskift_laest": [
                {"gammelt_enhedsnr": gammelt, "nyt_enhedsnr": nyt, "fra": fra, "grund": None, "totaltekst": None}
                | {"er_dublet": False}
                for gammelt, nyt, fra in skift
            ],
            "spaend": [{"enhedsnr": enhedsnr} for enhedsnr in i_brug],
        },
        udtraeksdato=UDTRAEK,
    )
    svar: dict[int, list[tuple[date, int]]] = {}
    for enhedsnr, begyndt_fra, _, efterfoelger, _ in fund:
        svar.setdefault(enhedsnr, []).append((begyndt_fra, efterfoelger))
    return {enhedsnr: sorted(dele) for enhedsnr, dele in svar.items()}


SKIFT: Mapping[str, tuple[list[tuple[int, int, date]], list[int], dict[int, list[tuple[date, int]]]]] = {
    "intet": ([(8, 9, JAN24)], [1], {1: [(FOERST, 1)]}),
    "en efterfølger": ([(1, 2, JAN24)], [1, 2], {1: [(FOERST, 2), (JAN24, 1)], 2: [(FOERST, 2)]}),
    "en kæde": ([(1, 2, JAN24), (2, 3, AUG24)], [1], {1: [(FOERST, 3), (JAN24, 1)]}),
    "en kæde samme dag": ([(1, 2, JAN24), (2, 3, JAN24)], [1], {1: [(FOERST, 3), (JAN24, 1)]}),
    "en kæde, der allerede var gået videre": (
        [(2, 3, JAN24), (1, 2, AUG24)],
        [1, 2],
        {1: [(FOERST, 2), (AUG24, 1)], 2: [(FOERST, 3), (JAN24, 2)]},
    ),
    "tre led": (
        [(1, 2, JAN24), (2, 3, AUG24), (3, 4, JAN25)],
        [1, 2, 3],
        {1: [(FOERST, 4), (JAN24, 1)], 2: [(FOERST, 4), (AUG24, 2)], 3: [(FOERST, 4), (JAN25, 3)]},
    ),
    "et nummer brugt igen": ([(1, 2, AUG24)], [1], {1: [(FOERST, 2), (AUG24, 1)]}),
    "et nummer brugt igen og lagt sammen igen": (
        [(1, 2, JAN24), (1, 3, JAN25)],
        [1],
        {1: [(FOERST, 2), (JAN24, 3), (JAN25, 1)]},
    ),
    "frem og tilbage": (
        [(1, 2, JAN24), (2, 1, AUG24)],
        [1, 2],
        {1: [(FOERST, 1), (JAN24, 1)], 2: [(FOERST, 1), (AUG24, 2)]},
    ),
    "på udtræksdatoen": ([(1, 2, UDTRAEK)], [1], {1: [(FOERST, 2), (UDTRAEK, 1)]}),
    "endnu ikke trådt i kraft": ([(1, 2, FREM)], [1], {1: [(FOERST, 1)]}),
    "to på en dag: det højeste nummer": ([(1, 2, JAN24), (1, 3, JAN24)], [1], {1: [(FOERST, 3), (JAN24, 1)]}),
}


@pytest.mark.parametrize("sag", SKIFT)
def test_a_change_moves_what_began_before_it_and_the_chain_goes_on_from_there(sag: str) -> None:
    skift, i_brug, ventet = SKIFT[sag]
    assert follow(*skift, i_brug=i_brug) == ventet


def test_two_units_that_carry_each_other_on_from_one_day_are_a_ring() -> None:
    fund = run_model(
        "20_mellem",
        "enhed_efterfoelger",
        {
            "enhedsskift_laest": [
                {"gammelt_enhedsnr": gammelt, "nyt_enhedsnr": nyt, "fra": JAN24, "grund": None, "totaltekst": None}
                | {"er_dublet": False}
                for gammelt, nyt in [(1, 2), (2, 1)]
            ],
            "spaend": [{"enhedsnr": 1}],
        },
        udtraeksdato=UDTRAEK,
    )
    assert [led for *_, led in fund] == [100, 0]
    rad = {"enhedsnr": 1, "led": 99}
    assert run_model("29_stop", "enhedsskift_i_ring", {"enhed_efterfoelger": [rad]}) == []
    assert run_model("29_stop", "enhedsskift_i_ring", {"enhed_efterfoelger": [rad | {"led": 100}]}) == [("00000001",)]


GAMMEL, NY = date(2024, 12, 31), date(2025, 7, 15)
FOERSTE_HALVE, ANDEN_HALVE = (date(2024, 7, 1), date(2024, 12, 31)), (date(2025, 1, 1), date(2025, 6, 30))
HELE = (None, None)


def post(fil_id: int, start: date, slut: date | None, *, art: str = "SY", nummer: int = 1) -> dict[str, Any]:
    return {"fil_id": fil_id, "medarbejdernr": nummer, "art": art, "startdato": start, "stopdato": slut}


def cut(
    filer: Sequence[tuple[date, tuple[date | None, date | None]]], *poster: dict[str, Any]
) -> list[tuple[int, date | None]]:
    """Of each record that is touched its place and the last day it keeps, None when it keeps none."""
    return run_model(
        "10_staging",
        "fravaer_afkortning",
        {
            "kildefiler": [
                {"fil_id": nr, "tabel": "fravaer", "udtraeksdato": udtraek, "periode_fra": fra, "periode_til": til}
                for nr, (udtraek, (fra, til)) in enumerate(filer, start=1)
            ]
            + [{"fil_id": 99, "tabel": "maaltal", "udtraeksdato": NY, "periode_fra": GAMMEL, "periode_til": GAMMEL}],
            "fravaer_laest": [rad | {"grund": None, "totaltekst": None} for rad in poster]
            + [post(98, GAMMEL, GAMMEL, nummer=98) | {"grund": "x", "totaltekst": None}],
        },
    )


DEC20, JAN1, JAN10 = date(2024, 12, 20), date(2025, 1, 1), date(2025, 1, 10)
NYTAARSAFTEN, JUN30, JUL10 = date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 10)
SAMME_DAG = [(NY, FOERSTE_HALVE), (NY, ANDEN_HALVE)]
KLIP: Mapping[str, tuple[list[tuple[date, tuple[date | None, date | None]]], list[Any], list[Any]]] = {
    "klippet ved slutningen, hel i den anden": (
        SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, DEC20, JAN10)], [(0, None)]
    ),
    "klippet ved begyndelsen, hel i den anden": (
        SAMME_DAG, [post(1, DEC20, JAN10), post(2, JAN1, JAN10)], [(1, None)]
    ),
    "klippet ved slutningen, åben i den anden": (
        SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, DEC20, None)], [(0, None)]
    ),
    "klippet ved begge, hver sin del": (
        SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, JAN1, JAN10)], []
    ),
    "ens i begge": (SAMME_DAG, [post(1, DEC20, JAN10), post(2, DEC20, JAN10)], []),
    "slutter dagen før periodens slutning": (
        SAMME_DAG, [post(1, DEC20, date(2024, 12, 30)), post(2, DEC20, JAN10)], []
    ),
    "begynder dagen efter periodens begyndelse": (
        SAMME_DAG, [post(1, DEC20, JAN10), post(2, date(2025, 1, 2), JAN10)], []
    ),
    "slutter tidligere i den anden": (
        SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, DEC20, date(2024, 12, 30))], []
    ),
    "klippet ved begyndelsen, slutter senere i den anden": (
        [(NY, HELE), (NY, ANDEN_HALVE)], [post(1, JAN1, date(2025, 1, 20)), post(2, JAN1, JAN10)], []
    ),
    "en anden art": (SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, DEC20, JAN10, art="DS")], []),
    "en anden medarbejder": (SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(2, DEC20, JAN10, nummer=2)], []),
    "i den samme fil": (SAMME_DAG, [post(1, DEC20, NYTAARSAFTEN), post(1, DEC20, JAN10)], []),
    "nyere med samme start": (
        [(GAMMEL, FOERSTE_HALVE), (NY, ANDEN_HALVE)], [post(1, DEC20, None), post(2, DEC20, JAN10)], [(0, None)]
    ),
    "nyere uden den, rækker ind i dens periode": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, DEC20, JAN10)], [(0, NYTAARSAFTEN)]
    ),
    "nyere uden den, slutter dagen før dens periode": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, DEC20, NYTAARSAFTEN)], []
    ),
    "nyere uden den, begynder på dens første dag": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, JAN1, JAN10)], [(0, None)]
    ),
    "nyere uden den, begynder på dens sidste dag": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, JUN30, JUL10)], [(0, None)]
    ),
    "nyere uden den, begynder efter dens sidste dag": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, date(2025, 7, 1), JUL10)], []
    ),
    "nyere uden Periode": ([(GAMMEL, HELE), (NY, HELE)], [post(1, DEC20, JAN10)], [(0, None)]),
    "åben, til og med den ældre fils udtræk": (
        [(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(1, DEC20, None)], []
    ),
    "ældre uden den": ([(GAMMEL, HELE), (NY, ANDEN_HALVE)], [post(2, DEC20, JAN10)], []),
}  # fmt: skip


@pytest.mark.parametrize("sag", KLIP)
def test_what_another_file_leaves_of_a_record(sag: str) -> None:
    filer, poster, ventet = KLIP[sag]
    assert cut(filer, *poster) == ventet


FREDAG, LOERDAG, MANDAG, TIRSDAG = date(2025, 1, 3), date(2025, 1, 4), date(2025, 1, 6), date(2025, 1, 7)


@pytest.mark.parametrize(
    ("senere", "uden"),
    [
        ((MANDAG, TIRSDAG, True, 1), False),
        ((LOERDAG, TIRSDAG, True, 1), False),
        ((TIRSDAG, TIRSDAG, True, 1), True),
        ((MANDAG, TIRSDAG, False, 1), True),
        ((MANDAG, TIRSDAG, True, 2), True),
        ((date(2025, 1, 2), FREDAG, True, 1), True),
        ((date(2025, 1, 2), LOERDAG, True, 1), False),
    ],
    ids=["næste arbejdsdag", "weekenden", "dagen efter den", "andet fravær", "en anden", "slut før", "rækker over"],
)
def test_an_illness_goes_on_when_another_begins_by_the_next_working_day(
    senere: tuple[date, date, bool, int], uden: bool
) -> None:
    start, slut, syg, nummer = senere
    felter = ("raekke_id", "medarbejdernr", "er_sygefravaer", "startdato", "slutdato", "beholdt_til")
    poster = [(1, 1, True, date(2024, 12, 20), date(2025, 1, 20), FREDAG), (2, nummer, syg, start, slut, None)]
    fund = run_model(
        "20_mellem",
        "sygdom_uden_fortsaettelse",
        {
            "fravaer_gaeldende": [dict(zip(felter, rad, strict=True)) for rad in poster],
            "kalender": [{"dag": FREDAG, "naeste_arbejdsdag": MANDAG}],
        },
    )
    assert fund == ([(1,)] if uden else [])
