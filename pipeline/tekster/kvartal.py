"""The Danish texts of the quarter's work: the page Kvartalet, its steps, the commands, and what cannot be done."""

SIDE = "Kvartalet"
INDLEDNING = (
    "Kvartalet fra eksport til møde i syv trin. Du kan lukke siden når som helst: arbejdet ligger, hvor du slap det. "
    "Tallene, alle ser, er de samme, indtil du tager de nye i brug."
)
TRIN = {
    "leverance": "1. Leverance",
    "aendret": "2. Ændret siden sidst",
    "advarsler": "3. Advarsler",
    "ord": "4. Egne ord og måltal",
    "forhaandsvisning": "5. Forhåndsvisning",
    "hent": "6. Hent",
    "laas": "7. Udgivet og låst",
}
TILSTAND = {
    "venter": "venter",
    "nu": "kan gøres nu",
    "koerer": "i gang",
    "standset": "standset",
    "faerdig": "færdig",
}
OVERSIGT = ("Trin", "Tilstand")
BEGYND = "Begynd et kvartal"
BEGYNDT = "Kvartalet er begyndt."
BEGYNDT_AF = "Begyndt af {af} {tid}."
OPGIV = "Opgiv kvartalet"
OPGIV_FORKLARING = "Intet skiftes ud, og det, der er sendt ind til kvartalet, slettes."
OPGIVET = "Kvartalet er opgivet. Intet er skiftet ud."
SLUT = {
    True: "Det seneste kvartal ({kvartal}) er udgivet og låst: {moede} {dato}.",
    False: "Der er ikke et kvartal i gang.",
}
SE_SOM = "Vælg »Vis som mig selv« for at arbejde med kvartalet."

# 1 Leverance
LEVERANCE_FORKLARING = (
    "Send filerne fra OPUS, som de er, eller pakket i én zip-fil. De gemmes krypteret, bygges for sig selv og slettes "
    "bagefter. Højst {megabyte} MB og {filer} filer."
)
VAELG_FILER = "Filer fra OPUS"
SEND = "Send og byg"
INDBAKKE_FORKLARING = "I mappen på serveren ligger nu {antal}:"
FILER_ANTAL = {"en": "{antal} fil", "flere": "{antal} filer"}
INDBAKKE_TOM = "I mappen på serveren ligger der ingen filer nu."
BYG_INDBAKKE = "Byg filerne i mappen"
NUVAERENDE = "Brug de tal, der er i brug nu"
NUVAERENDE_FORKLARING = "Når leverancen allerede er bygget, fx om natten."
FILER_KOLONNER = ("Fil", "MB")
MODTAGET = "Leverancen er modtaget: {antal}."
BYGGES = "Leverancen bygges. Du kan lukke siden imens."
BYGGES_TRIN = "{nr} af {af} trin: {navn}"
BYGGES_AF = "{af} begyndte {tid}."
AFBRUDT_BYGNING = "Bygningen blev afbrudt. Intet er skiftet ud, og leverancen ligger her stadig."
BYG = "Byg leverancen"
BYG_IGEN = "Byg igen"
STANDSET = "Leverancen blev standset, og intet er skiftet ud: {saetning}"
ACCEPTER_GRUND = "Hvorfor er tallene rigtige, selv om de ligger langt fra de tidligere?"
ACCEPTER = "Byg alligevel"
BYGGET = "Leverancen er bygget og venter på, at du tager den i brug."
BYGGET_I_BRUG = "Tallene er i brug."
REGNSKAB = "Hvad leverancen indeholder"
SEND_NY = "Send en anden leverance"

