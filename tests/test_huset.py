"""The floors of the house: a room reads only rooms that lie below it (docs/arkitektur.md)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJEKT

GULVE: tuple[frozenset[str], ...] = tuple(
    frozenset(f"pipeline.{rum}" if rum != "app" else rum for rum in gulv.split())
    for gulv in (
        "fejl mapper",
        "tekster",
        "indstillinger diskretion",
        "database readers",
        "lager",
        "port report byg",
        "proev",
        "status",
        "opfoelgning afstemning",
        "kvartal",
        "kommandolinje app",
    )
)
"""From the ground up; rooms on one floor do not read each other."""

SIDERS_TEKSTER = {"pipeline.tekster.dashboard", "pipeline.tekster.status", "pipeline.tekster.besked"}


def room_of(modul: str) -> str:
    return ".".join(modul.split(".")[: 1 if modul.startswith("app") else 2])


def floor_of(rum: str) -> int:
    return next(nr for nr, gulv in enumerate(GULVE) if rum in gulv)


def list_moduler() -> Iterator[tuple[str, ast.Module]]:
    for mappe in ("app", "pipeline"):
        for fil in sorted((PROJEKT / mappe).rglob("*.py")):
            dele = fil.relative_to(PROJEKT).with_suffix("").parts
            yield ".".join(dele).removesuffix(".__init__"), ast.parse(fil.read_text(encoding="utf-8"))


def list_importer(trae: ast.Module) -> Iterator[str]:
    """Whole names of the project's own modules, wherever in the file they are imported, `import_module` included."""
    for led in ast.walk(trae):
        if isinstance(led, ast.Import):
            yield from (navn.name for navn in led.names)
        elif isinstance(led, ast.ImportFrom) and led.module:
            yield from (f"{led.module}.{navn.name}" for navn in led.names)


def list_arrows() -> list[tuple[str, str, str]]:
    """Module, its room, the room it reads."""
    pile = []
    for modul, trae in list_moduler():
        for maal in list_importer(trae):
            if maal.split(".")[0] in ("app", "pipeline") and room_of(maal) != room_of(modul):
                pile.append((modul, room_of(modul), room_of(maal)))
    return pile


def test_every_module_lies_in_a_room_with_a_floor():
    alle = {room_of(modul) for modul, _ in list_moduler()} - {"pipeline"}
    assert alle == frozenset[str]().union(*GULVE)


def test_arrows_run_down_only():
    op = [f"{modul} → {til}" for modul, fra, til in list_arrows() if floor_of(til) >= floor_of(fra)]
    assert op == []


def test_no_circle_of_modules():
    moduler = {modul for modul, _ in list_moduler()}
    graf = {
        modul: {m for navn in list_importer(trae) for m in (navn, navn.rpartition(".")[0]) if m in moduler} - {modul}
        for modul, trae in list_moduler()
    }
    assert list(find_circles(graf)) == []


def test_no_circle_in_the_demos_generator():
    mappe = PROJEKT / "sample_data" / "generator"
    graf = {
        fil.stem: {
            navn.removeprefix("generator.").split(".")[0]
            for navn in list_importer(ast.parse(fil.read_text(encoding="utf-8")))
            if navn.startswith("generator.")
        }
        for fil in sorted(mappe.glob("*.py"))
    }
    assert list(find_circles(graf)) == []


def find_circles(graf: dict[str, set[str]]) -> Iterator[str]:
    """The modules that reach themselves."""
    for start in graf:
        naaet, kant = set[str](), set(graf[start])
        while kant:
            naaet |= kant
            kant = {videre for navn in kant for videre in graf.get(navn, set())} - naaet
        if start in naaet:
            yield start


def loaded_with(modul: str) -> set[str]:
    program = f"import sys, {modul}; print('\\n'.join(sys.modules))"
    ud = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJEKT)
    return set(ud.stdout.split())


def test_a_build_begins_before_what_reads_frames_and_draws_tables_is_loaded():
    indlaest = loaded_with("pipeline.kommandolinje.udfoer_byg")
    assert "pipeline.byg.warehouse" in indlaest
    assert indlaest & {"polars", "rich", "lxml", "holidays", "alembic", "pandas"} == set()


def test_a_build_is_put_in_use_without_the_solver_of_the_judge():
    indlaest = loaded_with("pipeline.kvartal.ibrug")
    assert "pipeline.port.dom_over_adgang" in indlaest
    assert indlaest & {"scipy", "pipeline.port.dommer"} == set()


def test_the_gate_opens_without_a_reader_or_a_pages_text():
    indlaest = loaded_with("pipeline.port.scope")
    assert "pipeline.port.scope" in indlaest
    assert {m for m in indlaest if m.startswith(("pipeline.readers", "pipeline.byg")) or m in SIDERS_TEKSTER} == set()


def test_only_the_command_line_prints():
    def prints(trae: ast.Module) -> bool:
        return any(
            isinstance(led, ast.Call)
            and (
                (isinstance(led.func, ast.Name) and led.func.id in ("print", "Console"))
                or (isinstance(led.func, ast.Attribute) and led.func.attr == "Console")
            )
            for led in ast.walk(trae)
        )

    assert [
        modul for modul, trae in list_moduler() if prints(trae) and not modul.startswith("pipeline.kommandolinje")
    ] == []


TALORD = re.compile(
    r"\b(?:30|tredive|5,0|0,9|90)\b[^.{}]{0,12}\b(?:kalenderdage|dage|dagsværk|sygedage|pct)\b|under fem sygedage", re.I
)
"""A definition's number written out in a text, where the build's own should stand."""


def list_texts(fil: Path) -> Iterator[tuple[int, str]]:
    for led in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
        if isinstance(led, ast.Constant) and isinstance(led.value, str):
            yield led.lineno, led.value


@pytest.mark.parametrize("fil", sorted((PROJEKT / "pipeline" / "tekster").glob("*.py")), ids=lambda fil: fil.stem)
def test_no_text_states_a_definitions_number_itself(fil: Path):
    assert [
        f"{fil.name}:{linje}: {fund[0]}" for linje, tekst in list_texts(fil) if (fund := TALORD.search(tekst))
    ] == []
