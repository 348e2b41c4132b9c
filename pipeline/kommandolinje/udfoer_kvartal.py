"""Runs the commands of the quarter."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.byg.warehouse import count_steps
from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.byggerapport import print_rapport
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import command_line_as_hr, miljoe_of_command_line
from pipeline.kommandolinje.udfoer_byg import print_afsluttede, progress
from pipeline.kvartal.koersel import begin_byg, build_kandidat
from pipeline.kvartal.pakke import fetch_zip, lock
from pipeline.kvartal.skabeloner import Skabelon, drop_skabelon, keep_skabelon
from pipeline.kvartal.stand import Stand, describe_slut, find_ukvitterede, judge_trin, list_advarsler
from pipeline.kvartal.steder import take_koersel
from pipeline.kvartal.trin import (
    Hr,
    acknowledge,
    begin,
    choose_ark,
    choose_datoer,
    choose_indbakke,
    choose_nuvaerende,
    enter,
    give_up,
    put_in_use,
    send_mappe,
    write_field,
)
from pipeline.lager.kvartaler import INGEN_ORD
from pipeline.port.scope import open_scope
from pipeline.status.udgivne import describe_datoer
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import antal_af, heltal, periode_med_ord


@contextmanager
def _entered(valg: argparse.Namespace) -> Iterator[Hr]:
    with miljoe_of_command_line(valg.database) as miljoe:
        yield enter(command_line_as_hr(), miljoe)


def run_vis(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        stand = hr.stand()
        if stand is None or stand.gang.er_slut:
            print(describe_slut(stand))
            return
        advarsler, aabne = _read_advarsler(hr, stand)
    konsol = make_konsol()
    tabel = make_tabel(*tekster_kvartal.OVERSIGT, tal=0)
    for trin, tilstand in judge_trin(stand, aabne).items():
        tabel.add_row(tekster_kvartal.TRIN[trin], tekster_kvartal.TILSTAND[tilstand])
    konsol.print(tabel)
    if stand.saetning:
        konsol.print(tekster_kvartal.STANDSET.format(saetning=stand.saetning), markup=False)
    for nr, (advarsel, antal) in enumerate(advarsler, start=1):
        grund = stand.kvitteringer.get(advarsel, tekster_kvartal.CLI_IKKE_KVITTERET)
        saetning = tekster_stop.ADVARSLER[advarsel].format(antal=heltal(antal))
        linje = tekster_kvartal.CLI_ADVARSEL_LINJE.format(nr=nr, advarsel=saetning, tilstand=grund)
        konsol.print(linje, markup=False)


def _read_advarsler(hr: Hr, stand: Stand) -> tuple[list[tuple[str, int]], list[str]]:
    """Those of the round's build, and those without a reason; none before there is one."""
    if stand.bygges != "bygget":
        return [], []
    scope = hr.open(stand)
    return list_advarsler(scope), find_ukvitterede(stand, scope)


def run_begynd(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        begin(hr)
    print(tekster_kvartal.BEGYNDT)


def run_leverance(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        if valg.kilde is not None:
            send_mappe(hr, valg.kilde)
        elif valg.indbakke:
            choose_indbakke(hr)
        else:
            choose_nuvaerende(hr)
        leverance = hr.under_way().leverance
    if leverance is not None and leverance.kilde != "i brug":
        print(tekster_kvartal.MODTAGET.format(antal=antal_af(tekster_kvartal.FILER_ANTAL, len(leverance.filer))))
    else:
        print(tekster_kvartal.BYGGET_I_BRUG)


def run_byg(valg: argparse.Namespace) -> None:
    begrundelse = valg.accepter_afvigelse
    with _entered(valg) as hr:
        laas = take_koersel(hr.miljoe.database)
        try:
            begin_byg(hr.miljoe, af=hr.navn, accepter=begrundelse is not None, begrundelse=begrundelse or "")
            with progress(count_steps()) as vis:
                rapport = build_kandidat(hr.miljoe, fremdrift=vis)
        finally:
            os.close(laas)
        stand = hr.under_way()
    if rapport is None:
        raise Brugerfejl(tekster_kvartal.STANDSET.format(saetning=stand.saetning))
    print_rapport(rapport, make_konsol())
    print(tekster_kvartal.CLI_BYGGET)


def run_tag_i_brug(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        afsluttede = put_in_use(hr, valg.bygning or hr.under_way().bygning_id or "")
    print_afsluttede(afsluttede)
    print(tekster_kvartal.TAGET_I_BRUG)


def run_kvitter(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        stand = hr.under_way()
        advarsler, _ = _read_advarsler(hr, stand)
        if valg.nr > len(advarsler):
            raise Brugerfejl(tekster_kvartal.ADVARSEL_UKENDT)
        acknowledge(hr, {advarsler[valg.nr - 1][0]: valg.begrundelse})
    print(tekster_kvartal.KVITTERET)


def run_ord(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        if valg.tekst is not None:
            version = write_field(hr, valg.felt, valg.tekst, laest=valg.fra_version)
            print(tekster_kvartal.CLI_ORD_GEMT.format(version=heltal(version)))
            return
        nu = hr.under_way().gang.ord.get(valg.felt, INGEN_ORD)
    print(nu.tekst)
    if nu.version:
        print(tekster_kvartal.CLI_ORD_VERSION.format(version=heltal(nu.version), af=nu.af))


def run_dokumenter(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        choose_ark(hr, ark=valg.ark)
    print(tekster_kvartal.ARK_VALGT[valg.ark])


def run_skabelon(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        if valg.fil is None:
            drop_skabelon(hr, valg.husets)
            print(tekster_kvartal.DESIGN_DROPPET)
            return
        try:
            ny = Skabelon(valg.fil.name, valg.fil.read_bytes())
        except OSError:
            raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=valg.fil.name)) from None
        keep_skabelon(hr, ny)
    print(tekster_kvartal.DESIGN_GEMT)


def run_datoer(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        if valg.dato:
            choose_datoer(hr, valg.dato)
            print(tekster_kvartal.DATOER_GEMT)
        print(describe_datoer(open_scope(hr.bruger, miljoe=hr.miljoe), hr.miljoe.lager, hr.miljoe.dag))


def run_hent(valg: argparse.Namespace) -> None:
    """The place is taken before the file is made: nobody is noted as having fetched what could not be written."""
    try:
        valg.ud.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(valg.ud, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Brugerfejl(tekster_kvartal.CLI_FINDES.format(fil=valg.ud.name)) from None
    except OSError:
        raise Brugerfejl(tekster_kvartal.CLI_KAN_IKKE_SKRIVES.format(fil=valg.ud.name)) from None
    try:
        with os.fdopen(handle, "wb") as ud, _entered(valg) as hr:
            ud.write(fetch_zip(hr)[1])
    except Brugerfejl:
        valg.ud.unlink()
        raise
    print(tekster_kvartal.CLI_HENTET.format(fil=valg.ud.name))


def run_laas(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        kvartal = lock(hr, moede=valg.moede, dato=valg.dato, udgivet=valg.udgivet or hr.miljoe.dag)
    print(tekster_kvartal.LAAST.format(kvartal=periode_med_ord(kvartal)))


def run_opgiv(valg: argparse.Namespace) -> None:
    with _entered(valg) as hr:
        give_up(hr)
    print(tekster_kvartal.OPGIVET)
