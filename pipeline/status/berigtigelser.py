"""After publication: a quarter is locked as it stands, and a correction of it is told with what, why and to whom."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.lager.laase import (
    Berigtigelse,
    NyBerigtigelse,
    NyLaas,
    add_berigtigelse,
    lift_laas,
    lock_kvartal,
)
from pipeline.lager.log import Haendelse, Hvad
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.port.scope import Miljoe, Scope, list_navne
from pipeline.proev.linje import check_form, check_personer, check_uden_tal
from pipeline.status.arkiv import Arkiv
from pipeline.status.grundlag import Grundlag, find_kvartal, read_grundlag
from pipeline.status.laaste import find_revisioner_of, make_laast
from pipeline.status.saetninger import Afsnit
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import dato_med_ord, decimaltal, one_stop, periode_med_ord


def publish_kvartal(
    scope: Scope,
    kvartal: str,
    *,
    udgivet: date,
    moede: date | None,
    moedenavn: str | None = None,
    bruger: str,
    miljoe: Miljoe,
    filer: Mapping[str, bytes] | None = None,
) -> bytes:
    """Lock the quarter as the build has it; the locked file. `scope`: hr's with persons; `moede`: the meeting's day;
    `filer`: the case, as pick_filer has it.

    Errors: `Brugerfejl` for a quarter there is no status of, or that is locked.
    """
    indhold = make_laasefil(scope, kvartal, miljoe.lager.personnoegle)
    haendelse = _event(scope, bruger, "kvartal låst", kvartal)
    navn = None if moedenavn is None else check_moede(moedenavn, miljoe)
    ny = NyLaas(kvartal, udgivet, moede, indhold, moedenavn=navn)
    lock_kvartal(miljoe.lager, ny, haendelse, nu=miljoe.ur(), filer=filer)
    return indhold


def check_moede(moede: str, miljoe: Miljoe) -> str:
    """Which meeting, as it is kept. Errors: `Brugerfejl` for what is not one line about nobody."""
    moede = moede.strip()
    check_form(moede, hoejst=HOEJST_BEGRUNDELSE, mangler=tekster_laaste.MOEDE_MANGLER)
    check_personer(moede, list_navne(miljoe))
    return moede


def make_laasefil(scope: Scope, kvartal: str, noegle: str) -> bytes:
    """The quarter's locked file. `scope`: hr's with persons. Errors: `Brugerfejl` for one there is no status of."""
    return scope.remember(
        ("låsefil", kvartal),
        lambda: make_laast(read_grundlag(scope, kvartal=kvartal, er_demo=scope.er_demo), scope, noegle),
    )


def withdraw_laas(scope: Scope, kvartal: str, *, grund: str, bruger: str, miljoe: Miljoe) -> None:
    """Errors: `Brugerfejl` for a quarter that is not locked in the store, or a reason that is none."""
    _check(grund, miljoe, mangler=tekster_laaste.GRUND_MANGLER)
    lift_laas(miljoe.lager, kvartal, _event(scope, bruger, "lås ophævet", kvartal), grund=grund, nu=miljoe.ur())


def correct_kvartal(
    scope: Scope, kvartal: str, arkiv: Arkiv, *, hvorfor: str, orienteret: str, bruger: str, miljoe: Miljoe
) -> int:
    """Its number. What has changed is what the build says of the locked figures now. `scope`: hr's with persons.

    Errors: `Brugerfejl` for a quarter that is not locked, and for words that may not stand in the case.
    """
    if kvartal not in arkiv.laaste:
        raise Brugerfejl(tekster_laaste.IKKE_UDGIVET.format(kvartal=periode_med_ord(kvartal)))
    _check(hvorfor, miljoe, mangler=tekster_laaste.HVORFOR_MANGLER)
    _check(orienteret, miljoe, mangler=tekster_laaste.ORIENTERET_MANGLER)
    ny = NyBerigtigelse(kvartal, tell_changes(scope, kvartal, arkiv), hvorfor, orienteret, scope.bygning_id)
    return add_berigtigelse(miljoe.lager, ny, _event(scope, bruger, "kvartal rettet", kvartal), nu=miljoe.ur())


def tell_changes(scope: Scope, kvartal: str, arkiv: Arkiv) -> str:
    """The published figures of the kommune and its afdelinger that are others now, as JSON text."""
    grundlag = read_grundlag(scope, kvartal=find_kvartal(scope) or kvartal, er_demo=scope.er_demo)
    revisioner = find_revisioner_of(grundlag, arkiv.laaste[kvartal], scope, arkiv.noegle)
    return json.dumps([vars(revision) for revision in revisioner], ensure_ascii=False, default=str)


def word_changes(hvad: str) -> str:
    """`Eksempel Kommune: 13,6, nu 13,5 (sene registreringer); Jobcentret: rettet`."""
    dele = [
        (tekster_laaste.AENDRET_UDEN_TAL if en["nu"] is None else tekster_laaste.AENDRET).format(**_word_change(en))
        for en in json.loads(hvad)
    ]
    return "; ".join(dele) or tekster_laaste.INTET_AENDRET


def mark_enhed(berigtigelser: Sequence[Berigtigelse], kvartal: str, enhed: str) -> list[str]:
    """A line a correction of the quarter that changed this one's figure: the kommune or an afdeling, by name."""
    return [
        one_stop(
            (tekster_laaste.MAERKE_UDEN_TAL if aendret["nu"] is None else tekster_laaste.MAERKE).format(
                dag=dato_med_ord(en.dag), hvorfor=en.hvorfor.rstrip(". "), **_word_change(aendret)
            )
        )
        for en in berigtigelser
        if en.kvartal == kvartal
        for aendret in json.loads(en.hvad)
        if aendret["enhed"] == enhed
    ]


def _word_change(aendret: Mapping[str, Any]) -> dict[str, str]:
    return {
        "enhed": aendret["enhed"],
        "offentliggjort": decimaltal(float(aendret["offentliggjort"])),
        "nu": "" if aendret["nu"] is None else decimaltal(float(aendret["nu"])),
        "aarsager": ", ".join(aendret["aarsager"]),
    }


def describe_berigtigelser(grundlag: Grundlag, arkiv: Arkiv) -> Iterator[Afsnit]:
    """Every correction of a quarter Figur 1 shows."""
    viste = set(grundlag.kvartaler["periode"])
    for en in arkiv.berigtigelser:
        if en.kvartal in viste:
            yield Afsnit(word_berigtigelse(en))


def word_berigtigelse(en: Berigtigelse) -> str:
    return one_stop(
        tekster_laaste.BERIGTIGELSE.format(
            kvartal=periode_med_ord(en.kvartal),
            dag=dato_med_ord(en.dag),
            hvorfor=en.hvorfor.rstrip(". "),
            orienteret=en.orienteret.rstrip(". "),
        )
    )


def _check(linje: str, miljoe: Miljoe, *, mangler: str) -> None:
    check_form(linje, hoejst=HOEJST_BEGRUNDELSE, mangler=mangler)
    check_uden_tal(linje)
    check_personer(linje, list_navne(miljoe))


def _event(scope: Scope, bruger: str, hvad: Hvad, kvartal: str) -> Haendelse:
    return Haendelse(bruger, hvad, kvartal, bygning_id=scope.bygning_id)
