"""Ways to hide a name or a table in a release: each plants one thing in an honest one."""

import re
import zlib

from tests.pipeline.status.plant_office import DELE, EGNE_ORD, I_POWERPOINT, I_WORD
from tests.pipeline.status.plant_redskaber import (
    ANDERLEDES,
    DOCX,
    HEMMELIGT,
    MD,
    NAVN,
    PDF,
    PNG,
    PPTX,
    SVG,
    WORD,
    XLSX,
    Plantning,
    add_bytes,
    change_bytes,
    chunk,
    gap,
    in_pdf,
    in_sheet,
    in_svg,
    link,
    new_file,
    part,
    pipe,
    redraw,
    rename,
    swap,
    twice,
    words,
    zip_again,
)

MAPPEN = (
    ("a symlink", "status", link, (MD, "en genvej")),
    ("a pipe", "status", pipe, ("figurer/roer", "en genvej eller noget andet")),
    ("a file name", "status", new_file(f"{NAVN}.md", ""), (".md", "hører ikke til")),
    ("a file of a kind that is sent", "status", new_file("figurer/figur-9.svg"), ("figur-9.svg", "hører ikke til")),
    ("a text file called jpeg", "status", new_file("figurer/billede.jpeg"), ("billede.jpeg", "hører ikke til")),
    ("a hidden file", "status", new_file(".noter"), (".noter", "hører ikke til")),
    ("an empty folder", "status", lambda m: (m / "47 dage").mkdir(), ("47 dage", "er en mappe")),
    ("the folder that stays", "status", new_file("intern/kontrol.json"), ("intern", "den mappe, der sendes")),
    ("another quarter's name", "status", rename(XLSX, "bilag-afdelinger-2025K3.xlsx"), ("2025K3", "hører ikke til")),
)
ZIP = (
    ("bytes after the end", add_bytes(DOCX, efter=HEMMELIGT.encode()), "efter filens slutning"),
    ("bytes before the start", add_bytes(DOCX, foer=HEMMELIGT.encode()), "ikke en fil, Word"),
    ("a comment of the zip", zip_again(slut=HEMMELIGT.encode()), "efter filens slutning"),
    ("a comment of an entry", zip_again(kommentar=HEMMELIGT.encode()), f"{WORD}: har felter"),
    ("an extra field", zip_again(ekstra=b"\xfe\xca\x04\x00Inge"), f"{WORD}: har felter"),
    ("an entry twice", twice, "word/Document.xml: findes to gange"),
    ("a gap before the register", change_bytes(DOCX, gap), "mellem delene"),
    ("no zip at all", lambda m: (m / DOCX).write_text(HEMMELIGT), "ikke en fil, Word"),
)
I_EXCEL = (
    (
        "an orphan shared string",
        swap(XLSX, "xl/sharedStrings.xml", "</sst>", f"<si><t>{NAVN}</t></si></sst>"),
        ("xl/sharedStrings.xml", ANDERLEDES),
    ),
    (
        "phonetic text",
        swap(XLSX, "xl/sharedStrings.xml", "</t></si>", "</t><rPh sb='0' eb='1'><t>Inger</t></rPh></si>"),
        ("xl/sharedStrings.xml", ANDERLEDES),
    ),
    (
        "a pivot cache",
        part(XLSX, "xl/pivotCache/pivotCacheRecords1.xml", f"<a>{NAVN}</a>"),
        ("pivotCacheRecords1.xml", ANDERLEDES),
    ),
    (
        "a defined name",
        swap(
            XLSX,
            "xl/workbook.xml",
            "</sheets>",
            '</sheets><definedNames><definedName name="Inger">"47"</definedName></definedNames>',
        ),
        ("xl/workbook.xml", ANDERLEDES),
    ),
    (
        "a very hidden sheet",
        swap(XLSX, "xl/workbook.xml", "</sheets>", '<sheet name="Inger" sheetId="9" state="veryHidden"/></sheets>'),
        ("xl/workbook.xml, <sheet>", ANDERLEDES),
    ),
    (
        "a column of width 0",
        part(XLSX, "xl/worksheets/sheet1.xml", lambda x: re.sub(r'width="[\d.]+"', 'width="0"', x, count=1)),
        ("xl/worksheets/sheet1.xml, <col>", ANDERLEDES),
    ),
    ("a hidden row", in_sheet('<row r="2"', '<row r="2" hidden="1"'), ("<row 2>", ANDERLEDES)),
    (
        "another value",
        part(XLSX, "xl/worksheets/sheet1.xml", lambda x: re.sub(r"<v>13\.6</v>", "<v>13.64</v>", x)),
        ("sheet1.xml", ANDERLEDES),
    ),
    (
        "a number format",
        swap(XLSX, "xl/styles.xml", 'formatCode="', 'formatCode="&quot;Inger&quot;'),
        ("styles", ANDERLEDES),
    ),
    ("a validation", in_sheet("</sheetData>", "</sheetData><dataValidations/>"), ("<dataValidations>", ANDERLEDES)),
    ("a conditional format", in_sheet("</sheetData>", "</sheetData><conditionalFormatting/>"), ("", ANDERLEDES)),
    (
        "a header",
        in_sheet("</worksheet>", f"<headerFooter><oddHeader>{NAVN}</oddHeader></headerFooter></worksheet>"),
        ("<headerFooter>", ANDERLEDES),
    ),
    ("a cell's comment", part(XLSX, "xl/comments1.xml", f"<a>{NAVN}</a>"), ("xl/comments1.xml", ANDERLEDES)),
    ("a drawing", part(XLSX, "xl/drawings/drawing1.xml", f"<a>{NAVN}</a>"), ("xl/drawings/drawing1.xml", ANDERLEDES)),
    (
        "an external link",
        part(XLSX, "xl/externalLinks/externalLink1.xml", f"<a>{NAVN}</a>"),
        ("externalLink1", ANDERLEDES),
    ),
    (
        "a property",
        swap(XLSX, "docProps/core.xml", "</cp:coreProperties>", f"<dc:creator>{NAVN}</dc:creator></cp:coreProperties>"),
        ("core.xml", ANDERLEDES),
    ),
    ("bytes after the end", add_bytes(XLSX, efter=HEMMELIGT.encode()), ("ramme", ANDERLEDES)),
    ("bytes before the start", add_bytes(XLSX, foer=HEMMELIGT.encode()), (XLSX, ANDERLEDES)),
)
ANDRE = (
    ("an unreferenced object in a PDF", in_pdf(f"({HEMMELIGT})"), (PDF, ANDERLEDES)),
    ("an attachment in a PDF", in_pdf("<</Type/Filespec/F(a.csv)>>"), (PDF, ANDERLEDES)),
    ("an annotation in a PDF", in_pdf(f"<</Type/Annot/Contents({NAVN})>>"), (PDF, ANDERLEDES)),
    ("an outline in a PDF", in_pdf(f"<</Title({NAVN})>>"), (PDF, ANDERLEDES)),
    (
        "XMP in a PDF",
        change_bytes(PDF, lambda r: r.replace(b"<?xpacket end", b"<!--Inger--><?xpacket end", 1)),
        (PDF, "objekt"),
    ),
    ("bytes after a PDF", add_bytes(PDF, efter=HEMMELIGT.encode()), (PDF, "efter filens slutning")),
    ("a private chunk", chunk(b"prVt", HEMMELIGT.encode()), (PNG, "blokken prVt")),
    ("a tEXt chunk", chunk(b"tEXt", b"a\0" + HEMMELIGT.encode()), (PNG, "blokken tEXt")),
    ("an iTXt chunk", chunk(b"iTXt", b"a\0\0\0\0\0" + HEMMELIGT.encode()), (PNG, "blokken iTXt")),
    ("a zTXt chunk", chunk(b"zTXt", b"a\0\0" + zlib.compress(HEMMELIGT.encode())), (PNG, "blokken zTXt")),
    ("an eXIf chunk", chunk(b"eXIf", b"MM\0*" + HEMMELIGT.encode()), (PNG, "blokken eXIf")),
    ("bytes after a PNG", add_bytes(PNG, efter=HEMMELIGT.encode()), (PNG, "efter filens slutning")),
    ("another picture", redraw, (PNG, ANDERLEDES)),
    ("an attribute in an SVG", in_svg("<g ", f'<g data-navn="{NAVN}" '), (SVG, "<g>")),
    ("an id in an SVG", in_svg("<g ", '<g id="Inger-Opdigtet-47" '), (SVG, "<g>")),
    ("CSS in an SVG", in_svg("<g ", '<style>.a::after{content:"47,25"}</style><g '), (SVG, "<style>")),
    ("metadata in an SVG", in_svg("<g ", f"<metadata>{NAVN}</metadata><g "), (SVG, "<metadata>")),
    ("a comment in an SVG", in_svg("<g ", f"<!--{NAVN}--><g "), (SVG, "<!-->")),
    ("text in an SVG", in_svg("<g ", "<text>47,25</text><g "), (SVG, "<text>")),
    ("bytes after an SVG", add_bytes(SVG, efter=f"<!--{NAVN}-->".encode()), (SVG, "efter filens slutning")),
    ("a line in the captions", add_bytes(MD, efter=HEMMELIGT.encode()), (MD, "linje")),
)
PLANTNINGER = (
    *(Plantning(f"in the folder: {navn}", i, plant, venter) for navn, i, plant, venter in MAPPEN),
    *(Plantning(f"in the zip: {navn}", "status", plant, (DOCX, venter)) for navn, plant, venter in ZIP),
    *(Plantning(f"in Word: {navn}", "status", plant, (DOCX, *venter)) for navn, plant, venter in (*DELE, *I_WORD)),
    *(Plantning(f"own words: {navn}", "status", words(tekst), (DOCX, "afsnit", v)) for navn, tekst, v in EGNE_ORD),
    *(Plantning(f"in PowerPoint: {navn}", "eksport", plant, (PPTX, *v)) for navn, plant, v in I_POWERPOINT),
    *(Plantning(f"in Excel: {navn}", "status", plant, (XLSX, *venter)) for navn, plant, venter in I_EXCEL),
    *(Plantning(navn, "status", plant, venter) for navn, plant, venter in ANDRE),
)
