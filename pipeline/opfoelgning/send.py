"""The messages to leaders: each is written with the receiver's own scope at the moment it is sent, and holds counts.

The outbox row comes first. A message whose outcome nobody knows is sent again under the same id: it may come twice,
never to another, and is never lost.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from html import escape

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.opfoelgning import ADRESSE, Besked
from pipeline.lager.adgang import Adgangsraekke, is_gaeldende, read_adgang
from pipeline.lager.udsendelser import (
    UAFSLUTTEDE,
    Tilstand,
    begin_udsendelse,
    end_udsendelse,
    read_udsendelser,
    write_udsendelse,
)
from pipeline.opfoelgning.post import Afvist, Post
from pipeline.port.rettigheder import LEDELSE
from pipeline.port.scope import IngenAdgang, Miljoe, Scope
from pipeline.tekster import besked as tekster_besked
from pipeline.tekster.dansk import heltal

HOEJEST_ALDER = 2  # days the data may be older than the day of the message, for rules about the days of an absence
Aabner = Callable[[str], Scope]


def send_beskeder(
    miljoe: Miljoe, dag: date, *, besked: Besked, open_for: Aabner, post: Post | None, af: str
) -> Counter[str]:
    """How many of each outcome in RESULTAT. `open_for` opens the scope of a user; without `post` nothing is sent, nor
    written.

    Errors: `Brugerfejl` for a day to come, and when the mail server fails: the rest is sent next time.
    """
    if dag > miljoe.dag:
        raise Brugerfejl(tekster_besked.DATO_FREMTID)
    resultat: Counter[str] = Counter()
    tilstande = {udsendelse.bruger: udsendelse.tilstand for udsendelse in read_udsendelser(miljoe.lager, dag)}
    uafsluttede = {bruger for bruger, tilstand in tilstande.items() if tilstand in UAFSLUTTEDE}
    for bruger in sorted(_leaders(miljoe) | uafsluttede):
        if bruger in tilstande and bruger not in uafsluttede:
            resultat["tidligere"] += tilstande[bruger] == "sendt"
            continue
        resultat.update(_send_one(miljoe, dag, bruger, besked=besked, open_for=open_for, post=post, af=af))
    return resultat


def _send_one(
    miljoe: Miljoe, dag: date, bruger: str, *, besked: Besked, open_for: Aabner, post: Post | None, af: str
) -> list[str]:
    """The outcomes for one user. Her rights, her address and what is open are read now."""
    indhold = _compose(miljoe, dag, bruger, besked=besked, open_for=open_for)
    if post is None:
        return [indhold if isinstance(indhold, str) else "sendt"]
    if isinstance(indhold, str):
        if begin_udsendelse(miljoe.lager, dag, bruger) is not None:
            tilstand: Tilstand = "bortfaldet" if indhold == "intet" else "afvist"
            end_udsendelse(miljoe.lager, dag, bruger, tilstand, af=af, nu=miljoe.ur())
        return [indhold]
    write_udsendelse(miljoe.lager, dag, bruger, domaene=besked.afsender.partition("@")[2], nu=miljoe.ur())
    udsendelse = begin_udsendelse(miljoe.lager, dag, bruger)
    if udsendelse is None:
        return ["tidligere"]
    indhold["Message-ID"] = udsendelse.besked_id
    if udsendelse.forsoeg > 1:
        indhold["X-Sygefravaer-Forsoeg"] = str(udsendelse.forsoeg)
    try:
        post.send(indhold)
    except Afvist:
        end_udsendelse(miljoe.lager, dag, bruger, "afvist", af=af, nu=miljoe.ur())
        return ["afvist"]
    end_udsendelse(miljoe.lager, dag, bruger, "sendt", af=af, nu=miljoe.ur())
    return ["sendt", *["sendt_igen"] * (udsendelse.forsoeg > 1)]


def _compose(miljoe: Miljoe, dag: date, bruger: str, *, besked: Besked, open_for: Aabner) -> EmailMessage | str:
    """A message, or which outcome stands in its place."""
    try:
        scope = open_for(bruger)
    except IngenAdgang:
        return "uden_adgang"
    adresse = find_address(_rows_in_force(miljoe), bruger, besked.domaener)
    if adresse is None:
        return "uden_adresse"
    aabne = read_open(scope, dag)
    if aabne.is_empty():
        return "intet"
    return write_besked(aabne, til=adresse, besked=besked, er_demo=scope.er_demo)


def read_open(scope: Scope, dag: date) -> pl.DataFrame:
    """The open notices a message of `dag` counts. Grain: medarbejdernr, regel, fra."""
    aabne = scope.rows("opfoelgning_liste").filter(tilstand="åben")
    return aabne.filter(pl.col("slags") != "fravaersdag") if is_old(scope, dag) else aabne


def is_old(scope: Scope, dag: date) -> bool:
    regler = scope.rows("opfoelgning_regelliste")
    return not regler.is_empty() and (dag - regler["udtraeksdato"][0]).days > HOEJEST_ALDER


def write_besked(aabne: pl.DataFrame, *, til: str, besked: Besked, er_demo: bool) -> EmailMessage:
    """Counts and a link: no name, number, unit or cause."""
    antal, over = heltal(aabne.height), heltal(aabne["er_overskredet"].sum())
    tekst = (tekster_besked.DEMO if er_demo else "") + tekster_besked.TEKST.format(
        antal=antal, over=over, adresse=besked.adresse
    )
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = tekster_besked.EMNE.format(antal=antal), besked.afsender, til
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(tekst)
    link = f'<a href="{escape(besked.adresse)}">{escape(tekster_besked.LINK)}</a>'
    afsnit = "".join(f"<p>{escape(stykke.strip())}</p>" for stykke in tekst.split("\n\n") if stykke.strip())
    html = afsnit.replace(escape(besked.adresse), link, 1)
    mail.add_alternative(f'<!doctype html><html lang="da"><body>{html}</body></html>', subtype="html")
    return mail


def find_address(raekker: list[Adgangsraekke], bruger: str, domaener: tuple[str, ...]) -> str | None:
    """The user's address in force, when it is one and of an allowed domain."""
    egne = {raekke.email.strip() for raekke in raekker if raekke.bruger == bruger}
    fundet = re.fullmatch(ADRESSE, egne.pop()) if len(egne) == 1 else None
    return fundet[0] if fundet and fundet[1].lower() in domaener else None


def _leaders(miljoe: Miljoe) -> set[str]:
    return {raekke.bruger for raekke in _rows_in_force(miljoe) if raekke.rolle in LEDELSE}


def _rows_in_force(miljoe: Miljoe) -> list[Adgangsraekke]:
    i_dag = miljoe.dag
    return [raekke for raekke in read_adgang(miljoe.lager) if is_gaeldende(raekke, i_dag)]
