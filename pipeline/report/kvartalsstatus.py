"""The quarter's status of the whole kommune: what the front page and the case to Chefforum tell, read and worded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde, read_hovedtal
from pipeline.report.aendringer import direction, judge_aendring, signal_of_del, with_grund
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, dato, decimaltal, periode_med_ord


@dataclass(frozen=True)
class Kvartalsstatus:
    """`hovedtal` None: no full window yet. `kvartaler`: sql/50_visning/udgivelse/figur_1.sql."""

    enhedsnavn: str
    bygning: dict[str, Any]
    hovedtal: dict[str, Any] | None
    kvartaler: pl.DataFrame

    @property
    def enhed(self) -> str:
        return tekster.ENHED_FOR_NYTAL[self.bygning["nytal"]]

    @property
    def top(self) -> dict[str, Any] | None:
        toppe = self.kvartaler.filter("er_top")
        return None if toppe.is_empty() else toppe.row(-1, named=True)


def read_kvartalsstatus(kilde: Kilde, *, enhedsnr: str, enhedsnavn: str) -> Kvartalsstatus:
    hovedtal = read_hovedtal(kilde, enhedsnr)
    har_tal = hovedtal is not None and hovedtal["sygedage"] is not None
    return Kvartalsstatus(
        enhedsnavn=enhedsnavn,
        bygning=kilde.rows("byggerapport_bygning").row(0, named=True),
        hovedtal=hovedtal if har_tal else None,
        kvartaler=kilde.rows("figur_1", enhedsnr=enhedsnr),
    )


def head_figur_1(status: Kvartalsstatus) -> tuple[str, str, str]:
    """Title, sentence and alternative text of Figur 1."""
    titel, saetning = tekster.FIGUR_1_TITEL.format(enhed=status.enhed.lower()), _describe(status)
    delt = "" if status.kvartaler["langtid"].null_count() else tekster.FIGUR_1_DELT
    return titel, saetning, tekster.FIGUR_1_ALT.format(titel=titel, delt=delt, saetning=saetning)


def _describe(status: Kvartalsstatus) -> str:
    """In one sentence; a foreløbig quarter gets its number and nothing more."""
    nu = status.hovedtal
    if nu is None:
        return tekster.INGEN_PERIODER
    felter = {
        "kvartal": periode_med_ord(nu["periode"]),
        "sygedage": decimaltal(nu["sygedage"]),
        "pr": tekster.PR[status.bygning["nytal"]],
    }
    if nu["er_foreloebig"]:
        return tekster.FIGUR_1_FORELOEBIG.format(**felter)
    return "".join((_total(nu, felter), _parts(status), _distance_to_top(status), "."))


def _total(nu: dict[str, Any], felter: dict[str, str]) -> str:
    retning, forskel = direction(nu["aendring_kvartal"]), aendring(nu["aendring_kvartal"])
    if retning in tekster.RETNING and not judge_aendring(nu, "kvartal"):
        return with_grund(tekster.FIGUR_1_I_ALT["intet_signal"].format(**felter, forskel=forskel), nu, "kvartal")
    return tekster.FIGUR_1_I_ALT[retning].format(**felter, forskel=forskel[1:])


def _in_figur_1(status: Kvartalsstatus) -> dict[str, Any]:
    """The headline's quarter in the figure."""
    kvartal = (status.hovedtal or {})["periode"]
    return status.kvartaler.filter(pl.col("periode") == kvartal).row(0, named=True)


def _parts(status: Kvartalsstatus) -> str:
    """Whether short and long absence moved more than by chance, and which way."""
    return word_dele(_in_figur_1(status), "aendring_kvartal", tekster.FIGUR_1_DELE)


def word_dele(raekke: Mapping[str, Any], hvad: str, former: Mapping[str, str]) -> str:
    """The form for both short and long absence alike, each its own way, only one, or none: where its change, which
    stands in the column `korttid_{hvad}` or `langtid_{hvad}`, is a signal.
    """
    kort, lang = (signal_of_del(raekke, del_, f"{del_}_{hvad}") for del_ in ("korttid", "langtid"))
    if kort and lang:
        noegle = "begge" if kort == lang else "hver"
    else:
        noegle = "korttid" if kort else "langtid" if lang else "ingen"
    ordene = {"kort": tekster.RETNING.get(kort, ""), "lang": tekster.RETNING.get(lang, "")}
    return former[noegle].format(**ordene)


def _distance_to_top(status: Kvartalsstatus) -> str:
    top, nu = status.top, _in_figur_1(status)
    if top is None:
        return ""
    if top["periode"] == nu["periode"]:
        return tekster.FIGUR_1_ER_TOP
    if direction(nu["afstand_til_top"]) == "uaendret":
        return tekster.FIGUR_1_SOM_TOP.format(kvartal=periode_med_ord(top["periode"]))
    return tekster.FIGUR_1_UNDER_TOP.format(
        forskel=aendring(nu["afstand_til_top"])[1:],
        kvartal=periode_med_ord(top["periode"]),
        top=decimaltal(top["sygedage"]),
    )


def format_maaltal(raekke: dict[str, Any]) -> str:
    """`13,3`, a derived one as `13,3*`, an en dash for none."""
    if raekke["maaltal"] is None:
        return tekster.MANGLER_TAL
    maaltal = decimaltal(raekke["maaltal"])
    return tekster.AFLEDT.format(maaltal=maaltal) if raekke["maaltal_kilde"] == "afledt" else maaltal


def mark_kvartal(raekke: dict[str, Any]) -> str:
    """` (foreløbig)`, ` (højest)` or nothing."""
    if raekke["er_foreloebig"]:
        return tekster.FORELOEBIG
    return tekster.HOEJEST_I_TABEL if raekke["er_top"] else ""


def describe_bygning(bygning: dict[str, Any], saetning: str = tekster.DATAGRUNDLAG) -> str:
    """Where the figures come from: udtræksdato, coverage and build."""
    return saetning.format(
        udtraek=dato(bygning["udtraeksdato"]),
        fra=dato(bygning["daekket_fra"]) if bygning["daekket_fra"] else tekster.INTET,
        til=dato(bygning["daekket_til"]),
        bygning=bygning["bygning_id"],
    )
