"""The disk: after building, opening and asking, no key and no employee lies anywhere in plain text."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.port.scope import Scope
from tests.conftest import ANSATTE_FIL, COOKIENOEGLE, NAVN, NOEGLE, PERSONNOEGLE, PROJEKT, byg, run_sygefravaer

pytestmark = pytest.mark.langsom

HEMMELIGT = [NOEGLE, PERSONNOEGLE, COOKIENOEGLE, NAVN, "731001"]


def test_nothing_secret_lies_in_files_or_output(kilde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'ud' / 'lager.sqlite'}")
    database = tmp_path / "ud" / "tal.duckdb"
    svar = [byg(kilde, database), run_sygefravaer("noegletal", "--database", database)]
    svar.append(run_sygefravaer("lager", "gem", "--til", tmp_path / "ud" / "kopi.json", "--database", database))
    svar.append(run_sygefravaer("log", "kontrol", "--database", database))
    assert [et.kode for et in svar] == [0, 0, 0, 0]
    filer = [fil for mappe in (temp, tmp_path / "ud") for fil in mappe.rglob("*") if fil.is_file()]
    assert {"tal.duckdb", "lager.sqlite", "kopi.json"} <= {fil.name for fil in filer}
    indhold = b"\n".join(fil.read_bytes() for fil in filer) + "".join(et.ud + et.fejl for et in svar).encode()
    assert [ord_ for ord_ in HEMMELIGT if ord_.encode() in indhold] == []


# Killed when the delivery has been read and nothing of it is loaded.
BYG_OG_DOE = """
import os, signal, sys
from pathlib import Path
from pipeline.byg import warehouse
from tests.conftest import byg
warehouse.load_kildetabeller = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
byg(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("kodning", ["utf-16", "cp1252"])
def test_a_killed_build_leaves_nothing_readable(
    kodning: str, kilde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The encoding is one that DuckDB does not read, so the build must rewrite the text."""
    fil, temp, ud = kilde / ANSATTE_FIL, tmp_path / "temp", tmp_path / "ud"
    hoved, *linjer = fil.read_text(encoding="utf-8").splitlines()
    tekst = "\n".join([f"{hoved};CPR-nr.", *(f"{linje};0101010000" for linje in linjer), ""])
    fil.write_bytes(tekst.replace(NAVN, f"{NAVN} Ågård").encode(kodning))
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    barn = subprocess.run([sys.executable, "-c", BYG_OG_DOE, kilde, ud / "tal.duckdb"], cwd=PROJEKT, check=False)
    assert barn.returncode == -signal.SIGKILL
    rester = b"".join(fil.read_bytes() for mappe in (temp, ud) for fil in mappe.rglob("*") if fil.is_file())
    assert [ord_ for ord_ in (NAVN, "0101010000", "731001") if ord_.encode() in rester] == []


def test_a_scope_writes_nothing_to_disk(
    open_for: Callable[..., Scope], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "her").mkdir()
    monkeypatch.chdir(tmp_path / "her")
    scope = open_for("hr1", "prøve")
    assert scope.rows("antal_personer").item() > 3000
    with pytest.raises(Exception, match="[Oo]ut of [Mm]emory"):
        scope._con.cursor().execute("select list(x order by hash(x)) from range(400000000) as r(x)").fetchall()
    assert list((tmp_path / "her").iterdir()) == []
