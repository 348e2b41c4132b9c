"""The guards of what may stand in a release, each with the text that makes it and the tests that miss it."""

from tests.vagter.vagt import Mutation

PLANTNINGER, EGNE = "tests/pipeline/status/test_plantninger.py", "tests/pipeline/proev/test_egneord.py"
FORVENTET, OOXML = "pipeline/proev/forventet.py", "pipeline/proev/ooxml.py"
EGNEORD, ZIPFIL = "pipeline/proev/egneord.py", "pipeline/proev/zipfil.py"

FILERNES = (
    Mutation(
        "every byte the program's own",
        FORVENTET,
        "        if navn not in forventet.kendte:",
        "        if navn not in forventet.kendte:\n            continue",
        PLANTNINGER,
    ),
    Mutation("own words are read", FORVENTET, "fund in check_ord(laest.afsnit, ordbog)", "fund in ()", PLANTNINGER),
    Mutation("no link in the folder", "pipeline/proev/mappe.py", "post.lstat()", "post.stat()", PLANTNINGER),
    Mutation(
        "only the release's files", "pipeline/proev/mappe.py", "elif navn not in navne:", "elif False:", PLANTNINGER
    ),
    Mutation("no folder beside", "pipeline/proev/mappe.py", "elif navn not in mapper:", "elif False:", PLANTNINGER),
    Mutation("what stays lies apart", "pipeline/proev/mappe.py", '("/")[0] ==', '("/")[0] !=', PLANTNINGER),
    Mutation(
        "parts on a list", "pipeline/proev/office.py", "if not DELE[slags].fullmatch(navn):", "if False:", PLANTNINGER
    ),
    Mutation("only drawn pictures", "pipeline/proev/office.py", "(indhold not in kendt.billeder)", "0", PLANTNINGER),
    Mutation(
        "a chart's own workbook",
        "pipeline/proev/office.py",
        "if indhold not in {raa for",
        "if None in {raa for",
        PLANTNINGER,
    ),
    Mutation("elements on a list", OOXML, "if q.localname not in read_led()", "if None in read_led()", PLANTNINGER),
    Mutation("attributes by name", OOXML, "a.localname not in read_attributter() or not", "not", PLANTNINGER),
    Mutation("attributes by value", OOXML, "or not is_plain(", "or None is (", PLANTNINGER),
    Mutation("namespaces on a list", OOXML, 'set(led.nsmap.values()) - read_ord()["navnerum"] or', "", PLANTNINGER),
    Mutation("nothing between elements", OOXML, "if led.tail and led.tail.strip():", "if False:", PLANTNINGER),
    Mutation("no entities", OOXML, "docinfo.internalDTD is not None", "docinfo is None", PLANTNINGER),
    Mutation("references stay inside", OOXML, 'a.localname == "TargetMode" and', "False and", PLANTNINGER),
    Mutation("no other title", OOXML, "in pakke.titler\n", "or tekst\n", PLANTNINGER),
    Mutation("properties are empty", OOXML, "if felt in EGENSKABER and", "if felt in () and", PLANTNINGER),
    Mutation("a chart's own figures", OOXML, "_number(tekst) not in kendt.diagramtal", "False", PLANTNINGER),
    Mutation("no white letters", "pipeline/proev/usynlig.py", "TEGN_LYST = 0xE0", "TEGN_LYST = 0x1FF", PLANTNINGER),
    Mutation("no hidden slide", "pipeline/proev/usynlig.py", 'in ("0", "false")', "in ()", PLANTNINGER),
    Mutation("nothing after a zip", ZIPFIL, "if kommentar or slut + 22 != len(raa):", "if False:", PLANTNINGER),
    Mutation("nothing between parts", ZIPFIL, "        if naeste != midte:", "        if False:", PLANTNINGER),
    Mutation("one entry a name", ZIPFIL, "in {navn.casefold() for navn in dele}", "in ()", PLANTNINGER),
    Mutation("no extra fields", ZIPFIL, "return not ekstra or", "return True or", PLANTNINGER),
    Mutation("only the release's numbers", EGNEORD, "if not _is_stated(tal, uden_datoer, ordbog):", "if False:", EGNE),
    Mutation("no long numbers", EGNEORD, "CIFRE.finditer(", "re.compile('x^').finditer(", EGNE),
    Mutation(
        "no names", EGNEORD, "in navne:\n                    return True", "in navne:\n                    pass", EGNE
    ),
    Mutation("no hidden units", EGNEORD, "if ordbog.skjulte is None:", "if True:", EGNE),
    Mutation("no diagnoses", EGNEORD, "if ordbog.afvises and", "if False and", EGNE),
)
