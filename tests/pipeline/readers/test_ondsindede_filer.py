"""Files made to hang, abort or swallow a program: each is one sentence, soon, in little memory, and nothing else.

All are read by one process of its own, whose work and memory are measured by the system.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pipeline.readers.arkskriver import EXCEL_XML, Blad, write_ods_indhold, write_xlsx
from tests.pipeline.readers.tabelceller import FRAVAER

SEKUNDER, MEGABYTE = 5, 500
STORT = 30_000_000  # bytes
LAES = """
import json, resource, sys
from pathlib import Path
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.readers import read_leverance

def work():  # the system counts what started this process into its own memory, not into what it holds
    brugt = [resource.getrusage(hvem) for hvem in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    egen = next(linje for linje in open("/proc/self/status") if linje.startswith("VmHWM:"))
    return sum(b.ru_utime + b.ru_stime for b in brugt), max(int(egen.split()[1]), brugt[1].ru_maxrss) >> 10

resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
indstillinger = load_indstillinger()
for mappe in sorted(Path(sys.argv[1]).iterdir()):
    foer, _ = work()
    try:
        svar = f"{len(read_leverance(mappe, indstillinger=indstillinger, udtraek=None))} tabeller"
    except Brugerfejl as fejl:
        svar = str(fejl)
    efter, megabyte = work()
    print(json.dumps([mappe.name, svar, efter - foer, megabyte]), flush=True)
"""

HOVED = "<tr>" + "".join(f"<th>{navn}</th>" for navn in FRAVAER) + "</tr>"
RAEKKE = "<tr><td>1001</td><td>06.01.2025</td><td>06.01.2025</td><td>SY</td><td>Sygdom</td><td>7,4</td></tr>"


def _html(indhold: str) -> Callable[[Path], object]:
    side = f"<html><body><table>{HOVED}{RAEKKE}{indhold}</table></body></html>"
    return lambda mappe: (mappe / "f.xls").write_text(side, encoding="utf-8")


def _text(fil: str, indhold: str) -> Callable[[Path], object]:
    return lambda mappe: (mappe / fil).write_text(indhold, encoding="utf-8")


def _excel_xml(indhold: str) -> Callable[[Path], object]:
    return _text("f.xls", EXCEL_XML.format(ark=f'<Worksheet ss:Name="A"><Table>{indhold}</Table></Worksheet>'))


def _xlsx(medlem: str, fra: bytes, til: bytes) -> Callable[[Path], object]:
    def write(mappe: Path) -> None:
        write_xlsx(mappe / "hel", Blad([["a"], [1.0]]))
        with zipfile.ZipFile(mappe / "hel") as hel, zipfile.ZipFile(mappe / "f.xlsx", "w", zipfile.ZIP_DEFLATED) as ud:
            for navn in hel.namelist():
                indhold = hel.read(navn)
                assert navn != medlem or fra in indhold
                ud.writestr(navn, indhold.replace(fra, til) if navn == medlem else indhold)
        (mappe / "hel").unlink()

    return write


def _zip(**medlemmer: bytes) -> Callable[[Path], object]:
    def write(mappe: Path) -> None:
        with zipfile.ZipFile(mappe / "l.zip", "w", zipfile.ZIP_DEFLATED) as pakke:
            for navn, indhold in medlemmer.items():
                pakke.writestr(navn, indhold)

    return write


def _lying_zip(mappe: Path) -> None:
    _zip(**{"f.csv": b"0" * STORT})(mappe)
    raa = bytearray((mappe / "l.zip").read_bytes())
    stoerrelse = raa.rindex(b"PK\x01\x02") + 24
    raa[stoerrelse : stoerrelse + 4] = (1000).to_bytes(4, "little")
    (mappe / "l.zip").write_bytes(raa)


def _repeated_ods(kolonner: int, raekker: int) -> Callable[[Path], object]:
    celle = (
        f'<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="{kolonner}">'
        "<text:p>1</text:p></table:table-cell>"
    )
    ark = f'<table:table table:name="A"><table:table-row table:number-rows-repeated="{raekker}">{celle}'
    return lambda mappe: write_ods_indhold(mappe / "f.ods", f"{ark}</table:table-row></table:table>")


ARK = "xl/worksheets/sheet1.xml"
FOR_TUNG = "kræver langt mere hukommelse eller tid"
SAGER: dict[str, tuple[Callable[[Path], object], str]] = {
    "xlsx med en celle i det fjerneste hjørne": (
        _xlsx(ARK, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        FOR_TUNG,
    ),
    "xlsx der siger den er hele arket": (_xlsx(ARK, b'ref="A1:A2"', b'ref="A1:XFD1048576"'), "ingen kendt tabel"),
    "xlsx med fire milliarder tekster": (_xlsx("xl/sharedStrings.xml", b'Count="1"', b'Count="4000000000"'), FOR_TUNG),
    "xlsx med en pakket tekst": (
        _xlsx("xl/sharedStrings.xml", b"</sst>", b"<si><t>" + b"A" * 400_000_000 + b"</t></si></sst>"),
        FOR_TUNG,
    ),
    "ods med to milliarder celler i en række": (_repeated_ods(2_000_000_000, 1), "noget stående helt ude i kolonne"),
    "ods med en halv milliard celler": (_repeated_ods(500, 1_048_576), "Filen f.ods"),
    "html med colspan og rowspan": (
        _html('<tr><td colspan="1000" rowspan="1000">1</td><td colspan="1000" rowspan="1000">2</td></tr>' * 800),
        "flettet over flere kolonner eller rækker",
    ),
    "html med et langt mærke": (_html(f'<tr><td x="{"a" * STORT}">1</td></tr>'), "et mærke, en tekst mellem < og >"),
    "html med millioner af tegnkoder": (_html(f"<tr><td>{'&amp;' * (STORT // 5)}</td></tr>"), "flettet over"),
    "html i dybden": (_html("<table><tr><td>" * 200_000), "er afbrudt"),
    "mhtml i dybden": (
        _text(
            "f.xls",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
            + "".join(f"--b{nr}\nContent-Type: multipart/related; boundary=b{nr + 1}\n\n" for nr in range(5000)),
        ),
        "kan ikke læses",
    ),
    "xml med en lang attribut": (_text("f.xml", f'<kmd><orgUnit id="{"a" * STORT}"/></kmd>'), "et mærke, en tekst"),
    "xml i dybden": (_text("f.xml", "<kmd>" + "<a>" * (STORT // 10)), "kan ikke læses"),
    "xml med enheder": (
        _text("f.xml", '<!DOCTYPE kmd [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kmd>&b;</kmd>'),
        "dokumenttype",
    ),
    "excel-xml i det fjerneste hjørne": (
        _excel_xml('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'),
        "noget stående helt ude i kolonne",
    ),
    "excel-xml med spredte celler": (
        _excel_xml(
            "".join(
                f'<Row><Cell ss:Index="{1 + nr % 999}"><Data ss:Type="Number">1</Data></Cell></Row>'
                for nr in range(50_000)
            )
        ),
        FOR_TUNG,
    ),
    "excel-xml med en lang attribut": (_excel_xml(f'<Row a="{"a" * STORT}"/>'), "et mærke, en tekst"),
    "zip der fylder meget": (_zip(**{"f.csv": b"0" * 200_000_000}), "pakker ud til mere end"),
    "zip der lyver om at fylde lidt": (_lying_zip, "er afbrudt"),
    "zip med mange filer": (_zip(**{f"{nr}.csv": b"" for nr in range(20_000)}), "rummer mere end 100 filer"),
    "csv med en million overskrifter": (
        _text("f.csv", ";".join(FRAVAER) + ";" * 900_000 + "\n1001\n"),
        "har flere end 1.000 kolonner",
    ),
}


@pytest.fixture(scope="module")
def svar(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float, int]]:
    """By case: what was said, seconds of work, and the most memory so far in MB."""
    rod = tmp_path_factory.mktemp("sager")
    for nummer, (skriv, _) in enumerate(SAGER.values()):
        mappe = rod / f"{nummer:02}"
        mappe.mkdir()
        skriv(mappe)
    # by way of a shell, which is small: a process begins with the memory of the one it was split from
    kommando = ["/bin/sh", "-c", 'exec "$0" -c "$1" "$2"', sys.executable, LAES, str(rod)]
    koersel = subprocess.run(kommando, capture_output=True, text=True, check=True, timeout=600)
    raekker = [json.loads(linje) for linje in koersel.stdout.splitlines()]
    return {navn: (saetning, tid, mb) for navn, (_, saetning, tid, mb) in zip(SAGER, raekker, strict=True)}


@pytest.mark.parametrize("sag", SAGER)
def test_it_ends_in_a_sentence_within_the_limits(sag: str, svar: dict[str, tuple[str, float, int]]) -> None:
    saetning, sekunder, megabyte = svar[sag]
    assert SAGER[sag][1] in saetning
    assert (sekunder < SEKUNDER, megabyte < MEGABYTE) == (True, True), (sekunder, megabyte)
