"""The quality declaration: one page on what the figures rest on, of the kommune as a whole."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from pipeline.lager.aargange import read_kommunens
from pipeline.lager.forsinkelse import Kvartalsforloeb, follow_kvartaler
from pipeline.lager.lager import Lager
from pipeline.port.scope import Scope
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.status.bilag import compile_typst
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvalitet as tekster_kvalitet
from pipeline.tekster.dansk import aendring, antal_af, dato, dato_med_ord, decimaltal, heltal, periode_med_ord

HOEJST_KVARTALER = 8
Linje = tuple[str, str, str]
"""As `tekster_kvalitet.KOLONNER`."""


@dataclass(frozen=True)
class Kvalitet:
    """`afsnit`: title and lines. `kvartaler`: as `tekster_kvalitet.KVARTALER_KOLONNER`, newest first."""

    indledning: str
    afsnit: Sequence[tuple[str, Sequence[Linje]]]
    kvartaler: Sequence[tuple[str, ...]]


def read_kvalitet(scope: Scope, lager: Lager) -> Kvalitet:
    """`scope`: hr's."""
    tal = scope.rows("kvalitetsdeklaration").row(0, named=True)
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    foer = bygning["udtraeksdato"] + timedelta(days=1)
    kvartaler = follow_kvartaler(read_kommunens(lager, bygning["opgoerelse_id"], foer=foer))
    set_igen = [kvartal for kvartal in kvartaler if len(kvartal.set_) > 1]
    uden_ansaettelse = dict(scope.rows("datagrundlag_andele").iter_rows()).get("uden_ansaettelse", 0)
    kommunen = scope.rows("kommunen").row(0, named=True)
    return Kvalitet(
        tekster_kvalitet.INDLEDNING.format(
            kommune=kommunen["enhedsnavn"], udtraek=dato_med_ord(bygning["udtraeksdato"])
        ),
        [
            (tekster_kvalitet.AFSNIT["daekning"], [_describe_daekning(bygning)]),
            (tekster_kvalitet.AFSNIT["raekker"], list(_describe_raekker(tal, uden_ansaettelse))),
            (tekster_kvalitet.AFSNIT["aktualitet"], list(_describe_aktualitet(tal, bygning, kvartaler))),
            (tekster_kvalitet.AFSNIT["brud"], list(_describe_brud(tal))),
            (tekster_kvalitet.AFSNIT["broen"], [_line("broen"), _describe_build(bygning)]),
        ],
        [_tabulate_kvartal(kvartal, bygning["foreloebig_dage"]) for kvartal in reversed(set_igen[-HOEJST_KVARTALER:])],
    )


def _line(navn: str, **felter: str) -> Linje:
    hvad, tal, betydning = tekster_kvalitet.LINJER[navn]
    return hvad, tal.format(**felter), betydning.format(**felter)


def _describe_daekning(bygning: dict[str, Any]) -> Linje:
    fra = bygning["daekket_fra"]
    return _line(
        "daekket",
        fra=tekster.MANGLER_TAL if fra is None else dato(fra),
        til=dato(bygning["daekket_til"]),
        kilde=bygning["daekning_kilde"],
        opbevaring=dato(bygning["opbevaring_fra"]),
    )


def _describe_raekker(tal: dict[str, Any], uden_ansaettelse: float) -> Iterator[Linje]:
    yield _line(
        "afviste",
        afviste=heltal(tal["antal_fravaer_afvist"]),
        raekker=heltal(tal["antal_fravaer"]),
        dagsvaerk=heltal(tal["afvist_dagsvaerk"]),
        andel=_share(tal["afvist_andel"]),
    )
    yield _line("andre_afviste", antal=heltal(tal["antal_andre_afvist"]))
    yield _line(
        "uden_timer",
        uden=heltal(tal["antal_uden_timer"]),
        poster=heltal(tal["antal_poster"]),
        andel=_share(tal["uden_timer_andel"]),
        uden_begge=heltal(tal["antal_uden_timer_og_dage"]),
    )
    yield _line("uden_ansaettelse", andel=_share(uden_ansaettelse, 1))


def _describe_aktualitet(
    tal: dict[str, Any], bygning: dict[str, Any], kvartaler: Sequence[Kvartalsforloeb]
) -> Iterator[Linje]:
    dage = bygning["foreloebig_dage"]
    grund = tekster_kvalitet.GRUND[bygning["er_foreloebig_maalt"]]
    yield _line("foreloebig", andel=_share(tal["foreloebig_andel"]), dage=heltal(dage), grund=grund)
    rettet = {kvartal.kvartal: revision for kvartal in kvartaler if (revision := kvartal.revision(dage)) is not None}
    if not rettet:
        yield _line("ingen_rettelser")
        return
    stoerst = max(rettet, key=lambda navn: (abs(rettet[navn]), navn))
    yield _line(
        "rettelser",
        kvartaler=antal_af(tekster_kvalitet.ANTAL_KVARTALER, len(rettet)),
        middel=_share(float(sum(map(abs, rettet.values()), Fraction(0)) / len(rettet))),
        hoejst=_share(float(abs(rettet[stoerst]))),
        kvartal=periode_med_ord(stoerst),
    )


def _describe_brud(tal: dict[str, Any]) -> Iterator[Linje]:
    yield _line("skift", antal=heltal(tal["antal_skift"]))
    yield _line("nye_og_lukkede", nye=heltal(tal["antal_nye"]), lukkede=heltal(tal["antal_lukkede"]))


def _describe_build(bygning: dict[str, Any]) -> Linje:
    return _line("bygning", bygning=bygning["bygning_id"], definitioner=bygning["definitioner_id"])


def _tabulate_kvartal(kvartal: Kvartalsforloeb, endelig_efter: int) -> tuple[str, ...]:
    foerst, set_da = kvartal.set_[0]
    revision = kvartal.revision(endelig_efter)
    return (
        periode_med_ord(kvartal.kvartal),
        heltal(foerst),
        _share(float(kvartal.share_seen(set_da)), 1),
        tekster.MANGLER_TAL
        if revision is None
        else tekster_kvalitet.ANDEL.format(tal=aendring(float(revision) * 100, 2)),
    )


def _share(andel: float | None, decimaler: int = 2) -> str:
    """A share from 0 to 1 in per cent; these are small."""
    return tekster_kvalitet.ANDEL.format(tal=decimaltal((andel or 0) * 100, decimaler))


def write_kvalitet(scope: Scope, lager: Lager) -> bytes:
    """PDF/UA-1."""
    kvalitet = read_kvalitet(scope, lager)
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    side, af = tekster_kvalitet.SIDE_AF
    indhold = {
        "titel": tekster_kvalitet.TITEL,
        "demo": tekster_adgang.DEMO if scope.er_demo else "",
        "indledning": kvalitet.indledning,
        "kolonner": tekster_kvalitet.KOLONNER,
        "afsnit": [{"titel": titel, "linjer": linjer} for titel, linjer in kvalitet.afsnit],
        "kvartaler_titel": tekster_kvalitet.KVARTALER_TITEL,
        "kvartaler_kolonner": tekster_kvalitet.KVARTALER_KOLONNER,
        "kvartaler": kvalitet.kvartaler,
        "kvartaler_ingen": tekster_kvalitet.KVARTALER_INGEN,
        "fod": describe_bygning(bygning, tekster_dashboard.FIL_KILDE),
        "side": side,
        "af": af,
    }
    kilde = Path(__file__).with_name("kvalitet.typ").read_bytes()
    return compile_typst(kilde, {"data": json.dumps(indhold, ensure_ascii=False)})
