"""The Danish sentences of the bridge between our figure and another's."""

CLI_AFSTEM = "Vis trin for trin, hvorfor et andet tal for sygefraværet er et andet end vores."
CLI_ENHED = "enhedens nummer"
CLI_KVARTAL = "kvartalet, fx 2024K4"
CLI_MED = (
    "det andet tal: krl, dst (Danmarks Statistik), lpt169 (OPUS' egen rapport), laast (kvartalet, som det blev låst), "
    "rapport (kvartalet før, som det blev låst) eller eget (et tal, du selv skriver)"
)
CLI_TAL = "det andet tal, fx 12,0; ved krl og dst i stedet for tallet i filen"
CLI_GRUPPE = "gruppen i filen med andres tal (ellers kommuner)"
CLI_BENCHMARKS = "jeres egen fil med andres tal (ellers config/benchmarks.csv)"
CLI_CSV = "skriv også tabellerne til denne fil, til Excel"
IKKE_ET_TAL = "»{tekst}« er ikke et tal for sygefravær. Skriv det som 12,0."
TAL_MANGLER = "Skriv det tal, der skal afstemmes."
TAL_PASSER_IKKE = "Et tal hører kun til KRL, Danmarks Statistik og jeres eget tal."
KILDEN_KENDES_IKKE = "Vælg, hvad der skal afstemmes med."
CSV_KAN_IKKE_SKRIVES = "Filen {fil} kan ikke skrives dér."

# The file of others' figures
ANDRES_TAL = "andres tal"
TAL_ER_INTET_TAL = "Linje {linje} i {fil}: »{tekst}« er ikke et tal for sygefravær. Skriv det som 12,0."
DATO_ER_INGEN_DATO = "Linje {linje} i {fil}: »{tekst}« er ikke en dato. Skriv den som 30-11-2026."
ENHED_KENDES_IKKE = "Linje {linje} i {fil}: enheden »{tekst}« kendes ikke. Skriv »{enheder}«."
GRUPPEN_FINDES_IKKE = "Der er ingen tal fra {kilde} for »{gruppe}« i {fil}. Der er tal for {grupper}."

# What there is no bridge of
INGEN_RATE = "{enhed} er for lille i {periode}, eller har haft ansatte i for få måneder, til et tal."
INTET_KALENDERAAR = "{kilde} opgør hele kalenderår, og der er ingen tal for {periode}. Vælg et senere kvartal."
KUN_KOMMUNEN = "LPT169 siger ikke, hvilken enhed medarbejderne hører til: afstem for hele kommunen ({enhedsnr})."
INGEN_LPT169 = 'Leverancen har ingen LPT169 med en linje med "Periode".'
IKKE_LAAST = "{periode} er ikke låst. Der er låst {laaste}."
INTET = "intet"
IKKE_I_LAAST = "{enhed} står ikke med sit eget tal i det låste {periode}."

# The page
SIDE_FORKLARING = (
    "Har du et andet tal for sygefraværet end vores, så vælg her, hvor det kommer fra. Siden går fra vores tal til det "
    "andet, et trin ad gangen, og trinnene giver tilsammen hele forskellen."
)
SIDE_KVARTAL = "Kvartal"
SIDE_MED = "Afstem med"
SIDE_KILDER = {
    "rapport": "Sidste rapport (kvartalet før, som det blev låst)",
    "laast": "Samme kvartal, som det blev låst",
    "lpt169": "LPT169, OPUS' egen rapport i leverancen",
    "krl": "KRL",
    "dst": "Danmarks Statistik",
    "eget": "Mit eget tal",
}
SIDE_GRUPPE = "Gruppe i filen med andres tal"
SIDE_TAL = {
    "krl": "Tallet fra KRL (tom: det i filen)",
    "dst": "Tallet fra Danmarks Statistik (tom: det i filen)",
    "eget": "Det andet tal, fx 12,0",
}
SIDE_IKKE_SOM = "Du ser siden som en anden bruger og kan ikke afstemme."
SIDE_FORMATER = ("xlsx", "csv")

# The tables
OVERSKRIFT = "{enhed}, {periode}: vores tal og {kilde}"
KOLONNER = ("Trin", "Forskel", "Tal")
CSV_KOLONNER = ("Tabel", "Trin", "Forskel", "Tal")
VORES_TAL = "Vores tal, {periode}, {pr}"
VORES_PROCENT = "Vores fraværsprocent, {periode}"
DERES_TAL_FRA = "{kilde}, {gruppe} {aar}"
IKKE_FORKLARET = "Ikke forklaret"
DAGE = "Sygedage (dagsværk)"
DAGSVAERK = "Dagsværk"
PROCENT = "Procent"
KALENDERAAR = "Kalenderåret {aar} i stedet for de fire kvartaler til og med {periode}"
FULDTID = "Pr. fuldtidsansat i stedet for pr. medarbejder"
DERES_PROCENT = "{kilde}, af {netto} nettodage"
NETTODAGE = "Af {netto} nettodage i stedet for {mulige} arbejdsdage"
MEDREGNET = "Også ekstraordinært ansatte: {linje} m.fl."
MEDREGNET_RESTEN = {
    "ekstraordinært ansat": "Også andre ekstraordinært ansatte",
    "ikke månedslønnet": "Også timelønnede og andre, der ikke er månedslønnede",
}
UDEN_ARTER = "Uden {arter}, som {kilde} ikke tæller med"
KOMMUNER = "kommuner"
KILDER = {
    "krl": "KRL",
    "dst": "Danmarks Statistik",
    "lpt169": "LPT169",
    "laast": "det låste tal",
    "rapport": "sidste rapport",
    "eget": "jeres tal",
}
ER_INTET_TAL = (
    "Der står intet tal fra {kilde} for {gruppe} til og med {aar} i {fil}: sæt det ind i filen, eller skriv tallet "
    "selv."
)

