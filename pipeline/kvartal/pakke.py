"""The quarter's case and its material, with hr's own words: made and proven once, seen, fetched and locked."""

import hashlib
from dataclasses import replace
from datetime import date

from pipeline.fejl import Brugerfejl
from pipeline.kvartal.ord import insert_ord, list_afsnit
from pipeline.kvartal.stand import Stand
from pipeline.kvartal.trin import Hr, check_ready, find_kvartal, note_hentet
from pipeline.lager.laase import NyLaas, lock_kvartal, read_laase
from pipeline.lager.log import Haendelse
from pipeline.lager.skema import HOEJST_BEGRUNDELSE
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.status.berigtigelser import make_laasefil
from pipeline.status.pakke import SLAGS, Proevet, make_proevet, pack
from pipeline.status.udgiv import Udgivelse
from pipeline.status.udgivet import pick_filer
from pipeline.tekster import kvartal as tekster_kvartal


def make_sager(hr: Hr, stand: Stand) -> tuple[Proevet, ...]:
    """Each of SLAGS. Remembered with the build's scope while nobody writes and nothing is locked. Errors: `Brugerfejl`,
    also when the proof fails.
    """
    scope = check_ready(hr, stand)
    kvartal, arkiv, afsnit = find_kvartal(scope), open_servers_arkiv(hr.miljoe.lager), list_afsnit(stand.gang.ord)

    def write(udgivelse: Udgivelse) -> Udgivelse:
        navn = f"status-{kvartal}.docx"
        if navn not in udgivelse.filer:
            return udgivelse
        return replace(udgivelse, filer={**udgivelse.filer, navn: insert_ord(udgivelse.filer[navn], afsnit)})

    return scope.remember(
        ("sager", kvartal, tuple(afsnit), arkiv.kendetegn),
        lambda: tuple(
            make_proevet(scope, hr.miljoe.lager, arkiv, slags=slags, kvartal=kvartal, rediger=write) for slags in SLAGS
        ),
    )


def fetch_zip(hr: Hr) -> tuple[str, bytes]:
    """The quarter and the file; that it was fetched, and by whom, is noted first. Errors: `Brugerfejl`."""
    stand = hr.under_way()
    sager = make_sager(hr, stand)
    kvartal = find_kvartal(hr.open(stand))
    indhold = pack(sager, kvartal)
    note_hentet(hr, stand)
    return kvartal, indhold


def lock(hr: Hr, *, dato: date, moede: str) -> str:
    """The quarter it was. It is published: what is corrected from now on is a correction. Errors: `Brugerfejl`."""
    stand = hr.under_way()
    moede = " ".join(moede.split())
    if not moede or len(moede) > HOEJST_BEGRUNDELSE or not moede.isprintable():
        raise Brugerfejl(tekster_kvartal.MOEDE_MANGLER)
    scope = check_ready(hr, stand)
    if not stand.hentet:
        raise Brugerfejl(tekster_kvartal.IKKE_HENTET)
    kvartal = find_kvartal(scope)
    indhold = make_laasefil(scope, kvartal, hr.miljoe.lager.personnoegle)
    _lock_once(hr, stand, NyLaas(kvartal, dato, None, indhold))
    data = {"kvartal": kvartal, "dato": dato.isoformat(), "moede": moede, "sha256": hashlib.sha256(indhold).hexdigest()}
    hr.note(stand, "låst", "kvartal låst", data)
    return kvartal


def _lock_once(hr: Hr, stand: Stand, ny: NyLaas) -> None:
    """With the case and its page. Done again after a kill, it is there already. Errors: `Brugerfejl` when it is locked
    with other figures.
    """
    if any(laas.kvartal == ny.kvartal and laas.indhold == ny.indhold for laas in read_laase(hr.miljoe.lager)):
        return
    haendelse = Haendelse(hr.navn, "kvartal låst", tekster_kvartal.SIDE, bygning_id=stand.bygning_id)
    filer = {}
    for sag in (proevet.udgivelse for proevet in make_sager(hr, stand)):
        if sag.sag is not None:
            filer = pick_filer(sag.sag.model_copy(update={"egne": tuple(list_afsnit(stand.gang.ord))}), sag.filer)
    lock_kvartal(hr.miljoe.lager, ny, haendelse, nu=hr.miljoe.ur(), filer=filer)
