"""The judge against a slow second reading: every whole number that fits the statements, tried one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.diskretion.dom import Dele, Fund, Kommune, Omtrent, Udsagn, judge
from pipeline.diskretion.ligningssystem import Heltal, System, eliminate, from_places, list_systems, places
from tests.eksempler import examples

A, B, C = Dele({0}), Dele({1}), Dele({2})
MAANEDER = range(24000, 24024)  # from a January
UDSLAG = 3
"""How far from the truth it is enough to look: no determinant of four rows of zeros and ones is larger."""


@dataclass(frozen=True)
class Opdigtede:
    """`antal` employees in every part, and the same in every month; a group of fewer than 10 is small."""

    dele: int
    maaneder: range
    dagsvaerk: dict[tuple[int, int], float]
    antal: int = 4

    def _size(self, steder: Heltal) -> int:
        return self.antal * len(np.unique(steder // len(self.maaneder)))

    def are_small(self, maengder: Sequence[Heltal]) -> NDArray[np.bool_]:
        return np.array([self._size(egne) < 10 for egne in maengder], dtype=bool)

    def sums(self, maengder: Sequence[Heltal]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        start, antal = self.maaneder.start, len(self.maaneder)
        dagsvaerk = [
            sum(self.dagsvaerk.get((sted // antal, sted % antal + start), 1) for sted in egne.tolist())
            for egne in maengder
        ]
        return np.array(dagsvaerk, dtype=float), np.array([self._size(egne) for egne in maengder], dtype=float)

    def staffed(self) -> Heltal:
        return np.arange(self.dele * len(self.maaneder))


def kommune(dagsvaerk: dict[tuple[int, int], float] | None = None, antal: int = 4) -> Kommune:
    return Kommune((A, B, C), MAANEDER, Opdigtede(3, MAANEDER, dagsvaerk or {}, antal))


def month(dele: Dele, nr: int) -> Udsagn:
    return Udsagn(dele, MAANEDER[nr], MAANEDER[nr])


def within(udsagn: Udsagn, lav: float, hoej: float) -> Omtrent:
    return Omtrent(((udsagn, 1.0),), lav, hoej)


def test_a_part_is_told_by_the_whole_less_the_others() -> None:
    """The two others are small as well, and so are the two together."""
    fund = judge(kommune(), [month(A | B | C, 0), month(A | B, 0)])
    assert fund == [Fund(month(C, 0), "bestemt"), Fund(month(A | B, 0), "bestemt")]
    assert judge(kommune(), [month(A | B | C, 0)]) == []
    assert judge(kommune(antal=10), [month(A | B | C, 0), month(A | B, 0)]) == []


def test_what_is_known_of_ones_own_parts_is_taken_out_of_the_whole() -> None:
    """And is itself no find."""
    assert judge(kommune(), [month(A | B | C, 0)], kendte=A) == [Fund(month(B | C, 0), "bestemt")]
    assert judge(kommune(), [month(A, 0)], kendte=A) == []


def test_windows_that_overlap_tell_what_is_between_them() -> None:
    """A year, and eleven months of it: the twelfth."""
    aar, elleve = Udsagn(A | B | C, 24000, 24011), Udsagn(A, 24000, 24010)
    fund = judge(kommune(), [aar, Udsagn(A, 24000, 24011), elleve])
    assert Fund(month(A, 11), "bestemt") in fund


def test_two_ways_through_the_same_sums_tell_of_half_a_sum() -> None:
    """A+B, B+C and A+C: half of their sum is all three, and then each is told. No row alone says so."""
    fund = judge(kommune(), [month(A | B, 0), month(B | C, 0), month(A | C, 0)])
    assert {f.udsagn.dele for f in fund if f.slags == "bestemt"} >= {A, B, C}


def test_a_quarter_two_windows_hold_between_narrow_limits_is_confined() -> None:
    """In the last quarter 90 days, else none: the window has 90 where the one before has 0."""
    dagsvaerk = {(0, m): 30.0 if m in MAANEDER[12:15] else 0.0 for m in MAANEDER}
    vinduer = [Udsagn(A, 24000, 24011), Udsagn(A, 24003, 24014)]
    fund = judge(kommune(dagsvaerk), vinduer)
    assert Fund(Udsagn(A, 24012, 24014), "indkredset") in fund
    jaevnt = dict.fromkeys(((0, m) for m in MAANEDER), 10.0)
    assert [f for f in judge(kommune(jaevnt), vinduer) if f.udsagn.fra == 24012] == []


@pytest.mark.parametrize(("bredde", "ventet"), [(2.9, True), (3.1, False)])
def test_a_year_within_rounding_is_confined_till_three_times_is_possible(bredde: float, ventet: bool) -> None:
    """Four employees with 30 days each: from 60 to 2.9 times that tells, to 3.1 times it does not."""
    aar = Udsagn(A, 24000, 24011)
    folk = kommune({(0, m): 10.0 for m in MAANEDER})
    fund = judge(folk, [], omtrent=[[within(aar, 60, 60 * bredde)]])
    assert (fund == [Fund(aar, "indkredset")]) is ventet
    assert judge(folk, [], omtrent=[[within(aar, 20, 20 * bredde)]]) == []  # 5 days each is safe


def test_what_is_exact_is_taken_out_of_what_is_rounded() -> None:
    """All three within two days, two of them exactly: the third within two."""
    hele, to = Udsagn(A | B | C, 24000, 24011), Udsagn(A | B, 24000, 24011)
    folk = kommune({(d, m): 10.0 for d in range(3) for m in MAANEDER}, antal=5)
    assert judge(folk, [to], omtrent=[[within(hele, 359, 361)]]) == [Fund(Udsagn(C, 24000, 24011), "indkredset")]
    assert judge(folk, [], omtrent=[[within(hele, 359, 361)]], kendte=A | B)[0].udsagn.dele == C
    assert judge(folk, [to], omtrent=[[within(hele, 241, 480)]]) == []


def test_a_difference_within_rounding_narrows_what_two_figures_leave_open() -> None:
    """This year 60 to 300 and last year 58 to 62 leave it open; that it is 2 to 4 more than last year does not."""
    nu, foer = Udsagn(A, 24012, 24023), Udsagn(A, 24000, 24011)
    folk = kommune({(0, m): 5.25 if m >= 24012 else 5.0 for m in MAANEDER})
    figurer = [within(nu, 60, 300), within(foer, 58, 62)]
    forskel = Omtrent(((nu, 1.0), (foer, -1.0)), 2, 4)
    assert Fund(nu, "indkredset") not in judge(folk, [], omtrent=[figurer])
    assert Fund(nu, "indkredset") in judge(folk, [], omtrent=[[*figurer, forskel]])


def test_elimination_is_exact_where_a_remainder_would_not_be() -> None:
    """1/3 is no float, and a determinant that is a prime is nothing modulo it."""
    trappe = eliminate([{0: 3, 1: 1}, {0: 1, 1: 2}])
    assert trappe == {0: {0: 1}, 1: {1: 1}} or trappe == {1: {1: 1}, 0: {0: 1}}
    primtal = 2**31 - 1
    assert set(eliminate([{0: primtal, 1: 1}, {1: 1}])) == {0, 1}
    assert eliminate([{0: 3, 1: 1}])[1] == {0: 3, 1: 1} or eliminate([{0: 3, 1: 1}])[0] == {0: 1, 1: Fraction(1, 3)}


ANTAL = 6
raekker = st.lists(
    st.sets(st.integers(0, ANTAL - 1), min_size=1, max_size=ANTAL).map(frozenset), min_size=1, max_size=4, unique=True
)


def near_truth(raekker: Sequence[frozenset[int]]) -> NDArray[np.int64]:
    """Every way the cells can differ from the truth by whole numbers and leave the sums as they are."""
    alle = np.array(list(product(range(-UDSLAG, UDSLAG + 1), repeat=ANTAL)), dtype=np.int64)
    for raekke in raekker:
        alle = alle[alle[:, sorted(raekke)].sum(axis=1) == 0]
    return alle


@settings(max_examples=examples(50), derandomize=True, deadline=None)
@given(raekker=raekker)
def test_a_set_is_determined_when_no_other_whole_numbers_fit(raekker: list[frozenset[int]]) -> None:
    """Every set of six cells: told by elimination just when all that fits gives it the same."""
    forskelle = near_truth(raekker)
    systemer = list(list_systems(as_bits(raekke) for raekke in raekker))
    for antal in range(1, ANTAL + 1):
        for celler in combinations(range(ANTAL), antal):
            assert is_told(systemer, celler) == bool((forskelle[:, celler].sum(axis=1) == 0).all()), celler


def as_bits(celler: frozenset[int]) -> int:
    return from_places(np.array(sorted(celler)))


def is_told(systemer: Sequence[System], celler: Sequence[int]) -> bool:
    tilbage = set(celler)
    for system in systemer:
        egne = [nr for nr, atom in enumerate(system.atomer) if set(atom.tolist()) <= tilbage]
        delte = {c for c in tilbage if c in places(system.celler)} - {c for nr in egne for c in system.atomer[nr]}
        if delte or not system.is_determined(egne):
            return False
        tilbage -= {int(c) for nr in egne for c in system.atomer[nr]}
    return not tilbage


spaend = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda par: range(min(par), max(par) + 1))


@settings(max_examples=examples(60), derandomize=True, deadline=None)
@given(
    raekker=st.lists(spaend, min_size=1, max_size=4, unique=True),
    sande=st.lists(st.integers(0, 3), min_size=5, max_size=5),
)
def test_what_something_lies_between_is_what_the_whole_numbers_that_fit_lie_between(
    raekker: list[range], sande: list[int]
) -> None:
    """Of rows that are runs of cells the corners are whole numbers, so the least and the most are among them."""
    summer = [sum(sande[celle] for celle in raekke) for raekke in raekker]
    passende = np.array(list(fitting(raekker, summer, sorted({celle for raekke in raekker for celle in raekke}))))
    for system in list_systems(as_bits(frozenset(raekke)) for raekke in raekker):
        egne = np.array([sum(sande[celle] for celle in atom) for atom in system.atomer], dtype=float)
        for nr, atom in enumerate(system.atomer):
            mulige = passende[:, atom].sum(axis=1)
            lav, hoej = (system.solve(egne, [nr], fortegn) for fortegn in (1, -1))
            assert lav is not None and hoej is not None
            assert (round(lav[nr], 6), round(hoej[nr], 6)) == (mulige.min(), mulige.max())


def fitting(raekker: Sequence[range], summer: Sequence[int], celler: Sequence[int]) -> Iterator[list[int]]:
    """Whole numbers from 0 up for five cells, that give the sums; 0 for cells in no row."""

    def fill(tal: list[int], nr: int) -> Iterator[list[int]]:
        tilbage = [s - sum(tal[c] for c in r) for r, s in zip(raekker, summer, strict=True)]
        if nr == len(celler):
            if not any(tilbage):
                yield list(tal)
            return
        celle = celler[nr]
        for vaerdi in range(min(rest for r, rest in zip(raekker, tilbage, strict=True) if celle in r) + 1):
            tal[celle] = vaerdi
            yield from fill(tal, nr + 1)
        tal[celle] = 0

    return fill([0] * 5, 0)


TRE = range(24000, 24003)
udsagn = st.lists(
    st.builds(
        lambda dele, fra, antal: Udsagn(Dele(dele), 24000 + fra, min(24000 + fra + antal, 24002)),
        st.sets(st.integers(0, 1), min_size=1),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=4,
    unique=True,
)


@settings(max_examples=examples(50), derandomize=True, deadline=None)
@given(udsagn=udsagn)
def test_the_judge_finds_something_just_when_some_group_in_some_months_can_have_one_value_only(
    udsagn: list[Udsagn],
) -> None:
    """Two parts in three months; each part alone is small."""
    folk = Kommune((A, B), TRE, Opdigtede(2, TRE, {}, antal=6))
    forskelle = near_truth([frozenset(places(folk.of(u)).tolist()) for u in udsagn])
    fundne = {f.udsagn for f in judge(folk, udsagn) if f.slags == "bestemt"}
    tales = {
        u
        for dele in (A, B)
        for fra in TRE
        for til in range(fra, TRE.stop)
        if is_same(forskelle, places(folk.of(u := Udsagn(dele, fra, til))).tolist())
    }
    assert bool(fundne) == bool(tales)
    assert {u for u in tales if u.fra == u.til} <= fundne


def is_same(forskelle: NDArray[np.int64], celler: list[int]) -> bool:
    return bool((forskelle[:, celler].sum(axis=1) == 0).all())
