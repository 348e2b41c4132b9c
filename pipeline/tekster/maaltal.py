"""The Danish texts of the page Måltal: what each unit aims at, where it stands, and how far the year has come."""

from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster

NIVEAU = "Vis"
FORKLARING = (
    "Øverst står dér, hvor afstanden til måltallet gange antallet af medarbejdere er størst: dér betyder det mest. "
    "Søjlen er sygedagene, stregen måltallet."
)
TITEL = "{niveau} mod deres måltal"
TITEL_EN = "{enhed} mod måltallet"
KOLONNER = (
    "Enhed",
    tekster_dashboard.MEDARB_I_GNS,
    "Sygedage",
    tekster.MAALTAL,
    "Kilde",
    "Afstand",
    tekster_dashboard.MINE_VAEGT,
    "Ændring, år",
    "Signal, år",
)
SAETNING = "{over} af {med} enheder med måltal ligger over det; det betyder mest i {enhed} ({afstand})."
ALLE_UNDER = "Alle {med} enheder med måltal ligger på eller under det."
EN = "{enhed}: {tal} sygedage mod måltallet {maaltal}; afstand {afstand}."
INGEN_ENHEDER = "Ingen af enhederne har et måltal for {aar}."
HELE = "**{enhed}**: {tal} sygedage mod måltallet {maaltal}; afstand {afstand}."
RESTEN = "Figuren viser de {vist}, hvor det betyder mest; alle {alle} står i tabellen."
INTET_SIGNAL = "Søjlerne er grå: ingen ændring siden sidste år er større end tilfældigt."
MED_SIGNAL = (
    "▲ og ▼ er enheder, hvor fraværet er steget eller faldet mere end tilfældigt siden sidste år. Resten er grå."
)
UDEN = "Uden måltal"
SYGEDAGE = "Sygedage"
TAL_OG_AFSTAND = "{tal} ({afstand})"
SOEJLE_LINJE = "{enhed}: {tal} sygedage, måltal {maaltal}, afstand {afstand}"

AARET_TITEL = "Året til dato og prognosen"
AARET_FORKLARING = (
    "Prognosen er året til dato og enhedens egne resterende måneder sidste år, flyttet som kommunen har flyttet sig; "
    "{sikkerhed} af årene ender inden for båndet. Den vises fra april og fra {mindste} medarbejdere."
)
AARET_CHEF = (
    "År til dato og prognose vises kun for de enheder, hvis enkelte måneder du ser: for grupper på mindst {mindste}, "
    "og når alle enheder under samme overordnede er store nok."
)
AARET_KOLONNER = (
    "Enhed",
    "År til dato",
    "Samme måneder sidste år",
    "Prognose for året",
    "Ender inden for",
    tekster.MAALTAL,
)
AARET_TIL_DATO, SIDSTE_AAR, PROGNOSE, BAAND = AARET_KOLONNER[1], AARET_KOLONNER[2], "Prognose", "Prognosens bånd"
AARET_SAETNING = "{enhed} har {tal} sygedage til og med {maaned}{sidste}{prognose}."
AARET_SIDSTE = ", mod {tal} i de samme måneder sidste år"
AARET_PROGNOSE = "; året ventes at ende på {prognose}"
PROGNOSE_KORT = "{prognose} ({nedre}–{oevre})"
AARET_ENDER = "{prognose}, mellem {nedre} og {oevre}"
AARET_MAALTAL = {
    "inden for": " Måltallet på {maaltal} ligger inden for det.",
    "under": " Måltallet på {maaltal} ligger under det: så langt ned ventes året ikke at komme.",
    "over": " Måltallet på {maaltal} ligger over det.",
}
TIL_DATO = "{tal} til dato"
AARET_LINJE = "{enhed}: {til_dato} til dato{prognose}"
AARET_LINJE_PROGNOSE = ", prognose {prognose}"
