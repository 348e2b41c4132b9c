"""The commands about published quarters: lock one, list them, write a correction, lift a lock."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_kommando, read_dato, read_kvartal
from pipeline.tekster import givet as tekster_givet
from pipeline.tekster import laaste as tekster
from pipeline.tekster import status as tekster_status


def add_laas(kommandoer: Any) -> None:
    laas = _add(kommandoer, "laas", tekster_status.CLI_LAAS)
    laas.add_argument("--udgivet", type=read_dato, metavar="DATO", help=tekster.CLI_UDGIVET)
    laas.add_argument("--moede", type=read_dato, metavar="DATO", help=tekster.CLI_MOEDE)
    laas.add_argument("--givet", type=Path, metavar="FIL", help=tekster_givet.CLI_GIVET)
    laas.add_argument("--moedenavn", metavar="TEKST", help=tekster.CLI_MOEDENAVN)
    laas.add_argument("--ud", type=Path, metavar="MAPPE", help=tekster.CLI_UD)
    laaste = add_kommando(kommandoer, "laaste", tekster.CLI_LAASTE_LISTE, "udfoer_laas:run_laaste")
    laaste.add_argument("--laaste", type=Path, metavar="MAPPE", help=tekster.CLI_LAASTE)
    ret = _add(kommandoer, "ret", tekster.CLI_RET)
    ret.add_argument("--hvorfor", required=True, metavar="TEKST", help=tekster.CLI_HVORFOR)
    ret.add_argument("--orienteret", required=True, metavar="TEKST", help=tekster.CLI_ORIENTERET)
    ret.add_argument("--laaste", type=Path, metavar="MAPPE", help=tekster.CLI_LAASTE)
    ophaev = _add(kommandoer, "ophaev", tekster.CLI_OPHAEV)
    ophaev.add_argument("--grund", required=True, metavar="TEKST", help=tekster.CLI_GRUND)


def _add(kommandoer: Any, navn: str, hjaelp: str) -> Any:
    kommando = add_kommando(kommandoer, navn, hjaelp, f"udfoer_laas:run_{navn}")
    kommando.add_argument("--kvartal", type=read_kvartal, required=True, metavar="KVARTAL", help=tekster.CLI_KVARTAL)
    return kommando
