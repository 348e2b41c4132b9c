"""The same cells written as each kind of workbook, by hand where no library writes it."""

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

Celle = str | float | bool | date | timedelta | None
Raekker = Sequence[Sequence[Celle]]

ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>'
    '<style:style style:name="skjult" style:family="table"><style:table-properties table:display="false"/>'
    "</style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet>{ark}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
EXCEL_XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<Styles><Style ss:ID="timer"><NumberFormat ss:Format="[h]:mm"/></Style></Styles>{ark}</Workbook>'
)


@dataclass(frozen=True)
class Blad:
    """`flettede`: rows and columns of cells merged downwards, both ends included, counted from 0."""

    raekker: Raekker
    navn: str = "Ark1"
    er_skjult: bool = False
    flettede: Sequence[tuple[int, int, int]] = ()


def write_xlsx(sti: Path, *blade: Blad) -> None:
    with xlsxwriter.Workbook(str(sti)) as bog:
        former = {date: "dd-mm-yyyy", timedelta: "[h]:mm"}
        form = {slags: bog.add_format({"num_format": tekst}) for slags, tekst in former.items()}
        for blad in blade:
            ark = bog.add_worksheet(blad.navn)
            if blad.er_skjult:
                ark.very_hidden()
            for nummer, plads, celle in _cells(blad):
                if isinstance(celle, bool):
                    ark.write_boolean(nummer, plads, celle)
                elif isinstance(celle, str):
                    ark.write_string(nummer, plads, celle)
                elif isinstance(celle, date):
                    ark.write_datetime(nummer, plads, celle, form[date])
                elif isinstance(celle, timedelta):
                    ark.write_number(nummer, plads, celle / timedelta(days=1), form[timedelta])
                else:
                    ark.write_number(nummer, plads, celle)
            for fra, til, plads in blad.flettede:
                ark.merge_range(fra, plads, til, plads, blad.raekker[fra][plads])


def write_xls(sti: Path, *blade: Blad) -> None:
    bog = xlwt.Workbook()
    former = {date: "dd-mm-yyyy", timedelta: "[h]:mm"}
    form = {slags: xlwt.easyxf(num_format_str=tekst) for slags, tekst in former.items()}
    for blad in blade:
        ark = bog.add_sheet(blad.navn)
        ark.visibility = 2 if blad.er_skjult else 0
        flettede = {(fra, plads): til for fra, til, plads in blad.flettede}
        for nummer, plads, celle in _cells(blad):
            vaerdi = celle / timedelta(days=1) if isinstance(celle, timedelta) else celle
            stil = form.get(type(celle), xlwt.Style.default_style)
            if til := flettede.get((nummer, plads)):
                ark.write_merge(nummer, til, plads, plads, vaerdi, stil)
            else:
                ark.write(nummer, plads, vaerdi, stil)
    bog.save(str(sti))


def write_ods(sti: Path, *blade: Blad) -> None:
    """As LibreOffice does, with a million empty rows below."""
    tomme = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    dele = []
    for blad in blade:
        stil = ' table:style-name="skjult"' if blad.er_skjult else ""
        raekker = (f"<table:table-row>{''.join(map(_ods_celle, raekke))}</table:table-row>" for raekke in blad.raekker)
        dele.append(f'<table:table table:name="{blad.navn}"{stil}>{"".join(raekker)}{tomme}</table:table>')
    write_ods_indhold(sti, "".join(dele))


def write_ods_indhold(sti: Path, ark: str) -> None:
    slags = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr("mimetype", slags, zipfile.ZIP_STORED)
        pakke.writestr("content.xml", ODS.format(ark=ark))
        pakke.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{slags}"/></manifest:manifest>',
        )


def write_excel_xml(sti: Path, *blade: Blad) -> None:
    ark = "".join(
        f'<Worksheet ss:Name="{blad.navn}"><Table>'
        + "".join(
            "<Row>"
            + "".join(
                _xml_celle(
                    celle, next((til - fra for fra, til, hvor in blad.flettede if (fra, hvor) == (nummer, plads)), 0)
                )
                for plads, celle in enumerate(raekke)
            )
            + "</Row>"
            for nummer, raekke in enumerate(blad.raekker)
        )
        + f"</Table><x:WorksheetOptions>{'<x:Visible>SheetVeryHidden</x:Visible>' if blad.er_skjult else ''}"
        "</x:WorksheetOptions></Worksheet>"
        for blad in blade
    )
    sti.write_text(EXCEL_XML.format(ark=ark), encoding="utf-8")


SKRIVERE: dict[str, Callable[..., None]] = {
    "f.xlsx": write_xlsx,
    "f.xls": write_xls,
    "f.ods": write_ods,
    "f_2003.xls": write_excel_xml,
}


def _cells(blad: Blad) -> list[tuple[int, int, Celle]]:
    return [
        (nummer, plads, celle)
        for nummer, raekke in enumerate(blad.raekker)
        for plads, celle in enumerate(raekke)
        if celle is not None
    ]


def _ods_celle(celle: Celle) -> str:
    if celle is None:
        return "<table:table-cell/>"
    if isinstance(celle, bool):
        om = f'office:value-type="boolean" office:boolean-value="{str(celle).lower()}"'
    elif isinstance(celle, date):
        om = f'office:value-type="date" office:date-value="{celle}"'
    elif isinstance(celle, timedelta):
        minutter = celle // timedelta(minutes=1)
        om = f'office:value-type="time" office:time-value="PT{minutter // 60}H{minutter % 60:02}M00S"'
    elif isinstance(celle, float):
        om = f'office:value-type="float" office:value="{celle}"'
    else:
        om = 'office:value-type="string"'
    return f"<table:table-cell {om}><text:p>{escape(str(celle))}</text:p></table:table-cell>"


def _xml_celle(celle: Celle, ned: int) -> str:
    if celle is None:
        return "<Cell/>"
    stil, slags, tekst = "", "String", escape(str(celle))
    if isinstance(celle, bool):
        slags, tekst = "Boolean", str(int(celle))
    elif isinstance(celle, date):
        slags, tekst = "DateTime", f"{celle}T00:00:00.000"
    elif isinstance(celle, timedelta):
        dag = date(1899, 12, 31) + timedelta(days=celle.days)
        stil, slags = ' ss:StyleID="timer"', "DateTime"
        tekst = f"{dag}T{celle.seconds // 3600:02}:{celle.seconds // 60 % 60:02}:00.000"
    elif isinstance(celle, float):
        slags = "Number"
    flettet = f' ss:MergeDown="{ned}"' if ned else ""
    return f'<Cell{stil}{flettet}><Data ss:Type="{slags}">{tekst}</Data></Cell>'
