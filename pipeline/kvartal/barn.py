"""The process that builds: `python -m pipeline.kvartal.barn DATABASE`, with the lock it was given kept open."""

import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from pipeline.fejl import name_place
from pipeline.kvartal.koersel import build_kandidat, note_standset
from pipeline.lager.lager import open_lager_of
from pipeline.port.scope import Miljoe
from pipeline.tekster import kvartal as tekster_kvartal


def main(database: Path) -> int:
    """No core dump holds a key. What is a defect of ours is told where the build would have been."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    lager = open_lager_of(database)
    miljoe = Miljoe(database, lager, lambda: datetime.now(UTC))

    def tell(slags: type[BaseException], _: BaseException, spor: TracebackType | None) -> None:
        note_standset(miljoe, tekster_kvartal.UFORUDSET.format(slags=slags.__name__, hvor=name_place(spor)))

    sys.excepthook = tell
    return 0 if build_kandidat(miljoe) is not None else 1


if __name__ == "__main__":
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]  # DuckDB's at its first bound parameter
    sys.exit(main(Path(sys.argv[1])))
