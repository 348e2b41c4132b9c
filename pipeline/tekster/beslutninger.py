"""The Danish texts about deciding måltal: the section of the page, the commands, and what cannot be decided."""

BESLUT = "Beslut måltal"
FORKLARING_HR = (
    "Cheferne foreslår måltal for deres enheder, HR tager stilling eller sætter et måltal selv. Det, der er besluttet "
    "her, går forud for leverancens måltal og står i tallene fra næste gang, en leverance indlæses. Skriv aldrig om "
    "personer."
)
FORKLARING_CHEF = (
    "Du kan foreslå måltal for dine enheder; HR tager stilling. Det, der er besluttet her, går forud for leverancens "
    "måltal og står i tallene fra næste gang, HR indlæser en leverance. Skriv aldrig om personer."
)
SE_SOM = "Du ser siden som en anden bruger og kan ikke foreslå eller beslutte noget."
VENTER = "Forslag, der venter"
VENTER_INGEN = "Ingen forslag venter."
HISTORIK = "Historik ({antal})"
KOLONNER = ("Nr.", "Enhed", "År", "Fra", "Til", "Trin", "Hvorfor", "Hvem og hvornår")
TRIN = {"foreslaaet": "Foreslået", "godkendt": "Besluttet", "afvist": "Afvist", "tilbagetaget": "Trukket tilbage"}
SVAR_PAA = "{trin}, svar på nr. {nr}"
AF = "{af}, {dato}"
INTET = "–"

NYT = {True: "Sæt måltal for {enhed}", False: "Foreslå måltal for {enhed}"}
ENHED = "Måltal for"
NU_KOLONNER = ("År", "Besluttet", "I tallene nu", "Kilde", "Afledt af enhederne under")
AAR = "Kalenderår"
TAL = "Måltal (sygedage pr. medarbejder, fx 12,5)"
BEGRUNDELSE = "Begrundelse (én linje, ingen personer)"
KNAP = {True: "Sæt måltallet for {enhed}", False: "Foreslå måltallet for {enhed}"}
GEMT = {True: "Måltallet er besluttet som nr. {nr}.", False: "Forslaget er gemt som nr. {nr}."}
GEMT_PAA_SIDEN = {
    True: "Måltallet for {enhed} i {aar} er besluttet. Det står i tallene fra næste indlæsning.",
    False: "Måltallet for {enhed} i {aar} er foreslået. HR tager stilling.",
}
SVAR_VALG = "Forslag"
VALG = "Nr. {nr}: {enhed}, {aar}: {maaltal}"
SVAR_KNAPPER = {"godkendt": "Godkend forslaget", "afvist": "Afvis forslaget", "tilbagetaget": "Træk forslaget tilbage"}
SVAR_GRUND = {True: "Begrundelse (kan undværes, når du godkender)", False: "Hvorfor forslaget trækkes tilbage"}
BESVARET = {
    "godkendt": "Forslag nr. {nr} er godkendt.",
    "afvist": "Forslag nr. {nr} er afvist.",
    "tilbagetaget": "Nr. {nr} er trukket tilbage.",
}
OPHAEV = "Træk noget besluttet tilbage"
OPHAEV_FORKLARING = "Derefter gælder leverancens måltal for enheden igen, hvis den har et."
OPHAEV_VALG = "Besluttet måltal"
OPHAEV_KNAP = "Træk beslutningen tilbage"

ENHED_UKENDT = "Der kan ikke foreslås eller besluttes måltal for den enhed: den findes ikke, eller den er ikke din."
KUN_HR = "Kun HR kan beslutte et måltal. Foreslå det i stedet."
NR_UKENDT = "Nr. {nr} findes ikke blandt det, du kan tage stilling til."
TAL_UKENDT = (
    "»{tekst}« er ikke et måltal. Skriv sygedage pr. medarbejder med højst én decimal, over 0 og højst {hoejst}, "
    "fx 12,5."
)
AAR_UKENDT = "Der kan besluttes måltal for {fra} til {til}, ikke for {aar}."
BEGRUNDELSE_MANGLER = "Skriv med én linje, hvorfor."

CLI = "Se, foreslå og beslut måltal for enheder."
CLI_VIS = "Vis forslag og beslutninger, de nyeste øverst."
CLI_FORESLAA = "Foreslå et måltal for en enhed."
CLI_SAET = "Beslut et måltal for en enhed."
CLI_GODKEND = "Godkend et forslag."
CLI_AFVIS = "Afvis et forslag."
CLI_TRAEK = "Træk et forslag eller en beslutning tilbage."
CLI_AAR = "kalenderåret, fx 2026"
CLI_TAL = "sygedage pr. medarbejder, fx 12,5"
CLI_BEGRUNDELSE = "hvorfor, på én linje og uden personer"
CLI_NR = "nummeret, som vis viser"
