"""What a scope holds of the expected level: rounded for who sees no employees, lasting only of quarters shown."""

from datetime import date
from typing import Any

import pytest

from tests.modeller import run_model

RAEKKE = {
    "vindue_nr": 1,
    "forventet": 10.04,
    "nedre": 8.06,
    "oevre": 12.04,
    "nedre_yderst": 6.04,
    "oevre_yderst": 14.06,
    "tilstand": "hold_oeje",
    "er_vedvarende": True,
    "er_egen_maalestok": False,
}
RULLENDE = {"vindue_nr": 1, "periodetype": "kvartal", "vindue": "rullende", "sidste_maaned": 100}
ALENE = [
    {"vindue_nr": 10 + nr, "periodetype": "kvartal", "vindue": "alene", "sidste_maaned": 100 - 3 * nr}
    for nr in range(9)
]
INGEN = {
    "egne_enheder": {"enhed_id": 0},
    "chef_grupper": {"gruppe_id": 0, "vindue_nr": 0},
    "chef_maaneder": {"enhed_id": 0, "vindue_nr": 0},
    "noegletal": {"enhed_id": 0, "vindue_nr": 0, "gns_medarbejdere": 0.0},
    "udgivne_tal": {"opdeling": "enheder", "gruppe_id": 0, "vindue_nr": 0, "niveau": "enhed", "sygedage": None},
}


def seen(**tabeller: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The rows of node 7 in a scope whose other tables are these."""
    andre = {navn: tabeller.get(navn, [rad]) for navn, rad in INGEN.items()}
    return run_model(
        "60_omfang",
        "forventet",
        {
            **andre,
            "maal.forventet": [RAEKKE | {"enhed_id": 7}],
            "maal.perioder": [RULLENDE, *ALENE],
            "maal.bygning": [{"mindste_gruppe": 20.0, "forventet_kvartaler": 8, "dag": date(2025, 1, 1)}],
        },
    )


def told(raekker: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """forventet, tilstand and er_vedvarende."""
    felter = [*RAEKKE, "enhed_id"]
    return [tuple(rad[felter.index(felt)] for felt in ("forventet", "tilstand", "er_vedvarende")) for rad in raekker]


def test_who_sees_the_node_in_full_sees_all_of_it() -> None:
    assert told(seen(egne_enheder=[{"enhed_id": 7}])) == [(10.04, "stoerre", True)]


@pytest.mark.parametrize(
    ("medarbejdere", "kvartaler", "ses"),
    [
        (20.0, 8, [(10.0, "stoerre", True)]),
        (20.0, 7, [(10.0, "hold_oeje", False)]),
        (20.0, 0, [(10.0, "hold_oeje", False)]),
        (19.9, 8, []),
    ],
)
def test_a_chef_sees_it_rounded_and_lasting_only_where_all_its_quarters_are_shown(
    medarbejdere: float, kvartaler: int, ses: list
) -> None:
    set_ = [{"enhed_id": 7, "vindue_nr": 10 + nr} for nr in range(kvartaler)] or [INGEN["chef_maaneder"]]
    raekker = seen(
        chef_grupper=[{"gruppe_id": 7, "vindue_nr": 1}],
        chef_maaneder=set_,
        noegletal=[{"enhed_id": 7, "vindue_nr": 1, "gns_medarbejdere": medarbejdere}],
    )
    assert told(raekker) == ses


@pytest.mark.parametrize(
    ("niveau", "ses"),
    [
        ("afdeling", (10.0, "stoerre", True)),
        ("område", (10.0, "stoerre", True)),
        ("enhed", (10.0, "hold_oeje", False)),
        (None, (10.0, "hold_oeje", False)),
    ],
)
def test_of_published_groups_only_omraader_and_afdelinger_are_told_to_last(niveau: str | None, ses: tuple) -> None:
    udgivne = [
        INGEN["udgivne_tal"],
        {"opdeling": "enheder", "gruppe_id": 7, "vindue_nr": 1, "niveau": niveau, "sygedage": 12.5},
    ]
    assert told(seen(udgivne_tal=udgivne)) == [ses]


def test_a_published_group_without_its_figure_has_no_verdict() -> None:
    assert (
        seen(udgivne_tal=[{"opdeling": "enheder", "gruppe_id": 7, "vindue_nr": 1, "niveau": "enhed", "sygedage": None}])
        == []
    )


def test_whoever_sees_the_node_is_not_shown_its_published_form_beside_it() -> None:
    raekker = seen(
        egne_enheder=[{"enhed_id": 7}],
        noegletal=[{"enhed_id": 7, "vindue_nr": 1, "gns_medarbejdere": 30.0}],
        udgivne_tal=[{"opdeling": "enheder", "gruppe_id": 7, "vindue_nr": 1, "niveau": "enhed", "sygedage": 12.5}],
    )
    assert told(raekker) == [(10.04, "stoerre", True)]


def test_a_personalegruppe_is_its_own_expected_level_and_has_none() -> None:
    udgivne = {"opdeling": "personalegrupper", "gruppe_id": 7, "vindue_nr": 1, "niveau": None, "sygedage": 12.5}
    assert seen(udgivne_tal=[udgivne]) == []
