"""The span list as a workbook (shape E) and the small lists: organisation, måltal, adgang, enhedsskift, LPT169."""

from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator import kalender, organisation
from generator.ansatte import Medarbejder, Span
from generator.format import AABEN_TEKST, save, write_dato, write_enhed, write_tal
from generator.skriv_xml import make_bruger

SPAN_HOVED = (
    "MA-nummer",
    "Navn",
    "Gyldig fra",
    "Gyldig til",
    "Organisationsenhed",
    "Ansættelsesforhold",
    "Tæller",
    "Nævner",
    "Stillingsbetegnelse",
    "Lønklbet",
    "Overenskomst",
)


def _write_noegler(ark: Worksheet, linje: int, span: Span, dato: Format, *, som_tekst: bool) -> None:
    """Number, start, unit and hours: true numbers and dates, or text that looks like them."""
    if som_tekst:
        ark.write_string(linje, 0, f"{span.nummer:08d}")
        ark.write_string(linje, 2, write_dato(span.foerste))
        ark.write_string(linje, 4, write_enhed(span.enhed))
        ark.write_string(linje, 6, write_tal(span.taeller))
    else:
        ark.write_number(linje, 0, span.nummer)
        ark.write_datetime(linje, 2, kalender.to_date(span.foerste), dato)
        ark.write_number(linje, 4, span.enhed)
        ark.write_number(linje, 6, span.taeller)


def _write_span(ark: Worksheet, linje: int, span: Span, navn: str, dato: Format) -> None:
    """One row; every 37th employee's as text, every fifth one's open end empty."""
    som_tekst = span.nummer % 37 == 0
    _write_noegler(ark, linje, span, dato, som_tekst=som_tekst)
    ark.write_string(linje, 1, navn)
    if span.sidste is not None:
        ark.write_datetime(linje, 3, kalender.to_date(span.sidste), dato)
    elif som_tekst:
        ark.write_string(linje, 3, AABEN_TEKST)
    elif span.nummer % 5:
        ark.write_datetime(linje, 3, kalender.AABEN_DATO, dato)
    ark.write_string(linje, 5, span.ansforhold if span.nummer % 11 else f"{int(span.ansforhold)},0")
    if span.naevner is not None:
        ark.write_number(linje, 7, span.naevner)
    for kolonne, tekst in enumerate((span.stilling, span.loenklasse, span.personalegruppe), start=8):
        ark.write_string(linje, kolonne, tekst)


def write_spans(sti: Path, spans: list[Span], navne: dict[int, str]) -> None:
    """Shape E, one row per change; one row twice, one that ends before it starts, one without a valid number."""
    bog = xlsxwriter.Workbook(str(sti))
    bog.set_properties({"created": datetime(2025, 7, 15), "author": "Eksempel Kommune"})
    ark, dato = bog.add_worksheet("Ansættelsesforløb"), bog.add_format({"num_format": "dd-mm-yyyy"})
    for kolonne, overskrift in enumerate(SPAN_HOVED):
        ark.write_string(0, kolonne, overskrift)
    sorteret = sorted(spans, key=lambda s: (s.nummer, s.foerste))
    baglaens = replace(sorteret[-1], foerste=900, sidste=800)
    alle = [*sorteret[:1000], sorteret[999], *sorteret[1000:], baglaens]
    for linje, span in enumerate(alle, start=1):
        _write_span(ark, linje, span, navne[span.nummer], dato)
    _write_span(ark, len(alle) + 1, replace(baglaens, sidste=None), "Ukendt Vikar", dato)
    ark.write_string(len(alle) + 1, 0, "VIKAR-7")
    bog.close()


def write_organisation(sti: Path) -> None:
    """Shape D, UTF-8 with BOM: the older tree, with the merged and the closed unit."""
    linjer = ["Orgenhed;Betegnelse;OvenliggendeOrgEnhed"]
    linjer += [f"{write_enhed(e.nummer)};{e.navn};{write_enhed(e.overordnet)}" for e in organisation.ALLE.values()]
    save(sti, "\n".join(linjer) + "\n", tegnsaet="utf-8-sig")


def write_maaltal(sti: Path, rater: dict[int, float]) -> None:
    """Shape D: a måltal for 2025 for most enheder, a little under 2024's level; one for a unit that does not exist."""
    linjer = ["Enhedsnr;År;Måltal"]
    uden = (organisation.ROD, organisation.BKMB, organisation.BSV, organisation.MT, organisation.DS, organisation.AESS)
    for nummer, rate in sorted(rater.items()):
        if nummer not in uden and (nummer in organisation.AFDELINGER or nummer % 6 != 4):
            linjer.append(
                f"{write_enhed(nummer)};2025;{write_tal(max(5.0, round(2 * (0.35 * rate + 8.3)) / 2), decimaler=1)}"
            )
    linjer.append("00081777;2025;11,0")
    save(sti, "\n".join(linjer) + "\n", tegnsaet="utf-8")


