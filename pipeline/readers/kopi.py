"""Rewritten text, in memory alone: it is in no folder, and gone with the process however that ends."""

import os
import weakref
from pathlib import Path


class Kopi:
    """Lasts as long as somebody holds it; `sti` is read and written as any file."""

    def __init__(self) -> None:
        fil = os.memfd_create("kopi")
        self.sti = Path(f"/proc/self/fd/{fil}")
        weakref.finalize(self, os.close, fil)
