"""Single models over a few rows laid out by hand, at the limits that decide."""

from datetime import date
from typing import Any

import pytest

from tests.modeller import run_model

JUNI = 2025 * 12 + 5  # as the models number months; the end of a quarter


GRAENSER = {"dominans_del": 9, "dominans_hele": 10, "mindst_med_langtid": 5}


def month(slut: int, **felter: Any) -> dict[str, Any]:
    return {"sidste_maaned": slut, "foerste_maaned": slut - 11, "dage": 365, "slutdato": date(2025, 1, 31), **felter}


@pytest.mark.parametrize(("langt", "ses_paa"), [(399, True), (400, True), (401, False)])
def test_employees_are_counted_until_four_of_the_longest_could_not_hold_the_long_absence(
    langt: int, ses_paa: bool
) -> None:
    """The one with most has 100 in all, in two cells: more than 400 cannot be four employees'."""
    tabeller = {
        "barn_tal": [{"barn_id": 1, "vindue_nr": 7, "dagsvaerk_e8": 1000, "dagsvaerk_lang_e8": langt}],
        "barn_ledere": [{"barn_id": 2, "vindue_nr": 7, "dagsvaerk_e8": 0}],
        "sygeceller": [
            {"medarbejdernr": 1, "kategori": "population", "dagsvaerk_e8": 60},
            {"medarbejdernr": 1, "kategori": "population", "dagsvaerk_e8": 40},
            {"medarbejdernr": 2, "kategori": "population", "dagsvaerk_e8": 99},
            {"medarbejdernr": 3, "kategori": "uden for", "dagsvaerk_e8": 500},
        ],
    }
    assert run_model("40_udgivelse", "barn_uafklarede", tabeller, **GRAENSER) == ([(1, 7)] if ses_paa else [])


def test_a_chef_sees_the_months_of_the_years_in_which_a_unit_stands_alone_and_of_windows_made_of_such_years() -> None:
    """11 stands alone in 2025, 12 in both years, below 1 which does in both."""
    aarene = [(None, 1, 2024), (None, 1, 2025), (1, 11, 2025), (1, 12, 2024), (1, 12, 2025)]
    tabeller = {
        "maal.maanedsdeling": [{"overordnet_id": over, "barn_id": nr, "aar": aar} for over, nr, aar in aarene],
        "maal.perioder": [
            {"vindue_nr": 7, "foerste_maaned": JUNI, "sidste_maaned": JUNI},
            {"vindue_nr": 8, "foerste_maaned": JUNI - 11, "sidste_maaned": JUNI},
        ],
        "chef_grupper": [{"gruppe_id": nr, "vindue_nr": 9} for nr in (1, 11, 12)],
        "egne_enheder": [{"enhed_id": 99}],
    }
    fundet = run_model("60_omfang", "chef_maaneder", tabeller, chef_noder=[1])
    assert sorted(fundet) == [(1, 7), (1, 8), (11, 7), (12, 7), (12, 8)]


def test_who_is_counted_is_told_to_the_nearest_ten_of_all_titles_together() -> None:
    """7 + 7 is 14 and so 10, not twice 10; 15 is nearer 20."""
    tabeller = {
        "maal.population": [
            {"aarsag": "elev", "antal_medarbejdere": 7, "antal_paa_udtraeksdatoen": 4},
            {"aarsag": "elev", "antal_medarbejdere": 7, "antal_paa_udtraeksdatoen": 0},
            {"aarsag": "fleksjob", "antal_medarbejdere": 15, "antal_paa_udtraeksdatoen": 15},
        ]
    }
    assert run_model("60_omfang", "datagrundlag_population", tabeller) == [("elev", 10, 0), ("fleksjob", 20, 20)]


def test_where_the_dagsvaerk_went_is_told_to_the_thousandth() -> None:
    """Of 3 dagsværk 2 are in the population and 1 is without employment; 1/3 and 2/3 to the thousandth."""
    tabeller = {
        "maal.afstemning": [
            {
                "i_alt": 3.0,
                "i_populationen": 2.0,
                "uden_for_populationen": 0.0,
                "uden_ansaettelse": 1.0,
                "efter_udtraek": 0.0,
                "foer_opbevaring": 0.0,
            }
        ]
    }
    assert run_model("60_omfang", "datagrundlag_afstemning", tabeller) == [
        ("efter_udtraek", 0.0),
        ("foer_opbevaring", 0.0),
        ("i_populationen", 0.667),
        ("uden_ansaettelse", 0.333),
        ("uden_for_populationen", 0.0),
    ]


