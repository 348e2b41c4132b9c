"""The delivery's shape: which files, which six years, and the title line above the headings."""

from datetime import date
from pathlib import Path

FRA, TIL = date(2019, 7, 1), date(2025, 7, 15)
TABELLER = ("organisation", "ansaettelsesforloeb", "fravaer")
TITEL = {"fravaer": f"Periode: {FRA:%d.%m.%Y} - {TIL:%d.%m.%Y}\n"}

NOEGLETAL = (
    "dagsvaerk",
    "dagsvaerk_lang",
    "gns_medarbejdere",
    "gns_fuldtid",
    "sygedage_pr_medarbejder",
    "langtidsandel",
    "langtidsfriske",
    "langtidsfriske_grundlag",
)


def delivery_files(mappe: Path) -> dict[str, Path]:
    """Table name → its file in the folder."""
    return {tabel: mappe / f"{tabel}_{TIL:%Y%m%d}.csv" for tabel in TABELLER}
