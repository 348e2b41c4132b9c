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
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord, step_back

SKAEVHED = Decimal("0.05")
"""More than this between the whole's change and its parts' is said."""
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


def explain_flyttede(grundlag: Grundlag) -> list[Afsnit]:
    """The whole's change against its parts' weighted with the mean of their medarbejdere: the rest is staff moved
    between parts, and rounding. In published figures, so that it can be said to anybody; nothing where it is small.
    """
    dele = _parts(grundlag)
    hele = grundlag.kommunen["aendring_kvartal"]
    if grundlag.er_foreloebig or hele is None or not dele:
        return []
    nu, foer = (sum(Decimal(d[navn]) for d in dele) for navn in ("medarbejdere", "medarbejdere_kvartal_foer"))
    if not nu or not foer:
        return []
    bidrag, flyttede = Decimal(0), Decimal(0)
    for del_ in dele:
        vaegt_nu, vaegt_foer = del_["medarbejdere"] / nu, del_["medarbejdere_kvartal_foer"] / foer
        bidrag += (vaegt_nu + vaegt_foer) / 2 * del_["aendring_kvartal"]
        flyttede += (vaegt_nu - vaegt_foer) * (del_["sygedage"] + del_["sygedage_kvartal_foer"]) / 2
    rest = hele - bidrag
    if abs(rest) <= SKAEVHED:
        return []
    tal = {"hele": hele, "dele": bidrag, "rest": rest, "flyttede": flyttede, "afrunding": rest - flyttede}
    noegle = f"{grundlag.kommunen['navn']}, {grundlag.kvartal}"
    vaerdier = {
        navn: Vaerdi(aendring(vaerdi), "udgivne_grupper", f"vejet {navn}", noegle) for navn, vaerdi in tal.items()
    }
    tekst = tekster_status.KONTROL["flyttede"].format(**{navn: vaerdi.tekst for navn, vaerdi in vaerdier.items()})
    return [Afsnit(tekst, tuple(vaerdier.values()))]


def _parts(grundlag: Grundlag) -> list[Raekke]:
    """The groups right under the kommune and, where there are any, under its områder; none if one lacks a figure."""
    rod = grundlag.kommunen["enhed_id"]
    overordnede = {g["overordnet_id"] for g in grundlag.grupper}
    dele: list[Raekke] = []
    for gruppe in grundlag.grupper:
        if gruppe["overordnet_id"] != rod:
            continue
        er_delt = gruppe["niveau"] == "område" and gruppe["enhed_id"] in overordnede
        dele += [g for g in grundlag.grupper if g["overordnet_id"] == gruppe["enhed_id"]] if er_delt else [gruppe]
    hele = all(d["aendring_kvartal"] is not None and d["medarbejdere_kvartal_foer"] is not None for d in dele)
    return dele if hele else []


def check_sammenhaeng(grundlag: Grundlag, dokument: Sequence[tuple[str, str]], flyttede: Sequence[Afsnit]) -> list[str]:
    """One sentence for each pair of statements that does not fit. `dokument`: heading and paragraph, in order."""
    linjer = [afsnit.tekst for afsnit in flyttede]
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
