"""Published figures that have been corrected since: as a sentence and as a table."""

from collections.abc import Sequence

from pipeline.report.filformater import write_xlsx
from pipeline.report.visning import Kolonne, Tabel, Visning
from pipeline.status.bilag import describe_kilde
from pipeline.status.grundlag import Grundlag, Vaerdi
from pipeline.status.laaste import Revision
from pipeline.status.saetninger import Afsnit, fill
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import decimaltal, periode_med_ord

SLAGS = ("tekst", "tekst", "dage", "dage", "tekst")


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
