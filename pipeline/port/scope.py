"""The gate: the only way from the application to the database.

A scope physically holds the rows its user may see and nothing else: an in-memory DuckDB filled with them, the file
detached, shut in, and asked by named SELECTs only. No scope, no rows.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

import duckdb

from pipeline.database.kryptering import UDEN_UNDERSKRIFT, attach_database, load_openssl
from pipeline.database.modeller import drop_unused, read_model, run_folder, run_macros
from pipeline.database.noegler import read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.opfoelgning import Opfoelgning
from pipeline.lager.adgang import Adgangsraekke, read_adgang
from pipeline.lager.indsatser import Indsats, read_indsatser
from pipeline.lager.lager import Lager, pseudonym
from pipeline.lager.log import DANSK_TID, Haendelse, write_log
from pipeline.lager.maaltal import Beslutning, read_beslutninger
from pipeline.lager.noter import read_stand
from pipeline.port.indsatser import INDSATSER, load_indsatser
from pipeline.port.maaltal import BESLUTNINGER, load_beslutninger
from pipeline.port.opfoelgning import TABELLER, load_candidate_rules, load_opfoelgning_tables
from pipeline.port.rettigheder import Bruger, Ledelsesraekke, Rettigheder, derive_rettigheder, list_ledelse, see_as
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import faelles as tekster

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")
HOEJST_ANTAL = 64
HOEJST_HUSKET = 100
HOEJSTE_ALDER = timedelta(minutes=15)
HOEJST_LAESTE = 200  # answers read: DuckDB keeps some 6 KB of each with a join in it, until the connection is closed
HUKOMMELSE = "2GB"  # a whole country's rows for hr; a kommune's take a hundredth
TILLADTE_TABELFUNKTIONER = frozenset({"unnest", "range", "generate_series"})
LUKKET = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class IngenAdgang(Brugerfejl):
    """The user has no row in force: the sentence says whom to ask."""


@dataclass(frozen=True)
class Miljoe:
    """Where the gate stands. `ur` is the clock, in UTC; `noegle_ved`: the database whose keys are used, when the file
    is to take its place.
    """

    database: Path
    lager: Lager
    ur: Callable[[], datetime]
    noegle_ved: Path | None = None

    @property
    def dag(self) -> date:
        """The Danish day it is."""
        return self.ur().astimezone(DANSK_TID).date()


@dataclass(frozen=True)
class Indhold:
    """What a scope is filled with. `ledelse` None: no persons; `opfoelgning`: the day the follow-up is judged on;
    `roller`: the pseudonyms of who has a role, for the judge's scope, which holds nothing else;
    `indsatser`, `beslutninger`: all there are, of which a scope keeps its user's.
    """

    rettigheder: Rettigheder
    ledelse: tuple[Ledelsesraekke, ...] | None = None
    opfoelgning: date | None = None
    regler: Opfoelgning | None = None
    roller: frozenset[str] | None = None
    indsatser: tuple[Indsats, ...] = ()
    beslutninger: tuple[Beslutning, ...] = ()


@dataclass(frozen=True, eq=False)
class Scope:
    """What one user may see, of one build. Its rows never change, so what was read or made of them is remembered."""

    rettigheder: Rettigheder
    bygning_id: str
    er_demo: bool
    aabnet: datetime
    _con: duckdb.DuckDBPyConnection
    _husket: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    _laeste: list[str] = field(default_factory=list)
    _laas: Lock = field(default_factory=Lock)

    def rows(self, visning: str, **parametre: Any) -> pl.DataFrame:
        """The rows of one SELECT in sql/50_visning; its header states the grain."""
        sql = read_model("50_visning", visning).sql
        noegle = (visning, *((navn, _hashable(parametre[navn])) for navn in sorted(parametre)))
        return self.remember(noegle, lambda: _compact(self._select(sql, parametre)))

    @property
    def er_slidt(self) -> bool:
        """Has read so many answers that the next user should be given another like it."""
        return len(self._laeste) >= HOEJST_LAESTE

    def remember(self, noegle: Hashable, lav: Callable[[], T]) -> T:
        """What `lav` made of this scope the first time; it lives and dies with the scope, and nobody else sees it."""
        with self._laas:
            if noegle in self._husket:
                self._husket.move_to_end(noegle)
                return cast(T, self._husket[noegle])
        lavet = lav()
        with self._laas:
            self._husket[noegle] = lavet
            while len(self._husket) > HOEJST_HUSKET:
                self._husket.popitem(last=False)
        return lavet

    def _select(self, sql: str, parametre: Mapping[str, Any]) -> pl.DataFrame:
        check_select(sql)
        self._laeste.append(sql)
        markoer = self._con.cursor()  # a connection shared by threads hands one the other's rows
        try:
            return markoer.execute(sql, dict(parametre)).pl()
        finally:
            markoer.close()


def _compact(raekker: pl.DataFrame) -> pl.DataFrame:
    """Its own rows only: what DuckDB hands over has room for 2,048, however few there are."""
    import polars as pl

    return raekker[pl.int_range(raekker.height, eager=True)]


def _hashable(vaerdi: Any) -> Hashable:
    return tuple(vaerdi) if isinstance(vaerdi, list) else vaerdi


@cache
def check_select(sql: str) -> None:
    """Errors: `ValueError` for anything but one SELECT, or one that calls a table function.

    An in-memory database is writable and has functions that change it from within a SELECT (switching the log on).
    """
    saetninger = duckdb.extract_statements(sql)
    if [saetning.type for saetning in saetninger] != [duckdb.StatementType.SELECT]:
        raise ValueError("not exactly one SELECT")
    with duckdb.connect(":memory:") as con:
        trae = json.loads(con.execute("select json_serialize_sql($sql::varchar)", {"sql": sql}).fetchall()[0][0])
    if trae["error"] or not _table_functions(trae) <= TILLADTE_TABELFUNKTIONER:
        raise ValueError("a SELECT of the project calls no such function")


def _table_functions(led: Any) -> set[str]:
    """The names of the table functions anywhere in a parsed statement."""
    if isinstance(led, list):
        return set[str]().union(*(_table_functions(del_) for del_ in led))
    if not isinstance(led, dict):
        return set()
    egne = {str(led["function"]["function_name"]).lower()} if led.get("type") == "TABLE_FUNCTION" else set()
    return egne.union(*(_table_functions(del_) for del_ in led.values()))


def open_scope(
    bruger: Bruger,
    *,
    miljoe: Miljoe,
    personer_til: str | None = None,
    opfoelgning: bool = False,
    regler: Opfoelgning | None = None,
) -> Scope:
    """What `bruger` may see now; with persons only for the page or command named in `personer_til`, which is logged.
    With `opfoelgning` the follow-up of them too, as it stands; with `regler` the notices those rules would have given.

    Errors: `IngenAdgang` for a user without a row in force; `Brugerfejl` when the database, its key or the store fails.
    """
    nu = miljoe.ur()
    adgang = read_adgang(miljoe.lager)
    dag = nu.astimezone(DANSK_TID).date()
    rettigheder = _rights(bruger, adgang, dag)
    if rettigheder.er_tomme:
        raise IngenAdgang(tekster_adgang.INGEN_ADGANG)
    ledelse = list_ledelse(adgang, dag) if personer_til and rettigheder.har_personer else None
    stand = read_stand(miljoe.lager) if opfoelgning else None
    indsatser = tuple(read_indsatser(miljoe.lager)) if rettigheder.har_personer else ()
    beslutninger = tuple(read_beslutninger(miljoe.lager)) if rettigheder.er_hr or rettigheder.chef else ()
    indhold = Indhold(
        rettigheder,
        ledelse,
        dag if opfoelgning else None,
        regler,
        indsatser=indsatser,
        beslutninger=beslutninger,
    )
    noegle = (miljoe.database, _signature(miljoe.database), indhold, stand)
    scope = _REGISTER.find(noegle, nu)
    if scope is None:
        scope = _REGISTER.keep(noegle, _fill(miljoe, indhold, nu))
    if ledelse is not None:
        write_log(miljoe.lager, _persons_shown(bruger, scope, str(personer_til)))
    return scope


def preview_scope(bruger: Bruger, rettigheder: Rettigheder, *, miljoe: Miljoe) -> Scope:
    """What somebody with those rights would see of figures; for hr, before she gives them. It is not kept.

    Errors: `IngenAdgang` for anybody else.
    """
    nu = miljoe.ur()
    if not _rights(bruger, read_adgang(miljoe.lager), nu.astimezone(DANSK_TID).date()).er_hr:
        raise IngenAdgang(tekster_adgang.INGEN_ADGANG)
    return _fill(miljoe, Indhold(rettigheder), nu)


def open_dommer(miljoe: Miljoe) -> Scope:
    """What the judge weighs every user's figures against: everybody under a number that says nothing, for no page."""
    nu = miljoe.ur()
    roller = frozenset(raekke.person for raekke in read_adgang(miljoe.lager) if raekke.person)
    return _fill(miljoe, Indhold(Rettigheder(), roller=roller), nu)


