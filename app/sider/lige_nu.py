"""What waits for the user, above Overblik: for a leder how many to talk to, for hr what needs doing."""

from collections.abc import Iterator

from app.side import Side
from app.sider.det_skal_du import count_kort
from app.vis import show_veje
from pipeline.lager.adgang import read_adgang
from pipeline.lager.laase import read_laase
from pipeline.opfoelgning.uge import make_kort
from pipeline.status.grundlag import find_kvartal
from pipeline.status.udgivne import describe_kvartal, find_naeste
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import antal_af, dato, dato_med_ord


def show_lige_nu(side: Side) -> None:
    veje = list(_waits_for_hr(side) if side.scope.rettigheder.er_hr else _waits_for_leder(side))
    if veje:
        show_veje(veje)


def _waits_for_leder(side: Side) -> Iterator[tuple[str, str]]:
    """With persons, and so logged; only how many is shown."""
    if not side.scope.rettigheder.leder:
        return
    scope = side.with_opfoelgning(tekster_dashboard.SIDER["overblik"]).scope
    alle = make_kort(scope.rows("opfoelgning_liste").to_dicts())
    if alle:
        yield "/det_skal_du", count_kort(alle, scope.rows("opfoelgning_regelliste")["dag"][0])


def _waits_for_hr(side: Side) -> Iterator[tuple[str, str]]:
    udtraek = side.scope.rows("byggerapport_bygning")["udtraeksdato"].item()
    dage = (side.i_dag - udtraek).days
    alder = antal_af(tekster_dashboard.LIGE_NU_DAGE, dage)
    yield "/datagrundlag", tekster_dashboard.LIGE_NU_ALDER.format(alder=alder, dato=dato(udtraek))
    advarsler = side.scope.rows("byggerapport_advarsler").height
    if advarsler:
        yield "/datagrundlag", antal_af(tekster_dashboard.LIGE_NU_ADVARSLER, advarsler)
    yield from _quarter_for_hr(side)
    forslag = sum(raekke.tilstand == "forslag" for raekke in read_adgang(side.miljoe.lager))
    if forslag:
        yield "/adgang", antal_af(tekster_dashboard.LIGE_NU_FORSLAG, forslag)


def _quarter_for_hr(side: Side) -> Iterator[tuple[str, str]]:
    """Whether the quarter is endelig and published, and when the next meeting is."""
    kvartal = find_kvartal(side.scope)
    if kvartal is not None:
        yield "/laaste", describe_kvartal(side.scope, kvartal, read_laase(side.miljoe.lager))
    naeste = find_naeste(side.scope, side.miljoe.lager, side.i_dag)
    if naeste is not None:
        yield "/laaste", tekster_laaste.LIGE_NU_DATOER.format(dag=dato_med_ord(naeste))