@pytest.mark.parametrize(("dagsvaerk", "antal"), [((51, 25, 24), 1), ((50, 25, 25), 1), ((49, 26, 25), 2)])
def test_those_who_stand_for_half_the_days_are_counted_until_half_is_reached(
    dagsvaerk: tuple[int, ...], antal: int
) -> None:
    tabeller = {
        "syge_personer": [
            {"sidste_maaned": JUNI, "placering_id": 5, "medarbejdernr": nr, "dagsvaerk_e8": egne}
            for nr, egne in enumerate(dagsvaerk)
        ],
        "tilhoer": [{"enhed_id": 1, "placering_id": 5}],
        "perioder": [{"vindue_nr": 7, "sidste_maaned": JUNI, "vindue": "rullende"}],
        "sygefravaer": [{"enhed_id": 1, "vindue_nr": 7, "gns_medarbejdere": 20.0}],
    }
    assert run_model("30_noegletal", "halvdelen", tabeller, mindste_gruppe=20) == [(1, 7, antal)]


@pytest.mark.parametrize("siden_kvartalet", [0, 1, 2])
def test_spread_is_told_for_the_three_newest_months_and_five_quarters(siden_kvartalet: int) -> None:
    """So that the newest quarter has the one a year before it to be held against, whichever month is the newest."""
    nyeste = JUNI + siden_kvartalet
    tabeller = {
        "perioder": [
            *(month(nyeste - nr, periodetype="maaned", vindue="rullende") for nr in range(20)),
            *(month(JUNI - 3 * nr, periodetype="kvartal", vindue="rullende") for nr in range(8)),
            month(nyeste + 1, periodetype="maaned", vindue="alene"),
        ]
    }
    fundet = [raekke[0] for raekke in run_model("30_noegletal", "naere_vinduer", tabeller)]
    assert fundet == sorted({nyeste, nyeste - 1, nyeste - 2} | {JUNI - 3 * nr for nr in range(5)})


def published(vindue_nr: int, medarbejdere: int, dagsvaerk: int) -> dict[str, Any]:
    """A group over a hundred days."""
    return {
        "deling": "ude",
        "overordnet_id": None,
        "gruppe_id": 1,
        "vindue_nr": vindue_nr,
        "dage": 100,
        "ansat_dage": medarbejdere * 100,
        "fuldtid_dage_e8": 0,
        "dagsvaerk_e8": dagsvaerk * 10**8,
        "dagsvaerk_lang_e8": 0,
        "vis_langtid": False,
        "vis_langtidsfriske": False,
        "antal_grundlag": 0,
        "antal_langtidsfriske": 0,
    }


def test_the_published_top_is_where_most_days_fell_on_each_employee_and_not_most_days_in_all() -> None:
    """1: 10 employees and 120 dagsværk, 12.0; 2: 20 and 200, 10.0; 3, foreløbig: 10 and 150, 15.0."""
    raekker = [published(1, 10, 120), published(2, 20, 200), published(3, 10, 150)]
    perioder = [
        {
            "vindue_nr": nr,
            "sidste_maaned": JUNI + 3 * nr,
            "er_foreloebig": nr == 3,
            "vindue_nr_kvartal_foer": None,
            "vindue_nr_aar_foer": None,
        }
        for nr in (1, 2, 3)
    ]
    tabeller = {
        "grupper_summeret": raekker + [{**published(1, 1, 0), "overordnet_id": 99, "deling": "inde"}],
        "perioder": perioder + [{**perioder[0], "vindue_nr": 9, "vindue_nr_kvartal_foer": 8, "vindue_nr_aar_foer": 7}],
        "signaler": [
            {"enhed_id": 1, "vindue_nr": 2, "skridt": "kvartal", "slags": "alt", "er_signal": True, "grund": None}
        ],
    }
    fundet = run_model("40_udgivelse", "udgivne_forskelle", tabeller, nytal="pr_medarbejder")
    assert [(nu, siden, foer, float(sygedage)) for _, _, nu, siden, foer, sygedage, *_ in fundet] == [
        (1, "top", 1, 0.0),
        (2, "top", 1, -2.0),
        (3, "top", 1, 3.0),
    ]


