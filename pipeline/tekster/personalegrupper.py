"""Texts of the breakdown by personalegruppe, which is the same published table for everybody."""

TITEL = "Efter personalegruppe, {enhed}"
PERSONALEGRUPPE = "Personalegruppe"
KOLONNER = (
    PERSONALEGRUPPE,
    "Medarbejdere, omkring",
    "Sygedage",
    "Ændring, kvartal",
    "Ændring, år",
    "Kort",
    "Lang",
)
AKSE = "{enhed}, {kvartal}"
SAETNING = "{kvartal}, rullende tolv måneder. "
SIGNALER = (
    "Siden sidste kvartal er ændringen større end tilfældigt for {grupper}; for de øvrige kan den være tilfældig."
)
INGEN_SIGNALER = "Siden sidste kvartal har ingen af personalegrupperne ændret sig mere, end tilfældet kan forklare."
INGEN_FOER = "Der er ikke et kvartal før at sammenligne med."
NOTE = (
    "De offentliggjorte tal, ens for alle: kun personalegrupper med mindst {mindst} medarbejdere, og hvor de to med "
    "flest sygedage højst har {andel} af dem, står for sig. De øvrige er lagt sammen, og delingen krydses ikke med "
    "enheder."
)
BIDRAG = "Bidrag til ændringen"
BILAG_KOLONNER = (
    ("navn", PERSONALEGRUPPE, "tekst"),
    ("medarbejdere", "Medarbejdere, omkring", "antal"),
    ("sygedage", "{kvartal}", "dage"),
    ("sygedage_kvartal_foer", "{kvartal_foer}", "dage"),
    ("sygedage_aar_foer", "{aar_foer}", "dage"),
    ("aendring_kvartal", "Ændring, kvartal", "aendring"),
    ("signal", "Ændringen er", "tekst"),
    ("bidrag", BIDRAG, "aendring"),
    ("aendring_aar", "Ændring, år", "aendring"),
    ("korttid", "Kort", "dage"),
    ("langtid", "Lang", "dage"),
)
BILAG_NOTER = (
    "{enhed} i gennemsnit, rullende for de fire kvartaler til og med det nævnte. Langtidsfravær: sygeforløb på "
    "{langtid_dage} kalenderdage eller mere.",
    "Personalegrupper, der ikke kan stå for sig, er lagt sammen som »Øvrige personalegrupper«. Delingen står ved siden "
    "af delingen i enheder og krydses ikke med den.",
    "Bidrag til ændringen: hvad personalegruppen betyder for ændringen siden kvartalet før, både dens egen ændring og "
    "flere eller færre ansatte i den. Bidragene giver tilsammen ændringen.",
    "Medarbejdere er afrundet til nærmeste 5 under 100, ellers nærmeste 10. Ændringer er regnet, før der er "
    "afrundet, og kan derfor afvige med {afrunding} fra forskellen på de viste tal.",
)
