"""A release edited the way HR edits it: in Word, in PowerPoint and in LibreOffice."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx import Presentation

EGNE_ORD = (
    "Kommunen har siden 2023 arbejdet med nærvær. Den 3. marts 2025 mødtes alle ledere, og i 2. halvår 2025 følger "
    "HR op på de tre indsatser, der er beskrevet i afsnit 2 og i bilag 1, jf. § 7 a, stk. 2.",
    "Sygefraværet er 13,6 sygedage, og langtidssygefraværet udgør 42 pct. Det er 0,7 dag lavere end før. Målet er "
    "tretten komma tre i 2026.",
    "Afdelingerne fortsætter det, der virker: tidlig samtale, fast kontakt og en plan for at vende tilbage.",
)
TILFOEJ: Callable[[str], str] = lambda tekst: tekst.replace("drøftes", "drøftes og tages til efterretning")  # noqa: E731


def edit_docx(fil: Path) -> None:
    """HR's own section, a changed sentence, bold, a list, a table, a page number and a footnoteless heading."""
    dokument = Document(str(fil))
    eget = next(a for a in dokument.paragraphs if a.text.startswith("[HR"))
    eget.text = EGNE_ORD[0]
    eget.runs[0].bold = True
    for tekst in EGNE_ORD[1:]:
        eget.insert_paragraph_before(tekst, style="List Bullet")
    eget.insert_paragraph_before("Indsatser", style="Heading 2")
    for afsnit in dokument.paragraphs:
        for loeb in afsnit.runs:
            if "drøftes" in loeb.text:
                loeb.text = TILFOEJ(loeb.text)
    tabel = dokument.add_table(rows=2, cols=2, style="Table Grid")
    for celle, tekst in zip(
        (c for r in tabel.rows for c in r.cells), ("Indsats", "Hvem", "Tidlig samtale", "Alle ledere"), strict=True
    ):
        celle.text = tekst
    sidefod = dokument.sections[0].footer.paragraphs[0]
    for slags in ("begin", None, "end"):
        loeb = sidefod.add_run()._r
        if slags is None:
            felt = OxmlElement("w:instrText")
            felt.set(qn("xml:space"), "preserve")
            felt.text = " PAGE "
            loeb.append(felt)
        else:
            tegn = OxmlElement("w:fldChar")
            tegn.set(qn("w:fldCharType"), slags)
            loeb.append(tegn)
    dokument.save(str(fil))


def edit_pptx(fil: Path) -> None:
    fremvisning = Presentation(str(fil))
    sidste = fremvisning.slides[-1]
    felt = next(s for s in sidste.shapes if s.has_text_frame and s.text_frame.text.startswith("[Skriv"))
    felt.text_frame.text = EGNE_ORD[2]
    sidste.notes_slide.notes_text_frame.text = EGNE_ORD[0]
    fremvisning.save(str(fil))


def save_with_libreoffice(fil: Path, arbejde: Path) -> None:
    """Opened and saved anew, as its own format."""
    profil = (arbejde / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profil}", "--headless", "--convert-to", fil.suffix[1:], "--outdir"]
        + [str(arbejde / "ud"), str(fil)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shutil.copy(arbejde / "ud" / fil.name, fil)


def rewrite(fil: Path, aendringer: dict[str, Callable[[str], str] | str]) -> None:
    """Parts changed or, given whole, added."""
    with zipfile.ZipFile(fil) as gammel:
        dele = {navn: gammel.read(navn) for navn in gammel.namelist()}
    for navn, aendring in aendringer.items():
        ny = aendring if isinstance(aendring, str) else aendring(dele[navn].decode())
        assert ny.encode() != dele.get(navn), f"nothing changed in {navn}"
        dele[navn] = ny.encode()
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as nyt:
        for navn, indhold in dele.items():
            nyt.writestr(zipfile.ZipInfo(navn, (1980, 1, 1, 0, 0, 0)), indhold, zipfile.ZIP_DEFLATED)


WORD_RUM = (
    ' xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    ' xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex"'
    ' xmlns:oel="http://schemas.microsoft.com/office/2019/extlst"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
FODNOTER = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator"
 w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"""
WORD_APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Template>Normal.dotm</Template>
<TotalTime>12</TotalTime><Pages>3</Pages><Words>612</Words><Characters>3733</Characters>
<Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity><Lines>31</Lines><Paragraphs>8</Paragraphs>
<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Titel</vt:lpstr>
</vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1"
 baseType="lpstr"><vt:lpstr>Status for sygefravær 2. kvartal 2025</vt:lpstr></vt:vector></TitlesOfParts>
<Company></Company><LinksUpToDate>false</LinksUpToDate><CharactersWithSpaces>4337</CharactersWithSpaces>
<SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>"""


MAERKAT = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label
 id="{F42AA342-8706-4288-BD11-EBB85995028C}" enabled="1" method="Standard"
 siteId="{72F988BF-86F1-41AF-91AB-2D7CD011DB47}" contentBits="0" removed="0"/></clbl:labelList>"""


def make_like_word(fil: Path) -> None:
    """What Word adds when it saves: revision ids, marks of spelling and pages, footnotes' rules, its own properties."""

    def document(xml: str) -> str:
        xml = xml.replace(" mc:Ignorable=", WORD_RUM + " mc:Ignorable=", 1).replace('"w14 wp14"', '"w14 w15 wp14"', 1)
        xml = re.sub(r"<w:p>", '<w:p w14:paraId="3F2A91BC" w14:textId="77777777" w:rsidR="00A77B3E">', xml)
        xml = xml.replace("<w:r><w:t", '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A77B3E"><w:t', 1)
        xml = xml.replace("<w:r><w:t", "<w:r><w:lastRenderedPageBreak/><w:t", 1)
        mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>'
        return xml.replace("</w:p>", mark, 1)

    def settings(xml: str) -> str:
        return xml.replace("<m:mathPr>", '<w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids><m:mathPr>', 1)

    def roots(xml: str) -> str:
        slags = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
        ny = f'<Relationship Id="rId98" Type="{slags}" Target="docMetadata/LabelInfo.xml"/></Relationships>'
        return xml.replace("</Relationships>", ny)

    def types(xml: str) -> str:
        maerkat = "application/vnd.ms-office.classificationlabels+xml"
        xml = xml.replace(
            "</Types>", f'<Override PartName="/docMetadata/LabelInfo.xml" ContentType="{maerkat}"/></Types>'
        )
        slags = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        ny = f'<Override PartName="/word/footnotes.xml" ContentType="{slags}"/></Types>'
        return xml.replace("</Types>", ny)

    def relations(xml: str) -> str:
        slags = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        ny = f'<Relationship Id="rId99" Type="{slags}" Target="footnotes.xml"/></Relationships>'
        return xml.replace("</Relationships>", ny)

    def core(xml: str) -> str:
        ny = xml.replace("<cp:revision>1<", "<cp:revision>4<")
        return re.sub(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>2025-08-19T09:12:00Z", ny)

    rewrite(
        fil,
        {
            "word/document.xml": document,
            "word/settings.xml": settings,
            "word/footnotes.xml": FODNOTER,
            "docMetadata/LabelInfo.xml": MAERKAT,
            "_rels/.rels": roots,
            "word/_rels/document.xml.rels": relations,
            "[Content_Types].xml": types,
            "docProps/app.xml": WORD_APP,
            "docProps/core.xml": core,
        },
    )
