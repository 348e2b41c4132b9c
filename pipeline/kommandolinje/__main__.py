"""The command `sygefravaer`. Every sentence it prints is Danish; anything wrong is one sentence and exit code 1."""

import gc
import signal
import sys
from collections.abc import Sequence
from types import TracebackType

from pipeline.fejl import Brugerfejl, name_place
from pipeline.kommandolinje.afstem import add_afstem
from pipeline.kommandolinje.byg import add_byg
from pipeline.kommandolinje.fil import add_fil
from pipeline.kommandolinje.indsats import add_indsats
from pipeline.kommandolinje.kroner import add_kroner
from pipeline.kommandolinje.kvartal import add_kvartal
from pipeline.kommandolinje.laas import add_laas
from pipeline.kommandolinje.lager import add_lager
from pipeline.kommandolinje.maaltal import add_maaltal
from pipeline.kommandolinje.noegle import add_noegle
from pipeline.kommandolinje.noegletal import add_noegletal
from pipeline.kommandolinje.opfoelgning import add_opfoelgning
from pipeline.kommandolinje.parser import Parser, run_kommando
from pipeline.kommandolinje.status import add_status
from pipeline.tekster import faelles as tekster

SJAELDENT = 100_000  # objects between collections: a command loads many modules, lives for seconds and holds little


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0, or 1 with one Danish sentence on standard error."""
    try:
        run_kommando(make_parser().parse_args(argv))
    except Brugerfejl as fejl:
        print(f"{tekster.FEJL}: {fejl}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(tekster.AFBRUDT, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return 0


def make_parser() -> Parser:
    parser = Parser(prog="sygefravaer", description=tekster.CLI_BESKRIVELSE)
    kommandoer = parser.add_subparsers(
        title=tekster.CLI_KOMMANDOER, required=True, dest="kommando", metavar="KOMMANDO", parser_class=Parser
    )
    grupper = (
        add_byg,
        add_fil,
        add_noegletal,
        add_afstem,
        add_kroner,
        add_noegle,
        add_lager,
        add_status,
        add_laas,
        add_opfoelgning,
        add_indsats,
        add_maaltal,
        add_kvartal,
    )
    for add in grupper:
        add(kommandoer)
    return parser


def run() -> None:
    """The console script. DuckDB imports pandas, a second, at its first bound parameter; we need none."""
    gc.set_threshold(SJAELDENT)
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    sys.excepthook = _say_unforeseen
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stopped command cleans up as an interrupted one does
    sys.exit(main())


def _say_unforeseen(slags: type[BaseException], fejl: BaseException, spor: TracebackType | None) -> None:
    """A defect of ours: a sentence and its place in our code for whoever mends it, no data, no path."""
    print(tekster.UFORUDSET.format(slags=slags.__name__, hvor=name_place(spor)), file=sys.stderr)


if __name__ == "__main__":
    run()
