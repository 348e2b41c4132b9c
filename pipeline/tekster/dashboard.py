"""The Danish texts of the dashboard's pages: headings, sentences about the figures, and every kind of nothing."""

from pipeline.tekster import faelles as tekster

SIDER = {
    "start": "Overblik",
    "det_skal_du": "Det skal du",
    "mine_enheder": "Mine enheder",
    "overblik": "Overblik",
    "status": "Status",
    "udvikling": "Udvikling",
    "maaltal": "Måltal",
    "sammenlign": "Sammenlign",
    "medarbejdere": "Medarbejdere",
    "opfoelgning": "Opfølgning",
    "indsatser": "Indsatser",
    "datagrundlag": "Datagrundlag",
    "kvartalet": "Kvartalet",
    "laaste": "Udgivne kvartaler",
    "afstem": "Afstem et tal",
    "adgang": "Adgang",
}
"""The pages by address, in the order of the menu. `start` has none, and is called what it shows (app/main.py)."""
SIDETITEL = "{side} – Sygefravær"

# Choosing
ENHED = "Enhed"
PERIODETYPE = "Opgjort"
PERIODETYPER = {"maaned": "Måned", "kvartal": "Kvartal"}
PERIODE = "Periode"
STATUS = "Status for {periode}{foreloebig}, rullende tolv måneder. Månedslønnede, ordinært ansatte."
STATUS_UDGIVET = "De tal, kommunen offentliggør, afrundede. {periode}, rullende tolv måneder."
ENHED_FINDES_IKKE = "Enheden findes ikke blandt dem, du kan se. Her er den, du begynder med."
GAMLE_TAL = "Tallene er {dage} dage gamle: de er trukket ud af OPUS {dato}."
GAMLE_TAL_SPOERG = "Spørg HR & Løn om et nyt udtræk."
INGEN_TAL_FOR_ENHEDEN = (
    "{enhed} har ingen tal for {periode}. Enheden har ikke haft ansatte i perioden, eller den er oprettet senere."
)
FOR_LILLE_TIL_RATE = (
    "{enhed} har under én medarbejder i gennemsnit, eller ansatte i færre end seks af de tolv måneder, så sygedage pr. "
    "medarbejder regnes ikke."
)
NEDLAGT = "{enhed} har ingen ansatte ved udgangen af {periode} og regnes som nedlagt."
INGEN_MAANED_FOR_CHEF = (
    "{enhed} har ingen tal for {periode}: enkelte måneder vises kun for grupper på mindst {mindste}. Vælg kvartal."
)
FLYTTET = "Enheden er lagt ind i {enhed}, som fører dens tal videre."
LAGT_IND = "{enhed} rummer også tallene for enheder, der er lagt ind i den: {numre}."
KUN_UDGIVNE = "For {enhed} ser du de tal, kommunen offentliggør, og denne side kræver nøjagtige tal."
UKENDTE_ENHEDER = "Enheder, som står i ansættelserne, men ikke i organisationen. HR & Løn kan rette dem i OPUS."