# 2 Ændret
AENDRET_VENTER = "Her står, hvad der er ændret, når leverancen er bygget."
MOD_I_BRUG = "Mod de tal, der er i brug"
MOD_I_BRUG_KOLONNER = ("Gruppe", "I brug", "Ny", "Forskel")
MOD_I_BRUG_PERIODE = "I brug er {foer}, nyt er {nu}. Sygedage pr. medarbejder, rullende fire kvartaler."
TAG_I_BRUG = "Tag de nye tal i brug"
TAG_I_BRUG_FORKLARING = "Først nu skiftes tallene ud, for alle. De gamle gemmes, til næste gang der skiftes."
TAGET_I_BRUG = "De nye tal er i brug."
AFSLUTTEDE_ADGANGE = (
    "Adgang er afsluttet for {brugere}: sammen fortalte deres rækker for meget. Giv den igen, smallere."
)

# 3 Advarsler
ADVARSLER_VENTER = "Advarslerne står her, når leverancen er bygget."
ADVARSLER_INGEN = "Leverancen gav ingen advarsler."
ADVARSLER_FORKLARING = (
    "Skriv ved hver advarsel, hvorfor tallene kan bruges. Uden en begrundelse bliver trinnet stående."
)
BEGRUNDELSE = "Begrundelse"
KVITTER = "Gem begrundelserne"
KVITTERET = "Begrundelserne er gemt."
KVITTERET_MED = "Begrundelse: {grund}"

# 4 Egne ord
ORD_FELTER = {"indsats": "Indsatsen i kvartalet", "konklusion": "Konklusion"}
ORD_FORKLARING = (
    "Det, tallene ikke fortæller. Teksten sættes i sagen under »Sygefraværsindsats«: en linje er et afsnit. Skriv "
    "ingen navne og ingen sygdomme; tal må kun være dem, der står i sagens tabeller."
)
ORD_GEM = "Gem teksten"
ORD_GEMT = "Teksten er gemt."
ORD_VERSION = "Version {version}, {af} {tid}."
DATOER = "Årets datoer"
DATOER_FORKLARING = (
    "De dage, årets sager om sygefravær forelægges. De står i sagen under »Om tallene«, og den næste er foreslået som "
    "mødets dato i trin 7."
)
DATOER_FELT = "Sag {nr}"
DATOER_GEM = "Gem datoerne"
DATOER_GEMT = "Datoerne er gemt."
DATOER_MANGE = "Der kan højst være {hoejst} datoer."
MAALTAL_HENVISNING = "Måltal rettes på siden Måltal"

# 5 Forhåndsvisning
VENTER_PAA = "Dette trin venter på: {trin}."
ARK = "Tag enhedsarket til MED med for hver enhed, der offentliggøres for sig"
ARK_VALGT = {True: "Enhedsarkene er med i sagen.", False: "Enhedsarkene er ikke med i sagen."}
DESIGN = "Jeres eget design"
DESIGN_FORKLARING = (
    "En Word-fil (.docx) til sagen eller et PowerPoint-design (.potx, .pptx) til slides, højst {megabyte} MB. Den "
    "prøves, før den gemmes, og bruges fra nu af i hvert kvartal."
)
DESIGN_TIL = {"docx": "Sagen", "pptx": "Slides"}
DESIGN_KOLONNER = ("Til", "Skabelon")
DESIGN_HUSETS = "husets"
DESIGN_FIL = "Jeres skabelon"
DESIGN_SEND = "Send skabelonen"
DESIGN_GEMT = "Skabelonen bruges fra nu af."
DESIGN_DROP = {"docx": "Brug husets skabelon til sagen", "pptx": "Brug husets design til slides"}
DESIGN_DROPPET = "Husets design bruges fra nu af."
VIS = "Vis sagen"
VIS_VENT = "Skriver og prøver sagen …"
VIS_FORKLARING = (
    "Sagen og siderne til Økonomiudvalget er vist med de samme ord og figurer som i filerne, men ikke med Words og "
    "PowerPoints linjeskift. Bilagene er vist side for side, som de er."
)
VIS_SAG = "Sagen til Chefforum"
VIS_BILAG = "Bilag"
VIS_SLIDES = "Slides til Økonomiudvalget"
VIS_SIDE = "{navn}, side {nr} af {af}"
VIS_SLIDE = "Slide {nr}"

