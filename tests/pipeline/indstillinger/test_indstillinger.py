"""The configuration and the list of fraværsarter: what HR edits is read strictly, and blamed on the right file."""

from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.mapper import shipped_folder
from pipeline.tekster import faelles as tekster
from tests.conftest import Standser, byg, write_indstillinger

HOVED = "kode;tekst;er_sygefravaer;delvis;begrundelse"
ULAESELIG = tekster.FRAVAERSARTER_ULAESELIGE.format(fil="fravaersarter.csv")


def write_arter(mappe: Path, indhold: bytes) -> Path:
    (write_indstillinger(mappe).parent / "fravaersarter.csv").write_bytes(indhold)
    return mappe / "sygefravaer.toml"


def test_a_code_that_stands_twice_stops_because_it_would_count_twice(kilde: Path, assert_standser: Standser) -> None:
    egne = (shipped_folder("config") / "fravaersarter.csv").read_text(encoding="utf-8")
    fil = write_arter(kilde.parent / "egne", f"{egne}sy;Sygdom;ja;nej;igen\n".encode())
    saetning = tekster.FRAVAERSARTER_GENTAGNE.format(fil="fravaersarter.csv", koder="SY")
    assert_standser(kilde, saetning, "den samme mere end én gang: SY.", "--konfiguration", fil)


@pytest.mark.parametrize(
    "indhold",
    [
        f"{HOVED}\nSY;Sygdom på dage;ja;nej;å\n".encode("cp1252"),
        f"{HOVED}\nSY;Sygdom;ja;nej;x\n".replace(";", ",").encode(),
        f"{HOVED}\nSY;Sygdom;måske;nej;x\n".encode(),
        f"{HOVED}\nSY;Sygdom;ja\n".encode(),
        f"{HOVED}\n;Sygdom;ja;nej;x\n".encode(),
    ],
    ids=["cp1252", "komma", "måske", "for kort", "uden kode"],
)
def test_a_list_of_fravaersarter_that_cannot_be_read_is_named_itself(indhold: bytes, tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        load_indstillinger(write_arter(tmp_path, indhold))
    assert str(fejl.value) == ULAESELIG


@pytest.mark.parametrize(
    ("fra", "til", "noegle"),
    [
        ('tekst = ["Tekst"]', 'tekst = ["Tekst"]', None),
        ('fra = ["Fra"]', 'fra = ["Fra"]\nfoo = ["Bar"]', "enhedsskift.foo"),
        ('fra = ["Fra"]', 'fra = ["Fra"]\n\n[kolonner.noget]\nx = ["y"]', "noget.x"),
        ('fra = ["Fra"]\n', "", "enhedsskift.fra"),
    ],
    ids=["uændret", "ukendt kolonne", "ukendt tabel", "manglende kolonne"],
)
def test_the_columns_of_the_configuration_are_the_programs_own(
    fra: str, til: str, noegle: str | None, tmp_path: Path
) -> None:
    fil = write_indstillinger(tmp_path) if noegle is None else write_indstillinger(tmp_path, (fra, til))
    if noegle is None:
        assert load_indstillinger(fil).kolonner["enhedsskift"]["fra"] == ("Fra",)
    else:
        with pytest.raises(Brugerfejl) as fejl:
            load_indstillinger(fil)
        assert str(fejl.value) == tekster.INDSTILLINGER_FORKERTE.format(fil="sygefravaer.toml", noegler=noegle)


def test_a_new_database_is_its_owners_alone_and_keeps_the_rights_it_is_given(kilde: Path, tmp_path: Path) -> None:
    database = tmp_path / "ny" / "sygefravaer.duckdb"
    assert byg(kilde, database).kode == 0
    assert database.stat().st_mode & 0o777 == 0o600
    database.chmod(0o640)
    assert byg(kilde, database).kode == 0
    assert database.stat().st_mode & 0o777 == 0o640
