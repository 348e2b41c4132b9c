"""Who is at the other end: a signed cookie of the identity provider's sign-in, and our own row about it.

Nothing in the address, a header or the page's own state decides who one is. Headers can only take the demo away.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from app.sikkerhed.opsaetning import Opsaetning, Udbyder
from pipeline.database.noegler import read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.lager.identiteter import find_bruger
from pipeline.lager.log import DANSK_TID, Haendelse, write_log
from pipeline.lager.sessioner import begin_session, is_known, touch_session
from pipeline.port.scope import Miljoe, describe_database

DEMO_COOKIE = "sygefravaer_demo"
LOGIN_COOKIE = "_streamlit_user"
INGEN = ""  # whose the session of an account nobody knows is
FRISK = timedelta(minutes=5)  # how old a sign-in may be when it is first seen
VIDERESENDT = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
LOOPBACK = ("127.0.0.1", "::1")

Grund = Literal["ikke logget ind", "udløbet", "ukendt"]


@dataclass(frozen=True)
class Forespoergsel:
    """What a request or a page's connection brought. `er_lokal`: from this machine itself."""

    cookies: Mapping[str, str]
    headere: Mapping[str, str]
    er_lokal: bool


@dataclass(frozen=True)
class Session:
    """`noegle` names the session's row; None, and why, for somebody we do not know. `konto`: what an account nobody
    knows is bound by.
    """

    bruger: str | None
    noegle: str | None = None
    grund: Grund | None = None
    konto: str | None = None


def has_cookie(cookies: Mapping[str, str]) -> bool:
    """Whether there is anything to read a session from."""
    return LOGIN_COOKIE in cookies or DEMO_COOKIE in cookies


def find_session(anmodning: Forespoergsel, *, miljoe: Miljoe, opsaetning: Opsaetning) -> Session:
    """Read anew at every request and run. A sign-in begins its session the first time it is seen, and only then."""
    if opsaetning.udbyder is None:
        return _find_demo(anmodning, miljoe, opsaetning)
    claims = read_claims(anmodning.cookies, read_noegle("cookienoegle", miljoe.database))
    if claims is None or not _is_ours(claims, opsaetning.udbyder):
        return Session(None, None, "ikke logget ind")
    konto = str(claims[opsaetning.udbyder.claim])
    noegle = hashlib.sha256(json.dumps(claims, sort_keys=True).encode()).hexdigest()
    nu = miljoe.ur()
    bruger = touch_session(miljoe.lager, noegle, nu=nu)
    if bruger is not None:
        return Session(bruger, noegle) if bruger else Session(None, noegle, "ukendt", konto)
    if is_known(miljoe.lager, noegle) or not _is_fresh(claims, nu):
        return Session(None, None, "udløbet")
    return _begin(claims, noegle, nu, miljoe, opsaetning.udbyder)


def _begin(claims: Mapping[str, Any], noegle: str, nu: datetime, miljoe: Miljoe, udbyder: Udbyder) -> Session:
    vaerdi = str(claims[udbyder.claim])
    email = str(claims.get("email") or "") if _is_vouched_for(claims, udbyder) else ""
    dag = nu.astimezone(DANSK_TID).date()
    bruger = find_bruger(miljoe.lager, udsteder=udbyder.udsteder, vaerdi=vaerdi, email=email, dag=dag)
    if bruger is None:
        if begin_session(miljoe.lager, noegle, bruger=INGEN, nu=nu):
            write_log(miljoe.lager, Haendelse("ukendt", "afvist", "log ind"), nu=nu)
        return Session(None, noegle, "ukendt", vaerdi)
    if begin_session(miljoe.lager, noegle, bruger=bruger, nu=nu):
        write_log(miljoe.lager, Haendelse(bruger, "log ind"), nu=nu)
    return Session(touch_session(miljoe.lager, noegle, nu=nu), noegle)


def read_claims(cookies: Mapping[str, str], cookienoegle: str) -> dict[str, Any] | None:
    """The identity provider's claims as Streamlit signed them; None without a cookie whose signature holds."""

    def read_one(navn: str) -> bytes | None:
        vaerdi = cookies.get(navn)
        return decode_signed_value(cookienoegle, navn, vaerdi.encode("latin-1", "replace")) if vaerdi else None

    raa = get_cookie_with_chunks(read_one, LOGIN_COOKIE)
    if not raa:
        return None
    claims = json.loads(raa)
    return claims if isinstance(claims, dict) and claims.get("is_logged_in") else None


def _is_ours(claims: Mapping[str, Any], udbyder: Udbyder) -> bool:
    """Issuer, audience and tenant are those of the settings, and it says which account it is about."""
    modtagere = claims.get("aud")
    til_os = udbyder.klient in modtagere if isinstance(modtagere, list) else modtagere == udbyder.klient
    har_konto = isinstance(claims.get(udbyder.claim), str) and bool(claims[udbyder.claim])
    er_herfra = claims.get("iss") == udbyder.udsteder and udbyder.lejer in (None, claims.get("tid"))
    return til_os and har_konto and er_herfra


def _is_vouched_for(claims: Mapping[str, Any], udbyder: Udbyder) -> bool:
    """Whether the provider says the e-mail is the account's own: anybody may be able to type one."""
    return str(claims.get(udbyder.vidne)).lower() in ("true", "1")


def _is_fresh(claims: Mapping[str, Any], nu: datetime) -> bool:
    udstedt = claims.get("iat")
    return isinstance(udstedt, int | float) and abs(nu.timestamp() - udstedt) <= FRISK.total_seconds()


def demo_is_open(anmodning: Forespoergsel, *, miljoe: Miljoe, opsaetning: Opsaetning) -> bool:
    """Only for the samples shipped with the project, without an identity provider, and on the machine itself."""
    if opsaetning.udbyder is not None or not anmodning.er_lokal:
        return False
    if any(navn.lower() in VIDERESENDT for navn in anmodning.headere):
        return False
    try:
        return describe_database(miljoe).er_demo
    except Brugerfejl:
        return False


def demo_key(vaerdi: str) -> str:
    return hashlib.sha256(f"demo:{vaerdi}".encode()).hexdigest()


def _find_demo(anmodning: Forespoergsel, miljoe: Miljoe, opsaetning: Opsaetning) -> Session:
    vaerdi = anmodning.cookies.get(DEMO_COOKIE)
    if not vaerdi or not demo_is_open(anmodning, miljoe=miljoe, opsaetning=opsaetning):
        return Session(None, None, "ikke logget ind")
    noegle = demo_key(vaerdi)
    bruger = touch_session(miljoe.lager, noegle, nu=miljoe.ur())
    return Session(bruger, noegle, None if bruger else "udløbet")
