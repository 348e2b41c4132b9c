"""The commands that build: byg, tjek, and the way back."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_database, add_kommando, read_antal, read_dato
from pipeline.tekster import faelles as tekster


def add_byg(kommandoer: Any) -> None:
    for navn in ("byg", "tjek"):
        hjaelp = tekster.CLI_KOMMANDO[navn]
        kommando = add_kommando(kommandoer, navn, hjaelp, f"udfoer_byg:run_{navn}", database=False)
        kommando.add_argument("--kilde", type=Path, required=True, metavar="MAPPE", help=tekster.CLI_KILDE)
        add_database(kommando, skal=navn == "byg")
        kommando.add_argument("--udtraek", type=read_dato, metavar="DATO", help=tekster.CLI_UDTRAEK)
        kommando.add_argument(
            "--accepter-afvigelse", "--accepter-fald", action="store_true", help=tekster.CLI_ACCEPTER_AFVIGELSE
        )
        kommando.add_argument("--konfiguration", type=Path, metavar="FIL", help=tekster.CLI_KONFIGURATION)
        kommando.add_argument("--traade", type=read_antal, metavar="ANTAL", help=tekster.CLI_TRAADE)
    add_kommando(kommandoer, "forrige", tekster.CLI_KOMMANDO["forrige"], "udfoer_byg:run_forrige")
