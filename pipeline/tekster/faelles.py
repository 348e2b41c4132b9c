"""Every Danish text a user sees, once. Placeholders are filled with names of files, columns and counts only."""

# Configuration
INDSTILLINGER_MANGLER = "Indstillingerne {fil} kan ikke læses: filen mangler. Læg den tilbage, eller angiv en anden."
INDSTILLINGER_ULAESELIGE = "Indstillingerne {fil} kan ikke læses: de er ikke gyldig TOML i UTF-8. Ret filen."
INDSTILLINGER_FORKERTE = "Indstillingerne {fil} har ukendte eller forkerte nøgler: {noegler}. Ret dem."
FRAVAERSARTER_ULAESELIGE = (
    "Listen {fil} kan ikke læses. Gem den som CSV UTF-8 med semikolon, kolonnerne kode, tekst, er_sygefravaer, delvis "
    "og begrundelse, og ja eller nej i er_sygefravaer og delvis."
)
FRAVAERSARTER_GENTAGNE = "Listen {fil} har ingen koder, eller den samme mere end én gang: {koder}. Ret listen."

# Readers
TABELNAVNE = {
    "organisation": "organisation",
    "ansaettelsesforloeb": "ansættelsesforløb",
    "fravaer": "fravær",
    "maaltal": "måltal",
    "adgang": "adgang",
    "enhedsskift": "enhedsskift",
    "lpt169": "LPT169",
    "personale": "personale",
}
ELLER = " eller "
MAPPE_MANGLER = "Mappen {mappe} findes ikke eller kan ikke åbnes. Angiv mappen med filerne fra OPUS."
MAPPE_TOM = "Mappen {mappe} er tom. Læg filerne fra OPUS i den, og kør igen."
FIL_ULAESELIG = "Filen {fil} kan ikke læses. Kontrollér, at den kan åbnes, eller hent den igen."
FIL_UKENDT = "Filen {fil} indeholder ingen kendt tabel. Fjern den fra mappen, eller hent listen igen med overskrifter."
FIL_AFBRUDT = "Filen {fil} er afbrudt: den slutter, før den er færdig. Hent den igen."
FIL_KRYPTERET = "Filen {fil} er beskyttet med en adgangskode. Gem den uden adgangskode."
FIL_IKKE_TEKST = "Filen {fil} indeholder tegn, der ikke er tekst, og er beskadiget. Hent den igen."
FIL_TEGNSAET = "Filen {fil} er hverken i UTF-8 eller Windows-1252. Gem den som UTF-8."
KOLONNE_MANGLER = (
    "Filen {fil} ligner tabellen {tabel}, men mangler {mangler}. Fundne kolonner: {fundne}. "
    "Hent listen igen med alle kolonner, eller skriv kolonnens navn i indstillingerne under [kolonner.{noegle}]."
)
KOLONNE_DOBBELT = "Filen {fil} har kolonnen {kolonner} mere end én gang. Hent listen igen med hver kolonne én gang."
UDTRAEKSDATO_MANGLER = "Filen {fil} har ingen udtræksdato. Skriv den i filens navn (_20250715), eller angiv --udtraek."
UDTRAEKSDATO_FLERE = (
    "Filerne {filer} rummer den samme slags liste ({tabel}), og programmet kan ikke se, hvilken der er den nyeste. "
    "Behold kun den nyeste i mappen, eller skriv i filernes navne, hvilken dag de er fra (_20250715)."
)
PERIODE_ULAESELIG = (
    "Filen {fil} har en linje med Periode, der ikke er to datoer som 01.01.2025 - 30.06.2025. "
    "Ret linjen, eller hent filen igen."
)
PERIODE_BAGVENDT = "Filen {fil} har en periode, der slutter, før den begynder. Ret linjen Periode, eller hent den igen."
FIL_SAT_SAMMEN = (
    "Filen {fil} er flere lister sat sammen, og de er ikke fra samme dag eller dækker ikke perioder i forlængelse af "
    "hinanden. Læg hver liste i mappen som sin egen fil."
)
LINJE_FOR_MANGE_FELTER = (
    "Filen {fil} har i linje {linje} flere felter end overskrifter. Ret linjen, eller hent listen igen."
)
LINJE_CITATIONSTEGN = "Filen {fil} har i linje {linje} et anførselstegn for meget eller for lidt. Ret linjen."
LINJE_FOR_LANG = "Filen {fil} har en linje, der er længere end {megabyte} MB. Hent listen igen."
XML_DOKUMENTTYPE = "Filen {fil} har en dokumenttype eller eksterne henvisninger og læses ikke. Hent den igen fra OPUS."

