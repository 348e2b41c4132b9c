"""The Danish sentences of the release proof."""

UKENDT_FIL = "er en filtype, prøven ikke kender"
KAN_IKKE_LAESES = "kan ikke læses"
SKJULT_ARK = "har et skjult ark"
SKJULT_RAEKKE = "har skjulte rækker eller kolonner"
SKJULT_TEKST = "har skjult tekst, kommentarer eller vedhæftede data"
EGENSKAB = "har noget i egenskaben {felt}"
UKENDT_DEL = "rummer en del, prøven ikke kender"
NAVNGIVEN_PERSON = "nævner en medarbejder"
NAEVNER_AARSAG = "nævner en fraværsårsag ({aarsag})"
FOR_MANGE_DECIMALER = "viser et tal med flere decimaler, end der må offentliggøres ({tal})"
TAL_UDEN_TABEL = "viser et tal, som ingen tabel i udgivelsen viser ({tal})"
NAEVNER_SKJULT = "nævner {enhed}, som er for lille til at vises for sig"
UKENDT_RAEKKE = "har en række, der ikke findes i organisationen ({navn})"
FOR_LILLE_GRUPPE = "{navn} vises, men er for lille eller domineres af få."
PASSER_IKKE = "Tallene for {periode} kan ikke alle være rigtige."
KAN_REGNES_UD = {
    "udenfor": "Af tallene kan enhver regne ud, at {enhed} {periode} har mellem {lav} og {hoej} dagsværk pr. "
    "medarbejder.",
    "bruger": "En bruger, der kender {egne}, kan regne ud, at {enhed} {periode} har mellem {lav} og {hoej} dagsværk "
    "pr. medarbejder.",
}
FAA_REGNES_UD = {
    "udenfor": "Af tallene for {linjer} kan enhver regne ud, at få medarbejdere {periode} har mellem {lav} og {hoej} "
    "dagsværk pr. medarbejder.",
    "bruger": "Af tallene for {linjer} kan en bruger, der kender {egne}, regne ud, at få andre {periode} har mellem "
    "{lav} og {hoej} dagsværk pr. medarbejder.",
}
_KVARTAL = (
    "Udgivelsen for {udgivelse} kan ikke sendes: trækkes de rullende tal i den og i de tidligere udgivelser fra "
    "hinanden ({antal} i alt), kan %s, at {enhed} i {kvartal} alene havde mellem {lav} og {hoej} dagsværk pr. "
    "medarbejder, og i det kvartal er gruppen for lille eller domineres af få. Lav sagen uden bilaget pr. enhed "
    "(--uden-enheder); hjælper det ikke, så vent til næste kvartal."
)
KVARTAL_REGNES_UD = {
    "udenfor": _KVARTAL % "enhver regne ud",
    "bruger": _KVARTAL % "en bruger, der kender {egne}, regne ud",
}
FIL = "{fil} {fejl}."
BESTAAET = (
    "Prøven er bestået: {filer} filer, {udsagn} udsagn, {enheder} grupper under grænsen, {brugere} brugeres viden."
)
IKKE_BESTAAET = "Udgivelsen er ikke prøvet god og er ikke lagt i mappen. {fejl}"
ER_IKKE_BESTAAET = "Prøven er ikke bestået: {antal} fejl."
OG_FLERE = " Og {antal} fejl mere."
INGEN_FILER = "Mappen {mappe} findes ikke eller er tom."
IKKE_AARSAGER = frozenset({"sygdom", "ferie", "kursus"})
"""Words of the list of fraværsarter that say nothing about anybody's illness."""

