"""Runs the commands about published quarters."""

import argparse
from collections.abc import Sequence

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import lager_of, miljoe_of_command_line, name_of_command_line, open_as_command_line
from pipeline.lager.laase import read_hentninger, read_laase
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, write_log
from pipeline.port.scope import Scope
from pipeline.status.arkiv import open_arkiv, open_servers_arkiv
from pipeline.status.berigtigelser import correct_kvartal, make_laasefil, publish_kvartal, withdraw_laas
from pipeline.status.givet import read_givet
from pipeline.status.laaste import write_laast
from pipeline.status.udgiv import make_status
from pipeline.status.udgivet import pick_filer
from pipeline.status.udgivne import list_berigtigelser, list_hentninger, list_laase
from pipeline.tekster import laaste as tekster
from pipeline.tekster.dansk import dato, periode_med_ord


def run_laas(valg: argparse.Namespace) -> None:
    if valg.udgivet is None and valg.ud is None:
        raise Brugerfejl(tekster.INTET_VALGT)
    ord_ = periode_med_ord(valg.kvartal)
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, valg.kommando, personer=True)
        indhold = make_laasefil(scope, valg.kvartal, miljoe.lager.personnoegle)
        fil = write_laast(indhold, valg.ud, valg.kvartal) if valg.ud else None
        if valg.udgivet is not None:
            publish_kvartal(
                scope,
                valg.kvartal,
                udgivet=valg.udgivet,
                moede=valg.moede,
                moedenavn=valg.moedenavn,
                bruger=name_of_command_line(),
                miljoe=miljoe,
                filer=_make_case(scope, valg, miljoe.lager),
            )
            print(tekster.LAAST_I_LAGERET.format(kvartal=ord_, udgivet=dato(valg.udgivet)))
    if fil is not None:
        print(tekster.LAAST_FAERDIG.format(kvartal=ord_, fil=fil.name))


def _make_case(scope: Scope, valg: argparse.Namespace, lager: Lager) -> dict[str, bytes]:
    """The case as `status` makes it with the same of hr's own words."""
    givet = read_givet(valg.givet, valg.kvartal) if valg.givet else None
    return pick_filer(make_status(scope, valg.kvartal, open_servers_arkiv(lager), givet=givet))


def run_ret(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, valg.kommando, personer=True)
        correct_kvartal(
            scope,
            valg.kvartal,
            open_arkiv(valg.laaste, miljoe.lager),
            hvorfor=valg.hvorfor.strip(),
            orienteret=valg.orienteret.strip(),
            bruger=name_of_command_line(),
            miljoe=miljoe,
        )
    print(tekster.BERIGTIGET.format(kvartal=periode_med_ord(valg.kvartal)))


def run_ophaev(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, valg.kommando)
        bruger = name_of_command_line()
        withdraw_laas(scope, valg.kvartal, grund=valg.grund.strip(), bruger=bruger, miljoe=miljoe)
    print(tekster.LAAS_OPHAEVET.format(kvartal=periode_med_ord(valg.kvartal)))


def run_laaste(valg: argparse.Namespace) -> None:
    with lager_of(valg.database) as lager:
        arkiv, laase = open_arkiv(valg.laaste, lager), read_laase(lager)
        hentede = [
            linje
            for kvartal in arkiv.laaste
            for linje in list_hentninger(read_hentninger(lager, kvartal), kvartal, laase)
        ]
        write_log(lager, Haendelse(name_of_command_line(), "kommando", valg.kommando))
    _print(tekster.LAASE_TITEL, tekster.LAASE_KOLONNER, list_laase(arkiv, laase), tekster.LAASE_INTET)
    egne = (tekster.BERIGTIGELSER_KOLONNER, list_berigtigelser(arkiv), tekster.BERIGTIGELSER_INTET)
    _print(tekster.BERIGTIGELSER_TITEL, *egne)
    if hentede:
        _print(tekster.HENTET_TITEL, tekster.HENTET_KOLONNER, hentede, "")


def _print(titel: str, kolonner: Sequence[str], raekker: Sequence[Sequence[str]], intet: str) -> None:
    konsol = make_konsol()
    konsol.print(titel, style="bold")
    if not raekker:
        konsol.print(intet)
        return
    tabel = make_tabel(*kolonner, tal=0, fold=(2, 3))
    for raekke in raekker:
        tabel.add_row(*raekke)
    konsol.print(tabel)
