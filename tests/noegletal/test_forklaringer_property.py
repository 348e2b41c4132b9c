"""Every way of seeing a change adds up to it, and says the opposite read backwards."""

from fractions import Fraction
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.byg.warehouse import build_warehouse
from tests.conftest import NOEGLE, query
from tests.eksempler import examples
from tests.lille_leverance import Leverance, renumber, write_leverance
from tests.modeller import run_model
from tests.noegletal.test_forventet_property import with_grupper
from tests.noegletal.test_klasser_property import with_who_comes_and_goes
from tests.noegletal.test_reference_property import TILFAELDE
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import settings_of
from tests.tilfaeldige import deliveries

KOMMUNEN, DAGE = 1, 365
VINDUER = {"foer": 10, "nu": 20}
DELE = (
    "select deling, overordnet.enhedsnr, vindue_nr, periode, skridt, del_id, fortsat, flyttet, skift, bidrag "
    "from forklaringsdele inner join perioder using (vindue_nr) "
    "inner join enheder as overordnet on forklaringsdele.enhed_id = overordnet.enhed_id"
)
ANDRE = (
    "select opdeling, enhedsnr, vindue_nr, periode, skridt, klasse, bidrag "
    "from forklaringsklasser inner join perioder using (vindue_nr) inner join enheder using (enhed_id)"
)
Tal = tuple[int, int, int, int]
"""Of a part: dagsværk and medarbejdere before, and now."""


@st.composite
def children(draw: st.DrawFn) -> list[Tal]:
    """Of each part of a kommune; somebody is in it in both windows."""
    antal = st.integers(0, 400)
    dele = draw(st.lists(st.tuples(st.integers(0, 9_000), antal, st.integers(0, 9_000), antal), min_size=1, max_size=6))
    uden = [(d if e else 0, e, dn if en else 0, en) for d, e, dn, en in dele]
    return [*uden, (draw(st.integers(0, 9_000)), draw(st.integers(1, 400)), draw(st.integers(0, 9_000)), 7)]


def explain(dele: list[Tal], *, baglaens: bool = False) -> dict[tuple[str, int], dict[str, float]]:
    """By deling and part, of the windows as they are or the other way round."""
    nu, foer = (VINDUER["foer"], VINDUER["nu"]) if baglaens else (VINDUER["nu"], VINDUER["foer"])
    i_alt = tuple(map(sum, zip(*dele, strict=True)))
    tal: list[dict[str, Any]] = []
    for enhed, (d_foer, e_foer, d_nu, e_nu) in enumerate([i_alt, *dele], start=KOMMUNEN):
        for vindue, dagsvaerk, ansatte in ((VINDUER["foer"], d_foer, e_foer), (VINDUER["nu"], d_nu, e_nu)):
            raekke = {"dagsvaerk": float(dagsvaerk), "gns_medarbejdere": float(ansatte), "gns_fuldtid": float(ansatte)}
            flag = {"er_nedlagt": False, "er_ny": False, "har_rater": ansatte > 0}
            tal += [{"enhed_id": enhed, "vindue_nr": vindue} | raekke | flag] if ansatte else []
    boern = range(KOMMUNEN + 1, KOMMUNEN + 1 + len(dele))
    summer = [
        {"deling": deling, "opdeling": "enheder", "overordnet_id": KOMMUNEN, "gruppe_id": raekke["enhed_id"]}
        | {"vindue_nr": raekke["vindue_nr"], "dage": DAGE, "dagsvaerk_e8": int(raekke["dagsvaerk"]) * 10**8}
        | {"ansat_dage": int(raekke["gns_medarbejdere"]) * DAGE, "fuldtid_dage_e8": 0}
        for raekke in tal
        for deling in ("ude", "inde")
        if raekke["enhed_id"] > KOMMUNEN + 1  # the first has no line: it is the rest
    ] or [
        {"deling": "ude", "opdeling": "enheder", "overordnet_id": None, "gruppe_id": 0, "vindue_nr": 0, "dage": 1}
        | {"dagsvaerk_e8": 0, "ansat_dage": 0, "fuldtid_dage_e8": 0}
    ]
    raekker = run_model(
        "40_udgivelse",
        "forklaringsdele",
        {
            "noegletal": tal,
            "vinduespar": [{"vindue_nr": nu, "foer_vindue_nr": foer, "skridt": "aar", "er_foreloebig": False}],
            "udgivelsesvinduer": [{"vindue_nr": nr, "er_nu": True, "dage": DAGE} for nr in VINDUER.values()],
            "enheder": [{"enhed_id": KOMMUNEN, "overordnet_id": None, "niveau": "kommune"}]
            + [{"enhed_id": nr, "overordnet_id": KOMMUNEN, "niveau": "enhed"} for nr in boern],
            "grupper_summeret": summer,
            "delingsmedlemmer": [{"gruppe_id": 0, "barn_id": 0}],
            "boern": [{"barn_id": nr, "overordnet_id": KOMMUNEN, "opdeling": "personalegrupper"} for nr in boern],
            "barn_tal": [
                {"barn_id": raekke["enhed_id"], "vindue_nr": raekke["vindue_nr"], "fuldtid_dage_e8": 0}
                | {"dagsvaerk_e8": int(raekke["dagsvaerk"]) * 10**8}
                | {"ansat_dage": int(raekke["gns_medarbejdere"]) * DAGE}
                for raekke in tal
                if raekke["enhed_id"] > KOMMUNEN
            ],
        },
        nytal="medarbejder",
        mindst_ude=20,
    )
    kolonner = ("fortsat", "flyttet", "skift", "bidrag")
    return {(deling, del_id): dict(zip(kolonner, tal_, strict=True)) for deling, _, del_id, _, _, _, *tal_ in raekker}


