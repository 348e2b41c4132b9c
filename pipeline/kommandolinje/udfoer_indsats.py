"""Runs the commands about what has been agreed for units."""

import argparse

from pipeline.database.laesning import find_enhed
from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import miljoe_of_command_line, name_of_command_line, open_as_command_line
from pipeline.lager.indsatser import NyIndsats
from pipeline.opfoelgning.indsats import agree_indsats, day_of, finish_indsats, split_indsatser, word_indsats
from pipeline.status.givet import freeze_givet
from pipeline.tekster import givet as tekster_givet
from pipeline.tekster import indsats as tekster_indsats
from pipeline.tekster.dansk import heltal


def run_liste(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "indsats liste")
        i_gang, over = split_indsatser(scope)
    konsol = make_konsol()
    for titel, indsatser in ((tekster_indsats.I_GANG, i_gang), (tekster_indsats.AFSLUTTEDE, over)):
        if titel == tekster_indsats.I_GANG or indsatser:
            konsol.print(titel.format(antal=heltal(len(indsatser))), style="bold")
            _print_indsatser([word_indsats(indsats) for indsats in indsatser])


def _print_indsatser(raekker: list[tuple[str, ...]]) -> None:
    konsol = make_konsol()
    if not raekker:
        konsol.print(tekster_indsats.INGEN)
        return
    tabel = make_tabel(*tekster_indsats.KOLONNER, tal=0, fold=(1, 2, 6))
    for raekke in raekker:
        tabel.add_row(*raekke)
    konsol.print(tabel)


def run_tilfoej(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "indsats tilfoej")
        enhed_id, _, _ = find_enhed(scope, valg.enhed)
        ny = NyIndsats(enhed_id, valg.kategori, valg.fra, valg.til, valg.ejer, valg.tekst.strip())
        nr = agree_indsats(scope, ny, bruger=name_of_command_line(), miljoe=miljoe)
    print(tekster_indsats.TILFOEJET.format(nr=heltal(nr)))


def run_frys(valg: argparse.Namespace) -> None:
    """Errors: `Brugerfejl` for a file that cannot be written."""
    with miljoe_of_command_line(valg.database) as miljoe:
        givet = freeze_givet(open_as_command_line(miljoe, "indsats frys"), valg.kvartal)
    try:
        valg.ud.parent.mkdir(parents=True, exist_ok=True)
        valg.ud.write_bytes(givet.write())
    except OSError:
        raise Brugerfejl(tekster_givet.KAN_IKKE_SKRIVES.format(fil=valg.ud.name)) from None
    print(tekster_givet.FROSSET.format(fil=valg.ud.name, antal=heltal(len(givet.aftalt))))


def run_afslut(valg: argparse.Namespace) -> None:
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, "indsats afslut")
        dag = valg.dato or day_of(scope)
        finish_indsats(scope, valg.nr, dag=dag, bruger=name_of_command_line(), miljoe=miljoe)
    print(tekster_indsats.AFSLUTTET.format(nr=heltal(valg.nr)))
