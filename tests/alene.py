"""Databases that nothing stood before, of each delivery built once: for tests of what comes after the first build.

A build over another one is never copied; tests of the build itself build.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from pipeline.byg.byggerapport import Byggerapport
from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from tests.lille_leverance import Leverance, write_leverance

_bygget: dict[tuple[Leverance, str], tuple[Path, Byggerapport]] = {}


def build_alone(leverance: Leverance, database: Path, indstillinger: Indstillinger | None = None) -> Byggerapport:
    """`database`, which is not there yet, is the first build of the delivery; its report."""
    assert not database.exists()
    indstillinger = indstillinger or load_indstillinger()
    noegle = (leverance, indstillinger.model_dump_json())
    if noegle not in _bygget:
        mappe = _folder() / str(len(_bygget))
        kilde = write_leverance(leverance, mappe / "kilde")
        rapport = build_warehouse(kilde, mappe / "db.duckdb", indstillinger=indstillinger, traade=1)
        _bygget[noegle] = (mappe / "db.duckdb", rapport)
    kopi, rapport = _bygget[noegle]
    shutil.copyfile(kopi, database)
    return rapport


@cache
def _folder() -> Path:
    mappe = Path(tempfile.mkdtemp(prefix="sygefravaer_alene_"))
    atexit.register(shutil.rmtree, mappe, ignore_errors=True)
    return mappe