# Overblik
HALVDELEN = {
    "en": "**1 medarbejder** står for halvdelen af sygedagene.",
    "flere": "**{antal} medarbejdere** af omkring {alle} i gennemsnit står for halvdelen af sygedagene.",
}
MEDARB_I_GNS = "Medarb. i gns."
BOERN_TITEL = "Enhederne under {enhed}"
BOERN_KOLONNER = (
    "Enhed",
    MEDARB_I_GNS,
    "Sygedage",
    "Ændring, kvartal",
    "Signal, kvartal",
    "Ændring, år",
    "Signal, år",
    "Måltal",
    "Afstand",
    "Måltal, kilde",
    "Langtidsandel",
    "Langtidsfriske",
)
TILSAMMEN = "Tilsammen {antal} medarbejdere i gennemsnit over de tolv måneder"
TILSAMMEN_NEDLAGTE = ", heraf {antal} i de nedlagte enheder"
TILSAMMEN_AFRUNDET = "; enhederne er afrundet hver for sig"
UDGIVNE_REST = (
    "Medarbejdere er afrundet til nærmeste 5 under 100, ellers nærmeste 10. Det, der mangler op til {enhed}, er "
    "afrunding, få medarbejdere placeret direkte på {enhed} og nedlagte enheder."
)
BOERN_EN = "{enhed} har {tal} sygedage {pr}."
BOERN_OVER_MAALTAL = " {over} af {med} enheder med måltal ligger over det."
BOERN_UDEN_RATER = "Ingen af enhederne er store nok til sygedage pr. medarbejder."
NEDLAGT_NAVN = "{} (nedlagt)"
UDGIVNE_BOERN_KOLONNER = (
    "Enhed",
    "Sygedage",
    "Korttid",
    "Langtid",
    "Langtidsandel",
    "Langtidsfriske",
    "Medarbejdere, omkring",
    "Måltal",
)
VISES_IKKE = {
    "langtidsandel": {
        "egen": "Kort og langt fravær vises ikke hver for sig: for få i {enhed} har haft langtidsfravær.",
        "sammen": "Kort og langt fravær vises ikke hver for sig: mindst én af enhederne under {overordnet} er for "
        "lille til det, og så vises det for ingen af dem. Det behøver ikke være {enhed}.",
        "intet": "Der er ingen sygedage at dele op.",
    },
    "langtidsfriske": {
        "egen": "Vises ikke: {enhed} har for få, der er langtidsfriske, eller for få, der ikke er.",
        "sammen": "Vises ikke: mindst én af enhederne under {overordnet} er for lille til det, og så vises det for "
        "ingen af dem. Det behøver ikke være {enhed}.",
        "intet": "Ingen har været ansat i to hele år.",
        "to_aar": "Der er ikke to hele år endnu.",
    },
}
"""Which unit it is is told only of those judged by themselves."""
INTET_KVARTAL = {
    "egen": "{enhed} vises ikke for {periode}: dengang var enheden for lille til at stå alene.",
    "sammen": "{enhed} vises ikke for {periode}. De fleste enheder vises kun for det nyeste kvartal, kvartalet før og "
    "samme kvartal året før, og kun når ingen af enhederne under {overordnet} var for lille til at stå alene.",
}
MAALTAL_DELVIS = "Måltal findes kun for en del af enhederne: {kilde}."
MAALTAL_INGEN = "Der er ikke sat måltal for {enhed}."
MAALTAL_NU = "Måltal {maaltal}; afstand {afstand}"

# Tables and files
SOEG = "Søg i {liste}"
SOEG_VIST = "{vist} af {alle} linjer passer på det, du søger."
TRE_AAR = "Tre år"
TABEL_OG_FILER = "Tabel og filer"
HENT_FORMAT = {
    "xlsx": "Hent som Excel",
    "csv": "Hent som CSV",
    "png": "Hent som billede (PNG)",
    "svg": "Hent som tegning (SVG)",
}
FIL_KILDE = "Udtræk fra OPUS {udtraek}. Bygning {bygning}."
ARK_TAL = "Tal"
ARK_OM = "Om tallene"

