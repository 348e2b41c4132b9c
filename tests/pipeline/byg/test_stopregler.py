"""The rules that stop a build for a column or a file that cannot be true: below, at and above each limit.

Each rule is asked over tables laid out by hand, with the limits of the configuration.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from pipeline.indstillinger.indlaes import load_indstillinger
from tests.modeller import run_model

KONTROL = load_indstillinger().kontrol
UDTRAEK, OPBEVARING = date(2025, 7, 15), date(2020, 7, 16)
ANDEL = {"umulig_mindst": KONTROL.umulig_mindst, "umulig_andel": KONTROL.umulig_andel}  # 5, and over half
HALVDELEN = pytest.mark.parametrize(
    ("umulige", "alle", "standser"),
    [(4, 4, False), (5, 5, True), (5, 9, True), (5, 10, False), (6, 11, True), (6, 12, False)],
)


def e8(tal: str) -> int:
    hele, _, dele = tal.partition(".")
    return int(hele + dele.ljust(8, "0"))


def post(timer: str | None, dage: str | None, *, syg: bool = True, aaben: bool = False) -> dict[str, Any]:
    return {
        "er_sygefravaer": syg,
        "er_aaben": aaben,
        "timer_e8": e8(timer) if timer else None,
        "dage_e8": e8(dage) if dage else None,
    }


def ask_modsiger(poster: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return run_model(
        "19_stop",
        "dage_og_timer_modsiger",
        {"fravaer_gaeldende": poster},
        timer_pr_dag_mindst=KONTROL.timer_pr_dag_mindst,
        timer_pr_kalenderdag=KONTROL.timer_pr_kalenderdag,
        **ANDEL,
    )


@pytest.mark.parametrize(
    ("timer", "dage", "modsiger"),
    [
        ("3.99", "2", True),
        ("4", "2", False),
        ("4.01", "2", False),
        ("48", "2", False),
        ("48.01", "2", True),
        ("0", "2", False),
        ("48.01", "0", False),
        ("48.01", None, False),
        (None, "2", False),
    ],
)
def test_under_two_and_over_24_hours_a_day_contradict_each_other(
    timer: str | None, dage: str | None, modsiger: bool
) -> None:
    assert ask_modsiger([post(timer, dage)] * 5) == ([(5, 5)] if modsiger else [])


@HALVDELEN
def test_most_rows_must_contradict_themselves_and_five_at_least(umulige: int, alle: int, standser: bool) -> None:
    poster = [post("2", "2")] * umulige + [post("14.8", "2")] * (alle - umulige)
    assert ask_modsiger(poster) == ([(umulige, alle)] if standser else [])


def test_open_records_and_other_absence_say_nothing_of_dage_and_timer() -> None:
    andre = [post("2", "2", syg=False)] * 9 + [post("2", "2", aaben=True)] * 9
    assert ask_modsiger([post("2", "2")] * 4 + andre) == []


def ask_nul(poster: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return run_model("19_stop", "timer_er_nul", {"fravaer_gaeldende": poster}, **ANDEL)


@HALVDELEN
def test_timer_is_empty_when_most_closed_rows_state_0_and_no_days(umulige: int, alle: int, standser: bool) -> None:
    poster = [post("0", None), *[post("0", "0")] * (umulige - 1), *[post("7.4", None)] * (alle - umulige)]
    assert ask_nul(poster) == ([(umulige, alle)] if standser else [])


@pytest.mark.parametrize(
    "anden", [post("0", "0.01"), post("0.01", None), post(None, None)], ids=["dage", "timer", "intet"]
)
def test_days_hours_or_nothing_at_all_are_no_column_of_0(anden: dict[str, Any]) -> None:
    assert ask_nul([anden] * 20) == []


def test_open_records_and_other_absence_may_have_0_hours() -> None:
    andre = [post("0", None, syg=False)] * 9 + [post("0", None, aaben=True)] * 9
    assert ask_nul([post("0", None)] * 4 + andre) == []


def raekke(dage: int, grund: str | None = None, *, fil_id: int = 1, slut: date = date(2024, 12, 31)) -> dict[str, Any]:
    """A row of so many days, the last of them `slut`."""
    start = slut - timedelta(days=dage - 1)
    return {"fil_id": fil_id, "grund": grund, "startdato": start, "stopdato": slut, "totaltekst": None}


def ask_tunge(raekker: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return run_model(
        "19_stop",
        "tunge_raekker_afvist",
        {
            "fravaer_laest": raekker,
            "karantaene": [{"fil_id": rad["fil_id"]} for rad in raekker if rad["grund"]] or [{"fil_id": None}],
            "kildefiler": [{"fil_id": 1, "fil": "a.csv"}, {"fil_id": 2, "fil": "b.csv"}],
        },
        afviste_dage_mindst=KONTROL.afviste_dage_mindst,
        afviste_andel=KONTROL.afviste_andel,
        opbevaring_fra=OPBEVARING,
        udtraeksdato=UDTRAEK,
    )


@pytest.mark.parametrize(
    ("afviste", "gode", "standser"),
    [(29, 1, False), (30, 1, True), (30, 2969, True), (30, 2970, False), (31, 3069, False), (31, 3068, True)],
    ids=["29 dage", "30 dage", "over 1 %", "1 % af 3000", "1 % af 3100", "over 1 % af 3099"],
)
def test_thirty_days_and_one_percent_of_a_files_days_are_too_heavy_to_reject(
    afviste: int, gode: int, standser: bool
) -> None:
    hele, rest = divmod(gode, 500)
    gode_raekker = [raekke(500)] * hele + ([raekke(rest)] if rest else [])
    fund = ask_tunge([raekke(afviste, "stopdatoen er ikke en dato"), *gode_raekker])
    antal, alle = len(gode_raekker) + 1, afviste + gode
    assert fund == ([("a.csv", 1, antal, afviste, alle, "stopdatoen er ikke en dato")] if standser else [])


def test_a_row_weighs_the_days_that_are_kept_and_have_been() -> None:
    """Open: 1 to 15 July; begun before 16.07.2020: the days since; without a start, or wholly outside: one day."""
    aaben = raekke(1, "x", slut=date(2025, 7, 1)) | {"stopdato": None}
    frem = raekke(30, "x", slut=date(2025, 7, 30))
    gammel = raekke(400, "x", slut=date(2020, 7, 20))
    uden = raekke(1, "x") | {"startdato": None}
    forbi = raekke(40, "x", slut=date(2019, 1, 1))
    total = raekke(900, None) | {"totaltekst": "i alt"}
    fund = ask_tunge([aaben, frem, gammel, uden, forbi, total, raekke(1000)])
    assert fund == [("a.csv", 5, 6, 15 + 15 + 5 + 1 + 1, 15 + 15 + 5 + 1 + 1 + 1000, "x")]


def test_each_file_is_weighed_by_its_own_days() -> None:
    tung = [raekke(30, "x", fil_id=2), raekke(100, fil_id=2)]
    assert [fund[0] for fund in ask_tunge([raekke(1, "x"), *[raekke(500)] * 100, *tung])] == ["b.csv"]


@pytest.mark.parametrize(
    ("uden_for", "alle", "standser"),
    [(4, 4, False), (5, 99, True), (5, 100, False), (6, 119, True), (6, 120, False)],
)
def test_over_five_percent_of_a_files_rows_may_not_lie_outside_its_period(
    uden_for: int, alle: int, standser: bool
) -> None:
    fund = run_model(
        "19_stop",
        "uden_for_filens_periode",
        {
            "kildefiler": [
                {"fil_id": 1, "fil": "a.csv", "periode_fra": date(2025, 1, 1), "periode_til": date(2025, 6, 30)}
            ],
            "raekker_uden_for_periode": [{"fil_id": 1, "antal_uden_for": uden_for}],
            "raekkeregnskab": [{"fil_id": 1, "antal_laest": alle}],
        },
        umulig_mindst=KONTROL.umulig_mindst,
        uden_for_periode_andel=KONTROL.uden_for_periode_andel,
    )
    assert fund == ([("a.csv", "01.01.2025", "30.06.2025", uden_for, alle)] if standser else [])


@pytest.mark.parametrize(
    ("start", "slut", "uden_for"),
    [
        (date(2024, 12, 1), date(2024, 12, 31), True),
        (date(2024, 12, 1), date(2025, 1, 1), False),
        (date(2024, 12, 1), None, False),
        (date(2025, 6, 30), date(2025, 7, 9), False),
        (date(2025, 7, 1), date(2025, 7, 9), True),
        (date(2025, 7, 1), None, True),
        (date(2025, 7, 15), None, True),
        (date(2025, 7, 16), None, False),  # a warning of its own
        (date(2020, 7, 1), date(2020, 7, 15), False),  # too old to count anywhere
        (date(2020, 7, 1), date(2020, 7, 16), True),
    ],
)
def test_a_row_is_outside_when_no_day_of_it_is_within(start: date, slut: date | None, uden_for: bool) -> None:
    rad = {"fil_id": 1, "grund": None, "totaltekst": None, "startdato": start, "stopdato": slut}
    andre = [rad | {"grund": "x"}, rad | {"totaltekst": "i alt"}, rad | {"fil_id": 2, "stopdato": start}]
    fund = run_model(
        "10_staging",
        "raekker_uden_for_periode",
        {
            "fravaer_laest": [rad, *andre],
            "kildefiler": [{"fil_id": 1, "periode_fra": date(2025, 1, 1), "periode_til": date(2025, 6, 30)}],
        },
        udtraeksdato=UDTRAEK,
        opbevaring_fra=OPBEVARING,
    )
    assert fund == ([(1, 1)] if uden_for else [])


@pytest.mark.parametrize(
    ("population", "fund"),
    [
        ([("ikke månedslønnet", 9), ("uden løn (tæller 0)", 2)], [(11, "ikke månedslønnet", 9)]),
        ([("ikke månedslønnet", 9), ("i populationen", 1)], []),
    ],
    ids=["ingen", "en eneste"],
)
def test_nobody_counted_among_employees_stops(population: list[tuple[str, int]], fund: list[tuple[Any, ...]]) -> None:
    raekker = [{"aarsag": aarsag, "antal_medarbejdere": antal} for aarsag, antal in population]
    assert run_model("29_stop", "population_tom", {"population": raekker}) == fund


@pytest.mark.parametrize(
    ("overlap", "alle", "standser"),
    [(4, 4, False), (5, 15, True), (5, 16, False), (33, 100, False), (34, 100, True)],
)
def test_over_a_third_of_the_sick_rows_may_not_overlap(overlap: int, alle: int, standser: bool) -> None:
    fund = run_model(
        "29_stop",
        "en_liste_to_gange",
        {"sygeposter": [{"er_overlap": nummer < overlap} for nummer in range(alle)]},
        umulig_mindst=KONTROL.umulig_mindst,
        overlappende_andel=KONTROL.overlappende_andel,
    )
    assert fund == ([(overlap, alle)] if standser else [])


def ask_ansforhold(ukendte: Sequence[str | None], alle: int, *, fratraadte: int = 0) -> list[tuple[Any, ...]]:
    """`alle` employees, and so many more who left before the years that are kept."""
    slut = {True: date(9999, 12, 31), False: OPBEVARING - timedelta(days=1)}
    spaend = [{"medarbejdernr": nummer, "slutdato": slut[nummer < alle]} for nummer in range(alle + fratraadte)]
    return run_model(
        "29_stop",
        "ansforhold_ukendt",
        {
            "ansforhold_ukendte": [{"medarbejdernr": nr, "ansforhold": kode} for nr, kode in enumerate(ukendte)],
            "spaend": spaend * 2,
        },
        ukendt_ansforhold_andel=KONTROL.ukendt_ansforhold_andel,
        opbevaring_fra=OPBEVARING,
    )


@pytest.mark.parametrize(
    ("ukendte", "alle", "standser"),
    [(5, 100, False), (6, 100, True), (5, 99, True), (1, 20, False), (1, 19, True)],
)
def test_over_five_percent_of_the_employees_may_not_have_an_unknown_ansforhold(
    ukendte: int, alle: int, standser: bool
) -> None:
    fund = ask_ansforhold(["98"] * ukendte, alle, fratraadte=500)
    assert fund == ([(ukendte, alle, f"98 ({ukendte})")] if standser else [])


def test_an_unknown_ansforhold_is_shown_when_it_is_a_code_and_never_when_it_is_a_text() -> None:
    fund = ask_ansforhold(["98", "98", "Anna Holm", "Bo Ravn", "M1", None], 6)
    assert fund == [(6, 6, "98 (2), en tekst (2), M1 (1), ingen (1)")]


@pytest.mark.parametrize(
    ("grad", "umulig"),
    [("0.04999999", True), ("0.05", False), ("1.2", False), ("1.20000001", True)],
)
def test_a_grad_below_005_or_above_12_cannot_be_one(grad: str, umulig: bool) -> None:
    fund = ask_grad([e8(grad)] * 5, 5)
    assert fund == ([(5, 5)] if umulig else [])


@HALVDELEN
def test_most_grader_must_be_impossible_and_five_at_least(umulige: int, alle: int, standser: bool) -> None:
    assert ask_grad([e8("0.01")] * umulige, alle) == ([(umulige, alle)] if standser else [])


def ask_grad(grader: Sequence[int], alle: int) -> list[tuple[Any, ...]]:
    """The rest are full-time; those without pay or without a grad say nothing."""
    spaend = [
        *({"grad_oplyst_e8": grad, "er_uden_loen": False} for grad in [*grader, *[e8("1")] * (alle - len(grader))]),
        *[{"grad_oplyst_e8": 0, "er_uden_loen": True}, {"grad_oplyst_e8": None, "er_uden_loen": False}] * 20,
    ]
    return run_model(
        "29_stop",
        "grad_kan_ikke_vaere_rigtig",
        {"spaend": spaend},
        grad_mindst=KONTROL.grad_mindst,
        grad_hoejst_e8=e8("1.2"),
        **ANDEL,
    )
