"""The three absence files, in shapes B (SAP list), D (semicolon) and C (BW report)."""

from html import escape
from pathlib import Path

from generator.format import save, write_tal

B_HOVED = ("Medarbejdernr.", "Startdato", "Stopdato", "Fraværsart", "Fraværsarttekst", "Timer", "Dage")
D_HOVED = (
    "Personalenr",
    "Startdato",
    "Slutdato",
    "FravaersNaervaersart",
    "FravaersNaervaerstekst",
    "FravaersNaervaerstimer",
    "FravaersNaervaersdage",
)
C_HOVED = ("Medarbejdernummer", "Startdato", "Stopdato", "Art", "Tekst", "Fraværstimer", "Fraværsdage")
B_BREDDE = (8, 10, 10, 4, 26, 9, 7)


def _read_tal(tekst: str) -> float:
    try:
        return float(tekst.replace(".", "").replace(",", "."))
    except ValueError:
        return 0.0


def sum_celler(celler: list[list[str]]) -> tuple[float, float]:
    """Hours and days of the rows, cells that are no number left out."""
    return sum(_read_tal(r[5]) for r in celler), sum(_read_tal(r[6]) for r in celler)


def write_sap_liste(sti: Path, celler: list[list[str]]) -> None:
    """Shape B: tabs, windows-1252, title block, empty line below the header, leading empty column, padded cells."""
    linjer = [
        "Nær- og fraværsliste",
        "",
        "Kommune:\tEksempel Kommune",
        "Udtrukket: 15.01.2024",
        "Periode: 01.01.2021 - 31.12.2023",
        "Variant: ALLE MEDARBEJDERE",
        "",
        "\t" + "\t".join(B_HOVED),
        "",
    ]
    for raekke in celler:
        nummer = raekke[0].zfill(8) if raekke[0].isdigit() and len(raekke[0]) <= 8 else raekke[0]
        fyldt = [nummer, *raekke[1:5]]
        fyldt = [celle.ljust(bredde) for celle, bredde in zip(fyldt, B_BREDDE, strict=False)]
        fyldt += [celle.rjust(bredde) for celle, bredde in zip(raekke[5:], B_BREDDE[5:], strict=True)]
        linjer.append("\t" + "\t".join(fyldt))
    save(sti, "\n".join(linjer) + "\n", tegnsaet="cp1252")


def write_semikolon(sti: Path, celler: list[list[str]]) -> None:
    """Shape D: semicolons, windows-1252, NULL for nothing, a period line above; its total is 100 hours too high."""
    linjer = ["Periode: 01.01.2024 - 31.12.2024", ";".join(D_HOVED)]
    linjer += [";".join(celle or "NULL" for celle in raekke) for raekke in celler]
    timer, dage = sum_celler(celler)
    total = (write_tal(timer + 100, tusind=True), write_tal(dage, tusind=True))
    linjer.append(";".join(("Samlet resultat", "NULL", "NULL", "NULL", "NULL", *total)))
    save(sti, "\n".join(linjer) + "\n", tegnsaet="cp1252")


def _write_tr(celler: list[str], maerke: str = "td") -> str:
    return "<tr>" + "".join(f"<{maerke}>{escape(celle)}</{maerke}>" for celle in celler) + "</tr>"


def _write_bw_raekker(celler: list[list[str]], resultat_hver: int) -> list[str]:
    """Rows with the number printed once; a Resultat row under every n'th employee with several rows."""
    linjer, start, medarbejder = [], 0, 0
    for nummer, raekke in enumerate(celler):
        ny = nummer == 0 or raekke[0] != celler[nummer - 1][0]
        if ny:
            start, medarbejder = nummer, medarbejder + 1
        linjer.append(_write_tr([raekke[0] if ny else "", *raekke[1:]]))
        slut = nummer + 1 == len(celler) or celler[nummer + 1][0] != raekke[0]
        if slut and nummer > start and medarbejder % resultat_hver == 0:
            timer, dage = sum_celler(celler[start : nummer + 1])
            linjer.append(_write_tr(["", "Resultat", "", "", "", write_tal(timer), write_tal(dage)]))
    return linjer


def write_bw_rapport(sti: Path, celler: list[list[str]], *, resultat_hver: int = 150) -> None:
    """Shape C: MHTML with several tables, the data in the largest."""
    timer, dage = sum_celler(celler)
    top = [
        ["Rapport", "Nær- og fravær pr. medarbejder"],
        ["Kommune", "Eksempel Kommune"],
        ["Udtrukket: 15.07.2025", ""],
        ["Periode: 01.01.2025 - 15.07.2025", ""],
        ["Bruger", "BW-RAPPORT"],
    ]
    data = [_write_tr(list(C_HOVED), "th"), *_write_bw_raekker(celler, resultat_hver)]
    data.append(
        _write_tr(["Samlet resultat", "", "", "", "", write_tal(timer, tusind=True), write_tal(dage, tusind=True)])
    )
    html = "\n".join(
        [
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
            "<title>YKMD_STD</title></head><body>",
            "<table><tr><td>Rollebaseret Indgang</td></tr></table>",
            "<table>",
            *[_write_tr(raekke) for raekke in top],
            "</table>",
            '<table border="1">',
            *data,
            "</table>",
            "<table><tr><td>Slut på rapport</td></tr></table>",
            "</body></html>",
        ]
    )
    graense = "----=_NextPart_YKMD_STD"
    hoved = [
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{graense}"',
        "",
        f"--{graense}",
        'Content-Type: text/html; charset="utf-8"',
        "Content-Transfer-Encoding: 8bit",
        "Content-Location: YKMD_STD.htm",
        "",
    ]
    save(sti, "\n".join(hoved) + "\n" + html + f"\n\n--{graense}--\n", tegnsaet="utf-8")
