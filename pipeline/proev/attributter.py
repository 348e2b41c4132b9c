"""What an attribute in an Office file may say: a value that is no word of anybody's."""

import re
from collections.abc import Callable, Set
from functools import cache

from pipeline.proev.lister import is_known_name, read_ord, read_vaerdier

TAL = re.compile(r"[-+]?\d{1,8}(?:\.\d{1,15})?(?:%|pt|cm|mm|in|px|pc)?")
ID = re.compile(r"\d{1,10}")
HEX = re.compile(r"[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}")
GUID = re.compile(r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
FORMER: dict[str, re.Pattern[str]] = {
    "lang": re.compile(r"(?:[a-z]{2,3}-[A-Z]{2}|x-none|zxx|)"),
    "relation": re.compile(r"rId\d{1,4}"),
    "punkt": re.compile(r"[%\d.,)(§–•o·»>▪-]{0,24}|[\uf000-\uf0ff]"),
    "bogmaerke": re.compile(r"_GoBack|_(?:Toc|Ref|Hlk)\d{1,9}"),
    "panose": re.compile(r"(?:0[0-9A-Fa-f]){10}"),
    "form": re.compile(r"_x0000_[a-z]\d{1,5}"),
    "formel": re.compile(r"(?:val )?-?\d{1,8}|adj\d?"),
    "fletning": re.compile(r"[a-zA-Z0-9]{1,9}(?: [a-zA-Z0-9]{1,9}){0,11}"),
    "bool": re.compile(r"true|false|on|off|preserve|rels|xml|edit"),
    "format": re.compile(r'(?:(?:^|;)(?:\[\$-406\])?(?:\\?\+|\\?[−±]|"[−±]")?[#,0.]{1,8}){1,3}'),
    "klokken": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
}
SPROG = frozenset({"lang", "altLang", "eastAsia", "bidi"})
"""Attributes that say a language; so does `val` of these elements."""
SPROGLED = frozenset({"lang", "themeFontLang"})
SKRIFTLED = frozenset({"rFonts", "font", "altName", "latin", "ea", "cs", "sym", "buFont"})
NAVNELED = frozenset({"cNvPr", "docPr"})
STYLELED = frozenset({"name", "basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "aliases", "styleLink"})
STYLELED_OGSAA = frozenset({"numStyleLink", "lsdException", "style", "docPartGallery", "compatSetting", "property"})
NAVNGIVNE = frozenset({"theme", "clrScheme", "fontScheme", "fmtScheme", "cSld", "extraClrScheme", "Sources"})
BILLEDFORMER = frozenset({"gd", "av"})
TEGNLED = frozenset({"buChar", "lvlText", "decimalSymbol", "listSeparator", "suff"})
SKRIFTSPROG = re.compile(r"[A-Z][a-z]{3}")
FORMATER = frozenset({"General", "#,##0.0", "0.0", "[$-409]mm/dd/yyyy", "@", "0", "0.00"})


def is_plain(led: str, navn: str, vaerdi: str, kendte: Set[tuple[str, str]]) -> bool:
    """Whether `vaerdi` of the attribute says nothing: a measure, a value of the format, a name programs give, or what
    the program itself wrote (`kendte`, by attribute).
    """
    return not vaerdi or (navn, vaerdi) in kendte or _is_plain(led, navn, vaerdi)


@cache
def _is_plain(led: str, navn: str, vaerdi: str) -> bool:
    if navn in ("descr", "title", "tooltip", "alt", "TargetMode"):
        return False
    return any(regel(led, navn, vaerdi) for regel in REGLER)


def _is_measure(led: str, navn: str, vaerdi: str) -> bool:
    """Colours, marks and ids are hexadecimal; identifiers that programs draw at random are GUIDs at few places."""
    if TAL.fullmatch(vaerdi) or (navn in ("val", "id", "idx") and ID.fullmatch(vaerdi) and led in IDLED):
        return True
    if HEX.fullmatch(vaerdi) and (len(vaerdi) == 2 or not vaerdi.isalpha()):
        return True
    return bool(GUID.fullmatch(vaerdi)) and (led, navn) in GUIDLED


def _is_value(_led: str, _navn: str, vaerdi: str) -> bool:
    return vaerdi in read_vaerdier() or FORMER["bool"].fullmatch(vaerdi) is not None


def _is_colour(led: str, navn: str, vaerdi: str) -> bool:
    """Six letters may be a colour where one stands."""
    return (
        bool(HEX.fullmatch(vaerdi)) and len(vaerdi) == 6 and (led.endswith("Clr") or navn in ("fill", "color", "val"))
    )


def _is_listed(led: str, navn: str, vaerdi: str) -> bool:
    ordene = read_ord()
    if led in SKRIFTLED:
        return vaerdi in ordene["skrifter"] or (navn == "script" and SKRIFTSPROG.fullmatch(vaerdi) is not None)
    if navn in ("Type", "ContentType", "Extension"):
        return vaerdi in ordene["typer"]
    if navn == "instr":
        return vaerdi.strip() in ordene["felter"]
    return vaerdi in ordene["steder"] or vaerdi in ordene["egenskaber"] or vaerdi in FORMATER


def _is_name(led: str, navn: str, vaerdi: str) -> bool:
    if led in NAVNELED | NAVNGIVNE | STYLELED | STYLELED_OGSAA and navn in ("name", "val", "styleId", "StyleName"):
        return is_known_name(vaerdi)
    return led == "bookmarkStart" and FORMER["bogmaerke"].fullmatch(vaerdi) is not None


def _is_form(led: str, navn: str, vaerdi: str) -> bool:
    former = [
        ("lang", navn in SPROG or (navn == "val" and led in SPROGLED)),
        ("relation", navn in ("id", "Id", "embed")),
        ("punkt", led in TEGNLED),
        ("panose", led == "panose1" or navn == "panose"),
        ("form", navn in ("spid", "id")),
        ("formel", led in BILLEDFORMER),
        ("fletning", led in ("Choice",) and navn == "Requires"),
        ("format", navn == "formatCode"),
        ("klokken", navn == "dT"),
    ]
    return any(gaelder and FORMER[form].fullmatch(vaerdi) is not None for form, gaelder in former)


IDLED = frozenset(
    {"sldId", "sldMasterId", "sldLayoutId", "cNvPr", "docPr", "creationId", "axId", "crossAx", "rowId", "colId", "id"}
)
GUIDLED = frozenset(
    {
        ("fld", "id"),
        ("creationId", "id"),
        ("uniqueId", "val"),
        ("datastoreItem", "itemID"),
        ("themeFamily", "id"),
        ("themeFamily", "vid"),
        ("docId", "val"),
        ("label", "id"),
        ("label", "siteId"),
    }
)
Regel = Callable[[str, str, str], bool]
REGLER: tuple[Regel, ...] = (_is_measure, _is_value, _is_colour, _is_listed, _is_name, _is_form)
