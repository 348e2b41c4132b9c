"""The files that can be fetched, each made when it is fetched, with the rights of that moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from app.afstemning import make_visning, read_spoerg, reconcile_for
from app.side import Side
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.enhedsnr import CIFRE
from pipeline.kvartal.pakke import fetch_zip
from pipeline.kvartal.trin import enter
from pipeline.lager.adgang import read_adgang
from pipeline.lager.billetter import Billet
from pipeline.lager.laase import read_laase, read_laasefil
from pipeline.lager.log import read_log
from pipeline.opfoelgning.enhedsarkfil import UDGAVER, name_fil, why_no_ark, write_enhedsark
from pipeline.opfoelgning.ledersamtale import write_ledersamtale
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import IngenAdgang, Miljoe, Scope, open_scope
from pipeline.report.filformater import FORMATER, TEGNINGER, write_csv
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.report.visning import Visning
from pipeline.report.visninger import VISNINGER
from pipeline.status.kvalitet import write_kvalitet
from pipeline.status.udgivet import FILTYPER, find_udgivet, list_filer
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import afstemning as tekster_afstemning
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import enhedsark as tekster_ark


class NyeTal(Exception):
    """The page that gave the ticket showed another build."""


@dataclass(frozen=True)
class Fil:
    navn: str
    indhold: bytes
    type: str
    noder: tuple[int, ...] = ()


def make_fil(billet: Billet, bruger: Bruger, miljoe: Miljoe) -> Fil | None:
    """None when the user may not have it now. Errors: `NyeTal`."""
    try:
        scope = open_scope(bruger, miljoe=miljoe)
    except IngenAdgang:
        return None
    if scope.bygning_id != billet.parametre.get("bygning"):
        raise NyeTal
    return FILER[billet.fil](Side(bruger, scope, miljoe), billet.parametre) if billet.fil in FILER else None


def _adgang(side: Side, _: Mapping[str, str]) -> Fil | None:
    if not side.ser_adgang:
        return None
    kolonner = ("bruger", "email", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til", "tilstand", "begrundelse")
    raekker = [
        {navn: getattr(raekke, navn) for navn in (*kolonner, "tildelt_af", "stedfortraeder_for")}
        for raekke in read_adgang(side.miljoe.lager)
    ]
    tabel = pl.DataFrame(raekker, infer_schema_length=None).with_columns(
        pl.col("gyldig_fra", "gyldig_til").dt.strftime("%d.%m.%Y")
    )
    return Fil("adgang.csv", write_csv(tabel.rename(tekster_adgang.ADGANG_CSV)), "text/csv; charset=utf-8")


def _log(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    if not side.ser_adgang:
        return None
    log = read_log(
        side.miljoe.lager, fra=date.fromisoformat(parametre["fra"]), til=date.fromisoformat(parametre["til"])
    ).with_columns(
        pl.col("tid").dt.strftime("%d.%m.%Y %H:%M:%S"),
        pl.col("noder").list.eval(pl.element().cast(pl.String).str.zfill(CIFRE)).list.join(", "),
    )
    return Fil("log.csv", write_csv(log.rename(tekster_adgang.LOG_CSV)), "text/csv; charset=utf-8")


def _visning(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """A view's table or chart. Every node at once is hr's."""
    navn, format_ = parametre["visning"], parametre["format"]
    if navn not in VISNINGER or format_ not in FORMATER or (navn in KUN_HR and not side.scope.rettigheder.er_hr):
        return None
    if navn in MED_OPFOELGNING:
        if not side.scope.rettigheder.har_personer:
            return None
        side = side.with_opfoelgning(MED_OPFOELGNING[navn])
    try:
        visning = VISNINGER[navn](side.scope, parametre)
    except LookupError:
        return None
    if format_ in TEGNINGER and visning.spec is None:
        return None
    tabel = visning.tabel.arrange(sorter=parametre.get("sorter", ""), soeg=parametre.get("soeg", ""))
    visning = replace(visning, tabel=tabel)
    dele = [_origin(side.scope), visning.navn, *_which(parametre)]
    return _write(side, visning, format_, "_".join(dele), _nodes(parametre))


def _write(side: Side, visning: Visning, format_: str, navn: str, noder: tuple[int, ...]) -> Fil:
    """With where it comes from."""
    skriv, type_ = FORMATER[format_]
    bygning = side.scope.rows("byggerapport_bygning").row(0, named=True)
    kilde = describe_bygning(bygning, tekster_dashboard.FIL_KILDE)
    demo = [tekster_adgang.DEMO] if side.scope.er_demo else []
    return Fil(f"{navn}.{format_}", skriv(visning, [*demo, kilde]), type_, noder)


def _kvartal(side: Side, _: Mapping[str, str]) -> Fil | None:
    """The quarter's case and its material; that it was fetched is noted in the round. None when it no longer holds."""
    try:
        kvartal, indhold = fetch_zip(enter(side.bruger, side.miljoe))
    except Brugerfejl:
        return None
    return Fil(f"{_origin(side.scope)}_kvartal-{kvartal}.zip", indhold, "application/zip")


