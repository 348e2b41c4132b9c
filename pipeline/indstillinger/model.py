"""What HR may change, as frozen models: an unknown key is an error."""

import re
from datetime import date
from decimal import Decimal
from statistics import NormalDist
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, PlainSerializer

from pipeline.indstillinger.enhedsnr import whole_enhedsnr
from pipeline.indstillinger.grund import Model
from pipeline.indstillinger.opfoelgning import Opfoelgning

Niveau = Literal["kommune", "område", "afdeling", "enhed", "underenhed"]
NIVEAUER: tuple[str, ...] = get_args(Niveau)


def _pattern(tekst: str) -> str:
    try:
        re.compile(tekst)
    except re.error as fejl:
        raise ValueError(str(fejl)) from None
    return tekst


Moenster = Annotated[str, AfterValidator(_pattern)]
Andel = Annotated[float, Field(ge=0, le=1)]
Enhedsnr = Annotated[str, Field(pattern=r"^[0-9]{1,8}$"), AfterValidator(whole_enhedsnr)]
Ansforhold = Annotated[str, Field(pattern=r"^[0-9]{1,2}$"), AfterValidator(lambda kode: kode.zfill(2))]
Ansforholdskoder = Annotated[
    frozenset[Ansforhold],
    PlainSerializer(sorted, when_used="json"),  # a set's own order is another in every process
]
Indsatsord = Annotated[str, Field(min_length=1, max_length=60)]  # the store's column
Kode = Annotated[str, AfterValidator(lambda kode: kode.strip().upper()), Field(min_length=1)]


