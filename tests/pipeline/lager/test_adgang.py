"""Rows of adgang: what hr may do, and what a delivery never may."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import (
    AABEN,
    Adgangsraekke,
    NyRaekke,
    add_raekke,
    approve_raekker,
    end_raekke,
    is_gaeldende,
    read_adgang,
    reject_raekker,
    seed_adgang,
)
from pipeline.lager.kontrol import verify_log
from pipeline.lager.lager import Lager, open_lager, pseudonym
from pipeline.lager.log import read_log
from pipeline.lager.sessioner import begin_session, touch_session
from pipeline.tekster import lager as tekster_lager
from tests.conftest import PERSONNOEGLE

DAG = date(2026, 3, 1)
NU = datetime(2026, 3, 1, 12, tzinfo=UTC)


def ny(bruger: str = "l1", rolle: str = "leder", enhedsnr: int = 81510, **felter: object) -> NyRaekke:
    standard = {"gyldig_fra": date(2026, 1, 1), "begrundelse": "Skoleleder"}
    return NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, enhedsnr, **(standard | felter))  # type: ignore[arg-type]


def only(lager: Lager) -> Adgangsraekke:
    (raekke,) = read_adgang(lager)
    return raekke


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        (date(2026, 3, 1), AABEN, True),
        (date(2026, 3, 2), AABEN, False),
        (date(2026, 1, 1), date(2026, 3, 1), True),
        (date(2026, 1, 1), date(2026, 2, 28), False),
    ],
)
def test_a_row_is_in_force_from_its_first_day_to_its_last(lager: Lager, fra: date, til: date, ventet: bool) -> None:
    add_raekke(lager, ny(gyldig_fra=fra, gyldig_til=til), af="hr1")
    assert is_gaeldende(only(lager), DAG) is ventet


def test_the_own_number_is_kept_as_a_pseudonym_only(lager: Lager, url: str) -> None:
    add_raekke(lager, ny(medarbejdernr=12089), af="hr1")
    assert only(lager).person == pseudonym(lager, 12089)
    assert len(str(only(lager).person)) == 64
    if url.startswith("sqlite"):
        fil = Path(url.removeprefix("sqlite:///"))
        assert [f.name for f in fil.parent.iterdir() if b"12089" in f.read_bytes()] == []


def test_another_key_gives_another_pseudonym(lager: Lager, url: str) -> None:
    anden = open_lager(url, PERSONNOEGLE[::-1])
    assert pseudonym(anden, 12089) != pseudonym(lager, 12089)
    anden.close()


@pytest.mark.parametrize(
    ("raekke", "saetning"),
    [
        (ny("hr1", "hr"), tekster_lager.EGEN_ADGANG),
        (ny(begrundelse=""), tekster_lager.BEGRUNDELSE_MANGLER),
        (ny(gyldig_til=date(2025, 12, 31)), tekster_lager.DATOER_OMBYTTET),
    ],
)
def test_a_row_that_cannot_be_given_is_one_sentence(lager: Lager, raekke: NyRaekke, saetning: str) -> None:
    with pytest.raises(Brugerfejl, match=saetning):
        add_raekke(lager, raekke, af="hr1")
    assert (read_adgang(lager), verify_log(lager).antal) == ([], 0)


def test_a_row_is_not_given_twice(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    with pytest.raises(Brugerfejl, match=tekster_lager.RAEKKE_FINDES):
        add_raekke(lager, ny(), af="hr1")


def test_an_ended_row_is_over_and_its_user_signed_out_and_it_stands_in_the_log(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    begin_session(lager, "a" * 64, bruger="l1", nu=NU)
    end_raekke(lager, only(lager).id, af="hr1", dag=DAG)
    assert not is_gaeldende(only(lager), DAG)
    assert (only(lager).tilstand, only(lager).gyldig_til) == ("afsluttet", DAG)
    assert touch_session(lager, "a" * 64, nu=NU) is None
    log = read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))
    assert log.select("hvem", "som", "hvad", "noder").rows() == [
        ("hr1", "l1", "adgang afsluttet", [81510]),
        ("hr1", "l1", "adgang tildelt", [81510]),
    ]


def test_a_row_is_ended_once(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    end_raekke(lager, only(lager).id, af="hr1", dag=DAG)
    with pytest.raises(Brugerfejl, match=tekster_lager.RAEKKE_FINDES_IKKE):
        end_raekke(lager, only(lager).id, af="hr1", dag=DAG)


def test_the_last_row_of_hr_cannot_be_ended(lager: Lager) -> None:
    add_raekke(lager, ny("hr1", "hr"), af="drift")
    add_raekke(lager, ny("hr2", "hr", gyldig_til=date(2026, 2, 1)), af="drift")
    hr1 = next(raekke for raekke in read_adgang(lager) if raekke.bruger == "hr1")
    with pytest.raises(Brugerfejl, match=tekster_lager.SIDSTE_HR):
        end_raekke(lager, hr1.id, af="hr1", dag=DAG)
    add_raekke(lager, ny("hr3", "hr"), af="hr1")
    end_raekke(lager, hr1.id, af="hr1", dag=DAG)
    assert [raekke.bruger for raekke in read_adgang(lager) if is_gaeldende(raekke, DAG)] == ["hr3"]


def test_a_leader_of_opus_sees_nothing_until_hr_approves(lager: Lager) -> None:
    assert seed_adgang(lager, [], [ny("l9")]) == 1
    assert not is_gaeldende(only(lager), DAG)
    approve_raekker(lager, [only(lager).id], af="hr1", begrundelse="Skoleleder")
    assert is_gaeldende(only(lager), DAG)
    assert only(lager).tildelt_af == "hr1"


def test_a_proposal_refused_is_not_proposed_again(lager: Lager) -> None:
    seed_adgang(lager, [], [ny("l9")])
    reject_raekker(lager, [only(lager).id], af="hr1")
    assert seed_adgang(lager, [], [ny("l9", gyldig_fra=date(2026, 2, 2))]) == 0
    assert only(lager).tilstand == "afvist"
    with pytest.raises(Brugerfejl, match=tekster_lager.FORSLAG_FINDES_IKKE):
        approve_raekker(lager, [only(lager).id], af="hr1", begrundelse="Alligevel")


def test_nobody_approves_herself(lager: Lager) -> None:
    seed_adgang(lager, [], [ny("hr1")])
    with pytest.raises(Brugerfejl, match=tekster_lager.EGEN_ADGANG):
        approve_raekker(lager, [only(lager).id], af="hr1", begrundelse="Mig")


def test_a_delivery_adds_and_shortens_but_never_lengthens(lager: Lager) -> None:
    kort, lang = ny(gyldig_til=date(2026, 6, 30)), ny(gyldig_til=date(2026, 12, 31))
    assert seed_adgang(lager, [lang], []) == 1
    assert seed_adgang(lager, [kort], []) == 0
    assert only(lager).gyldig_til == date(2026, 6, 30)
    assert seed_adgang(lager, [lang], []) == 0
    assert only(lager).gyldig_til == date(2026, 6, 30)


def test_a_delivery_opens_nothing_that_hr_has_ended_whatever_its_dates(lager: Lager) -> None:
    seed_adgang(lager, [ny()], [])
    end_raekke(lager, only(lager).id, af="hr1", dag=DAG)
    assert seed_adgang(lager, [ny(), ny(gyldig_fra=date(2026, 1, 2))], [ny()]) == 0
    assert only(lager).tilstand == "afsluttet"


def test_what_hr_gave_with_an_end_is_not_given_without_one_by_a_delivery(lager: Lager) -> None:
    add_raekke(lager, ny(gyldig_til=date(2026, 6, 30)), af="hr1")
    assert seed_adgang(lager, [ny(), ny(gyldig_fra=date(2026, 7, 1))], []) == 0
    assert only(lager).gyldig_til == date(2026, 6, 30)


def test_another_spelling_of_a_user_opens_nothing(lager: Lager) -> None:
    seed_adgang(lager, [ny()], [])
    end_raekke(lager, only(lager).id, af="hr1", dag=DAG)
    assert seed_adgang(lager, [ny("L1")], [ny("L1")]) == 0
    with pytest.raises(Brugerfejl, match=tekster_lager.EGEN_ADGANG):
        add_raekke(lager, ny("HR1", "hr"), af="hr1")


def test_of_two_rows_that_begin_alike_the_shorter_counts(lager: Lager) -> None:
    kort, lang = ny(gyldig_til=date(2026, 6, 30)), ny()
    assert seed_adgang(lager, [lang, kort, lang], []) == 1
    assert only(lager).gyldig_til == date(2026, 6, 30)


def test_a_leader_of_two_employments_is_proposed_once_in_a_unit(lager: Lager) -> None:
    assert seed_adgang(lager, [], [ny("l9", medarbejdernr=1), ny("l9", medarbejdernr=2)]) == 1
    assert only(lager).tilstand == "forslag"


def test_the_log_has_a_row_for_each_access_a_delivery_gives_or_shortens(lager: Lager) -> None:
    seed_adgang(lager, [ny("l1"), ny("l2", enhedsnr=81520)], [ny("l8", enhedsnr=81530), ny("l9", enhedsnr=81530)])
    seed_adgang(lager, [ny("l1", gyldig_til=DAG), ny("l2", enhedsnr=81520)], [])
    log = read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1)).sort("nr")
    assert log.select("hvem", "som", "hvad", "hvor", "noder", "antal_personer").rows() == [
        ("bygning", "l1", "adgang tildelt", "leverance", [81510], None),
        ("bygning", "l2", "adgang tildelt", "leverance", [81520], None),
        ("bygning", None, "adgang foreslået", "leverance", [81530], 2),
        ("bygning", "l1", "adgang afkortet", "leverance", [81510], None),
    ]


def test_no_row_of_adgang_is_deleted(lager: Lager) -> None:
    add_raekke(lager, ny(), af="hr1")
    with pytest.raises(DBAPIError, match="slettes ikke"), lager.engine.begin() as con:
        con.execute(text("delete from adgang"))
    assert only(lager).tilstand == "godkendt"


RAEKKER = st.builds(
    lambda bruger, rolle, fra, til: ny(bruger, rolle, gyldig_fra=DAG + timedelta(fra), gyldig_til=DAG + timedelta(til)),
    st.sampled_from(["b1", "B1", "b2"]),
    st.sampled_from(["leder", "chef"]),
    st.integers(-3, 3),
    st.integers(3, 6),
)
FAA = st.lists(RAEKKER, max_size=3)
HANDLINGER = st.lists(
    st.one_of(
        st.tuples(st.just("leverance"), FAA, FAA),
        st.tuples(st.sampled_from(["luk", "giv", "godkend", "afvis"]), RAEKKER),
    ),
    min_size=1,
    max_size=8,
)
TILSTAND_FOER = {"luk": "godkendt", "giv": None, "godkend": "forslag", "afvis": "forslag"}
Dage = dict[tuple[str, str], set[date]]


def days_in_force(lager: Lager, brugere: str) -> Dage:
    """The days of each user's role in the one unit; users whose names end in `brugere`."""
    dage: Dage = defaultdict(set)
    for raekke in read_adgang(lager):
        if raekke.bruger.endswith(brugere):
            mulige = (DAG + timedelta(dag) for dag in range(-5, 10))
            dage[raekke.bruger.lower(), raekke.rolle] |= {dag for dag in mulige if is_gaeldende(raekke, dag)}
    return dage


