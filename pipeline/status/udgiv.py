"""One release from beginning to end: make the files, prove them, and only then put them where they belong."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.fejl import Brugerfejl
from pipeline.lager.lager import Lager
from pipeline.port.scope import Scope
from pipeline.status.bilag import make_bilag, write_bilag_pdf, write_bilag_xlsx
from pipeline.status.dokument import make_felter, read_afsnit, write_docx
from pipeline.status.figurer import Figur, make_figurer, write_figur, write_figurer_md
from pipeline.status.grundlag import Grundlag, read_grundlag
from pipeline.status.kontrol import check_kilder, check_sammenhaeng, explain_flyttede, list_felter, write_kontrol
from pipeline.status.laaste import Laast, Revision, find_delinger, find_revisioner, read_laaste, use_laaste
from pipeline.status.revisioner import describe_revision, write_revisioner
from pipeline.status.saetninger import Afsnit
from pipeline.tekster import status as tekster_status

Filer = Mapping[str, bytes]
Proev = Callable[[Path], None]


@dataclass(frozen=True)
class Udgivelse:
    """Files by their name in the folder, and what the check of them found."""

    filer: Filer
    linjer: Sequence[str]


@dataclass(frozen=True)
class Arkiv:
    """What was published before: the locked quarters, and the key their marks are made with."""

    laaste: Mapping[str, Laast]
    noegle: str = field(repr=False)


def open_arkiv(mappe: Path | None, lager: Lager) -> Arkiv:
    return Arkiv(read_laaste(mappe) if mappe else {}, lager.personnoegle)


def read_laast_grundlag(scope: Scope, kvartal: str, arkiv: Arkiv) -> tuple[Grundlag, list[Revision]]:
    """The figures with the older columns as they were published, and what has been corrected since. `scope`: hr's with
    persons. Errors: `Brugerfejl` for a quarter there is no status of.
    """
    bygget = read_grundlag(scope, kvartal=kvartal, er_demo=scope.er_demo)
    if not arkiv.laaste:
        return bygget, []
    delinger = find_delinger(bygget, scope.rows("regler_liste"))
    return use_laaste(bygget, arkiv.laaste, delinger), find_revisioner(bygget, arkiv.laaste, scope, arkiv.noegle)


def make_status(scope: Scope, kvartal: str, arkiv: Arkiv, *, skabelon: Path | None = None) -> Udgivelse:
    """Errors: `Brugerfejl` for a quarter without a status, a template that does not fit, a figure without a source."""
    grundlag, revisioner = read_laast_grundlag(scope, kvartal, arkiv)
    figurer = make_figurer(grundlag)
    filer = draw_figurer(figurer, grundlag, "figurer/")
    flyttede = explain_flyttede(grundlag)
    felter = make_felter(
        grundlag,
        figurer[0],
        sammenhaeng=[Afsnit(tekster_status.FLYTTEDE)] * bool(flyttede),
        revisioner=[describe_revision(revision) for revision in revisioner],
    )
    check_kilder(list_felter(felter))
    docx = write_docx(felter, figurer[0], filer[f"figurer/{figurer[0].navn}.png"], skabelon=skabelon)
    filer[f"status-{kvartal}.docx"] = docx
    celler = []
    for bilag in make_bilag(grundlag):
        filer[f"bilag-{bilag.navn}-{kvartal}.xlsx"] = write_bilag_xlsx(bilag)
        filer[f"bilag-{bilag.navn}-{kvartal}.pdf"] = write_bilag_pdf(bilag)
        celler += [(f"bilag-{bilag.navn}: {sted}", vaerdi) for sted, vaerdi in bilag.values()]
    if revisioner:
        filer[f"revisioner-{kvartal}.xlsx"] = write_revisioner(revisioner, grundlag)
    linjer = check_sammenhaeng(grundlag, read_afsnit(docx), flyttede)
    filer[f"{tekster_status.INTERN}/kontrol.json"] = write_kontrol(grundlag, list_felter(felter), celler, linjer)
    return Udgivelse(filer, linjer)


def draw_figurer(figurer: Sequence[Figur], grundlag: Grundlag, mappe: str) -> dict[str, bytes]:
    filer = {mappe + navn: indhold for figur in figurer for navn, indhold in write_figur(figur, grundlag).items()}
    filer[f"{mappe}figurer.md"] = write_figurer_md(figurer, grundlag)
    return filer


def release(udgivelse: Udgivelse, ud: Path, proev: Proev) -> None:
    """Into a folder beside `ud` first; there they are proven, and moved when they hold.

    Errors: `Brugerfejl` when `ud` holds anything but an earlier run's files, and whatever `proev` says.
    """
    if ud.exists() and not ud.is_dir():
        raise Brugerfejl(tekster_status.MAPPEN_ER_IKKE_TOM.format(mappe=ud.name))
    fremmede = {str(fil.relative_to(ud)) for fil in ud.rglob("*") if fil.is_file()} - udgivelse.filer.keys()
    if fremmede:
        raise Brugerfejl(tekster_status.MAPPEN_ER_IKKE_TOM.format(mappe=ud.name))
    ud.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".sygefravaer-", dir=ud.parent) as vaerksted:
        ny = Path(vaerksted) / ud.name
        for navn, indhold in udgivelse.filer.items():
            fil = ny / navn
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_bytes(indhold)
        proev(ny)
        for navn in udgivelse.filer:
            (ud / navn).parent.mkdir(parents=True, exist_ok=True)
            os.replace(ny / navn, ud / navn)