def _status(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """A file of the newest published case, for who sees the whole of it; the same nothing for another name."""
    try:
        udgivet = find_udgivet(side.miljoe.lager)
    except Brugerfejl:
        return None
    navn, rettigheder = parametre["navn"], side.scope.rettigheder
    if rettigheder.er_hr or udgivet is None or udgivet.sag is None:
        return None
    if not udgivet.sag.is_seen_by(rettigheder.aggregat) or navn not in list_filer(udgivet.kvartal):
        return None
    indhold = read_laasefil(side.miljoe.lager, udgivet.laas, navn)
    return None if indhold is None else Fil(f"{_origin(side.scope)}_{navn}", indhold, FILTYPER[navn.rpartition(".")[2]])


def _laast(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """A locked quarter of the store, for the municipality's own archive."""
    if not side.scope.rettigheder.er_hr:
        return None
    laas = next((en for en in read_laase(side.miljoe.lager) if en.kvartal == parametre["kvartal"]), None)
    return None if laas is None else Fil(f"laast-{laas.kvartal}.json", laas.indhold, "application/json")


def _afstem(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """A bridge's tables; none when there is no such bridge."""
    if not side.scope.rettigheder.er_hr or parametre["format"] not in tekster_afstemning.SIDE_FORMATER:
        return None
    try:
        visning = make_visning(reconcile_for(side, read_spoerg(parametre)))
    except Brugerfejl:
        return None
    dele = (_origin(side.scope), visning.navn, parametre["enhed"], parametre["kvartal"], parametre["med"])
    return _write(side, visning, parametre["format"], "_".join(dele), _nodes(parametre))


def _ledersamtale(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """The page for the talk with a leder below; the same nothing for another's and for nobody's."""
    if not side.scope.rettigheder.har_personer:
        return None
    scope = side.with_opfoelgning(tekster_dashboard.SIDER["opfoelgning"]).scope
    indhold = write_ledersamtale(scope, parametre["enhed"])
    navn = f"{_origin(scope)}_ledersamtale_{parametre['enhed']}.pdf"
    return None if indhold is None else Fil(navn, indhold, "application/pdf", _nodes(parametre))


def _enhedsark(side: Side, parametre: Mapping[str, str]) -> Fil | None:
    """The page about a unit; the same nothing for another's, for one too small and for none."""
    udgave, enhedsnr = parametre["udgave"], parametre["enhed"]
    if udgave not in UDGAVER or why_no_ark(side.scope, enhedsnr, udgave):
        return None
    if udgave == "indvendig":
        side = side.with_opfoelgning(tekster_ark.SIDE[udgave])
    ark = UDGAVER[udgave](side.scope, enhedsnr)
    indhold = write_enhedsark(ark, side.scope, udgave)
    return Fil(
        f"{_origin(side.scope)}_{name_fil(ark, enhedsnr, udgave)}", indhold, "application/pdf", _nodes(parametre)
    )


def _kvalitet(side: Side, _: Mapping[str, str]) -> Fil | None:
    if not side.scope.rettigheder.er_hr:
        return None
    indhold = write_kvalitet(side.scope, side.miljoe.lager)
    return Fil(f"{_origin(side.scope)}_kvalitetsdeklaration.pdf", indhold, "application/pdf")


def _origin(scope: Scope) -> str:
    """What every file's name begins with."""
    return "demo" if scope.er_demo else "sygefravaer"


def _which(parametre: Mapping[str, str]) -> list[str]:
    return [parametre[navn].replace(",", "-") for navn in ("enhed", "noder", "niveau", "periode") if navn in parametre]


def _nodes(parametre: Mapping[str, str]) -> tuple[int, ...]:
    """For the log."""
    return tuple(int(nr) for nr in parametre.get("enhed", parametre.get("noder", "")).split(",") if nr)


KUN_HR = frozenset({"alle_enheder"})
MED_OPFOELGNING: Mapping[str, str] = {
    "mine_enheder": tekster_dashboard.SIDER["mine_enheder"],
    "ledere": tekster_dashboard.SIDER["opfoelgning"],
}
"""The views with figures of the follow-up, and the page the log names: that scope holds persons."""
FILER: Mapping[str, Callable[[Side, Mapping[str, str]], Fil | None]] = {
    "adgang": _adgang,
    "log": _log,
    "visning": _visning,
    "status": _status,
    "kvartal": _kvartal,
    "laast": _laast,
    "afstem": _afstem,
    "ledersamtale": _ledersamtale,
    "enhedsark": _enhedsark,
    "kvalitet": _kvalitet,
}
