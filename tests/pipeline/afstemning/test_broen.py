"""The bridge worked out on paper: two units, those left out of the population, arbejdsskade and an LPT169."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.afstemning.bro import Afstemning, Bro, Node, Trin, note_foreloebig, read_node
from pipeline.afstemning.eget import bridge_eget
from pipeline.afstemning.lpt169 import bridge_lpt169
from pipeline.afstemning.statistik import Andres, bridge_statistik
from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import scope_of_command_line
from tests.conftest import byg, run_sygefravaer, write_indstillinger
from tests.lille_leverance import LAENGE_SIDEN, Ansaettelse, Enhed, Leverance, ansat, syg, write_leverance

KVARTAL, NETTO = "2022K4", 227
FULDTID, DELTID, ELEVER, FLEX = ([str(nr) for nr in range(fra, fra + 10)] for fra in (1001, 1101, 1201, 1301))
TIMELOENNEDE = [str(nr) for nr in range(1401, 1411)]
MARTS = date(2022, 3, 7)  # a Monday; the ten working days from it hold no holiday


SOMMER = date(2022, 7, 1)


def titled(nummer: str, stilling: str, fra: date = LAENGE_SIDEN, til: date | None = None) -> Ansaettelse:
    return Ansaettelse(nummer, fra, til, "12", stilling=stilling)


LILLE = Leverance(
    udtraek=date(2023, 1, 20),
    enheder=(Enhed("1"), Enhed("11", "1"), Enhed("12", "1")),
    ansaettelser=(
        *(ansat(nr, "11") for nr in FULDTID),
        *(ansat(nr, "12", taeller="18.5") for nr in DELTID),
        *(titled(nr, "SOSU-elev" if nr > "1204" else "Elev") for nr in ELEVER),
        *(titled(nr, "Fleksjob", til=date(2022, 6, 30)) for nr in FLEX[:9]),
        *(titled(nr, "Fleksjob", fra=SOMMER) for nr in FLEX[:9]),  # the same in two spans
        titled(FLEX[9], "Seniorjob"),
        *(ansat(nr, "12", ansforhold="02") for nr in TIMELOENNEDE),
    ),
    fravaer=(
        *(syg(nr, MARTS, date(2022, 3, 14), "44.4") for nr in FULDTID),  # 6 dagsværk of sickness
        *(syg(nr, date(2022, 3, 15), date(2022, 3, 18), "29.6", art="AS") for nr in FULDTID),  # and 4 of arbejdsskade
        *(syg(nr, MARTS, date(2022, 3, 8), "14.8") for nr in (*DELTID, *FLEX)),
        *(syg(nr, MARTS, MARTS, "7.4", art="AS" if nr == "1201" else "SY") for nr in ELEVER),
    ),
    periode_fravaer=(date(2022, 1, 1), date(2023, 1, 20)),
)
# LPT169 has everybody of the population but the last on half-time; the first has 2 more, the second 0.04 more. Of the
# others it has the elever.
LPT169 = (
    [(nr, {"1001": "12", "1002": "10,04"}.get(nr, "10")) for nr in FULDTID]
    + [(nr, "2") for nr in DELTID[:9]]
    + [(nr, "1") for nr in ELEVER]
)


@pytest.fixture(scope="module")
def lille(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("bro")
    kilde = write_leverance(LILLE, mappe / "leverance")
    linjer = ["Periode: 01.01.2022 - 31.12.2022", "Medarbejdernr.;Dagsværk", *map(";".join, LPT169), ""]
    (kilde / "LPT169_20230120.csv").write_text("\n".join(linjer), encoding="utf-8")
    svar = byg(kilde, mappe / "lille.duckdb")
    assert svar.kode == 0, svar.fejl
    return mappe / "lille.duckdb"


def node_of(database: Path, enhed: str) -> Node:
    with scope_of_command_line(database, "afstem", personer=True) as scope:
        return read_node(scope, enhed, KVARTAL)


def krl(tal: str | None, kilde: str = "krl") -> Andres:
    return Andres(kilde, None if tal is None else Decimal(tal), None, "kommuner", "benchmarks.csv")


def lines_of(bro: Bro) -> list[tuple[str, str | None, str]]:
    return [(navn, None if forskel is None else str(forskel), str(tal)) for navn, forskel, tal in bro.lines()]


def test_krl_counts_per_full_time_employee_and_the_extraordinarily_employed(lille: Path) -> None:
    """120 / 20, 120 / 15; of 35 full-time the ten elever with 10 and the ten others with 20: 150 / 35 = 4.29."""
    dage, _ = bridge_statistik(node_of(lille, "1"), KVARTAL, krl("5.0"), NETTO).broer
    assert lines_of(dage) == [
        ("Vores tal, 4. kvartal 2022, pr. medarbejder", None, "6.00"),
        ("Pr. fuldtidsansat i stedet for pr. medarbejder", "2.00", "8.00"),
        ("Også ekstraordinært ansatte: Elev m.fl.", "-2.00", "6.00"),
        ("Også andre ekstraordinært ansatte", "-1.71", "4.29"),
        ("Ikke forklaret", "0.71", "5.00"),
        ("KRL", None, "5.00"),
    ]


def test_danmarks_statistik_counts_everybody_and_arbejdsskade_apart(lille: Path) -> None:
    """Of 45 full-time: 150 / 45 = 3.33, and without the 41 dagsværk of arbejdsskade 109 / 45 = 2.42."""
    dage, _ = bridge_statistik(node_of(lille, "1"), KVARTAL, krl(None, "dst"), NETTO).broer
    assert lines_of(dage)[2:] == [
        ("Også ekstraordinært ansatte: Elev m.fl.", "-1.56", "6.44"),
        ("Også andre ekstraordinært ansatte", "-1.33", "5.11"),
        ("Også timelønnede og andre, der ikke er månedslønnede", "-1.78", "3.33"),
        ("Uden arbejdsskade, som Danmarks Statistik ikke tæller med", "-0.91", "2.42"),
    ]


def test_our_percentage_stands_beside_anothers_only_of_the_same_days(lille: Path) -> None:
    """Of 253 working days 120 / (15 * 253) = 3.16 %; of 227 net days 8 / 227 = 3.52 %, and 5 / 227 = 2.20 %."""
    _, procent = bridge_statistik(node_of(lille, "1"), KVARTAL, krl("5.0"), NETTO).broer
    assert lines_of(procent) == [
        ("Vores fraværsprocent, 4. kvartal 2022", None, "3.16"),
        ("Af 227 nettodage i stedet for 253 arbejdsdage", "0.36", "3.52"),
        ("Også ekstraordinært ansatte: Elev m.fl.", "-0.88", "2.64"),
        ("Også andre ekstraordinært ansatte", "-0.75", "1.89"),
        ("Ikke forklaret", "0.31", "2.20"),
        ("KRL, af 227 nettodage", None, "2.20"),
    ]


def test_the_sentence_says_what_explains_the_difference_and_what_is_left(lille: Path) -> None:
    afstemning = bridge_statistik(node_of(lille, "1"), KVARTAL, krl("5.0"), NETTO)
    assert afstemning.saetning == (
        "Enhed 1 har 6,00 og KRL 5,00: af forskellen på −1,00 forklarer måden at regne på −1,71 (mest »Pr. "
        "fuldtidsansat i stedet for pr. medarbejder«, +2,00), og +0,71 er ikke forklaret."
    )


def test_whom_and_what_a_source_counts_otherwise_is_told_of_the_kommune_alone(lille: Path) -> None:
    """In unit 12: ten on half-time with 2 each are 2 per medarbejder and 4 per full-time employee."""
    afstemning = bridge_statistik(node_of(lille, "12"), KVARTAL, krl("5.0", "dst"), NETTO)
    assert [(forskel, tal) for _, forskel, tal in lines_of(afstemning.broer[0])] == [
        (None, "2.00"), ("2.00", "4.00"), ("1.00", "5.00"), (None, "5.00"),
    ]  # fmt: skip
    assert [note for note in afstemning.noter if "kun for hele kommunen" in note] != []


def test_lpt169_is_reached_line_by_line(lille: Path) -> None:
    """120 of the population and 30 outside it; 22 of 11 employees it has not, 0.04 of rounding, 2 of one employee."""
    (bro,) = bridge_lpt169(node_of(lille, "1"), KVARTAL).broer
    assert [(navn, forskel and Decimal(forskel)) for navn, forskel, _ in lines_of(bro)] == [
        ("Vores dagsværk, 4. kvartal 2022", None),
        ("Sygefravær uden for populationen", Decimal(30)),
        ("Medarbejdere, der ikke står i LPT169 (11)", Decimal(-22)),
        ("Afrunding hos den enkelte i LPT169", Decimal(0)),
        ("Medarbejdere, hvor de to siger noget forskelligt (1)", Decimal(2)),
        ("LPT169", None),
    ]
    assert float(bro.deres.tal) == pytest.approx(130.04)


def test_lpt169_has_no_units(lille: Path) -> None:
    with pytest.raises(Brugerfejl, match=r"afstem for hele kommunen \(00000001\)"):
        bridge_lpt169(node_of(lille, "12"), KVARTAL)


def eget(lille: Path, tal: str) -> Afstemning:
    return bridge_eget(node_of(lille, "1"), KVARTAL, Decimal(tal), NETTO)


@pytest.mark.parametrize(
    ("tal", "stykke"),
    [
        ("6.0", "Enhed 1 har 6,00, og det er jeres tal."),
        ("8", "jeres tal er vores for 4. kvartal 2022, pr. årsværk, for de er ens."),
        ("4.3", "jeres tal er vores for 4. kvartal 2022, regnet som KRL, for de er ens."),
        ("4.30", "er ikke forklaret, for ingen af vores andre måder at regne på giver jeres tal; nærmest er 4. "
         "kvartal 2022, regnet som KRL med 4,29."),
    ],
)  # fmt: skip
def test_a_number_is_ours_in_another_way_when_it_is_the_same_with_its_own_decimals(
    tal: str, stykke: str, lille: Path
) -> None:
    assert eget(lille, tal).saetning.endswith(stykke)


def test_what_explains_a_number_is_a_step_and_what_does_not_is_left(lille: Path) -> None:
    forklaret, uforklaret = ([navn for navn, _, _ in eget(lille, tal).broer[0].lines()][1:] for tal in ("8", "9"))
    assert forklaret == ["I stedet: 4. kvartal 2022, pr. årsværk", "Afrunding", "Jeres tal"]
    assert uforklaret == ["Ikke forklaret", "Jeres tal"]


@pytest.fixture(scope="module")
def anden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same delivery with the headline per årsværk, and a Danmarks Statistik that counts as we do."""
    mappe = tmp_path_factory.mktemp("anden")
    toml = write_indstillinger(
        mappe / "ops",
        ('nytal = "pr_medarbejder"', 'nytal = "pr_aarsvaerk"'),
        ("nettodage = 227", "nettodage = 200"),
        ('dst = { medregner = ["ekstraordinært ansat", "ikke månedslønnet"], uden_arter = ["AS"] }', "dst = {}"),
    )
    svar = byg(write_leverance(LILLE, mappe / "leverance"), mappe / "lille.duckdb", "--konfiguration", toml)
    assert svar.kode == 0, svar.fejl
    return mappe / "lille.duckdb"


