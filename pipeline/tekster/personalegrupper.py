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
    "flest sygedage højst har 90 pct. af dem, står for sig. De øvrige er lagt sammen, og delingen krydses ikke med "
    "enheder."
)
