"""Every way the process that reads a workbook can end, and whose fault the sentence says it was."""

import signal
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers import afskaermet
from tests.pipeline.readers.arkskriver import Blad, write_xlsx
from tests.pipeline.readers.conftest import Laes

FILENS = "Filen f.xlsx kræver langt mere hukommelse eller tid"
AFBRUDT = "Filen f.xlsx er ikke læst færdig: maskinen eller en bruger standsede"
STAAET = "Filen f.xlsx er ikke læst, for den del af programmet, der læser regneark, gik selv i stå ({})."
ENDER = {
    "pakken mangler": (
        "import python_calamine_er_her_ikke",
        "Filen f.xlsx er ikke læst, for programmet er ikke installeret helt: pakken python_calamine_er_her_ikke "
        "mangler. Der er intet i vejen med filen.",
    ),
    "en del af en pakke mangler": ("import os.er_her_ikke", "installeret helt: pakken os.er_her_ikke mangler."),
    "en fejl i programmet": ("{}['123456-1234']", STAAET.format("KeyError")),
    "en fejl i en fejl": ("try:\n    1 / 0\nfinally:\n    {}['x']", STAAET.format("KeyError")),
    "en fejl uden ord": ("raise RuntimeError", STAAET.format("RuntimeError")),
    "slutter for tidligt": ("", STAAET.format("0")),
    "en anden slutning": ("raise SystemExit(17)", STAAET.format("17")),
    "biblioteket giver op": (
        "class PanicException(BaseException): ...\nraise PanicException('index out of bounds')",
        "Filen f.xlsx kan ikke læses.",
    ),
    "bad om for meget": (f"raise SystemExit({afskaermet.BAD_OM_FOR_MEGET})", FILENS),
    "hænger": ("import time\ntime.sleep(60)", FILENS),
    **{
        navn: (f"import os\nos.kill(os.getpid(), {int(nr)})", saetning)
        for navn, nr, saetning in [
            ("over sin tid", signal.SIGXCPU, FILENS),
            ("nægtet hukommelse", signal.SIGABRT, FILENS),
            ("skrev uden for sin hukommelse", signal.SIGSEGV, FILENS),
            ("maskinen løb tør", signal.SIGKILL, AFBRUDT),
            ("standset af nogen", signal.SIGTERM, AFBRUDT),
        ]
    },
}


@pytest.fixture
def bog(mappe: Path) -> None:
    write_xlsx(mappe / "f.xlsx", Blad([["Enhedsnr", "År", "Måltal"], [81200.0, 2025.0, 9.5]]))


@pytest.mark.usefixtures("bog")
@pytest.mark.parametrize("slut", ENDER)
def test_the_sentence_says_whose_fault_it_was(
    slut: str, laes: Laes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kode, saetning = ENDER[slut]
    (tmp_path / "barn.py").write_text(kode, encoding="utf-8")
    monkeypatch.setattr(afskaermet, "BARN", tmp_path / "barn.py")
    monkeypatch.setattr(afskaermet, "VENTETID", 0.25)
    with pytest.raises(Brugerfejl) as fejl:
        laes()
    assert saetning in str(fejl.value)
    assert "123456" not in str(fejl.value)
    assert str(tmp_path) not in str(fejl.value)


@pytest.mark.usefixtures("bog")
def test_a_script_that_is_not_there_is_not_the_files_fault(
    laes: Laes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afskaermet, "BARN", tmp_path / "findes_ikke.py")
    with pytest.raises(Brugerfejl, match=r"gik selv i stå \(2\)\."):
        laes()


@pytest.mark.usefixtures("bog")
@pytest.mark.parametrize(
    ("fejl", "saetning"),
    [
        (FileNotFoundError(2, "x"), r"gik selv i stå \(FileNotFoundError\)\."),
        (PermissionError(13, "x"), r"gik selv i stå \(PermissionError\)\."),
        (BlockingIOError(11, "x"), r"^Maskinen løb tør for disk eller hukommelse"),
        (OSError(12, "x"), r"^Maskinen løb tør for disk eller hukommelse"),
    ],
)
def test_a_process_that_cannot_start_is_not_the_files_fault(
    fejl: OSError, saetning: str, laes: Laes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(*_: object, **__: object) -> None:
        raise fejl

    monkeypatch.setattr(afskaermet.subprocess, "run", start)
    with pytest.raises(Brugerfejl, match=saetning):
        laes()


@pytest.mark.usefixtures("bog")
def test_the_script_itself_says_when_a_part_of_it_is_missing(
    laes: Laes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hel = afskaermet.BARN.read_text(encoding="utf-8")
    assert "\nimport python_calamine\n" in hel
    (tmp_path / "barn.py").write_text(
        hel.replace("\nimport python_calamine\n", "\nsys.path.clear()\nimport python_calamine\n"), encoding="utf-8"
    )
    monkeypatch.setattr(afskaermet, "BARN", tmp_path / "barn.py")
    with pytest.raises(Brugerfejl, match=r"pakken python_calamine mangler\."):
        laes()


@pytest.mark.usefixtures("bog")
def test_the_script_tells_what_it_was_refused_from_its_own_faults(
    laes: Laes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hel, begynder = afskaermet.BARN.read_text(encoding="utf-8"), "        for linje in _lines("
    assert hel.count(begynder) == 1
    monkeypatch.setattr(afskaermet, "BARN", tmp_path / "barn.py")
    for linje, saetning in {
        "bytearray(1 << 33)": FILENS,
        "sys.stdout.write('x' * (hukommelse // 4)); sys.stdout.write('x' * hukommelse)": FILENS,
        "raise ImportError('libarrow.so: failed to map segment from shared object')": FILENS,
        "raise OSError(errno.EFBIG, 'x')": FILENS,
        "raise OSError(errno.EIO, 'x')": STAAET.format("OSError"),
        "raise ImportError('libarrow.so: cannot open shared object file')": STAAET.format("ImportError"),
        "raise zlib.error": "Filen f.xlsx kan ikke læses.",
    }.items():
        aendret = hel.replace(begynder, f"        {linje}\n{begynder}")
        (tmp_path / "barn.py").write_text(aendret, encoding="utf-8")
        with pytest.raises(Brugerfejl) as fejl:
            laes()
        assert saetning in str(fejl.value), linje
