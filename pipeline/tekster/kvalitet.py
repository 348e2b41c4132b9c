"""The Danish texts of the quality declaration."""

TITEL = "Kvalitetsdeklaration"
INDLEDNING = "{kommune}, tal fra OPUS trukket {udtraek}. Kommunen under ét; ingen enheder og ingen medarbejdere."
AFSNIT = {
    "daekning": "Dækning",
    "raekker": "Fraværet i leverancen",
    "aktualitet": "Foreløbige tal og rettelser",
    "brud": "Brud i organisationen",
    "broen": "Andre kilder og bygning",
}
KOLONNER = ("Hvad", "Tal", "Hvad det betyder")
LINJER = {
    "daekket": ("Dækket periode", "{fra} til {til}", "Afgjort af: {kilde}. Ældre end {opbevaring} opgøres ikke."),
    "afviste": (
        "Afviste fraværsrækker",
        "{afviste} af {raekker}",
        "Skønnet {dagsvaerk} dagsværk, {andel} af sygefraværet. De tæller ikke med.",
    ),
    "andre_afviste": ("Afviste rækker i de andre lister", "{antal}", "Ansættelser, organisation, måltal og adgang."),
    "uden_timer": (
        "Sygefravær uden timer",
        "{uden} af {poster}",
        "{andel} af sygefraværet. Regnet af Dage, for {uden_begge} rækker af arbejdsdagene.",
    ),
    "uden_ansaettelse": ("Sygefravær uden ansættelse", "{andel}", "Af dagsværkene. Tæller ikke med i nogen enhed."),
    "foreloebig": (
        "Foreløbigt",
        "{andel}",
        "Den del af de seneste tolv hele måneders dagsværk, der ligger i måneder, som sluttede for under {dage} dage "
        "siden ({grund}).",
    ),
    "rettelser": (
        "Rettet, siden det var endeligt",
        "{middel}",
        "I gennemsnit over {kvartaler}, set igen siden; højst {hoejst} ({kvartal}).",
    ),
    "ingen_rettelser": (
        "Rettet, siden det var endeligt",
        "–",
        "Intet kvartal er endnu set igen, efter at det var endeligt.",
    ),
    "skift": ("Enheder, der er gået op i en anden", "{antal}", "Deres historie er flyttet med (enhedsskift)."),
    "nye_og_lukkede": (
        "Nye og lukkede enheder",
        "{nye} og {lukkede}",
        "Nye havde ingen ansatte, da de seneste tolv hele måneder begyndte; lukkede har ingen, da de sluttede.",
    ),
    "broen": (
        "KRL, Danmarks Statistik, LPT169",
        "",
        "Andre tæller anderledes. Broen fra vores tal til deres skriver kommandoen sygefravaer afstem.",
    ),
    "bygning": (
        "Bygning og definitioner",
        "{bygning}, {definitioner}",
        "Samme leverance og indstillinger giver samme tal.",
    ),
}
"""What, figure, what it means."""
GRUND = {False: "fast grænse", True: "målt på tidligere leverancer"}
ANTAL_KVARTALER = {"en": "et kvartal", "flere": "{antal} kvartaler"}
KVARTALER_TITEL = "Sådan blev kvartalerne set"
KVARTALER_KOLONNER = ("Kvartal", "Først set, dage efter", "Andel set da", "Rettet, siden det var endeligt")
KVARTALER_INGEN = "Der er endnu ikke leverancer nok til at se, hvor sent fraværet registreres."
ANDEL = "{tal} pct."
SKREVET = "Kvalitetsdeklarationen ligger i {fil}."
KAN_IKKE_SKRIVES = "Kvalitetsdeklarationen kan ikke skrives i {fil}. Vælg et andet sted."
CLI_KVALITET = "skriv kvalitetsdeklarationen som PDF"
CLI_UD = "filen, der skrives, fx kvalitet.pdf"
HENT = "Hent som PDF"
SIDE_AF = ("Side", "af")
