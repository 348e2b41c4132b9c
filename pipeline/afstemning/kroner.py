"""Løn under sygdom: a node's dagsværk by personalegruppe, at the yearly wages HR keeps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.database.laesning import Kilde, check_period, find_enhed
from pipeline.diskretion.regler import DOMINANS, UDE, Barn, Gruppe, Tal, Vindue, name_gruppe, passes, pool
from pipeline.diskretion.udenlinje import E8
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.loen import Aarsloen, pick_aarsloen, same_navn
from pipeline.report.hvorfor import round_to_sum
from pipeline.tekster import afstemning as tekster_afstemning
from pipeline.tekster import faelles as tekster_faelles
from pipeline.tekster import kroner as tekster
from pipeline.tekster.dansk import decimaltal, heltal, periode_med_ord, procent


@dataclass(frozen=True)
class Loen:
    """HR's file, and the refusion she enters in kroner."""

    linjer: Sequence[Aarsloen]
    fil: str
    refusion: int | None = None


@dataclass(frozen=True)
class Personalegruppe:
    """One of them in the window, and its wage; None where the file has none."""

    navn: str
    tal: Tal
    loen: Aarsloen | None

    @property
    def kroner_e8(self) -> int:
        """Dagsværk × yearly wage: to be divided by the days a year's wage pays for."""
        return self.tal.dagsvaerk_e8 * (self.loen.aarsloen if self.loen else 0)


@dataclass(frozen=True)
class Del:
    """What stands on one line: a personalegruppe, all of those without a wage, or a pool."""

    navn: str
    grupper: tuple[Personalegruppe, ...]
    er_pulje: bool = False

    @property
    def dagsvaerk(self) -> float:
        return sum(gruppe.tal.dagsvaerk_e8 for gruppe in self.grupper) / E8

    @property
    def har_loen(self) -> bool:
        """A pool has kroner only when all of it has: else the part without could be worked out."""
        return all(gruppe.loen for gruppe in self.grupper)


@dataclass(frozen=True)
class Linje:
    """As it is shown; `kroner` in thousands, None where a wage is missing."""

    navn: str
    aarsloen: str
    dagsvaerk: Decimal
    stillinger: Decimal
    kroner: Decimal | None


@dataclass(frozen=True)
class Kroner:
    """`linjer` add up to `i_alt` as shown, column by column."""

    titel: str
    linjer: Sequence[Linje]
    i_alt: Linje
    refusion: Decimal | None
    saetning: str
    noter: Sequence[str]


def check_switched_on(kilde: Kilde) -> None:
    """Errors: `Brugerfejl` for a build that was made without."""
    if not kilde.rows("byggerapport_bygning")["har_kroner"].item():
        raise Brugerfejl(tekster.SLAAET_FRA)


def compute_kroner(kilde: Kilde, enhed: str | None, periode: str, loen: Loen) -> Kroner:
    """`enhed`: a named group; None is the kommune.

    Errors: `Brugerfejl` for another node, a quarter there is none of, one too small, and where no wage fits.
    """
    [bygning] = kilde.rows("byggerapport_bygning").to_dicts()
    check_period(kilde, periode, "kvartal")
    kommunen = kilde.rows("kommunen")["enhedsnr"].item()
    enhed_id, nummer, navn = find_enhed(kilde, enhed or kommunen)
    raekker = kilde.rows("kroner_personalegrupper", enhed_id=enhed_id, periode=periode).to_dicts()
    if not raekker:
        raise Brugerfejl(tekster.INTET_AT_REGNE.format(enhedsnr=kommunen, enhed=navn))
    aar = int(periode[:4])
    grupper = read_grupper(raekker, loen.linjer, aar)
    if not any(gruppe.loen for gruppe in grupper):
        raise Brugerfejl(tekster.INGEN_LOEN.format(fil=loen.fil, aar=aar, grupper=_names(grupper)))
    dele = divide(grupper, Vindue(raekker[0]["vindue_nr"], raekker[0]["dage"]))
    if not dele:
        raise Brugerfejl(tekster.FOR_LILLE.format(enhed=navn, periode=periode_med_ord(periode)))
    linjer = list(lay_out(dele, loendage=bygning["loendage"], nettodage=bygning["nettodage"]))
    i_alt = _sum(linjer)
    noter = [
        *_say_missing(dele, loen.fil, aar),
        *_notes(dele, loen, bygning),
        *(_say_unused(grupper, loen) if nummer == kommunen else ()),
    ]
    if raekker[0]["er_foreloebig"]:
        noter.append(tekster_afstemning.ER_FORELOEBIGT.format(periode=periode_med_ord(periode)))
    return Kroner(
        tekster.TITEL.format(enhed=navn, periode=periode_med_ord(periode)),
        linjer,
        i_alt,
        None if loen.refusion is None else round_to_sum([loen.refusion / 1000], loen.refusion / 1000, 0)[0],
        _describe(navn, i_alt),
        noter,
    )


