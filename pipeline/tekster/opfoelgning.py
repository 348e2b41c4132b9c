"""The Danish texts of the follow-up: the page, the talk's page, the messages, the commands."""

FORKLARING = (
    "Hvem der er brug for at tale med, og hvornår. Listen følger udtrækket fra {udtraek}; frister regnes til {dag}. "
    "Notér, når du har gjort noget: så er opfølgningen dokumenteret, og linjen forsvinder fra listen."
)
ANTAL = "Du har **{aabne}** at følge op på, heraf **{over}** over fristen."
INTET = "Der er ingen, du skal følge op på lige nu."
INTET_MEN_FRA = (
    "Der er ingen efter de regler, der er slået til. Nogle er slået fra lige nu: se hvorfor nederst på siden."
)
INTET_MEN_FRA_KORT = (
    "Der er ingen efter de regler, der er slået til. Nogle er slået fra lige nu: se hvorfor på siden Opfølgning."
)
VENTER = "{hvem} venter på dig, {i_dag} af dem i dag."
PERSONER = {"en": "1 medarbejder", "flere": "{antal} medarbejdere"}
TIDER = {
    "i_dag": "I dag ({antal})",
    "denne_uge": "Denne uge ({antal})",
    "senere": "Senere ({antal})",
    "foraeldet": "Forældet ({antal})",
}
FORAELDET_FORKLARING = "Fristen lå før {foer}. Notér, hvad der blev gjort, så forsvinder de fra listen."
MERE = "Hvorfor, og hvad der ellers er om {navn}"
OGSAA_AABENT = "Også åbent"
NOTERET_FOER = "Noteret før"
INTET_NOTERET = "Intet."
TIL_OPFOELGNING = "Hele opfølgningen"
UDEN_LEDER = "Uden leder: hos HR"
UDEN_LEDER_FORKLARING = (
    "Medarbejdere og ledere, som ingen leder over sig har i adgang. Giv lederne adgang på siden Adgang, så følger de "
    "selv op."
)
INTET_EGET = "Du har ikke selv medarbejdere, du skal følge op på."
FRIST = "Frist {frist}"
OVER_FRISTEN = "Over fristen siden {frist}"
MAASKE = "Måske afsluttet: fraværet er ikke forlænget i det nyeste udtræk."
HVORFOR = {
    "fravaersdag": ("Syg i {antal} siden {siden}.", "Fraværet begyndte for mere end et år siden."),
    "perioder": ("{antal} sygeperioder siden {siden}.", "Flere sygeperioder inden for vinduet."),
    "sygedage": ("{antal} sygedage siden {siden}.", "Mange sygedage inden for vinduet."),
    "tilbage": ("Var væk i {antal} fra {siden}.", "Fraværet begyndte for mere end et år siden."),
}
"""By kind of rule: with the day it counts from, and when that day lies before what may be shown."""
MED_DAGE = ("fravaersdag", "tilbage")
DAGE = "{antal} dage"
NOTER = "Notér samtale med {navn}"
NOTER_OGSAA = "Notér om {navn}: {regel}"
NOTER_TITEL = "Notér om {navn}: {regel}"
NOTER_HVAD = "Hvad har du gjort?"
NOTER_DATO = "Dato"
NOTER_GEM = "Gem noten om {navn}"
NOTER_LUK = "Luk uden at notere"
NOTERET = "{handling} {dato}, noteret af {af}"
KVITTERING = "Noteret om {navn}, {regel}: {noteret}. Du kan fortryde i ti minutter."
FORTRYD = "Fortryd noten om {navn}"
FORTRUDT = "Noten er fortrudt, og opfølgningen står på listen igen."
HANDLINGER = {
    "kontaktet": "Kontaktet",
    "samtale holdt": "Samtale holdt",
    "aftalt undtagelse": "Aftalt undtagelse",
}
HAANDTERET = "Noteret ({antal})"
HAANDTERET_KOLONNER = ("Medarbejder", "Opfølgning", "Noteret")
FLERE = "Her vises de {vist} mest presserende af {antal}."
FLERE_NOTEREDE = "Her vises de {vist} nyeste."
FINDES_IKKE = "Opfølgningen findes ikke mere. Siden er tegnet på ny."
DATO_FORKERT = "Datoen skal ligge mellem den første fraværsdag og i dag."
SE_SOM = "Du ser siden som en anden bruger og kan ikke notere noget."
FRA_TITEL = "Slået fra lige nu"
FRA_GAMMEL = "**{navn}**: kræver tal, der højst er {kraever} dage gamle; de nyeste er {dage} dage gamle."
FRA_SJAELDEN = "**{navn}**: kræver udtræk med højst {kraever} hverdage imellem; der gik {dage} siden det forrige."

LEDERE = "Ledernes opfølgning"
LEDERE_FORKLARING = (
    "Talt sammen over alle regler, uden personer. Forfaldne er dem, hvis frist er udløbet, eller som er håndteret, i "
    "de seneste 12 hele måneder og siden."
)
LEDERE_KOLONNER = ("Leder af", "Medarbejdere", "Forfaldne", "Håndteret i tide", "Andel i tide", "Åbne", "Over fristen")
LEDERE_ALLE = "Alle ledere ({})"
LEDERE_SAMLET = (
    "{antal} ledere med få medarbejdere står kun i linjen for alle; ellers kunne tallene føres tilbage til enkelte."
)
LEDERE_FOR_FAA = (
    "Ingen leder under dig har adgang, eller også har lederne tilsammen for få medarbejdere til, at deres opfølgning "
    "kan vises. Spørg HR & Løn, hvem der har adgang."
)
LEDERE_MAANED = "Måned for måned"
LEDERE_VAELG = "Leder af"
LEDERE_HENT = "Ark til ledersamtalen (PDF)"
MAANED_KOLONNER = ("Måned", "Forfaldne", "Håndteret i tide", "Andel i tide", "Åbne")

DAEKNING = "Opfølgningen i hele kommunen"
DAEKNING_AFDELING = ("Afdeling", "Forfaldne", "Håndteret i tide", "Andel i tide", "Åbne", "Over fristen")
DAEKNING_REGEL_TITEL = "Opfølgningen regel for regel"
DAEKNING_REGEL = ("Regel", "Forfaldne", "Håndteret", "Andel håndteret", "Åbne", "Over fristen")
DAEKNING_ALLE = "Hele kommunen"
INGEN_REAGERER = "Ingen har reageret på: {regler}."
UROERTE = "Mindst håndteret er {regel}: {andel} af dem, der er forfaldne."

SAMTALE_TITEL = "Opfølgning på sygefravær: {enhed}"
SAMTALE_STATUS = "Status {dag}, udtræk fra {udtraek}. Tal for 12 hele måneder og siden, alle regler; ingen personer."
SAMTALE_TAL = {
    "antal_medarbejdere": "medarbejdere at følge op på",
    "andel": "håndteret i tide",
    "antal_aabne": "åbne nu",
    "antal_overskredne": "over fristen nu",
}
SAMTALE_SPOERGSMAAL_TITEL = "Til samtalen"
SAMTALE_SPOERGSMAAL = (
    "Hvad lykkes i opfølgningen, og hvad kan andre ledere lære af det?",
    "Hvad forsinker den, hvor fristen er overskredet, og hvad skal ændres?",
    "Hvilken hjælp har lederen brug for fra afdelingschefen eller HR?",
)
SAMTALE_AFTALER = "Aftaler og dato for næste opfølgning"
SAMTALE_FOD = "Sygefravær: ark til samtalen mellem afdelingschef og leder."