def list_navne(miljoe: Miljoe) -> list[str]:
    """The names of employees, to hold a user's own words against: for no page and no file."""
    scope = _fill(miljoe, Indhold(Rettigheder(er_hr=True), ledelse=()), miljoe.ur())
    return list(scope.rows("personnavne")["navn"].drop_nulls().unique().sort())


def describe_database(miljoe: Miljoe) -> Scope:
    """A scope that holds nothing but which build it is: what the sign-in page may know."""
    nu = miljoe.ur()
    noegle = (miljoe.database, _signature(miljoe.database), Indhold(Rettigheder()), None)
    return _REGISTER.find(noegle, nu) or _REGISTER.keep(noegle, _fill(miljoe, Indhold(Rettigheder()), nu))


def _rights(bruger: Bruger, adgang: list[Adgangsraekke], dag: date) -> Rettigheder:
    if bruger.er_kommandolinje and bruger.som is None:
        return Rettigheder(er_hr=True)
    if bruger.er_kommandolinje:
        return derive_rettigheder(adgang, bruger=str(bruger.som), dag=dag)
    egne = derive_rettigheder(adgang, bruger=bruger.navn, dag=dag)
    if bruger.som is None:
        return egne
    return see_as(egne, derive_rettigheder(adgang, bruger=bruger.som, dag=dag))


