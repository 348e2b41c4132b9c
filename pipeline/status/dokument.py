"""The case in Word, from the house's template or the municipality's own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError
from lxml.etree import QName

from pipeline.fejl import Brugerfejl
from pipeline.mapper import shipped_folder
from pipeline.report.filformater import FAST_DATO
from pipeline.status.bilag import describe_kilde, make_bilag
from pipeline.status.figurer import FIGUR_1, HVORFOR, Figur
from pipeline.status.grundlag import Grundlag
from pipeline.status.revisioner import Rettelse, describe_rettelser
from pipeline.status.saetninger import (
    Afsnit,
    fill,
    write_andel,
    write_endelig,
    write_fakta,
    write_grupper,
    write_hvorfor,
    write_kort_og_lang,
    write_langtidsfriske,
    write_niveau,
    write_sagsdatoer,
    write_signaler,
    write_top,
)
from pipeline.status.skabelon import IkkeTilladt, Miljoe, UkendtFelt, check_package
from pipeline.status.tabel import PLADS, Tabelfelt, has_derived, insert_tabel, make_tabelfelt
from pipeline.status.zip import pack_again
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord, step_back

SKABELON = "status-skabelon.docx"
BREDDE = Cm(16)
BILLEDER = {"figur_1": FIGUR_1, "figur_2": HVORFOR}
"""The fields for pictures, and the figure each is of."""
SPOR = ("savePreviewPicture", "rsids")
"""What a template may carry along of those who edited it."""
FORREST = ("writeProtection", "view", "zoom")
VAERN = {
    "removePersonalInformation": FORREST,
    "removeDateAndTime": (*FORREST, "removePersonalInformation"),
    "doNotAutoCompressPictures": (*FORREST, "removeDateAndTime", "compat", "rsids", "mathPr", "themeFontLang")
    + ("clrSchemeMapping",),
}
"""Settings that keep it clean, and the ones they stand after in Word's own order."""
Felt = Afsnit | Sequence[Afsnit] | Tabelfelt
Felter = Mapping[str, Felt]


@dataclass(frozen=True)
class Billede:
    """A figure as the case shows it."""

    figur: Figur
    png: bytes


def make_felter(
    grundlag: Grundlag,
    billeder: Mapping[str, Billede],
    *,
    revisioner: Sequence[Afsnit],
    rettelser: Sequence[Rettelse] = (),
    berigtigelser: Sequence[Afsnit] = (),
    bilagene: Collection[str] = tekster_status.BILAG_TITLER.keys(),
    egne: Sequence[str] = (),
    indsatser: Sequence[str] = (),
) -> dict[str, Any]:
    """What a template may ask for, but the pictures: a paragraph, a list of them, or the table. `bilagene`: those there
    are; `egne`, `indsatser`: what hr has given.
    """
    kvartal = periode_med_ord(grundlag.kvartal)
    periode = fill(tekster_status.PERIODE, fra=periode_med_ord(step_back(grundlag.kvartal, 3)), til=kvartal)
    kommunen = (
        periode,
        write_niveau(grundlag),
        Afsnit(tekster_status.POPULATION),
        write_top(grundlag),
    )
    kort_og_lang = (write_kort_og_lang(grundlag), *revisioner, Afsnit(tekster_status.FIGUR_HENVISNING))
    titler = [titel for navn, titel in tekster_status.BILAG_TITLER.items() if navn in bilagene]
    afdelinger = make_bilag(grundlag)[0]
    langtid = write_andel(grundlag, "langtidsandel", tekster_status.LANGTID, tekster_status.LANGTID_INGEN)
    tallene = (write_endelig(grundlag), *berigtigelser, describe_rettelser(rettelser), write_sagsdatoer(grundlag))
    return {
        "titel": fill(tekster_status.TITEL, kvartal=kvartal),
        "kvartal": Afsnit(kvartal),
        "kommune": Afsnit(grundlag.kommunen["navn"]),
        "demo": Afsnit(tekster_status.DEMO if grundlag.er_demo else ""),
        "indstilling": [fill(punkt, kvartal=kvartal) for punkt in tekster_status.INDSTILLING],
        "fakta": write_fakta(grundlag),
        "tabel": make_tabelfelt(afdelinger),
        "tabel_tekst": fill(tekster_status.TABEL_TITEL, enhed=grundlag.enhed),
        "tabel_note": Afsnit(tekster_status.TABEL_NOTE if has_derived(afdelinger) else ""),
        "signaler": write_signaler(grundlag),
        "resume": fill(tekster_status.RESUME, kommune=grundlag.kommunen["navn"], kvartal=kvartal),
        "kommunen": [afsnit for afsnit in (*kommunen, *kort_og_lang) if afsnit.tekst],
        **{f"{navn}_tekst": Afsnit(billeder[navn].figur.billedtekst if navn in billeder else "") for navn in BILLEDER},
        "hvorfor": write_hvorfor(grundlag),
        "omraader": write_grupper(grundlag, grundlag.at_level("område"), "omraader"),
        "afdelinger": write_grupper(grundlag, grundlag.at_level("afdeling"), "afdelinger"),
        "langtid_titel": fill(tekster_status.LANGTID_TITEL, langtid_dage=grundlag.definitioner["langtid_dage"]),
        "langtid": [langtid, Afsnit(tekster_status.BILAG_HENVISNING["enheder" in bilagene])],
        "langtidsfriske": [
            fill(tekster_status.LANGTIDSFRISKE_ER, friske_dage=grundlag.definitioner["friske_dage"]),
            write_langtidsfriske(grundlag),
        ],
        "tallene": [afsnit for afsnit in tallene if afsnit.tekst],
        **_make_egne(egne, indsatser),
        "bilag": [fill(titel, kvartal=kvartal) for titel in titler],
        "kilde": Afsnit(describe_kilde(grundlag)),
    }


