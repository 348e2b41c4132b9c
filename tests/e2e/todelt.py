"""The demo as two deliveries: to the end of 2025K1 as it was known on 15 April 2025, and to that of 2025K2.

Without the years before 2023, which only the oldest points of the figures need: each is built in half the time.
"""

import contextlib
import csv
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl

from tests.conftest import PROJEKT

DEMO = PROJEKT / "sample_data" / "leverance"
FRA, FOERSTE, ANDEN = date(2023, 1, 1), date(2025, 4, 15), date(2025, 7, 15)
AABEN = date(9999, 12, 31)
RAEKKE = re.compile(r"<tr>((?:<td>[^<]*</td>){7})</tr>")
FELTER = ("Personalenr", "Startdato", "Slutdato", "FravaersNaervaersart", "FravaersNaervaerstekst")
MAENGDER = ("FravaersNaervaerstimer", "FravaersNaervaersdage")


def write_delt(mappe: Path, udtraek: date) -> Path:
    """The delivery as it would have been on that day; absence that was not over then is not in it yet."""
    mappe.mkdir(parents=True)
    for navn in ("adgang.csv", "enhedsskift.csv", "maaltal_2025.csv", "organisation_20240101.csv"):
        shutil.copy(DEMO / navn, mappe)
    shutil.copy(DEMO / "fravaer_2024_20250115.csv", mappe)
    shutil.copy(DEMO / "ZLPE20250715220000_delta.xml", mappe / f"ZLPE{udtraek:%Y%m%d}220000_delta.xml")
    _write_gammelt_fravaer(mappe / "fravaer_2023_20240115.csv")
    _write_nyt_fravaer(mappe / f"fravaer_2025_{udtraek:%Y%m%d}.csv", udtraek)
    _write_ansaettelser(mappe / f"ansaettelsesforloeb_{udtraek:%Y%m%d}.csv", udtraek)
    return mappe


def _write_gammelt_fravaer(fil: Path) -> None:
    linjer = (DEMO / "fravaer_2021_2023.csv").read_text("cp1252").splitlines()
    raekker = [[celle.strip() for celle in linje.split("\t")[1:]] for linje in linjer if linje.startswith("\t")]
    nye = [raekke for raekke in raekker[1:] if len(raekke) == 7 and (_dag(raekke[1]) or AABEN) >= FRA]
    _write_fravaer(fil, nye, date(2023, 12, 31))


def _write_nyt_fravaer(fil: Path, udtraek: date) -> None:
    raekker, nummer = [], ""
    for fund in RAEKKE.findall((DEMO / "YKMD_STD.xls").read_text("utf-8")):
        celler = re.findall(r"<td>([^<]*)</td>", fund)
        if celler[1] == "Resultat" or celler[0] == "Samlet resultat":
            continue
        nummer = celler[0] or nummer
        if (_dag(celler[1]) or AABEN) <= udtraek and (udtraek == ANDEN or (_dag(celler[2]) or AABEN) <= udtraek):
            raekker.append([nummer, *celler[1:]])
    _write_fravaer(fil, raekker, udtraek)


def _write_fravaer(fil: Path, raekker: list[list[str]], til: date) -> None:
    fra = date(til.year, 1, 1)
    with fil.open("w", encoding="cp1252", newline="") as ud:
        ud.write(f"Periode: {fra:%d.%m.%Y} - {til:%d.%m.%Y}\n")
        csv.writer(ud, delimiter=";", lineterminator="\n").writerows([(*FELTER, *MAENGDER), *raekker])


def _write_ansaettelser(fil: Path, udtraek: date) -> None:
    """As they stood: who came later is not there, and what ended later had no end."""
    with contextlib.closing(openpyxl.load_workbook(DEMO / "ansaettelsesforloeb_20250715.xlsx", read_only=True)) as bog:
        hoved, *raekker = bog.worksheets[0].iter_rows(values_only=True)
    with fil.open("w", encoding="utf-8", newline="") as ud:
        skriv = csv.writer(ud, delimiter=";", lineterminator="\n")
        skriv.writerow(hoved)
        for raekke in raekker:
            nummer, navn, fra, til, *resten = raekke
            if not isinstance(fra, datetime) or fra.date() <= udtraek:
                skriv.writerow((nummer, navn, _skriv(fra), _skriv(til, hoejst=udtraek), *resten))


def _skriv(celle: object, hoejst: date = AABEN) -> object:
    if not isinstance(celle, datetime):
        return celle
    return f"{celle if celle.date() <= hoejst else AABEN:%d.%m.%Y}"


def _dag(tekst: str) -> date | None:
    try:
        return datetime.strptime(tekst, "%d.%m.%Y").date()
    except ValueError:
        return None
