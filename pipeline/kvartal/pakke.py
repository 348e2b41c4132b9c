"""The quarter's case and its material, with what hr gives: made and proven once, seen and fetched as one file."""

from pipeline.kvartal.ord import list_afsnit
from pipeline.kvartal.stand import Stand
from pipeline.kvartal.trin import Hr, check_ready, find_kvartal, note_hentet
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.status.givet import freeze_givet
from pipeline.status.pakke import SLAGS, Proevet, make_proevet, pack


def make_sager(hr: Hr, stand: Stand) -> tuple[Proevet, ...]:
    """Each of SLAGS. Remembered with the build's scope while nothing is written, agreed or locked.

    Errors: `Brugerfejl`, also when the proof fails.
    """
    scope = check_ready(hr, stand)
    kvartal, arkiv = find_kvartal(scope), open_servers_arkiv(hr.miljoe.lager)
    givet = freeze_givet(scope, kvartal, list_afsnit(stand.gang.ord))
    return scope.remember(
        ("sager", kvartal, givet.write(), arkiv.kendetegn),
        lambda: tuple(
            make_proevet(scope, hr.miljoe.lager, arkiv, slags=slags, kvartal=kvartal, givet=givet) for slags in SLAGS
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
