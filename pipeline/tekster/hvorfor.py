"""Texts of why a figure has changed."""

from pipeline.tekster import faelles

AENDRING = "Ændring"
TITEL = "Hvorfor ændrede det sig? {enhed}"
SIDEN = {"kvartal": "siden sidste kvartal", "aar": "siden sidste år"}
RETTET = "Ændringen er regnet fra {kvartal}, som tallet er nu."
I_ALT = "Sygefraværet har ændret sig {aendring} {siden}"
DELE = {
    "fortsat": {
        False: "I de dele, der fortsætter, er fraværet faldet; det trækker {bidrag}.",
        True: "I de dele, der fortsætter, er fraværet steget; det trækker {bidrag}.",
    },
    "flyttet": {
        False: "Flere ansatte i dele med lavt fravær, eller færre i dele med højt, trækker {bidrag}.",
        True: "Flere ansatte i dele med højt fravær, eller færre i dele med lavt, trækker {bidrag}.",
    },
    "skift": dict.fromkeys((False, True), "{navne}; det trækker {bidrag}."),
}
PERSONALEGRUPPER = {
    "fortsat": {
        False: "Inden for personalegrupperne er fraværet faldet; det trækker {bidrag}.",
        True: "Inden for personalegrupperne er fraværet steget; det trækker {bidrag}.",
    },
    "flyttet": {
        False: "Flere ansatte i personalegrupper med lavt fravær, eller færre i dem med højt, trækker {bidrag}.",
        True: "Flere ansatte i personalegrupper med højt fravær, eller færre i dem med lavt, trækker {bidrag}.",
    },
}
LUKKEDE_OG_NYE = "Lukkede og nye enheder"
SKIFT_UDEN_NAVN = LUKKEDE_OG_NYE + " trækker {bidrag}."
SKIFTET = {True: "{navn} er lukket", False: "{navn} er ny"}
KORT_OG_LANG = "Korttidsfraværet trækker {kort} og langtidsfraværet {lang}."
IND_OG_UD = "{ind} gav {ind_tal} sygedage mod {ud_tal} i {ud}, som gik ud."
ARBEJDSDAGE = {
    False: {
        "en": "Perioden har en arbejdsdag mindre; det alene er {bidrag}.",
        "flere": "Perioden har {antal} færre arbejdsdage; det alene er {bidrag}.",
    },
    True: {
        "en": "Perioden har en arbejdsdag mere; det alene er {bidrag}.",
        "flere": "Perioden har {antal} flere arbejdsdage; det alene er {bidrag}.",
    },
}
LANGE_FORLOEB = (
    "Omkring {ophoert} medarbejderes lange forløb er gået ud, og omkring {begyndt} er kommet til; det trækker "
    "{af_ophoert} og {af_begyndt}."
)
KOMMET_OG_GAAET = (
    "Omkring {kommet} medarbejdere er kommet til, og omkring {gaaet} er gået; det trækker {af_kommet} og {af_gaaet}."
)
KLASSER = {
    "forloeb": (
        "Lange forløb",
        {
            "ophoert": "Medarbejdere, hvis lange forløb er gået ud",
            "begyndt": "Medarbejdere, hvis lange forløb er kommet til",
            "begge": "Medarbejdere med lange forløb i begge perioder",
            "andre": "Øvrige medarbejdere",
        },
        LANGE_FORLOEB,
    ),
    "ansatte": (
        "Kommet og gået",
        {
            "kommet": "Medarbejdere, der er kommet til",
            "gaaet": "Medarbejdere, der er gået",
            "andre": "Medarbejdere i begge perioder",
        },
        KOMMET_OG_GAAET,
    ),
}
"""By how the employees are divided: its heading, its classes in the order they are shown, and its sentence."""
AENDRING_I_ALT = "Ændring i alt"
OEVRIGE = "Øvrige"
UDEN_DELE = "Enheden selv"
SKIFT_MAERKE = {True: " (lukket)", False: " (ny)"}
AKSE = "Bidrag i sygedage"
BIDRAG = "Bidrag"
KOLONNER = ("Set på", "Del", BIDRAG)
GRUPPE_DELE = "Enhedens dele"
GRUPPE_SLAGS = "Delenes egen ændring og forskydninger"
SLAGS = {
    "fortsat": "Dele, der fortsætter",
    "flyttet": "Ansatte flyttet mellem dele",
    "skift": "Lukkede og nye dele",
}
GRUPPE_PERSONALEGRUPPER = "Personalegrupper"
I_PERSONALEGRUPPERNE = {
    "fortsat": "Inden for personalegrupperne",
    "flyttet": "Ansatte flyttet mellem personalegrupper",
}
GRUPPE_LAENGDE = "Fraværets længde"
GRUPPE_ARBEJDSDAGE = "Fravær og arbejdsdage"
KORTTID, LANGTID = faelles.KORTTIDSFRAVAER, faelles.LANGTIDSFRAVAER
FRAVAER = "Fraværet selv"
AF_ARBEJDSDAGE = "Antallet af arbejdsdage"
AF_GRAD = "Beskæftigelsesgraden"
NOTE = "Hver måde at se ændringen på giver hele ændringen: bidrag lægges sammen inden for en måde, aldrig på tværs."
