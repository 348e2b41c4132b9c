"""docs/leverance.md quotes the program: what it quotes is said, and what can be said of a delivery is there."""

import re
import tomllib
from collections.abc import Mapping
from types import ModuleType

import pytest

from pipeline.tekster import faelles, filer, former, stop
from tests.conftest import PROJEKT

SIDEN = (PROJEKT / "docs" / "leverance.md").read_text(encoding="utf-8")
CITATER = [
    *re.findall(r"^> (.+)$", SIDEN, re.MULTILINE),
    *re.findall(r"^\| »(.+?)« \|", SIDEN, re.MULTILINE),
]
GRUNDE_IKKE_TIL_HR = {"tom linje", "uden tekst", "i alt", "resultat", "delsum", "overskrifter midt i listen"}


def texts(modul: ModuleType, *begyndelser: str) -> Mapping[str, str]:
    """The whole sentences of a text module whose names begin so."""
    return {
        navn: tekst
        for navn, tekst in vars(modul).items()
        if isinstance(tekst, str) and navn.startswith(begyndelser) and tekst.endswith(".")
    }


STOP = {
    **stop.STOP,
    **texts(faelles, "MAPPE_", "FIL_", "KOLONNE_", "UDTRAEKSDATO_", "PERIODE_", "LINJE_", "XML_", "TABEL_", "KONTROL_"),
    **texts(filer, "FIL_", "ZIP_", "ARK_", "LAESER_"),
    **texts(former, "DATO_", "TAL_"),
}
SAGT_MED = {"DISK": faelles.DISK_ELLER_HUKOMMELSE, "ANDEN": faelles.ANDEN_BYGNING, **stop.AFVIGELSE_RAAD}


def reasons() -> set[str]:
    """What a row is rejected for, as the SQL says it with the limit of the configuration; … is the name of a number."""
    kontrol = tomllib.loads((PROJEKT / "config" / "sygefravaer.toml").read_text(encoding="utf-8"))["kontrol"]
    sql = "\n".join(fil.read_text("utf-8") for fil in sorted((PROJEKT / "sql" / "10_staging").glob("*_laest.sql")))
    former_sql = (PROJEKT / "sql" / "00_makroer" / "laes" / "former.sql").read_text(encoding="utf-8")
    skredne = former_sql.split("macro forskydning")[1].split("end;")[0]
    talgrunde = former_sql.split("macro tal_grund")[1].split("end;")[0]
    hele = re.findall(r"\bthen\s+(?:printf\()?'([^']+)'", sql + skredne)
    halve = [f"…{grund}" for grund in re.findall(r"'( er [^']+)'", talgrunde)]
    return {grund.replace("%d", str(kontrol["timer_pr_kalenderdag"])) for grund in hele + halve} - GRUNDE_IKKE_TIL_HR


def pattern(citat: str) -> re.Pattern[str]:
    """A quote as it may stand in a text: … is whatever is there."""
    return re.compile(".*".join(re.escape(del_.strip()) for del_ in citat.split("…")), re.DOTALL)


def is_said_by(citat: str, tekst: str) -> bool:
    return pattern(citat).fullmatch(tekst.strip()) is not None


SIGES = [*STOP.values(), *SAGT_MED.values()]
ADVARSLER = [tekst.removesuffix(": {antal}") for tekst in (*stop.ADVARSLER.values(), faelles.RAPPORT_LPT169)]


@pytest.mark.parametrize("citat", CITATER)
def test_what_the_page_quotes_is_what_the_program_says(citat: str) -> None:
    assert any(is_said_by(citat, tekst) for tekst in (*SIGES, *ADVARSLER, *reasons()))
    assert len(citat.replace("…", "").strip()) > 8


@pytest.mark.parametrize("navn", STOP)
def test_every_stop_is_on_the_page_once(navn: str) -> None:
    assert sum(is_said_by(citat, STOP[navn]) for citat in CITATER) == 1


@pytest.mark.parametrize("saetning", ADVARSLER)
def test_every_warning_is_on_the_page_once(saetning: str) -> None:
    assert CITATER.count(saetning) == 1


def test_every_reason_for_rejecting_a_row_is_on_the_page_once() -> None:
    assert {grund: CITATER.count(grund) for grund in reasons()} == dict.fromkeys(reasons(), 1)
    assert len(reasons()) > 20


def test_ten_things_people_meet_have_a_heading_a_sentence_a_reason_and_a_cure() -> None:
    afsnit = SIDEN.split("\n## Hvad gør jeg, når …\n")[1].split("\n## ")[0].split("\n### … ")[1:]
    assert len(afsnit) == 10
    helt = re.compile(r"^> .*^\*\*Hvorfor\.\*\* .*^\*\*Gør\.\*\* ", re.DOTALL | re.MULTILINE)
    assert [tekst.splitlines()[0] for tekst in afsnit if not helt.search(tekst)] == []
