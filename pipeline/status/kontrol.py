"""What HR sees before anybody reads the case: where each figure comes from, and statements that do not fit together."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.status.grundlag import Grundlag, Raekke, Vaerdi
from pipeline.status.saetninger import Afsnit
from pipeline.status.tabel import Tabelfelt
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord, step_back

TRE_AAR = 12
KVARTAL_I_TEKST = re.compile(r"([1-4])\. kvartal (\d{4})")
AFRUNDING = Decimal("0.1")
KUN_KVARTALET = frozenset({"", "Indstilling", "Resumé"})
Felt = tuple[str, Afsnit]


def list_felter(felter: Mapping[str, Any]) -> Iterator[Felt]:
    """Every paragraph with its name: `afdelinger.2`."""
    for navn, felt in felter.items():
        if isinstance(felt, Afsnit):
            yield navn, felt
        elif isinstance(felt, Tabelfelt):
            yield from ((f"{navn}.{sted}", afsnit) for sted, afsnit in felt.paragraphs())
        else:
            for nr, afsnit in enumerate(felt, start=1):
                yield f"{navn}.{nr}", afsnit


def check_kilder(felter: Iterable[Felt]) -> None:
    """Errors: `Brugerfejl` for a figure in a text that no query gave."""
    for navn, afsnit in felter:
        for tal in afsnit.without_source():
            raise Brugerfejl(tekster_status.UDEN_KILDE.format(felt=navn, tal=tal))


def write_kontrol(
    grundlag: Grundlag, felter: Iterable[Felt], celler: Iterable[tuple[str, Vaerdi]], linjer: Sequence[str]
) -> bytes:
    vaerdier = [{"sted": navn, **asdict(vaerdi)} for navn, afsnit in felter for vaerdi in afsnit.vaerdier] + [
        {"sted": sted, **asdict(vaerdi)} for sted, vaerdi in celler
    ]
    indhold = {
        "kvartal": grundlag.kvartal,
        "bygning": grundlag.bygning["bygning_id"],
        "sammenhaengskontrol": list(linjer),
        "vaerdier": vaerdier,
    }
    return (json.dumps(indhold, ensure_ascii=False, indent=1) + "\n").encode()


def check_sammenhaeng(grundlag: Grundlag, dokument: Sequence[tuple[str, str]]) -> list[str]:
    """One sentence for each pair of statements that does not fit. `dokument`: heading and paragraph, in order."""
    linjer = []
    if grundlag.er_foreloebig:
        linjer.append(tekster_status.KONTROL["foreloebig"].format(kvartal=periode_med_ord(grundlag.kvartal)))
    for gruppe in grundlag.grupper:
        linjer += _shares(gruppe)
        linjer += _jump(gruppe, grundlag)
    return [*linjer, *_wrong_quarters(grundlag, dokument)]


def _shares(gruppe: Raekke) -> Iterator[str]:
    kort, lang, hele = gruppe["korttid"], gruppe["langtid"], gruppe["sygedage"]
    if kort is not None and lang is not None and abs(kort + lang - hele) > AFRUNDING:
        ordene = {"kort": decimaltal(kort), "lang": decimaltal(lang), "hele": decimaltal(hele)}
        yield tekster_status.KONTROL["andele"].format(enhed=gruppe["navn"], **ordene)


def _jump(gruppe: Raekke, grundlag: Grundlag) -> Iterator[str]:
    """Only where there are three years to compare with."""
    egne = grundlag.forskelle.filter(
        (pl.col("gruppe_id") == gruppe["gruppe_id"])
        & pl.col("overordnet_id").eq_missing(pl.lit(gruppe["overordnet_id"], pl.Int64))
        & (pl.col("periode") < grundlag.kvartal)
    )["sygedage"].abs()
    nu = gruppe["aendring_kvartal"]
    if nu is not None and egne.len() >= TRE_AAR and abs(nu) > (hoejest := egne.tail(TRE_AAR).max()):
        yield tekster_status.KONTROL["spring"].format(
            enhed=gruppe["navn"],
            nu=aendring(nu),
            hoejest=decimaltal(hoejest),  # type: ignore[arg-type]
        )


def _wrong_quarters(grundlag: Grundlag, dokument: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Of a document's paragraphs by heading: headings, and what stands before the first one, under Indstilling and
    under Resumé, are about the one quarter; no other text names one there are no figures of.
    """
    kendte = {step_back(grundlag.kvartal, antal) for antal in range(8)} | set(grundlag.kvartaler["periode"])
    for overskrift, tekst in dokument:
        tilladte = {grundlag.kvartal} if overskrift in KUN_KVARTALET or overskrift == tekst else kendte
        for nr, aar in KVARTAL_I_TEKST.findall(tekst):
            if f"{aar}K{nr}" not in tilladte:
                yield tekster_status.KONTROL["kvartal"].format(
                    fundet=periode_med_ord(f"{aar}K{nr}"), kvartal=periode_med_ord(grundlag.kvartal)
                )