def test_the_settings_say_what_the_headline_is_and_whom_a_source_counts(anden: Path) -> None:
    """Per full-time employee already: no step to it."""
    dage, _ = bridge_statistik(node_of(anden, "1"), KVARTAL, krl("9.0", "dst"), NETTO).broer
    assert lines_of(dage) == [
        ("Vores tal, 4. kvartal 2022, pr. årsværk", None, "8.00"),
        ("Ikke forklaret", "1.00", "9.00"),
        ("Danmarks Statistik", None, "9.00"),
    ]


def test_the_net_days_are_the_builds_own_setting(anden: Path) -> None:
    """8 of 200 are 4 per cent."""
    svar = run_sygefravaer("afstem", "--database", anden, "--enhed", "1", "--kvartal", KVARTAL, "--med", "krl")
    assert [linje.split()[-1] for linje in svar.linjer if linje.startswith("Af 200 nettodage")] == ["4,00"]


def test_a_delivery_without_lpt169_is_one_sentence(anden: Path) -> None:
    with pytest.raises(Brugerfejl, match="Leverancen har ingen LPT169"):
        bridge_lpt169(node_of(anden, "1"), KVARTAL)


def laid_out(periode: str, **felter: bool) -> Node:
    """A node with figures of one quarter, and nothing behind it to ask."""
    return Node(None, 1, "Enhed 1", {periode: {"har_rater": True, "er_foreloebig": False, **felter}}, "pr_medarbejder")


