"""The files docs/drift.md tells one to copy: no key where systemd shows it, and none in a core dump."""

import re
from pathlib import Path

import pytest

from pipeline.database.noegler import NOEGLENAVNE
from tests.conftest import PROJEKT

ENHEDER = sorted((PROJEKT / "drift").glob("*.service"))
HEMMELIGE = (*NOEGLENAVNE, "oidc_hemmelighed", "smtpkode")


def settings(fil: Path) -> list[tuple[str, str]]:
    return re.findall(r"^(\w+)=(.*)$", fil.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("fil", ENHEDER, ids=lambda fil: fil.name)
def test_a_unit_leaves_no_core_dump(fil: Path) -> None:
    assert ("LimitCORE", "0") in settings(fil)


@pytest.mark.parametrize("fil", ENHEDER, ids=lambda fil: fil.name)
def test_a_unit_shows_no_key_in_its_environment(fil: Path) -> None:
    """`systemctl show` and /proc tell the environment; credentials lie in a folder only the service may read."""
    miljoe = [vaerdi.upper() for navn, vaerdi in settings(fil) if navn in ("Environment", "EnvironmentFile")]
    assert [vaerdi for vaerdi in miljoe for navn in HEMMELIGE if vaerdi.startswith(f"SYGEFRAVAER_{navn.upper()}")] == []
    assert "EnvironmentFile" not in {navn for navn, _ in settings(fil)}


def test_the_dashboard_is_given_every_key_and_the_build_those_it_uses() -> None:
    givet = {
        fil.name: {vaerdi.partition(":")[0] for navn, vaerdi in settings(fil) if navn == "LoadCredential"}
        for fil in ENHEDER
    }
    assert givet["sygefravaer.service"] == {*NOEGLENAVNE, "oidc_hemmelighed"}
    assert givet["sygefravaer-byg.service"] == {"noegle", "personnoegle", "lognoegle"}
    assert givet["sygefravaer-fejl.service"] == set()


def test_the_logs_head_lies_outside_the_stores_folder_and_in_one_place_for_both() -> None:
    steder = {
        fil.name: [vaerdi for navn, vaerdi in settings(fil) if "SYGEFRAVAER_LOGHOVED" in vaerdi]
        for fil in ENHEDER
        if fil.name != "sygefravaer-fejl.service"
    }
    assert list(steder.values()) == [["SYGEFRAVAER_LOGHOVED=%S/sygefravaer/loghoved"]] * 2
