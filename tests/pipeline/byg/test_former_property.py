"""Random absence lists, written in every form and with a separator too many or too few."""

import csv
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.fejl import Brugerfejl
from tests.eksempler import examples
from tests.pipeline.byg.laeste_raekker import read_fravaer

HOVED = ["Medarbejdernr.", "Startdato", "Stopdato", "Fraværsart", "Fraværsarttekst", "Timer", "Dage"]
TEKST = {"SY": "Sygdom", "BS": "Barns sygdom", "FE": "Ferie på dage"}
AABEN = date(9999, 12, 31)
NUL_DAG = date(1899, 12, 30)


@dataclass(frozen=True)
class Post:
    nummer: int
    start: date
    slut: date | None
    art: str
    timer: Decimal | None
    dage: Decimal | None


@st.composite
def poster(draw: st.DrawFn) -> Post:
    """A record whose hours are at most those its interval holds, with two decimals."""
    start = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 800)))
    laengde = draw(st.integers(1, 300))
    timer = draw(st.one_of(st.none(), st.decimals(0, 24 * laengde, places=2)))
    dage = draw(st.decimals(0, laengde, places=2)) if timer is None or draw(st.booleans()) else None
    slut = draw(st.one_of(st.just(start + timedelta(days=laengde - 1)), st.none()))
    return Post(draw(st.integers(1, 99_999)), start, slut, draw(st.sampled_from(sorted(TEKST))), timer, dage)


def tusinder(tegn: str, komma: str) -> Callable[[Decimal], str]:
    return lambda tal: f"{tal:,.2f}".replace(",", "t").replace(".", komma).replace("t", tegn)


DATOER: dict[str, Callable[[date], str]] = {
    "prik": lambda dag: f"{dag:%d.%m.}{dag.year}",
    "streg": lambda dag: f"{dag:%d-%m-}{dag.year}",
    "iso": lambda dag: f"{dag.year}{dag:-%m-%d}",
    "sql": lambda dag: f"{dag.year}{dag:-%m-%d} 00:00:00",
    "T": lambda dag: f"{dag.year}{dag:-%m-%d}T00:00:00.000",
    "kort": lambda dag: f"{dag.year}{dag:%m%d}",
    "serie": lambda dag: str((dag - NUL_DAG).days),
    "danske skråstreger": lambda dag: f"{dag:%d/%m/}{dag.year}",
    "amerikanske skråstreger": lambda dag: f"{dag:%m/%d/}{dag.year}",
}
TAL: dict[str, Callable[[Decimal], str]] = {
    "komma": tusinder("", ","),
    "punktum": tusinder("", "."),
    "dansk": tusinder(".", ","),
    "engelsk": tusinder(",", "."),
    "mellemrum": tusinder(" ", ","),
    "hårdt mellemrum": tusinder("\u00a0", ","),
    "smalt mellemrum": tusinder("\u202f", ","),
    "apostrof": tusinder("'", "."),
}
NUMRE: dict[str, Callable[[int], str]] = {
    "tal": str,
    "nuller": lambda nummer: f"{nummer:08}",
    "kommatal": lambda nummer: f"{nummer}.0",
    "formel": lambda nummer: f'="{nummer:08}"',
    "med navn": lambda nummer: f"{nummer} Åse Øst",
    "usynligt": lambda nummer: f"\u200b{nummer}\u00ad",
}
ARTER: dict[str, Callable[[str], str]] = {"kode": str, "kode og tekst": lambda kode: f"{kode} {TEKST[kode]}"}
AABNE = ("", "00.00.0000", "00000000")
SMALLE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")  # encodings that have every sign there is


