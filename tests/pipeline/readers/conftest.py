from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from pipeline.readers import read_leverance
from pipeline.readers.model import Kildetabel

UDTRAEK = date(2025, 7, 15)

Laes = Callable[..., list[Kildetabel]]


@pytest.fixture(scope="session")
def indstillinger() -> Indstillinger:
    return load_indstillinger()


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    mappe = tmp_path / "leverance"
    mappe.mkdir()
    return mappe


@pytest.fixture
def laes(mappe: Path, indstillinger: Indstillinger) -> Laes:
    """Reads everything written to `mappe`, as with --udtraek 15.07.2025 unless told otherwise."""

    def read(udtraek: date | None = UDTRAEK) -> list[Kildetabel]:
        return read_leverance(mappe, indstillinger=indstillinger, udtraek=udtraek)

    return read