# Udvikling
UDVIKLING_TAL = "Nøgletal"
UDVIKLING_ENHEDER = "Sammenlign med"
UDVIKLING_ENHEDER_VAELG = "Vælg op til fem"
UDVIKLING_VINDUE = "Vindue"
UDVIKLING_VINDUER = {"rullende": "Rullende tolv måneder", "alene": "Perioden alene"}
UDVIKLING_FORM = "Vis som"
UDVIKLING_FORMER = {"linje": "Forløb", "saeson": "Samme måned, år for år"}
NOEGLETAL = {
    "sygedage_pr_medarbejder": "Sygedage pr. medarbejder",
    "sygedage_pr_aarsvaerk": "Sygedage pr. årsværk",
    "fravaersprocent": "Fraværsprocent",
    "korttid": "Korttidsfravær, sygedage",
    "langtid": "Langtidsfravær, sygedage",
    "langtidsandel": "Langtidsfravær, andel",
    "langtidsfriske_andel": "Langtidsfriske, andel",
    "gns_medarbejdere": tekster.GNS_MEDARBEJDERE,
}
UDVIKLING_INGEN = (
    "Der er ingen tal for {tal} for det valgte. Enten findes de først, når der er et helt vindue, eller grupperne er "
    "for små til, at tallet må vises."
)
UDVIKLING_SAETNING = "{enhed}: {tal} i {periode}, {retning} {foer} i {foer_periode}"
UDVIKLING_RETNING = {"godt": "faldet fra", "skidt": "steget fra", "": "mod", "uaendret": "det samme som"}
SIGNAL_KOLONNER = {"kvartal": "Signal, kvartal", "aar": "Signal, år"}
SIGNAL_FOR = "{kolonne} ({enhed})"
BAAND_KOLONNER = ("Bånd fra", "Bånd til")
BAAND_LINJE = "{enhed}, {hvornaar}: bånd fra {fra} til {til}"
SIGNAL_LINJE = "{enhed}, {hvornaar}: {signal}"
SIGNAL_NOTE = (
    "Båndet ({enhed}) er tallet året før med det udsving, tilfældet kan forklare. Uden for båndet er ændringen siden "
    "sidste år større end tilfældigt. "
)
SIGNAL_MAERKER = (
    "▼ og ▲ er kvartaler, hvor fraværet er faldet eller steget mere end tilfældigt siden sidste kvartal eller sidste "
    "år; de står i tabellen."
)
UDVIKLING_EN = "{enhed}: {tal} i {periode}."
UDVIKLING_FORELOEBIG = "{enhed}: foreløbig {tal} i {periode}."
SAESON_SAETNING = "{enhed}: {maaned} {aar} {tal}, samme måned året før {foer}."
SAESON_EN = "{enhed}: {maaned} {aar} {tal}."
SAESON_AAR = "År"
SAESON_MAANED = "Måned"
ALENE_FORKLARING = "Perioden alene er ikke regnet om til et helt år."

MELLEM = "{nedre} til {oevre}"

# What waits
LIGE_NU_DAGE = {"en": "1 dag gamle", "flere": "{antal} dage gamle"}
LIGE_NU_ALDER = "Tallene er {alder}: trukket ud af OPUS {dato}. Se, hvordan nye indlæses."
LIGE_NU_ADVARSLER = {
    "en": "1 advarsel om leverancen venter på, at du ser på den.",
    "flere": "{antal} advarsler om leverancen venter på, at du ser på dem.",
}
LIGE_NU_FORSLAG = {"en": "1 forslag til adgang venter på dig.", "flere": "{antal} forslag til adgang venter på dig."}

# Mine enheder
MINE_STATUS = (
    "Status for {periode}, rullende tolv måneder. Øverst står dér, hvor afstanden gange medarbejderne er størst."
)
MINE_VAEGT = "Afstand × medarb."
MINE_KOLONNER = (
    "Enhed",
    "Slags",
    MEDARB_I_GNS,
    "Sygedage",
    "Måltal",
    "Afstand",
    MINE_VAEGT,
    "Ændring, år",
    "Signal, år",
    "Mod det forventede",
    "Over fristen",
)
MINE_GRUPPE = "Flere vist samlet"
MINE_ARK, MINE_ARK_AABN, MINE_ARK_OM = "Ark", "Åbn ark", "om {enhed}"
MINE_NOTE = (
    "Sygedage er pr. medarbejder. Flere vist samlet er små enheder eller dem, der er placeret direkte på en enhed. "
    "Over fristen er opfølgninger hos lederen; streg, hvor ingen leder har adgang, eller hvor "
    "lederen har for få medarbejdere."
)
FOERST = "Tal først med {enhed}: {afstand} sygedage over måltal{dom}."
FOERST_INGEN = "Ingen af dine enheder ligger over deres måltal."
FOERST_INTET = "Ingen af dine enheder har et måltal at holde dem op imod."
MOD_FORVENTET = {"over": "over, {tilstand}", "under": "under, {tilstand}"}
FOERST_DOM = {
    "stoerre": ", og niveauet ligger mere over det forventede, end tilfældet forklarer",
    "hold_oeje": ", og niveauet ligger over det forventede: hold øje",
    "som_forventet": ", men niveauet er ikke sikkert forskelligt fra det forventede",
}
UDEN_LEDER = {"en": "1 enhed", "flere": "{antal} enheder"}
UDEN_LEDER_AF = (
    "**{uden} uden leder** med adgang, af {alle}: bed HR & Løn give lederne adgang, så de selv kan følge op."
)