def lines_of(skilletegn: str, raekker: list[list[str]]) -> str:
    """As the channels write them: csv with quotes where they are needed, tabs, or an SAP list with rulers and pages."""
    if skilletegn == "|":
        streg = "-" * 60
        hoved = ["", "15.07.2025    Fravær", "", streg, f"|{'|'.join(HOVED)}|", streg]
        linjer = [["|" + "|".join(f"{celle:>10} " for celle in raekke) + "|"] for raekke in raekker]
        return "\n".join(sum([[*(hoved if nr % 7 == 0 else []), *linje] for nr, linje in enumerate(linjer)], [])) + "\n"
    if skilletegn == "\t":
        return "".join("\t".join(raekke) + "\r\n" for raekke in [HOVED, *raekker])
    ud = io.StringIO()
    csv.writer(ud, delimiter=skilletegn, lineterminator="\n").writerows([HOVED, *raekker])
    return ud.getvalue()


def read_text(tekst: str, kodning: str) -> list[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as mappe:
        (Path(mappe) / "fravaer.csv").write_bytes(tekst.encode(kodning))
        return read_fravaer(Path(mappe))


def plain(post: Post) -> list[str]:
    return write(post, "prik", "komma", "tal", "kode", "")


def write(post: Post, dato: str, tal: str, nummer: str, art: str, aaben: str) -> list[str]:
    return [
        NUMRE[nummer](post.nummer),
        DATOER[dato](post.start),
        DATOER[dato](post.slut) if post.slut else aaben,
        ARTER[art](post.art),
        TEKST[post.art],
        *("" if beloeb is None else TAL[tal](beloeb) for beloeb in (post.timer, post.dage)),
    ]


@given(
    liste=st.lists(poster(), min_size=1, max_size=15),
    dato=st.sampled_from(sorted(DATOER)),
    tal=st.sampled_from(sorted(TAL)),
    nummer=st.sampled_from(sorted(NUMRE)),
    art=st.sampled_from(sorted(ARTER)),
    aaben=st.sampled_from(AABNE),
    skilletegn=st.sampled_from(";\t,|"),
    kodning=st.sampled_from([*SMALLE, "utf-16-be", "cp1252", "cp850"]),
)
@settings(deadline=None, max_examples=examples(8))
def test_the_same_rows_in_any_form_are_the_same_rows(
    liste: list[Post], dato: str, tal: str, nummer: str, art: str, aaben: str, skilletegn: str, kodning: str
) -> None:
    assume(kodning in (*SMALLE, "utf-16-be") or (tal != "smalt mellemrum" and nummer != "usynligt"))
    assume("skråstreger" not in dato or any(post.start.day > 12 for post in liste))
    ordinaer = read_text(lines_of(";", [plain(post) for post in liste]), "utf-8")
    assert [raekke[6:] for raekke in ordinaer] == [(None, None)] * len(liste)
    skrevet = [write(post, dato, tal, nummer, art, aaben) for post in liste]
    assert read_text(lines_of(skilletegn, skrevet), kodning) == ordinaer


@given(
    liste=st.lists(poster(), min_size=1, max_size=25),
    skilletegn=st.sampled_from(";\t"),
    data=st.data(),
)
@settings(deadline=None, max_examples=examples(8))
@pytest.mark.parametrize("fejl", ["for meget", "for lidt"])
def test_a_separator_too_many_or_too_few_is_never_counted(
    fejl: str, liste: list[Post], skilletegn: str, data: st.DataObject
) -> None:
    linjer = [skilletegn.join(raekke) for raekke in [HOVED, *map(plain, liste)]]
    hele = read_text("\n".join(linjer) + "\n", "utf-8")
    nr = data.draw(st.integers(1, len(liste)))
    if fejl == "for meget":
        plads = data.draw(st.integers(0, len(linjer[nr])))
        linjer[nr] = linjer[nr][:plads] + skilletegn + linjer[nr][plads:]
    else:
        plads = data.draw(st.sampled_from([n for n, tegn in enumerate(linjer[nr]) if tegn == skilletegn]))
        linjer[nr] = linjer[nr][:plads] + linjer[nr][plads + 1 :]
    try:
        laest = read_text("\n".join(linjer) + "\n", "utf-8")
    except (Brugerfejl, duckdb.InvalidInputException):
        return
    assert laest[nr - 1][6] is not None
    assert [raekke for n, raekke in enumerate(laest) if n != nr - 1] == [
        raekke for n, raekke in enumerate(hele) if n != nr - 1
    ]
