"""Every unit has one name, one figure, one måltal and one distance to it: whoever looks, wherever it is written.

Each place the demo shows a unit's figure for a quarter is read as it reads there, and all of them are held against each
other. Units published together are one line, of which each partition has its own.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from docx import Document
from pptx import Presentation

from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, Rolle, add_raekke
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord
from tests.conftest import PERSONNOEGLE, Svar, noegletal
from tests.lille_leverance import Enhed, Leverance, ansat, syg, write_leverance

NU, KVARTAL = datetime(2025, 7, 20, 12, tzinfo=UTC), "2025K2"
PERIODER = ("2025K2", "2025K1", "2024K4", "2024K2")
"""The three a bilag has, and one between that only kommune, områder and afdelinger are published in."""
KOMMUNEN, VELFAERD, SKOLER = 81000, 81200, 81210
ROLLER: tuple[tuple[Rolle, int], ...] = (
    ("hr", KOMMUNEN),
    ("chef", KOMMUNEN),
    ("chef", SKOLER),
    ("leder", VELFAERD),
    ("aggregat", KOMMUNEN),
)
NYESTE = {"periodetype": "kvartal", "periode": KVARTAL, "enhedsnr": None}
BEVAEGELSE = re.compile(r"med (\d+,\d) dage? pr\. medarbejder i ((?:[^,]|, (?!med))+?)(?=, med| og med|\.?$)")
MED_AFSTAND = re.compile(r"^(.+) \(([+−±]\d+,\d)\)$")
GRAA = re.compile(r"([^()]+?) \(([+−]\d+,\d)\)(?:, | og |\.?$)")
YDERST = re.compile(r"([^.:]+?) har flest [^(]+\((\d+,\d)\), ([^(]+) færrest \((\d+,\d)\)")
PULJE = tekster.OEVRIGE_ENHEDER.split("{")[0]


TO_OMRAADER = Leverance(
    udtraek=date(2025, 7, 15),
    enheder=(Enhed("1"), Enhed("10", "1"), Enhed("20", "1")),
    ansaettelser=tuple(ansat(str(nr), "10" if nr < 129 else "20") for nr in range(104, 164)),
    fravaer=tuple(syg(str(nr), date(2025, 2, 3), date(2025, 2, 7), "37") for nr in range(104, 164)),
    periode_fravaer=(date(2023, 1, 1), date(2025, 7, 15)),
)


@dataclass(frozen=True)
class Vist:
    """A figure as it reads, its måltal, the distance to it, and the change since a quarter before; None where the place
    has no column for them.
    """

    flade: str
    navn: str
    periode: str
    sygedage: str | None
    maaltal: str | None = None
    afstand: str | None = None
    aendring: str | None = None


def tal(vaerdi: object) -> str:
    return tekster.MANGLER_TAL if vaerdi is None or vaerdi == "" else decimaltal(float(str(vaerdi)))


def forskel(vaerdi: object) -> str:
    return aendring(None if vaerdi is None or vaerdi == "" else float(str(vaerdi)))


def open_as(database: Path, *roller: tuple[Rolle, int]) -> Scope:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    for rolle, enhed in roller:
        add_raekke(lager, NyRaekke("u1", "u1@eksempel.invalid", rolle, enhed, date(2020, 1, 1), "Prøve"), af="hr0")
    scope = open_scope(Bruger("u1"), miljoe=Miljoe(database, lager, lambda: NU), personer_til="prøve")
    lager.close()
    return scope


def siden(vaerdi: object) -> str | None:
    """A change; None where the quarter before is not shown, which says nothing else."""
    return None if vaerdi is None or vaerdi == "" else forskel(vaerdi)


@pytest.fixture(scope="module")
def scopes(demo_database: Path) -> dict[str, Scope]:
    return {f"{rolle} {enhed}": open_as(demo_database, (rolle, enhed)) for rolle, enhed in ROLLER}


def read_kommandolinje(database: Path) -> Iterator[Vist]:
    for raekke in csv.DictReader(io.StringIO(noegletal(database))):
        if raekke.get("kvartal") and raekke["er_nedlagt"] == "false":
            rate, maal = raekke["sygedage_pr_medarbejder"], raekke["maaltal"]
            tal_ = tal(rate), tal(maal), forskel(raekke["afstand_til_maaltal"]), siden(raekke["aendring_kvartal"])
            yield Vist("kommandolinjen", raekke["enhedsnavn"], raekke["kvartal"], *tal_)


def read_sider(navn: str, scope: Scope) -> Iterator[Vist]:
    """What the pages show a user: the lists of children, the rows against måltal, the comparison, Figur 1, the course
    of time, and the published figures where there are no others.
    """
    noder = scope.rows("noder").to_dicts()
    har_boern = {node["overordnet_id"] for node in noder}
    for node in noder:
        if node["er_udgivet"]:
            yield from read_udgivne(f"{navn}: Overblik", node, scope)
            continue
        for raekke in scope.rows("figur_1", enhedsnr=node["enhedsnr"]).iter_rows(named=True):
            maal = None if raekke["maaltal"] is None else tal(raekke["maaltal"])
            yield Vist(f"{navn}: Figur 1", node["enhedsnavn"], raekke["periode"], tal(raekke["sygedage"]), maal)
        if node["enhed_id"] in har_boern:
            yield from read_liste(f"{navn}: Overblik", "enhedens_boern", node["enhed_id"], scope)
        if node["overordnet_id"] is None:
            yield from read_liste(f"{navn}: Måltal", "maaltal_status", node["enhed_id"], scope)
    for niveau in {node["niveau"] for node in noder}:
        for periode in PERIODER:
            for raekke in scope.rows("sammenlign", niveau=niveau, periode=periode).iter_rows(named=True):
                yield Vist(f"{navn}: Sammenlign", raekke["enhedsnavn"], periode, tal(raekke["sygedage"]))
    udvikling = scope.rows("udvikling", noder=[n["enhed_id"] for n in noder], periodetype="kvartal", vindue="rullende")
    for raekke in udvikling.iter_rows(named=True):
        yield Vist(f"{navn}: Udvikling", raekke["enhedsnavn"], raekke["periode"], tal(raekke["sygedage"]))
    alle = scope.rows("noegletal_liste", periodetype="kvartal", periode=None, enhedsnr=None, niveau=None)
    yield from (
        read_raekke(f"{navn}: Datagrundlag", raekke["periode"], raekke) for raekke in alle.iter_rows(named=True)
    )


def read_liste(flade: str, model: str, enhed_id: int, scope: Scope) -> Iterator[Vist]:
    for periode in PERIODER:
        for raekke in scope.rows(model, enhed_id=enhed_id, periode=periode).iter_rows(named=True):
            yield read_raekke(flade, periode, raekke)


def read_raekke(flade: str, periode: str, raekke: dict[str, Any]) -> Vist:
    maal, afstand = tal(raekke["maaltal"]), forskel(raekke["afstand_til_maaltal"])
    flyttet = siden(raekke.get("aendring_kvartal"))
    return Vist(flade, raekke["enhedsnavn"], periode, tal(raekke["sygedage"]), maal, afstand, flyttet)


def read_udgivne(flade: str, node: dict[str, Any], scope: Scope) -> Iterator[Vist]:
    for raekke in scope.rows("udgivne_liste", enhed_id=node["enhed_id"]).iter_rows(named=True):
        yield Vist(flade, node["enhedsnavn"], raekke["periode"], tal(raekke["sygedage"]), tal(raekke["maaltal"]))
    for raekke in scope.rows("udgivne_boern", enhed_id=node["enhed_id"]).iter_rows(named=True):
        yield Vist(flade, raekke["enhedsnavn"], KVARTAL, tal(raekke["sygedage"]), tal(raekke["maaltal"]))


def read_bilag(fil: Path) -> Iterator[Vist]:
    raekker = list(openpyxl.load_workbook(fil)["Tal"].iter_rows(values_only=True))
    hoved = [str(celle) for celle in raekker[0]]
    for raekke in raekker[1:]:
        felt = dict(zip(hoved, raekke, strict=True))
        navn = str(felt["Enhed"]).strip()
        maal, afstand = tal(felt["Måltal"]), forskel(felt["Afstand"])
        yield Vist(
            fil.name, navn, KVARTAL, tal(felt[periode_med_ord(KVARTAL)]), maal, afstand, siden(felt["Ændring, kvartal"])
        )
        for periode in ("2025K1", "2024K2"):
            if isinstance(felt[periode_med_ord(periode)], float):
                yield Vist(fil.name, navn, periode, tal(felt[periode_med_ord(periode)]))


def read_praesentation(fil: Path) -> Iterator[Vist]:
    """The charts, and every text: titles, notes, alternatives."""
    for nr, side in enumerate(Presentation(str(fil)).slides):
        flade = f"{fil.name}, side {nr + 1}"
        for form in side.shapes:
            serier = {s.name: list(s.values) for p in form.chart.plots for s in p.series} if form.has_chart else {}
            navne = [str(navn) for navn in form.chart.plots[0].categories] if serier else []
            rater = serier.get(tekster.ENHED_FOR_NYTAL["pr_medarbejder"])
            if rater is not None:
                for navn, rate, maal in zip(navne, rater, serier[tekster.MAALTAL], strict=True):
                    [(rent, afstand)] = MED_AFSTAND.findall(navn)
                    yield Vist(flade, rent, KVARTAL, tal(rate), tal(maal), afstand)
            for titel, egne in serier.items():
                if titel.startswith("Ændring siden"):
                    for navn, flyttet in zip(navne, egne, strict=True):
                        yield Vist(flade, navn, KVARTAL, None, aendring=siden(flyttet))
        yield from read_ord(flade, side.notes_slide.notes_text_frame.text)


def read_ord(flade: str, tekst: str) -> Iterator[Vist]:
    """ "… faldet med 0,9 dag pr. medarbejder i X, med … i Y", "… ikke mere, end tilfældet kan forklare, i nogen af
    afdelingerne: X (−0,9) og Y (+0,2)" and "X har flest (16,2), Y færrest (7,7)".
    """
    for saetning in re.split(r"\. (?=[A-ZÆØÅ])|\n", tekst):
        fortegn = "+" if "steget" in saetning else "−"
        for dage, navn in BEVAEGELSE.findall(saetning):
            yield Vist(flade, navn, KVARTAL, None, aendring=fortegn + dage)
        if "kan forklare" in saetning:
            for navn, flyttet in GRAA.findall(saetning.split(": ", 1)[-1]):
                yield Vist(flade, navn, KVARTAL, None, aendring=flyttet)
        for hoejest, mest, lavest, mindst in YDERST.findall(saetning):
            yield from (Vist(flade, hoejest, KVARTAL, mest), Vist(flade, lavest, KVARTAL, mindst))


@pytest.fixture(scope="module")
def alle(demo_database: Path, scopes: dict[str, Scope], status: tuple[Path, Svar], eksport: Path) -> list[Vist]:
    ud = list(read_kommandolinje(demo_database))
    for navn, scope in scopes.items():
        ud += read_sider(navn, scope)
    for fil in (*status[0].glob("bilag-[ae]*.xlsx"), *eksport.glob("bilag-[ae]*.xlsx")):  # by afdeling and by enhed
        ud += read_bilag(fil)
    sagen = Document(str(status[0] / f"status-{KVARTAL}.docx"))
    for afsnit in sagen.paragraphs:
        ud += read_ord("sagen", afsnit.text)
    for raekke in sagen.tables[0].rows[1:]:
        navn, rate, flyttet, _, maal, afstand = [celle.text for celle in raekke.cells]
        ud.append(Vist("sagen", navn, KVARTAL, rate, maal.rstrip("*"), afstand, flyttet))
    for mappe in (status[0], eksport):
        ud += read_ord("figurer.md", (mappe / "figurer" / "figurer.md").read_text("utf-8"))
    return ud + list(read_praesentation(eksport / f"sygefravaer-{KVARTAL}.pptx"))


def find_uenige(alle: list[Vist], felt: str) -> list[str]:
    """Unit and quarter with two readings, and where each stands."""
    laest: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for vist in alle:
        vaerdi = getattr(vist, felt)
        if vaerdi is not None and not vist.navn.startswith(PULJE):
            laest[vist.navn, vist.periode][vaerdi].add(vist.flade)
    uenige = {noegle: egne for noegle, egne in laest.items() if len(egne) > 1}
    return [
        f"{navn}, {periode}: {vaerdi} står på {', '.join(sorted(flader)[:3])}"
        for (navn, periode), egne in uenige.items()
        for vaerdi, flader in egne.items()
    ]


@pytest.mark.parametrize("felt", ["sygedage", "maaltal", "afstand", "aendring"])
def test_every_unit_has_one_figure_in_every_quarter_wherever_it_stands(felt: str, alle: list[Vist]) -> None:
    assert find_uenige(alle, felt) == []


def test_every_afdeling_stands_on_every_surface_of_the_whole(alle: list[Vist], scopes: dict[str, Scope]) -> None:
    """Else nothing would be held against anything: three områder and six afdelinger; the seventh has closed."""
    noder = scopes["hr 81000"].rows("noegletal_liste", **NYESTE, niveau=None).filter(~pl.col("er_nedlagt"))
    afdelinger = noder.filter(pl.col("niveau").is_in(["område", "afdeling"]))["enhedsnavn"].to_list()
    hele = ("kommandolinjen", "hr 81000: ", "chef 81000: ", "aggregat 81000: ", "bilag-", "sagen")
    flader = {vist.flade for vist in alle if vist.flade.startswith(hele)}
    staar = {(vist.navn, vist.flade) for vist in alle if vist.periode == KVARTAL}
    assert (len(afdelinger), len(flader) > 15) == (9, True)
    assert {vist.navn for vist in alle if vist.flade == "sagen"} == {*afdelinger, "Eksempel Kommune"}
    assert [(navn, flade) for navn in afdelinger for flade in sorted(flader) if (navn, flade) not in staar] == []


def test_a_closed_unit_has_no_line_outside_a_scope(alle: list[Vist], scopes: dict[str, Scope]) -> None:
    noder = scopes["hr 81000"].rows("noegletal_liste", **NYESTE, niveau=None)
    nedlagte = noder.filter("er_nedlagt")["enhedsnavn"].to_list()
    assert nedlagte == ["Intern Rengøring & Kantine"]
    udenfor = [vist for vist in alle if vist.flade.startswith(("aggregat", "bilag-", "sygefravaer-"))]
    assert {vist.navn for vist in udenfor} & set(nedlagte) == set()


def test_the_slides_count_those_above_their_maaltal_as_the_pages_do(alle: list[Vist], eksport: Path) -> None:
    afstande = {
        vist.navn: vist.afstand for vist in alle if vist.flade == f"bilag-afdelinger-{KVARTAL}.xlsx" and vist.afstand
    }
    for navn in ("Eksempel Kommune", "By, Kultur, Miljø & Beskæftigelse", "Børn, Sundhed & Velfærd"):
        del afstande[navn]  # the slide is about the afdelinger
    over = sum(afstand.startswith("+") for afstand in afstande.values())
    titler = [side.shapes.title.text for side in Presentation(str(eksport / f"sygefravaer-{KVARTAL}.pptx")).slides]
    assert f"{over} af {len(afstande)} afdelinger ligger over deres måltal" in [t.split(",")[0] for t in titler]


def test_who_sees_a_unit_exactly_is_not_shown_its_published_form_beside_it(tmp_path: Path) -> None:
    database = tmp_path / "tal.duckdb"
    build_warehouse(write_leverance(TO_OMRAADER, tmp_path / "leverance"), database, indstillinger=load_indstillinger())
    udgivet = open_as(database, ("aggregat", 1)).rows("udgivne_boern", enhed_id=1)["enhedsnavn"].to_list()
    assert len(udgivet) == 2
    for roller in ([("hr", 1)], [("leder", 10), ("aggregat", 1)], [("chef", 10), ("aggregat", 1)]):
        scope = open_as(database, *roller)
        for viste in (
            scope.rows("noder")["enhedsnavn"].to_list(),
            scope.rows("sammenlign", niveau="område", periode=KVARTAL)["enhedsnavn"].to_list(),
        ):
            assert sorted(navn for navn in viste if navn in udgivet) == sorted(udgivet), roller