# Build: what else stops it
TABEL_MANGLER = (
    "Leverancen mangler {tabeller}. Fundet er: {fundne}. Læg de manglende lister fra OPUS i mappen, og kør igen."
)
KONTROL_BRUDT = (
    "Bygningen er standset, fordi en kontrol ikke holder: {kontroller}. Den gamle database er urørt. "
    "Send meddelelsen til dem, der vedligeholder sygefravaer."
)
DATABASE_KAN_IKKE_SKRIVES = "Databasen {database} kan ikke skrives. Angiv en fil i en mappe, du må skrive i."
DATABASE_KAN_IKKE_LAESES = "Databasen {database} kan ikke læses. Byg den igen med sygefravaer byg."
DATABASE_MANGLER = "Databasen {database} findes ikke. Byg den først med sygefravaer byg."
DISK_ELLER_HUKOMMELSE = (
    "Maskinen løb tør for disk eller hukommelse under bygningen. Den gamle database er urørt. Skaf plads."
)
ANDEN_BYGNING = "Databasen {database} bygges allerede af en anden. Vent, til den er færdig."
INGEN_FORRIGE = "Der er ingen tidligere bygning af {database} at gå tilbage til."
INTET = "intet"
FORELOEBIG_MAERKE = " (f)"


# Build: its report
RAPPORT_KILDER = "Læst"
RAPPORT_KILDER_KOLONNER = ("Fil", "Tabel", "Form", "Udtrukket", "Læst", "Accepteret", "Dublet", "Total", "Afvist")
RAPPORT_AFVIST = "  Afvist i {fil}: {antal} × {grund} (første gang i linje {linje})"
RAPPORT_DAEKNING = "Dækning"
RAPPORT_DAEKNING_LINJE = "Fra {fra} til {til} ({kilde}). Udtræksdato {udtraek}. Ældre end {opbevaring} opgøres ikke."
RAPPORT_FORELOEBIG = {
    False: "Perioder er foreløbige i {dage} dage (indstillingen foreloebig_dage).",
    True: "Perioder er foreløbige i {dage} dage (målt på jeres tidligere leverancer).",
}
RAPPORT_POPULATION = "Population: månedslønnede, ordinært ansatte"
RAPPORT_POPULATION_KOLONNER = ("", "", "Medarbejdere", "På udtræksdatoen")
RAPPORT_AFSTEMNING = "Afstemning af {poster} sygefraværsrækker i dagsværk"
RAPPORT_AFSTEMNING_LINJER = {
    "i_alt": "I de accepterede rækker",
    "i_populationen": "= i populationen",
    "uden_for_populationen": "+ i ansættelser uden for populationen",
    "uden_ansaettelse": "+ på dage uden ansættelse",
    "efter_udtraek": "+ efter udtræksdatoen",
    "foer_opbevaring": "+ før opbevaringsfristen",
}
RAPPORT_ADVARSLER = "Bemærk"
RAPPORT_INGEN_ADVARSLER = "Intet."
RAPPORT_TOTAL = "  {fil}, linje {linje}: totalen siger {oplyst} {maal}, rækkerne giver {summeret}."
RAPPORT_LPT169 = "Medarbejdere med andre dagsværk i LPT169 end i opgørelsen: {antal}"
RAPPORT_HOVEDTAL = "Kommunen, {periode}, rullende tolv måneder{foreloebig}"
RAPPORT_INGEN_HOVEDTAL = "Ingen hovedtal: leverancen dækker {fra} til {til}, og det er ikke fire hele kvartaler."
RAPPORT_INGEN_DAEKNING = "Ingen hovedtal: leverancen har intet fravær eller ingen ansættelser, der viser dækningen."
RAPPORT_INGEN_I_KVARTALERNE = "Ingen hovedtal: ingen i populationen er ansat i de kvartaler, leverancen dækker."
FORELOEBIG = " (foreløbig)"
ENHED_FOR_NYTAL = {"pr_medarbejder": "Sygedage pr. medarbejder", "pr_aarsvaerk": "Sygedage pr. årsværk"}
LANGTIDSANDEL = "Langtidsfravær, andel"
LANGTIDSFRISKE = "Langtidsfriske, andel"
GNS_MEDARBEJDERE = "Medarbejdere i gennemsnit"
SIDEN_KVARTAL = "{aendring} siden sidste kvartal"
SIDEN_AAR = "{aendring} siden sidste år"
SIDEN_MED_GRUND = "{siden} ({grund})"
INTET_SIGNAL = {"tilfaeldigt": "kan være tilfældigt", "udskiftning": "mange er kommet eller gået"}
TABEL = "Tabel"
RETNING = {"fald": "faldet", "stigning": "steget"}
PILE = {"fald": "▼", "stigning": "▲"}
SIGNALER = {signal: f"{pil} {RETNING[signal]}" for signal, pil in PILE.items()} | INTET_SIGNAL

