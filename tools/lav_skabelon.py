"""Writes config/status-skabelon.docx, the template HR may take a copy of and make its own."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from pipeline.status.zip import pack_again
from pipeline.tekster.status import SIDE_AF

AFSNIT = (
    ("Title", "{{ titel }}"),
    ("Normal", "{% if demo %}{{ demo }}{% endif %}"),
    ("Heading 1", "Indstilling"),
    ("Normal", "Kommunaldirektøren indstiller,"),
    ("Normal", "{%p for punkt in indstilling %}"),
    ("List Number", "{{ punkt }}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "Resumé"),
    ("Normal", "{{ resume }}"),
    ("Normal", "{%p for fakt in fakta %}"),
    ("List Bullet", "{{ fakt }}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "Sagsfremstilling"),
    ("Heading 2", "Områder og afdelinger"),
    ("*", "signaler"),
    ("Tabeltekst", "{{ tabel_tekst }}"),
    ("Normal", "{{ tabel }}"),
    ("Normal", "{%p if tabel_note %}"),
    ("Note", "{{ tabel_note }}"),
    ("Normal", "{%p endif %}"),
    ("Heading 2", "Udviklingen i kommunen"),
    ("Figur", "{{ figur_1 }}"),
    ("Caption", "{{ figur_1_tekst }}"),
    ("Normal", "{%p if hvorfor %}"),
    ("Heading 2", "Hvorfor ændrede det sig?"),
    ("*", "hvorfor"),
    ("Figur", "{{ figur_2 }}"),
    ("Caption", "{{ figur_2_tekst }}"),
    ("Normal", "{%p endif %}"),
    ("Heading 2", "Opgørelsen"),
    ("*", "kommunen"),
    ("Heading 2", "{{ langtid_titel }}"),
    ("*", "langtid"),
    ("Heading 2", "Langtidsfriske"),
    ("*", "langtidsfriske"),
    ("Heading 2", "Om tallene"),
    ("*", "tallene"),
    ("Heading 2", "Sygefraværsindsats"),
    ("*", "egne_afsnit"),
    ("Normal", "{%p if indsatser %}"),
    ("Indledning", "Aftalt for enhederne:"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p for indsats in indsatser %}"),
    ("List Bullet", "{{ indsats }}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "Økonomi"),
    ("Normal", "{{ oekonomi }}"),
    ("Heading 1", "Lovgrundlag"),
    ("Normal", "{{ lovgrundlag }}"),
    ("Heading 1", "Bilag"),
    ("Normal", "{%p for punkt in bilag %}"),
    ("List Bullet", "{{ punkt }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{{ kilde }}"),
)


MED_NAESTE = {"Figur": "Normal", "Tabeltekst": "Caption", "Indledning": "Normal"}
"""What stands on the page of what follows it: a figure with its caption, words with their table or list."""
STILE = {**MED_NAESTE, "Note": "Caption"}


def main(fil: Path) -> None:
    dokument = Document()
    _set_look(dokument)
    _add_page_number(dokument)
    for stil, tekst in AFSNIT:
        if stil == "*":
            for linje in (f"{{%p for afsnit in {tekst} %}}", "{{ afsnit }}", "{%p endfor %}"):
                dokument.add_paragraph(linje, style="Normal")
        else:
            afsnit = dokument.add_paragraph(tekst, style=STILE.get(stil, stil))
            afsnit.paragraph_format.keep_with_next = True if stil in MED_NAESTE else None
            if stil == "Note":
                afsnit.runs[0].bold = False
    fil.parent.mkdir(parents=True, exist_ok=True)
    dokument.save(str(fil))
    fil.write_bytes(pack_again(fil.read_bytes()))


def _set_look(dokument) -> None:  # type: ignore[no-untyped-def]
    side = dokument.sections[0]
    side.page_width, side.page_height = Cm(21), Cm(29.7)
    side.left_margin = side.right_margin = Cm(2.5)
    for navn, punkter in (("Normal", 11), ("Title", 20), ("Heading 1", 15), ("Heading 2", 12), ("Caption", 9)):
        stil = dokument.styles[navn]
        stil.font.name, stil.font.size = "Arial", Pt(punkter)
        stil.font.color.rgb = (
            RGBColor(0x1F, 0x29, 0x33) if navn in ("Normal", "Caption") else RGBColor(0x0B, 0x3C, 0x5D)
        )
        egenskaber = stil.element.get_or_add_rPr()
        skrift = egenskaber.get_or_add_rFonts()
        for tema in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            skrift.attrib.pop(qn(f"w:{tema}"), None)
        sprog = OxmlElement("w:lang")
        sprog.set(qn("w:val"), "da-DK")
        egenskaber.append(sprog)
    dokument.styles["Normal"].paragraph_format.space_after = Pt(6)
    side.top_margin = side.bottom_margin = Cm(2)
    dokument.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    dokument.styles["Heading 2"].paragraph_format.space_before = Pt(10)


def _add_page_number(dokument) -> None:  # type: ignore[no-untyped-def]
    """`Side 2 af 3`, counted by Word itself."""
    afsnit = dokument.sections[0].footer.paragraphs[0]
    afsnit.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foer, mellem, _ = SIDE_AF.replace("{sider}", "{side}").split("{side}")
    for tekst, felt in ((foer, "PAGE"), (mellem, "NUMPAGES")):
        afsnit.add_run(tekst).font.size = Pt(9)
        for slags in ("begin", felt, "separate", "1", "end"):
            loeb = afsnit.add_run()
            loeb.font.size = Pt(9)
            if slags in ("begin", "separate", "end"):
                tegn = OxmlElement("w:fldChar")
                tegn.set(qn("w:fldCharType"), slags)
                loeb._r.append(tegn)
            elif slags == felt:
                instruks = OxmlElement("w:instrText")
                instruks.set(qn("xml:space"), "preserve")
                instruks.text = f" {felt} "
                loeb._r.append(instruks)
            else:
                loeb.text = slags


if __name__ == "__main__":
    main(Path(sys.argv[1]))
