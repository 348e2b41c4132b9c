"""The command `sygefravaer`. Every sentence it prints is Danish; anything wrong is one sentence and exit code 1."""

import argparse
import datetime as dt
import re
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.byg.byggerapport import Byggerapport, print_rapport
from pipeline.database.noegler import ensure_noegler, read_noegle
from pipeline.database.ombytning import restore_previous
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from pipeline.kommandolinje.konsol import make_konsol
from pipeline.kommandolinje.lager import add_lager, lager_of
from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.kommandolinje.noegle import add_noegle
from pipeline.kommandolinje.opfoelgning import add_opfoelgning
from pipeline.kommandolinje.status import KVARTAL, add_status
from pipeline.kommandolinje.udskrift import FORMATER, print_forklaring, print_noegletal
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.tekster import faelles as tekster

MAANED = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Parser(argparse.ArgumentParser):
    """argparse in Danish."""

    def __init__(self, **valg: object) -> None:
        super().__init__(**valg, add_help=False, allow_abbrev=False, formatter_class=Hjaelp)  # type: ignore[arg-type]
        self._optionals.title = tekster.CLI_TILVALG
        self._positionals.title = tekster.CLI_KOMMANDOER
        self.add_argument("-h", "--hjaelp", "--help", action="help", help=tekster.CLI_HJAELP)

    def error(self, message: str) -> None:  # type: ignore[override]
        for moenster, saetning in tekster.CLI_FEJL.items():
            fund = re.match(moenster, message)
            if fund:
                raise Brugerfejl(saetning.format(*fund.groups()))
        raise Brugerfejl(tekster.CLI_FORSTAAS_IKKE)


