"""What a build goes by besides the delivery: the parameters of sql/, and the id that all of it together gives."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from pipeline.diskretion.regler import limits_in_sql
from pipeline.indstillinger.model import Indstillinger
from pipeline.indstillinger.opbevaring import retention_start
from pipeline.indstillinger.opfoelgning import rule_parameters
from pipeline.mapper import PAKKE, shipped_folder
from pipeline.readers import Leverancekilde, laeste_filer
from pipeline.readers.tabeller import build_navne

Besluttet = tuple[int, int, int]
"""A måltal decided here: unit, calendar year, sygedage pr. medarbejder in hundred millionths (e8)."""


def build_parameters(
    indstillinger: Indstillinger, udtraeksdato: dt.date, *, maalt_forsinkelse: int | None = None
) -> dict[str, Any]:
    """Every `$parameter` the models may name, decimals as whole numbers. `maalt_forsinkelse`: the days a period is
    foreløbig, where they are measured.
    """
    opgoerelse, periode, kontrol = indstillinger.opgoerelse, indstillinger.periode, indstillinger.kontrol
    return {
        "udtraeksdato": udtraeksdato,
        "definitioner_id": hashlib.sha256(
            _as_json(indstillinger, uden={"opfoelgning", "ord", "afstemning", "kroner", "sag", "indsats", "maaltal"})
        ).hexdigest()[:16],
        "opbevaring_fra": retention_start(udtraeksdato, periode.opbevaring_aar),
        "opgoerelse_id": make_opgoerelse_id(indstillinger),
        "foreloebig_dage": periode.foreloebig_dage if maalt_forsinkelse is None else maalt_forsinkelse,
        "er_foreloebig_maalt": maalt_forsinkelse is not None,
        "sagsdatoer": sorted(indstillinger.sag.datoer),
        "daekket_fra_indstilling": periode.daekket_fra,
        "nytal": opgoerelse.nytal,
        "timer_pr_dagsvaerk_e4": int(opgoerelse.timer_pr_dagsvaerk * 10**4),
        "nummeroverskrifter": _number_headings(indstillinger),
        "fravaerskoder": [art.kode for art in indstillinger.fravaersarter],
        "delvis_andel_e8": int(opgoerelse.delvis_andel * 10**8),
        "grad_hoejst_e8": int(opgoerelse.grad_hoejst * 10**8),
        "dage_er_kalenderdage": opgoerelse.dage_er == "kalenderdage",
        "langtid_dage": opgoerelse.langtid_dage,
        "langtidsfrisk_e6": int(opgoerelse.langtidsfrisk_dagsvaerk * 10**6),
        "mindste_medarbejdere": opgoerelse.mindste_medarbejdere,
        "mindste_bemandede_maaneder": opgoerelse.mindste_bemandede_maaneder,
        "mindste_gruppe": opgoerelse.mindste_gruppe,
        "maaltal_daekning": opgoerelse.maaltal_daekning,
        "vis_personalegrupper": indstillinger.organisation.personalegrupper,
        "nettodage": indstillinger.afstemning.nettodage,
        "kroner": indstillinger.kroner.beregnes,
        "loendage": indstillinger.kroner.loendage,
        "mindst_bag_linje": indstillinger.afstemning.mindst_bag_linje,
        **{f"signal_{navn}": graense for navn, graense in indstillinger.signal.model_dump().items()},
        **{f"forventet_{navn}": graense for navn, graense in indstillinger.forventet.model_dump().items()},
        **{f"prognose_{navn}": tal for navn, tal in indstillinger.prognose.model_dump().items()},
        "prognose_spredninger": indstillinger.prognose.spredninger,
        **kontrol.model_dump(),
        **limits_in_sql(),
        **rule_parameters(indstillinger.opfoelgning, udtraeksdato, aar=1),
    }


def _number_headings(indstillinger: Indstillinger) -> list[str]:
    """What the lists call the employee number, as the readers compare headings."""
    opslag = build_navne(indstillinger).opslag
    return sorted(
        {
            navn
            for tabel in ("fravaer", "ansaettelsesforloeb")
            for navn, kolonne in opslag[tabel].items()
            if kolonne == "medarbejdernr"
        }
    )


def build_id(kilde: Leverancekilde, indstillinger: Indstillinger, udtraek: dt.date | None) -> str:
    """A hash of the files' names and contents, the configuration and the code; 16 hexadecimal digits."""
    samlet = hashlib.sha256()
    for fil in laeste_filer(kilde):
        with fil.sti.open("rb") as aaben:
            samlet.update(f"{fil.navn}\0{hashlib.file_digest(aaben, 'sha256').hexdigest()}\n".encode())
    samlet.update(_as_json(indstillinger))
    samlet.update(str(udtraek).encode())
    for kode in sorted([*shipped_folder("sql").rglob("*.sql"), *PAKKE.rglob("*.py")]):
        samlet.update(kode.name.encode() + kode.read_bytes())
    return samlet.hexdigest()[:16]


def join_build_id(bygning_id: str, *haandgivet: int | Sequence[Besluttet] | None) -> str:
    """What is measured or decided is configuration too; without it the id is that of delivery, configuration and
    code.
    """
    for del_ in haandgivet:
        if del_ is not None and del_ != []:
            bygning_id = hashlib.sha256(f"{bygning_id} {del_}".encode()).hexdigest()[:16]
    return bygning_id


def used_besluttede(besluttede: Iterable[Besluttet], opbevaring_fra: dt.date) -> list[Besluttet]:
    """Of years that are built, in order: what is deleted because it is old makes no other build."""
    return sorted((enhed_id, aar, e8) for enhed_id, aar, e8 in besluttede if aar >= opbevaring_fra.year)


def make_opgoerelse_id(indstillinger: Indstillinger) -> str:
    """A hash of the settings a count of dagsværk depends on: only what is counted alike is compared over time."""
    afgoerende = {"opgoerelse", "population", "fravaersarter"}
    return hashlib.sha256(indstillinger.model_dump_json(include=afgoerende).encode()).hexdigest()[:16]


def _as_json(indstillinger: Indstillinger, *, uden: AbstractSet[str] = frozenset()) -> bytes:
    """All of the configuration that a build can depend on; the nøgletal do not depend on the follow-up."""
    return indstillinger.model_dump_json(exclude={"maskine", *uden}).encode()
