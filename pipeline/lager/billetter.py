"""Download tickets: an address that is good for one user, in one session, for two minutes."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from pipeline.lager.lager import Lager, as_text
from pipeline.lager.skema import billetter

GYLDIG = timedelta(minutes=2)


@dataclass(frozen=True)
class Billet:
    """Which file, made with which choices."""

    fil: str
    parametre: Mapping[str, str]


def issue_billet(
    lager: Lager, *, session: str, bruger: str, fil: str, parametre: Mapping[str, str], nu: datetime
) -> str:
    """The last part of the address."""
    billet = secrets.token_urlsafe(32)
    with lager.write() as con:
        con.execute(delete(billetter).where(billetter.c.udstedt < as_text(nu - GYLDIG)))
        con.execute(
            insert(billetter).values(
                billet=billet,
                session=session,
                bruger=bruger,
                fil=fil,
                parametre=json.dumps(dict(parametre)),
                udstedt=as_text(nu),
            )
        )
    return billet


def redeem_billet(lager: Lager, billet: str, *, session: str, bruger: str, nu: datetime) -> Billet | None:
    """None for a ticket that is not there, not theirs or too old."""
    with lager.read() as con:
        raekke = con.execute(
            select(billetter).where(
                billetter.c.billet == billet, billetter.c.session == session, billetter.c.bruger == bruger
            )
        ).first()
    if raekke is None or nu - datetime.fromisoformat(raekke.udstedt) > GYLDIG:
        return None
    return Billet(raekke.fil, json.loads(raekke.parametre))