# Figures
UKENDT_NIVEAU = "Niveauet {niveau} findes ikke. Vælg et af: {niveauer}."
UKENDT_ENHED = "Enheden {enhed} findes ikke i databasen."
UKENDT_PERIODE = "Der er ingen tal for {periode}. Der er tal fra {fra} til {til}."
INGEN_PERIODER = "Der er ingen tal endnu: leverancen dækker ikke fire hele kvartaler."

# Command line
FEJL = "Fejl"
UFORUDSET = (
    "Fejl: programmet selv gik i stå ({slags} i {hvor}). Den gamle database er urørt. Send denne linje til dem, der "
    "vedligeholder sygefravaer."
)
AFBRUDT = "Afbrudt. Den gamle database er urørt."
BYGGER = "Beregner nøgletal"
FREMDRIFT = {"laes": "Læser leverancen", "kontrol": "Kontrollerer", "fravaer_laest": "Læser fravær"}
TJEK_FAERDIG = "\nTjekket er færdigt. Intet er skrevet."
FORRIGE_UDEN_LAGER = (
    "Lageret husker stadig den bygning, der er taget tilbage: {fejl} Byg leverancen igen, når lageret kan nås."
)
FORRIGE_FAERDIG = "Databasen {database} er sat tilbage til den forrige bygning."
CLI_BRUG = "Brug: "
CLI_BESKRIVELSE = "Nøgletal for sygefravær ud fra leverancer fra OPUS."
CLI_KOMMANDOER = "Kommandoer"
CLI_TILVALG = "Tilvalg"
CLI_HJAELP = "vis denne hjælp"
CLI_KOMMANDO = {
    "byg": "Læs en leverance, og byg databasen med nøgletal.",
    "tjek": "Gør det samme som byg, men skriv intet.",
    "forrige": "Sæt databasen tilbage til den forrige bygning.",
    "noegletal": "Vis nøgletal for enheder og perioder.",
    "forklar": "Vis de rækker og dage, der ligger bag en enheds tal.",
}
CLI_KILDE = "mappen med filerne fra OPUS"
CLI_DATABASE = "databasen med nøgletal"
CLI_UDTRAEK = "udtræksdato for filer, der ikke selv har en"
CLI_ACCEPTER_AFVIGELSE = "byg, selv om resultaterne er langt fra den seneste bygning, programmet stoler på"
CLI_KONFIGURATION = "indstillinger (ellers config/sygefravaer.toml)"
CLI_TRAADE = "antal tråde (ellers alle kerner)"
CLI_KVARTAL = "perioden, fx 2025K2 (eller en måned, fx 2025-06)"
CLI_ENHED = "enhedens nummer"
CLI_NIVEAU = "kommune, område, afdeling, enhed, underenhed, gruppe eller personalegruppe"
CLI_MAANED = "vis måneder i stedet for kvartaler"
CLI_FORMAT = "tabel (til mennesker), csv eller json"
CLI_FEJL = {
    r"the following arguments are required: KOMMANDO": "Skriv en kommando. Se sygefravaer --hjaelp.",
    r"the following arguments are required: (.+)": "Der mangler {0}. Se --hjaelp.",
    r"unrecognized arguments: (.+)": "Tilvalget {0} kendes ikke. Se --hjaelp.",
    r"argument KOMMANDO: invalid choice: '(.*?)'": "Kommandoen {0} findes ikke. Se sygefravaer --hjaelp.",
    r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)": "{0} kan ikke være {1}. Vælg {2}.",
    r"argument (.+?): expected one argument": "{0} skal have en værdi efter sig.",
}
CLI_FORSTAAS_IKKE = "Kommandoen kan ikke forstås. Se sygefravaer --hjaelp."
CLI_IKKE_EN_DATO = "{tekst} er ikke en dato. Skriv den som 2025-07-15."
CLI_IKKE_EN_PERIODE = "{tekst} er ikke en periode. Skriv et kvartal som 2025K2 eller en måned som 2025-06."
CLI_IKKE_ET_ANTAL = "{tekst} er ikke et helt tal over 0."
CLI_IKKE_ET_KVARTAL = "»{tekst}« er ikke et kvartal. Skriv fx 2025K2."
CLI_IKKE_ET_NUMMER = "»{tekst}« er ikke et medarbejdernummer. Skriv op til otte cifre."

