"""The repository holds its own rules: SQL, texts, documents, sizes, and what must stand in no file."""

import ast
import re
import string
import subprocess
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path

import pytest

from pipeline.database.laesning import NOEGLETAL_KOLONNER
from pipeline.tekster import stop as tekster_stop
from tests.conftest import PROJEKT
from tests.kommandoer import ALLE, KOMMANDOER, options_of
from tests.vagter import MUTATIONER

SQL = PROJEKT / "sql"
MODELMAPPER = ("10_staging", "20_mellem", "30_noegletal", "35_opfoelgning", "40_udgivelse", "50_visning")
MODELLER = [fil for mappe in MODELMAPPER for fil in sorted((SQL / mappe).rglob("*.sql"))]
OMFANG = sorted(SQL.glob("6?_omfang*/*.sql"))
ALLE_SQL = sorted(SQL.rglob("*.sql"))
STOPREGLER = [fil for mappe in ("19_stop", "29_stop", "39_stop") for fil in sorted((SQL / mappe).glob("*.sql"))]
METODE = PROJEKT / "docs" / "metode.md"
KOMMENTAR = re.compile(r"--[^\n]*")
CTE = re.compile(r"^(\w+) as (?:(?:not )?materialized )?\(", re.MULTILINE)
GRUPPERET_PAA_NUMMER = re.compile(r"\bgroup\s+by\s+(?:all\b|\d)", re.IGNORECASE)
MASKINSTI = re.compile(rb"(?<![\w.~/$}-])/(?:work|home|root|Users|mnt|opt|srv|tmp)/\w")
DELT_MAPPE = b"../" + b"shared"
PAKKEREGISTRE = [
    b".".join(dele) for dele in [(b"pypi", b"org"), (b"pythonhosted", b"org"), (b"npmjs", b"org"), (b"npmjs", b"com")]
] + [b"index" + b"-url", b"artifact" + b"ory"]
KOMMANDO_I_TEKST = re.compile(rf"\bsygefravaer ({'|'.join(KOMMANDOER)})\b([^\n`|]*)")
DOKUMENTER = sorted([PROJEKT / "README.md", *(PROJEKT / "docs").glob("*.md")])
STI_I_TEKST = re.compile(
    r"`((?:[\w.*-]+/)*[\w*-]+\.(?:py|sql|typ|toml|sh)|(?:app|pipeline|sql|tests|tools|config|benchmarks)/(?:[\w.-]+/)*)`"
)
HJAELP = {"-h", "--hjaelp", "--help"}
SQL_I_TEKST = re.compile(r"\bselect\b.*\bfrom\b", re.IGNORECASE | re.DOTALL)


def tracked(endelse: str = "") -> list[Path]:
    """The files git knows and the checkout has."""
    svar = subprocess.run(
        ["git", "-c", f"safe.directory={PROJEKT}", "ls-files", "-z"],
        cwd=PROJEKT,
        capture_output=True,
        check=True,
        text=True,
    )
    filer = [PROJEKT / navn for navn in svar.stdout.split("\0") if navn.endswith(endelse)]
    return [fil for fil in filer if fil.is_file()]


def python_sources(*mapper: str) -> list[Path]:
    return sorted(fil for mappe in mapper for fil in (PROJEKT / mappe).rglob("*.py"))


def name(fil: Path) -> str:
    return fil.relative_to(PROJEKT).as_posix()


def header(fil: Path) -> str:
    """The comment a file begins with."""
    return re.match(r"(?:--[^\n]*\n)*", fil.read_text(encoding="utf-8"))[0]


def without_comments(fil: Path) -> str:
    return KOMMENTAR.sub("", fil.read_text(encoding="utf-8"))


@pytest.mark.parametrize("fil", [*MODELLER, *OMFANG], ids=name)
def test_every_model_states_its_grain(fil: Path) -> None:
    assert re.search(r"\bKorn: \S", header(fil))


def test_there_are_models_to_test() -> None:
    assert [mappe for mappe in MODELMAPPER if not list((SQL / mappe).rglob("*.sql"))] == []
    assert len(MODELLER) > 50
    assert len(OMFANG) > 10


@pytest.mark.parametrize("fil", ALLE_SQL, ids=name)
def test_no_group_is_numbered_or_all(fil: Path) -> None:
    assert GRUPPERET_PAA_NUMMER.findall(without_comments(fil)) == []


def test_no_cte_has_the_name_of_a_model() -> None:
    """The runner orders models by the names they mention."""
    modeller = {fil.stem for fil in MODELLER}
    fundet = {name(fil): sorted(modeller & set(CTE.findall(without_comments(fil)))) for fil in ALLE_SQL}
    assert {fil: navne for fil, navne in fundet.items() if navne} == {}
    assert sum(len(CTE.findall(without_comments(fil))) for fil in ALLE_SQL) > 50