def test_of_several_lpt169_the_newest_is_held_against_our_figures() -> None:
    """The newest says 10 where we have 7; the older one said what we have."""
    fil = {"tabel": "lpt169", "periode_fra": date(2025, 1, 1), "periode_til": date(2025, 3, 31)}
    post = {"medarbejdernr": 1, "grund": None, "totaltekst": None, "er_dublet": False}
    tabeller = {
        "kildefiler": [
            {"fil_id": 1, "udtraeksdato": date(2025, 4, 1), **fil},
            {"fil_id": 2, "udtraeksdato": date(2025, 5, 1), **fil},
        ],
        "lpt169_laest": [
            {"fil_id": 1, "dagsvaerk_e8": 7 * 10**8, **post},
            {"fil_id": 2, "dagsvaerk_e8": 10 * 10**8, **post},
        ],
        "sygeceller": [
            {"medarbejdernr": 1, "maaned_nr": 2025 * 12 + 1, "dagsvaerk_e8": 7 * 10**8, "kategori": "population"}
        ],
    }
    ((nummer, _, _, oplyst, egne, andre),) = run_model("30_noegletal", "lpt169_medarbejdere", tabeller)
    assert (nummer, oplyst, egne, andre) == (1, 10 * 10**8, 7 * 10**8, 0)


def test_an_employee_differs_from_lpt169_by_more_than_rounding() -> None:
    """Beside our 5,00, part of it outside the population, 5,05 is rounding and 5,06 is not; one is not in it."""
    post = {"periode_fra": None, "periode_til": None, "population_e8": 4 * 10**8, "andre_e8": 10**8}
    rader = [
        {"medarbejdernr": nr, "lpt169_e8": oplyst, **post} for nr, oplyst in ((1, 505000000), (2, 506000000), (3, None))
    ]
    ((nummer, oplyst, egne),) = run_model("30_noegletal", "lpt169_forskelle", {"lpt169_medarbejdere": rader})
    assert (nummer, float(oplyst), float(egne)) == (2, 5.06, 5.0)


def left_out(*slags: tuple[int | None, int, str | None]) -> list[dict[str, Any]]:
    """One full-time year and 2 dagsværk an employee. Columns: pattern, how many employees, their title."""
    return [
        {
            "vindue_nr": 7,
            "medarbejdernr": 1000 * nr + hver,
            "aarsag": "ikke månedslønnet" if moenster is None else "ekstraordinært ansat",
            "moenster_nr": moenster,
            "korteste": {"laengde": len(titel or ""), "titel": titel},
            "fuldtid_dage_e8": 365 * 10**8,
            "dagsvaerk_e8": 2 * 10**8,
        }
        for nr, (moenster, antal, titel) in enumerate(slags)
        for hver in range(antal)
    ]


@pytest.mark.parametrize(
    ("slags", "linjer"),
    [
        # ten of a kind have a line by the shortest title; nine and one are ten together; nine timelønnede are none
        (
            [(0, 6, "Kontorelev"), (0, 4, "Elev"), (1, 9, "Fleksjob"), (2, 1, "Skånejob"), (None, 9, None)],
            [("Elev", 10, 20.0, 10.0), (None, 10, 20.0, 10.0)],
        ),
        # nine beside ten would stand alone: all nineteen are one line
        ([(0, 10, "Elev"), (1, 9, "Fleksjob"), (None, 10, None)], [(None, 19, 38.0, 19.0), (None, 10, 20.0, 10.0)]),
        # nine in all are none
        ([(0, 5, "Elev"), (1, 4, "Fleksjob")], []),
    ],
)
def test_behind_a_line_of_those_left_out_are_ten_employees(slags: Any, linjer: Any) -> None:
    tabeller = {"afstemning_personer": left_out(*slags), "perioder": [{"vindue_nr": 7, "dage": 365}]}
    fundet = run_model("30_noegletal", "afstemning_population", tabeller, mindst_bag_linje=10)
    alle = sorted((linje, antal, float(dage), fuldtid) for _, _, linje, _, antal, dage, fuldtid in fundet if linje)
    alle += sorted(
        ((linje, antal, float(dage), fuldtid) for _, _, linje, _, antal, dage, fuldtid in fundet if not linje),
        key=lambda raekke: -raekke[1],
    )
    assert alle == linjer


