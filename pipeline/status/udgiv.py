"""One release from beginning to end: make the files, prove them, and only then put them where they belong."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.fejl import Brugerfejl
from pipeline.port.scope import Scope
from pipeline.proev.forventet import Forventet
from pipeline.status.arkiv import Arkiv
from pipeline.status.berigtigelser import describe_berigtigelser
from pipeline.status.bilag import make_bilag, write_bilag_pdf, write_bilag_xlsx
from pipeline.status.dokument import BILLEDER, Billede, make_felter, read_afsnit, write_docx
from pipeline.status.figurer import Figur, make_figurer, write_figur, write_figurer_md
from pipeline.status.givet import Givet, list_aftalt, list_egne, name_givet
from pipeline.status.grundlag import Grundlag, read_grundlag
from pipeline.status.kontrol import check_kilder, check_sammenhaeng, list_felter, write_kontrol
from pipeline.status.laaste import Revision, find_delinger, find_revisioner, is_told, use_laaste
from pipeline.status.revisioner import (
    RETTELSER,
    describe_revision,
    find_rettelser,
    write_rettelser,
    write_revisioner,
)
from pipeline.status.sag import Sag, make_sag
from pipeline.tekster import status as tekster_status

Filer = Mapping[str, bytes]
ARKMAPPE = "ark"
"""Where the pages of units lie in a release, when it has them."""
Proev = Callable[[Path], None]


@dataclass(frozen=True)
class Udgivelse:
    """Files by their name in the folder that is sent, those by their name in the one that stays with HR, what the
    check of them found, and the same files with the case in the house's own template, which the proof holds them to.
    `sag`: the case as a page, where the release has one.
    """

    filer: Filer
    linjer: Sequence[str]
    forventet: Forventet
    intern: Filer = field(default_factory=dict)
    sag: Sag | None = None


def read_laast_grundlag(scope: Scope, kvartal: str, arkiv: Arkiv) -> tuple[Grundlag, list[Revision]]:
    """The figures with the older columns as they were published, and what has been corrected since. `scope`: hr's with
    persons. Errors: `Brugerfejl` for a quarter there is no status of.
    """
    bygget = read_grundlag(scope, kvartal=kvartal, er_demo=scope.er_demo)
    if arkiv.sagsdatoer is not None:
        bygget = replace(bygget, bygning={**bygget.bygning, "sagsdatoer": list(arkiv.sagsdatoer)})
    if not arkiv.laaste:
        return bygget, []
    delinger = find_delinger(bygget, scope.rows("regler_liste"))
    return use_laaste(bygget, arkiv.laaste, delinger), find_revisioner(bygget, arkiv.laaste, scope, arkiv.noegle)


def make_status(
    scope: Scope,
    kvartal: str,
    arkiv: Arkiv,
    *,
    skabelon: Path | None = None,
    uden_enheder: bool = False,
    givet: Givet | None = None,
    ark: Filer | None = None,
) -> Udgivelse:
    """What is given is no part of what the proof holds the case to: it is judged as people's own words.
    `ark`: the pages of units for MED.

    Errors: `Brugerfejl` for a quarter without a status, a template that does not fit, a figure without a source."""
    grundlag, revisioner = read_laast_grundlag(scope, kvartal, arkiv)
    enhed = str(grundlag.kommunen["enhed_id"])
    rettelser = find_rettelser(grundlag, arkiv.laaste, lambda laast: is_told(laast, enhed, scope, arkiv.noegle))
    figurer = make_figurer(grundlag)
    filer = draw_figurer(figurer, grundlag, "figurer/") | dict(ark or {})
    bilagene = [bilag for bilag in make_bilag(grundlag) if not (uden_enheder and bilag.navn == "enheder")]
    billeder = {
        felt: Billede(figur, filer[f"figurer/{figur.navn}.png"])
        for felt, navn in BILLEDER.items()
        for figur in figurer
        if figur.navn == navn
    }
    lav = partial(
        make_felter,
        grundlag,
        billeder,
        revisioner=[describe_revision(revision) for revision in revisioner],
        rettelser=rettelser,
        berigtigelser=list(describe_berigtigelser(grundlag, arkiv)),
        bilagene=[bilag.navn for bilag in bilagene],
    )
    felter = lav()
    check_kilder(list_felter(felter))
    husets = write_docx(felter, billeder)
    i_skabelon = write_docx(felter, billeder, skabelon=skabelon) if skabelon else None
    docx = i_skabelon or husets
    if givet is not None:
        egne = lav(egne=givet.egne_ord, indsatser=list_aftalt(givet, grundlag))
        docx = write_docx(egne, billeder, skabelon=skabelon)
    filer[f"status-{kvartal}.docx"] = docx
    celler = []
    for bilag in bilagene:
        filer[f"bilag-{bilag.navn}-{kvartal}.xlsx"] = write_bilag_xlsx(bilag)
        filer[f"bilag-{bilag.navn}-{kvartal}.pdf"] = write_bilag_pdf(bilag)
        celler += [(f"bilag-{bilag.navn}: {sted}", vaerdi) for sted, vaerdi in bilag.values()]
    if revisioner:
        filer[f"revisioner-{kvartal}.xlsx"] = write_revisioner(revisioner, grundlag)
    if rettelser:
        filer[f"{RETTELSER}-{kvartal}.xlsx"] = write_rettelser(rettelser, grundlag)
    linjer = check_sammenhaeng(grundlag, read_afsnit(docx))
    intern = {"kontrol.json": write_kontrol(grundlag, list_felter(felter), celler, linjer)}
    if givet is not None:
        intern[name_givet(kvartal)] = givet.write()
    forventet = Forventet({**filer, f"status-{kvartal}.docx": husets}, i_skabelon)
    sag = make_sag(grundlag, felter, billeder, bilag=bilagene[-1], egne=list_egne(givet, grundlag))
    return Udgivelse(filer, linjer, forventet, intern, sag)


def draw_figurer(figurer: Sequence[Figur], grundlag: Grundlag, mappe: str) -> dict[str, bytes]:
    filer = {mappe + navn: indhold for figur in figurer for navn, indhold in write_figur(figur, grundlag).items()}
    filer[f"{mappe}figurer.md"] = write_figurer_md(figurer, grundlag)
    return filer


def name_intern(ud: Path) -> Path:
    """The folder that stays with HR, beside the one that is sent."""
    return ud.with_name(f"{ud.name}-{tekster_status.INTERN}")


def release(udgivelse: Udgivelse, ud: Path, proev: Proev) -> None:
    """Into a folder beside `ud` first; there they are proven, and moved when they hold.

    Errors: `Brugerfejl` when `ud`, or the folder beside it, holds anything but an earlier run's files, and whatever
    `proev` says.
    """
    til = [(ud, udgivelse.filer), (name_intern(ud), udgivelse.intern)]
    for mappe, filer in til:
        _check_empty(mappe, filer)
    ud.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".sygefravaer-", dir=ud.parent) as vaerksted:
        for mappe, filer in til:
            for navn, indhold in filer.items():
                fil = Path(vaerksted) / mappe.name / navn
                fil.parent.mkdir(parents=True, exist_ok=True)
                fil.write_bytes(indhold)
        proev(Path(vaerksted) / ud.name)
        for mappe, filer in til:
            for navn in filer:
                (mappe / navn).parent.mkdir(parents=True, exist_ok=True)
                os.replace(Path(vaerksted) / mappe.name / navn, mappe / navn)


def _check_empty(mappe: Path, filer: Filer) -> None:
    fremmede: set[str] = set()
    if mappe.is_dir():
        fremmede = {str(fil.relative_to(mappe)) for fil in mappe.rglob("*") if fil.is_file()} - filer.keys()
    if fremmede or (mappe.exists() and not mappe.is_dir()):
        raise Brugerfejl(tekster_status.MAPPEN_ER_IKKE_TOM.format(mappe=mappe.name))
