"""Writes the demo delivery to sample_data/leverance/ and its manifest: same bytes every run.

    python sample_data/lav_demo.py [folder]

Every person is invented. Ends with exit code 1 when the evaluator does not find the minutes' figures in what was drawn.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
from generator import (
    andet,
    ansatte,
    befolkning,
    fejl,
    fordel,
    kalender,
    kontrol,
    opgoerelse,
    organisation,
    plan,
    skriv_fravaer,
    skriv_lister,
    skriv_xml,
    sygdom,
    uden_for,
)
from generator.format import write_celler
from generator.raekker import FILGRAENSER, Raekke

FROE = 20250838
HER = Path(__file__).parent


def build_medarbejdere(rng: np.random.Generator) -> list[ansatte.Medarbejder]:
    """Everyone who ever worked there between 2021 and the extraction date."""
    bemanding = ansatte.staff_ordinaere(rng)
    uden_for.staff_udenfor(bemanding)
    uden_for.name_fleksjobkonsulenter(bemanding)
    uden_for.plant_grad_fejl(bemanding)
    return bemanding.medarbejdere


def write_fravaer(mappe: Path, raekker: list[Raekke], medarbejdere: list[ansatte.Medarbejder]) -> None:
    """Three files by Startdato, each with its planted faults."""
    filer: list[list[list[str]]] = [[], [], []]
    for raekke in sorted(raekker, key=lambda r: (r.nummer, r.foerste, r.art)):
        nummer = sum(raekke.foerste > graense for graense in FILGRAENSER)
        filer[nummer].append(write_celler(raekke, tusind=nummer == 1))
    elev = uden_for.find_elev(medarbejdere)
    nummer = medarbejdere[0].nummer
    planer = (fejl.plant_2021_2023(elev, nummer), fejl.plant_2024(elev, nummer), fejl.plant_2025(elev))
    aeldst, mellem, nyest = (fejl.add_fejl(celler, plan_) for celler, plan_ in zip(filer, planer, strict=True))
    skriv_fravaer.write_sap_liste(mappe / "fravaer_2021_2023.csv", aeldst)
    skriv_fravaer.write_semikolon(mappe / "fravaer_2024_20250115.csv", mellem)
    skriv_fravaer.write_bw_rapport(mappe / "YKMD_STD.xls", nyest)


def write_lister(
    mappe: Path, medarbejdere: list[ansatte.Medarbejder], spans: list[ansatte.Span], tal: opgoerelse.Opgoerelse
) -> None:
    """All other files."""
    ledere = {
        p.tilstand(kalender.UDTRAEK)["enhed"]: p for p in medarbejdere if p.er_leder and p.er_ansat(kalender.UDTRAEK)
    }
    nyansat = max((p for p in medarbejdere if p.er_ansat(kalender.UDTRAEK) and not p.ordinaer), key=lambda p: p.foerste)
    skriv_xml.write_xml(mappe / "ZLPE20250715220000_delta.xml", medarbejdere, uden_start=nyansat.nummer)
    skriv_lister.write_spans(
        mappe / "ansaettelsesforloeb_20250715.xlsx", spans, {p.nummer: p.navn for p in medarbejdere}
    )
    skriv_lister.write_organisation(mappe / "organisation_20240101.csv")
    rater = {enhed.nummer: tal.measure(enhed.nummer, "2024K4").sygedage for enhed in organisation.NYE_ENHEDER}
    skriv_lister.write_maaltal(mappe / "maaltal_2025.csv", {n: r for n, r in rater.items() if r == r})
    skriv_lister.write_adgang(mappe / "adgang.csv", ledere)
    skriv_lister.write_enhedsskift(mappe / "enhedsskift.csv")
    numre, dagsvaerk = kontrol.list_lpt169(tal)
    skriv_lister.write_lpt169(mappe / "LPT169_20250715.csv", numre, dagsvaerk)


def write_manifest(mappe: Path, sti: Path) -> None:
    """SHA-256 of every file of the delivery, sorted by name."""
    linjer = [f"{hashlib.sha256(fil.read_bytes()).hexdigest()}  {fil.name}" for fil in sorted(mappe.iterdir())]
    sti.write_text("\n".join(linjer) + "\n", encoding="utf-8")


def main(argumenter: list[str]) -> int:
    mappe = Path(argumenter[0]) if argumenter else HER / "leverance"
    mappe.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(FROE)
    medarbejdere = build_medarbejdere(rng)
    spans = [span for person in medarbejdere for span in ansatte.list_spans(person)]
    spans += uden_for.list_overlap(medarbejdere)
    folk = befolkning.build_befolkning(spans)
    tilstand = sygdom.Sygdom(rng, medarbejdere, folk, plan.build_plan(folk))
    raekker = andet.draw_barsel(tilstand, medarbejdere)
    raekker += fordel.draw_sygdom(tilstand)
    raekker += andet.draw_udenfor(tilstand, medarbejdere)
    raekker += andet.draw_andet(tilstand, medarbejdere)
    tal = opgoerelse.Opgoerelse(raekker, folk)
    write_fravaer(mappe, raekker, medarbejdere)
    write_lister(mappe, medarbejdere, spans, tal)
    if not argumenter:
        write_manifest(mappe, HER / "manifest.sha256")
    fejl_fundet = kontrol.report(tal, sys.stdout)
    return 1 if fejl_fundet else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
