"""Writes config/slides-skabelon.pptx, the look of the slides, which HR may take a copy of and make its own."""

import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

from pipeline.report import tema
from pipeline.status.dokument import drop_relations
from pipeline.status.zip import pack_again

BREDDE, HOEJDE, KANT = Cm(33.87), Cm(19.05), Cm(1.5)
SKRIFT = "Arial"
BEHOLDES = {"obj": "Titel og indhold", "titleOnly": "Kun titel"}
PLADSER = {
    "title": (KANT, Cm(0.9), BREDDE - 2 * KANT, Cm(2.5)),
    "body": (KANT, Cm(3.7), BREDDE - 2 * KANT, HOEJDE - Cm(5.5)),
    "sldNum": (BREDDE - KANT - Cm(3), HOEJDE - Cm(1.4), Cm(3), Cm(0.9)),
}
TITEL = "Rediger titlen"
NIVEAUER = ("Rediger teksten", "Andet niveau", "Tredje niveau", "Fjerde niveau", "Femte niveau")
FARVER = {
    "dk1": tema.TEKST,
    "lt1": tema.GRUND,
    "dk2": tema.LANGTID,
    "lt2": tema.BAAND,
    "accent1": tema.LANGTID,
    "accent2": tema.KORTTID,
    "accent3": tema.MAALTAL,
    "accent4": tema.DOMME["godt"],
    "accent5": tema.DOMME["skidt"],
    "accent6": tema.DOMME[""],
    "hlink": tema.LANGTID,
    "folHlink": tema.DAEMPET,
}


def main(fil: Path) -> None:
    fremvisning = Presentation()
    fremvisning.slide_width, fremvisning.slide_height = BREDDE, HOEJDE
    master = fremvisning.slide_master
    for layout in [layout for layout in fremvisning.slide_layouts if layout._element.get("type") not in BEHOLDES]:
        fremvisning.slide_layouts.remove(layout)
    noter = fremvisning.notes_master
    for del_ in (master.part, noter.part):
        _set_theme(del_.part_related_by(RT.THEME))
    for side in (master, *fremvisning.slide_layouts):
        _set_places(side)
        _set_words(side)
    fremvisning.part._element.find(qn("p:sldSz")).attrib.pop("type")
    for form in list(noter.placeholders):
        if form.name.startswith("Date"):
            form._element.getparent().remove(form._element)
        elif len(form.text_frame.paragraphs) == len(NIVEAUER):
            _write_levels(form)
    for layout in fremvisning.slide_layouts:
        layout._element.cSld.set("name", BEHOLDES[layout._element.get("type")])
    _set_text(master)
    _add_band(master)
    for side in (
        fremvisning.part._element,
        master._element,
        noter._element,
        *(layout._element for layout in fremvisning.slide_layouts),
    ):
        for led in side.iter():
            if led.get("lang"):
                led.set("lang", "da-DK")
    fil.parent.mkdir(parents=True, exist_ok=True)
    drop_relations(fremvisning.part._rels, RT.PRINTER_SETTINGS)
    fremvisning.save(str(fil))
    fil.write_bytes(pack_again(fil.read_bytes()))


def _set_theme(del_: Any) -> None:
    rod = etree.fromstring(del_.blob)
    rod.set("name", "Sygefravær")
    for navn in ("clrScheme", "fontScheme"):
        rod.find(f".//{qn(f'a:{navn}')}").set("name", "Sygefravær")
    for navn, farve in FARVER.items():
        led = rod.find(f".//{qn('a:clrScheme')}/{qn(f'a:{navn}')}")
        led.clear()
        etree.SubElement(led, qn("a:srgbClr"), val=farve[1:].upper())
    for skrift in rod.findall(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        skrift.set("typeface", SKRIFT)
    if hasattr(del_, "_element"):
        del_._element = rod
    else:
        del_._blob = etree.tostring(rod, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_places(side: Any) -> None:
    """Title, content and the number of the page; no date and no footer."""
    for form in list(side.placeholders):
        slags = form._element.find(f".//{qn('p:ph')}").get("type", "body")
        slags = "body" if slags == "obj" else slags
        if slags not in PLADSER:
            form._element.getparent().remove(form._element)
            continue
        for led in form._element.findall(f".//{qn('a:tint')}"):
            led.getparent().remove(led)  # a number in grey is hard to read
        form.left, form.top, form.width, form.height = PLADSER[slags]


def _set_words(side: Any) -> None:
    for form in side.placeholders:
        slags = form._element.find(f".//{qn('p:ph')}").get("type")
        if slags == "title":
            form.text_frame.paragraphs[0].runs[0].text = TITEL
        elif slags != "sldNum":
            _write_levels(form)


def _write_levels(form: Any) -> None:
    for afsnit, tekst in zip(form.text_frame.paragraphs, NIVEAUER, strict=True):
        afsnit.runs[0].text = tekst


def _add_band(master: Any) -> None:
    """Along the top, behind everything else."""
    baand = deepcopy(master.placeholders[0]._element)
    kendetegn = baand.find(f".//{qn('p:cNvPr')}")
    kendetegn.set("id", "9")
    kendetegn.set("name", "Rectangle 8")
    baand.find(f".//{qn('p:nvPr')}").clear()
    baand.remove(baand.find(qn("p:txBody")))
    egenskaber = baand.find(qn("p:spPr"))
    fyld = etree.SubElement(egenskaber, qn("a:solidFill"))
    etree.SubElement(fyld, qn("a:schemeClr"), val="accent1")
    etree.SubElement(etree.SubElement(egenskaber, qn("a:ln")), qn("a:noFill"))
    sted, maal = egenskaber.find(f".//{qn('a:off')}"), egenskaber.find(f".//{qn('a:ext')}")
    sted.set("x", "0")
    sted.set("y", "0")
    maal.set("cx", str(BREDDE))
    maal.set("cy", str(Cm(0.35)))
    master.shapes._spTree.insert(2, baand)


def _set_text(master: Any) -> None:
    """Titles to the left, in the theme's dark blue; the body in sizes that are read from the back of the room."""
    stile = master._element.find(qn("p:txStyles"))
    titel = stile.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    titel.set("algn", "l")
    egne = titel.find(qn("a:defRPr"))
    egne.set("sz", str(Pt(26).centipoints))
    egne.set("b", "1")
    egne.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    for nr, punkter in enumerate((20, 18, 16, 16, 16), start=1):
        stile.find(f"{qn('p:bodyStyle')}/{qn(f'a:lvl{nr}pPr')}/{qn('a:defRPr')}").set(
            "sz", str(Pt(punkter).centipoints)
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
