"""Builds the database of nøgletal from a delivery: read, run sql/, check, swap in.

The build is a pure function of the delivery, the configuration and the code: no clock, no hidden state.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb

from pipeline.byg.byggerapport import Byggerapport, read_rapport
from pipeline.byg.demo import is_demo
from pipeline.byg.graenser import GRAENSERNES_KILDER, make_graenser
from pipeline.byg.indlaesning import load_indstillinger_tabeller, load_kildetabeller
from pipeline.byg.parametre import Besluttet, build_id, build_parameters, join_build_id, used_besluttede
from pipeline.byg.sammenligning import Afvigelse
from pipeline.byg.titler import judge_titles
from pipeline.database.kryptering import UDEN_UNDERSKRIFT, ForkertNoegle, attach_database, load_openssl
from pipeline.database.laesning import Bygning
from pipeline.database.modeller import (
    Pythonmodel,
    broken_checks,
    broken_rules,
    drop_unused,
    read_models,
    run_folder,
    run_macros,
)
from pipeline.database.noegler import read_noegle
from pipeline.database.ombytning import replace_database, working_folder
from pipeline.database.tabeller import create_table
from pipeline.diskretion.deling import make_deling
from pipeline.diskretion.organisation import DELINGENS_KILDER
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.helligdage import danish_holidays
from pipeline.indstillinger.model import NIVEAUER, Forventet, Indstillinger
from pipeline.readers import Leverancekilde, held_still, read_leverance
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.text_tabel import explain_csv_fejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop

Fremdrift = Callable[[str], None]
Foer = Callable[[Path, Byggerapport], None]
Forsinkelse = Callable[[dt.date], int | None]
"""By udtræksdato: how many days a period is foreløbig, as earlier deliveries tell it; None when they do not."""
FORRIGE_RESULTATER = (
    "create temp table forrige_resultater (rolle varchar, bygning_id varchar, udtraeksdato date, maal varchar, "
    "periodetype varchar, periode varchar, vaerdi double)"
)
LAES_FORRIGE = (
    "insert into forrige_resultater "
    "select 'betroet', bygning_id, udtraeksdato, maal, periodetype, periode, vaerdi from forrige.maalestok "
    "union all "
    "select 'seneste', bygning.bygning_id, bygning.udtraeksdato, maal, periodetype, periode, vaerdi "
    "from forrige.resultater cross join forrige.bygning "
    "where bygning.bygning_id not in (select maalestok.bygning_id from forrige.maalestok)"
)
MAPPER = ("10_staging", "20_mellem", "30_noegletal", "35_opfoelgning", "40_udgivelse")


@dataclass(frozen=True)
class Valg:
    """What the command line may say beyond the configuration, and the keys. `traade` None: every core."""

    udtraek: dt.date | None = None
    accepter_afvigelse: bool = False
    traade: int | None = None
    noegle: str = field(default="", repr=False)
    noegle_forrige: str | None = field(default=None, repr=False)
    maalt_forsinkelse: Forsinkelse = lambda udtraeksdato: None
    besluttede: Sequence[Besluttet] = ()


def build_warehouse(
    kilde: Leverancekilde,
    database: Path,
    *,
    indstillinger: Indstillinger,
    udtraek: dt.date | None = None,
    accepter_afvigelse: bool = False,
    traade: int | None = None,
    noegle: str | None = None,
    forrige: Path | None = None,
    fremdrift: Fremdrift = lambda trin: None,
    maalt_forsinkelse: Forsinkelse = lambda udtraeksdato: None,
    besluttede: Sequence[Besluttet] = (),
    foer_ombytning: Foer = lambda ny, rapport: None,
) -> Byggerapport:
    """Build `database` from the delivery `kilde`; on any error the old database is untouched. `foer_ombytning` is given
    the new one, whole and checked, before it takes the old one's place.

    It is encrypted with `noegle`, else the key the program is given for it. The delivery is held against the build
    `forrige` trusts, else against the one that the build it replaces trusts. `besluttede`: the måltal that go before
    those of the delivery.

    Errors: `Brugerfejl` for everything that stops a build.
    """
    noegle = noegle or read_noegle("noegle", database)
    noegle_forrige = read_noegle("noegle", forrige) if forrige and forrige.is_file() else noegle
    valg = Valg(udtraek, accepter_afvigelse, traade, noegle, noegle_forrige, maalt_forsinkelse, besluttede)
    with working_folder(database) as mappe, held_still(kilde):
        ny = mappe / "ny.duckdb"
        rapport = _build(
            kilde,
            ny,
            forrige or database,
            mappe=mappe,
            indstillinger=indstillinger,
            valg=valg,
            fremdrift=fremdrift,
        )
        foer_ombytning(ny, rapport)
        replace_database(ny, database)
    return rapport


def read_byggerapport(database: Path, noegle: str) -> Byggerapport:
    """What was reported when it was built. Errors: `Brugerfejl`."""
    with duckdb.connect(":memory:", config=dict(UDEN_UNDERSKRIFT)) as con:
        load_openssl(con)
        attach_database(con, database, alias="maal", noegle=noegle)
        con.execute("use maal")
        run_macros(con)
        return read_rapport(Bygning(con))


def count_steps() -> int:
    """How many times `fremdrift` is called."""
    laes = helligdage = titler = deling = graenser = maaneder = kontrol = 1
    return (
        laes + sum(len(read_models(m)) for m in MAPPER) + helligdage + titler + deling + graenser + maaneder + kontrol
    )


def _build(
    kilde: Leverancekilde,
    ny: Path,
    forrige: Path,
    *,
    mappe: Path,
    indstillinger: Indstillinger,
    valg: Valg,
    fremdrift: Fremdrift,
) -> Byggerapport:
    fremdrift("laes")
    with ThreadPoolExecutor(max_workers=1) as sideloebende, _connection(ny, mappe, indstillinger, valg) as forbindelse:
        bygning_id = sideloebende.submit(build_id, kilde, indstillinger, valg.udtraek)
        kildetabeller = read_leverance(kilde, indstillinger=indstillinger, udtraek=valg.udtraek)
        _check_tables(kildetabeller)
        udtraeksdato = delivery_date(kildetabeller)
        forsinkelse = valg.maalt_forsinkelse(udtraeksdato)
        parametre = build_parameters(indstillinger, udtraeksdato, maalt_forsinkelse=forsinkelse)
        besluttede = used_besluttede(valg.besluttede, parametre["opbevaring_fra"])
        id_ = join_build_id(bygning_id.result(), forsinkelse, besluttede)
        parametre |= {"bygning_id": id_, "er_demo": is_demo(kilde)}
        _load_besluttede(forbindelse.result(), besluttede)
        return _fill(forbindelse.result(), kildetabeller, parametre, forrige, indstillinger, valg, fremdrift)


def _fill(
    con: duckdb.DuckDBPyConnection,
    kildetabeller: Sequence[Kildetabel],
    parametre: dict[str, Any],
    forrige: Path,
    indstillinger: Indstillinger,
    valg: Valg,
    fremdrift: Fremdrift,
) -> Byggerapport:
    with _plain_errors(kildetabeller):
        run_macros(con)
        load_kildetabeller(con, kildetabeller, indstillinger)
        load_indstillinger_tabeller(con, indstillinger, NIVEAUER)
        _load_previous(con, forrige, valg.noegle_forrige)
        _run_phases(con, parametre, indstillinger=indstillinger, valg=valg, fremdrift=fremdrift)
        fremdrift("kontrol")
        _check_sentences(con, parametre)
        rapport = read_rapport(Bygning(con))
        _drop_scaffolding(con)
        con.execute("checkpoint maal")
    return rapport


def _run_phases(
    con: duckdb.DuckDBPyConnection,
    parametre: dict[str, Any],
    *,
    indstillinger: Indstillinger,
    valg: Valg,
    fremdrift: Fremdrift,
) -> None:
    titler = {"titler": (("titelkombinationer",), partial(judge_titles, population=indstillinger.population))}
    with ThreadPoolExecutor(max_workers=1) as sideloebende:  # the calendars of the world load while DuckDB reads
        sideloebende.submit(import_module, "polars")  # what the report is read with
        sideloebende.submit(import_module, "scipy.special")  # the limits of chance
        dage = sideloebende.submit(danish_holidays, range(1900, parametre["udtraeksdato"].year + 11))
        helligdage = {"helligdage": (("fravaer_gaeldende",), partial(_load_helligdage, dage=dage))}
        for trin in run_folder(con, "10_staging", parametre, python=helligdage):
            fremdrift(trin)
    _stop_on(con, "19_stop", parametre)
    drop_unused(con, faerdig="10_staging", tilbage=("20_mellem", "29_stop", *MAPPER[2:], "90_kontrol"))
    daekket = con.execute("select daekket_fra, daekket_til from daekning").fetchone()
    parametre["daekket_fra"], parametre["daekket_til"] = daekket or (None, None)
    for trin in run_folder(con, "20_mellem", parametre, python=titler):
        fremdrift(trin)
    _stop_on(con, "29_stop", parametre)
    drop_unused(con, faerdig="20_mellem", tilbage=(*MAPPER[2:], "90_kontrol"))
    for trin in run_folder(con, "30_noegletal", parametre):
        fremdrift(trin)
    if not valg.accepter_afvigelse:
        _stop_on_afvigelse(con, parametre)
    for trin in run_folder(con, "35_opfoelgning", parametre):
        fremdrift(trin)
    for trin in run_folder(con, "40_udgivelse", parametre, python=_divisions(indstillinger.forventet)):
        fremdrift(trin)


def _divisions(forventet: Forventet) -> dict[str, tuple[tuple[str, ...], Pythonmodel]]:
    from pipeline.diskretion import maanedsdeling  # works in Polars, which is loaded by now

    return {
        "delingsgrupper": (DELINGENS_KILDER, partial(make_deling, create_table=create_table)),
        "niveaugraenser": (
            GRAENSERNES_KILDER,
            partial(make_graenser, hold_oeje=forventet.hold_oeje, stoerre=forventet.stoerre),
        ),
        "maanedsdeling": (maanedsdeling.DELINGENS_KILDER, maanedsdeling.make_maanedsdeling),
    }


def delivery_date(kildetabeller: Sequence[Kildetabel]) -> dt.date:
    """The earliest among the newest fravær and employment files (docs/metode.md)."""
    datoer: dict[str, dt.date] = {}
    for kilde in kildetabeller:
        if kilde.udtraeksdato:
            datoer[kilde.tabel] = max(kilde.udtraeksdato, datoer.get(kilde.tabel, kilde.udtraeksdato))
    ansaettelser = "ansaettelsesforloeb" if "ansaettelsesforloeb" in datoer else "personale"
    return min(datoer["fravaer"], datoer[ansaettelser])


@contextmanager
def _connection(
    ny: Path, mappe: Path, indstillinger: Indstillinger, valg: Valg
) -> Iterator[Future[duckdb.DuckDBPyConnection]]:
    """Opened on the other core while the files are looked at."""
    with ThreadPoolExecutor(max_workers=1) as sideloebende:
        forbindelse = sideloebende.submit(_connect, ny, mappe, indstillinger, valg)
        try:
            yield forbindelse
        finally:
            if forbindelse.exception() is None:
                forbindelse.result().close()


def _connect(ny: Path, mappe: Path, indstillinger: Indstillinger, valg: Valg) -> duckdb.DuckDBPyConnection:
    """Memory for what is temporary, the new file for what is kept; encrypted what reaches the disk."""
    con = duckdb.connect(
        ":memory:",
        config={
            "threads": str(valg.traade or os.cpu_count() or 1),
            "memory_limit": f"{indstillinger.maskine.hukommelse_gb}GB",
            "temp_directory": str(mappe / "overloeb"),
            "autoinstall_known_extensions": "false",
            **UDEN_UNDERSKRIFT,
        },
    )
    with ExitStack() as ved_fejl:
        ved_fejl.callback(con.close)
        load_openssl(con)
        con.execute("set temp_file_encryption = true")
        attach_database(con, ny, alias="maal", noegle=valg.noegle, skriv=True)
        con.execute("use maal")
        ved_fejl.pop_all()
    return con


@contextmanager
def _plain_errors(kildetabeller: Sequence[Kildetabel]) -> Iterator[None]:
    """DuckDB's own words name paths and quote rows; a user gets the sentence instead."""
    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.IOException):
        raise Brugerfejl(tekster.DISK_ELLER_HUKOMMELSE) from None
    except duckdb.InvalidInputException as fejl:
        tekstfiler = {str(kilde.indhold.sti): kilde for kilde in kildetabeller if isinstance(kilde.indhold, Csvindhold)}
        if not tekstfiler or "CSV" not in str(fejl):
            raise
        naevnte = [sti for sti in tekstfiler if sti in str(fejl)] or [*tekstfiler][:1]
        raise explain_csv_fejl(tekstfiler[max(naevnte, key=len)]) from None  # /proc/self/fd/12 also names fd/1


