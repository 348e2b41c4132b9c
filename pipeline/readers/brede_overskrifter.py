"""One heading over several columns: a key and its text, as BW and SAP lay them out."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.readers.overskrift import Overskrift, find_overskrift
from pipeline.readers.tabeller import Navne

BREDESTE_OVERSKRIFT = 3  # columns; what spans more is a title


def spread_overskrift(overskrift: Overskrift, brede: Iterable[tuple[int, int]], navne: Navne) -> Overskrift:
    """`brede`: the first and last place of each cell of the header's row that covers several.

    Each column covered has the heading; `check_overskrift` then tells the key from the text.
    """
    celler = list(overskrift.overskrifter)
    for fra, til in brede:
        if til - fra < BREDESTE_OVERSKRIFT:
            for plads in range(fra + 1, min(til + 1, len(celler))):
                celler[plads] = celler[plads] or celler[fra]
    ny = find_overskrift([celler], navne) if tuple(celler) != overskrift.overskrifter else None
    return replace(ny, raekke=overskrift.raekke) if ny else overskrift
