"""Ways to hide a name or a table in a release: each plants one thing in an honest one."""

import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.pipeline.status.rettet import rewrite

NAVN, ENHED = "Inger Opdigtet", "Lille Hus"
HEMMELIGT = f"{NAVN}: 47 sygedage"
DOCX, PPTX = "status-2025K2.docx", "sygefravaer-2025K2.pptx"
XLSX, PDF = "bilag-afdelinger-2025K2.xlsx", "bilag-afdelinger-2025K2.pdf"
PNG, SVG, MD = "figurer/figur-1.png", "figurer/figur-1.svg", "figurer/figurer.md"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "word/document.xml"
SLIDE = "ppt/slides/slide1.xml"
Plant = Callable[[Path], None]


@dataclass(frozen=True)
class Plantning:
    """`i`: status or eksport. `plant` gets the release's folder; `venter`: pieces of the sentence that refuses it."""

    navn: str
    i: str
    plant: Plant
    venter: tuple[str, ...]


def i_zip(fil: str, **dele: Callable[[str], str] | str) -> Plant:
    """Parts by name; `aendr` as a keyword list would not hold slashes."""
    return lambda mappe: rewrite(mappe / fil, dict(dele))


def part(fil: str, navn: str, aendring: Callable[[str], str] | str) -> Plant:
    return lambda mappe: rewrite(mappe / fil, {navn: aendring})


def swap(fil: str, navn: str, fra: str, til: str) -> Plant:
    def edit(xml: str) -> str:
        assert fra in xml, f"{fra} is not in {navn}"
        return xml.replace(fra, til, 1)

    return part(fil, navn, edit)


def in_word(xml: str) -> Plant:
    """A paragraph more in the case."""
    return swap(DOCX, WORD, "<w:sectPr", f"<w:p>{xml}</w:p><w:sectPr")


def words(tekst: str) -> Plant:
    return in_word(f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>')


def add_part(fil: str, navn: str, slags: str, xml: str, rod: str) -> Plant:
    """A part with its kind and a relation to it, as Office would."""

    def plant(mappe: Path) -> None:
        kilde = f"{rod.rpartition('/')[0]}/_rels/{rod.rpartition('/')[2]}.rels"
        relation = f'<Relationship Id="rId77" Type="{RELS}/{slags}" Target="/{navn}"/></Relationships>'
        type_ = f'<Override PartName="/{navn}" ContentType="application/xml"/></Types>'
        rewrite(
            mappe / fil,
            {
                navn: xml,
                kilde: lambda x: x.replace("</Relationships>", relation),
                "[Content_Types].xml": lambda x: x.replace("</Types>", type_),
            },
        )

    return plant


def add_bytes(fil: str, *, foer: bytes = b"", efter: bytes = b"") -> Plant:
    return lambda mappe: (mappe / fil).write_bytes(foer + (mappe / fil).read_bytes() + efter) and None


def change_bytes(fil: str, aendring: Callable[[bytes], bytes]) -> Plant:
    def plant(mappe: Path) -> None:
        raa = (mappe / fil).read_bytes()
        ny = aendring(raa)
        assert ny != raa
        (mappe / fil).write_bytes(ny)

    return plant


def new_file(navn: str, indhold: str = HEMMELIGT) -> Plant:
    def plant(mappe: Path) -> None:
        (mappe / navn).parent.mkdir(parents=True, exist_ok=True)
        (mappe / navn).write_text(indhold)

    return plant


def link(mappe: Path) -> None:
    (mappe / MD).rename(mappe.parent / "andet.md")
    (mappe / MD).symlink_to(mappe.parent / "andet.md")


def pipe(mappe: Path) -> None:
    os.mkfifo(mappe / "figurer" / "roer")


def rename(fra: str, til: str) -> Plant:
    return lambda mappe: (mappe / fra).rename(mappe / til) and None


def zip_again(**felter: bytes) -> Plant:
    """The case packed again by Python, with a comment or extra field on an entry."""

    def plant(mappe: Path) -> None:
        fil = mappe / DOCX
        with zipfile.ZipFile(fil) as gammel:
            dele = {navn: gammel.read(navn) for navn in gammel.namelist()}
        with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as ny:
            for navn, indhold in dele.items():
                post = zipfile.ZipInfo(navn, (1980, 1, 1, 0, 0, 0))
                if navn == WORD:
                    post.comment, post.extra = felter.get("kommentar", b""), felter.get("ekstra", b"")
                ny.writestr(post, indhold, zipfile.ZIP_DEFLATED)
            ny.comment = felter.get("slut", b"")

    return plant


def twice(mappe: Path) -> None:
    with zipfile.ZipFile(mappe / DOCX, "a") as fil:
        skjult = zipfile.ZipInfo("word/Document.xml", (1980, 1, 1, 0, 0, 0))
        fil.writestr(skjult, fil.read(WORD))


def gap(raa: bytes) -> bytes:
    """Bytes between the last part and the register, which still leads to every part."""
    slut = raa.rfind(b"PK\x05\x06")
    midte = struct.unpack_from("<L", raa, slut + 16)[0]
    hemmeligt = HEMMELIGT.encode()
    ny = raa[:midte] + hemmeligt + raa[midte:]
    return (
        ny[: slut + len(hemmeligt) + 16] + struct.pack("<L", midte + len(hemmeligt)) + ny[slut + len(hemmeligt) + 20 :]
    )


def chunk(slags: bytes, data: bytes) -> Plant:
    """After the head of a picture."""
    blok = struct.pack(">L", len(data)) + slags + data + struct.pack(">L", zlib.crc32(slags + data))
    return change_bytes(PNG, lambda raa: raa[:33] + blok + raa[33:])


def redraw(mappe: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 40), "white").save(mappe / PNG)


