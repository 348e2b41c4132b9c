"""The Danish texts about who may see what: the start page and the page Adgang."""

INGEN_ADGANG = "Du har ikke adgang til sygefraværstal. Spørg HR & Løn, hvis du skal have det."
DEMO = "DEMO: opdigtede tal og mennesker"
LOG = "Log"
LOG_UD = "Log ud"
LOGGET_IND_SOM = "Du er logget ind som {bruger}."
LOGGET_IND_MED = "{bruger} ({roller})"
HENT = "Hent filen (virker i to minutter)"
LAV_CSV = "Lav en csv-fil"

ROLLER = {
    "hr": "HR",
    "leder": "Leder",
    "chef": "Chef",
    "aggregat": "Overblik",
    "dpo": "Databeskyttelsesrådgiver",
}
ROLLER_FORKLARET = {
    "hr": "HR: ser hele kommunen og medarbejderne",
    "leder": "Leder: ser sin enhed, enhederne under den og deres medarbejdere",
    "chef": "Chef: ser sin enhed og enhederne under den, men ingen medarbejdere ud over de nærmeste ledere",
    "aggregat": "Overblik: ser afrundede tal for sin enhed og enhederne under den, ingen medarbejdere",
    "dpo": "Databeskyttelsesrådgiver: ser adgang og log, ingen tal",
}
DU_SER = {
    "hr": "Du ser **{enhed}**: {enheder}, {medarbejdere}. Du ser medarbejderne ved navn.",
    "leder": "Du ser **{enhed}**: {enheder}, {medarbejdere}. Du ser medarbejderne ved navn, men ikke dig selv.",
    "chef": "Du ser **{enhed}**: {enheder}, {medarbejdere}. Små enheder vises samlet, og du ser ingen medarbejdere ud "
    "over de ledere, der har dig som nærmeste.",
    "aggregat": "Du ser **{enhed}**: {enheder}, omkring {medarbejdere}. Tallene er afrundede, små enheder vises "
    "samlet, og du ser ingen medarbejdere.",
}
DU_SER_ADGANG_OG_LOG = "Du ser, hvem der har adgang til hvad, og loggen. Du ser ingen tal for sygefravær."
ENHEDER = {"en": "1 enhed", "flere": "{antal} enheder"}
MEDARBEJDERE = {"en": "1 medarbejder i gennemsnit", "flere": "{antal} medarbejdere i gennemsnit"}
ANSAT = {"en": "1 ansat", "flere": "{antal} ansat"}
ANSAT_DEN = "{ansat} {dato}"
VAELG = "Vælg"
FOR_LILLE = (
    "{enhed} er for lille til at blive vist for sig selv, for så ville tallene handle om enkelte mennesker. "
    "Enheden indgår i {hvor}."
)
FOR_LILLE_HVOR = "tallene for enheden over den"
UDEN_ANSATTE = "{enhed} har ingen ansatte, der tæller med i tallene, så der er ikke noget at vise."

SE_SOM_VISER = "Du ser siden, som **{bruger}** ser den. Du kan kun se, ikke ændre, og det står i loggen."
SE_SOM_SLUT = "Tilbage til din egen visning"

ADGANG_TITEL = "Hvem ser hvad"
ADGANG_FANER = ("Adgange", "Forslag", "Uden leder", "Tilføj", "Se som", "Log")
ADGANG_FANER_DPO = ("Adgange", "Log")
ADGANG_INDLEDNING = "{antal} adgange gælder i dag. Hver adgang giver én bruger én rolle i én enhed."
ADGANG_KOLONNER = ("Bruger", "Navn", "Rolle", "Enhed", "Gælder", "Begrundelse", "Tildelt af")
ADGANG_CSV = {
    "bruger": "Bruger",
    "email": "E-mail",
    "rolle": "Rolle",
    "enhedsnr": "Enhedsnr",
    "gyldig_fra": "Gyldig fra",
    "gyldig_til": "Gyldig til",
    "tilstand": "Tilstand",
    "begrundelse": "Begrundelse",
    "tildelt_af": "Tildelt af",
    "stedfortraeder_for": "Stedfortræder for",
}
ADGANG_SOEG = "Find bruger, enhed eller begrundelse"
ADGANG_VIS_ALLE = "Vis også afsluttede og afviste"
ADGANG_INGEN = "Ingen adgange passer på det, du søger."
ADGANG_STEDFORTRAEDER = "{rolle}, stedfortræder for {bruger}"
ADGANG_FRA = "fra {fra}"
ADGANG_FRA_TIL = "{fra} til {til}"
ADGANG_AFSLUTTET = "afsluttet {til}"
ADGANG_TILSTAND = {"forslag": "forslag", "afvist": "afvist"}
ADGANG_UKENDT_ENHED = "Enhed {enhedsnr}, som ikke findes mere"
RET_FLERE = "Afslut eller forlæng adgange"
RET_FLERE_GRUND = "Begrundelse for at ændre de valgte"
VAELG_ALLE = "Vælg alle {antal}"
FLERE_END_VISTE = "De første {viste} af {alle} kan vælges; søg for at finde de andre."
ADGANGE = {"en": "1 adgang", "flere": "{antal} adgange"}
AFSLUT_VALGTE = "Afslut de valgte nu"
AFSLUTTET_NU = "{antal} er afsluttet, og brugerne er logget ud."
FORLAENG_TIL = "Ny sidste dag (kun til forlængelse)"
FORLAENG_VALGTE = "Forlæng de valgte"
FORLAENGET = "{antal} er forlænget."
FORLAENG_UDEN_DAG = "Vælg den nye sidste dag."
INTET_VALGT = "Sæt flueben ved mindst én adgang."
GRUND_MANGLER = "Skriv én begrundelse for alle de valgte."
UDEN_LEDER = (
    "**{uden} uden leder** med adgang, af {alle} enheder med ansatte. En leder af en enhed følger også op i enhederne "
    "under den; en chef gør ikke. Opfølgningen hos dem uden leder ligger hos HR."
)
UDEN_LEDER_KOLONNER = ("Enhed", "Forslag fra OPUS", "Ansatte")
UDEN_FORSLAG = "intet forslag: brug Tilføj"
GIV_ADGANG = "Giv adgang til dem, OPUS foreslår"
LOESN = "Løsn en konto"
LOESN_FORKLARING = (
    "Første gang en bruger logger ind, bindes hendes konto til adgangen. Har hun fået en ny konto, så løsn den gamle "
    "her; næste gang hun logger ind, bindes den nye."
)
LOESN_VALG = "Bruger, der har fået en ny konto"
LOESN_KNAP = "Løsn kontoen"
LOESNET = "Kontoen er løsnet."
BIND = "Bind en konto selv"
BIND_FORKLARING = (
    "Kan udbyderen af login ikke stå inde for brugerens e-mail, bindes kontoen ikke af sig selv. Lad brugeren logge "
    "ind, og skriv det kontonummer, siden viser hende. Ring til hende: nummeret skal komme fra hende selv."
)
BIND_VALG = "Bruger"
BIND_KONTO = "Kontonummer"
BIND_KNAP = "Bind kontoen"
BUNDET = "Kontoen er bundet."

