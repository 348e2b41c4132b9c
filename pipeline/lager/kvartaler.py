"""The quarter's work: rounds, what was done in each, hr's own words. Rows are added, never changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.kvartalsvalg import prune_valg
from pipeline.lager.laase import NyLaas, find_laas, insert_laas
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append
from pipeline.lager.skema import kvartalsgange, kvartalsord, kvartalstrin
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster.dansk import heltal

Trinnavn = Literal[
    "leverance", "bygges", "bygget", "standset", "i brug", "kvitteret", "dokumenter", "hentet", "låst", "opgivet"
]
SLUT: frozenset[Trinnavn] = frozenset({"låst", "opgivet"})
"""What ends a round."""


@dataclass(frozen=True)
class Trin:
    """One thing that was done. `data`: what it was, by the words of pipeline/kvartal/stand.py."""

    id: int
    hvad: Trinnavn
    af: str
    tid: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Ord:
    """The newest of a field."""

    version: int
    tekst: str
    af: str
    tid: str


INGEN_ORD = Ord(0, "", "", "")


@dataclass(frozen=True)
class Gang:
    """One round. `trin` in the order they were done; `ord` by field."""

    id: int
    af: str
    tid: str
    trin: Sequence[Trin] = ()
    ord: Mapping[str, Ord] = field(default_factory=dict)

    @property
    def er_slut(self) -> bool:
        return any(trin.hvad in SLUT for trin in self.trin)


Tillad = Callable[[Gang], None]
"""Raises when what the round has come to does not allow it; asked while nobody else can write."""


def begin_gang(lager: Lager, haendelse: Haendelse, *, nu: datetime) -> int:
    """Its number. Errors: `Brugerfejl` when one is under way: there is one at a time."""
    with lager.write() as con:
        seneste = _read_newest(con)
        if seneste is not None and not seneste.er_slut:
            raise Brugerfejl(tekster_lager.KVARTAL_I_GANG.format(af=seneste.af))
        ny = insert(kvartalsgange).values(af=haendelse.hvem, tid=as_text(nu)).returning(kvartalsgange.c.id)
        id_ = int(con.execute(ny).scalar_one())
        append(con, haendelse, nu=nu)
    return id_


def add_trin(
    lager: Lager,
    gang: int,
    hvad: Trinnavn,
    haendelse: Haendelse,
    *,
    nu: datetime,
    data: Mapping[str, Any] | None = None,
    tillad: Tillad = lambda gang: None,
) -> None:
    """Errors: `Brugerfejl` for a round that is over or not the newest, and whatever `tillad` says."""
    with lager.write() as con:
        tillad(_read_open(con, gang))
        _insert_trin(con, gang, hvad, data or {}, af=haendelse.hvem, nu=nu)
        append(con, haendelse, nu=nu)


def lock_gang(
    lager: Lager,
    gang: int,
    ny: NyLaas,
    haendelse: Haendelse,
    *,
    nu: datetime,
    data: Mapping[str, Any],
    filer: Mapping[str, bytes] | None = None,
) -> None:
    """The round ends and its quarter is locked: both or neither, and one row of the log. Locked already, with the same
    figures, it stays as it is.

    Errors: `Brugerfejl` as `add_trin` and `lock_kvartal`.
    """
    with lager.write() as con:
        _read_open(con, gang)
        laast = find_laas(con, ny.kvartal)
        if laast is None or laast.indhold != ny.indhold:
            insert_laas(con, ny, af=haendelse.hvem, nu=nu, filer=filer)
        _insert_trin(con, gang, "låst", data, af=haendelse.hvem, nu=nu)
        append(con, haendelse, nu=nu)


def _insert_trin(con: Connection, gang: int, hvad: Trinnavn, data: Mapping[str, Any], *, af: str, nu: datetime) -> None:
    tekst = json.dumps(dict(data), ensure_ascii=False, sort_keys=True)
    con.execute(insert(kvartalstrin).values(gang=gang, hvad=hvad, af=af, tid=as_text(nu), data=tekst))


def write_ord(lager: Lager, gang: int, felt: str, tekst: str, haendelse: Haendelse, *, laest: int, nu: datetime) -> int:
    """The new version's number. `laest`: the one the writer began from; 0 when there was none.

    Errors: `Brugerfejl` when somebody has written since: it names her, and nothing is lost of either.
    """
    with lager.write() as con:
        nyeste = _read_open(con, gang).ord.get(felt, INGEN_ORD)
        if nyeste.version != laest:
            raise Brugerfejl(tekster_lager.KVARTAL_ORD_SKREVET.format(af=nyeste.af, version=heltal(nyeste.version)))
        vaerdier = {"felt": felt, "version": laest + 1, "tekst": tekst, "af": haendelse.hvem, "tid": as_text(nu)}
        con.execute(insert(kvartalsord).values(gang=gang, **vaerdier))
        append(con, haendelse, nu=nu)
    return laest + 1


def read_newest(lager: Lager) -> Gang | None:
    """The round under way, else the last one; None when there has been none."""
    with lager.read() as con:
        return _read_newest(con)


def _read_newest(con: Connection) -> Gang | None:
    raekke = con.execute(select(kvartalsgange).order_by(kvartalsgange.c.id.desc()).limit(1)).first()
    if raekke is None:
        return None
    udvalg = select(kvartalstrin).where(kvartalstrin.c.gang == raekke.id).order_by(kvartalstrin.c.id)
    trin = [Trin(r.id, r.hvad, r.af, r.tid, json.loads(r.data)) for r in con.execute(udvalg)]
    ordene = select(kvartalsord).where(kvartalsord.c.gang == raekke.id).order_by(kvartalsord.c.version)
    nyeste = {r.felt: Ord(r.version, r.tekst, r.af, r.tid) for r in con.execute(ordene)}
    return Gang(raekke.id, raekke.af, raekke.tid, trin, nyeste)


def _read_open(con: Connection, gang: int) -> Gang:
    nyeste = _read_newest(con)
    if nyeste is None or nyeste.id != gang or nyeste.er_slut:
        raise Brugerfejl(tekster_lager.KVARTAL_SLUT)
    return nyeste


def prune_kvartaler(con: Connection, haendelse: Haendelse, *, foer: date) -> int:
    """Delete the rounds begun before `foer`, but the newest, and what is no longer in force. Returns how many rows."""
    nyeste = select(func.max(kvartalsgange.c.id)).scalar_subquery()
    gamle = (kvartalsgange.c.tid < foer.isoformat()) & (kvartalsgange.c.id < nyeste)
    antal = con.execute(delete(kvartalsgange).where(gamle)).rowcount + prune_valg(con, foer=foer)
    if antal:
        append(con, haendelse)
    return int(antal)
