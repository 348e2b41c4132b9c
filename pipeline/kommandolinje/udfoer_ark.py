"""Runs the command that writes pages about units."""

import argparse
from pathlib import Path

from pipeline.database.laesning import find_enhed
from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import miljoe_of_command_line, open_as_command_line
from pipeline.opfoelgning.enhedsarkfil import UDGAVER, name_fil, why_no_ark, write_enhedsark
from pipeline.tekster import enhedsark as tekster_ark
from pipeline.tekster.dansk import heltal


def run_ark(valg: argparse.Namespace) -> None:
    """Errors: `Brugerfejl` for a unit that has no page, or a folder that cannot be written in."""
    if (valg.enhed is None) != valg.alle:
        raise Brugerfejl(tekster_ark.CLI_HVILKE)
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "ark", personer=True, opfoelgning=True)
        alle = scope.rows("enheder_liste")["enhedsnr"].to_list()
        numre = alle if valg.alle else [find_enhed(scope, valg.enhed)[1]]
        grunde = {nr: why_no_ark(scope, nr, valg.udgave) for nr in numre}
        mangler = [grund for grund in grunde.values() if grund]
        if len(mangler) == len(numre):
            raise Brugerfejl(mangler[0])
        for nr in (nr for nr, grund in grunde.items() if not grund):
            ark = UDGAVER[valg.udgave](scope, nr)
            _write(valg.ud, name_fil(ark, nr, valg.udgave), write_enhedsark(ark, scope, valg.udgave))
    print(tekster_ark.SKREVET.format(antal=heltal(len(numre) - len(mangler)), mappe=valg.ud.name))
    if mangler:
        print(tekster_ark.UDELADT.format(antal=heltal(len(mangler)), grund=mangler[0]))


def _write(mappe: Path, navn: str, indhold: bytes) -> None:
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        (mappe / navn).write_bytes(indhold)
    except OSError:
        raise Brugerfejl(tekster_ark.KAN_IKKE_SKRIVES.format(mappe=mappe.name)) from None
