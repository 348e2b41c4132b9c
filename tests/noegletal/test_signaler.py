"""Whether a change is larger than chance: worked out on paper, at each limit, and on the demo."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from pipeline.byg.warehouse import build_warehouse
from tests.conftest import NOEGLE, query
from tests.lille_leverance import Ansaettelse, Enhed, Fravaer, Leverance, ansat, syg, write_leverance
from tests.modeller import run_model
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import settings_of
from tests.reference.signaler import signaler

FOER, NU = date(2022, 2, 1), date(2023, 2, 1)  # in the window of 2022K2 and that of 2023K2, 365 days each
LAENGE = date(2015, 1, 1)
SKIFT = date(2022, 7, 1)  # the first day of the window now

FUNDNE = (
    "select enhedsnr, slags, aendring, z, omsaetning from signaler inner join enheder using (enhed_id) "
    "inner join perioder using (vindue_nr) where periode = '2023K2' and skridt = 'aar'"
)


def sick(nummer: str, dag: date, antal: int) -> list[Fravaer]:
    """So many dagsværk in the fortnight from `dag`."""
    return [syg(nummer, dag, dag + timedelta(days=13), f"{7.4 * antal:.1f}")] if antal else []


def leverance(ansaettelser: tuple[Ansaettelse, ...], dage: Mapping[str, tuple[int, int]]) -> Leverance:
    """Employees with so many dagsværk in the year before and in this one."""
    return Leverance(
        udtraek=date(2023, 7, 20),
        enheder=(Enhed("1"), Enhed("10", "1"), Enhed("11", "1")),
        ansaettelser=ansaettelser,
        fravaer=tuple(post for nr, (foer, nu) in dage.items() for post in (*sick(nr, FOER, foer), *sick(nr, NU, nu))),
        periode_fravaer=(date(2021, 7, 1), date(2023, 7, 20)),
    )


def found(tilfaelde: Leverance, mappe: Path, **opgoerelse: Any) -> dict[tuple[str, str], tuple[float | None, ...]]:
    """Change, z and turnover of each node and kind from 2022K2 to 2023K2."""
    database = mappe / "signal.duckdb"
    kilde = write_leverance(tilfaelde, mappe / "leverance")
    valgt = settings_of(Regler())
    valgt = valgt.model_copy(update={"opgoerelse": valgt.opgoerelse.model_copy(update=opgoerelse)})
    build_warehouse(kilde, database, indstillinger=valgt, noegle=NOEGLE)
    return {(enhed.lstrip("0"), slags): tuple(tal) for enhed, slags, *tal in query(database, FUNDNE)}


def by_reference(tilfaelde: Leverance) -> dict[tuple[str, str], tuple[float | None, ...]]:
    return {
        (enhed.lstrip("0"), slags): (float(fund.aendring), fund.z.vaerdi, float(fund.omsaetning))
        for (enhed, periode, skridt, slags), fund in signaler(tilfaelde, Regler()).items()
        if (periode, skridt) == ("2023K2", "aar")
    }


def assert_both(tilfaelde: Leverance, mappe: Path, forventet: Mapping[tuple[str, str], tuple]) -> None:
    for fundet in (found(tilfaelde, mappe), by_reference(tilfaelde)):
        for noegle, facit in forventet.items():
            assert fundet[noegle] == pytest.approx(facit, abs=1e-9), noegle


def test_z_is_the_sum_of_what_the_employees_moved_over_the_root_of_their_squares(tmp_path: Path) -> None:
    """All there throughout: 10 to 2, 3 to 2 and 1 to 5 are -8, -1 and +4; -5 of three, and 64 + 1 + 16 = 81."""
    tilfaelde = leverance(tuple(ansat(nr, "10") for nr in "123"), {"1": (10, 2), "2": (3, 2), "3": (1, 5)})
    assert_both(tilfaelde, tmp_path, {("1", "alt"): (-5 / 3, -5 / 9, 0), ("10", "alt"): (-5 / 3, -5 / 9, 0)})


def test_who_joins_counts_with_what_is_above_the_mean_rate_of_her_time(tmp_path: Path) -> None:
    """A fourth for 181 of 365 days with 3 dagsværk. Rates 14 / 3 and 12 / (3 + 181 / 365) = 1095 / 319; their mean
    7751 / 1914. Her part is 3 - 7751 / 1914 * 181 / 365 = 692899 / 698610."""
    tilfaelde = leverance(
        (*(ansat(nr, "10") for nr in "123"), ansat("4", "10", date(2023, 1, 1))),
        {"1": (10, 2), "2": (3, 2), "3": (1, 5), "4": (0, 3)},
    )
    z = (-5 * 698610 + 692899) / sqrt(81 * 698610**2 + 692899**2)
    omsaetning = (181 / 365) / (6 + 181 / 365)
    assert_both(tilfaelde, tmp_path, {("10", "alt"): (1095 / 319 - 14 / 3, z, omsaetning)})


def test_who_moves_within_a_node_is_one_employee_of_it(tmp_path: Path) -> None:
    """The first moves from 10 to 11: -10 there and +2 here are one -8 of the whole, and nobody came or went."""
    tilfaelde = leverance(
        (ansat("1", "10", LAENGE, date(2022, 6, 30)), ansat("1", "11", SKIFT), ansat("2", "10"), ansat("3", "11")),
        {"1": (10, 2), "2": (3, 2), "3": (1, 5)},
    )
    # 10 goes from 13 days of two to 2 of one, mean rate (6.5 + 2) / 2 = 4.25: -10 + 4.25 and -1
    z_10 = (-5.75 - 1) / sqrt(5.75**2 + 1)
    assert_both(tilfaelde, tmp_path, {("1", "alt"): (-5 / 3, -5 / 9, 0), ("10", "alt"): (2 - 6.5, z_10, 1 / 3)})


def test_short_and_long_absence_have_a_z_of_their_own(tmp_path: Path) -> None:
    """30 days before of which nothing now: long, -20 dagsværk of one; the short +1 of one and +3 of another."""
    lang = (syg("1", date(2022, 2, 1), date(2022, 3, 2), "148.0"),)
    tilfaelde = leverance(tuple(ansat(nr, "10") for nr in "12"), {"1": (0, 1), "2": (0, 3)})
    tilfaelde = Leverance(**{**vars(tilfaelde), "fravaer": (*tilfaelde.fravaer, *lang)})
    facit = {
        ("10", "alt"): (-8, -16 / sqrt(19**2 + 3**2), 0),
        ("10", "kort"): (2, 4 / sqrt(1 + 9), 0),
        ("10", "lang"): (-10, -1, 0),
    }
    assert_both(tilfaelde, tmp_path, facit)


def test_per_aarsvaerk_more_hours_are_more_employment(tmp_path: Path) -> None:
    """From half time to full: 14 days of 2.5 årsværk to 9 of 3, rates 5.6 and 3, their mean 4.3: -8 - 2.15, -1, +4."""
    halv = ansat("1", "10", LAENGE, date(2022, 6, 30), taeller="18.5")
    tilfaelde = leverance(
        (halv, ansat("1", "10", SKIFT), ansat("2", "10"), ansat("3", "10")), {"1": (10, 2), "2": (3, 2), "3": (1, 5)}
    )
    fundet = found(tilfaelde, tmp_path, nytal="pr_aarsvaerk")
    facit = (3 - 5.6, (-5 - 2.15) / sqrt(10.15**2 + 1 + 16), 0.5 / 5.5)
    assert fundet["10", "alt"] == pytest.approx(facit, abs=1e-9)


def test_where_nobody_has_moved_there_is_no_z_and_no_signal(tmp_path: Path) -> None:
    tilfaelde = leverance(tuple(ansat(nr, "10") for nr in "12"), {"1": (2, 2), "2": (1, 1)})
    assert_both(tilfaelde, tmp_path, {("10", "alt"): (0, None, 0)})


PAR = {
    "par_nr": 1,
    "vindue_nr": 7,
    "skridt": "kvartal",
    "foer_vindue_nr": 6,
    "foer_dage": 100,
    "nu_dage": 100,
    "er_foreloebig": False,
}
GRAENSER = {"signal_z": 2, "signal_blade": 10, "signal_omsaetning_kvartal": 0.15, "signal_omsaetning_aar": 0.30}
INGEN = dict.fromkeys(("alt_alt", "alt_lang", "lang_lang", "alt_ansat", "lang_ansat", "ansat_ansat"), 0)


def judged(**tilfaelde: Any) -> tuple:
    """er_signal and grund."""
    return weighed(**tilfaelde)[-2:]


def weighed(*, aendring: int = 200, omsat: int = 0, blade: int = 0, blad_rod: int = 100, **par: Any) -> tuple:
    """The row of a node whose parts add up to `aendring`, their root 100: z is a hundredth of it."""
    tal = {"enhed_id": 1, "ansat_e8": 1000, "dagsvaerk_e8": 1000, "dagsvaerk_lang_e8": 0}
    (dom,) = [
        raekke
        for raekke in run_model(
            "40_udgivelse",
            "signaler",
            {
                "vinduespar": [PAR | par],
                "signal_tal": [
                    tal | {"vindue_nr": 6},
                    tal | {"vindue_nr": 7, "dagsvaerk_e8": 1000 + aendring},
                ],
                "bidrag_enhed": [
                    INGEN | {"par_nr": 1, "enhed_id": 1, "alt_alt": 100**2, "aendring_ansat": 0, "omsat": omsat}
                ],
                "bidrag_blade": [INGEN | {"par_nr": 1, "enhed_id": 1, "antal_blade": blade, "alt_alt": blad_rod**2}],
            },
            **GRAENSER,
        )
        if raekke[3] == "alt"
    ]
    return dom


def test_the_windows_the_other_way_round_give_the_other_sign(tmp_path: Path) -> None:
    """Somebody who joins is then somebody who leaves, and what rose has fallen: nothing else is another."""
    ind = leverance(
        (*(ansat(nr, "10") for nr in "123"), ansat("4", "10", SKIFT)),
        {"1": (10, 2), "2": (3, 2), "3": (1, 5), "4": (0, 3)},
    )
    ud = leverance(
        (*(ansat(nr, "10") for nr in "123"), ansat("4", "10", LAENGE, date(2022, 6, 30))),
        {"1": (2, 10), "2": (2, 3), "3": (5, 1), "4": (3, 0)},
    )
    aendring, z, omsaetning = found(ind, tmp_path / "ind")["10", "alt"]
    assert found(ud, tmp_path / "ud")["10", "alt"] == pytest.approx((-aendring, -z, omsaetning), abs=1e-9)


@pytest.mark.parametrize(
    ("aendring", "dom"),
    [(199, (False, "tilfaeldigt")), (200, (True, None)), (201, (True, None)), (-200, (True, None))],
)
def test_a_change_is_a_signal_from_the_limit_of_z(aendring: int, dom: tuple) -> None:
    assert judged(aendring=aendring) == dom


@pytest.mark.parametrize(
    ("blade", "blad_rod", "dom"),
    [
        (9, 101, (True, None)),
        (10, 101, (False, "tilfaeldigt")),
        (10, 100, (True, None)),
        (10, 99, (True, None)),
    ],
)
def test_a_node_of_ten_units_must_pass_with_its_units_as_parts_too(blade: int, blad_rod: int, dom: tuple) -> None:
    assert judged(blade=blade, blad_rod=blad_rod) == dom


@pytest.mark.parametrize(
    ("skridt", "omsat", "dom"),
    [
        ("kvartal", 29_999, (True, None)),
        ("kvartal", 30_000, (True, None)),
        ("kvartal", 30_001, (False, "udskiftning")),
        ("aar", 60_000, (True, None)),
        ("aar", 60_001, (False, "udskiftning")),
    ],
)
def test_where_too_many_came_or_went_the_change_is_no_signal(skridt: str, omsat: int, dom: tuple) -> None:
    """1,000 days times the 100 of the other window, twice: 200,000, of which 15 % is 30,000 and 30 % 60,000."""
    assert judged(omsat=omsat, skridt=skridt) == dom


def test_what_may_be_chance_is_called_so_even_where_many_came_or_went() -> None:
    assert judged(aendring=199, omsat=90_000) == (False, "tilfaeldigt")


@pytest.mark.parametrize(("blade", "blad_rod", "udsving"), [(9, 150, 20), (10, 99, 20), (10, 150, 30)])
def test_how_far_it_had_to_move_is_the_limit_of_z_by_employees_and_by_units(
    blade: int, blad_rod: int, udsving: float
) -> None:
    """Each hundred of 1,000 employed days and 100 days of a window is ten sygedage; z has to be 2."""
    assert weighed(blade=blade, blad_rod=blad_rod)[-3] == pytest.approx(udsving, abs=1e-9)


def test_a_foreloebig_window_gives_no_signal() -> None:
    assert judged(er_foreloebig=True) == (False, "foreloebig")


DEMOENS = (
    "select aendring, z, z_enheder, omsaetning, er_signal, grund from signaler inner join enheder using (enhed_id) "
    "inner join perioder using (vindue_nr) where periode = '2025K2' and enhedsnavn = '{}' and skridt = '{}' "
    "and slags = '{}'"
)


@pytest.mark.parametrize(
    ("enhed", "skridt", "slags", "facit"),
    [
        ("Eksempel Kommune", "kvartal", "alt", (-0.685, -3.431, -2.949, 0.031, True, None)),
        ("Eksempel Kommune", "aar", "alt", (-1.140, -2.248, -2.448, 0.108, False, "tilfaeldigt")),
        ("Eksempel Kommune", "kvartal", "kort", (-0.084, -1.002, -0.780, 0.031, False, "tilfaeldigt")),
        ("Eksempel Kommune", "kvartal", "lang", (-0.602, -3.041, -2.995, 0.031, True, None)),
        ("Vuggestuen Humlebien", "aar", "alt", (-41.315, -1.929, None, 0.053, False, "tilfaeldigt")),
        ("Administrativt Fællesskab", "kvartal", "alt", (-2.697, -3.093, None, 0.360, False, "udskiftning")),
        ("Ældre, Sundhed & Social", "kvartal", "alt", (0.090, 0.187, 0.240, 0.033, False, "tilfaeldigt")),
        ("Ældre, Sundhed & Social", "kvartal", "kort", (0.561, 2.627, 1.876, 0.033, False, "tilfaeldigt")),
        ("Ældre, Sundhed & Social", "kvartal", "lang", (-0.471, -0.997, -1.124, 0.033, False, "tilfaeldigt")),
    ],
)
def test_the_demo_tells_which_of_its_changes_are_larger_than_chance(
    demo_database: Path, enhed: str, skridt: str, slags: str, facit: tuple
) -> None:
    (fundet,) = query(demo_database, DEMOENS.format(enhed, skridt, slags))
    assert fundet[:4] == pytest.approx(facit[:4], abs=0.0006)
    assert fundet[4:] == facit[4:]


def test_one_node_of_the_demo_has_moved_more_than_chance_in_the_newest_quarter(demo_database: Path) -> None:
    fundet = query(
        demo_database,
        "select enhedsnavn from signaler inner join enheder using (enhed_id) inner join perioder using (vindue_nr) "
        "where er_nyeste and er_signal and slags = 'alt' and skridt = 'kvartal'",
    )
    assert fundet == [("Eksempel Kommune",)]
