"""A large kommune, 45,000 employees in 1,800 units: how fast scopes open, pages answer, and what the server holds.

It is no demo, so its users sign in with claims signed as the identity provider's are. Prints one line of JSON.
Argument: its database, in a folder the store may lie in too.
"""

import json
import os
import random
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from app.sikkerhed.session import LOGIN_COOKIE
from benchmarks.dashboard import PERIODER, memory_mb, percentile, serve
from benchmarks.klient import open_traad
from pipeline.database.noegler import read_noegle
from pipeline.lager.adgang import NyRaekke, Rolle, seed_adgang
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import HOEJSTE_ALDER, Miljoe, Scope, open_scope

SIDER = ("", "udvikling", "maaltal", "sammenlign", "medarbejdere", "datagrundlag")
KOERSLER = 4  # of each page, each at another place and period
OIDC = {
    "SYGEFRAVAER_OIDC_METADATA": "http://127.0.0.1:9/maaling",  # asked only when somebody signs in there
    "SYGEFRAVAER_OIDC_UDSTEDER": "http://127.0.0.1:9",
    "SYGEFRAVAER_OIDC_KLIENT": "maaling",
    "SYGEFRAVAER_OIDC_HEMMELIGHED": "maalingens-hemmelighed",
}


def seed(miljoe: Miljoe, bruger: str, rolle: Rolle, enhed_id: int) -> None:
    ny = NyRaekke(bruger, email_of(bruger), rolle, enhed_id, date(2020, 1, 1), "Måling")
    seed_adgang(miljoe.lager, [ny], [])


def email_of(bruger: str) -> str:
    return f"{bruger}@eksempel.invalid"


def time_opening(miljoe: Miljoe, ur: list[datetime], bruger: str, side: str | None = None) -> float:
    """Seconds, each time anew: the clock is moved past what the gate keeps."""
    tider = []
    for _ in range(3):
        ur[0] += HOEJSTE_ALDER + timedelta(seconds=1)
        begyndt = time.perf_counter()
        open_scope(Bruger(bruger), miljoe=miljoe, personer_til=side)
        tider.append(time.perf_counter() - begyndt)
    return median(tider)


def sign_in(database: Path, bruger: str) -> str:
    claims = {
        "is_logged_in": True,
        "iss": OIDC["SYGEFRAVAER_OIDC_UDSTEDER"],
        "aud": OIDC["SYGEFRAVAER_OIDC_KLIENT"],
        "sub": bruger,
        "oid": bruger,
        "email": email_of(bruger),
        "iat": int(time.time()),
    }
    vaerdi = create_signed_value(read_noegle("cookienoegle", database), LOGIN_COOKIE, json.dumps(claims)).decode()
    return f"{LOGIN_COOKIE}={vaerdi}"


def time_reruns(adresse: str, cookie: str, enheder: list[str]) -> list[float]:
    """Milliseconds. Errors: `RuntimeError` when a page fails."""
    tilfaeldig = random.Random(1)
    tider = []
    with open_traad(adresse, cookie) as traad:
        for side in SIDER:
            traad.run(side)  # not counted: the scope opens
            for _ in range(KOERSLER):
                valg = {"enhed": tilfaeldig.choice(enheder), "periode": tilfaeldig.choice(PERIODER)}
                tider.append(traad.run(side, valg) * 1000)
                if traad.fejl or len(traad.indhold) < 5_000:
                    raise RuntimeError(f"the page {side!r} failed")
    return tider


def numbers(scope: Scope) -> list[str]:
    return [str(nr) for nr in scope.rows("enheder_liste")["enhedsnr"].sort().to_list()]


def main(database: Path) -> None:
    lager_url = f"sqlite:///{database.parent / 'lager.sqlite'}"
    ur = [datetime.now(UTC)]
    miljoe = Miljoe(database, open_lager(lager_url, read_noegle("personnoegle", database)), lambda: ur[0])
    seed(miljoe, "hr", "hr", 10000)  # the numbers of benchmarks/sql/enhed.sql: the kommune, and a department
    seed(miljoe, "chef", "chef", 10070)
    svar = {
        "hr_s": time_opening(miljoe, ur, "hr"),
        "hr_personer_s": time_opening(miljoe, ur, "hr", "Medarbejdere"),
        "chef_s": time_opening(miljoe, ur, "chef"),
    }
    enheder = {bruger: numbers(open_scope(Bruger(bruger), miljoe=miljoe)) for bruger in ("hr", "chef")}
    with serve(database, {**os.environ, "SYGEFRAVAER_LAGER": lager_url, **OIDC}) as (adresse, proces):
        tider = [tid for b in enheder for tid in time_reruns(adresse, sign_in(database, b), enheder[b])]
        svar |= {
            "rerun_median_ms": median(tider),
            "rerun_p95_ms": percentile(tider, 95),
            "server_mb": memory_mb(proces.pid),
        }
    print(json.dumps(svar))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
