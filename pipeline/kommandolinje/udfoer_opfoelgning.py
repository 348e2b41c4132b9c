"""What the commands of the follow-up do."""

import argparse
from datetime import UTC, datetime
from functools import partial

from pipeline.indstillinger.indlaes import load_indstillinger, load_opfoelgning
from pipeline.kommandolinje.indsigt import print_indsigt
from pipeline.kommandolinje.konsol import make_konsol
from pipeline.kommandolinje.miljoe import (
    miljoe_of_command_line,
    name_of_command_line,
    open_as_command_line,
    open_for_user,
)
from pipeline.kommandolinje.regelproeve import print_proeve
from pipeline.opfoelgning.post import open_post
from pipeline.opfoelgning.send import is_old, send_beskeder
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster.dansk import dato, heltal


def run_send(valg: argparse.Namespace) -> None:
    konsol = make_konsol()
    besked = load_indstillinger(valg.konfiguration).opfoelgning.besked
    with miljoe_of_command_line(valg.database) as miljoe:
        egen = open_as_command_line(miljoe, "opfoelgning send", personer=True, opfoelgning=True)
        if is_old(egen, valg.dato):
            udtraek = egen.rows("byggerapport_bygning")["udtraeksdato"].item()
            konsol.print(tekster_besked.GAMLE_DATA.format(udtraek=dato(udtraek), dag=dato(valg.dato)))
        send = partial(
            send_beskeder,
            miljoe,
            valg.dato,
            besked=besked,
            open_for=partial(open_for_user, miljoe, kommando="opfoelgning send"),
            af=name_of_command_line(),
        )
        if valg.toer:
            resultat = send(post=None)
            konsol.print(tekster_besked.TOER)
        else:
            with open_post() as post:
                resultat = send(post=post)
    for navn, saetning in tekster_besked.RESULTAT.items():
        if resultat[navn] or navn == "sendt":
            konsol.print(saetning.format(antal=heltal(resultat[navn])))


def run_proev(valg: argparse.Namespace) -> None:
    regler = load_opfoelgning(valg.regler)
    with miljoe_of_command_line(valg.database) as miljoe:
        print_proeve(open_as_command_line(miljoe, "opfoelgning proev", personer=True, opfoelgning=True, regler=regler))


def run_indsigt(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "indsigt", personer=True)
        print_indsigt(scope, miljoe.lager, valg.medarbejder, nu=datetime.now(UTC))