FORSLAG_INDLEDNING = "OPUS kender disse som ledere. De ser intet, før du godkender dem."
FORSLAG_INGEN = "Der er ingen forslag."
FORSLAG_BEGRUNDELSE = {"forslag": "Begrundelse for de valgte forslag", "uden": "Begrundelse for de valgtes adgang"}
FORSLAG_GODKEND = {"forslag": "Godkend de valgte", "uden": "Giv de valgte adgang"}
"""By where they stand: among the proposals, or among the units without a leder."""
FORSLAG_AFVIS = "Afvis de valgte"
FORSLAG_GODKENDT = "{antal} er godkendt."
FORSLAG_AFVIST = "{antal} er afvist."

TILFOEJ_BRUGER = "Bruger"
TILFOEJ_EMAIL = "E-mail"
TILFOEJ_ROLLE = "Rolle"
TILFOEJ_ENHEDER = "Enheder"
TILFOEJ_FRA = "Gælder fra"
TILFOEJ_TIL = "Gælder til (tom: indtil videre)"
TILFOEJ_MEDARBEJDERNR = "Brugerens eget medarbejdernummer"
TILFOEJ_MEDARBEJDERNR_HJAELP = (
    "Så ser hun aldrig sig selv. Nummeret gemmes kun som en kode, der ikke kan læses tilbage."
)
TILFOEJ_STEDFORTRAEDER = "Stedfortræder for (bruger)"
TILFOEJ_BEGRUNDELSE = "Begrundelse"
TILFOEJ_KNAP = "Giv adgang"
TILFOEJET = "{antal} er givet."
TILFOEJ_MANGLER = "Udfyld bruger, e-mail, enheder og begrundelse."
TILFOEJ_NUMMER = "Medarbejdernummeret skal være tal."

SE_SOM_INDLEDNING = (
    "Se dashboardet, som en anden bruger ser det. Du ser højst det, I begge må se; du kan ikke ændre noget, og det "
    "står i loggen."
)
SE_SOM_VALG = "Bruger, hvis visning du vil se"
SE_SOM_KNAP = "Se som"

LOG_FRA = "Fra"
LOG_TIL = "Til"
LOG_HVEM = "Bruger"
LOG_ALLE = "Alle"
LOG_KOLONNER = ("Tidspunkt", "Hvem", "Hvad", "Hvor", "Enheder", "Medarbejdere", "Bygning")
LOG_CSV = {
    "nr": "Nr.",
    "tid": "Tidspunkt",
    "hvem": "Hvem",
    "som": "Som",
    "hvad": "Hvad",
    "hvor": "Hvor",
    "noder": "Enheder",
    "bygning_id": "Bygning",
    "antal_personer": "Medarbejdere",
}
LOG_SOM = "{hvem} som {som}"
LOG_INGEN = "Der står intet i loggen for de valgte dage."
LOG_HEL = "Loggen er hel: {antal} rækker, kontroltal {kontroltal}."
LOG_IKKE_HEL = "Loggen er ikke hel. {fund} Kontakt databeskyttelsesrådgiveren."
LOG_FLERE = "De nyeste {vist} af {antal} rækker. Vælg færre dage for at se resten."
KAN_TRAEKKES_FRA = (
    "{bruger} har andre roller, og sammen med dem kan denne trækkes fra, så tal for {antal} for små grupper kan regnes "
    "ud. Afslut en af de andre roller, eller giv denne på en enhed, der ikke ligger over eller under dem."
)
BYG_AFSLUTTET = (
    "Adgang afsluttet: {bruger}, {rolle}, enhed {enhedsnr}. Med de nye tal kunne tal for {antal} for små grupper "
    "regnes ud. Giv brugeren en adgang, der ikke kan trækkes fra de andre."
)