def _check_tables(kildetabeller: Sequence[Kildetabel]) -> None:
    fundne = {kilde.tabel for kilde in kildetabeller}
    mangler = [
        navn
        for navn, muligheder in (
            ("organisation", {"organisation"}),
            ("ansaettelsesforloeb", {"ansaettelsesforloeb", "personale"}),
            ("fravaer", {"fravaer"}),
        )
        if not muligheder & fundne
    ]
    if mangler:
        raise Brugerfejl(
            tekster.TABEL_MANGLER.format(
                tabeller=", ".join(tekster.TABELNAVNE[navn] for navn in mangler),
                fundne=", ".join(sorted(tekster.TABELNAVNE[navn] for navn in fundne)) or tekster.INTET,
            )
        )


def _load_besluttede(con: duckdb.DuckDBPyConnection, besluttede: Sequence[Besluttet]) -> None:
    kolonner = {"enhed_id": int, "aar": int, "maaltal_e8": int}
    create_table(con, "maaltal_besluttet", kolonner, besluttede, midlertidig=True)


def _load_helligdage(con: duckdb.DuckDBPyConnection, dage: Future[list[dt.date]]) -> None:
    """Danish public holidays; records are not expected to reach more than ten years ahead."""
    create_table(con, "helligdage", {"dag": dt.date}, [(dag,) for dag in dage.result()])