# 6 Hent
HENT_FORKLARING = (
    "Én zip-fil: sagen med bilag og figurer, materialet til Økonomiudvalget, og for hver mappen »-intern«, som bliver "
    "hos HR. Hvem der henter, skrives i loggen."
)
HENT = "Lav zip-filen"
HENTET_AF = "Hentet af {af} {tid}."

# 7 Lås
LAAS_FORKLARING = (
    "Når sagen er sendt: så er kvartalets tal offentliggjort, og det, der siden ændres, er en rettelse. Det næste "
    "kvartal holdes op mod dette."
)
LAAS_MOEDE = "Møde"
LAAS_DATO = "Mødets dato"
LAAS_UDGIVET = "Udgivet"
LAAS = "Udgiv og lås kvartalet"
LAAST = "{kvartal} er udgivet og låst."
LAAST_NU = "Kvartalet er udgivet og låst."

# What cannot be done
INGEN_GANG = "Der er ikke et kvartal i gang. Begynd et først."
ANDEN_INDLEVERING = "En anden er ved at sende en leverance. Vent, til den er færdig."
BYGGES_NU = "En leverance bygges nu. Vent, til den er færdig."
INGEN_LEVERANCE = "Der er ingen leverance at bygge. Send en først."
LEVERANCE_VAEK = "Leverancen ligger her ikke mere. Send den igen."
ER_STANDSET = "Leverancen er standset. Send en ny."
INTET_BYGGET = "Der er ikke bygget en leverance i dette kvartal."
KANDIDAT_VAEK = "Den byggede leverance ligger her ikke mere. Send den igen."
ANDEN_BYGGET = "Leverancen er en anden, end da du så den. Se den igennem igen."
ANDEN_I_BRUG = (
    "Tallene i brug er skiftet, siden leverancen blev bygget, og den er ikke holdt op mod dem. Send den igen, eller "
    "brug de tal, der er i brug nu."
)
INGEN_INDBAKKE = "Serveren har ingen mappe, den holder øje med (SYGEFRAVAER_INDBAKKE)."
ADVARSEL_UKENDT = "Advarslen er ikke blandt leverancens."
BEGRUNDELSE_MANGLER = "Skriv en begrundelse."
BEGRUNDELSE_LANG = "Begrundelsen må højst være {hoejst} tegn."
FELT_UKENDT = "Feltet findes ikke. Vælg et af: {felter}."
IKKE_I_BRUG = "Tag de nye tal i brug først (trin 2)."
ADVARSLER_AABNE = "Der er advarsler uden en begrundelse (trin 3)."
IKKE_HENTET = "Hent sagen, før kvartalet låses (trin 6)."
INTET_KVARTAL = "Tallene har ikke et kvartal, der er status af."
UFORUDSET = "Programmet selv gik i stå ({slags} i {hvor}). Send denne linje til dem, der vedligeholder sygefravaer."

# What is sent
IKKE_MODTAGET = "Leverancen er ikke modtaget"
TILBAGE = "Tilbage til Kvartalet"
LUKKET_ULAESELIG = "Leverancen kan ikke læses, som den blev gemt. Send den igen."
AFBRUDT = "Afsendelsen blev afbrudt, og intet er gemt. Send leverancen igen."
INGEN_FILER = "Der var ingen filer i leverancen. Vælg filerne fra OPUS."
FOR_STOR = "Leverancen fylder for meget, og intet er gemt. Den må højst fylde {megabyte} MB."
FOR_MANGE_FILER = "Leverancen har for mange filer, og intet er gemt. Den må højst have {hoejst}."
SAMME_NAVN = "To filer hedder {fil}. Intet er gemt; giv dem hver sit navn."
NAVN_AFVIST = "En fil har et navn, der ikke kan bruges, fx med en sti i. Intet er gemt; giv den et almindeligt navn."
INGEN_PLADS = "Der er ikke plads på serverens disk til leverancen. Intet er gemt; sig det til driften."
IKKE_EN_LEVERANCE = "Det, der blev sendt, er ikke filer fra siden Kvartalet. Intet er gemt."