# Sammenlign
SAMMENLIGN_NIVEAU = "Niveau"
NIVEAUER = {
    "kommune": "Kommune",
    "område": "Område",
    "afdeling": "Afdeling",
    "enhed": "Enhed",
    "underenhed": "Underenhed",
    "gruppe": "Gruppe",
    "personalegruppe": "Personalegruppe",
    "fælles": "Fælles",
    "øvrige": "Øvrige",
}
NIVEAUER_FLERTAL = {
    "område": "Områder",
    "afdeling": "Afdelinger",
    "enhed": "Enheder",
    "underenhed": "Underenheder",
}

# Medarbejdere
MEDARBEJDERE_TITEL = "Medarbejdere i {enhed}"
MEDARBEJDERE_FORKLARING = (
    "Placeret i enheden {udtraek}. Dagsværk og perioder er for de tolv måneder til og med {periode}, uanset hvor i "
    "kommunen de lå. Ingen årsager vises, og du ser ikke dig selv."
)
MEDARBEJDERE_KOLONNER = ("Navn", "Medarbejdernr.", "Enhed", "Dagsværk", "Heraf her", "Perioder", "Langtidsfrisk", "Nu")
MEDARBEJDERE_SYG_SIDEN = "Syg siden {dato}"
MEDARBEJDERE_SYG_LAENGE = "Syg, over et år"
MEDARBEJDERE_FRISK = {True: "Ja", False: "Nej", None: "Under to år her"}
MEDARBEJDERE_VAELG = (
    "{enhed} har {antal} medarbejdere, og ingen af dem vises, før du vælger. Vælg en enhed med højst {hoejst}, eller "
    "søg på navn eller nummer her."
)
MEDARBEJDERE_SOEG = "Søg på navn eller nummer"
MEDARBEJDERE_INGEN = "Der er ingen medarbejdere at vise i {enhed}."
MEDARBEJDERE_INGEN_FUND = "Ingen passer på det, du søger."
MEDARBEJDERE_SUM = "Medarbejderne ovenfor"
MEDARBEJDERE_FLYTTEDE = "Tidligere og flyttede"
MEDARBEJDERE_I_ALT = "{enhed} i alt"
MEDARBEJDERE_REGNSKAB = "Listen og enhedens tal"
MEDARBEJDERE_REGNSKAB_KOLONNER = ("Medarbejdere", "Dagsværk, {periode}")
MEDARBEJDERE_FLYTTEDE_FORKLARING = (
    "Tidligere og flyttede er dem, der ikke længere er i enheden, dem, der ikke tæller med nu, og dem, du ikke ser: "
    "dig selv og ledere, som hører til en anden leder."
)
MEDARBEJDERE_UDEN_FOR = "Tæller ikke med i tallene"
MEDARBEJDERE_UDEN_FOR_KOLONNER = ("Navn", "Enhed", "Hvorfor")
MEDARBEJDERE_CHEF = "Du ser de ledere, der ikke har en nærmere leder end dig."
MEDARBEJDERE_NU = "Fraværende {dato}: {antal} af de {alle} medarbejdere, der er ansat den dag, og som du ser."

