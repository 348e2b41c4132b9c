"""A build is held against the last one the program trusts: by results, in both directions, and it says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.byg.indlaesning import load_indstillinger_tabeller
from pipeline.byg.warehouse import FORRIGE_RESULTATER, LAES_FORRIGE
from pipeline.database.kryptering import attach_database
from pipeline.database.modeller import broken_rules, read_model
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import NIVEAUER
from pipeline.tekster import stop as tekster_stop
from tests.alene import build_alone
from tests.conftest import NOEGLE, Svar, byg, open_test_database, query, run_sygefravaer
from tests.lille_leverance import Ansaettelse, Enhed, Fravaer, Leverance, ansat, syg, write_leverance
from tests.modeller import run_model

MAANEDER = [date(aar, maaned, 5) for aar in (2023, 2024, 2025) for maaned in range(1, 13)][:30]
MARTS = date(2024, 3, 5)  # covered, and outside the window of the headline's quarter, 2025K2
PERIODE = (date(2023, 1, 1), date(2025, 7, 15))
BYGNING = "select bygning_id from bygning"
MAALESTOK = "select distinct bygning_id from maalestok"


def leverance(ansatte: Iterable[Ansaettelse], fravaer: Iterable[Fravaer], *, udtraek: date = PERIODE[1]) -> Leverance:
    return Leverance(
        udtraek=udtraek,
        enheder=(Enhed("81000"),),
        ansaettelser=tuple(ansatte),
        fravaer=tuple(fravaer),
        periode_fravaer=(PERIODE[0], udtraek),
    )


def staff(antal: int, ansforhold: str = "00") -> list[Ansaettelse]:
    return [ansat(str(731001 + nummer), "81000", ansforhold=ansforhold) for nummer in range(antal)]


def sick(antal: int, timer: str, *, art: str = "SY", i_marts: str | None = None) -> list[Fravaer]:
    """Every employee a day each month; the hours of March 2024 may be others."""
    return [
        syg(str(731001 + nummer), dag, dag, i_marts if i_marts and dag == MARTS else timer, art=art)
        for nummer in range(antal)
        for dag in MAANEDER
    ]


def kommune(antal: int = 40, timer: str = "7.4", **andet: str) -> Leverance:
    """12,0 sygedage with 7.4 hours: twelve days a year each."""
    return leverance(staff(antal), sick(antal, timer, **andet))


def covering(hel: Leverance, fra: date) -> Leverance:
    """The same list from a day on."""
    fravaer = tuple(post for post in hel.fravaer if post.start >= fra)
    return replace(hel, fravaer=fravaer, periode_fravaer=(fra, PERIODE[1]))


def after(foer: Leverance, nu: Leverance, mappe: Path, *tilvalg: str) -> Svar:
    """The answer of building `nu` over `foer`; a stop leaves the database as it was."""
    database = mappe / "ud" / "db.duckdb"
    database.parent.mkdir()
    build_alone(foer, database)
    foer_bytes = database.read_bytes()
    svar = byg(write_leverance(nu, mappe / "nu"), database, *tilvalg)
    assert (database.read_bytes() == foer_bytes) == bool(svar.kode)
    return svar


def assert_told(svar: Svar, begyndelse: str | None) -> None:
    assert svar.kode == (begyndelse is not None), svar.fejl
    assert svar.fejl.startswith(f"Fejl: {begyndelse} i den seneste bygning, programmet stoler på" if begyndelse else "")


HOVEDTAL = "Sygedage pr. medarbejder i 2. kvartal 2025 er"


# Measure, kind of period, before, and the lowest and highest it may be now: the share and the distance of the
# configuration, whichever is wider.
GRAENSER = [
    ("hovedtal", "kvartal", "12", "9.6", "15"),
    ("hovedtal", "kvartal", "1", "0.5", "1.5"),
    ("population", "", "40", "30", "50"),
    ("population", "", "100", "80", "125"),
    ("ansatte", "", "40", "30", "50"),
    ("ansatte", "", "100", "80", "125"),
    ("aarsvaerk", "kvartal", "40", "30", "50"),
    ("aarsvaerk", "kvartal", "100", "80", "125"),
    ("medarbejdere", "", "8", "3", "13"),
    ("medarbejdere", "", "100", "50", "150"),
    ("dagsvaerk_maaned", "maaned", "40", "20", "60"),
    ("dagsvaerk_maaned", "maaned", "100", "67", "150"),
    ("fravaersraekker_maaned", "maaned", "3", "1", "5"),
    ("fravaersraekker_maaned", "maaned", "20", "18", "30"),
    ("fravaersraekker", "", "15", "5", "25"),
    ("fravaersraekker", "", "100", "50", "150"),
]


def deviates(maal: str, periodetype: str, foer: str, nu: Decimal) -> bool:
    """Whether a result is too far from what it was."""
    resultat = {"maal": maal, "periodetype": periodetype, "periode": "P"}
    betroet = {"rolle": "betroet", "bygning_id": "b", "udtraeksdato": PERIODE[1]}
    graenser = [
        {"orden": orden, "maal": navn, **graense.model_dump()}
        for orden, (navn, graense) in enumerate(load_indstillinger().sammenligning)
    ]
    tabeller = {
        "forrige_resultater": [{**betroet, **resultat, "vaerdi": float(foer)}],
        "resultater": [{**resultat, "vaerdi": float(nu)}],
        "graenser": graenser,
    }
    [raekke] = run_model("30_noegletal", "sammenligninger", tabeller)
    return bool(raekke[-1])


@pytest.mark.parametrize(("maal", "periodetype", "foer", "laveste", "hoejeste"), GRAENSER)
def test_each_result_may_be_a_share_of_what_it_was_and_always_some_way_from_it(
    maal: str, periodetype: str, foer: str, laveste: str, hoejeste: str
) -> None:
    lidt = Decimal("0.01")
    proever = [Decimal(laveste) - lidt, Decimal(laveste), Decimal(foer), Decimal(hoejeste), Decimal(hoejeste) + lidt]
    assert [deviates(maal, periodetype, foer, nu) for nu in proever] == [True, False, False, False, True]


def test_every_result_has_its_limits_tried() -> None:
    assert {linje[0] for linje in GRAENSER} == set(load_indstillinger().sammenligning.model_dump())


def test_a_headline_of_too_little_stops(tmp_path: Path) -> None:
    svar = after(kommune(), kommune(timer="5.91"), tmp_path)
    assert_told(svar, f"{HOVEDTAL} 9,6 mod 12,0")  # 9.584


def test_a_month_of_too_many_dagsvaerk_stops(tmp_path: Path) -> None:
    assert_told(after(kommune(), kommune(i_marts="11.11"), tmp_path), "Dagsværk i marts 2024 er 60,1 mod 40,0")


def test_a_population_of_too_many_stops(tmp_path: Path) -> None:
    foer, nu = (leverance(staff(antal), sick(1, "7.4")) for antal in (40, 51))
    assert_told(after(foer, nu, tmp_path), "Medarbejdere, der tæller med er 51 mod 40")


def test_too_many_part_timers_for_the_same_heads_stop(tmp_path: Path) -> None:
    """Forty of half a post are twenty full-time, whoever counts them."""
    halve = [replace(span, taeller=Decimal("18.5")) for span in staff(40)]
    svar = after(leverance(staff(40), sick(1, "7.4")), leverance(halve, sick(1, "3.7")), tmp_path)
    assert_told(svar, "Årsværk i 2. kvartal 2025 er 20,0 mod 40,0")


def test_those_employed_on_the_extract_are_compared_alone(tmp_path: Path) -> None:
    """The others left on the last of June, so the population is what it was."""
    gaaet = [replace(span, slut=date(2025, 6, 30)) for span in staff(40)[29:]]
    nu = leverance([*staff(40)[:29], *gaaet], sick(1, "7.4"))
    assert_told(after(leverance(staff(40), sick(1, "7.4")), nu, tmp_path), "Ansatte på udtræksdatoen er 29 mod 40")


def test_too_few_employees_outside_the_population_stop(tmp_path: Path) -> None:
    def delt(timeloennede: int) -> Leverance:
        andre = [replace(span, medarbejdernr=f"7320{nr:02}") for nr, span in enumerate(staff(timeloennede, "03"))]
        return leverance([*staff(1), *andre], sick(1, "7.4"))

    assert_told(after(delt(9), delt(3), tmp_path), "Medarbejdere i ansættelseslisten er 4 mod 10")


def test_too_few_rows_in_all_stop(tmp_path: Path) -> None:
    """No month with rows is covered by both: the former's are of 2023, the new ones of May and June 2025."""
    dage = [date(2023, 1, 2) + timedelta(days=nr) for nr in range(100)]
    nye = [(str(731001 + nr % 3), date(2025, 5, 1) + timedelta(days=nr // 3)) for nr in range(49)]
    foer = leverance(staff(3), [syg("731001", dag, dag, "7.4", art="FE") for dag in dage])
    nu = leverance(staff(3), [syg(nummer, dag, dag, "7.4", art="FE") for nummer, dag in nye])
    perioder = (date(2023, 1, 1), date(2025, 3, 31)), (date(2024, 4, 1), date(2025, 6, 30))
    foer, nu = (replace(lev, periode_fravaer=periode) for lev, periode in zip((foer, nu), perioder, strict=True))
    assert_told(after(foer, nu, tmp_path), "Fraværsrækker i leverancen er 49 mod 100")


def month_with(antal: int) -> Leverance:
    """Twenty rows of no illness in every month of 2024, but in March the given number."""
    dage = [date(2024, maaned, 1 + nr % 28) for maaned in range(1, 13) for nr in range(antal if maaned == 3 else 20)]
    return leverance(staff(3), [syg(str(731001 + nr % 3), dag, dag, "7.4", art="FE") for nr, dag in enumerate(dage)])


def test_a_month_with_too_few_rows_stops(tmp_path: Path) -> None:
    told = "Fraværsrækker, der begynder i marts 2024 er 17 mod 20"
    assert_told(after(month_with(20), month_with(17), tmp_path), told)


def test_a_month_without_a_row_stops(tmp_path: Path) -> None:
    told = "Fraværsrækker, der begynder i marts 2024 er 0 mod 20"
    assert_told(after(month_with(20), month_with(0), tmp_path), told)


def test_a_month_the_new_delivery_does_not_cover_is_not_compared(tmp_path: Path) -> None:
    assert_told(after(month_with(20), covering(month_with(0), date(2024, 4, 1)), tmp_path), None)


def test_a_month_that_had_just_ended_is_not_compared(tmp_path: Path) -> None:
    """On 10 July June was ten days past, so half its rows were still to come."""
    sene = [syg(str(731001 + nr), date(2025, 6, 10), date(2025, 6, 10), "7.4", art="FE") for nr in range(40)]
    foer = leverance(staff(40), [*sick(40, "7.4"), *sene[:10]], udtraek=date(2025, 7, 10))
    assert_told(after(foer, leverance(staff(40), [*sick(40, "7.4"), *sene]), tmp_path), None)


def test_a_headline_that_is_gone_stops(tmp_path: Path) -> None:
    assert_told(after(kommune(), covering(kommune(), date(2025, 1, 1)), tmp_path), f"{HOVEDTAL} intet mod 12,0")


def test_a_new_quarter_with_more_staff_and_more_illness_goes_on(tmp_path: Path) -> None:
    """Two of forty more, and 3.6 % more absence in the three months since."""
    nye = [syg(str(731001 + nr), date(2025, 8, 5), date(2025, 8, 5), "14.8") for nr in range(40)]
    senere = leverance(staff(42), [*sick(42, "7.4"), *nye], udtraek=date(2025, 10, 15))
    assert_told(after(kommune(), senere, tmp_path), None)


VERDENER = {
    "7,2": kommune(timer="4.44"),
    "0,0": kommune(timer="4.44", art="BS"),
    "14,4": kommune(timer="8.88"),
    "halv": kommune(20, timer="4.44"),
    "dobbelt": kommune(80, timer="4.44"),
}


@pytest.fixture(scope="module")
def verdener(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every world's delivery, and its database built alone."""
    mappe = tmp_path_factory.mktemp("verdener")
    for navn, verden in VERDENER.items():
        write_leverance(verden, mappe / navn)
        build_alone(verden, mappe / f"{navn}.duckdb")
    return mappe


@dataclass(frozen=True)
class Stillet:
    """A build as the next one is held against it, and what it is told itself; none of its figures were built anew."""

    bygget: Path
    maalestok: list[tuple[Any, ...]]
    brud: dict[str, Any] | None


def place_over(foer: Stillet | None, bygget: Path) -> Stillet:
    """What the build's own models and stop say of a database built alone, should it take the place of another."""
    with open_test_database(bygget) as con:
        con.execute("use memory")
        load_indstillinger_tabeller(con, load_indstillinger(), NIVEAUER)
        con.execute(FORRIGE_RESULTATER)
        if foer is not None:
            attach_database(con, foer.bygget, alias="foer", noegle=NOEGLE)
            con.execute("attach ':memory:' as forrige")
            con.execute("create table forrige.maalestok as from foer.maalestok limit 0")
            con.executemany("insert into forrige.maalestok values (?, ?, ?, ?, ?, ?)", foer.maalestok)
            for tabel in ("resultater", "bygning"):
                con.execute(f"create table forrige.{tabel} as from foer.{tabel}")
            con.execute(LAES_FORRIGE)
        con.execute("create table resultater as from maal.resultater")
        [bygningen] = con.execute("select bygning_id, udtraeksdato from maal.bygning").fetchall()
        parametre = dict(zip(("bygning_id", "udtraeksdato"), bygningen, strict=True))
        for navn in ("sammenligninger", "sammenligning", "maalestok"):
            model = read_model("30_noegletal", navn)
            con.execute(f"create table {navn} as {model.sql}", {p: parametre[p] for p in model.parametre})
        brudte = [fund for _, fund in broken_rules(con, "39_stop", parametre)]
        return Stillet(bygget, con.execute("from maalestok").fetchall(), brudte[0] if brudte else None)


def place_in_turn(verdener: Path, *navne: str) -> list[int]:
    """The exit codes of building each over the last, the first over nothing.

    A name with ! is accepted, "forrige" goes back.
    """
    nu, forrige, koder = None, None, []
    for navn in navne:
        if navn == "forrige":
            nu, forrige = forrige, nu
            koder.append(0)
            continue
        ny = place_over(nu, verdener / f"{navn.rstrip('!')}.duckdb")
        staar = ny.brud is not None and not navn.endswith("!")
        koder.append(int(staar))
        if not staar:
            nu, forrige = ny, nu
    return koder


def build_in_turn(verdener: Path, database: Path, *navne: str) -> list[int]:
    """The same by building them."""
    build_alone(VERDENER[navne[0]], database)
    koder = [0]
    for navn in navne[1:]:
        if navn == "forrige":
            koder.append(run_sygefravaer("forrige", "--database", database).kode)
        else:
            tilvalg = ["--accepter-afvigelse"] if navn.endswith("!") else []
            koder.append(byg(verdener / navn.rstrip("!"), database, *tilvalg).kode)
    return koder


@pytest.mark.parametrize("foer", VERDENER)
@pytest.mark.parametrize("nu", VERDENER)
def test_no_world_takes_anothers_place_unsaid(foer: str, nu: str, verdener: Path) -> None:
    gammel = place_over(None, verdener / f"{foer}.duckdb")
    [[trovaerdig]] = query(gammel.bygget, BYGNING)
    brud = place_over(gammel, verdener / f"{nu}.duckdb").brud
    assert (brud is None) == (foer == nu)
    if brud:
        assert (brud["bygning_id"], brud["udtraeksdato"]) == (trovaerdig, PERIODE[1])


def test_a_stop_says_what_it_was_held_against_and_how_to_go_on(verdener: Path, tmp_path: Path) -> None:
    database = tmp_path / "db.duckdb"
    build_alone(VERDENER["7,2"], database)
    [[trovaerdig]] = query(database, BYGNING)
    svar = byg(verdener / "14,4", database)
    assert svar.kode == 1
    assert f"(udtrukket 15.07.2025, bygning {trovaerdig}); det må være" in svar.fejl
    assert "--accepter-afvigelse" in svar.fejl


RAEKKER = [
    (["7,2", "0,0", "14,4", "7,2"], [0, 1, 1, 0]),
    (["7,2", "0,0!", "14,4"], [0, 0, 1]),
    (["7,2", "0,0!", "7,2", "0,0"], [0, 0, 0, 1]),
    (["7,2", "14,4!", "7,2", "14,4"], [0, 0, 0, 1]),
    (["7,2", "14,4!", "forrige", "7,2", "14,4"], [0, 0, 0, 0, 1]),
    (["7,2", "dobbelt!", "forrige", "7,2"], [0, 0, 0, 0]),
    (["7,2", "14,4!", "14,4", "7,2"], [0, 0, 0, 0]),
    (["0,0", "7,2", "7,2!", "7,2"], [0, 1, 0, 0]),
]


@pytest.mark.parametrize(("raekke", "koder"), RAEKKER, ids=lambda par: "-".join(map(str, par)))
def test_what_was_accepted_by_mistake_never_becomes_the_yardstick(
    raekke: list[str], koder: list[int], verdener: Path
) -> None:
    assert place_in_turn(verdener, *raekke) == koder


def test_builds_in_turn_answer_as_their_comparisons_do(verdener: Path, tmp_path: Path) -> None:
    """The longest row, and the one that starts wrong, by building them."""
    for nr, (raekke, koder) in enumerate((RAEKKER[4], RAEKKER[-1])):
        assert build_in_turn(verdener, tmp_path / f"{nr}.duckdb", *raekke) == koder


def test_a_change_that_was_accepted_is_trusted_from_the_next_delivery_on(verdener: Path, tmp_path: Path) -> None:
    """The doubled figures were right: the next quarter, built on them and never taken back, is the new yardstick."""
    database = tmp_path / "db.duckdb"
    assert build_in_turn(verdener, database, "7,2", "14,4!") == [0, 0]
    assert query(database, MAALESTOK) != query(database, BYGNING)
    naeste = leverance(staff(40), sick(40, "8.88"), udtraek=date(2025, 7, 20))
    assert byg(write_leverance(naeste, tmp_path / "naeste"), database).kode == 0
    assert query(database, MAALESTOK) == query(database, BYGNING)
    assert byg(verdener / "7,2", database).kode == 1


@pytest.mark.parametrize("ord_", ["--accepter-afvigelse", "--accepter-fald"])
def test_both_words_accept(ord_: str, tmp_path: Path) -> None:
    assert after(VERDENER["7,2"], VERDENER["halv"], tmp_path, ord_).kode == 0


def test_tjek_shows_both_side_by_side_before_it_stops(verdener: Path) -> None:
    svar = run_sygefravaer("tjek", "--kilde", verdener / "14,4", "--database", verdener / "7,2.duckdb")
    assert svar.kode == 1
    ord_ = [" ".join(linje.split()) for linje in svar.linjer]
    assert tekster_stop.SAMMENLIGNING in ord_
    assert "Sygedage pr. medarbejder i 2. kvartal 2025 7,2 14,4 5,8 til 9,0 afviger" in ord_
    assert "Medarbejdere, der tæller med 40 40 30 til 50" in ord_


def test_a_stop_says_how_many_results_differ_and_of_how_many(verdener: Path) -> None:
    """The headline and thirty months' dagsværk have doubled; thirty months' rows and five sums are as they were."""
    svar = run_sygefravaer("tjek", "--kilde", verdener / "14,4", "--database", verdener / "7,2.duckdb")
    assert "I alt afviger 31 af de 66 resultater, der sammenlignes (hver måned for sig); se de største" in svar.fejl


def test_a_build_says_what_it_was_held_against_and_the_first_that_there_was_nothing(
    verdener: Path, tmp_path: Path
) -> None:
    database = tmp_path / "db.duckdb"
    assert tekster_stop.SAMMENLIGNING_INGEN in byg(verdener / "7,2", database).linjer
    [[bygning_id]] = query(database, BYGNING)
    assert f"Udtrukket 15.07.2025, bygning {bygning_id}." in byg(verdener / "7,2", database).linjer