def test_no_two_models_share_a_name() -> None:
    navne = [fil.stem for fil in MODELLER]
    assert sorted(navne) == sorted(set(navne))


def test_every_stop_rule_has_its_sentence_and_every_sentence_its_rule() -> None:
    assert sorted(tekster_stop.STOP) == sorted(fil.stem for fil in STOPREGLER)


@pytest.mark.parametrize("fil", STOPREGLER, ids=name)
def test_what_a_stop_sentence_names_is_a_column_of_its_rule(fil: Path) -> None:
    felter = {felt for _, felt, _, _ in string.Formatter().parse(tekster_stop.STOP[fil.stem]) if felt}
    af_de_andre = {"kur", "raad"}  # said of the reason and of the direction, which are columns
    assert felter - af_de_andre - set(re.findall(r"\w+", without_comments(fil))) == set()


def test_every_warning_has_its_sentence_and_every_sentence_its_warning() -> None:
    advarsler = re.findall(r"'(\w+)' as advarsel\b", without_comments(SQL / "20_mellem" / "advarsler.sql"))
    assert sorted(advarsler) == sorted(tekster_stop.ADVARSLER)


def settings() -> Iterator[tuple[str, object]]:
    """Every key of the configuration but the column names."""
    konfiguration = tomllib.loads((PROJEKT / "config" / "sygefravaer.toml").read_text(encoding="utf-8"))
    for afsnit, noegler in konfiguration.items():
        yield from [(afsnit, noegler)] if afsnit == "kolonner" else noegler.items()


def documented(afsnit: str) -> dict[str, list[str]]:
    """The rows of the tables in a chapter of docs/metode.md by their first cell, which is code."""
    kapitel = METODE.read_text(encoding="utf-8").split(f"\n## {afsnit}\n")[1].split("\n## ")[0]
    linjer = re.findall(r"^\| `(\w+)` \|(.*)\|$", kapitel, re.MULTILINE)
    return {noegle: [celle.strip() for celle in rest.split("|")] for noegle, rest in linjer}


@pytest.mark.parametrize("noegle", [noegle for noegle, _ in settings()] + ["daekket_fra"])
def test_every_setting_has_its_row_in_the_method(noegle: str) -> None:
    *_, betydning = documented("Indstillingerne")[noegle]
    assert betydning != ""


@pytest.mark.parametrize(
    ("noegle", "vaerdi"),
    [par for par in settings() if isinstance(par[1], int | float) and not isinstance(par[1], bool)],
)
def test_the_methods_default_is_the_configurations(noegle: str, vaerdi: float) -> None:
    assert Decimal(documented("Indstillingerne")[noegle][0]) == Decimal(str(vaerdi))


@pytest.mark.parametrize("kolonne", NOEGLETAL_KOLONNER)
def test_every_column_of_the_figures_has_its_row_in_the_method(kolonne: str) -> None:
    betydning, enhed = documented("Kolonnerne i csv")[kolonne]
    assert betydning != ""
    assert enhed != ""


@pytest.mark.parametrize("fil", DOKUMENTER, ids=name)
def test_every_option_in_the_documents_is_one_of_its_command(fil: Path) -> None:
    for kommando, resten in KOMMANDO_I_TEKST.findall(fil.read_text("utf-8")):
        assert set(re.findall(r"(?<![\w-])--[a-z-]+", resten)) - options_of(kommando) == set(), f"{kommando}{resten}"


def test_no_document_names_a_command_there_is_not() -> None:
    """A word after `sygefravaer` in code, where the sentence is the shell's."""
    navne = {ord_ for navn in ALLE for ord_ in navn.split()[:1]}
    fundne = {ord_ for fil in DOKUMENTER for ord_ in re.findall(r"[`$] ?sygefravaer ([a-z]+)", fil.read_text("utf-8"))}
    assert fundne - navne == set()
    assert len(fundne) > 8


@pytest.mark.parametrize("fil", DOKUMENTER, ids=name)
def test_every_path_in_the_documents_exists(fil: Path) -> None:
    """A file may be named by the end of its path; a folder is named from the top. Stars stand for any name."""
    kendte = [f"/{name(kendt)}" for kendt in tracked()]
    stier = STI_I_TEKST.findall(fil.read_text("utf-8"))
    filer = [sti for sti in stier if not sti.endswith("/") and not any(fnmatch(k, f"*/{sti}") for k in kendte)]
    mapper = [sti for sti in stier if sti.endswith("/") and not any(k.startswith(f"/{sti}") for k in kendte)]
    assert filer + mapper == []


def test_the_documents_name_paths() -> None:
    assert sum(len(STI_I_TEKST.findall(fil.read_text("utf-8"))) for fil in DOKUMENTER) > 100