class Hjaelp(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix=tekster.CLI_BRUG if prefix is None else prefix)


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0, or 1 with one Danish sentence on standard error."""
    try:
        valg = _parser().parse_args(argv)
        valg.udfoer(valg)
    except Brugerfejl as fejl:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"{tekster.FEJL}: {fejl}", markup=False)
        return 1
    except KeyboardInterrupt:
        Console(stderr=True).print(tekster.AFBRUDT)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return 0


def _parser() -> Parser:
    parser = Parser(prog="sygefravaer", description=tekster.CLI_BESKRIVELSE)
    kommandoer = parser.add_subparsers(
        title=tekster.CLI_KOMMANDOER, required=True, dest="kommando", metavar="KOMMANDO", parser_class=Parser
    )
    for navn, udfoer in (("byg", run_byg), ("tjek", run_tjek)):
        kommando = kommandoer.add_parser(navn, help=tekster.CLI_KOMMANDO[navn], description=tekster.CLI_KOMMANDO[navn])
        kommando.add_argument("--kilde", type=Path, required=True, metavar="MAPPE", help=tekster.CLI_KILDE)
        kommando.add_argument("--database", type=Path, required=navn == "byg", metavar="FIL", help=tekster.CLI_DATABASE)
        kommando.add_argument("--udtraek", type=_dato, metavar="DATO", help=tekster.CLI_UDTRAEK)
        kommando.add_argument("--accepter-fald", action="store_true", help=tekster.CLI_ACCEPTER_FALD)
        kommando.add_argument("--konfiguration", type=Path, metavar="FIL", help=tekster.CLI_KONFIGURATION)
        kommando.add_argument("--traade", type=_positivt, metavar="ANTAL", help=tekster.CLI_TRAADE)
        kommando.set_defaults(udfoer=udfoer)
    for navn, udfoer in (("forrige", run_forrige), ("noegletal", run_noegletal), ("forklar", run_forklar)):
        kommando = kommandoer.add_parser(navn, help=tekster.CLI_KOMMANDO[navn], description=tekster.CLI_KOMMANDO[navn])
        kommando.add_argument("--database", type=Path, required=True, metavar="FIL", help=tekster.CLI_DATABASE)
        if navn != "forrige":
            kommando.add_argument(
                "--kvartal", type=_periode, required=navn == "forklar", metavar="PERIODE", help=tekster.CLI_KVARTAL
            )
            kommando.add_argument("--enhed", required=navn == "forklar", metavar="NR", help=tekster.CLI_ENHED)
            kommando.add_argument("--format", choices=FORMATER, default="tabel", help=tekster.CLI_FORMAT)
        if navn == "noegletal":
            kommando.add_argument("--niveau", metavar="NIVEAU", help=tekster.CLI_NIVEAU)
            kommando.add_argument("--maaned", action="store_true", help=tekster.CLI_MAANED)
        kommando.set_defaults(udfoer=udfoer)
    add_noegle(kommandoer)
    add_lager(kommandoer)
    add_status(kommandoer)
    add_opfoelgning(kommandoer, _dato)
    return parser


def run_byg(valg: argparse.Namespace) -> None:
    """The demo makes its own keys; a real delivery is never written under a key nobody chose."""
    from pipeline.byg.demo import is_demo  # what reads a delivery is loaded when one is read
    from pipeline.opfoelgning.registrer import register_bygning

    if is_demo(valg.kilde):
        ensure_noegler(valg.database)
    read_noegle("noegle", valg.database)
    with lager_of(valg.database) as lager:
        indstillinger = load_indstillinger(valg.konfiguration)
        rapport = _build(valg, valg.database, indstillinger)
        seed_adgang(
            lager,
            [NyRaekke(**raekke) for raekke in rapport.adgang.to_dicts()],
            [NyRaekke(**raekke) for raekke in rapport.opus_ledere.to_dicts()],
        )
        register_bygning(lager, rapport, opfoelgning=indstillinger.opfoelgning, nu=dt.datetime.now(dt.UTC))


def run_tjek(valg: argparse.Namespace) -> None:
    """The same as `byg`, into a folder that is thrown away, under a key that is forgotten."""
    with TemporaryDirectory(prefix="sygefravaer-") as mappe:
        database = Path(mappe) / "tjek.duckdb"
        _build(valg, database, load_indstillinger(valg.konfiguration), noegle=token_urlsafe(), forrige=valg.database)
    print(tekster.TJEK_FAERDIG)


def _build(
    valg: argparse.Namespace,
    database: Path,
    indstillinger: Indstillinger,
    *,
    noegle: str | None = None,
    forrige: Path | None = None,
) -> Byggerapport:
    from pipeline.byg.warehouse import build_warehouse, count_steps

    with _progress(count_steps()) as fremdrift:
        rapport = build_warehouse(
            valg.kilde,
            database,
            indstillinger=indstillinger,
            udtraek=valg.udtraek,
            accepter_fald=valg.accepter_fald,
            traade=valg.traade,
            noegle=noegle,
            forrige=forrige,
            fremdrift=fremdrift,
        )
    print_rapport(rapport, make_konsol())
    return rapport


def run_forrige(valg: argparse.Namespace) -> None:
    restore_previous(valg.database)
    print(tekster.FORRIGE_FAERDIG.format(database=valg.database.name))


def run_noegletal(valg: argparse.Namespace) -> None:
    with scope_of_command_line(valg.database, "noegletal") as scope:
        print_noegletal(
            scope, kvartal=valg.kvartal, enhed=valg.enhed, niveau=valg.niveau, maaned=valg.maaned, form=valg.format
        )


def run_forklar(valg: argparse.Namespace) -> None:
    with scope_of_command_line(valg.database, "forklar", personer=True) as scope:
        print_forklaring(scope, enhed=valg.enhed, periode=valg.kvartal, form=valg.format)


@contextmanager
def _progress(trin_i_alt: int) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing in a log."""
    konsol = Console(stderr=True)
    if not konsol.is_terminal:
        yield lambda trin: None
        return
    kolonner = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolonner, console=konsol, transient=True) as bjaelke:
        opgave = bjaelke.add_task(tekster.BYGGER, total=trin_i_alt)

        def fremdrift(trin: str) -> None:
            bjaelke.update(opgave, advance=1, description=tekster.FREMDRIFT.get(trin, tekster.BYGGER))

        yield fremdrift


def _dato(tekst: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%Y%m%d"):
        try:
            return dt.datetime.strptime(tekst, form).date()
        except ValueError:
            continue
    raise Brugerfejl(tekster.CLI_IKKE_EN_DATO.format(tekst=tekst))


def _periode(tekst: str) -> str:
    if KVARTAL.fullmatch(tekst.upper()) or MAANED.fullmatch(tekst):
        return tekst.upper()
    raise Brugerfejl(tekster.CLI_IKKE_EN_PERIODE.format(tekst=tekst))


def _positivt(tekst: str) -> int:
    if tekst.isdigit() and int(tekst) > 0:
        return int(tekst)
    raise Brugerfejl(tekster.CLI_IKKE_ET_ANTAL.format(tekst=tekst))


def run() -> None:
    """The console script. DuckDB imports pandas, a second, at its first bound parameter; we need none."""
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    sys.excepthook = _say_unforeseen
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stopped command cleans up as an interrupted one does
    sys.exit(main())


def _say_unforeseen(slags: type[BaseException], fejl: BaseException, spor: TracebackType | None) -> None:
    """A defect of ours: a sentence and its place in our code for whoever mends it, no data, no path."""
    sted = traceback.extract_tb(spor)[-1] if spor else None
    hvor = f"{Path(sted.filename).name}:{sted.lineno}" if sted else ""
    print(tekster.UFORUDSET.format(slags=slags.__name__, hvor=hvor), file=sys.stderr)


if __name__ == "__main__":
    run()
