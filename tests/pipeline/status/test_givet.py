"""What HR gives a case: own words and what is agreed, frozen in a file, and judged as people's own words."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from pipeline.fejl import Brugerfejl
from pipeline.status.givet import Aftalt, Givet, list_aftalt, read_givet
from pipeline.status.udgiv import name_intern
from tests.conftest import Svar, query, run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse
from tests.pipeline.status.grundlag import grundlag, gruppe

MAJ, DECEMBER = dt.date(2025, 5, 1), dt.date(2025, 12, 31)


def test_what_is_agreed_is_listed_for_units_that_are_shown_in_the_order_of_the_release() -> None:
    vist = grundlag(gruppe("Skoler", 3), gruppe("Dagtilbud", 2), gruppe("Øvrige enheder (2)", 9, enhed_id=None))
    givet = Givet(
        kvartal="2025K2",
        aftalt=(
            Aftalt(enhed_id=2, kategori="Nærvær", fra=MAJ, til=DECEMBER, tekst="Samtaler om trivsel."),
            Aftalt(enhed_id=9, kategori="Nærvær", fra=MAJ, tekst="For lille."),
            Aftalt(enhed_id=3, kategori="Vikarer", fra=MAJ, tekst="Fast korps."),
        ),
    )
    assert list_aftalt(givet, vist) == [
        "Skoler: Vikarer, fra 1. maj 2025. Fast korps.",
        "Dagtilbud: Nærvær, 1. maj 2025 til 31. december 2025. Samtaler om trivsel.",
    ]


@pytest.mark.parametrize(
    "indhold",
    [
        "",
        "[]",
        '{"kvartal": "2025K2", "andet": 1}',
        '{"kvartal": "2025K2", "egne_ord": ["to\\nlinjer"]}',
        '{"kvartal": "2025K2", "egne_ord": ["' + "a" * 3001 + '"]}',
        '{"kvartal": "2025K2", "egne_ord": ["' + '","'.join("a" * 2900 for _ in range(70)) + '"]}',
    ],
    ids=["empty", "a list", "another field", "a line break", "a long paragraph", "too large"],
)
def test_a_file_of_another_form_is_refused(indhold: str, tmp_path: Path) -> None:
    (tmp_path / "givet.json").write_text(indhold)
    with pytest.raises(Brugerfejl, match=r"^Filen givet\.json kan ikke læses\."):
        read_givet(tmp_path / "givet.json", "2025K2")


def test_a_file_of_another_quarter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "givet.json").write_bytes(Givet(kvartal="2025K1").write())
    with pytest.raises(Brugerfejl, match=re.escape("er til 2025K1 og ikke til 2025K2.")):
        read_givet(tmp_path / "givet.json", "2025K2")


@pytest.fixture(scope="module")
def givet(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    [(enhed_id,)] = query(demo_database, "select enhed_id from enheder where enhedsnavn = 'Møllevangskolen'")
    aftalt = Aftalt(enhed_id=enhed_id, kategori="Nærvær", fra=MAJ, til=DECEMBER, tekst="Tidlig samtale ved fravær.")
    fil = tmp_path_factory.mktemp("givet") / "givet.json"
    ordene = ("Kommunen fortsætter det, der virker.", "Sygefraværet er 13,6 sygedage.")
    fil.write_bytes(Givet(kvartal="2025K2", egne_ord=ordene, aftalt=(aftalt,)).write())
    return fil


LINJE = "Møllevangskolen: Nærvær, 1. maj 2025 til 31. december 2025. Tidlig samtale ved fravær."


def test_the_case_and_the_slides_say_what_was_given_and_the_proof_holds_without_the_file(
    givet: Path, demo_database: Path, status: tuple[Path, Svar], tmp_path: Path
) -> None:
    ud, til_udvalget = tmp_path / "status", tmp_path / "eksport"
    svar = run_udgivelse("status", demo_database, ud, "--givet", givet)
    assert svar.kode == 0, svar.fejl
    linjer = [afsnit.text for afsnit in Document(str(ud / "status-2025K2.docx")).paragraphs]
    fra = linjer.index("Sygefraværsindsats")
    assert linjer[fra + 1 : fra + 5] == [
        "Kommunen fortsætter det, der virker.",
        "Sygefraværet er 13,6 sygedage.",
        "Aftalt for enhederne:",
        LINJE,
    ]
    assert run_sygefravaer("proev", ud, "--database", demo_database).kode == 0
    andre = {fil.relative_to(ud) for fil in ud.rglob("*") if fil.is_file()} - {Path("status-2025K2.docx")}
    assert all((ud / navn).read_bytes() == (status[0] / navn).read_bytes() for navn in andre)
    frosset = name_intern(ud) / "givet-2025K2.json"
    assert json.loads(frosset.read_text()) == json.loads(givet.read_text())
    assert run_udgivelse("status", demo_database, tmp_path / "igen", "--givet", frosset).kode == 0
    docx = "status-2025K2.docx"
    assert (tmp_path / "igen" / docx).read_bytes() == (ud / docx).read_bytes()

    svar = run_udgivelse("eksport", demo_database, til_udvalget, "--givet", givet)
    assert svar.kode == 0, svar.fejl
    sidste = Presentation(str(til_udvalget / "sygefravaer-2025K2.pptx")).slides[-1]
    assert any(LINJE in form.text_frame.text for form in sidste.shapes if form.has_text_frame)


@pytest.mark.parametrize(
    ("ordene", "sagt"),
    [("Sygefraværet er 98,7 sygedage.", "98,7"), ("En medarbejder har kræft.", "nævner en sygdom (kræft)")],
)
def test_what_is_given_is_judged_as_own_words(ordene: str, sagt: str, demo_database: Path, tmp_path: Path) -> None:
    (tmp_path / "givet.json").write_bytes(Givet(kvartal="2025K2", egne_ord=(ordene,)).write())
    svar = run_udgivelse("status", demo_database, tmp_path / "ud", "--givet", tmp_path / "givet.json")
    assert svar.kode == 1
    assert sagt in " ".join(svar.fejl.split())
    assert not (tmp_path / "ud").exists()


def test_the_store_is_frozen_into_the_file(demo_database: Path, tmp_path: Path) -> None:
    fil = tmp_path / "ud" / "givet.json"
    svar = run_sygefravaer("indsats", "frys", "--kvartal", "2025K2", "--ud", fil, "--database", demo_database)
    assert svar.kode == 0, svar.fejl
    assert svar.ud == f"Skrevet i givet.json. Antal indsatser: {len(read_givet(fil, '2025K2').aftalt)}.\n"
