"""The look of the slides: the house's, or the municipality's own .potx or .pptx, of which the design alone is kept."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree
from lxml.etree import QName
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Cm, Emu

from pipeline.fejl import Brugerfejl
from pipeline.mapper import shipped_folder
from pipeline.status.skabelon import check_package
from pipeline.tekster import slides as tekster_slides

SKABELON = "slides-skabelon.pptx"
TYPER = "[Content_Types].xml"
SOM_SKABELON = b"presentationml.template.main+xml"
SOM_FREMVISNING = b"presentationml.presentation.main+xml"
DELE = re.compile(r"\.(?:xml|rels|png|jpe?g)$", re.IGNORECASE)
"""By their ending the parts a design is made of; a film, a font or a drawing of another program is none."""
BILLEDE = re.compile(r"\.(?:png|jpe?g)$", re.IGNORECASE)
HOEJST_PUNKTER = 40_000_000
LED = frozenset({"sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle"})
RELATIONER = frozenset({RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.THEME, RT.PRES_PROPS, RT.VIEW_PROPS, RT.TABLE_STYLES})
PAKKENS = frozenset({RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
"""What a presentation and its package keep of a template."""
Plads = tuple[Emu, Emu, Emu, Emu]
"""Left, top, width, height."""
BUND, LUFT, MINDSTE_DEL = Cm(1.8), Cm(0.4), 0.4


def open_skabelon(skabelon: Path | None) -> Any:
    """A presentation without slides. Errors: `Brugerfejl` for what is no design, or brings more than one."""
    fil = skabelon or shipped_folder("config") / SKABELON
    try:
        check_package(fil, ellers=tekster_slides.SKABELON_FREMMED_DEL)
        fremvisning = Presentation(BytesIO(_as_presentation(fil)))
    except (OSError, BadZipFile, PythonPptxError, KeyError, ValueError, etree.XMLSyntaxError):
        raise Brugerfejl(tekster_slides.SKABELON_KAN_IKKE_LAESES.format(fil=fil.name)) from None
    if find_layout(fremvisning) is None:
        raise Brugerfejl(tekster_slides.SKABELON_UDEN_TITEL.format(fil=fil.name))
    _keep_design(fremvisning)
    return fremvisning


def _as_presentation(fil: Path) -> bytes:
    """A template says of itself that it is one, and is else a presentation."""
    ud = BytesIO()
    with ZipFile(fil) as gammel, ZipFile(ud, "w", ZIP_DEFLATED) as ny:
        for navn in gammel.namelist():
            indhold = gammel.read(navn)
            if not DELE.search(navn) and not navn.endswith("/") and not navn.startswith("docProps/"):
                raise Brugerfejl(tekster_slides.SKABELON_FREMMED_DEL.format(fil=fil.name, del_=Path(navn).name))
            if navn == TYPER:
                indhold = indhold.replace(SOM_SKABELON, SOM_FREMVISNING)
            ny.writestr(navn, _redraw(indhold) if BILLEDE.search(navn) else indhold)
    return ud.getvalue()


def _redraw(indhold: bytes) -> bytes:
    """The picture alone, without what cameras and programs write into it. Errors: `OSError`, `ValueError`."""
    ud = BytesIO()
    with Image.open(BytesIO(indhold), formats=("PNG", "JPEG")) as billede:
        if billede.width * billede.height > HOEJST_PUNKTER:
            raise ValueError
        rent = Image.frombytes(billede.mode, billede.size, billede.tobytes())
        if billede.mode == "P":
            rent.putpalette(billede.getpalette("RGBA") or (), "RGBA")
        rent.save(ud, format=billede.format, quality=92)
    return ud.getvalue()


def find_layout(fremvisning: Any) -> Any:
    """The one with a title alone, else the one with fewest places beside it; None where none has a title."""
    med_titel = [layout for layout in fremvisning.slide_layouts if _title_of(layout) is not None]
    return min(
        med_titel,
        key=lambda layout: (layout._element.get("type") != "titleOnly", len(layout.placeholders)),
        default=None,
    )


def _title_of(layout: Any) -> Any | None:
    return next((plads for plads in layout.placeholders if plads.placeholder_format.idx == 0), None)


def find_body(fremvisning: Any) -> Plads:
    """Where the design has its content; else what is left under the title."""
    mindst = fremvisning.slide_height * MINDSTE_DEL
    for layout in fremvisning.slide_layouts:
        if layout._element.get("type") == "obj":
            for plads in layout.placeholders:
                er_indhold = plads.placeholder_format.type in (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
                if er_indhold and plads.height is not None and plads.height >= mindst:
                    return plads.left, plads.top, plads.width, plads.height
    titel: Any = _title_of(find_layout(fremvisning))
    top = titel.top + titel.height + LUFT
    return titel.left, top, titel.width, fremvisning.slide_height - top - BUND


def _keep_design(fremvisning: Any) -> None:
    """What stands on a template's own slides, who made it and what else it carries along is no design."""
    del_ = fremvisning.part
    for led in [led for led in del_._element if QName(led).localname not in LED]:
        del_._element.remove(led)
    for liste in del_._element.findall("{*}sldIdLst"):
        liste.clear()
    for relationer, kendte in ((del_._rels, RELATIONER), (del_.package._rels, PAKKENS)):
        for nr in [nr for nr, relation in relationer.items() if relation.reltype not in kendte]:
            relationer.pop(nr)
