"""Population and grad worked out on paper: every case by the reference and by the build."""

from datetime import date
from decimal import Decimal as D

import pytest

from tests.lille_leverance import LAENGE_SIDEN, Ansaettelse, Enhed, Leverance, ansat, syg
from tests.reference.grundlag import Regler
from tests.reference.opgoerelser import VEJE

PERIODE = (date(2022, 1, 1), date(2022, 12, 31))
NYTAARSAFTEN = date(2022, 12, 31)

# One employee a case, alone in a unit all of 2022. Columns: tæller, nævner, grad.
GRADER = [
    ("37", "37", 1),
    ("32", "37", 0.86486486),
    ("30", None, 0.81081081),  # nævner missing means 37
    ("30", "0", 0.81081081),
    ("60", None, 1),  # 60 of 37 is 1.62, out of range; only over 60 is it percent
    ("61", None, 0.61),
    ("80", "0", 0.8),
    ("60.01", None, 0.6001),
    ("75", "100", 0.75),
    ("50", "99", 0.50505051),
    ("50", "100", 0.5),
    ("80.17", "160.33", 0.50003119),  # hours a month
    ("962", "1924", 0.5),  # hours a year
    ("44.4", "37", 1.2),
    ("44.77", "37", 1),  # 1.21
    ("120", "100", 1.2),
    ("121", "100", 1),
    ("44.4", None, 1.2),
    ("44.5", None, 1),
    ("0.37", "37", 0.01),
]
# Stilling, lønklasse, ansforhold; each alone in a unit.
ORDINAERE = [
    ("Pædagog", "", "00"),
    ("Pædagog", "", "01"),
    ("Pædagog", "", "1"),  # padded to 2
    ("Fleksjobkonsulent", "", "00"),
    ("FLEKSJOBKONSULENT", "", "00"),
    ("Elevkoordinator", "", "00"),
    ("Regulator", "", "00"),  # EGU is a word of its own
    ("Elevøkonom", "", "00"),  # ø is a letter: no word ends before it
    ("Elevrådgiver", "", "00"),
    ("Manuel assistent, annulleret ikke", "", "00"),
]
EKSTRAORDINAERE = [
    ("SOSU-elev", "", "00"),
    ("Elever", "", "00"),
    ("elev", "", "01"),
    ("Lærling", "", "00"),
    ("LÆRLINGER", "", "00"),
    ("Fleksjob", "", "00"),
    ("Fleksjobber, køkken", "", "00"),
    ("Pædagog i løntilskud", "", "00"),
    ("LØNTILSKUD", "", "00"),
    ("Skånejob", "", "00"),
    ("SKÅNEJOB", "", "00"),
    ("Seniorjobber", "", "00"),
    ("EGU", "", "00"),
    ("Igu-assistent", "", "00"),
    ("Kontorpraktikant", "", "00"),
    ("Management trainee", "", "00"),
    ("Pædagog", "Fleksjob, månedsløn", "00"),
    ("Fleksjobkonsulent", "Løntilskud", "00"),  # the exception is for the title alone
    ("Annulleret", "", "00"),
    *(("Pædagog", "", f"0{nr}") for nr in range(2, 9)),
    ("Pædagog", "", "2"),
]


def numbered(raekker, foerste):
    return [(str(nr), *raekke) for nr, raekke in enumerate(raekker, start=foerste)]


GRAD_ENHEDER = numbered(GRADER, 1001)
ORDINAERE_ENHEDER = numbered(ORDINAERE, 2001)
EKSTRAORDINAERE_ENHEDER = numbered(EKSTRAORDINAERE, 3001)
ENHEDER = [nr for nr, *_ in (*GRAD_ENHEDER, *ORDINAERE_ENHEDER, *EKSTRAORDINAERE_ENHEDER)]

POPULATION = Leverance(
    udtraek=NYTAARSAFTEN,
    enheder=(Enhed("1"), *(Enhed(nr, "1") for nr in (*ENHEDER, "4001"))),
    ansaettelser=(
        *(
            Ansaettelse(nr, LAENGE_SIDEN, None, nr, taeller=D(taeller), naevner=D(naevner) if naevner else None)
            for nr, taeller, naevner, _ in GRAD_ENHEDER
        ),
        *(
            Ansaettelse(nr, LAENGE_SIDEN, None, nr, ansforhold, stilling=stilling, loenklasse=loenklasse)
            for nr, stilling, loenklasse, ansforhold in (*ORDINAERE_ENHEDER, *EKSTRAORDINAERE_ENHEDER)
        ),
        ansat("4001", "4001", taeller="0"),  # leave without pay
    ),
    fravaer=tuple(syg(nr, date(2022, 3, 14), date(2022, 3, 14), "7.4") for nr in (*ENHEDER, "4001")),
    periode_fravaer=PERIODE,
)


@pytest.fixture(scope="module", params=sorted(VEJE))
def population(request, tmp_path_factory):
    return VEJE[request.param](POPULATION, Regler(), tmp_path_factory.mktemp("population"))


@pytest.mark.parametrize(("nr", "taeller", "naevner", "grad"), GRAD_ENHEDER)
def test_beskaeftigelsesgrad(population, nr, taeller, naevner, grad):
    assert population.values(nr, "2022K4", "gns_medarbejdere", "gns_fuldtid") == pytest.approx((1, grad), rel=1e-9)


def test_per_aarsvaerk_is_divided_by_grad_and_per_medarbejder_is_not(population):
    columns = ("dagsvaerk", "sygedage_pr_medarbejder", "sygedage_pr_aarsvaerk")
    # the unit of grad 0.61: 1 / 0.61
    assert population.values("1006", "2022K4", *columns) == pytest.approx((1, 1, 1 / 0.61), rel=1e-9)


def test_the_ordinarily_employed_have_rows_and_no_others_do(population):
    ordinaere = {nr for nr, *_ in (*GRAD_ENHEDER, *ORDINAERE_ENHEDER)}
    assert population.units("2022K4") == {"1", *ordinaere}


def test_the_absence_of_the_others_is_outside_the_population(population):
    # one dagsværk each: 20 + 10 ordinarily employed, 27 excluded by title or ansforhold and one on leave
    assert (len(GRADER), len(ORDINAERE), len(EKSTRAORDINAERE)) == (20, 10, 27)
    assert population.afstemning == {
        "i_alt": D(58),
        "i_populationen": D(30),
        "uden_for_populationen": D(28),
        "uden_ansaettelse": D(0),
        "efter_udtraek": D(0),
    }
