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
