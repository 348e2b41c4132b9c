"""The commands of the quarter, one a step."""

from pathlib import Path
from typing import Any

from pipeline.kommandolinje.parser import add_gruppe, add_kommando, read_antal, read_dato
from pipeline.tekster import kvartal as tekster_kvartal


def add_kvartal(kommandoer: Any) -> None:
    gruppe = add_gruppe(kommandoer, "kvartal", tekster_kvartal.CLI)
    trin = {
        navn: add_kommando(gruppe, navn, hjaelp, f"udfoer_kvartal:run_{navn.replace('-', '_')}")
        for navn, hjaelp in tekster_kvartal.CLI_KOMMANDO.items()
    }
    kilde = trin["leverance"].add_mutually_exclusive_group(required=True)
    kilde.add_argument("--kilde", type=Path, metavar="MAPPE", help=tekster_kvartal.CLI_KILDE)
    kilde.add_argument("--indbakke", action="store_true", help=tekster_kvartal.CLI_INDBAKKE)
    kilde.add_argument("--nuvaerende", action="store_true", help=tekster_kvartal.CLI_NUVAERENDE)
    trin["byg"].add_argument("--accepter-afvigelse", metavar="BEGRUNDELSE", help=tekster_kvartal.CLI_ACCEPTER)
    trin["tag-i-brug"].add_argument("--bygning", metavar="ID", help=tekster_kvartal.CLI_BYGNING)
    kvitter = trin["kvitter"]
    kvitter.add_argument("--nr", type=read_antal, required=True, metavar="NR", help=tekster_kvartal.CLI_ADVARSEL)
    kvitter.add_argument("--begrundelse", required=True, metavar="TEKST", help=tekster_kvartal.CLI_BEGRUNDELSE)
    ordene = trin["ord"]
    felter = tuple(tekster_kvartal.ORD_FELTER)
    ordene.add_argument("--felt", choices=felter, required=True, help=tekster_kvartal.CLI_FELT)
    ordene.add_argument("--tekst", metavar="TEKST", help=tekster_kvartal.CLI_TEKST)
    ordene.add_argument("--fra-version", type=int, default=0, metavar="NR", help=tekster_kvartal.CLI_FRA_VERSION)
    med_ark = trin["dokumenter"].add_mutually_exclusive_group(required=True)
    med_ark.add_argument("--ark", action="store_true", help=tekster_kvartal.CLI_ARK)
    med_ark.add_argument("--uden-ark", action="store_true", help=tekster_kvartal.CLI_UDEN_ARK)
    design = trin["skabelon"].add_mutually_exclusive_group(required=True)
    design.add_argument("--fil", type=Path, metavar="FIL", help=tekster_kvartal.CLI_SKABELON)
    design.add_argument("--husets", choices=tuple(tekster_kvartal.DESIGN_TIL), help=tekster_kvartal.CLI_HUSETS)
    trin["datoer"].add_argument(
        "--dato", type=read_dato, action="append", metavar="DATO", help=tekster_kvartal.CLI_DATOER
    )
    trin["hent"].add_argument("--ud", type=Path, required=True, metavar="FIL", help=tekster_kvartal.CLI_UD)
    trin["laas"].add_argument("--dato", type=read_dato, required=True, metavar="DATO", help=tekster_kvartal.CLI_DATO)
    trin["laas"].add_argument("--udgivet", type=read_dato, metavar="DATO", help=tekster_kvartal.CLI_UDGIVET)
    trin["laas"].add_argument("--moede", required=True, metavar="TEKST", help=tekster_kvartal.CLI_MOEDE)
