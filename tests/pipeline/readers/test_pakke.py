"""A .zip of the delivery, read in memory: which of its files count, what they are called, and what stops."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Indstillinger
from pipeline.readers import pakke
from pipeline.readers.filer import open_kildefil
from tests.leverancer import write_d, write_e
from tests.pipeline.readers.conftest import Laes
from tests.pipeline.readers.tabelceller import FRAVAER, cells

RAEKKER = [("1001", date(2025, 1, 6), date(2025, 1, 10), "SY", "Sygdom", Decimal("7.4"))]
CELLER = ("1001", "06.01.2025", "10.01.2025", "SY", "Sygdom", "7,4")


@pytest.fixture
def fravaer(tmp_path: Path) -> bytes:
    write_d(tmp_path / "f.csv", FRAVAER, RAEKKER)
    return (tmp_path / "f.csv").read_bytes()


def _zip(sti: Path, **medlemmer: bytes) -> None:
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke_:
        for navn, indhold in medlemmer.items():
            pakke_.writestr(navn, indhold)


def test_each_file_of_a_zip_is_read_and_called_by_both_names(
    mappe: Path, laes: Laes, fravaer: bytes, tmp_path: Path
) -> None:
    write_e(tmp_path / "m.xlsx", ("Enhedsnr", "År", "Måltal"), [["81200", 2025, 9.5]])
    _zip(mappe / "l.zip", **{"f.csv": fravaer, "m.xlsx": (tmp_path / "m.xlsx").read_bytes()})
    tabeller = laes()
    assert [(tabel.fil, tabel.tabel) for tabel in tabeller] == [
        ("l.zip: f.csv", "fravaer"),
        ("l.zip: m.xlsx", "maaltal"),
    ]
    assert cells(tabeller[0]) == [CELLER]


@pytest.mark.parametrize(
    ("zipfil", "medlem", "dato"),
    [
        ("l_20250715.zip", "f.csv", date(2025, 7, 15)),
        ("l_20250715.zip", "f_20250701.csv", date(2025, 7, 1)),
        ("l.zip", "f_20250701.csv", date(2025, 7, 1)),
    ],
)
def test_the_date_in_a_files_own_name_is_nearer_than_the_zips(
    zipfil: str, medlem: str, dato: date, mappe: Path, laes: Laes, fravaer: bytes
) -> None:
    _zip(mappe / zipfil, **{medlem: fravaer})
    assert laes(None)[0].udtraeksdato == dato


def test_names_are_never_used_as_paths(mappe: Path, laes: Laes, fravaer: bytes, tmp_path: Path) -> None:
    _zip(mappe / "l.zip", **{"../../ude.csv": fravaer})
    (tabel,) = laes()
    assert (tabel.fil, cells(tabel)) == ("l.zip: ude.csv", [CELLER])
    assert not list(tmp_path.rglob("ude.csv"))


def test_danish_names_from_windows_and_signs_that_cannot_be_shown_are_readable(
    mappe: Path, laes: Laes, fravaer: bytes
) -> None:
    _zip(mappe / "l.zip", **{"frav?r.csv": fravaer})
    raa = (mappe / "l.zip").read_bytes().replace(b"frav?r", b"frav\x91r")
    (mappe / "l.zip").write_bytes(raa)
    assert laes()[0].fil == "l.zip: fravær.csv"
    _zip(mappe / "l.zip", **{"a\x1b[2Jb.csv": fravaer})
    assert laes()[0].fil == "l.zip: a?[2Jb.csv"


def test_litter_and_subfolders_of_the_zipped_folder_are_no_part_of_it(mappe: Path, laes: Laes, fravaer: bytes) -> None:
    _zip(
        mappe / "l.zip",
        **{
            "lev/f.csv": fravaer,
            "lev/.DS_Store": b"x",
            "__MACOSX/lev/._f.csv": b"x",
            "lev/~$f.xlsx": b"x",
            "lev/gamle/g.csv": b"x",
        },
    )
    assert [tabel.fil for tabel in laes()] == ["l.zip: f.csv"]


def test_files_in_folders_side_by_side_stop(mappe: Path, laes: Laes, fravaer: bytes) -> None:
    _zip(mappe / "l.zip", **{"a/f.csv": fravaer, "b/f.csv": fravaer})
    with pytest.raises(Brugerfejl, match=r"^Filen l\.zip har sine filer i flere mapper \(a, b\)\. "):
        laes()


@pytest.mark.parametrize("indre", [{"x.csv": b"y"}, {}])
def test_a_zip_in_a_zip_stops(indre: dict[str, bytes], mappe: Path, laes: Laes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pakke_:
        for navn, indhold in indre.items():
            pakke_.writestr(navn, indhold)
    _zip(mappe / "l.zip", **{"indre.zip": buffer.getvalue()})
    with pytest.raises(Brugerfejl, match=r"^Filen l\.zip: indre\.zip er selv en pakket fil inde i en \.zip\."):
        laes()


@pytest.mark.parametrize("begyndelse", [b"\x1f\x8b\x08\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"])
def test_another_packed_file_stops_with_what_to_do(begyndelse: bytes, mappe: Path, laes: Laes) -> None:
    (mappe / "f.csv.gz").write_bytes(begyndelse + b"\0" * 20)
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv\.gz er en pakket fil.*Pak den ud i mappen"):
        laes()


def test_an_empty_zip_stops(mappe: Path, laes: Laes) -> None:
    _zip(mappe / "l.zip", **{"lev/.DS_Store": b"x"})
    with pytest.raises(Brugerfejl, match=r"^Filen l\.zip er tom: "):
        laes()


def test_a_zip_damaged_inside_is_cut_off(mappe: Path, laes: Laes, fravaer: bytes) -> None:
    _zip(mappe / "l.zip", **{"f.csv": fravaer})
    raa = bytearray((mappe / "l.zip").read_bytes())
    raa[60] ^= 0xFF
    (mappe / "l.zip").write_bytes(raa)
    with pytest.raises(Brugerfejl, match=r"^Filen l\.zip: f\.csv er afbrudt: "):
        laes()


@pytest.mark.parametrize("antal", [2, 3])
def test_a_zip_may_hold_as_many_files_as_the_limit(
    antal: int, mappe: Path, fravaer: bytes, indstillinger: Indstillinger
) -> None:
    graenser = indstillinger.filer.model_copy(update={"zip_filer": 2})
    _zip(mappe / "l.zip", **{f"{nummer}.csv": fravaer for nummer in range(antal)})
    fil = open_kildefil(mappe / "l.zip", mappe=mappe)
    if antal > graenser.zip_filer:
        with pytest.raises(Brugerfejl, match=r"^Filen l\.zip rummer mere end 2 filer\."):
            pakke.unpack(fil, graenser=graenser)
    else:
        assert len(pakke.unpack(fil, graenser=graenser)) == antal


@pytest.mark.parametrize(("megabyte", "stopper"), [(19, False), (20, False), (21, True)])
def test_a_zip_may_unpack_to_many_times_its_size_only_up_to_the_limit(
    megabyte: int, stopper: bool, mappe: Path, indstillinger: Indstillinger
) -> None:
    assert indstillinger.filer.zip_altid_mb == 20
    _zip(mappe / "l.zip", **{"f.csv": b"0" * (megabyte << 20)})
    fil = open_kildefil(mappe / "l.zip", mappe=mappe)
    if stopper:
        with pytest.raises(Brugerfejl, match=r"^Filen l\.zip pakker ud til mere end 20 MB\."):
            pakke.unpack(fil, graenser=indstillinger.filer)
    else:
        (medlem,) = pakke.unpack(fil, graenser=indstillinger.filer)
        assert medlem.sti.stat().st_size == megabyte << 20
