"""Rolling windows subtracted: what several releases together tell of a quarter alone, worked out by hand."""

import polars as pl
import pytest

from pipeline.proev.kvartaler import Kvartaler, Kvartalstal, Vindue, list_vinduer
from pipeline.proev.ligninger import is_safe
from pipeline.proev.tabeller import Linje
from pipeline.proev.viden import Viden
from pipeline.proev.vinduer import check_kvartaler
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord

KVARTALER = tuple(f"{aar}K{nr}" for aar in (2023, 2024, 2025) for nr in range(1, 5))
NU = "2025K2"
HUS, NABO, KOMMUNEN = 7, 8, 1
BEGGE = frozenset({HUS, NABO})


def quarters(dagsvaerk: dict[str, float], *, medarbejdere: float = 20.0, hvile: float = 10.0) -> dict[str, Kvartalstal]:
    """A part in every quarter, 90 days each; `hvile`: its dagsværk where nothing else is said."""
    return {kvartal: Kvartalstal(90, medarbejdere, dagsvaerk.get(kvartal, hvile)) for kvartal in KVARTALER}


def told(vinduer: list[Vindue], **dele: dict[str, Kvartalstal]) -> Kvartaler:
    numre = {"hus": HUS, "nabo": NABO}
    return Kvartaler(vinduer, {(numre[navn], k): tal for navn, egne in dele.items() for k, tal in egne.items()})


def printed(slut: str, rate: float, dele: frozenset[int] = frozenset({HUS})) -> Vindue:
    return Vindue(dele, slut, None, rate - 0.05, rate + 0.05)


def test_two_windows_a_quarter_apart_differ_by_the_quarter_and_the_one_a_year_before() -> None:
    """20 employees. 40 dagsværk to 2025K1 is 2.0 each; 2025K2 has 150, so 180 to 2025K2 is 9.0. The quarter a year
    before has at least 0, so the new one has at least 8.95 - 2.05 = 6.9 each; and at most all 9.05 there is.
    """
    vinduer = [printed("2025K1", 2.0), printed("2025K2", 9.0)]
    spaend = told(vinduer, hus=quarters({"2025K2": 150.0})).find_range(frozenset({HUS}), NU, frozenset({HUS}))
    assert spaend == pytest.approx((6.9, 9.05))


def test_a_printed_change_is_nearer_than_two_printed_figures() -> None:
    """The change, 7.0, is rounded once: at least 6.95."""
    vinduer = [printed("2025K1", 2.0), printed("2025K2", 9.0), Vindue(frozenset({HUS}), "2025K2", "2025K1", 6.95, 7.05)]
    spaend = told(vinduer, hus=quarters({"2025K2": 150.0})).find_range(frozenset({HUS}), NU, frozenset({HUS}))
    assert spaend == pytest.approx((6.95, 9.05))


def test_one_window_alone_tells_no_quarter() -> None:
    spaend = told([printed("2025K2", 9.0)], hus=quarters({"2025K2": 150.0})).find_range(
        frozenset({HUS}), NU, frozenset({HUS})
    )
    assert spaend == pytest.approx((0.0, 9.05))


def test_a_chain_of_years_adds_up() -> None:
    """2024K2 has at least what the windows fall by when it leaves them, 9.0 to 2.0, whatever came in its place."""
    tal = quarters({"2024K2": 150.0})
    vinduer = [printed("2025K1", 9.0), printed("2025K2", 2.0)]
    assert told(vinduer, hus=tal).find_range(frozenset({HUS}), "2024K2", frozenset({HUS})) == pytest.approx((6.9, 9.05))


def test_a_figure_corrected_since_is_widened_to_todays() -> None:
    """2.0 was published and 1.0 would be now: less than nothing cannot be concluded."""
    tal = quarters({"2025K2": 150.0}, hvile=5.0)
    spaend = told([printed("2025K1", 2.0), printed("2025K2", 9.0)], hus=tal).find_range(
        frozenset({HUS}), NU, frozenset({HUS})
    )
    assert spaend == pytest.approx((8.25 - 2.05, 9.05))


