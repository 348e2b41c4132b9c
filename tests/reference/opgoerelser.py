"""Two ways to the same figures, in one shape: the reference, and the build that users run."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.byg.warehouse import build_warehouse
from pipeline.database.laesning import Bygning, select_noegletal
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from tests.conftest import open_test_database
from tests.lille_leverance import Leverance, write_leverance
from tests.reference.grundlag import Regler
from tests.reference.reference import AFSTEMNING, opgoer

KOLONNER = (
    "dagsvaerk",
    "dagsvaerk_lang",
    "gns_medarbejdere",
    "gns_fuldtid",
    "sygedage_pr_medarbejder",
    "sygedage_pr_aarsvaerk",
    "fravaersprocent",
    "langtidsandel",
    "langtidsfriske",
    "langtidsfriske_grundlag",
    "langtidsfriske_andel",
    "langtidsfriske_af_alle",
    "maaltal",
    "maaltal_er_afledt",
    "afstand_til_maaltal",
    "aendring_kvartal",
    "aendring_aar",
    "er_foreloebig",
    "er_nedlagt",
)
Raekke = dict[str, float | None]


@dataclass(frozen=True)
class Tal:
    """Grain: (enhedsnr, "YYYY-MM") and (enhedsnr, "YYYYKn"); enhedsnr is padded."""

    maaneder: dict[tuple[str, str], Raekke]
    kvartaler: dict[tuple[str, str], Raekke]
    niveauer: dict[str, str]
    afstemning: dict[str, Decimal]

    def row(self, enhedsnr: str, periode: str) -> Raekke:
        return (self.kvartaler if "K" in periode else self.maaneder)[self.key(enhedsnr, periode)]

    def values(self, enhedsnr: str, periode: str, *kolonner: str) -> tuple[float | None, ...]:
        raekke = self.row(enhedsnr, periode)
        return tuple(raekke[kolonne] for kolonne in kolonner)

    def units(self, periode: str) -> set[str]:
        tabel = self.kvartaler if "K" in periode else self.maaneder
        return {enhed.lstrip("0") for enhed, egen_periode in tabel if egen_periode == periode}

    def periods(self) -> list[str]:
        return sorted({periode for _, periode in self.maaneder})

    @staticmethod
    def key(enhedsnr: str, periode: str) -> tuple[str, str]:
        return (enhedsnr if enhedsnr == "UKENDTE" else enhedsnr.zfill(8), periode)


def settings_of(regler: Regler) -> Indstillinger:
    """The project's own settings with the choices of `regler`; no named groups, no limit on bad input."""
    indstillinger = load_indstillinger()
    valgt = {
        "opgoerelse": {
            "dage_er": "kalenderdage" if regler.dage_er_kalenderdage else "arbejdsdage",
            "langtid_dage": regler.langtid_dage,
        },
        "periode": {"daekket_fra": regler.daekket_fra},
        "organisation": {"niveau": regler.niveau, "grupper": {}},
        "kontrol": {
            "mindste_match": 0.0,
            "dage_over_arbejdsdage": 1.0,
            "umulig_andel": 1.0,
            "overlappende_andel": 1.0,
            "uden_for_periode_andel": 1.0,
            "ukendt_ansforhold_andel": 1.0,
        },
    }
    return indstillinger.model_copy(
        update={navn: getattr(indstillinger, navn).model_copy(update=felter) for navn, felter in valgt.items()}
    )


def figures_of_reference(leverance: Leverance, regler: Regler, _: Path) -> Tal:
    facit = opgoer(leverance, regler)
    return Tal(
        {noegle: _floats(raekke) for noegle, raekke in facit.maaneder.items()},
        {noegle: _floats(raekke) for noegle, raekke in facit.kvartaler.items()},
        {enhed: facit.niveauer[enhed] for enhed, _ in facit.maaneder},
        facit.afstemning,
    )


def figures_of_build(leverance: Leverance, regler: Regler, folder: Path) -> Tal:
    database = folder / "sygefravaer.duckdb"
    kilde = write_leverance(leverance, folder / "leverance")
    rapport = build_warehouse(kilde, database, indstillinger=settings_of(regler))
    maaneder = _read(database, maaned=True)
    kvartaler = _read(database, maaned=False)
    return Tal(
        {(raekke["enhedsnr"], raekke["periode"]): _floats(raekke) for raekke in maaneder},
        {(raekke["enhedsnr"], raekke["periode"]): _floats(raekke) for raekke in kvartaler},
        {raekke["enhedsnr"]: raekke["niveau"] for raekke in maaneder},
        {navn: rapport.afstemning[navn] for navn in ("i_alt", *AFSTEMNING)},
    )


VEJE: dict[str, Callable[[Leverance, Regler, Path], Tal]] = {"byg": figures_of_build, "reference": figures_of_reference}


def _read(database: Path, *, maaned: bool) -> list[dict]:
    with open_test_database(database) as con:
        raekker = select_noegletal(Bygning(con), maaned=maaned).to_dicts()
    return [{**raekke, "maaltal_er_afledt": raekke["maaltal_kilde"] == "afledt"} for raekke in raekker]


def _floats(raekke: dict) -> Raekke:
    return {navn: None if raekke[navn] is None else float(raekke[navn]) for navn in KOLONNER}