# The sentence
SAETNING = (
    "{enhed} har {vores} og {kilde} {deres}: af forskellen på {forskel} forklarer måden at regne på "
    "{forklaret}{mest}, og {uforklaret} er ikke forklaret."
)
SAETNING_UDEN_TAL = "{enhed} har {vores}, og regnet som {kilde} er det {paa_deres}{mest}."
MEST = " (mest »{trin}«, {forskel})"
FRA_ANDET_AAR = (
    "Tallet fra {kilde} er fra {aar} og vores fra {eget}: det, der er sket imellem, er en del af det, der ikke "
    "er forklaret."
)
SAMME_AAR = "Vælg {periode} for at se samme år."
KUN_FOR_KOMMUNEN = (
    "Hvem og hvilke fraværsarter {kilde} tæller anderledes, regnes kun for hele kommunen; for en enhed er det en del "
    "af det, der ikke er forklaret."
)
FORBEHOLD = {
    "krl": (
        "KRL sammenholder ét udtræk af fraværet med tolv udtræk af lønnen; det kan flytte tallet, og det kan ikke "
        "regnes efter her."
    ),
    "dst": (
        "Danmarks Statistik tæller kun fravær, der begynder og slutter inden for ansættelsen; det kan flytte tallet, "
        "og "
        "det kan ikke regnes efter her."
    ),
}
HVORFRA = "Tallet fra {kilde}: {hvorfra}, sat ind i {fil} {indsat}."
SKREVET = "Tallet fra {kilde} er det, du skrev."
ER_FORELOEBIGT = "{periode} er foreløbig: sent registreret fravær kan stadig komme til."

# LPT169
LPT_VINDUE = "Vores dagsværk, {periode}"
LPT_PERIODE = "LPT169's måneder, {fra} til {til}, i stedet for kvartalets"
LPT_UDEN_FOR = "Sygefravær uden for populationen"
LPT_MANGLER = "Medarbejdere, der ikke står i LPT169 ({antal})"
LPT_FORSKELLE = "Medarbejdere, hvor de to siger noget forskelligt ({antal})"
LPT_AFRUNDING = "Afrunding hos den enkelte i LPT169"
LPT_SAETNING = (
    "{enhed} har {vores} dagsværk og LPT169 {deres}: hele forskellen på {forskel} er fordelt på linjerne, og "
    "{uforklaret} af den ligger hos {antal}, hvor de to siger noget forskelligt uden at sige hvorfor."
)
LPT_SAETNING_ENS = (
    "{enhed} har {vores} dagsværk og LPT169 {deres}: hele forskellen på {forskel} er forklaret, for hos ingen "
    "medarbejder siger de to noget forskelligt."
)
LPT_MEDARBEJDERE = {"en": "1 medarbejder", "flere": "{antal} medarbejdere"}
LPT_SAMME = "LPT169 dækker {fra} til {til}; vælg {periode} for at se de samme måneder."
LPT_LISTEN = "De står én for én på siden Datagrundlag."

# A locked quarter
LAAST_DA = "Det låste tal, udtræk {udtraek}"
LAAST_KORT = "Korttidsfraværet, som det var"
LAAST_LANG = "Langtidsfraværet, som det var"
INGEN_RAPPORT = "Intet kvartal før {periode} er låst, så der er ingen sidste rapport at afstemme med."
RAPPORT_SIDEN = "{foer} i stedet for {periode}, som tallene er nu"
RAPPORT = (
    "{enhed} har {vores} i {periode}, og sidste rapport, {foer}, sagde {da}: {sket} er sket imellem de to kvartaler, "
    "og {rettet} er rettet siden rapporten."
)
LAAST_AFRUNDING = "Afrunding"
LAAST_RETTET = "Rettet siden"
LAAST_ENS = "{enhed} har {nu} i {periode} nu som i den låste fil: intet er flyttet."
LAAST_FLYTTET = "{enhed} blev låst med {da} i {periode} og har {nu} nu: {forskel} siden, og det kommer af {aarsager}."
LAAST_UDEN_AARSAG = (
    "{enhed} blev låst med {da} i {periode} og har {nu} nu: {forskel} siden; hvad der er rettet, følges kun for "
    "kommunen og afdelingerne."
)

# A number of hr's own
EGET_TAL = "Jeres tal"
EGET_ANDRE = "Vores tal på andre måder"
EGET_KOLONNER = ("Måde", "Fra jeres tal", "Tal")
EGET_PERIODE = "{periode}, {pr}"
EGET_KORTTID = "{periode}, kun korttidsfravær, {pr}"
EGET_SOM = "{periode}, regnet som {kilde}"
EGET_SVARER_TIL = "I stedet: {maade}"
EGET_AFRUNDING = "Afrunding"
EGET_PASSER = (
    "{enhed} har {vores} og I {deres}: forskellen på {forskel} kan være, at jeres tal er vores for {maade}, for "
    "de er ens."
)
EGET_PASSER_IKKE = (
    "{enhed} har {vores} og I {deres}: forskellen på {forskel} er ikke forklaret, for ingen af vores andre måder at "
    "regne på giver jeres tal; nærmest er {maade} med {naermest}."
)
EGET_ENS = "{enhed} har {vores}, og det er jeres tal."
EGET_PROCENT = (
    "Er jeres tal i procent: vores fraværsprocent er {procent} af de mulige dage, og {netto_procent} af {netto} "
    "nettodage, som KRL regner."
)
