"""A waiting file opens as it was written, under its key, or not at all."""

from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.kvartal.lukket import BLOK, MAERKAT, MAERKE, SALT, Skriver, unlock
from tests.conftest import NOEGLE

INDHOLD = bytes(range(256)) * (BLOK // 128)  # two whole blocks


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    skriver = Skriver(tmp_path / "0000.lukket", "fravær.csv", NOEGLE)
    skriver.write(INDHOLD)
    skriver.close()
    return tmp_path / "0000.lukket"


@pytest.mark.parametrize("antal", [0, 1, BLOK - 1, BLOK, BLOK + 1, 2 * BLOK])
def test_what_is_written_is_read_again_with_its_name(tmp_path: Path, antal: int) -> None:
    skriver = Skriver(tmp_path / "0000.lukket", "fravær.csv", NOEGLE)
    skriver.write(INDHOLD[: antal // 2])
    skriver.write(INDHOLD[antal // 2 : antal])
    skriver.close()
    laest = unlock(tmp_path / "0000.lukket", NOEGLE)
    assert (laest.navn, laest.sti.read_bytes(), skriver.antal_bytes) == ("fravær.csv", INDHOLD[:antal], antal)


def split(raa: bytes) -> list[bytes]:
    """What stands first, the name's block, and those of two whole blocks."""
    hoved = len(MAERKE) + SALT
    navn = hoved + 4 + len("fravær.csv".encode()) + MAERKAT
    blok = 4 + BLOK + MAERKAT
    return [raa[:hoved], raa[hoved:navn], raa[navn : navn + blok], raa[navn + blok :]]


def test_it_is_not_readable_and_its_owners_alone(fil: Path) -> None:
    raa = fil.read_bytes()
    assert fil.stat().st_mode & 0o777 == 0o600
    assert bytes(range(64)) not in raa and "fravær".encode() not in raa


@pytest.mark.parametrize(
    "forandring",
    [
        lambda d: [d[0], d[1], d[2]],  # the last block left out
        lambda d: [d[0], d[1], d[3], d[2]],  # two blocks changed about
        lambda d: [d[0], d[1], d[2], d[2]],
        lambda d: [d[0], d[1], d[2], d[3][:-1]],
        lambda d: [d[0], d[1], d[2], d[3], b"x"],
        lambda d: [d[0], d[1], bytes([*d[2][:100], d[2][100] ^ 1, *d[2][101:]]), d[3]],
        lambda d: [d[0][:-1] + bytes([d[0][-1] ^ 1]), *d[1:]],
        lambda d: [b"x", *d],
        lambda d: [],
    ],
)
def test_what_is_changed_moved_or_left_out_is_a_sentence(fil: Path, forandring) -> None:  # noqa: ANN001
    fil.write_bytes(b"".join(forandring(split(fil.read_bytes()))))
    with pytest.raises(Brugerfejl, match="^Leverancen kan ikke læses, som den blev gemt"):
        unlock(fil, NOEGLE)


def test_another_key_opens_nothing(fil: Path) -> None:
    with pytest.raises(Brugerfejl):
        unlock(fil, NOEGLE + "x")