def read_grupper(raekker: Sequence[Mapping[str, Any]], loen: Sequence[Aarsloen], aar: int) -> list[Personalegruppe]:
    """The two highest of each have numbers of this list alone: who is in two personalegrupper counts as two."""
    return [
        Personalegruppe(
            raekke["personalegruppe"],
            Tal(
                raekke["ansat_dage"],
                raekke["dagsvaerk_e8"],
                kendte={2 * nr: (raekke["hoejeste_e8"], False), 2 * nr + 1: (raekke["naesthoejeste_e8"], False)},
            ),
            pick_aarsloen(loen, raekke["personalegruppe"], aar),
        )
        for nr, raekke in enumerate(raekker)
    ]


def divide(grupper: Sequence[Personalegruppe], vindue: Vindue) -> list[Del]:
    """Each with a wage for itself and those without together, pooled until each line may be shown; the pool last.

    Empty where not even all of them together may be.
    """
    med = [(gruppe.navn, (gruppe,)) for gruppe in grupper if gruppe.loen]
    uden = tuple(gruppe for gruppe in grupper if not gruppe.loen)
    delene = [Del(navn, egne) for navn, egne in [*med, *([(_name_uden(uden), uden)] if uden else [])]]
    boern = [Gruppe((_make_barn(nr, del_, vindue),)) for nr, del_ in enumerate(delene)]
    hele = Gruppe(tuple(gruppe.medlemmer[0] for gruppe in boern))
    if not passes(hele.tal(vindue), vindue, UDE):
        return []
    puljer = pool(boern, vindue, UDE) or (hele,)
    return [_join(gruppe, delene) for gruppe in sorted(puljer, key=lambda g: (g.er_pulje, g.medlemmer[0].barn_id))]


def _make_barn(nr: int, del_: Del, vindue: Vindue) -> Barn:
    egne = [gruppe.tal for gruppe in del_.grupper]
    tal = Tal(
        sum(tal.ansat_dage for tal in egne),
        sum(tal.dagsvaerk_e8 for tal in egne),
        kendte={nummer: kendt for tal in egne for nummer, kendt in (tal.kendte or {}).items()},
    )
    return Barn(nr, del_.navn, er_faelles=False, har_egen_regel=False, tal={vindue.nr: tal})


def _join(gruppe: Gruppe, delene: Sequence[Del]) -> Del:
    grupper = tuple(egen for barn in gruppe.medlemmer for egen in delene[barn.barn_id].grupper)
    if not gruppe.er_pulje:
        return Del(name_gruppe(gruppe), grupper)
    return Del(tekster_faelles.OEVRIGE_PERSONALEGRUPPER.format(antal=len(grupper)), grupper, er_pulje=True)


def _name_uden(uden: Sequence[Personalegruppe]) -> str:
    return uden[0].navn if len(uden) == 1 else tekster.UDEN_AARSLOEN.format(antal=len(uden))