# Groups
OEVRIGE_PERSONALEGRUPPER = "Øvrige personalegrupper ({antal})"
OEVRIGE_ENHEDER = "Øvrige enheder ({antal})"
FLEST_OG_FAERREST = "{hoejest} har flest sygedage {pr} ({hoejest_tal}), {lavest} færrest ({lavest_tal})."

# Figures in the terminal
NOEGLETAL_OVERSKRIFTER = {
    "enhedsnavn": "Enhed",
    "niveau": "Niveau",
    "periode": "Periode",
    "gns_medarbejdere": "Medarb.",
    "sygedage": "Sygedage",
    "aendring_kvartal": "Kvartal",
    "aendring_aar": "År",
    "fravaersprocent": "Fravær",
    "langtidsandel": "Langtid",
    "langtidsfriske_andel": "Langtidsfriske",
    "maaltal": "Måltal",
}
NOEGLETAL_FORKLARING = (
    "Sygedage: dagsværk {pr}, rullende {laengde}. Kvartal og År: ændring siden perioden et kvartal og et år før. "
    "Langtid: andel i lange sygeforløb. (f) foreløbig. * afledt måltal."
)
PR = {"pr_medarbejder": "pr. medarbejder", "pr_aarsvaerk": "pr. årsværk"}
NEDLAGTE_ENHEDER = "Nedlagte enheder"
INGEN_RAEKKER = "Der er ingen tal for det valgte."
FORKLAR_OVERSKRIFT = "{enhed}, {periode}, rullende tolv måneder"
FORKLAR_POSTER = "Sygefraværsrækker i perioden"
FORKLAR_POSTER_KOLONNER = ("Medarbejdernr.", "Første dag", "Sidste dag", "Fil", "Linje", "Dagsværk", "Heraf langtid")
FORKLAR_ANSATTE = "Ansatte dage i perioden"
FORKLAR_ANSATTE_KOLONNER = ("Medarbejdernr.", "Dage", "Dage × beskæftigelsesgrad")
FORKLAR_I_ALT = "I alt"
FORKLAR_SUM = (
    "{dagsvaerk} dagsværk / {medarbejdere} medarbejdere i gennemsnit ({dage} ansatte dage / {vindue} dage) "
    "= {sygedage} sygedage pr. medarbejder"
)
FORKLAR_UDEN_RATE = "Enheden er for lille, eller har haft ansatte i for få måneder, til en rate."
FORKLAR_INGEN_ANSATTE = "Enheden {enhed} har ingen ansatte dage i {periode}."
TOLV_MAANEDER = "tolv måneder"

