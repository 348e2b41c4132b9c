"""Everything the store holds about one person: by pseudonym, and by the user names she has had."""

from typing import Any

from sqlalchemy import Connection, Row, or_, select

from pipeline.lager.lager import Lager
from pipeline.lager.noter import FORTRUDT, Note, read_noter_of
from pipeline.lager.skema import adgang, billetter, identiteter, log, noter, sessioner, udsendelser, varsler_set

Afsnit = dict[str, list[tuple[Any, ...]]]


def read_indsigt(lager: Lager, person: str) -> Afsnit:
    """By section, rows in the order of its headings in `tekster_besked.INDSIGT`."""
    with lager.read() as con:
        raekker = con.execute(select(adgang).where(adgang.c.person == person).order_by(adgang.c.id)).all()
        brugere = sorted({raekke.bruger for raekke in raekker})
        set_ = select(*(varsler_set.c[navn] for navn in ("regel", "fra", "forfald", "foerst_set", "trukket"))).where(
            varsler_set.c.person == person
        )
        return {
            "varsler": [tuple(raekke) for raekke in con.execute(set_.order_by(varsler_set.c.forfald))],
            "noter": [_note(note) for note in read_noter_of(con, person)],
            "adgang": [_adgang(raekke) for raekke in raekker],
            **_of_user(con, brugere),
        }


def _note(note: Note) -> tuple[Any, ...]:
    return (note.regel, note.dato, FORTRUDT if note.fortryder else note.handling, note.af, note.tid)


def _adgang(raekke: Row[Any]) -> tuple[Any, ...]:
    navne = ("bruger", "email", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til", "tilstand", "begrundelse")
    return tuple(getattr(raekke, navn) for navn in navne)


def _of_user(con: Connection, brugere: list[str]) -> Afsnit:
    """What stands under a user name: her account, the messages to her, the notes she made, what the log says of her."""
    konto = select(identiteter.c.bruger, identiteter.c.udsteder, identiteter.c.bundet)
    besked = select(*(udsendelser.c[navn] for navn in ("dag", "tilstand", "forsoeg", "afsluttet")))
    egne = select(noter.c.regel, noter.c.dato, noter.c.handling, noter.c.tid).where(noter.c.af.in_(brugere))
    loggen = select(*(log.c[navn] for navn in ("tid", "hvem", "som", "hvad", "hvor")))
    begyndte = select(sessioner.c.begyndt, sessioner.c.sidst_set, sessioner.c.afsluttet)
    hentede = select(billetter.c.udstedt, billetter.c.fil)
    return {
        "sessioner": [tuple(r) for r in con.execute(begyndte.where(sessioner.c.bruger.in_(brugere)))],
        "billetter": [tuple(r) for r in con.execute(hentede.where(billetter.c.bruger.in_(brugere)))],
        "konto": [tuple(r) for r in con.execute(konto.where(identiteter.c.bruger.in_(brugere)))],
        "beskeder": [
            tuple(r) for r in con.execute(besked.where(udsendelser.c.bruger.in_(brugere)).order_by(udsendelser.c.dag))
        ],
        "egne_noter": [tuple(r) for r in con.execute(egne.order_by(noter.c.id))],
        "log": [
            tuple(r)
            for r in con.execute(loggen.where(or_(log.c.hvem.in_(brugere), log.c.som.in_(brugere))).order_by(log.c.nr))
        ],
    }