def _load_previous(con: duckdb.DuckDBPyConnection, forrige: Path, noegle: str | None) -> None:
    """The results of the build trusted so far and of the newest, an empty table when there is none that can be read.

    Errors: `Brugerfejl` when it is under another key, so that no key is lost unnoticed.
    """
    con.execute(FORRIGE_RESULTATER)
    if not forrige.is_file() or noegle is None:
        return
    try:
        attach_database(con, forrige, alias="forrige", noegle=noegle)
    except ForkertNoegle:
        raise
    except Brugerfejl:
        return
    try:
        con.execute(LAES_FORRIGE)
    except duckdb.Error:  # of another version, or what we never wrote
        return
    finally:
        con.execute("detach forrige")


def _stop_on(con: duckdb.DuckDBPyConnection, mappe: str, parametre: dict[str, Any]) -> None:
    for regel, fund in broken_rules(con, mappe, parametre):
        raise Brugerfejl(tekster_stop.stop_sentence(regel, fund))


def _stop_on_afvigelse(con: duckdb.DuckDBPyConnection, parametre: dict[str, Any]) -> None:
    for regel, fund in broken_rules(con, "39_stop", parametre):
        raise Afvigelse(tekster_stop.stop_sentence(regel, fund), Bygning(con).rows("byggerapport_sammenligning"))


def _check_sentences(con: duckdb.DuckDBPyConnection, parametre: Mapping[str, Any]) -> None:
    brudte = broken_checks(con, parametre)
    if brudte:
        raise Brugerfejl(tekster.KONTROL_BRUDT.format(kontroller=", ".join(navn.replace("_", " ") for navn in brudte)))


def _drop_scaffolding(con: duckdb.DuckDBPyConnection) -> None:
    """Reference tables the models needed and no reader of the database does."""
    for tabel in (
        "titler",
        "helligdage",
        "niveau_angivet",
        "grupper",
        "maanedsloennede",
        "oevrige_ansforhold",
        "niveauer",
        "fravaersarter",
        "graenser",
        "kilde_uden_art",
    ):
        con.execute(f"drop table {tabel}")