SKABELON_FLERE = "Send én skabelon ad gangen."
SKABELON_STOR = "Skabelonen fylder for meget, og intet er gemt. Den må højst fylde {megabyte} MB."
SKABELON_SLAGS = "En skabelon er en .docx, en .potx eller en .pptx på højst {megabyte} MB. Intet er gemt."
SKABELON_IKKE_MODTAGET = "Skabelonen er ikke modtaget"

ORD_LANG = "Teksten må højst være {hoejst} tegn."
ORD_AFSNIT = "Teksten må højst have {afsnit} linjer, og en linje må højst være {tegn} tegn."
ORD_TEGN = "Teksten har tegn, der ikke er almindelig tekst."
ORD_AFVIST = "Teksten {fejl}. Intet er gemt."

# The commands
CLI = "Kvartalet trin for trin, som på siden Kvartalet."
CLI_KOMMANDO = {
    "vis": "Vis, hvor kvartalet er.",
    "begynd": "Begynd et kvartal.",
    "leverance": "Vælg, hvad kvartalet bygges af.",
    "byg": "Byg leverancen ved siden af de tal, der er i brug. Intet skiftes ud.",
    "tag-i-brug": "Skift tallene ud med dem, der er bygget.",
    "kvitter": "Skriv, hvorfor en advarsel kan stå.",
    "ord": "Vis eller skriv kvartalets egne ord.",
    "dokumenter": "Vælg, hvad sagen har med.",
    "skabelon": "Giv jeres eget design til sagen eller slides, eller brug husets igen.",
    "datoer": "Vis eller sæt de dage, årets sager forelægges.",
    "hent": "Hent sagen og materialet som én zip-fil.",
    "laas": "Udgiv og lås kvartalet.",
    "opgiv": "Opgiv kvartalet. Intet skiftes ud.",
}
CLI_KILDE = "mappe med leverancens filer"
CLI_INDBAKKE = "filerne i den mappe, serveren holder øje med"
CLI_NUVAERENDE = "ingen ny leverance: de tal, der er i brug nu"
CLI_ACCEPTER = "byg, selv om tallene ligger langt fra de tidligere, med denne begrundelse"
CLI_BYGNING = "id for den bygning, du har set (ellers den, der er bygget)"
CLI_ADVARSEL = "advarslens nummer, som vis viser"
CLI_BEGRUNDELSE = "hvorfor den kan stå"
CLI_FELT = "feltet: indsats eller konklusion"
CLI_TEKST = "teksten, der skal stå (ellers vises den)"
CLI_FRA_VERSION = "den version, du har læst og skriver videre på"
CLI_ARK = "enhedsarket til MED er med for hver enhed, der offentliggøres for sig"
CLI_UDEN_ARK = "enhedsarkene er ikke med"
CLI_SKABELON = "jeres egen .docx, .potx eller .pptx"
CLI_HUSETS = "husets igen: docx (sagen) eller pptx (slides)"
CLI_DATOER = "en dag, en sag forelægges (kan gentages; ellers vises de)"
CLI_UD = "zip-filen, der skrives"
CLI_DATO = "mødets dato"
CLI_MOEDE = "mødet, sagen er sendt til"
CLI_UDGIVET = "dagen, sagen blev udgivet (ellers i dag)"
CLI_BYGGET = "Leverancen er bygget. Intet er skiftet ud; det gør »kvartal tag-i-brug«."
CLI_HENTET = "Sagen er skrevet i {fil}."
CLI_FINDES = "Filen {fil} findes allerede."
CLI_KAN_IKKE_SKRIVES = "Filen {fil} kan ikke skrives."
CLI_ADVARSEL_LINJE = "{nr}. {advarsel} ({tilstand})"
CLI_IKKE_KVITTERET = "uden begrundelse"
CLI_ORD_VERSION = "Version {version}, skrevet af {af}."
CLI_ORD_GEMT = "Teksten er gemt som version {version}."