def lay_out(dele: Sequence[Del], *, loendage: int, nettodage: int) -> Iterator[Linje]:
    dagsvaerk = [del_.dagsvaerk for del_ in dele]
    stillinger = [tal / nettodage for tal in dagsvaerk]
    kroner = [sum(gruppe.kroner_e8 for gruppe in del_.grupper) / E8 / loendage / 1000 for del_ in dele if del_.har_loen]
    vist = iter(round_to_sum(kroner, sum(kroner), 0) if kroner else [])
    afrundede = zip(
        dele, round_to_sum(dagsvaerk, sum(dagsvaerk)), round_to_sum(stillinger, sum(stillinger)), strict=True
    )
    for del_, dage, antal in afrundede:
        yield Linje(del_.navn, _say_aarsloen(del_), dage, antal, next(vist) if del_.har_loen else None)


def _say_aarsloen(del_: Del) -> str:
    if not del_.har_loen:
        return tekster.MANGLER
    if len(del_.grupper) > 1 or not del_.grupper[0].loen:
        return tekster.INTET
    loen = del_.grupper[0].loen
    return tekster.AARSLOEN.format(kroner=heltal(loen.aarsloen), aar=loen.aar)


def _sum(linjer: Sequence[Linje]) -> Linje:
    kroner = [linje.kroner for linje in linjer if linje.kroner is not None]
    return Linje(
        tekster.I_ALT,
        "",
        sum((linje.dagsvaerk for linje in linjer), Decimal(0)),
        sum((linje.stillinger for linje in linjer), Decimal(0)),
        sum(kroner, Decimal(0)) if kroner else None,
    )


def _describe(enhed: str, i_alt: Linje) -> str:
    egne = {
        "enhed": enhed,
        "dagsvaerk": decimaltal(i_alt.dagsvaerk),
        "stillinger": decimaltal(i_alt.stillinger),
    }
    if i_alt.kroner is None:
        return tekster.INGEN_SUM.format(**egne)
    return tekster.SAETNING.format(kroner=heltal(i_alt.kroner * 1000), **egne)


def _say_missing(dele: Sequence[Del], fil: str, aar: int) -> Iterator[str]:
    """Those without a wage by name, and the share of the line they are in, which may be shown."""
    i_alt = sum(del_.dagsvaerk for del_ in dele)
    for del_ in dele:
        if not del_.har_loen:
            yield tekster.UDEN_LOEN.format(
                fil=fil,
                aar=aar,
                grupper=_names([gruppe for gruppe in del_.grupper if not gruppe.loen]),
                linje=del_.navn,
                andel=procent(del_.dagsvaerk / i_alt if i_alt else 0),
            )


def _notes(dele: Sequence[Del], loen: Loen, bygning: Mapping[str, Any]) -> Iterator[str]:
    yield tekster.REGNET.format(loendage=bygning["loendage"], nettodage=bygning["nettodage"])
    yield tekster.REFUSION_IKKE_OPLYST if loen.refusion is None else tekster.REFUSION_OPLYST
    if any(del_.er_pulje for del_ in dele):
        yield tekster.LAGT_SAMMEN.format(mindst=heltal(UDE.medarbejdere), andel=procent(DOMINANS[0] / DOMINANS[1]))
    brugte = [gruppe.loen.hvorfra for del_ in dele for gruppe in del_.grupper if gruppe.loen]
    yield tekster.HVORFRA.format(fil=loen.fil, hvorfra="; ".join(dict.fromkeys(brugte)))


def _say_unused(grupper: Sequence[Personalegruppe], loen: Loen) -> Iterator[str]:
    """A name that is spelled in another way than OPUS's has no employees."""
    kendte = {same_navn(gruppe.navn) for gruppe in grupper}
    andre = [linje.personalegruppe for linje in loen.linjer if same_navn(linje.personalegruppe) not in kendte]
    if andre:
        yield tekster.UDEN_ANSATTE.format(fil=loen.fil, grupper=", ".join(dict.fromkeys(andre)))


def _names(grupper: Sequence[Personalegruppe]) -> str:
    return ", ".join(gruppe.navn for gruppe in grupper)