def write_enhedsskift(sti: Path) -> None:
    linjer = [
        "Gammelt enhedsnr;Nyt enhedsnr;Fra",
        f"{write_enhed(organisation.SAMMENLAGT)};{write_enhed(organisation.EFTERFOELGER)};01.08.2023",
    ]
    save(sti, "\n".join(linjer) + "\n", tegnsaet="utf-8")


def write_adgang(sti: Path, ledere: dict[int, Medarbejder]) -> None:
    """Shape D: every role, one expired row, one stand-in."""
    hoved = "Bruger;E-mail;Medarbejdernr.;Rolle;Enhedsnr;Gyldig fra;Gyldig til;Tildelt af;Begrundelse;Stedfortræder for"

    def row(
        bruger: str,
        rolle: str,
        enhed: int,
        *,
        person: Medarbejder | None = None,
        til: str = AABEN_TEKST,
        begrundelse: str,
        for_: str = "",
    ) -> str:
        nummer = str(person.nummer) if person else ""
        felter = (
            bruger,
            f"{bruger}@eksempel.invalid",
            nummer,
            rolle,
            write_enhed(enhed),
            "01.01.2025",
            til,
            "hr1",
            begrundelse,
            for_,
        )
        return ";".join(felter)

    skole, dagtilbud, plejehjem = (ledere[n] for n in (81510, organisation.EFTERFOELGER, 81583))
    chef, direktoer = ledere[organisation.DS], ledere[organisation.BKMB]
    linjer = [
        hoved,
        row("hr1", "hr", organisation.ROD, begrundelse="HR & Løn"),
        row("dpo1", "dpo", organisation.ROD, begrundelse="Databeskyttelsesrådgiver"),
        row(make_bruger(chef), "chef", organisation.DS, person=chef, begrundelse="Afdelingschef"),
        row(make_bruger(direktoer), "chef", organisation.BKMB, person=direktoer, begrundelse="Direktør"),
        row("chef2", "chef", organisation.AESS, begrundelse="Afdelingschef"),
        row(make_bruger(skole), "leder", 81510, person=skole, begrundelse="Skoleleder"),
        row(
            make_bruger(dagtilbud),
            "leder",
            organisation.EFTERFOELGER,
            person=dagtilbud,
            begrundelse="Daginstitutionsleder",
        ),
        row(make_bruger(plejehjem), "leder", 81583, person=plejehjem, begrundelse="Plejehjemsleder"),
        row("okonomi1", "aggregat", organisation.ROD, begrundelse="Økonomi, opfølgning"),
        row("med1", "aggregat", organisation.BSV, begrundelse="MED-udvalg"),
        row("leder9", "leder", 81512, til="31.03.2025", begrundelse="Fratrådt leder"),
        row("sted1", "leder", 81583, til="31.08.2025", begrundelse="Ferieafløser", for_=make_bruger(plejehjem)),
    ]
    save(sti, "\n".join(linjer) + "\n", tegnsaet="utf-8")


def write_lpt169(sti: Path, numre: list[int], dagsvaerk: np.ndarray) -> None:
    """Shape B: dagsværk per employee, one decimal, July 2024 to June 2025; three of them not what the records say."""
    linjer = [
        "LPT169 Langtidsfriske",
        "Kommune:\tEksempel Kommune",
        "Udtrukket: 15.07.2025",
        "Periode: 01.07.2024 - 30.06.2025",
        "",
        "\tMedarbejdernr.\tDagsværk",
        "",
    ]
    syge = np.flatnonzero(dagsvaerk > 5)
    forskelle = dict(zip(syge[[100, 300, 500]].tolist(), (1.0, -2.5, 4.0), strict=True))
    for plads, (nummer, vaerdi) in enumerate(zip(numre, dagsvaerk.tolist(), strict=True)):
        oplyst = Decimal(str(round(vaerdi + forskelle.get(plads, 0.0), 6))).quantize(Decimal("0.1"), ROUND_HALF_UP)
        linjer.append(f"\t{nummer:08d}\t{str(oplyst).replace('.', ',').rjust(9)}")
    save(sti, "\n".join(linjer) + "\n", tegnsaet="cp1252")
