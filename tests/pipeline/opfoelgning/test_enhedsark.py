"""The page about a unit: of the scope's figures alone, one page, Danish, nobody's name; for MED of published ones."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pypdfium2
import pytest

from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.indsatser import NyIndsats, add_indsats
from pipeline.lager.log import Haendelse
from pipeline.lager.skema import HOEJST_TEGN
from pipeline.opfoelgning.enhedsark import Enhedsark, describe_opfoelgning, make_enhedsark
from pipeline.opfoelgning.enhedsark_med import make_medark
from pipeline.opfoelgning.enhedsarkfil import UDGAVER, why_no_ark, write_enhedsark
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.report.visninger import view_figur_1
from pipeline.status.bilag import make_bilag, write_bilag_xlsx
from pipeline.status.grundlag import read_grundlag
from pipeline.tekster import enhedsark as tekster_ark
from tests.conftest import query, run_sygefravaer
from tests.eksempler import step
from tests.pipeline.opfoelgning.conftest import open_demo
from tests.soegning import found_in

NU = datetime(2025, 7, 16, 12, tzinfo=UTC)
AAVANG, ARKIV = "00081583", "00081451"
NY = NyIndsats(81583, "Ledelse og lederstøtte", date(2025, 5, 1), None, "Leder", "Fast møde hver mandag")
TAL = re.compile(r"[+−±]?\d+(?:\.\d{3})*(?:,\d+)?")


@pytest.fixture
def miljoe(demo_database: Path, tmp_path: Path) -> Iterator[Miljoe]:
    roller = (
        ("hr1", "hr", 81000),
        ("c1", "chef", 81230),
        ("c2", "chef", 81210),
        ("c3", "chef", 81350),
        ("l1", "leder", 81583),
        ("a1", "aggregat", 81000),
    )
    with open_demo(demo_database, tmp_path, roller, nu=NU) as aabnet:
        yield aabnet


def scope_of(miljoe: Miljoe, bruger: str) -> Scope:
    return open_scope(Bruger(bruger), miljoe=miljoe, personer_til="prøve", opfoelgning=True)


def words(ark: Enhedsark) -> str:
    linjer = [*(linje for afsnit in ark.afsnit for linje in afsnit.linjer), *(" ".join(tal) for tal in ark.tal)]
    return "\n".join([ark.enhed, ark.status, *linjer])


def text_of(pdf: bytes) -> tuple[int, str]:
    """Pages, and all they say."""
    dokument = pypdfium2.PdfDocument(pdf)
    sider = [dokument[nr].get_textpage().get_text_range() for nr in range(len(dokument))]
    dokument.close()
    return len(sider), "\n".join(sider)


def test_the_page_says_what_the_units_page_says(miljoe: Miljoe) -> None:
    ark = make_enhedsark(scope_of(miljoe, "hr1"), AAVANG)
    assert list(ark.tal) == [
        ("14,3", "sygedage pr. medarbejder"),
        ("13,0", "måltal; afstand +1,3"),
        ("66", "medarbejdere i gennemsnit"),
        ("39 pct.", "af sygedagene er langtidsfravær"),
    ]
    assert "−0,4 siden sidste kvartal (kan være tilfældigt)." in words(ark)
    assert "Kort: 8,7 sygedage pr. medarbejder. Langt (sygeforløb på 30 kalenderdage eller mere): 5,6." in words(ark)
    assert tekster_ark.OPFOELGNING_INTET in words(ark)  # a store in which nothing has been due
    assert tekster_ark.INDSATSER_INGEN in words(ark)


@dataclass(frozen=True)
class Ledere:
    """A scope that shows one leder by herself, twelve months together and one of them."""

    def rows(self, _: str) -> pl.DataFrame:
        tal = {"antal_talt": 277, "antal_i_tide": 221, "antal_aabne": 11, "antal_overskredne": 1_010}
        return pl.DataFrame(
            [{"enhedsnr": AAVANG, "maaned": maaned, **tal} for maaned in (None, date(2025, 6, 1))],
            schema_overrides={"maaned": pl.Date},
        )


def test_the_follow_up_is_that_of_the_units_leder_and_of_no_other() -> None:
    """221 of 277 are 79.8 per cent."""
    [linje] = describe_opfoelgning(Ledere(), AAVANG).linjer  # type: ignore[arg-type]
    assert linje == (
        "221 af 277 forfaldne opfølgninger er håndteret i tide (80 pct.). 11 er åbne nu, 1.010 er over fristen."
    )
    assert list(describe_opfoelgning(Ledere(), ARKIV).linjer) == [tekster_ark.OPFOELGNING_INGEN]  # type: ignore[arg-type]


def test_a_change_that_is_a_signal_is_said_in_words(miljoe: Miljoe) -> None:
    ark = make_enhedsark(scope_of(miljoe, "hr1"), "00081000")
    assert "−0,7 siden sidste kvartal: et fald, der er større end tilfældigt." in words(ark)
    assert "* Afledt: gennemsnit af enhedernes egne måltal, vægtet med deres medarbejdere." in words(ark)


def test_the_leader_the_chef_and_hr_get_the_unit_and_another_chef_gets_the_nothing_of_a_unit_there_is_not(
    miljoe: Miljoe,
) -> None:
    for bruger in ("hr1", "c1", "l1"):
        assert why_no_ark(scope_of(miljoe, bruger), AAVANG, "indvendig") == ""
    for bruger in ("c2", "c3", "a1"):
        scope = scope_of(miljoe, bruger)
        assert why_no_ark(scope, AAVANG, "indvendig") == "Enheden 00081583 findes ikke."
        assert why_no_ark(scope, "99999999", "indvendig") == "Enheden 99999999 findes ikke."


def test_a_chefs_page_has_no_figure_her_scope_does_not_show(miljoe: Miljoe) -> None:
    """Of Åvang a chef is not shown short and long absence by themselves; hr is."""
    hr, chef = (make_enhedsark(scope_of(miljoe, bruger), AAVANG) for bruger in ("hr1", "c1"))
    assert [navn for _, navn in chef.tal] == [navn for _, navn in hr.tal if navn != tekster_ark.LANGTIDSANDEL]
    assert "Kort: 8,7" in words(hr)
    assert "8,7" not in words(chef)
    assert "Kort og langt fravær vises ikke hver for sig" in words(chef)


def test_a_unit_that_is_pooled_has_no_page_and_neither_has_the_pool(miljoe: Miljoe) -> None:
    [(over,)] = query(miljoe.database, "select overordnet_id from enheder where enhed_id = 81451")
    seed_adgang(miljoe.lager, [NyRaekke("c9", "c9@x.invalid", "chef", over, date(2020, 1, 1), "Prøve")], [])
    scope = scope_of(miljoe, "c9")
    assert "Lokalarkivet: enheden vises ikke for sig selv" in why_no_ark(scope, ARKIV, "indvendig")
    [pulje] = scope.rows("noder").filter(pl.col("enhed_id") < -1)["enhedsnr"].to_list()[:1]
    assert "flere enheder vist samlet" in why_no_ark(scope, pulje, "indvendig")
    assert why_no_ark(scope_of(miljoe, "hr1"), ARKIV, "indvendig") == ""
    assert "ikke en af de enheder, kommunen offentliggør tal for" in why_no_ark(scope_of(miljoe, "hr1"), ARKIV, "med")


@pytest.mark.langsom
def test_a_unit_of_the_demo_has_one_page_with_danish_numbers_and_no_employee(
    miljoe: Miljoe, demo_database: Path
) -> None:
    """Those of hr, who sees most; with as much agreed as there is room for. Every eighth unit, all in `make bench`."""
    for enhed_id in (81000, 81583, 81451):
        for kategori in ("Trivsel og psykisk arbejdsmiljø", "Fysisk arbejdsmiljø og hjælpemidler") * 4:
            ny = replace(NY, enhed_id=enhed_id, kategori=kategori, tekst="W" * 60 + " " + "å" * (HOEJST_TEGN - 61))
            add_indsats(miljoe.lager, ny, Haendelse("c1", "indsats aftalt"), nu=NU)
    scope = scope_of(miljoe, "hr1")
    navne = [navn.encode() for (navn,) in query(demo_database, "select navn from navne where length(navn) > 8")]
    numre = [nr for nr in scope.rows("enheder_liste")["enhedsnr"] if not why_no_ark(scope, nr, "indvendig")]
    assert len(numre) > 120
    for nr in {"00081000", AAVANG, ARKIV} | set(numre[:: step(8)]):
        pdf = write_enhedsark(make_enhedsark(scope, nr), scope, "indvendig")
        sider, tekst = text_of(pdf)
        assert sider == 1, nr
        assert b"<pdfuaid:part>1" in pdf
        assert "DEMO" in tekst
        assert found_in(tekst.encode(), navne) == set()
        assert re.findall(r"\d\.\d(?!\d)", re.sub(r"\d\. k", "", tekst)) == [], nr  # a decimal point


def test_what_is_agreed_stands_on_the_page_as_it_was_written_until_it_is_ended(miljoe: Miljoe) -> None:
    tekst = '=1+1 #emph[x] <b>y</b> *z* "q" \\ $a$ @se'
    add_indsats(miljoe.lager, replace(NY, tekst=tekst), Haendelse("c1", "indsats aftalt"), nu=NU)
    scope = scope_of(miljoe, "l1")
    _, paa_siden = text_of(write_enhedsark(make_enhedsark(scope, AAVANG), scope, "indvendig"))
    assert tekst in " ".join(paa_siden.split())
    assert "Ledelse og lederstøtte" in paa_siden
    assert "indtil videre" in paa_siden


def test_what_is_over_is_not_on_the_page_and_five_at_most_are(miljoe: Miljoe) -> None:
    """The day of the demo is 16 July 2025."""
    for til in (date(2025, 7, 15), date(2025, 7, 16), None, None, None, None, None):
        add_indsats(miljoe.lager, replace(NY, til=til), Haendelse("c1", "indsats aftalt"), nu=NU)
    afsnit = make_enhedsark(scope_of(miljoe, "l1"), AAVANG).afsnit[-1]
    assert len(afsnit.raekker) == 5
    assert list(afsnit.linjer) == ["Her vises de 5 nyeste af 6."]


def test_what_is_agreed_is_marked_on_the_figure_in_the_quarter_it_begins_in_for_whom_it_is(miljoe: Miljoe) -> None:
    """One in the second quarter, two in the first, one after the newest, which is in words alone."""
    for fra, kategori in (
        (date(2025, 6, 30), "Andet"),
        (date(2025, 1, 1), "Andet"),
        (date(2025, 3, 31), "Ledelse og lederstøtte"),
        (date(2025, 7, 1), "Arbejdstilrettelæggelse"),
    ):
        add_indsats(miljoe.lager, replace(NY, fra=fra, kategori=kategori), Haendelse("c1", "indsats aftalt"), nu=NU)
    visning = view_figur_1(scope_of(miljoe, "l1"), {"enhed": "81583"})
    assert visning.spec is not None
    maerker = visning.spec["layer"][-1]
    assert maerker["mark"]["shape"] == "triangle-down"
    assert {raekke["kvartal"]: raekke["beskrivelse"] for raekke in maerker["data"]["values"]} == {
        "1. kv.\n2025": "1. kvartal 2025, indsats begyndt: Andet, Ledelse og lederstøtte",
        "2. kv.\n2025": "2. kvartal 2025, indsats begyndt: Andet",
    }
    assert visning.note == (
        "▼ Aftalt for enheden: Andet (fra 01.01.2025), Ledelse og lederstøtte (fra 31.03.2025), "
        "Andet (fra 30.06.2025), Arbejdstilrettelæggelse (fra 01.07.2025)."
    )
    for bruger, enhed in (("l1", "81583"), ("c2", "81511"), ("c1", "81230")):
        egen = view_figur_1(scope_of(miljoe, bruger), {"enhed": enhed})
        assert ("▼" in egen.note) == (enhed == "81583")


def test_twice_the_same_page_is_the_same_bytes(miljoe: Miljoe) -> None:
    scope = scope_of(miljoe, "hr1")
    for udgave, lav in UDGAVER.items():
        ark = lav(scope, AAVANG)
        assert write_enhedsark(ark, scope, udgave) == write_enhedsark(ark, scope, udgave)


def published(scope: Scope) -> dict[str, set[str]]:
    """By group the numbers of its row in the release's bilag per enhed, as they read, and those of its headings."""
    grundlag = read_grundlag(scope, kvartal="2025K2", er_demo=True)
    [bilag] = [bilag for bilag in make_bilag(grundlag) if bilag.navn == "enheder"]
    tabel = pl.read_excel(io.BytesIO(write_bilag_xlsx(bilag)), sheet_name="Tal")
    navne = tabel["Enhed"].str.strip_chars(" \u2003").to_list()
    hoved = set(TAL.findall(" ".join([*tabel.columns, *bilag.noter])))
    ud: dict[str, set[str]] = {}
    for navn, raekke in zip(navne, bilag.raekker, strict=True):
        assert raekke["navn"] == navn
        celler = {vaerdi.tekst for _, vaerdi in replace(bilag, raekker=(raekke,)).values()}
        ud[navn] = {tal.lstrip("+−±") for celle in celler for tal in TAL.findall(celle)} | hoved
    return ud