def _make_egne(egne: Sequence[str], indsatser: Sequence[str]) -> dict[str, Any]:
    """What is hr's to say; where she has said nothing, the places to write."""
    return {
        "egne_ord": Afsnit(" ".join(egne) or tekster_status.HR_EGNE_ORD),
        "egne_afsnit": [Afsnit(tekst) for tekst in egne or (tekster_status.HR_EGNE_ORD,)],
        "indsatser": [Afsnit(linje) for linje in indsatser],
        "oekonomi": Afsnit(tekster_status.OEKONOMI),
        "lovgrundlag": Afsnit(tekster_status.LOVGRUNDLAG),
        "intet": Afsnit(tekster_status.INTET),
    }


def write_docx(felter: Felter, billeder: Mapping[str, Billede], *, skabelon: Path | None = None) -> bytes:
    """Errors: `Brugerfejl` for a template that cannot be read, or asks for something else than the fields there are."""
    fil = skabelon or shipped_folder("config") / SKABELON
    miljoe = Miljoe({*felter, *BILLEDER})
    try:
        check_package(fil, ellers=tekster_status.SKABELON_FREMMED_DEL)
        dokument = DocxTemplate(BytesIO(fil.read_bytes()))
        dokument.get_undeclared_template_variables(miljoe)
        ordene: dict[str, Any] = {navn: _words(felt) for navn, felt in felter.items()}
        ordene |= dict.fromkeys(BILLEDER, "") | {
            navn: InlineImage(dokument, BytesIO(billede.png), width=BREDDE) for navn, billede in billeder.items()
        }
        dokument.render(ordene, miljoe, autoescape=True)
        _insert_tabeller(dokument, felter)
    except UkendtFelt as fejl:
        raise Brugerfejl(tekster_status.SKABELON_UKENDT_FELT.format(fil=fil.name, felt=fejl.message)) from None
    except (IkkeTilladt, SecurityError) as fejl:
        raise Brugerfejl(tekster_status.SKABELON_IKKE_TILLADT.format(fil=fil.name, hvad=fejl.message)) from None
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError, TemplateError):
        raise Brugerfejl(tekster_status.SKABELON_KAN_IKKE_LAESES.format(fil=fil.name)) from None
    _describe_billeder(dokument, billeder.values())
    _set_properties(dokument, ordene["titel"])
    ud = BytesIO()
    dokument.save(ud)
    return pack_again(ud.getvalue())


def _insert_tabeller(dokument: DocxTemplate, felter: Felter) -> None:
    for felt in felter.values():
        if isinstance(felt, Tabelfelt):
            insert_tabel(dokument.docx, felt)


def _describe_billeder(dokument: DocxTemplate, billeder: Collection[Billede]) -> None:
    """The alternative text of each of ours, wherever the template has put it; the template's own keep theirs."""
    tekster = {billede.png: billede.figur.alt_tekst for billede in billeder}
    for vist in dokument.docx.inline_shapes:
        relation = vist._inline.graphic.graphicData.pic.blipFill.blip.embed
        png = dokument.docx.part.related_parts[relation].blob
        if png in tekster:
            vist._inline.docPr.set("descr", tekster[png])


def _words(felt: Felt) -> str | list[str]:
    if isinstance(felt, Tabelfelt):
        return PLADS
    return felt.tekst if isinstance(felt, Afsnit) else [afsnit.tekst for afsnit in felt]


def _set_properties(dokument: DocxTemplate, titel: str) -> None:
    """Nobody's name, no time: a document says what it is and in which language."""
    egenskaber = dokument.docx.core_properties
    egenskaber.title, egenskaber.language = titel, "da-DK"
    egenskaber.author = egenskaber.last_modified_by = egenskaber.comments = egenskaber.keywords = ""
    egenskaber.created = egenskaber.modified = FAST_DATO
    _keep_clean(dokument)


def _keep_clean(dokument: DocxTemplate) -> None:
    """Word saves it without the name of who edits it, without a picture of it, and with Figur 1 as it was drawn."""
    drop_relations(dokument.docx.part.package.rels, RT.THUMBNAIL)
    indstillinger = dokument.docx.settings.element
    for navn in (*SPOR, *VAERN):
        for led in indstillinger.findall(qn(f"w:{navn}")):
            indstillinger.remove(led)
    for navn, foer in VAERN.items():
        plads = [
            nr for nr, led in enumerate(indstillinger) if isinstance(led.tag, str) and QName(led).localname in foer
        ]
        indstillinger.insert(plads[-1] + 1 if plads else 0, OxmlElement(f"w:{navn}"))


def drop_relations(relationer: Any, slags: str) -> None:
    """Those of one kind, and with them the part they lead to. `relationer`: of a part or of the package."""
    for nr in [nr for nr, relation in relationer.items() if relation.reltype == slags]:
        relationer.pop(nr)


def read_afsnit(docx: bytes) -> list[tuple[str, str]]:
    """Every paragraph of a document with the heading it stands under; a heading stands under itself."""
    fundne, overskrift = [], ""
    for afsnit in Document(BytesIO(docx)).paragraphs:
        if afsnit.style is not None and afsnit.style.name.startswith("Heading"):
            overskrift = afsnit.text
        fundne.append((overskrift, afsnit.text))
    return fundne
