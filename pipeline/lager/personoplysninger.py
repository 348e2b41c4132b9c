"""Everything the store holds about one person: by pseudonym, and by the user names she has had."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, or_, select

from pipeline.lager.lager import Lager
from pipeline.lager.skema import (
    adgang,
    berigtigelser,
    billetter,
    identiteter,
    indsatser,
    indsatsslut,
    kvartalsgange,
    kvartalsord,
    kvartalstrin,
    kvartalsvalg,
    laase,
    laaseslut,
    log,
    maaltal_beslutninger,
    noter,
    sessioner,
    udsendelser,
    varsler_set,
)

Afsnit = dict[str, list[tuple[Any, ...]]]


ADGANG = ("bruger", "email", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til", "tilstand", "begrundelse")
TIDER = frozenset({"tid", "bundet", "begyndt", "sidst_set", "afsluttet", "udstedt"})


def read_personoplysninger(lager: Lager, person: str) -> Afsnit:
    """By section, rows in the order of its headings in `tekster_besked.INDSIGT`; times are times."""
    with lager.read() as con:
        brugere = sorted(set(con.scalars(select(adgang.c.bruger).where(adgang.c.person == person))))
        return {
            "varsler": _rows(
                con,
                select(*_columns(varsler_set, "regel", "fra", "forfald", "foerst_set", "trukket"))
                .where(varsler_set.c.person == person)
                .order_by(varsler_set.c.forfald),
            ),
            "noter": _rows(
                con,
                select(*_columns(noter, "regel", "dato", "handling", "af", "tid"))
                .where(noter.c.person == person)
                .order_by(noter.c.id),
            ),
            "adgang": _rows(
                con,
                select(*_columns(adgang, *ADGANG)).where(adgang.c.person == person).order_by(adgang.c.id),
            ),
            **_of_user(con, brugere),
        }


def _of_user(con: Connection, brugere: list[str]) -> Afsnit:
    """What stands under a user name: her account, the messages to her, the notes she made, what the log says of her."""
    egne = {
        "sessioner": (sessioner, ("begyndt", "sidst_set", "afsluttet"), sessioner.c.bruger, sessioner.c.begyndt),
        "billetter": (billetter, ("udstedt", "fil"), billetter.c.bruger, billetter.c.udstedt),
        "konto": (identiteter, ("bruger", "udsteder", "bundet"), identiteter.c.bruger, identiteter.c.bruger),
        "beskeder": (udsendelser, ("dag", "tilstand", "forsoeg", "afsluttet"), udsendelser.c.bruger, udsendelser.c.dag),
        "egne_indsatser": (indsatser, ("kategori", "fra", "tekst", "tid"), indsatser.c.af, indsatser.c.id),
        "egne_afslutninger": (indsatsslut, ("dato", "tid"), indsatsslut.c.af, indsatsslut.c.indsats),
        "egne_maaltal": (
            maaltal_beslutninger,
            ("aar", "tilstand", "begrundelse", "tid"),
            maaltal_beslutninger.c.af,
            maaltal_beslutninger.c.id,
        ),
        "egne_kvartaler": (kvartalsgange, ("id", "tid"), kvartalsgange.c.af, kvartalsgange.c.id),
        "egne_trin": (kvartalstrin, ("gang", "hvad", "data", "tid"), kvartalstrin.c.af, kvartalstrin.c.id),
        "egne_ord": (kvartalsord, ("gang", "felt", "tekst", "tid"), kvartalsord.c.af, kvartalsord.c.gang),
        "egne_valg": (kvartalsvalg, ("hvad", "tid"), kvartalsvalg.c.af, kvartalsvalg.c.id),
        "egne_laase": (laase, ("kvartal", "udgivet", "tid"), laase.c.af, laase.c.id),
        "egne_ophaevelser": (laaseslut, ("grund", "tid"), laaseslut.c.af, laaseslut.c.laas),
        "egne_berigtigelser": (
            berigtigelser,
            ("kvartal", "hvorfor", "orienteret", "tid"),
            berigtigelser.c.af,
            berigtigelser.c.id,
        ),
        "egne_noter": (noter, ("regel", "dato", "handling", "tid"), noter.c.af, noter.c.id),
    }
    loggen = select(*_columns(log, "tid", "hvem", "som", "hvad", "hvor")).where(
        or_(log.c.hvem.in_(brugere), log.c.som.in_(brugere))
    )
    return {
        afsnit: _rows(con, select(*_columns(tabel, *navne)).where(hvis.in_(brugere)).order_by(efter))
        for afsnit, (tabel, navne, hvis, efter) in egne.items()
    } | {"log": _rows(con, loggen.order_by(log.c.nr))}


def _columns(tabel: Table, *navne: str) -> list[Column[Any]]:
    return [tabel.c[navn] for navn in navne]


def _rows(con: Connection, udvalg: Select[Any]) -> list[tuple[Any, ...]]:
    return [
        tuple(
            datetime.fromisoformat(vaerdi) if navn in TIDER and vaerdi else vaerdi
            for navn, vaerdi in raekke._asdict().items()
        )
        for raekke in con.execute(udvalg)
    ]