@pytest.mark.langsom
def test_every_number_of_the_page_for_med_stands_in_the_published_tables_of_the_quarter(miljoe: Miljoe) -> None:
    """In the text and in what the chart tells a screen reader; of every eighth unit published by itself."""
    scope = scope_of(miljoe, "hr1")
    udgivet = published(scope)
    numre = [nr for nr in scope.rows("enheder_liste")["enhedsnr"] if not why_no_ark(scope, nr, "med")]
    assert len(numre) == 106  # 119 groups, of which ten are pools and three a unit's "fælles"
    for nr in numre[:: step(8)]:
        ark = make_medark(scope, nr)
        sider, tekst = text_of(write_enhedsark(ark, scope, "med"))
        alt_tekster = [afsnit.visning.saetning for afsnit in ark.afsnit if afsnit.visning is not None]
        uden_kilde = "\n".join([tekst.partition("Udtræk fra OPUS")[0], *alt_tekster]).replace(ark.enhed, "")
        assert sider == 1
        assert {tal.lstrip("+−±") for tal in TAL.findall(uden_kilde)} <= udgivet[ark.enhed], ark.enhed


def test_the_page_for_med_tells_nothing_a_published_row_does_not(miljoe: Miljoe) -> None:
    ark = make_medark(scope_of(miljoe, "a1"), AAVANG)
    assert list(ark.tal) == [
        ("14,3", "sygedage pr. medarbejder"),
        ("13,0", "måltal; afstand +1,3"),
        ("65", "medarbejdere, omkring"),
    ]
    add_indsats(miljoe.lager, NY, Haendelse("c1", "indsats aftalt"), nu=NU)
    assert NY.tekst not in words(make_medark(scope_of(miljoe, "hr1"), AAVANG))
    assert "opfølgning" not in words(ark).lower()