def test_a_node_too_small_for_a_rate_has_no_bridge() -> None:
    with pytest.raises(Brugerfejl, match=r"Enhed 1 er for lille i 4. kvartal 2022"):
        bridge_eget(laid_out(KVARTAL, har_rater=False), KVARTAL, Decimal(9), NETTO)


def test_a_calendar_year_there_is_none_of_is_one_sentence() -> None:
    with pytest.raises(Brugerfejl, match=r"KRL opgør hele kalenderår, og der er ingen tal for 2. kvartal 2022."):
        bridge_statistik(laid_out("2022K2"), "2022K2", krl("9.0"), NETTO)


def test_a_quarter_that_is_foreloebig_is_said_once() -> None:
    assert note_foreloebig(laid_out(KVARTAL), [KVARTAL]) == []
    assert note_foreloebig(laid_out(KVARTAL, er_foreloebig=True), [KVARTAL, KVARTAL]) == [
        "4. kvartal 2022 er foreløbig: sent registreret fravær kan stadig komme til."
    ]


def test_the_step_that_moves_most_may_move_it_down_and_the_rest_is_no_step() -> None:
    trin = [Trin("vores", 9.0), Trin("op", 9.4), Trin("ned", 8.4)]
    assert Bro("", trin, Trin("deres", 1)).say_largest() == " (mest »ned«, −1,00)"
    assert Bro("", trin[:1], Trin("deres", 1)).say_largest() == ""


TAL = st.floats(min_value=0, max_value=500, allow_nan=False)


@given(trin=st.lists(TAL, min_size=1, max_size=8), deres=TAL, decimaler=st.integers(0, 3))
def test_a_bridge_adds_up_line_by_line_as_shown(trin: list[float], deres: float, decimaler: int) -> None:
    bro = Bro("", [Trin(str(nr), tal) for nr, tal in enumerate(trin)], Trin("deres", deres), decimaler=decimaler)
    *linjer, (_, intet, til) = bro.lines()
    assert intet is None
    assert [nu[1] for _, nu in pairwise(linjer)] == [nu[2] - foer[2] for foer, nu in pairwise(linjer)]
    assert linjer[0][2] + sum(forskel for _, forskel, _ in linjer[1:]) == til == bro.shown(deres)