# Dashboard
DASHBOARD = "Sygefravær"
FORSIDE_TITEL = "Sygefravær i {enhed}"
KUN_FORELOEBIG = (
    "Tallene er foreløbige, fordi der stadig kan komme registreringer for kvartalet. "
    "Udviklingen vises, når tallene er endelige."
)
LANGTIDSANDEL_AF = "Langtidsfravær af alle sygedage"
LANGTIDSFRISKE_AF = "Langtidsfriske medarbejdere"
TOPPEDE = "Højest i {kvartal}: {top}"
UGEDAGE = ("søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag")
KVARTAL = "Kvartal"
I_ALT = "I alt"
KORTTIDSFRAVAER = "Korttidsfravær"
LANGTIDSFRAVAER = "Langtidsfravær"
MAALTAL = "Måltal"
HOEJEST = "Højest"
HOEJEST_I_TABEL = " (højest)"
MANGLER_TAL = "–"
AFLEDT = "{maaltal}*"
AFLEDT_FORKLARING = "\\* Afledt: gennemsnit af enhedernes egne måltal, vægtet med deres medarbejdere."
FIGUR_1_TITEL = "Kvartalsvis udvikling i {enhed}"
FIGURDELE = {"bar": "søjle", "point": "punkt", "line": "linje", "rule": "streg", "tick": "streg"}
"""What a screen reader calls each kind of mark of a chart."""
FIGUR_1_X_AKSE = "Vandret akse: kvartaler, ældste først"
FIGUR_1_Y_AKSE = "Lodret akse: {enhed}"
FIGUR_1_SIGNATUR = "Signaturforklaring"
FIGUR_1_ALT = "Søjlediagram. {titel}{delt}. {saetning} Tallene står i tabellen under figuren."
FIGUR_1_DELT = ", delt i korttids- og langtidsfravær"
FIGUR_1_KOLONNER = (KVARTAL, KORTTIDSFRAVAER, LANGTIDSFRAVAER, I_ALT, MAALTAL, "Måltal, kilde")
FIGUR_1_FORELOEBIG = "Sygefraværet er foreløbig opgjort til {sygedage} sygedage {pr} i {kvartal}."
FIGUR_1_I_ALT = {
    "fald": "Sygefraværet er i {kvartal} faldet med {forskel} til {sygedage} sygedage {pr}",
    "stigning": "Sygefraværet er i {kvartal} steget med {forskel} til {sygedage} sygedage {pr}",
    "uaendret": "Sygefraværet er i {kvartal} uændret {sygedage} sygedage {pr}",
    "ukendt": "Sygefraværet er i {kvartal} opgjort til {sygedage} sygedage {pr}",
    "intet_signal": "Sygefraværet er i {kvartal} opgjort til {sygedage} sygedage {pr}, {forskel} siden sidste kvartal",
}
FIGUR_1_DELE = {
    "begge": "; både korttids- og langtidsfraværet er {kort}",
    "hver": "; korttidsfraværet er {kort}, og langtidsfraværet er {lang}",
    "korttid": "; korttidsfraværet er {kort}, og ændringen i langtidsfraværet kan være tilfældig",
    "langtid": "; langtidsfraværet er {lang}, og ændringen i korttidsfraværet kan være tilfældig",
    "ingen": "",
}
FIGUR_1_ER_TOP = ", og det er det højeste i perioden"
FIGUR_1_SOM_TOP = ", og det er på højde med det højeste i {kvartal}"
FIGUR_1_UNDER_TOP = ", og niveauet er {forskel} lavere end i {kvartal}, hvor det var højest ({top})"
DATAGRUNDLAG = "Udtræk fra OPUS {udtraek}. Tallene dækker {fra} til {til}. Bygning {bygning}."
