"""The Danish texts about the store: adgang, the log, backup."""

LAGER_FEJL = "Lageret med adgang og log kan ikke nås. Prøv igen, eller spørg drift."
LAGER_NYERE = "Lageret er skrevet af en nyere version af programmet. Opgradér programmet."
EGEN_ADGANG = "Du kan ikke give, godkende eller løsne din egen adgang. Bed en kollega i HR om det."
SIDSTE_HR = "Det er den sidste adgang for HR. Giv en anden adgang som HR først."
RAEKKE_FINDES_IKKE = "Adgangen findes ikke mere, eller den er allerede afsluttet."
FORSLAG_FINDES_IKKE = "Forslaget findes ikke mere, eller det er allerede afgjort."
BEGRUNDELSE_MANGLER = "Skriv, hvorfor."
IKKE_FORLAENGET = "Adgangen for {bruger} gælder allerede så længe. Vælg en senere dag, eller lad den ude."
GRUND = {"afslut": "afsluttet: {grund}", "forlaeng": "forlænget: {grund}"}
DATOER_OMBYTTET = "Adgangen slutter, før den begynder."
KONTO_UKENDT_BRUGER = "Brugeren har ingen adgang. Giv adgangen først, og skriv både bruger og kontonummer."
KONTO_BUNDET = "Brugeren eller kontoen er allerede bundet. Løsn kontoen først, hvis det er en ny."
KONTO_BUNDET_NU = "Kontoen er bundet til {bruger}."
CLI_KONTO = "Bind en konto hos udbyderen af login til en bruger."
CLI_KONTO_BIND = "Bind en konto, hvis e-mail udbyderen ikke står inde for."
CLI_KONTO_BRUGER = "brugeren, som i adgang"
CLI_KONTO_NUMMER = "kontonummeret, som det står på siden, når kontoen logger ind uden adgang"
CLI_KONTO_UDSTEDER = "udbyderens adresse, som SYGEFRAVAER_OIDC_UDSTEDER"
RAEKKE_FINDES = "Brugeren har den adgang i forvejen."
LOG_HEL = "Loggen er hel: {antal} rækker, kontroltal {kontroltal}."
LOG_UNDERSKREVET = "Den er underskrevet fra række {fra} ({fra_tid}) til række {til} ({til_tid})."
LOG_IKKE_UNDERSKREVET = "Den har ingen rækker at underskrive endnu."
LOG_EFTER = "{antal} rækker efter den er skrevet, men ikke underskrevet: programmet blev standset imens."
LOG_IKKE_HEL = "Loggen er ikke hel. {fund}"
LOGFUND = {
    "brudt": "Række {detalje} passer ikke med rækken før den.",
    "kontroltal": "Kontroltallet står ikke i den: der er rækker, som er fjernet.",
    "hoved_mangler": (
        "Dens hoved mangler. Er loggen fra før, der var et hoved, så kør sygefravaer log begynd; ellers er det fjernet."
    ),
    "hoved_falsk": "Dens hoved er ikke underskrevet med programmets lognøgle.",
    "afkortet": "Række {detalje} og dem efter mangler, selv om de er underskrevet.",
    "anker": "Den begynder ikke med række {detalje}, som underskrevet: der er fjernet rækker i begyndelsen.",
    "omskrevet": "Række {detalje} er en anden end den, der blev underskrevet: loggen er skrevet om.",
    "trigger": "Triggeren {detalje}, der skal afvise ændringer i lageret, mangler eller er ændret.",
}
LOG_BEGYNDT = "Loggen underskrives fra nu af: {antal} rækker var der i forvejen."
LOGHOVED_KAN_IKKE_SKRIVES = "Loggens hoved kan ikke skrives, og så skrives intet i lageret. Spørg drift."
LOG_RYDDET = "{antal} rækker ældre end to år er slettet."
GEMT = "Lageret er gemt: {adgange} adgange og {log} rækker i loggen."
HENTET = "Lageret er hentet: {adgange} adgange og {log} rækker i loggen."
KOPI_FINDES = "Filen {fil} findes i forvejen. Vælg et andet navn."
KOPI_ULAESELIG = "Filen {fil} er ikke en kopi af lageret."
KOPI_KAN_IKKE_SKRIVES = "Filen {fil} kan ikke skrives."
LAGER_IKKE_TOMT = (
    "Lageret er ikke tomt. Peg på et tomt lager, så intet går tabt, eller erstat det hele med --overskriv."
)
KOPI_BRUDT = "Kopiens log er ikke hel. Brug en anden kopi."
KOPI_ANDET_HOVED = (
    "Kopiens log er ikke den, der blev underskrevet, eller den er underskrevet med en anden lognøgle. "
    "Brug en anden kopi, eller giv programmet den lognøgle, kopien blev gemt under."
)
CLI_LOG = "Kontrollér loggen, eller slet det, der er for gammelt."
CLI_LOG_KONTROL = "Kontrollér, at ingen række i loggen er ændret eller fjernet."
CLI_LOG_BEGYND = "Underskriv loggen fra nu af, når dens hoved er tabt eller aldrig har været der."
CLI_LOG_RYD = "Slet de rækker i loggen, der er ældre end to år."
CLI_FORVENTET = "et kontroltal fra før, som skal stå i loggen"
CLI_LAGER = "Gem en kopi af lageret med adgang og log, eller hent den igen."
CLI_LAGER_GEM = "Gem en kopi af lageret."
CLI_LAGER_HENT = "Hent en kopi af lageret."
CLI_TIL = "filen, kopien skrives til"
CLI_OVERSKRIV = "erstat alt, hvad der er i lageret, med kopien"
CLI_FRA = "filen med kopien"
INDSATS_FINDES_IKKE = "Indsatsen findes ikke mere, eller den er allerede afsluttet."
MAALTAL_FORESLAAET = "Der er allerede et forslag til enhedens måltal for året: nr. {nr}. Tag stilling til det først."
MAALTAL_UAENDRET = "Det måltal er allerede besluttet."
MAALTAL_FINDES_IKKE = "Nr. {nr} kan ikke besvares: det findes ikke, eller der er allerede taget stilling til det."
MAALTAL_LEVERET = "Måltallet i leverancen er et andet end det besluttede."
MAALTAL_IKKE_MERE = "Leverancen siger det ikke mere."
KVARTAL_I_GANG = "Et kvartal er allerede begyndt, af {af}. Gør det færdigt, eller opgiv det først."
KVARTAL_SLUT = "Kvartalet er afsluttet eller opgivet. Begynd et nyt."
KVARTAL_ORD_SKREVET = (
    "{af} har skrevet i feltet, siden du begyndte (version {version}). Din tekst er ikke gemt: læs den nye, og skriv "
    "videre i den."
)
INDSATS_DATOER = "Indsatsen slutter, før den begynder."
NOTE_KAN_IKKE_FORTRYDES = "Kun din egen note kan fortrydes, og kun i ti minutter."
