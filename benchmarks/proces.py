"""Whole processes, measured from outside: what a user waits for and what the machine must have."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROD = Path(__file__).parent.parent
Led = str | Path


@dataclass(frozen=True)
class Maaling:
    """Seconds by the wall, seconds of processor (user and system), and peak resident memory in MB."""

    vaeg: float
    cpu: float
    peak_mb: float


def run_measured(kommando: Sequence[Led], log: Path) -> Maaling:
    """Run to the end; `log` gets what it prints. Raises RuntimeError with the log's last lines when it fails."""
    with log.open("wb") as aaben:
        start = time.perf_counter()
        proces = subprocess.Popen([str(led) for led in kommando], cwd=ROD, stdout=aaben, stderr=subprocess.STDOUT)
        _, status, forbrug = os.wait4(proces.pid, 0)
        vaeg = time.perf_counter() - start
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        slut = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise RuntimeError(f"{kommando[1]} … ended with code {proces.returncode}:\n{slut}")
    return Maaling(vaeg=vaeg, cpu=forbrug.ru_utime + forbrug.ru_stime, peak_mb=forbrug.ru_maxrss / 1024)


def median_of(maalinger: Sequence[Maaling]) -> Maaling:
    return Maaling(
        vaeg=median(maaling.vaeg for maaling in maalinger),
        cpu=median(maaling.cpu for maaling in maalinger),
        peak_mb=max(maaling.peak_mb for maaling in maalinger),
    )


def median_ratio(taellere: Sequence[float], naevnere: Sequence[float]) -> float:
    """The median of the paired ratios, so that a slow minute on the machine touches both sides of one pair."""
    return median(taeller / naevner for taeller, naevner in zip(taellere, naevnere, strict=True))
