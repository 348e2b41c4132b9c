"""Rows of adgang: what hr may do, and what a delivery never may."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tekster_lager
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import (
    AABEN,
    Adgangsraekke,
    NyRaekke,
    add_raekke,
    approve_raekke,
    end_raekke,
    is_gaeldende,
    read_adgang,
    reject_raekke,
    seed_adgang,
)
from pipeline.lager.lager import Lager, open_lager, pseudonym
from pipeline.lager.log import read_log, verify_log
from pipeline.lager.sessioner import begin_session, touch_session
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
    approve_raekke(lager, only(lager).id, af="hr1", begrundelse="Skoleleder")
    assert is_gaeldende(only(lager), DAG)
    assert only(lager).tildelt_af == "hr1"


def test_a_proposal_refused_is_not_proposed_again(lager: Lager) -> None:
    seed_adgang(lager, [], [ny("l9")])
    reject_raekke(lager, only(lager).id, af="hr1")
    assert seed_adgang(lager, [], [ny("l9", gyldig_fra=date(2026, 2, 2))]) == 0
    assert only(lager).tilstand == "afvist"
    with pytest.raises(Brugerfejl, match=tekster_lager.FORSLAG_FINDES_IKKE):
        approve_raekke(lager, only(lager).id, af="hr1", begrundelse="Alligevel")


def test_nobody_approves_herself(lager: Lager) -> None:
    seed_adgang(lager, [], [ny("hr1")])
    with pytest.raises(Brugerfejl, match=tekster_lager.EGEN_ADGANG):
        approve_raekke(lager, only(lager).id, af="hr1", begrundelse="Mig")


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


RAEKKER = st.builds(
    lambda bruger, rolle, fra, til: ny(
        f"b{bruger}", rolle, gyldig_fra=DAG + timedelta(fra), gyldig_til=DAG + timedelta(fra + til)
    ),
    st.integers(0, 1),
    st.sampled_from(["leder", "chef"]),
    st.integers(-3, 3),
    st.integers(0, 5),
)
HANDLINGER = st.lists(
    st.one_of(st.tuples(st.just("leverance"), st.lists(RAEKKER, max_size=3)), st.tuples(st.just("luk"), RAEKKER)),
    min_size=1,
    max_size=8,
)


@given(HANDLINGER)
def test_no_sequence_of_deliveries_gives_back_what_hr_took(handlinger: list[tuple[str, object]]) -> None:
    """Plainly read: once hr has ended a user's role in a unit, no day of it is ever in force again by a delivery."""
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    taget: set[tuple[str, str]] = set()
    for slags, indhold in handlinger:
        if slags == "leverance":
            seed_adgang(lager, indhold, [])  # type: ignore[arg-type]
        else:
            for raekke in [r for r in read_adgang(lager) if (r.bruger, r.rolle) == (indhold.bruger, indhold.rolle)]:  # type: ignore[attr-defined]
                if raekke.tilstand == "godkendt":
                    end_raekke(lager, raekke.id, af="hr1", dag=DAG - timedelta(10))
                    taget.add((raekke.bruger, raekke.rolle))
        gaeldende = {
            (raekke.bruger, raekke.rolle)
            for raekke in read_adgang(lager)
            for dag in range(-5, 10)
            if is_gaeldende(raekke, DAG + timedelta(dag))
        }
        assert gaeldende & taget == set()
    lager.close()
