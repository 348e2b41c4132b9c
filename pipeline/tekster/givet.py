"""The Danish texts about what HR gives a release: own words, and what is agreed for units."""

LINJE = {
    True: "{enhed}: {kategori}, {fra} til {til}. {tekst}",
    False: "{enhed}: {kategori}, fra {fra}. {tekst}",
}
"""By whether it has a last day."""
KAN_IKKE_LAESES = (
    "Filen {fil} kan ikke læses. Den skal være skrevet af »sygefravaer indsats frys« eller have samme form "
    "(se docs/kvartalsstatus.md)."
)
ANDET_KVARTAL = "Filen {fil} er til {fundet} og ikke til {kvartal}."
FOR_MEGET = (
    "Der er mere, end én sag kan tage med. Den kan have {aftalt} indsatser og {afsnit} afsnit med egne ord, hvert på "
    "højst {tegn} tegn. Skriv kortere, eller afslut de indsatser, der er forbi."
)
FROSSET = "Skrevet i {fil}. Antal indsatser: {antal}."
KAN_IKKE_SKRIVES = "Filen {fil} kan ikke skrives dér. Vælg et andet sted."

CLI_FRYS = "Skriv de aftalte indsatser i en fil, som sagen kan laves af."
CLI_KVARTAL = "kvartalet, sagen handler om, fx 2025K2"
CLI_UD = "filen, der skrives"
CLI_GIVET = "filen med egne ord og aftalte indsatser (indsats frys)"