def _signature(database: Path) -> tuple[int, int, int]:
    """Another file under the same name is another build."""
    try:
        stat = database.stat()
    except OSError:
        raise Brugerfejl(tekster.DATABASE_MANGLER.format(database=database.name)) from None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def _persons_shown(bruger: Bruger, scope: Scope, hvor: str) -> Haendelse:
    antal = scope.rows("antal_personer")["antal"].item()
    return Haendelse(
        hvem=bruger.navn,
        som=bruger.som,
        hvad="personer",
        hvor=hvor,
        noder=scope.rettigheder.noder,
        bygning_id=scope.bygning_id,
        antal_personer=antal,
    )


def _fill(miljoe: Miljoe, indhold: Indhold, nu: datetime) -> Scope:
    """Copy in one transaction, so that the build's id and the rows are of one build; then shut."""
    noegle = read_noegle("noegle", miljoe.noegle_ved or miljoe.database)
    con = duckdb.connect(":memory:", config={"threads": "1", "memory_limit": HUKOMMELSE, **UDEN_UNDERSKRIFT})
    con.execute("set temp_directory = ''")
    load_openssl(con)
    run_macros(con, varige=True)
    attach_database(con, miljoe.database, alias="maal", noegle=noegle)
    try:
        con.execute("begin transaction")
        _copy(con, miljoe.lager, indhold)
        bygning_id, er_demo = con.execute("select bygning_id, er_demo from maal.bygning").fetchall()[0]
        con.execute("commit")
        con.execute("detach maal")
    except duckdb.Error:
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_LAESES.format(database=miljoe.database.name)) from None
    for saetning in LUKKET:
        con.execute(saetning)
    return Scope(indhold.rettigheder, bygning_id, er_demo, nu, con)


