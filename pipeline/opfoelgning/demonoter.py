"""What the demo's invented leaders have done, so that its pages show a follow-up under way."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pipeline.lager.noter import HANDLINGER, NyNote
from pipeline.lager.varsler import Varselsnoegle

NYE = timedelta(days=14)
SAMTALER = ("samtale", "perioder_3", "sygedage_15", "tilbage", "uafbrudt_28")


def make_demo_noter(varsler: Mapping[Varselsnoegle, dict[str, Any]], dag: date) -> list[NyNote]:
    """Most notices handled, every eleventh of them late; of the newest every other."""
    return [
        NyNote(person, regel, fra, max(linje["forfald"], dato), dato, HANDLINGER[1 if regel in SAMTALER else 0])
        for (person, regel, fra), linje in varsler.items()
        for tal in [_number(linje)]
        for dato in [linje["forfald"] + timedelta(days=12 if tal % 11 == 0 else tal % 2)]
        if tal % (2 if linje["forfald"] > dag - NYE else 9) and dato <= dag
    ]


def _number(linje: Mapping[str, Any]) -> int:
    """Any number, the same at every build."""
    return int(hashlib.sha256(f"{linje['medarbejdernr']} {linje['regel']} {linje['fra']}".encode()).hexdigest()[:8], 16)