def test_who_sees_a_unit_exactly_is_given_no_published_form_of_it(miljoe: Miljoe) -> None:
    assert why_no_ark(scope_of(miljoe, "c1"), AAVANG, "med") != ""
    assert why_no_ark(scope_of(miljoe, "l1"), AAVANG, "med") != ""
    assert why_no_ark(scope_of(miljoe, "a1"), AAVANG, "med") == ""
    assert why_no_ark(scope_of(miljoe, "hr1"), AAVANG, "med") == ""


def test_hr_writes_one_page_or_all_of_an_edition(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kommando(*ord_: str) -> str:
        svar = run_sygefravaer("ark", *ord_, "--database", demo_database, "--ud", tmp_path / "ark")
        return svar.ud if svar.kode == 0 else svar.fejl

    assert kommando("--enhed", "81583") == "Skrevet i mappen ark: 1 enhedsark.\n"
    assert kommando("--enhed", "81451", "--udgave", "med").startswith("Fejl: Der er intet MED-ark for Lokalarkivet")
    assert kommando("--enhed", "99999") == "Fejl: Enheden 99999 findes ikke i databasen.\n"
    assert kommando() == f"Fejl: {tekster_ark.CLI_HVILKE}\n"
    assert kommando("--enhed", "81583", "--alle") == f"Fejl: {tekster_ark.CLI_HVILKE}\n"
    assert [fil.name for fil in (tmp_path / "ark").iterdir()] == ["enhedsark_00081583_2025K2.pdf"]
    monkeypatch.setattr("pipeline.kommandolinje.udfoer_ark.write_enhedsark", lambda *_: b"%PDF")
    ud = kommando("--alle", "--udgave", "med")
    assert ud.splitlines()[0] == "Skrevet i mappen ark: 106 enhedsark."
    assert len(list((tmp_path / "ark").glob("medark_*.pdf"))) == 106