def _copy(con: duckdb.DuckDBPyConnection, lager: Lager, indhold: Indhold) -> None:
    """Fill the tables of sql/60_omfang, with persons those of 61, for hr those of 62 too; for the follow-up 63, 64."""
    rettigheder = indhold.rettigheder
    parametre: dict[str, Any] = {
        "er_hr": rettigheder.er_hr,
        "er_dpo": rettigheder.er_dpo,
        "leder_noder": sorted(rettigheder.leder),
        "chef_noder": sorted(rettigheder.chef),
        "aggregat_noder": sorted(rettigheder.aggregat),
    }
    mapper = ["60_omfang"]
    if indhold.roller is not None:
        numre = _numbers(con, lager) if indhold.roller else {}
        parametre["roller"] = [numre[person] for person in indhold.roller if person in numre]
        mapper = ["65_omfang_dommer"]
    if indhold.ledelse is not None:
        brugt = rettigheder.selv or any(led.person for led in indhold.ledelse) or indhold.opfoelgning
        numre = _numbers(con, lager) if brugt else {}
        parametre["selv"] = [numre[person] for person in rettigheder.selv if person in numre]
        _load_ledelse(con, [(led.enhed_id, numre.get(led.person or ""), led.rolle) for led in indhold.ledelse])
        mapper += ["61_omfang_personer"] + ["62_omfang_hr"] * rettigheder.er_hr
        if indhold.opfoelgning is not None:
            parametre |= load_opfoelgning_tables(con, lager, numre, dag=indhold.opfoelgning)
            mapper += ["63_omfang_opfoelgning"]
        if indhold.regler is not None:
            parametre |= load_candidate_rules(con, indhold.regler)
            mapper += ["35_opfoelgning", "64_omfang_proeve"]
    load_indsatser(con, indhold.indsatser)
    load_beslutninger(con, indhold.beslutninger)
    for mappe in mapper:
        for _ in run_folder(con, mappe, parametre):
            pass
    for mappe in mapper:
        drop_unused(con, faerdig=mappe, tilbage=())
    con.execute("reset search_path")
    for tabel in ("ledelse", INDSATSER, BESLUTNINGER, *TABELLER):
        con.execute(f"drop table if exists {tabel}")


def _numbers(con: duckdb.DuckDBPyConnection, lager: Lager) -> dict[str, int]:
    """The employee numbers by pseudonym: the store does not know them, the database does not know the key."""
    numre = con.execute("select distinct medarbejdernr from maal.ansaettelser").fetchall()
    return {pseudonym(lager, nummer): nummer for (nummer,) in numre}


def _load_ledelse(con: duckdb.DuckDBPyConnection, raekker: list[tuple[int, int | None, str]]) -> None:
    con.execute("create temp table ledelse (enhed_id bigint, medarbejdernr integer, rolle varchar)")
    if raekker:
        con.executemany("insert into ledelse values ($1, $2, $3)", raekker)


class _Register:
    """The scopes in use, by rights and build. A run keeps the one it was given, whatever happens here."""

    def __init__(self) -> None:
        self._laas = Lock()
        self._kendte: OrderedDict[Hashable, Scope] = OrderedDict()

    def find(self, noegle: Hashable, nu: datetime) -> Scope | None:
        with self._laas:
            udtjente = [n for n, s in self._kendte.items() if nu - s.aabnet > HOEJSTE_ALDER or s.er_slidt]
            for udtjent in udtjente:
                del self._kendte[udtjent]
            if noegle in self._kendte:
                self._kendte.move_to_end(noegle)
            return self._kendte.get(noegle)

    def keep(self, noegle: Hashable, scope: Scope) -> Scope:
        with self._laas:
            self._kendte[noegle] = scope
            while len(self._kendte) > HOEJST_ANTAL:
                self._kendte.popitem(last=False)
        return scope


_REGISTER = _Register()