def another_picture(mappe: Path) -> None:
    from PIL import Image

    ud = BytesIO()
    Image.new("RGB", (40, 40), "white").save(ud, "PNG")
    with zipfile.ZipFile(mappe / DOCX) as gammel:
        dele = {navn: gammel.read(navn) for navn in gammel.namelist()}
    with zipfile.ZipFile(mappe / DOCX, "w", zipfile.ZIP_DEFLATED) as nyt:
        for navn, indhold in dele.items():
            nyt.writestr(zipfile.ZipInfo(navn), ud.getvalue() if navn.endswith(".png") else indhold)


def in_pdf(objekt: str) -> Plant:
    """An object more, before the register of them."""
    return change_bytes(PDF, lambda raa: raa.replace(b"\nxref", f"\n9999 0 obj\n{objekt}\nendobj\nxref".encode(), 1))


def in_sheet(fra: str, til: str) -> Plant:
    return swap(XLSX, "xl/worksheets/sheet1.xml", fra, til)


def in_svg(fra: str, til: str) -> Plant:
    return change_bytes(SVG, lambda raa: raa.decode().replace(fra, til, 1).encode())


def in_slide(xml: str, del_: str = SLIDE) -> Plant:
    return swap(PPTX, del_, "</p:spTree>", f"{xml}</p:spTree>")


def shape(tekst: str, *, x: int = 500000, egenskaber: str = "", navn: str = "TextBox 9") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="{navn}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="500000"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
        f'<a:rPr lang="da-DK">{egenskaber}</a:rPr><a:t>{tekst}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def dtd(xml: str) -> str:
    uden = re.sub(r"^<\?xml[^>]*\?>", "", xml)
    return f'<!DOCTYPE d [<!ENTITY e "{HEMMELIGT}">]>{uden}'


