"""The commands about the quarter's case: write, export and prove it; what it rests on; a page about a unit."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_kvartal
from pipeline.tekster import enhedsark as tekster_ark
from pipeline.tekster import faelles as tekster
from pipeline.tekster import givet as tekster_givet
from pipeline.tekster import kvalitet as tekster_kvalitet
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster import slides as tekster_slides
from pipeline.tekster import status as tekster_status


def add_status(kommandoer: Any) -> None:
    for navn, hjaelp in (
        ("status", tekster_status.CLI_STATUS),
        ("eksport", tekster_status.CLI_EKSPORT),
        ("proev", tekster_status.CLI_PROEV),
    ):
        kommando = add_kommando(kommandoer, navn, hjaelp, f"udfoer_status:run_{navn}")
        if navn == "proev":
            kommando.add_argument("mappe", type=Path, metavar="MAPPE", help=tekster_status.CLI_PROEV_MAPPE)
        else:
            kommando.add_argument(
                "--kvartal", type=read_kvartal, required=True, metavar="KVARTAL", help=tekster_status.CLI_STATUSKVARTAL
            )
            kommando.add_argument("--ud", type=Path, required=True, metavar="MAPPE", help=tekster_status.CLI_UD)
        if navn in ("status", "proev"):
            kommando.add_argument("--skabelon", type=Path, metavar="FIL", help=tekster_status.CLI_SKABELON)
        if navn in ("status", "eksport"):
            kommando.add_argument("--givet", type=Path, metavar="FIL", help=tekster_givet.CLI_GIVET)
        if navn in ("eksport", "proev"):
            skabelon = tekster_slides.CLI_SKABELON
            kommando.add_argument("--skabelon-slides", type=Path, metavar="FIL", help=skabelon)
        if navn == "status":
            kommando.add_argument("--uden-enheder", action="store_true", help=tekster_status.CLI_UDEN_ENHEDER)
            kommando.add_argument("--ark", action="store_true", help=tekster_status.CLI_ARK)
        if navn == "eksport":
            kommando.add_argument("--til", choices=("oekonomiudvalg",), required=True, help=tekster_status.CLI_TIL)
        kommando.add_argument("--laaste", type=Path, metavar="MAPPE", help=tekster_laaste.CLI_LAASTE)
        tidligere = tekster_status.CLI_TIDLIGERE
        kommando.add_argument("--tidligere", type=Path, action="append", default=[], metavar="MAPPE", help=tidligere)
    ark = add_kommando(kommandoer, "ark", tekster_ark.CLI, "udfoer_ark:run_ark")
    ark.add_argument("--enhed", metavar="NR", help=tekster.CLI_ENHED)
    ark.add_argument("--alle", action="store_true", help=tekster_ark.CLI_ALLE)
    ark.add_argument("--udgave", choices=("indvendig", "med"), default="indvendig", help=tekster_ark.CLI_UDGAVE)
    ark.add_argument("--ud", type=Path, required=True, metavar="MAPPE", help=tekster_ark.CLI_UD)
    kvalitet = add_kommando(kommandoer, "kvalitet", tekster_kvalitet.CLI_KVALITET, "udfoer_status:run_kvalitet")
    kvalitet.add_argument("--ud", type=Path, required=True, metavar="FIL", help=tekster_kvalitet.CLI_UD)
