"""What may stand in a delivery's folder, and that what was read is what was hashed."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.readers import held_still, laeste_filer


def _fifo(sti: Path) -> None:
    os.mkfifo(sti)


def _socket(sti: Path) -> None:
    with socket.socket(socket.AF_UNIX) as stik:
        os.chdir(sti.parent)
        stik.bind(sti.name)


def _device(sti: Path) -> None:
    sti.symlink_to("/dev/zero")


def _outside(sti: Path) -> None:
    (sti.parent.parent / "ude.csv").write_text("x")
    sti.symlink_to("../ude.csv")


def _loop(sti: Path) -> None:
    sti.symlink_to(sti.name)


@pytest.mark.parametrize(
    ("lav", "saetning"),
    [
        (_fifo, r"^f\.csv er ikke en almindelig fil og læses ikke\."),
        (_socket, r"^f\.csv er ikke en almindelig fil og læses ikke\."),
        (_device, r"^f\.csv er en genvej til noget uden for mappen og læses ikke\."),
        (_outside, r"^f\.csv er en genvej til noget uden for mappen og læses ikke\."),
        (_loop, r"^Filen f\.csv kan ikke læses\."),
    ],
)
def test_only_regular_files_of_the_folder_are_opened(
    lav: Callable[[Path], None], saetning: str, mappe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mappe)
    lav(mappe / "f.csv")
    with pytest.raises(Brugerfejl, match=saetning):
        laeste_filer(mappe)


def test_a_link_to_a_file_beside_it_is_that_file(mappe: Path) -> None:
    (mappe / "a.csv").write_text("x")
    (mappe / "b.csv").symlink_to("a.csv")
    assert [fil.navn for fil in laeste_filer(mappe)] == ["a.csv", "b.csv"]


def test_a_file_without_permission_says_so(mappe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (mappe / "f.csv").write_text("x")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(Brugerfejl, match=r"^Filen f\.csv må programmet ikke læse\. Giv den bruger"):
        laeste_filer(mappe)


def _grow(mappe: Path) -> None:
    with (mappe / "a.csv").open("a") as fil:
        fil.write("y")


def _rewrite(mappe: Path) -> None:
    """The same size and the old time: what copying programs leave."""
    foer = (mappe / "a.csv").stat()
    (mappe / "a.csv").write_text("y")
    os.utime(mappe / "a.csv", ns=(foer.st_atime_ns, foer.st_mtime_ns))


def _replace(mappe: Path) -> None:
    (mappe / "a.csv").unlink()
    (mappe / "a.csv").write_text("x")


@pytest.mark.parametrize(
    ("aendr", "fil"),
    [
        (_grow, "a"),
        (_rewrite, "a"),
        (_replace, "a"),
        (lambda mappe: (mappe / "b.csv").write_text("x"), "b"),
        (lambda mappe: (mappe / "a.csv").unlink(), "a"),
    ],
)
def test_a_file_that_changes_while_it_is_read_stops(aendr: Callable[[Path], object], fil: str, mappe: Path) -> None:
    (mappe / "a.csv").write_text("x")
    with pytest.raises(Brugerfejl, match=rf"^Filen {fil}\.csv blev ændret, mens den blev læst\."), held_still(mappe):
        aendr(mappe)


def test_a_change_is_told_rather_than_what_failed_because_of_it(mappe: Path) -> None:
    (mappe / "a.csv").write_text("x")
    with pytest.raises(Brugerfejl, match=r"^Filen a\.csv blev ændret"), held_still(mappe):
        _grow(mappe)
        raise Brugerfejl("Filen a.csv er afbrudt.")


def test_files_that_stay_as_they_are_and_litter_that_does_not_are_fine(mappe: Path) -> None:
    (mappe / "a.csv").write_text("x")
    with held_still(mappe):
        (mappe / "a.csv").read_text()
        (mappe / "~$a.xlsx").write_text("x")