def change(dele: list[Tal]) -> Fraction:
    d_foer, e_foer, d_nu, e_nu = map(sum, zip(*dele, strict=True))
    return Fraction(d_nu, e_nu) - Fraction(d_foer, e_foer)


def plain(del_: Tal, dele: list[Tal]) -> Fraction:
    d_foer, e_foer, d_nu, e_nu = map(sum, zip(*dele, strict=True))
    middelrate = (Fraction(d_foer, e_foer) + Fraction(d_nu, e_nu)) / 2
    return (del_[2] - del_[0] - middelrate * (del_[3] - del_[1])) / Fraction(e_foer + e_nu, 2)


@settings(max_examples=examples(60), derandomize=True, deadline=None)
@given(children())
def test_parts_are_the_plain_reading_add_up_to_the_change_and_are_the_opposite_backwards(dele: list[Tal]) -> None:
    fundne, baglaens = explain(dele), explain(dele, baglaens=True)
    for deling in {deling for deling, _ in fundne}:
        egne = {del_id: tal for (d, del_id), tal in fundne.items() if d == deling}
        assert isclose(sum(tal["bidrag"] for tal in egne.values()), change(dele), abs_tol=1e-9)
    for nr, del_ in enumerate(dele, start=KOMMUNEN + 1):
        for deling in ("alle", "personalegrupper"):
            ventet = plain(del_, dele)
            fundet = fundne.get((deling, nr), {"bidrag": 0.0})["bidrag"]
            assert isclose(fundet, ventet, abs_tol=1e-9)
    assert fundne.keys() == baglaens.keys()
    for noegle, tal in fundne.items():
        assert isclose(tal["fortsat"] + tal["flyttet"] + tal["skift"], tal["bidrag"], abs_tol=1e-12)
        for kolonne, enkelt in tal.items():
            assert isclose(enkelt, -baglaens[noegle][kolonne], abs_tol=1e-9), (noegle, kolonne)


def build(leverance: Leverance, regler: Regler, database: Path) -> Path:
    kilde = write_leverance(leverance, database.parent / "leverance")
    build_warehouse(kilde, database, indstillinger=settings_of(regler), noegle=NOEGLE)
    return database


@pytest.mark.langsom
@settings(TILFAELDE, max_examples=examples(1, del_af=5))
@given(deliveries())
def test_other_numbers_for_the_employees_change_no_digit_of_any_part(tilfaelde) -> None:  # type: ignore[no-untyped-def]
    leverance, regler = with_grupper(with_who_comes_and_goes(tilfaelde[0])), tilfaelde[1]
    omdoebt = renumber(leverance)
    fundne = []
    with TemporaryDirectory() as mappe:
        for navn, egen in (("foer", leverance), ("efter", omdoebt)):
            (Path(mappe) / navn).mkdir()
            database = build(egen, regler, Path(mappe) / navn / "f.duckdb")
            fundne.append([sorted(query(database, sql), key=repr) for sql in (DELE, ANDRE)])
    assert fundne[0] == fundne[1]
