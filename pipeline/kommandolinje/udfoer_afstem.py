"""Runs the bridge from our figure to another's, and prints it."""

import argparse

from pipeline.afstemning.afstem import Spoerg, reconcile, tabulate
from pipeline.afstemning.bro import Afstemning
from pipeline.kommandolinje.csv_fil import save_csv
from pipeline.kommandolinje.konsol import make_konsol, make_tabel
from pipeline.kommandolinje.miljoe import miljoe_of_command_line, open_as_command_line
from pipeline.report.filformater import to_frame
from pipeline.status.arkiv import open_arkiv
from pipeline.tekster import afstemning as tekster
from pipeline.tekster.dansk import aendring, decimaltal


def run_afstem(valg: argparse.Namespace) -> None:
    spoerg = Spoerg(valg.enhed, valg.kvartal, valg.med, valg.tal or "", valg.gruppe, valg.benchmarks)
    with miljoe_of_command_line(valg.database) as miljoe:
        scope = open_as_command_line(miljoe, valg.kommando, personer=True)
        afstemning = reconcile(scope, spoerg, lambda: open_arkiv(valg.laaste, miljoe.lager))
    print_afstemning(afstemning)
    if valg.csv:
        save_csv(valg.csv, to_frame(tabulate(afstemning)))


def print_afstemning(afstemning: Afstemning) -> None:
    konsol = make_konsol()
    konsol.print(afstemning.titel, style="bold")
    for bro in afstemning.broer:
        tabel = make_tabel(bro.titel, *tekster.KOLONNER[1:], tal=2, fold=(0,))
        linjer = list(bro.words())
        for nr, linje in enumerate(linjer):
            tabel.add_row(*linje, style="bold" if nr in (0, len(linjer) - 1) else "")
        konsol.print()
        konsol.print(tabel)
    if afstemning.andre:
        tabel = make_tabel(tekster.EGET_ANDRE, *tekster.EGET_KOLONNER[1:], tal=2, fold=(0,))
        for navn, forskel, tal in afstemning.andre:
            tabel.add_row(navn, "" if forskel is None else aendring(forskel, 2), decimaltal(tal, 2))
        konsol.print()
        konsol.print(tabel)
    konsol.print(f"\n{afstemning.saetning}", soft_wrap=True)
    for note in afstemning.noter:
        konsol.print(f"- {note}", soft_wrap=True)
