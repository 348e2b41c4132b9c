"""In the files of a release a change is called a fall or a rise, and has a colour, only where the build says signal."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from pipeline.report import tema
from pipeline.tekster.dansk import aendring
from tests.conftest import Svar, query

KVARTAL = "2025K2"
FARVER = {tema.DOMME["godt"]: "fald", tema.DOMME["skidt"]: "stigning"}
PULJE = "Øvrige enheder"
SIGNALER = (
    "select enhedsnavn, skridt, aendring from signaler inner join enheder using (enhed_id) "
    f"inner join perioder using (vindue_nr) where er_signal and slags = 'alt' and periode = '{KVARTAL}'"
)
Signal = tuple[str, str, str]
"""Name, kvartal or aar, fald or stigning."""


@pytest.fixture(scope="module")
def signaler(demo_database: Path) -> set[Signal]:
    return {(navn, skridt, _retning(tal)) for navn, skridt, tal in query(demo_database, SIGNALER)}


def _retning(tal: float) -> str:
    return {"−": "fald", "+": "stigning"}.get(aendring(tal)[0], "")


def _rows(fil: Path) -> list[dict[str, Any]]:
    hoved, *raekker = openpyxl.load_workbook(fil)["Tal"].iter_rows(values_only=True)
    return [dict(zip(hoved, raekke, strict=True)) for raekke in raekker]


def test_a_bilag_calls_a_change_faldet_or_steget_where_it_is_a_signal_and_says_why_of_the_others(
    status: tuple[Path, Svar], eksport: Path, signaler: set[Signal]
) -> None:
    kaldt: set[Signal] = set()
    filer = [*status[0].glob("bilag-[ae]*.xlsx"), *eksport.glob("bilag-[ae]*.xlsx")]  # by afdeling and by enhed
    assert len(filer) == 3
    for raekke in (raekke for fil in filer for raekke in _rows(fil)):
        navn = raekke["Enhed"].strip()
        for skridt, hvad in (("kvartal", "kvartal"), ("aar", "år")):
            tal, ordet = raekke[f"Ændring, {hvad}"], raekke[f"Signal, {hvad}"]
            if tal is None or tal == 0:
                assert ordet is None
            elif ordet in ("faldet", "steget"):
                kaldt.add((navn, skridt, {"faldet": "fald", "steget": "stigning"}[ordet]))
                assert (tal < 0) == (ordet == "faldet")
            else:
                assert ordet in ("kan være tilfældigt", "mange er kommet eller gået")
    assert ("Eksempel Kommune", "kvartal", "fald") in kaldt
    assert {signal for signal in kaldt if not signal[0].startswith(PULJE)} <= signaler
    vist = {raekke["Enhed"].strip() for raekke in _rows(status[0] / f"bilag-enheder-{KVARTAL}.xlsx")}
    assert {signal for signal in signaler if signal[0] in vist and signal[2]} <= kaldt


def test_a_figure_has_the_colour_of_a_judgement_only_on_the_bar_of_a_signal(
    status: tuple[Path, Svar], eksport: Path, signaler: set[Signal]
) -> None:
    fundne = []
    for fil in (*status[0].glob("figurer/*.svg"), *eksport.glob("figurer/*.svg")):
        for maerke in re.findall(r"<(?:path|text|g|circle)[^>]*>", fil.read_text("utf-8")):
            navn = re.search(r'aria-label="([^:"]*)', maerke)
            egne = [retning for farve, retning in FARVER.items() if farve in maerke]
            fundne += [(unescape(navn[1]) if navn else maerke, "kvartal", retning) for retning in egne]
    assert len(fundne) == 2  # the kommune's bar, in the case and for Økonomiudvalget
    assert set(fundne) <= signaler


def test_a_slide_has_the_colour_of_a_judgement_only_on_the_bar_of_a_signal(
    eksport: Path, signaler: set[Signal]
) -> None:
    fundne = set()
    for side in Presentation(str(eksport / f"sygefravaer-{KVARTAL}.pptx")).slides:
        for plot in (plot for form in side.shapes if form.has_chart for plot in form.chart.plots):
            for serie in plot.series:
                for nr, navn in enumerate(plot.categories):
                    punkt = serie.points[nr].format.fill
                    farve = f"#{punkt.fore_color.rgb}".lower() if punkt.type is not None else ""
                    if farve in FARVER:
                        fundne.add((str(navn), "kvartal", FARVER[farve]))
    assert fundne == {("Eksempel Kommune", "kvartal", "fald")}
    assert fundne <= signaler


def test_the_case_says_faldet_or_steget_of_a_unit_only_where_it_is_a_signal(
    status: tuple[Path, Svar], signaler: set[Signal]
) -> None:
    afsnit = [a.text for a in Document(str(status[0] / f"status-{KVARTAL}.docx")).paragraphs]
    for tekst in afsnit:
        retning = "fald" if "faldet" in tekst else "stigning"
        for navn in re.findall(r"med [\d,]+ dage? pr\. medarbejder i ([^.]+?)(?=, med | og med |\.)", tekst):
            assert (navn, "kvartal", retning) in signaler
    kommunens = [tekst for tekst in afsnit if "Der er således tale om" in tekst]
    assert ["fald på 0,7 dag" in tekst for tekst in kommunens] == [True]
    assert len([tekst for tekst in afsnit if tekst.startswith("Ingen af ændringerne i områder og afdelinger")]) == 1
    [tabel] = Document(str(status[0] / f"status-{KVARTAL}.docx")).tables
    kaldt = {raekke.cells[0].text: raekke.cells[3].text for raekke in tabel.rows[1:]}
    retninger = {"faldet": "fald", "steget": "stigning"}
    fundne = {(navn, "kvartal", retninger[ordet]) for navn, ordet in kaldt.items() if ordet in retninger}
    assert fundne == {("Eksempel Kommune", "kvartal", "fald")}
    assert fundne <= signaler
