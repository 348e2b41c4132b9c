"""What classes of employees have to do with a change: worked out on paper, at each limit, and on the demo."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.alene import build_alone
from tests.conftest import query
from tests.lille_leverance import Enhed, Fravaer, Leverance, ansat, syg
from tests.modeller import run_model

LAENGE, SKIFT = date(2015, 1, 1), date(2022, 7, 1)  # the first day of the window that ends with 2023K2
KLASSER = (
    "select klasse, antal, bidrag from forklaringsklasser inner join enheder using (enhed_id) "
    "inner join perioder using (vindue_nr) where enhedsnavn = '{}' and periode = '{}' and skridt = '{}' "
    "and opdeling = '{}'"
)


def long_run(nummer: str, aar: int, dagsvaerk: int) -> Fravaer:
    """Thirty days from 1 February."""
    return syg(nummer, date(aar, 2, 1), date(aar, 3, 2), f"{7.4 * dagsvaerk:.1f}")


def eight_days(nummer: str, dag: date, dagsvaerk: int) -> Fravaer:
    return syg(nummer, dag, dag + timedelta(7), f"{7.4 * dagsvaerk:.1f}")


FOER, NU = date(2021, 10, 4), date(2022, 10, 3)
ALTID = [f"1{nr:02}" for nr in range(24)]
KOMMET, GAAET = [f"2{nr:02}" for nr in range(5)], [f"3{nr:02}" for nr in range(5)]
FRAVAER = (
    *(long_run(nr, 2022, 20) for nr in ALTID[:3]),
    *(long_run(nr, 2023, 15) for nr in ALTID[3:6]),
    *(long_run(nr, 2022, 20) for nr in ALTID[6:9]),
    *(long_run(nr, 2023, 30) for nr in ALTID[6:9]),
    eight_days(ALTID[9], NU, 6),
    eight_days(ALTID[-1], NU, 4),
    *(eight_days(nr, NU, 1) for nr in KOMMET),
    *(eight_days(nr, FOER, 2) for nr in GAAET),
)


def test_each_class_counts_with_what_its_employees_moved_above_the_mean_rate_of_their_time(tmp_path: Path) -> None:
    """29 employees before and now, of whom 24 are the same. 130 dagsværk before: 60 of the three whose run ends, 60 of
    the three who have one in both, 10 of the five who leave; 150 now: 45, 90, the 5 of the five who come, 6, and 4 of
    one who has moved within the kommune. The mean rate is 140 / 29; who comes or goes has been there a whole window.
    """
    leverance = Leverance(
        udtraek=date(2023, 7, 20),
        enheder=(Enhed("1"), Enhed("10", "1"), Enhed("11", "1")),
        ansaettelser=(
            *(ansat(nr, "10") for nr in ALTID[:-1]),
            ansat(ALTID[-1], "11", LAENGE, date(2022, 6, 30)),
            ansat(ALTID[-1], "10", SKIFT),
            *(ansat(nr, "10", SKIFT) for nr in KOMMET),
            *(ansat(nr, "10", LAENGE, date(2022, 6, 30)) for nr in GAAET),
        ),
        fravaer=FRAVAER,
        periode_fravaer=(date(2020, 7, 1), date(2023, 7, 20)),
    )
    build_alone(leverance, tmp_path / "d.duckdb")

    def found(opdeling: str) -> dict[str, Any]:
        raekker = query(tmp_path / "d.duckdb", KLASSER.format("Enhed 1", "2023K2", "aar", opdeling))
        return {klasse: (antal, pytest.approx(bidrag, abs=1e-9)) for klasse, antal, bidrag in raekker}

    assert found("forloeb") == {
        "ophoert": (5, -60 / 29),
        "begyndt": (5, 45 / 29),
        "begge": (5, 30 / 29),
        "andre": (None, 5 / 29),
    }
    assert found("ansatte") == {
        "kommet": (5, (5 - 5 * 140 / 29) / 29),
        "gaaet": (5, (-10 + 5 * 140 / 29) / 29),
        "andre": (None, 25 / 29),
    }


PAR = {
    "par_nr": 1,
    "vindue_nr": 7,
    "skridt": "kvartal",
    "foer_vindue_nr": 6,
    "foer_dage": 100,
    "nu_dage": 100,
    "er_foreloebig": False,
}
GRAENSER = {"mindst_forklaret": 20, "mindst_forloeb": 3, "mindst_inde": 5, "dominans_del": 9, "dominans_hele": 10}
E8 = 10**8


def shown(
    opdeling: str,
    *antal: int,
    medarbejdere: float = 20.0,
    nodens_to: int = 900,
    klassens_to: int = 900,
    er_foreloebig: bool = False,
) -> dict[str, int | None]:
    """Class and count of a node whose classes have so many; of 1,000 moved, so much by the two who moved most."""
    klasser = {"forloeb": ("ophoert", "begyndt", "begge"), "ansatte": ("kommet", "gaaet")}[opdeling]
    ansat_e8 = int(medarbejdere * 100 * E8)
    raekker = run_model(
        "40_udgivelse",
        "forklaringsklasser",
        {
            "vinduespar": [PAR | {"er_foreloebig": er_foreloebig}],
            "signal_tal": [
                {"enhed_id": 1, "vindue_nr": 6, "ansat_e8": 30 * 100 * E8, "dagsvaerk_e8": 0},
                {"enhed_id": 1, "vindue_nr": 7, "ansat_e8": ansat_e8, "dagsvaerk_e8": 0},
            ],
            "bidrag_enhed": [{"par_nr": 1, "enhed_id": 1, "aendring_e8": 0, "aendring_ansat": 0}],
            "bidrag_stoerste": [{"par_nr": 1, "enhed_id": 1, "bevaeget_e8": 1000, "stoerste_to_e8": nodens_to}],
            "bidrag_klasser": [
                {"par_nr": 1, "enhed_id": 1, "opdeling": opdeling, "klasse": klasse, "antal": tal}
                | {"aendring_e8": 0, "aendring_ansat": 0, "bevaeget_e8": 1000, "stoerste_to_e8": klassens_to}
                for klasse, tal in zip(klasser, antal, strict=False)
            ],
        },
        **GRAENSER,
    )
    return {klasse: antal for _, _, _, _, klasse, antal, _ in raekker}


@pytest.mark.parametrize(
    ("antal", "viste"),
    [
        ((2, 9), {}),
        ((9, 2), {}),
        ((3, 9), {"ophoert": 5, "begyndt": 10, "andre": None}),
        ((3, 12, 2), {"ophoert": 5, "begyndt": 10, "andre": None}),
        ((3, 13, 3), {"ophoert": 5, "begyndt": 15, "begge": 5, "andre": None}),
        ((3, 2, 9), {}),
    ],
)
def test_long_courses_are_told_when_enough_have_ended_and_enough_have_begun(antal: tuple, viste: dict) -> None:
    assert shown("forloeb", *antal) == viste


@pytest.mark.parametrize(("antal", "er_der"), [((4, 5), False), ((5, 4), False), ((5, 5), True), ((5,), False)])
def test_who_came_and_who_left_are_told_when_each_are_as_many_as_a_group(antal: tuple, er_der: bool) -> None:
    assert bool(shown("ansatte", *antal)) == er_der


@pytest.mark.parametrize(
    ("node", "er_der"),
    [
        ({"medarbejdere": 19.99}, False),
        ({"medarbejdere": 20.0}, True),
        ({"nodens_to": 901}, False),
        ({"nodens_to": 900}, True),
        ({"er_foreloebig": True}, False),
    ],
)
def test_classes_are_told_of_a_node_of_twenty_where_no_two_moved_nearly_all(node: dict, er_der: bool) -> None:
    assert bool(shown("forloeb", 5, 5, **node)) == er_der
    assert bool(shown("ansatte", 5, 5, **node)) == er_der


def test_two_who_moved_nearly_all_of_those_who_came_hide_them() -> None:
    assert shown("ansatte", 9, 9, klassens_to=901) == {}
    assert shown("forloeb", 9, 9, klassens_to=901) != {}


@pytest.mark.parametrize(
    ("opdeling", "ventet"),
    [
        ("forloeb", {"ophoert": (75, -0.60), "begyndt": (45, 0.43), "begge": (250, -0.48), "andre": (None, -0.03)}),
        ("ansatte", {"kommet": (160, -0.08), "gaaet": (90, 0.01), "andre": (None, -0.61)}),
    ],
)
def test_the_demo_tells_whose_long_courses_ended_and_who_came(
    demo_database: Path, opdeling: str, ventet: dict[str, tuple]
) -> None:
    fundne = query(demo_database, KLASSER.format("Eksempel Kommune", "2025K2", "kvartal", opdeling))
    assert {klasse: (antal, pytest.approx(bidrag, abs=0.005)) for klasse, antal, bidrag in fundne} == ventet
