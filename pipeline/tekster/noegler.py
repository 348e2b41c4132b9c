"""The Danish texts about keys and encryption."""

MANGLER = (
    "Nøglen {navn} mangler. Lav nøglerne med sygefravaer noegle ny --database FIL, "
    "eller læg den, hvor programmet finder den."
)
ULAESELIG = "Nøglen {navn} kan ikke læses. Den skal være tekst uden æ, ø og å i en fil, kun programmets bruger må læse."
AABEN_FIL = (
    "Nøglen {navn} ligger i en fil, der ikke kun er ejerens. Giv filen rettighederne 600, "
    "og lav en ny nøgle, hvis andre kan have set den."
)
FOR_SVAG = "Nøglen {navn} skal være mindst {laengde} tegn uden æ, ø, å og linjeskift."
KAN_IKKE_SKRIVES = "Nøglemappen kan ikke skrives."
FORKERT = "Databasen {database} kan ikke åbnes med den nøgle, programmet har fået. Er det den rigtige nøgle?"
IKKE_KRYPTERET = (
    "Databasen {database} er ikke krypteret; den er fra en ældre udgave. "
    "Slet den og den forrige ved siden af, og byg igen."
)
UDEN_OPENSSL = "Kryptering er ikke til rådighed: pakken duckdb-extension-httpfs passer ikke til DuckDB {version}."
NY_FAERDIG = "Nøglerne {navne} er lavet. Gem en kopi et sikkert sted uden for serveren: uden dem kan intet læses."
NY_UNDER_EN_ANDEN = (
    "Databasen {database} er krypteret med en nøgle, programmet ikke har fået. Læg den, hvor programmet finder den. "
    "Er den tabt, så slet databasen og den forrige ved siden af, lav nye nøgler, og byg igen."
)
NY_INTET = "Alle nøgler er der allerede. Intet er ændret."
SKIFT_FAERDIG = (
    "Databasen er krypteret med den nye nøgle. Læg nu den nye nøgle, hvor programmet finder den, "
    "genstart dashboardet, og slet den gamle."
)
SKIFT_SAMME = "Den nye nøgle er den samme som den gamle. Intet er ændret."
SKIFT_INGEN = "Databasen {database} findes ikke."
CLI_NOEGLE = "Lav eller skift de nøgler, der beskytter databasen."
CLI_NOEGLE_NY = "Lav de nøgler, der mangler."
CLI_NOEGLE_SKIFT = "Kryptér databasen og den forrige med en ny nøgle."
CLI_NY_NOEGLE = "fil med den nye nøgle"
