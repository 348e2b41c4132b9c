"""Every Danish text about one file that cannot be read, or that was read in another way than it stands."""

FIL_IKKE_ALMINDELIG = (
    "{fil} er ikke en almindelig fil og læses ikke. Fjern den fra mappen, eller læg selve filen i stedet."
)
FIL_GENVEJ = "{fil} er en genvej til noget uden for mappen og læses ikke. Læg selve filen i mappen."
FIL_UDEN_ADGANG = "Filen {fil} må programmet ikke læse. Giv den bruger, der kører sygefravaer, ret til at læse den."
FIL_AENDRET = "Filen {fil} blev ændret, mens den blev læst. Vent, til den er kopieret færdig, og kør igen."
FIL_FOR_TUNG = (
    "Filen {fil} kræver langt mere hukommelse eller tid, end en liste af dens størrelse gør; oftest står der noget "
    "helt nede eller ude i et ark. Kopiér listen til en ny projektmappe, og gem den som .xlsx, eller hent den som CSV."
)
LAESER_MANGLER = (
    "Filen {fil} er ikke læst, for programmet er ikke installeret helt: pakken {pakke} mangler. Der er intet i vejen "
    "med filen. Send denne linje til dem, der vedligeholder sygefravaer."
)
LAESER_GIK_I_STAA = (
    "Filen {fil} er ikke læst, for den del af programmet, der læser regneark, gik selv i stå ({grund}). Prøv at hente "
    "listen som CSV, og send denne linje til dem, der vedligeholder sygefravaer."
)
LAESER_AFBRUDT = (
    "Filen {fil} er ikke læst færdig: maskinen eller en bruger standsede den del af programmet, der læser regneark. "
    "Kør igen; sker det hver gang, har maskinen for lidt hukommelse."
)
FIL_FOR_BRED = (
    "Filen {fil} har flere end {hoejst} kolonner i linjen med overskrifter. Fjern de tomme kolonner, eller hent listen "
    "igen."
)
FIL_PAKKET = "Filen {fil} er en pakket fil, som programmet ikke kan åbne. Pak den ud i mappen, eller pak den som .zip."
FIL_FEJLCELLER = (
    "Filen {fil} har celler med en fejl som #I/T. Ret dem i regnearket, eller gem det som .xlsx, hvor rækken findes."
)
FIL_UREGNET = "Filen {fil} har formler, der aldrig er regnet ud. Åbn den i Excel, gem den, og læg den i mappen igen."
FIL_MAERKE = (
    "Filen {fil} har et mærke, en tekst mellem < og >, der er længere end {megabyte} MB, og er beskadiget. "
    "Hent den igen."
)
FIL_UDSPAENDT = (
    "Filen {fil} har celler, der er flettet over flere kolonner eller rækker, end en liste har. "
    "Hent den igen som CSV, eller ophæv fletningen."
)
ZIP_FOR_STOR = "Filen {fil} pakker ud til mere end {megabyte} MB. Pak den ud i mappen, eller del den i flere."
ZIP_FOR_MANGE = "Filen {fil} rummer mere end {antal} filer. Læg kun leverancens filer i den."
ZIP_I_ZIP = "Filen {fil} er selv en pakket fil inde i en .zip. Pak den ud, og læg filerne i mappen."
ZIP_TOM = "Filen {fil} er tom: der er ingen filer i den. Læg leverancens filer i mappen, og kør igen."
ZIP_FLERE_MAPPER = (
    "Filen {fil} har sine filer i flere mapper ({mapper}). Pak den ud, og læg leverancens filer i én mappe."
)

ARK = "{fil} (arket {ark})"
ARK_UKENDT = (
    "Filen {fil} har ingen kendt tabel i arket {ark}.{naermest} Slet arket, eller giv listen dens overskrifter."
)
ARK_BREDT = (
    "Filen {fil} har i arket {ark} noget stående helt ude i kolonne {kolonne}. Slet det, som ikke hører til listen, "
    "eller kopiér listen til et nyt ark."
)
NAERMEST = " Det ligner mest {tabel} i linje {linje}, men mangler {mangler}."

NAERMEST_EN_CELLE = (
    " I linje {linje} står alle overskrifter til {tabel} i én celle, adskilt af {skilletegn}: åbn filen i Excel, del "
    "den med Data, Tekst til kolonner, og gem den, eller hent listen igen som regneark."
)

NOTE_LIGNER = (
    "Kolonnen {overskrift} læses ikke, men ligner {kolonne}, som listen ikke har. Er det den, så skriv kolonnens navn "
    "i indstillingerne under [kolonner.{noegle}], og byg igen."
)
NOTE_SKJULT = "Arket {ark} er skjult og rummer ingen kendt tabel. Det er sprunget over."
NOTE_SKJULT_LAEST = "Arket {ark} er skjult, men rummer tabellen {tabel}. Det er læst."
NOTE_NOEGLER = "{antal} rækker viser ikke nummeret igen. De er læst med nummeret ovenover."
NOTE_FLETTET = "{antal} celler er flettet nedad. Rækkerne er læst med værdien ovenover."
NOTE_UDEN_LINJESKIFT = (
    "Den sidste linje ender uden linjeskift. Nogle systemer skriver den sådan, men filen kan også være klippet af: "
    "hold antallet af rækker op mod listen, hvor den kommer fra."
)
RAPPORT_NOTE = "  Om {fil}: {note}"

CLI_FORKLAR_FIL = "sig, hvad programmet tager en fil for, og hvad der skal til, for at den kan læses"
CLI_FIL = "filen fra OPUS"
SLAGS = {
    "projektmappe": "et regneark (.xlsx, .xlsb eller .ods)",
    "gammel_projektmappe": "et regneark i Excels gamle format (.xls)",
    "excel_xml": "et regneark gemt som XML (Excel 2003)",
    "mhtml": "en BW-rapport (HTML pakket som MHTML)",
    "html": "en BW-rapport (HTML)",
    "xml": "et personaleudtræk (XML)",
    "tekst": "en tekstfil (SAP-liste eller CSV)",
    "zip": "en pakket leverance (.zip)",
    "pakket": "en pakket fil",
}
TEGNSAET = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "cp850": "DOS 850"}
SKILLETEGN = {"\t": "tabulator", ";": "semikolon", ",": "komma", "|": "lodret streg"}
FORKLAR_SLAGS = "Filen {fil} er {slags}."
FORKLAR_TABEL = "{fil}: tabellen {tabel}"
FORKLAR_TEKST = "Tegnsæt {tegnsaet}, felter adskilt af {skilletegn}."
FORKLAR_HOVED = "Overskrifterne står i linje {linje}, og den første række er i linje {foerste}."
FORKLAR_UDTRUKKET = "Udtrukket {dato}."
FORKLAR_PERIODE = "Dækker perioden {fra} - {til}."
FORKLAR_KOLONNER = ("Overskrift i filen", "Læses som", "Form")
FORKLAR_RAEKKE = "Række {nummer}"
FORKLAR_MASKERET = "Numre på medarbejdere, navne og fri tekst er skjult med *."
FORKLAR_INGEN_TABEL = "Den er i orden, men tom: den giver ingen rækker."
LAESES_ALDRIG = "(læses aldrig)"
LAESES_KUN_SOM_ENS = "(kun til at se, om to rækker er ens)"
