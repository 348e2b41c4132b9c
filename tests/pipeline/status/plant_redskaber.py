"""Tools to plant something in an honest release, and the pieces of the sentences that refuse it."""

import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

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
    Image.new("RGB", (40, 40), "white").save(mappe / PNG)


def another_picture(mappe: Path) -> None:
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