# Datagrundlag
DATAGRUNDLAG_TITEL = "Hvad tallene bygger på"
DATAGRUNDLAG_DAEKNING = "Trukket ud af OPUS **{udtraek}**. Tallene dækker {fra} til {til}. Bygning {bygning}."
INDLAES_TITEL = "Indlæs en leverance"
INDLAES = (
    "Hent listerne fra OPUS: fravær, ansættelser og organisation, alle til samme dag. Send dem på siden Kvartalet: de "
    "bygges ved siden af de tal, der er i brug, og intet skiftes ud, før du siger til."
)
INDLAES_SIDE = "Send filerne på siden Kvartalet"
DATAGRUNDLAG_FILER = "Læste filer"
DATAGRUNDLAG_FILER_KOLONNER = ("Tabel", "Udtrukket", "Læst", "Accepteret", "Dublet", "Total", "Afvist")
DATAGRUNDLAG_AFSTEMNING = "Afstemning"
DATAGRUNDLAG_AFSTEMNING_SAETNING = "Hvert dagsværk i de accepterede sygefraværsrækker er placeret ét sted:"
DATAGRUNDLAG_AFSTEMNING_KOLONNER = ("Hvor", "Andel")
DATAGRUNDLAG_AFSTEMT_KOLONNER = ("Hvor", "Dagsværk")
DATAGRUNDLAG_POPULATION = "Hvem tæller med"
DATAGRUNDLAG_POPULATION_KOLONNER = ("Hvorfor", "Medarbejdere, omkring", "Heraf på udtræksdatoen")
DATAGRUNDLAG_POPULATION_HR = ("Hvorfor", "Stilling", "Medarbejdere", "På udtræksdatoen")
DATAGRUNDLAG_ADVARSLER = "Bemærk"
DATAGRUNDLAG_KARANTAENE = "Karantæne: rækker, der ikke kunne læses"
DATAGRUNDLAG_KARANTAENE_KOLONNER = ("Fil", "Grund", "Første linje", "Rækker")
DATAGRUNDLAG_LPT169 = "LPT169: medarbejdere med andre dagsværk end i opgørelsen"
DATAGRUNDLAG_LPT169_KOLONNER = ("Medarbejdernr.", "LPT169", "Opgørelsen", "Forskel")
DATAGRUNDLAG_FORKLAR = "Forklar et tal"
DATAGRUNDLAG_FORKLAR_KNAP = "Vis rækkerne bag {enhed}, {periode}"
DATAGRUNDLAG_FORKLAR_SUM = "{antal} rækker giver {dagsvaerk} dagsværk."
DATAGRUNDLAG_FORKLAR_FLERE = "De første {antal} rækker vises. Kommandoen sygefravaer forklar viser dem alle."
DATAGRUNDLAG_ALLE = "Alle enheder"
DATAGRUNDLAG_ALLE_SAETNING = "Alle enheders nøgletal for {periode}, rullende tolv måneder."
DATAGRUNDLAG_ORD = "Hvad ordene betyder"
DEFINITIONER = (
    (
        "Dagsværk",
        "{timer} timer. Sygefravær måles i dagsværk, så en halv dag tæller for en halv, og deltid tæller for det, "
        "den er.",
    ),
    (
        "Sygedage pr. medarbejder",
        "Periodens dagsværk med sygdom delt med medarbejderne i gennemsnit. En, der er ansat i et halvt år, tæller for "
        "en halv. Den, der har forladt enheden, bliver i enhedens tal for den tid, hun var der.",
    ),
    ("Rullende tolv måneder", "Måneden og de elleve før den; for et kvartal det og de tre før det. Så er sæsonen med."),
    (
        "Langtidsfravær",
        "Dage i sygeforløb på {langtid_dage} kalenderdage eller mere, talt fra forløbets første dag. Resten er "
        "korttidsfravær.",
    ),
    (
        "Langtidsfrisk",
        "Under {friske_dage} sygedage i hvert af de seneste to år, blandt dem, der har været ansat alle dage i "
        "begge år.",
    ),
    (
        "Måltal",
        "Det antal sygedage pr. medarbejder, enheden sigter efter i kalenderåret. Afledt (*): gennemsnittet af "
        "enhedernes egne måltal under den.",
    ),
    ("Foreløbig", "Perioden sluttede for under {foreloebig_dage} dage siden, så der kan stadig komme registreringer."),
    (
        "Øvrige enheder",
        "Små enheder, der vises samlet, så ingen kan regne sig frem til enkelte menneskers fravær.",
    ),
    (
        "Medarbejdere, der tæller med",
        "Månedslønnede, ordinært ansatte. Elever, fleksjob, seniorjob, løntilskud, timelønnede og folk på orlov uden "
        "løn tæller ikke med.",
    ),
)
