"""Which account is which user: one claim of the identity provider is bound to the user at the first sign-in with an
e-mail the provider vouches for, or by hr.
"""

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


def bind_konto(lager: Lager, bruger: str, *, udsteder: str, vaerdi: str, af: str) -> None:
    """By hand, for an account whose e-mail nobody vouches for.

    Errors: `Brugerfejl` for one's own, for a user adgang does not know, and when user or account is bound already.
    """
    if is_same_user(bruger, af):
        raise Brugerfejl(tekster_lager.EGEN_ADGANG)
    if bruger not in {raekke.bruger for raekke in read_adgang(lager)} or not vaerdi:
        raise Brugerfejl(tekster_lager.KONTO_UKENDT_BRUGER)
    with lager.write() as con:
        konto = (identiteter.c.udsteder == udsteder) & (identiteter.c.vaerdi == vaerdi)
        if con.execute(select(identiteter).where((identiteter.c.bruger == bruger) | konto)).first() is not None:
            raise Brugerfejl(tekster_lager.KONTO_BUNDET)
        con.execute(
            insert(identiteter).values(
                bruger=bruger, udsteder=udsteder, vaerdi=vaerdi, bundet=as_text(datetime.now(UTC))
            )
        )
        append(con, Haendelse(hvem=af, som=bruger, hvad="konto bundet", hvor="Adgang"))


def release_identitet(lager: Lager, bruger: str, *, af: str) -> None:
    """The account was made anew: the next sign-in with the e-mail is bound. Errors: `Brugerfejl` for one's own."""
    if is_same_user(bruger, af):
        raise Brugerfejl(tekster_lager.EGEN_ADGANG)
    with lager.write() as con:
        con.execute(delete(identiteter).where(identiteter.c.bruger == bruger))
        end_sessions_of(con, bruger)
        append(con, Haendelse(hvem=af, som=bruger, hvad="konto løsnet", hvor="Adgang"))
