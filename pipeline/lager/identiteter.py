"""Which account is which user: one claim of the identity provider is bound to the user at the first sign-in."""

from datetime import UTC, date, datetime

from sqlalchemy import delete, insert, select

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import is_gaeldende, is_same_user, read_adgang
from pipeline.lager.lager import Lager, as_text
from pipeline.lager.log import Haendelse, append
from pipeline.lager.sessioner import end_sessions_of
from pipeline.lager.skema import identiteter
from pipeline.tekster import lager as tekster_lager


def find_bruger(lager: Lager, *, udsteder: str, vaerdi: str, email: str, dag: date) -> str | None:
    """The user an account is bound to. An unbound account is bound to the one user in force today with its e-mail, if
    that user is bound to none yet; else None: a second account with the same e-mail is nobody.
    """
    with lager.read() as con:
        bundet = con.execute(
            select(identiteter.c.bruger).where(identiteter.c.udsteder == udsteder, identiteter.c.vaerdi == vaerdi)
        ).scalar()
    if bundet is not None:
        return str(bundet)
    gaeldende = [raekke for raekke in read_adgang(lager) if is_gaeldende(raekke, dag)]
    brugere = {raekke.bruger for raekke in gaeldende if email and raekke.email.lower() == email.lower()}
    if len(brugere) != 1:
        return None
    (bruger,) = brugere
    with lager.write() as con:
        andet = con.execute(select(identiteter).where(identiteter.c.bruger == bruger)).first()
        if andet is not None:  # a sign-in's page and its websocket come at once: the same account may have been first
            return bruger if (andet.udsteder, andet.vaerdi) == (udsteder, vaerdi) else None
        con.execute(
            insert(identiteter).values(
                bruger=bruger, udsteder=udsteder, vaerdi=vaerdi, bundet=as_text(datetime.now(UTC))
            )
        )
        append(con, Haendelse(hvem=bruger, hvad="konto bundet"))
    return bruger


def release_identitet(lager: Lager, bruger: str, *, af: str) -> None:
    """The account was made anew: the next sign-in with the e-mail is bound. Errors: `Brugerfejl` for one's own."""
    if is_same_user(bruger, af):
        raise Brugerfejl(tekster_lager.EGEN_ADGANG)
    with lager.write() as con:
        con.execute(delete(identiteter).where(identiteter.c.bruger == bruger))
        end_sessions_of(con, bruger)
        append(con, Haendelse(hvem=af, som=bruger, hvad="konto løsnet", hvor="Adgang"))
