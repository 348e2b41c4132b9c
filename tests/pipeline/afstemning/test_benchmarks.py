"""The file of others' figures: what is read of it, and one Danish sentence for what is wrong in it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.afstemning.statistik import per_fuldtid, pick_benchmark, year_end
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.benchmarks import Benchmark, read_benchmarks

HOVED = "kilde;aar;gruppe;tal;enhed;indsat;hvorfra"
LINJE = "KRL;2022;kommuner;16,1;dagsværk pr. fuldtidsansat;30-11-2026;KRL"


def write(tmp_path: Path, *linjer: str) -> Path:
    fil = tmp_path / "vores.csv"
    fil.write_text("\n".join(linjer) + "\n", encoding="utf-8")
    return fil


def line(kilde: str, aar: int, gruppe: str, tal: str, enhed: str = "dagsværk pr. fuldtidsansat") -> Benchmark:
    return Benchmark(kilde, aar, gruppe, Decimal(tal), enhed, date(2026, 11, 30), "her")


def test_the_file_begins_with_the_public_figures() -> None:
    tal = {(b.kilde, b.aar, b.gruppe): b.tal for b in read_benchmarks()}
    assert [tal["KRL", aar, "kommuner"] for aar in (2015, 2017, 2018, 2019, 2022)] == [
        Decimal(t) for t in ("12.2", "11.7", "12.0", "12.1", "16.1")
    ]
    assert len(tal) == 13


def test_a_line_is_read_with_comma_or_point_and_with_excels_mark(tmp_path: Path) -> None:
    fil = tmp_path / "vores.csv"
    fil.write_text(f"\ufeff{HOVED}\n{LINJE}\n\n{LINJE.replace('2022', '2021').replace('16,1', '15.4')}\n", "utf-8")
    assert [(b.aar, b.tal, b.indsat) for b in read_benchmarks(fil)] == [
        (2022, Decimal("16.1"), date(2026, 11, 30)),
        (2021, Decimal("15.4"), date(2026, 11, 30)),
    ]


@pytest.mark.parametrize(
    ("linjer", "saetning"),
    [
        ([], "Filen vores.csv med andres tal har ingen linjer."),
        ([HOVED], "Filen vores.csv med andres tal har ingen linjer."),
        (
            [f"{HOVED};note", f"{LINJE};x"],
            "Filen vores.csv har kolonnen »note«, som programmet ikke kender. Kolonnerne er kilde, aar, gruppe, tal, "
            "enhed, indsat, hvorfra.",
        ),
        (
            [HOVED.replace("gruppe;", ""), LINJE.replace("kommuner;", "")],
            "Filen vores.csv mangler kolonnen gruppe. Kolonnerne er kilde, aar, gruppe, tal, enhed, indsat, hvorfra.",
        ),
        ([HOVED, LINJE, f"{LINJE};x"], "Linje 3 i vores.csv har flere eller færre felter end overskriften."),
        (
            [HOVED, LINJE.replace("16,1", "seksten")],
            "Linje 2 i vores.csv: »seksten« er ikke et tal for sygefravær. Skriv det som 12,0.",
        ),
        (
            [HOVED, LINJE.replace("16,1", "-16,1")],
            "Linje 2 i vores.csv: »-16,1« er ikke et tal for sygefravær. Skriv det som 12,0.",
        ),
        ([HOVED, LINJE.replace("2022", "22")], "Linje 2 i vores.csv: »22« er ikke et årstal. Skriv det som 2022."),
        (
            [HOVED, LINJE.replace("30-11-2026", "i går")],
            "Linje 2 i vores.csv: »i går« er ikke en dato. Skriv den som 30-11-2026.",
        ),
        (
            [HOVED, LINJE.replace("dagsværk pr. fuldtidsansat", "dage")],
            "Linje 2 i vores.csv: enheden »dage« kendes ikke. Skriv »dagsværk pr. fuldtidsansat« eller »pct.«.",
        ),
        ([HOVED, LINJE.replace("kommuner", " ")], "Linje 2 i vores.csv: gruppe er tom."),
        (
            [HOVED, LINJE, "", LINJE.replace("16,1", "16,2")],
            "Linje 4 i vores.csv siger det samme som linje 2: KRL, 2022, kommuner.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(linjer: list[str], saetning: str, tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        read_benchmarks(write(tmp_path, *linjer))
    assert str(fejl.value) == saetning


def test_a_file_that_is_not_there_or_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    fil = tmp_path / "vores.csv"
    for indhold in (None, "kilde;år".encode("cp1252")):
        if indhold:
            fil.write_bytes(indhold)
        with pytest.raises(Brugerfejl, match=r"^Filen vores\.csv med andres tal findes ikke eller kan ikke læses"):
            read_benchmarks(fil)


LINJER = [
    line("KRL", 2019, "kommuner", "12.1"),
    line("krl", 2022, "kommuner", "16.1"),
    line("KRL", 2019, "sosu", "16.3"),
]


@pytest.mark.parametrize(("aar", "tal"), [(2018, None), (2019, "12.1"), (2021, "12.1"), (2022, "16.1"), (2024, "16.1")])
def test_the_newest_figure_up_to_the_year_is_used(aar: int, tal: str | None) -> None:
    fundet = pick_benchmark(LINJER, kilde="krl", gruppe="kommuner", aar=aar, fil="f")
    assert (fundet and fundet.tal) == (tal and Decimal(tal))


def test_an_unknown_group_is_told_with_those_there_are() -> None:
    with pytest.raises(Brugerfejl, match=r"fra KRL for »lære« i f. Der er tal for kommuner, sosu."):
        pick_benchmark(LINJER, kilde="krl", gruppe="lære", aar=2024, fil="f")


def test_a_source_without_a_line_has_none() -> None:
    assert pick_benchmark(LINJER, kilde="dst", gruppe="kommuner", aar=2024, fil="f") is None


def test_a_figure_in_per_cent_is_of_the_net_days() -> None:
    """5 per cent of 227 net days are 11.35 dagsværk."""
    assert per_fuldtid(line("DST", 2024, "kommuner", "5.0", "pct."), 227) == Decimal("11.35")
    assert per_fuldtid(line("DST", 2024, "kommuner", "5.0"), 227) == Decimal("5.0")


@pytest.mark.parametrize(("periode", "slut"), [("2024K4", "2024K4"), ("2025K1", "2024K4"), ("2025K3", "2024K4")])
def test_a_calendar_year_is_the_last_that_has_ended(periode: str, slut: str) -> None:
    assert year_end(periode) == slut