STED = "{fil}, {sted}: {fejl}."
"""A finding with the file and the place in it."""
HOERER_IKKE_TIL = "hører ikke til udgivelsen (programmet skriver ingen fil med det navn)"
MAPPE_HOERER_IKKE_TIL = "er en mappe, der ikke hører til udgivelsen"
INTERN_LIGGER_I = (
    "ligger i den mappe, der sendes. Det, der bliver hos HR, ligger i en mappe ved siden af, som ender på »-intern«"
)
ER_IKKE_EN_FIL = "er en genvej eller noget andet end en almindelig fil"
ANDERLEDES = (
    "er ikke, som programmet skriver det. Har I selv rettet i filen, så lav den igen: kun Word-sagen og PowerPoint er "
    "til at rette i. Ellers er databasen bygget igen siden; lav da udgivelsen igen"
)
STED_ZIP = "zip-filens ramme"
STED_LINJE = "linje {nr}"
STED_BYTE = "byte {nr}"
STED_EFTER = "efter filens slutning"
STED_PNG = "blokken {navn}"
STED_PDF = "objekt {nr}"
STED_LED = "{del_}, <{led}>"
STED_AFSNIT = "{del_}, afsnit {nr}"
ZIP_EFTER = "har noget efter filens slutning"
ZIP_MELLEMRUM = "har noget mellem delene"
ZIP_DOBBELT = "findes to gange"
ZIP_NAVN = "har et navn, ingen del må have"
ZIP_EKSTRA = "har felter, som ikke hører til"
IKKE_OFFICE = "er ikke en fil, Word eller PowerPoint kan have gemt"
FREMMED_DEL = "er en del, hverken programmet, Word, PowerPoint eller LibreOffice skriver i en ren fil"
FREMMED_LED = "er noget andet end brødtekst (fx en kommentar, en sporet ændring, et felt eller et indlejret objekt)"
FREMMED_ATTRIBUT = "har noget skrevet i »{navn}«, hvor der ikke skal stå tekst"
FREMMED_TEKST = "har tekst, hvor der ikke skal stå nogen"
FREMMED_XML = "har kommentarer eller erklæringer, som ikke ses i dokumentet"
FREMMED_HENVISNING = "henviser ud af filen eller til en del, der ikke findes"
FREMMED_BILLEDE = "er et andet billede end dem, programmet har tegnet"
FREMMED_DIAGRAM = "viser noget, der ikke står i programmets diagram"
FREMMEDE_REGNEARK = "er ikke programmets regneark bag diagrammet"
EGENSKAB_UDFYLDT = "er udfyldt. Fjern oplysningen i Word eller PowerPoint under Filer > Oplysninger > Undersøg dokument"
USYNLIG_TEKST = "har tekst, der ikke kan ses (skjult, hvid eller meget lille)"
SKJULT_SIDE = "er en skjult side"
UDEN_FOR_SIDEN = "har noget liggende uden for siden"
EGNE_TAL = "nævner et tal, udgivelsen ikke viser ({tal}). Skriv sætningen uden tallet, eller brug et tal fra bilagene"
EGNE_CIFRE = "har et tal med seks cifre eller flere ({tal}), som kan være et nummer på en person"
EGNE_NAVNE = "nævner en medarbejder ved navn"
LINJE_LANG = "Linjen er {antal} tegn. Den må højst være {hoejst}."
LINJE_TEGN = "Linjen har tegn, der ikke er almindelig tekst, fx et linjeskift. Skriv den som én linje."
LINJE_ADRESSE = "Linjen har en e-mailadresse eller et link. Skriv den uden."
LINJE_PERSON = "Linjen {fejl}. Skriv aldrig om personer."
LINJE_TAL = "Linjen nævner et tal ({tal}). Skriv den uden tal: tallene sætter programmet selv ind, hvor de må stå."
EGNE_SYGDOM = "nævner en sygdom ({ord})"
ADVARSEL_SYGDOM = "nævner »{ord}«. Læs, om sætningen kan siges om nogen bestemt"
IKKE_EN_UDGIVELSE = (
    "Mappen {mappe} er tom eller ikke en udgivelse: der er ingen filer med programmets navne i den (fx "
    "status-2025K2.docx eller bilag-afdelinger-2025K2.xlsx)."
)
STED_SKABELON = "jeres egen skabelon"