_ANSAT = frozenset({"medarbejdernr", "startdato", "stopdato"})
TABELKOLONNER: dict[str, frozenset[str]] = {
    "organisation": frozenset({"enhedsnr", "enhedsnavn", "overordnet_enhedsnr", "startdato", "stopdato"}),
    "ansaettelsesforloeb": _ANSAT
    | {"enhedsnr", "ansforhold", "taeller", "naevner", "stilling", "loenklasse", "personalegruppe"}
    | {"navn", "fornavn", "efternavn"},
    "fravaer": _ANSAT | {"fravaersart", "fravaersarttekst", "timer", "dage"},
    "maaltal": frozenset({"enhedsnr", "aar", "maaltal"}),
    "adgang": frozenset({"bruger", "email", "medarbejdernr", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til"})
    | {"tildelt_af", "begrundelse", "stedfortraeder_for"},
    "enhedsskift": frozenset({"gammelt_enhedsnr", "nyt_enhedsnr", "fra"}),
    "lpt169": frozenset({"medarbejdernr", "dagsvaerk"}),
}


class Opgoerelse(Model):
    nytal: Literal["pr_medarbejder", "pr_aarsvaerk"]
    timer_pr_dagsvaerk: Annotated[Decimal, Field(gt=0, max_digits=6, decimal_places=4)]
    delvis_andel: Annotated[Decimal, Field(ge=0, le=1)]
    dage_er: Literal["arbejdsdage", "kalenderdage"]
    grad_hoejst: Annotated[Decimal, Field(gt=0, max_digits=4, decimal_places=2)]
    langtid_dage: Annotated[int, Field(ge=1, le=60)]  # the models tell long absence from the two months after it
    langtidsfrisk_dagsvaerk: Annotated[Decimal, Field(gt=0)]
    mindste_medarbejdere: Annotated[float, Field(ge=0)]
    mindste_bemandede_maaneder: Annotated[int, Field(ge=1, le=12)]
    mindste_gruppe: Annotated[float, Field(ge=1)]
    maaltal_daekning: Andel


class Signal(Model):
    """When a change is larger than chance."""

    z: Annotated[float, Field(gt=0)]
    blade: Annotated[int, Field(ge=2)]
    omsaetning_kvartal: Andel
    omsaetning_aar: Andel


class Forventet(Model):
    """What a level is held against. `hold_oeje` and `stoerre`: how many of the levels lie within by chance alone."""

    gruppe_mindst: Annotated[float, Field(ge=20)]
    hold_oeje: Annotated[float, Field(ge=0.5, lt=1)]
    stoerre: Annotated[float, Field(ge=0.5, lt=1)]
    kvartaler: Annotated[int, Field(ge=4)]


class Prognose(Model):
    """How a year is expected to end, and how far from it."""

    kommunens_andel: Andel
    sikkerhed: Annotated[float, Field(ge=0.5, lt=1)]
    aarsvarians: Annotated[float, Field(gt=0, le=2)]

    @property
    def spredninger(self) -> float:
        """Standard deviations to each side."""
        return NormalDist().inv_cdf((1 + self.sikkerhed) / 2)


class Periode(Model):
    foreloebig_dage: Annotated[int, Field(ge=0)]
    endelig_andel: Annotated[float, Field(gt=0, le=1)]
    historik_kvartaler: Annotated[int, Field(ge=1)]
    historik_dage: Annotated[int, Field(ge=1)]
    opbevaring_aar: Annotated[int, Field(ge=1)]
    daekket_fra: date | None = None


class Sag(Model):
    """What the quarter's case says besides the figures."""

    datoer: tuple[date, ...] = ()


class Indsats(Model):
    """What can be agreed for a unit: of which kind, and who answers for it, by role."""

    kategorier: Annotated[tuple[Indsatsord, ...], Field(min_length=1)]
    ejere: Annotated[tuple[Indsatsord, ...], Field(min_length=1)]


class Maaltal(Model):
    """What can be proposed and decided."""

    hoejst: Annotated[Decimal, Field(gt=0, le=366, decimal_places=1)]
    aar_tilbage: Annotated[int, Field(ge=0, le=10)]
    aar_frem: Annotated[int, Field(ge=0, le=10)]


class Population(Model):
    maanedsloennede: Ansforholdskoder
    oevrige_ansforhold: Ansforholdskoder
    ekstraordinaere: tuple[Moenster, ...]
    undtagelser: tuple[Moenster, ...]
    annulleret: Moenster


class Kontrol(Model):
    afviste_andel: Andel
    afviste_mindst: Annotated[int, Field(ge=1)]
    mindste_match: Andel
    dage_over_arbejdsdage: Andel
    umulig_andel: Andel
    umulig_mindst: Annotated[int, Field(ge=1)]
    timer_pr_dag_mindst: Annotated[float, Field(ge=0)]
    grad_mindst: Annotated[float, Field(ge=0, le=1)]
    overlappende_andel: Andel
    uden_for_periode_andel: Andel
    ukendt_ansforhold_andel: Andel
    afviste_dage_mindst: Annotated[int, Field(ge=1)]
    timer_pr_kalenderdag: Annotated[int, Field(ge=1)]
    korte_raekker_andel: Andel
    korte_raekker_mindst: Annotated[int, Field(ge=1)]
    afbrudt_mindst: Annotated[int, Field(ge=1)]
    tynd_maaned_andel: Andel
    tynd_maaned_mindst: Annotated[int, Field(ge=1)]


class Filer(Model):
    """What one file of the delivery may be and may ask for; all but the shares in whole numbers."""

    ark_hukommelse_mb: Annotated[int, Field(ge=256)]
    ark_hukommelse_pr_mb: Annotated[int, Field(ge=1)]
    ark_sekunder: Annotated[int, Field(ge=1)]
    ark_sekunder_pr_mb: Annotated[int, Field(ge=1)]
    bredeste_ark: Annotated[int, Field(ge=100, le=16384)]
    tomme_noegler: Andel
    zip_filer: Annotated[int, Field(ge=1)]
    zip_mb: Annotated[int, Field(ge=1)]
    zip_pakning: Annotated[int, Field(ge=10)]
    zip_altid_mb: Annotated[int, Field(ge=1)]


class Graense(Model):
    """How far a result may be from that of the last trusted build: share of it, and what it may always differ by."""

    mindst: Andel
    hoejst: Annotated[float, Field(ge=1)]
    altid: Annotated[float, Field(ge=0)]


class Sammenligning(Model):
    """Grain: one result. The order is that of the report."""

    hovedtal: Graense
    population: Graense
    ansatte: Graense
    aarsvaerk: Graense
    medarbejdere: Graense
    dagsvaerk_maaned: Graense
    fravaersraekker_maaned: Graense
    fravaersraekker: Graense


class Maskine(Model):
    hukommelse_gb: Annotated[int, Field(ge=1)]
    indlevering_mb: Annotated[int, Field(ge=1)]
    indlevering_filer: Annotated[int, Field(ge=1)]


class Afstemningskilde(Model):
    """How another's statistics differ from ours: whom it counts besides, and the arter it does not count."""

    medregner: tuple[Literal["ekstraordinært ansat", "ikke månedslønnet"], ...] = ()
    uden_arter: tuple[Kode, ...] = ()


class Afstemning(Model):
    """The bridge from our figure to another's."""

    nettodage: Annotated[int, Field(ge=1, le=366)]
    mindst_bag_linje: Annotated[int, Field(ge=1)]
    krl: Afstemningskilde
    dst: Afstemningskilde


class Kroner(Model):
    """Løn under sygdom."""

    beregnes: bool
    loendage: Annotated[int, Field(ge=1, le=366)]


class Ord(Model):
    """Words for illness in what hr writes herself; `*` stands for any letters."""

    afvises: tuple[Annotated[str, Field(min_length=2)], ...]
    advares: tuple[Annotated[str, Field(min_length=2)], ...]


class Organisation(Model):
    personalegrupper: bool = False
    niveau: dict[Enhedsnr, Niveau] = {}
    grupper: dict[str, tuple[Enhedsnr, ...]] = {}


def _known_columns(kolonner: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The tables and columns there are are the program's; the configuration only says how they may be spelled."""
    fundne = {tabel: frozenset(felter) for tabel, felter in kolonner.items()}
    if fundne != TABELKOLONNER:
        forskelle = sorted(
            f"{tabel}.{felt}"
            for tabel in fundne.keys() | TABELKOLONNER.keys()
            for felt in fundne.get(tabel, frozenset()) ^ TABELKOLONNER.get(tabel, frozenset())
        )
        raise ValueError(", ".join(forskelle))
    return kolonner


class Fravaersart(Model):
    """One code; `begrundelse` says why it counts or does not."""

    kode: Kode
    tekst: str
    er_sygefravaer: bool
    delvis: bool
    begrundelse: str


class Indstillinger(Model):
    """Everything HR may change. `kolonner` is table → canonical column → headings seen in the field."""

    opgoerelse: Opgoerelse
    signal: Signal
    forventet: Forventet
    prognose: Prognose
    periode: Periode
    sag: Sag = Sag()
    indsats: Indsats
    maaltal: Maaltal
    population: Population
    kontrol: Kontrol
    sammenligning: Sammenligning
    filer: Filer
    maskine: Maskine
    organisation: Organisation
    afstemning: Afstemning
    kroner: Kroner
    ord: Ord
    kolonner: Annotated[dict[str, dict[str, tuple[str, ...]]], AfterValidator(_known_columns)]
    fravaersarter: tuple[Fravaersart, ...]
    opfoelgning: Opfoelgning
