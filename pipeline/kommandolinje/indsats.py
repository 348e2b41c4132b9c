"""The commands about what has been agreed for units."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando, read_antal, read_dato, read_kvartal
from pipeline.tekster import faelles as tekster
from pipeline.tekster import givet as tekster_givet
from pipeline.tekster import indsats as tekster_indsats


def add_indsats(kommandoer: Any) -> None:
    gruppe = add_gruppe(kommandoer, "indsats", tekster_indsats.CLI)
    add_kommando(gruppe, "liste", tekster_indsats.CLI_LISTE, "udfoer_indsats:run_liste")
    ny = add_kommando(gruppe, "tilfoej", tekster_indsats.CLI_TILFOEJ, "udfoer_indsats:run_tilfoej")
    ny.add_argument("--enhed", required=True, metavar="NR", help=tekster.CLI_ENHED)
    ny.add_argument("--kategori", required=True, metavar="INDSATS", help=tekster_indsats.CLI_KATEGORI)
    ny.add_argument("--fra", type=read_dato, required=True, metavar="DATO", help=tekster_indsats.CLI_FRA)
    ny.add_argument("--til", type=read_dato, metavar="DATO", help=tekster_indsats.CLI_TIL)
    ny.add_argument("--ejer", required=True, metavar="ROLLE", help=tekster_indsats.CLI_EJER)
    ny.add_argument("--tekst", required=True, metavar="TEKST", help=tekster_indsats.CLI_TEKST)
    frys = add_kommando(gruppe, "frys", tekster_givet.CLI_FRYS, "udfoer_indsats:run_frys")
    frys.add_argument("--kvartal", type=read_kvartal, required=True, metavar="KVARTAL", help=tekster_givet.CLI_KVARTAL)
    frys.add_argument("--ud", type=Path, required=True, metavar="FIL", help=tekster_givet.CLI_UD)
    afslut = add_kommando(gruppe, "afslut", tekster_indsats.CLI_AFSLUT, "udfoer_indsats:run_afslut")
    afslut.add_argument("--nr", type=read_antal, required=True, metavar="NR", help=tekster_indsats.CLI_NR)
    afslut.add_argument("--dato", type=read_dato, metavar="DATO", help=tekster_indsats.CLI_DATO)
