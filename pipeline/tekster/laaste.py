"""The Danish sentences about locked quarters."""

ER_LAAST = (
    "{kvartal} er allerede låst med andre tal i {fil}. Det, der er offentliggjort, overskrives ikke; flyt filen, hvis "
    "kvartalet aldrig blev offentliggjort."
)
LAAST_FAERDIG = "{kvartal} er låst i {fil}. Læg filen i jeres arkiv."
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

# Locks in the store
ER_LAAST_AF = "{kvartal} er allerede låst af {af}. Det, der er offentliggjort, overskrives ikke; skriv en rettelse."
IKKE_LAAST_HER = "{kvartal} er ikke låst i lageret."
IKKE_UDGIVET = "{kvartal} er ikke låst, og så er der ikke noget udgivet at rette. Lav sagen igen."
LAAS_AENDRET = "Låsen for {kvartal} er ikke, som den blev skrevet. Hent lageret fra en kopi, og spørg drift."
UDGIVET_FOER_SLUT = "{kvartal} kan ikke være udgivet, før det er slut."
LAGER_OG_FIL_UENIGE = (
    "{kvartaler} er låst med andre tal i lageret end i mappen med låste kvartaler. Kun det ene kan være udgivet: flyt "
    "filen ud af mappen, eller ophæv låsen i lageret."
)
INTET_VALGT = "Skriv, hvornår kvartalet blev udgivet (--udgivet), eller hvor filen skal skrives (--ud)."
LAAST_I_LAGERET = "{kvartal} er låst: udgivet {udgivet}."
LAAS_OPHAEVET = "Låsen for {kvartal} er ophævet."
MOEDE_MANGLER = "Skriv, hvilket møde sagen er sendt til."
GRUND_MANGLER = "Skriv, hvorfor låsen ophæves."

# A correction after publication
HVORFOR_MANGLER = "Skriv, hvorfor tallene er rettet."
ORIENTERET_MANGLER = "Skriv, hvem der er orienteret om rettelsen, fx Økonomiudvalget og direktionen."
BERIGTIGELSE = (
    "Tallene for {kvartal} er rettet {dag}, efter at de blev offentliggjort: {hvorfor}. Orienteret: {orienteret}."
)
BERIGTIGET = "Rettelsen af {kvartal} er skrevet. Den står i sagen, næste gang den laves."
AENDRET = "{enhed}: offentliggjort {offentliggjort}, nu {nu} ({aarsager})"
MAERKE = "Rettet {dag}: offentliggjort {offentliggjort}, nu {nu} ({aarsager}). {hvorfor}."
MAERKE_UDEN_TAL = "Rettet {dag}: {hvorfor}."
AENDRET_UDEN_TAL = "{enhed}: rettet"
INTET_AENDRET = "Ingen af kommunens og afdelingernes tal er ændret."

# The page and the lists
SIDE_FORKLARING = (
    "Et kvartal låses, når sagen er udgivet. Derefter ændres dets tal aldrig: bliver de andre siden, skriver I en "
    "rettelse, og den står i sagen, næste gang den laves."
)
SIDE_STATUS = {
    False: "Nyeste kvartal, {kvartal}, er endeligt siden {endeligt}.",
    True: "Nyeste kvartal, {kvartal}, er foreløbigt og bliver endeligt {endeligt}.",
}
"""By whether it is foreløbig. A sentence that began with "2." would be a list."""
SIDE_ER_UDGIVET = "Det er udgivet {udgivet}."
SIDE_ER_IKKE_UDGIVET = "Det er ikke udgivet endnu."
SIDE_DATOER = "Årets sager forelægges {datoer}."
SIDE_NAESTE = "Den næste er {dag}."
SIDE_UDEN_DATOER = "Årets datoer er ikke sat (Kvartalet, trin 4)."
LAASE_TITEL = "Låste kvartaler"
LAASE_KOLONNER = ("Kvartal", "Udgivet", "Møde", "Tal trukket", "Låst af", "Låst i", "Rettet", "Kommunens tal")
LAASE_INTET = "Intet kvartal er låst."
I_LAGERET = "Lageret"
I_EN_FIL = "En fil"
HENT_LAAS = "Hent en låst fil"
HENT_LAAS_FORKLARING = "Til jeres arkiv: de udgivne tal, som de ligger i lageret."
VAELG_KVARTAL = "Kvartal"
LAV_FIL = "Lav filen"
BERIGTIGELSER_TITEL = "Rettelser efter udgivelsen"
BERIGTIGELSER_KOLONNER = ("Kvartal", "Rettet", "Hvad er ændret", "Hvorfor", "Orienteret", "Skrevet af")
BERIGTIGELSER_INTET = "Intet udgivet kvartal er rettet."
RET_TITEL = "Skriv en rettelse"
RET_NU = "Ændret siden udgivelsen: {hvad}"
RET_HVORFOR = "Hvorfor tallene er rettet (én linje uden tal og personer)"
RET_ORIENTERET = "Hvem der er orienteret (roller og udvalg, ingen navne)"
RET_KNAP = "Gem rettelsen"
RET_BLIVER = "En rettelse kan ikke slettes."
OPHAEV_TITEL = "Ophæv en lås"
OPHAEV_FORKLARING = (
    "Kun hvis kvartalet aldrig blev udgivet. Låsen slettes ikke: den står som ophævet med din grund, og kvartalet kan "
    "låses igen."
)
OPHAEV_GRUND = "Hvorfor låsen ophæves (én linje uden tal og personer)"
OPHAEV_KNAP = "Ophæv låsen"
HENTET_TITEL = "Hvem har hentet sagen"
HENTET_FORKLARING = (
    "Hver gang en fil af kvartalets sag er hentet på siden eller lavet på kommandolinjen, som loggen har det. Hvem der "
    "så sagen, før den blev udgivet, står for sig."
)
HENTET_KOLONNER = ("Tidspunkt", "Hvem", "Fil", "Hvornår")
HENTET_FOER = "før udgivelsen"
HENTET_EFTER = "efter"
HENTET_UDEN_LAAS = "ikke udgivet endnu"
HENTET_INTET = "Ingen har hentet sagen for {kvartal}."
GANGE = {"en": "1 gang", "flere": "{antal} gange"}
HENTET_ANTAL = "Hentet **{gange}**, før {kvartal} blev udgivet."
SE_SOM = "Du ser siden som en anden bruger og kan ikke rette noget."
LIGE_NU_DATOER = "Økonomiudvalgets næste møde om sygefravær er {dag}."

CLI_LAASTE_LISTE = "Vis de låste kvartaler, rettelserne af dem, og hvem der har hentet sagen."
CLI_RET = "Skriv en rettelse af et udgivet kvartal."
CLI_OPHAEV = "Ophæv låsen af et kvartal, der aldrig blev udgivet."
CLI_UDGIVET = "dagen, sagen blev udgivet: kvartalet låses i lageret"
CLI_MOEDE = "mødets dato"
CLI_MOEDENAVN = "mødet, sagen er på, fx Chefforum"
CLI_UD = "skriv også den låste fil i denne mappe"
CLI_KVARTAL = "kvartalet, fx 2025K2"
CLI_HVORFOR = "hvorfor tallene er rettet, på én linje uden tal og personer"
CLI_ORIENTERET = "hvem der er orienteret, fx Økonomiudvalget og direktionen"
CLI_GRUND = "hvorfor låsen ophæves, på én linje"