LED, ATTRIBUT, TEKST = "noget andet end brødtekst", "hvor der ikke skal stå tekst", "hvor der ikke skal stå nogen"
DEL, XML, TAL, NAEVNER = (
    "hverken programmet, Word",
    "ikke ses i dokumentet",
    "udgivelsen ikke viser",
    "nævner en medarb",
)
HENVISER, UDFYLDT, USYNLIG, ANDERLEDES = "henviser ud af", "er udfyldt", "ikke kan ses", "som programmet skriver det"
W14 = "w14:paraId"
LOEB = f"<w:r><w:t>{NAVN}</w:t></w:r>"

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
DELE = (
    ("an OLE object", part(DOCX, "word/embeddings/oleObject1.bin", HEMMELIGT), ("oleObject1.bin", DEL)),
    ("a text file called jpeg", part(DOCX, "word/media/image2.jpeg", HEMMELIGT), ("image2.jpeg", DEL)),
    ("a text file called png", part(DOCX, "word/media/image2.png", HEMMELIGT), ("image2.png", "andet billede")),
    ("another picture", another_picture, ("word/media/image1.png", "andet billede")),
    ("an unknown part", part(DOCX, "noter.txt", HEMMELIGT), ("noter.txt", DEL)),
    ("comments", add_part(DOCX, "word/comments.xml", "comments", "<c/>", WORD), ("word/comments.xml", DEL)),
    ("people", add_part(DOCX, "word/people.xml", "people", "<c/>", WORD), ("word/people.xml", DEL)),
    ("custom XML", part(DOCX, "customXml/item2.xml", f"<a>{NAVN}</a>"), ("customXml/item2.xml", DEL)),
    ("custom XML in a known part", part(DOCX, "customXml/item1.xml", f"<a>{NAVN}</a>"), ("item1.xml", LED)),
    ("an altChunk", add_part(DOCX, "word/afchunk.htm", "aFChunk", HEMMELIGT, WORD), ("afchunk.htm", DEL)),
    ("a macro", part(DOCX, "word/vbaProject.bin", HEMMELIGT), ("vbaProject.bin", DEL)),
    ("an embedded font", part(DOCX, "word/fonts/font1.odttf", HEMMELIGT), ("font1.odttf", DEL)),
    ("a thumbnail", part(DOCX, "docProps/thumbnail.jpeg", HEMMELIGT), ("thumbnail.jpeg", DEL)),
    (
        "a custom property",
        part(
            DOCX,
            "docProps/custom.xml",
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
            ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property'
            ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Sag">'
            f"<vt:lpwstr>{NAVN}</vt:lpwstr></property></Properties>",
        ),
        ("docProps/custom.xml", UDFYLDT),
    ),
    (
        "the author",
        swap(DOCX, "docProps/core.xml", "<dc:creator></dc:creator>", f"<dc:creator>{NAVN}</dc:creator>"),
        ("docProps/core.xml, <creator>", UDFYLDT),
    ),
    (
        "keywords",
        swap(DOCX, "docProps/core.xml", "<cp:keywords></cp:keywords>", "<cp:keywords>kræft</cp:keywords>"),
        ("<keywords>", UDFYLDT),
    ),
    ("a company", swap(DOCX, "docProps/app.xml", "<Company/>", f"<Company>{NAVN}</Company>"), ("<Company>", UDFYLDT)),
    (
        "a title of a part",
        swap(DOCX, "docProps/app.xml", "<vt:lpstr/>", f"<vt:lpstr>{NAVN}</vt:lpstr>"),
        ("docProps/app.xml, <lpstr>", TEKST),
    ),
    (
        "the title",
        swap(DOCX, "docProps/core.xml", "<dc:title>", f"<dc:title>{NAVN} "),
        ("docProps/core.xml, afsnit 1", NAEVNER),
    ),
)
I_WORD = (
    (
        "a docVar",
        swap(
            DOCX,
            "word/settings.xml",
            "<w:compat>",
            f'<w:docVars><w:docVar w:name="a" w:val="{NAVN}"/></w:docVars><w:compat>',
        ),
        ("word/settings.xml, <docVar>", LED),
    ),
    ("an insertion", in_word(f'<w:ins w:id="1" w:author="a">{LOEB}</w:ins>'), ("<ins>", LED)),
    ("a deletion", in_word(f"<w:del><w:r><w:delText>{NAVN}</w:delText></w:r></w:del>"), ("<delText>", LED)),
    ("a move away", in_word(f"<w:moveFrom>{LOEB}</w:moveFrom>"), ("<moveFrom>", LED)),
    ("a move to", in_word(f"<w:moveTo>{LOEB}</w:moveTo>"), ("<moveTo>", LED)),
    ("hidden text", in_word("<w:r><w:rPr><w:vanish/></w:rPr><w:t>godt</w:t></w:r>"), ("<vanish>", LED)),
    ("web hidden", in_word("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>godt</w:t></w:r>"), ("<webHidden>", LED)),
    (
        "white text",
        in_word('<w:r><w:rPr><w:color w:val="FEFEFE"/></w:rPr><w:t>godt</w:t></w:r>'),
        ("<color>", USYNLIG),
    ),
    (
        "the paper's colour",
        in_word('<w:r><w:rPr><w:color w:val="auto" w:themeColor="background1"/></w:rPr><w:t>a</w:t></w:r>'),
        ("<color>", USYNLIG),
    ),
    ("tiny text", in_word('<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>godt</w:t></w:r>'), ("<sz>", USYNLIG)),
    ("a smart tag", in_word(f'<w:smartTag w:uri="a" w:element="{NAVN}"/>'), ("<smartTag>", LED)),
    ("custom markup", in_word(f'<w:customXml w:element="{NAVN}"/>'), ("<customXml>", LED)),
    (
        "a control's tag",
        in_word(f'<w:sdt><w:sdtPr><w:tag w:val="{NAVN}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
        ("<tag>", LED),
    ),
    ("a field", in_word(f'<w:fldSimple w:instr="QUOTE {NAVN}"/>'), ("<fldSimple>", ATTRIBUT)),
    ("a field's instruction", in_word(f"<w:r><w:instrText>QUOTE {NAVN}</w:instrText></w:r>"), ("<instrText>", TEKST)),
    (
        "a link's target",
        swap(
            DOCX,
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId88" Type="{RELS}/hyperlink" Target="https://a.dk/{NAVN}" TargetMode="External"/>'
            "</Relationships>",
        ),
        ("word/_rels/document.xml.rels", HENVISER),
    ),
    ("a link's tip", in_word(f'<w:hyperlink w:anchor="_Toc1" w:tooltip="{NAVN}"/>'), ("<hyperlink>", ATTRIBUT)),
    ("a bookmark", in_word('<w:bookmarkStart w:id="9" w:name="Inger_47"/>'), ("<bookmarkStart>", ATTRIBUT)),
    ("a picture's alt text", swap(DOCX, WORD, 'descr="Søjle', f'descr="{NAVN} Søjle'), ("<docPr>", ATTRIBUT)),
    ("a picture's name", swap(DOCX, WORD, 'name="Picture 1"', f'name="{NAVN}"'), ("<docPr>", ATTRIBUT)),
    (
        "a picture's title",
        swap(DOCX, WORD, 'name="Picture 1"', 'name="Picture 1" title="Inger"'),
        ("<docPr>", ATTRIBUT),
    ),
    (
        "a table's alt text",
        in_word('<w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblCaption w:val="Inger"/></w:tblPr></w:tbl><w:p>'),
        ("<tblCaption>", ATTRIBUT),
    ),
    ("a style", swap(DOCX, "word/styles.xml", 'w:val="Title"', f'w:val="{NAVN}"'), ("word/styles.xml", ATTRIBUT)),
    ("a white style", swap(DOCX, "word/styles.xml", 'w:val="0B3C5D"', 'w:val="FFFFFF"'), ("word/styles", USYNLIG)),
    ("a font", swap(DOCX, "word/fontTable.xml", 'w:name="Symbol"', f'w:name="{NAVN}"'), ("<font>", ATTRIBUT)),
    ("a theme", swap(DOCX, "word/theme/theme1.xml", 'name="Office', f'name="{NAVN} Office'), ("<theme>", ATTRIBUT)),
    ("a theme's font", swap(DOCX, "word/theme/theme1.xml", 'typeface="Calibri"', 'typeface="Inger"'), ("", ATTRIBUT)),
    ("an XML comment", swap(DOCX, WORD, "<w:body>", f"<w:body><!--{NAVN}-->"), (WORD, XML)),
    ("an instruction", swap(DOCX, WORD, "<w:body>", f"<w:body><?a {NAVN}?>"), (WORD, XML)),
    ("after the root", part(DOCX, WORD, lambda x: f"{x}<!--{NAVN}-->"), (WORD, XML)),
    ("an entity", part(DOCX, WORD, dtd), (WORD, XML)),
    ("a namespace", swap(DOCX, WORD, "<w:body>", '<w:body xmlns:i="urn:Inger-Opdigtet">'), ("<body>", XML)),
    ("an attribute's name", swap(DOCX, WORD, "<w:body>", '<w:body w:Inger="1">'), ("<body>", ATTRIBUT)),
    ("an attribute's value", swap(DOCX, WORD, "<w:body>", '<w:body w:val="Inger">'), ("<body>", ATTRIBUT)),
    ("an element", swap(DOCX, WORD, "<w:body>", "<w:body><w:inger/>"), ("<inger>", LED)),
    ("between the elements", swap(DOCX, WORD, "<w:body>", f"<w:body>{NAVN}"), ("<body>", TEKST)),
    (
        "alternate content",
        in_word(f'<w:r><mc:AlternateContent><mc:Choice Requires="w14">{LOEB}</mc:Choice></mc:AlternateContent></w:r>'),
        ("<AlternateContent>", USYNLIG),
    ),
    ("a text box", in_word(f"<w:pict><w:txbxContent><w:p>{LOEB}</w:p></w:txbxContent></w:pict>"), ("", LED)),
    ("symbols", in_word('<w:r><w:sym w:font="Arial" w:char="0049"/></w:r>'), ("<sym>", LED)),
    ("phonetic text", in_word("<w:r><w:ruby><w:rt/></w:ruby></w:r>"), ("<ruby>", LED)),
    ("an altChunk's mark", swap(DOCX, WORD, "<w:sectPr", '<w:altChunk r:id="rId1"/><w:sectPr'), ("<altChunk>", LED)),
    (
        "a list's text",
        swap(DOCX, "word/numbering.xml", '<w:lvlText w:val="%1."/>', '<w:lvlText w:val="Inger"/>'),
        ("word/numbering.xml, <lvlText>", ATTRIBUT),
    ),
    (
        "a header",
        add_part(
            DOCX,
            "word/header1.xml",
            "header",
            f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>{LOEB}</w:p></w:hdr>',
            WORD,
        ),
        ("word/header1.xml, afsnit 1", NAEVNER),
    ),
    (
        "a footnote",
        add_part(
            DOCX,
            "word/footnotes.xml",
            "footnotes",
            '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">'
            "<w:p><w:r><w:t>I alt 47 dage.</w:t></w:r></w:p></w:footnote></w:footnotes>",
            WORD,
        ),
        ("word/footnotes.xml, afsnit 1", TAL),
    ),
)
EGNE_ORD = (
    ("a number with a point", "Det er 47.25 i snit.", TAL),
    ("a number with a comma", "Det er 47,25 i snit.", TAL),
    ("per cent in a word", "Andelen er 13 procent.", TAL),
    ("per cent as a sign", "Andelen er 13%.", TAL),
    ("per mille", "Andelen er 131 ‰.", TAL),
    ("a whole number", f"I {ENHED} er det 17.", TAL),
    ("a count of people", "Det drejer sig om 4 medarbejdere.", TAL),
    ("a count in words", "Det drejer sig om fire medarbejdere.", TAL),
    ("a count in words of a unit", f"Der er otte i {ENHED}.", TAL),
    ("a number in words", "Det er syvogfyrre komma to fem i snit.", TAL),
    ("hundreds in words", "Det er to hundrede og tolv.", TAL),
    ("per cent in words", "Det er tretten procent.", TAL),
    ("wide digits", "Det er １７ i alt.", TAL),
    ("Arabic digits", "Det er ١٧ i alt.", TAL),
    ("half", "Det er 17½ i alt.", TAL),
    ("a share", "Det er 3 af 17.", TAL),
    ("an employee number", "Se 104233.", "seks cifre"),
    ("a CPR number", "Se 010170-1234.", "seks cifre"),
    ("a CPR number with blanks", "Se 01 01 70 12 34.", "seks cifre"),
    ("a name", f"{NAVN} kommer igen.", NAEVNER),
    ("a name with a hard space", "Inger\u00a0Opdigtet kommer igen.", NAEVNER),
    ("a name with a thin space", "Inger\u2009Opdigtet kommer igen.", NAEVNER),
    ("a name turned round", "Opdigtet, Inger kommer igen.", NAEVNER),
    ("a name in capitals", "INGER OPDIGTET kommer igen.", NAEVNER),
    ("a name without a blank", "IngerOpdigtet kommer igen.", NAEVNER),
    ("a name letter by letter", "I n g e r O p d i g t e t kommer igen.", NAEVNER),
    ("a name with an invisible sign", "Inger Op\u200bdigtet kommer igen.", NAEVNER),
    ("a name with a soft hyphen", "Inger Op\u00addigtet kommer igen.", NAEVNER),
    ("a name with an accent", "Ingér Opdigtet kommer igen.", NAEVNER),
    ("a name backwards", "tetgidpO regnI kommer igen.", NAEVNER),
    ("a name with a line between", "Inger_Opdigtet kommer igen.", NAEVNER),
    ("an illness", "En af dem har sklerose.", "nævner en sygdom (sklerose)"),
    ("a diagnosis put together", "En af dem har brystkræften.", "nævner en sygdom (brystkræften)"),
)
I_POWERPOINT = (
    ("a hidden slide", swap(PPTX, SLIDE, "<p:sld ", '<p:sld show="0" '), (SLIDE, "en skjult side")),
    (
        "notes",
        swap(PPTX, "ppt/notesSlides/notesSlide1.xml", "<a:t>", f"<a:t>{NAVN}. "),
        ("ppt/notesSlides/notesSlide1.xml, afsnit", NAEVNER),
    ),
    ("comments", part(PPTX, "ppt/comments/comment1.xml", "<a/>"), ("comment1.xml", DEL)),
    ("authors", part(PPTX, "ppt/commentAuthors.xml", "<a/>"), ("commentAuthors.xml", DEL)),
    ("tags", part(PPTX, "ppt/tags/tag1.xml", "<a/>"), ("tag1.xml", DEL)),
    ("a film", part(PPTX, "ppt/media/media1.mp4", HEMMELIGT), ("media1.mp4", DEL)),
    ("beside the slide", in_slide(shape("godt", x=20000000)), (SLIDE, "uden for siden")),
    (
        "white letters",
        in_slide(shape("godt", egenskaber='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')),
        ("<rPr>", USYNLIG),
    ),
    ("a shape's name", in_slide(shape("godt", navn=NAVN)), ("<cNvPr>", ATTRIBUT)),
    ("a name on a slide", in_slide(shape(NAVN)), (f"{SLIDE}, afsnit", NAEVNER)),
    ("a figure on a slide", in_slide(shape("I alt 47,3 dage")), (f"{SLIDE}, afsnit", TAL)),
    ("a slide's name", swap(PPTX, SLIDE, "<p:cSld>", f'<p:cSld name="{NAVN}">'), ("<cSld>", ATTRIBUT)),
    ("a chart's alt text", swap(PPTX, SLIDE, 'descr="', f'descr="{NAVN} '), ("<cNvPr>", ATTRIBUT)),
    (
        "a point more in a chart",
        swap(PPTX, "ppt/charts/chart1.xml", "<c:v>", "<c:v>47.25</c:v></c:pt><c:pt idx='99'><c:v>"),
        ("ppt/charts/chart1.xml", "programmets diagram"),
    ),
    (
        "a category more in a chart",
        swap(PPTX, "ppt/charts/chart1.xml", "<c:v>", f"<c:v>{NAVN}</c:v></c:pt><c:pt idx='99'><c:v>"),
        ("ppt/charts/chart1.xml", "programmets diagram"),
    ),
    (
        "a chart's formula",
        swap(PPTX, "ppt/charts/chart1.xml", "<c:f>", f"<c:f>{NAVN}"),
        ("ppt/charts/chart1.xml, <f>", TEKST),
    ),
    (
        "the workbook behind a chart",
        part(PPTX, "ppt/embeddings/Microsoft_Excel_Sheet9.xlsx", HEMMELIGT),
        ("Microsoft_Excel_Sheet9.xlsx", "regneark bag diagrammet"),
    ),
    ("a layout", in_slide(shape(NAVN), "ppt/slideLayouts/slideLayout6.xml"), ("slideLayout6.xml", TEKST)),
    ("the master", in_slide(shape(NAVN), "ppt/slideMasters/slideMaster1.xml"), ("slideMaster1.xml", TEKST)),
    (
        "a section",
        swap(
            PPTX,
            "ppt/presentation.xml",
            "</p:presentation>",
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
            ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section'
            f' name="{NAVN}"/></p14:sectionLst></p:ext></p:extLst></p:presentation>',
        ),
        ("ppt/presentation.xml, <section>", LED),
    ),
    (
        "a custom show",
        swap(
            PPTX,
            "ppt/presentation.xml",
            "</p:presentation>",
            f'<p:custShowLst><p:custShow name="{NAVN}" id="0"/></p:custShowLst></p:presentation>',
        ),
        ("<custShow>", LED),
    ),
    (
        "a link",
        in_slide(shape("godt", egenskaber='<a:hlinkClick tooltip="Inger"/>')),
        ("<hlinkClick>", LED),
    ),
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
