"""The quarter's case and its material, with hr's own words: made and proven once, seen and fetched as one file."""

from dataclasses import replace

from pipeline.kvartal.ord import insert_ord, list_afsnit
from pipeline.kvartal.stand import Stand
from pipeline.kvartal.trin import Hr, check_ready, find_kvartal, note_hentet
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.status.pakke import SLAGS, Proevet, make_proevet, pack
from pipeline.status.udgiv import Udgivelse


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