@pytest.mark.parametrize("kommando", KOMMANDOER)
def test_every_command_is_documented_with_every_option(kommando: str) -> None:
    tekst = "\n".join(fil.read_text("utf-8") for fil in DOKUMENTER)
    assert re.search(rf"\bsygefravaer {kommando}\b", tekst)
    assert [tilvalg for tilvalg in options_of(kommando) - HJAELP if tilvalg not in tekst] == []


@pytest.mark.parametrize("ord_", [DELT_MAPPE, *PAKKEREGISTRE], ids=lambda ord_: ord_[:3].decode() + "…")
def test_no_tracked_file_names_a_registry_or_the_shared_folder(ord_: bytes) -> None:
    """The option that keeps addresses out of the lock is no address."""
    ren = {fil: fil.read_bytes().replace(b"--no-emit-" + b"index" + b"-url", b"") for fil in tracked()}
    assert [name(fil) for fil, indhold in ren.items() if ord_ in indhold] == []


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    fundet = {name(fil): MASKINSTI.findall(fil.read_bytes()) for fil in tracked()}
    assert {fil: stier for fil, stier in fundet.items() if stier} == {}


def test_no_module_has_over_400_lines() -> None:
    laengder = {name(fil): len(fil.read_text(encoding="utf-8").splitlines()) for fil in tracked(".py")}
    assert {fil: antal for fil, antal in laengder.items() if antal > 400} == {}
    assert len(laengder) > 50


def test_no_function_has_over_60_lines() -> None:
    lange = {
        f"{name(fil)}:{knude.name}": knude.end_lineno - knude.lineno + 1
        for fil in tracked(".py")
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
        if isinstance(knude, ast.FunctionDef | ast.AsyncFunctionDef) and knude.end_lineno - knude.lineno + 1 > 60
    }
    assert lange == {}


def imported(fil: Path) -> set[str]:
    """The packages a file imports from, anywhere in it."""
    knuder = list(ast.walk(ast.parse(fil.read_text(encoding="utf-8"))))
    hele = {navn.name for knude in knuder if isinstance(knude, ast.Import) for navn in knude.names}
    dele = {knude.module for knude in knuder if isinstance(knude, ast.ImportFrom) and knude.module}
    return {navn.split(".")[0] for navn in hele | dele}


@pytest.mark.parametrize("fil", python_sources("pipeline"), ids=name)
def test_the_pipeline_never_imports_the_app_the_tests_or_the_demo(fil: Path) -> None:
    assert imported(fil) & {"app", "tests", "generator", "benchmarks", "streamlit"} == set()


@pytest.mark.parametrize("fil", python_sources("app"), ids=name)
def test_the_app_writes_no_sql(fil: Path) -> None:
    tekststykker = [
        knude.value
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
        if isinstance(knude, ast.Constant) and isinstance(knude.value, str)
    ]
    assert [tekst for tekst in tekststykker if SQL_I_TEKST.search(tekst)] == []


@pytest.mark.parametrize("fil", python_sources("pipeline", "app"), ids=name)
def test_no_assert_and_no_catch_all_in_what_users_run(fil: Path) -> None:
    """An assert goes away with `-O`, and `except Exception` hides what nobody thought of."""
    knuder = list(ast.walk(ast.parse(fil.read_text(encoding="utf-8"))))
    assert [knude.lineno for knude in knuder if isinstance(knude, ast.Assert)] == []
    fangster = [knude for knude in knuder if isinstance(knude, ast.ExceptHandler)]
    brede = [f for f in fangster if f.type is None or getattr(f.type, "id", "") in ("Exception", "BaseException")]
    assert [fangst.lineno for fangst in brede] == []


def test_every_guard_that_can_be_taken_away_is_where_it_is_said_to_be() -> None:
    """`make vagter` takes each away in turn: one that has moved would be taken for one that was missed."""
    assert [vagt.navn for vagt in MUTATIONER if vagt.fra not in (PROJEKT / vagt.fil).read_text(encoding="utf-8")] == []


def test_every_guard_has_a_name_of_its_own_and_tests_that_exist() -> None:
    """A guard is asked for by its name, and one whose tests have moved would fail for want of them."""
    navne = [vagt.navn for vagt in MUTATIONER]
    assert sorted(navne) == sorted(set(navne))
    assert {fil for vagt in MUTATIONER for fil in vagt.proeve.split() if not (PROJEKT / fil).is_file()} == set()


@pytest.mark.parametrize("sted", ["20_mellem", "30_noegletal", "40_udgivelse", "60_omfang", "readers", "report"])
def test_every_room_of_the_figures_has_guards(sted: str) -> None:
    assert [vagt.navn for vagt in MUTATIONER if f"/{sted}/" in vagt.fil] != []
