"""The Danish texts of the server's own pages: signing in, being refused, errors."""

LOG_IND = "Log ind"
LOG_IND_TEKST = "Log ind med din arbejdskonto for at se sygefraværet i dit område."
UDLOEBET = "Du er logget ud, fordi der er gået for lang tid, eller fordi din adgang er ændret. Log ind igen."
UKENDT = (
    "Din konto har ikke adgang til sygefraværstal. Spørg HR & Løn, hvis du skal have det. "
    "De skal kende den e-mail, du er logget ind med."
)
UKENDT_KONTO = "Skriv dette kontonummer til dem, hvis de beder om det: {konto}"
FOR_MANGE = "For mange forespørgsler"
FOR_MANGE_TEKST = "Der kommer for mange forespørgsler fra din forbindelse. Vent et minut, og prøv igen."
IKKE_SAT_OP = "Der kan ikke logges ind endnu: programmet kender ingen udbyder af login. Spørg drift."
ANDEN_KONTO = "Log ind med en anden konto"
DEMO_TITEL = "Vælg, hvem du vil være"
DEMO_TEKST = (
    "Det her er en demo med en opdigtet kommune og opdigtede mennesker. Vælg en bruger, og se, hvad netop den bruger "
    "ser."
)
DEMO_LINK = "Vælg bruger i demoen"
SKIFT_BRUGER = "Skift bruger"
FINDES_IKKE = "Siden findes ikke"
FINDES_IKKE_TEKST = "Siden eller filen findes ikke, eller den er ikke til dig. Filer kan hentes i to minutter."
NYE_TAL = "Der er kommet nye tal"
NYE_TAL_TEKST = "Der er kommet nye tal, siden du åbnede siden. Gå tilbage, og hent filen igen."
FEJL = "Der gik noget galt"
FEJL_TEKST = "Prøv igen om lidt. Bliver det ved, så giv HR & Løn dette nummer: {nummer}."
TIL_FORSIDEN = "Til forsiden"
OVERSAT = {
    "Skip to main content": "Gå til indholdet",
    "App pages": "Sider",
    "Main menu": "Menu",
    "Sidebar": "Sidepanel",
    "Expand sidebar": "Menu",
    "Collapse sidebar": "Luk menuen",
    "Choose date": "Vælg dato",
    "Clear date": "Ryd datoen",
    "Previous month": "Forrige måned",
    "Next month": "Næste måned",
    "Selected Date: ${e.date}": "Valgt dato: ${e.date}",
    "Open": "Vis valgmuligheder",
    "Clear value": "Ryd valget",
    "Clear all": "Ryd alle valg",
    "Selected values": "Valgte",
    "Remove ${e}": "Fjern ${e}",
    "Select all": "Vælg alle",
    "Select ${p.length} matches": "Vælg de ${p.length}, der passer",
    "No results": "Ingen passer",
    "You can only select up to ${t.maxSelections} ${e}. Remove an option first.": (
        "Du kan højst vælge ${t.maxSelections}. Fjern en først."
    ),
    "Choose an option": "Vælg",
    "Choose options": "Vælg",
    "aria-roleDescription`,`visualization": "aria-roledescription`,`figur",
    "${t} mark container": "del af figuren",
    "${n} mark": "del af figuren",
}
"""What the scripts of Streamlit and of the charts say in English to a screen reader, word for word."""
TITEL = "Sygefravær"
UDEN_JAVASCRIPT = "Siden kræver JavaScript."