def test_what_is_known_of_the_other_is_subtracted() -> None:
    """Together 100 + 30 in 40 employees: 3.25 to 2025K1, 6.75 to 2025K2. It tells 3.4 of both. Who knows the other's
    quarters has 20 employees with all of the rounding: (6.70 - 3.30) * 40 / 20 = 6.8.
    """
    hus, nabo = quarters({"2025K2": 150.0}, hvile=10.0), quarters({}, hvile=22.5)
    vinduer = [printed("2025K1", 3.25, BEGGE), printed("2025K2", 6.75, BEGGE)]
    kvartaler = told(vinduer, hus=hus, nabo=nabo)
    assert kvartaler.find_range(frozenset({HUS}), NU, BEGGE)[0] == pytest.approx(0.0)
    assert kvartaler.find_range(frozenset({HUS}), NU, frozenset({HUS}))[0] == pytest.approx(6.8)


def test_a_window_the_database_does_not_reach_tells_nothing() -> None:
    tal = quarters({"2023K2": 150.0})
    spaend = told([printed("2023K2", 9.0), printed("2023K4", 9.0)], hus=tal).find_range(
        frozenset({HUS}), "2023K1", frozenset({HUS})
    )
    assert spaend == pytest.approx((0.0, 9.05))
    assert told([printed("2023K3", 9.0)], hus=tal).find_range(frozenset({HUS}), "2023K1", frozenset({HUS}))[1] == float(
        "inf"
    )


def test_a_release_says_its_figures_and_its_changes() -> None:
    overskrift = {navn: hoved for navn, hoved, _ in tekster_status.BILAG_KOLONNER}
    tal = {
        periode_med_ord(NU): 9.0,
        periode_med_ord("2025K1"): 2.0,
        overskrift["aendring_kvartal"]: 7.0,
        overskrift["aendring_aar"]: -1.0,
    }
    linje = Linje("Huset", frozenset({HUS}), frozenset({HUS}), tal)
    assert [(v.slut, v.foer, round(v.lav, 2), round(v.hoej, 2)) for v in list_vinduer([linje], NU)] == [
        ("2025K2", None, 8.95, 9.05),
        ("2025K1", None, 1.95, 2.05),
        ("2025K2", "2025K1", 6.95, 7.05),
        ("2025K2", "2024K2", -1.05, -0.95),
    ]


# The rule: Lille Hus has 20 employees, Nabohuset 40; two of Lille Hus hold all of 2025K2 but a tenth.


def viden(
    hus: float,
    *,
    hvile: float = 10.0,
    hoejeste: float = 1.0,
    medarbejdere: float = 20.0,
    brugere: tuple[int, ...] = (),
) -> Viden:
    """`hus`: its dagsværk in 2025K2, of which its two highest hold the share `hoejeste`; `hvile`: in the others."""
    regler, kvartaler = [], []
    antal_af = {KOMMUNEN: medarbejdere + 40, HUS: medarbejdere, NABO: 40.0}
    for barn, navn in ((KOMMUNEN, "Prøve Kommune"), (HUS, "Lille Hus"), (NABO, "Nabohuset")):
        for kvartal in KVARTALER:
            eget = {HUS: hus if kvartal == NU else hvile, NABO: 80.0}
            dagsvaerk = eget.get(barn, sum(eget.values()))
            to = hoejeste * dagsvaerk / 2 if barn == HUS else 0.0
            faelles = {"barn_id": barn, "periode": kvartal, "gns_medarbejdere": antal_af[barn], "dagsvaerk": dagsvaerk}
            faelles |= {"hoejeste_dagsvaerk": to, "naesthoejeste_dagsvaerk": to}
            kvartaler.append({**faelles, "dage": 90})
            regler.append(
                {**faelles, "overordnet_id": None if barn == KOMMUNEN else KOMMUNEN, "navn": navn, "er_faelles": False}
            )
    return Viden(
        regler=pl.DataFrame(regler, schema_overrides={"overordnet_id": pl.Int64}),
        kvartaler=pl.DataFrame(kvartaler),
        navne=(),
        aarsager=(),
        brugere=tuple(frozenset({node}) for node in brugere),
        definitioner=frozenset(),
    )


def release(
    kvartal: str, rate: float, *, navn: str = "Lille Hus", dele: frozenset[int] = frozenset({HUS})
) -> dict[str, list[Linje]]:
    return {kvartal: [Linje(navn, dele, dele, {periode_med_ord(kvartal): rate})]}


