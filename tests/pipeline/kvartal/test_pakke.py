"""What Kvartalet makes is what `status` and `eksport` make of the same: one way into the case for what hr gives."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pptx import Presentation

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import command_line_as_hr, lager_of
from pipeline.kvartal import pakke
from pipeline.kvartal.ord import HOEJST_LINJER, HOEJST_TEGN, check_ord
from pipeline.kvartal.pakke import fetch_zip, make_sager
from pipeline.kvartal.stand import list_advarsler
from pipeline.kvartal.trin import (
    Hr,
    acknowledge,
    begin,
    choose_ark,
    choose_nuvaerende,
    enter,
    find_kvartal,
    write_field,
)
from pipeline.port.scope import Miljoe
from pipeline.status.givet import freeze_givet
from tests.conftest import run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse

pytestmark = pytest.mark.langsom
NU = datetime(2025, 7, 16, 10, tzinfo=UTC)
INDSATS = ("--enhed", "00081210", "--kategori", "Ledelse og lederstøtte", "--fra", "2025-05-01", "--ejer", "Chef")


@pytest.fixture
def hr(demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hr]:
    """Her quarter is the figures in use, each warning with a reason, in a store the commands use too."""
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'lager.sqlite'}")
    monkeypatch.setenv("SYGEFRAVAER_LOGHOVED", str(tmp_path / "hoved"))
    with lager_of(demo_database) as lager:
        hr = enter(command_line_as_hr(), Miljoe(demo_database, lager, lambda: NU))
        begin(hr)
        choose_nuvaerende(hr)
        acknowledge(hr, {navn: "Kendt" for navn, _ in list_advarsler(hr.open(hr.under_way()))})
        yield hr


def read_filer(rod: Path) -> dict[str, bytes]:
    return {str(fil.relative_to(rod)): fil.read_bytes() for fil in rod.rglob("*") if fil.is_file()}


def test_kvartalet_status_and_eksport_make_the_same_bytes_of_the_same(hr: Hr, tmp_path: Path) -> None:
    """hr's own words and what is agreed: in the case, on the last slide, and frozen in the folders that stay."""
    svar = run_sygefravaer(
        "indsats", "tilfoej", *INDSATS, "--tekst", "Faste samtaler", "--database", hr.miljoe.database
    )
    assert svar.kode == 0, svar.fejl
    write_field(hr, "indsats", "Der er holdt møder.\nDe fortsætter.", laest=0)
    write_field(hr, "konklusion", "Det går bedre.", laest=0)
    choose_ark(hr, ark=True)
    kvartal, indhold = fetch_zip(hr)
    with zipfile.ZipFile(io.BytesIO(indhold)) as fil:
        fra_kvartalet = {navn: fil.read(navn) for navn in fil.namelist()}
    givet = tmp_path / "givet.json"
    givet.write_bytes(fra_kvartalet[f"status-{kvartal}-intern/givet-{kvartal}.json"])
    rod = tmp_path / "ud"
    for slags, andet in (("status", ["--ark"]), ("eksport", [])):
        svar = run_udgivelse(slags, hr.miljoe.database, rod / f"{slags}-{kvartal}", "--givet", givet, *andet)
        assert svar.kode == 0, svar.fejl
    assert read_filer(rod) == fra_kvartalet
    sidste = Presentation(str(rod / f"eksport-{kvartal}" / f"sygefravaer-{kvartal}.pptx")).slides[-1]
    tekst = "\n".join(form.text_frame.text for form in sidste.shapes if form.has_text_frame)
    assert [linje for linje in ("De fortsætter.", "Det går bedre.", "Faste samtaler") if linje not in tekst] == []


def test_the_case_is_made_again_when_words_are_written_or_something_is_agreed(
    hr: Hr, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pakke, "make_proevet", lambda *_, **__: object())
    monkeypatch.setattr(pakke, "write_medarkene", lambda _: {})

    def make() -> object:
        return make_sager(hr, hr.under_way())

    foerst = make()
    assert make() is foerst
    write_field(hr, "indsats", "Der er holdt møder.", laest=0)
    med_ord = make()
    assert med_ord is not foerst
    run_sygefravaer("indsats", "tilfoej", *INDSATS, "--tekst", "Faste samtaler", "--database", hr.miljoe.database)
    med_indsats = make()
    assert med_indsats is not med_ord
    choose_ark(hr, ark=True)
    assert make() is not med_indsats


@pytest.mark.parametrize("tekst", ["x\n" * (HOEJST_LINJER + 1), "x" * (HOEJST_TEGN - 900)])
def test_words_the_case_cannot_take_are_refused_when_they_are_written(tekst: str) -> None:
    with pytest.raises(Brugerfejl, match=r"^Teksten må højst have 25 linjer, og en linje må højst være 3\.000 tegn\."):
        check_ord(tekst, [])
    check_ord("x\n" * HOEJST_LINJER, [])


def test_more_than_a_file_may_hold_is_not_frozen(hr: Hr) -> None:
    scope = hr.open(hr.under_way())
    kvartal = find_kvartal(scope)
    for egne in (["x"] * 51, ["x" * 3001]):
        with pytest.raises(Brugerfejl, match="^Der er mere, end én sag kan tage med"):
            freeze_givet(scope, kvartal, egne)
    assert len(freeze_givet(scope, kvartal, ["x" * 3000] * 50).egne_ord) == 50
