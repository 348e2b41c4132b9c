"""Published figures that have been corrected since: as sentences and as tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from pipeline.report.filformater import write_xlsx
from pipeline.report.visning import Kolonne, Tabel, Visning
from pipeline.status.bilag import describe_kilde
from pipeline.status.grundlag import Grundlag, Vaerdi
from pipeline.status.laaste import Laast, Revision, key_of
from pipeline.status.saetninger import Afsnit, fill, name_days
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import decimaltal, heltal, periode_med_ord

SLAGS = ("tekst", "tekst", "dage", "dage", "tekst")
RETTELSER = "rettelser"


@dataclass(frozen=True)
class Rettelse:
    """The kommune's figure of a quarter as it was published, and as Figur 1 has it now; `nu` None where too few are
    corrected to tell.
    """

    kvartal: str
    offentliggjort: Decimal
    nu: Decimal | None

    @property
    def rettet(self) -> Decimal | None:
        return None if self.nu is None else self.nu - self.offentliggjort


def describe_revision(revision: Revision) -> Afsnit:
    """Both figures and what moved it, or only that it is corrected."""
    kvartal = periode_med_ord(revision.kvartal)
    if revision.nu is None:
        return fill(tekster_laaste.RETTET, enhed=revision.enhed, kvartal=kvartal)
    noegle = f"{revision.enhed}, {revision.kvartal}"
    return fill(
        tekster_laaste.REVISION,
        enhed=revision.enhed,
        kvartal=kvartal,
        offentliggjort=Vaerdi(decimaltal(revision.offentliggjort), "låst fil", "sygedage", noegle),
        nu=Vaerdi(decimaltal(revision.nu), "udgivne_grupper", "sygedage", noegle),
        aarsager=", ".join(revision.aarsager),
    )


def tabulate_revisioner(revisioner: Sequence[Revision]) -> Tabel:
    kolonner = tuple(
        Kolonne(navn, slags) for navn, slags in zip(tekster_laaste.REVISIONER_KOLONNER, SLAGS, strict=True)
    )
    raekker = tuple(
        (
            revision.enhed,
            periode_med_ord(revision.kvartal),
            None if revision.nu is None else revision.offentliggjort,
            revision.nu,
            ", ".join(revision.aarsager) or tekster_laaste.KUN_RETTET,
        )
        for revision in revisioner
    )
    return Tabel(kolonner, raekker)


def write_revisioner(revisioner: Sequence[Revision], grundlag: Grundlag) -> bytes:
    visning = Visning("revisioner", tekster_laaste.REVISIONER_TITEL, "", tabulate_revisioner(revisioner))
    return write_xlsx(visning, [describe_kilde(grundlag)])


def find_rettelser(grundlag: Grundlag, laaste: Mapping[str, Laast], is_told: Callable[[Laast], bool]) -> list[Rettelse]:
    """Every locked quarter before this one that Figur 1 shows and that had the same definitions, corrected or not."""
    kommunen, definitioner = key_of(grundlag.kommunen), grundlag.bygning["definitioner_id"]
    nu = dict(grundlag.kvartaler.filter(pl.col("langtid").is_not_null()).select("periode", "sygedage").iter_rows())
    ud = []
    for kvartal, laast in sorted(laaste.items()):
        if kvartal < grundlag.kvartal and kvartal in nu and laast.definitioner == definitioner:
            foer, efter = Decimal(laast.grupper[kommunen]["sygedage"]), Decimal(str(nu[kvartal]))
            ud.append(Rettelse(kvartal, foer, efter if foer == efter or is_told(laast) else None))
    return ud


def sum_rettelser(rettelser: Sequence[Rettelse]) -> tuple[Decimal, Decimal] | None:
    """The mean and the largest of those that may be told, whichever way they go; None when there is none."""
    stoerrelser = [abs(rettelse.rettet) for rettelse in rettelser if rettelse.rettet is not None]
    return (sum(stoerrelser, Decimal(0)) / len(stoerrelser), max(stoerrelser)) if stoerrelser else None


def describe_rettelser(rettelser: Sequence[Rettelse]) -> Afsnit:
    """How much the kommune's published figures have been corrected so far; nothing when there are none to tell."""
    i_alt, fortalte = sum_rettelser(rettelser), [rettelse for rettelse in rettelser if rettelse.nu is not None]
    if i_alt is None:
        return Afsnit("")
    form = "en" if len(fortalte) == 1 else "flere"
    felter = {"kvartal": periode_med_ord(fortalte[0].kvartal), "antal": heltal(len(fortalte))}
    middel, hoejst = i_alt
    if hoejst == 0:
        return fill(tekster_laaste.RETTELSER_INGEN[form], **felter)
    tal = {
        navn: Vaerdi(name_days(vaerdi, decimaltal(vaerdi)), RETTELSER, "rettet", navn)
        for navn, vaerdi in (("middel", middel), ("hoejst", hoejst))
        if form == "flere" or navn == "hoejst"
    }
    return fill(tekster_laaste.RETTELSER[form], **felter, **tal)


def write_rettelser(rettelser: Sequence[Rettelse], grundlag: Grundlag) -> bytes:
    kolonner = zip(tekster_laaste.RETTELSER_KOLONNER, ("tekst", "dage", "dage", "aendring"), strict=True)
    raekker = [
        (periode_med_ord(r.kvartal), r.offentliggjort, r.nu, tekster_laaste.KUN_RETTET if r.nu is None else r.rettet)
        for r in rettelser
    ]
    i_alt = zip(tekster_laaste.RETTELSER_I_ALT, sum_rettelser(rettelser) or (None, None), strict=True)
    tabel = Tabel(
        tuple(Kolonne(navn, slags) for navn, slags in kolonner),
        (*raekker, *((navn, None, None, tal) for navn, tal in i_alt)),
    )
    visning = Visning(RETTELSER, tekster_laaste.RETTELSER_TITEL, describe_rettelser(rettelser).tekst, tabel)
    return write_xlsx(visning, [describe_kilde(grundlag)])
