"""The Danish sentences about locked quarters."""

ER_LAAST = (
    "{kvartal} er allerede låst med andre tal i {fil}. Det, der er offentliggjort, overskrives ikke; flyt filen, hvis "
    "kvartalet aldrig blev offentliggjort."
)
LAAST_FAERDIG = "{kvartal} er låst i {fil}. Læg filen i jeres arkiv, og giv den med næste gang (--laaste)."
MAPPEN_FINDES_IKKE = "Mappen {mappe} med låste kvartaler findes ikke."
IKKE_EN_LAAST_FIL = "{fil} er ikke en fil med låste tal, eller den er ødelagt."
AENDRET_ORGANISATION = "ændret organisation"
REVISION = "{enhed}, {kvartal}: offentliggjort {offentliggjort}, nu {nu} ({aarsager})."
KUN_RETTET = "rettet"
RETTET = "{enhed}, {kvartal}: rettet."
AARSAGER = {
    "fravaer": "sene eller rettede fraværsregistreringer",
    "ansaettelser": "ændrede ansættelser",
    "organisation": "ændret organisation",
    "definitioner": "ændrede definitioner",
    "faa": "få rettelser",
}
REVISIONER_TITEL = "Offentliggjorte tal, der siden er rettet"
REVISIONER_KOLONNER = ("Enhed", "Kvartal", "Offentliggjort", "Nu", "Hvad har flyttet det")
REVISIONER_INTET = "Ingen offentliggjorte tal er rettet."
RETTELSER_TITEL = "Kommunens offentliggjorte tal og tallene nu"
RETTELSER_KOLONNER = ("Offentliggjort kvartal", "Offentliggjort", "Nu", "Rettet")
RETTELSER_I_ALT = ("Rettet i gennemsnit", "Rettet højst")
RETTELSER_INGEN = {
    "en": "Kommunens tal for {kvartal}, som er offentliggjort, er ikke siden rettet.",
    "flere": "Kommunens tal for de {antal} kvartaler, der er offentliggjort, er ikke siden rettet.",
}
RETTELSER = {
    "en": "Kommunens tal for {kvartal}, som er offentliggjort, er siden rettet med {hoejst}.",
    "flere": "Kommunens tal for de {antal} kvartaler, der er offentliggjort, er siden rettet med {middel} i gennemsnit "
    "og højst {hoejst}.",
}
CLI_LAASTE = "mappen med låste kvartaler"
