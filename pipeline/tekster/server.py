"""The Danish texts of the server's own pages: signing in, being refused, errors."""

LOG_IND = "Log ind"
LOG_IND_TEKST = "Log ind med din arbejdskonto for at se sygefraværet i dit område."
UDLOEBET = "Du er logget ud, fordi der er gået for lang tid, eller fordi din adgang er ændret. Log ind igen."
UKENDT = (
    "Din konto har ikke adgang til sygefraværstal. Spørg HR & Løn, hvis du skal have det. "
    "De skal kende den e-mail, du er logget ind med."
)
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
TIL_INDHOLDET = "Gå til indholdet"
TITEL = "Sygefravær"
UDEN_JAVASCRIPT = "Siden kræver JavaScript."