@pytest.mark.parametrize(
    ("dagsvaerk", "nu", "kan"),
    [(111.0, 7.05, False), (112.0, 7.1, False), (113.0, 7.15, True)],
    ids=["below", "at", "above"],
)
def test_more_than_five_days_each_must_not_be_told(dagsvaerk: float, nu: float, kan: bool) -> None:
    """To 2025K1 30 + 10 dagsværk are 2.0 each. The new one has at least what is printed now less 2.0 and two roundings
    of 0.05: 4.95, 5.0 and 5.05.
    """
    fejl = list(check_kvartaler(release(NU, nu), [release("2025K1", 2.0)], viden(dagsvaerk)))
    assert bool(fejl) is kan


@pytest.mark.parametrize(("foer", "kan"), [(10.0, True), (10.1, False)], ids=["below", "above"])
def test_three_times_what_is_certain_hides_it(foer: float, kan: bool) -> None:
    """The year is 5.2 more than the one before, so the quarter has at least 5.1: hidden from 15.3. At most it has all
    the year, 15.25 and 15.35.
    """
    egne = viden(20 * (foer + 5.2) - 15 * foer, hvile=5 * foer)
    assert bool(list(check_kvartaler(release(NU, foer + 5.2), [release("2025K1", foer)], egne))) is kan


@pytest.mark.parametrize(("hoej", "sikker"), [(17.9, False), (18.0, True), (18.1, True)])
def test_the_limits_of_what_may_be_concluded(hoej: float, sikker: bool) -> None:
    assert is_safe(6.0, hoej) is sikker
    assert [is_safe(lav, 7.0) for lav in (4.9, 5.0, 5.1)] == [True, True, False]


def test_the_sentence_names_the_group_the_release_and_what_to_do() -> None:
    [fejl] = check_kvartaler(release(NU, 9.0), [release("2025K1", 2.0)], viden(150.0))
    assert fejl == (
        "Udgivelsen for 2. kvartal 2025 kan ikke sendes: trækkes de rullende tal i den og i de tidligere udgivelser "
        "fra hinanden (2 i alt), kan enhver regne ud, at Lille Hus i 2. kvartal 2025 alene havde mellem 6,9 og 9,1 "
        "dagsværk pr. medarbejder, og i det kvartal er gruppen for lille eller domineres af få. Lav sagen uden bilaget "
        "pr. enhed (--uden-enheder); hjælper det ikke, så vent til næste kvartal."
    )


@pytest.mark.parametrize(("hoejeste", "kan"), [(0.89, False), (0.9, False), (0.91, True)])
def test_only_a_group_held_by_two_in_the_quarter(hoejeste: float, kan: bool) -> None:
    fejl = list(check_kvartaler(release(NU, 9.0), [release("2025K1", 2.0)], viden(150.0, hoejeste=hoejeste)))
    assert bool(fejl) is kan


@pytest.mark.parametrize(("medarbejdere", "kan"), [(9.9, True), (10.0, False), (10.1, False)])
def test_only_a_group_of_under_ten_in_the_quarter(medarbejdere: float, kan: bool) -> None:
    egne = viden(7.5 * medarbejdere, hoejeste=0.5, medarbejdere=medarbejdere)
    foer, nu = 40 / medarbejdere, (30 + 7.5 * medarbejdere) / medarbejdere
    assert bool(list(check_kvartaler(release(NU, nu), [release("2025K1", foer)], egne))) is kan


def test_what_was_told_before_is_not_this_releases_fault() -> None:
    foer = [release("2025K1", 2.0), release(NU, 9.0)]
    assert list(check_kvartaler(release("2025K3", 9.0), foer, viden(150.0))) == []
    assert list(check_kvartaler(release(NU, 9.0), [], viden(150.0))) == []


def test_who_knows_the_other_can_tell_what_nobody_else_can() -> None:
    """Together: 360 of 60 to 2025K1 are 6.0, 500 now are 8.3. The leder of Nabohuset, whose 320 she knows, has
    (8.25 - 6.05) * 60 / 20 = 6.6 left for Lille Hus.
    """
    kommunen = {"navn": "Prøve Kommune", "dele": BEGGE}
    udgivelser = release(NU, 500 / 60, **kommunen), [release("2025K1", 6.0, **kommunen)]
    assert list(check_kvartaler(*udgivelser, viden(150.0))) == []
    [fejl] = check_kvartaler(*udgivelser, viden(150.0, brugere=(NABO,)))
    assert "kan en bruger, der kender Nabohuset, regne ud, at Lille Hus i 2. kvartal 2025 alene" in fejl
    assert list(check_kvartaler(*udgivelser, viden(150.0, brugere=(HUS,)))) == []
