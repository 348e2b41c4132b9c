"""The Danish sentences of løn under sygdom. It is never called a saving: nobody has been paid less for being well."""

CLI_KRONER = "Vis løn under sygdom efter personalegruppe (til HR)."
CLI_KVARTAL = "kvartalet, fx 2025K2; de tolv måneder, der slutter med det"
CLI_ENHED = "en navngiven gruppe, fx GRUPPE:Pædagogisk område (ellers hele kommunen)"
CLI_LOEN = "jeres egen fil med årslønninger (ellers config/loen.csv)"
CLI_REFUSION = "den refusion, der er modtaget for de samme tolv måneder, i hele kroner"
CLI_CSV = "skriv også tabellen til denne fil, til Excel"

# The file of wages
AARSLOENNINGER = "årslønninger"
AARSLOEN_ER_INGEN = (
    "Linje {linje} i {fil}: »{tekst}« er ikke en årsløn. Skriv hele kroner for et helt år på fuld tid, som 412.000."
)

# What is not computed
SLAAET_FRA = "Løn under sygdom er slået fra. Skriv beregnes = true under [kroner] i indstillingerne, og byg igen."
INTET_AT_REGNE = (
    "Løn under sygdom regnes for hele kommunen ({enhedsnr}) og for navngivne grupper med ansatte, og ikke for {enhed}."
)
FOR_LILLE = "{enhed} er for lille i {periode} til, at løn under sygdom kan vises."
INTET_BELOEB = "»{tekst}« er ikke et beløb. Skriv hele kroner, som 4.100.000."
INGEN_LOEN = "{fil} har ingen årsløn til og med {aar} for nogen af personalegrupperne: {grupper}."

# The table
TITEL = "Løn under sygdom: {enhed}, {periode}, rullende tolv måneder"
KOLONNER = ("Personalegruppe", "Årsløn", "Dagsværk", "Fuldtidsstillinger", "Løn, 1.000 kr.")
AARSLOEN = "{kroner} ({aar})"
MANGLER = "mangler"
UDEN_AARSLOEN = "Uden årsløn ({antal})"
I_ALT = "I alt"
REFUSION = "Refusion"
IKKE_OPLYST = "ikke oplyst"
INTET = "–"

# The sentences
SAETNING = (
    "{enhed} har {dagsvaerk} dagsværk, det svarer til {stillinger} fuldtidsstillinger. Løn under sygdom er {kroner} kr."
)
INGEN_SUM = (
    "{enhed} har {dagsvaerk} dagsværk, det svarer til {stillinger} fuldtidsstillinger. Løn under sygdom kan ikke "
    "regnes, når personalegrupperne er for små til at stå for sig, og en af dem mangler en årsløn."
)
UDEN_LOEN = (
    "Uden årsløn i {fil} til og med {aar}: {grupper}. Linjen »{linje}«, de står i, er ikke med i summen og har {andel} "
    "af dagsværkene."
)
REGNET = (
    "Løn under sygdom er dagsværk × årsløn / {loendage}: den løn, der er betalt, mens medarbejdere var syge, og ikke "
    "penge, der er til overs, når fraværet falder. En fuldtidsstilling er {nettodage} dagsværk."
)
REFUSION_OPLYST = "Refusionen er den, du skrev, og er ikke trukket fra."
REFUSION_IKKE_OPLYST = (
    "OPUS' leverance siger intet om refusion. Skriv det, der er modtaget for de samme tolv måneder, med --refusion."
)
HVORFRA = "Årslønnene i {fil}: {hvorfra}."
UDEN_ANSATTE = "{fil} har årsløn for {grupper}, som ingen er ansat i: står navnet, som det gør i OPUS?"
LAGT_SAMMEN = (
    "Personalegrupper med færre end {mindst} medarbejdere, eller hvor de to med flest sygedage har mere end {andel} af "
    "dem, er lagt sammen med hinanden og om nødvendigt med de mindste af de øvrige."
)
