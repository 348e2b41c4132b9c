"""Runs the commands about the quarter's case."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.konsol import make_konsol
from pipeline.kommandolinje.miljoe import lager_of, name_of_command_line, scope_of_command_line
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, write_log
from pipeline.opfoelgning.enhedsarkfil import write_medarkene
from pipeline.port.scope import Scope
from pipeline.proev.forventet import Forventet
from pipeline.proev.spoergsmaal import prove
from pipeline.proev.viden import Udfald, Viden, check_udfald, read_viden
from pipeline.status.arkiv import Arkiv, open_arkiv
from pipeline.status.givet import Givet, read_givet
from pipeline.status.igen import make_again
from pipeline.status.kvalitet import write_kvalitet
from pipeline.status.tidligere import list_laaste
from pipeline.status.udgiv import Udgivelse, make_status, release
from pipeline.tekster import kvalitet as tekster_kvalitet
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import heltal, periode_med_ord


def run_status(valg: argparse.Namespace) -> None:
    def lav(scope: Scope, arkiv: Arkiv) -> Udgivelse:
        return make_status(
            scope,
            valg.kvartal,
            arkiv,
            skabelon=valg.skabelon,
            uden_enheder=valg.uden_enheder,
            givet=_read_givet(valg),
            ark=write_medarkene(scope) if valg.ark else None,
        )

    if valg.ark and valg.uden_enheder:
        raise Brugerfejl(tekster_status.ARK_UDEN_ENHEDER)

    linjer = _release(valg, lav)
    konsol = make_konsol()
    konsol.print(f"\n{tekster_status.KONTROL_OVERSKRIFT}", style="bold")
    for linje in linjer or [tekster_status.KONTROL_INTET]:
        konsol.print(f"- {linje}", markup=False)
    print("\n" + tekster_status.STATUS_FAERDIG.format(kvartal=periode_med_ord(valg.kvartal), mappe=valg.ud.name))


def run_eksport(valg: argparse.Namespace) -> None:
    from pipeline.status.eksport import make_eksport  # PowerPoint's library is loaded for it alone

    def lav(scope: Scope, arkiv: Arkiv) -> Udgivelse:
        return make_eksport(scope, valg.kvartal, arkiv, skabelon=valg.skabelon_slides, givet=_read_givet(valg))

    _release(valg, lav)
    print(tekster_status.EKSPORT_FAERDIG.format(kvartal=periode_med_ord(valg.kvartal), mappe=valg.ud.name))


def _read_givet(valg: argparse.Namespace) -> Givet | None:
    return read_givet(valg.givet, valg.kvartal) if valg.givet else None


def _release(valg: argparse.Namespace, lav: Callable[[Scope, Arkiv], Udgivelse]) -> list[str]:
    """Make, prove, put in place; what the check found."""
    with _opened(valg) as (scope, lager):
        arkiv = open_arkiv(valg.laaste, lager)
        udgivelse = lav(scope, arkiv)

        def proev(ny: Path) -> None:
            print(check_udfald(_prove(ny, valg, read_viden(scope, lager), arkiv, udgivelse.forventet)))

        release(udgivelse, valg.ud, proev)
        fil = f"{valg.kommando}-{valg.kvartal}"
        write_log(lager, Haendelse(name_of_command_line(), "eksport", fil, bygning_id=scope.bygning_id))
    return list(udgivelse.linjer)


def _prove(mappe: Path, valg: argparse.Namespace, viden: Viden, arkiv: Arkiv, forventet: Forventet) -> Udfald:
    """With every earlier release there is: those named, and the quarters that are locked."""
    laaste = list_laaste(arkiv.laaste, viden.organisation)
    return prove(mappe, viden, tidligere=valg.tidligere, laaste=laaste, forventet=forventet)


def run_proev(valg: argparse.Namespace) -> None:
    with _opened(valg) as (scope, lager):
        arkiv = open_arkiv(valg.laaste, lager)
        skabeloner = {".docx": valg.skabelon, ".pptx": valg.skabelon_slides}
        forventet = make_again(valg.mappe, scope, arkiv, skabeloner=skabeloner, lav_ark=write_medarkene)
        udfald = _prove(valg.mappe, valg, read_viden(scope, lager), arkiv, forventet)
    konsol = Console(stderr=True, highlight=False, soft_wrap=True)
    for linje in (*udfald.fejl, *udfald.advarsler):
        konsol.print(linje, markup=False)
    if udfald.fejl:
        raise Brugerfejl(tekster_proev.ER_IKKE_BESTAAET.format(antal=heltal(len(udfald.fejl))))
    print(check_udfald(udfald))


def run_kvalitet(valg: argparse.Namespace) -> None:
    with scope_of_command_line(valg.database, valg.kommando) as scope, lager_of(valg.database) as lager:
        indhold = write_kvalitet(scope, lager)
    try:
        valg.ud.parent.mkdir(parents=True, exist_ok=True)
        valg.ud.write_bytes(indhold)
    except OSError:
        raise Brugerfejl(tekster_kvalitet.KAN_IKKE_SKRIVES.format(fil=valg.ud.name)) from None
    print(tekster_kvalitet.SKREVET.format(fil=valg.ud.name))


@contextmanager
def _opened(valg: argparse.Namespace) -> Iterator[tuple[Scope, Lager]]:
    with scope_of_command_line(valg.database, valg.kommando, personer=True) as scope, lager_of(valg.database) as lager:
        yield scope, lager