def act_as_hr(lager: Lager, slags: str, raekke: NyRaekke) -> set[tuple[str, str]]:
    """What hr has settled by it."""
    hvis = raekke.bruger.lower(), raekke.rolle
    ramte = [r for r in read_adgang(lager) if (r.bruger.lower(), r.rolle) == hvis]
    if slags == "giv" and not any(r.tilstand == "godkendt" for r in ramte):
        add_raekke(lager, raekke, af="hr1")
        return {hvis}
    aabne = [r for r in ramte if r.tilstand == TILSTAND_FOER[slags]]
    for aaben in aabne:
        if slags == "luk":
            end_raekke(lager, aaben.id, af="hr1", dag=DAG)
        elif slags == "godkend":
            approve_raekker(lager, [aaben.id], af="hr1", begrundelse="Leder")
        else:
            reject_raekker(lager, [aaben.id], af="hr1")
    return {hvis for _ in aabne}


@given(HANDLINGER)
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sequence_of_deliveries_gives_more_of_what_hr_has_settled(
    lager: Lager, handlinger: list[tuple[Any, ...]]
) -> None:
    """Plainly read: once hr has given, ended, approved or refused a user's role in a unit, no delivery adds a day."""
    brugere = uuid4().hex
    afgjort: set[tuple[str, str]] = set()
    for slags, *indhold in handlinger:
        egne = [
            [replace(r, bruger=r.bruger + brugere) for r in raekker] for raekker in indhold if isinstance(raekker, list)
        ]
        foer = days_in_force(lager, brugere)
        if slags == "leverance":
            seed_adgang(lager, *egne)
            efter = days_in_force(lager, brugere)
            assert {noegle: efter[noegle] - foer[noegle] for noegle in afgjort if efter[noegle] - foer[noegle]} == {}
        else:
            afgjort |= act_as_hr(lager, slags, replace(indhold[0], bruger=indhold[0].bruger + brugere))