@pytest.mark.parametrize(("antal", "dagsvaerk"), [(9, None), (10, 10.0)])
def test_what_a_source_does_not_count_has_ten_employees_behind_it(antal: int, dagsvaerk: float | None) -> None:
    """One dagsværk of arbejdsskade each, in the population; an elev's counts only where elever have a line."""
    celle = {"maaned_nr": JUNI, "dagsvaerk_e8": 10**8, "fra": date(2025, 6, 2)}
    tabeller = {
        "udeladte_arter": [{"raekke_id": nr, "kilde": "dst", "tekst": "Arbejdsskade"} for nr in range(antal + 1)],
        "sygeceller": [{"raekke_id": nr, "medarbejdernr": nr, "kategori": "population", **celle} for nr in range(antal)]
        + [{"raekke_id": antal, "medarbejdernr": antal, "kategori": "uden for populationen", **celle}],
        "udeladte_ansatte": [
            {
                "medarbejdernr": antal,
                "fra": date(2025, 1, 1),
                "til": date(2025, 12, 31),
                "aarsag": "ekstraordinært ansat",
            }
        ],
        "kilde_medregner": [{"kilde": "dst", "aarsag": "ekstraordinært ansat"}],
        "afstemning_population": [{"vindue_nr": 8, "aarsag": "ekstraordinært ansat"}],
        "perioder": [
            {
                "vindue_nr": 7,
                "foerste_maaned": JUNI - 11,
                "sidste_maaned": JUNI,
                "periodetype": "kvartal",
                "vindue": "rullende",
            }
        ],
    }
    fundet = run_model("30_noegletal", "afstemning_arter", tabeller, mindst_bag_linje=10)
    assert [(arter, float(dage)) for _, _, arter, _, dage in fundet] == (
        [] if dagsvaerk is None else [("Arbejdsskade", dagsvaerk)]
    )


@pytest.mark.parametrize(("sidste", "langt"), [(JUNI, 1 + 20 + 400), (JUNI + 1, 100 + 4000 + 20)])
def test_of_each_month_in_a_window_counts_what_is_long_by_the_windows_end(sidste: int, langt: int) -> None:
    """The last month as judged in it, the month before one later, the others two later: 1, 20, 400; and so on.

    On 31 January 2023 an absence of 30 days begins: it is long on 1 March, two months later, and not in February.
    """
    tabeller = {
        "perioder": [
            {
                "vindue_nr": 7,
                "vindue": "alene",
                "dage": 91,
                "foerste_maaned": sidste - 2,
                "sidste_maaned": sidste,
            }
        ],
        "maaneder": [{"maaned_nr": JUNI + nr} for nr in range(-6, 6)],
        "enhed_maaned": [
            {
                "enhed_id": 1,
                "maaned_nr": maaned,
                "ansat_dage": 30,
                "fuldtid_dage_e8": 0,
                "mulige_dagsvaerk_e8": 0,
                "dagsvaerk_e8": 100_000,
                "lang_efter_0_e8": lang_0,
                "lang_efter_1_e8": lang_1,
                "lang_efter_2_e8": lang_2,
            }
            for maaned, lang_0, lang_1, lang_2 in [
                (JUNI - 3, 7, 70, 700),
                (JUNI - 2, 0, 0, 400),
                (JUNI - 1, 0, 20, 20),
                (JUNI, 1, 4000, 5000),
                (JUNI + 1, 100, 200, 300),
            ]
        ],
    }
    ((*_, dagsvaerk_e8, lang_e8),) = [
        raekke[:6]
        for raekke in run_model(
            "30_noegletal", "sygefravaer", tabeller, mindste_medarbejdere=1, mindste_bemandede_maaneder=6
        )
    ]
    assert (dagsvaerk_e8, lang_e8) == (300_000, langt)


@pytest.mark.parametrize(
    ("dagsvaerk_e8", "under"), [(499_999_949, True), (499_999_950, False), (500_000_000, False), (500_000_001, False)]
)
def test_a_year_is_under_the_limit_when_it_is_so_to_six_decimals(dagsvaerk_e8: int, under: bool) -> None:
    """Two cells of June; the limit is 5, what rounds to 5.000000 is not under it, and a year later it is gone."""
    celle = {"medarbejdernr": 1, "kategori": "population", "maaned_nr": JUNI}
    tabeller = {
        "medarbejder_to_aar": [{"medarbejdernr": 1}],
        "sygeceller": [{**celle, "dagsvaerk_e8": 400_000_000}, {**celle, "dagsvaerk_e8": dagsvaerk_e8 - 400_000_000}],
    }
    fundet = run_model(
        "30_noegletal",
        "medarbejder_under_graensen",
        tabeller,
        daekket_fra=date(2023, 1, 1),
        langtidsfrisk_e6=5_000_000,
    )
    assert fundet == ([(1, 0, None)] if under else [(1, 0, JUNI - 1), (1, JUNI + 12, None)])
