"""The commands of the follow-up: messages to leaders, a rule set tried, and everything held about one person."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando, read_dato, read_nummer
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster import faelles as tekster


def add_opfoelgning(kommandoer: Any) -> None:
    gruppe = add_gruppe(kommandoer, "opfoelgning", tekster_besked.CLI_OPFOELGNING)
    send = add_kommando(gruppe, "send", tekster_besked.CLI_SEND, "udfoer_opfoelgning:run_send")
    send.add_argument("--dato", type=read_dato, required=True, metavar="DATO", help=tekster_besked.CLI_SEND_DATO)
    send.add_argument("--toer", action="store_true", help=tekster_besked.CLI_SEND_TOER)
    send.add_argument("--konfiguration", type=Path, metavar="FIL", help=tekster.CLI_KONFIGURATION)
    proev = add_kommando(gruppe, "proev", tekster_besked.CLI_PROEV, "udfoer_opfoelgning:run_proev")
    proev.add_argument("--regler", type=Path, required=True, metavar="FIL", help=tekster_besked.CLI_REGLER)
    indsigt = add_kommando(kommandoer, "indsigt", tekster_besked.CLI_INDSIGT, "udfoer_opfoelgning:run_indsigt")
    nummer = tekster_besked.CLI_MEDARBEJDER
    indsigt.add_argument("--medarbejder", type=read_nummer, required=True, metavar="NR", help=nummer)
