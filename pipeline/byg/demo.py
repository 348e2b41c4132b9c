"""The demo: a delivery whose every file is one of the samples shipped with the project, byte for byte."""

import hashlib
from pathlib import Path

from pipeline.mapper import PAKKE
from pipeline.readers import Leverancekilde, laeste_filer

MANIFEST = PAKKE.parent / "sample_data" / "manifest.sha256"
"""In a checkout only: an installed program has no demo."""


def is_demo(kilde: Leverancekilde) -> bool:
    """Whether every file of the delivery stands in the manifest; the names are held first, for hashing takes time."""
    if not MANIFEST.is_file() or (isinstance(kilde, Path) and not kilde.is_dir()):
        return False
    linjer = [linje.split(maxsplit=1) for linje in MANIFEST.read_text(encoding="utf-8").splitlines()]
    kendte = {navn: sum_ for sum_, navn in linjer}
    filer = laeste_filer(kilde)
    return (
        bool(filer) and all(fil.navn in kendte for fil in filer) and all(_hash(f.sti) == kendte[f.navn] for f in filer)
    )


def _hash(fil: Path) -> str:
    with fil.open("rb") as aaben:
        return hashlib.file_digest(aaben, "sha256").hexdigest()
