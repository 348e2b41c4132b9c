"""The one error a user meets: a Danish sentence, never a person, a path or a traceback.

And where a defect of ours is, for whoever mends it.
"""

import traceback
from pathlib import Path
from types import TracebackType


class Brugerfejl(Exception):
    """Stops the command with exit code 1; its text is the sentence shown (from `pipeline.tekster`)."""


def name_place(spor: TracebackType | None) -> str:
    """`warehouse.py:120`: where it happened, without path and data; nothing when that is not known."""
    if spor is None:
        return ""
    sted = traceback.extract_tb(spor)[-1]
    return f"{Path(sted.filename).name}:{sted.lineno}"
