"""XML through expat as a stream, with a limit on what stands between two `<`."""

from xml.parsers import expat

from pipeline.fejl import Brugerfejl
from pipeline.readers.filer import Kildefil
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

BLOK = 1 << 20
LAENGSTE_MAERKE = 1 << 20  # bytes; expat begins a mark anew for each block it is not done in
EXCEL_XML = "urn:schemas-microsoft-com:office:spreadsheet"  # the namespace of SpreadsheetML 2003
DYBESTE = 64  # elements inside each other

_SLUTTER_FOR_TIDLIGT = frozenset(
    expat.errors.codes[fejl]
    for fejl in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)


def make_parser(fil: str) -> expat.XMLParserType:
    """A parser that refuses a document type: entities and external references can only be declared inside one."""

    def refuse_dokumenttype(*_: object) -> None:
        raise Brugerfejl(tekster.XML_DOKUMENTTYPE.format(fil=fil))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_dokumenttype
    return parser


def check_dybde(dybde: int, *, fil: str) -> None:
    """Errors: `Brugerfejl` for elements inside each other without end."""
    if dybde > DYBESTE:
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil))


def parse_xml(fil: Kildefil, parser: expat.XMLParserType) -> None:
    """Errors: `Brugerfejl` for XML that is broken, cut off, without elements, or with a mark that is too long."""
    laest = 0
    try:
        with fil.sti.open("rb") as aaben:
            while blok := aaben.read(BLOK):
                parser.Parse(blok, False)
                laest += len(blok)
                if laest - parser.CurrentByteIndex > LAENGSTE_MAERKE + BLOK:
                    raise Brugerfejl(tekster_filer.FIL_MAERKE.format(fil=fil.navn, megabyte=LAENGSTE_MAERKE >> 20))
        parser.Parse(b"", True)
    except expat.ExpatError as fejl:
        tekst = tekster.FIL_AFBRUDT if fejl.code in _SLUTTER_FOR_TIDLIGT else tekster.FIL_ULAESELIG
        raise Brugerfejl(tekst.format(fil=fil.navn)) from None
    except (LookupError, ValueError):  # an encoding Python does not know
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.navn)) from None
