"""A template chooses where our texts stand; it runs nothing, and brings nothing that runs."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from pipeline.fejl import Brugerfejl
from pipeline.mapper import shipped_folder
from pipeline.status.dokument import SKABELON, Billede, write_docx
from pipeline.status.figurer import Figur
from pipeline.status.saetninger import Afsnit

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "0005fe02fea73581e40000000049454e44ae426082"
)
BILLEDER = {"figur_1": Billede(Figur("figur_1", "tekst", "alt", None), PNG)}  # type: ignore[arg-type]
FELTER = {"titel": Afsnit("Status"), "resume": Afsnit("Resumé"), "kommunen": [Afsnit("Første"), Afsnit("Andet")]}
ONDE = (
    "{{ titel.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ figur_1.tpl.docx.save('x.docx') }}",
    "{{ figur_1.image_descriptor }}",
    "{{ figur_1['tpl'] }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ titel.format(1) }}",
    "{{ titel()  }}",
    "{{ titel|attr('upper') }}",
    "{{ kommunen|map(attribute='x')|list }}",
    "{{ range(1000000000)|list }}",
    "{{ 'a' * 10000000000 }}",
    "{{ titel ~ titel }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ [titel, titel] }}",
    "{{ {'a': titel} }}",
    "{{ 1 }}",
    "{{ kommunen[0] }}",
    "{% set x = titel %}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro m() %}{% endmacro %}",
    "{% block b %}{% endblock %}",
    "{% for a in 'abc' %}{% endfor %}",
    "{% for a in kommunen %}{% for b in kommunen %}{{ b }}{% endfor %}{% endfor %}",
    "{% for a in kommunen %}{% if a %}{% for b in kommunen %}{{ b }}{% endfor %}{% endif %}{% endfor %}",
    "{% for a in kommunen recursive %}{{ a }}{% endfor %}",
    "{% for a in kommunen if a.__class__ %}{{ a }}{% endfor %}",
    "{% if titel == 'x' %}{% endif %}",
    "{% if titel is defined %}{% endif %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with a = titel %}{% endwith %}",
    "{% autoescape false %}{{ titel }}{% endautoescape %}",
)
SKABELON_TIL_SKABELON = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
UKENDTE = ("{{ config }}", "{{ self }}", "{{ loop }}", "{{ request }}", "{% for a in range %}{{ a }}{% endfor %}")


def _body(dokument: Document, tekst: str) -> None:  # type: ignore[valid-type]
    dokument.add_paragraph(tekst)  # type: ignore[attr-defined]


def _header(dokument: Document, tekst: str) -> None:  # type: ignore[valid-type]
    dokument.sections[0].header.paragraphs[0].text = tekst  # type: ignore[attr-defined]


def _property(dokument: Document, tekst: str) -> None:  # type: ignore[valid-type]
    dokument.core_properties.subject = tekst  # type: ignore[attr-defined]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., bytes]:
    """The document a template with this text makes."""

    def run(tekst: str, sted: Callable[..., None] = _body) -> bytes:
        dokument = Document()
        sted(dokument, tekst)
        dokument.save(str(tmp_path / "vores.docx"))
        return fill(tmp_path / "vores.docx")

    return run


def fill(fil: Path) -> bytes:
    return write_docx(FELTER, BILLEDER, skabelon=fil)


@pytest.mark.parametrize("sted", [_body, _header, _property])
@pytest.mark.parametrize("tekst", ONDE)
def test_whatever_is_not_a_field_a_list_or_a_condition_is_refused(
    write: Callable[..., bytes], tekst: str, sted: Callable[..., None]
) -> None:
    with pytest.raises(Brugerfejl, match=r"^Skabelonen vores\.docx bruger (noget, en skabelon ikke må|feltet)"):
        write(tekst, sted)


@pytest.mark.parametrize("tekst", UKENDTE)
def test_a_name_of_the_template_language_is_an_unknown_field(write: Callable[..., bytes], tekst: str) -> None:
    with pytest.raises(Brugerfejl, match="som ikke findes"):
        write(tekst)


def test_fields_lists_and_conditions_are_filled(write: Callable[..., bytes]) -> None:
    docx = write("{% if titel %}{{ titel }}: {% endif %}{% for a in kommunen %}{{ a }}, {% endfor %}{{ resume }}")
    assert [afsnit.text for afsnit in Document(BytesIO(docx)).paragraphs] == ["Status: Første, Andet, Resumé"]


def test_the_houses_own_template_is_made_of_the_same(tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl, match="feltet »(afdelinger|demo)«"):  # FELTER has but a few of its fields
        fill(shipped_folder("config") / SKABELON)


def test_a_value_with_braces_is_text(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "a.docx"))
    dokument = Document()
    dokument.add_paragraph("{{ titel }}")
    dokument.save(str(tmp_path / "vores.docx"))
    felter = {**FELTER, "titel": Afsnit("{{ resume }}{% set x = 1 %}")}
    docx = write_docx(felter, BILLEDER, skabelon=tmp_path / "vores.docx")
    assert Document(BytesIO(docx)).paragraphs[0].text == "{{ resume }}{% set x = 1 %}"


@pytest.mark.parametrize(
    "navn",
    ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml", "customUI/customUI14.xml"],
)
def test_a_template_with_a_macro_or_an_object_is_refused(tmp_path: Path, navn: str) -> None:
    Document().save(str(tmp_path / "vores.docx"))
    with zipfile.ZipFile(tmp_path / "vores.docx", "a") as pakke:
        pakke.writestr(navn, b"x")
    with pytest.raises(Brugerfejl, match="makro eller et indlejret objekt"):
        fill(tmp_path / "vores.docx")


@pytest.mark.parametrize(
    ("slags", "er_tilladt"),
    [
        (RELATIONSHIP_TYPE.HYPERLINK, True),
        (RELATIONSHIP_TYPE.IMAGE, False),
        (SKABELON_TIL_SKABELON, False),
        (RELATIONSHIP_TYPE.OLE_OBJECT, False),
    ],
)
def test_a_template_that_fetches_something_is_refused_and_one_that_links_is_not(
    tmp_path: Path, slags: str, er_tilladt: bool
) -> None:
    dokument = Document()
    dokument.part.relate_to("https://ond.invalid/x", slags, is_external=True)
    dokument.save(str(tmp_path / "vores.docx"))
    if er_tilladt:
        assert fill(tmp_path / "vores.docx").startswith(b"PK")
    else:
        with pytest.raises(Brugerfejl, match="henter noget udefra"):
            fill(tmp_path / "vores.docx")


def test_a_template_that_unpacks_to_more_than_any_document_is_refused(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "vores.docx"))
    with zipfile.ZipFile(tmp_path / "vores.docx", "a", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr("word/media/stort.xml", b"0" * 50_000_001)
    with pytest.raises(Brugerfejl, match="kan ikke læses"):
        fill(tmp_path / "vores.docx")
