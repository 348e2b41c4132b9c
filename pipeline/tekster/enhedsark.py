"""The Danish texts of the page about one unit: its two editions, its command, and why there is none."""

TITEL = "Sygefravær i {enhed}"
STATUS = "{periode}, rullende tolv måneder. Månedslønnede, ordinært ansatte. Til samtalen mellem chef og leder."
STATUS_MED = "{periode}, rullende tolv måneder. Kun tal, kommunen offentliggør, afrundede. Til MED-udvalg og TRIO."
MAALTAL = "måltal; afstand {afstand}"
MAALTAL_INGEN = "måltal: der er ikke sat et"
MEDARBEJDERE = "medarbejdere i gennemsnit"
MEDARBEJDERE_MED = "medarbejdere, omkring"
LANGTIDSANDEL = "af sygedagene er langtidsfravær"
LANGTIDSFRISKE = "er langtidsfriske"
PROCENT = "{tal} pct."

SIGNAL_TITEL = "Er ændringen større end tilfældigt?"
SIGNAL = {
    "godt": "{siden}: et fald, der er større end tilfældigt.",
    "skidt": "{siden}: en stigning, der er større end tilfældigt.",
    "": "{siden}.",
}
SIGNAL_UKENDT = "Der er ingen tidligere tal at sammenligne med."
SIGNAL_FORELOEBIG = "Kvartalet er foreløbigt, og så siges der ikke noget om ændringen."
UDVIKLING_TITEL = "Udviklingen"
UDVIKLING_MED = "{enhed}: {tal}."
HVORFOR_TITEL = "Hvorfor ændrede det sig?"
AFTALES = "Det aftaler vi i dag"
HVORFOR_INGEN = "Der er intet kvartal før at forklare ændringen fra."
LAENGDE_TITEL = "Kort og langt fravær"
LAENGDE = "Kort: {kort} sygedage {pr}. Langt (sygeforløb på {langtid_dage} kalenderdage eller mere): {lang}."
LAENGDE_INGEN = "Vises ikke: enheden eller en ved siden af den er for lille til det."
OPFOELGNING_TITEL = "Opfølgning i tide"
OPFOELGNING = (
    "{i_tide} af {talt} forfaldne opfølgninger er håndteret i tide ({andel}). {aabne} er åbne nu, {over} er over "
    "fristen."
)
OPFOELGNING_INTET = "Ingen opfølgninger hos lederen er forfaldet."
OPFOELGNING_INGEN = (
    "Vises ikke for enheden: ingen leder af den har adgang, eller lederen følger op på for få til, at tallene kan stå "
    "for sig."
)
INDSATSER_TITEL = "Aftalt for enheden"
INDSATSER_KOLONNER = ("Indsats", "Ansvarlig", "Fra", "Til", "Hvad er aftalt")
INDSATSER_INGEN = "Der er ikke aftalt noget endnu."
INDSATSER_FLERE = "Her vises de {vist} nyeste af {antal}."
HENT = {"indvendig": "Enhedsark (PDF)", "med": "Enhedsark til MED (PDF)"}
SIDE = {"indvendig": "Enhedsark", "med": "Enhedsark til MED"}
"""By edition: the kind of file, in its name and at its foot."""

MANGLER = {
    "ukendt": "Enheden {enhed} findes ikke.",
    "samlet": "{enhed} er flere enheder vist samlet, og et enhedsark handler om én. Der laves ikke et ark for den.",
    "for_lille": (
        "Der er intet enhedsark for {enhed}: enheden vises ikke for sig selv, for den, eller en enhed ved siden af "
        "den, er for lille til det. Den indgår i tallene for enheden over den."
    ),
    "ingen_tal": "Der er intet enhedsark for {enhed}: enheden har ingen tal for {periode}.",
    "ingen_periode": "Der er intet enhedsark endnu: leverancen dækker ikke fire hele kvartaler.",
    "uden_rate": (
        "Der er intet enhedsark for {enhed}: den er for lille, eller har haft ansatte i for få måneder, til sygedage "
        "pr. medarbejder."
    ),
    "ikke_udgivet": (
        "Der er intet MED-ark for {enhed}: den er ikke en af de enheder, kommunen offentliggør tal for. Små enheder "
        "offentliggøres samlet."
    ),
}

CLI = "Skriv enhedsarket: én side om en enhed, til samtalen med lederen eller til MED."
CLI_ALLE = "alle enheder, der har et ark"
CLI_UDGAVE = "indvendig (chef og leder) eller med (kun offentliggjorte tal)"
CLI_UD = "mappen, arkene skrives i"
CLI_HVILKE = "Vælg enten en enhed med --enhed eller alle med --alle."
SKREVET = "Skrevet i mappen {mappe}: {antal} enhedsark."
UDELADT = "Uden ark: {antal}. {grund}"
KAN_IKKE_SKRIVES = "Enhedsarkene kan ikke skrives i {mappe}. Vælg et andet sted."
