"""One measuring course: a temporary folder with deliveries, a configuration, and the commands run in it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.filer import delivery_files
from benchmarks.proces import ROD, Led, Maaling, run_measured

PYTHON = Path(sys.executable)
PRODUKT = PYTHON.parent / "sygefravaer"
IMPORTER = "import gc; gc.set_threshold(100_000); import pipeline.kommandolinje.udfoer_byg"
GB_PR_MEDARBEJDER = 12 / 500_000  # the delivery, two databases and what DuckDB puts aside


@dataclass
class Bane:
    """`meld` shows a line of progress. `raekker` counts a delivery's rows per number of employees."""

    mappe: Path
    meld: Callable[[str], None]
    raekker: dict[int, int] = field(default_factory=dict)

    def write_konfiguration(self) -> None:
        """The project's own configuration, kept for seven years and without its own municipality's nodes."""
        kilde = ROD / "config"
        self.konfiguration.parent.mkdir(parents=True)
        shutil.copy(kilde / "fravaersarter.csv", self.konfiguration.parent)
        tekst = (kilde / "sygefravaer.toml").read_text(encoding="utf-8")
        tekst = re.sub(r"(?m)^opbevaring_aar *= *\d+", "opbevaring_aar = 7", tekst)
        tekst = re.sub(r"(?m)(^\[organisation\.(?:niveau|grupper)\].*\n)(?:(?!\[).*\n)*", r"\1\n", tekst)
        self.konfiguration.write_text(tekst, encoding="utf-8")

    @property
    def konfiguration(self) -> Path:
        return self.mappe / "config" / "sygefravaer.toml"

    @property
    def polars_csv(self) -> Path:
        return self.mappe / "polars.csv"

    def leverance(self, medarbejdere: int) -> Path:
        """The folder of a delivery of that size, written the first time it is asked for."""
        mappe = self.mappe / f"leverance_{medarbejdere}"
        if medarbejdere not in self.raekker:
            self._check_disk(medarbejdere)
            navn = f"delivery of {medarbejdere:,}"
            self._run(navn, PYTHON, "-m", "benchmarks.leverance", mappe, str(medarbejdere))
            self.raekker[medarbejdere] = sum(_count_lines(fil) for fil in delivery_files(mappe).values())
        return mappe

    def database(self, medarbejdere: int) -> Path:
        return self.mappe / f"database_{medarbejdere}" / "noegletal.duckdb"

    def build(self, medarbejdere: int) -> Maaling:
        """A whole build into an empty folder, so that no run meets the database of the one before."""
        kilde, database = self.leverance(medarbejdere), self.database(medarbejdere)
        shutil.rmtree(database.parent, ignore_errors=True)
        database.parent.mkdir()
        valg = ("--kilde", kilde, "--database", database, "--konfiguration", self.konfiguration)
        return self._run(f"build of {medarbejdere:,}", PRODUKT, "byg", *valg)

    def build_demo(self) -> Path:
        database = self.mappe / "demo" / "noegletal.duckdb"
        if database.is_file():
            return database
        database.parent.mkdir()
        self._run("build of the demo", PRODUKT, "byg", "--kilde", ROD / "sample_data/leverance", "--database", database)
        return database

    def status(self, database: Path, ud: Path) -> Maaling:
        """The demo's whole case with its proof, into a folder."""
        valg = ("--kvartal", "2025K2", "--database", database, "--ud", ud)
        return self._run("the quarter's case", PRODUKT, "status", *valg)

    def import_only(self) -> Maaling:
        return self._run("imports alone", PYTHON, "-c", IMPORTER)

    def scan(self, medarbejdere: int) -> Maaling:
        mappe = self.leverance(medarbejdere)
        return self._run(f"bare scan of {medarbejdere:,}", PYTHON, "-m", "benchmarks.bar_laesning", mappe)

    def polars(self, medarbejdere: int) -> Maaling:
        filer = (self.leverance(medarbejdere), self.konfiguration, self.polars_csv)
        return self._run(f"Polars, day by day, of {medarbejdere:,}", PYTHON, "-m", "benchmarks.polars_dage", *filer)

    def export_noegletal(self, medarbejdere: int) -> Path:
        fil = self.mappe / "produkt.csv"
        kommando: list[Led] = [
            PRODUKT,
            "noegletal",
            "--database",
            self.database(medarbejdere),
            "--maaned",
            "--format",
            "csv",
        ]
        with fil.open("wb") as aaben:
            subprocess.run(kommando, stdout=aaben, check=True)
        return fil

    def _run(self, navn: str, *kommando: Led) -> Maaling:
        self.meld(f"{navn} …")
        maaling = run_measured(kommando, self.mappe / "log.txt")
        self.meld(f"{navn}: {maaling.vaeg:.2f} s, {maaling.peak_mb / 1024:.2f} GB")
        return maaling

    def _check_disk(self, medarbejdere: int) -> None:
        ledig = shutil.disk_usage(self.mappe).free / 1024**3
        if ledig < (noedvendig := 1 + medarbejdere * GB_PR_MEDARBEJDER):
            raise RuntimeError(f"{noedvendig:.0f} GB of free disk is needed, {ledig:.1f} GB is free (set TMPDIR)")


def _count_lines(fil: Path) -> int:
    with fil.open("rb") as aaben:
        return sum(blok.count(b"\n") for blok in iter(lambda: aaben.read(1 << 20), b""))
