"""The pooling over random organisations, held against the rules read one by one and by brute force."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.diskretion.regler import INDE, UDE, Barn, Graense, Gruppe, Tal, Vindue, choose_columns, pool
from pipeline.diskretion.udenlinje import publish
from tests.eksempler import examples

pytestmark = pytest.mark.langsom

VINDUER = [Vindue(1, 100), Vindue(2, 92)]
NU = VINDUER[0]
PERSONER = st.dictionaries(st.integers(1, 40), st.integers(0, 300), max_size=8)
ANSATTE = st.one_of(st.just(0), st.integers(1, 1200), st.integers(1000, 9000))


@st.composite
def organisations(draw: st.DrawFn) -> list[Barn]:
    """Up to seven children; employees may have worked in several, and each child's dagsværk is theirs and others'."""
    boern = []
    for nummer in range(draw(st.integers(1, 7))):
        tal = {}
        for vindue in VINDUER:
            ansat_dage = draw(ANSATTE)
            personer = draw(PERSONER) if ansat_dage else {}
            andre = draw(st.integers(0, 2000)) if ansat_dage and len(personer) >= 2 else 0
            mindste = min(sorted(personer.values(), reverse=True)[:2], default=0)
            andres = [min(mindste, 100)] * (andre // 100)
            tal[vindue.nr] = Tal(
                ansat_dage,
                sum(personer.values()) + sum(andres),
                draw(st.integers(0, 8)),
                draw(st.integers(0, 40)),
                draw(st.integers(0, 20)),
                {person: (dage, False) for person, dage in personer.items()},
            )
        boern.append(Barn(nummer, str(nummer), nummer == 0 and draw(st.booleans()), draw(st.booleans()), tal))
    return boern


def partition(boern: list[Barn], vindue: Vindue) -> dict[str, tuple[Gruppe, ...]]:
    """The groups inside, and those of them put together outside."""
    inde = pool([Gruppe((barn,)) for barn in boern], vindue, INDE)
    return {"inde": inde, "ude": pool(inde, vindue, UDE)}


def rule_holds(medlemmer: tuple[Barn, ...], vindue: Vindue, graense: Graense) -> bool:
    """Size and dominance, read plainly."""
    tal = [barn.tal[vindue.nr] for barn in medlemmer]
    if sum(t.ansat_dage for t in tal) == 0:
        return True
    dage: dict[int, int] = {}
    for t in tal:
        for person, (dagsvaerk, _) in (t.kendte or {}).items():
            dage[person] = dage.get(person, 0) + dagsvaerk
    to = sum(sorted(dage.values())[-2:])
    stor_nok = sum(t.ansat_dage for t in tal) / vindue.dage >= graense.medarbejdere
    return stor_nok and to <= 0.9 * sum(t.dagsvaerk_e8 for t in tal)


def remains(medlemmer: tuple[Barn, ...], vindue: Vindue, graense: Graense) -> bool:
    """What is left of a pool passes when any one member is taken out; inside "fælles" has no leder who could."""
    if len(medlemmer) == 1 or sum(barn.tal[vindue.nr].ansat_dage for barn in medlemmer) == 0:
        return True
    kendte = [barn for barn in medlemmer if graense is UDE or not barn.er_faelles]
    rester = [tuple(andet for andet in medlemmer if andet is not barn) for barn in kendte]
    return all(
        any(barn.tal[vindue.nr].ansat_dage for barn in rest) and rule_holds(rest, vindue, graense) for rest in rester
    )


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_every_group_shown_passes_and_they_are_all_of_the_parent(boern: list[Barn]) -> None:
    for graense, grupper in zip((INDE, UDE), partition(boern, NU).values(), strict=True):
        assert all(rule_holds(gruppe.medlemmer, NU, graense) for gruppe in grupper)
        assert all(remains(g.medlemmer, NU, graense) for g in grupper)
        medlemmer = [barn.barn_id for gruppe in grupper for barn in gruppe.medlemmer]
        assert not grupper or sorted(medlemmer) == [barn.barn_id for barn in boern]


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_what_is_published_is_groups_of_the_inside_put_together(boern: list[Barn]) -> None:
    dele = partition(boern, NU)
    ude = [set(gruppe.medlemmer) for gruppe in dele["ude"]]
    assert all(any(set(inde.medlemmer) <= ydre for ydre in ude) for inde in dele["inde"] if ude)
    assert dele["inde"] or not dele["ude"]


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_nothing_is_pooled_that_need_not_be(boern: list[Barn]) -> None:
    """No pool with fewer of the smallest others would do, and where nothing fails nothing is pooled."""
    grupper = pool([Gruppe((barn,)) for barn in boern], NU, UDE)
    fejler = [barn for barn in boern if not rule_holds((barn,), NU, UDE)]
    puljer = [gruppe for gruppe in grupper if gruppe.er_pulje]
    assert len(puljer) <= 1
    assert bool(fejler) or not puljer
    for pulje in puljer:
        tilfoejede = sorted((b for b in pulje.medlemmer if b not in fejler), key=lambda b: b.tal[1].ansat_dage)
        for antal in range(len(tilfoejede)):
            mindre = (*fejler, *tilfoejede[:antal])
            assert not (rule_holds(mindre, NU, UDE) and remains(mindre, NU, UDE))


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_only_the_parent_is_shown_only_when_no_smallest_few_would_do(boern: list[Barn]) -> None:
    if_any = pool([Gruppe((barn,)) for barn in boern], NU, UDE)
    fejler = [barn for barn in boern if not rule_holds((barn,), NU, UDE)]
    andre = sorted(
        (b for b in boern if b not in fejler and b.tal[1].ansat_dage), key=lambda b: (b.tal[1].ansat_dage, b.barn_id)
    )
    muligt = [
        antal
        for antal in range(len(andre))
        if rule_holds((*fejler, *andre[:antal]), NU, UDE) and remains((*fejler, *andre[:antal]), NU, UDE)
    ]
    assert bool(if_any) or (bool(fejler) and not muligt)


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_the_columns_shown_are_of_all_groups_or_none_and_each_passes_there(boern: list[Barn]) -> None:
    for graense, grupper in zip((INDE, UDE), partition(boern, NU).values(), strict=True):
        viste = list(choose_columns(grupper, VINDUER, graense))
        for vindue in VINDUER:
            i_vinduet = [gruppe for gruppe, v, _, _ in viste if v == vindue]
            med_ansatte = [gruppe for gruppe in grupper if gruppe.size(vindue)]
            assert i_vinduet in ([], med_ansatte)
            assert all(rule_holds(gruppe.medlemmer, vindue, graense) for gruppe in i_vinduet)
            enheder = [(lang, frisk) for g, v, lang, frisk in viste if v == vindue and not g.har_egen_regel]
            assert len(set(enheder)) <= 1


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations())
def test_no_sum_of_groups_shown_is_a_group_that_fails(boern: list[Barn]) -> None:
    """What anybody can add up: groups of the parent. (A group taken from the parent's total is a sum of the others.)"""
    grupper = partition(boern, NU)["ude"]
    for antal in range(1, len(grupper)):
        for valgte in combinations(grupper, antal):
            samlet = tuple(barn for gruppe in valgte for barn in gruppe.medlemmer)
            stor_nok = sum(barn.tal[1].ansat_dage for barn in samlet) >= UDE.medarbejdere * NU.dage
            assert stor_nok or sum(barn.tal[1].ansat_dage for barn in samlet) == 0


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(organisations(), st.integers(0, 7))
def test_whatever_has_a_line_outside_passes_and_is_not_closed(boern: list[Barn], nedlagt: int) -> None:
    boern = [replace(barn, er_nedlagt=barn.barn_id == nedlagt and not barn.er_faelles) for barn in boern]
    grupper = publish(boern, pool([Gruppe((barn,)) for barn in boern], NU, INDE), NU, VINDUER)
    for gruppe in grupper:
        if gruppe.er_uden_linje:
            assert all(barn.er_faelles or barn.er_nedlagt for barn in gruppe.medlemmer)
            continue
        assert rule_holds(gruppe.medlemmer, NU, UDE)
        assert gruppe.er_pulje or gruppe.size(NU) == 0 or not gruppe.medlemmer[0].er_nedlagt
    medlemmer = sorted(barn.barn_id for gruppe in grupper for barn in gruppe.medlemmer)
    assert not grupper or medlemmer == [barn.barn_id for barn in boern]
