"""The code itself: one way to the database, and no way for data around the gate."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJEKT

KILDER = sorted(fil for mappe in ("app", "pipeline") for fil in (PROJEKT / mappe).rglob("*.py"))
AABNER = {
    "pipeline/database/kryptering.py": "attaches, for the two below",
    "pipeline/port/scope.py": "the gate",
    "pipeline/byg/warehouse.py": "the build",
    "pipeline/database/noegleskift.py": "puts the file under another key, and reads none of it",
    "pipeline/byg/filforklaring.py": "an empty one in memory, to judge the columns of one file",
}
FORBUDTE = {"download_button", "image", "audio", "video", "pdf", "logo"}
CACHER = {"cache_data", "cache_resource"}


def name(fil: Path) -> str:
    return fil.relative_to(PROJEKT).as_posix()


def calls(fil: Path) -> Iterator[tuple[str, ast.Call]]:
    """The last name of everything called."""
    for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
        if isinstance(knude, ast.Call):
            funktion = knude.func
            yield getattr(funktion, "attr", getattr(funktion, "id", "")), knude


def opens_a_database(fil: Path) -> bool:
    for navn, kald in calls(fil):
        if navn in ("attach_database", "load_openssl"):
            return True
        if navn == "connect" and getattr(getattr(kald.func, "value", None), "id", "") == "duckdb":
            return True
    return any(
        isinstance(knude, ast.Constant) and isinstance(knude.value, str) and knude.value.lower().startswith("attach ")
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
    )


def test_only_the_build_and_the_gate_open_a_database() -> None:
    assert {name(fil) for fil in KILDER if opens_a_database(fil)} == set(AABNER)


@pytest.mark.parametrize("fil", KILDER, ids=name)
def test_no_file_leaves_by_streamlits_own_road(fil: Path) -> None:
    """What st.download_button and its like are given lies at an address that needs no sign-in."""
    assert [navn for navn, _ in calls(fil) if navn in FORBUDTE] == []


@pytest.mark.parametrize("fil", KILDER, ids=name)
def test_nothing_is_cached_across_users(fil: Path) -> None:
    kilde = fil.read_text(encoding="utf-8")
    assert [navn for navn in CACHER if f"st.{navn}" in kilde] == []


def test_only_the_command_line_acts_as_hr() -> None:
    fundne = {
        name(fil)
        for fil in KILDER
        for navn, kald in calls(fil)
        if navn == "Bruger" and any(ord_.arg == "er_kommandolinje" for ord_ in kald.keywords)
    }
    assert fundne == {"pipeline/kommandolinje/miljoe.py"}


def test_a_user_is_made_of_a_session_and_nothing_else() -> None:
    """Nothing of the address, a header or the page's state says who one is."""
    fundne = {name(fil) for fil in KILDER for navn, _ in calls(fil) if navn == "Bruger"}
    assert fundne == {"app/main.py", "app/sikkerhed/ruter.py", "pipeline/kommandolinje/miljoe.py"}
    laeser = {name(fil) for fil in KILDER if "query_params" in fil.read_text(encoding="utf-8")}
    assert laeser == {
        "app/valg.py",  # which node and period are looked up among those the scope holds
        "app/adresse.py",  # how a table is sorted is looked up among its columns
    }


@pytest.mark.parametrize("fil", [fil for fil in KILDER if fil.is_relative_to(PROJEKT / "app")], ids=name)
def test_the_app_hands_out_no_connection(fil: Path) -> None:
    attributter = {
        knude.attr for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))) if isinstance(knude, ast.Attribute)
    }
    assert attributter & {"_con", "_select"} == set()
